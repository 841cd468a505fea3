//! What the two ends of a range or movement share: unit, scale, month, half of the day.

use crate::fact::date::Grain;
use crate::fact::value::Value;

/// Low and high end with the same kind: what only the high end says holds for both.
pub fn pair(low: Value, high: Value) -> Option<(Value, Value)> {
    let pair = match (low, high) {
        (Value::Number(low), Value::Percent(high)) => (Value::Percent(low), Value::Percent(high)),
        (Value::Number(low), Value::Points(high)) => (Value::Points(low), Value::Points(high)),
        (Value::Number(low), Value::Money(high)) => (
            Value::Money(crate::fact::Money { number: scaled_like(low, high.number), ..high }),
            Value::Money(high),
        ),
        (Value::Money(low), Value::Number(high)) => {
            let number = scaled_like(low.number, high);
            (
                Value::Money(crate::fact::Money { number, ..low }),
                Value::Money(crate::fact::Money { number: high, ..low }),
            )
        }
        (Value::Money(low), Value::Money(high)) if low.currency == high.currency => {
            let number = scaled_like(low.number, high.number);
            (Value::Money(crate::fact::Money { number, ..low }), Value::Money(high))
        }
        (Value::Number(low), Value::Number(high)) => {
            (Value::Number(scaled_like(low, high)), Value::Number(high))
        }
        (Value::Date(low), Value::Date(high)) => (Value::Date(low), Value::Date(share_month(&low, high))),
        (Value::Percent(low), Value::Percent(high)) => (Value::Percent(low), Value::Percent(high)),
        (Value::Number(low), Value::Date(high)) => (Value::Date(like_date(low, &high)?), Value::Date(high)),
        (Value::Number(low), Value::Duration(high)) if last_of_years(low, &high).is_some() => {
            let (low, high) = last_of_years(low, &high)?;
            (Value::Date(low), Value::Date(high))
        }
        (Value::Number(number), Value::Duration(high)) => {
            let number = scaled_like(number, high.number);
            (Value::Duration(crate::fact::Duration { number, relation: None, ..high }), Value::Duration(high))
        }
        (Value::Number(number), Value::Quantity(high)) => {
            (Value::Quantity(crate::fact::Quantity { number, ..high }), Value::Quantity(high))
        }
        (Value::Number(number), Value::Age(high)) => {
            (Value::Age(crate::fact::Duration { number, ..high }), Value::Age(high))
        }
        (Value::Age(low), Value::Number(number)) => {
            (Value::Age(low), Value::Age(crate::fact::Duration { number, ..low }))
        }
        (Value::Number(low), Value::Time(high)) => (Value::Time(same_half(low, &high)?), Value::Time(high)),
        (Value::Duration(low), Value::Duration(high)) if low.period == high.period => {
            (Value::Duration(low), Value::Duration(high))
        }
        (Value::Quantity(low), Value::Quantity(high)) if low.unit == high.unit => {
            (Value::Quantity(low), Value::Quantity(high))
        }
        (Value::Time(low), Value::Time(high)) => (Value::Time(settle_half(low, &high)), Value::Time(high)),
        (Value::Date(low), Value::Number(high)) => (Value::Date(low), Value::Date(last_year(&low, high)?)),
        _ => return None,
    };
    Some(pair)
}

/// `1-9月`, `5至8日`, `2015-2016年`: the low end is a month, day or year as well.
fn like_date(low: crate::fact::Number, high: &crate::fact::Date) -> Option<crate::fact::Date> {
    let number = i32::try_from(low.amount.as_whole()?).ok()?;
    let small = u8::try_from(number).ok().filter(|n| *n > 0);
    let plain = high.weekday.is_none() && high.shift.is_none() && high.part.is_none();
    match (high.grain, high.month, high.day) {
        (Grain::Day, _, Some(last)) if plain && small? < last => {
            Some(crate::fact::Date { day: small, weekday: None, ..*high })
        }
        (Grain::Month, Some(last), None) if plain && small? < last => {
            Some(crate::fact::Date { month: small, ..*high })
        }
        (Grain::Year, None, None) if plain && (1000..2200).contains(&number) && high.year > Some(number) => {
            Some(crate::fact::Date::day(Some(number), None, None))
        }
        _ => None,
    }
}

/// `1900～85年`
fn last_of_years(
    low: crate::fact::Number,
    high: &crate::fact::Duration,
) -> Option<(crate::fact::Date, crate::fact::Date)> {
    let first = i32::try_from(low.amount.as_whole()?).ok().filter(|y| (1000..2200).contains(y))?;
    let year = crate::fact::Date::day(Some(first), None, None);
    let last = last_year(&year, high.number).filter(|_| high.period == crate::fact::Period::Year)?;
    Some((year, last))
}

/// `3月5日至8日`: the day alone is in the same month.
fn share_month(low: &crate::fact::Date, high: crate::fact::Date) -> crate::fact::Date {
    let alone = high.grain == Grain::Day && high.day.is_some() && high.month.is_none() && high.year.is_none();
    let month = high.grain == Grain::Month && low.grain == Grain::Month && high.year.is_none();
    if alone && low.day.is_some_and(|day| high.day > Some(day)) {
        crate::fact::Date { month: low.month, year: low.year, ..high }
    } else if month && high.month > low.month {
        crate::fact::Date { year: low.year, ..high }
    } else {
        high
    }
}

/// `2 to 3 million`: the low end is in millions as well. The same for `$2-3bn`.
fn scaled_like(low: crate::fact::Number, high: crate::fact::Number) -> crate::fact::Number {
    let million = crate::fact::Ratio::whole(1_000_000);
    let scale = high.rounding();
    let unscaled = low.amount < crate::fact::Ratio::whole(1000)
        && high.amount >= million
        && scale >= crate::fact::Ratio::whole(1000);
    let scale = [12, 9, 6].into_iter().filter_map(crate::fact::Ratio::ten_to).find(|s| high.amount >= *s);
    match scale.filter(|_| unscaled).and_then(|s| low.amount.mul(s).zip(low.step.mul(s))) {
        Some((amount, step)) if amount <= high.amount => crate::fact::Number { amount, step },
        _ => low,
    }
}

/// `4 to 5 p.m.`: the hour alone is in the same half of the day, or in the one before if that makes it earlier.
fn same_half(low: crate::fact::Number, high: &crate::fact::Time) -> Option<crate::fact::Time> {
    let hour = u8::try_from(low.amount.as_whole()?).ok().filter(|h| (1..=12).contains(h))?;
    let afternoon = hour % 12 + 12;
    let hour = if high.hour >= 12 && afternoon <= high.hour { afternoon } else { hour % 12 };
    Some(crate::fact::Time { hour, minute: None, second: None, ..*high })
}

/// `5:15-8 p.m.`
fn settle_half(low: crate::fact::Time, high: &crate::fact::Time) -> crate::fact::Time {
    let open = low.half_open && !high.half_open;
    let hour =
        if high.hour >= 12 && low.hour % 12 + 12 <= high.hour { low.hour % 12 + 12 } else { low.hour % 12 };
    if open { crate::fact::Time { hour, half_open: false, ..low } } else { low }
}

/// `2019–20`
fn last_year(low: &crate::fact::Date, high: crate::fact::Number) -> Option<crate::fact::Date> {
    let year = low.year.filter(|_| low.grain == Grain::Year)?;
    let short = i32::try_from(high.amount.as_whole()?).ok().filter(|n| (0..100).contains(n))?;
    let last = year - year.rem_euclid(100) + short;
    (last > year).then(|| crate::fact::Date::day(Some(last), None, None))
}
