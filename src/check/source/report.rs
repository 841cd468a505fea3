//! From a pairing to a match: what is reported, and both sides for the message.

use super::fix::rewrite;
use crate::check::{CheckContext, CheckMatch};
use crate::compare::atom::Atom;
use crate::compare::{Comparison, Pairing, Status};
use crate::english::Range;
use crate::fact::Value;
use crate::finding::SourceSide;

/// Names for templates: the words of both sides and what they say.
pub const NAMES: &[&str] = &["source", "source_value", "words", "value"];

/// Arguments: which fate of a fact the rule is about.
pub const ARGUMENTS: &[&str] = &["status"];

/// How sure a changed fact must be to be reported.
const CHANGED: f32 = 0.5;

/// How sure a fact must be that stands on one side only.
const ALONE: f32 = 0.8;

/// The facts with the fate that the rule asks for and the parts that a check is about.
pub fn find(
    context: &CheckContext<'_>,
    wanted: impl Fn(Option<Atom>, Option<Atom>) -> bool,
) -> Vec<CheckMatch> {
    let Some(comparison) = context.source() else { return Vec::new() };
    let status = match context.with.text("status") {
        Some("lost") => Status::Lost,
        Some("added") => Status::Added,
        _ => Status::Changed,
    };
    let least = if status == Status::Changed { CHANGED } else { ALONE };
    let pairings = comparison.pairings.iter();
    pairings
        .filter(|p| p.status == status && p.certainty >= least && wanted(p.parts.0, p.parts.1))
        .filter_map(|pairing| found(context, comparison, pairing))
        .collect()
}

fn found(context: &CheckContext<'_>, comparison: &Comparison, pairing: &Pairing) -> Option<CheckMatch> {
    let (sentence, tokens) = place(context, comparison, pairing)?;
    let words = pairing.target.as_ref().map(|_| context.document.sentences.get(sentence));
    let words = words.flatten().map(|s| s.range_text(tokens).to_owned()).unwrap_or_default();
    let value = pairing.target.as_ref().map(|t| print(&t.value));
    let source_value = pairing.source.as_ref().map(|s| print(&s.found.value));
    let (span, text) = pairing.source.as_ref().map_or_else(Default::default, |fact| {
        let text = comparison.words(fact).split_whitespace().collect::<Vec<_>>().join(" ");
        (comparison.text.original(fact.found.span), text)
    });
    let mut found = CheckMatch::new(sentence, tokens)
        .string("source", text.clone())
        .string("source_value", source_value.clone().unwrap_or_default())
        .string("words", words.clone())
        .string("value", value.clone().unwrap_or_default());
    if let (Some(right), Some(wrong)) = pairing.parts
        && let Some(text) = rewrite(&words, right, wrong).filter(|text| *text != words)
    {
        found = found.suggest(tokens, text);
    }
    let source_side = SourceSide { span, text, value: source_value, target_value: value };
    Some(CheckMatch { source_side: Some(source_side), ..found })
}

/// Where the translation says it, or the sentence in which it should.
fn place(context: &CheckContext<'_>, comparison: &Comparison, pairing: &Pairing) -> Option<(usize, Range)> {
    if let Some(target) = &pairing.target {
        return Some((target.sentence, target.tokens));
    }
    let link = comparison.alignment.links.get(pairing.link)?;
    let sentence = context.document.sentences.get(link.target.start).filter(|_| !link.target.is_empty())?;
    Some((link.target.start, Range::new(0, sentence.tokens.len())))
}

/// A value for people.
fn print(value: &Value) -> String {
    value.to_string()
}
