//! What a language calls numbers, months, money and units: a table of forms that a linguist can write.
//!
//! One line a value: `class ⇥ value ⇥ forms`, forms separated by ` | `; `#` opens a comment. A form may have
//! several words. One with a capital letter counts only as written or in capitals throughout (`May`, `US`); one
//! that ends in `*` stands for all words that begin with it (`миллион*`), up to four letters longer.
//! The grammar asks for classes, never for words.

use super::cell::{CellKind, Lexed, fold, lex};
pub use super::class::Class;
use super::ratio::Ratio;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// How many letters a word may have beyond a form that ends in `*`.
const LONGEST_ENDING: usize = 4;

/// One form of one value.
#[derive(Debug)]
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
#[derive(Debug, PartialEq, Eq)]
pub struct Piece {
    /// In small letters.
    pub folded: Box<str>,
    /// As written, where it has capitals.
    pub exact: Option<Box<str>>,
}

/// The table of a language.
#[derive(Debug, Default)]
pub struct Language {
    /// Forms by their first piece.
    forms: FxHashMap<Box<str>, Vec<Form>>,
    /// Forms that end in `*`, by what stands before it.
    stems: FxHashMap<Box<str>, Vec<Form>>,
}

static ENGLISH: LazyLock<Language> =
    LazyLock::new(|| Language::read(include_str!("../../data/facts/en.tsv")).0);

impl Language {
    /// English.
    pub fn english() -> &'static Self {
        &ENGLISH
    }

    /// Reads a table; the second result are the lines that cannot be understood, which are left out.
    pub fn read(table: &'static str) -> (Self, Vec<&'static str>) {
        let mut language = Self::default();
        let mut wrong = Vec::new();
        for line in table.lines().filter(|l| !l.trim().is_empty() && !l.starts_with('#')) {
            if language.add(line).is_none() {
                wrong.push(line);
            }
        }
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

    /// Adds a line of a table.
    fn add(&mut self, line: &'static str) -> Option<()> {
        let mut columns = line.split('\t');
        let (class, value, forms) = (columns.next()?, columns.next()?.trim(), columns.next()?);
        let class = Class::find(class.trim())?;
        let amount = Ratio::parse(value).unwrap_or(Ratio::ZERO);
        for form in forms.split(" | ") {
            let form = form.trim();
            let (text, stem) = form.strip_suffix('*').map_or((form, false), |stem| (stem, true));
            let pieces = pieces(text, class == Class::MeasureSign);
            let key = pieces.first()?.folded.clone();
            let map = if stem { &mut self.stems } else { &mut self.forms };
            map.entry(key).or_default().push(Form { class, value, text, amount, pieces });
        }
        Some(())
    }

    /// The forms that begin with a word or mark, given in small letters.
    pub fn forms(&self, folded: &str) -> &[Form] {
        if let Some(forms) = self.forms.get(folded) {
            return forms;
        }
        if self.stems.is_empty() {
            return &[];
        }
        let ends = folded.char_indices().rev().map(|(at, _)| at).take(LONGEST_ENDING);
        std::iter::once(folded.len())
            .chain(ends)
            .find_map(|end| self.stems.get(folded.get(..end)?))
            .map_or(&[], Vec::as_slice)
    }
}

/// The words and marks of a form; all words as written, or only those with capitals.
fn pieces(form: &str, as_written: bool) -> Box<[Piece]> {
    let exact = |l: &Lexed<'_>| as_written || l.text.contains(char::is_uppercase);
    let piece = |l: &Lexed<'_>| Piece {
        folded: fold(l.text).collect::<String>().into(),
        exact: (l.kind == CellKind::Word && exact(l)).then(|| l.text.into()),
    };
    lex(form).iter().map(piece).collect()
}

#[cfg(test)]
#[path = "language/tests.rs"]
mod tests;
