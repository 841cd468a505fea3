//! Reads all values off a text, in one walk from left to right. Knows no language: see [`super::language`].

use super::Side;
use super::cell::{Cell, CellKind, Cells, Res, cells, class, fail};
use super::grammar::{
    Class, cjk, clock, date, east, foreign, money, number, percent, quantity, roman, score, span, time,
};
use super::language::{Language, Settings};
use super::polarity;
use super::value::{Hedge, Value};
use crate::span::Span;
use range::pair;

mod range;

/// A value in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The bytes, without hedge.
    pub span: Span,
    /// What it says.
    pub value: Value,
    /// How sure it is meant to be.
    pub hedge: Hedge,
    /// The bytes of the hedge.
    pub hedge_span: Option<Span>,
    /// Which end of a movement it is.
    pub side: Option<Side>,
}

/// A production for values.
type Production = for<'a> fn(Cells<'a>) -> Res<'a, Value>;

/// All productions; of several that match, the longest counts, of equals the first.
const PRODUCTIONS: &[Production] = &[
    span::age,
    span::span,
    time::time,
    date::day_range,
    date::date,
    percent::points,
    percent::percent,
    quantity::quantity,
    money::money,
    score::score,
    bare_number,
    ordinal,
];

/// All productions of languages but English.
const ELSEWHERE: &[Production] = &[
    foreign::date,
    east::date,
    east::time,
    cjk::percent,
    east::span,
    span::age,
    clock::time_words,
    span::span,
    date::day_range,
    date::date,
    percent::points,
    percent::percent,
    quantity::quantity,
    money::money,
    score::score,
    bare_number,
    ordinal,
    east::ordinal,
    east::shifted_word,
    east::decade_word,
    score::with_colon,
];

/// All facts of a text that the words alone show: values, changes, negations, by position; none overlap. Spans
/// count from `base`.
pub fn read(text: &str, base: u32, language: &Language) -> Vec<Found> {
    let cells = cells(text, base, language);
    let mut found = values_in(&cells, language.settings());
    polarity::add(&cells, &mut found);
    found
}

/// All values of an English text, by position; none overlap.
pub fn values(cells: &[Cell<'_>]) -> Vec<Found> {
    values_in(cells, &Settings::DEFAULT)
}

/// All values, by position; none overlap.
pub fn values_in(cells: &[Cell<'_>], settings: &Settings) -> Vec<Found> {
    let mut found = Vec::new();
    let mut i = Cells::new(cells).with(settings);
    while let Some(cell) = i.peek(0) {
        // `no one`: the number in it is none.
        if let Some((end, _)) = i.form(Class::Negator).filter(|(end, _)| end.at() > i.at() + 1)
            && number::hedge(i).is_err()
        {
            i = end;
            continue;
        }
        // `四川`, `十分`
        if let Some((end, _)) = i.form(Class::Word)
            && number::hedge(i).is_err()
        {
            i = end;
            continue;
        }
        let opens = may_open(cell, i.peek(1)) || !settings.english && may_open_elsewhere(cell, i.peek(1));
        let next = if opens { mention(i, &mut found) } else { None };
        i = i.skip(next.map_or(1, |next| next.at().saturating_sub(i.at())).max(1));
    }
    found
}

/// Whether a value can begin with a cell: most cells need no further look. After an article something must follow
/// that the table knows.
fn may_open(cell: &Cell<'_>, next: Option<&Cell<'_>>) -> bool {
    if cell.kind == CellKind::Digits {
        return true;
    }
    let known = next.is_some_and(|c| c.kind == CellKind::Digits || !c.forms.is_empty());
    let article = |class: Class| matches!(class, Class::The | Class::One);
    let apostrophe = cell.kind == CellKind::Mark && matches!(cell.text, "'" | "’" | "‘");
    apostrophe && known
        || cell.forms.iter().any(|f| f.class.opens() && (known || !article(f.class) || f.pieces.len() > 1))
}

/// Whether a value can begin with a cell in languages but English: a Roman numeral, *in the evening* before its hour,
/// a period before *last* or *ago*.
fn may_open_elsewhere(cell: &Cell<'_>, next: Option<&Cell<'_>>) -> bool {
    let shifted = cell.has(Class::Period)
        && next.is_some_and(|c| c.has(Class::ShiftAfter) || c.has(Class::Relation) || c.has(Class::AndHalf));
    roman::may_begin(cell) || cell.has(Class::HalfDay) || shifted
}

/// A value with what hedges it.
fn mention<'a>(i: Cells<'a>, found: &mut Vec<Found>) -> Option<Cells<'a>> {
    let hedged = number::hedge(i).ok().and_then(|(start, hedge)| {
        let hedge_span = i.span_to(start);
        let (end, found) = hedged_value(start)?;
        Some((end, Found { hedge, hedge_span: Some(hedge_span), ..found }))
    });
    let (end, mention) = hedged.or_else(|| hedged_value(i))?;
    let side = side(i, &mention.value);
    if side == Some(Side::To) {
        share_unit(found, &mention);
    }
    found.push(Found { side, ..mention });
    Some(end)
}

