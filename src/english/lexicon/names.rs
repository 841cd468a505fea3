//! Names in `data/names.fst`: places, nationalities, first names, organisations.

use super::table::Table;
use std::sync::LazyLock;

/// A sovereign state, or its short name.
pub const COUNTRY: u64 = 1;
/// A city or town.
pub const CITY: u64 = 2;
/// Another place.
pub const PLACE: u64 = 4;
/// An adjective or noun of nationality.
pub const NATIONALITY: u64 = 8;
/// A first name.
pub const FIRST_NAME: u64 = 16;
/// A family name much in the news.
pub const SURNAME: u64 = 32;
/// An organisation.
pub const ORG: u64 = 64;
/// A weekday.
pub const WEEKDAY: u64 = 128;
/// A month.
pub const MONTH: u64 = 256;
/// Also an ordinary word, first name or family name: counts only where the context asks for it.
pub const AMBIGUOUS: u64 = 512;

/// The longest name in the list, in words.
pub const LONGEST: usize = 6;

static NAMES: LazyLock<Option<fst::Map<&'static [u8]>>> =
    LazyLock::new(|| fst::Map::new(include_bytes!("../../../data/names.fst").as_slice()).ok());

/// Words written with a capital whatever they mean, in lower case, with their kind.
pub(crate) const CAPITALISED: Table = Table::new(include_str!("../../../data/capitalised.txt"));

/// What a name can be, as written (`Kyiv`, `New York`): the constants of this module added up; 0 if unknown.
pub fn flags(name: &str) -> u64 {
    NAMES.as_ref().and_then(|names| names.get(name)).unwrap_or(0)
}

/// Whether a longer name begins with these words (`New` in `New York`): the next word is worth a look.
pub fn begins(words: &str) -> bool {
    use fst::{IntoStreamer, Streamer};
    let prefix = format!("{words} ");
    let Some(names) = NAMES.as_ref() else { return false };
    let mut stream = names.range().ge(&prefix).into_stream();
    stream.next().is_some_and(|(name, _)| name.starts_with(prefix.as_bytes()))
}

/// Whether English gives this lower-case word a capital whatever it means: [`place_lower`] or [`capitalised_lower`].
pub fn is_capitalised(word: &str) -> bool {
    CAPITALISED.has(word)
}

/// Whether a lower-case word can only be the name of a place, written small by mistake (`kyiv`; not `china`, `turkey`,
/// `nice`, `reading`, which are words of their own).
pub fn place_lower(word: &str) -> bool {
    CAPITALISED.get(word) == Some("place")
}

/// Whether a lower-case word is one that English always capitalises: a nationality, language, weekday or month
/// (`russian`, `monday`; not `may`, `march`, `polish`), but no place.
pub fn capitalised_lower(word: &str) -> bool {
    CAPITALISED.get(word).is_some_and(|kind| kind != "place")
}
