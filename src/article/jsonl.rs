//! `.jsonl`: one article a line, `{"id", "text", "title"?, "source"?, "source_lang"?, "original"?}`.
//!
//! The reader streams: it holds one line at a time, keeps the order of the input, and goes on behind a
//! line that is broken. Unknown fields are ignored.

use super::Article;
use crate::source::{Format, Problem, ReadError, guess_line, line_position};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::io::{BufRead, Read};
use std::marker::PhantomData;

/// How many bytes one line may have: 64 MiB.
pub const LINE_LIMIT: u64 = 64 << 20;

/// One article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The line it stands in, from 1.
    pub line: u64,
    /// Its name; a number is given in digits, a missing one is `None`.
    pub id: Option<String>,
    /// The translation. Findings count bytes of this text, not of the file.
    pub text: String,
    /// Its headline, where that is not part of the text.
    pub title: Option<String>,
    /// The text it was translated from.
    pub source: Option<String>,
    /// ISO 639-1 code of the language of `source`.
    pub source_lang: Option<String>,
    /// The English text that `source` was translated from, for a round trip.
    pub original: Option<String>,
}

impl Record {
    /// The text in blocks, read as plain text.
    pub fn article(&self) -> Article {
        Article::read(&self.text, Format::Text)
    }
}

/// An iterator over the articles of a `.jsonl` input. A line that holds no article gives an error with
/// its position; empty lines are skipped. It ends after the last line or after the input failed.
#[derive(Debug)]
pub struct Reader<R> {
    lines: Lines<R, Raw>,
}

impl<R: BufRead> Reader<R> {
    /// Reads `input`, whose lines may have up to `limit` bytes (see [`LINE_LIMIT`]); `name` is for
    /// messages.
    pub fn new(input: R, name: &str, limit: u64) -> Self {
        Self { lines: Lines::new(input, name, limit) }
    }
}

impl<R: BufRead> Iterator for Reader<R> {
    type Item = Result<Record, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        Some(self.lines.next()?.map(|(line, raw)| raw.record(line)))
    }
}

/// An iterator over the lines of a `.jsonl` input as values of one type, each with its number from 1. A line
/// that holds no such value gives an error with its position; empty lines are skipped. It ends after the
/// last line or after the input failed.
#[derive(Debug)]
pub struct Lines<R, T> {
    input: R,
    name: String,
    limit: u64,
    line: u64,
    failed: bool,
    buffer: Vec<u8>,
    value: PhantomData<fn() -> T>,
}

impl<R: BufRead, T: DeserializeOwned> Lines<R, T> {
    /// Reads `input`, whose lines may have up to `limit` bytes (see [`LINE_LIMIT`]); `name` is for
    /// messages.
    pub fn new(input: R, name: &str, limit: u64) -> Self {
        let name = name.to_owned();
        Self { input, name, limit, line: 0, failed: false, buffer: Vec::new(), value: PhantomData }
    }

    /// Reads one line into the buffer. `Ok(false)` is the end of the input.
    fn fill(&mut self) -> Result<bool, Problem> {
        self.buffer.clear();
        let most = self.limit.saturating_add(1);
        let read = (&mut self.input).take(most).read_until(b'\n', &mut self.buffer);
        if let Err(error) = read {
            self.failed = true;
            return Err(Problem::Io(error));
        }
        self.line += 1;
        if self.buffer.len() as u64 > self.limit && !self.buffer.ends_with(b"\n") {
            self.buffer = Vec::new();
            self.skip_line();
            let message = format!("the line is longer than {} bytes", self.limit);
            return Err(self.problem(1, message));
        }
        Ok(!self.buffer.is_empty())
    }

    /// Reads to the end of the line without keeping it.
    fn skip_line(&mut self) {
        loop {
            let (used, done) = match self.input.fill_buf() {
                Ok([]) => return,
                Ok(bytes) => match bytes.iter().position(|&b| b == b'\n') {
                    Some(at) => (at + 1, true),
                    None => (bytes.len(), false),
                },
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
                // The next read meets the same error and reports it.
                Err(_) => return,
            };
            self.input.consume(used);
            if done {
                return;
            }
        }
    }

    fn problem(&self, column: u64, message: String) -> Problem {
        Problem::Record { line: self.line, column, message }
    }

    /// The value in the buffer; `None` for an empty line.
    fn parse(&self) -> Result<Option<T>, Problem> {
        let bytes = self.buffer.as_slice();
        let bytes = if self.line == 1 { bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes) } else { bytes };
        let text = std::str::from_utf8(bytes).map_err(|error| {
            let offset = error.valid_up_to();
            let (_, column) = line_position(bytes, offset);
            let byte = bytes.get(offset).copied().unwrap_or(0);
            let message = format!("not UTF-8: byte 0x{byte:02X}; {}", guess_line(bytes));
            self.problem(column, message)
        })?;
        let line = text.trim();
        if line.is_empty() {
            return Ok(None);
        }
        let indent = text.len() - text.trim_start().len();
        if !line.starts_with('{') {
            let message = "no JSON object: a line has to be `{\"id\": …, \"text\": …}`".to_owned();
            return Err(self.problem(1 + indent as u64, message));
        }
        let value = serde_json::from_str(line).map_err(|error| {
            // serde_json counts the bytes that it has read.
            let offset = indent + error.column().saturating_sub(1).min(line.len());
            self.problem(line_position(bytes, offset).1, explain(&error))
        })?;
        Ok(Some(value))
    }
}

