//! The languages whose tables are built in. A new one is a file in `data/facts/` and a line here.

use super::Language;
use std::sync::LazyLock;

/// A language, read when it is first asked for.
pub struct Entry {
    /// Its ISO 639-1 code.
    pub code: &'static str,
    /// Its table as it stands in the file.
    #[cfg_attr(not(test), allow(dead_code))]
    pub table: &'static str,
    /// Its table, read.
    pub language: &'static LazyLock<Language>,
}

/// What all languages but English share: symbols, codes of currencies.
pub const COMMON: &str = include_str!("../../../data/facts/common.tsv");

macro_rules! languages {
    ($($code:literal),* $(,)?) => {
        &[$(Entry {
            code: $code,
            table: include_str!(concat!("../../../data/facts/", $code, ".tsv")),
            language: {
                static READ: LazyLock<Language> = LazyLock::new(|| {
                    let table = include_str!(concat!("../../../data/facts/", $code, ".tsv"));
                    Language::foreign($code, COMMON, table).0
                });
                &READ
            },
        }),*]
    };
}

/// All languages but English, one line a code so that two hands seldom meet.
#[rustfmt::skip]
pub const LANGUAGES: &[Entry] = languages![
    "ar",
    "bg",
    "ca",
    "cs",
    "da",
    "de",
    "el",
    "es",
    "fa",
    "fi",
    "fr",
    "he",
    "hi",
    "hr",
    "hu",
    "id",
    "it",
    "ja",
    "ko",
    "nl",
    "no",
    "pl",
    "pt",
    "ro",
    "ru",
    "sr",
    "sv",
    "tr",
    "uk",
    "vi",
    "zh",
];

/// Codes of languages that another's table serves: one written in the same way, or an older code.
pub const ALIASES: &[(&str, &str)] = &[("nb", "no"), ("nn", "no"), ("bs", "hr"), ("in", "id"), ("iw", "he")];
