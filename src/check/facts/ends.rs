//! Changes with both of their ends, wherever the sentence gives them: `rose from 5 to 6`, `6, up from 5`.

use super::shared::{any_in, between, comparable, is, says, sentences, written};
use crate::check::{CheckContext, CheckMatch};
use crate::english::Sentence;
use crate::fact::{Change, Direction, Hedge, Mention, Ratio, Value};

/// A change with its two ends.
pub struct Ends<'a> {
    /// Index of the sentence.
    pub index: usize,
    /// The sentence.
    pub sentence: &'a Sentence,
    /// The word of change.
    pub word: &'a Mention,
    /// What it says.
    pub change: Change,
    /// Where it starts.
    pub from: &'a Mention,
    /// Where it ends.
    pub to: &'a Mention,
}

impl Ends<'_> {
    /// The finding, of the word with both ends.
    pub fn report(&self) -> CheckMatch {
        let all = self.word.tokens.hull(self.from.tokens).hull(self.to.tokens);
        CheckMatch::new(self.index, all)
            .string("word", written(self.sentence, self.word))
            .string("from", written(self.sentence, self.from))
            .string("to", written(self.sentence, self.to))
    }

    /// Both ends as numbers of one kind.
    pub fn amounts(&self) -> Option<(Ratio, Ratio)> {
        let pair = comparable(&self.from.value, &self.to.value).or_else(|| self.completed())?;
        // `from 3.4 to 1.3 billion`: a start of which the scale is not said.
        let thousand = Ratio::whole(1000);
        let scaled = pair.0 < thousand && pair.0.mul(thousand).is_some_and(|most| most < pair.1);
        (!pair.0.is_negative() && !pair.1.is_negative() && !scaled).then_some(pair)
    }

    /// `from 5 to 4 percent`, `from 2 to 1.5 million`: what only the end says holds for the start too.
    fn completed(&self) -> Option<(Ratio, Ratio)> {
        let Value::Number(from) = self.from.value else { return None };
        let bare = matches!(self.to.value, Value::Percent(_) | Value::Quantity(_) | Value::Duration(_));
        let to = self.to.value.amount().filter(|_| bare && self.from.span.end < self.to.span.start)?;
        Some((from.amount, to))
    }
}

/// How many mentions from its word an end may stand.
const NEAR: usize = 16;

/// All changes with both ends: `rose from 5 to 6`, `rose to 6 from 5`, `6, up from 5`.
pub fn changes<'a>(context: &'a CheckContext<'a>) -> Vec<Ends<'a>> {
    let mut all = Vec::new();
    let test = |sentence: &Sentence| says(sentence, &["from"]);
    for (index, sentence, mentions) in sentences(context, &[&["change"]], test) {
        for (at, word) in mentions.iter().enumerate() {
            let Value::Change(change) = word.value else { continue };
            // Long sentences stay linear: the ends stand near their word.
            let near = mentions.get(at.saturating_sub(NEAR)..mentions.len().min(at + NEAR)).unwrap_or(&[]);
            let at_span = |span| {
                near.iter().find(|m: &&Mention| m.span == span && !matches!(m.value, Value::Change(_)))
            };
            let Some(from) = change.from.and_then(at_span) else { continue };
            let to = match change.to.and_then(at_span) {
                Some(to) => Some(to),
                // `6%, up from 5%`
                None => {
                    let before = mentions.get(at.saturating_sub(NEAR)..at).unwrap_or(&[]);
                    let near = before.iter().rev().find(|m| m.value.amount().is_some());
                    near.filter(|m| is_set_off(sentence, m, word))
                        .or_else(|| at_distance(sentence, before, word, from))
                }
            };
            let vague = |m: &Mention| m.hedge == Hedge::Vague;
            if let Some(to) =
                to.filter(|to| !vague(to) && !vague(from) && !is_unclear(sentence, word, from, to))
            {
                all.push(Ends { index, sentence, word, change, from, to });
            }
        }
    }
    all
}

/// `6%, up from 5%`; of percentages and money also `6% of the vote, up from 5%`.
fn is_set_off(sentence: &Sentence, value: &Mention, word: &Mention) -> bool {
    let gap = usize::from(value.tokens.end)..usize::from(word.tokens.start);
    let mark = |at: usize| is(sentence, at, &[",", "(", "–", "—", "-"]);
    let last = gap.end.saturating_sub(1);
    let words = (gap.start..last).all(|at| {
        sentence.token_text(at).chars().all(char::is_lowercase)
            && !is(sentence, at, &["and", "while", "but", "from", "to"])
    });
    let named =
        !matches!(value.value, Value::Number(_)) && words && !any_in(sentence, gap.clone(), &["share", "or"]);
    gap.len() <= 1 && gap.clone().all(mark) || gap.len() <= 5 && named && mark(last)
}

