//! The right amount of the wrong thing: miles for kilometres, euros for dollars, weeks for days.

use super::report::{ARGUMENTS, NAMES, find};
use crate::check::{CheckContext, CheckMatch, Entry};
use crate::compare::atom::{Atom, Measure};
use crate::compare::same::same_amount;
use crate::finding::Basis;

pub(in crate::check) const UNIT: Entry =
    Entry { name: "compare-unit", run: unit, basis: Basis::Source, arguments: ARGUMENTS, names: NAMES };

pub(in crate::check) const CURRENCY: Entry = Entry {
    name: "compare-currency",
    run: currency,
    basis: Basis::Source,
    arguments: ARGUMENTS,
    names: NAMES,
};

fn is_money(atom: Option<Atom>) -> bool {
    matches!(atom, Some(Atom::Amount(_, Measure::Money(_))))
}

fn unit(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    find(context, |source, target| same_amount(source, target) && !is_money(target))
}

fn currency(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    find(context, |source, target| same_amount(source, target) && is_money(target))
}
