//! Dates in the wrong order: ranges that end before they begin, *after* what came later, *two days later* that are five.

use super::shared::{any_in, days, fits, is, sentences, written};
use crate::check::{CheckContext, CheckMatch, Entry};
use crate::english::Sentence;
use crate::fact::{Date, Mention, Relation, Value};
use crate::finding::Basis;

pub(in crate::check) const RANGE: Entry = Entry {
    name: "facts-date-range",
    run: range,
    basis: Basis::Document,
    arguments: &[],
    names: &["from", "to"],
};

pub(in crate::check) const ORDER: Entry = Entry {
    name: "facts-date-order",
    run: order,
    basis: Basis::Document,
    arguments: &[],
    names: &["word", "first", "second"],
};

pub(in crate::check) const GAP: Entry = Entry {
    name: "facts-date-gap",
    run: gap,
    basis: Basis::Document,
    arguments: &[],
    names: &["span", "first", "second"],
};

/// How many tokens a date may stand behind the word that relates it.
const REACH: usize = 14;

/// Words behind which a date belongs to something else.
const STOPS: &[&str] = &[
    "who",
    "which",
    "that",
    "where",
    "when",
    "while",
    "since",
    "until",
    "till",
    "before",
    "after",
    "and",
    "or",
    "but",
    ";",
    "between",
    "from",
    "to",
    "for",
    "will",
    "would",
    "had",
    "said",
    "says",
    "next",
    "plans",
    "plan",
    "planned",
    "bid",
    "announcement",
    "proposal",
    "promise",
    "pledge",
    "scheduled",
    "due",
    "if",
    "like",
    "than",
    "as",
    "because",
];

/// Whether the first date lies wholly before the second.
fn is_before(a: &Date, b: &Date) -> bool {
    days(a, b).is_some_and(|(a, b)| a.1 < b.0)
}

const fn date(mention: &Mention) -> Option<&Date> {
    match &mention.value {
        Value::Date(date) => Some(date),
        _ => None,
    }
}

/// Words of dates that are moved.
const MOVED: &[&str] = &[
    "moved",
    "move",
    "moving",
    "brought",
    "bring",
    "shifted",
    "changed",
    "postponed",
    "delayed",
    "extended",
    "cut",
    "pushed",
    "advanced",
    "rose",
    "fell",
    "ended",
    "lowered",
    "raised",
    "revised",
    "back",
    "backwards",
    "forward",
];

/// `from 2014 to 2010`
fn range(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    let mut found = Vec::new();
    for (index, sentence, mentions) in sentences(context, &[&["dates"]], super::shared::has_digits) {
        for mention in mentions {
            let Value::Range(from, to) = &mention.value else { continue };
            let (Value::Date(from), Value::Date(to)) = (&**from, &**to) else { continue };
            // Without years only days of one month have an order: a season may end in the next year.
            let ordered = match (from.year, to.year) {
                (Some(from), Some(to)) => from >= 1000 && to >= 1000,
                (None, None) => from.month == to.month,
                _ => false,
            };
            // `moved from 2029 to 2021`; `rose in the week to May 27 to 16.39`
            let start = usize::from(mention.tokens.start);
            let moved = any_in(sentence, start.saturating_sub(8)..start, MOVED);
            let cut_off = sentence.range_span(mention.tokens).end != mention.span.end;
            if ordered && !moved && !cut_off && is_before(to, from) {
                found.push(
                    CheckMatch::new(index, mention.tokens)
                        .string("from", from.to_string())
                        .string("to", to.to_string()),
                );
            }
        }
    }
    found
}

const AFTER: &[&str] = &["after", "following"];
const BEFORE: &[&str] = &["before"];

/// `in 2015, after opening in 2018`; `After the war ended in 1945, it closed in 1940`.
fn order(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    let mut found = Vec::new();
    let test = |s: &Sentence| {
        super::shared::has_digits(s) && (super::shared::says(s, AFTER) || super::shared::says(s, BEFORE))
    };
    for (index, sentence, mentions) in sentences(context, &[&["date"], &["date"]], test) {
        let dates: Vec<(&Mention, &Date)> = mentions.iter().filter_map(|m| Some((m, date(m)?))).collect();
        for pair in dates.windows(2) {
            let &[first, second] = pair else { continue };
            let Some(word) =
                behind(sentence, first.0, second.0).or_else(|| fronted(sentence, &dates, first.0, second.0))
            else {
                continue;
            };
            // `first after second`, or `After first, second`.
            let front = word == 0;
            let (early, late) =
                if is(sentence, word, AFTER) != front { (second, first) } else { (first, second) };
            if is_before(late.1, early.1) {
                found.push(
                    CheckMatch::new(index, super::shared::both(first.0, second.0))
                        .string("word", sentence.token_text(word).to_lowercase())
                        .string("first", written(sentence, first.0))
                        .string("second", written(sentence, second.0)),
                );
            }
        }
    }
    found
}

