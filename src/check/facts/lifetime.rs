//! Spans of time that do not fit their ends: six years from 2010 to 2014, sixty years from birth to death.

use super::shared::{any_in, between, is, is_sure, says, sentences, written};
use crate::check::{CheckContext, CheckMatch, Entry};
use crate::english::Sentence;
use crate::fact::{Date, Duration, Grain, Mention, Period, Value};
use crate::finding::Basis;

pub(in crate::check) const SPAN: Entry = Entry {
    name: "facts-span-ends",
    run: span_ends,
    basis: Basis::Document,
    arguments: &[],
    names: &["span", "from", "to"],
};

pub(in crate::check) const AGE: Entry = Entry {
    name: "facts-age-years",
    run: age,
    basis: Basis::Document,
    arguments: &[],
    names: &["age", "born", "year"],
};

/// Words before a span that is only a part of the time, or comes back in it.
const PARTIAL: &[&str] = &[
    "every", "each", "first", "last", "next", "past", "per", "another", "within", "final", "recent",
    "previous", "more", "than",
];

/// Spans beside the range of dates that they measure.
fn span_ends(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    let mut found = Vec::new();
    for (index, sentence, mentions) in
        sentences(context, &[&["duration"], &["dates"]], super::shared::has_digits)
    {
        for pair in mentions.windows(2) {
            let [first, second] = pair else { continue };
            let (span, ends, measured) = match (&first.value, &second.value) {
                (Value::Duration(span), Value::Range(..)) => {
                    (span, second, leads_to(sentence, first, second))
                }
                (Value::Range(..), Value::Duration(span)) => (span, first, sums_up(sentence, first, second)),
                _ => continue,
            };
            let mention = if std::ptr::eq(ends, first) { second } else { first };
            let Value::Range(from, to) = &ends.value else { continue };
            let (Value::Date(from), Value::Date(to)) = (&**from, &**to) else { continue };
            let before = usize::from(mention.tokens.start).checked_sub(1);
            let partial = before.is_some_and(|at| is(sentence, at, PARTIAL));
            let plain = is_sure(mention) && span.relation.is_none() && measured && !partial;
            if plain && fits(span, from, to) == Some(false) {
                found.push(
                    CheckMatch::new(index, super::shared::both(first, second))
                        .string("span", written(sentence, mention))
                        .string("from", from.to_string())
                        .string("to", to.to_string()),
                );
            }
        }
    }
    found
}

/// `the six years from`, `a six-year term (`: at most two words and what opens the range.
fn leads_to(sentence: &Sentence, span: &Mention, range: &Mention) -> bool {
    let Some(gap) = between(span, range).filter(|gap| gap.len() <= 4) else { return false };
    let opener = gap
        .end
        .checked_sub(1)
        .is_some_and(|at| gap.contains(&at) && is(sentence, at, &["from", "between", "(", ","]));
    let plain = |at: usize| {
        is(sentence, at, &["from", "between", "(", ",", "of", "the"]) || is_small_word(sentence, at)
    };
    let verb = sentence.parsed().vps.iter().any(|vp| gap.contains(&usize::from(vp.verb)));
    opener && gap.clone().all(plain) && !verb
}

fn is_small_word(sentence: &Sentence, at: usize) -> bool {
    sentence.token_text(at).chars().all(char::is_lowercase)
}

/// `from 2010 to 2014, a period of six years`
fn sums_up(sentence: &Sentence, range: &Mention, span: &Mention) -> bool {
    const WORDS: &[&str] =
        &[",", "a", "period", "of", "(", "or", "span", "total", "lasting", "spanning", "–", "—", "in", "all"];
    between(range, span).is_some_and(|mut gap| {
        (1..=5).contains(&gap.len())
            && is(sentence, gap.start, &[",", "(", "–", "—"])
            && gap.all(|at| is(sentence, at, WORDS))
    }) && is(sentence, span.tokens.end.into(), &[",", ".", ")", ";", "in", "–", "—"])
}

/// Whether a span fits between two dates; `None` where that is open.
pub(super) fn fits(span: &Duration, from: &Date, to: &Date) -> Option<bool> {
    let count = i64::try_from(span.number.amount.as_whole()?).ok()?;
    let within = |least: i64, most: i64| Some((least..=most).contains(&count));
    if from.grain == Grain::Year && to.grain == Grain::Year {
        let years = i64::from(to.year?) - i64::from(from.year?);
        return match span.period {
            Period::Year => within(years, years + 1),
            Period::Decade => Some((count * 10 - years).abs() <= 4),
            _ => None,
        };
    }
    let (from, to) = in_one_year(from, to)?;
    let (first, last) = from.bounds().zip(to.bounds())?;
    let days = i64::from(last.0.since(first.0).ok()?.get_days());
    if days < 0 {
        return None;
    }
    let exact = from.grain == Grain::Day && to.grain == Grain::Day;
    match span.period {
        Period::Day if exact => within(days, days + 1),
        Period::Week if exact => Some((count * 7 - days).abs() <= 4),
        Period::Month if exact => Some((count * 61 - days * 2).abs() <= 34),
        Period::Month if from.grain == Grain::Month && to.grain == Grain::Month => {
            let months = (days + 15) / 30;
            within(months - months / 12, months + 1)
        }
        Period::Year => Some((count * 365 - days).abs() <= 370),
        _ => None,
    }
}

