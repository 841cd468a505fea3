//! Parts and wholes: more parts than the whole has, lists that do not add up to their total.

use super::shared::{
    any_in, between, comparable, float, half_step, is, is_people, is_sure, says, sentences, written,
};
use crate::check::{CheckContext, CheckMatch, Entry};
use crate::english::{Range, Sentence, Upos};
use crate::fact::{Hedge, Mention, Ratio, Value, Via};
use crate::finding::Basis;

pub(in crate::check) const PART: Entry = Entry {
    name: "facts-part-whole",
    run: part,
    basis: Basis::Document,
    arguments: &[],
    names: &["part", "whole"],
};

pub(in crate::check) const TOTAL: Entry = Entry {
    name: "facts-total-sum",
    run: total,
    basis: Basis::Document,
    arguments: &[],
    names: &["total", "sum"],
};

/// Kinds as which a number or a sum of money may be read before the parse.
const AMOUNT: &[&str] = &["number", "date", "money"];

pub(super) fn whole(mention: &Mention) -> Option<i128> {
    mention.number().and_then(|n| n.amount.as_whole())
}

fn pair(index: usize, report: Range, names: [(&str, String); 2]) -> CheckMatch {
    names.into_iter().fold(CheckMatch::new(index, report), |found, (name, text)| found.string(name, text))
}

/// `30 of the 25 passengers`, `12 people, including 14 children`
fn part(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    let test = |s: &Sentence| says(s, &["of", "including", "among", "included", "includes"]);
    let mut found = Vec::new();
    for (index, sentence, mentions) in sentences(context, &[AMOUNT, AMOUNT], test) {
        let numbers: Vec<&Mention> = mentions.iter().filter(|m| whole(m).is_some()).collect();
        let sums: Vec<&Mention> = mentions.iter().filter(|m| is_money(m)).collect();
        for two in sums.windows(2) {
            let &[first, second] = two else { continue };
            let more = comparable(&second.value, &first.value).is_some_and(|(part, whole)| part > whole);
            if more && super::split::of_sum(sentence, first, second) && is_full(first) {
                let names = [("part", written(sentence, second)), ("whole", written(sentence, first))];
                found.push(pair(index, super::shared::both(first, second), names));
            }
        }
        for (at, two) in numbers.windows(2).enumerate() {
            let &[first, second] = two else { continue };
            let Some((a, b)) = whole(first).zip(whole(second)) else { continue };
            // Far more than the whole is no slip but two things that stand together by chance.
            let slip = a % 1000 == 0 && a / 1000 <= b;
            let of = is_part_of(sentence, first, second)
                && a > b
                && b > 1
                && (a / b < 20 || slip)
                && is_sure(second);
            let turned = is_of_whole(sentence, first, second) && b > a && a > 1 && is_full(first);
            let including = includes(sentence, first, second) && is_full(first);
            // `12 people, including seven women and six children`
            let third = numbers.get(at + 2).filter(|third| including && is_apart(sentence, second, third));
            let parts = third.and_then(|third| whole(third)).map_or(b, |c| b.saturating_add(c));
            let last = third.map_or(second, |third| third);
            if of || turned || including && parts > a {
                let (part, whole) = if of { (first, second) } else { (second, first) };
                let part_text =
                    if last.span == second.span { written(sentence, part) } else { parts.to_string() };
                let names = [("part", part_text), ("whole", written(sentence, whole))];
                found.push(pair(index, super::shared::both(first, last), names));
            }
        }
    }
    found
}

/// Whether the count may not be smaller than it says.
const fn is_full(mention: &Mention) -> bool {
    matches!(mention.hedge, Hedge::None | Hedge::Exactly | Hedge::AtMost | Hedge::LessThan)
}

