//! The same words twice in a row (`in the in the`), and a sentence that says again what the one before it said:
//! the loops of neural translation.

use super::{CheckContext, CheckMatch, Entry};
use crate::english::{Range, Sentence};
use crate::finding::Basis;
use crate::text::{Case, TokenKind};

pub(super) const PHRASE: Entry =
    Entry { name: "repeated-phrase", run: phrase, basis: Basis::Target, arguments: &[], names: &["words"] };

pub(super) const SENTENCE: Entry = Entry {
    name: "repeated-sentence",
    run: sentence,
    basis: Basis::Document,
    arguments: &[],
    names: &["words"],
};

/// The longest phrase that is compared, in tokens; a longer loop is found by its first part.
const LONGEST: usize = 12;

/// Two or more words that follow each other twice. With a comma or *and* in between they must be four, since writers
/// repeat shorter ones on purpose (*the terrorists, the terrorists*).
fn phrase(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    let mut found = Vec::new();
    let mut keys = Vec::new();
    for (index, sentence) in context.sentences() {
        let mut at = 0;
        keys.clear();
        keys.extend((0..sentence.tokens.len()).map(|i| key(sentence.token_text(i))));
        while at < sentence.tokens.len() {
            match repeated_at(sentence, &keys, at) {
                Some((len, second)) => {
                    let (once, twice) = (Range::new(at, at + len), Range::new(at, second + len));
                    found.push(
                        CheckMatch::new(index, twice)
                            .capture("words", once)
                            .suggest(twice, sentence.range_text(once)),
                    );
                    at = second + len;
                }
                None => at += 1,
            }
        }
    }
    found
}

/// A number that is the same for the same word in any case, and mostly another for another: most pairs of words need no
/// closer look.
fn key(text: &str) -> u32 {
    let letter = |byte: Option<u8>| {
        u32::from(byte.map_or(0, |b| if b.is_ascii() { b.to_ascii_lowercase() } else { 0 }))
    };
    let bytes = text.as_bytes();
    // The length in bytes may change with the case of letters beyond ASCII.
    let len = if text.is_ascii() { u32::try_from(text.len()).unwrap_or(u32::MAX) } else { 0 };
    (len << 16) ^ (letter(bytes.first().copied()) << 8) ^ letter(bytes.last().copied())
}

/// Whether two tokens are the same word, in any case.
fn same(sentence: &Sentence, a: usize, b: usize) -> bool {
    let (first, second) = (sentence.token_text(a), sentence.token_text(b));
    // Almost all pairs differ in length or first letter; only the rest need the rules of Unicode.
    let alike = first.len() == second.len() && first.eq_ignore_ascii_case(second);
    alike || (!first.is_ascii() && !second.is_ascii() && first.to_lowercase() == second.to_lowercase())
}

/// The length of the longest phrase that begins at `at` and is said twice, and where it is said again.
fn repeated_at(sentence: &Sentence, keys: &[u32], at: usize) -> Option<(usize, usize)> {
    let all = sentence.tokens.len();
    let most = LONGEST.min((all - at) / 2);
    (2..=most).rev().find_map(|len| {
        let said = |second: usize| {
            keys.get(at) == keys.get(second)
                && second + len <= all
                && (0..len).all(|i| same(sentence, at + i, second + i))
        };
        let second = (at + len..=at + len + 1).find(|second| said(*second))?;
        let apart = second > at + len;
        let joined = matches!(sentence.token_text(at + len), "," | "and");
        let long_enough = !apart || (joined && len >= 4);
        let first: Vec<String> = (at..at + len).map(|i| sentence.token_text(i).to_lowercase()).collect();
        (long_enough && is_prose(sentence, at, len) && !is_idiom(&first)).then_some((len, second))
    })
}

/// Only words, at least one of them in small letters (*New York New York* is a name) and none before the last a mark.
fn is_prose(sentence: &Sentence, at: usize, len: usize) -> bool {
    let Some(tokens) = sentence.tokens.get(at..at + len) else { return false };
    let words = tokens.iter().filter(|t| t.kind == TokenKind::Word).count();
    let lower = tokens.iter().any(|t| t.kind == TokenKind::Word && t.case == Case::Lower);
    lower && (words == len || (words >= 3 && words + 1 >= len))
}

/// Phrases that are repeated by nature: *step by step by step*, *again and again and again*, *all I know I know*.
fn is_idiom(first: &[String]) -> bool {
    const LINKS: [&str; 9] = ["by", "after", "to", "upon", "and", "or", "on", "for", "in"];
    const PRONOUNS: [&str; 11] =
        ["i", "you", "he", "she", "it", "we", "they", "who", "what", "that", "there"];
    const SOUNDS: [&str; 6] = ["no", "yes", "very", "ha", "blah", "bla"];
    let [a, b] = first else { return first.iter().all(|w| SOUNDS.contains(&w.as_str())) };
    let (a, b) = (a.as_str(), b.as_str());
    let noun_link =
        LINKS.contains(&b) && !LINKS.contains(&a) && !matches!(a, "the" | "a" | "an" | "up" | "of");
    let link_noun = LINKS.contains(&a)
        && !matches!(b, "the" | "a" | "an" | "this" | "that" | "his" | "her" | "their" | "its");
    noun_link || link_noun || PRONOUNS.contains(&a) || SOUNDS.contains(&a) || SOUNDS.contains(&b)
}

/// A sentence of at least five words that has the same words as the one before it in the same paragraph.
fn sentence(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    let mut found = Vec::new();
    let mut before: Option<&Sentence> = None;
    for (index, sentence) in context.sentences() {
        if before.is_some_and(|before| before.block == sentence.block && says_the_same(before, sentence)) {
            let all = Range::new(0, sentence.tokens.len());
            found.push(CheckMatch::new(index, all).capture("words", all));
        }
        before = Some(sentence);
    }
    found
}

/// Whether two sentences have the same words, at least five, whatever their marks.
fn says_the_same(first: &Sentence, second: &Sentence) -> bool {
    let (mut a, mut b) = (words(first), words(second));
    let mut count = 0;
    loop {
        match (a.next(), b.next()) {
            (None, None) => return count >= 5,
            (Some(one), Some(other)) if one.eq_ignore_ascii_case(other) => count += 1,
            _ => return false,
        }
    }
}

fn words(sentence: &Sentence) -> impl Iterator<Item = &str> {
    let marks = |kind| matches!(kind, TokenKind::Punctuation | TokenKind::Symbol);
    let at = sentence.tokens.iter().enumerate().filter(move |(_, token)| !marks(token.kind));
    at.map(|(at, _)| sentence.token_text(at))
}
