//! A foreign text: its language, paragraphs, sentences and the facts that its words show.

use super::language::{Doubt, Spoken};
use super::split::split;
use crate::article::{Article, BlockKind, OffsetMap};
use crate::fact::language::Language;
use crate::fact::scan::{self, Found};
use crate::source::Format;
use crate::span::Span;
use std::ops::Range;

/// Stands between the blocks of an article in its prose.
const BETWEEN: &str = "\n\n";

/// A text in the language of the original. It is read without failing: what is doubtful stands in
/// [`SourceText::doubts`].
#[derive(Clone, Debug, Default)]
pub struct SourceText {
    /// The prose, in which all spans count: the input as it stands, or the blocks of an article one after the other.
    pub text: String,
    /// ISO 639-1 code of the language; `None` where it was not given and cannot be told.
    pub code: Option<Box<str>>,
    /// The table of its facts, where there is one.
    pub language: Option<&'static Language>,
    /// Whether the language was found out and not given.
    pub detected: bool,
    /// What is doubtful about the language.
    pub doubts: Vec<Doubt>,
    /// The sentences of each paragraph, as indices into [`SourceText::sentences`]; they tile them.
    pub paragraphs: Vec<Range<usize>>,
    /// The sentences, in reading order; they do not overlap.
    pub sentences: Vec<SourceSentence>,
    /// The blocks of an article: where each begins in the prose, and where its bytes come from.
    blocks: Vec<(u32, OffsetMap)>,
}

/// A sentence of a [`SourceText`].
#[derive(Clone, Debug, PartialEq)]
pub struct SourceSentence {
    /// Its bytes in [`SourceText::text`], without white space around it.
    pub span: Span,
    /// Index into [`SourceText::paragraphs`].
    pub paragraph: usize,
    /// Whether it stands in a headline or subheading.
    pub heading: bool,
    /// The facts that its words show, by position; spans count in [`SourceText::text`].
    pub found: Vec<Found>,
}

impl SourceText {
    /// Reads plain text. `code` is the ISO 639-1 code of its language (`fr`, `pt-BR`); without it the language is
    /// found out.
    pub fn read(text: &str, code: Option<&str>) -> Self {
        let article = Article::read(text, Format::Text);
        let spans = article.blocks.iter().map(|block| {
            let all = Span::new(0, block.text.len() as u32);
            (block.map.to_source(all), block.kind)
        });
        Self::of_blocks(text.to_owned(), spans.collect(), code)
    }

    /// Reads an article. Its prose is that of its blocks; [`SourceText::original`] leads back to the input.
    pub fn of_article(article: &Article, code: Option<&str>) -> Self {
        let mut text = String::new();
        let mut spans = Vec::new();
        let mut blocks = Vec::new();
        for block in &article.blocks {
            let start = text.len() as u32;
            text.push_str(&block.text);
            spans.push((Span::new(start, text.len() as u32), block.kind));
            blocks.push((start, block.map.clone()));
            text.push_str(BETWEEN);
        }
        Self { blocks, ..Self::of_blocks(text, spans, code) }
    }

    /// Text of a sentence; empty for one that does not exist.
    pub fn sentence_text(&self, index: usize) -> &str {
        self.sentences.get(index).map_or("", |s| s.span.of(&self.text))
    }

    /// Where a span of the prose stands in the input.
    pub fn original(&self, span: Span) -> Span {
        let at = self.blocks.partition_point(|(start, _)| *start <= span.start);
        let Some((start, map)) = at.checked_sub(1).and_then(|at| self.blocks.get(at)) else { return span };
        map.to_source(Span::new(span.start - start, span.end.saturating_sub(*start)))
    }

    fn of_blocks(text: String, blocks: Vec<(Span, BlockKind)>, code: Option<&str>) -> Self {
        let prose: Vec<&str> = blocks.iter().map(|(span, _)| span.of(&text)).collect();
        let Spoken { code, detected, doubts } = Spoken::of(&prose, code);
        let language = code.as_deref().and_then(Language::of);
        let mut read = Self { code, language, detected, doubts, ..Self::default() };
        for (span, kind) in blocks {
            read.add_paragraph(&text, span, kind);
        }
        Self { text, ..read }
    }

    fn add_paragraph(&mut self, text: &str, block: Span, kind: BlockKind) {
        let (first, paragraph) = (self.sentences.len(), self.paragraphs.len());
        let heading = kind == BlockKind::Heading;
        for inner in split(block.of(text), self.code.as_deref()) {
            let span = Span::new(block.start + inner.start, block.start + inner.end);
            let read = |language| scan::read(span.of(text), span.start, language);
            let found = self.language.map_or_else(Vec::new, read);
            self.sentences.push(SourceSentence { span, paragraph, heading, found });
        }
        if self.sentences.len() > first {
            self.paragraphs.push(first..self.sentences.len());
        }
    }
}

#[cfg(test)]
#[path = "source/tests.rs"]
mod tests;