impl<R: BufRead, T: DeserializeOwned> Iterator for Lines<R, T> {
    type Item = Result<(u64, T), ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        let failed = |name: &str, problem| Some(Err(ReadError { name: name.to_owned(), problem }));
        while !self.failed {
            match self.fill() {
                Ok(false) => return None,
                Ok(true) => {}
                Err(problem) => return failed(&self.name, problem),
            }
            match self.parse() {
                Ok(Some(value)) => return Some(Ok((self.line, value))),
                Ok(None) => {}
                Err(problem) => return failed(&self.name, problem),
            }
        }
        None
    }
}

#[derive(Debug, Deserialize)]
#[serde(expecting = "an object with \"text\"")]
struct Raw {
    id: Option<Id>,
    text: String,
    title: Option<String>,
    source: Option<String>,
    source_lang: Option<String>,
    original: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged, expecting = "`id` has to be a string or a number")]
enum Id {
    Name(String),
    Number(serde_json::Number),
}

impl Raw {
    fn record(self, line: u64) -> Record {
        let id = self.id.map(|id| match id {
            Id::Name(name) => name,
            Id::Number(number) => number.to_string(),
        });
        let Self { text, title, source, source_lang, original, .. } = self;
        Record { line, id, text, title, source, source_lang, original }
    }
}

/// The message without the position, which the report gives anyway.
fn explain(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let message = message.rsplit_once(" at line ").map_or(message.as_str(), |(text, _)| text);
    match error.classify() {
        serde_json::error::Category::Data => message.to_owned(),
        _ => format!("broken JSON: {message}"),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn read(input: &[u8]) -> Vec<Result<Record, String>> {
        Reader::new(input, "in.jsonl", 200).map(|r| r.map_err(|e| e.to_string())).collect()
    }

    #[test]
    fn records_come_in_order_and_broken_lines_in_between() {
        let long = format!("{{\"text\": \"{}\"}}", "x".repeat(300));
        let input = format!(
            "\u{FEFF}{{\"id\": 7, \"text\": \"One.\", \"extra\": [1]}}\n\n{{\"id\": \"b\"}}\n{long}\n{{\"text\": \
             \"Two.\", \"title\": null, \"source\": \"Deux.\", \"source_lang\": \"fr\"}}"
        );
        let got = read(input.as_bytes());
        assert_eq!(got.len(), 4);
        let first = got[0].as_ref().unwrap();
        assert_eq!((first.line, first.id.as_deref(), first.text.as_str()), (1, Some("7"), "One."));
        assert_eq!(got[1].as_ref().unwrap_err(), "in.jsonl:3:11: missing field `text`");
        assert_eq!(got[2].as_ref().unwrap_err(), "in.jsonl:4:1: the line is longer than 200 bytes");
        let last = got[3].as_ref().unwrap();
        assert_eq!((last.line, last.id.as_deref(), last.source_lang.as_deref()), (5, None, Some("fr")));
    }

    #[test]
    fn each_error_says_where_and_what() {
        let cases: [(&[u8], &str); 7] = [
            (b"[\"a\"]", "in.jsonl:1:1: no JSON object"),
            (b"{\"text\": 5}", "in.jsonl:1:10: invalid type: integer `5`, expected a string"),
            (b"{\"text\": \"a\"", "in.jsonl:1:12: broken JSON: EOF while parsing an object"),
            (b"{\"text\": \"\xC3\xA9\", oops}", "in.jsonl:1:15: broken JSON: key must be a string"),
            (b"{\"text\": \"caf\xE9 x\"}", "in.jsonl:1:14: not UTF-8: byte 0xE9; it looks like Latin-1"),
            (b"{\"id\": true, \"text\": \"\"}", "in.jsonl:1:11: `id` has to be a string or a number"),
            (b"{\"text\": \"\\ud800\"}", "in.jsonl:1:1"),
        ];
        for (input, expected) in cases {
            let got = read(input);
            let message = got[0].as_ref().unwrap_err();
            assert!(message.starts_with(expected), "{message}");
        }
    }

    #[test]
    fn a_line_of_exactly_the_limit_is_read() {
        let line = |n: usize| format!("{{\"text\": \"{}\"}}\n", "x".repeat(n - 12));
        let input = [line(200), line(201)].concat();
        let got = read(input.as_bytes());
        assert!(got[0].is_ok());
        assert!(got[1].is_err());
        assert_eq!(got.len(), 2);
    }
}
