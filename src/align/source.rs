//! A foreign text: its language, paragraphs, sentences and the facts that its words show.

use super::language::{Doubt, table};
use crate::article::{Article, BlockKind, OffsetMap};
use crate::fact::language::Language;
use crate::fact::scan::{self, Found};
use crate::source::Format;
use crate::span::Span;
use std::ops::Range;

/// A text in the language of the original. It is read without failing: what is doubtful stands in
/// [`SourceText::doubts`].
#[derive(Clone, Debug, Default)]
pub struct SourceText {
    /// The prose, in which all spans count.
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
    /// Where each byte of the prose comes from, where markup was left out.
    map: Option<OffsetMap>,
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
    /// Reads plain text. `code` is the ISO 639-1 code of its language (`fr`, `pt-BR`); without it the language is found out.
    pub fn read(text: &str, code: Option<&str>) -> Self {
        let article = Article::read(text, Format::Text);
        let mut read = Self::with_language(text.to_owned(), code);
        for block in &article.blocks {
            let all = Span::new(0, block.text.len() as u32);
            read.add_paragraph(block.map.to_source(all), block.kind);
        }
        read
    }

    /// Text of a sentence; empty for one that does not exist.
    pub fn sentence_text(&self, index: usize) -> &str {
        self.sentences.get(index).map_or("", |s| s.span.of(&self.text))
    }

    /// Where a span of the prose stands in the input.
    pub fn original(&self, span: Span) -> Span {
        self.map.as_ref().map_or(span, |map| map.to_source(span))
    }

    fn with_language(text: String, code: Option<&str>) -> Self {
        let code: Option<Box<str>> = code.map(|c| c.get(..2).unwrap_or(c).to_ascii_lowercase().into());
        let language = code.as_deref().and_then(table);
        Self { text, code, language, ..Self::default() }
    }

    fn add_paragraph(&mut self, span: Span, kind: BlockKind) {
        let first = self.sentences.len();
        let found = self.language.map_or_else(Vec::new, |l| scan::read(span.of(&self.text), span.start, l));
        let heading = kind == BlockKind::Heading;
        self.sentences.push(SourceSentence { span, paragraph: self.paragraphs.len(), heading, found });
        self.paragraphs.push(first..self.sentences.len());
    }
}
