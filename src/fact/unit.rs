//! Units of measurement and their exact conversion, from `data/facts/units.tsv`.

use super::ratio::Ratio;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// What a unit measures. Amounts of one dimension can be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)] // the names say it
pub enum Dimension {
    Length,
    Area,
    Volume,
    Mass,
    Temperature,
    Speed,
    Energy,
    Power,
    Data,
    DataRate,
    Pressure,
    Frequency,
    Voltage,
    Current,
    Force,
    Angle,
    Consumption,
    Concentration,
    Magnitude,
}

const DIMENSIONS: &[(&str, Dimension)] = &[
    ("length", Dimension::Length),
    ("area", Dimension::Area),
    ("volume", Dimension::Volume),
    ("mass", Dimension::Mass),
    ("temperature", Dimension::Temperature),
    ("speed", Dimension::Speed),
    ("energy", Dimension::Energy),
    ("power", Dimension::Power),
    ("data", Dimension::Data),
    ("data-rate", Dimension::DataRate),
    ("pressure", Dimension::Pressure),
    ("frequency", Dimension::Frequency),
    ("voltage", Dimension::Voltage),
    ("current", Dimension::Current),
    ("force", Dimension::Force),
    ("angle", Dimension::Angle),
    ("consumption", Dimension::Consumption),
    ("concentration", Dimension::Concentration),
    ("magnitude", Dimension::Magnitude),
];

/// A unit.
#[derive(Debug, PartialEq)]
pub struct Unit {
    /// Its symbol, the same for all languages.
    pub id: &'static str,
    /// What it measures.
    pub dimension: Dimension,
    /// SI units in one.
    factor: Ratio,
    /// SI units at nought (temperatures).
    offset: Ratio,
}

impl Unit {
    /// An amount in the SI unit of the dimension; `None` where that does not fit.
    pub fn to_si(&self, amount: Ratio) -> Option<Ratio> {
        amount.mul(self.factor)?.add(self.offset)
    }

    /// An amount of SI units in this unit; `None` where that does not fit.
    pub fn of_si(&self, si: Ratio) -> Option<Ratio> {
        si.sub(self.offset)?.div(self.factor)
    }

    /// The unit with this symbol.
    pub fn find(id: &str) -> Option<&'static Self> {
        UNITS.get(id)
    }
}

static UNITS: LazyLock<FxHashMap<&'static str, Unit>> =
    LazyLock::new(|| lines().filter_map(read).map(|unit| (unit.id, unit)).collect());

fn lines() -> impl Iterator<Item = &'static str> {
    let table: &'static str = include_str!("../../data/facts/units.tsv");
    table.lines().filter(|l| !l.is_empty() && !l.starts_with('#'))
}

/// `id ⇥ dimension ⇥ factor ⇥ offset`, the last optional.
fn read(line: &'static str) -> Option<Unit> {
    let mut columns = line.split('\t').map(str::trim);
    let (id, dimension, factor) = (columns.next()?, columns.next()?, columns.next()?);
    let dimension = DIMENSIONS.iter().find(|(name, _)| *name == dimension)?.1;
    let offset = columns.next().map_or(Some(Ratio::ZERO), Ratio::parse)?;
    Some(Unit { id, dimension, factor: Ratio::parse(factor)?, offset })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_a_unit() {
        for line in lines() {
            assert!(read(line).is_some(), "{line}");
        }
        assert_eq!(lines().count(), UNITS.len(), "no unit stands twice");
    }

    #[test]
    fn conversion_is_exact_both_ways() {
        for (amount, from, to, expected) in [
            ("26", "mi", "km", "41.842944"),
            ("10", "°C", "°F", "50"),
            ("-40", "°F", "°C", "-40"),
            ("1", "acre", "m2", "4,046.8564224"),
            ("36", "km/h", "m/s", "10"),
            ("1", "lb", "kg", "0.45359237"),
            ("1", "kWh", "J", "3,600,000"),
            ("1", "GB", "MB", "1,000"),
        ] {
            let (from, to) = (Unit::find(from).unwrap(), Unit::find(to).unwrap());
            let si = from.to_si(Ratio::parse(amount).unwrap()).unwrap();
            assert_eq!(to.of_si(si).unwrap().to_string(), expected);
            assert_eq!(from.of_si(si), Ratio::parse(amount));
        }
    }
}
