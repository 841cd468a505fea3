//! Results of matches and votes: `3-1`, `52 to 48`, `by 52 votes to 48`.

use super::Class;
use super::cjk::wide_glued;
use super::number::number;
use super::numeral::may_begin;
use crate::fact::cell::{CellKind, Cells, Res, class, digits, fail, mark};
use crate::fact::ratio::Ratio;
use crate::fact::value::{Number, Value};
use nom::Parser;
use nom::branch::alt;

/// How many cells from the numbers a word of winning or voting may stand.
const REACH: usize = 8;

/// A result.
pub fn score(i: Cells<'_>) -> Res<'_, Value> {
    let (rest, (a, b)) = alt((votes, dashed, joined)).parse(i)?;
    let whole = |n: Number| n.amount.as_whole().is_some_and(|v| (0..1_000_000_000).contains(&v));
    let counts = whole(a) && whole(b) && !followed_by_unit(rest);
    if counts { Ok((rest, Value::Score(a, b))) } else { fail() }
}

/// `52 votes to 48`, `52 votes for and 48 against` is two numbers.
fn votes(i: Cells<'_>) -> Res<'_, (Number, Number)> {
    let (rest, a) = number(i)?;
    let (rest, _) = class(Class::Votes).parse(rest)?;
    let (rest, joint) = class(Class::ScoreJoin).parse(rest)?;
    let (rest, b) = number(rest)?;
    if joint.value == "and" { fail() } else { Ok((rest, (a, b))) }
}

/// `3-1`, `52–48`: where the first is the greater, or a word of winning stands near.
fn dashed(i: Cells<'_>) -> Res<'_, (Number, Number)> {
    let (rest, first) = plain_digits(i)?;
    let (rest, dash) = class(Class::Dash).parse(rest)?;
    let (rest, second) = plain_digits(rest)?;
    let glued = i.skip(1).glued() && i.skip(2).glued() && dash.pieces.len() == 1;
    let goes_on = rest.glued()
        && rest.peek(0).is_some_and(|c| {
            !matches!(c.text, "." | "," | ")" | ";" | ":" | "\"" | "”" | "’" | "'" | "?" | "!")
        });
    let free = !i.glued() || i.before(1).is_some_and(|c| matches!(c.text, "(" | "\"" | "“"));
    // Neither are two years that follow each other.
    let years = first.amount >= Ratio::whole(1900)
        && second.amount > first.amount
        && second.amount < Ratio::whole(2100);
    // A falling pair of years or of a phone number is no result.
    let falling = first.amount >= second.amount && first.amount < Ratio::whole(1000);
    if glued && free && !goes_on && !years && (falling || near_score_word(i, rest)) {
        Ok((rest, (first, second)))
    } else {
        fail()
    }
}

/// `3:1`, as most languages write results; two digits behind the colon may be a time.
pub fn with_colon(i: Cells<'_>) -> Res<'_, Value> {
    let (rest, first) = plain_digits(i)?;
    let colon = alt((mark(":"), |i| wide_glued(Class::ScoreJoin)(i).map(|(rest, _)| (rest, ()))));
    let (rest, ()) = { colon }.parse(rest)?;
    let (rest, second) = plain_digits(rest)?;
    let more = rest.glued() && rest.peek(1).is_some_and(|c| c.glued && c.kind == CellKind::Digits);
    let glued = i.skip(1).glued() && i.skip(2).glued() && !more;
    let short = rest.before(1).is_some_and(|c| c.text.chars().count() == 1);
    if glued && may_begin(i) && short && first.amount < Ratio::whole(200) {
        Ok((rest, Value::Score(first, second)))
    } else {
        fail()
    }
}

/// Digits without marks.
fn plain_digits(i: Cells<'_>) -> Res<'_, Number> {
    let (rest, text) = digits(i)?;
    super::numeral::value_of(text).map_or_else(fail, |value| Ok((rest, Number::whole(value))))
}

/// `3 to 2`, `two to one`: only near a word of winning or voting.
fn joined(i: Cells<'_>) -> Res<'_, (Number, Number)> {
    let (rest, a) = number(i)?;
    let (rest, joint) = class(Class::ScoreJoin).parse(rest)?;
    let (rest, b) = number(rest)?;
    let movement = i.follows(Class::RangeOpen);
    if joint.value == "to" && !movement && a.amount >= b.amount && near_score_word(i, rest) {
        Ok((rest, (a, b)))
    } else {
        fail()
    }
}

/// Whether what is counted or measured follows.
fn followed_by_unit(i: Cells<'_>) -> bool {
    [
        Class::Percent,
        Class::Points,
        Class::Measure,
        Class::Period,
        Class::Currency,
        Class::Scale,
        Class::Month,
    ]
    .into_iter()
    .any(|c| i.is(c))
}

fn near_score_word(start: Cells<'_>, end: Cells<'_>) -> bool {
    let is_word =
        |cell: Option<&crate::fact::cell::Cell<'_>>| cell.is_some_and(|c| c.is_alone(Class::ScoreWord));
    follows_score(start)
        || (1..=REACH).any(|back| is_word(start.before(back)))
        || (0..3).any(|ahead| is_word(end.peek(ahead)))
}

/// `6-2 2-6`: whether a pair of numbers with a dash, and perhaps a comma, stands right before.
fn follows_score(i: Cells<'_>) -> bool {
    let comma = usize::from(i.before(1).is_some_and(|c| c.text == ","));
    let is_digits = |back: usize| i.before(comma + back).is_some_and(|c| c.kind == CellKind::Digits);
    let dash = i.before(comma + 2).is_some_and(|c| c.glued && c.has(Class::Dash));
    is_digits(1) && dash && is_digits(3)
}
