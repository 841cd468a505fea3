//! Dates and periods in ways that English does not write: `3. 5. 2019`, `2019. május 3.`, `XIXe siècle`, `années 1990`,
//! `lundi dernier`, `ngày 3 tháng 5`.

use super::Class;
use super::date::{full_month, month, ordinal, weekday, year_said};
use super::numeral::value_of;
use super::period::{calendar_unit, season_alone, short_decade, year};
use super::roman::roman;
use crate::fact::cell::{CellKind, Cells, Res, class, digits, fail, glued, glued_digits, mark};
use crate::fact::date::{Date, Grain};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::preceded;

/// Days that only other languages write.
pub fn day_words(i: Cells<'_>) -> Res<'_, Date> {
    alt((spaced, year_first, day_and_slash, numbered_month)).parse(i)
}

/// Periods that only other languages write.
pub fn period_words(i: Cells<'_>) -> Res<'_, Date> {
    alt((century, decade, shifted)).parse(i)
}

/// A number of one or two digits.
fn small(i: Cells<'_>) -> Res<'_, u8> {
    let (rest, text) = digits(i)?;
    let value = value_of(text).and_then(|v| u8::try_from(v).ok()).filter(|_| text.chars().count() <= 2);
    value.map_or_else(fail, |value| Ok((rest, value)))
}

/// `3. 5. 2019`, `3.5.`, `3. 5.`: ordinals with stops. Without a year only where the language writes ordinals so.
fn spaced(i: Cells<'_>) -> Res<'_, Date> {
    let stop = |i: Cells<'_>| i.glued() && i.peek(0).is_some_and(|c| c.text == ".");
    let (rest, day) = small(i)?;
    let after_day = rest.skip(1);
    let (end, month) = small(after_day)?;
    let shape = stop(rest) && stop(end) && !i.glued() && day > 0 && month > 0 && day <= 31 && month <= 12;
    if !shape {
        return fail();
    }
    let end = end.skip(1);
    if let Ok((rest, year)) = year(end) {
        return Ok((rest, Date::day(Some(year), Some(month), Some(day))));
    }
    let ordinals = rest.is(Class::OrdinalEnding);
    let alone = ordinals && end.peek(0).is_none_or(|c| value_of(c.text).is_none());
    if alone { Ok((end, Date::day(None, Some(month), Some(day)))) } else { fail() }
}

/// `2019. május 3.`, `2019. május`
fn year_first(i: Cells<'_>) -> Res<'_, Date> {
    let (rest, year) = year(i)?;
    let (rest, _) = opt(alt((mark("."), mark(",")))).parse(rest)?;
    let (rest, _) = opt(class(Class::Of)).parse(rest)?;
    let (rest, month) = full_month(rest)?;
    let day = small(rest).ok().filter(|(after, day)| (1..=31).contains(day) && !is_number(*after));
    match day {
        Some((after, day)) => {
            let after = after.form(Class::OrdinalEnding).filter(|_| after.glued()).map_or(after, |(a, _)| a);
            Ok((after, Date::day(Some(year), Some(month), Some(day))))
        }
        None => Ok((rest, Date::day(Some(year), Some(month), None))),
    }
}

/// Whether the digits before here go on, or count something.
fn is_number(i: Cells<'_>) -> bool {
    i.glued() && i.peek(1).is_some_and(|c| c.glued && value_of(c.text).is_some())
        || [Class::Percent, Class::Scale, Class::Period, Class::Currency].into_iter().any(|c| i.is(c))
}

/// `ngày 3/5`, `(3/5)` behind a weekday
fn day_and_slash(i: Cells<'_>) -> Res<'_, Date> {
    let behind = i.follows(Class::Weekday) || i.before(1).is_some_and(|c| c.text == "(") && i.at() > 1;
    let (rest, named) = opt(class(Class::The)).parse(i)?;
    let (rest, day) = small(rest)?;
    let (rest, ()) = mark("/").parse(rest)?;
    let (rest, month) = small(rest).ok().filter(|_| rest.glued()).map_or_else(fail, Ok)?;
    let more = rest.glued() && rest.peek(0).is_some_and(|c| c.text == "/");
    let (weekday, _) = (i.form_before(Class::Weekday), ());
    let meant = named.is_some_and(|form| form.value == "day") || behind && weekday.is_some();
    let fits = (1..=31).contains(&day) && (1..=12).contains(&month) && !more && meant;
    if fits { Ok((rest, Date::day(None, Some(month), Some(day)))) } else { fail() }
}

/// `ngày 3 tháng 5 năm 2019`, `tháng 5`
fn numbered_month(i: Cells<'_>) -> Res<'_, Date> {
    let (rest, named) = opt(class(Class::The)).parse(i)?;
    let (rest, day) = if named.is_some() { opt(small).parse(rest)? } else { (rest, None) };
    let (rest, _) = class(Class::MonthBefore).parse(rest)?;
    let (rest, month) = small(rest)?;
    let (rest, year) = opt(preceded(opt(alt((mark("/"), mark("-"), of))), year)).parse(rest)?;
    if (1..=12).contains(&month) { Ok((rest, Date::day(year, Some(month), day))) } else { fail() }
}

fn of(i: Cells<'_>) -> Res<'_, ()> {
    let (rest, _) = class(Class::Of).parse(i)?;
    Ok((rest, ()))
}

/// `XIXe siècle`, `siglo XIX`, `19. Jahrhundert` is in [`super::period`].
fn century(i: Cells<'_>) -> Res<'_, Date> {
    let (rest, before) = opt(class(Class::Era)).parse(i)?;
    let (rest, number) = alt((century_last, century_first)).parse(rest)?;
    let (rest, era) = opt(class(Class::Era)).parse(rest)?;
    let era = era.or(before);
    let Some(number) = i32::try_from(number).ok().filter(|n| (1..=30).contains(n)) else { return fail() };
    let before = era.is_some_and(|e| e.amount.is_negative());
    let first = if before { -number * 100 } else { (number - 1) * 100 + 1 };
    Ok((rest, Date { grain: Grain::Century, ..Date::day(Some(first), None, None) }))
}

fn century_last(i: Cells<'_>) -> Res<'_, u64> {
    let (rest, _) = opt(class(Class::The)).parse(i)?;
    let (rest, number) = alt((roman, ordinal)).parse(rest)?;
    let (rest, _) = preceded(opt(mark("-")), class(Class::Century)).parse(rest)?;
    Ok((rest, number))
}

fn century_first(i: Cells<'_>) -> Res<'_, u64> {
    let (rest, _) = class(Class::CenturyBefore).parse(i)?;
    let figure = |i| {
        let (rest, text) = digits(i)?;
        value_of(text).and_then(|n| u64::try_from(n).ok()).map_or_else(fail, |n| Ok((rest, n)))
    };
    let word = |i| {
        let (rest, number) = super::cardinal::cardinal(i)?;
        let number = number.amount.as_whole().and_then(|n| u64::try_from(n).ok());
        number.map_or_else(fail, |n| Ok((rest, n)))
    };
    alt((roman, ordinal, figure, word)).parse(rest)
}

/// `années 1990`, `anni '90`, `90er Jahre`, `1990-luvulla`, `jaren negentig`
fn decade(i: Cells<'_>) -> Res<'_, Date> {
    let (rest, first) = alt((decade_first, decade_last)).parse(i)?;
    // `60. let 20. století`
    let of_century = preceded(opt(class(Class::Of)), century_last).parse(rest);
    let (rest, first) = match of_century {
        Ok((after, number)) if first >= 1900 => {
            let century = i32::try_from(number).ok().filter(|n| (10..=21).contains(n));
            let Some(century) = century else { return fail() };
            (after, (century - 1) * 100 + first % 100)
        }
        _ => (rest, first),
    };
    // `1800-talet` are a hundred years.
    let grain = if first % 100 == 0 && first < 2000 { Grain::Century } else { Grain::Decade };
    let first = if grain == Grain::Century { first + 1 } else { first };
    Ok((rest, Date { grain, ..Date::day(Some(first), None, None) }))
}

fn decade_first(i: Cells<'_>) -> Res<'_, i32> {
    let (rest, _) = class(Class::DecadeBefore).parse(i)?;
    let (rest, _) = opt(alt((mark("'"), mark("’"), mark("‘")))).parse(rest)?;
    if rest.peek(0).is_some_and(|c| c.kind == CellKind::Word) {
        let (rest, number) = super::cardinal::cardinal(rest)?;
        return short_decade(rest, number.amount.as_whole().filter(|n| *n >= 20));
    }
    let (rest, text) = digits(rest)?;
    let rest = rest.form(Class::DecadeEnding).filter(|_| rest.glued()).map_or(rest, |(rest, _)| rest);
    let rest = rest.form(Class::OrdinalEnding).filter(|_| rest.glued()).map_or(rest, |(rest, _)| rest);
    decade_of(rest, text)
}

fn decade_last(i: Cells<'_>) -> Res<'_, i32> {
    if let Some((rest, form)) = i.form(Class::Decade) {
        return short_decade(rest, form.amount.as_whole());
    }
    if i.glued() {
        return fail();
    }
    let (rest, text) = digits(i)?;
    let (rest, _) = glued(Class::DecadeEnding).parse(rest)?;
    decade_of(rest, text)
}

fn decade_of<'a>(rest: Cells<'a>, text: &str) -> Res<'a, i32> {
    let value = value_of(text).and_then(|v| i32::try_from(v).ok()).filter(|v| v % 10 == 0);
    match (value, text.chars().count()) {
        (Some(_), 2) => short_decade(rest, value.map(i128::from)),
        (Some(year), 4) if (1000..2200).contains(&year) => Ok((rest, year)),
        _ => fail(),
    }
}

/// `lundi dernier`, `la semaine prochaine`
fn shifted(i: Cells<'_>) -> Res<'_, Date> {
    let (rest, _) = opt(class(Class::The)).parse(i)?;
    let weekday_alone = weekday.map(|day| Date { weekday: Some(day), ..Date::default() });
    let month_alone = full_month.map(|month| Date::day(None, Some(month), None));
    let (rest, date) = alt((weekday_alone, month_alone, season_alone, calendar_unit)).parse(rest)?;
    let (rest, form) = class(Class::ShiftAfter).parse(rest)?;
    let shift = form.amount.as_whole().and_then(|n| i8::try_from(n).ok());
    Ok((rest, Date { shift, ..date }))
}

/// `3 mai 2019`, `le 1er mai`, `3. Mai`, `premier mai`: the day first, an ending of ordinals behind it or not.
pub fn day_of_month(i: Cells<'_>) -> Res<'_, Date> {
    let (rest, _) = opt(class(Class::The)).parse(i)?;
    let (rest, day) = alt((figure, word)).parse(rest)?;
    let (rest, _) = opt(alt((mark("-"), of))).parse(rest)?;
    let (rest, month) = month(rest)?;
    let (rest, (year, year_shift)) = year_said(rest)?;
    Ok((rest, Date { year_shift, ..Date::day(year, Some(month), Some(day)) }))
}

/// A day in digits, with or without the ending of an ordinal.
pub fn figure(i: Cells<'_>) -> Res<'_, u8> {
    let (rest, day) = small(i)?;
    let rest = rest.form(Class::OrdinalEnding).filter(|_| rest.glued()).map_or(rest, |(rest, _)| rest);
    if (1..=39).contains(&day) { Ok((rest, day)) } else { fail() }
}

fn word(i: Cells<'_>) -> Res<'_, u8> {
    let number = |(rest, n): (Cells<'_>, u64)| u8::try_from(n).ok().map(|n| (rest.at(), n));
    let read = super::ordinals::ordinal_words(i).ok().and_then(number).or_else(|| {
        let (rest, n) = super::cardinal::cardinal(i).ok()?;
        number((rest, u64::try_from(n.amount.as_whole()?).ok()?))
    });
    match read.filter(|(_, day)| (1..=31).contains(day)) {
        Some((at, day)) => Ok((i.skip(at - i.at()), day)),
        None => fail(),
    }
}

/// `(3)`, `(3/5)`, `(3/5/2020)` behind a weekday: the day in brackets.
pub fn day_in_brackets(i: Cells<'_>) -> Res<'_, Date> {
    let (rest, ()) = mark("(").parse(i)?;
    let (rest, day) = small(rest)?;
    let (rest, month) = opt(preceded(mark("/"), small)).parse(rest)?;
    let (rest, year) = opt(preceded(mark("/"), glued_digits)).parse(rest)?;
    let (rest, ()) = mark(")").parse(rest)?;
    let year = year.and_then(value_of).and_then(|y| i32::try_from(y).ok());
    let fits = (1..=31).contains(&day) && month.is_none_or(|m| (1..=12).contains(&m));
    let date = Date { grain: Grain::Day, ..Date::day(year, month, Some(day)) };
    if fits { Ok((rest, date)) } else { fail() }
}
