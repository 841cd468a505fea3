//! *After* and *before* against the days of an article: *four days before the vote* that came four days earlier.

use super::order::is_time_of;
use super::shared::{day_of_writing, fits, is, is_dateline, is_readable, is_sure, says, sentences, written};
use crate::article::BlockKind;
use crate::check::{CheckContext, CheckMatch, Entry};
use crate::english::{Range, Sentence};
use crate::fact::{Date, Duration, Grain, Mention, Number, Period, Relation, Value};
use crate::finding::Basis;
use jiff::civil;

pub(in crate::check) const FLIP: Entry = Entry {
    name: "facts-before-after",
    run: flip,
    basis: Basis::Document,
    arguments: &[],
    names: &["span", "date", "other"],
};

const WORDS: &[&str] = &["after", "before", "following", "later", "earlier"];

/// A span of time with the way it goes: `four days before`.
struct Gap {
    tokens: Range,
    span: Duration,
    sign: i32,
    /// Whether what it is counted from follows: `after`, not `later`.
    related: bool,
}

/// A day that the article names, with where it does.
struct Day<'a> {
    mention: &'a Mention,
    date: Date,
    dateline: bool,
}

fn flip(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    let mut found = Vec::new();
    let mut all: Option<Vec<Day<'_>>> = None;
    let mut today = None;
    for (index, sentence, mentions) in sentences(context, &[&["date"]], |s| is_readable(s) && says(s, WORDS))
    {
        for gap in gaps(sentence, mentions) {
            let today = *today.get_or_insert_with(|| day_of_writing(context));
            let start = usize::from(gap.tokens.start);
            let before = mentions.iter().rev().find(|m| m.tokens.end <= gap.tokens.start && is_date(m));
            let moment =
                before.filter(|m| beside(sentence, m, start)).and_then(|m| Some((m, resolved(m, today)?)));
            let last = usize::from(gap.tokens.end) - 1;
            let behind: Vec<&Mention> =
                mentions.iter().filter(|m| m.tokens.start >= gap.tokens.end && is_date(m)).collect();
            let own = behind.iter().any(|m| gap.related && is_time_of(sentence, last, m));
            let days = all.get_or_insert_with(|| days(context, today));
            let off = match moment {
                Some((mention, day)) if !own => turned(context, days, (mention, &day), &gap)
                    .or_else(|| far_from_event(context, sentence, days, (mention, &day), &gap)),
                None if gap.related => turned_round(sentence, mentions, days, &behind, &gap),
                _ => None,
            };
            let Some((date, other)) = off else { continue };
            let place = context.document.sentences.get(other.sentence);
            found.push(
                CheckMatch::new(index, gap.tokens)
                    .string("span", sentence.range_text(gap.tokens))
                    .string("date", written(sentence, date))
                    .string("other", place.map_or_else(String::new, |s| written(s, other))),
            );
        }
    }
    found
}

/// The spans of a sentence that lie before or after something; `the day after` is one as well.
fn gaps(sentence: &Sentence, mentions: &[Mention]) -> Vec<Gap> {
    let spans = mentions.iter().filter_map(|mention| {
        let Value::Duration(span) = mention.value else { return None };
        let sign = match span.relation {
            Some(Relation::Later) => 1,
            Some(Relation::Earlier) => -1,
            _ => return None,
        };
        let last = usize::from(mention.tokens.end).checked_sub(1)?;
        let related = is(sentence, last, &["after", "before", "following"]);
        let plain = is_sure(mention) && !is(sentence, last + 1, &["than"]);
        plain.then_some(Gap { tokens: mention.tokens, span, sign, related })
    });
    let mut all: Vec<Gap> = spans.collect();
    let the_day = |at: &usize| {
        is(sentence, *at, &["the"]) && is(sentence, at + 1, &["day"]) && is(sentence, at + 2, WORDS)
    };
    all.extend((0..sentence.tokens.len()).filter(the_day).map(|at| Gap {
        tokens: Range::new(at, at + 3),
        span: Duration { number: Number::whole(1), period: Period::Day, relation: None },
        sign: if is(sentence, at + 2, &["after", "following"]) { 1 } else { -1 },
        related: true,
    }));
    all
}

