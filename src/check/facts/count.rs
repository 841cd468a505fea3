//! One quantity with two values: twelve dead, then *the 14 victims*. Only where the article names one value for the noun or
//! fate before, and the later mention takes that up.

use super::shared::{any_in, comparable, float, is, is_sure, written};
use crate::article::BlockKind;
use crate::check::{CheckContext, CheckMatch, Entry};
use crate::english::{Sentence, Upos};
use crate::fact::language::Language;
use crate::fact::{Hedge, Mention, Ratio, Side, Value, Via};
use crate::finding::Basis;
use rustc_hash::FxHashMap;

pub(in crate::check) const SAME: Entry = Entry {
    name: "facts-same-count",
    run: same,
    basis: Basis::Document,
    arguments: &[],
    names: &["first", "second"],
};

/// How many sentences back a count that is taken up by its noun may lie.
const REACH: usize = 12;

/// A count or amount with what it is one of.
#[derive(Clone)]
struct Count<'a> {
    mention: &'a Mention,
    sentence: &'a Sentence,
    /// Fate and noun.
    keys: Vec<String>,
    /// Whether it is meant exactly and for itself.
    sure: bool,
    /// Whether it takes up something named before: *the 14 victims*.
    definite: bool,
    /// `of the 14`: a whole of which parts are counted.
    of_the: bool,
    /// Whether others than those before are meant.
    further: bool,
    /// Whether it is rounded.
    about: bool,
    amount: Ratio,
}

/// Nouns that take up those whom a fate befell.
pub(super) const SUFFERERS: &[&str] =
    &["victim", "dead", "body", "casualty", "death", "fatality", "corpse", "deceased"];

/// Nouns of single things that have one length or price.
pub(super) const WORKS: &[&str] = &[
    "strike",
    "visit",
    "trip",
    "tour",
    "festival",
    "war",
    "siege",
    "trial",
    "ceasefire",
    "truce",
    "curfew",
    "drought",
    "summit",
    "meeting",
    "conference",
    "ban",
    "sentence",
    "contract",
    "deal",
    "project",
    "grant",
    "fine",
    "donation",
    "package",
    "budget",
    "investment",
    "ransom",
    "blockade",
    "occupation",
    "match",
    "march",
    "hearing",
    "study",
    "marriage",
    "career",
    "suspension",
];

/// Nouns of units, of which an article may have any number; people of any kind are known by their fate.
const NO_COUNTS: &[&str] = &[
    "ct", "cts", "pct", "dlr", "dlrs", "mln", "bln", "point", "share", "series", "cent", "people", "person",
    "man", "woman",
];

/// Words that make a count one of others than those before, or of some of them.
pub(super) const OTHERS: &[&str] = &[
    "other",
    "others",
    "another",
    "more",
    "further",
    "additional",
    "remaining",
    "first",
    "last",
    "second",
    "previous",
    "earlier",
    "latest",
    "new",
    "next",
    "only",
    "top",
    "best",
    "all-time",
    "main",
    "key",
    "leading",
    "original",
    "former",
    "final",
];

/// Words behind a count that narrow it down.
pub(super) const NARROWED: &[&str] = &[
    "of", "in", "who", "that", "which", "whose", "from", "at", "on", "with", "to", "for", "whom", "by",
    "under", "aboard", "still", "inside", "already", "held", "owned",
];

fn same(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    if !may_have_counts(context) {
        return Vec::new();
    }
    let mut earlier: FxHashMap<String, Vec<Count<'_>>> = FxHashMap::default();
    let mut numbers: Vec<Ratio> = Vec::new();
    // `140 of the 180 bones`: what is said later of the 140 bones is no other count of the 180.
    let mut parts: Vec<Ratio> = Vec::new();
    let mut found = Vec::new();
    let kept = super::counted::shared(context);
    for (index, sentence) in context.sentences() {
        if !kept.get(index).copied().unwrap_or(false) {
            for found in context.ledger().found(index) {
                let Value::Number(number) = found.value else { continue };
                numbers.push(number.amount);
                let behind = sentence.text.get(found.span.end as usize..).unwrap_or("");
                if behind.starts_with(" of ") && parts.len() < 40 {
                    parts.push(number.amount);
                }
            }
            numbers.drain(..numbers.len().saturating_sub(40));
            continue;
        }
        for mention in context.ledger().values(index) {
            let Some(amount) = mention.value.amount() else { continue };
            if let Some(one) = count(mention, sentence).filter(|_| !parts.contains(&amount)) {
                let first =
                    one.keys.iter().find_map(|key| contradicted(context, &one, earlier.get(key)?, &numbers));
                found.extend(first.map(|first| {
                    CheckMatch::new(mention.sentence, mention.tokens)
                        .string("first", written(first.sentence, first.mention))
                        .string("second", written(sentence, mention))
                }));
                for key in &one.keys {
                    let before = earlier.entry(key.clone()).or_default();
                    // Long articles stay linear: what comes late is not compared with what comes later.
                    if before.len() < 12 && (!one.further || before.is_empty()) {
                        before.push(one.clone());
                    }
                }
            }
            if mention.number().is_some() {
                numbers.push(amount);
                if is(sentence, mention.tokens.end.into(), &["of"]) && parts.len() < 40 {
                    parts.push(amount);
                }
            }
            if numbers.len() > 40 {
                numbers.remove(0);
            }
        }
    }
    found
}

