//! Spans of time against the dates and times of an article: *for five years, since 2019*, *six hours later*, *four days
//! before the vote* that came four days earlier.

use super::lifetime::fits as fits_between;
use super::order::{fits, is_date_beside};
use super::shared::{any_in, between, day_of_writing, is, is_dateline, sentences, written};
use crate::check::{CheckContext, CheckMatch, Entry};
use crate::english::Sentence;
use crate::fact::{Date, Duration, Grain, Hedge, Mention, Period, Relation, Time, Value};
use crate::finding::Basis;
use jiff::civil;

pub(in crate::check) const ELAPSED: Entry = Entry {
    name: "facts-elapsed-time",
    run: elapsed,
    basis: Basis::Document,
    arguments: &[],
    names: &["span", "from", "to"],
};

pub(in crate::check) const FLIP: Entry = Entry {
    name: "facts-before-after",
    run: flip,
    basis: Basis::Document,
    arguments: &[],
    names: &["span", "date", "other"],
};

/// A span, where it starts and where it ends, as written.
type Off<'a> = (&'a Mention, String, String);

fn elapsed(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    const WORDS: &[&str] =
        &["since", "after", "later", "from", "ended", "closed", "has", "have", "until", "till"];
    let mut found = Vec::new();
    let test = |s: &Sentence| super::shared::has_digits(s) && super::shared::says(s, WORDS);
    let mut today = None;
    for (index, sentence, mentions) in sentences(context, &[&["duration"]], test) {
        for (at, mention) in mentions.iter().enumerate() {
            let Value::Duration(span) = &mention.value else { continue };
            if !matches!(mention.hedge, Hedge::None | Hedge::Exactly | Hedge::About) {
                continue;
            }
            let today = *today.get_or_insert_with(|| day_of_writing(context));
            let off = until_now(sentence, mentions, (mention, span), today)
                .or_else(|| after_span(sentence, mentions, (at, mention, span)))
                .or_else(|| by_the_clock(sentence, mentions, (at, mention, span)))
                .or_else(|| began_and_ended(sentence, mentions, (mention, span)))
                .or_else(|| until_then(sentence, mentions, (at, mention, span), today));
            let report = |(span, from, to): Off<'_>| {
                let found = CheckMatch::new(index, span.tokens).string("span", written(sentence, span));
                found.string("from", from).string("to", to)
            };
            found.extend(off.map(report));
        }
    }
    found
}

const fn date(mention: &Mention) -> Option<&Date> {
    match &mention.value {
        Value::Date(date) if date.shift.is_none() && date.year_shift.is_none() && date.part.is_none() => {
            Some(date)
        }
        _ => None,
    }
}

/// `for five years, since 2019`; `took over in May 2019 and has run it for five years`: against the day of writing.
fn until_now<'a>(
    sentence: &Sentence,
    mentions: &[Mention],
    (mention, span): (&'a Mention, &Duration),
    today: Option<civil::Date>,
) -> Option<Off<'a>> {
    let today = today.filter(|_| span.period == Period::Year && span.relation.is_none())?;
    let dated = |m: &&Mention| !is_dateline(sentence, m) && date(m).is_some_and(|d| d.year.is_some());
    let since_word = |m: &Mention| {
        usize::from(m.tokens.start).checked_sub(1).is_some_and(|at| is(sentence, at, &["since"]))
    };
    let near = |a: &Mention, b: &Mention| {
        between(a, b).is_some_and(|gap| gap.len() <= 4 && any_in(sentence, gap, &[","]))
    };
    let beside =
        mentions.iter().filter(dated).find(|m| since_word(m) && (near(mention, m) || near(m, mention)));
    let mut all = mentions.iter().filter(dated);
    let only = all.next().filter(|m| all.next().is_none() && !since_word(m));
    let start = beside.or(only)?;
    let since = date(start)?;
    let hedges = if mention.hedge == Hedge::None { 1 } else { 2 };
    let before = usize::from(mention.tokens.start).checked_sub(hedges)?;
    let in_span = is(sentence, before, &["for", "in"]);
    let run_on = between(start, mention).is_some_and(|gap| {
        gap.len() <= 12
            && gap.clone().any(|at| is(sentence, at, &["and"]) && is(sentence, at + 1, &["has", "have"]))
    });
    let same = beside.is_some() || run_on && is(sentence, before, &["for"]);
    let (first, last) = since.bounds()?;
    let years = |day: civil::Date| today.since(day).ok().map(|s| f64::from(s.get_days()) / 365.25);
    let (least, most) = (years(last)?, years(first)?);
    let count = super::shared::float(span.number.amount);
    let slack = if mention.hedge == Hedge::None { 0.6 } else { 1.0 };
    let off = count < least - slack || count > most + slack;
    (in_span && same && least > 0.0 && off).then(|| (mention, written(sentence, start), today.to_string()))
}

