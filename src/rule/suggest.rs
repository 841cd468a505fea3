//! From a match and a suggestion to edits of the block text.

mod edit;

use super::template::{Purpose, Scene, Template, render};
use super::{Body, Suggest};
use crate::english::Range;
use crate::pattern::Capture;
use crate::span::Span;
use edit::Replacement;

/// Edits of the block text that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Bytes of the block text and what stands there afterwards; sorted, not overlapping, not empty.
    pub edits: Vec<(Span, String)>,
    /// Bytes of the block text from the first to the last edit, the reported part included.
    pub span: Span,
}

impl Proposal {
    /// How the span reads after the edits.
    pub fn title(&self, text: &str) -> String {
        let mut out = String::new();
        let mut at = self.span.start;
        for (span, replacement) in &self.edits {
            out.push_str(Span::new(at, span.start).of(text));
            out.push_str(replacement);
            at = span.end;
        }
        out.push_str(Span::new(at, self.span.end).of(text));
        out.trim().to_owned()
    }
}

/// The tokens to underline. `whole` is what the pattern marks, or the head of the frame.
pub fn report(body: &Body, scene: &Scene<'_>, whole: Range, is_frame: bool) -> Range {
    let hull = |ranges: Vec<Range>| ranges.into_iter().reduce(Range::hull);
    if !body.report.is_empty() {
        let ranges = body.report.iter().filter_map(|name| scene.capture(name)).map(extent);
        return hull(ranges.collect()).unwrap_or(whole);
    }
    if !is_frame {
        return whole;
    }
    let replaced = match body.suggest.first() {
        Some(Suggest::Parts(parts)) => {
            parts.iter().filter_map(|(name, _)| scene.capture(name)).map(replaced_extent).collect()
        }
        _ => Vec::new(),
    };
    hull(replaced).unwrap_or(whole)
}

/// The edits of a suggestion, or `None` where it uses what this match does not bind or changes nothing.
/// `whole` is the reported part of a pattern; a frame replaces its head.
pub fn propose(suggest: &Suggest, scene: &Scene<'_>, whole: Range, report: Range) -> Option<Proposal> {
    let mut replacements = Vec::new();
    match suggest {
        Suggest::Whole(template) => {
            let head = ["verb", "noun", "adj"].iter().find_map(|name| scene.capture(name));
            let target = head.unwrap_or(Capture::Tokens(whole));
            replace(target, template, scene, &mut replacements)?;
        }
        Suggest::Parts(parts) => {
            for (name, template) in parts {
                // An optional role that is not filled needs no replacement.
                if let Some(target) = scene.capture(name) {
                    replace(target, template, scene, &mut replacements)?;
                }
            }
        }
    }
    edit::proposal(scene.sentence, replacements, report)
}

/// The edits of a suggestion that a check makes: texts are taken as they are.
pub fn propose_texts(texts: &[(Range, String)], scene: &Scene<'_>, report: Range) -> Option<Proposal> {
    let replacements =
        texts.iter().map(|(range, text)| Replacement { range: *range, text: text.clone(), literal: true });
    edit::proposal(scene.sentence, replacements.collect(), report)
}

/// Adds what a template does to a capture. A particle that stands apart is deleted.
fn replace(
    target: Capture,
    template: &Template,
    scene: &Scene<'_>,
    replacements: &mut Vec<Replacement>,
) -> Option<()> {
    let text = render(template, scene, Purpose::Suggestion)?;
    let mut add = |range, text| replacements.push(Replacement { range, text, literal: false });
    match target {
        Capture::Tokens(range) => add(range, text),
        Capture::Prep { prep, .. } => add(prep, text),
        Capture::Verb { verb, particle: None } => add(Range::one(verb as usize), text),
        Capture::Verb { verb, particle: Some(particle) } if particle == verb + 1 => {
            add(Range::new(verb as usize, particle as usize + 1), text);
        }
        Capture::Verb { verb, particle: Some(particle) } => {
            add(Range::one(verb as usize), text);
            add(Range::one(particle as usize), String::new());
        }
    }
    Some(())
}

/// All tokens of a capture.
fn extent(capture: Capture) -> Range {
    match capture {
        Capture::Tokens(range) => range,
        Capture::Verb { verb, particle } => {
            let verb = Range::one(verb as usize);
            particle.map_or(verb, |p| verb.hull(Range::one(p as usize)))
        }
        Capture::Prep { prep, np } => prep.hull(np),
    }
}

/// The tokens of a capture that a suggestion replaces.
fn replaced_extent(capture: Capture) -> Range {
    match capture {
        Capture::Prep { prep, .. } => prep,
        other => extent(other),
    }
}