/// A cheap look before the ledger is asked: two numbers, in digits or words.
fn may_have_counts(context: &CheckContext<'_>) -> bool {
    let number = |s: &Sentence, at: usize| {
        let first = s.token_text(at).split('-').next().unwrap_or("");
        Language::english().is_number_word(&first.to_lowercase())
    };
    let has = |s: &Sentence| super::shared::has_digits(s) || (0..s.tokens.len()).any(|at| number(s, at));
    context.sentences().filter(|(_, s)| has(s)).take(2).count() == 2
}

fn count<'a>(mention: &'a Mention, sentence: &'a Sentence) -> Option<Count<'a>> {
    let role = mention.role.as_ref()?;
    let amount = mention.value.amount()?;
    let unit = match &mention.value {
        Value::Number(n) => n.amount.as_whole().filter(|n| *n >= 2).map(|_| "")?,
        Value::Money(money) => money.currency.0,
        Value::Duration(span) if span.relation.is_none() => span.period.name(),
        _ => return None,
    };
    let number = unit.is_empty();
    if !number && !WORKS.contains(&&*role.noun) {
        return None;
    }
    // `the deaths of 29 passengers`
    let deaths = usize::from(mention.tokens.start).checked_sub(2).is_some_and(|at| {
        is(sentence, at, &["death", "deaths", "killing", "killings"]) && is(sentence, at + 1, &["of"])
    });
    let fate = role.fate.or(deaths.then_some("dead")).filter(|_| number);
    let suffering = SUFFERERS.contains(&&*role.noun) && number;
    let mut keys: Vec<String> = Vec::new();
    keys.extend(fate.or(suffering.then_some("dead")).map(str::to_owned));
    let named = role.via == Via::Head || !number && role.via == Via::Holder;
    if named && !suffering && !role.noun.is_empty() && !NO_COUNTS.contains(&&*role.noun) {
        keys.push(format!("{} {unit}", role.noun));
    }
    if keys.is_empty() {
        return None;
    }
    let start = usize::from(mention.tokens.start);
    let end = role
        .token
        .map_or(usize::from(mention.tokens.end), |t| usize::from(t) + 1)
        .max(mention.tokens.end.into());
    let around = start.saturating_sub(3)..end + 2;
    let article = start.checked_sub(1).is_some_and(|at| is(sentence, at, &["the", "these", "those", "all"]));
    let of_the = article && start.checked_sub(2).is_some_and(|at| is(sentence, at, &["of"]));
    let before = any_in(sentence, start.saturating_sub(3)..start, &["including", "among", "than"]);
    // `one of 12 people`
    let numeral = start
        .checked_sub(2)
        .and_then(|at| sentence.parsed().tags.get(at))
        .is_some_and(|t| t.upos == Upos::Num);
    let part = numeral && is(sentence, start - 1, &["of"]);
    // `injuring 11 of them`
    let behind = usize::from(mention.tokens.end);
    let of = is(sentence, behind, &["of"]) && !(fate.is_some() && is(sentence, behind + 1, &["them"]));
    let whole = !of && !before && !part;
    if !whole {
        return None;
    }
    let further = role.further || any_in(sentence, around, OTHERS);
    let scope = &mention.scope;
    let about = mention.hedge == Hedge::About;
    let sure = (is_sure(mention) || about)
        && !scope.negated
        && !scope.hypothetical
        && !matches!(mention.side, Some(Side::From | Side::By));
    let narrowed = is(sentence, end, NARROWED);
    let plain =
        role.modifiers.is_empty() || fate.is_some_and(|fate| role.modifiers.iter().all(|m| &**m == fate));
    let definite = article && plain && (!narrowed || of_the || fate.is_some() && is(sentence, end, &["who"]));
    Some(Count { mention, sentence, keys, sure, further, about, definite, of_the, amount })
}

