//! The facts of a translation beside those of its source text, each with what became of it.

use super::Origin;
use super::facts::shortened;
use super::position::Locator;
use super::sheet::{escaped, title};
use super::table::table;
use crate::article::Article;
use crate::compare::{Comparison, Status};
use crate::english::Document;
use crate::fact::Value;
use crate::span::Span;
use serde::Serialize;
use std::io::{self, Write};

/// One side of a pairing.
#[derive(Serialize)]
pub struct SideEntry {
    /// Bytes of the file.
    start: u32,
    end: u32,
    /// As written, white space collapsed.
    text: String,
    kind: &'static str,
    value: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    hedge: &'static str,
}

/// A pairing with its places.
#[derive(Serialize)]
pub struct PairEntry {
    status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<SideEntry>,
    #[serde(skip_serializing_if = "Option::is_none")]
    translation: Option<SideEntry>,
    /// Line and column in the translation; that of its sentence for a fact that is lost.
    line: usize,
    column: usize,
}

/// All facts of both sides in the order of the translation.
pub fn entries(
    article: &Article,
    document: &Document,
    text: &str,
    comparison: &Comparison,
) -> Vec<PairEntry> {
    let mut locator = Locator::new(text);
    let to_file = |sentence: usize, span: Span| {
        let sentence = document.sentences.get(sentence)?;
        Some(article.blocks.get(sentence.block as usize)?.map.to_source(span))
    };
    let pairings = comparison.pairings.iter();
    let pairings = pairings.map(|pairing| {
        let source = pairing.source.as_ref().map(|fact| {
            let span = comparison.text.original(fact.found.span);
            side(span, comparison.words(fact), &fact.found.value, fact.found.hedge.name())
        });
        let translation = pairing.target.as_ref().and_then(|mention| {
            let words = mention.span.of(&document.sentences.get(mention.sentence)?.text);
            let span = to_file(mention.sentence, mention.span)?;
            Some(side(span, words, &mention.value, mention.hedge.name()))
        });
        let place = translation.as_ref().map(|t| t.start).or_else(|| {
            let first = comparison.alignment.links.get(pairing.link)?.target.start;
            let tokens = crate::english::Range::new(0, document.sentences.get(first)?.tokens.len());
            to_file(first, document.sentences.get(first)?.range_span(tokens)).map(|span| span.start)
        });
        let position = locator.locate(place.unwrap_or(0));
        PairEntry {
            status: pairing.status.name(),
            source,
            translation,
            line: position.line,
            column: position.column,
        }
    });
    pairings.collect()
}

fn side(span: Span, words: &str, value: &Value, hedge: &'static str) -> SideEntry {
    let text = words.split_whitespace().collect::<Vec<_>>().join(" ");
    SideEntry { start: span.start, end: span.end, text, kind: value.kind(), value: value.to_string(), hedge }
}

impl SideEntry {
    /// Words and value, in a table's cell.
    fn cell(&self) -> String {
        let words = shortened(&self.text);
        let value = if self.value == self.text { String::new() } else { format!(" = {}", self.value) };
        let hedge = if self.hedge.is_empty() { String::new() } else { format!(" ({})", self.hedge) };
        format!("{words}{value}{hedge}")
    }
}

impl PairEntry {
    fn cells(&self) -> [String; 4] {
        let cell = |side: &Option<SideEntry>| side.as_ref().map_or_else(|| "—".to_owned(), SideEntry::cell);
        let place = format!("{}:{}", self.line, self.column);
        [self.status.to_owned(), place, cell(&self.source), cell(&self.translation)]
    }
}

/// How many facts there are of each status.
fn summary(entries: &[PairEntry], comparison: &Comparison) -> String {
    if let Some(mismatch) = comparison.alignment.mismatch {
        return format!("not compared: {mismatch}");
    }
    let all = [Status::Kept, Status::Changed, Status::Lost, Status::Added, Status::Unverifiable];
    let count = |status: Status| entries.iter().filter(|e| e.status == status.name()).count();
    let counts = all.map(|status| (count(status), status.name()));
    let words: Vec<String> =
        counts.iter().filter(|(n, _)| *n > 0).map(|(n, name)| format!("{n} {name}")).collect();
    if words.is_empty() { "no facts".to_owned() } else { words.join(", ") }
}

/// As a table for the terminal: status, place, source, translation.
pub fn text(origin: Origin<'_>, entries: &[PairEntry], comparison: &Comparison) -> String {
    let head = ["", "", "source", "translation"].map(str::to_owned).to_vec();
    let rows = std::iter::once(head).chain(entries.iter().map(|entry| entry.cells().to_vec()));
    let mut out = format!("{}: {}\n", title(origin), summary(entries, comparison));
    out.extend(comparison.text.doubts.iter().map(|doubt| format!("note: {doubt}\n")));
    if !entries.is_empty() {
        out.push_str(&table(rows));
    }
    out
}

/// As a table in Markdown.
pub fn markdown(origin: Origin<'_>, entries: &[PairEntry], comparison: &Comparison) -> String {
    let mut out = format!("## {}\n\n{}\n", escaped(&title(origin)), summary(entries, comparison));
    out.extend(
        comparison.text.doubts.iter().map(|doubt| format!("\nNote: {}\n", escaped(&doubt.to_string()))),
    );
    if !entries.is_empty() {
        out.push_str("\n| status | place | source | translation |\n|---|---|---|---|\n");
    }
    for entry in entries {
        let cells = entry.cells().map(|cell| escaped(&cell));
        let status = if entry.status == Status::Kept.name() {
            entry.status.to_owned()
        } else {
            format!("**{}**", entry.status)
        };
        out.push_str(&format!("| {status} | {} | {} | {} |\n", cells[1], cells[2], cells[3]));
    }
    out
}

#[derive(Serialize)]
struct Sheet<'a> {
    path: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    record: Option<&'a str>,
    source_lang: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    mismatch: Option<String>,
    doubts: Vec<String>,
    facts: &'a [PairEntry],
}

/// As one JSON object.
///
/// # Errors
/// What `out` reports.
pub fn json(
    out: &mut impl Write,
    origin: Origin<'_>,
    entries: &[PairEntry],
    comparison: &Comparison,
) -> io::Result<()> {
    let sheet = Sheet {
        path: origin.path,
        record: origin.record,
        source_lang: comparison.text.code.as_deref(),
        mismatch: comparison.alignment.mismatch.map(|m| m.to_string()),
        doubts: comparison.text.doubts.iter().map(ToString::to_string).collect(),
        facts: entries,
    };
    serde_json::to_writer(&mut *out, &sheet)?;
    out.write_all(b"\n")
}
