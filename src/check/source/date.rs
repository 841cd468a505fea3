//! Days, months, years, weekdays.

use super::report::{ARGUMENTS, NAMES, find};
use crate::check::{Check, CheckContext, CheckMatch, Entry};
use crate::compare::atom::Atom;
use crate::finding::Basis;

const fn entry(name: &'static str, run: Check) -> Entry {
    Entry { name, run, basis: Basis::Source, arguments: ARGUMENTS, names: NAMES }
}

pub(in crate::check) const DATE: Entry = entry("compare-day", day);
pub(in crate::check) const MONTH: Entry = entry("compare-month", month);
pub(in crate::check) const YEAR: Entry = entry("compare-year", year);
pub(in crate::check) const WEEKDAY: Entry = entry("compare-weekday", weekday);
pub(in crate::check) const SEASON: Entry = entry("compare-season", season);

fn day(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    find(context, |source, target| matches!(target.or(source), Some(Atom::Day(_))))
}

fn month(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    find(context, |source, target| matches!(target.or(source), Some(Atom::Month(_))))
}

/// Years, decades and centuries.
fn year(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    find(context, |source, target| {
        matches!(target.or(source), Some(Atom::Year(_) | Atom::Decade(_) | Atom::Century(_)))
    })
}

fn weekday(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    find(context, |source, target| matches!(target.or(source), Some(Atom::Weekday(_))))
}

/// Seasons and quarters.
fn season(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    find(context, |source, target| matches!(target.or(source), Some(Atom::Season(_) | Atom::Quarter(_))))
}
