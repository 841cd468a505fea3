//! Changes whose numbers say something else than their words: a rise from more to less, a doubling that is none,
//! a size that is not the difference, per cent for percentage points.

use super::ends::{Ends, changes, resumed};
use super::shared::{comparable, float, half_step, is, says, written};
use crate::check::{CheckContext, CheckMatch, Entry};
use crate::fact::{Direction, Hedge, Mention, Number, Value};
use crate::finding::Basis;

pub(in crate::check) const DIRECTION: Entry = Entry {
    name: "facts-direction-numbers",
    run: direction,
    basis: Basis::Document,
    arguments: &[],
    names: &["word", "from", "to"],
};

pub(in crate::check) const SIZE: Entry = Entry {
    name: "facts-change-size",
    run: size,
    basis: Basis::Document,
    arguments: &[],
    names: &["by", "from", "to"],
};

pub(in crate::check) const POINTS: Entry = Entry {
    name: "facts-percent-points",
    run: points,
    basis: Basis::Document,
    arguments: &[],
    names: &["by", "from", "to"],
};

pub(in crate::check) const FACTOR: Entry = Entry {
    name: "facts-change-factor",
    run: factor,
    basis: Basis::Document,
    arguments: &[],
    names: &["word", "from", "to"],
};

/// Words of places in an order, where a fall of the number is a rise.
const RANKS: &[&str] = &[
    "rank",
    "ranks",
    "ranked",
    "ranking",
    "rankings",
    "place",
    "places",
    "position",
    "positions",
    "spot",
    "spots",
    "seed",
    "seeded",
    "table",
    "standings",
    "odds",
    "handicap",
    "no",
    "no.",
    "division",
    "grid",
    "chart",
    "charts",
    "par",
    "lead",
];

/// What falls without becoming less.
const WEATHER: &[&str] = &["rain", "rainfall", "rains", "snow", "snowfall", "hail", "precipitation"];

fn direction(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    let mut found = Vec::new();
    for ends in changes(context) {
        let Some((from, to)) = ends.amounts() else { continue };
        let wrong = match ends.change.direction {
            Direction::Up => to < from,
            Direction::Down => to > from,
            Direction::Level => false,
        };
        let bare = matches!(ends.to.value, Value::Number(_));
        let noun = resumed(context, &ends).and_then(|(direction, _)| direction);
        let turned = match noun {
            Some(Direction::Up) => to < from,
            Some(Direction::Down) => to > from,
            _ => false,
        };
        // `rain fell, from 40 to 70 millimetres`
        if (wrong || turned) && !(bare && says(ends.sentence, RANKS)) && !says(ends.sentence, WEATHER) {
            found.push(ends.report());
        }
    }
    found
}

/// The size of a change that must be the difference of its ends, or that difference in hundredths of the first.
fn size(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    let mut found = Vec::new();
    for ends in changes(context) {
        let Some(by) = sized(context, &ends) else { continue };
        let Some(fits) = fits(&ends, by) else { continue };
        if !fits && !is_percent_of_percent(&ends, by) {
            let all = ends.report();
            let report = all.report.hull(by.tokens);
            found.push(CheckMatch { report, ..all }.string("by", written(ends.sentence, by)));
        }
    }
    found
}

/// The mention of how much a change is, unhedged.
fn sized<'a>(context: &'a CheckContext<'_>, ends: &Ends<'_>) -> Option<&'a Mention> {
    let by = said_size(context, ends)?;
    let sure = |m: &Mention| matches!(m.hedge, Hedge::None | Hedge::Exactly | Hedge::About);
    (sure(by) && sure(ends.from) && sure(ends.to)).then_some(by)
}

/// The mention of how much a change is said to be, with its verb or as a noun behind: `, an increase of 2 percent`.
fn said_size<'a>(context: &'a CheckContext<'_>, ends: &Ends<'_>) -> Option<&'a Mention> {
    let own = ends.change.by.and_then(|by| context.ledger().at(ends.index, by));
    own.or_else(|| resumed(context, ends).map(|(_, by)| by))
}

fn is_percent_of_percent(ends: &Ends<'_>, by: &Mention) -> bool {
    matches!((&by.value, &ends.to.value), (Value::Percent(_), Value::Percent(_)))
}

/// Whether the size fits its ends; `None` where the two cannot be compared.
fn fits(ends: &Ends<'_>, by: &Mention) -> Option<bool> {
    let (from, to) = ends.amounts()?;
    let (from, to) = (float(from), float(to));
    let (from_slack, to_slack) = slack(ends.from, ends.to)?;
    let number = super::shared::number(&by.value)?;
    let (size, size_slack) = (float(number.amount).abs(), half_step(number));
    let hedged = if by.hedge == Hedge::About { 0.1 * size } else { 0.02 * size };
    let same = comparable(&by.value, &ends.to.value).is_some()
        || matches!((&by.value, &ends.to.value), (Value::Points(_), Value::Percent(_)));
    let difference = (to - from).abs();
    if same {
        return Some((difference - size).abs() <= from_slack + to_slack + size_slack + hedged);
    }
    if matches!(by.value, Value::Percent(_)) && from > 0.0 {
        let (least, most) = (
            ((to - to_slack) / (from + from_slack) - 1.0).abs() * 100.0,
            ((to + to_slack) / (from - from_slack).max(f64::EPSILON) - 1.0).abs() * 100.0,
        );
        let margin = size_slack + hedged + 0.5;
        return Some(least.min(most) - margin <= size && size <= least.max(most) + margin);
    }
    None
}

