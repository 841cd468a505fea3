//! An article as blocks of prose, each character mapped back to its bytes in the original input.
//!
//! Readers never fail on strange markup: what they cannot understand is treated as text or left out.

pub mod bitext;
mod build;
pub mod chrome;
pub mod html;
pub mod jsonl;
pub mod markdown;
mod offset;
pub mod plain;

pub use offset::{OffsetMap, Piece};

use crate::source::Format;

/// Stands in the block text where something inside a sentence was left out because it is not English
/// prose: inline code, a phrase marked as being in another language. One such character is mapped to all
/// that it stands for, so the words around it keep their places in the sentence.
pub const LEFT_OUT: char = '\u{FFFC}';

/// What a block is to the reader of the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// Running text.
    Paragraph,
    /// A headline or subheading.
    Heading,
    /// One item of a list.
    ListItem,
    /// A block quotation.
    Quote,
    /// A caption, a table cell, anything short that is not running text.
    Caption,
    /// Text of the website and not of the story: paywall, log-in, newsletter, cookie lines.
    Chrome,
}

/// One block of prose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// The text as a reader sees it: entities resolved, markup removed, lines joined by their line breaks.
    pub text: String,
    /// Where each byte of `text` comes from.
    pub map: OffsetMap,
}

/// A whole article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Article {
    /// In reading order.
    pub blocks: Vec<Block>,
}

impl Article {
    /// Reads `text` as `format` says. All offsets of the result count bytes of `text`, a byte order mark
    /// included. Text beyond 4 GiB, where offsets end, is not read.
    ///
    /// `Format::Jsonl` holds many articles and goes through [`jsonl::Reader`]; here it is read as the
    /// plain text of its lines.
    pub fn read(text: &str, format: Format) -> Self {
        let body = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        let mark = text.len() - body.len();
        let body = build::addressable(body);
        let mut article = match format {
            Format::Text | Format::Jsonl => plain::read(body),
            Format::Markdown => markdown::read(body),
            Format::Html => html::read(body),
        };
        if mark > 0 {
            let mark = build::offset(mark);
            article.blocks.iter_mut().for_each(|block| block.map.shift(mark));
        }
        chrome::mark(&mut article);
        article
    }
}
