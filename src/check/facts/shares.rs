//! Shares of one whole that add up to more than all of it.

use super::shared::{any_in, float, half_step, is, says, sentences, written};
use crate::check::{CheckContext, CheckMatch, Entry};
use crate::english::Sentence;
use crate::fact::{Hedge, Mention, Value, Via};
use crate::finding::Basis;

pub(in crate::check) const SHARES: Entry = Entry {
    name: "facts-shares-sum",
    run: shares,
    basis: Basis::Document,
    arguments: &[],
    names: &["sum", "shares"],
};

/// Words that show that the shares are not those of one whole at one time.
const APART: &[&str] = &[
    "from",
    "up",
    "down",
    "compared",
    "than",
    "rose",
    "fell",
    "turnout",
    "whom",
    "which",
    "including",
    "increase",
    "decrease",
    "growth",
    "rise",
    "fall",
    "drop",
    "versus",
    "earlier",
    "previous",
    "last",
    "year",
    "year-on-year",
    "respectively",
    "also",
    "both",
    "multiple",
    "each",
    "among",
    "rate",
    "margin",
    "probability",
    "chance",
    "least",
];

/// Words for shares of a vote.
const VOTE: &[&str] = &["vote", "votes", "voted", "ballots", "ballot"];

/// Words for a whole and what it consists of.
const MADE_OF: &[&str] = &[
    "consists",
    "consist",
    "consisted",
    "comprises",
    "comprised",
    "composed",
    "split",
    "divided",
    "breakdown",
];

/// Words for and against, yes and no.
const PRO: &[&str] = &[
    "support",
    "supported",
    "supports",
    "favour",
    "favor",
    "favoured",
    "favored",
    "back",
    "backed",
    "approve",
    "approved",
    "yes",
    "agree",
    "agreed",
];
const CONTRA: &[&str] = &[
    "oppose",
    "opposed",
    "opposes",
    "disapprove",
    "disapproved",
    "no",
    "disagree",
    "disagreed",
    "reject",
    "rejected",
    "against",
];

/// Percentages that are meant as shares of something, at least as great as they say.
fn percents<'a>(sentence: &Sentence, mentions: &'a [Mention]) -> Option<Vec<&'a Mention>> {
    let changes = mentions.iter().any(|m| match m.value {
        Value::Change(_) => !is_made_up(sentence, m.tokens.start.into()),
        Value::Points(_) => true,
        _ => false,
    });
    let other = |m: &Mention| matches!(&m.value, Value::Range(low, _) if matches!(**low, Value::Percent(_)));
    let all: Vec<&Mention> = mentions.iter().filter(|m| matches!(m.value, Value::Percent(_))).collect();
    let full = |m: &&Mention| {
        !matches!(m.hedge, Hedge::AtMost | Hedge::LessThan | Hedge::About | Hedge::Vague) && m.side.is_none()
    };
    (!changes && !mentions.iter().any(other) && all.iter().all(full)).then_some(all)
}

/// `makes up 40%`
fn is_made_up(sentence: &Sentence, at: usize) -> bool {
    let make = at.checked_sub(1).is_some_and(|at| is(sentence, at, &["makes", "make", "made", "making"]));
    make && is(sentence, at, &["up"])
}

/// The sum of the shares, and how far rounding may move it.
fn sum(all: &[&Mention]) -> (f64, f64) {
    let number = |m: &&Mention| super::shared::number(&m.value);
    all.iter()
        .filter_map(number)
        .fold((0.0, 0.05), |(sum, slack), n| (sum + float(n.amount), slack + half_step(n)))
}

fn shares(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    let mut found = Vec::new();
    let test = |s: &Sentence| {
        super::shared::has_digits(s) && says(s, &["%", "percent", "pct", "per"]) || says(s, &["percent"])
    };
    let mut before: Option<(usize, &Sentence, Vec<&Mention>)> = None;
    for (index, sentence, mentions) in sentences(context, &[&["percent"]], test) {
        let Some(all) = percents(sentence, mentions) else { continue };
        let last = before.take();
        if wrong_in_one(sentence, &all) {
            found.push(report(index, sentence, &all, None));
        } else if let Some((place, previous, earlier)) = last
            && place + 1 == index
            && rivals(previous, &earlier, sentence, &all)
        {
            found.push(report(index, sentence, &all, Some((previous, &earlier))));
        }
        before = Some((index, sentence, all));
    }
    found
}

