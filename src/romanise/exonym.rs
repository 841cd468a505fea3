//! Names that are no transliterations: countries, nationalities, cities, organisations, rulers, feasts, by tables that a
//! linguist can edit (`data/names/*.tsv`).
//!
//! A concept is called by its first English form, or a country by its code. Tables are read when their language is first met.

use super::fold::{bare, folded};
use super::lattice::{Lattice, Unit};
use super::{Script, common, han};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::{LazyLock, OnceLock};

/// What a name is called by in all languages.
pub type Concept = &'static str;

/// What kind of name a table lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// A country or continent.
    Country,
    /// An adjective or noun of a country's people.
    Demonym,
    /// A city.
    City,
    /// Another place, or a city with its adjectives.
    Place,
    /// An organisation.
    Organisation,
    /// A person.
    Person,
    /// A first name that is translated for rulers and saints.
    Given,
    /// A feast, a people of a faith, a work.
    Thing,
}

impl Class {
    fn find(name: &str) -> Option<Self> {
        Some(match name {
            "country" => Self::Country,
            "demonym" => Self::Demonym,
            "city" => Self::City,
            "place" => Self::Place,
            "org" => Self::Organisation,
            "person" => Self::Person,
            "given" => Self::Given,
            "thing" => Self::Thing,
            _ => return None,
        })
    }
}

/// A listed name in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known {
    /// First unit of the [`Lattice`].
    pub first: usize,
    /// One past the last unit.
    pub end: usize,
    /// What it names.
    pub concept: Concept,
    /// Its kind.
    pub class: Class,
    /// Whether it can hardly be anything else: a name as listed, with a capital where the script has any. Others may excuse
    /// an English name but not demand one.
    pub certain: bool,
}

#[derive(Debug)]
struct Form {
    concept: Concept,
    class: Class,
    /// The words, without their endings.
    pieces: Box<[Piece]>,
    capital: bool,
    /// Written with a star.
    open: bool,
    /// In capitals throughout.
    acronym: bool,
}

#[derive(Debug)]
struct Piece {
    stem: Box<str>,
    /// Letters that may follow; more for words with a star.
    ending: usize,
    /// The letters that the listed form has after the stem.
    cut: usize,
    /// Letters beyond those of the listed form with which it is still surely the same name.
    sure: usize,
}

/// The forms of a language, by the stem of the first word.
#[derive(Debug, Default)]
struct Index {
    forms: FxHashMap<Box<str>, Vec<Form>>,
    /// Beginnings of the words of the forms of each country, without accents.
    beginnings: FxHashMap<Concept, Vec<String>>,
    /// What has forms in the language's own letters.
    concepts: FxHashSet<Concept>,
}

macro_rules! tables {
    ($($code:literal),*) => {
        &[$(($code, include_str!(concat!("../../data/names/", $code, ".tsv")))),*]
    };
}

static TABLES: &[(&str, &str)] = tables!(
    "ar", "bg", "ca", "cs", "da", "de", "el", "en", "es", "fa", "fi", "fr", "he", "hi", "hr", "hu", "id",
    "it", "ja", "ko", "nl", "no", "pl", "pt", "ro", "ru", "sr", "sv", "tr", "uk", "vi", "zh"
);
static WORLD: &str = include_str!("../../data/names/world.tsv");
static INDEXES: [OnceLock<Index>; 32] = [const { OnceLock::new() }; 32];
/// Of languages without a table: what is the same in all.
static OTHERS: LazyLock<Index> = LazyLock::new(|| Index::read("", "xx"));

