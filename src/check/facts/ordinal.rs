//! Places in an order that do not fit their number: the third of two, the second after a first and a second.

use super::shared::{between, is, is_readable, is_sure, says, sentences, written};
use crate::check::{CheckContext, CheckMatch, Entry};
use crate::english::{Sentence, lemma};
use crate::fact::{Mention, Value};
use crate::finding::Basis;

pub(in crate::check) const ORDINAL: Entry = Entry {
    name: "facts-ordinal-count",
    run: ordinal,
    basis: Basis::Target,
    arguments: &[],
    names: &["ordinal", "count"],
};

pub(in crate::check) const ORDER: Entry = Entry {
    name: "facts-ordinal-order",
    run: order,
    basis: Basis::Document,
    arguments: &[],
    names: &["ordinal", "noun", "last"],
};

/// `the third of two`
fn ordinal(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    const OF: &[&str] = &["of", "the", "his", "her", "its", "their", "out"];
    let mut found = Vec::new();
    for (index, sentence, mentions) in
        sentences(context, &[&["ordinal"], &["number", "date", "duration"]], |s| says(s, &["of"]))
    {
        for pair in mentions.windows(2) {
            let [first, second] = pair else { continue };
            let Value::Ordinal(place) = first.value else { continue };
            let Some(gap) = between(first, second).filter(|gap| (1..=4).contains(&gap.len())) else {
                continue;
            };
            let noun = sentence.token_text(gap.start);
            let (links, count) = match &second.value {
                Value::Number(number) => {
                    (gap.clone().all(|at| is(sentence, at, OF)), number.amount.as_whole())
                }
                // `the third day of the two-day visit`
                Value::Duration(span) => {
                    let same = noun.eq_ignore_ascii_case(span.period.name());
                    let rest =
                        (gap.start + 1..gap.end).all(|at| is(sentence, at, OF) || is(sentence, at, &["a"]));
                    (same && gap.len() >= 2 && rest, span.number.amount.as_whole())
                }
                _ => continue,
            };
            let of = gap.clone().any(|at| is(sentence, at, &["of"]));
            let over = count.is_some_and(|count| count >= 2 && i128::from(place) > count);
            if links && of && over && is_sure(second) {
                found.push(
                    CheckMatch::new(index, super::shared::both(first, second))
                        .string("ordinal", written(sentence, first))
                        .string("count", written(sentence, second)),
                );
            }
        }
    }
    found
}

/// How many sentences may lie between a place in an order and those before it.
const REACH: usize = 2;

/// `It was the third strike. The first strike … the second strike`: the one that *it was* comes right after the others.
fn order(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    const OWN: &[&str] = &["the", "his", "her", "its", "their"];
    let test = |s: &Sentence| is(s, 0, &["it", "this"]) && is(s, 1, &["was", "is"]) && is(s, 2, OWN);
    let mut found = twice(context);
    for (index, sentence, mentions) in sentences(context, &[&["ordinal"]], test) {
        let Some((mention, place)) = mentions.iter().find_map(|m| Some((m, place(m)?))) else { continue };
        if usize::from(mention.tokens.start) != 3 {
            continue;
        }
        let noun = noun(sentence, mention);
        let mut others: Vec<u64> = Vec::new();
        for near in index..=index + REACH {
            let Some(other) = context.document.sentences.get(near).filter(|s| s.block == sentence.block)
            else {
                break;
            };
            let mentions =
                context.ledger().in_sentence(near).iter().filter(|m| m.span != mention.span || near != index);
            let of_noun = mentions.filter(|m| super::ordinal::noun(other, m) == noun && introduces(other, m));
            others.extend(of_noun.filter_map(self::place));
        }
        others.sort_unstable();
        others.dedup();
        let Some(last) = others.last().copied() else { continue };
        let full = others.len() >= 2 && others.iter().zip(1..).all(|(a, b)| *a == b);
        if !noun.is_empty() && (place <= last || full && place > last + 1) {
            found.push(
                CheckMatch::new(index, mention.tokens)
                    .string("ordinal", written(sentence, mention))
                    .string("noun", noun)
                    .string("last", last.to_string()),
            );
        }
    }
    found
}

