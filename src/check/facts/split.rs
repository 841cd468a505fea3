//! Wholes beside the parts they are split into: *of the 36 suspects, 19 are men and seven are women*, *40 rooms, 45 of them
//! empty*.

use super::shared::{between, float, half_step, is, is_sure, says, sentences, written};
use super::whole::{is_of_whole, whole};
use crate::check::{CheckContext, CheckMatch, Entry};
use crate::english::Sentence;
use crate::fact::{Hedge, Mention, Value, Via};
use crate::finding::Basis;

pub(in crate::check) const SPLIT: Entry = Entry {
    name: "facts-split-whole",
    run: split,
    basis: Basis::Document,
    arguments: &[],
    names: &["parts", "whole"],
};

/// Words of two groups that nobody belongs to at once, and whether there is no third.
const APART: &[(&[&str], &[&str], bool)] = &[
    (&["man", "men", "male"], &["woman", "women", "female"], true),
    (&["boy", "boys"], &["girl", "girls"], true),
    (&["adult", "adults"], &["child", "children"], true),
    (&["passenger", "passengers"], &["crew"], true),
    (
        &["unhurt", "unharmed", "uninjured", "unscathed"],
        &["injury", "injuries", "injured", "hurt", "wounded"],
        false,
    ),
    (&["survived", "saved", "rescued"], &["died", "killed", "drowned"], false),
    (&["gained", "rose"], &["lost", "fell"], false),
];

fn split(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    const NUMBER: &[&str] = &["number", "date", "money", "quantity"];
    let mut found = Vec::new();
    let aboard =
        sentences(context, &[NUMBER], |s| says(s, &["aboard", "board"])).find_map(|(_, s, mentions)| {
            mentions.iter().find(|m| amount(m).is_some() && is_aboard(s, m)).map(|m| (s, m))
        });
    for (index, sentence, mentions) in sentences(context, &[NUMBER, NUMBER], |_| true) {
        let amounts: Vec<&Mention> = mentions.iter().filter(|m| amount(m).is_some()).collect();
        let report = |whole: (&Sentence, &Mention), parts: &[&Mention]| {
            let tokens = parts.iter().skip(1).fold(parts.first()?.tokens, |all, m| all.hull(m.tokens));
            let texts: Vec<String> = parts.iter().map(|m| written(sentence, m)).collect();
            let found = CheckMatch::new(index, tokens).string("parts", texts.join(" and "));
            Some(found.string("whole", written(whole.0, whole.1)))
        };
        for three in amounts.windows(3) {
            let &[all, a, b] = three else { continue };
            let ways = of_whole(sentence, all, a, b) || made_of(sentence, all, a, b);
            if ways && wrong(sentence, all, (a, b)) {
                found.extend(report((sentence, all), &[a, b]));
            }
        }
        for two in amounts.windows(2) {
            let &[a, b] = two else { continue };
            if more_of_them(sentence, a, b) {
                found.extend(report((sentence, a), &[b]));
            } else if of_measure(sentence, a, b) {
                found.extend(report((sentence, b), &[a]));
            } else if let Some((place, all)) = aboard.filter(|(_, all)| all.sentence < index)
                && passengers_and_crew(sentence, a, b)
                && sum(a, b) != amount(all)
            {
                found.extend(report((place, all), &[a, b]));
            }
        }
    }
    found
}

/// A whole number or a sum of money.
fn amount(mention: &Mention) -> Option<f64> {
    let whole = whole(mention).map(|_| ());
    let other = matches!(mention.value, Value::Money(_) | Value::Quantity(_)).then_some(());
    whole.or(other)?;
    super::shared::number(&mention.value).map(|n| float(n.amount))
}

fn sum(a: &Mention, b: &Mention) -> Option<f64> {
    Some(amount(a)? + amount(b)?)
}

