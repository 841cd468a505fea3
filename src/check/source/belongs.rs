//! Two texts that are no text and its translation.

use crate::align::Doubt;
use crate::check::{CheckContext, CheckMatch, Entry};
use crate::english::Range;
use crate::finding::{Basis, SourceSide};

pub(in crate::check) const BELONGS: Entry =
    Entry { name: "compare-belongs", run: belongs, basis: Basis::Source, arguments: &[], names: &["reason"] };

pub(in crate::check) const LANGUAGE: Entry = Entry {
    name: "compare-language",
    run: language,
    basis: Basis::Source,
    arguments: &[],
    names: &["reason"],
};

/// A source in another language than the one that was given: facts may have been misread.
fn language(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    let Some(comparison) = context.source() else { return Vec::new() };
    let Some(doubt) = comparison.text.doubts.iter().find(|doubt| matches!(doubt, Doubt::Other { .. })) else {
        return Vec::new();
    };
    let Some((index, sentence)) = context.sentences().next() else { return Vec::new() };
    let all = Range::new(0, sentence.tokens.len());
    let found = CheckMatch::new(index, all).string("reason", doubt.to_string());
    vec![CheckMatch { source_side: Some(SourceSide::default()), ..found }]
}

/// One finding at the first sentence, and no other comparison is made.
fn belongs(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    let Some(comparison) = context.source() else { return Vec::new() };
    let Some(mismatch) = comparison.alignment.mismatch else { return Vec::new() };
    let Some((index, sentence)) = context.sentences().next() else { return Vec::new() };
    let found =
        CheckMatch::new(index, Range::new(0, sentence.tokens.len())).string("reason", mismatch.to_string());
    vec![CheckMatch { source_side: Some(SourceSide::default()), ..found }]
}