/// `the third since 2010; the third was in 2021`; `the second calf in ten years. The second calf was born in 2018.`
fn twice(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    const AFTER: &[&str] = &["since", "in", "of"];
    const TOLD: &[&str] = &["was", "were", "came", "fell", "ended", "began", "failed", "won"];
    let mut found = Vec::new();
    for (index, sentence, mentions) in
        sentences(context, &[&["ordinal"], &["date"]], |s| is_readable(s) && says(s, AFTER))
    {
        let the = |s: &Sentence, m: &Mention| {
            usize::from(m.tokens.start).checked_sub(1).filter(|at| is(s, *at, &["the"]))
        };
        // Where the noun of an ordinal ends, and the noun; none for `the third since`.
        let tail = |s: &Sentence, m: &Mention, words: &[&str]| {
            let end = usize::from(m.tokens.end);
            let bare = is(s, end, words).then(String::new);
            bare.or_else(|| is(s, end + 1, words).then(|| noun(s, m)))
        };
        let next = context.document.sentences.get(index + 1).filter(|s| s.block == sentence.block);
        for mention in mentions {
            let Some(start) = the(sentence, mention) else { continue };
            let before = start.checked_sub(1).is_some_and(|at| is(sentence, at, &[",", "and"]));
            let Some((place, noun)) = place(mention).zip(tail(sentence, mention, AFTER).filter(|_| before))
            else {
                continue;
            };
            let again = |s: &Sentence, m: &Mention, opens: bool| {
                opens && self::place(m) == Some(place) && tail(s, m, TOLD).as_ref() == Some(&noun)
            };
            let here = mentions.iter().any(|m| {
                let opens = the(sentence, m).and_then(|at| at.checked_sub(1));
                again(sentence, m, opens.is_some_and(|at| is(sentence, at, &[";"])))
            });
            let there = next.is_some_and(|s| {
                let all = context.ledger().in_sentence(index + 1);
                let dated = all.iter().any(|m| matches!(m.value, Value::Date(_)));
                dated && all.iter().any(|m| again(s, m, the(s, m) == Some(0)))
            });
            if here || there {
                found.push(
                    CheckMatch::new(index, mention.tokens)
                        .string("ordinal", written(sentence, mention))
                        .string("noun", noun)
                        .string("last", place.to_string()),
                );
            }
        }
    }
    found
}

const fn place(mention: &Mention) -> Option<u64> {
    match mention.value {
        Value::Ordinal(place) => Some(place),
        _ => None,
    }
}

/// The noun right behind a place in an order.
fn noun(sentence: &Sentence, mention: &Mention) -> String {
    lemma::noun(&sentence.token_text(mention.tokens.end.into()).to_lowercase()).into_owned()
}

/// Whether a place is that of something else than what was named: `the first strike`, `a second cut`.
fn introduces(sentence: &Sentence, mention: &Mention) -> bool {
    usize::from(mention.tokens.start).checked_sub(1).is_some_and(|at| is(sentence, at, &["the", "a", "an"]))
}

#[cfg(test)]
mod tests {
    use super::super::shared::testing::table;
    use super::*;

    #[test]
    fn ordinals() {
        table(
            &ORDINAL,
            &["She is the third of two sisters.", "On the third day of the two-day visit they met."],
            &[
                "She is the second of three sisters.",
                "A third of two million voters came.",
                "On the second day of the three-day visit they met.",
            ],
        );
    }

    #[test]
    fn one_after_the_other() {
        table(
            &ORDER,
            &[
                "It was the second strike on the bridge; the first strike was in March and the second strike was in May.",
                "It was the fifth cut of the year, after a first cut in March and a second cut in May.",
                "It was her second win of the year, after a second win in Prague in May.",
                "A calf was born in May 2022, the second calf in ten years. The second calf was born in 2018.",
                "It was the second bad harvest in a row and the third since 2010; the third was in 2021.",
            ],
            &[
                "It was the third strike on the bridge; the first strike was in March and the second strike was in May.",
                "It was the fourth cut of the year, after a first cut in March.",
                "It was her third win of the year, after a second win in Prague in May.",
                "A calf was born in May 2022, the third calf in ten years. The second calf was born in 2018.",
                "It was the second bad harvest in a row and the fourth since 2010; the third was in 2021.",
                "It was the second goal of the day. The third goal fell late."
                    .trim_end_matches("The third goal fell late."),
            ],
        );
    }
}