/// `began on 6 February and ended on 14 April, after ten weeks`
fn after_span<'a>(
    sentence: &Sentence,
    mentions: &[Mention],
    (at, mention, span): (usize, &'a Mention, &Duration),
) -> Option<Off<'a>> {
    let after =
        usize::from(mention.tokens.start).checked_sub(1).filter(|at| is(sentence, *at, &["after"]))?;
    let end = is(sentence, mention.tokens.end.into(), &[".", ",", ";"]);
    let mut before = mentions.get(..at)?.iter().rev().filter(|m| date(m).is_some());
    let (last, first) = (before.next()?, before.next()?);
    let touches = usize::from(last.tokens.end) == after
        || usize::from(last.tokens.end) + 1 == after && is(sentence, after - 1, &[","]);
    let (from, to) = (date(first)?, date(last)?);
    let years = from.year.zip(to.year).filter(|_| from.grain == Grain::Year && span.period == Period::Year);
    let count = span.number.amount.as_whole()?;
    let fit = match years {
        Some((from, to)) => Some((i128::from(to) - i128::from(from) - count).abs() <= 1),
        None => fits(from, to, span, 1),
    };
    (end && touches && span.relation.is_none() && fit == Some(false))
        .then(|| (mention, written(sentence, first), written(sentence, last)))
}

/// `began at 9 a.m. and ended at 11 p.m., 14 hours later`; `for 24 minutes, from 3:10 p.m. to 3:34 p.m.`
fn by_the_clock<'a>(
    sentence: &Sentence,
    mentions: &[Mention],
    (at, mention, span): (usize, &'a Mention, &Duration),
) -> Option<Off<'a>> {
    let per = match span.period {
        Period::Hour => 60.0,
        Period::Minute => 1.0,
        _ => return None,
    };
    let later = span.relation == Some(Relation::Later)
        && !is(sentence, usize::from(mention.tokens.end) - 1, &["after"]);
    let before = mentions.get(..at)?;
    let ends = match before {
        [.., first, second] if later && between(second, mention).is_some_and(|gap| gap.len() <= 1) => {
            Some((time(&first.value)?, time(&second.value)?))
        }
        _ => None,
    };
    let range = mentions.get(at + 1).filter(|m| between(mention, m).is_some_and(|gap| gap.len() <= 2));
    let ends = ends.or_else(|| match &range?.value {
        Value::Range(from, to) if span.relation.is_none() => Some((time(from)?, time(to)?)),
        _ => None,
    })?;
    let minutes = |t: &Time| i32::from(t.hour) * 60 + i32::from(t.minute.unwrap_or(0));
    let elapsed = (minutes(&ends.1) - minutes(&ends.0)).rem_euclid(24 * 60);
    let said = super::shared::float(span.number.amount) * per;
    let slack = if mention.hedge == Hedge::None { 0.02 } else { 0.15 } * said + per / 4.0;
    let clear =
        !ends.0.half_open && !ends.1.half_open && ends.0.offset == ends.1.offset && said < 24.0 * 60.0;
    let show = |t: &Time| Value::Time(*t).to_string();
    (clear && (f64::from(elapsed) - said).abs() > slack).then(|| (mention, show(&ends.0), show(&ends.1)))
}