/// The one earlier count that this one takes up with another value.
fn contradicted<'a, 'b>(
    context: &CheckContext<'_>,
    one: &Count<'_>,
    before: &'b [Count<'a>],
    numbers: &[Ratio],
) -> Option<&'b Count<'a>> {
    let first = before.first()?;
    let single = before.iter().all(|c| c.amount == first.amount);
    // What was named with another hedge but the same number does not matter.
    let comparable = comparable(&first.mention.value, &one.mention.value).is_some();
    if !one.sure
        || !single
        || !comparable
        || first.amount == one.amount
        || !first.sure
        || numbers.contains(&one.amount) && !(one.definite && first.definite && one.amount > first.amount)
    {
        return None;
    }
    let times = float(one.amount) / float(first.amount);
    // `240,000 pupils … a school where all 62 pupils passed`
    if !(0.02..=50.0).contains(&times) {
        return None;
    }
    let near = (times - 1.0).abs() < 0.3;
    if is_sum(one.amount, numbers) && !(one.definite && first.definite && one.amount > first.amount)
        || first.about && near
    {
        return None;
    }
    let nearest = before.last()?;
    let gap = one.mention.sentence.abs_diff(nearest.mention.sentence);
    let fated = one.mention.role.as_ref().is_some_and(|r| r.fate.is_some() || SUFFERERS.contains(&&*r.noun));
    let title = first.sentence.block_kind == BlockKind::Heading;
    let body = context.sentences().filter(|(_, s)| s.block_kind != BlockKind::Heading);
    let lead = title && body.take(2).any(|(at, _)| at == one.mention.sentence);
    let taken_up = one.definite
        && (fated || gap <= REACH && (one.of_the || one.amount > first.amount || comes_near(one, first)));
    let same_event = fated && events_agree(first, one);
    let reported = one.mention.scope.reported;
    let by_lead = lead && (fated || !matches!(one.mention.value, Value::Number(_)));
    (taken_up || same_event && !reported || by_lead).then_some(first)
}

/// Whether a smaller count is too great to be that of a few of them.
fn comes_near(one: &Count<'_>, first: &Count<'_>) -> bool {
    one.amount > Ratio::whole(4) && float(one.amount) > 0.4 * float(first.amount)
}

/// Whether a number is the sum or the difference of two that were named before.
fn is_sum(amount: Ratio, numbers: &[Ratio]) -> bool {
    let near = numbers.get(numbers.len().saturating_sub(12)..).unwrap_or(&[]);
    near.iter().enumerate().any(|(at, a)| {
        near.iter().skip(at + 1).any(|b| {
            let three =
                || a.add(*b).is_some_and(|ab| near.iter().skip(at + 1).any(|c| ab.add(*c) == Some(amount)));
            a.add(*b) == Some(amount) || a.sub(*b) == Some(amount) || b.sub(*a) == Some(amount) || three()
        })
    })
}

/// Nouns of one event.
pub(super) const EVENTS: &[&[&str]] = &[
    &["blast", "explosion", "bomb", "bombing", "attack", "detonation"],
    &["fire", "blaze", "inferno"],
    &["crash", "crashed", "accident", "collision", "collided", "derailment", "derailed"],
    &["earthquake", "quake"],
    &["flood", "flooding", "storm", "cyclone", "hurricane", "typhoon", "tornado"],
    &["shooting", "attack", "massacre", "gunman", "assault"],
    &["strike", "raid", "airstrike", "shelling", "attack", "bombardment"],
];

/// Whether both counts are what one event did, the second time taken up by *the* or *it*.
fn events_agree(first: &Count<'_>, second: &Count<'_>) -> bool {
    let Some((a, _)) = event(first) else { return false };
    let Some((b, definite)) = event(second) else { return false };
    let together = EVENTS.iter().any(|nouns| nouns.contains(&a.as_str()) && nouns.contains(&b.as_str()));
    definite && together
}

/// The noun of the event that a count depends on, by the subject of its clause, and whether it is definite.
fn event(count: &Count<'_>) -> Option<(String, bool)> {
    let parsed = count.sentence.parsed();
    let at = usize::from(count.mention.tokens.start);
    let np = u16::try_from(parsed.nps.iter().position(|np| np.range.contains(at))?).ok()?;
    let clause = parsed.clauses.iter().rev().find(|c| c.obj.contains(&np))?;
    let subject = parsed.nps.get(usize::from(*clause.subj.first()?))?;
    let noun = count.sentence.token_text(subject.head.into()).to_lowercase();
    let definite = subject.det.is_some_and(|det| is(count.sentence, det.into(), &["the", "this", "that"]));
    // `the last great quake, in 1958`
    let bare = subject.modifiers.is_empty();
    let known = EVENTS.iter().any(|nouns| nouns.contains(&noun.as_str()));
    known.then_some((noun, definite && bare))
}

#[cfg(test)]
mod tests {
    use super::super::shared::testing::table;
    use super::*;

    #[test]
    fn two_values() {
        table(
            &SAME,
            &[
                "The fire left 12 dead. The 14 victims were found on Monday.",
                "The blast killed 12 people. The families of the 14 dead are waiting.",
                "A blast killed 12 people in a market. The explosion killed 14 people within seconds.",
                "The bus carried 30 passengers. All 32 passengers were unhurt.",
                "They signed a contract worth 5 million euros. It was a three-day strike. The five-day strike ended.",
            ],
            &[
                "The fire left 12 dead. The 12 victims were found on Monday.",
                "The fire left at least 12 dead. The 14 victims were found on Monday.",
                "The fire left 12 dead and two missing. The 14 victims were all workers.",
                "The fire left 12 dead. Another 14 people died in hospital.",
                "The fire left 12 dead. Police said later that 14 people had died.",
                "The blast killed 12 people. A bomb in another town killed 14 people.",
                "The bus carried 30 passengers. The five passengers who were hurt are well.",
                "Five men were held. The two men in the car fled.",
            ],
        );
    }
}
