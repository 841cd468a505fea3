//! Ages at any time of a life against the day of birth that the article gives: *born in 1938 … in 1955, when she was 27*.

use super::people::People;
use super::shared::{
    any_in, between, day_of_writing, has_digits, is, is_dateline, is_readable, says, written,
};
use crate::check::{CheckContext, CheckMatch, Entry};
use crate::english::Sentence;
use crate::fact::{Date, Grain, Mention, Period, Value};
use crate::finding::Basis;
use jiff::civil;
use rustc_hash::FxHashMap;

pub(in crate::check) const LIFE: Entry = Entry {
    name: "facts-age-life",
    run: life,
    basis: Basis::Document,
    arguments: &[],
    names: &["age", "name", "born", "right"],
};

/// Words that say that somebody else is born than whom the sentence names.
const KIN: &[&str] = &[
    "son",
    "daughter",
    "child",
    "children",
    "baby",
    "brother",
    "sister",
    "father",
    "mother",
    "wife",
    "husband",
    "calf",
    "twins",
    "parents",
    "grandson",
    "granddaughter",
    "'s",
    "’s",
];

/// First and last day of the time to which an age belongs.
type Days = (civil::Date, civil::Date);

/// Somebody's birth.
struct Birth {
    name: String,
    date: Date,
    written: String,
}

/// An age that somebody is said to have at some time.
struct Claim<'a> {
    name: String,
    years: i32,
    when: Days,
    mention: &'a Mention,
    sentence: usize,
}

fn life(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    if !context.sentences().any(|(_, s)| says(s, &["born"]) && has_digits(s)) {
        return Vec::new();
    }
    let today = day_of_writing(context);
    let mut people = People::default();
    let (mut births, mut claims) = (Vec::new(), Vec::new());
    let mut death: Option<(usize, Days)> = None;
    // Names stand in sentences without values, too.
    for (index, sentence) in context.sentences() {
        if !is_readable(sentence) || !sentence.tokens.iter().any(|t| t.case.has_capital()) {
            continue;
        }
        let mentions = context.ledger().in_sentence(index);
        let named = people.named(sentence, mentions);
        let verb = sentence.parsed().vps.first().map_or(6, |vp| usize::from(vp.range.start));
        let quote = says(sentence, &["\"", "”", "“"]);
        let alone = named.len() == 1 && !quote;
        // `Her father, Edmund Vance, was a sailor.`
        let kin = is(sentence, 0, &["his", "her", "their"]);
        if let Some((_, name)) = named.first().filter(|(at, _)| !kin && (*at < verb.max(4) || alone)) {
            people.topic = Some(name.clone());
        }
        let one = Sight {
            context,
            index,
            sentence,
            mentions,
            named: &named,
            topic: people.topic.as_deref(),
            today,
        };
        births.extend(one.birth());
        if let Some(days) = one.death() {
            death = Some((index, days));
        }
        let died = death.filter(|(at, _)| index - at <= 2).map(|(_, days)| days);
        claims.extend(one.claims(died));
    }
    // One person has one birth, or nothing can be said.
    let mut own: FxHashMap<&str, (&Birth, bool)> = FxHashMap::default();
    for birth in &births {
        own.entry(&birth.name).and_modify(|(_, more)| *more = true).or_insert((birth, false));
    }
    let report = |claim: &Claim<'_>| {
        let (birth, more) = *own.get(claim.name.as_str())?;
        let (first, last) = birth.date.bounds()?;
        let (least, most) = (years(last, claim.when.0), years(first, claim.when.1));
        let off = !(least..=most).contains(&claim.years) && least >= 0 && !more;
        let place = context.document.sentences.get(claim.sentence).filter(|_| off)?;
        let right = if least == most { least.to_string() } else { format!("{least} or {most}") };
        let found = CheckMatch::new(claim.sentence, claim.mention.tokens);
        Some(
            found
                .string("age", written(place, claim.mention))
                .string("name", claim.name.clone())
                .string("born", birth.written.clone())
                .string("right", right),
        )
    };
    claims.iter().filter_map(report).collect()
}

