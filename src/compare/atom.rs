//! Values taken apart into what can be compared one by one: the day, the month and the year of a date, both ends of
//! a range, the amount of a sum.

use crate::fact::date::Season;
use crate::fact::{Currency, Date, Grain, Number, Period, Ratio, Time, Unit, Value};

/// The smallest thing that a fact says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Atom {
    /// An amount of something.
    Amount(Number, Measure),
    /// A place in an order.
    Ordinal(u64),
    /// A year of the calendar.
    Year(i32),
    /// A decade by its first year.
    Decade(i32),
    /// A century by its number, negative before Christ.
    Century(i32),
    /// 1 to 4.
    Quarter(u8),
    /// A season.
    Season(Season),
    /// 1 to 12.
    Month(u8),
    /// 1 to 31.
    Day(u8),
    /// Monday 1 to Sunday 7.
    Weekday(u8),
    /// A time of day.
    Time(Time),
    /// A name of letters and digits: the letters, packed, and the number.
    Code(u64, u64),
}

/// What an amount is of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Measure {
    /// What is counted is not part of the value.
    Bare,
    /// Part of a name.
    Label,
    /// Hundredths.
    Percent,
    /// Percentage points.
    Points,
    /// A sum of money.
    Money(Currency),
    /// A unit of measurement.
    Unit(&'static Unit),
    /// A span of time.
    Period(Period),
    /// Somebody's age.
    Age(Period),
    /// One of the two counts of a result.
    Score,
}

impl Measure {
    /// Whether the words say what the amount is of.
    pub const fn is_said(self) -> bool {
        !matches!(self, Self::Bare | Self::Label | Self::Score)
    }
}

/// The atoms of a value, in the order in which they are said best.
pub fn atoms(value: &Value) -> Vec<Atom> {
    let mut out = Vec::new();
    add(value, &mut out);
    out
}

fn add(value: &Value, out: &mut Vec<Atom>) {
    match value {
        Value::Number(n) => out.push(Atom::Amount(*n, Measure::Bare)),
        Value::Label(n) => out.push(Atom::Amount(*n, Measure::Label)),
        Value::Percent(n) => out.push(Atom::Amount(*n, Measure::Percent)),
        Value::Points(n) => out.push(Atom::Amount(*n, Measure::Points)),
        Value::Money(m) => out.push(Atom::Amount(m.number, Measure::Money(m.currency))),
        Value::Quantity(q) => out.push(Atom::Amount(q.number, Measure::Unit(q.unit))),
        Value::Duration(d) => out.push(Atom::Amount(d.number, Measure::Period(d.period))),
        Value::Age(d) => out.push(Atom::Amount(d.number, Measure::Age(d.period))),
        Value::Score(a, b) => out.extend([a, b].map(|n| Atom::Amount(*n, Measure::Score))),
        Value::Ordinal(n) => out.push(Atom::Ordinal(*n)),
        Value::Date(date) => add_date(date, out),
        Value::Time(time) => out.push(Atom::Time(*time)),
        Value::Range(low, high) => {
            add(low, out);
            add(high, out);
        }
        Value::Person(_)
        | Value::Place(_)
        | Value::Organisation(_)
        | Value::Name(_)
        | Value::Quote(_)
        | Value::Change(_)
        | Value::Negation => {}
    }
}

fn add_date(date: &Date, out: &mut Vec<Atom>) {
    out.extend(date.weekday.map(Atom::Weekday));
    out.extend(date.day.map(Atom::Day));
    out.extend(date.month.map(Atom::Month));
    match date.grain {
        Grain::Century => {
            let number = |y: i32| if y > 0 { (y - 1).div_euclid(100) + 1 } else { y.div_euclid(100) };
            out.extend(date.year.map(|y| Atom::Century(number(y))));
        }
        Grain::Decade => out.extend(date.year.map(Atom::Decade)),
        Grain::Quarter(number) => {
            out.push(Atom::Quarter(number));
            out.extend(date.year.map(Atom::Year));
        }
        Grain::Season(season) => {
            out.push(Atom::Season(season));
            out.extend(date.year.map(Atom::Year));
        }
        _ => out.extend(date.year.map(Atom::Year)),
    }
}

impl Atom {
    /// The number that stands in the text for it, where it is one.
    pub fn number(self) -> Option<Ratio> {
        let whole = |n: i128| Some(Ratio::whole(n));
        match self {
            Self::Amount(n, _) => Some(n.amount),
            Self::Ordinal(n) => whole(n.into()),
            Self::Year(y) | Self::Decade(y) | Self::Century(y) => whole(y.into()),
            Self::Month(n) | Self::Day(n) | Self::Quarter(n) => whole(n.into()),
            Self::Time(time) => whole(time.hour.into()),
            Self::Season(_) | Self::Weekday(_) | Self::Code(..) => None,
        }
    }
}
