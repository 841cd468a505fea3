//! Names of other scripts in Latin letters, as the English press writes them, and a comparison of names by sound.
//!
//! Invariants: pure, never panics on any string. [`romanise`] gives one press form, for people to read; [`Lattice`] keeps
//! all readings of a text, for [`Lattice::closest`], which finds the passage that sounds most like an English name.

pub mod common;
mod cyrillic;
mod devanagari;
pub mod exonym;
mod fold;
mod greek;
mod han;
mod hangul;
mod kana;
mod key;
mod latin;
mod lattice;
mod semitic;

pub use key::Key;
pub use lattice::{Lattice, Manner, Match, Unit};

/// Writing systems that are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Script {
    /// Latin letters.
    Latin,
    /// Cyrillic letters.
    Cyrillic,
    /// Greek letters.
    Greek,
    /// Arabic letters, Persian ones included.
    Arabic,
    /// Hebrew letters.
    Hebrew,
    /// Devanagari.
    Devanagari,
    /// Chinese characters.
    Han,
    /// Hiragana and katakana.
    Kana,
    /// Korean syllables.
    Hangul,
}

impl Script {
    /// The script of a letter; nothing for marks, digits and other scripts.
    pub fn of(c: char) -> Option<Self> {
        Some(match c {
            '\u{3041}'..='\u{309f}' | '\u{30a1}'..='\u{30fa}' | '\u{30fc}'..='\u{30ff}' => Self::Kana,
            '\u{3005}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' => Self::Han,
            '\u{ac00}'..='\u{d7a3}' => Self::Hangul,
            '\u{900}'..='\u{963}' | '\u{970}'..='\u{97f}' => Self::Devanagari,
            '\u{590}'..='\u{5ff}' => Self::Hebrew,
            '\u{620}'..='\u{65f}' | '\u{66e}'..='\u{6d3}' | '\u{6fa}'..='\u{6ff}' => Self::Arabic,
            '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => Self::Greek,
            '\u{400}'..='\u{52f}' => Self::Cyrillic,
            c if c.is_alphabetic() && c < '\u{250}' || matches!(c, '\u{1e00}'..='\u{1eff}') => Self::Latin,
            _ => return None,
        })
    }

    /// Whether words stand apart.
    pub const fn has_spaces(self) -> bool {
        !matches!(self, Self::Han | Self::Kana)
    }

    /// Whether names can be told by their capital.
    pub const fn has_capitals(self) -> bool {
        matches!(self, Self::Latin | Self::Cyrillic | Self::Greek)
    }

    /// Whether short vowels are not written.
    pub const fn is_consonantal(self) -> bool {
        matches!(self, Self::Arabic | Self::Hebrew)
    }
}

/// A word or name in Latin letters as the English press would write it, with a capital where the original has one or the
/// script has none. `language` is an ISO 639-1 code; an unknown one is read as the commonest language of the script. Latin
/// words stay as they are.
pub fn romanise(text: &str, language: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let script = Script::of(first);
        let end = rest.find(|c| Script::of(c) != script && !is_inner_mark(c)).unwrap_or(rest.len());
        let (run, after) = rest.split_at(end.max(first.len_utf8()));
        rest = after;
        match script {
            None | Some(Script::Latin) => out.push_str(run),
            Some(script) => out.push_str(&run_of(run, script, language)),
        }
    }
    out
}

/// Marks inside words of scripts that combine letters.
fn is_inner_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{200c}' | '\u{200d}')
}

/// A run of letters of one script.
fn run_of(run: &str, script: Script, language: &str) -> String {
    let capital = !script.has_capitals() || run.chars().next().is_some_and(char::is_uppercase);
    let plain = match script {
        Script::Latin => run.to_owned(),
        Script::Cyrillic => cyrillic::romanise(run, language),
        Script::Greek => greek::romanise(run),
        Script::Arabic => semitic::arabic(run),
        Script::Hebrew => semitic::hebrew(run),
        Script::Devanagari => devanagari::romanise(run),
        Script::Han if language == "ja" => han::japanese(run),
        Script::Han => han::chinese(run),
        Script::Kana => kana::romanise(run),
        Script::Hangul => hangul::romanise(run),
    };
    if capital { latin::capitalise(&plain) } else { plain }
}

#[cfg(test)]
mod tests;
