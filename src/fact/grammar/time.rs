//! Times of day: `16:30`, `4:30 p.m. EST`, `4pm`, `4.30pm`, `0430 GMT`, `four o'clock`, `noon`.

use super::Class;
use super::cardinal::cardinal;
use super::numeral::value_of;
use crate::fact::cell::{Cells, Res, class, digits, fail, glued, glued_digits, mark};
use crate::fact::date::Time;
use crate::fact::language::Form;
use crate::fact::value::Value;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::preceded;

/// Any time of day.
pub fn time(i: Cells<'_>) -> Res<'_, Value> {
    let (rest, time) = alt((with_half, oclock, clock, military, clock_word)).parse(i)?;
    let (rest, zone) = opt(zone).parse(rest)?;
    Ok((rest, Value::Time(in_zone(time, zone))))
}

/// A time without zone, morning or afternoon said: also the low end of `4 to 5 p.m.`
fn with_half(i: Cells<'_>) -> Res<'_, Time> {
    let (rest, time) = alt((clock_digits, hour_figure, hour_word)).parse(i)?;
    let (rest, form) = class(Class::HalfDay).parse(rest)?;
    half_of_day(time, form).map_or_else(fail, |time| Ok((rest, time)))
}

/// A time whose half of the day is said; `None` for an hour that no morning has.
pub fn half_of_day(time: Time, form: &Form) -> Option<Time> {
    let noon = form.value == "12";
    let hour = match (time.hour, noon) {
        (12, false) => 0,
        (hour @ 0..=11, true) => hour + 12,
        (hour, _) => hour,
    };
    let known = time.hour <= 12 || noon;
    known.then_some(Time { hour, half_open: false, ..time })
}

/// `16:30`, `9:15:30`: with a colon it needs no further words.
fn clock(i: Cells<'_>) -> Res<'_, Time> {
    let (rest, time) = clock_digits(i)?;
    if i.skip(1).peek(0).is_some_and(|c| c.text == ":") { Ok((rest, time)) } else { fail() }
}

/// Hours and minutes in digits.
fn clock_digits(i: Cells<'_>) -> Res<'_, Time> {
    let (rest, hour) = digits(i)?;
    let (rest, minute) = preceded(glued(Class::ClockMark), glued_digits).parse(rest)?;
    let (rest, second) = opt(preceded(mark(":"), glued_digits)).parse(rest)?;
    let open = !hour.starts_with('0');
    let part = |text: &str, most: u8| {
        let value = value_of(text).and_then(|v| u8::try_from(v).ok());
        value.filter(|v| *v <= most && text.chars().count() == 2)
    };
    let hour =
        value_of(hour).and_then(|h| u8::try_from(h).ok()).filter(|h| *h <= 24 && hour.chars().count() <= 2);
    let second = match second {
        None => None,
        Some(text) => match part(text, 60) {
            None => return fail(),
            second => second,
        },
    };
    match (hour, part(minute, 59)) {
        (Some(hour), Some(minute)) if !i.glued() || after_mark(i) => {
            let half_open = open && (1..=12).contains(&hour);
            Ok((rest, Time { hour, minute: Some(minute), second, half_open, zone: None, offset: None }))
        }
        _ => fail(),
    }
}

/// Whether what touches on the left is a bracket, quotation mark or dash.
pub fn after_mark(i: Cells<'_>) -> bool {
    i.before(1).is_some_and(|c| matches!(c.text, "(" | "[" | "\"" | "“" | "-" | "–" | "—" | "~"))
}

/// The hour alone, in digits or words.
pub const fn hour_only(hour: u8) -> Time {
    Time { hour, minute: None, second: None, half_open: true, zone: None, offset: None }
}

fn hour_figure(i: Cells<'_>) -> Res<'_, Time> {
    let (rest, text) = digits(i)?;
    let hour = value_of(text).and_then(|h| u8::try_from(h).ok()).filter(|h| (1..=12).contains(h));
    let free = !i.glued() || after_mark(i);
    hour.filter(|_| free).map_or_else(fail, |hour| Ok((rest, hour_only(hour))))
}

fn hour_word(i: Cells<'_>) -> Res<'_, Time> {
    let (rest, number) = cardinal(i)?;
    let hour = number.amount.as_whole().and_then(|h| u8::try_from(h).ok()).filter(|h| (1..=12).contains(h));
    hour.map_or_else(fail, |hour| Ok((rest, hour_only(hour))))
}

/// `four o'clock`
fn oclock(i: Cells<'_>) -> Res<'_, Time> {
    let (rest, time) = alt((hour_figure, hour_word)).parse(i)?;
    let (rest, _) = class(Class::Oclock).parse(rest)?;
    Ok((rest, time))
}

/// `0430 GMT`, `16 UTC`: four digits, or an hour, before a zone.
fn military(i: Cells<'_>) -> Res<'_, Time> {
    let (rest, text) = digits(i)?;
    let _ = zone(rest)?;
    let value = value_of(text).and_then(|v| u16::try_from(v).ok()).filter(|_| !i.glued() || after_mark(i));
    let (hour, minute) = match (value, text.chars().count()) {
        (Some(v), 3 | 4) => (v / 100, Some(v % 100)),
        (Some(v), 1 | 2) => (v, None),
        _ => return fail(),
    };
    let minute = minute.and_then(|m| u8::try_from(m).ok());
    match u8::try_from(hour).ok().filter(|h| *h <= 24 && minute.is_none_or(|m| m < 60)) {
        Some(hour) => Ok((rest, Time { minute, half_open: false, ..hour_only(hour) })),
        None => fail(),
    }
}

/// `noon`, `midnight`
pub fn clock_word(i: Cells<'_>) -> Res<'_, Time> {
    let (rest, form) = class(Class::ClockWord).parse(i)?;
    let parts = form.value.split_once(':').and_then(|(h, m)| h.parse::<u8>().ok().zip(m.parse::<u8>().ok()));
    match parts {
        Some((hour, minute)) => {
            Ok((rest, Time { minute: Some(minute), half_open: false, ..hour_only(hour) }))
        }
        None => fail(),
    }
}

/// The name of a time zone, in brackets or not: `GMT`, `(UTC+2)`, `local time`.
pub fn zone(i: Cells<'_>) -> Res<'_, (&Form, i16)> {
    let (rest, open) = opt(mark("(")).parse(i)?;
    let (rest, form) = class(Class::Zone).parse(rest)?;
    let (rest, shift) = opt(zone_shift).parse(rest)?;
    match open {
        None => Ok((rest, (form, shift.unwrap_or(0)))),
        Some(()) => {
            let rest = mark(")").parse(rest).map_or(rest, |(rest, ())| rest);
            Ok((rest, (form, shift.unwrap_or(0))))
        }
    }
}

/// `+2`, `−5:30` behind a zone, in minutes.
fn zone_shift(i: Cells<'_>) -> Res<'_, i16> {
    let sign = match i.peek(0).filter(|c| c.glued).map(|c| c.text) {
        Some("+") => 1,
        Some("-" | "−" | "–") => -1,
        _ => return fail(),
    };
    let (rest, hours) = glued_digits(i.skip(1))?;
    let (rest, minutes) = opt(preceded(mark(":"), glued_digits)).parse(rest)?;
    let value = |text: &str| value_of(text).and_then(|v| i16::try_from(v).ok()).filter(|v| *v < 60);
    let hours = value(hours).filter(|h| *h <= 14);
    match hours.zip(minutes.map_or(Some(0), value)) {
        Some((hours, minutes)) => Ok((rest, sign * (hours * 60 + minutes))),
        None => fail(),
    }
}

/// A time with the zone that stands behind it.
pub fn in_zone(time: Time, zone: Option<(&Form, i16)>) -> Time {
    let Some((form, shift)) = zone else { return time };
    let offset = if form.value.is_empty() { None } else { form.amount.as_whole() };
    let offset = offset.and_then(|o| i16::try_from(o).ok()).and_then(|o| o.checked_add(shift));
    Time { zone: Some(form.text), offset, ..time }
}
