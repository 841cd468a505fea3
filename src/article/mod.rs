//! An article as blocks of prose, each character mapped back to its bytes in the original input.
//!
//! Readers never fail on strange markup: what they cannot understand is treated as text or left out.

pub mod plain;

use crate::span::Span;

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

/// A run of text in which block text and original input correspond.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Where the run starts in the block text (bytes).
    pub text_start: u32,
    /// Length in the block text (bytes).
    pub text_len: u32,
    /// Where it starts in the original input (bytes).
    pub source_start: u32,
    /// Length in the original input; equal to `text_len` where the run is verbatim, otherwise (an entity,
    /// an escape, white space collapsed) the run is indivisible.
    pub source_len: u32,
}

/// Maps byte offsets of a block's text to byte offsets of the original input.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OffsetMap {
    /// Sorted by `text_start`, without gaps in the block text.
    pub pieces: Vec<Piece>,
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

impl OffsetMap {
    /// A map for text that stands verbatim at `source_start`.
    pub fn verbatim(source_start: u32, len: u32) -> Self {
        Self { pieces: vec![Piece { text_start: 0, text_len: len, source_start, source_len: len }] }
    }

    /// The bytes of the original input under a span of the block text. A span that touches an indivisible
    /// piece takes the whole piece, so that the result always falls on character boundaries.
    pub fn to_source(&self, span: Span) -> Span {
        let locate = |offset: u32, is_end: bool| -> u32 {
            let index = self
                .pieces
                .partition_point(|p| if is_end { p.text_start < offset } else { p.text_start <= offset });
            let Some(piece) = index.checked_sub(1).and_then(|i| self.pieces.get(i)) else {
                return self.pieces.first().map_or(offset, |p| p.source_start);
            };
            let inside = offset - piece.text_start;
            if piece.text_len == piece.source_len {
                piece.source_start + inside.min(piece.source_len)
            } else if inside == 0 {
                piece.source_start
            } else if is_end || inside >= piece.text_len {
                piece.source_start + piece.source_len
            } else {
                piece.source_start
            }
        };
        if span.is_empty() {
            let at = locate(span.start, false);
            return Span::new(at, at);
        }
        Span::new(locate(span.start, false), locate(span.end, true))
    }

    /// Whether the span stands verbatim and in one piece in the original input, so that replacing its bytes
    /// loses no markup.
    pub fn is_verbatim(&self, span: Span) -> bool {
        let index = self.pieces.partition_point(|p| p.text_start <= span.start);
        index
            .checked_sub(1)
            .and_then(|i| self.pieces.get(i))
            .is_some_and(|p| p.text_len == p.source_len && span.end <= p.text_start + p.text_len)
    }
}
