//! What a noun phrase, preposition, relative pronoun or adjective does to the open clauses.

use super::builder::{Builder, Opening};
use super::unit::Kind;
use crate::english::chunk::closed::{
    BECOME, DAY, DITRANSITIVE, INTRANSITIVE, MEASURE_VERB, NAMING, NOMINATIVE, QUOTE, REFLEXIVE, SAY, THAT,
    THAT_VERB, TIME, TIME_VERB, UNIT,
};
use crate::english::{Complement, Entity, Form, Upos, VerbForm, Voice};

impl Builder<'_> {
    /// A noun phrase that is no object of a preposition.
    pub(super) fn noun_phrase(&mut self, at: usize, np: u16) {
        if self.is_conjunction(at, np) {
            self.that(at);
            return;
        }
        let Some(top) = self.top() else { return };
        let verb_next = matches!(self.after(at, 1), Some(Kind::Vp(v)) if self.finite(v));
        self.detached = self.loose_token_before(at);
        let subject_known = top.clause.is_some() || top.subject.is_some();
        if self.time(np) && (!verb_next || subject_known) && !self.wants_time(at)
            || self.head(np).has(REFLEXIVE) && !matches!(self.before(at, 1), Some(Kind::Vp(_)))
        {
            return;
        }
        match top.clause {
            None => self.before_verb(at, np, verb_next),
            Some(clause) => self.after_verb(at, np, clause, verb_next),
        }
    }

    /// `said on Monday that he …`: *that* tagged as a pronoun, between a verb and a new subject.
    fn is_conjunction(&self, at: usize, np: u16) -> bool {
        let head = self.head(np);
        let alone = self.parsed.nps.get(np as usize).is_some_and(|n| n.range.len() == 1);
        alone
            && head.has(THAT)
            && matches!(self.after(at, 1), Some(Kind::Np(_) | Kind::There))
            && self.finite_follows(at + 1)
            && self.top_clause().is_some()
    }

    /// Whether a time is the true object of the verb before it: `spent three weeks`.
    fn wants_time(&self, at: usize) -> bool {
        let Some(clause) = self.top_clause() else { return false };
        // *yesterday* is the day of the event, never its object.
        let adverb = matches!(self.units.get(at).map(|u| u.kind), Some(Kind::Np(np))
            if self.head(np).has(DAY) && self.parsed.nps.get(np as usize).is_some_and(|n| n.range.len() == 1));
        let touches = matches!(self.before(at, 1), Some(Kind::Vp(_)));
        touches
            && (!adverb && self.verb_has(clause, TIME_VERB) || self.vp_of(clause).is_some_and(|v| v.copula))
    }

    /// Before the verb of the innermost clause: its subject, an apposition, or the subject of a relative clause.
    fn before_verb(&mut self, at: usize, np: u16, verb_next: bool) {
        let Some(top) = self.top() else { return };
        let Some(subject) = top.subject else {
            if let Some(open) = self.top_mut() {
                open.subject = Some(np);
            }
            return;
        };
        let before = self.before(at, 1);
        if self.time(subject) && !self.time(np) {
            if let Some(open) = self.top_mut() {
                open.subject = Some(np);
            }
            return;
        }
        if verb_next && before == Some(Kind::Comma) && self.parenthetical(at) {
            self.open(Opening::Main).subject = Some(np);
        } else if verb_next && !self.detached && matches!(before, Some(Kind::Np(_) | Kind::Pp(_))) {
            self.open_relative(self.last_np, Some(np));
        } else if before == Some(Kind::Comma)
            && (verb_next && self.starts_new_clause(np) || self.after_quote(np))
            && let Some(open) = self.top_mut()
        {
            open.subject = Some(np);
        }
    }

    /// `, the court decided,` between a subject and its verb.
    fn parenthetical(&self, at: usize) -> bool {
        let says = matches!(self.after(at, 1), Some(Kind::Vp(v)) if self.parsed.vps.get(v as usize)
            .is_some_and(|g| self.cell(g.verb).has(THAT_VERB.or(SAY))));
        says && self.after(at, 2) == Some(Kind::Comma)
    }

    /// A second subject candidate after a comma replaces the first if that one was only fronted: a pronoun
    /// is never an apposition.
    fn starts_new_clause(&self, np: u16) -> bool {
        self.head(np).has(NOMINATIVE)
    }

    /// `…,” his wife said`: a quotation ends right before the noun phrase.
    fn after_quote(&self, np: u16) -> bool {
        let start = self.parsed.nps.get(np as usize).map_or(0, |n| n.range.start);
        (1..=2).any(|back| start.checked_sub(back).is_some_and(|at| self.cell(at).has(QUOTE)))
    }

    /// Opens a relative clause that has its own subject.
    pub(super) fn open_relative(&mut self, antecedent: Option<u16>, subject: Option<u16>) {
        let open = self.open(Opening::Relative);
        open.antecedent = antecedent;
        open.subject = subject;
    }

    /// After the verb of the innermost clause.
    fn after_verb(&mut self, at: usize, np: u16, clause: u16, verb_next: bool) {
        let nominative = self.head(np).has(NOMINATIVE);
        match self.before(at, 1) {
            Some(Kind::Comma | Kind::And) if self.finite_follows(at) => self.open_coordinate(np),
            Some(Kind::Vp(_)) => {
                let outer_waits = self.outer_waits();
                let complement = self.verb_has(clause, THAT_VERB) && !self.passive(clause)
                    || self.verb_has(clause, THAT_VERB) && nominative;
                if nominative && verb_next || complement && !outer_waits && self.finite_follows(at) {
                    self.complement(clause, Complement::That);
                    self.open(Opening::That).subject = Some(np);
                } else {
                    self.object(clause, np);
                    self.share_object(at, clause);
                }
            }
            Some(Kind::Pp(pp))
                if !verb_next && self.time_phrase(pp) && matches!(self.before(at, 2), Some(Kind::Vp(_))) =>
            {
                self.object(clause, np);
            }
            // `signed last week an agreement`, `delivered, to general surprise, a speech`
            Some(Kind::Np(_) | Kind::Comma) if !verb_next && self.object_at_a_distance(at, clause) => {
                self.object(clause, np);
            }
            Some(Kind::Np(_) | Kind::Pp(_)) if verb_next => self.second_subject(at, np, clause, nominative),
            Some(Kind::Np(_))
                if self.verb_has(clause, DITRANSITIVE)
                    && self.verb_has(clause, THAT_VERB)
                    && self.finite_follows(at) =>
            {
                self.complement(clause, Complement::That);
                self.open(Opening::That).subject = Some(np);
            }
            Some(Kind::Np(_)) => self.second_object(clause, np),
            Some(Kind::Adjective(_)) if verb_next || self.finite_follows(at) => {
                self.complement(clause, Complement::That);
                self.open(Opening::That).subject = Some(np);
            }
            _ => {}
        }
    }

    /// Whether only a time, or a phrase between commas, stands between a verb without object and the unit.
    fn object_at_a_distance(&self, at: usize, clause: u16) -> bool {
        let free = self.clauses.get(clause as usize).is_some_and(|c| c.obj.is_empty() && c.comp.is_none());
        let between = match self.before(at, 1) {
            Some(Kind::Np(np)) if self.time(np) => 2,
            Some(Kind::Comma)
                if matches!(self.before(at, 2), Some(Kind::Pp(_)))
                    && self.before(at, 3) == Some(Kind::Comma)
                    && !self.finite_follows(at) =>
            {
                4
            }
            _ => return false,
        };
        let verb = matches!(self.before(at, between), Some(Kind::Vp(_)));
        free && verb && !self.passive(clause) && !self.verb_has(clause, INTRANSITIVE.or(SAY))
    }

    /// `on Wednesday`: an object may follow it (`announced on Wednesday a plan`).
    pub(super) fn time_phrase(&self, pp: u16) -> bool {
        self.parsed.pps.get(pp as usize).and_then(|p| p.np).is_some_and(|np| self.time(np))
    }

    /// `seized and held the town`: the object belongs to both verbs.
    fn share_object(&mut self, at: usize, clause: u16) {
        let (Some(Kind::And), Some(Kind::Vp(_)), Some(first)) =
            (self.before(at, 2), self.before(at, 3), clause.checked_sub(1))
        else {
            return;
        };
        let form = |c: u16| self.vp_of(c).map(|v| (v.form, v.voice));
        let object = self.clauses.get(clause as usize).map(|c| c.obj.clone()).unwrap_or_default();
        if form(first) == form(clause)
            && !self.passive(first)
            && !self.verb_has(first, INTRANSITIVE.or(MEASURE_VERB))
            && let Some(found) = self.clauses.get_mut(first as usize)
            && found.obj.is_empty()
            && found.pps.is_empty()
        {
            found.obj = object;
        }
    }

    /// `the area they control`, `told reporters he left`, `said on Monday he left`.
    fn second_subject(&mut self, at: usize, np: u16, clause: u16, nominative: bool) {
        let has_object =
            self.clauses.get(clause as usize).is_some_and(|c| !c.obj.is_empty() || c.iobj.is_some());
        let after_pp = matches!(self.before(at, 1), Some(Kind::Pp(_)));
        let that_verb = self.verb_has(clause, THAT_VERB);
        let ditransitive = self.verb_has(clause, DITRANSITIVE);
        let antecedent =
            self.last_np.filter(|&a| !self.time(a) && self.head(a).entity != Some(Entity::Person));
        if that_verb && (has_object && ditransitive || after_pp && !has_object)
            || antecedent.is_none() && nominative
        {
            self.complement(clause, Complement::That);
            self.open(Opening::That).subject = Some(np);
        } else {
            self.open_relative(antecedent, Some(np));
        }
    }

    /// `gave them arms`: the first object was the receiver.
    fn second_object(&mut self, clause: u16, np: u16) {
        if !self.verb_has(clause, DITRANSITIVE) || self.head(np).form(Form::Pers) {
            return;
        }
        let conjuncts = self.conjuncts(np);
        if let Some(found) = self.clauses.get_mut(clause as usize)
            && found.iobj.is_none()
            && let Some(&first) = found.obj.first()
        {
            found.iobj = Some(first);
            found.obj = conjuncts;
        }
    }

    /// The noun phrase right after the verb.
    pub(super) fn object(&mut self, clause: u16, np: u16) {
        let there = self.top().is_some_and(|o| o.there);
        let gap = self.top().is_some_and(|o| o.gap);
        let Some(vp) = self.vp_of(clause).cloned() else { return };
        let linking = vp.copula || self.verb_has(clause, BECOME);
        let amount = self.head(np).has(UNIT.or(TIME)) || self.head(np).is(Upos::Num);
        let measure = self.verb_has(clause, MEASURE_VERB) && amount;
        let head = self.parsed.nps.get(np as usize).map(|n| n.head);
        let conjuncts = self.conjuncts(np);
        let (ditransitive, naming) = (self.verb_has(clause, DITRANSITIVE), self.verb_has(clause, NAMING));
        let says = self.verb_has(clause, SAY) && vp.form == VerbForm::Finite;
        let Some(found) = self.clauses.get_mut(clause as usize) else { return };
        let no_object = found.obj.is_empty();
        let no_subject = found.subj.is_empty() && vp.form == VerbForm::Finite;
        if vp.copula && (there || no_subject) {
            found.subj = conjuncts;
        } else if linking {
            found.predicative = head;
        } else if measure {
        } else if vp.voice == Voice::Passive {
            if no_object && vp.form == VerbForm::Finite {
                found.obj = conjuncts;
            } else if ditransitive
                && !naming
                && let Some(&receiver) = found.obj.first()
            {
                found.iobj = Some(receiver);
                found.obj = conjuncts;
            }
        } else if says && no_subject {
            found.subj = conjuncts;
        } else if gap && ditransitive {
            found.iobj = conjuncts.first().copied();
        } else {
            found.obj = conjuncts;
            if let Some(open) = self.top_mut() {
                open.gap = false;
            }
        }
    }
}
