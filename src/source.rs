//! Loads input and makes sure that it is text that can be analysed. The only place besides the command
//! line that touches files.

mod encoding;
mod problem;

pub use encoding::Guess;
pub use problem::{Problem, ReadError};

pub(crate) use encoding::{narrow as guess_line, position as line_position};

use std::fs::File;
use std::io::Read;
use std::path::Path;

/// What an input is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// Plain text.
    Text,
    /// CommonMark with tables, footnotes and front matter.
    Markdown,
    /// HTML, well formed or not.
    Html,
    /// One article a line, see [`crate::article::jsonl`].
    Jsonl,
}

impl Format {
    /// All formats, in the order of the enum.
    pub const ALL: [Self; 4] = [Self::Text, Self::Markdown, Self::Html, Self::Jsonl];

    /// The name used on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Jsonl => "jsonl",
        }
    }

    /// The format of this name, also of the names that its files end in: `text txt markdown md html htm
    /// xhtml jsonl ndjson`, in any case.
    pub fn from_name(name: &str) -> Option<Self> {
        let is = |names: &[&str]| names.iter().any(|n| n.eq_ignore_ascii_case(name));
        if is(&["text", "txt", "plain"]) {
            Some(Self::Text)
        } else if is(&["markdown", "md"]) {
            Some(Self::Markdown)
        } else if is(&["html", "htm", "xhtml"]) {
            Some(Self::Html)
        } else if is(&["jsonl", "ndjson"]) {
            Some(Self::Jsonl)
        } else {
            None
        }
    }

    /// The format that the file name ends in; plain text for a name without an extension, `None` for an
    /// extension that traduce does not know.
    pub fn from_path(path: &Path) -> Option<Self> {
        match path.extension() {
            None => Some(Self::Text),
            Some(extension) => extension.to_str().and_then(Self::from_name),
        }
    }
}

/// How many bytes one article may have unless the caller says otherwise: 64 MiB.
pub const ARTICLE_LIMIT: u64 = 64 << 20;

/// An input that has been read and checked: text, not binary, within the limit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The path as given, or a name such as `<stdin>`, for messages.
    pub name: String,
    /// What it is written in.
    pub format: Format,
    /// All of the input, byte for byte, a byte order mark included, so that offsets in `text` are offsets
    /// in the file.
    pub text: String,
}

impl Source {
    /// Reads a file of at most `limit` bytes.
    ///
    /// # Errors
    /// The file cannot be opened or read, is a folder, is larger than `limit` (said before it is read), is
    /// not UTF-8 or not text.
    pub fn open(path: &Path, format: Format, limit: u64) -> Result<Self, ReadError> {
        let name = path.display().to_string();
        let failed = |problem| ReadError { name: name.clone(), problem };
        let io = |error: std::io::Error| failed(Problem::Io(error));
        let file = File::open(path).map_err(io)?;
        let metadata = file.metadata().map_err(io)?;
        if metadata.is_dir() {
            return Err(failed(Problem::Directory));
        }
        if metadata.len() > limit {
            return Err(failed(Problem::TooLarge { size: Some(metadata.len()), limit }));
        }
        Self::load(file, &name, format, limit)
    }

    /// Reads all of `input`, at most `limit` bytes; `name` is for messages.
    ///
    /// # Errors
    /// Reading fails, there are more than `limit` bytes, the bytes are not UTF-8 or not text.
    pub fn load(input: impl Read, name: &str, format: Format, limit: u64) -> Result<Self, ReadError> {
        let failed = |problem| ReadError { name: name.to_owned(), problem };
        let mut bytes = Vec::new();
        // One byte more than allowed tells a full input from one that is too long.
        let read = input.take(limit.saturating_add(1)).read_to_end(&mut bytes);
        read.map_err(|error| failed(Problem::Io(error)))?;
        if bytes.len() as u64 > limit {
            return Err(failed(Problem::TooLarge { size: None, limit }));
        }
        Self::from_bytes(bytes, name, format)
    }

