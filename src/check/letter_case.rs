//! Names written with the wrong capitals: a brand (`Deepstate`), a place in small letters (`kyiv`).

use super::{CheckContext, CheckMatch, Entry};
use crate::english::Range;
use crate::finding::Basis;
use crate::text::{Case, TokenKind};

pub(super) const GIVEN: Entry =
    Entry { name: "letter-case", run: given, basis: Basis::Target, arguments: &["names"], names: &["name"] };

pub(super) const PLACES: Entry =
    Entry { name: "lowercase-name", run: places, basis: Basis::Target, arguments: &[], names: &["name"] };

/// `with.names`: names as they should be written. A word all in capitals is left alone: headlines do that.
fn given(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    let names = context.with.texts("names");
    // Most words have no length and first letter that any name has; comparing those is all the work.
    let mut starts = [0u32; 32];
    for name in &names {
        if let Some(set) = starts.get_mut(name.len() & 31) {
            *set |= first_letter(name);
        }
    }
    let mut found = Vec::new();
    for (index, sentence) in context.sentences() {
        for (at, token) in sentence.tokens.iter().enumerate() {
            let written = sentence.token_text(at);
            let fits = starts.get(written.len() & 31).is_some_and(|set| set & first_letter(written) != 0);
            if !fits || !matches!(token.case, Case::Title | Case::Lower | Case::Mixed) {
                continue;
            }
            let Some(right) = names.iter().find(|name| name.eq_ignore_ascii_case(written)) else { continue };
            if written != *right {
                let one = Range::one(at);
                found.push(CheckMatch::new(index, one).string("name", *right).suggest(one, *right));
            }
        }
    }
    found
}

/// The bit of a word's first letter, the same for capital and small; letters outside ASCII share some.
fn first_letter(word: &str) -> u32 {
    1 << (word.bytes().next().unwrap_or_default() & 31)
}

/// Words in small letters that can only be the name of a place, a nationality, a weekday or a month. A text
/// without any capitals (a chat, a poem) is left alone; one that has lost those of many different names has lost all of them,
/// and the first finding says so.
fn places(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    let mut found = Vec::new();
    let mut names: Vec<String> = Vec::new();
    for (index, sentence) in context.sentences() {
        let lost = sentence.words.iter().any(|info| info.lost_capital);
        if !lost || !sentence.tokens.iter().any(|t| t.case.has_capital()) {
            continue;
        }
        for (at, token) in sentence.tokens.iter().enumerate() {
            if !sentence.words.get(at).is_some_and(|info| info.lost_capital) || token.kind != TokenKind::Word
            {
                continue;
            }
            let word = sentence.token_text(at);
            if is_part(sentence, at) {
                continue;
            }
            let name = capitalised(word);
            if !names.contains(&name) {
                names.push(name.clone());
            }
            found.push(
                CheckMatch::new(index, Range::one(at))
                    .string("name", name.clone())
                    .suggest(Range::one(at), name),
            );
        }
    }
    if names.len() > MANY {
        found.truncate(1);
    }
    found
}

/// As many different names in small letters as only a text has that was written without capitals.
const MANY: usize = 3;

/// Whether the word hangs on its neighbour without a space (`kyiv.example`, `@kyiv`, `kyiv/lviv`).
fn is_part(sentence: &crate::english::Sentence, at: usize) -> bool {
    let glue = |i: usize| matches!(sentence.token_text(i), "." | "/" | "@" | "#" | "_" | "-" | "\\" | ":");
    let before = at > 0 && glue(at - 1) && sentence.tokens.get(at).is_some_and(|t| !t.space_before);
    let after = sentence.tokens.get(at + 1).is_some_and(|t| !t.space_before) && glue(at + 1);
    // A full stop that ends the sentence is no glue.
    let last = at + 2 >= sentence.tokens.len() || sentence.tokens.get(at + 2).is_some_and(|t| t.space_before);
    before || (after && !last)
}

/// The word with a capital first letter, and after an inner hyphen too (`saint-denis`).
fn capitalised(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    let mut start = true;
    for c in word.chars() {
        if start {
            out.extend(c.to_uppercase());
        } else {
            out.push(c);
        }
        start = c == '-';
    }
    out
}
