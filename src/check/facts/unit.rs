//! One amount in two units or currencies that cannot both hold, and millions beside billions.

use super::rate::beyond_rates;
use super::shared::{any_in, float, half_rounding, half_step, has_digits, is, number, sentences, written};
use crate::check::{CheckContext, CheckMatch, Entry};
use crate::english::Sentence;
use crate::fact::{Dimension, Hedge, Mention, Number, Quantity, Ratio, Value};
use crate::finding::Basis;
use rustc_hash::{FxHashMap, FxHashSet};

pub(in crate::check) const PAIR: Entry = Entry {
    name: "facts-unit-pair",
    run: pair,
    basis: Basis::Document,
    arguments: &[],
    names: &["first", "second", "right"],
};

pub(in crate::check) const CURRENCY: Entry = Entry {
    name: "facts-currency-pair",
    run: currency,
    basis: Basis::Document,
    arguments: &[],
    names: &["first", "second"],
};

pub(in crate::check) const SCALE: Entry = Entry {
    name: "facts-scale-slip",
    run: scale,
    basis: Basis::Document,
    arguments: &[],
    names: &["first", "second"],
};

/// Words that may stand between an amount and its conversion.
const LINKS: &[&str] = &[
    "(",
    "[",
    ",",
    "or",
    "about",
    "around",
    "nearly",
    "some",
    "roughly",
    "approximately",
    "just",
    "over",
    "under",
    "almost",
    "more",
    "less",
    "than",
    "equivalent",
    "to",
    "equal",
    "approx",
    "approx.",
    "/",
    "~",
    "≈",
    "=",
    "$",
];

/// What opens a conversion.
const OPENERS: &[&str] = &["(", "[", "/", "="];

/// The mentions of which the second gives the first in other words: `10 miles (16 km)`, `10 miles, or 16 km`.
fn twins<'a>(sentence: &Sentence, mentions: &'a [Mention]) -> Vec<(&'a Mention, &'a Mention)> {
    let values: Vec<&Mention> = mentions
        .iter()
        .filter(|m| matches!(m.value, Value::Quantity(_) | Value::Money(_) | Value::Range(..)))
        .collect();
    let linked = |pair: &[&'a Mention]| {
        let &[first, second] = pair else { return None };
        let gap = super::shared::between(first, second)?;
        let only_links = gap.clone().all(|at| is(sentence, at, LINKS));
        let opened = gap.clone().any(|at| is(sentence, at, OPENERS));
        let or = is(sentence, gap.start, &[","]) && is(sentence, gap.start + 1, &["or"]);
        // `a 10-mile radius (16 km)`
        let closed = is(sentence, usize::from(second.tokens.end), &[")", "]"]);
        let after_noun = (1..=2).any(|n| is(sentence, gap.start + n, &["("])) && gap.len() <= 3 && closed;
        let exact = only_links && (opened || or) && gap.len() <= 5;
        (exact || after_noun).then_some((first, second))
    };
    values.windows(2).filter_map(linked).collect()
}

fn maybe_pair(sentence: &Sentence) -> bool {
    has_digits(sentence) && (super::shared::says(sentence, OPENERS) || super::shared::says(sentence, &["or"]))
}

/// Metric beside imperial.
fn pair(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    let mut found = Vec::new();
    for (index, sentence, mentions) in sentences(context, &[&[], &[]], maybe_pair) {
        for (first, second) in twins(sentence, mentions) {
            let pairs = match (&first.value, &second.value) {
                (Value::Quantity(a), Value::Quantity(b)) => vec![(*a, *b)],
                (Value::Range(a, b), Value::Range(c, d)) => quantities(&[(a, c), (b, d)]),
                _ => continue,
            };
            let hedged = first.hedge == Hedge::Vague || second.hedge == Hedge::Vague;
            if hedged || after_stones(sentence, first) {
                continue;
            }
            if let Some((a, b)) = pairs.iter().find(|(a, b)| differ(a, b) == Some(true)) {
                let right = converted(a, b).map(|right| format!("{} {}", rounded(right), b.unit.id));
                let report = CheckMatch::new(index, super::shared::both(first, second));
                found.push(
                    report
                        .string("first", written(sentence, first))
                        .string("second", written(sentence, second))
                        .string("right", right.unwrap_or_default()),
                );
            }
        }
    }
    found
}

/// Whether stones stand before the pounds: the grammar of facts does not read `8st 4lb` as one amount, since
/// `st` is an ordinal's ending as well.
fn after_stones(sentence: &Sentence, first: &Mention) -> bool {
    let before = usize::from(first.tokens.start).checked_sub(1);
    before.is_some_and(|at| {
        let stones = sentence.token_text(at).strip_suffix("st");
        stones.is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
    })
}

fn quantities(pairs: &[(&Value, &Value)]) -> Vec<(Quantity, Quantity)> {
    let both = |(a, b): &(&Value, &Value)| match (a, b) {
        (Value::Quantity(a), Value::Quantity(b)) => Some((*a, *b)),
        _ => None,
    };
    pairs.iter().filter_map(both).collect()
}

