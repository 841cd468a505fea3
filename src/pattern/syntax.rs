//! The syntax of patterns and frames: nom productions over the text, to an AST that prints back.
//!
//! Source of the language: `docs/pattern-language.md`. A fault does not stop the parse: it goes on at the next
//! space, so that one run reports all faults of a pattern.

pub mod ast;
mod frame;
pub mod names;
mod print;
mod sequence;
#[cfg(test)]
mod tests;
mod token;

use ast::{At, Frame, Pattern};
use nom::error::{ErrorKind, ParseError};
use std::cell::{Cell, RefCell};
use std::ops::Range;

/// What is wrong with a pattern or frame, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PatternError {
    /// Bytes in the pattern text.
    pub at: Range<usize>,
    /// One line, without position.
    pub message: String,
    /// What to do about it, if that is clear.
    pub help: Option<String>,
}

/// Parses a sequence pattern.
///
/// # Errors
/// All faults found, by position; at least one.
pub fn parse_pattern(text: &str) -> Result<Pattern, Vec<PatternError>> {
    let context = Context::new(text);
    let pattern = sequence::pattern(&context, text);
    context.finish(pattern)
}

/// Parses a frame.
///
/// # Errors
/// All faults found, by position; at least one.
pub fn parse_frame(text: &str) -> Result<Frame, Vec<PatternError>> {
    let context = Context::new(text);
    let frame = frame::frame(&context, text);
    match frame {
        Some(frame) => context.finish(frame),
        None => context.finish(()).and(Err(Vec::new())),
    }
}

/// Brackets inside brackets beyond this depth are refused: it keeps recursion bounded on any input.
const MAX_DEPTH: u32 = 32;

/// What all productions of one parse share.
struct Context<'a> {
    /// The whole pattern text; every input of a production is a suffix of it.
    whole: &'a str,
    errors: RefCell<Vec<PatternError>>,
    depth: Cell<u32>,
    /// Where the part to report was opened.
    report: Cell<Option<usize>>,
}

impl<'a> Context<'a> {
    fn new(whole: &'a str) -> Self {
        Self { whole, errors: RefCell::default(), depth: Cell::new(0), report: Cell::new(None) }
    }

    /// Byte offset of an input.
    fn offset(&self, input: &str) -> usize {
        self.whole.len().saturating_sub(input.len())
    }

    /// The bytes between two inputs.
    fn at(&self, from: &str, to: &str) -> At {
        At { start: self.offset(from), end: self.offset(to) }
    }

    fn record(&self, fault: nom::Err<Fault>) {
        let fault = match fault {
            nom::Err::Error(fault) | nom::Err::Failure(fault) => fault,
            nom::Err::Incomplete(_) => Fault::new("", 0, ""),
        };
        let start = self.whole.len().saturating_sub(fault.left);
        let message = if fault.message.is_empty() { self.unexpected(start) } else { fault.message };
        let mut end = (start + fault.length).min(self.whole.len());
        while !self.whole.is_char_boundary(end) {
            end += 1;
        }
        self.errors.borrow_mut().push(PatternError { at: start..end, message, help: fault.help });
    }

    /// What is said where no production knows better.
    fn unexpected(&self, at: usize) -> String {
        match self.whole.get(at..).and_then(|rest| rest.chars().next()) {
            Some(c) => format!("`{c}` is not expected here"),
            None => "the pattern ends too early".to_owned(),
        }
    }

    fn finish<T>(&self, value: T) -> Result<T, Vec<PatternError>> {
        let mut errors = self.errors.take();
        if errors.is_empty() {
            return Ok(value);
        }
        errors.sort_by_key(|e| (e.at.start, e.at.end));
        errors.dedup();
        Err(errors)
    }

    /// Runs a production one bracket deeper.
    fn deeper<'i, T>(&self, input: &'i str, production: impl FnOnce() -> Parsed<'i, T>) -> Parsed<'i, T> {
        if self.depth.get() >= MAX_DEPTH {
            return Fault::new(input, 1, "brackets are nested too deeply").fail();
        }
        self.depth.set(self.depth.get() + 1);
        let result = production();
        self.depth.set(self.depth.get() - 1);
        result
    }
}

/// Result of a production.
type Parsed<'i, T> = nom::IResult<&'i str, T, Fault>;

/// A fault before it gets its offset.
#[derive(Clone, Debug, PartialEq)]
struct Fault {
    /// How many bytes of the text were left where it begins.
    left: usize,
    /// Bytes that it covers.
    length: usize,
    message: String,
    help: Option<String>,
    /// How many bytes are left where the parse can go on, if that is not right after the fault.
    resume: Option<usize>,
}

impl Fault {
    fn new(input: &str, length: usize, message: impl Into<String>) -> Self {
        Self { left: input.len(), length, message: message.into(), help: None, resume: None }
    }

    fn resume(mut self, rest: &str) -> Self {
        self.resume = Some(rest.len());
        self
    }

    fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    fn suggest(mut self, help: Option<String>) -> Self {
        self.help = help.or(self.help);
        self
    }

    /// As a result that no alternative may overrule.
    fn fail<T>(self) -> Result<T, nom::Err<Self>> {
        Err(nom::Err::Failure(self))
    }
}

impl ParseError<&str> for Fault {
    fn from_error_kind(input: &str, _: ErrorKind) -> Self {
        // Made for every alternative that fails, and hardly ever shown: the message is made when it is.
        Self::new(input, input.chars().next().map_or(0, char::len_utf8), String::new())
    }

    fn append(_: &str, _: ErrorKind, other: Self) -> Self {
        other
    }
}

/// The nearest of some names to a misspelt one, as a question, if one is near.
pub fn did_you_mean<'n>(name: &str, names: impl IntoIterator<Item = &'n str>) -> Option<String> {
    let bound = (name.chars().count() / 3).max(1);
    let near = names
        .into_iter()
        .map(|n| (strsim::damerau_levenshtein(name, n), n))
        .filter(|&(distance, _)| distance <= bound)
        .min()?;
    Some(format!("did you mean `{}`?", near.1))
}
