//! Amounts: how many, how much, how long, what part, what place.

use super::report::{ARGUMENTS, NAMES, find};
use crate::check::{Check, CheckContext, CheckMatch, Entry};
use crate::compare::atom::{Atom, Measure};
use crate::compare::same::same_amount;
use crate::finding::Basis;

const fn entry(name: &'static str, run: Check) -> Entry {
    Entry { name, run, basis: Basis::Source, arguments: ARGUMENTS, names: NAMES }
}

pub(in crate::check) const AMOUNT: Entry = entry("compare-number", amount);
pub(in crate::check) const MONEY: Entry = entry("compare-money", money);
pub(in crate::check) const PERCENT: Entry = entry("compare-percent", percent);
pub(in crate::check) const QUANTITY: Entry = entry("compare-quantity", quantity);
pub(in crate::check) const PERIOD: Entry = entry("compare-period", period);
pub(in crate::check) const AGE: Entry = entry("compare-age", age);
pub(in crate::check) const SCORE: Entry = entry("compare-score", score);
pub(in crate::check) const ORDINAL: Entry = entry("compare-ordinal", ordinal);

/// Pairings whose amounts differ, where the side that says more is of some kind.
fn measured(context: &CheckContext<'_>, wanted: impl Fn(Measure) -> bool) -> Vec<CheckMatch> {
    let of = |atom: Option<Atom>| match atom {
        Some(Atom::Amount(_, of)) => Some(of),
        _ => None,
    };
    find(context, |source, target| {
        // The translation decides what kind it is, as its words are read with more care.
        let said = of(target).filter(|of| of.is_said()).or_else(|| of(source).filter(|of| of.is_said()));
        said.or(of(target)).or(of(source)).is_some_and(&wanted) && !same_amount(source, target)
    })
}

fn amount(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    let mut found = measured(context, |of| matches!(of, Measure::Bare | Measure::Label));
    found.extend(find(context, |_, target| matches!(target, Some(Atom::Code(..)))));
    found
}

fn money(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    measured(context, |of| matches!(of, Measure::Money(_)))
}

fn percent(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    measured(context, |of| matches!(of, Measure::Percent | Measure::Points))
}

fn quantity(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    measured(context, |of| matches!(of, Measure::Unit(_)))
}

fn period(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    measured(context, |of| matches!(of, Measure::Period(_)))
}

fn age(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    measured(context, |of| matches!(of, Measure::Age(_)))
}

fn score(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    measured(context, |of| of == Measure::Score)
}

fn ordinal(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    find(context, |source, target| matches!(target.or(source), Some(Atom::Ordinal(_))))
}