/// `6% of pupils failed this year, up from 5%`: the one amount before that can be compared with the start.
fn at_distance<'a>(
    sentence: &Sentence,
    before: &'a [Mention],
    word: &Mention,
    from: &Mention,
) -> Option<&'a Mention> {
    const SET_OFF: &[&str] = &["up", "down"];
    let start = usize::from(word.tokens.start);
    let mark = is(sentence, start.checked_sub(1)?, &[","]) && is(sentence, start, SET_OFF);
    let changes = before.iter().any(|m| matches!(m.value, Value::Change(_) | Value::Range(..)));
    let mut all = before.iter().filter(|m| comparable(&m.value, &from.value).is_some());
    let (only, more) = (all.next()?, all.next());
    let noun = |m: &Mention| m.role.as_ref().is_some_and(|r| r.via == crate::fact::Via::Head);
    let counted = !matches!(from.value, Value::Number(_)) || noun(only);
    let near = start - usize::from(only.tokens.end).min(start) <= MOST_BETWEEN;
    (mark && more.is_none() && !changes && counted && near).then_some(only)
}

/// How many tokens may stand between an amount and `, up from`.
const MOST_BETWEEN: usize = 26;

/// Words that turn a change round (`growth slowed to 1.5%`) or say that the numbers are no simple amounts.
const TURNERS: &[&str] = &[
    "slow", "slows", "slowed", "slowing", "ease", "eased", "narrow", "narrowed", "basis", "dollar", "yen",
    "rate", "rates", "pace", "deficit", "loss", "losses", "gap", "handicap",
];

/// Whether words between the word of change and its numbers, or right behind them, make the way they lie unclear.
fn is_unclear(sentence: &Sentence, word: &Mention, from: &Mention, to: &Mention) -> bool {
    let all = word.tokens.hull(from.tokens).hull(to.tokens);
    let (start, end) = (usize::from(word.tokens.start), usize::from(all.end));
    let own = |at: usize| word.tokens.contains(at);
    // `, a loss of six points` says the same once more.
    let comma = (end..end + 3).find(|at| is(sentence, *at, &[","])).unwrap_or(end + 3);
    // `cut its key rate by a quarter of a point`: what is cut is the rate itself.
    let whole = matches!(to.value, Value::Percent(_))
        && is(sentence, start, &["cut", "cuts", "lowered", "lowers", "raised", "raises"]);
    let object = |at: usize| whole && at <= start + 4 && is(sentence, at, &["rate", "rates"]);
    (start..comma).any(|at| !own(at) && is(sentence, at, TURNERS) && !object(at))
}

/// Nouns of change, with their direction where they have one.
const NOUNS: &[(&str, Option<Direction>)] = &[
    ("increase", Some(Direction::Up)),
    ("rise", Some(Direction::Up)),
    ("jump", Some(Direction::Up)),
    ("gain", Some(Direction::Up)),
    ("decrease", Some(Direction::Down)),
    ("decline", Some(Direction::Down)),
    ("fall", Some(Direction::Down)),
    ("drop", Some(Direction::Down)),
    ("reduction", Some(Direction::Down)),
    ("loss", None),
    ("saving", None),
    ("growth", None),
    ("change", None),
    ("difference", None),
];

/// The size of a change that a noun names again: `, an increase of 2 percent`; with the direction of the noun.
pub fn resumed<'a>(
    context: &'a CheckContext<'_>,
    ends: &Ends<'_>,
) -> Option<(Option<Direction>, &'a Mention)> {
    let mentions = context.ledger().in_sentence(ends.index);
    let behind = ends.from.tokens.hull(ends.to.tokens).hull(ends.word.tokens);
    let size = |m: &&Mention| {
        let start = usize::from(m.tokens.start);
        let hedge = usize::from(m.hedge_span.is_some_and(|h| h.start < m.span.start));
        let of = start.checked_sub(1 + hedge)?;
        let noun = of.checked_sub(1).filter(|_| is(ends.sentence, of, &["of"]))?;
        let (_, direction) = NOUNS.iter().find(|(word, _)| is(ends.sentence, noun, &[word]))?;
        let article = (1..=2).filter_map(|back| noun.checked_sub(back)).find(|at| {
            is(ends.sentence, *at, &["a", "an"])
                && at.checked_sub(1).is_some_and(|b| is(ends.sentence, b, &[",", "–", "—"]))
        })?;
        let free = between(ends.word, m).is_some();
        (article >= usize::from(behind.end) && free && m.value.amount().is_some()).then_some(*direction)
    };
    let first = mentions.partition_point(|m| m.span.start < ends.word.span.start);
    mentions.iter().skip(first).take(NEAR).find_map(|m| Some((size(&m)?, m)))
}
