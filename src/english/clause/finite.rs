//! Finite verb groups: which waiting clause takes them, with which subject and object.

use super::builder::{Builder, Open, Opening};
use super::unit::Kind;
use crate::english::chunk::closed::{QUOTE, SAY};
use crate::english::{Complement, VerbForm};

impl Builder<'_> {
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
    pub(super) fn says_with_speaker_after(&self, at: usize, vp: u16) -> bool {
        let says = self.parsed.vps.get(vp as usize).is_some_and(|v| self.cell(v.verb).has(SAY));
        says && matches!(self.after(at, 1), Some(Kind::Np(_)))
    }

    /// `…,” said Putin`: a quotation ends before a verb of saying, and its speaker follows.
    pub(super) fn closes_quotation(&self, at: usize, vp: u16) -> bool {
        let Some(start) = self.parsed.vps.get(vp as usize).map(|v| v.range.start) else { return false };
        let quote = (1..=2).any(|back| start.checked_sub(back).is_some_and(|t| self.cell(t).has(QUOTE)));
        let speaker = matches!(self.after(at, 1), Some(Kind::Np(_)))
            && !matches!(self.after(at, 2), Some(Kind::Vp(v)) if self.finite(v));
        quote && speaker && self.before(at, 1) == Some(Kind::Comma) && self.says_with_speaker_after(at, vp)
    }

    pub(super) fn has_subject(&self, depth: usize) -> bool {
        depth == 0
            || self.stack.get(depth).is_some_and(|o| o.subject.is_some() || o.antecedent.is_some() || o.there)
    }

    pub(super) fn is_finite_clause(&self, open: &Open) -> bool {
        open.clause.and_then(|c| self.vp_of(c)).is_some_and(|v| v.form == VerbForm::Finite)
    }

    /// Gives a verb group to the waiting clause at a depth of the stack.
    pub(super) fn assign(&mut self, depth: usize, vp: u16) {
        self.stack.truncate(depth + 1);
        let parent = self.stack.iter().take(depth).rev().find_map(|o| o.clause);
        let clause = self.add(vp, parent);
        let Some(open) = self.top() else { return };
        for child in self.clauses.iter_mut().take(clause as usize).skip(open.first_child as usize) {
            child.parent = child.parent.or(Some(clause));
        }
        if let (Some(pp), Some(found)) = (open.pp, self.clauses.get_mut(clause as usize)) {
            found.pps.push(pp);
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
    pub(super) fn fill_forward(&mut self, nps: &[u16], parent: u16) {
        for index in std::mem::take(&mut self.forward) {
            self.set_surface_subject(index, nps.to_vec());
            if let Some(found) = self.clauses.get_mut(index as usize) {
                found.parent = Some(parent);
            }
        }
    }

    /// A verb group that shares the subject of the clause at a depth of the stack.
    pub(super) fn coordinate(&mut self, depth: usize, vp: u16) {
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
    pub(super) fn steal_object(&mut self, np: u16, vp: u16) {
        let parent = self.nearest_clause();
        let nps = self.conjuncts(np);
        if let Some(found) = parent.and_then(|p| self.clauses.get_mut(p as usize))
            && found.obj == nps
        {
            found.obj.clear();
            found.comp = found.comp.or(Some(Complement::That));
        }
        let clause = self.add(vp, parent);
        self.set_surface_subject(clause, nps);
        self.open(Opening::That).clause = Some(clause);
    }
}