/// Concepts by English form, and English forms by concept.
type EnglishForms = (FxHashMap<String, Concept>, FxHashMap<Concept, Vec<&'static str>>);

/// English forms of the concepts, lower-cased, with what they are called by; and those of a concept, as written.
static ENGLISH: LazyLock<EnglishForms> = LazyLock::new(|| {
    let (mut by_form, mut by_concept) = (FxHashMap::default(), FxHashMap::default());
    for (class, value, forms) in lines(table("en").unwrap_or("")).chain(lines(WORLD)) {
        let country = matches!(class, Class::Country | Class::Demonym);
        let (concept, forms) = if country { (value, forms) } else { (first_of(value), value) };
        for form in forms.split(" | ") {
            let form = form.trim();
            if !country {
                by_form.entry(form.to_lowercase()).or_insert(concept);
            }
            by_concept.entry(concept).or_insert_with(Vec::new).push(form);
        }
    }
    (by_form, by_concept)
});

fn table(code: &str) -> Option<&'static str> {
    TABLES.iter().find(|(own, _)| *own == code).map(|(_, text)| *text)
}

fn first_of(forms: &'static str) -> &'static str {
    forms.split(" | ").next().unwrap_or(forms).trim()
}

/// Class, value and forms of each line that is understood.
fn lines(table: &'static str) -> impl Iterator<Item = (Class, &'static str, &'static str)> {
    table.lines().filter(|l| !l.starts_with('#')).filter_map(|line| {
        let mut columns = line.split('\t');
        Some((Class::find(columns.next()?)?, columns.next()?.trim(), columns.next()?.trim()))
    })
}

/// The English forms of a concept, the one to suggest first; the concept itself where no table lists it.
pub fn english(concept: Concept) -> Vec<&'static str> {
    ENGLISH.1.get(concept).cloned().unwrap_or_else(|| vec![concept])
}

/// Whether there is a table of a language.
pub fn covers(language: &str) -> bool {
    table(language).is_some()
}

/// Whether the table of a language has forms of a concept, so that the absence of all of them says something.
pub fn lists(concept: Concept, language: &str) -> bool {
    index(language).concepts.contains(concept)
}

/// Lines of the tables that cannot be understood. For tests of the data.
pub fn misread() -> Vec<&'static str> {
    let all = TABLES.iter().map(|(_, text)| *text).chain([WORLD]);
    all.flat_map(str::lines).filter(|l| !l.starts_with('#') && lines(l).next().is_none()).collect()
}

/// The listed names of a text, of which some may lie over each other.
pub fn known(lattice: &Lattice, text: &str, language: &str) -> Vec<Known> {
    let index = index(language);
    let words: Vec<Vec<String>> = lattice.units.iter().map(|unit| folded(unit, text)).collect();
    let mut out = Vec::new();
    for first in 0..words.len() {
        let capital = lattice.units.get(first).is_some_and(|u| u.capital);
        let shouted = lattice.units.get(first).is_some_and(|u| is_acronym(u, text));
        for word in words.get(first).into_iter().flatten() {
            for (end, _) in word.char_indices().skip(1).chain([(word.len(), ' ')]) {
                for form in index.forms.get(word.get(..end).unwrap_or("")).into_iter().flatten() {
                    let small = language == "en" && form.capital && !capital;
                    if form.acronym && !shouted || small {
                        continue;
                    }
                    if let Some(mut known) = form.at(first, &words, lattice) {
                        known.certain &= !form.is_doubtful(language, word);
                        out.push(known);
                    }
                }
            }
        }
    }
    out.dedup();
    doubt_parts(&mut out, lattice, text);
    out
}

/// In scripts without spaces a listed name may be part of a longer one (`巴西` in `巴西利卡塔`).
fn doubt_parts(all: &mut [Known], lattice: &Lattice, text: &str) {
    let spans: Vec<(usize, usize)> = all.iter().map(|k| (k.first, k.end)).collect();
    for known in all {
        let longer = |(first, end): &(usize, usize)| {
            *first <= known.first && known.end <= *end && end - first > known.end - known.first
        };
        let next = lattice.units.get(known.end..known.end + 2).unwrap_or(&[]);
        let goes_on =
            next.len() == 2 && next.iter().all(|u| u.glued && u.span.of(text).chars().all(han::transcribes));
        let han = lattice.units.get(known.first).is_some_and(|u| u.script == Script::Han);
        known.certain &= !(spans.iter().any(longer) || han && goes_on);
    }
}