/// The *after* or *before* right behind the first date, if the second is the time of what follows it.
fn behind(sentence: &Sentence, first: &Mention, second: &Mention) -> Option<usize> {
    let end = usize::from(first.tokens.end);
    let word = if is(sentence, end, &[","]) { end + 1 } else { end };
    let related = is(sentence, word, AFTER) || is(sentence, word, BEFORE);
    let start = usize::from(first.tokens.start);
    let related =
        related && start.checked_sub(1).is_none_or(|at| is(sentence, at, &["in", "on", "early", "late"]));
    (related && is_clause_time(sentence, word, second)).then_some(word)
}

/// Whether a date is the time of what a word opens: near it, behind *in* or *on*, nothing between that could own it.
fn is_time_within(sentence: &Sentence, word: usize, date: &Mention, perfect: bool) -> bool {
    let start = usize::from(date.tokens.start);
    let Some(prep) = start.checked_sub(1).filter(|prep| *prep > word) else { return false };
    let stop = |at: usize| is(sentence, at, STOPS) && !(perfect && is(sentence, at, &["had"]));
    start - word <= REACH && is(sentence, prep, &["in", "on"]) && !(word + 1..prep).any(stop)
}

fn is_clause_time(sentence: &Sentence, word: usize, date: &Mention) -> bool {
    is_time_within(sentence, word, date, false)
}

/// The same behind a span: `two days after the mine had collapsed on 4 June`, `before the attack, which took place on 4 June`.
pub(super) fn is_time_of(sentence: &Sentence, word: usize, date: &Mention) -> bool {
    let which = (word + 1..usize::from(date.tokens.start))
        .find(|at| is(sentence, *at, &["which"]))
        .filter(|at| is(sentence, at - 1, &[","]) && at - word <= 5);
    let took_place = which.is_some_and(|at| {
        is(sentence, at + 1, &["took", "happened", "began", "started", "was"])
            && is_time_within(sentence, at, date, true)
    });
    took_place || is_time_within(sentence, word, date, true)
}

/// The *after* or *before* that opens the sentence, if the first date stands in that part and the second is that of the
/// main clause.
fn fronted(
    sentence: &Sentence,
    dates: &[(&Mention, &Date)],
    first: &Mention,
    second: &Mention,
) -> Option<usize> {
    let opens = is(sentence, 0, AFTER) || is(sentence, 0, BEFORE);
    if !opens || dates.len() != 2 || !is_clause_time(sentence, 0, first) {
        return None;
    }
    let (end, start) = (usize::from(first.tokens.end), usize::from(second.tokens.start));
    let comma = (end..start).find(|at| is(sentence, *at, &[",", ";"]))?;
    let commas = (comma + 1..start).any(|at| is(sentence, at, &[",", "(", "–", "—"]));
    let own = comma == end && !commas && !any_in(sentence, comma + 1..start, STOPS);
    // `the houses built in 1930 were closed`: the date is that of the main verb only if there is no other.
    let vps = &sentence.parsed().vps;
    let mut verbs = vps.iter().filter(|vp| usize::from(vp.range.start) > comma);
    let (verb, more) = (verbs.next()?, verbs.next());
    let main = usize::from(verb.range.end) <= start && !verb.perfect && more.is_none();
    (own && main && is(sentence, start.checked_sub(1)?, &["in", "on"])).then_some(0)
}

