//! Errors as people see them, and exit codes.

use crate::source::ReadError;
use std::io;
use std::process::ExitCode;

/// What stopped a command or one of its inputs.
#[derive(Debug)]
pub struct Failure {
    /// What went wrong, in one line, position first.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    broken_pipe: bool,
}

impl Failure {
    /// A failure without advice.
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), help: None, broken_pipe: false }
    }

    /// The same with advice.
    pub fn help(self, help: impl Into<String>) -> Self {
        Self { help: Some(help.into()), ..self }
    }

    /// Whether the reader of the output went away, which is no error.
    pub const fn is_broken_pipe(&self) -> bool {
        self.broken_pipe
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        let broken_pipe = error.kind() == io::ErrorKind::BrokenPipe;
        Self { broken_pipe, ..Self::new(format!("cannot write the output: {error}")) }
    }
}

impl From<ReadError> for Failure {
    fn from(error: ReadError) -> Self {
        let place = match error.problem.position() {
            Some((line, column)) => format!("{}:{line}:{column}", error.name),
            None => error.name.clone(),
        };
        let help = error.problem.remedy(&error.name);
        Self { help: (!help.is_empty()).then_some(help), ..Self::new(format!("{place}: {}", error.problem)) }
    }
}

/// How a command ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Status {
    /// Something was found, or would be changed.
    pub found: bool,
    /// Something failed; the rest was done.
    pub failed: bool,
}

impl Status {
    /// Something failed.
    pub const ERROR: Self = Self { found: false, failed: true };

    /// 0, 1 or 2.
    pub fn code(self) -> ExitCode {
        ExitCode::from(if self.failed { 2 } else { u8::from(self.found) })
    }
}

/// There is no such rule; `guess` is a question.
pub fn unknown_rule(id: &str, guess: Option<String>) -> Failure {
    let help = guess.unwrap_or_else(|| "`traduce rules` lists all rules".to_owned());
    Failure::new(format!("no rule `{id}`")).help(help)
}
