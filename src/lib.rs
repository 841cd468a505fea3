//! traduce checks translated news written in English: it flags likely mistranslations, says which source
//! phrase explains each, and suggests an inflected fix.
//!
//! The way of the data is one-way; see `docs/design.md`.

pub mod align;
pub mod article;
pub mod check;
pub mod cli;
pub mod compare;
pub mod english;
pub mod example;
pub mod fact;
pub mod finding;
pub mod fix;
pub mod lint;
pub mod pattern;
pub mod report;
pub mod romanise;
pub mod rule;
pub mod source;
pub mod span;
pub mod suppress;
pub mod text;
