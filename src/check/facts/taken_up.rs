//! Counts that are taken up with another number: *340 savers … the 430 savers*, *21,000 men, and 9,000 of the 12,000*.

use super::count::{NARROWED, OTHERS};
use super::shared::{any_in, float, is, is_people, is_sure, written};
use crate::check::{CheckContext, CheckMatch, Entry};
use crate::english::Sentence;
use crate::fact::{Hedge, Mention, Ratio, Value, Via};
use crate::finding::Basis;
use rustc_hash::FxHashSet;
use std::collections::VecDeque;

pub(in crate::check) const TAKEN_UP: Entry = Entry {
    name: "facts-count-taken-up",
    run: taken_up,
    basis: Basis::Document,
    arguments: &[],
    names: &["first", "second"],
};

/// How many sentences back a count may lie that is taken up without its digits being the same.
const REACH: usize = 3;

/// How many counts are kept: long articles stay linear.
const KEPT: usize = 40;

/// A count with what it is one of.
struct Count<'a> {
    mention: &'a Mention,
    sentence: &'a Sentence,
    amount: i128,
    noun: &'a str,
    people: bool,
    /// Whether it names all there are of something: *all 38*, *the 38*.
    definite: bool,
}

fn taken_up(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    let opens = |s: &Sentence| super::shared::says(s, &["the", "all", "these", "those"]);
    let known = context.sentences().any(|(at, s)| {
        opens(s) && context.ledger().found(at).iter().any(|f| matches!(f.value, Value::Number(_)))
    });
    if !known {
        return Vec::new();
    }
    let mut seen: FxHashSet<i128> = FxHashSet::default();
    let mut counts: VecDeque<Count<'_>> = VecDeque::new();
    let mut found = Vec::new();
    for (index, sentence) in context.sentences() {
        let raw = context.ledger().found(index);
        if raw.is_empty() {
            continue;
        }
        let counted = raw.iter().any(|f| matches!(f.value, Value::Number(_) | Value::Date(_)));
        let mentions = if counted { context.ledger().values(index) } else { &[] };
        for mention in mentions {
            // `by 112 votes to 88`
            if let Value::Score(..) = mention.value {
                let both = amounts(&mention.value).into_iter();
                counts.extend(both.map(|amount| Count {
                    amount,
                    noun: "",
                    ..count(mention, sentence, amount, false)
                }));
            }
            let Some(amount) = mention.number().and_then(|n| n.amount.as_whole()).filter(|n| *n >= 2) else {
                continue;
            };
            let way = way(sentence, mention);
            if let Some(way) = way.filter(|_| !seen.contains(&amount) && !mention.scope.quoted) {
                let one = count(mention, sentence, amount, true);
                if let Some(first) = contradicted(&one, &way, &counts, context) {
                    found.push(
                        CheckMatch::new(index, mention.tokens)
                            .string("first", written(first.sentence, first.mention))
                            .string("second", written(sentence, mention)),
                    );
                }
            }
            if is_plain(sentence, mention) {
                let definite = matches!(way, Some(Way::Whole | Way::Definite));
                counts.push_back(count(mention, sentence, amount, definite));
            }
            seen.insert(amount);
        }
        seen.extend(raw.iter().flat_map(|f| amounts(&f.value)));
        counts.drain(..counts.len().saturating_sub(KEPT));
    }
    found
}

/// The whole numbers in a value.
fn amounts(value: &Value) -> Vec<i128> {
    match value {
        Value::Score(a, b) => [a, b].into_iter().filter_map(|n| n.amount.as_whole()).collect(),
        Value::Range(a, b) => [a, b].into_iter().filter_map(|v| v.amount()?.as_whole()).collect(),
        other => other.amount().and_then(Ratio::as_whole).into_iter().collect(),
    }
}

/// Nouns of units, of which an article may have any number.
const UNITS: &[&str] =
    &["ct", "cts", "pct", "dlr", "dlrs", "mln", "bln", "point", "share", "series", "cent", "basis", "vote"];

/// How a number takes up one that was named.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// `of the 62 pupils`: a whole of which parts are counted.
    Whole,
    /// `all 62 pupils`, `the 62 pupils`
    Definite,
    /// The same with words behind that may narrow it down.
    Narrowed,
}

