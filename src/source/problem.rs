//! What can be wrong with an input, with its position and a remedy.

use super::Guess;
use std::fmt;

/// An input that cannot be checked. `Display` gives one line: name, position, what is wrong, what to do.
#[derive(Debug)]
pub struct ReadError {
    /// The path or name of the input.
    pub name: String,
    /// What is wrong.
    pub problem: Problem,
}

/// What is wrong with an input.
#[derive(Debug)]
pub enum Problem {
    /// It cannot be opened or read.
    Io(std::io::Error),
    /// It is a folder.
    Directory,
    /// It is larger than allowed.
    TooLarge {
        /// Bytes, where they are known without reading it all.
        size: Option<u64>,
        /// The most bytes allowed.
        limit: u64,
    },
    /// Its bytes are not UTF-8.
    NotUtf8 {
        /// The first byte that is wrong, from 0.
        offset: u64,
        /// Its line, from 1.
        line: u64,
        /// Its column in characters, from 1.
        column: u64,
        /// The byte.
        byte: u8,
        /// What the input probably is.
        guess: Guess,
    },
    /// It is not text.
    Binary {
        /// The first byte that text does not have, from 0.
        offset: u64,
        /// The byte.
        byte: u8,
    },
    /// One line of a `.jsonl` input holds no article.
    Record {
        /// The line, from 1.
        line: u64,
        /// The column in characters, from 1.
        column: u64,
        /// What is wrong, for people.
        message: String,
    },
}

impl Problem {
    /// Line and column, from 1, where the problem has a place.
    pub const fn position(&self) -> Option<(u64, u64)> {
        match self {
            Self::NotUtf8 { line, column, .. } | Self::Record { line, column, .. } => Some((*line, *column)),
            _ => None,
        }
    }

    /// What to do about it; empty where the message says all.
    pub fn remedy(&self, name: &str) -> String {
        match self {
            Self::Directory => "give the files in it, or let `traduce check` walk it".into(),
            Self::TooLarge { .. } => {
                "split it into one file an article, or write it as .jsonl, one article a line".into()
            }
            Self::NotUtf8 { guess, .. } => encoding_remedy(*guess, name),
            Self::Binary { .. } => "give the text of the article (.txt, .md, .html or .jsonl)".into(),
            Self::Io(_) | Self::Record { .. } => String::new(),
        }
    }
}

fn encoding_remedy(guess: Guess, name: &str) -> String {
    match guess.iconv() {
        Some(from) => format!("convert it: iconv -f {from} -t UTF-8 '{name}'"),
        None if guess == Guess::CutOff => "get the file again, its end is missing".into(),
        None => "mend the byte, or drop it: iconv -c -f UTF-8 -t UTF-8".into(),
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(error) => write!(f, "cannot be read: {error}"),
            Self::Directory => write!(f, "is a folder"),
            Self::TooLarge { size: Some(size), limit } => {
                write!(f, "too large: {}, at most {} an article", Size(*size), Size(*limit))
            }
            Self::TooLarge { size: None, limit } => {
                write!(f, "too large: more than the {} an article may have", Size(*limit))
            }
            Self::NotUtf8 { offset, byte, guess, .. } => {
                write!(f, "not UTF-8: byte 0x{byte:02X} at offset {offset}; {}", guess)
            }
            Self::Binary { offset, byte } => {
                write!(f, "not text: byte 0x{byte:02X} at offset {offset}")
            }
            Self::Record { message, .. } => f.write_str(message),
        }
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)?;
        if let Some((line, column)) = self.problem.position() {
            write!(f, ":{line}:{column}")?;
        }
        write!(f, ": {}", self.problem)?;
        let remedy = self.problem.remedy(&self.name);
        if remedy.is_empty() { Ok(()) } else { write!(f, " ({remedy})") }
    }
}

impl std::error::Error for ReadError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.problem {
            Problem::Io(error) => Some(error),
            _ => None,
        }
    }
}

impl fmt::Display for Guess {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Guess::Utf16Le | Guess::Utf16Be => "it looks like UTF-16",
            Guess::Utf32 => "it looks like UTF-32",
            Guess::Windows1252 => "it looks like Windows-1252",
            Guess::Latin1 => "it looks like Latin-1",
            Guess::DamagedUtf8 => "the rest is UTF-8",
            Guess::CutOff => "it ends inside a character",
        })
    }
}

/// Bytes in the unit that people read.
struct Size(u64);

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const UNITS: [&str; 5] = ["KiB", "MiB", "GiB", "TiB", "PiB"];
        if self.0 < 1024 {
            return write!(f, "{} bytes", self.0);
        }
        let mut size = self.0 as f64 / 1024.0;
        let mut units = UNITS.iter();
        let mut unit = units.next().copied().unwrap_or_default();
        for next in units {
            if size < 1024.0 {
                break;
            }
            size /= 1024.0;
            unit = next;
        }
        write!(f, "{size:.1} {unit}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_line_says_where_what_and_what_to_do() {
        let problem =
            Problem::NotUtf8 { offset: 41, line: 3, column: 8, byte: 0xE9, guess: Guess::Windows1252 };
        let error = ReadError { name: "news.txt".into(), problem };
        assert_eq!(
            error.to_string(),
            "news.txt:3:8: not UTF-8: byte 0xE9 at offset 41; it looks like Windows-1252 \
             (convert it: iconv -f WINDOWS-1252 -t UTF-8 'news.txt')"
        );
        let problem = Problem::TooLarge { size: Some(1 << 30), limit: 64 << 20 };
        let error = ReadError { name: "big.txt".into(), problem };
        assert!(error.to_string().starts_with("big.txt: too large: 1.0 GiB, at most 64.0 MiB an article ("));
    }
}
