//! From block text to tokens and sentences. Knows letters and punctuation, no English grammar.

pub mod fold;
pub mod lexer;
pub mod sentence;
pub mod vocab;

use crate::span::Span;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, with inner hyphens, apostrophes and full stops (`cross-border`, `O'Neill`, `U.S.`), and
    /// the clitics that Universal Dependencies splits off (`'s`, `n't`, `'ll`).
    Word,
    /// Digits with their separators: `1,200`, `3.5`, `16:30`, `2024-03-05`; not the sign or unit.
    Number,
    /// `1st`, `23rd`, `1990s`, `F-16`, `G7`: digits and letters in one.
    Alphanumeric,
    /// One mark of punctuation, or a run of the same mark (`...`, `--`).
    Punctuation,
    /// `$`, `€`, `%`, `+`, `&` and other symbols.
    Symbol,
    /// URL, e-mail address, @handle, #hashtag, file name.
    Url,
}

/// How a token is capitalised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Case {
    /// No letters.
    None,
    /// All letters small.
    Lower,
    /// First letter capital, the rest small (`Kyiv`, `A`); each part of a hyphenated or apostrophised word may
    /// have a capital of its own (`Saint-Denis`, `O'Neill`).
    Title,
    /// All letters capital, at least two (`NATO`, `U.S.`).
    Upper,
    /// Anything else (`DeepState`, `iPhone`, `McDonald`).
    Mixed,
}

impl Case {
    /// Whether it has a capital letter.
    pub const fn has_capital(self) -> bool {
        matches!(self, Self::Title | Self::Upper | Self::Mixed)
    }
}

/// One token. White space is not a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Bytes in the block text.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
    /// How it is capitalised.
    pub case: Case,
    /// Whether white space (or the block's start) precedes it.
    pub space_before: bool,
    /// Whether it stands inside quotation marks.
    pub quoted: bool,
}

/// The tokens of one sentence: a range of a block's token list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SentenceRange {
    /// First token.
    pub start: u32,
    /// One past the last token.
    pub end: u32,
}
