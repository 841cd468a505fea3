//! Findings made by hand, to see how they are laid out.
#![allow(clippy::unwrap_used)]

use crate::finding::{Basis, Confidence, Edit, Finding, Kind, Safety, Severity, Suggestion};
use crate::span::Span;

/// A paragraph as long as those of real articles.
pub const TEXT: &str = "Border dispute\n\nThe two ministers met on Tuesday in the harbour town of Varna, where they spoke for two hours about fishing rights. Their talks could show, said Mr. Ilic, that an obstacle to the agreement has been abolished, even though the coast guard – “la garde” – continues to set up attacks on smugglers in the eastern part of the bay. The army led the smugglers of most of the islands in spring.\nNobody was hurt.\n";

/// The span of `words` in [`TEXT`].
pub fn span(words: &str) -> Span {
    let start = TEXT.find(words).unwrap() as u32;
    Span::new(start, start + words.len() as u32)
}

fn finding(rule: &str, words: &str, message: &str, edits: &[(&str, &str)]) -> Finding {
    let edits: Vec<Edit> =
        edits.iter().map(|(old, new)| Edit { span: span(old), text: (*new).to_owned() }).collect();
    let title = edits.iter().map(|e| e.text.as_str()).collect::<Vec<_>>().join(" … ");
    let suggestions = match edits.is_empty() {
        true => Vec::new(),
        false => vec![Suggestion { title, safety: Safety::Safe, edits }],
    };
    Finding {
        rule: rule.to_owned(),
        kind: Kind::Collocation,
        severity: Severity::Warning,
        confidence: Confidence::High,
        basis: Basis::Target,
        pivot: vec!["fr".to_owned(), "es".to_owned()],
        source_phrase: None,
        span: span(words),
        text: words.to_owned(),
        message: message.to_owned(),
        why: None,
        source_side: None,
        suggestions,
        fingerprint: 0xfe,
    }
}

/// One finding of every shape.
pub fn findings() -> Vec<Finding> {
    let mut heading = finding("sample-note", "Border", "capitals: `Border`", &[]);
    heading.severity = Severity::Note;
    heading.pivot = Vec::new();
    let mut obstacle = finding(
        "sample-obstacle",
        "has been abolished",
        "an obstacle is *removed*, not `abolished`",
        &[("abolished", "removed")],
    );
    obstacle.source_phrase = Some("lever un obstacle".to_owned());
    obstacle.why = Some(
        "French *lever* is used of taxes, of sanctions and of obstacles; English abolishes taxes, lifts \
         sanctions and removes obstacles."
            .to_owned(),
    );
    let mut attacks = finding(
        "sample-attacks",
        "set up attacks",
        "attacks are *mounted*, not `set up`",
        &[("set up", "mount")],
    );
    for suggestion in &mut attacks.suggestions {
        suggestion.safety = Safety::Offer;
    }
    attacks.suggestions.push(Suggestion {
        title: "launch".to_owned(),
        safety: Safety::Offer,
        edits: vec![Edit { span: span("set up"), text: "launch".to_owned() }],
    });
    let mut led = finding(
        "sample-led",
        "led the smugglers of most",
        "they are *driven out of* a place",
        &[("led", "drove"), ("of most of the", "out of most of the")],
    );
    led.severity = Severity::Error;
    let mut last = finding("sample-last", "Nobody", "delete it", &[]);
    last.suggestions = vec![Suggestion {
        title: String::new(),
        safety: Safety::Safe,
        edits: vec![Edit { span: span("Nobody was hurt.\n"), text: String::new() }],
    }];
    vec![heading, obstacle, attacks, led, last]
}