/// `on 3 May, two days after the attack on 4 May`; `On 3 May … Two days later, on 8 May`.
fn gap(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    const WORDS: &[&str] = &["after", "later", "before", "earlier"];
    let mut found = Vec::new();
    let test = |s: &Sentence| super::shared::has_digits(s) && super::shared::says(s, WORDS);
    for (index, sentence, mentions) in sentences(context, &[&["duration"]], test) {
        for (at, mention) in mentions.iter().enumerate() {
            let Value::Duration(span) = &mention.value else { continue };
            let sign = match span.relation {
                Some(Relation::Later) => 1,
                Some(Relation::Earlier) => -1,
                _ => continue,
            };
            if !super::shared::is_sure(mention) || is(sentence, mention.tokens.end.into(), &["than"]) {
                continue;
            }
            let (before, behind) = (mentions.get(..at).unwrap_or(&[]), mentions.get(at + 1..).unwrap_or(&[]));
            let earlier = before.iter().rev().find(|m| date(m).is_some());
            let later = behind.iter().find(|m| date(m).is_some());
            let last = usize::from(mention.tokens.end).saturating_sub(1);
            // With *after* the date of reference follows; with *later* it has been named before.
            let (moment, references) = if is(sentence, last, &["after", "before", "following"]) {
                let near = earlier.filter(|m| is_date_beside(sentence, m, mention));
                let reference = later.filter(|m| is_time_of(sentence, last, m));
                (near, reference.into_iter().map(|m| (index, m)).collect())
            } else {
                let near = later
                    .filter(|m| is_date_beside(sentence, mention, m))
                    .or_else(|| earlier.filter(|m| is_date_beside(sentence, m, mention)));
                (near, near.map_or_else(Vec::new, |near| named_before(context, index, near)))
            };
            let Some((moment, day)) = moment.and_then(|m| Some((m, date(m)?))) else { continue };
            let fits: Vec<Option<bool>> =
                references.iter().map(|(_, m)| fits(date(m)?, day, span, sign)).collect();
            // A date that cannot be compared says nothing; the nearest must be one that can.
            let all_wrong = fits.first() == Some(&Some(false)) && fits.iter().all(|fit| *fit != Some(true));
            let Some((place, reference)) = references.first().filter(|_| all_wrong) else { continue };
            let Some(other) = context.document.sentences.get(*place) else { continue };
            found.push(
                CheckMatch::new(index, super::shared::both(mention, moment).hull(moment.tokens))
                    .string("span", written(sentence, mention))
                    .string("first", written(other, reference))
                    .string("second", written(sentence, moment)),
            );
        }
    }
    found
}

/// Whether only a comma and a preposition stand between two mentions.
pub(super) fn is_date_beside(sentence: &Sentence, first: &Mention, second: &Mention) -> bool {
    super::shared::between(first, second).is_some_and(|mut gap| {
        gap.len() <= 3 && gap.all(|at| is(sentence, at, &[",", "on", "in", "the", "(", "–", "—"]))
    })
}

/// The dates named in the last three sentences before a date, nearest first; those of its own sentence included.
fn named_before<'a>(
    context: &'a CheckContext<'_>,
    index: usize,
    moment: &Mention,
) -> Vec<(usize, &'a Mention)> {
    let mut all = Vec::new();
    for back in 0..=2 {
        let Some(place) = index.checked_sub(back) else { break };
        let mentions = context.ledger().in_sentence(place).iter().rev();
        let earlier = mentions.filter(|m| place < index || m.span.start < moment.span.start);
        all.extend(earlier.filter(|m| date(m).is_some()).map(|m| (place, m)));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::super::shared::testing::table;
    use super::*;

    #[test]
    fn ranges() {
        table(
            &RANGE,
            &[
                "He ruled from 2014 to 2010.",
                "It was open from May 2019 to March 2018.",
                "The fair runs from 9 May to 5 May.",
            ],
            &[
                "He ruled from 2010 to 2014.",
                "The season runs from 1 October to 30 September.",
                "It lasted from 2019–20.",
            ],
        );
    }

    #[test]
    fn after_and_before() {
        table(
            &ORDER,
            &[
                "The bridge closed in 2015, after opening in 2018.",
                "She resigned in March 2019 after being elected in May 2020.",
                "He was released in 2018, before being arrested in 2015.",
                "After the war ended in 1945, the museum closed in 1940.",
            ],
            &[
                "The bridge closed in 2018, after opening in 2015.",
                "In 2009, after winning the bid for the 2016 Games, the city built roads.",
                "The law, passed in 2010, came into force after a vote in 2012.",
                "After the war ended in 1945, the museum, built in 1930, was closed.",
                "After taking office in 2016, he said they had met in 2010.",
            ],
        );
    }

    #[test]
    fn gaps() {
        table(
            &GAP,
            &[
                "He died on 9 May 2020, two days after the attack on 4 May 2020.",
                "The storm hit on 3 May. Two days later, on 8 May, it had gone.",
                "She took office in May 2012, two years after her election in May 2009.",
                "He left in 2010. Three years later, in 2018, he came back.",
            ],
            &[
                "He died on 6 May 2020, two days after the attack on 4 May 2020.",
                "The storm hit on 3 May. Two days later, on 5 May, it had gone.",
                "He left in 2010. Three years later, in 2013, he came back.",
                "The bill passed on 3 May, four days later than planned.",
                "He came in 2001 and left in 2010. Three years later, in 2013, he came back.",
            ],
        );
    }
}
