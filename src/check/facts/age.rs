//! Ages against years of birth: Anna Berg, 44, was born in 1990.

use super::shared::{day_of_writing, is, says, sentences, written};
use crate::check::{CheckContext, CheckMatch, Entry};
use crate::english::Sentence;
use crate::fact::{Date, Grain, Mention, Period, Value};
use crate::finding::Basis;
use jiff::civil;

pub(in crate::check) const NOW: Entry = Entry {
    name: "facts-age-birth",
    run: age_now,
    basis: Basis::Document,
    arguments: &[],
    names: &["age", "name", "born", "right"],
};

/// How many sentences may lie between an age and the birth of the same person.
const REACH: usize = 6;

/// Somebody with an age: `Anna Berg, 44,`.
struct Aged<'a> {
    family: &'a str,
    mention: &'a Mention,
    sentence: usize,
    years: i32,
}

/// Ages at the time of writing against dates of birth, and ages at other times against both.
fn age_now(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    if !context.sentences().any(|(_, s)| says(s, &["born"])) {
        return Vec::new();
    }
    let written_on = day_of_writing(context);
    let mut people: Vec<Aged<'_>> = Vec::new();
    let mut found = Vec::new();
    for (index, sentence, mentions) in sentences(context, &[&["age", "number", "date"]], |_| true) {
        people.extend(aged(sentence, mentions).map(|(family, mention, years)| Aged {
            family,
            mention,
            sentence: index,
            years,
        }));
        let Some((at, birth)) = birth(sentence, mentions) else { continue };
        found.extend(later_age(index, sentence, mentions, (at, birth)));
        let Some(today) = written_on else { continue };
        let Some(person) = whose(sentence, mentions, at, &people, index) else { continue };
        let Some((least, most)) = span(birth, today) else { continue };
        let place = context.document.sentences.get(person.sentence);
        if let Some(place) = place.filter(|_| !(least..=most).contains(&person.years)) {
            let right = if least == most { least.to_string() } else { format!("{least} or {most}") };
            found.push(
                CheckMatch::new(person.sentence, person.mention.tokens)
                    .string("age", written(place, person.mention))
                    .string("name", person.family)
                    .string("born", birth.to_string())
                    .string("right", right),
            );
        }
    }
    found
}

/// Least and greatest age on a day.
fn span(birth: &Date, day: civil::Date) -> Option<(i32, i32)> {
    let (first, last) = birth.bounds()?;
    let years = |born: civil::Date| {
        let had = (day.month(), day.day()) >= (born.month(), born.day());
        i32::from(day.year()) - i32::from(born.year()) - i32::from(!had)
    };
    Some((years(last), years(first)))
}

/// Names with an age in apposition: `Anna Berg, 44,`.
fn aged<'a>(
    sentence: &'a Sentence,
    mentions: &'a [Mention],
) -> impl Iterator<Item = (&'a str, &'a Mention, i32)> {
    mentions.iter().filter_map(|age| {
        let Value::Age(span) = &age.value else { return None };
        let name = usize::from(age.tokens.start).checked_sub(2)?;
        let family = sentence.token_text(name);
        let comma = is(sentence, name + 1, &[","]) && super::shared::is_capital(sentence, name);
        let sure = super::shared::is_sure(age) && span.period == Period::Year;
        let years = i32::try_from(span.number.amount.as_whole()?).ok()?;
        (comma && sure).then_some((family, age, years))
    })
}

const fn family(mention: &Mention) -> Option<&str> {
    match &mention.value {
        Value::Person(name) | Value::Name(name) | Value::Place(name) => {
            Some(if name.family.is_empty() { name.full.as_str() } else { name.family.as_str() })
        }
        _ => None,
    }
}

/// `born in 1950`, `born on 3 May 1950`: the token of the word, and the date.
fn birth<'a>(sentence: &Sentence, mentions: &'a [Mention]) -> Option<(usize, &'a Date)> {
    let mut places = (0..sentence.tokens.len()).filter(|at| is(sentence, *at, &["born"]));
    let (born, more) = (places.next()?, places.next());
    let date = mentions.iter().find_map(|m| match &m.value {
        Value::Date(date) if date.year.is_some() && date.grain <= Grain::Year && date.part.is_none() => {
            let start = usize::from(m.tokens.start);
            (start > born && start - born <= 3).then_some(date)
        }
        _ => None,
    })?;
    more.is_none().then_some((born, date))
}

