//! Fractions and multiples that their numbers contradict: 12 of 30 that are 60%, twice the 30 that are 40.

use super::shared::{any_in, between, comparable, float, half_step, is, is_sure, says, sentences, written};
use super::whole::{is_list_word, is_of_whole, is_part_of, whole};
use crate::check::{CheckContext, CheckMatch, Entry};
use crate::english::{Range, Sentence};
use crate::fact::{Hedge, Mention, Ratio, Value};
use crate::finding::Basis;

pub(in crate::check) const FRACTION: Entry = Entry {
    name: "facts-fraction-numbers",
    run: fraction,
    basis: Basis::Document,
    arguments: &[],
    names: &["fraction", "numbers", "right"],
};

/// Words between two ways to say one share.
const LINKS: &[&str] = &[
    "(", ",", "or", "about", "around", "nearly", "almost", "some", "roughly", "just", "over", "under",
    "more", "than", "–", "—",
];

/// `12 of the 30 members, or 60%`; `a third (50%)`; `half of the 40 seats (25)`; `40, twice the 30 of last year`.
fn fraction(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    let mut found = Vec::new();
    for (index, sentence, mentions) in
        sentences(context, &[&[], &[]], |s| says(s, &["(", "or", ",", "–", "—", "twice", "double"]))
    {
        let values: Vec<&Mention> = mentions
            .iter()
            .filter(|m| {
                share(m).is_some()
                    || whole(m).is_some()
                    || matches!(m.value, Value::Money(_) | Value::Quantity(_))
            })
            .collect();
        for three in values.windows(3) {
            let &[a, b, c] = three else { continue };
            let known = counted(sentence, a, b).filter(|_| says_again(sentence, b, c)).zip(share(c));
            // `half of the 40 seats (25)`
            let turned = share(a).filter(|_| is_part_of(sentence, a, b) && set_off(sentence, b, c));
            let turned = turned.zip(part_of(c, b));
            let them = of_them(sentence, a, b, c).or_else(|| of_the_whole(sentence, a, b, c));
            if let Some((said, right)) = them {
                found.extend(wrong_share(index, sentence, (b, said), right, a.tokens.hull(c.tokens)));
            } else if let Some((right, said)) = known {
                found.extend(wrong_share(index, sentence, (c, said), right, a.tokens.hull(b.tokens)));
            } else if let Some((said, right)) = turned {
                found.extend(wrong_share(index, sentence, (a, said), right, b.tokens.hull(c.tokens)));
            }
        }
        for two in values.windows(2) {
            let &[a, b] = two else { continue };
            // `a third (50%)`
            let shares = share(a)
                .zip(share(b))
                .filter(|_| a.value.kind() != b.value.kind() && says_again(sentence, a, b));
            if let Some((said, right)) = shares {
                found.extend(wrong_share(index, sentence, (a, said), right, b.tokens));
            }
        }
        for three in mentions.windows(3) {
            let [a, b, c] = three else { continue };
            if let Some(right) = half_of_other(sentence, a, b, c)
                && let Some(said) = share(b)
                && (right / said - 1.0).abs() > 0.2
                && is_sure(b)
            {
                found.extend(wrong_share(index, sentence, (b, said), right, a.tokens.hull(c.tokens)));
            }
        }
        for two in mentions.windows(2) {
            let [a, b] = two else { continue };
            if multiple(sentence, a, b) == Some(false) {
                let gap = Range::new(a.tokens.end.into(), b.tokens.start.into());
                let names = CheckMatch::new(index, super::shared::both(a, b))
                    .string("fraction", sentence.range_text(gap).trim_start_matches([',', ' ']));
                found.push(
                    names
                        .string("numbers", format!("{} … {}", written(sentence, a), written(sentence, b)))
                        .string("right", format!("{:.1}", ratio(a, b).unwrap_or(0.0))),
                );
            }
        }
    }
    found
}

/// A share of one: 40% or two thirds, in letters.
fn share(mention: &Mention) -> Option<f64> {
    match &mention.value {
        Value::Percent(n) => Some(float(n.amount) / 100.0),
        Value::Number(n)
            if n.amount < Ratio::ONE && n.amount > Ratio::ZERO && n.amount.denominator() <= 10 =>
        {
            Some(float(n.amount))
        }
        _ => None,
    }
}

#[allow(clippy::cast_precision_loss)]
fn quotient(part: i128, whole: i128) -> Option<f64> {
    (whole > 1 && part > 0 && part <= whole).then(|| part as f64 / whole as f64)
}

/// The share that `12 of the 30` is.
fn counted(sentence: &Sentence, part: &Mention, of: &Mention) -> Option<f64> {
    if is_of_whole(sentence, part, of) {
        return whole(of)
            .zip(whole(part))
            .filter(|_| is_sure(part) && is_sure(of))
            .and_then(|(a, b)| quotient(a, b));
    }
    let linked = is_part_of(sentence, part, of) && is_sure(part) && is_sure(of);
    whole(part).zip(whole(of)).filter(|_| linked).and_then(|(a, b)| quotient(a, b))
}

