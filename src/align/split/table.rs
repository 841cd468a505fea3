//! The table of abbreviations and ordinals.

use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;

/// Which numbers with a full stop are ordinals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ordinals {
    /// Before any word.
    Any,
    /// Before a small letter only, where no sentence ends anyway.
    Small,
}

/// What a language says of full stops.
#[derive(Debug, Default)]
struct Entry {
    abbreviations: FxHashSet<&'static str>,
    before_numbers: FxHashSet<&'static str>,
    closing: FxHashSet<&'static str>,
    ordinal: Option<Ordinals>,
    opening: FxHashSet<&'static str>,
    length: Option<f64>,
    reporting: Vec<&'static str>,
}

static ENTRIES: LazyLock<FxHashMap<&'static str, Entry>> =
    LazyLock::new(|| read(include_str!("../../../data/align/sentences.tsv")).0);

static NONE: LazyLock<Entry> = LazyLock::new(Entry::default);

/// The entries by language, and the lines that cannot be understood.
fn read(table: &'static str) -> (FxHashMap<&'static str, Entry>, Vec<&'static str>) {
    let mut entries: FxHashMap<&'static str, Entry> = FxHashMap::default();
    let mut wrong = Vec::new();
    for line in table.lines().filter(|l| !l.trim().is_empty() && !l.starts_with('#')) {
        if add(line, &mut entries).is_none() {
            wrong.push(line);
        }
    }
    (entries, wrong)
}

fn add(line: &'static str, entries: &mut FxHashMap<&'static str, Entry>) -> Option<()> {
    let mut columns = line.split('\t');
    let (code, class, forms) = (columns.next()?, columns.next()?, columns.next()?);
    let entry = entries.entry(code).or_default();
    // Of a form with spaces, the word before its last stop is what is looked up.
    let words = forms.split(" | ").map(|form| form.trim().rsplit(' ').next().unwrap_or(form));
    match class {
        "abbreviation" => entry.abbreviations.extend(words),
        "number" => entry.before_numbers.extend(words),
        "closing" => entry.closing.extend(words),
        "length" => entry.length = Some(forms.trim().parse().ok()?),
        "opening" => entry.opening.extend(words),
        "reporting" => entry.reporting.extend(words),
        "ordinal" => entry.ordinal = Some(if forms == "small" { Ordinals::Small } else { Ordinals::Any }),
        _ => return None,
    }
    Some(())
}

/// What a text's language says of full stops.
pub(super) struct Table {
    entry: &'static Entry,
    /// Which numbers are ordinals.
    pub(super) ordinal: Option<Ordinals>,
    /// Words behind a quotation that show that its sentence goes on.
    pub(super) reporting: &'static [&'static str],
}

impl Table {
    /// Of a language; an empty one where nothing is known.
    pub(super) fn of(code: Option<&str>) -> Self {
        let entry = code.and_then(|code| ENTRIES.get(code)).unwrap_or(&NONE);
        Self { entry, ordinal: entry.ordinal, reporting: &entry.reporting }
    }

    /// How many letters English has for one of the language.
    pub(super) const fn length(&self) -> Option<f64> {
        self.entry.length
    }

    /// Whether no sentence ends with this word and a stop.
    pub(super) fn is_abbreviation(&self, word: &str) -> bool {
        self.finds(&self.entry.abbreviations, word)
    }

    /// Whether it is an abbreviation before numbers.
    pub(super) fn stands_before_numbers(&self, word: &str) -> bool {
        self.finds(&self.entry.before_numbers, word)
    }

    /// Whether it is an abbreviation behind which a sentence may end.
    pub(super) fn may_close(&self, word: &str) -> bool {
        self.finds(&self.entry.closing, word)
    }

    /// A form counts as written, one in small letters with a capital, too.
    fn finds(&self, forms: &FxHashSet<&'static str>, word: &str) -> bool {
        if forms.contains(word) {
            return true;
        }
        let mut chars = word.chars();
        let Some(first) = chars.next().filter(|c| c.is_uppercase()) else { return false };
        let small: String = first.to_lowercase().chain(chars).collect();
        // `S` is no `s`: single capitals are initials.
        small.chars().count() > 1 && forms.contains(small.as_str())
    }

    /// Whether a number before a full stop is an ordinal, in view of the word that follows.
    pub(super) fn is_ordinal(&self, number: &str, next: &str) -> bool {
        let letters = next.starts_with(char::is_alphabetic) && !self.entry.opening.contains(next);
        self.ordinal == Some(Ordinals::Any) && number.chars().count() <= 2 && letters
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_understood() {
        let (entries, wrong) = read(include_str!("../../../data/align/sentences.tsv"));
        assert!(wrong.is_empty(), "{wrong:?}");
        assert!(entries.len() >= 30, "{}", entries.len());
    }
}