fn way(sentence: &Sentence, mention: &Mention) -> Option<Way> {
    let start = usize::from(mention.tokens.start);
    let article = start.checked_sub(1).filter(|at| is(sentence, *at, &["the", "these", "those", "all"]))?;
    let role = mention.role.as_ref();
    let plain = role.is_none_or(|r| r.modifiers.is_empty() || r.via != Via::Head);
    let end = role
        .filter(|r| r.via == Via::Head)
        .and_then(|r| r.token)
        .map_or(usize::from(mention.tokens.end), |t| usize::from(t) + 1);
    let others = any_in(sentence, start.saturating_sub(3)..end + 2, OTHERS)
        || role.is_some_and(|r| r.further || r.total);
    let unit = role.is_some_and(|r| UNITS.contains(&&*r.noun));
    if !plain || others || unit || !is_sure(mention) || end < start {
        return None;
    }
    if article.checked_sub(1).is_some_and(|at| is(sentence, at, &["of", "half"])) {
        return Some(Way::Whole);
    }
    let narrowed = is(sentence, end, NARROWED) && !is(sentence, end, &["for"]);
    Some(if narrowed { Way::Narrowed } else { Way::Definite })
}

fn count<'a>(mention: &'a Mention, sentence: &'a Sentence, amount: i128, definite: bool) -> Count<'a> {
    let role = mention.role.as_ref();
    let noun = role.filter(|r| r.via == Via::Head).map_or("", |r| &*r.noun);
    let fate = role.is_some_and(|r| r.fate.is_some());
    Count { mention, sentence, amount, noun, people: is_people(mention) || fate || noun == "dead", definite }
}

/// Whether a count is one of things by themselves, no part of others.
fn is_plain(sentence: &Sentence, mention: &Mention) -> bool {
    let start = usize::from(mention.tokens.start);
    let further =
        mention.role.as_ref().is_some_and(|r| r.further || UNITS.contains(&&*r.noun) && r.via == Via::Head);
    let part = is(sentence, mention.tokens.end.into(), &["of"]);
    let others = any_in(sentence, start.saturating_sub(2)..start, OTHERS);
    let sure = matches!(mention.hedge, Hedge::None | Hedge::Exactly | Hedge::About);
    !further && !part && !others && sure && !mention.scope.negated
}

/// The count that this one takes up with another number.
fn contradicted<'b, 'a>(
    one: &Count<'_>,
    way: &Way,
    before: &'b VecDeque<Count<'a>>,
    context: &CheckContext<'_>,
) -> Option<&'b Count<'a>> {
    let index = one.mention.sentence;
    let alike = |c: &&Count<'_>| c.noun == one.noun && !c.noun.is_empty();
    // The same digits in another order.
    let swapped = before.iter().rev().find(|c| {
        let kin = c.noun == one.noun || c.people && one.people || c.noun.is_empty() || one.noun.is_empty();
        kin && is_swapped(c.amount, one.amount)
    });
    if swapped.is_some() {
        return swapped;
    }
    if *way == Way::Narrowed {
        return None;
    }
    let here = || before.iter().filter(|c| c.mention.sentence == index);
    // `It has 16,000 books, 22,000 of the 60,000 for children`
    if *way == Way::Whole {
        let bare = one.noun.is_empty();
        let end = one.mention.role.as_ref().and_then(|r| r.token).map_or(0, |t| usize::from(t) + 1);
        let narrowed = !bare && is(one.sentence, end, NARROWED);
        let mut own = here().filter(|c| bare && !c.noun.is_empty() || c.noun == one.noun);
        if let (Some(only), None) = (own.next(), own.next())
            && !narrowed
            && has_part(context, one, only)
            && is_near(only.amount, one.amount, if bare { 8.0 } else { 2.5 })
        {
            return Some(only);
        }
        // Parts may be named before their whole: only what opens the next sentence takes up the count right before it.
        let opens = one.mention.tokens.start == 2;
        if !opens || before.back().is_none_or(|last| last.mention.sentence + 1 != index) {
            return None;
        }
    }
    if one.noun.is_empty() || is_sum(one.amount, before) {
        // What is said of all of them twice holds whatever adds up.
        let both = before.iter().rev().find(|c| alike(c) && c.definite && *way == Way::Definite);
        return both.filter(|c| c.amount > 20 && is_near(c.amount, one.amount, 3.5) && one.amount > 20);
    }
    let block = one.sentence.block;
    let reach = if one.noun == "people" { 1 } else { REACH };
    let near: Vec<&Count<'_>> = before.iter().filter(alike).collect();
    let recent = |c: &Count<'_>| index - c.mention.sentence <= reach || c.sentence.block == block;
    let first = near.last().copied().filter(|c| recent(c) || c.definite && *way == Way::Definite)?;
    let single = near.iter().all(|c| c.amount == first.amount);
    let found = (single && is_near(first.amount, one.amount, 3.5)).then_some(first)?;
    before
        .iter()
        .find(|c| c.mention.span == found.mention.span && c.mention.sentence == found.mention.sentence)
}