/// Whether only a comma stands between a date and what begins at a token.
fn beside(sentence: &Sentence, date: &Mention, start: usize) -> bool {
    let gap = usize::from(date.tokens.end)..start;
    gap.len() <= 1 && gap.into_iter().all(|at| is(sentence, at, &[",", "(", "–", "—"]))
}

const fn is_date(mention: &Mention) -> bool {
    date(mention).is_some()
}

const fn date(mention: &Mention) -> Option<&Date> {
    match &mention.value {
        Value::Date(date)
            if date.shift.is_none()
                && date.year_shift.is_none()
                && date.part.is_none()
                && !date.swappable =>
        {
            Some(date)
        }
        _ => None,
    }
}

/// The day of a mention; a weekday alone is the last one before the day of writing, or that day itself.
fn resolved(mention: &Mention, today: Option<civil::Date>) -> Option<Date> {
    let date = date(mention)?;
    if date.month.is_some() && matches!(date.grain, Grain::Day | Grain::Month) {
        let year = date.year.or_else(|| today.map(|d| d.year().into()));
        // A month alone has no place among days but that of the year of writing.
        return Some(Date { year: if date.grain == Grain::Month { year } else { date.year }, ..*date });
    }
    let weekday = date.weekday.filter(|_| date.day.is_none() && date.year.is_none())?;
    let today = today?;
    let back = (today.weekday().to_monday_one_offset() - i8::try_from(weekday).ok()?).rem_euclid(7);
    let day = today.checked_sub(jiff::Span::new().days(back)).ok()?;
    Some(of_civil(day))
}

fn of_civil(day: civil::Date) -> Date {
    let part = |n: i8| u8::try_from(n).ok();
    Date::day(Some(day.year().into()), part(day.month()), part(day.day()))
}

/// All days of the calendar that the article names; at most a hundred, so that long articles stay cheap.
fn days<'a>(context: &'a CheckContext<'_>, today: Option<civil::Date>) -> Vec<Day<'a>> {
    let days = context.values(|value| matches!(value, Value::Date(_))).filter_map(|(mention, sentence)| {
        let date = date(mention)?;
        let exact = date.grain == Grain::Day && date.month.is_some() && date.day.is_some();
        let date = if exact { *date } else { resolved(mention, today).filter(|d| d.grain == Grain::Day)? };
        Some(Day { mention, date, dateline: is_dateline(sentence, mention) })
    });
    days.take(100).collect()
}

/// What contradicts a span: its date, and the other date.
type Off<'a> = (&'a Mention, &'a Mention);

/// `on 1 December, four days before the vote`, where the article has a date four days before and none four days after.
fn turned<'a>(
    context: &CheckContext<'_>,
    days: &'a [Day<'a>],
    (mention, day): (&'a Mention, &Date),
    gap: &Gap,
) -> Option<Off<'a>> {
    if is_dateline(context.document.sentences.get(mention.sentence)?, mention) {
        return None;
    }
    let others = || days.iter().filter(|d| !d.date.agrees(day));
    let fit = |d: &&Day<'_>, sign: i32| fits(&d.date, day, &gap.span, sign) == Some(true);
    // What happened did not happen on the day of writing.
    let noun = context.document.sentences.get(mention.sentence)?;
    let noun = noun.token_text(usize::from(gap.tokens.end) + 1).to_lowercase();
    let event = gap.related && super::count::EVENTS.iter().any(|nouns| nouns.contains(&noun.as_str()));
    if others().any(|d| !(event && d.dateline) && fit(&d, gap.sign)) {
        return None;
    }
    // The day of writing may lie at any distance.
    let other = others().filter(|d| !d.dateline).find(|d| fit(d, -gap.sign))?;
    Some((mention, other.mention))
}