/// Both dates with a year, which only the second may say: `3 to 9 May`.
fn in_one_year(from: &Date, to: &Date) -> Option<(Date, Date)> {
    let ordered = from.month.zip(to.month).is_some_and(|(a, b)| a <= b);
    let year = match (from.year, to.year) {
        (Some(_), Some(_)) => return Some((*from, *to)),
        (None, year) if ordered => year.or(Some(2000)),
        _ => return None,
    };
    Some((Date { year, ..*from }, Date { year, ..*to }))
}

const DEATH: &[&str] = &["died", "dies", "death", "killed", "dead", "passed", "die"];

/// A year of birth, of death, and the age at death.
#[derive(Default)]
struct Life {
    born: Option<i32>,
    /// The sentence that says it.
    place: usize,
}

/// Ages against years of birth and death, or of birth and what happened at that age.
fn age(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    let mut found = Vec::new();
    let births = |s: &Sentence| says(s, &["born"]) && super::shared::has_digits(s);
    let lives = |s: &Sentence| says(s, &["("]) && super::shared::has_digits(s);
    if !context.sentences().any(|(_, s)| births(s) || lives(s)) {
        return found;
    }
    let mut life: Option<Life> = None;
    let mut several = false;
    for (index, sentence, mentions) in sentences(context, &[&[]], super::shared::has_digits) {
        let born = birth(sentence, mentions).or_else(|| lifetime(sentence, mentions).map(|(born, _)| born));
        if let Some(born) = born {
            several |= life.is_some();
            life = Some(Life { born: Some(born), place: index });
        }
        let Some(Life { born: Some(born), place }) = life else { continue };
        let near = index - place <= 8 && (!several || index == place);
        if !near || index != place && !is_taken_up(context, place, sentence) {
            continue;
        }
        let died = lifetime(sentence, mentions).map(|(_, died)| died).or_else(|| other_year(mentions, born));
        let Some((mention, years)) = age_of_life(sentence, mentions) else { continue };
        let Some(died) = died else { continue };
        if died >= born && !(died - born - 1..=died - born).contains(&years) {
            found.push(
                CheckMatch::new(index, mention.tokens)
                    .string("age", written(sentence, mention))
                    .string("born", born.to_string())
                    .string("year", died.to_string()),
            );
        }
    }
    found
}

/// `born in 1950`, `born on 3 May 1950`
fn birth(sentence: &Sentence, mentions: &[Mention]) -> Option<i32> {
    let mut places = (0..sentence.tokens.len()).filter(|at| is(sentence, *at, &["born"]));
    let (born, more) = (places.next()?, places.next());
    let dated = |m: &&Mention| {
        let start = usize::from(m.tokens.start);
        start > born
            && start - born <= 7
            && !any_in(sentence, born..start, &[",", "and", "who", "when", "after", "before"])
    };
    let year = mentions.iter().filter(dated).find_map(year_of);
    year.filter(|_| more.is_none())
}

const fn year_of(mention: &Mention) -> Option<i32> {
    match &mention.value {
        Value::Date(Date {
            year: Some(year),
            grain: Grain::Day | Grain::Month | Grain::Year,
            part: None,
            ..
        }) => Some(*year),
        _ => None,
    }
}

/// `Anna Berg (1950–2000)`
fn lifetime(sentence: &Sentence, mentions: &[Mention]) -> Option<(i32, i32)> {
    let years = |m: &Mention| match &m.value {
        Value::Range(from, to) => match (&**from, &**to) {
            (Value::Date(from), Value::Date(to)) if from.grain == Grain::Year && to.grain == Grain::Year => {
                from.year.zip(to.year)
            }
            _ => None,
        },
        _ => None,
    };
    mentions.windows(2).find_map(|pair| {
        let [name, range] = pair else { return None };
        let (born, died) = years(range)?;
        let named = matches!(name.value, Value::Person(_) | Value::Name(_));
        let start = usize::from(range.tokens.start);
        let touches = usize::from(name.tokens.end) + 1 == start && is(sentence, start - 1, &["("]);
        let closed = is(sentence, range.tokens.end.into(), &[")"]);
        (named && touches && closed && (20..110).contains(&(died - born))).then_some((born, died))
    })
}

