//! Days, months and years: `Monday, 3 March 2024`, `March 3rd`, `the 3rd of May`, `2024-03-05`, `5/3/2020`, `May 2019`.

use super::numeral::{grouped, may_begin, value_of};
use super::period::{period, year};
use super::{Class, calendar, ordinals};
use crate::fact::cell::{CellKind, Cells, Res, class, digits, fail, glued, glued_digits, mark};
use crate::fact::date::Date;
use crate::fact::language::DateOrder;
use crate::fact::ratio::Ratio;
use crate::fact::value::Value;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::{preceded, terminated};

/// Any date or period of the calendar.
pub fn date(i: Cells<'_>) -> Res<'_, Value> {
    if !i.settings().english {
        let elsewhere = alt((
            iso,
            numeric,
            weekday_and_date,
            day_and_month,
            calendar::day_words,
            calendar::period_words,
            period,
        ));
        return elsewhere.map(Value::Date).parse(i);
    }
    alt((iso, numeric, weekday_and_date, day_and_month, period)).map(Value::Date).parse(i)
}

/// The range of days or years that one date expression can give: `3-5 May`, `May 3 to 5`.
pub fn day_range(i: Cells<'_>) -> Res<'_, Value> {
    let (rest, (from, to)) = alt((days_before_month, days_behind_month)).parse(i)?;
    Ok((rest, Value::Range(Box::new(Value::Date(from)), Box::new(Value::Date(to)))))
}

/// `2024-03-05`
fn iso(i: Cells<'_>) -> Res<'_, Date> {
    let (rest, year) = digits(i)?;
    let (rest, month) = preceded(mark("-"), glued_digits).parse(rest)?;
    let (rest, day) = preceded(mark("-"), glued_digits).parse(rest)?;
    let glued_marks = i.skip(1).glued() && i.skip(3).glued();
    let shape = (year.len(), month.len(), day.len()) == (4, 2, 2);
    match (small(month), small(day), value_of(year)) {
        (Some(month), Some(day), Some(year)) if shape && glued_marks && month > 0 && day > 0 => {
            Ok((rest, Date::day(i32::try_from(year).ok(), Some(month), Some(day))))
        }
        _ => fail(),
    }
}

/// `5/3/2020`, `05.03.2020`: month first with strokes, day first with stops, whichever is possible.
fn numeric(i: Cells<'_>) -> Res<'_, Date> {
    let (rest, first) = digits(i)?;
    let (rest, stroke) = date_mark(rest)?;
    let (rest, second) = glued_digits(rest)?;
    let (rest, ()) = mark(stroke).parse(rest)?;
    let (rest, year) = glued_digits(rest)?;
    let plausible = first.len() <= 2 && second.len() <= 2 && matches!(year.len(), 2 | 4) && !i.glued();
    let (Some(first), Some(second), Some(year)) = (small(first), small(second), value_of(year)) else {
        return fail();
    };
    if !plausible || stroke != "/" && year < 1000 {
        return fail();
    }
    let year = if year < 100 { year + if year < 50 { 2000 } else { 1900 } } else { year };
    let possible = |month: u8, day: u8| (1..=12).contains(&month) && (1..=31).contains(&day);
    let day_first = stroke != "/" || i.settings().date_order != DateOrder::MonthFirst;
    let month_first = if day_first { !possible(second, first) } else { possible(first, second) };
    let (month, day) = if month_first { (first, second) } else { (second, first) };
    if !possible(month, day) {
        return fail();
    }
    let known = i.settings().date_order != DateOrder::MonthFirst;
    let swappable = !known && possible(first, second) && possible(second, first) && first != second;
    let date = Date { swappable, ..Date::day(i32::try_from(year).ok(), Some(month), Some(day)) };
    Ok((rest, date))
}

/// The mark between the parts of a date in digits.
fn date_mark(i: Cells<'_>) -> Res<'_, &'static str> {
    for stroke in ["/", ".", "-"] {
        if stroke == "-" && i.settings().english {
            break;
        }
        if let (Ok((rest, ())), true) = (mark(stroke).parse(i), i.glued()) {
            return Ok((rest, stroke));
        }
    }
    fail()
}

/// A number of one or two digits.
fn small(text: &str) -> Option<u8> {
    u8::try_from(value_of(text).filter(|_| text.chars().count() <= 2)?).ok()
}

/// `Monday, March 3`, `Monday (March 3)`, `Monday the 3rd of March`, `March 3 (Monday)`
fn weekday_and_date(i: Cells<'_>) -> Res<'_, Date> {
    alt((weekday_first, weekday_last)).parse(i)
}

fn weekday_first(i: Cells<'_>) -> Res<'_, Date> {
    let (rest, weekday) = any_weekday(i)?;
    if !i.settings().english {
        return weekday_first_elsewhere(rest, weekday);
    }
    let (rest, _) = opt(alt((mark(","), mark("(")))).parse(rest)?;
    let (rest, date) = alt((day_and_month, iso, numeric, day_alone)).parse(rest)?;
    Ok((rest, Date { weekday: Some(weekday), ..date }))
}

/// `Montag, den 3. März`, `Selasa (3/5/2020)`
fn weekday_first_elsewhere(i: Cells<'_>, weekday: u8) -> Res<'_, Date> {
    let bracketed = calendar::day_in_brackets;
    let (rest, _) = if i.peek(0).is_some_and(|c| c.text == "(") && bracketed(i).is_ok() {
        (i, None)
    } else {
        opt(alt((mark(","), mark("(")))).parse(i)?
    };
    let (rest, _) = opt(class(Class::BeforeYear)).parse(rest)?;
    let (rest, date) = alt((bracketed, day_and_month, calendar::day_words, iso, numeric)).parse(rest)?;
    if date.day.is_none() {
        return fail();
    }
    Ok((rest, Date { weekday: Some(weekday), ..date }))
}

fn weekday_last(i: Cells<'_>) -> Res<'_, Date> {
    let (rest, date) = alt((day_and_month, iso, numeric)).parse(i)?;
    // `3 Mart Pazartesi`
    let plain = !i.settings().english && rest.is(Class::Weekday);
    let (rest, weekday) =
        if plain { weekday(rest)? } else { preceded(mark("("), any_weekday).parse(rest)? };
    Ok((rest, Date { weekday: Some(weekday), ..date }))
}

/// A weekday, its short form included; Monday is 1.
fn any_weekday(i: Cells<'_>) -> Res<'_, u8> {
    alt((weekday, |i| numbered(Class::WeekdayShort, i))).parse(i)
}

/// A weekday's full name; Monday is 1.
pub fn weekday(i: Cells<'_>) -> Res<'_, u8> {
    numbered(Class::Weekday, i)
}

/// A month, its short form included; January is 1. A hyphenated name (`Jan-Mike`) is none.
pub fn month(i: Cells<'_>) -> Res<'_, u8> {
    let (rest, month) = alt((full_month, |i| numbered(Class::MonthShort, i))).parse(i)?;
    let hyphen = rest.glued() && rest.peek(0).is_some_and(|c| c.text == "-");
    let name = hyphen
        && rest
            .peek(1)
            .is_some_and(|c| c.glued && c.kind == CellKind::Word && c.text.starts_with(char::is_uppercase));
    if name { fail() } else { Ok((rest, month)) }
}

/// A month's full name; January is 1.
pub fn full_month(i: Cells<'_>) -> Res<'_, u8> {
    numbered(Class::Month, i)
}

/// A form whose value is a small number.
fn numbered(kind: Class, i: Cells<'_>) -> Res<'_, u8> {
    let (rest, form) = class(kind).parse(i)?;
    small(form.value).map_or_else(fail, |number| Ok((rest, number)))
}

/// Day and month in either order, with or without year.
fn day_and_month(i: Cells<'_>) -> Res<'_, Date> {
    if !i.settings().english {
        let first = calendar::day_of_month(i);
        let month = i.settings().date_order != DateOrder::DayFirst;
        return if first.is_err() && month { month_first(i) } else { first };
    }
    alt((day_first, month_first)).parse(i)
}

/// `3 March 2024`, `the 3rd of March`, `3-March`
fn day_first(i: Cells<'_>) -> Res<'_, Date> {
    let (rest, _) = opt(class(Class::The)).parse(i)?;
    let (rest, day) = day(rest)?;
    let (rest, _) = opt(alt((mark("-"), |i| class(Class::Of).parse(i).map(|(r, _)| (r, ()))))).parse(rest)?;
    let (rest, month) = month(rest)?;
    let (rest, (year, year_shift)) = year_said(rest)?;
    Ok((rest, Date { year_shift, ..Date::day(year, Some(month), Some(day)) }))
}

/// `March 3`, `March 3rd, 2024`
fn month_first(i: Cells<'_>) -> Res<'_, Date> {
    let (rest, month) = month(i)?;
    let (rest, _) = opt(class(Class::The)).parse(rest)?;
    let (rest, day) = day(rest)?;
    // `March 3.5`, `March 10,000`, `May 20 percent`
    let number_goes_on = rest.glued() && rest.peek(1).is_some_and(|c| c.glued && value_of(c.text).is_some())
        || [Class::Scale, Class::Percent, Class::Points, Class::Collective].into_iter().any(|c| rest.is(c));
    if number_goes_on {
        return fail();
    }
    let (rest, (year, year_shift)) = year_said(rest)?;
    Ok((rest, Date { year_shift, ..Date::day(year, Some(month), Some(day)) }))
}

/// The year behind a date, in digits or as *last year*; nothing at all is fine, too.
pub fn year_said(i: Cells<'_>) -> Res<'_, (Option<i32>, Option<i8>)> {
    if let Ok((rest, year)) = year_behind(i) {
        return Ok((rest, (Some(year), None)));
    }
    let (rest, shift) = opt(shifted_year).parse(i)?;
    Ok((rest, (None, shift)))
}

/// `, last year`, `of this year`
fn shifted_year(i: Cells<'_>) -> Res<'_, i8> {
    let (rest, _) = opt(alt((mark(","), |i| class(Class::Of).parse(i).map(|(r, _)| (r, ()))))).parse(i)?;
    let (rest, shift) = class(Class::Shift).parse(rest)?;
    let (rest, period) = class(Class::Period).parse(rest)?;
    match shift.amount.as_whole().and_then(|n| i8::try_from(n).ok()).filter(|_| period.value == "year") {
        Some(shift) => Ok((rest, shift)),
        None => fail(),
    }
}

/// A year behind a date, a comma or *of* or *in* before it.
fn year_behind(i: Cells<'_>) -> Res<'_, i32> {
    preceded(opt(alt((mark(","), |i| class(Class::Of).parse(i).map(|(r, _)| (r, ()))))), year).parse(i)
}

/// `the 3rd`, after a weekday.
fn day_alone(i: Cells<'_>) -> Res<'_, Date> {
    let (rest, day) = preceded(class(Class::The), ordinal_day).parse(i)?;
    // `announced on Friday the second debate`
    let in_letters = rest.before(1).is_some_and(|c| c.has(Class::Ordinal));
    let counts = rest.peek(0).is_some_and(|c| c.kind == CellKind::Word && c.forms.is_empty());
    if in_letters && counts { fail() } else { Ok((rest, Date::day(None, None, Some(day)))) }
}

/// A day of the month: `3`, `3rd`, `third`. Numbers that no month has are kept for the check of impossible dates,
/// as far as they are shaped like days.
fn day(i: Cells<'_>) -> Res<'_, u8> {
    if !i.settings().english {
        return calendar::figure(i);
    }
    alt((ordinal_day, figure_day)).parse(i)
}

fn figure_day(i: Cells<'_>) -> Res<'_, u8> {
    let (rest, text) = digits(i)?;
    match small(text).filter(|day| (1..=39).contains(day)) {
        Some(day) => Ok((rest, day)),
        None => fail(),
    }
}

/// `3rd`, `twenty-first`
fn ordinal_day(i: Cells<'_>) -> Res<'_, u8> {
    let (rest, number) = ordinal(i)?;
    match u8::try_from(number).ok().filter(|day| (1..=39).contains(day)) {
        Some(day) => Ok((rest, day)),
        None => fail(),
    }
}

/// A place in an order: `21st`, `third`, `twenty-first`, `hundredth`.
pub fn ordinal(i: Cells<'_>) -> Res<'_, u64> {
    if !i.settings().english {
        return alt((ordinals::ordinal_digits, ordinals::ordinal_words)).parse(i);
    }
    alt((ordinal_figure, ordinal_word)).parse(i)
}

fn ordinal_figure(i: Cells<'_>) -> Res<'_, u64> {
    let (rest, value) = terminated(grouped, glued(Class::OrdinalEnding)).parse(i)?;
    match u64::try_from(value).ok().filter(|_| may_begin(i)) {
        Some(number) => Ok((rest, number)),
        None => fail(),
    }
}

fn ordinal_word(i: Cells<'_>) -> Res<'_, u64> {
    let (rest, tens) = opt(terminated(class(Class::Tens), opt(mark("-")))).parse(i)?;
    let (rest, unit) = class(Class::Ordinal).parse(rest)?;
    let below_ten = unit.amount < Ratio::whole(10);
    let sum = match tens {
        Some(tens) if below_ten => tens.amount.add(unit.amount),
        Some(_) => None,
        None => Some(unit.amount),
    };
    match sum.and_then(Ratio::as_whole).and_then(|n| u64::try_from(n).ok()) {
        Some(number) => Ok((rest, number)),
        None => fail(),
    }
}

/// `3-5 May 2020`
fn days_before_month(i: Cells<'_>) -> Res<'_, (Date, Date)> {
    let (rest, first) = day(i)?;
    let (rest, list) = between_days(rest)?;
    let (rest, last) = day_and_month(rest)?;
    if list && last.day != Some(first + 1) {
        return fail();
    }
    Ok((rest, (Date { day: Some(first), weekday: None, ..last }, last)))
}

/// `May 3-5, 2020`
fn days_behind_month(i: Cells<'_>) -> Res<'_, (Date, Date)> {
    let (rest, month) = month(i)?;
    let (rest, first) = day(rest)?;
    let (rest, list) = between_days(rest)?;
    let (rest, last) = day(rest)?;
    if list && (last != first + 1 || rest.is(Class::Month)) {
        return fail();
    }
    let (rest, year) = opt(year_behind).parse(rest)?;
    Ok((rest, (Date::day(year, Some(month), Some(first)), Date::day(year, Some(month), Some(last)))))
}

/// What stands between two days of a month; whether it is *and*, which makes a span of two days only.
fn between_days(i: Cells<'_>) -> Res<'_, bool> {
    let (rest, form) = alt((class(Class::Dash), class(Class::RangeJoin))).parse(i)?;
    Ok((rest, form.value == "and"))
}
