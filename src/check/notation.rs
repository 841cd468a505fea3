//! Numbers and times in the notation of another language: `1:0`, `3,5 percent`, `1.200 soldiers`, `16h30`.

use super::{CheckContext, CheckMatch, Entry};
use crate::english::{Range, Sentence};
use crate::finding::Basis;
use nom::bytes::complete::{tag, take_while_m_n};
use nom::character::complete::{char, digit1};
use nom::combinator::{all_consuming, opt, verify};
use nom::multi::many1;
use nom::sequence::{pair, preceded, separated_pair};
use nom::{IResult, Parser};

pub(super) const ENTRY: Entry = Entry {
    name: "notation",
    run,
    basis: Basis::Target,
    arguments: &["form", "near", "after", "not"],
    names: &["right"],
};

/// `with.form`: `score`, `decimal-comma`, `dotted-thousands`, `spaced-thousands`, `clock`, `torn-clock` or `torn-score`. `with.near`: a list of which the sentence must
/// have an entry; `with.not`: one of which it must have none; `with.after`: one of which an entry must follow.
fn run(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    let read = match context.with.text("form") {
        Some("score") => score,
        Some("decimal-comma") => decimal_comma,
        Some("dotted-thousands") => dotted_thousands,
        Some("spaced-thousands") => spaced_thousands,
        Some("clock") => clock,
        Some("clock-torn") => torn_clock,
        Some("score-torn") => torn_score,
        _ => return Vec::new(),
    };
    let mut found = Vec::new();
    for (index, sentence) in context.sentences() {
        let has = |name: &str| {
            let list = context.with.list(name)?;
            Some((0..sentence.tokens.len()).any(|at| context.lists.ends_at(list, sentence, at).is_some()))
        };
        let mut allowed = None;
        for at in 0..sentence.tokens.len() {
            let Some((len, right)) = read(sentence, at) else { continue };
            let follows = context.with.list("after").is_none_or(|list| {
                let ends = |i: usize| context.lists.ends_at(list, sentence, i).is_some();
                // *15.000 young people*, but not *1.784 million people*.
                let word = !matches!(sentence.token_text(at + len), "million" | "billion" | "trillion");
                ends(at + len) || (word && ends(at + len + 1))
            });
            if !follows
                || !*allowed.get_or_insert_with(|| has("near") != Some(false) && has("not") != Some(true))
            {
                continue;
            }
            let all = Range::new(at, at + len);
            found.push(CheckMatch::new(index, all).string("right", right.clone()).suggest(all, right));
        }
    }
    found
}

/// What a notation reads at a token: the number of tokens, and the English notation.
type Read = Option<(usize, String)>;

/// `1:0`, which no time is: minutes have two digits.
fn score(sentence: &Sentence, at: usize) -> Read {
    let text = sentence.token_text(at);
    let (_, (home, away)) =
        all_consuming(separated_pair(digits(1, 2), char(':'), digits(1, 1))).parse(text).ok()?;
    Some((1, format!("{home}-{away}")))
}

/// `3,5`: one or two digits after the comma, where thousands have three.
fn decimal_comma(sentence: &Sentence, at: usize) -> Read {
    let text = sentence.token_text(at);
    let (_, (whole, part)) =
        all_consuming(separated_pair(digit1, char(','), digits(1, 2))).parse(text).ok()?;
    Some((1, format!("{whole}.{part}")))
}

/// `1.200`, `15.000`: groups of three after a point, and no zero before it.
fn dotted_thousands(sentence: &Sentence, at: usize) -> Read {
    let text = sentence.token_text(at);
    let first = verify(digits(1, 3), |d: &str| !d.starts_with('0'));
    all_consuming(pair(first, many1(preceded(char('.'), digits(3, 3))))).parse(text).ok()?;
    Some((1, text.replace('.', ",")))
}

/// `10 000`, `1 250 000`: groups of three after a space, which nothing joins to the number before (`2-4 975`).
fn spaced_thousands(sentence: &Sentence, at: usize) -> Read {
    let (_, first) = all_consuming(digits(1, 3)).parse(sentence.token_text(at)).ok()?;
    let before = at.checked_sub(1).map_or("", |i| sentence.token_text(i));
    if first.starts_with('0')
        || matches!(before, "-" | "–" | "/")
        || before.ends_with(|c: char| c.is_ascii_digit())
    {
        return None;
    }
    let mut right = first.to_owned();
    let mut end = at + 1;
    while sentence.tokens.get(end).is_some_and(|t| t.space_before)
        && all_consuming(digits(3, 3)).parse(sentence.token_text(end)).is_ok()
    {
        right = format!("{right},{}", sentence.token_text(end));
        end += 1;
    }
    (end > at + 1).then_some((end - at, right))
}

