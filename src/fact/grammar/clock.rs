//! Times of day in languages but English: `16h30`, `16.30 Uhr`, `kl. 16.30`, `à 16 heures`, `las 4 de la tarde`.

use super::Class;
use super::cardinal::cardinal;
use super::numeral::value_of;
use super::time::{after_mark, clock_word, half_of_day, hour_only, in_zone, zone};
use crate::fact::cell::{CellKind, Cells, Res, class, digits, fail, glued, glued_digits, mark};
use crate::fact::date::Time;
use crate::fact::value::Value;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::preceded;

/// Any time of day.
pub fn time_words(i: Cells<'_>) -> Res<'_, Value> {
    let (rest, time) = alt((with_half, behind_word, full, hour_named, clock_word)).parse(i)?;
    let (rest, zone) = opt(zone).parse(rest)?;
    Ok((rest, Value::Time(in_zone(time, zone))))
}

/// `4 h du soir`, `las cuatro de la tarde`, `du. 4 órakor`
fn with_half(i: Cells<'_>) -> Res<'_, Time> {
    let (rest, before) = opt(class(Class::HalfDay)).parse(i)?;
    let (rest, _) = opt(class(Class::ClockBefore)).parse(rest)?;
    let (rest, time) = alt((dotted, colon, hour_with_mark, hour_figure, hour_word)).parse(rest)?;
    let (rest, named) = opt(class(Class::Oclock)).parse(rest)?;
    // `три дня` are three days, `три часа дня` a time.
    let span = before.is_none() && named.is_none() && time.minute.is_none() && rest.is(Class::Period);
    let (rest, form) = match before {
        Some(form) => (rest, form),
        None if span => return fail(),
        None => class(Class::HalfDay).parse(rest)?,
    };
    half_of_day(time, form).map_or_else(fail, |time| Ok((rest, time)))
}

/// `kl. 16.30`, `saat 16`, `ore 16,30`
fn behind_word(i: Cells<'_>) -> Res<'_, Time> {
    let (rest, _) = class(Class::ClockBefore).parse(i)?;
    let (rest, time) = alt((dotted, colon, hour_with_mark, hour_figure, hour_word)).parse(rest)?;
    let (rest, named) = opt(class(Class::Oclock)).parse(rest)?;
    // `a las dos partes`: what goes on with a noun counts.
    let counts = time.minute.is_none() && named.is_none() && is_before_noun(rest);
    if counts { fail() } else { Ok((rest, settle(time, i))) }
}

/// Whether a word follows that is none of those that go on behind a time of day.
fn is_before_noun(i: Cells<'_>) -> bool {
    let known = [
        Class::And,
        Class::AndHalf,
        Class::Of,
        Class::Linker,
        Class::BeforeYear,
        Class::RangeJoin,
        Class::DayShift,
        Class::Weekday,
        Class::HalfDay,
        Class::The,
        Class::Hedge,
        Class::HedgeAfter,
    ];
    let word = i.peek(0).is_some_and(|c| c.kind == CellKind::Word && !c.glued);
    word && !known.into_iter().any(|c| i.is(c))
}

/// `16:30`, `16h30`, `16.30 Uhr`, `16 Uhr 30`, `16:30 Uhr`
fn full(i: Cells<'_>) -> Res<'_, Time> {
    if i.glued() && !after_mark(i) {
        return fail();
    }
    if let Ok((rest, time)) = alt((colon, hour_with_mark)).parse(i) {
        let (rest, _) = opt(class(Class::Oclock)).parse(rest)?;
        return Ok((rest, settle(time, i)));
    }
    let (rest, time) = dotted(i)?;
    let named = class(Class::Oclock).parse(rest).map(|(rest, _)| rest);
    match named {
        Ok(rest) => Ok((rest, settle(time, i))),
        Err(_) if zone(rest).is_ok() => Ok((rest, settle(time, i))),
        // `в 16.30`, where a stop does not stand before decimals
        Err(_) if i.follows(Class::ClockAt) && !i.skip(1).is(Class::Decimal) && counts_nothing(rest) => {
            Ok((rest, settle(time, i)))
        }
        Err(_) => fail(),
    }
}

/// Whether the digits before here are no number of something.
fn counts_nothing(i: Cells<'_>) -> bool {
    let counts =
        [Class::Percent, Class::Scale, Class::Currency, Class::Measure, Class::MeasureSign, Class::Month]
            .into_iter()
            .any(|c| i.is(c));
    let goes_on = i.glued() && i.peek(1).is_some_and(|c| c.glued && value_of(c.text).is_some());
    !counts && !goes_on
}

/// `16 Uhr`; hours that could be a span of time only behind a word that says when: `à 16 heures`.
fn hour_named(i: Cells<'_>) -> Res<'_, Time> {
    let (rest, time) = alt((hour_figure, hour_word)).parse(i)?;
    let (end, _) = class(Class::Oclock).parse(rest)?;
    if rest.is(Class::Period) && !i.follows(Class::ClockAt) {
        return fail();
    }
    Ok((end, settle(time, i)))
}

/// Hours and minutes with a colon, perhaps seconds.
fn colon(i: Cells<'_>) -> Res<'_, Time> {
    let (rest, time) = parts(i, |i| mark(":").parse(i))?;
    let (rest, second) = opt(preceded(mark(":"), glued_digits)).parse(rest)?;
    match second {
        None => Ok((rest, time)),
        Some(text) => match below(text, 60) {
            Some(second) => Ok((rest, Time { second: Some(second), ..time })),
            None => fail(),
        },
    }
}

/// Hours and minutes with a mark that may be something else: `16.30`, `16,30`.
fn dotted(i: Cells<'_>) -> Res<'_, Time> {
    parts(i, |i| glued(Class::ClockMark).parse(i).map(|(rest, _)| (rest, ())))
}

fn parts<'a>(i: Cells<'a>, between: fn(Cells<'a>) -> Res<'a, ()>) -> Res<'a, Time> {
    let (rest, hour) = hour(i)?;
    if !rest.glued() {
        return fail();
    }
    let (rest, ()) = between(rest)?;
    let (rest, minute) = glued_digits(rest)?;
    match below(minute, 59) {
        Some(minute) => Ok((rest, with_minute(hour, minute, i))),
        None => fail(),
    }
}

/// `16h30`, `16 h 30`, `16 Uhr 30`, `16 heures 30 minutes`
fn hour_with_mark(i: Cells<'_>) -> Res<'_, Time> {
    let (rest, hour) = hour(i)?;
    let (rest, _) = class(Class::Oclock).parse(rest)?;
    let close = rest.glued();
    let (rest, minute) = digits(rest)?;
    let (rest, unit) = opt(class(Class::Period)).parse(rest)?;
    let spelt = unit.is_some_and(|form| form.value == "minute");
    // `3 h 20 min` is a span of time unless something says when.
    let meant = if spelt { i.follows(Class::ClockAt) } else { unit.is_none() };
    let other = [Class::Percent, Class::Currency, Class::Scale, Class::Month, Class::MeasureSign]
        .into_iter()
        .any(|c| rest.is(c));
    match below(minute, 59).filter(|_| meant && (close || !other)) {
        Some(minute) => Ok((rest, with_minute(hour, minute, i))),
        None => fail(),
    }
}

/// The hour in digits: 0 to 24.
fn hour(i: Cells<'_>) -> Res<'_, u8> {
    let (rest, text) = digits(i)?;
    let hour = value_of(text).and_then(|h| u8::try_from(h).ok()).filter(|h| *h <= 24);
    hour.filter(|_| text.chars().count() <= 2).map_or_else(fail, |hour| Ok((rest, hour)))
}

fn hour_figure(i: Cells<'_>) -> Res<'_, Time> {
    let free = !i.glued() || after_mark(i);
    let (rest, hour) = hour(i)?;
    let goes_on = rest.glued()
        && rest.peek(1).is_some_and(|c| c.glued && value_of(c.text).is_some())
        && rest.peek(0).is_some_and(|c| matches!(c.text, "." | "," | ":" | "/" | "-" | "–"));
    let counts = [Class::Percent, Class::Scale, Class::Month].into_iter().any(|c| rest.is(c));
    if free && !goes_on && !counts { Ok((rest, hour_only(hour))) } else { fail() }
}

fn hour_word(i: Cells<'_>) -> Res<'_, Time> {
    let (rest, hour) = match i.form(Class::One) {
        Some((rest, _)) => (rest, Some(1)),
        None => {
            let (rest, number) = cardinal(i)?;
            (rest, number.amount.as_whole().and_then(|h| u8::try_from(h).ok()))
        }
    };
    hour.filter(|h| *h <= 24).map_or_else(fail, |hour| Ok((rest, hour_only(hour))))
}

/// Two digits up to `most`.
fn below(text: &str, most: u8) -> Option<u8> {
    let value = value_of(text).and_then(|v| u8::try_from(v).ok());
    value.filter(|v| *v <= most && text.chars().count() == 2)
}

/// Where the day has 24 hours in writing, or the hour begins with a nought, its half is known.
fn with_minute(hour: u8, minute: u8, i: Cells<'_>) -> Time {
    let nought = i.peek(0).is_some_and(|c| c.text.chars().count() == 2 && c.text.starts_with('0'));
    let half_open = (1..=12).contains(&hour) && !nought && !i.settings().clock_24;
    Time { minute: Some(minute), half_open, ..hour_only(hour) }
}

/// Beyond twelve the half of the day is known.
fn settle(time: Time, i: Cells<'_>) -> Time {
    let open = (1..=12).contains(&time.hour) && (time.minute.is_none() || !i.settings().clock_24);
    Time { half_open: open && time.half_open, ..time }
}
