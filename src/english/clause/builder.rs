//! Builds clauses from left to right with a stack of clauses that are still open.

use super::unit::{self, Kind, Unit};
use crate::english::chunk::closed::{
    BY, CAUSE, Class, DITRANSITIVE, GET, HAVE, INTRANSITIVE, NAMING, NOMINATIVE, OBJECT_CONTROL, SAY,
    SUBORDINATOR, THAT_VERB, UNIT,
};
use crate::english::chunk::token::Cell;
use crate::english::{Clause, Complement, Form, Parsed, Upos, VerbForm, Voice, Vp};

/// Why a clause is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// Main clause or coordinated with one.
    Main,
    /// After a relative pronoun, or a relative clause without one.
    Relative,
    /// After a preposition with relative pronoun: the antecedent fills no role.
    Adverbial,
    /// Complement with or without *that*.
    That,
    /// After a subordinating conjunction.
    Subordinate,
    /// Without finite verb.
    NonFinite,
    /// Inside brackets.
    Bracket,
}

/// A clause that may still take something.
#[derive(Clone, Copy, Debug)]
pub struct Open {
    /// Why it is open.
    pub opening: Opening,
    /// Its clause, once the verb group has been met.
    pub clause: Option<u16>,
    /// First noun phrase of its surface subject.
    pub subject: Option<u16>,
    /// The antecedent of a relative clause.
    pub antecedent: Option<u16>,
    /// Whether its object is the antecedent so far (an explicit object replaces it).
    pub gap: bool,
    /// The prepositional phrase that opens it (`to which`).
    pub pp: Option<u16>,
    /// Whether it begins with *there*.
    pub there: bool,
    /// Clauses that were met before its own verb group and depend on it.
    pub first_child: u16,
}

/// State of the walk over one sentence.
pub struct Builder<'a> {
    pub(super) cells: &'a [Cell],
    pub(super) parsed: &'a mut Parsed,
    pub(super) units: &'a [Unit],
    pub(super) stack: Vec<Open>,
    pub(super) clauses: Vec<Clause>,
    /// The noun phrase met last, in whatever role.
    pub(super) last_np: Option<u16>,
    /// Clauses that wait for the subject of the main clause (`Led by him, the troops …`).
    pub(super) forward: Vec<u16>,
    /// Whether a symbol stands between the noun phrase at hand and the unit before (`M/A-Com Inc`).
    pub(super) detached: bool,
}

impl<'a> Builder<'a> {
    /// A builder at the start of the sentence.
    pub fn new(cells: &'a [Cell], parsed: &'a mut Parsed, units: &'a [Unit]) -> Self {
        let mut builder = Self {
            cells,
            parsed,
            units,
            stack: Vec::new(),
            clauses: Vec::new(),
            last_np: None,
            forward: Vec::new(),
            detached: false,
        };
        builder.open(Opening::Main);
        builder.settle_participles();
        builder
    }

