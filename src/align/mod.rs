//! A foreign text and which of its sentences stand behind which sentences of the translation.
//!
//! Invariants: pure, never panics, the same result for the same texts. The links of an [`Alignment`] tile both sides in order:
//! every sentence of the source and every sentence of the translation belongs to exactly one link.

mod language;
mod lattice;
mod link;
mod profile;
mod source;
mod split;

pub use language::Doubt;
pub use link::{Alignment, Link, Mismatch, align};
pub use source::{SourceSentence, SourceText};