/// `from 40 to 21 per cent`: what only the end of a movement says holds for its start.
fn share_unit(found: &mut [Found], end: &Found) {
    let start =
        found.last_mut().filter(|f| f.side == Some(Side::From) && matches!(f.value, Value::Number(_)));
    let Some(start) = start.filter(|f| end.span.start.saturating_sub(f.span.end) <= NEAR) else { return };
    if !matches!(end.value, Value::Number(_))
        && let Some((low, _)) = pair(start.value.clone(), end.value.clone())
    {
        start.value = low;
    }
}

/// How many bytes may stand between the start of a movement and its end where they share a unit.
const NEAR: u32 = 12;

/// A value, a range of values, and a hedge behind it.
fn hedged_value(i: Cells<'_>) -> Option<(Cells<'_>, Found)> {
    let (mut end, mut value) = longest(i)?;
    let opened = i.follows(Class::RangeOpen);
    if let Some((after, range)) = range(i, end, &value, opened) {
        (end, value) = (after, range);
    }
    let span = i.span_to(end);
    let vague = is_vague(i);
    let odd = inner_hedge(i, end);
    let mut found = Found { span, value, hedge: Hedge::None, hedge_span: None, side: None };
    if vague {
        found.hedge = Hedge::Vague;
    }
    if let Some(hedge) = odd {
        found.hedge = hedge;
    }
    // `20人以上`
    let counted = cjk::wide(Class::Counter)(end).map_or(end, |(after, _)| after);
    if let Ok((after, hedge)) = number::hedge_after(end).or_else(|_| number::hedge_after(counted))
        && found.value.is_amount()
    {
        found.hedge = hedge;
        found.hedge_span = Some(end.span_to(after));
        end = after;
    }
    Some((end, found))
}

/// The hedge inside a value: `300多万`, `20여명`.
fn inner_hedge(i: Cells<'_>, end: Cells<'_>) -> Option<Hedge> {
    let inside = (1..end.at().saturating_sub(i.at())).map(|ahead| i.skip(ahead));
    let mut wide = inside.filter(|at| cjk::is_wide(at.peek(0)));
    wide.find_map(|at| at.form(Class::HedgeAfter).and_then(|(_, form)| Hedge::find(form.value)))
}

/// Whether the number here is only an order of magnitude.
fn is_vague(i: Cells<'_>) -> bool {
    number::amount(i).is_ok_and(|(_, amount)| amount.vague)
}

