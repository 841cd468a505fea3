//! Mistakes in rule files, with the place where they stand. `report::problem` shows them.

use super::raw::{Place, RawProblem};
use crate::span::Span;
use std::ops::Range;
use std::sync::Arc;

/// One mistake in a rule file or list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Path of the file.
    pub file: String,
    /// Text of the file; empty where it could not be read.
    pub source: Arc<str>,
    /// Bytes of the file.
    pub span: Span,
    /// What is wrong, in one line.
    pub message: String,
    /// Said at the caret; may be empty.
    pub label: String,
    /// What to do about it.
    pub help: Option<String>,
}

impl Problem {
    /// A problem with a whole file, without a position in it.
    pub fn of_file(file: impl Into<String>, message: impl Into<String>, help: Option<String>) -> Self {
        Self {
            file: file.into(),
            source: Arc::from(""),
            span: Span::default(),
            message: message.into(),
            label: String::new(),
            help,
        }
    }

    /// A problem at a place of a file.
    pub(super) fn new(file: &str, source: &Arc<str>, raw: RawProblem) -> Self {
        Self {
            file: file.to_owned(),
            source: Arc::clone(source),
            span: Span::new(raw.at.start, raw.at.end),
            message: raw.message,
            label: raw.label,
            help: raw.help,
        }
    }

    /// Line and column of the mistake, from 1; the column counts characters.
    pub fn position(&self) -> (usize, usize) {
        position(&self.source, self.span.start as usize)
    }
}

/// Line and column, from 1, of a byte offset; the column counts characters.
pub fn position(text: &str, offset: usize) -> (usize, usize) {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    let before = text.get(..offset).unwrap_or("");
    let line_start = before.rfind('\n').map_or(0, |n| n + 1);
    let column = before.get(line_start..).map_or(0, |t| t.chars().count());
    (before.matches('\n').count() + 1, column + 1)
}

/// Where a part of a string's value stands in the file. `at` is the string with its quotation marks.
pub fn inside(file: &str, at: Place, part: Range<usize>) -> Place {
    let start = offset_inside(file, at, part.start);
    let end = offset_inside(file, at, part.end).max(start);
    Place::from(start..end)
}

/// The file offset of the character of a string that starts at `offset` of its value.
fn offset_inside(file: &str, at: Place, offset: usize) -> usize {
    let raw = file.get(at.range()).unwrap_or("");
    let quote = if raw.starts_with("'''") || raw.starts_with("\"\"\"") { 3 } else { 1 };
    let literal = raw.starts_with('\'');
    let mut position = quote.min(raw.len());
    if quote == 3 {
        // TOML drops a line break right after the opening quotes.
        let rest = raw.get(position..).unwrap_or("");
        position += if rest.starts_with("\r\n") { 2 } else { usize::from(rest.starts_with('\n')) };
    }
    let last = raw.len().saturating_sub(quote).max(position);
    let mut value = 0;
    while value < offset && position < last {
        let rest = raw.get(position..last).unwrap_or("");
        let (raw_length, value_length) = if literal { plain(rest) } else { escaped(rest, quote == 3) };
        position += raw_length.max(1);
        value += value_length;
    }
    at.start as usize + position.min(last)
}

/// Bytes of the next character.
fn plain(rest: &str) -> (usize, usize) {
    let length = rest.chars().next().map_or(1, char::len_utf8);
    (length, length)
}

/// Bytes of the next character as written in a basic string, and of its value.
fn escaped(rest: &str, multiline: bool) -> (usize, usize) {
    let mut chars = rest.chars();
    if chars.next() != Some('\\') {
        return plain(rest);
    }
    let digits = match chars.next() {
        Some('x') => 2,
        Some('u') => 4,
        Some('U') => 8,
        Some(c) if multiline && c.is_whitespace() => {
            let blank = rest.get(1..).map_or(0, |t| t.len() - t.trim_start().len());
            return (1 + blank, 0);
        }
        _ => return (2, 1),
    };
    let code = rest.get(2..2 + digits).and_then(|d| u32::from_str_radix(d, 16).ok());
    (2 + digits, code.and_then(char::from_u32).map_or(1, char::len_utf8))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    /// The place of `needle`'s first character in the value, as a part of the file.
    fn found(file: &str, value: &str, needle: &str) -> String {
        let start = file.find(['\'', '"']).unwrap();
        let at = Place::from(start..file.len());
        let part = value.find(needle).unwrap();
        let place = inside(file, at, part..part + needle.len());
        file[place.range()].to_owned()
    }

    #[test]
    fn parts_of_strings_are_found_in_the_file() {
        for (file, value, needle, expected) in [
            ("p = 'set @x up'", "set @x up", "@x", "@x"),
            ("p = \"a \\\"b\\\" @x\"", "a \"b\" @x", "@x", "@x"),
            ("p = \"a \\u00e9t @x\"", "a ét @x", "@x", "@x"),
            ("p = \"a \\u00e9t @x\"", "a ét @x", "é", "\\u00e9"),
            ("p = '''\na é @x'''", "a é @x", "@x", "@x"),
            ("p = \"\"\"a \\\n   b @x\"\"\"", "a b @x", "@x", "@x"),
        ] {
            assert_eq!(found(file, value, needle), expected, "{file}");
        }
    }

    #[test]
    fn what_lies_beyond_the_string_is_its_end() {
        let file = "p = 'abc'";
        assert_eq!(inside(file, Place::from(4..9), 50..60), Place::from(8..8));
        assert_eq!(inside("", Place::from(4..9), 0..9), Place::from(4..4));
    }

    #[test]
    fn positions_count_characters() {
        assert_eq!(position("é\nàb", 5), (2, 2));
        assert_eq!(position("", 5), (1, 1));
    }
}