/// `Of the 26 suspects, 19 are men and seven are women`
fn of_whole(sentence: &Sentence, all: &Mention, a: &Mention, b: &Mention) -> bool {
    let opens = usize::from(all.tokens.start) <= 3 && is(sentence, 0, &["of"]);
    let joined = between(a, b).is_some_and(|gap| {
        gap.len() <= 9
            && gap.clone().any(|at| is(sentence, at, &["and", "while"]))
            && !gap.clone().any(|at| is(sentence, at, &["of", "including", "which", "who", "with", "more"]))
    });
    let start = usize::from(all.tokens.end);
    let comma = (start..usize::from(a.tokens.start)).any(|at| is(sentence, at, &[","]));
    opens && joined && comma && usize::from(a.tokens.start) - start <= 6
}

/// `The six dead were two women and four men`, `it had 20 people: 12 men and eight women`
fn made_of(sentence: &Sentence, all: &Mention, a: &Mention, b: &Mention) -> bool {
    let copula = between(all, a).is_some_and(|gap| {
        let last = gap.end.checked_sub(1).filter(|at| gap.contains(at));
        gap.len() <= 5 && last.is_some_and(|at| is(sentence, at, &["were", "are", ",", ":"]))
    });
    let joined =
        between(a, b).is_some_and(|gap| gap.len() <= 4 && gap.clone().any(|at| is(sentence, at, &["and"])));
    let end = class_of(sentence, b).map_or(0, |(at, _)| at + 1);
    let closed = is(sentence, end, &[".", ",", ";", ")", ""]);
    let start = usize::from(all.tokens.start);
    // `the jury of 12, seven women and five men`
    let definite = (1..=3).any(|back| start.checked_sub(back).is_some_and(|at| is(sentence, at, &["the"])));
    copula && joined && closed && definite
}

/// Whether two parts are of groups that exclude each other and do not make the whole.
fn wrong(sentence: &Sentence, all: &Mention, (a, b): (&Mention, &Mention)) -> bool {
    let (Some(total), Some(parts)) = (amount(all), sum(a, b)) else { return false };
    let money = matches!(all.value, Value::Money(_));
    if money {
        let same = [a, b].iter().all(|m| super::shared::comparable(&m.value, &all.value).is_some());
        let slack: f64 =
            [all, a, b].iter().filter_map(|m| super::shared::number(&m.value)).map(half_step).sum();
        return same && parts > total + slack && is_sure(a) && is_sure(b);
    }
    let Some((first, second)) = class_of(sentence, a).zip(class_of(sentence, b)) else { return false };
    let Some(pair) = APART.get(first.1.0).filter(|_| first.1.0 == second.1.0 && first.1.1 != second.1.1)
    else {
        return false;
    };
    let sure = is_sure(a) && is_sure(b);
    let full = matches!(all.hedge, Hedge::None | Hedge::Exactly);
    let most = matches!(all.hedge, Hedge::None | Hedge::Exactly | Hedge::AtMost | Hedge::LessThan);
    let differs = (parts - total).abs() > 0.5;
    sure && (pair.2 && full && differs || most && parts > total + 0.5)
}

/// The word behind a part that says of which group it is, and its place in the table.
fn class_of(sentence: &Sentence, part: &Mention) -> Option<(usize, (usize, bool))> {
    let start = usize::from(part.tokens.end);
    for at in start..start + 5 {
        if is(sentence, at, &["and", ",", ".", ";", "while"]) {
            return None;
        }
        let found = APART.iter().enumerate().find_map(|(index, (first, second, _))| {
            let side = if is(sentence, at, first) { Some(true) } else { None };
            side.or_else(|| is(sentence, at, second).then_some(false)).map(|side| (index, side))
        });
        if let Some(found) = found {
            return Some((at, found));
        }
    }
    None
}

/// `40 rooms, 45 of them empty`; `64 records, of which 90 were`
fn more_of_them(sentence: &Sentence, all: &Mention, part: &Mention) -> bool {
    let Some(gap) = between(all, part).filter(|gap| (2..=6).contains(&gap.len())) else { return false };
    let end = usize::from(part.tokens.end);
    let of_them = is(sentence, end, &["of"]) && is(sentence, end + 1, &["them", "which", "whom"]);
    let last = gap.end - 1;
    let direct = of_them && is(sentence, last, &[","]);
    let of_which = is(sentence, last, &["which", "whom"])
        && is(sentence, last - 1, &["of"])
        && last >= 2
        && is(sentence, last - 2, &[","]);
    let head = all.role.as_ref().is_some_and(|r| r.via == Via::Head);
    let full = matches!(all.hedge, Hedge::None | Hedge::Exactly | Hedge::AtMost | Hedge::LessThan);
    let more = amount(part).zip(amount(all)).is_some_and(|(part, all)| part > all);
    let bare = whole(part).is_some() && whole(all).is_some();
    // `in two polls, of which four are needed`
    let needed = is(sentence, end, &["are", "were"]) && is(sentence, end + 1, &["needed", "required"]);
    (direct || of_which && !needed) && more && head && full && bare && is_sure(part)
}

