//! Rule files as plain data with positions: what `build.rs` writes into the binary and loading reads back.
//!
//! Used by `build.rs` too, so it depends on nothing in the crate but its like. Spans count bytes of the rule file.

use super::rates::RatesFile;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// Bytes `start..end` of a rule file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Place {
    /// As a range for slicing.
    pub const fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

impl From<std::ops::Range<usize>> for Place {
    fn from(range: std::ops::Range<usize>) -> Self {
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self { start: number(range.start), end: number(range.end) }
    }
}

/// A string and where it stands, quotation marks included.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text<'a> {
    /// Its value.
    #[serde(borrow)]
    pub text: Cow<'a, str>,
    /// Where it stands.
    pub at: Place,
}

/// A number and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Number {
    /// Its value.
    pub value: f64,
    /// Where it stands.
    pub at: Place,
}

/// An argument of a check.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum RawValue<'a> {
    /// A string; `@name` means a list.
    Text(#[serde(borrow)] Text<'a>),
    /// An integer or a float.
    Number(Number),
    /// `true` or `false`.
    Bool(bool),
    /// Several.
    Array(#[serde(borrow)] Vec<RawValue<'a>>),
}

/// One suggestion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RawSuggestion<'a> {
    /// A template for the reported part.
    Whole(#[serde(borrow)] Text<'a>),
    /// Capture or role → template.
    Parts(#[serde(borrow)] Vec<(Text<'a>, Text<'a>)>),
}

/// The source text of an example.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RawOriginal<'a> {
    /// The text.
    #[serde(borrow)]
    pub text: Text<'a>,
    /// ISO 639-1 code of its language.
    #[serde(borrow)]
    pub language: Option<Text<'a>>,
}

/// A text on which the rule must be silent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RawGood<'a> {
    /// The text.
    #[serde(borrow)]
    pub text: Text<'a>,
    /// What it was translated from.
    #[serde(borrow)]
    pub original: Option<RawOriginal<'a>>,
}

/// A text that the rule must flag.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RawBad<'a> {
    /// The table.
    pub at: Place,
    /// With `[[…]]` around what must be reported.
    #[serde(borrow)]
    pub text: Text<'a>,
    /// The whole text after the first suggestion.
    #[serde(borrow)]
    pub fix: Option<Text<'a>>,
    /// What it was translated from.
    #[serde(borrow)]
    pub original: Option<RawOriginal<'a>>,
    /// How many further marked parts there are.
    pub more: u32,
}

/// One rule as written; `[defaults]` has the same fields.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)] // as in docs/pattern-language.md, *Fields*
pub struct RawRule<'a> {
    /// The `[[rule]]` header, or what stands for it.
    pub at: Place,
    #[serde(borrow)]
    pub id: Option<Text<'a>>,
    #[serde(borrow)]
    pub kind: Option<Text<'a>>,
    #[serde(borrow)]
    pub pivot: Option<Vec<Text<'a>>>,
    #[serde(borrow)]
    pub source: Option<Text<'a>>,
    #[serde(borrow)]
    pub pattern: Vec<Text<'a>>,
    #[serde(borrow)]
    pub frame: Vec<Text<'a>>,
    #[serde(borrow)]
    pub check: Option<Text<'a>>,
    #[serde(borrow)]
    pub with: Vec<(Text<'a>, RawValue<'a>)>,
    #[serde(borrow)]
    pub unless: Vec<Text<'a>>,
    #[serde(borrow)]
    pub when_source: Vec<(Text<'a>, Vec<Text<'a>>)>,
    #[serde(borrow)]
    pub unless_source: Vec<(Text<'a>, Vec<Text<'a>>)>,
    #[serde(borrow)]
    pub message: Option<Text<'a>>,
    #[serde(borrow)]
    pub why: Option<Text<'a>>,
    #[serde(borrow)]
    pub suggest: Vec<RawSuggestion<'a>>,
    #[serde(borrow)]
    pub safety: Option<Text<'a>>,
    #[serde(borrow)]
    pub report: Option<Text<'a>>,
    #[serde(borrow)]
    pub severity: Option<Text<'a>>,
    #[serde(borrow)]
    pub quotes: Option<Text<'a>>,
    #[serde(borrow)]
    pub blocks: Option<Vec<Text<'a>>>,
    pub per_1000_words: Option<Number>,
    #[serde(borrow)]
    pub bad: Vec<RawBad<'a>>,
    #[serde(borrow)]
    pub good: Vec<RawGood<'a>>,
    /// What each pattern, then each frame needs; only `build.rs` fills it in.
    pub hints: Vec<RawHint>,
}

/// What a sentence must hold for a pattern or frame to match, as far as its text shows at a glance.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RawHint {
    /// Something of each must be there.
    pub groups: Vec<RawGroup>,
    /// Index of the group that is likely the rarest.
    pub anchor: u32,
}

/// Words and lists, any of which is enough.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RawGroup {
    /// By index into [`Folder::words`].
    pub words: Vec<u32>,
    /// By index into [`Folder::lists`].
    pub lists: Vec<u32>,
}

/// A rule file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RawFile<'a> {
    /// Path as shown in messages, with `/`.
    #[serde(borrow)]
    pub path: Cow<'a, str>,
    /// The file as it is, for messages that point into it.
    #[serde(borrow)]
    pub text: Cow<'a, str>,
    /// Its rules with the defaults filled in; `None` where the file has mistakes and must be read again to
    /// report them.
    #[serde(borrow)]
    pub rules: Option<Vec<RawRule<'a>>>,
}

/// A list file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RawList<'a> {
    /// Path as shown in messages, with `/`.
    #[serde(borrow)]
    pub path: Cow<'a, str>,
    /// Name, without folder and extension.
    #[serde(borrow)]
    pub name: Cow<'a, str>,
    /// The file as it is.
    #[serde(borrow)]
    pub text: Cow<'a, str>,
}

/// One folder of rules.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Folder<'a> {
    /// Its rule files, by path.
    #[serde(borrow)]
    pub files: Vec<RawFile<'a>>,
    /// Its lists, by path.
    #[serde(borrow)]
    pub lists: Vec<RawList<'a>>,
    /// `rates.tsv`, which says how often each rule is right.
    #[serde(borrow)]
    pub rates: Option<RatesFile<'a>>,
    /// The words that its rules mention; only `build.rs` fills it in.
    #[serde(borrow)]
    pub words: Vec<Cow<'a, str>>,
}

/// Something wrong in a rule file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawProblem {
    /// Where.
    pub at: Place,
    /// What, in one line.
    pub message: String,
    /// Said at the caret; may be empty.
    pub label: String,
    /// What to do about it.
    pub help: Option<String>,
}
