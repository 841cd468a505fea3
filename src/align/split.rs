//! Where the sentences of a foreign paragraph end. The rules are those of the scripts; abbreviations, ordinals and the like
//! are lines of `data/align/sentences.tsv`.

mod mark;
mod table;

use crate::span::Span;
use mark::{is_closer, is_hiragana, is_ideographic, is_opener, is_stop};
use table::Table;

/// The longest word that is looked up before a full stop, in bytes.
const LONGEST_WORD: usize = 48;

/// How many letters an English text has for each letter of a text in the language, where that is known.
pub(super) fn length_ratio(code: Option<&str>) -> Option<f64> {
    Table::of(code).length()
}

/// The sentences of a paragraph, as bytes of `text`, without the white space around them. `code` is the ISO 639-1 code of the
/// language, where it is known.
pub fn split(text: &str, code: Option<&str>) -> Vec<Span> {
    let table = Table::of(code);
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if !is_stop(c, code) {
            continue;
        }
        let end = behind_closers(text, at + c.len_utf8());
        while chars.next_if(|(next, _)| *next < end).is_some() {}
        let stop = Stop { text, at, mark: c, end };
        if stop.ends_sentence(&table) {
            push(text, start, end, &mut sentences);
            start = end;
        }
    }
    push(text, start, text.len(), &mut sentences);
    sentences
}

fn push(text: &str, start: usize, end: usize, sentences: &mut Vec<Span>) {
    let Some(piece) = text.get(start..end) else { return };
    let from = start + (piece.len() - piece.trim_start().len());
    let span = Span::new(from as u32, (from + piece.trim().len()) as u32);
    // A stray mark belongs to the sentence before it.
    match sentences.last_mut() {
        Some(last) if !piece.contains(char::is_alphanumeric) => *last = last.hull(span),
        _ if span.is_empty() => {}
        _ => sentences.push(span),
    }
}

/// One past the further stops and the closing quotation marks and brackets that stand at a byte.
fn behind_closers(text: &str, from: usize) -> usize {
    let rest = text.get(from..).unwrap_or("");
    let closing = rest.trim_start_matches(|c| is_closer(c) || is_stop(c, None));
    let run = rest.get(..rest.len() - closing.len()).unwrap_or("");
    // `“` closes in German; before a letter it opens what follows.
    let opens = closing.starts_with(char::is_alphanumeric);
    let glued = if opens { run.trim_end_matches(['“', '‘', '«']).len() } else { run.len() };
    // French leaves a space before the mark.
    let behind = rest.get(glued..).unwrap_or("");
    let spaced = [" »", "\u{a0}»", "\u{202f}»", "\u{2009}»"].iter().find(|s| behind.starts_with(**s));
    from + glued + spaced.map_or(0, |s| s.len())
}

/// A mark that may end a sentence.
struct Stop<'a> {
    text: &'a str,
    /// Its byte.
    at: usize,
    mark: char,
    /// One past it and the marks that close with it.
    end: usize,
}

impl<'a> Stop<'a> {
    fn ends_sentence(&self, table: &Table) -> bool {
        let behind = self.text.get(self.end..).unwrap_or("");
        let next = behind.chars().next();
        let Some(next) = next else { return true };
        if is_ideographic(self.mark) {
            return self.ends_ideographic(behind, table);
        }
        let after = behind.trim_start();
        let Some(first) = after.chars().find(|&c| !is_opener(c)) else { return true };
        // `3.5`, `U.S.`, `www.site.org`; a space may be missing where letters have no case.
        if !next.is_whitespace() {
            let joined = self.mark == '.' && !(is_caseless(next) && self.word().chars().all(is_caseless));
            return !joined && self.at + self.mark.len_utf8() < self.end && first.is_uppercase()
                || !joined && is_caseless(next) && next.is_alphabetic();
        }
        if first.is_lowercase() || matches!(first, ',' | ';' | ':' | '،' | '؛') {
            return false;
        }
        if matches!(first, '–' | '—' | '-') && after.chars().nth(1).is_some_and(char::is_whitespace) {
            // `«…», — said he.`
            let spoken = after.chars().skip(1).find(|c| !c.is_whitespace());
            return spoken.is_some_and(|c| c.is_uppercase());
        }
        match self.mark {
            '.' => self.full_stop_ends(first, after, table),
            '…' => first.is_uppercase() || is_caseless(first) || first.is_numeric(),
            _ => true,
        }
    }

