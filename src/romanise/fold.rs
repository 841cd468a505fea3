//! Words as tables are compared: small letters, one spelling of letters that are written in several ways.

use super::lattice::Unit;
use super::{latin, semitic};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// Small letters without accents.
pub fn bare(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for c in word.chars().flat_map(char::to_lowercase).filter_map(fold) {
        match latin::bare(c) {
            "" => out.push(c),
            plain => out.push_str(plain),
        }
    }
    out
}

/// A word in small letters, in the spellings that tables have; with particles and without.
pub fn folded(unit: &Unit, text: &str) -> Vec<String> {
    let word = unit.span.of(text);
    let fold =
        |word: &str| -> String { word.chars().flat_map(char::to_lowercase).filter_map(fold).collect() };
    if unit.script.is_consonantal() {
        semitic::without_particles(word).into_iter().map(fold).collect()
    } else {
        vec![fold(word)]
    }
}

/// A small letter as tables are compared; nothing for marks that some texts leave out.
fn fold(c: char) -> Option<char> {
    match c {
        'ё' => Some('е'),
        'أ' | 'إ' | 'آ' | 'ٱ' => Some('ا'),
        'ى' | 'ی' => Some('ي'),
        'ة' => Some('ه'),
        'ک' => Some('ك'),
        // Nukta and short vowels.
        '\u{93c}' | '\u{64b}'..='\u{652}' | '\u{307}' => None,
        '\u{958}' => Some('क'),
        '\u{959}' => Some('ख'),
        '\u{95a}' => Some('ग'),
        '\u{95b}' => Some('ज'),
        '\u{95c}' => Some('ड'),
        '\u{95d}' => Some('ढ'),
        '\u{95e}' => Some('फ'),
        '\u{901}' => Some('\u{902}'),
        'ά' => Some('α'),
        'έ' => Some('ε'),
        'ή' => Some('η'),
        'ί' => Some('ι'),
        'ό' => Some('ο'),
        'ύ' => Some('υ'),
        'ώ' => Some('ω'),
        'ς' => Some('σ'),
        '\u{4e00}'..='\u{9fff}' => Some(TRADITIONAL.get(&c).copied().unwrap_or(c)),
        other => Some(other),
    }
}

/// Traditional characters with their simplified forms, as far as names need them.
static TRADITIONAL: LazyLock<FxHashMap<char, char>> = LazyLock::new(|| {
    let lines = include_str!("../../data/names/traditional.tsv").lines();
    lines.filter_map(|l| Some((l.chars().next()?, l.chars().nth(2)?))).collect()
});