    /// Checks bytes that are already in memory.
    ///
    /// # Errors
    /// The bytes are not UTF-8, not text, or more than 32-bit offsets can address.
    pub fn from_bytes(bytes: Vec<u8>, name: &str, format: Format) -> Result<Self, ReadError> {
        let failed = |problem| ReadError { name: name.to_owned(), problem };
        if bytes.len() >= u32::MAX as usize {
            let limit = u64::from(u32::MAX) - 1;
            return Err(failed(Problem::TooLarge { size: Some(bytes.len() as u64), limit }));
        }
        let text = encoding::decode(bytes).map_err(failed)?;
        Ok(Self { name: name.to_owned(), format, text })
    }

    /// Whether there is nothing to check: no byte, or white space only. Not an error.
    pub fn is_blank(&self) -> bool {
        self.text.strip_prefix('\u{FEFF}').unwrap_or(&self.text).trim().is_empty()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn formats_by_name_and_path() {
        let of = |path: &str| Format::from_path(Path::new(path));
        assert_eq!(of("a/b.txt"), Some(Format::Text));
        assert_eq!(of("README"), Some(Format::Text));
        assert_eq!(of("x.fr.MD"), Some(Format::Markdown));
        assert_eq!(of("x.xhtml"), Some(Format::Html));
        assert_eq!(of("x.ndjson"), Some(Format::Jsonl));
        assert_eq!(of("x.pdf"), None);
        for format in Format::ALL {
            assert_eq!(Format::from_name(format.name()), Some(format));
        }
    }

    #[test]
    fn a_byte_order_mark_stays_so_that_offsets_are_right() {
        let source = Source::from_bytes(b"\xEF\xBB\xBFHello.".to_vec(), "x", Format::Text).unwrap();
        let article = crate::article::Article::read(&source.text, source.format);
        assert_eq!(article.blocks[0].text, "Hello.");
        assert_eq!(article.blocks[0].map.to_source(crate::span::Span::new(0, 6)).start, 3);
    }

    #[test]
    fn blank_input_is_no_error() {
        for bytes in [&b""[..], b" \n\t\r\n", b"\xEF\xBB\xBF\n"] {
            assert!(Source::from_bytes(bytes.to_vec(), "x", Format::Text).unwrap().is_blank());
        }
    }

    #[test]
    fn the_limit_holds_for_files_and_streams() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("big.txt");
        std::fs::write(&path, "twelve bytes").unwrap();
        assert!(Source::open(&path, Format::Text, 12).is_ok());
        let problem = Source::open(&path, Format::Text, 11).unwrap_err().problem;
        assert!(matches!(problem, Problem::TooLarge { size: Some(12), limit: 11 }));
        let problem = Source::load(&b"twelve bytes"[..], "<stdin>", Format::Text, 11).unwrap_err().problem;
        assert!(matches!(problem, Problem::TooLarge { size: None, limit: 11 }));
    }

    #[test]
    fn a_huge_file_is_refused_without_reading_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("huge.txt");
        // A sparse file: reading it would take a while, its length is known at once.
        File::create(&path).unwrap().set_len(1 << 40).unwrap();
        let error = Source::open(&path, Format::Text, ARTICLE_LIMIT).unwrap_err();
        assert!(error.to_string().contains("1.0 TiB"), "{error}");
    }

    #[test]
    fn folders_and_missing_files_are_named() {
        let folder = tempfile::tempdir().unwrap();
        let error = Source::open(folder.path(), Format::Text, 9).unwrap_err();
        assert!(matches!(error.problem, Problem::Directory));
        let error = Source::open(&folder.path().join("none.txt"), Format::Text, 9).unwrap_err();
        assert!(matches!(error.problem, Problem::Io(_)));
        assert!(error.to_string().contains("none.txt"));
    }
}