const fn time(value: &Value) -> Option<Time> {
    match value {
        Value::Time(time) => Some(*time),
        _ => None,
    }
}

/// `a strike of 12 days that began on 3 September and ended on 14 September`
fn began_and_ended<'a>(
    sentence: &Sentence,
    mentions: &[Mention],
    (mention, span): (&'a Mention, &Duration),
) -> Option<Off<'a>> {
    let behind = |m: &Mention, words: &[&str]| {
        let start = usize::from(m.tokens.start);
        start >= 2 && is(sentence, start - 1, &["on", "in"]) && is(sentence, start - 2, words)
    };
    let mut dates = mentions.iter().filter(|m| date(m).is_some() && m.span.start > mention.span.start);
    let (first, second, more) = (dates.next()?, dates.next()?, dates.next());
    let whole =
        behind(first, &["began", "started", "opened"]) && behind(second, &["ended", "closed", "finished"]);
    let off = fits_between(span, date(first)?, date(second)?) == Some(false);
    (whole && more.is_none() && span.relation.is_none() && mention.hedge == Hedge::None && off)
        .then(|| (mention, written(sentence, first), written(sentence, second)))
}

/// `began on 11 June and lasted nine days, until 19 June`; `will run for two years, until 2025`
fn until_then<'a>(
    sentence: &Sentence,
    mentions: &[Mention],
    (at, mention, span): (usize, &'a Mention, &Duration),
    today: Option<civil::Date>,
) -> Option<Off<'a>> {
    let last = mentions.get(at + 1)?;
    let end = date(last)?;
    let linked = between(mention, last).is_some_and(|gap| {
        gap.len() <= 3
            && gap.clone().all(|at| is(sentence, at, &[",", "until", "till"]))
            && any_in(sentence, gap, &["until", "till"])
    });
    let dates = mentions.get(..at)?.iter().filter(|m| !is_dateline(sentence, m));
    let first = dates.filter(|m| date(m).is_some()).last();
    let lasting = usize::from(mention.tokens.start)
        .checked_sub(1)
        .is_some_and(|at| is(sentence, at, &["lasted", "for"]));
    let (start, fit) = match first {
        Some(first) => (written(sentence, first), fits_between(span, date(first)?, end)),
        None => {
            let day = today.filter(|_| span.period == Period::Year)?;
            let date = Date::day(
                Some(day.year().into()),
                u8::try_from(day.month()).ok(),
                u8::try_from(day.day()).ok(),
            );
            (day.to_string(), fits_between(span, &date, end))
        }
    };
    (linked && lasting && span.relation.is_none() && fit == Some(false))
        .then(|| (mention, start, written(sentence, last)))
}