    /// A participle between a subject and an object, without auxiliary, is a past tense that was tagged wrong;
    /// a past tense before its agent, after a noun phrase whose own verb is still to come, is a participle.
    fn settle_participles(&mut self) {
        for at in 1..self.units.len() {
            let Some(Kind::Vp(vp)) = self.units.get(at).map(|u| u.kind) else { continue };
            self.settle_causative(at);
            self.settle_reported(at);
            let Some(group) = self.parsed.vps.get(vp as usize).filter(|g| g.range.len() == 1) else {
                continue;
            };
            let verb = self.cell(group.verb);
            let (before, after) = (self.before(at, 1), self.after(at, 1));
            let object = matches!(after, Some(Kind::Np(np)) if !self.time(np));
            let subject = matches!(before, Some(Kind::Np(_)))
                && !matches!(self.before(at, 2), Some(Kind::Vp(_) | Kind::Pp(_) | Kind::Np(_)));
            let agent = matches!(after, Some(Kind::Pp(pp)) if self.agent_phrase(pp));
            let past = group.form == VerbForm::Finite && verb.form(Form::Past);
            let new_clause = self.before(at, 2) == Some(Kind::And) && self.before(at, 3) == Some(Kind::Comma);
            let transitive = object && !verb.has(DITRANSITIVE.or(NAMING));
            // `soldiers seized and held the town`
            let shares_object = after == Some(Kind::And)
                && matches!(self.after(at, 2), Some(Kind::Vp(v)) if self.finite_group(v))
                && matches!(self.after(at, 3), Some(Kind::Np(_)));
            let to_finite = group.form == VerbForm::Participle
                && subject
                && (transitive || new_clause && !agent || shares_object);
            // `The warrant issued on Monday was void.`
            let reduced = past
                && subject
                && !verb.has(SAY.or(THAT_VERB).or(INTRANSITIVE))
                && self.finite_after_phrases(at);
            let to_participle =
                reduced || past && agent && matches!(before, Some(Kind::Np(_))) && self.other_finite_verb(at);
            if let Some(group) = self.parsed.vps.get_mut(vp as usize) {
                if to_finite {
                    (group.form, group.voice) = (VerbForm::Finite, Voice::Active);
                } else if to_participle {
                    (group.form, group.voice) = (VerbForm::Participle, Voice::Passive);
                }
            }
        }
    }

    /// `let them leave`, `have it translated`: after a causative verb and its object, a form that looks like a
    /// present or past tense is an infinitive or participle.
    fn settle_causative(&mut self, at: usize) {
        let (Some(Kind::Vp(cause)), Some(Kind::Np(np)), Some(Kind::Vp(vp))) =
            (self.before(at, 2), self.before(at, 1), self.units.get(at).map(|u| u.kind))
        else {
            return;
        };
        let Some(cause) = self.parsed.vps.get(cause as usize).map(|v| self.cell(v.verb)) else { return };
        let nominative = self.head(np).has(NOMINATIVE);
        let object_follows = matches!(self.after(at, 1), Some(Kind::Np(n)) if !self.time(n));
        let Some(group) = self.parsed.vps.get(vp as usize).filter(|g| g.range.len() == 1 && !nominative)
        else {
            return;
        };
        let verb = self.cell(group.verb);
        let Some(group) = self.parsed.vps.get_mut(vp as usize) else { return };
        if cause.has(CAUSE) && verb.form(Form::Pres) {
            group.form = VerbForm::Infinitive;
        } else if (cause.has(HAVE.or(GET)) || cause.has(OBJECT_CONTROL) && !cause.has(THAT_VERB))
            && verb.form(Form::Past)
            && !object_follows
        {
            (group.form, group.voice) = (VerbForm::Participle, Voice::Passive);
        }
    }

    /// `said his report focused on`: after a verb of saying and a noun phrase, a participle is a past tense if no
    /// finite verb follows.
    fn settle_reported(&mut self, at: usize) {
        let (Some(Kind::Vp(says)), Some(Kind::Np(_)), Some(Kind::Vp(vp))) =
            (self.before(at, 2), self.before(at, 1), self.units.get(at).map(|u| u.kind))
        else {
            return;
        };
        let says = self.parsed.vps.get(says as usize).map(|v| self.cell(v.verb));
        let reports = says.is_some_and(|c| c.has(SAY) && !c.has(DITRANSITIVE) && !c.has(NAMING));
        let ends =
            |kind| matches!(kind, Kind::End | Kind::Comma | Kind::And | Kind::That | Kind::Subordinator);
        let verb_ahead = self.units.iter().skip(at + 1).map(|u| u.kind).take_while(|&k| !ends(k));
        let alone = !verb_ahead.into_iter().any(|k| matches!(k, Kind::Vp(v) if self.finite_group(v)));
        if reports
            && alone
            && let Some(group) = self.parsed.vps.get_mut(vp as usize)
            && group.form == VerbForm::Participle
        {
            (group.form, group.voice) = (VerbForm::Finite, Voice::Active);
        }
    }

