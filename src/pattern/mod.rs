//! The rule language: see `docs/pattern-language.md`.
//!
//! [`syntax`] parses a pattern or frame (nom) to an AST; [`compile`] resolves words and lists to numbers and
//! works out what a sentence must contain; [`matcher`] and [`frame`] run the result over a sentence.

pub mod common;
pub mod compile;
pub mod fact;
pub mod frame;
pub mod kinds;
pub mod list;
pub mod matcher;
mod show;
pub mod syntax;
#[cfg(test)]
mod testing;
pub mod token;

use crate::english::Range;
pub use show::Shown;

/// One match of a pattern or frame in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// From the first to the last token used.
    pub extent: Range,
    /// The tokens marked `{…}` in a sequence pattern; the head with its particle in a frame.
    pub report: Range,
    /// Captures by name, in the order in which they were bound.
    pub captures: Vec<(Box<str>, Capture)>,
}

/// What a name in a template stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Capture {
    /// Some tokens.
    Tokens(Range),
    /// The head verb of a frame and its particle, which may stand apart.
    Verb {
        /// The lexical verb.
        verb: u16,
        /// Its particle.
        particle: Option<u16>,
    },
    /// A prepositional role: the preposition and the noun phrase after it.
    Prep {
        /// The preposition.
        prep: Range,
        /// The noun phrase with what belongs to it.
        np: Range,
    },
}
