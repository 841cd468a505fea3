//! Numbers, sums, dates and times among tokens.

/// A kind of fact that `#kind` asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)] // the names say it
pub enum FactKind {
    Number,
    Ordinal,
    Year,
    Money,
    Percent,
    Date,
    Time,
}

use crate::english::{Range, Sentence};

/// A fact among the tokens of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What it is.
    pub kind: FactKind,
    /// Its tokens.
    pub range: Range,
}

/// All facts of a sentence; kinds may overlap (`5` in `5%` is a number too).
pub fn facts(_sentence: &Sentence) -> Vec<Fact> {
    Vec::new()
}