/// `The attack came two days after talks were due on 4 June`, of an attack on 2 June.
fn turned_round<'a>(
    sentence: &Sentence,
    mentions: &'a [Mention],
    days: &'a [Day<'a>],
    behind: &[&'a Mention],
    gap: &Gap,
) -> Option<Off<'a>> {
    let &[reference] = behind else { return None };
    let only = mentions.iter().filter(|m| is_date(m)).count() == 1;
    let start = usize::from(reference.tokens.start);
    let on = start.checked_sub(1).is_some_and(|at| is(sentence, at, &["on"]));
    let comma = (usize::from(gap.tokens.end)..start).any(|at| is(sentence, at, &[",", "and", ";"]));
    let opens = is(sentence, 0, &["the", "it", "this"]) && usize::from(gap.tokens.start) <= 6;
    let date = date(reference).filter(|d| d.grain == Grain::Day && d.month.is_some())?;
    if !(only && on && opens && !comma) {
        return None;
    }
    let others = || days.iter().filter(|d| !d.date.agrees(date));
    let fit = |d: &&Day<'_>, sign: i32| fits(date, &d.date, &gap.span, sign) == Some(true);
    if others().any(|d| fit(&d, gap.sign)) {
        return None;
    }
    let other = others().find(|d| fit(d, -gap.sign))?;
    Some((reference, other.mention))
}

/// `on Tuesday, two weeks after the quake`, of a quake on the Sunday before.
fn far_from_event<'a>(
    context: &CheckContext<'_>,
    sentence: &Sentence,
    days: &'a [Day<'a>],
    (mention, day): (&'a Mention, &Date),
    gap: &Gap,
) -> Option<Off<'a>> {
    let at = usize::from(gap.tokens.end);
    let noun = sentence.token_text(at + 1).to_lowercase();
    let ends = is(sentence, at + 2, &[".", ",", ";", ")"]);
    if !gap.related || !is(sentence, at, &["the"]) || !ends {
        return None;
    }
    let group = super::count::EVENTS.iter().find(|nouns| nouns.contains(&noun.as_str()))?;
    let lead = context.sentences().filter(|(_, s)| s.block_kind != BlockKind::Heading).take(3);
    let mut happened = lead.filter(|(_, s)| says(s, group));
    let (place, _) = happened.next()?;
    let mut dates = days.iter().filter(|d| d.mention.sentence == place && !d.dateline);
    let (event, more) = (dates.next()?, dates.next());
    let fit = |d: &Day<'_>| fits(&d.date, day, &gap.span, gap.sign) == Some(true);
    let exact = event.date.grain == Grain::Day && event.mention.span != mention.span;
    let alone = more.is_none() && exact && !days.iter().any(fit);
    // A span of another size than that between both days.
    let known = fits(&event.date, day, &gap.span, gap.sign) == Some(false);
    (alone && known).then_some((mention, event.mention))
}

#[cfg(test)]
mod tests {
    use super::super::shared::testing::table;
    use super::*;

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
            &[
                &bad,
                "BORNUM, Tuesday, 12 September 2023 – A quake hit the town on Sunday, 10 September 2023. On Tuesday, two weeks after the quake, help came.",
                "BORNUM, Thursday, 1 December 2022 – Two trams met on Wednesday, 30 November 2022. On Thursday, the day before the accident, the line was closed.",
                "BORNUM, 4 June 2024 – It was hit on 2 June 2024. The attack came two days after talks were due on 4 June.",
            ],
            &[
                &good,
                "On 3 May 2020, two days after the attack, he left. He came back on 9 May 2020.",
                "BORNUM, Tuesday, 12 September 2023 – A quake hit the town on Sunday, 10 September 2023. On Tuesday, two days after the quake, help came.",
                "BORNUM, 4 June 2024 – It was hit on 2 June 2024. The attack came two days before talks were due on 4 June.",
            ],
        );
    }
}
