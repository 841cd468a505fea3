//! Spaces that a tokeniser put in, or that another typography has: before a mark, inside quotation marks.
//!
//! A text that was never joined again has such a space at every mark. So a sentence gives one finding, at the first place,
//! whose suggestion closes all of them.

use super::{CheckContext, CheckMatch, Entry};
use crate::english::{Range, Sentence};
use crate::finding::Basis;
use crate::text::{Case, Token, TokenKind};

pub(super) const BEFORE: Entry = Entry {
    name: "space-before",
    run: before,
    basis: Basis::Target,
    arguments: &["marks"],
    names: &["word", "mark"],
};

pub(super) const QUOTES: Entry =
    Entry { name: "quote-spaces", run: quotes, basis: Basis::Target, arguments: &[], names: &[] };

/// `with.marks`: the marks that follow their word without a space; a full stop only at the end of a sentence. The first place
/// must be after a word in small letters: tables, tickers (`IBM.N ,`) and datelines (`ATHENS :`) are set like that on purpose.
fn before(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    let marks = context.with.texts("marks");
    let mut found = Vec::new();
    for (index, sentence) in context.sentences() {
        let places: Vec<usize> =
            (0..sentence.tokens.len()).filter(|at| is_spaced_mark(sentence, *at, &marks)).collect();
        let after_lower = |at: &&usize| {
            let word = at.checked_sub(1).and_then(|i| sentence.tokens.get(i));
            word.is_some_and(|t| t.case == Case::Lower && t.span.len() > 1)
        };
        let Some(&first) = places.iter().find(after_lower) else { continue };
        let report = Range::new(first - 1, first + 1);
        let mut found_here = CheckMatch::new(index, report)
            .capture("word", Range::one(first - 1))
            .capture("mark", Range::one(first));
        found_here.suggestions.push(joined(sentence, &places));
        found.push(found_here);
    }
    found
}

/// The replacements that pull each mark to the token before it. Marks that follow each other (`" ,`) make one.
fn joined(sentence: &Sentence, places: &[usize]) -> Vec<(Range, String)> {
    let mut edits: Vec<(Range, String)> = Vec::new();
    for &at in places {
        let mark = sentence.token_text(at);
        match edits.last_mut() {
            Some((range, text)) if usize::from(range.end) == at => {
                text.push_str(mark);
                *range = Range::new(range.start.into(), at + 1);
            }
            _ => edits.push((Range::new(at - 1, at + 1), format!("{}{mark}", sentence.token_text(at - 1)))),
        }
    }
    edits
}

/// Whether the token is one of the marks, with a space before it that does not belong there. What follows must be spaced
/// too: `.5` and `:)` are no marks.
fn is_spaced_mark(sentence: &Sentence, at: usize, marks: &[&str]) -> bool {
    let Some(mark) = sentence.tokens.get(at) else { return false };
    let text = sentence.token_text(at);
    if at == 0 || mark.kind != TokenKind::Punctuation || !mark.space_before || !marks.contains(&text) {
        return false;
    }
    let rest = sentence.tokens.get(at + 1..).unwrap_or(&[]);
    if text == "." {
        // Only quotation marks may follow the stop that ends a sentence.
        return rest.iter().all(|t| t.kind == TokenKind::Punctuation);
    }
    rest.first().is_none_or(|next| next.space_before)
}

/// Straight quotation marks in pairs, of which the first is followed or the second preceded by a space (`the " black " list`), or
/// the first hangs on the word before it (`the program" Once"`).
fn quotes(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    let mut found = Vec::new();
    // Marks so far in the block: an odd number says that a quotation goes on from the sentence before.
    let (mut block, mut so_far) = (0, 0_usize);
    for (index, sentence) in context.sentences() {
        let marks: Vec<usize> =
            (0..sentence.tokens.len()).filter(|at| sentence.token_text(*at) == "\"").collect();
        if sentence.block != block {
            (block, so_far) = (sentence.block, 0);
        }
        let inside = so_far % 2 == 1;
        so_far += marks.len();
        if inside {
            continue;
        }
        let mut edits = Vec::new();
        let mut first = None;
        for pair in marks.chunks_exact(2) {
            let [open, close] = *pair else { continue };
            if let Some(here) = set_right(sentence, open, close, marks.len() == 2) {
                first.get_or_insert(Range::new(open, open + 2));
                edits.extend(here);
            }
        }
        if let Some(report) = first {
            let mut here = CheckMatch::new(index, report);
            here.suggestions.push(edits);
            found.push(here);
        }
    }
    found
}

/// The replacements that put a pair of quotation marks where it belongs; nothing where it stands well, or where the two may
/// not be a pair (`only` says that the sentence has no others, which could be nested): a mark with a space on its left only opens, one with a space on its right only closes.
fn set_right(sentence: &Sentence, open: usize, close: usize, only: bool) -> Option<Vec<(Range, String)>> {
    let space = |at: usize| sentence.tokens.get(at).is_none_or(|t: &Token| t.space_before);
    let last = close + 1 >= sentence.tokens.len();
    let word_before = open.checked_sub(1).and_then(|i| sentence.tokens.get(i)).map(|t| t.kind);
    let (open_left, open_right) = (space(open), space(open + 1));
    let (close_left, close_right) = (space(close), last || space(close + 1));
    if close < open + 2 || !open_right || (close_left && !close_right && !follows_mark(sentence, close)) {
        return None;
    }
    let glued = only && !open_left && word_before == Some(TokenKind::Word);
    // Where both marks have spaces on both sides, or the first hangs on a word, they are a pair and wrong.
    if !(glued || open_left && close_left) {
        return None;
    }
    let inner = |from: usize, to: usize| sentence.range_text(Range::new(from, to));
    let start = if glued { open - 1 } else { open };
    let head = if glued { format!("{} \"", inner(start, start + 1)) } else { "\"".to_owned() };
    if close == open + 2 {
        return Some(vec![(Range::new(start, close + 1), format!("{head}{}\"", inner(open + 1, close)))]);
    }
    let mut edits = vec![(Range::new(start, open + 2), format!("{head}{}", inner(open + 1, open + 2)))];
    if close_left {
        edits.push((Range::new(close - 1, close + 1), format!("{}\"", inner(close - 1, close))));
    }
    Some(edits)
}

/// Whether a mark of punctuation follows without a space, as after a closing quotation mark.
fn follows_mark(sentence: &Sentence, close: usize) -> bool {
    sentence.tokens.get(close + 1).is_some_and(|t| t.kind == TokenKind::Punctuation)
}