fn report(
    index: usize,
    sentence: &Sentence,
    all: &[&Mention],
    earlier: Option<(&Sentence, &[&Mention])>,
) -> CheckMatch {
    let tokens = all
        .iter()
        .skip(1)
        .fold(all.first().map(|m| m.tokens).unwrap_or_default(), |hull, m| hull.hull(m.tokens));
    let before = earlier.map_or(&[][..], |(_, all)| all);
    let mut shares: Vec<String> =
        earlier.map(|(s, all)| all.iter().map(|m| written(s, m)).collect()).unwrap_or_default();
    shares.extend(all.iter().map(|m| written(sentence, m)));
    let total = sum(before).0 + sum(all).0;
    let total = format!("{total:.1}");
    CheckMatch::new(index, tokens)
        .string("sum", total.trim_end_matches(".0"))
        .string("shares", shares.join(" + "))
}

/// Whether the shares of a sentence are those of one whole and more than all of it, or with *the remaining* not all.
fn wrong_in_one(sentence: &Sentence, all: &[&Mention]) -> bool {
    let apart = |at: usize| is(sentence, at, APART) && !is_made_up(sentence, at);
    if all.len() < 2 || (0..sentence.tokens.len()).any(apart) {
        return false;
    }
    let (total, slack) = sum(all);
    if total > 100.0 + slack {
        let one_whole = says(sentence, VOTE)
            || says(sentence, MADE_OF)
            || remaining(sentence, all)
            || opposed(sentence, all)
            || listed(sentence, all)
            || made_up(sentence, all);
        return one_whole && same_whole(all);
    }
    // Some of the shares may be of something else.
    remaining(sentence, all)
        && all.len() <= 4
        && total < 100.0 - slack - 0.5
        && same_whole(all)
        && !any_in(sentence, 0..sentence.tokens.len(), &["another", "while", "about"])
}

/// `the remaining 20%`, last.
fn remaining(sentence: &Sentence, all: &[&Mention]) -> bool {
    let Some(start) = all.last().map(|m| usize::from(m.tokens.start)) else { return false };
    start.checked_sub(1).is_some_and(|at| is(sentence, at, &["remaining"]))
        && is(sentence, start.saturating_sub(2), &["the"])
}

/// Shares of answers, one for and one against: `62% supported it, 45% opposed it and 10% did not know`.
fn opposed(sentence: &Sentence, all: &[&Mention]) -> bool {
    let stretch = |at: usize| {
        let start = all.get(at).map_or(0, |m| usize::from(m.tokens.end));
        let end = all.get(at + 1).map_or(start + 8, |m| usize::from(m.tokens.start));
        start..end.min(start + 10)
    };
    let one_sided = |at: usize, words: &[&str], others: &[&str]| {
        any_in(sentence, stretch(at), words) && !any_in(sentence, stretch(at), others)
    };
    let any = |words, others| (0..all.len()).any(|at| one_sided(at, words, others));
    any(PRO, CONTRA) && any(CONTRA, PRO)
}

/// Shares in one list whose verb stands only once: `45% of the power, gas 35% and solar 30%`.
fn listed(sentence: &Sentence, all: &[&Mention]) -> bool {
    const SPENT: &[&str] = &["go", "goes", "went", "spent", "divided", "split", "allocated", "distributed"];
    let brackets = says(sentence, SPENT);
    let verb = |at: usize| sentence.parsed().vps.iter().any(|vp| usize::from(vp.verb) == at);
    let short = |pair: &[&Mention]| {
        let &[first, second] = pair else { return false };
        let gap = usize::from(first.tokens.end)..usize::from(second.tokens.start);
        let joint = gap.clone().any(|at| is(sentence, at, &[",", "and"]));
        let word = |at: usize| {
            let text = sentence.token_text(at);
            text.chars().all(char::is_alphabetic)
                || matches!(text, "," | "'s" | "’s")
                || brackets && matches!(text, "(" | ")")
        };
        // Where the verb stands once, a word right before a share is the noun that has it: `trains 15%`, `lead 27%`.
        let nouns = all.len() >= 3;
        let verbs = gap.clone().any(|at| verb(at) && !(nouns && at + 1 == gap.end));
        (2..=8).contains(&gap.len()) && joint && gap.clone().all(word) && !verbs
    };
    let of = |m: Option<&&Mention>| m.is_some_and(|m| is(sentence, m.tokens.end.into(), &["of"]));
    let by = |m: &&Mention| {
        usize::from(m.tokens.start).checked_sub(1).is_some_and(|at| is(sentence, at, &["by", "for", "("]))
    };
    let one_whole = of(all.first()) || all.len() >= 3 && (of(all.last()) || all.iter().skip(1).all(by));
    one_whole && all.windows(2).all(short)
}

