//! Averages outside of the range that is given with them.

use super::shared::{comparable, is, is_readable, is_sure, says, sentences, written};
use crate::check::{CheckContext, CheckMatch, Entry};
use crate::english::Sentence;
use crate::fact::{Duration, Mention, Money, Number, Quantity, Side, Value};
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
    for (index, sentence, mentions) in sentences(context, &[&[]], |s| is_readable(s) && says(s, WORDS)) {
        let Some(word) = (0..sentence.tokens.len()).find(|at| is(sentence, *at, WORDS)) else { continue };
        let with = word >= 2 && is(sentence, word - 1, &["an"]) && is(sentence, word - 2, &["with"]);
        let own = ends(sentence, mentions, RANGE)
            .or_else(|| extremes(sentence, mentions))
            .or_else(|| sides(mentions).filter(|_| with && is_still(mentions)));
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
            let after = after || start > word && is_predicate(sentence, mentions, word, start);
            (after || on) && m.side.is_none() && is_sure(m)
        };
        let fits = |m: &&Mention| comparable(&like(&m.value, &high), &high).is_some();
        let Some(mean) = mentions.iter().filter(near).find(fits) else {
            continue;
        };
        let value = like(&mean.value, &high);
        let outside = |bound: &Value, above: bool| {
            comparable(&value, bound).is_some_and(|(m, b)| if above { m > b } else { m < b })
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

/// Whether nothing in the sentence moves: `costs from 6 to 22 euros` is a range then.
fn is_still(mentions: &[Mention]) -> bool {
    !mentions.iter().any(|m| matches!(m.value, Value::Change(_)))
}

/// `The average spending per visit was`, `The average age of the players, who were between 12 and 71, was`: whether the
/// number at a token is what the average is said to be.
fn is_predicate(sentence: &Sentence, mentions: &[Mention], word: usize, start: usize) -> bool {
    let Some(verb) = start.checked_sub(1).filter(|at| is(sentence, *at, &["was", "is", "were", "are"]))
    else {
        return false;
    };
    let between =
        |from: usize, to: usize| mentions.iter().any(|m| (from..to).contains(&usize::from(m.tokens.start)));
    let commas: Vec<usize> = (word..verb).filter(|at| is(sentence, *at, &[","])).collect();
    match *commas {
        [] => verb - word <= 6 && !between(word, verb) && says(sentence, &["range"]),
        // A relative clause stands between.
        [first, last] => last + 1 == verb && is(sentence, first + 1, &["who", "which"]) && first - word <= 7,
        _ => false,
    }
}

/// A bare number in the unit of a range: `from 4 to 38 degrees, with an average of 17`.
fn like(value: &Value, high: &Value) -> Value {
    match (value, high) {
        (Value::Number(_), Value::Number(_)) => value.clone(),
        (Value::Number(number), _) => with_unit(*number, high),
        _ => value.clone(),
    }
}

/// A number in the unit of a value.
fn with_unit(number: Number, like: &Value) -> Value {
    match like {
        Value::Percent(_) => Value::Percent(number),
        Value::Money(high) => Value::Money(Money { number, ..*high }),
        Value::Duration(high) => Value::Duration(Duration { number, ..*high }),
        Value::Age(high) => Value::Age(Duration { number, ..*high }),
        Value::Quantity(high) => Value::Quantity(Quantity { number, ..*high }),
        _ => Value::Number(number),
    }
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
    sides(mentions)
}

/// The ends of a movement as those of a range.
fn sides(mentions: &[Mention]) -> Option<(Value, Value)> {
    let side = |side: Side| mentions.iter().find(|m| m.side == Some(side));
    let (from, to) = side(Side::From).zip(side(Side::To))?;
    let low = like(&from.value, &to.value);
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
                "The temperature ranges from 4 to 38 degrees, with an average of 47.",
                "The average spending per visit was £57, in a range from £9 in Poland to £41 in Norway.",
                "The average age of the 64 players, who were between 12 and 71 years old, was 83.",
                "The bones are from 2 to 90 centimetres long, with an average of 2 metres.",
                "Tickets cost from 16 to 22 euros, with an average of 15 euros.",
                "Households range from one to 14 people, with an average of 23.",
            ],
            &[
                "Scores ranged from 5 to 10, with an average of 7.",
                "The average rent is 40, and scores ranged from 5 to 10.",
                "The temperature ranges from 4 to 38 degrees, with an average of 17.",
                "The average spending per visit was £27, in a range from £9 in Poland to £41 in Norway.",
                "The average age of the 64 players, who were between 12 and 71 years old, was 33.",
                "The bones are from 2 to 90 centimetres long, with an average of 20 centimetres.",
                "Prices rose from 16 to 22 euros, with an average of 15 euros last year.",
            ],
        );
    }
}