/// The one year that the sentence says beside that of birth.
fn other_year(mentions: &[Mention], born: i32) -> Option<i32> {
    let mut years = mentions.iter().filter_map(year_of).filter(|year| *year != born);
    let (year, more) = (years.next()?, years.next());
    (more.is_none() && (1500..2100).contains(&year)).then_some(year)
}

/// The only age of the sentence, if it is that of somebody who did or suffered something: `died aged 60`, `at the age of 60`.
fn age_of_life<'a>(sentence: &Sentence, mentions: &'a [Mention]) -> Option<(&'a Mention, i32)> {
    let mut ages = mentions.iter().filter_map(|m| match &m.value {
        Value::Age(age) if age.period == Period::Year && is_sure(m) => {
            Some((m, i32::try_from(age.number.amount.as_whole()?).ok()?))
        }
        // `(1950–2000) was 62 when he died`
        Value::Number(n) if is_sure(m) && was_at_death(sentence, m) => {
            Some((m, i32::try_from(n.amount.as_whole()?).ok()?))
        }
        _ => None,
    });
    let (first, more) = (ages.next()?, ages.next());
    let start = usize::from(first.0.tokens.start);
    let before = |back: usize| start.checked_sub(back);
    let at_age = any_in(sentence, start.saturating_sub(3)..usize::from(first.0.tokens.end), &["age"]);
    let died_aged = before(1).is_some_and(|at| any_in(sentence, at.saturating_sub(12)..start, DEATH));
    let aged_first = start <= 1 && is(sentence, start, &["aged"]);
    let dying = was_at_death(sentence, first.0);
    (more.is_none() && (at_age || died_aged || aged_first || dying)).then_some(first)
}

/// `was 62 when she died`
fn was_at_death(sentence: &Sentence, mention: &Mention) -> bool {
    let (start, end) = (usize::from(mention.tokens.start), usize::from(mention.tokens.end));
    let was = start.checked_sub(1).is_some_and(|at| is(sentence, at, &["was"]));
    let pronoun = is(sentence, end + 1, &["he", "she"]);
    was && is(sentence, end, &["when"]) && pronoun && is(sentence, end + 2, DEATH)
}

/// Whether a later sentence goes on about the person: its subject is he or she, or a name of the sentence of birth.
fn is_taken_up(context: &CheckContext<'_>, place: usize, sentence: &Sentence) -> bool {
    let pronoun = (0..2).any(|at| is(sentence, at, &["he", "she"]));
    let birth = context.ledger().whole().in_sentence(place);
    let mut families = birth.iter().filter_map(|m| match &m.value {
        Value::Person(name) | Value::Name(name) => Some(name.family.as_str()),
        _ => None,
    });
    let opens = |family: &str| !family.is_empty() && (0..2).any(|at| sentence.token_text(at) == family);
    pronoun || families.any(opens)
}

#[cfg(test)]
mod tests {
    use super::super::shared::testing::table;
    use super::*;

    #[test]
    fn spans() {
        table(
            &SPAN,
            &[
                "Output doubled in the six years from 2010 to 2014.",
                "He served from 2010 to 2014, a period of seven years.",
                "The ten-day festival from 3 to 9 May drew crowds.",
                "She held the post for nine years, from 2010 to 2013.",
            ],
            &[
                "Output doubled in the four years from 2010 to 2014.",
                "Output doubled in the five years from 2010 to 2014.",
                "He served from 2010 to 2014, a period of four years.",
                "The seven-day festival from 3 to 9 May drew crowds.",
                "It was held every two years from 2010 to 2020.",
                "In his first two years, from 2010 to 2020, he lost.",
            ],
        );
    }

    #[test]
    fn ages() {
        table(
            &AGE,
            &[
                "Born in 1950, she died in 2000 at the age of 60.",
                "He was born in Lund in 1950. He became a judge in 1980. He died in 2000 aged 62.",
                "Anna Berg (1950–2000) died at the age of 62.",
                "Keller (1950–2000) was 62 when she died.",
                "Born in 1950, he entered parliament in 1980 at the age of 25.",
            ],
            &[
                "Born in 1950, she died in 2000 at the age of 49.",
                "He was born in Lund in 1950. He died in 2000 aged 50.",
                "Anna Berg (1950–2000) died at the age of 50.",
                "Born in 1950, he met Ada, 20, in 1980.",
                "He was born in 1950. His father died in 1960 aged 62.",
            ],
        );
    }
}
