//! Spans of hours and minutes against times of day: *from 9 a.m. to 11 p.m., 14 hours later*.

use super::shared::{any_in, between, float, is};
use crate::check::CheckContext;
use crate::english::Sentence;
use crate::fact::{Duration, Hedge, Mention, Period, Relation, Time, Value};

/// A span, where it starts and where it ends, as written.
pub type Off<'a> = (&'a Mention, String, String);

const DAY: i32 = 24 * 60;

/// A span that the times of its sentence, or of the one before, contradict.
pub fn by_the_clock<'a>(
    context: &CheckContext<'_>,
    index: usize,
    mentions: &[Mention],
    (at, mention, span): (usize, &'a Mention, &Duration),
) -> Option<Off<'a>> {
    let sentence = context.document.sentences.get(index)?;
    let per = match span.period {
        Period::Hour => 60.0,
        Period::Minute => 1.0,
        _ => return None,
    };
    let said = float(span.number.amount) * per;
    if said >= f64::from(7 * DAY) {
        return None;
    }
    let slack = if mention.hedge == Hedge::None { 0.02 } else { 0.15 } * said + per / 4.0;
    let off = |elapsed: i32| (f64::from(elapsed) - said).abs() > slack;
    let one = (at, mention, span);
    if let Some((from, to, days)) =
        across_days(sentence, mentions, one).or_else(|| both_ends(sentence, mentions, one))
    {
        let elapsed = match days {
            Some(days) => minutes(&to) - minutes(&from) + days * DAY,
            None => (minutes(&to) - minutes(&from)).rem_euclid(DAY),
        };
        let whole = days.is_some() || said < f64::from(DAY);
        return (clear(&from, &to) && whole && off(elapsed)).then(|| (mention, show(&from), show(&to)));
    }
    // The end alone is given; where it starts is one of the times that were named before.
    let end = until(sentence, mentions, one).or_else(|| later_at(sentence, mentions, one))?;
    let starts = named_before(context, index, mention);
    let fits = |start: &Time| !clear(start, &end) || !off((minutes(&end) - minutes(start)).rem_euclid(DAY));
    let nearest = starts.first()?;
    let wrong = said < f64::from(DAY) && !starts.iter().any(fits);
    wrong.then(|| (mention, show(nearest), show(&end)))
}

fn minutes(time: &Time) -> i32 {
    i32::from(time.hour) * 60 + i32::from(time.minute.unwrap_or(0))
}

fn show(time: &Time) -> String {
    Value::Time(*time).to_string()
}

/// Whether both times can be compared.
fn clear(from: &Time, to: &Time) -> bool {
    !from.half_open && !to.half_open && from.offset == to.offset
}

const fn time(value: &Value) -> Option<Time> {
    match value {
        Value::Time(time) => Some(*time),
        _ => None,
    }
}

/// A start, an end, and how many days lie between if it is said.
type Ends = (Time, Time, Option<i32>);

/// `began at 9 a.m. and ended at 11 p.m., 14 hours later`; `landed at 8:45 p.m., after a flight of two hours`;
/// `for 24 minutes, from 3:10 p.m. to 3:34 p.m.`
fn both_ends(
    sentence: &Sentence,
    mentions: &[Mention],
    (at, mention, span): (usize, &Mention, &Duration),
) -> Option<Ends> {
    let last = usize::from(mention.tokens.end).checked_sub(1)?;
    let later = span.relation == Some(Relation::Later) && !is(sentence, last, &["after"]);
    let before = mentions.get(..at)?;
    if let [.., first, second] = before {
        let gap = between(second, mention)?;
        // `after a flight of two hours`
        let after = span.relation.is_none()
            && gap.len() <= 5
            && (gap.start..gap.start + 2).any(|at| gap.contains(&at) && is(sentence, at, &["after"]));
        let ends = time(&first.value).zip(time(&second.value));
        if let Some((from, to)) = ends.filter(|_| after || later && gap.len() <= 1) {
            return Some((from, to, None));
        }
    }
    let range = mentions.get(at + 1).filter(|m| between(mention, m).is_some_and(|gap| gap.len() <= 2))?;
    match &range.value {
        Value::Range(from, to) if span.relation.is_none() => Some((time(from)?, time(to)?, None)),
        _ => None,
    }
}

/// `for 16 hours, from 9 p.m. on Tuesday to 1 p.m. on Wednesday`
fn across_days(
    sentence: &Sentence,
    mentions: &[Mention],
    (at, mention, span): (usize, &Mention, &Duration),
) -> Option<Ends> {
    let [from, first, to, second] = mentions.get(at + 1..at + 5)? else { return None };
    let near = |a: &Mention, b: &Mention, words: &[&str]| {
        between(a, b).is_some_and(|gap| gap.len() <= 2 && any_in(sentence, gap, words))
    };
    let linked = near(mention, from, &["from"])
        && near(from, first, &["on"])
        && near(first, to, &["to", "until", "till"])
        && near(to, second, &["on"]);
    let weekday = |m: &Mention| match &m.value {
        Value::Date(date) => date.weekday,
        _ => None,
    };
    let days = (i32::from(weekday(second)?) - i32::from(weekday(first)?)).rem_euclid(7);
    let plain = linked && span.relation.is_none();
    plain.then_some((time(&from.value)?, time(&to.value)?, Some(days)))
}

/// `was closed for seven hours, until 2:40 p.m.`
fn until(
    sentence: &Sentence,
    mentions: &[Mention],
    (at, mention, span): (usize, &Mention, &Duration),
) -> Option<Time> {
    let end = mentions.get(at + 1)?;
    let gap = between(mention, end)?;
    let linked = gap.len() == 2 && is(sentence, gap.start, &[","]);
    let until = is(sentence, gap.start + 1, &["until", "till"]);
    let lasting = usize::from(mention.tokens.start)
        .checked_sub(1)
        .is_some_and(|at| is(sentence, at, &["for", "took", "lasted"]));
    time(&end.value).filter(|_| linked && until && lasting && span.relation.is_none())
}

/// `followed two hours later, at 7:20 a.m.`
fn later_at(
    sentence: &Sentence,
    mentions: &[Mention],
    (at, mention, span): (usize, &Mention, &Duration),
) -> Option<Time> {
    let last = usize::from(mention.tokens.end).checked_sub(1)?;
    let later = span.relation == Some(Relation::Later) && is(sentence, last, &["later"]);
    let end = mentions.get(at + 1).filter(|_| later)?;
    let linked = between(mention, end)
        .is_some_and(|gap| gap.len() <= 2 && gap.clone().all(|at| is(sentence, at, &[",", "at"])));
    time(&end.value).filter(|_| linked)
}

/// The times of day named before a span in its sentence and the four before it in its paragraph, nearest first; one that ends a range of
/// times or has a date of its own leaves nothing sure.
fn named_before(context: &CheckContext<'_>, index: usize, mention: &Mention) -> Vec<Time> {
    let Some(block) = context.document.sentences.get(index).map(|s| s.block) else { return Vec::new() };
    let mut all = Vec::new();
    for place in (index.saturating_sub(4)..=index).rev() {
        if context.document.sentences.get(place).is_none_or(|s| s.block != block) {
            break;
        }
        for m in context.ledger().values(place).iter().rev() {
            match &m.value {
                Value::Time(time) if place < index || m.span.start < mention.span.start => all.push(*time),
                Value::Range(low, high) => all.extend(time(low).into_iter().chain(time(high))),
                _ => {}
            }
        }
    }
    all
}
