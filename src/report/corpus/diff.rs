//! What a change of rules does to a corpus: hits that are new, and hits that are gone.

use super::super::summary::{count, thousands};
use super::{Hit, Place, Saved, Tally};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Path, line, variant and span of a hit.
type Key = (String, Option<u64>, Option<String>, u32, u32);

fn key(place: &Place, start: u32, end: u32) -> Key {
    (place.path.clone(), place.line, place.variant.clone(), start, end)
}

/// The comparison of a run with a saved one.
#[derive(Debug)]
pub struct Diff {
    /// Hits of the saved run that have not been met again, by rule.
    left: BTreeMap<String, BTreeMap<Key, (usize, Hit)>>,
    added: BTreeMap<String, Vec<Hit>>,
    before: BTreeMap<String, u64>,
    words: u64,
    texts: u64,
}

/// One rule whose hits differ.
#[derive(Debug, Serialize)]
struct Changed<'a> {
    rule: &'a str,
    before: u64,
    after: u64,
    /// `added`, `removed` or empty: whether only one of the runs has the rule.
    #[serde(skip_serializing_if = "str::is_empty")]
    status: &'static str,
    added: Vec<&'a Hit>,
    removed: Vec<&'a Hit>,
}

#[derive(Serialize)]
struct Document<'a> {
    rules: &'a [Changed<'a>],
    added: usize,
    removed: usize,
    words: u64,
    texts: u64,
}

impl Diff {
    /// Nothing compared yet. `wanted` tells which rules of the saved run to look at.
    pub fn new(saved: Saved, wanted: impl Fn(&str) -> bool) -> Self {
        let mut left: BTreeMap<String, BTreeMap<Key, (usize, Hit)>> = BTreeMap::new();
        for (turn, hit) in saved.hits.into_iter().enumerate().filter(|(_, hit)| wanted(&hit.rule)) {
            let key = key(&hit.place, hit.start, hit.end);
            left.entry(hit.rule.clone()).or_default().insert(key, (turn, hit));
        }
        let before = saved.rules.into_iter().filter(|rule| wanted(&rule.rule));
        let before = before.map(|rule| (rule.rule, rule.hits)).collect();
        Self { left, added: BTreeMap::new(), before, words: saved.words, texts: saved.texts }
    }

    /// Compares a hit of this run.
    pub fn hit(&mut self, hit: Hit) {
        let key = key(&hit.place, hit.start, hit.end);
        if self.left.get_mut(&hit.rule).and_then(|left| left.remove(&key)).is_none() {
            self.added.entry(hit.rule.clone()).or_default().push(hit);
        }
    }

    /// A remark if the saved run is of another corpus.
    pub fn mismatch(&self, tally: &Tally<'_>) -> Option<String> {
        let same = (self.words, self.texts) == (tally.words(), tally.texts());
        (!same).then(|| {
            let size = |words, texts| format!("{} of {}", count(words, "word"), count(texts, "text"));
            let (before, now) = (size(self.words, self.texts), size(tally.words(), tally.texts()));
            format!("the baseline was made on another corpus: {before}, now {now}")
        })
    }

    fn changed<'a>(&'a self, tally: &'a Tally<'_>) -> Vec<Changed<'a>> {
        let now: BTreeMap<&str, u64> = tally.counts().map(|(rule, _, hits)| (rule, hits)).collect();
        let known = self.before.keys().map(String::as_str);
        let rules: BTreeSet<&str> = known.chain(now.keys().copied()).collect();
        let changed = |rule: &'a str| {
            let (before, after) = (self.before.get(rule), now.get(rule));
            let status = match (before, after) {
                (None, _) => "added",
                (_, None) => "removed",
                _ => "",
            };
            let removed = self.left.get(rule).map(|left| left.values().collect()).unwrap_or_default();
            let mut removed: Vec<&(usize, Hit)> = removed;
            removed.sort_by_key(|(turn, _)| *turn);
            let removed: Vec<&Hit> = removed.into_iter().map(|(_, hit)| hit).collect();
            let added: Vec<&Hit> = self.added.get(rule).into_iter().flatten().collect();
            let (before, after) = (before.copied().unwrap_or(0), after.copied().unwrap_or(0));
            let differs = !status.is_empty() || !added.is_empty() || !removed.is_empty();
            differs.then_some(Changed { rule, before, after, status, added, removed })
        };
        rules.into_iter().filter_map(changed).collect()
    }

    /// For people; at most `samples` contexts of each sort for each rule.
    pub fn render(&self, tally: &Tally<'_>, samples: usize) -> String {
        let changed = self.changed(tally);
        let mut out = String::new();
        for rule in &changed {
            let status = match rule.status {
                "added" => "new rule, ",
                "removed" => "rule is gone, ",
                _ => "",
            };
            out.push_str(&format!(
                "{}: {status}{} → {} (+{} −{})\n",
                rule.rule,
                thousands(rule.before),
                count(rule.after, "hit"),
                thousands(rule.added.len() as u64),
                thousands(rule.removed.len() as u64),
            ));
            for (sign, hits) in [('+', &rule.added), ('−', &rule.removed)] {
                for hit in hits.iter().take(samples) {
                    out.push_str(&format!("  {sign} {}: {}\n", hit.place.label(), hit.context));
                }
                let more = hits.len().saturating_sub(samples);
                if more > 0 {
                    out.push_str(&format!("  {sign} {} more\n", thousands(more as u64)));
                }
            }
        }
        let (added, removed) = totals(&changed);
        out.push_str(&format!(
            "{} changed: {} added, {} removed in {} of {}\n",
            count(changed.len() as u64, "rule"),
            count(added as u64, "hit"),
            thousands(removed as u64),
            count(tally.words(), "word"),
            count(tally.texts(), "text"),
        ));
        out
    }

    /// The same as JSON, with all contexts.
    ///
    /// # Errors
    /// None that can be expected: all values are strings and numbers.
    pub fn json(&self, tally: &Tally<'_>) -> std::io::Result<String> {
        let changed = self.changed(tally);
        let (added, removed) = totals(&changed);
        let (words, texts) = (tally.words(), tally.texts());
        let document = Document { rules: &changed, added, removed, words, texts };
        Ok(serde_json::to_string_pretty(&document)? + "\n")
    }
}

fn totals(changed: &[Changed<'_>]) -> (usize, usize) {
    let sum = |count: fn(&Changed<'_>) -> usize| changed.iter().map(count).sum();
    (sum(|rule| rule.added.len()), sum(|rule| rule.removed.len()))
}