/// Whether a count of parts stands right before `of the 60,000`, and the other count before that.
fn has_part(context: &CheckContext<'_>, one: &Count<'_>, other: &Count<'_>) -> bool {
    let of = usize::from(one.mention.tokens.start).saturating_sub(2);
    let part = context.ledger().values(one.mention.sentence).iter().find(|m| usize::from(m.tokens.end) == of);
    part.is_some_and(|part| part.number().is_some() && other.mention.span.end <= part.span.start)
}

/// Whether both can be meant as one number: neither is many times the other, and neither a mere handful.
fn is_near(a: i128, b: i128, most: f64) -> bool {
    let times = float(Ratio::whole(a)) / float(Ratio::whole(b));
    a > 5 && b > 5 && (1.0 / most..=most).contains(&times)
}

/// Whether two numbers have the same digits in another order, noughts at the end apart: 340 and 430, 9.6 and 6.9 million.
fn is_swapped(a: i128, b: i128) -> bool {
    let digits = |n: i128| {
        let mut digits = n.to_string().trim_end_matches('0').to_owned().into_bytes();
        digits.sort_unstable();
        digits
    };
    let size = |n: i128| n.to_string().len();
    a != b && a > 10 && b > 10 && size(a) == size(b) && digits(a).len() >= 2 && digits(a) == digits(b)
}

/// Whether a number is the sum or the difference of two that were named shortly before.
fn is_sum(amount: i128, before: &VecDeque<Count<'_>>) -> bool {
    let near: Vec<i128> = before.iter().rev().take(8).map(|c| c.amount).collect();
    near.iter().enumerate().any(|(at, a)| {
        near.iter().skip(at + 1).any(|b| a.checked_add(*b) == Some(amount) || (a - b).abs() == amount)
    })
}

#[cfg(test)]
mod tests {
    use super::super::shared::testing::table;
    use super::*;

    #[test]
    fn other_numbers() {
        table(
            &TAKEN_UP,
            &[
                "The fraud cost 340 savers their money. They were told late. The 430 savers will sue.",
                "It has 21,000 men, and 9,000 of the 12,000 were trained abroad.",
                "The institute asked 2,000 people. Of the 3,000 people, half were women.",
                "All twelve members were present, and eight of the nine members wanted to wait.",
                "She will build 20,000 homes. The 30,000 homes will cost 4 billion euros.",
                "About 4,300 soldiers will leave, 2,000 of the 3,400 by June.",
                "A jet with 134 people on board left the runway. All 143 people left it unhurt.",
            ],
            &[
                "The fraud cost 340 savers their money. They were told late. The 340 savers will sue.",
                "It has 21,000 men, and 9,000 of the 21,000 were trained abroad.",
                "The institute asked 2,000 people. Of the 2,000 people, half were women.",
                "It has 12 men and seven women. Of the 19 people, ten came.",
                "She will build 20,000 homes. Another 30,000 homes will follow.",
                "Of 300 patients, 200 had the drug. Of the 100 patients without it, ten died.",
                "At least 43 people died. The 34 people in the bus were tourists.",
            ],
        );
    }
}