/// Whole years from one day to another.
fn years(from: civil::Date, to: civil::Date) -> i32 {
    let had = (to.month(), to.day()) >= (from.month(), from.day());
    i32::from(to.year()) - i32::from(from.year()) - i32::from(!had)
}

/// A sentence with what is known when it is read.
struct Sight<'c, 'a> {
    context: &'c CheckContext<'a>,
    index: usize,
    sentence: &'a Sentence,
    mentions: &'a [Mention],
    named: &'c [(usize, String)],
    topic: Option<&'c str>,
    today: Option<civil::Date>,
}

impl<'a> Sight<'_, 'a> {
    fn is(&self, at: usize, words: &[&str]) -> bool {
        is(self.sentence, at, words)
    }

    /// The one person named before a token, or the one who is spoken of where a pronoun stands before it.
    fn who(&self, at: usize) -> Option<String> {
        let mut before = self.named.iter().filter(|(start, _)| *start < at).map(|(_, name)| name);
        match before.next() {
            Some(first) => before.all(|name| name == first).then(|| first.clone()),
            None => {
                let pronoun = any_in(self.sentence, 0..at, &["he", "she"]);
                self.topic.filter(|_| pronoun).map(str::to_owned)
            }
        }
    }

    /// `born in 1950`, `born on 3 May 1950`
    fn birth(&self) -> Option<Birth> {
        let mut places = (0..self.sentence.tokens.len()).filter(|at| self.is(*at, &["born"]));
        let (born, more) = (places.next()?, places.next());
        let dated = |m: &&Mention| {
            let start = usize::from(m.tokens.start);
            start > born
                && start - born <= 3
                && !any_in(self.sentence, born..start, &[",", "and", "who", "when", "after", "before"])
        };
        let (mention, date) = self.mentions.iter().filter(dated).find_map(|m| match &m.value {
            Value::Date(date) if date.year.is_some() && date.grain <= Grain::Year && date.part.is_none() => {
                Some((m, *date))
            }
            _ => None,
        })?;
        let other = any_in(self.sentence, 0..born, KIN);
        let name = self.who(born).filter(|_| more.is_none() && !other)?;
        let written = written(self.sentence, mention);
        Some(Birth { name, date, written })
    }

    /// The time of a death that the sentence tells: `until his death in 1993`, `died at her home on 3 May 2020`.
    fn death(&self) -> Option<Days> {
        let at = (0..self.sentence.tokens.len()).find(|at| self.is(*at, &["died", "death"]))?;
        let near = |m: &&Mention| {
            let start = usize::from(m.tokens.start);
            start > at && start - at <= 8 && !any_in(self.sentence, at..start, &[";", "born", "."])
        };
        self.mentions.iter().filter(near).find_map(|m| self.days(m))
    }

    /// The days of a date that says its year and is not that of the dateline.
    fn days(&self, mention: &Mention) -> Option<Days> {
        match &mention.value {
            Value::Date(date) if date.year.is_some() && date.grain <= Grain::Year && date.part.is_none() => {
                date.bounds().filter(|_| !is_dateline(self.sentence, mention))
            }
            _ => None,
        }
    }

    /// A number of years that can be somebody's age.
    fn age(&self, mention: &Mention) -> Option<i32> {
        let sure = super::shared::is_sure(mention);
        let plain = match &mention.value {
            Value::Number(_) => true,
            Value::Age(span) => span.period == Period::Year,
            _ => false,
        };
        let whole = mention.value.amount().and_then(|n| n.as_whole()).filter(|_| plain && sure)?;
        i32::try_from(whole).ok().filter(|n| (1..=115).contains(n))
    }

    /// All ages with a time.
    fn claims(&self, died: Option<Days>) -> Vec<Claim<'a>> {
        let one = |(at, mention): (usize, &'a Mention)| {
            let years = self.age(mention)?;
            let now = || self.today.map(|day| (day, day));
            let (name, when) = self
                .then(at, mention)
                .or_else(|| self.at_death(mention, died))
                .or_else(|| Some((self.now(mention)?, now()?)))
                .or_else(|| self.turned(mention))?;
            Some(Claim { name, years, when, mention, sentence: self.index })
        };
        self.mentions.iter().enumerate().filter_map(one).collect()
    }

    /// `in September 1955, when she was 17`; `at the age of nine, in 1947`; `She had been 12 when she borrowed it`.
    fn then(&self, at: usize, mention: &Mention) -> Option<(String, Days)> {
        let start = usize::from(mention.tokens.start);
        let end = usize::from(mention.tokens.end);
        let when = start.checked_sub(3).filter(|when| {
            self.is(*when, &["when"]) && self.is(when + 1, &["he", "she"]) && self.is(when + 2, &["was"])
        });
        if let Some(when) = when {
            let date = self.mentions.get(at.checked_sub(1)?)?;
            let near = when - usize::from(date.tokens.end).min(when) <= 1;
            return self.days(date).filter(|_| near).zip(self.subject(start)).map(|(d, n)| (n, d));
        }
        if matches!(mention.value, Value::Age(_)) && self.is(end, &[","]) && self.is(end + 1, &["in"]) {
            let date = self.mentions.get(at + 1)?;
            let near = between(mention, date).is_some_and(|gap| gap.len() == 2);
            return self.days(date).filter(|_| near).zip(self.subject(start)).map(|(d, n)| (n, d));
        }
        let had_been = start >= 2 && self.is(start - 2, &["had"]) && self.is(start - 1, &["been"]);
        let clause = self.is(end, &["when"]) && self.is(end + 1, &["he", "she"]);
        let days = event(self.context, self.index, self.sentence.token_text(end + 2));
        days.filter(|_| had_been && clause).zip(self.subject(start)).map(|(d, n)| (n, d))
    }

    /// Who does what the sentence says at a token: the person named first, or who is spoken of.
    fn subject(&self, at: usize) -> Option<String> {
        let first = self.named.iter().find(|(start, _)| *start < at).map(|(_, name)| name.clone());
        first.or_else(|| self.topic.map(str::to_owned))
    }

    /// `Vance dies at 84`; `died on 3 May. She was 84.`; `Brandt was 70 when he died`
    fn at_death(&self, mention: &Mention, died: Option<Days>) -> Option<(String, Days)> {
        const DIES: &[&str] = &["dies", "died", "dead"];
        let (start, end) = (usize::from(mention.tokens.start), usize::from(mention.tokens.end));
        let before = start.checked_sub(1)?;
        let stop = self.is(end, &[".", ",", ";", ""]);
        let dies =
            start.checked_sub(2).is_some_and(|at| self.is(at, DIES)) && self.is(before, &["at", "aged"]);
        let aged = matches!(mention.value, Value::Age(_)) && self.is(before, DIES);
        if (dies || aged) && stop {
            let days = self.context.sentences().take(4).find_map(|(index, sentence)| {
                let other =
                    Sight { index, sentence, mentions: self.context.ledger().in_sentence(index), ..*self };
                other.death()
            });
            let days = days.or_else(|| self.today.map(|d| (d, d)))?;
            return self.subject(start).map(|name| (name, days));
        }
        let short = self.sentence.tokens.len() <= 5 && self.is(0, &["he", "she"]) && start == 2;
        let told = self.index.checked_sub(1).and_then(|i| self.context.document.sentences.get(i));
        if short && self.is(1, &["was"]) && told.is_some_and(|s| says(s, DIES)) {
            return died.zip(self.topic).map(|(days, name)| (name.to_owned(), days));
        }
        let was = self.is(before, &["was"]);
        let clause =
            self.is(end, &["when"]) && self.is(end + 1, &["he", "she"]) && self.is(end + 2, &["died"]);
        died.filter(|_| was && clause).zip(self.who(start)).map(|(days, name)| (name, days))
    }

    /// `Lobo, who was born in 1970, is 54`; `born in 1981 and, at 42, is`; `Lukas Hartmann, a schoolboy of 16,`.
    fn now(&self, mention: &Mention) -> Option<String> {
        let (start, end) = (usize::from(mention.tokens.start), usize::from(mention.tokens.end));
        let before = start.checked_sub(1)?;
        let born = any_in(self.sentence, 0..start, &["born"]);
        let is_so = self.is(before, &["is"]) && self.is(end, &[".", ",", "and"]);
        let at = self.is(before, &["at"]) && self.is(end, &[","]) && self.is(end + 1, &["is"]);
        if born && (is_so || at) {
            return self.who(start);
        }
        // `Claudia Frei, 50, cut the ribbon`
        let named = self.named.iter().rev().find(|(at, _)| *at < start);
        let beside =
            named.filter(|(at, _)| start - at <= 4 && self.is(before, &[","]) && self.is(end, &[","]));
        if let Some((_, name)) = beside.filter(|_| matches!(mention.value, Value::Age(_))) {
            return Some(name.clone());
        }
        let of_age = start >= 4
            && self.is(start - 1, &["of"])
            && self.is(start - 3, &["a"])
            && self.is(start - 4, &[","])
            && self.is(end, &[",", "."]);
        let name = named?;
        let human = self.sentence.token_text(start.checked_sub(2)?).ends_with(|c: char| c.is_lowercase());
        (of_age && human && start - name.0 <= 7).then(|| name.1.clone())
    }

    /// `was born in 1975 and turned 47 in May`: in the year of writing.
    fn turned(&self, mention: &Mention) -> Option<(String, Days)> {
        let start = usize::from(mention.tokens.start);
        // The word is a part of the age.
        let before = Some(start).filter(|at| self.is(*at, &["turned", "turns"]))?;
        let year = self.today?.year();
        let days = (civil::Date::new(year, 1, 1).ok()?, civil::Date::new(year, 12, 31).ok()?);
        let other_year = self.mentions.iter().any(|m| {
            usize::from(m.tokens.start) > start && matches!(m.value, Value::Date(Date { year: Some(_), .. }))
        });
        self.who(before).filter(|_| !other_year).map(|name| (name, days))
    }
}