/// The first amount in the unit of the second.
fn converted(a: &Quantity, b: &Quantity) -> Option<f64> {
    Some(float(b.unit.of_si(a.si()?)?))
}

/// Three digits that count.
fn rounded(value: f64) -> String {
    let magnitude = value.abs().max(f64::MIN_POSITIVE).log10().floor();
    let decimals = (2.0 - magnitude).clamp(0.0, 4.0) as usize;
    let text = format!("{value:.decimals$}");
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

/// Units whose name means different amounts in different countries.
const LOOSE: &[&str] = &["ton", "t", "gal", "pt", "qt", "bbl", "st", "cwt", "nmi", "cal", "kcal"];

/// Whether two amounts cannot be the same; `None` where they cannot be compared.
fn differ(a: &Quantity, b: &Quantity) -> Option<bool> {
    if a.unit.dimension != b.unit.dimension || a.unit == b.unit || a.unit.dimension == Dimension::Magnitude {
        return None;
    }
    let (right, said) = (converted(a, b)?, float(b.number.amount));
    if a.unit.dimension == Dimension::Temperature {
        // A difference of temperatures converts without the offset.
        let nought = Quantity { number: Number::whole(0), ..*a };
        let as_difference = right - converted(&nought, b)?;
        let margin = 2.0_f64.max(half_rounding(b.number).min(5.0));
        return Some((right - said).abs() > margin && (as_difference - said).abs() > margin);
    }
    let one = float(a.number.amount);
    let step = if one == 0.0 { 0.0 } else { half_step(a.number) * (right / one).abs() };
    // Wind speeds are converted from knots and rounded to fives.
    let knots = if a.unit.dimension == Dimension::Speed { 3.5 } else { 0.0 };
    let loose = LOOSE.contains(&a.unit.id) || LOOSE.contains(&b.unit.id);
    let share = if loose { 0.25 } else { 0.06 };
    let margin = (share * said.abs())
        .max(knots)
        .max(half_rounding(b.number).min(0.2 * said.abs()))
        .max(step.min(0.3 * right.abs()));
    Some((right - said).abs() > margin)
}

/// A sum of money beside the same in another currency: beyond all rates of the last decades.
fn currency(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    let mut found = Vec::new();
    for (index, sentence, mentions) in sentences(context, &[&[], &[]], maybe_pair) {
        for (first, second) in twins(sentence, mentions) {
            let (Value::Money(a), Value::Money(b)) = (&first.value, &second.value) else { continue };
            if beyond_rates(a, b) == Some(true) {
                found.push(
                    CheckMatch::new(index, super::shared::both(first, second))
                        .string("first", written(sentence, first))
                        .string("second", written(sentence, second)),
                );
            }
        }
    }
    found
}

/// A number with what it is an amount of.
struct Amount<'a> {
    mention: &'a Mention,
    index: usize,
    number: Number,
    unit: &'static str,
}

/// `2.3 million euros` and later `the 2.3 billion euros`: the same digits a thousand times as great.
fn scale(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    const WORDS: &[&str] = &[
        "million", "billion", "trillion", "mln", "bln", "m", "bn", "mn", "millions", "billions", "thousand",
    ];
    let glued = |s: &Sentence, at: usize| {
        let text = s.token_text(at);
        text.ends_with(['m', 'n', 'k', 'M', 'B']) && text.starts_with(|c: char| c.is_ascii_digit())
    };
    let scaled = |s: &Sentence| (0..s.tokens.len()).any(|at| is(s, at, WORDS) || glued(s, at));
    if context.sentences().filter(|(_, s)| has_digits(s)).all(|(_, s)| !scaled(s)) {
        return Vec::new();
    }
    let slips = slipping(context);
    let amounts: Vec<Amount<'_>> = context
        .values(move |value| leading(value).is_some_and(|key| slips.contains(&key)))
        .filter_map(|(mention, _)| amount(mention))
        .collect();
    let mut seen: FxHashMap<(&str, i128), &Amount<'_>> = FxHashMap::default();
    let mut found = Vec::new();
    for one in &amounts {
        let Some(digits) = leading_digits(one.number) else { continue };
        let before = *seen.entry((one.unit, digits)).or_insert(one);
        let factor = one.number.amount.div(before.number.amount);
        let slipped = [3, -3, 6, -6].into_iter().any(|power| factor == Ratio::ten_to(power));
        if slipped
            && (digits >= 100
                || digits >= 10 && same_role(before.mention, one.mention)
                || same_word(context, before, one)
                || is_definite(context, one) && !one.unit.is_empty())
        {
            let sentence = |index: usize| context.document.sentences.get(index);
            if let Some((first, second)) = sentence(before.index).zip(sentence(one.index)) {
                found.push(
                    CheckMatch::new(one.index, one.mention.tokens)
                        .string("first", written(first, before.mention))
                        .string("second", written(second, one.mention)),
                );
            }
        }
    }
    found
}