    pub(super) fn agent_phrase(&self, pp: u16) -> bool {
        let Some(phrase) = self.parsed.pps.get(pp as usize) else { return false };
        self.cell(phrase.prep.start).has(BY)
            && phrase
                .np
                .is_some_and(|np| !self.time(np) && !self.head(np).has(UNIT) && !self.head(np).is(Upos::Num))
    }

    /// Whether a finite verb stands right after the agent of the participle at `at`, or before its noun phrase.
    fn other_finite_verb(&self, at: usize) -> bool {
        let after = matches!(self.after(at, 2), Some(Kind::Vp(v)) if self.finite_group(v));
        let before = matches!(self.before(at, 2), Some(Kind::Vp(_)));
        after || before
    }

    /// Whether nothing but prepositional phrases, at least one, stands between the verb at `at` and a finite verb.
    fn finite_after_phrases(&self, at: usize) -> bool {
        let behind = self.units.get(at + 1..).unwrap_or_default();
        // `remained after the tax was abolished`: such prepositions are conjunctions too.
        let plain = |pp: u16| {
            self.parsed.pps.get(pp as usize).is_some_and(|p| !self.cell(p.prep.start).has(SUBORDINATOR))
        };
        let phrases = behind.iter().take_while(|u| matches!(u.kind, Kind::Pp(pp) if plain(pp))).count();
        phrases > 0
            && matches!(behind.get(phrases).map(|u| u.kind), Some(Kind::Vp(v)) if self.finite_group(v))
    }

    fn finite_group(&self, vp: u16) -> bool {
        self.parsed.vps.get(vp as usize).is_some_and(|g| g.form == VerbForm::Finite)
    }

    /// The clauses of the sentence.
    pub fn run(mut self) -> Vec<Clause> {
        for (at, unit) in self.units.iter().enumerate() {
            self.take(at, unit.kind);
        }
        self.clauses
    }

    fn take(&mut self, at: usize, kind: Kind) {
        match kind {
            Kind::Np(np) => {
                self.noun_phrase(at, np);
                self.last_np = Some(self.last_conjunct(np));
            }
            Kind::Vp(vp) => self.verb_group(at, vp),
            Kind::Pp(pp) => self.prepositional(at, pp),
            Kind::Relative(np) => self.relative(at, np),
            Kind::RelativePp(pp) => {
                self.prepositional_antecedent(pp);
                self.open(Opening::Adverbial).pp = Some(pp);
            }
            Kind::That => self.that(at),
            Kind::Subordinator => self.subordinate(at, None),
            Kind::Question => self.subordinate(at, Some(Complement::Wh)),
            Kind::Adjective(token) => self.adjective(at, token),
            Kind::There => self.there(at),
            Kind::Open => {
                self.open(Opening::Bracket);
            }
            Kind::Close => {
                if let Some(depth) = self.stack.iter().rposition(|o| o.opening == Opening::Bracket) {
                    self.stack.truncate(depth);
                }
            }
            Kind::End => {
                self.stack.clear();
                self.open(Opening::Main);
            }
            Kind::Comma | Kind::And => {}
        }
        if self.stack.is_empty() {
            self.open(Opening::Main);
        }
    }

    /// Opens a clause that waits for its verb.
    pub(super) fn open(&mut self, opening: Opening) -> &mut Open {
        let open = Open {
            opening,
            clause: None,
            subject: None,
            antecedent: None,
            gap: false,
            pp: None,
            there: false,
            first_child: self.clauses.len() as u16,
        };
        self.stack.push(open);
        let last = self.stack.len() - 1;
        &mut self.stack[last]
    }

    /// The innermost open clause.
    pub(super) fn top(&self) -> Option<Open> {
        self.stack.last().copied()
    }

    /// The innermost open clause, to be changed.
    pub(super) fn top_mut(&mut self) -> Option<&mut Open> {
        self.stack.last_mut()
    }

