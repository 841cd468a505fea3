//! Numbers in digits: `1,200`, `3.5`, `½`, `2 1/2`.

use super::Class;
use crate::fact::cell::{
    Cell, CellKind, Cells, Res, class, digit, digits, fail, glued, glued_digits, is_east_asian, mark,
};
use crate::fact::language::SpaceGroups;
use crate::fact::ratio::Ratio;
use crate::fact::value::Number;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::preceded;

/// The most groups of three that can fit; a longer run is no number to us.
const MOST_GROUPS: usize = 12;

/// The value of a run of digits of any script; `None` where it does not fit.
pub fn value_of(text: &str) -> Option<i128> {
    text.chars().try_fold(0_i128, |sum, c| sum.checked_mul(10)?.checked_add(i128::from(digit(c)?)))
}

/// A number in digits that is no part of a longer run of digits and marks (`1.2.3`, `10:30`, `F-16`).
pub fn numeral(i: Cells<'_>) -> Res<'_, Number> {
    if !may_begin(i) {
        return fail();
    }
    let (rest, number) = alt((mixed, simple_fraction, signed)).parse(i)?;
    if runs_on(rest) { fail() } else { Ok((rest, number)) }
}

/// Whether a number can begin here: nothing before it makes it the end of something else.
pub fn may_begin(i: Cells<'_>) -> bool {
    if !i.glued() {
        return true;
    }
    let Some(before) = i.before(1) else { return true };
    // `l'80 %`, `d'1,5 million`
    if matches!(before.text, "'" | "’") && !i.settings().english {
        return i.before(2).is_none_or(|b| b.kind != CellKind::Digits);
    }
    let hyphen = matches!(before.text, "-" | "־") && before.glued;
    if hyphen
        && i.before(2)
            .is_some_and(|b| b.text.chars().next().is_some_and(|c| joins_numbers(c, b) && !is_east_asian(c)))
    {
        return true;
    }
    match before.text.chars().next_back() {
        // `COVID-19`, `5-4`: a dash glued to a word or digits on its left; the range takes the whole.
        Some(
            '-' | '–' | '—' | '‑' | '/' | '.' | ',' | ':' | '\'' | '’' | '+' | '*' | '&' | '#' | '@' | '_'
            | '=',
        ) => {
            let free = !before.glued || i.before(2).is_none_or(|b| matches!(b.text, "(" | "[" | "\"" | "“"));
            let dash = before.text == "—" || before.text == "–";
            free && before.text != "#" && before.text != "@" && before.text != "_" || dash && !after_digits(i)
        }
        Some(c) => !c.is_alphanumeric() || joins_numbers(c, before) || i.follows(Class::CurrencySign),
        None => true,
    }
}

/// Whether what touches the number here is a word that numbers may touch, with or without a hyphen: `و2015`, `ב-2019`.
pub fn joined(i: Cells<'_>) -> bool {
    let joins = |c: Option<&Cell<'_>>| {
        c.is_some_and(|c| c.text.chars().next_back().is_some_and(|last| joins_numbers(last, c)))
    };
    let hyphen = i.before(1).is_some_and(|c| matches!(c.text, "-" | "־") && c.glued);
    joins(i.before(1)) || hyphen && joins(i.before(2))
}

/// Whether a word may touch the number behind it: in scripts without spaces; one-letter words of Arabic and Hebrew.
fn joins_numbers(c: char, word: &Cell<'_>) -> bool {
    let semitic = matches!(c, '\u{590}'..='\u{6ff}') && digit(c).is_none();
    is_east_asian(c) || semitic && word.text.chars().count() <= MOST_PREFIX
}

/// The most letters of what Arabic and Hebrew glue to a number: `الـ5`.
const MOST_PREFIX: usize = 4;

fn after_digits(i: Cells<'_>) -> bool {
    i.before(2).is_some_and(|b| b.text.chars().all(|c| c.is_ascii_digit()))
}

/// Whether digits go on behind a mark: a time, a version, a ratio.
fn runs_on(i: Cells<'_>) -> bool {
    let next_is_digit =
        i.peek(1).is_some_and(|c| c.glued && c.text.chars().next().is_some_and(|c| digit(c).is_some()));
    i.glued() && next_is_digit && matches!(i.peek(0).map(|c| c.text), Some("." | "," | ":" | "/" | "'" | "’"))
}