/// Whether a word may be of the family of a country's names, as adjectives and compounds are: it begins with the same three
/// letters as one of them or holds its first four.
pub fn may_name(word: &str, concept: Concept, language: &str) -> bool {
    let word = bare(word);
    let begins = |beginning: &String| {
        let three =
            beginning.char_indices().nth(3).and_then(|(at, _)| beginning.get(..at)).unwrap_or(beginning);
        word.starts_with(three) || word.contains(beginning.as_str())
    };
    index(language).beginnings.get(concept).is_some_and(|all| all.iter().any(begins))
}

fn index(language: &str) -> &'static Index {
    match TABLES.iter().position(|(code, _)| *code == language) {
        Some(at) => match INDEXES.get(at) {
            Some(cell) => cell.get_or_init(|| Index::read(table(language).unwrap_or(""), language)),
            None => &OTHERS,
        },
        None => &OTHERS,
    }
}

impl Form {
    /// Whether what stands there may be an ordinary word: short stems, and German nouns.
    fn is_doubtful(&self, language: &str, word: &str) -> bool {
        let stem = self.pieces.first().map_or(0, |p| p.stem.chars().count());
        let open = stem < 4 || language == "de" && !matches!(self.class, Class::Country | Class::City);
        open && self.pieces.len() == 1 && !self.acronym && common::is_common(word, language)
    }

    /// Whether its words stand from a unit on.
    fn at(&self, first: usize, words: &[Vec<String>], lattice: &Lattice) -> Option<Known> {
        let stem: usize = self.pieces.iter().map(|p| p.stem.chars().count()).max().unwrap_or(0);
        let mut exact = !self.open || stem >= 5;
        for (ahead, piece) in self.pieces.iter().enumerate() {
            let word = words.get(first + ahead)?.iter().find_map(|word| {
                let rest = word.strip_prefix(&*piece.stem)?.chars().count();
                (rest <= piece.ending).then_some(rest)
            })?;
            exact &= word <= piece.cut + piece.sure;
        }
        let unit = lattice.units.get(first)?;
        let capital = !unit.script.has_capitals() || self.capital && unit.capital;
        let letters: usize = self.pieces.iter().map(|p| p.stem.chars().count() + p.cut).sum();
        let long = if unit.script == Script::Han { letters >= 2 } else { letters >= 3 };
        let named = !matches!(self.class, Class::Demonym | Class::Given | Class::Thing);
        Some(Known {
            first,
            end: first + self.pieces.len(),
            concept: self.concept,
            class: self.class,
            certain: exact && capital && long && named,
        })
    }
}

impl Index {
    fn read(table: &'static str, language: &str) -> Self {
        let mut index = Self::default();
        for (class, value, forms) in lines(table) {
            let own = ENGLISH.0.get(&value.to_lowercase()).copied();
            let concept = if class == Class::City { own.unwrap_or(value) } else { value };
            index.add(class, concept, forms, language);
        }
        for (class, value, forms) in lines(WORLD) {
            index.add(class, first_of(value), if language == "en" { value } else { forms }, language);
            if language != "en" {
                // What other languages do not write otherwise they may write as English does.
                index.add(class, first_of(value), value, "en");
            }
        }
        index
    }

