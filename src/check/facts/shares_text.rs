//! Shares of one whole that several sentences give, with what is left in the last: *38% … 41% … the remaining 9%*.

use super::shared::{float, half_step, is, says, sentences, written};
use crate::check::{CheckContext, CheckMatch, Entry};
use crate::english::Sentence;
use crate::fact::{Hedge, Mention, Side, Value};
use crate::finding::Basis;

pub(in crate::check) const REST: Entry = Entry {
    name: "facts-shares-rest",
    run: rest,
    basis: Basis::Document,
    arguments: &[],
    names: &["sum", "shares"],
};

/// Words that show what the shares are of.
const VOTE: &[&str] = &["vote", "votes", "voted", "ballots", "ballot", "elections", "election"];

/// How many sentences the shares may be spread over.
const REACH: usize = 4;

/// A share with where it stands.
type Share<'a> = (usize, &'a Sentence, &'a Mention);

fn rest(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    let mut found = Vec::new();
    let mut all: Vec<Share<'_>> = Vec::new();
    for (index, sentence, mentions) in sentences(context, &[&["percent"]], |_| true) {
        let own = mentions.iter().filter(|m| is_share(sentence, mentions, m));
        all.extend(own.map(|m| (index, sentence, m)));
        all.drain(..all.len().saturating_sub(24));
        let Some(last) = all.last().filter(|(at, s, m)| *at == index && closes(s, m)) else { continue };
        let near: Vec<Share<'_>> = all.iter().filter(|(at, ..)| index - at <= REACH).copied().collect();
        let of_votes = near.iter().any(|(_, s, _)| says(s, VOTE));
        if let Some(wrong) = too_much(&near).filter(|_| of_votes) {
            let total: f64 = wrong.iter().filter_map(|(.., m)| amount(m)).sum();
            let texts: Vec<String> = wrong.iter().map(|(_, s, m)| written(s, m)).collect();
            found.push(
                CheckMatch::new(index, last.2.tokens)
                    .string("sum", format!("{total:.1}").trim_end_matches(".0"))
                    .string("shares", texts.join(" + ")),
            );
        }
        all.clear();
    }
    found
}

fn amount(mention: &Mention) -> Option<f64> {
    super::shared::number(&mention.value).map(|n| float(n.amount))
}

/// A share as it is now: not what it was, not by how much it has changed.
fn is_share(sentence: &Sentence, mentions: &[Mention], mention: &Mention) -> bool {
    let changed = mentions.iter().any(|m| match &m.value {
        Value::Change(change) => change.by == Some(mention.span) || change.from == Some(mention.span),
        _ => false,
    });
    let start = usize::from(mention.tokens.start);
    let other = start.checked_sub(1).is_some_and(|at| is(sentence, at, &["than", "against", "from"]));
    let turnout = says(sentence, &["turnout"]);
    matches!(mention.value, Value::Percent(_))
        && !changed
        && !other
        && !turnout
        && !matches!(mention.side, Some(Side::From | Side::By))
        && matches!(mention.hedge, Hedge::None | Hedge::Exactly)
}

/// `the remaining 9 per cent`, `other parties 15 per cent`, `others 15 per cent`
fn closes(sentence: &Sentence, mention: &Mention) -> bool {
    let start = usize::from(mention.tokens.start);
    let before =
        |back: usize, words: &[&str]| start.checked_sub(back).is_some_and(|at| is(sentence, at, words));
    before(1, &["remaining"]) && before(2, &["the"])
        || before(1, &["parties"]) && before(2, &["other"])
        || before(1, &["others"])
}

/// The shares that go beyond a hundred, where no run of sentences up to the last makes one.
fn too_much<'a>(near: &[Share<'a>]) -> Option<Vec<Share<'a>>> {
    let mut sum = 0.0;
    let mut slack = 0.6;
    let mut from = near.len();
    while let Some(start) = from.checked_sub(1) {
        let place = near.get(start)?.0;
        while let Some((_, _, mention)) =
            from.checked_sub(1).and_then(|at| near.get(at)).filter(|s| s.0 == place)
        {
            sum += amount(mention)?;
            slack += super::shared::number(&mention.value).map_or(0.0, half_step);
            from -= 1;
        }
        if (sum - 100.0).abs() <= slack {
            return None;
        }
        if sum > 100.0 {
            return near.get(from..).filter(|all| all.len() >= 3).map(<[Share<'a>]>::to_vec);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::shared::testing::table;
    use super::*;

    #[test]
    fn what_remains() {
        let text = |green: &str, rest: &str| {
            format!(
                "The Union won 38 per cent of the vote, down from 47 per cent. Labour came first with 41 per cent, up from 33 per cent, and the Greens won {green} per cent. Smaller parties took the remaining {rest} per cent."
            )
        };
        let (a, b, good) = (text("32", "9"), text("12", "19"), text("12", "9"));
        table(
            &REST,
            &[&a, &b],
            &[
                &good,
                "Berg won 38 per cent of the vote. Some 60 per cent came by car and 35 per cent by bus, others 5 per cent.",
            ],
        );
    }
}