/// `11: 30`, `11 : 30` after a preposition of time, with no noun behind it that the minutes could count.
fn torn_clock(sentence: &Sentence, at: usize) -> Read {
    let before = sentence.token_text(at.checked_sub(1)?);
    let of_time = matches!(
        before,
        "at" | "At"
            | "from"
            | "From"
            | "to"
            | "until"
            | "till"
            | "by"
            | "before"
            | "after"
            | "around"
            | "about"
            | "and"
            | "between"
    );
    let (hour, minute) = torn_pair(sentence, at, (1, 2), (2, 2))?;
    let is_time = hour.parse::<u8>().is_ok_and(|h| h < 25) && minute.parse::<u8>().is_ok_and(|m| m < 60);
    (of_time && is_time).then(|| (3, format!("{hour}:{minute}")))
}

/// `3: 0`, `86 : 79`, with no word behind it but a preposition.
fn torn_score(sentence: &Sentence, at: usize) -> Read {
    let (home, away) = torn_pair(sentence, at, (1, 3), (1, 3))?;
    let after = sentence.token_text(at + 3);
    let ends = !after.starts_with(char::is_alphabetic)
        || matches!(
            after,
            "in" | "at"
                | "to"
                | "against"
                | "with"
                | "for"
                | "on"
                | "by"
                | "after"
                | "from"
                | "over"
                | "and"
                | "win"
                | "victory"
                | "defeat"
                | "loss"
                | "lead"
        );
    ends.then(|| (3, format!("{home}-{away}")))
}

/// Two numbers with a colon between them and a space before or after it.
fn torn_pair(
    sentence: &Sentence,
    at: usize,
    left: (usize, usize),
    right: (usize, usize),
) -> Option<(&str, &str)> {
    let (first, second) = (sentence.token_text(at), sentence.token_text(at + 2));
    let (_, first) = all_consuming(digits(left.0, left.1)).parse(first).ok()?;
    let (_, second) = all_consuming(digits(right.0, right.1)).parse(second).ok()?;
    let torn = sentence.tokens.get(at + 2).is_some_and(|t| t.space_before);
    (sentence.token_text(at + 1) == ":" && torn).then_some((first, second))
}

/// `16h30`, `16h`, `16 h 30`: the hour with its minutes.
fn clock(sentence: &Sentence, at: usize) -> Read {
    let text = sentence.token_text(at);
    if let Ok((_, (hour, minute))) = all_consuming(hour_minute).parse(text) {
        // *3h 20m* is a duration.
        if minute.is_none() && sentence.token_text(at + 1).starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        if minute.is_none() && !after_clock_word(sentence, at) {
            return None;
        }
        return Some((1, twelve_hour(hour, minute)?));
    }
    let (_, hour) = all_consuming(digits(1, 2)).parse(text).ok()?;
    let minute = sentence.token_text(at + 2);
    let apart = sentence.token_text(at + 1) == "h";
    let (_, minute) = all_consuming(digits(2, 2)).parse(minute).ok()?;
    apart.then(|| twelve_hour(hour, Some(minute))).flatten().map(|right| (3, right))
}

/// Whether the word before says that a time of day follows: without minutes, *takes 3h* is a length of time.
fn after_clock_word(sentence: &Sentence, at: usize) -> bool {
    let words =
        ["at", "from", "until", "till", "by", "around", "before", "after", "between", "to", "since", "and"];
    at.checked_sub(1).is_some_and(|i| words.iter().any(|w| sentence.token_text(i).eq_ignore_ascii_case(w)))
}

fn hour_minute(input: &str) -> IResult<&str, (&str, Option<&str>)> {
    separated_pair(digits(1, 2), tag("h"), opt(digits(2, 2))).parse(input)
}

fn digits<'a>(
    least: usize,
    most: usize,
) -> impl Parser<&'a str, Output = &'a str, Error = nom::error::Error<&'a str>> {
    take_while_m_n(least, most, |c: char| c.is_ascii_digit())
}

/// *4:30 p.m.* for 16 and 30; nothing where these are no time.
fn twelve_hour(hour: &str, minute: Option<&str>) -> Option<String> {
    let hour: u8 = hour.parse().ok().filter(|h| *h < 24)?;
    let minute = match minute {
        Some(minute) => Some(minute.parse::<u8>().ok().filter(|m| *m < 60)?),
        None => None,
    };
    let half = if hour < 12 { "a.m." } else { "p.m." };
    let shown = match hour % 12 {
        0 => 12,
        other => other,
    };
    Some(match minute {
        Some(minute) if minute > 0 => format!("{shown}:{minute:02} {half}"),
        _ => format!("{shown} {half}"),
    })
}
