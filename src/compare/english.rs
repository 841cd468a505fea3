//! English words that say a number without being one: `both`, `a pair`, `doubled`, `the weekend`.

use super::atom::{Atom, Measure};
use crate::english::Sentence;
use crate::fact::{Number, Ratio};

/// Words in small letters with the numbers that they may stand for.
const WORDS: &[(&[&str], &[i128])] = &[
    (&["no", "none", "nil", "nobody", "nothing", "without", "null", "scoreless", "goalless"], &[0]),
    (
        &[
            "a", "an", "one", "single", "once", "sole", "only", "lone", "first", "each", "per", "another",
            "every",
        ],
        &[1],
    ),
    (
        &[
            "both",
            "pair",
            "couple",
            "twice",
            "double",
            "doubled",
            "doubles",
            "doubling",
            "dual",
            "twin",
            "twins",
            "second",
            "duo",
            "bilateral",
            "two-way",
            "neither",
            "halved",
            "secondary",
            "runner-up",
            "brace",
        ],
        &[2],
    ),
    (
        &[
            "triple",
            "tripled",
            "triples",
            "tripling",
            "trio",
            "thrice",
            "third",
            "threefold",
            "hat-trick",
            "triplet",
        ],
        &[3],
    ),
    (&["quadruple", "quadrupled", "fourfold", "quartet", "quarter", "quarters", "fourth", "quarterly"], &[4]),
    (&["quintet", "fivefold", "fifth"], &[5]),
    (&["quarter", "quarterly", "quarter-hour"], &[3, 15]),
    (&["half", "halves", "halfway"], &[6, 30, 50]),
    (&["week", "weekly"], &[7]),
    (&["fortnight", "biweekly"], &[14, 15]),
    (&["dozen", "dozens"], &[12]),
    (&["year", "yearly", "annual", "annually"], &[12]),
    (&["decade", "decades", "tens", "tenfold", "tenth"], &[10]),
    (&["day", "daily", "24/7"], &[24]),
    (&["hour", "hourly"], &[60]),
    (&["century", "centenary", "centennial", "hundred", "hundreds"], &[100]),
    (&["millennium", "thousand", "thousands"], &[1000]),
    (&["million", "millions", "millionaire"], &[1_000_000]),
    (&["billion", "billions", "billionaire"], &[1_000_000_000]),
];

/// What the words of a sentence may stand for beside the values that are read off them.
pub fn hints(sentence: &Sentence) -> Vec<Atom> {
    let mut out = Vec::new();
    for at in 0..sentence.tokens.len() {
        let text = sentence.token_text(at);
        let word = text.to_lowercase();
        let numbers = WORDS.iter().filter(|(words, _)| words.contains(&&*word)).flat_map(|(_, n)| n.iter());
        out.extend(numbers.map(|n| amount(*n)));
        if word.starts_with("weekend") {
            out.extend([5, 6, 7].map(Atom::Weekday));
        }
        // `two-year-old`, `three-way`: the lexer may keep them together.
        if let Some(number) = word.split('-').next().filter(|part| part.len() < word.len()) {
            out.extend(number.parse::<u32>().ok().map(|n| amount(n.into())));
        }
    }
    out
}

fn amount(n: i128) -> Atom {
    Atom::Amount(Number { amount: Ratio::whole(n), step: Ratio::ONE }, Measure::Bare)
}
