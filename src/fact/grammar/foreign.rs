//! Dates of other calendars, which are read but not compared: `۱۲ فروردین ۱۴۰۲`, `سال ۱۴۰۲`, `9 رمضان 1445`.

use super::Class;
use super::numeral::value_of;
use crate::fact::cell::{CellKind, Cells, Res, class, digits, fail, glued_digits, mark};
use crate::fact::date::{Calendar, Date, Grain};
use crate::fact::value::Value;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::preceded;

/// A date of another calendar.
pub fn date(i: Cells<'_>) -> Res<'_, Value> {
    let opens = i.peek(0).is_some_and(|c| c.kind == CellKind::Digits) || i.is(Class::ForeignMonth);
    if !opens {
        return fail();
    }
    alt((month, year_first, year)).map(Value::Date).parse(i)
}

/// A month with a day or year: a month by itself may be a name or a word.
fn month(i: Cells<'_>) -> Res<'_, Date> {
    let (rest, day) = opt(day).parse(i)?;
    let (rest, form) = class(Class::ForeignMonth).parse(rest)?;
    let Some(calendar) = Calendar::find(form.value) else { return fail() };
    let (rest, year) =
        opt(preceded(opt(alt((class(Class::Of), class(Class::The)))), four_digits)).parse(rest)?;
    if day.is_none() && year.is_none() {
        return fail();
    }
    let grain = if day.is_some() { Grain::Day } else { Grain::Month };
    Ok((rest, Date { calendar, grain, ..Date::day(year, None, day) }))
}

fn day(i: Cells<'_>) -> Res<'_, u8> {
    let (rest, text) = digits(i)?;
    match value_of(text).and_then(|n| u8::try_from(n).ok()).filter(|n| (1..=31).contains(n)) {
        Some(day) => Ok((rest, day)),
        None => fail(),
    }
}

fn four_digits(i: Cells<'_>) -> Res<'_, i32> {
    let (rest, text) = digits(i)?;
    match value_of(text).and_then(|n| i32::try_from(n).ok()).filter(|_| text.chars().count() == 4) {
        Some(year) => Ok((rest, year)),
        None => fail(),
    }
}

/// A year that only the other calendar can mean, behind a word that stands before years.
fn year(i: Cells<'_>) -> Res<'_, Date> {
    let (rest, (calendar, year)) = foreign_year(i)?;
    if i.follows(Class::BeforeYear) {
        Ok((rest, Date { calendar, ..Date::day(Some(year), None, None) }))
    } else {
        fail()
    }
}

fn foreign_year(i: Cells<'_>) -> Res<'_, (Calendar, i32)> {
    let Some((calendar, first, last)) = i.settings().foreign_years else { return fail() };
    let (rest, year) = four_digits(i)?;
    if (first..=last).contains(&year) { Ok((rest, (calendar, year))) } else { fail() }
}

/// `۱۴۰۲/۵/۱۲`
fn year_first(i: Cells<'_>) -> Res<'_, Date> {
    let (rest, (calendar, year)) = foreign_year(i)?;
    let (rest, _) = preceded(mark("/"), glued_digits).parse(rest)?;
    let (rest, day) = preceded(mark("/"), day).parse(rest)?;
    Ok((rest, Date { calendar, grain: Grain::Day, ..Date::day(Some(year), None, Some(day)) }))
}
