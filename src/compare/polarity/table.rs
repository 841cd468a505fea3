//! The table of words that turn sentences round.

use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;

/// What a word does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Class {
    /// Turns its clause round for sure.
    Negator,
    /// May be behind a negation of the translation, or rendered as one.
    Near,
    /// A phrase with a negator that turns nothing round.
    Neutral,
    /// Only looks like a form of another class.
    Plain,
    /// Grows.
    Up,
    /// Shrinks.
    Down,
    /// Earlier.
    Before,
    /// Later.
    After,
    /// Says yes to something.
    Accept,
    /// Says no to something.
    Refuse,
}

impl Class {
    /// Classes of opposite sense.
    pub(super) const OPPOSITES: [(Self, Self); 3] =
        [(Self::Up, Self::Down), (Self::Before, Self::After), (Self::Accept, Self::Refuse)];

    fn find(name: &str) -> Option<Self> {
        Some(match name {
            "negator" => Self::Negator,
            "near" => Self::Near,
            "neutral" => Self::Neutral,
            "plain" => Self::Plain,
            "up" => Self::Up,
            "down" => Self::Down,
            "before" => Self::Before,
            "after" => Self::After,
            "accept" => Self::Accept,
            "refuse" => Self::Refuse,
            _ => return None,
        })
    }
}

/// The words of one class.
#[derive(Debug, Default)]
pub(super) struct Forms {
    words: FxHashSet<&'static str>,
    /// `form*`
    starts: Vec<&'static str>,
    /// `*form`
    ends: Vec<&'static str>,
    /// `*form*`: anywhere but at the start.
    inside: Vec<&'static str>,
    /// Forms of several words; in scripts without spaces all forms.
    pub(super) phrases: Vec<&'static str>,
}

impl Forms {
    fn add(&mut self, form: &'static str, spaced: bool) {
        if !spaced || form.contains(' ') {
            self.phrases.push(form);
            return;
        }
        match (form.strip_prefix('*'), form.strip_suffix('*')) {
            (Some(_), Some(_)) => self.inside.push(form.trim_matches('*')),
            (Some(end), None) => self.ends.push(end),
            (None, Some(start)) => self.starts.push(start),
            (None, None) => {
                self.words.insert(form);
            }
        }
    }

    /// Whether a word in small letters is one of them.
    pub(super) fn has(&self, word: &str) -> bool {
        let behind_first = word.char_indices().nth(1).and_then(|(at, _)| word.get(at..)).unwrap_or("");
        self.words.contains(word)
            || self.starts.iter().any(|start| word.starts_with(start))
            || self.ends.iter().any(|end| word.ends_with(end))
            || self.inside.iter().any(|part| behind_first.contains(part))
    }
}

/// The words of a language.
#[derive(Debug)]
pub(super) struct Table {
    classes: FxHashMap<Class, Forms>,
    /// Whether the script leaves spaces between words.
    pub(super) spaced: bool,
}

static NONE: LazyLock<Forms> = LazyLock::new(Forms::default);

static TABLES: LazyLock<FxHashMap<&'static str, Table>> =
    LazyLock::new(|| read(include_str!("../../../data/polarity.tsv")).0);

impl Table {
    /// Of a language, where there is one.
    pub(super) fn of(code: &str) -> Option<&'static Self> {
        TABLES.get(code)
    }

    /// The words of a class.
    pub(super) fn forms(&self, class: Class) -> &Forms {
        self.classes.get(&class).unwrap_or(&NONE)
    }
}

/// The tables by language, and the lines that cannot be understood.
pub(super) fn read(table: &'static str) -> (FxHashMap<&'static str, Table>, Vec<&'static str>) {
    let mut tables: FxHashMap<&'static str, Table> = FxHashMap::default();
    let mut wrong = Vec::new();
    for line in table.lines().filter(|l| !l.trim().is_empty() && !l.starts_with('#')) {
        let mut columns = line.split('\t');
        let (Some(code), Some(class), Some(forms), None) =
            (columns.next(), columns.next().and_then(Class::find), columns.next(), columns.next())
        else {
            wrong.push(line);
            continue;
        };
        let spaced = !matches!(code, "zh" | "ja");
        let table = tables.entry(code).or_insert_with(|| Table { classes: FxHashMap::default(), spaced });
        let own = table.classes.entry(class).or_default();
        forms
            .split(" | ")
            .map(str::trim)
            .filter(|form| !form.is_empty())
            .for_each(|form| own.add(form, spaced));
    }
    (tables, wrong)
}
