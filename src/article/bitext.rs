//! Bitext: one pair a line, source ⇥ translation; the translation's record has the line number for its name.

use super::jsonl::Record;
use crate::source::{Problem, ReadError, line_position};
use std::io::{BufRead, Read};

/// An iterator over the pairs of a bitext. A line that is none gives an error with its position; empty lines are
/// skipped. It ends after the last line or after the input failed.
#[derive(Debug)]
pub struct Pairs<R> {
    input: R,
    name: String,
    limit: u64,
    line: u64,
    failed: bool,
    buffer: Vec<u8>,
}

impl<R: BufRead> Pairs<R> {
    /// Reads `input`, whose lines may have up to `limit` bytes; `name` is for messages.
    pub fn new(input: R, name: &str, limit: u64) -> Self {
        Self { input, name: name.to_owned(), limit, line: 0, failed: false, buffer: Vec::new() }
    }

    fn problem(&self, column: u64, message: impl Into<String>) -> Problem {
        Problem::Record { line: self.line, column, message: message.into() }
    }

    /// The pair in the buffer; `None` for an empty line.
    fn parse(&self) -> Result<Option<Record>, Problem> {
        let bytes = self.buffer.as_slice();
        let bytes = if self.line == 1 { bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes) } else { bytes };
        let text = std::str::from_utf8(bytes)
            .map_err(|error| self.problem(line_position(bytes, error.valid_up_to()).1, "not UTF-8"))?;
        let text = text.trim_end_matches(['\n', '\r']);
        if text.trim().is_empty() {
            return Ok(None);
        }
        let mut columns = text.split('\t');
        let (source, target) = match (columns.next(), columns.next(), columns.next()) {
            (Some(source), Some(target), None) => (source, target),
            (_, None, _) => return Err(self.problem(1, "no tab: a line has to be `source⇥translation`")),
            _ => return Err(self.problem(1, "more than one tab: a line has to be `source⇥translation`")),
        };
        Ok(Some(Record {
            line: self.line,
            id: None,
            text: target.to_owned(),
            title: None,
            source: Some(source.to_owned()),
            source_lang: None,
            original: None,
        }))
    }

    /// Reads one line into the buffer. `Ok(false)` is the end of the input.
    fn fill(&mut self) -> Result<bool, Problem> {
        self.buffer.clear();
        let most = self.limit.saturating_add(1);
        if let Err(error) = (&mut self.input).take(most).read_until(b'\n', &mut self.buffer) {
            self.failed = true;
            return Err(Problem::Io(error));
        }
        self.line += 1;
        if self.buffer.len() as u64 > self.limit && !self.buffer.ends_with(b"\n") {
            // Lines of a bitext are sentences: what is longer is no bitext, and the rest need not be read.
            self.failed = true;
            return Err(self.problem(1, format!("the line is longer than {} bytes", self.limit)));
        }
        Ok(!self.buffer.is_empty())
    }
}

impl<R: BufRead> Iterator for Pairs<R> {
    type Item = Result<Record, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.failed {
            let read = self.fill();
            let parsed = match read {
                Ok(false) => return None,
                Ok(true) => self.parse(),
                Err(problem) => Err(problem),
            };
            match parsed {
                Ok(None) => {}
                Ok(Some(record)) => return Some(Ok(record)),
                Err(problem) => return Some(Err(ReadError { name: self.name.clone(), problem })),
            }
        }
        None
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn pairs_come_in_order_and_broken_lines_in_between() {
        let input = "\u{FEFF}Un.\tOne.\r\n\nDeux.\nTrois.\tThree.\tx\nQuatre.\tFour.".as_bytes();
        let got: Vec<_> = Pairs::new(input, "in.tsv", 100).collect();
        let first = got[0].as_ref().unwrap();
        assert_eq!((first.source.as_deref(), &*first.text, first.line), (Some("Un."), "One.", 1));
        assert!(got[1].as_ref().unwrap_err().to_string().starts_with("in.tsv:3:1: no tab"));
        assert!(got[2].as_ref().unwrap_err().to_string().starts_with("in.tsv:4:1: more than one tab"));
        assert_eq!((got[3].as_ref().unwrap().line, got.len()), (5, 4));
    }
}
