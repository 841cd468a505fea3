//! Times of day.

use super::report::{ARGUMENTS, NAMES, find};
use crate::check::{CheckContext, CheckMatch, Entry};
use crate::compare::atom::Atom;
use crate::finding::Basis;

pub(in crate::check) const TIME: Entry =
    Entry { name: "compare-time", run: time, basis: Basis::Source, arguments: ARGUMENTS, names: NAMES };

fn time(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    find(context, |source, target| matches!(target.or(source), Some(Atom::Time(_))))
}
