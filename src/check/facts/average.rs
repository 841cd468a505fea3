//! Averages outside of the range that is given with them.

use super::shared::{comparable, is, is_sure, says, sentences, written};
use crate::check::{CheckContext, CheckMatch, Entry};
use crate::english::Sentence;
use crate::fact::{Mention, Side, Value};
use crate::finding::Basis;

pub(in crate::check) const AVERAGE: Entry = Entry {
    name: "facts-average-range",
    run: average,
    basis: Basis::Document,
    arguments: &[],
    names: &["average", "low", "high"],
};

/// Averages outside of the range that is given with them.
fn average(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    const WORDS: &[&str] = &["average", "averages", "averaging", "averaged", "mean", "median"];
    const RANGE: &[&str] =
        &["range", "ranged", "ranges", "ranging", "between", "vary", "varied", "varies", "varying"];
    const LINKS: &[&str] = &[
        "of", "was", "is", "age", "price", "wage", "salary", "score", "at", "a", "being", ":", "only",
        "just", "$", "€", "£",
    ];
    let mut found = Vec::new();
    for (index, sentence, mentions) in sentences(context, &[&[]], |s| says(s, WORDS)) {
        let Some(word) = (0..sentence.tokens.len()).find(|at| is(sentence, *at, WORDS)) else { continue };
        let own = ends(sentence, mentions, RANGE).or_else(|| extremes(sentence, mentions));
        // `Wages range from 5 to 10 euros. The average is 12 euros.`
        let before = || {
            let previous = context.document.sentences.get(index.checked_sub(1)?)?;
            let all = context.ledger().in_sentence(index - 1);
            ends(previous, all, RANGE)
                .or_else(|| extremes(previous, all))
                .filter(|_| previous.block == sentence.block && word <= 1)
        };
        let Some((low, high)) = own.clone().or_else(before) else { continue };
        let near = |m: &&Mention| {
            let start = usize::from(m.tokens.start);
            let after =
                start > word && start - word <= 4 && (word + 1..start).all(|at| is(sentence, at, LINKS));
            let on = is(sentence, word.saturating_sub(1), &["on"])
                && word > usize::from(m.tokens.end)
                && word - usize::from(m.tokens.end) <= 3;
            (after || on) && m.side.is_none() && is_sure(m)
        };
        let Some(mean) = mentions.iter().find(|m| near(m) && comparable(&m.value, &high).is_some()) else {
            continue;
        };
        let outside = |bound: &Value, above: bool| {
            comparable(&mean.value, bound).is_some_and(|(m, b)| if above { m > b } else { m < b })
        };
        if outside(&low, false) || outside(&high, true) {
            found.push(
                CheckMatch::new(index, mean.tokens)
                    .string("average", written(sentence, mean))
                    .string("low", low.to_string())
                    .string("high", high.to_string()),
            );
        }
    }
    found
}

/// `the youngest is 18 and the oldest is 63`
fn extremes(sentence: &Sentence, mentions: &[Mention]) -> Option<(Value, Value)> {
    const PAIRS: &[(&str, &str)] = &[
        ("youngest", "oldest"),
        ("lowest", "highest"),
        ("smallest", "largest"),
        ("cheapest", "dearest"),
        ("shortest", "longest"),
    ];
    let behind = |word: &str| {
        let at = (0..sentence.tokens.len()).find(|at| is(sentence, *at, &[word]))?;
        mentions.iter().find(|m| usize::from(m.tokens.start) > at && usize::from(m.tokens.start) <= at + 3)
    };
    let both = PAIRS.iter().find_map(|(low, high)| behind(low).zip(behind(high)))?;
    comparable(&both.0.value, &both.1.value).filter(|(low, high)| low <= high)?;
    Some((both.0.value.clone(), both.1.value.clone()))
}

/// The ends of the one range of a sentence, as a range or as a movement that words of range introduce.
fn ends(sentence: &Sentence, mentions: &[Mention], words: &[&str]) -> Option<(Value, Value)> {
    if !says(sentence, words) {
        return None;
    }
    let mut ranges = mentions.iter().filter_map(|m| match &m.value {
        Value::Range(low, high) if !matches!(**low, Value::Date(_) | Value::Time(_)) => {
            Some((Value::clone(low), Value::clone(high)))
        }
        _ => None,
    });
    if let Some(range) = ranges.next() {
        return ranges.next().is_none().then_some(range);
    }
    let side = |side: Side| mentions.iter().find(|m| m.side == Some(side));
    let (from, to) = side(Side::From).zip(side(Side::To))?;
    let low = match (&from.value, &to.value) {
        (Value::Number(low), Value::Percent(_)) => Value::Percent(*low),
        (Value::Number(number), Value::Money(high)) => {
            Value::Money(crate::fact::Money { number: *number, ..*high })
        }
        (Value::Number(number), Value::Duration(high)) => {
            Value::Duration(crate::fact::Duration { number: *number, ..*high })
        }
        (Value::Number(number), Value::Quantity(high)) => {
            Value::Quantity(crate::fact::Quantity { number: *number, ..*high })
        }
        (low, _) => low.clone(),
    };
    comparable(&low, &to.value).filter(|(low, high)| low < high)?;
    Some((low, to.value.clone()))
}

#[cfg(test)]
mod tests {
    use super::super::shared::testing::table;
    use super::*;

    #[test]
    fn averages() {
        table(
            &AVERAGE,
            &[
                "Scores ranged from 5 to 10, with an average of 12.",
                "The youngest is 18 and the oldest is 63. Their average age is 74.",
                "Wages range from 5 to 10 euros. The average is 12 euros.",
            ],
            &[
                "Scores ranged from 5 to 10, with an average of 7.",
                "The average rent is 40, and scores ranged from 5 to 10.",
            ],
        );
    }
}
