//! Periods of the calendar: `May 2019`, `2019`, `the 1990s`, `the 19th century`, `the third quarter of 2019`, `last week`.

use super::calendar::period_words;
use super::date::{full_month, month, ordinal, weekday, year_said};
use super::numeral::{joined, value_of};
use super::roman::roman;
use super::{Class, cjk};
use crate::fact::cell::{Cells, Res, class, digits, fail, glued, glued_digits, mark};
use crate::fact::date::{Date, Grain, Part, Season};
use crate::fact::value::Period;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::{preceded, terminated};

/// Any period, or a weekday by itself.
pub fn period(i: Cells<'_>) -> Res<'_, Date> {
    alt((parted, whole)).parse(i)
}

/// `early 2019`, `mid-May`, `the end of the 1990s`
fn parted(i: Cells<'_>) -> Res<'_, Date> {
    let (rest, form) = class(Class::Part).parse(i)?;
    let (rest, _) = opt(mark("-")).parse(rest)?;
    let (rest, _) = opt(alt((class(Class::Of), class(Class::The)))).parse(rest)?;
    let (rest, date) =
        if i.settings().english { whole(rest)? } else { alt((period_words, whole)).parse(rest)? };
    let part = match form.value {
        "early" => Part::Early,
        "mid" => Part::Mid,
        "late" => Part::Late,
        _ => Part::End,
    };
    if date.grain == Grain::Day { fail() } else { Ok((rest, Date { part: Some(part), ..date })) }
}

fn whole(i: Cells<'_>) -> Res<'_, Date> {
    alt((
        century,
        decade,
        quarter,
        season,
        month_and_year,
        shifted,
        day_shift,
        era_year,
        weekday_alone,
        month_alone,
        year_alone,
    ))
    .parse(i)
}

/// `May 2019`, `May of last year` is [`month_alone`] and [`shifted`].
fn month_and_year(i: Cells<'_>) -> Res<'_, Date> {
    let (rest, month) = month(i)?;
    let (rest, _) = opt(alt((mark(","), |i| class(Class::Of).parse(i).map(|(r, _)| (r, ()))))).parse(rest)?;
    let (rest, year) = year(rest)?;
    Ok((rest, Date::day(Some(year), Some(month), None)))
}

/// `May`, `May last year`
fn month_alone(i: Cells<'_>) -> Res<'_, Date> {
    let (rest, month) = full_month(i)?;
    let (rest, (_, year_shift)) = year_said(rest)?;
    Ok((rest, Date { year_shift, ..Date::day(None, Some(month), None) }))
}

fn weekday_alone(i: Cells<'_>) -> Res<'_, Date> {
    weekday.map(|day| Date { weekday: Some(day), ..Date::default() }).parse(i)
}

/// A year of four digits that stands by itself: 1000 to 2199.
pub fn year(i: Cells<'_>) -> Res<'_, i32> {
    let (rest, text) = digits(i)?;
    let value = value_of(text).filter(|_| text.chars().count() == 4).filter(|y| (1000..2200).contains(y));
    let goes_on = rest.glued()
        && match rest.peek(0).map(|c| c.text) {
            Some("." | "," | ":" | "/") => {
                rest.peek(1).is_some_and(|c| c.glued && value_of(c.text).is_some())
            }
            Some("،" | "؛" | "؟" | "»" | "।" | "。" | "，" | "、" | "）" | "」") => false,
            Some("-" | "–" | "'" | "’" | ")" | ";" | "?" | "!" | "]" | "\"" | "”" | "—" | "…") | None => {
                false
            }
            Some(_) => !cjk::is_wide(rest.peek(0)) || is_counted(rest),
        };
    match value.and_then(|y| i32::try_from(y).ok()).filter(|_| !goes_on) {
        Some(year) => Ok((rest, year)),
        None => fail(),
    }
}

/// Whether what a number counts follows in a script without spaces.
fn is_counted(i: Cells<'_>) -> bool {
    [
        Class::Counter,
        Class::Hundred,
        Class::Scale,
        Class::Period,
        Class::Measure,
        Class::Currency,
        Class::Coin,
        Class::HedgeAfter,
        Class::Percent,
        Class::Points,
        Class::Tenth,
        Class::HourMark,
        Class::MinuteMark,
    ]
    .into_iter()
    .any(|class| i.is(class))
}

/// A year by itself: after a word that stands before years, in brackets, or between 1900 and 2099 and not before a
/// word that it could count.
pub fn year_alone(i: Cells<'_>) -> Res<'_, Date> {
    let (rest, year) = year(i)?;
    let context =
        i.follows(Class::BeforeYear) || i.before(1).is_some_and(|c| matches!(c.text, "(" | "’" | "'"));
    let likely = (1900..2100).contains(&year);
    // `2019 года`
    let named =
        !i.settings().english && rest.form(Class::Period).is_some_and(|(_, form)| form.value == "year");
    let counts = !named
        && [Class::Scale, Class::Percent, Class::Points, Class::Currency, Class::Measure, Class::Period]
            .into_iter()
            .any(|c| rest.is(c))
        && !rest.is(Class::YearMark);
    let touches =
        i.glued() && i.before(1).is_some_and(|c| c.text == "-" || c.text.chars().all(char::is_alphanumeric));
    let touches = touches && (i.settings().english || !joined(i));
    if (context || likely || named) && !counts && !touches {
        let rest = rest.form(Class::YearMark).map_or(rest, |(rest, _)| rest);
        Ok((rest, Date::day(Some(year), None, None)))
    } else {
        fail()
    }
}

/// `44 BC`, `AD 79`
fn era_year(i: Cells<'_>) -> Res<'_, Date> {
    // `44 году до н. э.`
    let behind_year = |i| {
        let (rest, text) = digits(i)?;
        let (rest, year) = opt(class(Class::Period)).parse(rest)?;
        let (rest, era) = class(Class::Era).parse(rest)?;
        if year.is_none_or(|form| form.value == "year") { Ok((rest, (text, era))) } else { fail() }
    };
    let (rest, (text, era)) =
        alt((behind_year, (class(Class::Era), digits).map(|(era, text)| (text, era)))).parse(i)?;
    let year = value_of(text).and_then(|y| i32::try_from(y).ok()).filter(|y| (1..10_000).contains(y));
    let year = year.filter(|_| !rest.is(Class::Scale) && !rest.is(Class::Century));
    match year.map(|y| if era.amount.is_negative() { -y } else { y }) {
        Some(year) => Ok((rest, Date::day(Some(year), None, None))),
        None => fail(),
    }
}

/// `the 1990s`, `the '90s`, `the nineties`
fn decade(i: Cells<'_>) -> Res<'_, Date> {
    let (rest, _) = opt(class(Class::The)).parse(i)?;
    let (rest, first) = alt((decade_figure, decade_short, decade_word)).parse(rest)?;
    Ok((rest, Date { grain: Grain::Decade, ..Date::day(Some(first), None, None) }))
}

fn decade_figure(i: Cells<'_>) -> Res<'_, i32> {
    let (rest, text) = terminated(digits, glued(Class::DecadeEnding)).parse(i)?;
    let year = value_of(text).and_then(|y| i32::try_from(y).ok());
    match year.filter(|y| (1000..2200).contains(y) && y % 10 == 0) {
        Some(year) => Ok((rest, year)),
        None => fail(),
    }
}

/// `'90s`
fn decade_short(i: Cells<'_>) -> Res<'_, i32> {
    let (rest, _) = alt((mark("'"), mark("’"), mark("‘"))).parse(i)?;
    let (rest, text) = terminated(glued_digits, glued(Class::DecadeEnding)).parse(rest)?;
    short_decade(rest, value_of(text))
}

fn decade_word(i: Cells<'_>) -> Res<'_, i32> {
    let (rest, form) = class(Class::Decade).parse(i)?;
    if i.follows(Class::The) || i.before(1).is_some_and(|c| c.text.ends_with("teen")) {
        short_decade(rest, form.amount.as_whole())
    } else {
        fail()
    }
}

/// `90` is 1990; `10` and `20` would be this century's.
pub fn short_decade(rest: Cells<'_>, value: Option<i128>) -> Res<'_, i32> {
    let value = value.and_then(|v| i32::try_from(v).ok()).filter(|v| (0..100).contains(v) && v % 10 == 0);
    value.map_or_else(fail, |v| Ok((rest, if v < 20 { 2000 + v } else { 1900 + v })))
}

/// `the 19th century`, `nineteenth-century`, `the second century BC`
fn century(i: Cells<'_>) -> Res<'_, Date> {
    let (rest, number) = preceded(opt(class(Class::The)), ordinal).parse(i)?;
    let (rest, _) = preceded(opt(mark("-")), class(Class::Century)).parse(rest)?;
    let (rest, era) = opt(class(Class::Era)).parse(rest)?;
    let Some(number) = i32::try_from(number).ok().filter(|n| (1..=30).contains(n)) else { return fail() };
    let before = era.is_some_and(|e| e.amount.is_negative());
    let first = if before { -number * 100 } else { (number - 1) * 100 + 1 };
    Ok((rest, Date { grain: Grain::Century, ..Date::day(Some(first), None, None) }))
}

/// `the third quarter of 2019`, `Q3 2019`
fn quarter(i: Cells<'_>) -> Res<'_, Date> {
    let (rest, _) = opt(class(Class::The)).parse(i)?;
    let (rest, number) = alt((quarter_in_words, quarter_sign)).parse(rest)?;
    let (rest, year) = opt(preceded(opt(class(Class::Of)), year)).parse(rest)?;
    match u8::try_from(number).ok().filter(|n| (1..=4).contains(n)) {
        Some(number) => Ok((rest, Date { grain: Grain::Quarter(number), ..Date::day(year, None, None) })),
        None => fail(),
    }
}

fn quarter_in_words(i: Cells<'_>) -> Res<'_, u64> {
    terminated(number_of_quarter, preceded(opt(mark("-")), class(Class::Quarter))).parse(i)
}

/// `third`; elsewhere also `III`.
fn number_of_quarter(i: Cells<'_>) -> Res<'_, u64> {
    if i.settings().english { ordinal(i) } else { alt((roman, ordinal)).parse(i) }
}

fn quarter_sign(i: Cells<'_>) -> Res<'_, u64> {
    let (rest, text) = preceded(class(Class::QuarterSign), glued_digits).parse(i)?;
    value_of(text).and_then(|n| u64::try_from(n).ok()).map_or_else(fail, |n| Ok((rest, n)))
}

/// `summer 2019`, `the spring of 1968`, `last winter` is [`shifted`].
fn season(i: Cells<'_>) -> Res<'_, Date> {
    let (rest, season) = preceded(opt(class(Class::The)), season_word).parse(i)?;
    let (rest, year) = preceded(opt(class(Class::Of)), year).parse(rest)?;
    Ok((rest, Date { grain: Grain::Season(season), ..Date::day(Some(year), None, None) }))
}

fn season_word(i: Cells<'_>) -> Res<'_, Season> {
    let (rest, form) = class(Class::Season).parse(i)?;
    let season = match form.value {
        "spring" => Season::Spring,
        "summer" => Season::Summer,
        "autumn" => Season::Autumn,
        "winter" => Season::Winter,
        _ => return fail(),
    };
    Ok((rest, season))
}

/// `last Tuesday`, `next month`, `this year`
fn shifted(i: Cells<'_>) -> Res<'_, Date> {
    let (rest, form) = class(Class::Shift).parse(i)?;
    let (rest, date) = alt((weekday_alone, month_alone, season_alone, calendar_unit)).parse(rest)?;
    let shift = form.amount.as_whole().and_then(|n| i8::try_from(n).ok());
    Ok((rest, Date { shift, ..date }))
}

/// A season behind *last* or *next*.
pub fn season_alone(i: Cells<'_>) -> Res<'_, Date> {
    season_word.map(|season| Date { grain: Grain::Season(season), ..Date::default() }).parse(i)
}

/// `week`, `month`, `year` behind *last* or *next*.
pub fn calendar_unit(i: Cells<'_>) -> Res<'_, Date> {
    let (rest, form) = class(Class::Period).parse(i)?;
    let grain = match Period::find(form.value) {
        Some(Period::Week) => Grain::Week,
        Some(Period::Month) => Grain::Month,
        Some(Period::Year) => Grain::Year,
        Some(Period::Decade) => Grain::Decade,
        Some(Period::Century) => Grain::Century,
        _ => return fail(),
    };
    let last = rest.before(1);
    let plural = last.is_some_and(|c| c.has(Class::Plural))
        || i.settings().plural_s && last.is_some_and(|c| c.text.ends_with('s'));
    if plural { fail() } else { Ok((rest, Date { grain, ..Date::default() })) }
}

/// `yesterday`, `today`
fn day_shift(i: Cells<'_>) -> Res<'_, Date> {
    let (rest, form) = class(Class::DayShift).parse(i)?;
    let shift = form.amount.as_whole().and_then(|n| i8::try_from(n).ok());
    Ok((rest, Date { shift, ..Date::default() }))
}