    /// The clause of the innermost open clause whose verb is known.
    pub(super) fn top_clause(&self) -> Option<u16> {
        self.top().and_then(|o| o.clause)
    }

    /// The kind of the unit `back` units before `at`.
    pub(super) fn before(&self, at: usize, back: usize) -> Option<Kind> {
        at.checked_sub(back).and_then(|i| self.units.get(i)).map(|u| u.kind)
    }

    /// The kind of the unit `ahead` units after `at`.
    pub(super) fn after(&self, at: usize, ahead: usize) -> Option<Kind> {
        self.units.get(at + ahead).map(|u| u.kind)
    }

    /// The verb group of a clause.
    pub(super) fn vp_of(&self, clause: u16) -> Option<&Vp> {
        self.clauses.get(clause as usize).and_then(|c| self.parsed.vps.get(c.vp as usize))
    }

    /// Whether a clause's verb has a class.
    pub(super) fn verb_has(&self, clause: u16, class: Class) -> bool {
        self.vp_of(clause).is_some_and(|v| self.cell(v.verb).has(class))
    }

    /// Whether a clause is passive.
    pub(super) fn passive(&self, clause: u16) -> bool {
        self.vp_of(clause).is_some_and(|v| v.voice == Voice::Passive)
    }

    pub(super) fn cell(&self, at: u16) -> Cell {
        self.cells.get(at as usize).copied().unwrap_or_default()
    }

    /// The cell of a noun phrase's head.
    pub(super) fn head(&self, np: u16) -> Cell {
        self.parsed.nps.get(np as usize).map_or_else(Cell::default, |n| self.cell(n.head))
    }

    /// Whether a noun phrase tells a time.
    pub(super) fn time(&self, np: u16) -> bool {
        self.parsed.nps.get(np as usize).is_some_and(|n| unit::is_time(self.cells, n))
    }

    /// A noun phrase with its conjuncts.
    pub(super) fn conjuncts(&self, first: u16) -> Vec<u16> {
        let mut all = Vec::with_capacity(1);
        let mut next = Some(first);
        while let Some(index) = next.filter(|_| all.len() < 32) {
            all.push(index);
            next = self.parsed.nps.get(index as usize).and_then(|np| np.next_conjunct);
        }
        all
    }

    fn last_conjunct(&self, first: u16) -> u16 {
        self.conjuncts(first).last().copied().unwrap_or(first)
    }

    /// The surface subject of a clause: what an infinitive or participle under it takes as its own.
    pub(super) fn controller(&self, clause: u16) -> Vec<u16> {
        let Some(found) = self.clauses.get(clause as usize) else { return Vec::new() };
        match (self.passive(clause), found.iobj) {
            (true, Some(receiver)) => vec![receiver],
            (true, None) => found.obj.clone(),
            (false, _) => found.subj.clone(),
        }
    }

    /// Adds a clause for a verb group and gives its number.
    pub(super) fn add(&mut self, vp: u16, parent: Option<u16>) -> u16 {
        self.clauses.push(Clause { vp, parent, ..Clause::default() });
        self.clauses.len() as u16 - 1
    }

    /// The clause of the nearest open clause, outwards from the top, that has its verb.
    pub(super) fn nearest_clause(&self) -> Option<u16> {
        self.stack.iter().rev().find_map(|o| o.clause)
    }

    /// Fills the surface subject into the role that the voice gives it.
    pub(super) fn set_surface_subject(&mut self, clause: u16, nps: Vec<u16>) {
        let passive = self.passive(clause);
        if let Some(found) = self.clauses.get_mut(clause as usize) {
            if passive {
                found.obj = nps;
            } else {
                found.subj = nps;
            }
        }
    }

    /// Notes what follows a clause's verb as complement.
    pub(super) fn complement(&mut self, clause: u16, complement: Complement) {
        if let Some(found) = self.clauses.get_mut(clause as usize) {
            found.comp = found.comp.or(Some(complement));
        }
    }
}
