//! From a match to a [`Finding`]: message, span in the input, suggestions.

use super::Hit;
use super::fingerprint::fingerprint;
use crate::article::{Article, Block};
use crate::english::{Document, Range, Sentence};
use crate::finding::{Basis, Edit, Finding, Safety, Suggestion};
use crate::rule::suggest::{self, Proposal};
use crate::rule::template::{Purpose, Scene, render};
use crate::rule::{Matcher, Rule};

/// The finding for a match, or `None` where the document does not fit the article.
pub(super) fn build(hit: &Hit<'_>, rule: &Rule, article: &Article, document: &Document) -> Option<Finding> {
    let sentence = document.sentences.get(hit.found.sentence)?;
    let block = article.blocks.get(sentence.block as usize)?;
    let (captures, strings) = (&*hit.found.captures, &*hit.found.strings);
    let scene = Scene { sentence, captures, strings };
    let whole = hit.found.report;
    let is_frame = matches!(hit.matcher, Matcher::Frame(_));
    let report = suggest::report(hit.body, &scene, whole, is_frame);
    let span = sentence.range_span(report);
    let target = if is_frame || hit.body.report.is_empty() { whole } else { report };
    let message = render(&hit.body.message, &scene, Purpose::Message);
    Some(Finding {
        rule: rule.id.to_string(),
        kind: rule.kind,
        severity: rule.severity,
        confidence: if hit.supported { rule.confidence.next() } else { rule.confidence },
        basis: if rule.per_1000_words.is_some() { Basis::Document } else { hit.basis },
        pivot: rule.pivot.iter().map(ToString::to_string).collect(),
        source_phrase: rule.source.as_ref().map(ToString::to_string),
        span: block.map.to_source(span),
        text: span.of(&sentence.text).to_owned(),
        // A message that needs a role which is not filled is better than none.
        message: message.unwrap_or_else(|| rule.message_text.replace('$', "")),
        why: rule.why.as_ref().map(ToString::to_string),
        source_side: hit.found.source_side.clone(),
        suggestions: suggestions(hit, rule, &scene, target, report, block),
        fingerprint: fingerprint(&rule.id, sentence, report),
    })
}

fn suggestions(
    hit: &Hit<'_>,
    rule: &Rule,
    scene: &Scene<'_>,
    target: Range,
    report: Range,
    block: &Block,
) -> Vec<Suggestion> {
    let own = hit.body.suggest.iter().filter_map(|s| suggest::propose(s, scene, target, report));
    let proposals: Vec<Proposal> = if hit.body.suggest.is_empty() {
        let texts = hit.found.suggestions.iter();
        texts.filter_map(|texts| suggest::propose_texts(texts, scene, report)).collect()
    } else {
        own.collect()
    };
    proposals.into_iter().map(|proposal| suggestion(proposal, rule.safety, scene.sentence, block)).collect()
}

/// A proposal in the bytes of the input. Where markup stands within a replaced part, the new text takes the place of
/// what is before it, what is behind goes, and the markup stays; that is only offered.
fn suggestion(proposal: Proposal, safety: Safety, sentence: &Sentence, block: &Block) -> Suggestion {
    let title = proposal.title(&sentence.text);
    let contiguous = proposal.edits.iter().all(|(span, _)| block.map.is_contiguous(*span));
    let mut edits = Vec::new();
    for (span, mut text) in proposal.edits {
        for part in block.map.contiguous_parts(span) {
            edits.push(Edit { span: block.map.to_source(part), text: std::mem::take(&mut text) });
        }
    }
    Suggestion { title, safety: if contiguous { safety } else { Safety::Offer }, edits }
}