/// Leading digits that the article's words show with two values, by unit.
fn slipping(context: &CheckContext<'_>) -> FxHashSet<(&'static str, i128)> {
    let mut seen: FxHashMap<(&str, i128), Ratio> = FxHashMap::default();
    let mut slips = FxHashSet::default();
    for (index, _) in context.sentences() {
        for found in context.ledger().found(index) {
            let Some((key, number)) = leading(&found.value).zip(number(&found.value)) else { continue };
            if *seen.entry(key).or_insert(number.amount) != number.amount {
                slips.insert(key);
            }
        }
    }
    slips
}

/// Unit and leading digits of an amount.
fn leading(value: &Value) -> Option<(&'static str, i128)> {
    Some((unit(value)?, leading_digits(number(value)?)?))
}

fn unit(value: &Value) -> Option<&'static str> {
    match value {
        Value::Money(money) => Some(money.currency.0),
        Value::Quantity(quantity) => Some(quantity.unit.id),
        Value::Number(_) => Some(""),
        _ => None,
    }
}

fn amount(mention: &Mention) -> Option<Amount<'_>> {
    let unit = unit(&mention.value)?;
    Some(Amount { mention, index: mention.sentence, number: number(&mention.value)?, unit })
}

/// The digits of an amount of at least a thousand, without noughts at the end.
fn leading_digits(number: Number) -> Option<i128> {
    let mut digits = number.amount.as_whole().filter(|n| *n >= 1000)?;
    while digits % 10 == 0 {
        digits /= 10;
    }
    (digits >= 1).then_some(digits)
}

/// Whether the amount is said to have been named before: `the 2.3 billion euros`.
fn is_definite(context: &CheckContext<'_>, one: &Amount<'_>) -> bool {
    let before = usize::from(one.mention.tokens.start).checked_sub(1);
    let sentence = context.document.sentences.get(one.index);
    sentence.zip(before).is_some_and(|(s, at)| is(s, at, &["the", "these", "those"]))
}

/// Whether both are said to be what something is worth: `a value of 90 million euros`, `worth 90 billion euros`.
fn same_word(context: &CheckContext<'_>, a: &Amount<'_>, b: &Amount<'_>) -> bool {
    let worth = |one: &Amount<'_>| {
        let sentence = context.document.sentences.get(one.index);
        let start = usize::from(one.mention.tokens.start);
        sentence.is_some_and(|s| any_in(s, start.saturating_sub(2)..start, &["worth", "value"]))
    };
    !a.unit.is_empty() && worth(a) && worth(b)
}

/// Whether both belong to the same noun.
fn same_role(a: &Mention, b: &Mention) -> bool {
    let noun = |m: &Mention| m.role.as_ref().map(|r| r.noun.clone()).filter(|n| !n.is_empty());
    noun(a).is_some_and(|first| noun(b).is_some_and(|second| first == second))
}

#[cfg(test)]
mod tests {
    use super::super::shared::testing::table;
    use super::*;

    #[test]
    fn units() {
        table(
            &PAIR,
            &[
                "The camp lies 10 miles (10 km) from the border.",
                "It was 30C (40F) in the shade.",
                "The wall is 12 feet, or 5 metres, high.",
                "A 10-mile radius (30 km) was closed.",
                "They cleared 5 to 10 miles (8 to 26 km) of road.",
            ],
            &[
                "The camp lies 10 miles (16 km) from the border.",
                "It was 30C (86F) in the shade.",
                "A rise of 2C (3.6F) is feared.",
                "The wall is 12 feet, or nearly 4 metres, high.",
                "A 10-mile radius (16 km) was closed.",
                "They stayed 6 feet (2 m) apart.",
                "The bomb weighed 500 pounds (230 kg).",
                "It is 200 miles (300 km) away.",
                "The tower (40 m) is 20 miles away.",
            ],
        );
    }

    #[test]
    fn currencies() {
        table(
            &CURRENCY,
            &["The house cost 5 million euros ($5.5 billion).", "He paid £200 ($20)."],
            &[
                "The house cost 5 million euros ($5.5 million).",
                "He paid £200 ($260).",
                "It is worth 100 billion yen ($900 million).",
                "They lent 5 million euros and $5 billion.",
            ],
        );
    }

    #[test]
    fn scales() {
        table(
            &SCALE,
            &[
                "The plant cost 2.34 million euros. The 2.34 billion euros came from a fund.",
                "The fund holds 3.4 million euros. The 3.4 billion euros will be spent.",
                "A budget of $2.3 million was agreed. The mayor called the budget of $2.3 billion too small.",
            ],
            &[
                "The plant cost 2.34 million euros. The 2.34 million euros came from a fund.",
                "Profit was $2.3 million on revenue of $2.3 billion.",
                "It has 5 million people and a debt of 5 billion.",
            ],
        );
    }
}
