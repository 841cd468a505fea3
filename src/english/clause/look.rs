//! Questions about what stands around a unit and which clauses are open; nothing changes.

use super::builder::Builder;
use super::unit::Kind;
use crate::english::chunk::closed::QUOTE;
use crate::english::{Form, Upos, VerbForm};

impl Builder<'_> {
    /// Whether a token that is no unit, adverb or quotation mark stands right before a unit.
    pub(super) fn loose_token_before(&self, at: usize) -> bool {
        let start = self.units.get(at).map_or(0, |u| u.start);
        let end = at.checked_sub(1).and_then(|i| self.units.get(i)).map_or(0, |u| u.end);
        (end..start).any(|t| {
            let cell = self.cell(t);
            !cell.has(QUOTE) && (cell.is(Upos::Punct) || cell.is(Upos::Sym))
        })
    }

    pub(super) fn empty(&self, pp: u16) -> bool {
        self.parsed.pps.get(pp as usize).is_some_and(|p| p.np.is_none())
    }

    /// Whether no clause of the stack has subject or verb.
    pub(super) fn no_subject_yet(&self) -> bool {
        self.stack.iter().all(|o| o.clause.is_none() && o.subject.is_none())
    }

    /// Whether a comma comes before the next finite verb: then the clause is an adverbial, not the subject.
    pub(super) fn comma_before_subject(&self, at: usize) -> bool {
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

    /// The nearest open clause with a verb that is not `clause`.
    pub(super) fn nearest_other(&self, clause: u16) -> Option<u16> {
        self.stack.iter().rev().filter_map(|o| o.clause).find(|&c| c != clause)
    }

    /// Whether a finite verb comes before the end of the clause.
    pub(super) fn finite_verb_ahead(&self, at: usize) -> bool {
        for unit in self.units.iter().skip(at + 1) {
            match unit.kind {
                Kind::Vp(v) if self.finite(v) => return true,
                Kind::End | Kind::Subordinator | Kind::That | Kind::Question => return false,
                _ => {}
            }
        }
        false
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
}
