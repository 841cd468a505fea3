//! Both texts, read: their units, the listed names in them, and what sounds like what.

use crate::english::{Range, Sentence};
use crate::romanise::Lattice;
use crate::romanise::exonym::{self, Known};
use crate::span::Span;

/// Both texts, read.
pub(super) struct Sides<'a> {
    pub(super) source: &'a str,
    pub(super) language: &'a str,
    pub(super) lattice: Lattice,
    pub(super) known: Vec<Known>,
    pub(super) english: Vec<Target<'a>>,
    pub(super) near: u32,
    /// Whether names cannot be told by their capital.
    pub(super) no_capitals: bool,
}

/// A sentence of the translation.
pub(super) struct Target<'a> {
    pub(super) sentence: &'a Sentence,
    pub(super) text: &'a str,
    pub(super) lattice: Lattice,
    pub(super) known: Vec<Known>,
}

impl<'a> Target<'a> {
    pub(super) fn new(sentence: &'a Sentence) -> Self {
        let text = sentence.range_text(Range::new(0, sentence.tokens.len()));
        let lattice = Lattice::read(text, "en");
        let known = exonym::known(&lattice, text, "en");
        Self { sentence, text, lattice, known }
    }

    /// A span of the block as one of the sentence's text.
    pub(super) fn local(&self, span: Span) -> Span {
        let base = self.sentence.tokens.first().map_or(0, |t| t.span.start);
        Span::new(span.start.saturating_sub(base), span.end.saturating_sub(base))
    }
}

/// Up to this distance a passage can be what a name stands for: in alphabets, and where sounds are written less fully.
pub(super) const NEAR: u32 = 31;
const NEAR_SYLLABLES: u32 = 25;
const NEAR_CONSONANTS: u32 = 28;
const NEAR_CHARACTERS: u32 = 33;
/// Up to this distance it is the same name.
pub(super) const SAME: u32 = 13;

impl<'a> Sides<'a> {
    pub(super) fn new(source: &'a str, language: &'a str, target: &[&'a Sentence]) -> Self {
        let lattice = Lattice::read(source, language);
        let known = exonym::known(&lattice, source, language);
        let english = target.iter().map(|s| Target::new(s)).collect();
        let no_capitals = matches!(language, "zh" | "ja" | "ko" | "ar" | "fa" | "he" | "hi");
        let near = match language {
            "ar" | "fa" | "he" => NEAR_CONSONANTS,
            "zh" => NEAR_CHARACTERS,
            _ if no_capitals => NEAR_SYLLABLES,
            _ => NEAR,
        };
        Self { source, language, lattice, known, english, near, no_capitals }
    }
}

/// The bytes of some units.
pub(super) fn units(lattice: &Lattice, first: usize, end: usize) -> Span {
    let units = lattice.units.get(first..end).unwrap_or(&[]);
    match (units.first(), units.last()) {
        (Some(a), Some(b)) => a.span.hull(b.span),
        _ => Span::default(),
    }
}

/// Whether a listed name touches a span.
pub(super) fn touches(lattice: &Lattice, known: &Known, span: Span) -> bool {
    let units = lattice.units.get(known.first..known.end).unwrap_or(&[]);
    units.iter().any(|u| u.span.start < span.end && span.start < u.span.end)
}

/// Whether at least half of the letters are capitals, and two: `NIOSH`, `LRTIs`, `CoV`.
pub(super) fn is_acronym(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    capitals >= 2 && capitals * 2 >= letters
}