/// Parts that say of themselves what they make up: `A make up 22%, those between 18 and 65 make up 61% and B 17%`.
fn made_up(sentence: &Sentence, all: &[&Mention]) -> bool {
    let made = |m: &&Mention| {
        let start = usize::from(m.tokens.start);
        let up = start.checked_sub(1).filter(|at| is_made_up(sentence, *at));
        let account = start >= 2
            && is(sentence, start - 1, &["for"])
            && is(sentence, start - 2, &["accounts", "account", "accounted"]);
        up.is_some() || account
    };
    let times = all.iter().filter(|m| made(m)).count();
    all.len() >= 3 && times >= 2 && times + 1 >= all.len()
}

/// Whether no two shares are said to be of different wholes (`60% of men … 55% of women`).
fn same_whole(all: &[&Mention]) -> bool {
    let mut wholes: Vec<&str> = all
        .iter()
        .filter_map(|m| m.role.as_ref())
        .filter(|r| r.via == Via::Of)
        .map(|r| &*r.noun)
        .map(|noun| if VOTE.contains(&noun) { "vote" } else { noun })
        .collect();
    wholes.sort_unstable();
    wholes.dedup();
    wholes.len() <= 1
}

/// Two sentences of one share each, the first of the vote, the second won by somebody else.
fn rivals(first: &Sentence, earlier: &[&Mention], second: &Sentence, later: &[&Mention]) -> bool {
    const WON: &[&str] =
        &["won", "took", "got", "received", "had", "garnered", "polled", "secured", "obtained", "with"];
    let one = |all: &[&Mention]| all.len() == 1;
    let (a, b) = (sum(earlier), sum(later));
    let rival = says(second, &["rival", "opponent", "challenger", "runner-up", "while"]);
    let apart = any_in(first, 0..first.tokens.len(), APART) || any_in(second, 0..second.tokens.len(), APART);
    one(earlier)
        && one(later)
        && first.block == second.block
        && says(first, VOTE)
        && says(first, WON)
        && says(second, WON)
        && rival
        && !apart
        && a.0 + b.0 > 100.0 + a.1 + b.1
}

#[cfg(test)]
mod tests {
    use super::super::shared::testing::table;
    use super::*;

    #[test]
    fn more_than_all() {
        table(
            &SHARES,
            &[
                "Berg won 58% of the vote and Lind 47%.",
                "The mix consists of 60% sand, 30% lime and 25% ash.",
                "In the survey, 62% supported the plan and 45% opposed it.",
                "Of those asked, 45% said yes, 40% said no and 25% were undecided.",
                "Wind supplies 45% of the power, gas 35% and solar 30%.",
                "The club had 58% of the ball and Kelby 62%.",
                "Money will go to schools (50%), roads (60%) and parks (20%).",
                "Of the money 55% went to schools, 30% to roads and the remaining 25% to parks.",
                "Buses carry 54 per cent of the commuters, trams 51 per cent and trains 15 per cent.",
                "Zinc makes up 64 per cent of the output, lead 72 per cent and silver 9 per cent.",
                "People over 65 make up 22 per cent, those between 18 and 65 make up 61 per cent and children 37 per cent.",
                "Novels make up 45 per cent of the loans, children's books 53 per cent and other books 20 per cent.",
                "Berg won 54.2 percent of the vote. Her rival Lind took 51.9 percent.",
            ],
            &[
                "Berg won 58% of the vote and Lind 42%.",
                "The mix consists of 60% sand, 30% lime and 10% ash.",
                "In the survey, 62% supported the plan and 38% opposed it.",
                "Wind supplies 45% of the power, gas 35% and solar 20%.",
                "Buses carry 54 per cent of the commuters, trams 31 per cent and trains 15 per cent.",
                "People over 65 make up 22 per cent, those between 18 and 65 make up 61 per cent and children 17 per cent.",
                "Some 60% of men and 55% of women voted for it.",
                "The vote share rose from 60% to 70%.",
                "Inflation was 60% and interest rates were 70%.",
            ],
        );
    }
}
