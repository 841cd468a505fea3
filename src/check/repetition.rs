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
    for (index, sentence) in context.sentences() {
        let words: Vec<String> =
            (0..sentence.tokens.len()).map(|at| sentence.token_text(at).to_lowercase()).collect();
        let mut at = 0;
        while at < words.len() {
            match repeated_at(sentence, &words, at) {
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

/// The length of the longest phrase that begins at `at` and is said twice, and where it is said again.
fn repeated_at(sentence: &Sentence, words: &[String], at: usize) -> Option<(usize, usize)> {
    let most = LONGEST.min((words.len() - at) / 2);
    (2..=most).rev().find_map(|len| {
        let first = words.get(at..at + len)?;
        let second =
            (at + len..=at + len + 1).find(|second| words.get(*second..second + len) == Some(first))?;
        let apart = second > at + len;
        let joined = matches!(words.get(at + len).map(String::as_str), Some("," | "and"));
        let long_enough = !apart || (joined && len >= 4);
        (long_enough && is_prose(sentence, at, len) && !is_idiom(first)).then_some((len, second))
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
    let mut before: Option<(u32, Vec<String>)> = None;
    for (index, sentence) in context.sentences() {
        let words: Vec<String> = sentence
            .tokens
            .iter()
            .enumerate()
            .filter(|(_, token)| !matches!(token.kind, TokenKind::Punctuation | TokenKind::Symbol))
            .map(|(at, _)| sentence.token_text(at).to_lowercase())
            .collect();
        let again = before.as_ref().is_some_and(|(block, said)| *block == sentence.block && *said == words);
        if again && words.len() >= 5 {
            let all = Range::new(0, sentence.tokens.len());
            found.push(CheckMatch::new(index, all).capture("words", all));
        }
        before = Some((sentence.block, words));
    }
    found
}
