//! Whether two atoms say the same, and whether one could be what the other was turned into.

use super::atom::{Atom, Measure};
use crate::fact::{Currency, Number, Period, Ratio, Time};

/// How well two atoms agree, the better the greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Agreement {
    /// The number is the same, what it counts is not: five miles for five kilometres.
    OtherUnit,
    /// The number is the same; the words of one side do not say of what, or the sides read it differently.
    Number,
    /// Rounded or converted.
    Rounded,
    /// The same.
    Same,
}

/// An atom with what is said about it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Said {
    /// The atom.
    pub atom: Atom,
    /// Whether the writer says that the amount is not exact.
    pub hedged: bool,
}

/// How two atoms agree; nothing where they say different things.
pub fn agree(a: Said, b: Said) -> Option<Agreement> {
    match (a.atom, b.atom) {
        (Atom::Amount(x, of_x), Atom::Amount(y, of_y)) => amounts((x, of_x), (y, of_y), (a.hedged, b.hedged)),
        (Atom::Time(x), Atom::Time(y)) => times(x, y),
        (Atom::Decade(x), Atom::Decade(y)) => {
            ((x - y).rem_euclid(100) == 0 && (x == y || x < 100 || y < 100)).then_some(Agreement::Same)
        }
        (Atom::Weekday(x), Atom::Weekday(y)) => (x == y).then_some(Agreement::Same),
        (Atom::Code(x, m), Atom::Code(y, n)) => (x == y && m == n).then_some(Agreement::Same),
        (Atom::Code(..), _) | (_, Atom::Code(..)) => None,
        // Which era it is may be said elsewhere.
        (Atom::Century(x), Atom::Century(y)) | (Atom::Year(x), Atom::Year(y)) => {
            (x.abs() == y.abs()).then_some(Agreement::Same)
        }
        (Atom::Season(x), Atom::Season(y)) => (x == y).then_some(Agreement::Same),
        (a, b) if std::mem::discriminant(&a) == std::mem::discriminant(&b) => {
            (a.number() == b.number()).then_some(Agreement::Same)
        }
        (a, b) => other_kinds(a, b).or_else(|| other_kinds(b, a)),
    }
}

/// The same number, read as different things by the two sides.
fn other_kinds(a: Atom, b: Atom) -> Option<Agreement> {
    let number = |n: Option<Ratio>| n.and_then(Ratio::as_whole);
    let same = match (a, b) {
        // `the 90s`, `in den 90er Jahren`
        (Atom::Decade(decade), b) => number(b.number())
            .is_some_and(|n| n == i128::from(decade) || n == i128::from(decade.rem_euclid(100))),
        (Atom::Time(time), b) if !is_clock(a, b) => number(b.number()).is_some_and(|n| {
            let hour = i128::from(time.hour);
            n == hour || n == (hour + 11).rem_euclid(12) + 1 || n == i128::from(time.minute.unwrap_or(99))
        }),
        // Where months have numbers, one may be read without its word.
        (Atom::Month(_), b) | (b, Atom::Month(_))
            if !matches!(b, Atom::Amount(_, Measure::Bare | Measure::Label)) =>
        {
            false
        }
        // `2019-20` may be read as a result.
        (Atom::Amount(n, Measure::Score), b) if number(b.number()).is_some_and(|n| n >= 1000) => {
            number(b.number()).map(|n| n.rem_euclid(100)) == n.amount.as_whole()
        }
        // `6.30`
        (a, b) if is_clock(a, b) => true,
        // `Q1`, `the first three months`
        (Atom::Quarter(_), Atom::Amount(n, _)) if n.amount == Ratio::whole(3) => true,
        // `half a year`
        (Atom::Century(_), Atom::Amount(n, Measure::Period(Period::Century))) if n.amount == Ratio::ONE => {
            true
        }
        (a, b) => a.number().is_some() && a.number() == b.number(),
    };
    same.then_some(Agreement::Number)
}

/// Whether a number is a time written with a point.
fn is_clock(time: Atom, number: Atom) -> bool {
    let Atom::Time(time) = time else { return false };
    let written = Ratio::new(i128::from(time.hour) * 100 + i128::from(time.minute.unwrap_or(0)), 100);
    written.is_some() && number.number() == written
}

