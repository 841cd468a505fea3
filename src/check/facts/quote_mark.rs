//! An opening quotation mark that is never closed.
//!
//! Marks are counted by paragraph. A quotation that goes on in the next paragraph re-opens there, and the mark
//! is not closed before; where a later paragraph closes what it did not open, the lines are taken for one quotation.

use crate::check::{CheckContext, CheckMatch, Entry};
use crate::english::{Range, Sentence};
use crate::finding::Basis;
use crate::text::TokenKind;

pub(in crate::check) const UNCLOSED: Entry = Entry {
    name: "facts-unclosed-quote",
    run: unclosed,
    basis: Basis::Document,
    arguments: &[],
    names: &["words"],
};

/// How many paragraphs on a mark may close what this one opened.
const LOOK_AHEAD: usize = 6;

/// How many words the report shows behind the mark.
const SHOWN: usize = 3;

/// A mark that opens a quotation: its sentence and token.
type Place = (usize, usize);

/// What the marks of a paragraph come to.
#[derive(Clone, Copy, Debug, Default)]
struct Balance {
    block: u32,
    /// The mark that nothing closes.
    open: Option<Place>,
    /// A closing mark that nothing opens stands in it.
    closes: bool,
    /// It begins with an opening mark.
    reopens: bool,
    /// The marks make no sense (an apostrophe written `"`): nothing can be said.
    garbled: bool,
}

/// What a mark does.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Opens,
    Closes,
    /// By its place alone it may do either.
    Either,
    /// Closes what is open; else it is a sign for inches.
    MayClose,
    Garbled,
}

fn unclosed(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    let balances = balances(context);
    let mut found = Vec::new();
    for (at, balance) in balances.iter().enumerate() {
        let Some((index, token)) = balance.open.filter(|_| !balance.garbled) else { continue };
        let later = balances.get(at + 1..).unwrap_or(&[]);
        let goes_on = later.first().is_some_and(|next| next.reopens);
        let closed_later = later.iter().take(LOOK_AHEAD).any(|next| next.closes || next.garbled);
        // One paragraph that breaks off may be cut out of a longer text.
        let excerpt = balances.len() == 1 && is_cut(context, balance.block);
        if goes_on || closed_later || excerpt {
            continue;
        }
        let Some(sentence) = context.document.sentences.get(index) else { continue };
        if token + 1 >= sentence.tokens.len() {
            continue;
        }
        let end = (token + 1 + SHOWN).min(sentence.tokens.len());
        let words = sentence.range_text(Range::new(token + 1, end)).to_owned();
        let report = Range::new(token, (token + 2).min(sentence.tokens.len()));
        found.push(CheckMatch::new(index, report).string("words", words));
    }
    found
}

/// The balance of each paragraph, in order.
fn balances(context: &CheckContext<'_>) -> Vec<Balance> {
    let mut all: Vec<Balance> = Vec::new();
    for (index, sentence) in context.sentences() {
        if all.last().is_none_or(|last| last.block != sentence.block) {
            all.push(Balance { block: sentence.block, ..Balance::default() });
        }
        let Some(balance) = all.last_mut() else { continue };
        let first =
            index == 0 || context.document.sentences.get(index - 1).is_none_or(|s| s.block != sentence.block);
        for at in 0..sentence.tokens.len() {
            let Some(mark) = mark_at(sentence, at) else { continue };
            let opens = mark == Mark::Opens || mark == Mark::Either && balance.open.is_none();
            if mark == Mark::Garbled {
                balance.garbled = true;
            } else if opens {
                balance.reopens |= first && at == 0;
                balance.open = balance.open.or(Some((index, at)));
            } else if balance.open.take().is_none() && mark != Mark::MayClose {
                balance.closes = true;
            }
        }
    }
    all
}

/// What the token does, if it is a double quotation mark.
fn mark_at(sentence: &Sentence, at: usize) -> Option<Mark> {
    let token = sentence.tokens.get(at)?;
    match sentence.token_text(at) {
        "“" if at > 0 && !token.space_before && is_letter(sentence, at - 1) => Some(Mark::Closes),
        "“" | "„" | "«" | "``" => Some(Mark::Opens),
        "”" | "»" | "''" => Some(Mark::Closes),
        "\"" => Some(straight(sentence, at, token.space_before)),
        text if text.contains(['"', '“', '”']) => Some(Mark::Garbled),
        _ => None,
    }
}

/// What a straight mark does, by the spaces around it.
fn straight(sentence: &Sentence, at: usize, space_before: bool) -> Mark {
    let before = at.checked_sub(1);
    let number = |at: usize| sentence.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Number);
    let touches_before = before.is_some() && !space_before;
    let touches_behind = sentence.tokens.get(at + 1).is_some_and(|t| !t.space_before);
    let word = |at: usize| is_letter(sentence, at);
    match (touches_before, touches_behind) {
        (true, true) if before.is_some_and(word) && word(at + 1) => Mark::Garbled,
        // `6'2"`, `12"`: inches.
        (true, _) if before.is_some_and(number) => Mark::MayClose,
        // `."He`: a space was forgotten.
        (true, true) if before.is_some_and(|b| is_stop(sentence.token_text(b))) => Mark::Either,
        (true, true) => {
            if word(at + 1) {
                Mark::Opens
            } else {
                Mark::Closes
            }
        }
        (true, false) => Mark::Closes,
        (false, true) if word(at + 1) || number(at + 1) => Mark::Opens,
        (false, _) => Mark::Either,
    }
}

fn is_stop(text: &str) -> bool {
    matches!(text, "." | "," | "!" | "?")
}

fn is_letter(sentence: &Sentence, at: usize) -> bool {
    sentence.tokens.get(at).is_some_and(|t| matches!(t.kind, TokenKind::Word | TokenKind::Alphanumeric))
}

/// Whether the paragraph is about to go on: its last quotation runs to its end, or it ends without a stop.
fn is_cut(context: &CheckContext<'_>, block: u32) -> bool {
    let last = context.sentences().filter(|(_, s)| s.block == block).last();
    last.is_some_and(|(_, sentence)| {
        let end = sentence.tokens.len().saturating_sub(1);
        let stops = matches!(sentence.token_text(end), "." | "!" | "?" | "\"" | "”");
        !stops || sentence.tokens.get(end).is_some_and(|t| t.quoted)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::facts::shared::testing::table;

    #[test]
    fn marks_that_stay_open() {
        table(
            &UNCLOSED,
            &[
                "\"We will not leave, he told reporters.\n\nThe talks go on.",
                "The harbour was calm.\n\n“We will not leave, said the mayor.\n\nThe talks go on.",
                "She spoke of a \"new start and left.\n\nThe talks go on on Monday.",
                "\"I saw it,\" he said. \"It was red. The police came later.\n\nNobody was hurt.",
            ],
            &[
                "\"We will not leave,\" he told reporters.\n\nThe talks go on.",
                "\"We will not leave.\n\n\"We will stay,\" he said.",
                "“We will not leave.\n\n“We will stay,” he said.",
                "\"We will not leave.\n\nWe will stay,\" he said.",
                "The door is 12\" wide.\n\nIt is red.",
                "He said: \"We will",
                "\"The grief is too great.\"He called for calm.\n\nIt is red.",
                "The world\"s largest port is shut.\n\nIt is red.",
                "",
                "\"",
            ],
        );
    }
}
