//! Predicates with their subject, object, prepositional arguments, complements and voice.
//!
//! One walk from left to right over the chunks with a stack of open clauses ([`builder`]): `nominal` and `phrase`
//! say what noun phrases, prepositions and relative pronouns do to it, `finite` and `verbal` what verb groups do,
//! and `boundary` where clauses open.

mod boundary;
pub mod builder;
mod finite;
mod look;
mod nominal;
mod phrase;
pub mod render;
pub mod unit;
mod verbal;

#[cfg(test)]
mod tests;

use super::chunk::token;
use super::{Parsed, Sentence};
use builder::Builder;

/// Fills [`Parsed::clauses`]. Needs the chunks; corrects the form of a verb group where the clause shows
/// that the tagger was wrong.
pub fn clauses(sentence: &Sentence, parsed: &mut Parsed) {
    let cells = token::cells(sentence, parsed);
    let units = unit::units(&cells, parsed);
    parsed.clauses = Builder::new(&cells, parsed, &units).run();
}
