//! What of a sentence survives translation: its length, its numbers, names, foreign letters, marks.

mod word;

use super::source::SourceText;
use crate::article::BlockKind;
use crate::english::{Document, Sentence};
use crate::fact::{LazyLedger, Number, Value};
use rustc_hash::{FxHashMap, FxHasher};
use std::hash::{Hash, Hasher};
use word::Words;

/// What kind of thing a key stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    /// An amount, whatever it counts; a year, a day.
    Amount,
    /// A month or weekday.
    Calendar,
    /// A run of digits as written.
    Digits,
    /// The consonants of a name or word.
    Sound,
    /// The first letters of a word.
    Stem,
    /// A mark of punctuation.
    Mark,
}

/// Something that a sentence and its translation have in common, as a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Key {
    /// What it is.
    pub(super) kind: Kind,
    hash: u64,
}

impl Key {
    fn new(kind: Kind, what: impl Hash) -> Self {
        let mut hasher = FxHasher::default();
        what.hash(&mut hasher);
        Self { kind, hash: hasher.finish() }
    }
}

/// One sentence as alignment sees it.
#[derive(Clone, Debug, Default)]
pub(super) struct Profile {
    /// Letters and digits; a sign of Chinese counts as one.
    pub(super) length: f64,
    /// Whether a paragraph begins with it.
    pub(super) opens_paragraph: bool,
    /// Whether it is a headline.
    pub(super) heading: bool,
    /// What it may have in common with its translation; none twice.
    pub(super) keys: Vec<Key>,
}

/// The sentences of a source.
pub(super) fn of_source(source: &SourceText) -> Vec<Profile> {
    let mut before = None;
    let mut profile = |index: usize| {
        let sentence = source.sentences.get(index)?;
        let text = source.sentence_text(index);
        let mut keys = Vec::new();
        for found in &sentence.found {
            value_keys(&found.value, &mut keys);
        }
        text_keys(text, &Words::foreign(text), &mut keys);
        let opens_paragraph = before != Some(sentence.paragraph);
        before = Some(sentence.paragraph);
        Some(finish(text, opens_paragraph, sentence.heading, keys))
    };
    (0..source.sentences.len()).filter_map(&mut profile).collect()
}

/// The sentences of a translation.
pub(super) fn of_target(document: &Document, ledger: &LazyLedger<'_>) -> Vec<Profile> {
    let mut before = None;
    let mut profile = |(index, sentence): (usize, &Sentence)| {
        let text = sentence.range_text(crate::english::Range::new(0, sentence.tokens.len()));
        let mut keys = Vec::new();
        for mention in ledger.values(index) {
            value_keys(&mention.value, &mut keys);
        }
        text_keys(text, &Words::english(text), &mut keys);
        let opens_paragraph = before != Some(sentence.block);
        before = Some(sentence.block);
        finish(text, opens_paragraph, sentence.block_kind == BlockKind::Heading, keys)
    };
    document.sentences.iter().enumerate().map(&mut profile).collect()
}

fn finish(text: &str, opens_paragraph: bool, heading: bool, mut keys: Vec<Key>) -> Profile {
    keys.sort_by_key(|key| (key.kind as u8, key.hash));
    keys.dedup();
    let length = text.chars().filter(|c| c.is_alphanumeric()).count() as f64;
    Profile { length: length.max(1.0), opens_paragraph, heading, keys }
}

/// The keys of a value: its amounts, and the parts of a date.
fn value_keys(value: &Value, keys: &mut Vec<Key>) {
    let mut amount = |number: &Number| keys.push(Key::new(Kind::Amount, number.amount));
    match value {
        Value::Number(n) | Value::Percent(n) | Value::Points(n) | Value::Label(n) => amount(n),
        Value::Money(money) => amount(&money.number),
        Value::Quantity(quantity) => amount(&quantity.number),
        Value::Duration(span) | Value::Age(span) => amount(&span.number),
        Value::Ordinal(n) => amount(&Number::whole(i128::from(*n))),
        Value::Score(a, b) => {
            amount(a);
            amount(b);
        }
        Value::Range(a, b) => {
            value_keys(a, keys);
            value_keys(b, keys);
        }
        Value::Time(time) => amount(&Number::whole(i128::from(time.hour % 12) + 1000)),
        Value::Date(date) => {
            let whole = [date.year.map(i128::from), date.day.map(i128::from)];
            whole.into_iter().flatten().for_each(|n| amount(&Number::whole(n)));
            keys.extend(date.month.map(|month| Key::new(Kind::Calendar, ("month", month))));
            keys.extend(date.weekday.map(|day| Key::new(Kind::Calendar, ("weekday", format!("{day:?}")))));
        }
        _ => {}
    }
}

/// The keys of words, digits and marks.
fn text_keys(text: &str, words: &Words, keys: &mut Vec<Key>) {
    keys.extend(words.sounds.iter().map(|sound| Key::new(Kind::Sound, sound)));
    keys.extend(words.stems.iter().map(|stem| Key::new(Kind::Stem, stem)));
    keys.extend(words.digits.iter().map(|digits| Key::new(Kind::Digits, digits)));
    for c in text.chars() {
        let mark = match c {
            '?' | '？' | '؟' | '\u{37e}' => "?",
            '!' | '！' => "!",
            '"' | '“' | '”' | '„' | '«' | '»' | '「' | '」' | '『' => "quote",
            '(' | '（' => "(",
            '%' | '％' | '٪' => "%",
            ':' | '：' => ":",
            '—' | '–' => "dash",
            ';' | '；' | '؛' => ";",
            _ => continue,
        };
        keys.push(Key::new(Kind::Mark, mark));
    }
}

/// How much it says that two sentences share a key: much if few sentences have it.
#[derive(Debug, Default)]
pub(super) struct Weights {
    /// How many sentences of either side have a key.
    counts: FxHashMap<Key, [u32; 2]>,
    sentences: f64,
}

impl Weights {
    pub(super) fn of(sources: &[Profile], targets: &[Profile]) -> Self {
        let mut counts: FxHashMap<Key, [u32; 2]> = FxHashMap::default();
        for (side, profiles) in [sources, targets].into_iter().enumerate() {
            for key in profiles.iter().flat_map(|p| &p.keys) {
                if let Some(count) = counts.entry(*key).or_default().get_mut(side) {
                    *count += 1;
                }
            }
        }
        Self { counts, sentences: sources.len().max(targets.len()) as f64 }
    }

    /// What sharing the key is worth.
    pub(super) fn shared(&self, key: Key) -> f64 {
        let [here, there] = self.counts.get(&key).copied().unwrap_or_default();
        if here == 0 || there == 0 {
            return 0.0;
        }
        let rare = (1.0 + self.sentences / f64::from(here.max(there))).ln();
        // A key that stands far oftener on one side is not the same thing on both.
        let even = f64::from(here.min(there)) / f64::from(here.max(there));
        rare * even.sqrt() * Self::worth(key.kind)
    }

    /// What it costs when only one side has the key.
    pub(super) fn alone(key: Key) -> f64 {
        match key.kind {
            Kind::Amount => 0.9,
            Kind::Digits => 0.6,
            Kind::Calendar => 0.4,
            Kind::Mark => 0.1,
            Kind::Sound | Kind::Stem => 0.0,
        }
    }

    const fn worth(kind: Kind) -> f64 {
        match kind {
            Kind::Amount | Kind::Digits | Kind::Calendar => 0.9,
            Kind::Sound => 0.9,
            Kind::Stem => 0.6,
            Kind::Mark => 0.7,
        }
    }
}
