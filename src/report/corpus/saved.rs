//! A run over a corpus as a JSON document: all hits, then the counts.

use super::{Place, Tally, context, per_10k};
use crate::finding::{Finding, Kind};
use serde::{Deserialize, Serialize};
use std::io::{self, Write};

/// One hit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hit {
    /// The rule.
    pub rule: String,
    /// The text.
    #[serde(flatten)]
    pub place: Place,
    /// First byte of the text.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// The words around it, the hit in `[[…]]`.
    pub context: String,
}

impl Hit {
    /// The hit of a finding.
    pub fn new(place: &Place, text: &str, finding: &Finding) -> Self {
        let (start, end) = (finding.span.start, finding.span.end);
        let context = context(text, finding.span);
        Self { rule: finding.rule.clone(), place: place.clone(), start, end, context }
    }
}

/// The counts of one rule.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RuleCount {
    /// Its id.
    pub rule: String,
    /// Its kind.
    pub kind: Kind,
    /// Its hits.
    pub hits: u64,
    /// Its hits per 10,000 words.
    pub per_10k: f64,
}

/// A whole run, read back.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Saved {
    /// All hits, in the order of the corpus.
    pub hits: Vec<Hit>,
    /// All rules that ran, silent ones included, by id.
    pub rules: Vec<RuleCount>,
    /// Words of the corpus.
    pub words: u64,
    /// Texts of the corpus.
    pub texts: u64,
}

/// Writes a run while it is running: one hit a line, so nothing of the corpus is kept.
#[derive(Debug, Default)]
pub struct HitWriter {
    any: bool,
}

impl HitWriter {
    /// Writes a hit.
    ///
    /// # Errors
    /// What `out` reports.
    pub fn hit(&mut self, out: &mut impl Write, hit: &Hit) -> io::Result<()> {
        out.write_all(if self.any { b",\n" } else { b"{\"hits\": [\n" })?;
        self.any = true;
        Ok(serde_json::to_writer(out, hit)?)
    }

    /// Writes the counts, and ends the document.
    ///
    /// # Errors
    /// What `out` reports.
    pub fn finish(self, out: &mut impl Write, tally: &Tally<'_>) -> io::Result<()> {
        out.write_all(if self.any { b"\n],\n\"rules\": [" } else { b"{\"hits\": [],\n\"rules\": [" })?;
        for (index, (rule, kind, hits)) in tally.counts().enumerate() {
            out.write_all(if index > 0 { b",\n" } else { b"\n" })?;
            let per_10k = per_10k(hits, tally.words());
            let count = RuleCount { rule: rule.to_owned(), kind, hits, per_10k };
            serde_json::to_writer(&mut *out, &count)?;
        }
        writeln!(out, "\n],\n\"words\": {},\n\"texts\": {}}}", tally.words(), tally.texts())
    }
}
