//! What a language calls numbers, months, money and units: a table of forms that a linguist can write.
//!
//! One line a value: `class ⇥ value ⇥ forms`, forms separated by ` | `; `#` opens a comment. A form may have
//! several words. One with a capital letter counts only as written or in capitals throughout (`May`, `US`). A word
//! that ends in `*` stands for all words that begin with it (`миллион*`, `procent* bod*`), up to four letters longer.
//! What holds for the language as a whole are the lines `setting ⇥ key ⇥ value`, see [`Settings`].
//! The grammar asks for classes and settings, never for words.
//!
//! A language but English begins with `data/facts/common.tsv`, so that its table need not name `€` or `km`.

use super::cell::{CellKind, Lexed, fold, lex};
pub use super::class::Class;
use super::ratio::Ratio;
pub use settings::{DateOrder, Settings, SpaceGroups};

use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;

mod compound;
mod list;
mod prefix;
mod settings;

/// One form of one value.
#[derive(Clone, Debug)]
pub struct Form {
    /// What it is to the grammar.
    pub class: Class,
    /// The value as the table gives it.
    pub value: &'static str,
    /// The form as the table writes it.
    pub text: &'static str,
    /// The value as a number, where it is one; else nought.
    pub amount: Ratio,
    /// Its words and marks, the first included.
    pub pieces: Box<[Piece]>,
}

/// A word or mark of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// In small letters.
    pub folded: Box<str>,
    /// As written, where it has capitals.
    pub exact: Option<Box<str>>,
    /// How many letters may follow it.
    pub ending: usize,
}

/// The table of a language.
#[derive(Debug, Default)]
pub struct Language {
    code: &'static str,
    settings: Settings,
    /// Forms by their first piece.
    forms: FxHashMap<Box<str>, Vec<Form>>,
    /// Forms whose first piece ends in `*`, by what stands before it.
    stems: FxHashMap<Box<str>, Vec<Form>>,
    /// Words that stand behind the first of a form: they are not cut up.
    later: FxHashSet<Box<str>>,
    /// The classes that have forms, a bit each.
    classes: u128,
}

static ENGLISH: LazyLock<Language> =
    LazyLock::new(|| Language { code: "en", ..Language::read(include_str!("../../data/facts/en.tsv")).0 });

