//! Ages of things and persons in the sentence that says when they began: `was founded in 1953 and is 90 years old`.

use super::shared::{AGE, any_in, day_of_writing, is, is_sure, says, sentences, written};
use crate::check::{CheckContext, CheckMatch, Entry};
use crate::english::Sentence;
use crate::fact::{Date, Grain, Mention, Period, Value};
use crate::finding::Basis;
use jiff::civil;

pub(in crate::check) const ENTRY: Entry = Entry {
    name: "facts-age-beginning",
    run,
    basis: Basis::Document,
    arguments: &[],
    names: &["age", "began", "right"],
};

/// Participles of what begins to be.
const BEGUN: &[&str] =
    &["founded", "opened", "built", "begun", "established", "launched", "created", "completed", "born"];

/// Words between beginning and age that bring in another time or another thing.
const APART: &[&str] =
    &["when", "who", "whose", "which", "that", "after", "before", "until", "but", "while", ";", "from", "to"];

/// How many tokens may lie between the beginning and the age.
const REACH: usize = 8;

fn run(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    if !context.sentences().any(|(_, s)| says(s, BEGUN)) {
        return Vec::new();
    }
    let Some(today) = day_of_writing(context) else { return Vec::new() };
    let mut found = Vec::new();
    for (index, sentence, mentions) in sentences(context, &[&["date"], AGE], |s| says(s, BEGUN)) {
        let Some((at, mention, date)) = beginning(sentence, mentions) else { continue };
        let ages = mentions.iter().filter(|m| matches!(m.value, Value::Age(_)));
        let Some((age, years)) = ages.filter_map(|m| Some((m, years(m)?))).next() else { continue };
        let Some((least, most)) = span(date, today) else { continue };
        let then = at_event(context, index, sentence, age).and_then(|day| span(date, day));
        let fits = match (linked(sentence, at, mention, age), then) {
            (_, Some((least, most))) => (least - 1..=most + 1).contains(&years),
            (Some(slack), None) => (least - slack..=most + slack).contains(&years),
            // At no time can it have been older than it is.
            (None, None) => !is_when(sentence, age) || years <= most,
        };
        if fits {
            continue;
        }
        found.push(
            CheckMatch::new(index, age.tokens)
                .string("age", written(sentence, age))
                .string("began", date.to_string())
                .string("right", least.to_string()),
        );
    }
    found
}

/// The participle, and the date behind it; `None` if there are two.
fn beginning<'a>(sentence: &Sentence, mentions: &'a [Mention]) -> Option<(usize, &'a Mention, &'a Date)> {
    let mut places = (0..sentence.tokens.len()).filter(|at| is(sentence, *at, BEGUN));
    let (at, more) = (places.next()?, places.next());
    let dated = mentions.iter().find_map(|m| match &m.value {
        Value::Date(date) if date.year.is_some() && date.grain <= Grain::Year && date.part.is_none() => {
            let start = usize::from(m.tokens.start);
            (start > at && start - at <= 3).then_some((m, date))
        }
        _ => None,
    })?;
    more.is_none().then_some((at, dated.0, dated.1))
}

/// A whole number of years without a hedge.
fn years(mention: &Mention) -> Option<i32> {
    let Value::Age(span) = &mention.value else { return None };
    let plain = is_sure(mention) && span.period == Period::Year;
    plain.then(|| span.number.amount.as_whole().and_then(|n| i32::try_from(n).ok())).flatten()
}

/// By how many years the age may be off; `None` where it may be that of another thing or another time.
fn linked(sentence: &Sentence, begun: usize, date: &Mention, age: &Mention) -> Option<i32> {
    let start = usize::from(age.tokens.start);
    let gap =
        if start > begun { usize::from(date.tokens.end)..start } else { usize::from(age.tokens.end)..begun };
    let joined = any_in(sentence, gap.clone(), &["and", ","]) && !any_in(sentence, gap.clone(), APART);
    let verb = start.checked_sub(1)?;
    let ended = usize::from(age.tokens.end);
    let open = any_in(sentence, ended..ended + 2, &["when", "at", "as", "by", "in"]);
    if gap.len() > REACH || !joined || open {
        return None;
    }
    if is(sentence, verb, &["is"]) {
        return Some(0);
    }
    // What *was* so old was so at the time of the event, which lies a little before the day of writing.
    is(sentence, verb, &["was"]).then_some(1)
}

/// `was 32 years old when it sank`
fn is_when(sentence: &Sentence, age: &Mention) -> bool {
    let (start, end) = (usize::from(age.tokens.start), usize::from(age.tokens.end));
    let was = start.checked_sub(1).is_some_and(|at| is(sentence, at, &["was"]));
    was && is(sentence, end, &["when"]) && is(sentence, end + 1, &["it"])
}

/// The day of what *when it sank* tells, if the article has told it with its date.
fn at_event(
    context: &CheckContext<'_>,
    index: usize,
    sentence: &Sentence,
    age: &Mention,
) -> Option<civil::Date> {
    let verb = sentence.token_text(usize::from(age.tokens.end) + 2);
    is_when(sentence, age).then(|| super::life::event(context, index, verb)).flatten().map(|days| days.1)
}

/// Least and greatest age on a day.
fn span(begun: &Date, day: civil::Date) -> Option<(i32, i32)> {
    let (first, last) = begun.bounds()?;
    let years = |from: civil::Date| {
        let had = (day.month(), day.day()) >= (from.month(), from.day());
        i32::from(day.year()) - i32::from(from.year()) - i32::from(!had)
    };
    Some((years(last), years(first)))
}

#[cfg(test)]
mod tests {
    use super::super::shared::testing::table;
    use super::*;

    #[test]
    fn ages_of_what_began() {
        table(
            &ENTRY,
            &[
                "DORNE, 5 March 2024 – The mill is closed. The mill was built in 1924 and is 120 years old.",
                "DORNE, 5 March 2024 – The cow was born in 2018 and is 16 years old.",
                "DORNE, 5 March 2024 – She is 39 and was born in 1974.",
            ],
            &[
                "DORNE, 5 March 2024 – The mill is closed. The mill was built in 1924 and is 100 years old.",
                "DORNE, 5 March 2024 – The cow was born in 2018 and is 6 years old.",
                "DORNE, 5 March 2024 – The club was founded in 1924 and was 70 years old when it closed.",
                "The mill was built in 1924 and is 120 years old.",
                "DORNE, 5 March 2024 – She is 49 and was born in 1974.",
            ],
        );
    }
}
