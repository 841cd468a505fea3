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
    /// Says that something is claimed, not known.
    Hedge,
    /// Attributes a statement in other ways, which may stand for a hedge.
    NearHedge,
    /// A sense that has an opposite, by its name in the table.
    Sense(&'static str),
    /// Words that may be rendered by that sense.
    NearSense(&'static str),
}

impl Class {
    fn find(name: &'static str) -> Self {
        match name {
            "negator" => Self::Negator,
            "near" => Self::Near,
            "neutral" => Self::Neutral,
            "plain" => Self::Plain,
            "hedge" => Self::Hedge,
            "hedge-near" => Self::NearHedge,
            other => other.strip_suffix("-near").map_or(Self::Sense(other), Self::NearSense),
        }
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

/// Senses of opposite meaning.
pub(super) type Opposites = Vec<(&'static str, &'static str)>;

/// All tables.
#[derive(Debug, Default)]
pub(super) struct Tables {
    /// By language.
    pub(super) languages: FxHashMap<&'static str, Table>,
    /// Senses that are opposites.
    pub(super) opposites: Opposites,
    /// Lines that cannot be understood.
    pub(super) wrong: Vec<&'static str>,
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| Tables::read(include_str!("../../../data/polarity.tsv")));

/// Senses that are opposites.
pub(super) fn opposites() -> &'static [(&'static str, &'static str)] {
    &TABLES.opposites
}

impl Table {
    /// Of a language, where there is one.
    pub(super) fn of(code: &str) -> Option<&'static Self> {
        TABLES.languages.get(code)
    }

    /// The words of a class.
    pub(super) fn forms(&self, class: Class) -> &Forms {
        self.classes.get(&class).unwrap_or(&NONE)
    }
}

impl Tables {
    /// Reads all lines.
    pub(super) fn read(text: &'static str) -> Self {
        let mut tables = Self::default();
        for line in text.lines().filter(|l| !l.trim().is_empty() && !l.starts_with('#')) {
            if tables.add(line).is_none() {
                tables.wrong.push(line);
            }
        }
        tables
    }

    fn add(&mut self, line: &'static str) -> Option<()> {
        let [code, class, forms] = line.split('\t').collect::<Vec<_>>().try_into().ok()?;
        let mut forms = forms.split(" | ").map(str::trim).filter(|form| !form.is_empty());
        if code == "*" {
            self.opposites = forms.map(|pair| pair.split_once('/')).collect::<Option<_>>()?;
            return (class == "opposites").then_some(());
        }
        // A sense must have an opposite, be it only to find slips of the pen.
        let known = |sense| self.opposites.iter().any(|&(a, b)| a == sense || b == sense);
        let class = match Class::find(class) {
            Class::Sense(sense) | Class::NearSense(sense) if !known(sense) => return None,
            class => class,
        };
        let spaced = !matches!(code, "zh" | "ja");
        let table =
            self.languages.entry(code).or_insert_with(|| Table { classes: FxHashMap::default(), spaced });
        let own = table.classes.entry(class).or_default();
        forms.by_ref().for_each(|form| own.add(form, spaced));
        Some(())
    }
}