impl Language {
    /// English.
    pub fn english() -> &'static Self {
        &ENGLISH
    }

    /// The language with an ISO 639-1 code, in small letters; what stands behind a hyphen (`pt-BR`) is not looked
    /// at. `None` where there is no table.
    pub fn of(code: &str) -> Option<&'static Self> {
        let code = code.split(['-', '_']).next()?;
        let code = list::ALIASES.iter().find(|(alias, _)| *alias == code).map_or(code, |(_, code)| code);
        if code == "en" {
            return Some(Self::english());
        }
        list::LANGUAGES.iter().find(|entry| entry.code == code).map(|entry| &**entry.language)
    }

    /// The codes of all languages that have a table.
    pub fn codes() -> impl Iterator<Item = &'static str> {
        std::iter::once("en").chain(list::LANGUAGES.iter().map(|entry| entry.code))
    }

    /// ISO 639-1 code; empty for a table that was read by itself.
    pub const fn code(&self) -> &'static str {
        self.code
    }

    /// English name.
    pub const fn name(&self) -> &'static str {
        self.settings.name
    }

    /// What holds for the language as a whole.
    pub const fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Whether its table has forms of a class.
    pub const fn has(&self, class: Class) -> bool {
        self.classes & class.bit() != 0
    }

    /// Reads a table; the second result are the lines that cannot be understood, which are left out.
    pub fn read(table: &'static str) -> (Self, Vec<&'static str>) {
        let mut language = Self::default();
        let wrong = language.add_table(table);
        language.join_stems();
        (language, wrong)
    }

    /// Reads the table of a language but English, and what it shares with others.
    pub fn foreign(
        code: &'static str,
        common: &'static str,
        table: &'static str,
    ) -> (Self, Vec<&'static str>) {
        let mut language = Self { code, settings: Settings::FOREIGN, ..Self::default() };
        // The table first: its settings hold for the common forms as well.
        let mut wrong = language.add_table(table);
        wrong.extend(language.add_table(common));
        language.join_stems();
        (language, wrong)
    }

    /// Whether a word in small letters is a number or part of one: `twelve`, `million`, `half`, `third`.
    pub fn is_number_word(&self, word: &str) -> bool {
        let number = |class| {
            matches!(
                class,
                Class::Unit
                    | Class::Tens
                    | Class::Hundred
                    | Class::Scale
                    | Class::Collective
                    | Class::Fraction
                    | Class::Ordinal
            )
        };
        self.forms(word).iter().any(|form| number(form.class) && form.pieces.len() == 1)
    }

    fn add_table(&mut self, table: &'static str) -> Vec<&'static str> {
        let mut wrong = Vec::new();
        for line in table.lines().filter(|l| !l.trim().is_empty() && !l.starts_with('#')) {
            if self.add(line).is_none() {
                wrong.push(line);
            }
        }
        wrong
    }

    /// Adds a line of a table.
    fn add(&mut self, line: &'static str) -> Option<()> {
        let mut columns = line.split('\t');
        let (class, value, forms) = (columns.next()?.trim(), columns.next()?.trim(), columns.next()?);
        if class == "setting" {
            return self.settings.set(value, forms.trim());
        }
        let class = Class::find(class)?;
        let amount = Ratio::parse(value).unwrap_or(Ratio::ZERO);
        self.classes |= class.bit();
        for text in forms.split(" | ").map(str::trim) {
            let pieces = pieces(text, class == Class::MeasureSign, self.settings.ending);
            let first = pieces.first()?;
            let (key, stem) = (first.folded.clone(), first.ending > 0);
            if self.settings.glued {
                self.later.extend(pieces.iter().skip(1).map(|piece| piece.folded.clone()));
            }
            let map = if stem { &mut self.stems } else { &mut self.forms };
            map.entry(key).or_default().push(Form { class, value, text, amount, pieces });
        }
        Some(())
    }

    /// Gives every word of the table the forms of the stems that it begins with, so that one look finds all.
    fn join_stems(&mut self) {
        if self.stems.is_empty() {
            return;
        }
        let shorter = |word: &str, whole: bool| -> Vec<Form> {
            prefixes(word, self.settings.ending)
                .skip(usize::from(!whole))
                .filter_map(|stem| self.stems.get(stem))
                .flatten()
                .cloned()
                .collect()
        };
        let more = |map: &FxHashMap<Box<str>, Vec<Form>>, whole| -> Vec<(Box<str>, Vec<Form>)> {
            map.keys().map(|word| (word.clone(), shorter(word, whole))).collect()
        };
        let (words, stems) = (more(&self.forms, true), more(&self.stems, false));
        for (word, forms) in words {
            self.forms.entry(word).or_default().extend(forms);
        }
        for (stem, forms) in stems {
            // An ending as long as allowed counts from the shorter stem.
            self.stems.entry(stem).or_default().extend(forms);
        }
    }

    /// The forms that begin with a word or mark, given in small letters.
    pub fn forms(&self, folded: &str) -> &[Form] {
        if let Some(forms) = self.forms.get(folded) {
            return forms;
        }
        if self.stems.is_empty() {
            return &[];
        }
        prefixes(folded, self.settings.ending)
            .find_map(|stem| self.stems.get(stem))
            .map_or(&[], Vec::as_slice)
    }
}

/// A word and what is left of it without one to `most` of its last letters, the longest first.
fn prefixes(word: &str, most: usize) -> impl Iterator<Item = &str> {
    let ends = word.char_indices().rev().map(|(at, _)| at).take(most);
    std::iter::once(word.len()).chain(ends).filter_map(|end| word.get(..end))
}

/// The words and marks of a form; all words as written, or only those with capitals.
fn pieces(form: &str, as_written: bool, ending: usize) -> Box<[Piece]> {
    let exact = |l: &Lexed<'_>| as_written || l.text.contains(char::is_uppercase);
    let mut pieces: Vec<Piece> = Vec::new();
    for l in lex(form) {
        match pieces.last_mut() {
            Some(last) if l.text == "*" && l.glued => last.ending = ending,
            _ => pieces.push(Piece {
                folded: fold(l.text).collect::<String>().into(),
                exact: (l.kind == CellKind::Word && exact(&l)).then(|| l.text.into()),
                ending: 0,
            }),
        }
    }
    pieces.into()
}

#[cfg(test)]
#[path = "language/tests.rs"]
mod tests;
