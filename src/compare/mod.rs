//! A translation beside its source text: which facts are kept, changed, lost and added.
//!
//! Facts are compared by value, not by words, within aligned sentences; before one is called lost or added, the
//! neighbouring sentences and the rest of the text are looked through. Precision goes first: what one of the two
//! grammars may have misread is not called wrong.

pub mod atom;
mod code;
mod digits;
mod english;
mod knows;
mod link;
pub mod name;
mod pair;
pub mod polarity;
pub mod same;
#[cfg(test)]
mod tests;
pub mod wording;

use crate::align::{Alignment, Doubt, SourceText, align};
use crate::english::Document;
use crate::fact::scan::Found;
use crate::fact::{LazyLedger, Mention};
use crate::span::Span;
use atom::Atom;
use name::NameFate;
use std::cell::OnceCell;
use wording::Wordings;

/// The text that an article was translated from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Original {
    /// All of it.
    pub text: String,
    /// ISO 639-1 code of its language; detected where it is not given.
    pub language: Option<String>,
}

impl Original {
    /// Whether it may be prose. One that is empty is a text that got lost; a code alone (`A-1234`) is none.
    pub fn is_text(&self) -> bool {
        let word = |piece: &str| piece.chars().nth(1).is_some();
        self.text.trim().is_empty() || self.text.split(|c: char| !c.is_alphabetic()).any(word)
    }
}

/// What became of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Both sides say the same.
    Kept,
    /// The translation says something else.
    Changed,
    /// The translation does not say it.
    Lost,
    /// The source does not say it.
    Added,
    /// It cannot be compared: the calendar or the words are not known.
    Unverifiable,
}

impl Status {
    /// The name used in output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::Changed => "changed",
            Self::Lost => "lost",
            Self::Added => "added",
            Self::Unverifiable => "unverifiable",
        }
    }
}

/// A fact of the source.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceFact {
    /// Index into [`SourceText::sentences`].
    pub sentence: usize,
    /// What it says; spans count in [`SourceText::text`].
    pub found: Found,
}

/// A fact of one side or of both.
#[derive(Clone, Debug, PartialEq)]
pub struct Pairing {
    /// What became of it.
    pub status: Status,
    /// What the source says.
    pub source: Option<SourceFact>,
    /// What the translation says.
    pub target: Option<Mention>,
    /// The parts of both that differ: the month of two dates.
    pub parts: (Option<Atom>, Option<Atom>),
    /// How sure it is, from 0 to 1.
    pub certainty: f32,
    /// Index of the link in which it stands.
    pub link: usize,
}

/// A translation beside its source text.
#[derive(Clone, Debug, Default)]
pub struct Comparison {
    /// The source text.
    pub text: SourceText,
    /// How the sentences hang together.
    pub alignment: Alignment,
    /// All facts, link by link: first those that the translation says, in its order, then those that only the source
    /// says. None where the texts do not belong together.
    pub pairings: Vec<Pairing>,
    /// Filled by [`Comparison::names`].
    names: OnceCell<Vec<NameFate>>,
}

impl Comparison {
    /// The names that are changed, lost or added, link by link, judged at the first call. `document` is the translation
    /// that was given to [`Comparison::new`].
    pub fn names(&self, document: &Document) -> &[NameFate] {
        self.names.get_or_init(|| name::fates(&self.text, &self.alignment, document))
    }

    /// Compares a translation with its source text.
    pub fn new(document: &Document, ledger: &LazyLedger<'_>, original: &Original) -> Self {
        let text = read(original);
        let alignment = align(&text, document, ledger);
        let mut comparison = Self { text, alignment, pairings: Vec::new(), names: OnceCell::new() };
        if comparison.alignment.belongs() {
            comparison.pairings = link::pairings(&comparison.text, &comparison.alignment, document, ledger);
        }
        comparison
    }

    /// Where one of some wordings stands in the source sentences behind a sentence of the translation; bytes of
    /// [`SourceText::text`].
    pub fn find_wording(&self, wordings: &Wordings, sentence: usize) -> Option<Span> {
        let code = self.text.code.as_deref().filter(|_| self.alignment.belongs())?;
        let link = self.alignment.of_target(sentence)?;
        link.source.clone().find_map(|index| {
            let base = self.text.sentences.get(index)?.span.start;
            let found = wordings.find(code, self.text.sentence_text(index))?;
            Some(Span::new(base + found.start, base + found.end))
        })
    }

    /// The words of a source fact.
    pub fn words(&self, fact: &SourceFact) -> &str {
        fact.found.span.of(&self.text.text)
    }
}

/// The source text; in the language that it plainly is in, where another was given.
fn read(original: &Original) -> SourceText {
    let text = SourceText::read(&original.text, original.language.as_deref());
    let seems = text.doubts.iter().find_map(|doubt| match doubt {
        Doubt::Other { seems, .. } => Some(*seems),
        _ => None,
    });
    let Some(seems) = seems else { return text };
    let mut again = SourceText::read(&original.text, Some(seems));
    again.doubts = text.doubts;
    again
}
