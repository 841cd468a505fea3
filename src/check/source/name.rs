//! Names that the translation changes, loses or adds.

use super::report::ARGUMENTS;
use crate::check::{CheckContext, CheckMatch, Entry};
use crate::compare::Status;
use crate::compare::name::NameFate;
use crate::finding::{Basis, SourceSide};

/// `source` and `words` are the names as written; `english` is how English would write that of the source.
pub(in crate::check) const NAME: Entry = Entry {
    name: "compare-name",
    run: names,
    basis: Basis::Source,
    arguments: ARGUMENTS,
    names: &["source", "words", "english"],
};

/// The names with the fate that the rule asks for.
fn names(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    let Some(comparison) = context.source() else { return Vec::new() };
    let status = match context.with.text("status") {
        Some("lost") => Status::Lost,
        Some("added") => Status::Added,
        _ => Status::Changed,
    };
    let fates = comparison.names(context.document).iter().filter(|fate| fate.status == status);
    fates.filter_map(|fate| found(context, comparison, fate)).collect()
}

fn found(
    context: &CheckContext<'_>,
    comparison: &crate::compare::Comparison,
    fate: &NameFate,
) -> Option<CheckMatch> {
    let (index, range) = fate.target;
    let sentence = context.document.sentences.get(index).filter(|s| context.looks_at(s.block_kind))?;
    let words = sentence.range_text(range);
    let source = fate.source.map_or("", |span| span.of(&comparison.text.text));
    let english = fate.english.clone().unwrap_or_default();
    let mut found = CheckMatch::new(index, range)
        .string("source", source)
        .string("words", words)
        .string("english", english.clone());
    if status_has_fix(fate) {
        found = found.suggest(range, english);
    }
    let span = fate.source.map(|span| comparison.text.original(span)).unwrap_or_default();
    let lost = fate.status == Status::Lost;
    found.source_side = Some(SourceSide {
        span,
        text: source.to_owned(),
        value: fate.english.clone(),
        target_value: (!lost).then(|| words.to_owned()),
    });
    Some(found)
}

/// Whether the name of the source can be put in the place of the other.
fn status_has_fix(fate: &NameFate) -> bool {
    fate.status == Status::Changed && fate.english.as_ref().is_some_and(|english| !english.is_empty())
}