/// `30 of the 25`, `30 out of 25`, `30 of the town's 25`
pub(super) fn is_part_of(sentence: &Sentence, first: &Mention, second: &Mention) -> bool {
    const LINKS: &[&str] =
        &["of", "out", "the", "its", "their", "all", "his", "her", "these", "those", "'s", "’s", "'", "’"];
    between(first, second).is_some_and(|gap| {
        let owner = gap.end.checked_sub(1).is_some_and(|at| is(sentence, at, &["'s", "’s", "'", "’"]));
        let link =
            |at: usize| is(sentence, at, LINKS) || owner && gap.len() <= 6 && is_list_word(sentence, at);
        let opened = is(sentence, gap.start, &["of"]) || is(sentence, gap.start, &["out"]);
        opened
            && gap.clone().any(|at| is(sentence, at, &["of"]))
            && (owner || gap.len() <= 3)
            && gap.clone().all(link)
    })
}

/// `Of the 25 passengers, 30 were hurt`: the whole first.
pub(super) fn is_of_whole(sentence: &Sentence, whole: &Mention, part: &Mention) -> bool {
    let start = usize::from(whole.tokens.start);
    let article = |at: usize| is(sentence, at, &["the", "its", "their", "these", "those", "all"]);
    let of = (1..=2).any(|back| {
        start.checked_sub(back).is_some_and(|at| {
            let opens = at == 0 || is(sentence, at - 1, &[",", ";", "–", "—", "that"]);
            opens && is(sentence, at, &["of"]) && (at + 1..start).all(article)
        })
    });
    let end = usize::from(part.tokens.end);
    let noun = sentence
        .parsed()
        .tags
        .get(end)
        .is_some_and(|t| matches!(t.upos, Upos::Noun | Upos::Adj | Upos::Propn));
    // What more than one are is a plural: `2,400 work in security`.
    let verb = sentence.token_text(end).chars().all(char::is_lowercase)
        && !sentence.token_text(end).ends_with('s')
        && is(sentence, end + 1, &["in", "for", "at", "on", "as", "there"]);
    let noun = noun && !verb;
    of && !noun
        && between(whole, part).is_some_and(|gap| {
            let comma = gap.end.checked_sub(1).is_some_and(|at| is(sentence, at, &[","]));
            let plain = (gap.start..gap.end.saturating_sub(1))
                .all(|at| is_list_word(sentence, at) && !is(sentence, at, &[","]));
            (2..=5).contains(&gap.len()) && comma && plain
        })
}

/// `12 people, including 14`, `killed 12, among them 14`: nothing else is counted in between.
fn includes(sentence: &Sentence, first: &Mention, second: &Mention) -> bool {
    let Some(gap) = between(first, second) else { return false };
    let word = gap
        .clone()
        .rev()
        .take(3)
        .find(|at| is(sentence, *at, &["including", "among", "included", "includes"]));
    let Some(word) = word else { return false };
    let behind = word + 1..gap.end;
    let direct = behind.clone().all(|at| is(sentence, at, &["them", "at", "least", "about", "some", "the"]));
    let noun = |m: &Mention| m.role.as_ref().filter(|r| r.via == Via::Head).map(|r| r.noun.clone());
    let alike = noun(first).is_some_and(|a| noun(second).is_some_and(|b| a == b && !a.is_empty()));
    let people = is_people(first) && is_people(second);
    let distance = word - gap.start;
    // Another noun in between may be what the parts belong to.
    direct
        && (distance <= 3 && (people || alike)
            || people && distance <= 8 && is(sentence, word.saturating_sub(1), &[","]))
}

/// Whether the second of two counts is of others than the first: `seven women and six children`.
fn is_apart(sentence: &Sentence, first: &Mention, second: &Mention) -> bool {
    const APART: [&[&str]; 4] = [&["woman"], &["child"], &["man"], &["adult"]];
    let class = |m: &Mention| {
        let noun = m.role.as_ref().map_or("", |r| &*r.noun);
        APART.iter().position(|words| words.contains(&noun))
    };
    let apart = class(first).is_some_and(|a| class(second).is_some_and(|b| a != b && (a != 3 || b == 1)));
    let gap = between(first, second).filter(|gap| gap.len() <= 3);
    let joined = gap.is_some_and(|gap| any_in(sentence, gap, &["and"]));
    apart && joined && is_sure(first) && is_sure(second)
}

/// Words that say that all is counted.
const ALL: &[&str] = &["total", "all", "altogether"];