fn amounts(a: (Number, Measure), b: (Number, Measure), hedged: (bool, bool)) -> Option<Agreement> {
    let ((x, of_x), (y, of_y)) = (a, b);
    let equal = x.amount == y.amount;
    match (of_x, of_y) {
        (Measure::Money(p), Measure::Money(q)) if may_be_same(p, q) => close(x, y, hedged),
        (Measure::Money(_), Measure::Money(_)) => equal.then_some(Agreement::OtherUnit),
        (Measure::Unit(p), Measure::Unit(q)) if p.id == q.id || is_ton(p.id) && is_ton(q.id) => {
            close(x, y, hedged)
        }
        (Measure::Unit(p), Measure::Unit(q)) if p.dimension == q.dimension => {
            converted(p.to_si(x.amount), p.to_si(step_from(x)), q.to_si(y.amount), q.to_si(step_from(y)))
                .or_else(|| equal.then_some(Agreement::OtherUnit))
        }
        (Measure::Period(p) | Measure::Age(p), Measure::Period(q) | Measure::Age(q)) if p == q => {
            close(x, y, hedged)
        }
        (Measure::Period(p) | Measure::Age(p), Measure::Period(q) | Measure::Age(q)) => {
            periods((x, p), (y, q)).or_else(|| equal.then_some(Agreement::OtherUnit))
        }
        (p, q) if p == q => close(x, y, hedged),
        (Measure::Score, _) | (_, Measure::Score) if is_short_year(x, y) || is_short_year(y, x) => {
            Some(Agreement::Number)
        }
        // A share may be written as a fraction: `half`, `50%`.
        (Measure::Percent, Measure::Bare) if is_share(x, y) => Some(Agreement::Rounded),
        (Measure::Bare, Measure::Percent) if is_share(y, x) => Some(Agreement::Rounded),
        _ if equal => Some(Agreement::Number),
        _ => close(x, y, hedged).map(|_| Agreement::Number),
    }
}

/// `20` for 2020.
fn is_short_year(short: Number, year: Number) -> bool {
    let (short, year) = (short.amount.as_whole(), year.amount.as_whole());
    year.filter(|y| (1000..2200).contains(y)).map(|y| y.rem_euclid(100)) == short && short.is_some()
}

fn is_share(percent: Number, part: Number) -> bool {
    part.amount.mul(Ratio::whole(100)) == Some(percent.amount)
}

/// One amount as it would be with one more in its last place that counts.
fn step_from(number: Number) -> Ratio {
    number.amount.add(number.rounding()).unwrap_or(number.amount)
}

/// Which ton is meant is rarely said, and other languages have one word.
fn is_ton(unit: &str) -> bool {
    matches!(unit, "t" | "ton" | "ton-uk")
}

/// How far apart an amount and its conversion may lie, as a share of it, whatever they are rounded to.
const CONVERSION: f64 = 0.03;

/// Amounts in SI units, each with what it would be one step further.
fn converted(
    x: Option<Ratio>,
    x_next: Option<Ratio>,
    y: Option<Ratio>,
    y_next: Option<Ratio>,
) -> Option<Agreement> {
    let (x, y) = (float(x?), float(y?));
    let step = (float(x_next?) - x).abs().max((float(y_next?) - y).abs());
    let apart = (x - y).abs();
    (apart <= 0.55 * step || apart <= CONVERSION * x.abs().max(y.abs())).then_some(Agreement::Rounded)
}

/// How far a rounded amount may lie from the other, as a share of it.
const ROUNDING: f64 = 0.06;

/// The same amount, or one is the other rounded and the writer shows it: by a hedge, or by a word for the scale.
fn close(x: Number, y: Number, hedged: (bool, bool)) -> Option<Agreement> {
    if x.amount == y.amount {
        return Some(Agreement::Same);
    }
    let (coarse, hedged) = if x.rounding() >= y.rounding() { (x, hedged.0) } else { (y, hedged.1) };
    // `1.2 million` for 1,234,567
    let scaled = coarse.step >= Ratio::whole(1000);
    let (a, b) = (float(x.amount), float(y.amount));
    let near = (a - b).abs() <= ROUNDING * a.abs().max(b.abs());
    ((hedged || scaled) && near && x.rounds_to(y)).then_some(Agreement::Rounded)
}

fn periods(a: (Number, Period), b: (Number, Period)) -> Option<Agreement> {
    let length = |(n, p): (Number, Period)| Some((float(n.amount) * days(p), float(n.rounding()) * days(p)));
    let ((x, x_step), (y, y_step)) = (length(a)?, length(b)?);
    let apart = (x - y).abs();
    let near = apart <= 0.035 * x.max(y);
    // `a year and a half`, `18 months`; `15 jours` are two weeks, `8 Tage` one.
    let fortnight = |(n, p): (Number, Period), (m, q): (Number, Period)| {
        p == Period::Day
            && q == Period::Week
            && matches!((n.amount.as_whole(), m.amount.as_whole()), (Some(15), Some(2)) | (Some(8), Some(1)))
    };
    let custom = fortnight(a, b) || fortnight(b, a);
    let _ = (x_step, y_step);
    (near || custom).then_some(Agreement::Rounded)
}

