//! A match for the eye, as `traduce show matches` prints it.

use super::{Capture, Match};
use crate::english::{Range, Sentence};
use std::fmt::{Display, Formatter, Result};

/// A match with its sentence; prints as `[set up] set up several attacks · verb=set+up obj=several attacks`.
pub struct Shown<'a> {
    found: &'a Match,
    sentence: &'a Sentence,
}

impl Match {
    /// For printing: the reported part in brackets, the whole extent, the captures.
    pub fn show<'a>(&'a self, sentence: &'a Sentence) -> Shown<'a> {
        Shown { found: self, sentence }
    }

    /// The capture of this name.
    pub fn capture(&self, name: &str) -> Option<Capture> {
        self.captures.iter().find(|(n, _)| **n == *name).map(|(_, capture)| *capture)
    }
}

impl Display for Shown<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let text = |range: Range| self.sentence.range_text(range);
        write!(f, "[{}] {}", text(self.found.report), text(self.found.extent))?;
        for (i, (name, capture)) in self.found.captures.iter().enumerate() {
            write!(f, "{}{name}=", if i == 0 { " · " } else { " " })?;
            match *capture {
                Capture::Tokens(range) => f.write_str(text(range))?,
                Capture::Verb { verb, particle } => {
                    f.write_str(self.sentence.token_text(verb as usize))?;
                    if let Some(particle) = particle {
                        write!(f, "+{}", self.sentence.token_text(particle as usize))?;
                    }
                }
                Capture::Prep { prep, np } => write!(f, "{}({})", text(prep), text(np))?,
            }
        }
        Ok(())
    }
}
