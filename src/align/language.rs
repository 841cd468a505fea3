//! The language of a foreign text: as given, or as its letters show it (whatlang).

use crate::fact::language::Language;
use std::fmt;
use whatlang::{Lang, Script};

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
            Self::NoTable(code) => write!(f, "traduce has no table for the language `{code}`"),
        }
    }
}

/// Fewer letters do not show a language.
const FEWEST_LETTERS: usize = 50;

/// Fewer letters do not show that a text is in another language than the one given.
const FEWEST_AGAINST: usize = 120;

/// How many paragraphs are looked at, spread over the text, and how many bytes of each.
const MOST_SAMPLES: usize = 24;
const LONGEST_SAMPLE: usize = 480;

/// How sure whatlang must be to speak against the language that is given.
const SURE: f64 = 0.95;

/// Languages that whatlang takes for each other, or does not tell apart.
const NEAR: &[&[&str]] = &[
    &["hr", "sr", "bs", "sh", "sl", "mk"],
    &["ca", "es", "pt", "gl", "oc", "it", "fr"],
    &["id", "ms", "jv", "tl", "su"],
    &["no", "da", "sv", "nn", "nb", "fo", "is"],
    &["cs", "sk", "pl"],
    &["ru", "uk", "be", "bg", "mk", "sr"],
    &["hi", "mr", "ne"],
    &["fa", "ur", "ar", "ps"],
    &["nl", "af", "de", "lb"],
    &["fi", "et"],
    &["tr", "az"],
    &["he", "yi"],
    &["lt", "lv"],
    &["ro", "it", "la"],
];

/// ISO 639-1 codes of languages that go by another code here.
const ALIASES: &[(&str, &str)] = &[
    ("nb", "no"),
    ("nn", "no"),
    ("iw", "he"),
    ("in", "id"),
    ("cmn", "zh"),
    ("yue", "zh"),
    ("sh", "sr"),
    ("pes", "fa"),
    ("nob", "no"),
];

/// The code that traduce uses for a language: two letters, without the country (`pt-BR` is `pt`).
pub(super) fn normal_code(given: &str) -> Box<str> {
    let letters = given.split(['-', '_']).next().unwrap_or(given).trim().to_ascii_lowercase();
    let alias = ALIASES.iter().find(|(from, _)| *from == letters).map(|(_, to)| *to);
    let three = || Lang::from_code(letters.as_str()).map(code_of).filter(|_| letters.len() == 3);
    alias.or_else(three).map_or_else(|| letters.as_str().into(), Into::into)
}

/// What can be said of the language of a text.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Spoken {
    /// The code of the language.
    pub(super) code: Option<Box<str>>,
    /// Whether it was not given.
    pub(super) detected: bool,
    /// What is doubtful.
    pub(super) doubts: Vec<Doubt>,
}

impl Spoken {
    /// Of the paragraphs of a text, with the code that is given.
    pub(super) fn of(paragraphs: &[&str], given: Option<&str>) -> Self {
        let tally = Tally::of(paragraphs);
        let mut doubts = Vec::new();
        let code = match given.map(normal_code) {
            Some(given) => {
                doubts
                    .extend(tally.against(&given).map(|seems| Doubt::Other { given: given.clone(), seems }));
                Some(given)
            }
            None => {
                let code = tally.main();
                doubts.extend(code.is_none().then_some(Doubt::Unknown));
                code.map(Into::into)
            }
        };
        if doubts.is_empty() {
            doubts.extend(code.as_deref().and_then(|c| tally.beside(c)).map(|with| Doubt::Mixed { with }));
            let lacking = code.clone().filter(|c| Language::of(c).is_none());
            doubts.extend(lacking.map(Doubt::NoTable));
        }
        Self { code, detected: given.is_none(), doubts }
    }
}

/// Whether a text is so plainly in a language that one may say so; `None` where that cannot be told.
pub(super) fn is_in(paragraphs: &[&str], code: &str) -> Option<bool> {
    let tally = Tally::of(paragraphs);
    if tally.against(code).is_some() {
        return Some(false);
    }
    (tally.main() == Some(code)).then_some(true)
}

/// How many letters of a text seem to be in which language.
#[derive(Debug, Default)]
struct Tally {
    letters: usize,
    /// By letters, most first: code, letters, whether whatlang was sure of at least half of them.
    languages: Vec<(&'static str, usize, usize)>,
}

impl Tally {
    fn of(paragraphs: &[&str]) -> Self {
        let mut tally = Self::default();
        let step = paragraphs.len().div_ceil(MOST_SAMPLES).max(1);
        let mut short = String::new();
        for paragraph in paragraphs.iter().step_by(step) {
            let sample = start_of(paragraph, LONGEST_SAMPLE);
            // Short lines are read together.
            if sample.len() < FEWEST_LETTERS {
                short.push_str(sample);
                short.push('\n');
            } else {
                tally.add(sample);
            }
        }
        tally.add(start_of(&short, LONGEST_SAMPLE));
        tally.languages.sort_by_key(|&(code, letters, _)| (std::cmp::Reverse(letters), code));
        tally
    }