/// The longest value that begins here.
fn longest(i: Cells<'_>) -> Option<(Cells<'_>, Value)> {
    let mut best: Option<(Cells<'_>, Value)> = None;
    for production in if i.settings().english { PRODUCTIONS } else { ELSEWHERE } {
        if let Ok((end, value)) = production(i)
            && best.as_ref().is_none_or(|(e, _)| e.at() < end.at())
        {
            best = Some((end, value));
        }
    }
    best
}

/// A number by itself.
fn bare_number(i: Cells<'_>) -> Res<'_, Value> {
    let (rest, amount) = number::amount(i)?;
    let letter_follows = rest.glued()
        && rest.peek(0).is_some_and(|c| {
            c.kind == CellKind::Word && i.peek(0).is_some_and(|f| f.kind == CellKind::Digits)
        });
    // `năm 2015`: what is a number as well says that a year follows.
    let year = !i.settings().english
        && i.is(Class::BeforeYear)
        && rest.peek(0).is_some_and(|c| c.kind == CellKind::Digits);
    if year {
        return fail();
    }
    let digits_of_word = letter_follows && !cjk::is_wide(rest.peek(0));
    if digits_of_word || !cjk::counts(i, rest, amount.number) {
        fail()
    } else {
        Ok((rest, Value::Number(amount.number)))
    }
}

/// A place in an order.
fn ordinal(i: Cells<'_>) -> Res<'_, Value> {
    date::ordinal(i).map(|(rest, number)| (rest, Value::Ordinal(number)))
}

/// The range that a value opens: `5-10%`, `$5 to $6 million`, `between 5 and 10`, `2019–20`.
fn range<'a>(i: Cells<'a>, end: Cells<'a>, low: &Value, opened: bool) -> Option<(Cells<'a>, Value)> {
    let (after, joint) = class(Class::Dash)(end).or_else(|_| class(Class::RangeJoin)(end)).ok()?;
    let dash = joint.class == Class::Dash;
    let and = joint.value == "and";
    // An em dash between spaces sets words apart.
    let sets_apart = joint.text == "—" && !end.glued();
    if and && !opened || dash && (sets_apart || end.glued() != after.glued()) {
        return None;
    }
    // `from 5 to 10` is a movement unless it is about dates or times.
    let moves = opened && !and && !dash && i.before(1).is_some_and(|_| !is_between(i));
    let (rest, high) = longest(after.fresh())?;
    // `from 60 in 2013 to 36`: the end of a movement, no year in two digits.
    let short_year = matches!((low, &high), (Value::Date(_), Value::Number(_)));
    if short_year && !dash && !opened {
        return None;
    }
    let (low, high) = pair(low.clone(), high)?;
    // `two or three days` is a range, `March or April` is not.
    let or_fits = matches!(low.amount().zip(high.amount()), Some((low, high)) if low < high);
    if joint.value == "or" && !or_fits {
        return None;
    }
    if moves && !matches!(high, Value::Date(_) | Value::Time(_)) {
        return None;
    }
    Some((rest, Value::Range(Box::new(low), Box::new(high))))
}

/// Whether what opens the range before here calls for *and*.
fn is_between(i: Cells<'_>) -> bool {
    (1..=3).any(|back| {
        i.at().checked_sub(back).is_some_and(|_| {
            i.before(back)
                .is_some_and(|c| c.forms.iter().any(|f| f.class == Class::RangeOpen && f.value == "and"))
        })
    })
}

/// How many small words may stand between *to* and the number: `to a record 5%`.
const MOST_FILLERS: usize = 2;

/// `from 5 to 10`: which end of a movement this value is.
fn side(i: Cells<'_>, value: &Value) -> Option<Side> {
    if matches!(value.kind(), "date" | "dates" | "time" | "times" | "ordinal" | "score") {
        return None;
    }
    let mut back = 1;
    while back <= MOST_FILLERS && i.before(back)?.has(Class::Filler) {
        back += 1;
    }
    i.before(back)?.forms.iter().filter(|f| f.pieces.len() == 1).find_map(|form| match form.class {
        Class::RangeOpen if form.value == "to" => Some(Side::From),
        Class::RangeJoin if form.value == "to" => Some(Side::To),
        Class::By => Some(Side::By),
        _ => None,
    })
}

#[cfg(test)]
#[path = "scan/tests.rs"]
mod tests;