/// Whether the second says the first once more: `(40%)`, `, or 40%`, with the noun in between.
fn says_again(sentence: &Sentence, first: &Mention, second: &Mention) -> bool {
    between(first, second).is_some_and(|gap| {
        let or = gap.clone().any(|at| is(sentence, at, &[","]) && is(sentence, at + 1, &["or"]));
        // `Sixty of the 90 turbines, two thirds of them,`
        let end = usize::from(second.tokens.end);
        let them = is(sentence, end, &["of"]) && is(sentence, end + 1, &["them"]);
        let or = or || them && gap.end.checked_sub(1).is_some_and(|at| is(sentence, at, &[","]));
        let bracket = gap.clone().rev().take(3).find(|at| is(sentence, *at, &["("]));
        let closed = is(sentence, second.tokens.end.into(), &[")"]);
        let of = |at: usize| is(sentence, at, &["of"]);
        let words = gap.clone().all(|at| is(sentence, at, LINKS) || is_list_word(sentence, at) || of(at));
        gap.len() <= 6 && words && (or || bracket.is_some() && closed)
    })
}

/// `half of the 40 seats (25)`, `half of the 40 seats, 25,`
fn set_off(sentence: &Sentence, first: &Mention, second: &Mention) -> bool {
    let end = usize::from(second.tokens.end);
    between(first, second).is_some_and(|gap| {
        let mark = gap.end.checked_sub(1).is_some_and(|at| is(sentence, at, &["(", ",", "–", "—", "or"]));
        let or = gap.end.checked_sub(1).is_some_and(|at| is(sentence, at, &["or"]));
        let closed = or
            || is(sentence, end, &[")", ",", "–", "—", "."])
            || is(sentence, end, &["in"]) && is(sentence, end + 1, &["all"]);
        (1..=4).contains(&gap.len()) && mark && closed
    })
}

/// `640 operations were put off, and two thirds of them, 427,`: the share said, and the right one.
fn of_them(sentence: &Sentence, all: &Mention, part: &Mention, count: &Mention) -> Option<(f64, f64)> {
    let end = usize::from(part.tokens.end);
    let them = is(sentence, end, &["of"]) && is(sentence, end + 1, &["them"]);
    let gap = between(part, count).filter(|gap| gap.len() == 3 && is(sentence, gap.end - 1, &[","]))?;
    let near = between(all, part).is_some_and(|gap| gap.len() <= 8);
    let closed = is(sentence, count.tokens.end.into(), &[",", ".", ";"]) && !gap.is_empty();
    let head = all.role.as_ref().is_some_and(|r| r.via == crate::fact::Via::Head);
    let sure = is_sure(all) && is_sure(count) && whole(all).is_some();
    share(part).filter(|_| them && near && closed && head && sure).zip(part_of(count, all))
}

/// `Of the 64 records, half, or 32, are`: the share said, and the right one.
fn of_the_whole(sentence: &Sentence, all: &Mention, part: &Mention, count: &Mention) -> Option<(f64, f64)> {
    let start = usize::from(all.tokens.start);
    let opens = (1..=2).contains(&start) && is(sentence, 0, &["of"]);
    let comma = between(all, part).is_some_and(|gap| gap.len() <= 4 && is(sentence, gap.end - 1, &[","]));
    let or = between(part, count).is_some_and(|gap| {
        gap.len() <= 2 && gap.clone().all(|at| is(sentence, at, &[",", "or"])) && !gap.is_empty()
    });
    let sure = is_sure(all) && is_sure(count) && whole(all).is_some();
    share(part).filter(|_| opens && comma && or && sure).zip(part_of(count, all))
}

fn wrong_share(
    index: usize,
    sentence: &Sentence,
    (mention, said): (&Mention, f64),
    right: f64,
    numbers: Range,
) -> Option<CheckMatch> {
    let step = match &mention.value {
        Value::Percent(n) => half_step(*n) / 100.0 + 0.006,
        // Fractions in words are rough.
        _ => 0.06,
    };
    let step = if mention.hedge == Hedge::None { step } else { step.max(0.06) };
    let over = matches!(mention.hedge, Hedge::MoreThan | Hedge::AtLeast) && right > said;
    let under = matches!(mention.hedge, Hedge::LessThan | Hedge::AtMost) && right < said;
    ((said - right).abs() > step && !over && !under && mention.hedge != Hedge::Vague).then(|| {
        CheckMatch::new(index, numbers.hull(mention.tokens))
            .string("fraction", written(sentence, mention))
            .string("numbers", sentence.range_text(numbers))
            .string("right", format!("{:.0}%", right * 100.0))
    })
}

