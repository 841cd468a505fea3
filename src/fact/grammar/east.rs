//! Dates, times, spans and ages of Chinese, Japanese and Korean: `2024年3月5日`, `令和6年`, `去年3月`, `下午4点30分`, `오후 4시 30분`,
//! `3年半`, `45岁`.

use super::Class;
use super::cjk::{self, is_wide, wide, wide_glued};
use super::numeral::value_of;
use crate::fact::cell::{Cell, CellKind, Cells, Res, class, digits, fail, mark};
use crate::fact::date::{Date, Grain, Part, Time};
use crate::fact::ratio::Ratio;
use crate::fact::value::{Duration, Number, Period, Relation, Value};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::{delimited, terminated};

/// Whether a date or time of these languages can begin here.
fn may_begin(i: Cells<'_>) -> bool {
    let digits = |c: Option<&Cell<'_>>| c.is_some_and(|c| c.kind == CellKind::Digits);
    is_wide(i.peek(0)) || digits(i.peek(0)) && is_wide(i.peek(1))
}

/// A date: year, month and day as far as they are said, a weekday in brackets behind.
pub fn date(i: Cells<'_>) -> Res<'_, Value> {
    if !may_begin(i) {
        return fail();
    }
    let (rest, date) =
        alt((decade, century, quarter, year_first, month_first, day_alone, shifted)).parse(i)?;
    let (rest, weekday) = opt(bracketed_weekday).parse(rest)?;
    let (rest, part) = if date.grain == Grain::Day { (rest, None) } else { opt(part).parse(rest)? };
    Ok((rest, Value::Date(Date { weekday: weekday.or(date.weekday), part, ..date })))
}

/// `初`, `末`, `초`, `말` behind a period.
fn part(i: Cells<'_>) -> Res<'_, Part> {
    let (rest, form) = wide(Class::PartAfter)(i)?;
    let part = match form.value {
        "early" => Part::Early,
        "mid" => Part::Mid,
        "late" => Part::Late,
        _ => Part::End,
    };
    Ok((rest, part))
}

/// A whole number in digits or ideographs.
fn whole(i: Cells<'_>) -> Res<'_, i128> {
    if is_wide(i.peek(0)) {
        let (rest, number) = cjk::number(i)?;
        return number.amount.as_whole().map_or_else(fail, |n| Ok((rest, n)));
    }
    let (rest, text) = digits(i)?;
    value_of(text).filter(|_| super::numeral::may_begin(i)).map_or_else(fail, |n| Ok((rest, n)))
}

/// A number of the calendar behind which a mark stands: `3月`.
fn marked<'a>(kind: Class, most: i128) -> impl Fn(Cells<'a>) -> Res<'a, u8> {
    move |i| {
        let (mark, number) = whole(i)?;
        // `2日本人`
        if mark.is(Class::Word) {
            return fail();
        }
        let (rest, _) = wide(kind)(mark)?;
        match u8::try_from(number).ok().filter(|n| (1..=most).contains(&i128::from(*n))) {
            Some(number) => Ok((rest, number)),
            None => fail(),
        }
    }
}

fn month(i: Cells<'_>) -> Res<'_, u8> {
    marked(Class::MonthMark, 12)(i)
}

fn day(i: Cells<'_>) -> Res<'_, u8> {
    marked(Class::DayMark, 31)(i)
}

/// `2024年3月5日`, `2024年`, `19年3月`, `令和6年5月`
fn year_first(i: Cells<'_>) -> Res<'_, Date> {
    let (rest, year) = alt((era_year, any_year)).parse(i)?;
    let month_day = opt(month_and_day).parse(rest)?;
    let (rest, (month, day)) = (month_day.0, month_day.1.unwrap_or_default());
    Ok((rest, Date::day(Some(year), month, day)))
}

fn month_and_day(i: Cells<'_>) -> Res<'_, (Option<u8>, Option<u8>)> {
    let (rest, month) = month(i)?;
    let (rest, day) = opt(day).parse(rest)?;
    Ok((rest, (Some(month), day)))
}

/// `令和6年`
fn era_year(i: Cells<'_>) -> Res<'_, i32> {
    let (rest, era) = wide(Class::EraYear)(i)?;
    let (rest, number) = terminated(whole, wide_glued(Class::YearMark)).parse(rest)?;
    let year = era.amount.as_whole().and_then(|first| first.checked_add(number)).filter(|_| number < 200);
    year.and_then(|y| i32::try_from(y).ok()).map_or_else(fail, |year| Ok((rest, year)))
}

/// `2024年`; two digits before a month, or where the table says that they are a year, are this century's.
fn any_year(i: Cells<'_>) -> Res<'_, i32> {
    let (rest, number) = whole(i)?;
    let (after, form) = wide(Class::YearMark)(rest)?;
    // `千年` are a thousand years.
    let length = rest.at().saturating_sub(i.at());
    let written_out =
        length == 1 && i.peek(0).is_some_and(|c| c.kind == CellKind::Digits) || length == 4 || number < 1000;
    if !written_out || rest.is(Class::Word) {
        return fail();
    }
    let number = i32::try_from(number).unwrap_or(0);
    let span = || after.is(Class::SpanMark) || after.is(Class::Half);
    let written = i.peek(0).is_some_and(|c| c.kind == CellKind::Digits && c.text.chars().count() == 2);
    let short =
        month(after).is_ok() && written || form.value == "short" && (10..30).contains(&number) && !span();
    match number {
        1000..=2199 if !span() => Ok((after, number)),
        0..=39 if short => Ok((after, 2000 + number)),
        60..=99 if month(after).is_ok() => Ok((after, 1900 + number)),
        _ => fail(),
    }
}

/// `3月5日`, `3月`; `3月間` is a span.
fn month_first(i: Cells<'_>) -> Res<'_, Date> {
    let (rest, (month, day)) = month_and_day(i)?;
    if rest.glued() && rest.is(Class::SpanMark) { fail() } else { Ok((rest, Date::day(None, month, day))) }
}

/// `5日`; `5日間` is a span.
fn day_alone(i: Cells<'_>) -> Res<'_, Date> {
    let (rest, number) = day(i)?;
    // `一日` is more often a span.
    let short = is_wide(i.peek(0)) && rest.at() == i.at() + 2;
    if short || rest.glued() && rest.is(Class::SpanMark) {
        fail()
    } else {
        Ok((rest, Date::day(None, None, Some(number))))
    }
}

/// `去年3月5日`, `今年`, `上周五`, `先月`
fn shifted(i: Cells<'_>) -> Res<'_, Date> {
    if !is_wide(i.peek(0)) {
        return fail();
    }
    let (rest, (grain, shift)) = shifted_period(i)?;
    if grain == Grain::Year
        && let Ok((rest, (month, day))) = month_and_day(rest)
    {
        return Ok((rest, Date { year_shift: Some(shift), ..Date::day(None, month, day) }));
    }
    if grain == Grain::Month
        && let Ok((rest, day)) = day(rest)
    {
        return Ok((rest, Date::day(None, None, Some(day))));
    }
    Ok((rest, Date { grain, shift: Some(shift), ..Date::default() }))
}

/// `торік`, `امسال`: the same in languages with spaces.
pub fn shifted_word(i: Cells<'_>) -> Res<'_, Value> {
    if !i.is(Class::Shifted) || is_wide(i.peek(0)) {
        return fail();
    }
    let (rest, (grain, shift)) = shifted_period(i)?;
    Ok((rest, Value::Date(Date { grain, shift: Some(shift), ..Date::default() })))
}

/// `去年`: a period and how it lies to now.
fn shifted_period(i: Cells<'_>) -> Res<'_, (Grain, i8)> {
    let (rest, form) = class(Class::Shifted)(i)?;
    let mut words = form.value.split(' ');
    let grain = match words.next() {
        Some("day") => Grain::Day,
        Some("week") => Grain::Week,
        Some("month") => Grain::Month,
        Some("decade") => Grain::Decade,
        Some("century") => Grain::Century,
        _ => Grain::Year,
    };
    match words.next().and_then(|n| n.parse().ok()) {
        Some(shift) => Ok((rest, (grain, shift))),
        None => fail(),
    }
}

/// `1990年代`, `90年代`, `上世纪90年代`
fn decade(i: Cells<'_>) -> Res<'_, Date> {
    let (rest, _) = opt(wide(Class::Shifted)).parse(i)?;
    let (rest, number) = terminated(whole, wide_glued(Class::DecadeMark)).parse(rest)?;
    let year = match i32::try_from(number) {
        Ok(n @ 20..=99) => 1900 + n,
        Ok(n @ (0 | 10)) => 2000 + n,
        Ok(n @ 1000..=2199) => n,
        _ => return fail(),
    };
    if year % 10 != 0 {
        return fail();
    }
    Ok((rest, Date { grain: Grain::Decade, ..Date::day(Some(year), None, None) }))
}

/// `1990 के दशक`
pub fn decade_word(i: Cells<'_>) -> Res<'_, Value> {
    let (rest, text) = digits(i)?;
    let (rest, _) = class(Class::DecadeMark)(rest)?;
    let year = value_of(text).and_then(|n| i32::try_from(n).ok()).filter(|n| n % 10 == 0);
    let first = match year {
        Some(n @ 20..=99) => 1900 + n,
        Some(n @ 1000..=2199) => n,
        _ => return fail(),
    };
    Ok((rest, Value::Date(Date { grain: Grain::Decade, ..Date::day(Some(first), None, None) })))
}

/// `19世紀`, `公元前5世纪`; `二十世纪90年代` is its decade.
fn century(i: Cells<'_>) -> Res<'_, Date> {
    let (start, era) = opt(wide(Class::Era)).parse(i)?;
    let (rest, number) = terminated(whole, wide(Class::Century)).parse(start)?;
    let Some(number) = i32::try_from(number).ok().filter(|n| (1..=30).contains(n)) else { return fail() };
    if era.is_some_and(|era| era.amount.is_negative()) {
        return Ok((rest, Date { grain: Grain::Century, ..Date::day(Some(-number * 100), None, None) }));
    }
    let first = (number - 1) * 100;
    if let Ok((rest, tens)) = terminated(whole, wide_glued(Class::DecadeMark)).parse(rest)
        && let Some(tens) = i32::try_from(tens).ok().filter(|n| (0..100).contains(n) && n % 10 == 0)
    {
        return Ok((rest, Date { grain: Grain::Decade, ..Date::day(Some(first + tens), None, None) }));
    }
    Ok((rest, Date { grain: Grain::Century, ..Date::day(Some(first + 1), None, None) }))
}

/// `第三季度`, `2019年第3四半期`, `3분기`
fn quarter(i: Cells<'_>) -> Res<'_, Date> {
    let (rest, year) = opt(alt((era_year, any_year))).parse(i)?;
    let (rest, _) = opt(wide(Class::OrdinalBefore)).parse(rest)?;
    let (rest, number) = terminated(whole, wide(Class::Quarter)).parse(rest)?;
    match u8::try_from(number).ok().filter(|n| (1..=4).contains(n)) {
        Some(number) => Ok((rest, Date { grain: Grain::Quarter(number), ..Date::day(year, None, None) })),
        None => fail(),
    }
}

/// `(月)`, `（星期五）`
fn bracketed_weekday(i: Cells<'_>) -> Res<'_, u8> {
    let open = alt((mark("("), mark("（")));
    let close = alt((mark(")"), mark("）")));
    let name = alt((class(Class::Weekday), class(Class::WeekdayShort)));
    let (rest, form) = delimited(open, name, close).parse(i)?;
    form.amount.as_whole().and_then(|n| u8::try_from(n).ok()).map_or_else(fail, |day| Ok((rest, day)))
}

/// `第三`, `第3`
pub fn ordinal(i: Cells<'_>) -> Res<'_, Value> {
    let (rest, _) = wide(Class::OrdinalBefore)(i)?;
    let (rest, number) = whole(rest)?;
    u64::try_from(number).map_or_else(|_| fail(), |n| Ok((rest, Value::Ordinal(n))))
}

/// `下午4点30分`, `16時30分`, `오후 4시 30분`, `四点半`
pub fn time(i: Cells<'_>) -> Res<'_, Value> {
    if !may_begin(i) {
        return fail();
    }
    let (rest, half) = opt(wide(Class::HalfDayBefore)).parse(i)?;
    let (rest, (hour, minute)) = alt((hour_and_minute, colon_time)).parse(rest)?;
    let (rest, second) = opt(marked(Class::SecondMark, 59)).parse(rest)?;
    let sure = half.is_some()
        || minute.is_some()
        || i.is(Class::ClockWord)
        || rest.before(1).is_some_and(is_sure_hour);
    if !sure || half.is_none() && rest.glued() && rest.is(Class::SpanMark) {
        return fail();
    }
    let hour = match half.map(|form| form.value) {
        Some("12") if hour < 12 => hour + 12,
        Some("0") if hour == 12 => 0,
        _ => hour,
    };
    let half_open = half.is_none() && (1..=12).contains(&hour);
    Ok((rest, Value::Time(Time { hour, minute, second, half_open, zone: None, offset: None })))
}

/// Whether the mark of an hour means nothing else: `時`, not `点`.
fn is_sure_hour(cell: &Cell<'_>) -> bool {
    cell.forms.iter().any(|form| form.class == Class::HourMark && form.value == "sure")
}

/// `4点30分`, `4時`, `四点半`
fn hour_and_minute(i: Cells<'_>) -> Res<'_, (u8, Option<u8>)> {
    let (rest, number) = terminated(whole, wide(Class::HourMark)).parse(i)?;
    let Some(hour) = u8::try_from(number).ok().filter(|h| *h <= 24) else { return fail() };
    let minute = alt((marked(Class::MinuteMark, 59), |i| wide(Class::Half)(i).map(|(r, _)| (r, 30))));
    let (rest, minute) = opt(minute).parse(rest)?;
    Ok((rest, (hour, minute)))
}

/// `下午4:30`
fn colon_time(i: Cells<'_>) -> Res<'_, (u8, Option<u8>)> {
    let part =
        |text: &str, most: u8| value_of(text).and_then(|n| u8::try_from(n).ok()).filter(|n| *n <= most);
    let (rest, hour) = digits(i)?;
    let (rest, _) = alt((mark(":"), mark("："))).parse(rest)?;
    let (rest, minute) = digits(rest)?;
    match (part(hour, 24), part(minute, 59).filter(|_| minute.chars().count() == 2)) {
        (Some(hour), Some(minute)) => Ok((rest, (hour, Some(minute)))),
        _ => fail(),
    }
}

/// `3年半`, `半年`, `一年半`, `3小时20分`, and how it lies: `3年前`.
pub fn span(i: Cells<'_>) -> Res<'_, Value> {
    if !may_begin(i) {
        return fail();
    }
    let (rest, duration) = alt((half_first, half_behind)).parse(i)?;
    let (rest, relation) = opt(relation).parse(rest)?;
    Ok((rest, Value::Duration(Duration { relation, ..duration })))
}

/// `前`, `后`
fn relation(i: Cells<'_>) -> Res<'_, Relation> {
    let (rest, form) = wide(Class::Relation)(i)?;
    match form.value {
        "ago" => Ok((rest, Relation::Ago)),
        "later" => Ok((rest, Relation::Later)),
        "earlier" => Ok((rest, Relation::Earlier)),
        _ => fail(),
    }
}

fn period(i: Cells<'_>) -> Res<'_, Period> {
    let (rest, form) = wide(Class::Period)(i)?;
    Period::find(form.value).map_or_else(fail, |period| Ok((rest, period)))
}

fn half() -> Ratio {
    Ratio::new(1, 2).unwrap_or(Ratio::ONE)
}

/// `半年`
fn half_first(i: Cells<'_>) -> Res<'_, Duration> {
    let (rest, _) = wide(Class::Half)(i)?;
    let (rest, period) = period(rest)?;
    Ok((rest, Duration { number: Number { amount: half(), step: half() }, period, relation: None }))
}

/// `3年半`, `两个半小时`
fn half_behind(i: Cells<'_>) -> Res<'_, Duration> {
    let (rest, number) = whole(i)?;
    let (rest, period) = match period(rest) {
        Ok((rest, period)) => terminated(|i| Ok((i, period)), wide_glued(Class::Half)).parse(rest)?,
        Err(_) => {
            let (rest, _) = opt(wide(Class::Counter)).parse(rest)?;
            let (rest, _) = wide(Class::Half)(rest)?;
            period(rest)?
        }
    };
    match Ratio::whole(number).add(half()) {
        Some(amount) => {
            Ok((rest, Duration { number: Number { amount, step: half() }, period, relation: None }))
        }
        None => fail(),
    }
}