    fn add(&mut self, sample: &str) {
        let letters: usize = sample.chars().filter(|c| c.is_alphabetic()).map(weight).sum();
        self.letters += letters;
        let Some(info) = whatlang::detect(sample).filter(|_| letters > 0) else { return };
        let alone = matches!(
            info.script(),
            Script::Greek
                | Script::Hangul
                | Script::Hiragana
                | Script::Katakana
                | Script::Mandarin
                | Script::Thai
        );
        let sure = if alone || info.confidence() >= SURE { letters } else { 0 };
        let code = code_of(info.lang());
        match self.languages.iter_mut().find(|(c, ..)| *c == code) {
            Some((_, all, surely)) => {
                *all += letters;
                *surely += sure;
            }
            None => self.languages.push((code, letters, sure)),
        }
    }

    /// The language of most of the text.
    fn main(&self) -> Option<&'static str> {
        let &(code, letters, _) = self.languages.first()?;
        (self.letters >= FEWEST_LETTERS && letters * 2 > self.letters).then_some(code)
    }

    /// The language of the text, if it is plainly not the one given.
    fn against(&self, given: &str) -> Option<&'static str> {
        let &(code, letters, sure) = self.languages.first()?;
        let enough =
            letters >= FEWEST_AGAINST && letters * 10 >= self.letters * 7 && sure * 10 >= letters * 7;
        (enough && !are_near(code, given) && is_told_apart(given)).then_some(code)
    }

    /// A language in which a good part of the text is beside the main one.
    fn beside(&self, main: &str) -> Option<&'static str> {
        let part = |&&(code, letters, sure): &&(&'static str, usize, usize)| {
            !are_near(code, main)
                && letters >= FEWEST_AGAINST
                && letters * 5 >= self.letters
                && sure * 10 >= letters * 8
        };
        self.languages.iter().find(part).map(|(code, ..)| *code)
    }
}

/// A sign of Chinese, a syllable of Korean say as much as some letters.
const fn weight(c: char) -> usize {
    if c as u32 >= 0x2e80 { 4 } else { 1 }
}

fn are_near(a: &str, b: &str) -> bool {
    a == b || NEAR.iter().any(|group| group.contains(&a) && group.contains(&b))
}

/// Whether whatlang knows the language at all.
fn is_told_apart(code: &str) -> bool {
    Lang::all().iter().any(|&lang| code_of(lang) == code)
}

/// The first bytes of a text, up to a border of characters.
fn start_of(text: &str, bytes: usize) -> &str {
    let end = (0..=bytes.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    text.get(..end).unwrap_or("")
}

/// The ISO 639-1 code of a language, or its code of three letters.
fn code_of(lang: Lang) -> &'static str {
    match lang {
        Lang::Eng => "en",
        Lang::Rus => "ru",
        Lang::Cmn => "zh",
        Lang::Spa => "es",
        Lang::Por => "pt",
        Lang::Ita => "it",
        Lang::Ben => "bn",
        Lang::Fra => "fr",
        Lang::Deu => "de",
        Lang::Ukr => "uk",
        Lang::Kat => "ka",
        Lang::Ara => "ar",
        Lang::Hin => "hi",
        Lang::Jpn => "ja",
        Lang::Heb => "he",
        Lang::Yid => "yi",
        Lang::Pol => "pl",
        Lang::Jav => "jv",
        Lang::Kor => "ko",
        Lang::Nob => "no",
        Lang::Dan => "da",
        Lang::Swe => "sv",
        Lang::Fin => "fi",
        Lang::Tur => "tr",
        Lang::Nld => "nl",
        Lang::Hun => "hu",
        Lang::Ces => "cs",
        Lang::Ell => "el",
        Lang::Bul => "bg",
        Lang::Bel => "be",
        Lang::Mar => "mr",
        Lang::Ron => "ro",
        Lang::Slv => "sl",
        Lang::Hrv => "hr",
        Lang::Srp => "sr",
        Lang::Mkd => "mk",
        Lang::Lit => "lt",
        Lang::Lav => "lv",
        Lang::Est => "et",
        Lang::Vie => "vi",
        Lang::Urd => "ur",
        Lang::Tha => "th",
        Lang::Aze => "az",
        Lang::Ind => "id",
        Lang::Pes => "fa",
        Lang::Nep => "ne",
        Lang::Afr => "af",
        Lang::Lat => "la",
        Lang::Slk => "sk",
        Lang::Cat => "ca",
        Lang::Tgl => "tl",
        Lang::Hye => "hy",
        Lang::Cym => "cy",
        other => other.code(),
    }
}

#[cfg(test)]
#[path = "language/tests.rs"]
mod tests;