/// How far rounding may have moved both ends. `£2 million` beside `£2.5 million` is no rough figure, but may be a little off.
fn slack(from: &Mention, to: &Mention) -> Option<(f64, f64)> {
    let half = |mention: &Mention| super::shared::number(&mention.value).map(half_step);
    let (from, to) = (half(from)?, half(to)?);
    let fine = from.min(to);
    Some((fine.max(0.3 * from), fine.max(0.3 * to)))
}

/// `rose from 5% to 7%, an increase of 2 percent`: two points, forty per cent.
fn points(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    let mut found = Vec::new();
    for ends in changes(context) {
        let (Value::Percent(from), Value::Percent(to)) = (&ends.from.value, &ends.to.value) else { continue };
        let by = said_size(context, &ends);
        let Some((by, Value::Percent(size))) = by.map(|by| (by, &by.value)) else { continue };
        if is_difference(*from, *to, *size) && !is_relative(*from, *to, *size) {
            let report = CheckMatch::new(ends.index, by.tokens);
            found.push(
                CheckMatch { strings: ends.report().strings, ..report }
                    .string("by", written(ends.sentence, by)),
            );
        }
    }
    found
}

fn is_difference(from: Number, to: Number, size: Number) -> bool {
    (float(to.amount) - float(from.amount)).abs() - float(size.amount).abs() < 0.051
        && float(size.amount).abs() - (float(to.amount) - float(from.amount)).abs() < 0.051
        && !size.amount.is_zero()
}

fn is_relative(from: Number, to: Number, size: Number) -> bool {
    let ratio = ((float(to.amount) / float(from.amount)) - 1.0).abs() * 100.0;
    let margin = half_step(size) + 0.1 * ratio;
    (ratio - float(size.amount).abs()).abs() <= margin
}

/// Words that say by what factor, with the least and greatest that they may be stretched to.
const FACTORS: &[(&str, f64, f64)] = &[
    ("doubled", 1.7, 2.5),
    ("doubling", 1.7, 2.5),
    ("tripled", 2.6, 3.6),
    ("quadrupled", 3.5, 4.7),
    ("halved", 0.4, 0.6),
    ("halving", 0.4, 0.6),
];

fn factor(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    let mut found = Vec::new();
    for ends in changes(context) {
        let Some((from, to)) = ends.amounts() else { continue };
        let word = written(ends.sentence, ends.word).to_lowercase();
        let Some((_, least, most)) = FACTORS.iter().find(|(w, ..)| *w == word) else { continue };
        // `more than doubled` sets no upper bound.
        let before = usize::from(ends.word.tokens.start).saturating_sub(1);
        let most = if is(ends.sentence, before, &["than"]) { f64::INFINITY } else { *most };
        let ratio = float(to) / float(from);
        let rightly_turned = (to > from) == (*least > 1.0);
        if rightly_turned && !from.is_zero() && !(*least..=most).contains(&ratio) {
            found.push(ends.report());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::shared::testing::table;
    use super::*;

    #[test]
    fn direction_against_numbers() {
        table(
            &DIRECTION,
            &[
                "Unemployment rose from 5.1% to 4.8%.",
                "Sales fell to $5.2 million from $4.9 million.",
                "The rate was 4.8%, up from 5.1% in May.",
                "The toll fell from 12 to 15.",
                "Output grew from 5 to 4 percent of the total.",
            ],
            &[
                "Unemployment rose from 4.8% to 5.1%.",
                "Sales fell to $4.9 million from $5.2 million.",
                "The club climbed from 12 to 8 in the rankings.",
                "The rate was 5.1%, up from 4.8% in May.",
                "They fell from -3 to -5.",
                "Sales rose from 5 million dollars to 4 million euros.",
            ],
        );
    }

    #[test]
    fn sizes() {
        table(
            &SIZE,
            &[
                "Profit rose 50 percent to $110 million from $100 million.",
                "Unemployment rose by 5 percentage points from 5% to 8%.",
            ],
            &[
                "Profit rose 10 percent to $110 million from $100 million.",
                "Profit rose 9.8 percent to $110 million from $100 million.",
                "Unemployment rose by 3 percentage points from 5% to 8%.",
                "Unemployment rose by 2 percent from 5% to 7%.",
            ],
        );
    }

    #[test]
    fn per_cent_and_points() {
        table(
            &POINTS,
            &[
                "Unemployment rose from 5% to 7%, an increase of 2 percent.",
                "Unemployment rose by 2 percent from 5% to 7%.",
            ],
            &[
                "Unemployment rose from 5% to 7%, an increase of 2 percentage points.",
                "Unemployment rose from 5% to 7%, an increase of 40 percent.",
            ],
        );
    }

    #[test]
    fn factors() {
        table(
            &FACTOR,
            &[
                "Exports doubled from 5 million to 8 million tonnes.",
                "The debt halved from $10 million to $8 million.",
            ],
            &[
                "Exports doubled from 5 million to 9.8 million tonnes.",
                "Exports more than doubled from 5 million to 18 million tonnes.",
                "The debt halved from $10 million to $5.2 million.",
            ],
        );
    }
}
