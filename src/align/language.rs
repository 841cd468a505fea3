//! The language of a foreign text: as given, or as its letters show it.

use crate::fact::language::Language;
use std::fmt;

/// What is doubtful about the language of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// No language was given, and the text is too short or too strange to show it.
    Unknown,
    /// The text is plainly in another language than the one given.
    Other {
        /// Code of the language that was given.
        given: Box<str>,
        /// Code of the language that it seems to be.
        seems: &'static str,
    },
    /// A good part of the text is in another language than the rest.
    Mixed {
        /// Code of the other language.
        with: &'static str,
    },
    /// There is no table of facts for the language.
    NoTable(Box<str>),
}

impl fmt::Display for Doubt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown => write!(f, "the language of the source cannot be told from its text"),
            Self::Other { given, seems } => {
                write!(f, "the source is said to be `{given}`, but seems to be `{seems}`")
            }
            Self::Mixed { with } => write!(f, "a part of the source is in another language: `{with}`"),
            Self::NoTable(code) => write!(f, "traduce knows no facts in the language `{code}`"),
        }
    }
}

/// The table of facts of a language, by its ISO 639-1 code.
pub fn table(code: &str) -> Option<&'static Language> {
    (code == "en").then(Language::english)
}
