//! Words of change with their numbers (`rose from 5.1% to 4.8%`, `a 5% fall`) and words of negation. Knows no language.

use super::Side;
use super::cell::{Cell, Cells};
use super::grammar::Class;
use super::scan::Found;
use super::value::{Change, Direction, Hedge, Value};
use crate::span::Span;

/// How many bytes behind a word of change its numbers may stand, and between each other.
const REACH: u32 = 60;

/// How many values behind a word of change are looked at.
const MOST_VALUES: usize = 4;

/// Adds changes and negations to the values that were read off the same cells.
pub fn add(cells: &[Cell<'_>], values: &mut Vec<Found>) {
    let mut words = Vec::new();
    let mut at = 0;
    while at < cells.len() {
        let i = Cells::new(cells).skip(at);
        at += 1;
        if let Some((end, _)) = i.form(Class::Word) {
            at = end.at().max(at);
            continue;
        }
        let read = change(i, values).or_else(|| negation(i, values));
        if let Some((end, value)) = read {
            at = end.at().max(at);
            let span = i.span_to(end);
            words.push(Found { span, value, hedge: Hedge::None, hedge_span: None, side: None });
        }
    }
    // `by` stands before agents, too: it is a size only where a word of change says so.
    let sizes: Vec<Span> = words.iter().filter_map(|word| change_size(&word.value)).collect();
    for value in values.iter_mut().filter(|v| v.side == Some(Side::By)) {
        if sizes.binary_search(&value.span).is_err() {
            value.side = None;
        }
    }
    values.append(&mut words);
    values.sort_by_key(|found| (found.span.start, found.span.end));
}

const fn change_size(value: &Value) -> Option<Span> {
    match value {
        Value::Change(change) => change.by,
        _ => None,
    }
}

/// Whether a span lies in a value or its hedge.
fn is_taken(span: Span, values: &[Found]) -> bool {
    let near = values.partition_point(|v| v.span.end <= span.start);
    let overlaps = |v: &Found| v.span.overlaps(span) || v.hedge_span.is_some_and(|h| h.overlaps(span));
    // A hedge may stand behind its value.
    values.get(near.saturating_sub(1)..).unwrap_or(&[]).iter().take(2).any(overlaps)
}

/// `not`, `never`
fn negation<'a>(i: Cells<'a>, values: &[Found]) -> Option<(Cells<'a>, Value)> {
    let (end, _) = i.form(Class::Negator)?;
    (!is_taken(i.span_to(end), values)).then_some((end, Value::Negation))
}

/// A word of change that has at least one number.
fn change<'a>(i: Cells<'a>, values: &[Found]) -> Option<(Cells<'a>, Value)> {
    let (end, form) = i.form(Class::Direction)?;
    let span = i.span_to(end);
    if is_taken(span, values) {
        return None;
    }
    let direction = match form.value {
        "up" => Direction::Up,
        "down" => Direction::Down,
        _ => Direction::Level,
    };
    let mut change = Change { direction, by: None, from: None, to: None };
    let first = values.partition_point(|v| v.span.start < span.end);
    let mut reached = span.end;
    // `a drop of 12`
    let sized = end.form(Class::ByNoun).and_then(|(start, _)| start.peek(0)).map(|cell| cell.span.start);
    for value in values.iter().skip(first).take(MOST_VALUES) {
        let start = value.hedge_span.map_or(value.span.start, |h| h.start.min(value.span.start));
        if start.saturating_sub(reached) > REACH || between_has_another(end, reached, start) {
            break;
        }
        let adjacent = start.saturating_sub(span.end) <= 2;
        // `up 5`, `cut 12`: a bare number right behind is too often what is acted upon.
        let counted =
            adjacent && !matches!(value.value, Value::Number(_) | Value::Duration(_) | Value::Age(_));
        let slot = match value.side {
            // `cut the rate on 19 June from 5% to 4%`: a date between does not part them.
            _ if matches!(value.value, Value::Date(_) | Value::Time(_)) => {
                reached = value.span.end;
                continue;
            }
            _ if !can_change(&value.value) => continue,
            Some(Side::From) => &mut change.from,
            Some(Side::To) => &mut change.to,
            Some(Side::By) => &mut change.by,
            None if sized == Some(start) => &mut change.by,
            None if counted => &mut change.by,
            None => continue,
        };
        slot.get_or_insert(value.span);
        reached = value.span.end;
    }
    // `a 5% rise`
    let before = first.checked_sub(1).and_then(|last| values.get(last));
    if let Some(before) =
        before.filter(|b| span.start.saturating_sub(b.span.end) <= 1 && can_change(&b.value))
        && change.by.is_none()
        && !matches!(before.value, Value::Number(_) | Value::Duration(_))
    {
        change.by = Some(before.span);
    }
    let any = change.by.is_some() || change.from.is_some() || change.to.is_some();
    any.then_some((end, Value::Change(change)))
}

/// Whether a clause ends or another word of change stands between two places.
fn between_has_another(after: Cells<'_>, start: u32, end: u32) -> bool {
    let mut ahead = 0;
    while let Some(cell) = after.peek(ahead).filter(|c| c.span.start < end) {
        let stop = matches!(cell.text, ";" | "." | ":") || cell.is_alone(Class::Direction);
        if cell.span.start >= start && stop {
            return true;
        }
        ahead += 1;
    }
    false
}

/// Whether the value can rise and fall.
const fn can_change(value: &Value) -> bool {
    value.is_amount() || matches!(value, Value::Range(..))
}
