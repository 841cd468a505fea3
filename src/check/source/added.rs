//! Sentences of the translation that the source does not have.

use super::sentence::{Alone, alone, counted, text_of};
use crate::check::{CheckContext, CheckMatch, Entry};
use crate::english::{Document, Range, Sentence};
use crate::finding::{Basis, SourceSide};
use crate::text::TokenKind;
use std::collections::BTreeSet;

pub(in crate::check) const ADDED: Entry = Entry {
    name: "compare-sentence-added",
    run: added,
    basis: Basis::Source,
    arguments: &[],
    names: &["count"],
};

pub(in crate::check) const TWICE: Entry = Entry {
    name: "compare-sentence-twice",
    run: twice,
    basis: Basis::Source,
    arguments: &[],
    names: &["words"],
};

/// How much of the words two sentences must share to be the same sentence, translated twice.
const SAME_WORDS: f64 = 0.75;

/// Fewer words are repeated on purpose.
const FEWEST_WORDS: usize = 5;

/// One finding for all sentences that are added at one place, at the first of them. One that says again what its
/// neighbour says is not added but translated twice.
fn added(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    let Some(comparison) = context.source() else { return Vec::new() };
    let is_new = |alone: &Alone| {
        !alone.target.is_empty()
            && alone.is_long(|i| text_of(context.document, i))
            && !(alone.target.start..=alone.target.end).any(|i| model_of(context.document, i).is_some())
    };
    let find = |alone: Alone| {
        let sentence = context.document.sentences.get(alone.target.start)?;
        let found = CheckMatch::new(alone.target.start, Range::new(0, sentence.tokens.len()))
            .string("count", counted(alone.target.len()));
        Some(CheckMatch { source_side: Some(SourceSide::default()), ..found })
    };
    alone(&comparison.alignment).into_iter().filter(is_new).filter_map(find).collect()
}

/// Sentences that say again what the sentence before says, where the source says it once.
fn twice(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    let Some(comparison) = context.source() else { return Vec::new() };
    let find = |index: usize| {
        let model = model_of(context.document, index)?;
        // What the source repeats, the translation may repeat.
        let (one, other) = (comparison.alignment.of_target(model)?, comparison.alignment.of_target(index)?);
        let sources: BTreeSet<usize> = one.source.clone().chain(other.source.clone()).collect();
        let sentence = context.document.sentences.get(index).filter(|_| sources.len() < 2)?;
        let found = CheckMatch::new(index, Range::new(0, sentence.tokens.len()))
            .string("words", text_of(context.document, model));
        Some(CheckMatch { source_side: Some(SourceSide::default()), ..found })
    };
    context.sentences().filter_map(|(index, _)| find(index)).collect()
}

/// The sentence right before that a sentence says again.
fn model_of(document: &Document, index: usize) -> Option<usize> {
    let model = index.checked_sub(1)?;
    let (sentence, before) = (document.sentences.get(index)?, document.sentences.get(model)?);
    let (mut words, others) = (words(sentence), words(before));
    if words.len() < FEWEST_WORDS || others.len() < FEWEST_WORDS {
        return None;
    }
    let all = (words.len() + others.len()) as f64;
    let mut shared = 0.0;
    for word in others {
        if let Some(at) = words.iter().position(|w| *w == word) {
            words.swap_remove(at);
            shared += 2.0;
        }
    }
    (shared / all >= SAME_WORDS).then_some(model)
}

fn words(sentence: &Sentence) -> Vec<String> {
    let tokens = sentence.tokens.iter().enumerate();
    let words = tokens.filter(|(_, token)| !matches!(token.kind, TokenKind::Punctuation | TokenKind::Symbol));
    words.map(|(at, _)| sentence.token_text(at).to_lowercase()).collect()
}
