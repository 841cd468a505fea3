//! An editor's sheet: every fact of an article in order, to be ticked off.

use super::Origin;
use super::facts::{Entry, shortened};
use super::table::table;
use crate::fact::Value;

/// How many other places are named.
const MOST_PLACES: usize = 4;

/// As a table for the terminal: place, kind, as written, value, where else.
pub fn text(origin: Origin<'_>, entries: &[Entry]) -> String {
    let rows = entries.iter().enumerate().filter(|(_, e)| e.is_listed()).map(|(at, entry)| {
        let place = format!("{}:{}", entry.line, entry.column);
        let value = value(entry);
        let equals = if value.is_empty() { value } else { format!("= {value}") };
        vec![place, entry.mention.value.kind().to_owned(), shortened(&entry.text), equals, also(at, entries)]
    });
    format!("{}\n{}", title(origin), table(rows))
}

/// As a check-list in Markdown.
pub fn markdown(origin: Origin<'_>, entries: &[Entry]) -> String {
    let mut out = format!("## {}\n\n", escaped(&title(origin)));
    for (at, entry) in entries.iter().enumerate().filter(|(_, e)| e.is_listed()) {
        let (line, column, kind) = (entry.line, entry.column, entry.mention.value.kind());
        out.push_str(&format!("- [ ] {line}:{column} {kind} **{}**", escaped(&shortened(&entry.text))));
        let value = value(entry);
        if !value.is_empty() {
            out.push_str(&format!(" = {}", escaped(&value)));
        }
        let also = also(at, entries);
        if !also.is_empty() {
            out.push_str(&format!(" ({also})"));
        }
        out.push('\n');
    }
    out
}

pub(super) fn title(origin: Origin<'_>) -> String {
    origin.record.map_or_else(|| origin.path.to_owned(), |record| format!("{} {record}", origin.path))
}

/// The value with its hedge, where it says more than what is written.
fn value(entry: &Entry) -> String {
    let mention = &entry.mention;
    let value = match &mention.value {
        Value::Quote(quote) => quote.speaker.as_ref().map_or(String::new(), |s| format!("said by {s}")),
        Value::Person(name) | Value::Place(name) | Value::Organisation(name) | Value::Name(name) => {
            name.titles.join(", ")
        }
        value => value.to_string(),
    };
    let value = if value == entry.text { String::new() } else { value };
    match (mention.hedge.name(), value.is_empty()) {
        ("", _) => value,
        (hedge, true) => format!("{hedge} {}", entry.text),
        (hedge, false) => format!("{hedge} {value}"),
    }
}

/// Where the same stands again, the nearest places first: those behind it, then those before.
fn also(at: usize, entries: &[Entry]) -> String {
    let Some(entry) = entries.get(at) else { return String::new() };
    let here = entry.same.partition_point(|index| *index <= at);
    let (before, behind) = (entry.same.get(..here.saturating_sub(1)), entry.same.get(here..));
    let others = behind.unwrap_or_default().iter().chain(before.unwrap_or_default().iter().rev());
    let places: Vec<String> = others
        .take(MOST_PLACES)
        .filter_map(|index| entries.get(*index))
        .map(|other| format!("{}:{}", other.line, other.column))
        .collect();
    match (places.is_empty(), entry.same.len().saturating_sub(MOST_PLACES + 1)) {
        (true, _) => String::new(),
        (false, 0) => format!("also {}", places.join(", ")),
        (false, more) => format!("also {} and {more} more", places.join(", ")),
    }
}

/// With a backslash before what Markdown would take for markup.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '*' | '_' | '`' | '[' | ']' | '<' | '>' | '\\' | '#' | '|' | '~') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
