//! Sentences that say the opposite of their source.

use super::sentence::shortened;
use crate::check::{CheckContext, CheckMatch, Entry};
use crate::compare::polarity::{Turn, flips};
use crate::finding::{Basis, SourceSide};

pub(in crate::check) const POLARITY: Entry = Entry {
    name: "compare-polarity",
    run: polarity,
    basis: Basis::Source,
    arguments: &["turn"],
    names: &["source", "words"],
};

/// Those turned round in the way that the rule asks for: `added`, `lost`, `opposite`, `gender`, `hedge`.
fn polarity(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    let Some(comparison) = context.source() else { return Vec::new() };
    let wanted = match context.with.text("turn") {
        Some("lost") => Turn::Lost,
        Some("opposite") => Turn::Opposite,
        Some("gender") => Turn::Gender,
        Some("hedge") => Turn::Hedge,
        _ => Turn::Added,
    };
    let all = flips(&comparison.text, &comparison.alignment, context.document);
    all.into_iter()
        .filter(|flip| flip.turn == wanted)
        .map(|flip| {
            let text = shortened(flip.source.of(&comparison.text.text));
            let side = SourceSide {
                span: comparison.text.original(flip.source),
                text: text.clone(),
                ..SourceSide::default()
            };
            let found = CheckMatch::new(flip.sentence, flip.tokens)
                .string("source", text)
                .capture("words", flip.tokens);
            CheckMatch { source_side: Some(side), ..found }
        })
        .collect()
}
