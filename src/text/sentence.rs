//! Splits the tokens of a block into sentences.
//!
//! The lexer has already bound the full stop of an abbreviation to it, so that a full stop on its own ends
//! a sentence unless what follows speaks against it.

mod quotation;

use super::lexer::opens_sentence;
use super::{Case, SentenceRange, Token, TokenKind};
use quotation::Quotations;

/// The longest sentence, in tokens: parses index tokens with `u16`, and their cost grows with length.
const LONGEST: usize = 250;

/// How many closing marks a stop may take along; keeps a run of brackets from costing quadratic time.
const MOST_CLOSERS: usize = 6;

/// The sentences of a block; they cover all its tokens. Also sets [`Token::quoted`].
pub fn split(text: &str, tokens: &mut [Token]) -> Vec<SentenceRange> {
    let quotations = Quotations::find(text, tokens);
    let splitter = Splitter { text, tokens, quotations: &quotations, list: is_list(text) };
    let ends = splitter.ends();
    let mut sentences = Vec::with_capacity(ends.len());
    let mut start = 0;
    for end in ends {
        sentences.push(SentenceRange { start: start as u32, end: end as u32 });
        start = end;
    }
    quotations.mark(tokens, &sentences);
    sentences
}

/// Whether the lines of a block are items rather than wrapped prose: short, and most begin with a capital,
/// a digit or a bullet.
fn is_list(text: &str) -> bool {
    let mut lines = 0;
    let mut starts = 0;
    for line in text.lines().map(str::trim).filter(|l| !l.is_empty()) {
        if line.len() > 60 {
            return false;
        }
        lines += 1;
        starts += usize::from(!line.starts_with(char::is_lowercase));
    }
    lines >= 3 && starts * 10 >= lines * 9
}

/// What deciding on a boundary needs to see.
struct Splitter<'a> {
    text: &'a str,
    tokens: &'a [Token],
    quotations: &'a Quotations,
    list: bool,
}