/// `900 of the 610 kilometres`
fn of_measure(sentence: &Sentence, part: &Mention, all: &Mention) -> bool {
    let (Value::Quantity(measure), Some(part_amount)) = (&all.value, amount(part)) else { return false };
    let linked = between(part, all).is_some_and(|gap| {
        gap.len() == 2 && is(sentence, gap.start, &["of"]) && is(sentence, gap.start + 1, &["the"])
    });
    linked && whole(part).is_some() && is_sure(all) && part_amount > float(measure.number.amount)
}

/// `134 people on board`
fn is_aboard(sentence: &Sentence, mention: &Mention) -> bool {
    let role = mention.role.as_ref().filter(|r| r.via == Via::Head && &*r.noun == "people");
    let behind = role.and_then(|r| r.token).map(|t| usize::from(t) + 1);
    let aboard = behind.is_some_and(|at| {
        is(sentence, at, &["aboard"]) || is(sentence, at, &["on"]) && is(sentence, at + 1, &["board"])
    });
    aboard && is_sure(mention)
}

/// `128 passengers and six crew`
fn passengers_and_crew(sentence: &Sentence, a: &Mention, b: &Mention) -> bool {
    let near = |m: &Mention, words: &[&str]| is(sentence, m.tokens.end.into(), words);
    let joined = between(a, b).is_some_and(|gap| gap.len() == 2 && is(sentence, gap.start + 1, &["and"]));
    let carried = says(sentence, &["carried", "carrying", "had", "board", "aboard"]);
    joined && near(a, &["passengers"]) && near(b, &["crew"]) && carried && is_sure(a) && is_sure(b)
}

/// `Of the $18 million, $27 million was spent`: for sums of money the noun is in the sum.
pub fn of_sum(sentence: &Sentence, all: &Mention, part: &Mention) -> bool {
    let comma = between(all, part).is_some_and(|gap| gap.len() == 1 && is(sentence, gap.start, &[","]));
    let start = usize::from(all.tokens.start);
    let opens = start == 2 && is(sentence, 0, &["of"]) && is(sentence, 1, &["the", "its", "this"]);
    is_of_whole(sentence, all, part) || comma && opens
}

#[cfg(test)]
mod tests {
    use super::super::shared::testing::table;
    use super::*;

    #[test]
    fn parts_of_a_whole() {
        table(
            &SPLIT,
            &[
                "Of the 36 suspects, 19 are men and seven are women.",
                "Of the 4,800 children, 3,500 were girls and 2,300 were boys.",
                "The six dead were two women and seven men.",
                "Of the 19 miners, 12 were unhurt and seventeen had minor injuries.",
                "It has 40 rooms, 45 of them empty.",
                "She made 64 records, of which 90 were of music by Schubert.",
                "In all 900 of the 610 kilometres were in dispute.",
                "A jet with 134 people on board left the runway. The aircraft carried 148 passengers and six crew.",
                "The jury of 12, nine women and five men, found him guilty.",
            ],
            &[
                "Of the 26 suspects, 19 are men and seven are women.",
                "Of the 4,800 children, 2,500 were girls and 2,300 were boys.",
                "The six dead were two women and four men.",
                "Of the 19 miners, 12 were unhurt and seven had minor injuries.",
                "It has 40 rooms, 25 of them empty.",
                "Of the 30 members, 20 are women and 15 are lawyers.",
                "A jet with 134 people on board left the runway. The aircraft carried 128 passengers and six crew.",
                "The jury of 12, seven women and five men, found him guilty.",
                "At least 36 suspects were held. The 20 victims were nine women, ten men and one child.",
            ],
        );
    }
}
