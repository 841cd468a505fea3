//! What people and programs see. Lines and columns exist only here and in `cli`.

pub mod beside;
pub mod clip;
pub mod corpus;
pub mod example;
pub mod facts;
pub mod family;
pub mod jsonl;
pub mod layers;
pub mod position;
pub mod problem;
pub mod rule;
#[cfg(test)]
mod sample;
pub mod sheet;
pub mod summary;
pub mod table;
#[cfg(test)]
mod tests;
pub mod text;

/// Where the text of an article comes from, for display.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Origin<'a> {
    /// The path as the user gave it, or the name of standard input.
    pub path: &'a str,
    /// The record within a `.jsonl` file: its id, or its line number where it has none.
    pub record: Option<&'a str>,
}
