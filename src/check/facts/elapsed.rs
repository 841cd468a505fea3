//! Spans of time against the dates and times of an article: *for five years, since 2019*, *six hours later*.

use super::clock::{Off, by_the_clock};
use super::lifetime::fits as fits_between;
use super::shared::{any_in, between, day_of_writing, fits, is, is_dateline, sentences, written};
use crate::check::{CheckContext, CheckMatch, Entry};
use crate::english::Sentence;
use crate::fact::{Date, Duration, Grain, Hedge, Mention, Period, Relation, Value};
use crate::finding::Basis;
use jiff::civil;

pub(in crate::check) const ELAPSED: Entry = Entry {
    name: "facts-elapsed-time",
    run: elapsed,
    basis: Basis::Document,
    arguments: &[],
    names: &["span", "from", "to"],
};

fn elapsed(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    const WORDS: &[&str] = &[
        "since", "after", "later", "from", "ended", "closed", "has", "have", "until", "till", "ago", "that",
    ];
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
                .or_else(|| by_the_clock(context, index, mentions, (at, mention, span)))
                .or_else(|| began_and_ended(sentence, mentions, (mention, span)))
                .or_else(|| until_then(sentence, mentions, (at, mention, span), today))
                .or_else(|| until_end(context, index, (at, mention, span)))
                .or_else(|| begun_before(sentence, mentions, (at, mention, span)))
                .or_else(|| ago(sentence, mentions, (at, mention, span), today))
                .or_else(|| term(sentence, mentions, (at, mention, span)));
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
    let in_span = is(sentence, before, &["for", "in", "lasted"]);
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

/// `In 1962 Vance married Brandt. The marriage lasted 31 years, until his death in 1993.`
fn until_end<'a>(
    context: &CheckContext<'_>,
    index: usize,
    (at, mention, span): (usize, &'a Mention, &Duration),
) -> Option<Off<'a>> {
    let sentence = context.document.sentences.get(index)?;
    let mentions = context.ledger().in_sentence(index);
    let end = mentions.get(at + 1).filter(|m| date(m).is_some())?;
    let gap = between(mention, end).filter(|gap| (3..=6).contains(&gap.len()))?;
    let until = is(sentence, gap.start, &[","]) && is(sentence, gap.start + 1, &["until", "till"]);
    let in_ = is(sentence, gap.end - 1, &["in", "on"]);
    let lasted = usize::from(mention.tokens.start).checked_sub(1)?;
    let it = is(sentence, 0, &["the", "it", "their", "his", "her"]) && is(sentence, lasted, &["lasted"]);
    let first = !mentions.get(..at)?.iter().any(|m| date(m).is_some());
    let previous = index.checked_sub(1).and_then(|i| context.document.sentences.get(i))?;
    let mut dates = context.ledger().in_sentence(index - 1).iter().filter(|m| date(m).is_some());
    let (start, more) = (dates.next()?, dates.next());
    let told = previous.block == sentence.block && more.is_none() && first;
    let (from, to) = (date(start)?, date(end)?);
    let off = match (from.year, to.year) {
        (Some(from), Some(to)) if span.period == Period::Year => {
            let count = span.number.amount.as_whole()?;
            (i128::from(to) - i128::from(from) - count).abs() > 1
        }
        _ => fits_between(span, from, to) == Some(false),
    };
    (until && in_ && it && told && off && span.relation.is_none())
        .then(|| (mention, written(previous, start), written(sentence, end)))
}

/// `was opened on 3 October 2023 after five years of work that began in October 2018`
fn begun_before<'a>(
    sentence: &Sentence,
    mentions: &[Mention],
    (at, mention, span): (usize, &'a Mention, &Duration),
) -> Option<Off<'a>> {
    let begun = mentions.get(at + 1).filter(|m| date(m).is_some())?;
    let gap = between(mention, begun).filter(|gap| gap.len() <= 6)?;
    let that = gap.clone().any(|at| {
        is(sentence, at, &["that", "which"]) && is(sentence, at + 1, &["began", "started", "opened"])
    });
    let prep = is(sentence, gap.end - 1, &["in", "on"]);
    let end = mentions.get(at.checked_sub(1)?).filter(|m| date(m).is_some() && !is_dateline(sentence, m))?;
    let link = between(end, mention).filter(|gap| gap.len() <= 5)?;
    let linked = any_in(sentence, link, &["after", "last", "end"]);
    let whole = that && prep && linked && span.relation.is_none() && mention.hedge == Hedge::None;
    let off = fits_between(span, date(begun)?, date(end)?) == Some(false);
    (whole && off).then(|| (mention, written(sentence, begun), written(sentence, end)))
}

