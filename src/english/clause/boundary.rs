//! Conjunctions and new subjects: where a clause opens.

use super::builder::{Builder, Open, Opening};
use super::unit::Kind;
use crate::english::Complement;
use crate::english::chunk::closed::THAT_VERB;

impl Builder<'_> {
    /// `while leading`: the subordinate clause has no subject of its own.
    pub(super) fn close_empty_subordinate(&mut self) {
        let empty = self
            .top()
            .is_some_and(|o| o.opening == Opening::Subordinate && o.clause.is_none() && o.subject.is_none());
        if empty && self.stack.len() > 1 {
            self.stack.pop();
        }
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

    /// The conjunction *that*: a complement of the verb, noun or adjective before it.
    pub(super) fn that(&mut self, at: usize) {
        let verb_next = matches!(self.after(at, 1), Some(Kind::Vp(v)) if self.finite(v));
        if verb_next && matches!(self.before(at, 1), Some(Kind::Np(_) | Kind::Pp(_))) {
            let antecedent = self.last_np.and_then(|n| self.group_of(n));
            self.open(Opening::Relative).antecedent = antecedent;
            return;
        }
        // `The speech that he gave …`, with *that* tagged as a conjunction: nothing here takes a content clause.
        let governed = self.top_clause().is_some_and(|c| self.verb_has(c, THAT_VERB));
        if !governed
            && matches!(self.before(at, 1), Some(Kind::Np(_)))
            && matches!(self.after(at, 1), Some(Kind::Np(_)))
            && !self.content_noun_before(at)
        {
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
