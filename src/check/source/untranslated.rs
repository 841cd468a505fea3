//! Sentences that are left in the language of the source.

use crate::check::{CheckContext, CheckMatch, Entry};
use crate::compare::Comparison;
use crate::english::{Range, Sentence, lexicon};
use crate::finding::{Basis, SourceSide};
use crate::text::{Case, TokenKind};
use rustc_hash::FxHashSet;

pub(in crate::check) const UNTRANSLATED: Entry = Entry {
    name: "compare-untranslated",
    run: untranslated,
    basis: Basis::Source,
    arguments: &[],
    names: &["words"],
};

/// Fewer words in small letters that both sides write alike may be names of works or terms.
const FEWEST_WORDS: usize = 4;

/// How many of a sentence's words in small letters the source must have, in tenths.
const MOST_TENTHS: usize = 7;

fn untranslated(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    let Some(comparison) = context.source() else { return Vec::new() };
    if comparison.text.code.as_deref() == Some("en") {
        return Vec::new();
    }
    context
        .sentences()
        .filter(|(index, sentence)| is_left(comparison, *index, sentence))
        .map(|(index, sentence)| {
            let all = Range::new(0, sentence.tokens.len());
            let side = SourceSide::default();
            CheckMatch { source_side: Some(side), ..CheckMatch::new(index, all).capture("words", all) }
        })
        .collect()
}

/// Whether most words of a sentence stand in the sentences of the source behind it or beside them, and hardly any is
/// English.
fn is_left(comparison: &Comparison, index: usize, sentence: &Sentence) -> bool {
    let words: Vec<String> = (0..sentence.tokens.len())
        .filter(|&at| is_common(sentence, at))
        .map(|at| sentence.token_text(at).to_lowercase())
        .collect();
    let foreign = words.iter().filter(|word| !lexicon::is_known(word)).count();
    if words.len() < FEWEST_WORDS || foreign * 2 < words.len() {
        return false;
    }
    let Some(link) = comparison.alignment.of_target(index) else { return false };
    let near = link.source.start.saturating_sub(1)..link.source.end + 1;
    let source: FxHashSet<String> = near
        .flat_map(|at| comparison.text.sentence_text(at).split(|c: char| !c.is_alphanumeric()))
        .map(str::to_lowercase)
        .collect();
    let shared = words.iter().filter(|word| source.contains(*word)).count();
    shared >= FEWEST_WORDS && shared * 10 >= words.len() * MOST_TENTHS
}

/// A word in small letters or of a script without them.
fn is_common(sentence: &Sentence, at: usize) -> bool {
    sentence
        .tokens
        .get(at)
        .is_some_and(|t| t.kind == TokenKind::Word && !matches!(t.case, Case::Title | Case::Upper))
}