impl Splitter<'_> {
    /// One past the last token of each sentence, ascending; the last is the number of tokens.
    fn ends(&self) -> Vec<usize> {
        let mut ends = Vec::new();
        let mut start = 0;
        let mut at = 0;
        while at < self.tokens.len() {
            let end = self.absorb_closers(at);
            if self.ends_after(at, end) {
                ends.push(end);
                start = end;
                at = end;
            } else if at + 1 - start >= LONGEST {
                let end = self.emergency_end(start, at + 1);
                ends.push(end);
                start = end;
                at = at.max(end - 1) + 1;
            } else {
                at += 1;
            }
        }
        if start < self.tokens.len() {
            ends.push(self.tokens.len());
        }
        ends
    }

    /// Where to cut a sentence that is too long: after its last comma, colon or semicolon, if that lies in
    /// the second half.
    fn emergency_end(&self, start: usize, end: usize) -> usize {
        let middle = start + (end - start) / 2;
        (middle..end).rev().find(|&i| matches!(self.word(i), "," | ";" | ":")).map_or(end, |i| i + 1)
    }

    /// The text of a token; empty beyond the last.
    fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |t| t.span.of(self.text))
    }

    /// One past the last of the quotation marks, brackets and further stops that close what token `at` ends;
    /// `at + 1` if that is no stop.
    fn absorb_closers(&self, at: usize) -> usize {
        let mut end = at + 1;
        if !self.is_stop(at) && !self.has_inner_stop(at) {
            return end;
        }
        while let Some(next) = self.tokens.get(end).filter(|_| end - at <= MOST_CLOSERS) {
            let closes = self.quotations.closes(end)
                || (!next.space_before && (matches!(self.word(end), ")" | "]" | "}") || self.is_stop(end)));
            if !closes {
                break;
            }
            end += 1;
        }
        end
    }

    /// Whether a token is a mark that ends sentences.
    fn is_stop(&self, at: usize) -> bool {
        let is_mark = self.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Punctuation);
        is_mark
            && self.word(at).starts_with(['.', '!', '?', '…', '。', '！', '？', '؟', '।', '‼', '⁇', '⁈', '⁉'])
    }

    /// Whether a token is an abbreviation with its full stop.
    fn has_inner_stop(&self, at: usize) -> bool {
        let is_word = self.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Word);
        is_word && self.word(at).ends_with('.')
    }

    /// Whether a sentence ends after token `at` and the closing marks up to `end`.
    fn ends_after(&self, at: usize, end: usize) -> bool {
        let (Some(last), Some(next)) = (self.tokens.get(end - 1), self.tokens.get(end)) else { return false };
        let stop = self.is_stop(at);
        if next.space_before {
            let gap = self.text.get(last.span.end as usize..next.span.start as usize).unwrap_or("");
            let lines = gap.bytes().filter(|&b| b == b'\n').count();
            if lines > 1 || (lines == 1 && (self.list || stop)) {
                return true;
            }
        } else if !self.lost_space(at, end) {
            return false;
        }
        if stop {
            self.stop_ends(at, end)
        } else {
            self.has_inner_stop(at) && self.abbreviation_ends(at, end)
        }
    }

    /// `…ended.The next`: a full stop between a small word and a capitalised one, with no space.
    fn lost_space(&self, at: usize, end: usize) -> bool {
        let before = at.checked_sub(1).and_then(|i| self.tokens.get(i));
        let next = self.tokens.get(end);
        self.is_stop(at)
            && end == at + 1
            && before.is_some_and(|t| t.case == Case::Lower && t.span.len() > 1)
            && next.is_some_and(|t| t.case == Case::Title && t.kind == TokenKind::Word)
    }

    /// Whether the stop at `at` ends the sentence, given what follows its closing marks.
    fn stop_ends(&self, at: usize, end: usize) -> bool {
        let opening = (end..end + 3)
            .find(|&i| !self.quotations.opens(i) && !matches!(self.word(i), "(" | "[" | "¿" | "¡"))
            .unwrap_or(end);
        let Some(next) = self.tokens.get(opening) else { return true };
        let ellipsis = self.word(at).starts_with('…') || self.word(at).starts_with("..");
        match next.case {
            Case::Lower if next.kind == TokenKind::Word => {
                // A small letter goes on with the sentence, save where names and openings have lost their
                // capitals: then a whole word, a bare full stop and a space speak for an end.
                let before = at.checked_sub(1).and_then(|i| self.tokens.get(i));
                self.word(at) == "."
                    && end == at + 1
                    && opening == end
                    && before.is_some_and(|t| t.kind == TokenKind::Word && t.span.len() > 3 && !t.quoted)
            }
            Case::None if next.kind == TokenKind::Number => !ellipsis,
            Case::None if next.kind == TokenKind::Punctuation => {
                !matches!(self.word(opening), "," | ";" | ":" | "-" | "–" | "—" | "--" | ")" | "/")
            }
            _ => end == at + 1 || !self.speech_goes_on(at, opening),
        }
    }

    /// `"Why?" Macron asked`: a verb of saying close behind a quotation that ends in `!` or `?`.
    fn speech_goes_on(&self, at: usize, from: usize) -> bool {
        self.word(at).starts_with(['!', '?', '…'])
            && (from + 1..from + 4).map(|i| self.word(i)).take_while(|w| !w.starts_with([',', '.', ':'])).any(
                |w| matches!(w, "said" | "says" | "asked" | "asks" | "added" | "told" | "wrote" | "shouted"),
            )
    }

    /// Whether an abbreviation also ends its sentence: only where the next word is one that opens sentences.
    fn abbreviation_ends(&self, at: usize, end: usize) -> bool {
        let word = self.word(at);
        let next = self.tokens.get(end);
        let capital = next.is_some_and(|t| matches!(t.case, Case::Title | Case::Mixed));
        let inner_dots = word.bytes().filter(|&b| b == b'.').count() > 1;
        let ends_names = matches!(word, "Inc." | "Co." | "Corp." | "Ltd." | "Jr." | "Sr." | "Bros." | "plc.");
        if word.eq_ignore_ascii_case("etc.") {
            return capital;
        }
        capital && (inner_dots || ends_names || end > at + 1) && opens_sentence(self.word(end))
    }
}

#[cfg(test)]
#[path = "sentence/tests.rs"]
mod tests;
