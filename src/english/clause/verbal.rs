//! What a verb group does to the open clauses: it finds its subject and opens what follows.

use super::builder::{Builder, Open, Opening};
use super::unit::Kind;
use crate::english::chunk::closed::{
    ACCUSE, BY, CAUSE, FOR, GET, LINK, MEANS, OBJECT_CONTROL, QUOTE, SAY, SUBORDINATOR, THAT_VERB, TOUGH,
};
use crate::english::{Complement, Form, VerbForm, Voice};

impl Builder<'_> {
    /// Whether a verb group is finite.
    pub(super) fn finite(&self, vp: u16) -> bool {
        self.parsed.vps.get(vp as usize).is_some_and(|v| v.form == VerbForm::Finite)
    }

    /// A verb group.
    pub(super) fn verb_group(&mut self, at: usize, vp: u16) {
        let Some(form) = self.parsed.vps.get(vp as usize).map(|v| v.form) else { return };
        match form {
            VerbForm::Finite => self.finite_verb(at, vp),
            VerbForm::Infinitive => self.infinitive(at, vp),
            VerbForm::Gerund => self.gerund(at, vp),
            VerbForm::Participle => self.participle(at, vp),
        }
    }

    /// A finite verb group.
    pub(super) fn finite_verb(&mut self, at: usize, vp: u16) {
        let joined = self.before(at, 1) == Some(Kind::And);
        let top_waits = self.top().is_some_and(|o| o.clause.is_none());
        let can_take = |o: &Open| o.clause.is_none() && o.opening != Opening::Bracket;
        if self.closes_quotation(at, vp) {
            self.stack.truncate(1);
            let clause = self.add(vp, None);
            self.open(Opening::Main).clause = Some(clause);
            return;
        }
        if top_waits {
            self.assign(self.stack.len() - 1, vp);
        } else if joined && let Some(depth) = self.stack.iter().rposition(|o| self.is_finite_clause(o)) {
            self.coordinate(depth, vp);
        } else if let Some(depth) = self.stack.iter().rposition(can_take).filter(|&d| self.has_subject(d)) {
            self.assign(depth, vp);
        } else if self.before(at, 1) == Some(Kind::Comma)
            && let Some(depth) = self.stack.iter().rposition(|o| self.is_finite_clause(o))
            && !self.says_with_speaker_after(at, vp)
        {
            self.coordinate(depth, vp);
        } else if let Some(Kind::Np(np)) = self.before(at, 1) {
            self.steal_object(np, vp);
        } else {
            self.stack.truncate(1);
            let parent = None;
            let clause = self.add(vp, parent);
            self.open(Opening::Main).clause = Some(clause);
        }
    }

    /// `…, said Putin`: a verb of saying after a comma, with a noun phrase behind it.
    fn says_with_speaker_after(&self, at: usize, vp: u16) -> bool {
        let says = self.parsed.vps.get(vp as usize).is_some_and(|v| self.cell(v.verb).has(SAY));
        says && matches!(self.after(at, 1), Some(Kind::Np(_)))
    }

    /// `…,” said Putin`: a quotation ends before a verb of saying, and its speaker follows.
    fn closes_quotation(&self, at: usize, vp: u16) -> bool {
        let Some(start) = self.parsed.vps.get(vp as usize).map(|v| v.range.start) else { return false };
        let quote = (1..=2).any(|back| start.checked_sub(back).is_some_and(|t| self.cell(t).has(QUOTE)));
        let speaker = matches!(self.after(at, 1), Some(Kind::Np(_)))
            && !matches!(self.after(at, 2), Some(Kind::Vp(v)) if self.finite(v));
        quote && speaker && self.before(at, 1) == Some(Kind::Comma) && self.says_with_speaker_after(at, vp)
    }

    fn has_subject(&self, depth: usize) -> bool {
        depth == 0
            || self.stack.get(depth).is_some_and(|o| o.subject.is_some() || o.antecedent.is_some() || o.there)
    }

    fn is_finite_clause(&self, open: &Open) -> bool {
        open.clause.and_then(|c| self.vp_of(c)).is_some_and(|v| v.form == VerbForm::Finite)
    }

    /// Gives a verb group to the waiting clause at a depth of the stack.
    fn assign(&mut self, depth: usize, vp: u16) {
        self.stack.truncate(depth + 1);
        let parent = self.stack.iter().take(depth).rev().find_map(|o| o.clause);
        let clause = self.add(vp, parent);
        let Some(open) = self.top() else { return };
        for child in self.clauses.iter_mut().take(clause as usize).skip(open.first_child as usize) {
            child.parent = child.parent.or(Some(clause));
        }
        let surface = open.subject.or(open.antecedent);
        if let Some(np) = surface.filter(|_| !open.there) {
            let nps = self.conjuncts(np);
            self.set_surface_subject(clause, nps.clone());
            if matches!(open.opening, Opening::Main | Opening::Subordinate | Opening::That) {
                self.fill_forward(&nps, clause);
            }
        }
        let gap = open.opening == Opening::Relative && open.subject.is_some() && open.antecedent.is_some();
        let takes_gap = gap && !self.passive(clause) && self.vp_of(clause).is_some_and(|v| !v.copula);
        if takes_gap && let Some(np) = open.antecedent.and_then(|a| self.group_of(a)) {
            let nps = self.conjuncts(np);
            if let Some(found) = self.clauses.get_mut(clause as usize) {
                found.obj = nps;
            }
        }
        if let Some(open) = self.top_mut() {
            open.clause = Some(clause);
            open.gap = takes_gap;
        }
    }

    /// Non-finite clauses before the subject take it: `Led by him, the troops …`.
    fn fill_forward(&mut self, nps: &[u16], parent: u16) {
        for index in std::mem::take(&mut self.forward) {
            self.set_surface_subject(index, nps.to_vec());
            if let Some(found) = self.clauses.get_mut(index as usize) {
                found.parent = Some(parent);
            }
        }
    }

    /// A verb group that shares the subject of the clause at a depth of the stack.
    fn coordinate(&mut self, depth: usize, vp: u16) {
        self.stack.truncate(depth + 1);
        let Some(first) = self.top_clause() else { return };
        let parent = self.clauses.get(first as usize).and_then(|c| c.parent);
        let subject = self.controller(first);
        let clause = self.add(vp, parent);
        self.set_surface_subject(clause, subject);
        let gap = self.top().filter(|o| o.gap).and_then(|o| o.antecedent).and_then(|a| self.group_of(a));
        if let Some(np) = gap.filter(|_| !self.passive(clause)) {
            let nps = self.conjuncts(np);
            if let Some(found) = self.clauses.get_mut(clause as usize) {
                found.obj = nps;
            }
        }
        if let Some(open) = self.top_mut() {
            open.clause = Some(clause);
        }
    }

    /// `he said the attack failed`: what was taken for the object is the subject of a new clause.
    fn steal_object(&mut self, np: u16, vp: u16) {
        let parent = self.nearest_clause();
        let nps = self.conjuncts(np);
        if let Some(found) = parent.and_then(|p| self.clauses.get_mut(p as usize)) {
            if found.obj == nps {
                found.obj.clear();
                found.comp = found.comp.or(Some(Complement::That));
            }
        }
        let clause = self.add(vp, parent);
        self.set_surface_subject(clause, nps);
        self.open(Opening::That).clause = Some(clause);
    }

    /// Adds a non-finite clause on top of the stack.
    fn non_finite(&mut self, vp: u16, surface: Vec<u16>) -> u16 {
        let parent = self.nearest_clause();
        let clause = self.add(vp, parent);
        self.set_surface_subject(clause, surface);
        self.open(Opening::NonFinite).clause = Some(clause);
        clause
    }

    /// Coordinates with an open clause of the same form, if there is one.
    fn joins_same_form(&mut self, at: usize, vp: u16, same: impl Fn(&crate::english::Vp) -> bool) -> bool {
        if self.before(at, 1) != Some(Kind::And) && self.before(at, 1) != Some(Kind::Comma) {
            return false;
        }
        let found = self.stack.iter().rposition(|o| o.clause.and_then(|c| self.vp_of(c)).is_some_and(&same));
        if let Some(depth) = found {
            self.coordinate(depth, vp);
        }
        found.is_some()
    }

    /// `to lead`, or a bare infinitive.
    fn infinitive(&mut self, at: usize, vp: u16) {
        let bare = self.parsed.vps.get(vp as usize).is_some_and(|v| self.cell(v.range.start).verb());
        let waits = self.top().is_none_or(|o| o.clause.is_none());
        let governed = match self.before(at, 1) {
            Some(Kind::And) => true,
            Some(Kind::Vp(_) | Kind::Np(_)) => self.top_clause().is_some_and(|c| self.verb_has(c, CAUSE)),
            _ => false,
        };
        let imperative = self.stack.first().is_some_and(|o| o.clause.is_none());
        if bare && (waits || !governed && (self.outer_waits() || imperative)) {
            self.bare_as_finite(at, vp);
            return;
        }
        let joined = self.before(at, 1) == Some(Kind::And) || bare && self.before(at, 1) == Some(Kind::Comma);
        if joined
            && self.joins_same_form(at, vp, |v| v.form == VerbForm::Infinitive || bare && v.modal.is_some())
        {
            return;
        }
        let Some(governor) = self.top_clause() else {
            self.infinitive_before_verb(at, vp);
            return;
        };
        let surface = self.infinitive_subject(at, governor, bare);
        if matches!(self.before(at, 1), Some(Kind::Vp(_) | Kind::Np(_) | Kind::Adjective(_) | Kind::Pp(_))) {
            self.complement(governor, Complement::Infinitive);
        }
        let tough = matches!(self.before(at, 1), Some(Kind::Adjective(a)) if self.cell(a).has(TOUGH));
        if tough && !matches!(self.after(at, 1), Some(Kind::Np(_))) {
            let clause = self.non_finite(vp, Vec::new());
            let object = self.controller(governor);
            if let Some(found) = self.clauses.get_mut(clause as usize) {
                found.obj = object;
            }
            return;
        }
        let surface = if tough { Vec::new() } else { surface };
        self.non_finite(vp, surface);
    }

    /// A base form with a subject before it is a present tense; without one, an imperative.
    fn bare_as_finite(&mut self, at: usize, vp: u16) {
        if let Some(group) = self.parsed.vps.get_mut(vp as usize) {
            group.form = VerbForm::Finite;
        }
        self.finite_verb(at, vp);
    }

    /// `To end the war, he …`, `the plan to attack failed`.
    fn infinitive_before_verb(&mut self, _at: usize, vp: u16) {
        let no_subject = self.top().is_some_and(|o| o.subject.is_none() && o.antecedent.is_none());
        let clause = self.non_finite(vp, Vec::new());
        if no_subject {
            self.forward.push(clause);
        }
    }

    fn infinitive_subject(&self, at: usize, governor: u16, bare: bool) -> Vec<u16> {
        let object_controls =
            self.verb_has(governor, OBJECT_CONTROL) || bare && self.verb_has(governor, CAUSE);
        match self.before(at, 1) {
            Some(Kind::Np(np)) if object_controls && !self.passive(governor) => self.conjuncts(np),
            Some(Kind::Pp(pp)) => {
                let phrase = self.parsed.pps.get(pp as usize).copied();
                let subject = phrase.filter(|p| self.cell(p.prep.start).has(FOR)).and_then(|p| p.np);
                match subject {
                    Some(np) => self.conjuncts(np),
                    None if object_controls && !self.passive(governor) => {
                        self.clauses.get(governor as usize).map(|c| c.obj.clone()).unwrap_or_default()
                    }
                    None => self.controller(governor),
                }
            }
            _ => self.controller(governor),
        }
    }

    /// `leading`.
    fn gerund(&mut self, at: usize, vp: u16) {
        if self.before(at, 1) == Some(Kind::And)
            && self.joins_same_form(at, vp, |v| v.form == VerbForm::Gerund)
        {
            return;
        }
        let top = self.top();
        let governor = top.and_then(|o| o.clause);
        let waiting_subject = top.filter(|o| o.clause.is_none()).and_then(|o| o.subject);
        let surface = match (self.before(at, 1), governor) {
            (Some(Kind::Vp(_)), Some(clause)) => {
                self.complement(clause, Complement::Gerund);
                self.controller(clause)
            }
            (Some(Kind::Np(np)), governor) => match governor {
                Some(clause) => self.gerund_after_phrase(np, clause, vp),
                None => self.conjuncts(np),
            },
            (Some(Kind::Pp(pp)), Some(clause)) => self.gerund_after_preposition(pp, clause, vp),
            (Some(Kind::Pp(_)), None) => match waiting_subject {
                Some(np) if !matches!(self.before(at, 1), Some(Kind::Pp(pp)) if self.empty(pp)) => {
                    self.conjuncts(np)
                }
                _ => Vec::new(),
            },
            (Some(Kind::Comma | Kind::Subordinator | Kind::Question | Kind::And | Kind::Adjective(_)), _) => {
                let outer = self.nearest_clause();
                match (waiting_subject, outer) {
                    (Some(np), _) => self.conjuncts(np),
                    (None, Some(clause)) => self.controller(clause),
                    (None, None) => Vec::new(),
                }
            }
            _ => Vec::new(),
        };
        let forward = surface.is_empty() && self.no_subject_yet();
        self.close_empty_subordinate();
        let clause = self.non_finite(vp, surface);
        if forward && self.comma_before_subject(at) {
            self.forward.push(clause);
        }
    }

    fn empty(&self, pp: u16) -> bool {
        self.parsed.pps.get(pp as usize).is_some_and(|p| p.np.is_none())
    }

    /// Whether no clause of the stack has subject or verb.
    fn no_subject_yet(&self) -> bool {
        self.stack.iter().all(|o| o.clause.is_none() && o.subject.is_none())
    }

    /// `while leading`: the subordinate clause has no subject of its own.
    fn close_empty_subordinate(&mut self) {
        let empty = self
            .top()
            .is_some_and(|o| o.opening == Opening::Subordinate && o.clause.is_none() && o.subject.is_none());
        if empty && self.stack.len() > 1 {
            self.stack.pop();
        }
    }

    /// Whether a comma comes before the next finite verb: then the clause is an adverbial, not the subject.
    fn comma_before_subject(&self, at: usize) -> bool {
        for unit in self.units.iter().skip(at + 1) {
            match unit.kind {
                Kind::Comma => return true,
                Kind::Vp(v) if self.finite(v) => return false,
                Kind::End => return false,
                _ => {}
            }
        }
        false
    }

    /// `accused of setting`, `accused him of setting`, `plans for setting`.
    fn gerund_after_preposition(&self, pp: u16, clause: u16, vp: u16) -> Vec<u16> {
        let Some(phrase) = self.parsed.pps.get(pp as usize) else { return Vec::new() };
        if let Some(np) = phrase.np {
            return self.gerund_after_phrase(np, clause, vp);
        }
        let adverbial = self.cell(phrase.prep.start).has(SUBORDINATOR.or(BY));
        let participle = self.vp_of(clause).is_some_and(|v| v.form == VerbForm::Participle);
        if adverbial
            && participle
            && let Some(outer) = self.nearest_other(clause)
        {
            return self.controller(outer);
        }
        match phrase.after_np {
            None => self.controller(clause),
            Some(_) if self.verb_has(clause, ACCUSE) && !self.passive(clause) => {
                self.clauses.get(clause as usize).map(|c| c.obj.clone()).unwrap_or_default()
            }
            Some(_) if self.cell(phrase.prep.start).has(BY) || !self.cell(phrase.prep.start).has(FOR) => {
                self.controller(clause)
            }
            Some(_) => Vec::new(),
        }
    }

    /// `met with volunteers helping residents`: the phrase's noun, unless the participle tells the means.
    fn gerund_after_phrase(&self, np: u16, clause: u16, vp: u16) -> Vec<u16> {
        let means = self.parsed.vps.get(vp as usize).is_some_and(|v| self.cell(v.verb).has(MEANS));
        if means {
            self.controller(clause)
        } else if self.time(np) {
            Vec::new()
        } else {
            self.conjuncts(np)
        }
    }

    /// The nearest open clause with a verb that is not `clause`.
    fn nearest_other(&self, clause: u16) -> Option<u16> {
        self.stack.iter().rev().filter_map(|o| o.clause).find(|&c| c != clause)
    }

    /// `led`, without auxiliary.
    fn participle(&mut self, at: usize, vp: u16) {
        if self.mistagged_past(at, vp) {
            if let Some(group) = self.parsed.vps.get_mut(vp as usize) {
                group.form = VerbForm::Finite;
                group.voice = Voice::Active;
            }
            self.finite_verb(at, vp);
            return;
        }
        if self.before(at, 1) == Some(Kind::And) && self.joins_participle(vp) {
            return;
        }
        let top = self.top();
        let waiting_subject = top.filter(|o| o.clause.is_none()).and_then(|o| o.subject);
        let surface = match (self.before(at, 1), top.and_then(|o| o.clause)) {
            (Some(Kind::Np(np)), _) => self.conjuncts(np),
            (Some(Kind::Pp(_)), _) => {
                self.last_np.and_then(|n| self.group_of(n)).map(|n| self.conjuncts(n)).unwrap_or_default()
            }
            (Some(Kind::Comma), Some(_)) => match self.before(at, 2) {
                Some(Kind::Np(np)) => self.conjuncts(np),
                _ => Vec::new(),
            },
            (Some(Kind::Comma), None) => waiting_subject.map(|n| self.conjuncts(n)).unwrap_or_default(),
            (Some(Kind::Vp(_)), Some(clause)) if self.verb_has(clause, LINK.or(GET)) => {
                self.controller(clause)
            }
            _ => Vec::new(),
        };
        let forward = surface.is_empty() && self.no_subject_yet();
        self.close_empty_subordinate();
        let clause = self.non_finite(vp, surface);
        if forward {
            self.forward.push(clause);
        }
    }

    /// A participle between subject and object, without auxiliary, is a past tense that was tagged wrong.
    fn mistagged_past(&self, at: usize, vp: u16) -> bool {
        use crate::english::chunk::closed::{DITRANSITIVE, NAMING};
        let waits =
            self.top().is_some_and(|o| o.clause.is_none() && (o.subject.is_some() || o.antecedent.is_some()));
        let Some(verb) = self.parsed.vps.get(vp as usize).map(|v| self.cell(v.verb)) else { return false };
        let object = matches!(self.after(at, 1), Some(Kind::Np(np)) if !self.time(np));
        let relative = self.top().is_some_and(|o| o.opening == Opening::Relative && o.clause.is_none());
        waits && (object && !verb.has(DITRANSITIVE.or(NAMING)) || relative || !self.finite_verb_ahead(at))
    }

    /// Whether a finite verb comes before the end of the clause.
    fn finite_verb_ahead(&self, at: usize) -> bool {
        for unit in self.units.iter().skip(at + 1) {
            match unit.kind {
                Kind::Vp(v) if self.finite(v) => return true,
                Kind::End | Kind::Subordinator | Kind::That | Kind::Question => return false,
                _ => {}
            }
        }
        false
    }

    /// `was killed and wounded`, `has led and won`: shares auxiliaries and subject.
    fn joins_participle(&mut self, vp: u16) -> bool {
        let auxiliary = |v: &crate::english::Vp| v.perfect || v.voice == Voice::Passive;
        let found =
            self.stack.iter().rposition(|o| o.clause.and_then(|c| self.vp_of(c)).is_some_and(auxiliary));
        let Some(depth) = found else { return false };
        let first = self.stack.get(depth).and_then(|o| o.clause).and_then(|c| self.vp_of(c)).cloned();
        if let (Some(first), Some(group)) = (first, self.parsed.vps.get_mut(vp as usize)) {
            group.voice = first.voice;
            group.form = first.form;
            group.perfect = first.perfect;
            group.modal = first.modal;
        }
        self.coordinate(depth, vp);
        true
    }

    /// A new clause after a comma or conjunction, with its own subject.
    pub(super) fn open_coordinate(&mut self, np: u16) {
        let keeps = |o: &Open| o.clause.is_none() && o.subject.is_none() && o.antecedent.is_none();
        // A sentence that began with a subordinate clause: its main clause comes now.
        if let Some(depth) = self.stack.iter().rposition(keeps) {
            self.stack.truncate(depth + 1);
        } else {
            let depth = self
                .stack
                .iter()
                .rposition(|o| matches!(o.opening, Opening::Main | Opening::That | Opening::Bracket))
                .unwrap_or(0);
            self.stack.truncate(depth);
            let opening = Opening::Main;
            self.open(opening);
        }
        if let Some(open) = self.top_mut() {
            open.subject = Some(np);
        }
    }

    /// Whether an outer clause still waits for its verb.
    pub(super) fn outer_waits(&self) -> bool {
        self.stack.iter().any(|o| o.clause.is_none() && (o.subject.is_some() || o.there))
    }

    /// Whether the noun phrase at a unit has a finite verb of its own: phrases, appositions and relative clauses
    /// between them are stepped over.
    pub(super) fn finite_follows(&self, at: usize) -> bool {
        let mut wanted = 1;
        let mut commas = 0;
        let mut previous = Kind::End;
        for unit in self.units.iter().skip(at + 1).take(40) {
            match unit.kind {
                Kind::Vp(v) if self.finite(v) => {
                    wanted -= 1;
                    if wanted == 0 {
                        return commas % 2 == 0;
                    }
                }
                Kind::Vp(v) => {
                    let form = self.parsed.vps.get(v as usize).map(|g| g.form);
                    if form == Some(VerbForm::Infinitive)
                        && self
                            .parsed
                            .vps
                            .get(v as usize)
                            .is_some_and(|g| self.cell(g.range.start).form(Form::Base))
                    {
                        return previous != Kind::Comma;
                    }
                }
                Kind::Relative(_) | Kind::RelativePp(_) => wanted += 1,
                Kind::Np(np) if wanted == 1 && commas == 0 && !self.time(np) => {
                    if matches!(previous, Kind::Vp(_)) { /* object of a participle */
                    } else {
                        wanted += 1
                    }
                }
                Kind::Comma => commas += 1,
                Kind::Np(_) if commas % 2 == 0 && wanted == 1 => return false,
                Kind::That | Kind::Subordinator | Kind::Question => wanted += 1,
                Kind::End => return false,
                Kind::And if wanted == 1 && !matches!(previous, Kind::Vp(_)) => return false,
                _ => {}
            }
            previous = unit.kind;
        }
        false
    }

    /// The conjunction *that*: a complement of the verb, noun or adjective before it.
    pub(super) fn that(&mut self, at: usize) {
        let verb_next = matches!(self.after(at, 1), Some(Kind::Vp(v)) if self.finite(v));
        if verb_next && matches!(self.before(at, 1), Some(Kind::Np(_) | Kind::Pp(_))) {
            let antecedent = self.last_np.and_then(|n| self.group_of(n));
            self.open(Opening::Relative).antecedent = antecedent;
            return;
        }
        if let Some(depth) =
            self.stack.iter().rposition(|o| o.clause.is_some_and(|c| self.verb_has(c, THAT_VERB)))
            && self.before(at, 1) == Some(Kind::And)
        {
            self.stack.truncate(depth + 1);
        }
        if let Some(clause) = self.top_clause()
            && !matches!(self.before(at, 1), Some(Kind::Np(_))) | self.verb_has(clause, THAT_VERB)
        {
            self.complement(clause, Complement::That);
        }
        self.open(Opening::That);
    }

    /// A clause after a conjunction or question word.
    pub(super) fn subordinate(&mut self, at: usize, complement: Option<Complement>) {
        if let (Some(complement), Some(Kind::Vp(_)), Some(clause)) =
            (complement, self.before(at, 1), self.top_clause())
        {
            self.complement(clause, complement);
        }
        self.open(Opening::Subordinate);
    }

    /// Before `there is` when the innermost clause has its verb.
    pub(super) fn open_that_or_main(&mut self, at: usize) {
        match (self.before(at, 1), self.top_clause()) {
            (Some(Kind::Vp(_)), Some(clause)) if self.verb_has(clause, THAT_VERB) => {
                self.complement(clause, Complement::That);
                self.open(Opening::That);
            }
            _ => {
                self.open(Opening::Main);
            }
        }
    }
}