/// `on 1 December, four days before the vote`, where the article has a date four days before and none four days after.
fn flip(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    const WORDS: &[&str] = &["after", "before"];
    let mut found = Vec::new();
    let test = |s: &Sentence| super::shared::has_digits(s) && super::shared::says(s, WORDS);
    let mut all: Option<Vec<(&Mention, Date)>> = None;
    for (index, sentence, mentions) in sentences(context, &[&["duration"]], test) {
        for (at, mention) in mentions.iter().enumerate() {
            let Value::Duration(span) = &mention.value else { continue };
            let last = usize::from(mention.tokens.end).saturating_sub(1);
            let sign = match span.relation {
                Some(Relation::Later) => 1,
                Some(Relation::Earlier) => -1,
                _ => continue,
            };
            let Some(moment) = at.checked_sub(1).and_then(|b| mentions.get(b)) else { continue };
            let own_reference = mentions.get(at + 1..).unwrap_or(&[]).iter().any(|m| date(m).is_some());
            let beside = is_date_beside(sentence, moment, mention) && is(sentence, last, WORDS);
            let Some(day) = date(moment).filter(|d| d.grain == Grain::Day && d.month.is_some()) else {
                continue;
            };
            if !beside || own_reference || !super::shared::is_sure(mention) {
                continue;
            }
            let dates = all.get_or_insert_with(|| dates(context));
            let others = dates.iter().filter(|(_, d)| !d.agrees(day));
            let near =
                |sign: i32| others.clone().find(|(_, other)| fits(other, day, span, sign) == Some(true));
            // The day of writing may lie at any distance.
            let dateline =
                dates.first().filter(|(m, _)| is_first(context, m)).map(|(m, _)| (m.sentence, m.span));
            let event = others.clone().filter(|(m, _)| Some((m.sentence, m.span)) != dateline);
            let turned = event.clone().find(|(_, other)| fits(other, day, span, -sign) == Some(true));
            let Some((other, _)) = turned else { continue };
            if near(sign).is_none() {
                let place = context.document.sentences.get(other.sentence);
                found.push(
                    CheckMatch::new(index, mention.tokens)
                        .string("span", written(sentence, mention))
                        .string("date", written(sentence, moment))
                        .string("other", place.map_or_else(String::new, |s| written(s, other))),
                );
            }
        }
    }
    found
}

/// Whether a date is that of the dateline.
fn is_first(context: &CheckContext<'_>, mention: &Mention) -> bool {
    context.document.sentences.get(mention.sentence).is_some_and(|s| is_dateline(s, mention))
}

/// All days of the calendar that the article names; at most a hundred, so that long articles stay cheap.
fn dates<'a>(context: &'a CheckContext<'_>) -> Vec<(&'a Mention, Date)> {
    let days =
        context.values(|value| matches!(value, Value::Date(_))).filter_map(|(m, _)| Some((m, *date(m)?)));
    days.filter(|(_, d)| d.grain == Grain::Day && d.month.is_some() && d.day.is_some()).take(100).collect()
}

#[cfg(test)]
mod tests {
    use super::super::shared::testing::table;
    use super::*;

    #[test]
    fn spans_of_time() {
        table(
            &ELAPSED,
            &[
                "BORNUM, 3 May 2020 – He has led the firm for nine years, since April 2016.",
                "BORNUM, 3 May 2020 – She took over in May 2016 and has run the firm for almost nine years.",
                "He joined the bank in 1994 and left it in 2016, after 32 years.",
                "The debate began at 9 a.m. and ended at 11 p.m., 18 hours later.",
                "The engine burned for 42 minutes, from 3:10 p.m. to 3:34 p.m.",
                "The heat began on 11 June and lasted nineteen days, until 19 June.",
                "A strike of 12 days that began on 3 September and ended on 24 September cost millions.",
            ],
            &[
                "BORNUM, 3 May 2020 – He has led the firm for four years, since April 2016.",
                "BORNUM, 3 May 2020 – She took over in May 2016 and has run the firm for almost four years.",
                "He joined the bank in 1994 and left it in 2016, after 22 years.",
                "The debate began at 9 a.m. and ended at 11 p.m., 14 hours later.",
                "The engine burned for 24 minutes, from 3:10 p.m. to 3:34 p.m.",
                "The heat began on 11 June and lasted nine days, until 19 June.",
                "A strike of 12 days that began on 3 September and ended on 14 September cost millions.",
            ],
        );
    }

    #[test]
    fn before_for_after() {
        let article = |word: &str| {
            format!(
                "BORNUM, 28 November 2022 – They voted on 27 November 2022. She will open talks on 1 December 2022, four days {word} the vote."
            )
        };
        let (bad, good) = (article("before"), article("after"));
        table(
            &FLIP,
            &[&bad],
            &[&good, "On 3 May 2020, two days after the attack, he left. He came back on 9 May 2020."],
        );
    }
}