/// Lists beside their total: `12 men, five women and three children, 25 in total`; `20 people: 12 men and 9 women`.
fn total(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    let mut found = Vec::new();
    let test = |s: &Sentence| says(s, ALL) || says(s, &[":", "–", "—", "-", "--", ","]);
    for (index, sentence, mentions) in sentences(context, &[AMOUNT, AMOUNT, AMOUNT], test) {
        let numbers: Vec<&Mention> = mentions.iter().filter(|m| whole(m).is_some() || is_money(m)).collect();
        let mut at = 0;
        while at < numbers.len() {
            let end = list_end(sentence, &numbers, at);
            if end - at >= 2 {
                let list = numbers.get(at..end).unwrap_or(&[]);
                let before = at.checked_sub(1).and_then(|b| numbers.get(b));
                found.extend(unequal(index, sentence, list, numbers.get(end), before));
            }
            at = end.max(at + 1);
        }
    }
    found
}

/// The total of a list, behind it or as its last number, or before it, if it is not the sum.
fn unequal(
    index: usize,
    sentence: &Sentence,
    list: &[&Mention],
    behind: Option<&&Mention>,
    before: Option<&&Mention>,
) -> Option<CheckMatch> {
    if let Some((last, parts)) = list.split_last().filter(|(_, parts)| parts.len() >= 2)
        && closes(sentence, parts, last)
    {
        return off(index, sentence, last, parts, false);
    }
    let behind = behind.filter(|total| closes(sentence, list, total));
    let before = before.filter(|total| opens(sentence, total, list));
    off(index, sentence, behind.or(before)?, list, behind.is_none())
}

const fn is_money(mention: &Mention) -> bool {
    matches!(mention.value, Value::Money(_))
}

/// One past the last of the numbers that follow each other as a list: `12 men, five women and three children`.
fn list_end(sentence: &Sentence, numbers: &[&Mention], first: usize) -> usize {
    let mut end = first + 1;
    while let Some((&last, &next)) = numbers.get(end - 1).zip(numbers.get(end)) {
        let Some(gap) = between(last, next).filter(|gap| (1..=5).contains(&gap.len())) else { break };
        let joint = gap.clone().rev().take(2).any(|at| is(sentence, at, &[",", "and"]));
        let words = gap.clone().all(|at| is_list_word(sentence, at));
        if !joint
            || !words
            || !is_sure(last)
            || !is_sure(next)
            || comparable(&last.value, &next.value).is_none()
        {
            break;
        }
        end += 1;
    }
    end
}

/// A word in small letters, a comma; no bracket, colon or word that says that something is a total or a part.
pub(super) fn is_list_word(sentence: &Sentence, at: usize) -> bool {
    let text = sentence.token_text(at);
    let word = text.chars().all(|c| c.is_alphabetic() || c == '-') && text.len() > 1;
    let other = &[
        "total",
        "all",
        "including",
        "of",
        "to",
        "from",
        "by",
        "or",
        "than",
        "with",
        "among",
        "for",
        "making",
        "bringing",
        "were",
        "was",
    ];
    text == "," || word && !is(sentence, at, other)
}

/// Whether a number behind a list is said to be its total: `, 25 in total`, `, a total of 25`, `for a total of 25`.
fn closes(sentence: &Sentence, list: &[&Mention], total: &Mention) -> bool {
    let Some(gap) = list.last().and_then(|last| between(last, total)).filter(|gap| gap.len() <= 7) else {
        return false;
    };
    let of = |at: usize| is(sentence, at, &["total"]) && is(sentence, at + 1, &["of"]);
    let named = gap.end.checked_sub(2).is_some_and(of);
    let end = usize::from(total.tokens.end);
    let behind = (end..end + 3).any(|at| {
        is(sentence, at, &["in"]) && is(sentence, at + 1, &["all", "total"])
            || is(sentence, at, &["altogether"])
    });
    let set_off = any_in(sentence, gap.clone(), &[",", "–", "—", "(", ":", "--", "for", "making"]);
    let verb = sentence.parsed().vps.iter().any(|vp| {
        gap.contains(&usize::from(vp.verb))
            && !is(sentence, vp.verb.into(), &["making", "giving", "bringing"])
    });
    (named || behind) && set_off && !verb && is_sure(total)
}