    /// The mark is a full stop with white space behind it.
    fn full_stop_ends(&self, first: char, after: &str, table: &Table) -> bool {
        if self.text.get(self.at..).is_some_and(|t| t.starts_with("..")) {
            return true;
        }
        let word = self.word();
        let mut letters = word.chars();
        let (Some(initial), second) = (letters.next(), letters.next()) else { return true };
        if word.chars().all(char::is_numeric) {
            let labelled = word_before(self.text, self.at - word.len())
                .is_some_and(|w| table.is_abbreviation(w) || table.stands_before_numbers(w));
            return labelled || !table.is_ordinal(word, first_word(after));
        }
        if table.ordinal.is_some() && is_roman(word) {
            return false;
        }
        if table.is_abbreviation(word) || first.is_numeric() && table.stands_before_numbers(word) {
            return false;
        }
        if table.may_close(word) {
            return true;
        }
        // Initials, and abbreviations with inner stops that no table knows.
        let initial =
            second.is_none() && initial.is_alphabetic() && (initial.is_uppercase() || is_caseless(initial));
        let dotted = word.contains('.') && word.split('.').all(|part| part.chars().count() <= 2);
        !(initial || dotted)
    }

    /// The mark is one of a script that leaves no spaces.
    fn ends_ideographic(&self, behind: &str, table: &Table) -> bool {
        let closed = self.at + self.mark.len_utf8() < self.end
            && self.text.get(self.at..self.end).is_some_and(|t| t.chars().any(is_closer));
        let Some(next) = behind.chars().next().filter(|_| closed) else { return true };
        // `「…。」と述べた`, `“……。”他说`
        let clause = behind
            .find(['，', ',', '。', '：', '「', '“'])
            .and_then(|end| behind.get(..end))
            .unwrap_or(behind);
        let short = clause.chars().count() <= 16;
        !(is_hiragana(next) || short && table.reporting.iter().any(|word| clause.ends_with(&**word)))
    }

    /// The word right before the mark.
    fn word(&self) -> &'a str {
        word_until(self.text, self.at)
    }
}

/// The word that ends at a byte, inner stops and hyphens included.
fn word_until(text: &str, end: usize) -> &str {
    let before = text.get(..end).unwrap_or("");
    let inside =
        |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | 'º' | 'ª' | '/' | ':') || is_mark(c);
    let start = before
        .char_indices()
        .rev()
        .take_while(|&(at, c)| inside(c) && end - at <= LONGEST_WORD)
        .last()
        .map_or(end, |(at, _)| at);
    before.get(start..).unwrap_or("").trim_start_matches(['-', '.', '/', ':'])
}

/// The word before the one that begins at a byte, if that word has a full stop.
fn word_before(text: &str, start: usize) -> Option<&str> {
    let before = text.get(..start)?.trim_end().strip_suffix('.')?;
    Some(word_until(text, before.len()))
}

/// The first word of a text, opening marks left out.
fn first_word(text: &str) -> &str {
    let word = text.trim_start_matches(is_opener);
    word.find(|c: char| !c.is_alphanumeric()).and_then(|end| word.get(..end)).unwrap_or(word)
}

/// Whether it is a letter of a script without capitals, or a digit or mark of one.
fn is_caseless(c: char) -> bool {
    c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase() || is_mark(c)
}

/// Signs of Indic, Arabic and Hebrew scripts that are no letters to Unicode.
const fn is_mark(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036f}' | '\u{0591}'..='\u{05c7}' | '\u{064b}'..='\u{065f}' | '\u{0900}'..='\u{0963}' | '\u{200c}' | '\u{200d}')
}

fn is_roman(word: &str) -> bool {
    word.len() <= 6 && word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'))
}

#[cfg(test)]
#[path = "split/tests.rs"]
mod tests;
