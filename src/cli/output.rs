//! Standard output and error: buffered, coloured only where wanted.

use super::args::Color;
use super::failure::Failure;
use crate::report::problem;
use crate::report::text::Layout;
use crate::rule::problem::Problem;
use anstream::AutoStream;
use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};

/// Where a command writes.
pub struct Output {
    /// What was asked for.
    pub out: BufWriter<StdoutLock<'static>>,
    /// How findings are laid out on standard output.
    pub layout: Layout,
    color: Color,
}

/// Wider lines are hard to read.
const WIDEST: usize = 100;

impl Output {
    /// Locks standard output.
    pub fn new(color: Color) -> Self {
        let stdout = io::stdout();
        let width = terminal_size::terminal_size_of(&stdout)
            .map_or(WIDEST, |(width, _)| usize::from(width.0).min(WIDEST));
        let wanted = match color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => AutoStream::choice(&stdout) != anstream::ColorChoice::Never,
        };
        Self {
            out: BufWriter::with_capacity(1 << 16, stdout.lock()),
            layout: Layout { width, color: wanted },
            color,
        }
    }

    /// Writes out what is buffered.
    pub fn finish(&mut self) -> Result<(), Failure> {
        Ok(self.out.flush()?)
    }

    /// A failure on standard error, in the order in which it happened.
    pub fn failure(&mut self, failure: &Failure) {
        // Without this, errors would come before findings that were found earlier.
        let _ = self.out.flush();
        let mut text = format!("\u{1b}[1;31merror\u{1b}[0m\u{1b}[1m: {}\u{1b}[0m\n", failure.message);
        if let Some(help) = &failure.help {
            text.push_str(&format!("\u{1b}[1;36mhelp\u{1b}[0m: {help}\n"));
        }
        self.to_stderr(&text);
    }

    /// A mistake in a rule file, on standard error.
    pub fn problem(&mut self, problem: &Problem) {
        let _ = self.out.flush();
        let layout = Layout { color: true, ..self.layout };
        self.to_stderr(&problem::render(problem, layout));
    }

    /// A remark on standard error.
    pub fn note(&mut self, text: &str) {
        let _ = self.out.flush();
        self.to_stderr(&format!("{text}\n"));
    }

    /// How far a long run has come, on standard error if that is a terminal; each line takes the place of the
    /// last, and an empty one clears it.
    pub fn progress(&mut self, text: &str) {
        if io::stderr().is_terminal() {
            let _ = write!(io::stderr(), "\r\u{1b}[K{text}");
        }
    }

    fn to_stderr(&self, styled: &str) {
        let choice = match self.color {
            Color::Always => anstream::ColorChoice::AlwaysAnsi,
            Color::Never => anstream::ColorChoice::Never,
            Color::Auto => anstream::ColorChoice::Auto,
        };
        // Nobody is left to tell if standard error is gone.
        let _ = AutoStream::new(io::stderr(), choice).write_all(styled.as_bytes());
    }
}

/// Whether standard input is a person who may not know that traduce waits.
pub fn stdin_is_terminal() -> bool {
    io::stdin().is_terminal()
}
