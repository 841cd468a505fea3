//! Sentences of the source that the translation leaves out.

use super::sentence::{Alone, alone, counted, shortened};
use crate::check::{CheckContext, CheckMatch, Entry};
use crate::english::Range;
use crate::finding::{Basis, SourceSide};
use crate::span::Span;

pub(in crate::check) const LOST: Entry = Entry {
    name: "compare-sentence-lost",
    run: lost,
    basis: Basis::Source,
    arguments: &[],
    names: &["count", "source", "place"],
};

/// One finding for all sentences that are left out at one place, at the sentence of the translation before it, or behind it
/// where there is none.
fn lost(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    let Some(comparison) = context.source() else { return Vec::new() };
    let find = |alone: Alone| {
        let before = alone.target.start.checked_sub(1);
        let index = before.unwrap_or(alone.target.end);
        let sentence = context.document.sentences.get(index)?;
        let first = comparison.text.sentences.get(alone.source.start)?.span;
        let last = comparison.text.sentences.get(alone.source.end.checked_sub(1)?)?.span;
        let prose = Span::new(first.start, last.end);
        let text = shortened(prose.of(&comparison.text.text));
        let paragraph = comparison.text.paragraphs.contains(&alone.source);
        let what = if paragraph && alone.source.len() > 1 {
            "a paragraph".to_owned()
        } else {
            counted(alone.source.len())
        };
        let place = if before.is_some() { "behind" } else { "before" };
        let side =
            SourceSide { span: comparison.text.original(prose), text: text.clone(), ..SourceSide::default() };
        let found = CheckMatch::new(index, Range::new(0, sentence.tokens.len()))
            .string("count", what)
            .string("source", text)
            .string("place", place);
        Some(CheckMatch { source_side: Some(side), ..found })
    };
    alone(&comparison.alignment)
        .into_iter()
        .filter(|alone| !alone.source.is_empty() && alone.is_long(|i| comparison.text.sentence_text(i)))
        .filter_map(find)
        .collect()
}