/// The days on which something happened that a verb tells with a date, in the sentences before.
pub fn event(context: &CheckContext<'_>, index: usize, verb: &str) -> Option<Days> {
    if verb.len() < 4 {
        return None;
    }
    let told = |(place, sentence): (usize, &Sentence)| {
        let at = (0..sentence.tokens.len()).find(|at| is(sentence, *at, &[verb]))?;
        let date = context.ledger().values(place).iter().find_map(|m| {
            let near = usize::from(m.tokens.start) > at && usize::from(m.tokens.start) - at <= 8;
            match &m.value {
                Value::Date(date) if near && date.year.is_some() && date.grain <= Grain::Year => Some(*date),
                _ => None,
            }
        })?;
        date.bounds()
    };
    context.sentences().take_while(|(place, _)| *place < index).take(12).find_map(told)
}

#[cfg(test)]
mod tests {
    use super::super::shared::testing::table;
    use super::*;

    #[test]
    fn ages_in_a_life() {
        let article = |birth: &str, text: &str| {
            format!(
                "BORNUM, 14 November 2022 – The pianist Clara Vance was born on 3 May {birth} in Lisle. {text}"
            )
        };
        let bad = [
            article("1938", "She entered the academy in September 1955, when she was 27."),
            article("1938", "She gave her first concert at the age of nine, in 1957."),
            article("1938", "Vance died at her home on 11 November 2022. She was 74."),
            "BORNUM, 28 November 2022 – Ingrid Solberg, a former judge, was born in 1975 and turned 37 in May.".into(),
            "BORNUM, 28 November 2022 – Lukas Hartmann, a schoolboy of 26, won. He was born in July 2006.".into(),
        ];
        let good = [
            article("1938", "She entered the academy in September 1955, when she was 17."),
            article("1938", "She gave her first concert at the age of nine, in 1947."),
            article("1938", "Vance died at her home on 11 November 2022. She was 84."),
            "BORNUM, 28 November 2022 – Ingrid Solberg, a former judge, was born in 1975 and turned 47 in May.".into(),
            "BORNUM, 28 November 2022 – Teresa Lobo met them. Lobo, who was born in 1970, is 52.".into(),
            "BORNUM, 28 November 2022 – Lukas Hartmann, a schoolboy of 16, won. He was born in July 2006.".into(),
            article("1938", "Her son was born in 1970. He was 27 when he left."),
        ];
        let bad: Vec<&str> = bad.iter().map(String::as_str).collect();
        let good: Vec<&str> = good.iter().map(String::as_str).collect();
        table(&LIFE, &bad, &good);
    }
}
