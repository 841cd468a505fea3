//! The ledger of an English document.

use super::language::Language;
use super::scan::{Found, scan};
use super::{Ledger, Mention, Scope};
use crate::english::{Document, Range, Sentence};
use crate::span::Span;

impl Ledger {
    /// All facts of a document.
    pub fn of(document: &Document) -> Self {
        let mut mentions = Vec::new();
        for (index, sentence) in document.sentences.iter().enumerate() {
            read_sentence(index, sentence, &mut mentions);
        }
        Self { mentions }
    }

    /// The mentions of one sentence.
    pub fn in_sentence(&self, sentence: usize) -> &[Mention] {
        let start = self.mentions.partition_point(|m| m.sentence < sentence);
        let end = self.mentions.partition_point(|m| m.sentence <= sentence);
        self.mentions.get(start..end).unwrap_or(&[])
    }
}

fn read_sentence(index: usize, sentence: &Sentence, mentions: &mut Vec<Mention>) {
    let span = sentence.range_span(Range::new(0, sentence.tokens.len()));
    for found in scan(span.of(&sentence.text), span.start, Language::english()) {
        let Found { span, value, hedge, hedge_span, side } = found;
        let tokens = tokens(sentence, span);
        let quoted = sentence.tokens.get(usize::from(tokens.start)).is_some_and(|t| t.quoted);
        let scope = Scope { quoted, ..Scope::default() };
        mentions.push(Mention {
            sentence: index,
            span,
            tokens,
            value,
            hedge,
            hedge_span,
            role: None,
            side,
            scope,
        });
    }
}

/// The tokens that a span touches.
fn tokens(sentence: &Sentence, span: Span) -> Range {
    let start = sentence.tokens.partition_point(|t| t.span.end <= span.start);
    let end = sentence.tokens.partition_point(|t| t.span.start < span.end);
    Range::new(start, end.max(start))
}
