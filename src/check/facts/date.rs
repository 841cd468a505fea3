//! Dates that cannot be: the 31st of June, a Monday that was a Tuesday.

use crate::check::{CheckContext, CheckMatch, Entry};
use crate::english::Sentence;
use crate::fact::{Date, Mention, Value};
use crate::finding::Basis;

pub(in crate::check) const IMPOSSIBLE: Entry = Entry {
    name: "facts-impossible-date",
    run: impossible,
    basis: Basis::Target,
    arguments: &[],
    names: &["date"],
};

pub(in crate::check) const WEEKDAY: Entry = Entry {
    name: "facts-weekday-date",
    run: weekday,
    basis: Basis::Document,
    arguments: &[],
    names: &["date", "right", "year", "said"],
};

/// Days that no calendar has.
fn impossible(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    let mut found = Vec::new();
    for (mention, _) in context.values(is_date) {
        for date in dates(mention) {
            if date.day.is_some() && date.month.is_some() && !date.exists() {
                found.push(CheckMatch::new(mention.sentence, mention.tokens).capture("date", mention.tokens));
            }
        }
    }
    found
}

/// Whether a value is a date or a range; of what it is a range is seen later.
const fn is_date(value: &Value) -> bool {
    matches!(value, Value::Date(_) | Value::Range(..))
}

/// The dates of a mention, one or the two ends of a range.
fn dates(mention: &Mention) -> Vec<Date> {
    match &mention.value {
        Value::Date(date) => vec![*date],
        Value::Range(from, to) => [&**from, &**to]
            .iter()
            .filter_map(|value| if let Value::Date(date) = value { Some(*date) } else { None })
            .collect(),
        _ => Vec::new(),
    }
}

/// Weekdays that do not belong to their date. The year is the date's own; failing that the one in which the day lies nearest
/// to the day of publication; failing that any in which all such dates of the article fit, or, if the article names
/// exactly one year, that one and its neighbours at the turn of the year.
fn weekday(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    if !context.sentences().any(|(_, sentence)| may_say_weekday(sentence)) {
        return Vec::new();
    }
    let all: Vec<(&Mention, Date)> = context
        .values(is_date)
        .filter_map(|(mention, _)| match mention.value {
            Value::Date(date) if date.shift.is_none() && !date.swappable => Some((mention, date)),
            _ => None,
        })
        .collect();
    let years = named_years(&all);
    let written = super::shared::day_of_writing(context).map(|day| {
        let part = |n: i8| u8::try_from(n).ok();
        Date::day(Some(day.year().into()), part(day.month()), part(day.day()))
    });
    let undated: Vec<(&Mention, Date)> =
        all.iter().filter(|(_, date)| date.year.is_none() && says_weekday(date)).copied().collect();
    let mut found = Vec::new();
    for (mention, date) in &all {
        if !says_weekday(date) || !date.exists() {
            continue;
        }
        let candidates: Vec<i32> = match (date.year, context.facts.published.or(written)) {
            (Some(year), _) => vec![year],
            (None, Some(published)) => nearest_year(*date, published).into_iter().collect(),
            (None, None) => years_by_text(*date, &years),
        };
        let wrong = match candidates.first() {
            Some(&year) => (!candidates.iter().any(|y| date.weekday_in(*y) == date.weekday)).then_some(year),
            // No year is known: two dates of one article have to fit into one.
            None => odd_one_out(&undated, *date),
        };
        if let Some((year, right)) = wrong.and_then(|year| Some((year, date.weekday_in(year)?))) {
            found.push(report(mention, date, year, right));
        }
    }
    found
}

/// A cheap look before dates are read: a word that begins like a weekday.
fn may_say_weekday(sentence: &Sentence) -> bool {
    const STARTS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let begins = |text: &str| STARTS.iter().any(|s| text.get(..3).is_some_and(|t| t.eq_ignore_ascii_case(s)));
    (0..sentence.tokens.len()).any(|at| begins(sentence.token_text(at)))
}

fn says_weekday(date: &Date) -> bool {
    date.weekday.is_some() && date.day.is_some() && date.month.is_some()
}

fn report(mention: &Mention, date: &Date, year: i32, right: u8) -> CheckMatch {
    CheckMatch::new(mention.sentence, mention.tokens)
        .capture("date", mention.tokens)
        .string("right", name(right))
        .string("said", name(date.weekday.unwrap_or(right)))
        .string("year", year.to_string())
}

const fn name(weekday: u8) -> &'static str {
    match weekday {
        1 => "Monday",
        2 => "Tuesday",
        3 => "Wednesday",
        4 => "Thursday",
        5 => "Friday",
        6 => "Saturday",
        _ => "Sunday",
    }
}

/// The years that dates of the article say outright.
fn named_years(all: &[(&Mention, Date)]) -> Vec<i32> {
    let mut years: Vec<i32> = all.iter().filter_map(|(_, date)| date.year).collect();
    years.sort_unstable();
    years.dedup();
    years
}

/// The year in which the day lies within half a year of the day of publication.
fn nearest_year(date: Date, published: Date) -> Option<i32> {
    let day = published.civil()?;
    let year = published.year?;
    let distance = |y: i32| {
        let other = date.civil_in(y)?;
        Some((other.since(day).ok()?.get_days().abs(), y))
    };
    (year - 1..=year + 1).filter_map(distance).min().map(|(_, y)| y)
}

/// The years in which a date may lie of an article that names exactly one year: that one; for days at the turn of the
/// year the neighbour too.
fn years_by_text(date: Date, years: &[i32]) -> Vec<i32> {
    let &[year] = years else { return Vec::new() };
    if !(1900..=2100).contains(&year) {
        return Vec::new();
    }
    vec![year, year - 1, year + 1].into_iter().filter(|y| date.civil_in(*y).is_some()).collect()
}

/// The year that most of the dates fit into, where this one does not: at least two others must agree on it, and all of them
/// on no other year of the last three decades.
fn odd_one_out(undated: &[(&Mention, Date)], date: Date) -> Option<i32> {
    let fits = |year: i32| undated.iter().filter(|(_, d)| d.weekday_in(year) == d.weekday).count();
    let best = (1995..=2030).map(|year| (fits(year), year)).max()?;
    let enough = best.0 >= 2 && best.0 + 1 == undated.len();
    (enough && date.weekday_in(best.1) != date.weekday).then_some(best.1)
}