/// `was founded in 1923, 100 years ago`
fn ago<'a>(
    sentence: &Sentence,
    mentions: &[Mention],
    (at, mention, span): (usize, &'a Mention, &Duration),
    today: Option<civil::Date>,
) -> Option<Off<'a>> {
    let today = today.filter(|_| span.relation == Some(Relation::Ago) && span.period == Period::Year)?;
    let then = mentions.get(at.checked_sub(1)?)?;
    let beside = between(then, mention).is_some_and(|gap| gap.len() == 1 && is(sentence, gap.start, &[","]));
    let (first, last) = date(then).filter(|d| d.year.is_some() && d.grain <= Grain::Year)?.bounds()?;
    let years = |day: civil::Date| today.since(day).ok().map(|s| f64::from(s.get_days()) / 365.25);
    let (least, most) = (years(last)?, years(first)?);
    let count = super::shared::float(span.number.amount);
    let slack = if mention.hedge == Hedge::None { 1.1 } else { 2.0 };
    let round = count % 10.0 == 0.0 && count >= 200.0;
    let off = count < least - slack || count > most + slack;
    (beside && off && !round && least > 0.0).then(|| (mention, written(sentence, then), today.to_string()))
}

/// `in office since 1 January 2018; her term of seven years ends on 31 December 2024`
fn term<'a>(
    sentence: &Sentence,
    mentions: &[Mention],
    (at, mention, span): (usize, &'a Mention, &Duration),
) -> Option<Off<'a>> {
    let end = mentions.get(at + 1).filter(|m| date(m).is_some())?;
    let gap = between(mention, end).filter(|gap| gap.len() == 2)?;
    let ends = is(sentence, gap.start, &["ends", "ended", "expires", "expired"]);
    let start = usize::from(mention.tokens.start);
    let term = start.checked_sub(2).is_some_and(|at| is(sentence, at, &["term", "mandate", "tenure"]));
    let since = |m: &&Mention| {
        let before = usize::from(m.tokens.start).checked_sub(1);
        date(m).is_some() && before.is_some_and(|at| is(sentence, at, &["since"]))
    };
    let begun = mentions.get(..at)?.iter().find(since)?;
    let off = fits_between(span, date(begun)?, date(end)?) == Some(false);
    (ends && term && off).then(|| (mention, written(sentence, begun), written(sentence, end)))
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
                "The quake hit at 5:20 a.m. A second one followed two hours later, at 3:20 a.m.",
                "The trams met at 7:40 a.m. and the line was closed for nine hours, until 2:40 p.m.",
                "It was closed for 26 hours, from 9 p.m. on Tuesday to 1 p.m. on Wednesday.",
                "It left at 6:15 p.m. and landed at 8:45 p.m., after a flight of four and a half hours.",
                "In 1962 Vance married the conductor Leo Brandt. The marriage lasted 41 years, until his death in 1993.",
                "It was opened on 3 October 2023 after eight years of work that began in October 2018.",
                "BORNUM, 3 May 2020 – It was founded in 1920, 80 years ago.",
                "She has been in office since 1 January 2018; her term of twelve years ends on 31 December 2024.",
            ],
            &[
                "BORNUM, 3 May 2020 – He has led the firm for four years, since April 2016.",
                "BORNUM, 3 May 2020 – She took over in May 2016 and has run the firm for almost four years.",
                "He joined the bank in 1994 and left it in 2016, after 22 years.",
                "The debate began at 9 a.m. and ended at 11 p.m., 14 hours later.",
                "The engine burned for 24 minutes, from 3:10 p.m. to 3:34 p.m.",
                "The heat began on 11 June and lasted nine days, until 19 June.",
                "A strike of 12 days that began on 3 September and ended on 14 September cost millions.",
                "The quake hit at 5:20 a.m. A second one followed two hours later, at 7:20 a.m.",
                "The trams met at 7:40 a.m. and the line was closed for seven hours, until 2:40 p.m.",
                "It was closed for 16 hours, from 9 p.m. on Tuesday to 1 p.m. on Wednesday.",
                "It left at 6:15 p.m. and landed at 8:45 p.m., after a flight of two and a half hours.",
                "In 1962 Vance married the conductor Leo Brandt. The marriage lasted 31 years, until his death in 1993.",
                "It was opened on 3 October 2023 after five years of work that began in October 2018.",
                "BORNUM, 3 May 2020 – It was founded in 1920, 100 years ago.",
                "She has been in office since 1 January 2018; her term of seven years ends on 31 December 2024.",
            ],
        );
    }
}