/// What share the first amount is of the second, which may alone say of what they are: `40 million euros … 20 million`.
fn part_of(part: &Mention, whole: &Mention) -> Option<f64> {
    let (a, b) = match (&part.value, &whole.value) {
        (Value::Number(a), Value::Money(b)) => (a.amount, b.number.amount),
        (Value::Money(a), Value::Number(b)) => (a.number.amount, b.amount),
        (Value::Number(a), Value::Quantity(b)) => (a.amount, b.number.amount),
        (a, b) => comparable(a, b)?,
    };
    (a > Ratio::ZERO && b > Ratio::ONE && a <= b).then(|| float(a) / float(b))
}

/// The share that the first amount is of the third in `12 million euros, half of the 15 million`.
fn half_of_other(sentence: &Sentence, a: &Mention, b: &Mention, c: &Mention) -> Option<f64> {
    let word = matches!(b.value, Value::Number(_)) && share(b).is_some();
    let first = between(a, b).filter(|gap| {
        gap.len() <= 2
            && gap.clone().all(|at| is(sentence, at, &[",", "–", "—", "(", "or"]))
            && !gap.is_empty()
    })?;
    let gap = between(b, c)
        .filter(|gap| gap.len() <= 2 && gap.clone().all(|at| is(sentence, at, &["of", "the", "its"])))?;
    let (_, after) = (first, gap);
    let (x, y) = match (&a.value, &c.value) {
        (Value::Money(a), Value::Number(c)) => (a.number.amount, c.amount),
        (Value::Number(a), Value::Number(c)) if c.amount > Ratio::ONE => (a.amount, c.amount),
        (a, c) => comparable(a, c)?,
    };
    (word && !after.is_empty() && x > Ratio::ZERO && y > Ratio::ZERO).then(|| float(x) / float(y))
}

fn ratio(a: &Mention, b: &Mention) -> Option<f64> {
    let (a, b) = comparable(&a.value, &b.value)?;
    (b > Ratio::ZERO && a > Ratio::ZERO).then(|| float(a) / float(b))
}

/// Whether the first is as many times the second as the words between them say; `None` where they say nothing.
fn multiple(sentence: &Sentence, a: &Mention, b: &Mention) -> Option<bool> {
    const REST: &[&str] = &[
        ",", "–", "—", "(", "or", "the", "as", "many", "much", "that", "of", "than", "nearly", "almost",
        "more", "about",
    ];
    let gap = between(a, b).filter(|gap| gap.len() <= 8)?;
    let mut words = gap.clone().filter(|at| {
        !is(sentence, *at, REST) && !is_list_word(sentence, *at)
            || is(sentence, *at, &["twice", "double", "triple"])
    });
    let word = words.next()?;
    let times = if is(sentence, word, &["twice", "double"]) {
        2.0
    } else if is(sentence, word, &["triple"]) {
        3.0
    } else {
        return None;
    };
    let tail = word + 1..gap.end;
    let plain = tail.clone().all(|at| is(sentence, at, REST))
        && tail.len() <= 3
        && any_in(sentence, tail, &["the", "than", "of"]);
    let set_off = word
        .checked_sub(1)
        .is_some_and(|at| is(sentence, at, &[",", "–", "—", "(", "or", "nearly", "almost", "than"]));
    let more = word.checked_sub(1).is_some_and(|at| is(sentence, at, &["than"]));
    let found = ratio(a, b)?;
    let most = if more { f64::INFINITY } else { times * 1.3 };
    (plain && set_off && words.next().is_none()).then(|| (times * 0.78..=most).contains(&found))
}

#[cfg(test)]
mod tests {
    use super::super::shared::testing::table;
    use super::*;

    #[test]
    fn fractions() {
        table(
            &FRACTION,
            &[
                "12 of the 30 members, or 60%, voted for it.",
                "A third of them (50%) stayed at home.",
                "Half of the 40 seats (25) went to women.",
                "Of 60 applicants, 20, or half, were taken.",
                "In all 640 operations were put off, and two thirds of them, 227, have a new date.",
                "Of the 64 records, half, or 42, are still for sale.",
                "Sixty of the 90 turbines, one quarter of them, were built here.",
                "Half of the 18 million tonnes, 6 million, will be sold abroad.",
                "The council granted 12 million euros, half of the 15 million asked for.",
                "It sold 40 cars, twice the 30 of last year.",
            ],
            &[
                "12 of the 30 members, or 40%, voted for it.",
                "A third of them (33%) stayed at home.",
                "Half of the 40 seats (20) went to women.",
                "Of 60 applicants, 30, or half, were taken.",
                "In all 640 operations were put off, and two thirds of them, 427, have a new date.",
                "Of the 64 records, half, or 32, are still for sale.",
                "Sixty of the 90 turbines, two thirds of them, were built here.",
                "Half of the 18 million tonnes, 9 million, will be sold abroad.",
                "The council granted 12 million euros, half of the 24 million asked for.",
                "It sold 60 cars, twice the 30 of last year.",
                "More than half of the 40 seats (25) went to women.",
            ],
        );
    }
}