/// Whether a number before a list is its whole: `20 people: 12 men and nine women`.
fn opens(sentence: &Sentence, total: &Mention, list: &[&Mention]) -> bool {
    let Some(gap) =
        list.first().and_then(|first| between(total, first)).filter(|gap| (1..=5).contains(&gap.len()))
    else {
        return false;
    };
    // `a jury of 12, seven women and five men`
    let apart = list.len() == 2 && gap.len() == 1 && is(sentence, gap.start, &[","]);
    if apart
        && list.windows(2).all(|two| matches!(two, &[a, b] if is_apart(sentence, a, b)))
        && is_full(total)
    {
        return true;
    }
    let mark = is(sentence, gap.end - 1, &[":", "–", "—", "-", "--", "("]);
    let people = list.iter().all(|m| is_people(m)) && is_people(total);
    let noun = (gap.start..gap.end - 1).all(|at| is_list_word(sentence, at));
    mark && people && noun && is_full(total)
}

/// The finding, if the list does not add up; after a list that follows its whole only if it is more.
fn off(
    index: usize,
    sentence: &Sentence,
    total: &Mention,
    list: &[&Mention],
    may_be_less: bool,
) -> Option<CheckMatch> {
    let sum = list.iter().try_fold(Ratio::ZERO, |sum, m| sum.add(m.value.amount()?))?;
    let said = total.value.amount()?;
    let same = list.first().is_some_and(|m| comparable(&m.value, &total.value).is_some());
    let slack: f64 = list
        .iter()
        .filter(|m| is_money(m))
        .filter_map(|m| super::shared::number(&m.value))
        .map(half_step)
        .sum();
    let differ = (float(sum) - float(said)).abs() > slack * 1.01;
    let said_total = any_in(
        sentence,
        usize::from(total.tokens.start).saturating_sub(2)..usize::from(total.tokens.start),
        &["total"],
    );
    let wrong = same && differ && (!may_be_less || sum > said || said_total && is_sure(total));
    let report = list.iter().fold(total.tokens, |all, m| all.hull(m.tokens));
    wrong.then(|| pair(index, report, [("total", written(sentence, total)), ("sum", sum.to_string())]))
}

#[cfg(test)]
mod tests {
    use super::super::shared::testing::table;
    use super::*;

    #[test]
    fn parts() {
        table(
            &PART,
            &[
                "30 of the 25 passengers were hurt.",
                "Of the 25 passengers, 30 were hurt.",
                "Some 28 of the town's 24 councillors voted.",
                "The blast killed 12 people, including 14 children.",
                "Fourteen of its 12 members voted.",
                "The fire killed 12 people, including seven women and six children.",
                "12 people, among them 14 children, were freed.",
            ],
            &[
                "20 of the 25 passengers were hurt.",
                "Of the 25 passengers, 20 were hurt.",
                "Some 20 of the town's 24 councillors voted.",
                "Of the 25 buses, 30 seats each were sold.",
                "The blast killed 12 people, including four children.",
                "The blast killed at least 12 people, including 14 children.",
                "The police held 12 people in a town of 14 houses.",
                "One in 12 of 14 came.",
                "The fire killed 12 people, including six women and six children.",
            ],
        );
    }

    #[test]
    fn totals() {
        table(
            &TOTAL,
            &[
                "Twelve men, five women and three children, 25 in total, were freed.",
                "It bought 12 buses, five vans and three cars, a total of 25 vehicles.",
                "It carried 20 people: 12 men and nine women.",
            ],
            &[
                "Twelve men, five women and three children, 20 in total, were freed.",
                "It bought 12 buses, five vans and three cars, a total of 20 vehicles.",
                "It carried 20 people: 12 men and eight women.",
                "It carried 20 people: 12 men and seven women.",
                "They won 12 games, lost five and drew three; 25 in all were played in total.",
            ],
        );
    }
}