/// Days in a period, on average.
const fn days(period: Period) -> f64 {
    match period {
        Period::Second => 1.0 / 86_400.0,
        Period::Minute => 1.0 / 1440.0,
        Period::Hour => 1.0 / 24.0,
        Period::Day => 1.0,
        Period::Week => 7.0,
        Period::Month => 30.44,
        Period::Year => 365.25,
        Period::Decade => 3652.5,
        Period::Century => 36525.0,
    }
}

/// The same time of day; one that says no half of the day fits both. Of times in different zones nothing is said.
fn times(x: Time, y: Time) -> Option<Agreement> {
    if x.zone.is_some() && y.zone.is_some() && x.zone != y.zone {
        return (x.utc().is_some() && x.utc() == y.utc()).then_some(Agreement::Rounded);
    }
    let open = x.half_open || y.half_open;
    // A source that writes `8:30` without a word for the half of the day leaves it to the reader as well.
    let minutes = |t: Time| i32::from(t.hour) * 60 + i32::from(t.minute.unwrap_or(0));
    let apart = (minutes(x) - minutes(y)).rem_euclid(24 * 60);
    match apart {
        0 => Some(Agreement::Same),
        720 if open || x.hour <= 12 && y.hour <= 12 => Some(Agreement::Same),
        720 => Some(Agreement::Number),
        _ => None,
    }
}

/// Whether two currencies may be one: equal, or one is a word that the other's name is (`dollar`, `franc`).
fn may_be_same(p: Currency, q: Currency) -> bool {
    if p == q {
        return true;
    }
    let last = |c: Currency| c.0.chars().next_back();
    let fits = |open: Currency, other: Currency| {
        if other.is_open() {
            return !(open.0 == "dollar" || other.0 == "dollar");
        }
        match open.0 {
            "dollar" => last(other) == Some('D'),
            "pound" | "peso" => last(other) == Some('P') || matches!(other.0, "MXN" | "CLP" | "EGP" | "TRY"),
            "franc" => last(other) == Some('F'),
            _ => !matches!(other.0, "EUR" | "USD" | "GBP"),
        }
    };
    p.is_open() && fits(p, q) || q.is_open() && fits(q, p)
}

/// The nearest floating-point number.
pub fn float(amount: Ratio) -> f64 {
    amount.numerator() as f64 / amount.denominator() as f64
}

/// How likely it is that one atom was turned into the other, the better the greater; nothing where they are about
/// different things.
pub fn rivalry(a: Atom, b: Atom) -> Option<u8> {
    match (a, b) {
        (Atom::Amount(_, p), Atom::Amount(_, q)) => match (p, q) {
            (Measure::Money(_), Measure::Money(_)) => Some(3),
            (Measure::Unit(x), Measure::Unit(y)) if x.dimension == y.dimension => Some(3),
            (Measure::Period(x) | Measure::Age(x), Measure::Period(y) | Measure::Age(y)) if x == y => Some(3),
            (Measure::Period(_) | Measure::Age(_), Measure::Period(_) | Measure::Age(_)) => Some(1),
            (Measure::Percent | Measure::Points, Measure::Percent | Measure::Points) => Some(3),
            (p, q) if p == q => Some(3),
            (p, q) if !p.is_said() || !q.is_said() => Some(2),
            _ => None,
        },
        (Atom::Code(x, _), Atom::Code(y, _)) => (x == y).then_some(3),
        (Atom::Code(..), _) | (_, Atom::Code(..)) => None,
        (Atom::Ordinal(_) | Atom::Year(_), Atom::Amount(_, q))
        | (Atom::Amount(_, q), Atom::Ordinal(_) | Atom::Year(_)) => (!q.is_said()).then_some(1),
        (Atom::Ordinal(_), Atom::Day(_)) | (Atom::Day(_), Atom::Ordinal(_)) => Some(1),
        (Atom::Decade(_), Atom::Year(_)) | (Atom::Year(_), Atom::Decade(_)) => Some(1),
        (Atom::Time(_), Atom::Time(_)) => Some(3),
        (a, b) => (std::mem::discriminant(&a) == std::mem::discriminant(&b)).then_some(3),
    }
}

/// Whether both are amounts, and the numbers are the same.
pub fn same_amount(a: Option<Atom>, b: Option<Atom>) -> bool {
    match (a, b) {
        (Some(Atom::Amount(x, _)), Some(Atom::Amount(y, _))) => x.amount == y.amount,
        _ => false,
    }
}
