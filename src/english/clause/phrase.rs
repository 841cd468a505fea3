//! Prepositional phrases, relative pronouns, adjectives and *there*.

use super::builder::{Builder, Opening};
use super::unit::Kind;
use crate::english::chunk::closed::{BY, CONTENT, LINK, SUBORDINATOR, THAT, THAT_VERB, UNIT};
use crate::english::{Complement, Form, Upos, VerbForm};

impl Builder<'_> {
    /// A prepositional phrase belongs to the innermost clause that has its verb.
    pub(super) fn prepositional(&mut self, at: usize, pp: u16) {
        let Some(phrase) = self.parsed.pps.get(pp as usize).copied() else { return };
        if self.opens_subordinate(at, phrase.prep.start) {
            self.subordinate(at, None);
            if let (Some(np), Some(open)) = (phrase.np, self.top_mut()) {
                open.subject = Some(np);
            }
            if let Some(found) = self.parsed.pps.get_mut(pp as usize) {
                (found.np, found.after_np) = (None, None);
            }
            return;
        }
        if let Some(np) = phrase.np {
            self.last_np = self.conjuncts(np).last().copied();
        }
        let Some(top) = self.top() else { return };
        let Some(clause) = top.clause else { return };
        let by = self.cell(phrase.prep.start).has(BY);
        let agent =
            phrase.np.filter(|&np| by && !self.time(np) && !self.head(np).has(UNIT) && !self.bare_number(np));
        let passive = self.passive(clause);
        let subjects = agent.map(|np| self.conjuncts(np));
        let stranded = phrase.np.is_none()
            && top.gap
            && !self.cell(phrase.prep.start).has(SUBORDINATOR)
            && !matches!(self.after(at, 1), Some(Kind::Np(_)))
            && !matches!(self.after(at, 1), Some(Kind::Vp(v)) if self.form(v) == Some(VerbForm::Gerund)
                || self.form(v) == Some(VerbForm::Infinitive));
        if stranded {
            if let Some(found) = self.parsed.pps.get_mut(pp as usize) {
                found.np = top.antecedent;
            }
            if let Some(open) = self.top_mut() {
                open.gap = false;
            }
        }
        let Some(found) = self.clauses.get_mut(clause as usize) else { return };
        found.pps.push(pp);
        if stranded {
            found.obj.clear();
        }
        if let Some(subjects) = subjects
            && passive
            && found.subj.is_empty()
        {
            found.subj = subjects;
        }
    }

    /// `since the troops left`: a conjunction that was tagged as a preposition, since a finite verb follows and
    /// no other clause waits for one.
    fn opens_subordinate(&self, at: usize, prep: u16) -> bool {
        let waiting =
            self.stack.iter().any(|o| o.clause.is_none() && (o.subject.is_some() || o.antecedent.is_some()));
        self.cell(prep).has(SUBORDINATOR)
            && !waiting
            && matches!(self.after(at, 1), Some(Kind::Vp(v)) if self.finite(v))
    }

    fn bare_number(&self, np: u16) -> bool {
        self.head(np).is(Upos::Num)
    }

    /// The antecedent of `in which` is not the object inside it.
    pub(super) fn prepositional_antecedent(&mut self, pp: u16) {
        let antecedent = self.last_np;
        if let Some(found) = self.parsed.pps.get_mut(pp as usize)
            && antecedent.is_some()
        {
            found.np = antecedent;
        }
    }

    /// `who`, `which`, `that`: opens a relative clause or an indirect question.
    pub(super) fn relative(&mut self, at: usize, np: u16) {
        let before = self.before(at, 1);
        let that = self.head(np).has(THAT);
        let clause_verb = self.top_clause().filter(|&c| self.verb_has(c, THAT_VERB));
        let after_time = matches!(before, Some(Kind::Pp(pp)) if self.time_phrase(pp) || clause_verb.is_some())
            && matches!(self.before(at, 2), Some(Kind::Vp(_)));
        if that
            && matches!(self.after(at, 1), Some(Kind::Np(_)))
            && (after_time || matches!(before, Some(Kind::Vp(_))))
        {
            self.that(at);
            return;
        }
        if that && matches!(self.after(at, 1), Some(Kind::Np(_))) && self.content_noun_before(at) {
            self.open(Opening::That);
            return;
        }
        let whose = self.parsed.nps.get(np as usize).is_some_and(|n| !n.pronoun);
        let phrase = |kind| matches!(kind, Some(Kind::Np(_) | Kind::Pp(_) | Kind::Close));
        let follows_np =
            phrase(before) || matches!(before, Some(Kind::Comma | Kind::Open)) && phrase(self.before(at, 2));
        if before == Some(Kind::And)
            && let Some(depth) =
                self.stack.iter().rposition(|o| o.opening == Opening::Relative && o.clause.is_some())
        {
            let antecedent = self.stack.get(depth).and_then(|o| o.antecedent);
            self.stack.truncate(depth);
            self.open(Opening::Relative).antecedent = antecedent;
            return;
        }
        if !follows_np {
            if matches!(before, Some(Kind::Vp(_)))
                && let Some(clause) = self.top_clause()
            {
                self.complement(clause, Complement::Wh);
            }
            let starts = self.stack.len() == 1
                && self.top().is_some_and(|o| o.clause.is_none() && o.subject.is_none());
            if !starts || !matches!(self.after(at, 1), Some(Kind::Vp(_))) {
                self.open(Opening::Relative).antecedent = Some(np);
            } else if let Some(open) = self.top_mut() {
                open.subject = Some(np);
            }
            return;
        }
        let antecedent = self.antecedent_by_agreement(at, before == Some(Kind::Comma));
        if whose {
            let direct = matches!(self.after(at, 1), Some(Kind::Vp(_)));
            let open = self.open(Opening::Relative);
            open.antecedent = Some(np);
            if direct {
                open.subject = Some(np);
                open.antecedent = None;
            }
        } else {
            self.open(Opening::Relative).antecedent = antecedent;
        }
    }

    /// `the claim that the army …`: the clause tells the content of the noun, which has no role in it.
    pub(super) fn content_noun_before(&self, at: usize) -> bool {
        let outer = match self.before(at, 1) {
            Some(Kind::Pp(pp)) => self.parsed.pps.get(pp as usize).and_then(|p| p.after_np),
            Some(Kind::Np(np)) => Some(np),
            _ => None,
        };
        outer.is_some_and(|np| self.head(np).has(CONTENT))
    }

    /// The noun phrase before a relative pronoun; the outer one of `X of Y who` if only that agrees with the verb.
    fn antecedent_by_agreement(&self, at: usize, comma: bool) -> Option<u16> {
        let nearest = self.last_np?;
        let unit = if comma { 2 } else { 1 };
        let Some(Kind::Pp(pp)) = self.before(at, unit) else { return self.group_of(nearest) };
        let outer = self.parsed.pps.get(pp as usize)?.after_np;
        let (Some(outer), Some(Kind::Vp(vp))) = (outer, self.after(at, 1)) else {
            return self.group_of(nearest);
        };
        let first =
            self.parsed.vps.get(vp as usize).map_or_else(Default::default, |v| self.cell(v.range.start));
        let plural = |np: u16| self.parsed.nps.get(np as usize).is_some_and(|n| n.plural);
        let fits = |np: u16| match first.tag.form {
            Form::Pres3 => !plural(np),
            Form::Pres => plural(np),
            _ => true,
        };
        if (!fits(nearest) || self.time(nearest) || self.bare_number(nearest)) && fits(outer) {
            Some(outer)
        } else {
            self.group_of(nearest)
        }
    }

    /// The first noun phrase of the coordination that ends in `np`.
    pub(super) fn group_of(&self, np: u16) -> Option<u16> {
        let mut first = np;
        while let Some(previous) = first.checked_sub(1)
            && self.parsed.nps.get(previous as usize).is_some_and(|n| n.next_conjunct == Some(first))
        {
            first = previous;
        }
        Some(first)
    }

    /// An adjective outside noun phrases is the predicate of a copula before it.
    pub(super) fn adjective(&mut self, at: usize, token: u16) {
        let Some(clause) = self.top_clause() else { return };
        let touches = match self.before(at, 1) {
            Some(Kind::Vp(_)) => true,
            // `Is he ready?`
            Some(Kind::Np(_)) => self.vp_of(clause).is_some_and(|v| v.copula),
            _ => false,
        };
        let linking = self.vp_of(clause).is_some_and(|v| v.copula) || self.verb_has(clause, LINK);
        if touches
            && linking
            && let Some(found) = self.clauses.get_mut(clause as usize)
        {
            found.predicative = found.predicative.or(Some(token));
        }
    }

    /// `there is`.
    pub(super) fn there(&mut self, at: usize) {
        if matches!(self.after(at, 1), Some(Kind::Vp(_))) {
            if self.top().is_none_or(|o| o.clause.is_some()) {
                self.open_that_or_main(at);
            }
            if let Some(open) = self.top_mut() {
                open.there = true;
            }
        } else if let Some(open) = self.top_mut() {
            open.there = true;
        }
    }
}
