//! How often each rule fires on a corpus, with samples; and how that differs from an earlier run.

mod diff;
mod saved;

pub use diff::Diff;
pub use saved::{Hit, HitWriter, Saved};

use super::clip::clip;
use super::summary::{count, thousands};
use crate::finding::{Finding, Kind};
use crate::rule::RuleSet;
use crate::span::Span;
use rustc_hash::{FxHashMap, FxHasher};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::hash::Hasher;

/// Columns of a context.
const CONTEXT_WIDTH: usize = 120;

/// Longer labels lose their beginning, which is often the same for all.
const LABEL_WIDTH: usize = 40;

/// Where a text of a corpus stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Place {
    /// The file as given, or the name of standard input.
    pub path: String,
    /// The line of a record, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<u64>,
    /// The id of a record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Which of the texts of a record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub variant: Option<String>,
}

impl Place {
    /// For people: the id and variant of a record, otherwise the path.
    pub fn label(&self) -> String {
        let line = || self.line.map(|line| format!("{}:{line}", self.path));
        let name = self.id.clone().or_else(line).unwrap_or_else(|| self.path.clone());
        let name = match name.char_indices().nth_back(LABEL_WIDTH) {
            Some((at, c)) => format!("…{}", name.get(at + c.len_utf8()..).unwrap_or("")),
            None => name,
        };
        match &self.variant {
            Some(variant) => format!("{name} {variant}"),
            None => name,
        }
    }
}

/// The words around a span in one line, the span in `[[…]]`.
pub fn context(text: &str, span: Span) -> String {
    let clip = clip(text, span, CONTEXT_WIDTH);
    let marked = clip.carry(span);
    let part = |range: std::ops::Range<usize>| clip.text.get(range).unwrap_or("");
    let (before, after) = (part(0..marked.start), part(marked.end..clip.text.len()));
    format!("{before}[[{}]]{after}", part(marked)).trim().to_owned()
}

/// Hits of one rule.
#[derive(Clone, Debug, Default)]
struct Count {
    hits: u64,
    /// By a hash of the record, so that any number of texts leaves a fair choice of few.
    samples: BTreeMap<u64, Sample>,
}

#[derive(Clone, Debug)]
struct Sample {
    /// Its turn in the corpus.
    order: u64,
    label: String,
    context: String,
}

/// Hits of all selected rules over a corpus. Needs memory for the samples only.
#[derive(Debug)]
pub struct Tally<'r> {
    rules: Vec<(&'r str, Kind, Count)>,
    by_id: FxHashMap<&'r str, usize>,
    samples: usize,
    texts: u64,
    words: u64,
    hits: u64,
}

impl<'r> Tally<'r> {
    /// Nothing counted yet. `samples` is how many contexts to keep for each rule.
    pub fn new(rules: &'r RuleSet, selects: impl Fn(usize) -> bool, samples: usize) -> Self {
        let selected = rules.rules.iter().enumerate().filter(|(index, _)| selects(*index));
        let mut rules: Vec<(&str, Kind, Count)> =
            selected.map(|(_, rule)| (&*rule.id, rule.kind, Count::default())).collect();
        rules.sort_by_key(|(id, ..)| *id);
        let by_id = rules.iter().enumerate().map(|(index, (id, ..))| (*id, index)).collect();
        Self { rules, by_id, samples, texts: 0, words: 0, hits: 0 }
    }

    /// Counts a text in.
    pub fn add(&mut self, place: &Place, text: &str, findings: &[Finding], words: u32) {
        self.texts += 1;
        self.words += u64::from(words);
        for finding in findings {
            self.hits += 1;
            let count = self.by_id.get(&*finding.rule).and_then(|&index| self.rules.get_mut(index));
            let Some((.., count)) = count else { continue };
            count.hits += 1;
            let key = sample_key(place);
            let last = count.samples.last_key_value().map(|(key, _)| *key);
            let room = count.samples.len() < self.samples;
            if self.samples == 0 || count.samples.contains_key(&key) || !room && last.is_none_or(|l| l < key)
            {
                continue;
            }
            let (label, context) = (place.label(), context(text, finding.span));
            count.samples.insert(key, Sample { order: self.hits, label, context });
            if !room {
                count.samples.pop_last();
            }
        }
    }

    /// Texts counted.
    pub const fn texts(&self) -> u64 {
        self.texts
    }

    /// Words counted.
    pub const fn words(&self) -> u64 {
        self.words
    }

    /// Hits counted.
    pub const fn hits(&self) -> u64 {
        self.hits
    }

    /// The selected rules with their hits, by id.
    pub fn counts(&self) -> impl Iterator<Item = (&'r str, Kind, u64)> {
        self.rules.iter().map(|(id, kind, count)| (*id, *kind, count.hits))
    }

    /// For people: the rules that fired, most hits first, each with its samples; `all` shows silent ones, too.
    pub fn render(&self, all: bool) -> String {
        let mut shown: Vec<_> = self.rules.iter().filter(|(.., count)| all || count.hits > 0).collect();
        shown.sort_by_key(|(id, _, count)| (std::cmp::Reverse(count.hits), *id));
        let mut out = String::new();
        if !shown.is_empty() {
            out.push_str("   hits  per 10,000 words  rule\n");
        }
        for (id, kind, count) in &shown {
            let hits = thousands(count.hits);
            let rate = per_10k(count.hits, self.words);
            out.push_str(&format!("{hits:>7}  {rate:>16.3}  {id} ({})\n", kind.name()));
            let mut samples: Vec<&Sample> = count.samples.values().collect();
            samples.sort_by_key(|sample| sample.order);
            for sample in samples {
                out.push_str(&format!("         {}: {}\n", sample.label, sample.context));
            }
        }
        let silent = self.rules.iter().filter(|(.., count)| count.hits == 0).count();
        let fired = self.rules.len() - silent;
        out.push_str(&format!(
            "{} ({:.2} per 10,000 words) of {} in {} of {}; {} silent\n",
            count(self.hits, "hit"),
            per_10k(self.hits, self.words),
            count(fired as u64, "rule"),
            count(self.words, "word"),
            count(self.texts, "text"),
            count(silent as u64, "rule"),
        ));
        out
    }
}

/// Hits per 10,000 words; 0 where there are no words.
pub fn per_10k(hits: u64, words: u64) -> f64 {
    if words == 0 { 0.0 } else { hits as f64 * 10_000.0 / words as f64 }
}

/// One key a record, so that the systems that translated the same sentence give one sample.
fn sample_key(place: &Place) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(place.path.as_bytes());
    hasher.write_u64(place.line.unwrap_or(0));
    // Numbers in a row must not give keys in a row.
    hasher.finish().wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29).wrapping_mul(0xbf58_476d_1ce4_e5b9)
}