/// `-5`, `5.2`
fn signed(i: Cells<'_>) -> Res<'_, Number> {
    let (rest, minus) = opt(minus).parse(i)?;
    let (rest, number) = alt((decimal, bare_decimal)).parse(rest)?;
    if minus.is_none() {
        return Ok((rest, number));
    }
    let Some(amount) = number.amount.neg() else { return fail() };
    Ok((rest, Number { amount, ..number }))
}

/// The sign before a number; a mark must touch the number and nothing on its left, a word stands apart.
fn minus(i: Cells<'_>) -> Res<'_, ()> {
    let (rest, form) = class(Class::Minus).parse(i)?;
    let word = form.pieces.iter().any(|p| p.folded.contains(char::is_alphabetic));
    if word || (rest.glued() && !i.glued()) { Ok((rest, ())) } else { fail() }
}

/// `1,234.5`
pub fn decimal(i: Cells<'_>) -> Res<'_, Number> {
    let (rest, whole) = grouped(i)?;
    let (rest, decimals) = opt(preceded(glued(Class::Decimal), glued_digits)).parse(rest)?;
    match decimals {
        None => Ok((rest, Number::whole(whole))),
        Some(decimals) => {
            let number = english_group(i, whole, decimals).or_else(|| with_decimals(whole, decimals));
            number.map_or_else(fail, |number| Ok((rest, number)))
        }
    }
}

/// `$5,000` in a language whose decimals have a comma: written as in English, the sign first.
fn english_group(i: Cells<'_>, whole: i128, digits: &str) -> Option<Number> {
    let sign = i.before(1).is_some_and(|c| matches!(c.text, "$" | "£")) && i.glued();
    let comma = i.peek(1).is_some_and(|c| c.text == ",");
    let group = sign && comma && digits.chars().count() == 3 && (1..1000).contains(&whole);
    if !group || i.settings().english {
        return None;
    }
    Some(Number::whole(whole.checked_mul(1000)?.checked_add(value_of(digits)?)?))
}

/// `.5`
fn bare_decimal(i: Cells<'_>) -> Res<'_, Number> {
    let (rest, decimals) = preceded(class(Class::Decimal), glued_digits).parse(i)?;
    match with_decimals(0, decimals).filter(|_| !i.glued()) {
        Some(number) => Ok((rest, number)),
        None => fail(),
    }
}

fn with_decimals(whole: i128, decimals: &str) -> Option<Number> {
    let places = i32::try_from(decimals.chars().count()).ok()?;
    let step = Ratio::ten_to(places.checked_neg()?)?;
    let amount = Ratio::whole(whole).add(Ratio::whole(value_of(decimals)?).mul(step)?)?;
    Some(Number { amount, step })
}

/// `1,234,567`, `12,34,567`, `1234`: the last group has three digits, the inner ones two or three.
pub fn grouped(i: Cells<'_>) -> Res<'_, i128> {
    let (mut rest, first) = digits(i)?;
    let Some(mut value) = value_of(first) else { return fail() };
    let mut groups = 0;
    let mut seen: Option<&str> = None;
    while let Some((after, mark, group)) = next_group(rest) {
        let nought = first.starts_with('0') && !i.settings().english;
        let fits =
            first.chars().count() <= 3 && !nought && seen.is_none_or(|s| s == mark) && groups < MOST_GROUPS;
        if !fits {
            break;
        }
        let count = group.chars().count();
        let last = next_group(after).is_none();
        let indian = count == 2 && !last && mark == ",";
        if !(count == 3 || indian) {
            break;
        }
        let scale = if count == 3 { 1000 } else { 100 };
        let next = value.checked_mul(scale).and_then(|v| v.checked_add(value_of(group)?));
        let Some(next) = next else { return fail() };
        (value, rest, seen, groups) = (next, after, Some(mark), groups + 1);
    }
    Ok((rest, value))
}

/// A mark between groups and the digits behind it, all glued.
fn next_group(i: Cells<'_>) -> Option<(Cells<'_>, &str, &str)> {
    let Ok((rest, _)) = glued(Class::Group).parse(i) else { return spaced_group(i) };
    let (rest, group) = glued_digits(rest).ok()?;
    Some((rest, i.peek(0)?.text, group))
}

/// `12 500`: a group of three behind one space.
fn spaced_group(i: Cells<'_>) -> Option<(Cells<'_>, &str, &str)> {
    let narrowest = match i.settings().space_groups {
        SpaceGroups::None => return None,
        SpaceGroups::Narrow => 2,
        SpaceGroups::Any => 1,
    };
    let (rest, group) = digits(i).ok()?;
    // A plain space is one byte, a no-break space two, a thin one three.
    let space = i.peek(0)?.span.start.checked_sub(i.before(1)?.span.end)?;
    (group.chars().count() == 3 && (narrowest..=3).contains(&space)).then_some((rest, " ", group))
}

/// `½`, `2½`, `2 1/2`
fn mixed(i: Cells<'_>) -> Res<'_, Number> {
    let (rest, whole) = opt(grouped).parse(i)?;
    // `7-3/4`
    let (rest, dash) = match whole {
        Some(_) if rest.glued() => opt(mark("-")).parse(rest)?,
        _ => (rest, None),
    };
    let (rest, part) = alt((fraction_sign, simple_fraction)).parse(rest)?;
    let separate = dash.is_some() || whole.is_none() || rest.at() == i.at() + 2 || !i.skip(1).glued();
    let small = whole.is_none_or(|w| w < 1000);
    match Ratio::whole(whole.unwrap_or(0)).add(part.amount).filter(|_| separate && small) {
        Some(amount) => Ok((rest, Number { amount, ..part })),
        None => fail(),
    }
}

/// `½`
fn fraction_sign(i: Cells<'_>) -> Res<'_, Number> {
    let (rest, form) = class(Class::FractionSign).parse(i)?;
    Ok((rest, Number { amount: form.amount, step: form.amount }))
}

/// `3/4`: only the parts in daily use, so that `9/11` and `24/7` stay what they are.
fn simple_fraction(i: Cells<'_>) -> Res<'_, Number> {
    let (rest, above) = digits(i)?;
    let (rest, below) = preceded(mark("/"), glued_digits).parse(rest)?;
    let part = value_of(above).zip(value_of(below)).filter(|(a, b)| {
        a < b && *a > 0 && matches!(b, 2 | 3 | 4 | 5 | 6 | 8 | 10 | 16 | 32) && i.skip(1).glued()
    });
    match part.and_then(|(a, b)| Ratio::new(a, b).zip(Ratio::new(1, b))) {
        Some((amount, step)) => Ok((rest, Number { amount, step })),
        None => fail(),
    }
}
