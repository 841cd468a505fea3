//! Verb groups without finite verb: infinitives, gerunds, participles, and whose subject they take.

use super::builder::{Builder, Opening};
use super::unit::Kind;
use crate::english::chunk::closed::{
    ACCUSE, BY, CAUSE, FOR, GET, LINK, MEANS, OBJECT_CONTROL, SUBORDINATOR, TOUGH,
};
use crate::english::{Complement, Form, VerbForm, Voice};

impl Builder<'_> {
    /// Whether a verb group is finite.
    pub(super) fn finite(&self, vp: u16) -> bool {
        self.parsed.vps.get(vp as usize).is_some_and(|v| v.form == VerbForm::Finite)
    }

    /// The form of a verb group.
    pub(super) fn form(&self, vp: u16) -> Option<VerbForm> {
        self.parsed.vps.get(vp as usize).map(|v| v.form)
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

    /// Adds a non-finite clause on top of the stack.
    pub(super) fn non_finite(&mut self, vp: u16, surface: Vec<u16>) -> u16 {
        let parent = self.nearest_clause();
        let clause = self.add(vp, parent);
        self.set_surface_subject(clause, surface);
        self.open(Opening::NonFinite).clause = Some(clause);
        clause
    }

    /// Coordinates with an open clause of the same form, if there is one.
    pub(super) fn joins_same_form(
        &mut self,
        at: usize,
        vp: u16,
        same: impl Fn(&crate::english::Vp) -> bool,
    ) -> bool {
        if self.before(at, 1) != Some(Kind::And) && self.before(at, 1) != Some(Kind::Comma) {
            return false;
        }
        let found = self.stack.iter().rposition(|o| o.clause.and_then(|c| self.vp_of(c)).is_some_and(&same));
        if let Some(depth) = found {
            self.share_modal(depth, vp);
            self.coordinate(depth, vp);
        }
        found.is_some()
    }

    /// `could boost exports and earn money`: the bare form shares the modal verb.
    fn share_modal(&mut self, depth: usize, vp: u16) {
        let first = self.stack.get(depth).and_then(|o| o.clause).and_then(|c| self.vp_of(c)).cloned();
        if let Some(first) = first.filter(|f| f.modal.is_some())
            && let Some(group) = self.parsed.vps.get_mut(vp as usize)
            && group.form == VerbForm::Infinitive
        {
            (group.form, group.modal) = (first.form, first.modal);
        }
    }

    /// `to lead`, or a bare infinitive.
    pub(super) fn infinitive(&mut self, at: usize, vp: u16) {
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
        if bare && self.before(at, 1) == Some(Kind::And) {
            self.bare_as_finite(at, vp);
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
    pub(super) fn bare_as_finite(&mut self, at: usize, vp: u16) {
        if let Some(group) = self.parsed.vps.get_mut(vp as usize) {
            group.form = VerbForm::Finite;
        }
        self.finite_verb(at, vp);
    }

    /// `To end the war, he …`, `the plan to attack failed`.
    pub(super) fn infinitive_before_verb(&mut self, _at: usize, vp: u16) {
        let no_subject = self.top().is_some_and(|o| o.subject.is_none() && o.antecedent.is_none());
        let clause = self.non_finite(vp, Vec::new());
        if no_subject {
            self.forward.push(clause);
        }
    }

    pub(super) fn infinitive_subject(&self, at: usize, governor: u16, bare: bool) -> Vec<u16> {
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
    pub(super) fn gerund(&mut self, at: usize, vp: u16) {
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

    /// `accused of setting`, `accused him of setting`, `plans for setting`.
    pub(super) fn gerund_after_preposition(&self, pp: u16, clause: u16, vp: u16) -> Vec<u16> {
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
    pub(super) fn gerund_after_phrase(&self, np: u16, clause: u16, vp: u16) -> Vec<u16> {
        let means = self.parsed.vps.get(vp as usize).is_some_and(|v| self.cell(v.verb).has(MEANS));
        if means {
            self.controller(clause)
        } else if self.time(np) {
            Vec::new()
        } else {
            self.conjuncts(np)
        }
    }

    /// `led`, without auxiliary.
    pub(super) fn participle(&mut self, at: usize, vp: u16) {
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
            (Some(Kind::Open), _) => match self.before(at, 2) {
                Some(Kind::Np(np)) => self.conjuncts(np),
                _ => Vec::new(),
            },
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
    pub(super) fn mistagged_past(&self, at: usize, vp: u16) -> bool {
        use crate::english::chunk::closed::{DITRANSITIVE, NAMING};
        let waits =
            self.top().is_some_and(|o| o.clause.is_none() && (o.subject.is_some() || o.antecedent.is_some()));
        let Some(verb) = self.parsed.vps.get(vp as usize).map(|v| self.cell(v.verb)) else { return false };
        let object = matches!(self.after(at, 1), Some(Kind::Np(np)) if !self.time(np));
        let relative = self.top().is_some_and(|o| o.opening == Opening::Relative && o.clause.is_none());
        let outer = matches!(self.before(at, 1), Some(Kind::Np(_) | Kind::Pp(_) | Kind::Vp(_) | Kind::Comma))
            && self.outer_waits()
            && !matches!(self.after(at, 1), Some(Kind::Pp(pp)) if self.agent_phrase(pp))
            && !self.finite_verb_ahead(at);
        // `destroyed bridges and shelled villages`
        let further = matches!(self.before(at, 1), Some(Kind::And | Kind::Comma))
            && object
            && self.nearest_clause().and_then(|c| self.vp_of(c)).is_some_and(|v| {
                v.form == VerbForm::Finite
                    && v.range.len() == 1
                    && (self.cell(v.verb).form(Form::Past) || self.cell(v.verb).form(Form::Pp))
            });
        outer
            || further
            || waits
                && (object && !verb.has(DITRANSITIVE.or(NAMING)) || relative || !self.finite_verb_ahead(at))
    }

    /// `was killed and wounded`, `has led and won`: shares auxiliaries and subject.
    pub(super) fn joins_participle(&mut self, vp: u16) -> bool {
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
}
