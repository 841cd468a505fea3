//! What currencies have cost: between which bounds a sum can be the same in another currency.

use super::shared::float;
use crate::fact::{Currency, Money};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// What one US dollar has cost, least and most, since the 1980s, in units of each currency.
static RATES: LazyLock<FxHashMap<&'static str, (f64, f64)>> = LazyLock::new(|| {
    let table: &'static str = include_str!("../../../data/facts/rates.tsv");
    table.lines().filter(|l| !l.starts_with('#')).filter_map(rate).collect()
});

/// `code ⇥ least ⇥ most`
fn rate(line: &'static str) -> Option<(&'static str, (f64, f64))> {
    let mut columns = line.split('\t').map(str::trim);
    let (code, least, most) = (columns.next()?, columns.next()?, columns.next()?);
    Some((code, (least.parse().ok()?, most.parse().ok()?)))
}

/// Whether no rate of the last decades makes one sum the other; `None` where that is not known.
pub fn beyond_rates(a: &Money, b: &Money) -> Option<bool> {
    let known = |currency: Currency| RATES.get(currency.0).copied();
    let ((a_least, a_most), (b_least, b_most)) = (known(a.currency)?, known(b.currency)?);
    let (a_sum, b_sum) = (float(a.number.amount), float(b.number.amount));
    let dollars = |code: &str| code == "dollar" || code.ends_with('D');
    if a.currency == b.currency
        || dollars(a.currency.0) && dollars(b.currency.0)
        || a_sum <= 0.0
        || b_sum <= 0.0
    {
        return None;
    }
    // Units of b for one of a.
    let ratio = b_sum / a_sum;
    Some(ratio < 0.75 * b_least / a_most || ratio > 1.33 * b_most / a_least)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_a_rate() {
        assert!(RATES.len() > 30);
        assert!(RATES.values().all(|(least, most)| 0.0 < *least && least <= most));
    }
}