/// The person with an age who is said to be born: named before the word in the sentence, or he or she after a sentence with one.
fn whose<'p, 'a>(
    sentence: &Sentence,
    mentions: &[Mention],
    born: usize,
    people: &'p [Aged<'a>],
    index: usize,
) -> Option<&'p Aged<'a>> {
    let near = |p: &&Aged<'_>| index - p.sentence <= REACH;
    let last_word = |p: &&Aged<'_>| {
        let family = p.family.rsplit(' ').next().unwrap_or(p.family);
        (0..born).any(|at| sentence.token_text(at) == family)
    };
    let named = mentions.iter().filter(|m| usize::from(m.tokens.end) <= born).filter_map(family).next_back();
    let by_name = people.iter().rev().filter(near).find(last_word);
    if let Some(person) = by_name {
        // Nobody else may stand nearer to the word.
        let other =
            named.is_some_and(|name| !name.ends_with(person.family) && !person.family.ends_with(name));
        return (!other).then_some(person);
    }
    if named.is_some() {
        return None;
    }
    let pronoun = (0..born).any(|at| is(sentence, at, &["he", "she"]));
    let others = (0..born)
        .any(|at| is(sentence, at, &["his", "her", "whose", "son", "daughter", "brother", "sister"]));
    let last = people.last().filter(|p| index - p.sentence <= 1)?;
    let only = people.iter().filter(|p| p.sentence == last.sentence).count() == 1;
    (pronoun && !others && only).then_some(last)
}

/// `was born in 1960 and joined in 1988, when he was 38`
fn later_age(
    index: usize,
    sentence: &Sentence,
    mentions: &[Mention],
    (born, birth): (usize, &Date),
) -> Option<CheckMatch> {
    let at = |m: &Mention| usize::from(m.tokens.start);
    let dying = |m: &&Mention| {
        at(m) > born
            && at(m) >= 3
            && is(sentence, at(m) - 3, &["when"])
            && is(sentence, at(m) - 2, &["he", "she"])
    };
    let mention = mentions.iter().find(dying)?;
    let years = i32::try_from(mention.value.amount()?.as_whole()?).ok()?;
    let event = mentions.iter().take_while(|m| at(m) < at(mention)).last()?;
    let Value::Date(Date { year: Some(year), .. }) = &event.value else { return None };
    let right = year - birth.year?;
    let off = right >= 0 && *year != birth.year? && !(right - 1..=right).contains(&years);
    off.then(|| {
        CheckMatch::new(index, mention.tokens)
            .string("age", written(sentence, mention))
            .string("name", year.to_string())
            .string("born", birth.to_string())
            .string("right", format!("{} or {right}", right - 1))
    })
}

#[cfg(test)]
mod tests {
    use super::super::shared::testing::table;
    use super::*;

    #[test]
    fn ages_at_the_time_of_writing() {
        table(
            &NOW,
            &[
                "BORNUM, 3 May 2020 – Anna Berg, 44, was born in 1990.",
                "BORNUM, 3 May 2020 – Anna Berg, 44, is a judge. She was born in 1990 in Lund.",
                "BORNUM, 3 May 2020 – Anna Keller, 44, met Max Lind. Keller was born on 4 June 1990.",
                "Max Lind was born in 1960 and joined the bank in 1988, when he was 38.",
            ],
            &[
                "BORNUM, 3 May 2020 – Anna Berg, 44, was born in 1975.",
                "BORNUM, 3 May 2020 – Anna Berg, 44, met Max Lind. Lind was born in 1990.",
                "BORNUM, 3 May 2020 – Anna Berg, 44, is a judge. Her son was born in 2000.",
                "Anna Berg, 44, was born in 1990.",
                "Max Lind was born in 1960 and joined the bank in 1988, when he was 28.",
            ],
        );
    }
}