    fn add(&mut self, class: Class, concept: Concept, forms: &'static str, language: &str) {
        for form in forms.split(" | ") {
            let form = form.trim();
            if matches!(class, Class::Country | Class::Demonym) {
                let words = form.split([' ', '-']).map(bare).filter(|w| w.chars().count() >= 4);
                let start = |w: String| w.chars().take(4).collect::<String>();
                self.beginnings.entry(concept).or_default().extend(words.map(start));
            }
            let open = form.contains('*');
            let units = Lattice::units(form.trim_end_matches('*'));
            let stars: Vec<bool> = units
                .iter()
                .map(|u| form.get(u.span.end as usize..).is_some_and(|r| r.starts_with('*')))
                .collect();
            let pieces: Box<[Piece]> =
                units.iter().zip(stars).map(|(unit, star)| piece(unit, form, star, language)).collect();
            let Some(first) = pieces.first() else { continue };
            if units.first().is_some_and(|u| is_script_of(u.script, language)) {
                self.concepts.insert(concept);
            }
            let capital = units.first().is_some_and(|u| u.capital);
            let key = first.stem.clone();
            let acronym = units.first().is_some_and(|u| u.script.has_capitals() && is_acronym(u, form));
            self.forms.entry(key).or_default().push(Form { concept, class, pieces, capital, open, acronym });
        }
    }
}

/// Whether a language is written in a script.
fn is_script_of(script: Script, language: &str) -> bool {
    match language {
        "ru" | "uk" | "bg" | "sr" => script == Script::Cyrillic,
        "el" => script == Script::Greek,
        "ar" | "fa" => script == Script::Arabic,
        "he" => script == Script::Hebrew,
        "hi" => script == Script::Devanagari,
        "zh" => script == Script::Han,
        "ja" => matches!(script, Script::Han | Script::Kana),
        "ko" => script == Script::Hangul,
        _ => script == Script::Latin,
    }
}

/// Languages whose nouns have case endings.
fn is_inflected(language: &str) -> bool {
    matches!(language, "ru" | "uk" | "bg" | "sr" | "hr" | "pl" | "cs" | "el" | "fi" | "hu" | "tr" | "ro")
}

fn piece(unit: &Unit, form: &str, star: bool, language: &str) -> Piece {
    let word = folded(unit, form).into_iter().next().unwrap_or_default();
    let length = word.chars().count();
    match unit.script {
        Script::Han | Script::Kana => {
            Piece { stem: word.into(), ending: if star { 6 } else { 0 }, cut: 0, sure: 2 }
        }
        Script::Hangul => Piece { stem: word.into(), ending: 4, cut: 0, sure: 2 },
        _ if star => Piece { stem: word.into(), ending: 12, cut: 0, sure: 3 },
        Script::Arabic | Script::Hebrew | Script::Devanagari => {
            Piece { stem: word.into(), ending: if length >= 3 { 2 } else { 0 }, cut: 0, sure: 0 }
        }
        Script::Latin if matches!(language, "fi" | "hu" | "tr") && length >= 3 => {
            let stem = word.trim_end_matches(|c| "aeiouyäöáéő".contains(c));
            let stem = if stem.chars().count() + 1 < length || stem.chars().count() < 3 {
                word.as_str()
            } else {
                stem
            };
            let cut = length - stem.chars().count();
            Piece { stem: stem.into(), ending: cut + 6, cut, sure: 5 }
        }
        _ if is_inflected(language) && length >= 3 && !is_acronym(unit, form) => {
            let stem =
                word.trim_end_matches(|c| "aeiouyáéíóúýůěąęăâîαειουηωάέίόύήώςаеиоуыэюяйьії".contains(c));
            let mut stem = if stem.chars().count() < 3 { word.as_str() } else { stem };
            if length - stem.chars().count() > 2 {
                stem = word.char_indices().nth(length - 2).and_then(|(at, _)| word.get(..at)).unwrap_or(stem);
            }
            let cut = length - stem.chars().count();
            Piece { stem: stem.into(), ending: cut + 3, cut, sure: 2 }
        }
        _ => Piece { stem: word.into(), ending: if length >= 3 { 1 } else { 0 }, cut: 0, sure: 2 },
    }
}

/// Whether capitals outweigh: `UE`, `USAs`, `НАТО`.
fn is_acronym(unit: &Unit, text: &str) -> bool {
    let word = unit.span.of(text);
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    capitals * 2 > word.chars().count()
}
