//! Puts blocks together out of ranges of the input.

use super::{Block, BlockKind, OffsetMap};
use crate::span::Span;

/// A position that is known to be addressable (see [`addressable`]).
pub(super) fn offset(position: usize) -> u32 {
    u32::try_from(position).unwrap_or(u32::MAX)
}

/// The part of `text` whose offsets fit in 32 bits, a byte order mark before it included.
pub(super) fn addressable(text: &str) -> &str {
    const LIMIT: usize = u32::MAX as usize - 16;
    if text.len() <= LIMIT {
        return text;
    }
    let cut = (LIMIT - 3..=LIMIT).rev().find(|&i| text.is_char_boundary(i)).unwrap_or(0);
    text.get(..cut).unwrap_or("")
}

/// How white space of the input is taken over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Space {
    /// As it stands.
    Keep,
    /// A run of it makes one space, as a browser shows it.
    Collapse,
}

/// A block in the making.
#[derive(Debug, Default)]
pub(super) struct Builder {
    text: String,
    map: OffsetMap,
    /// Collapsed white space that is written once something follows on it.
    pending: Option<Span>,
}

impl Builder {
    /// Appends `text`, which stands at `start` in the input.
    pub(super) fn verbatim(&mut self, text: &str, start: usize, space: Space) {
        match space {
            Space::Keep => self.run(text, start),
            Space::Collapse => self.collapsed(text, start),
        }
    }

    /// Appends `text` in the place of the bytes `source`, which are indivisible.
    pub(super) fn replaced(&mut self, text: &str, source: std::ops::Range<usize>) {
        self.flush();
        self.text.push_str(text);
        let source = Span::new(offset(source.start), offset(source.end));
        self.map.push(offset(text.len()), source, false);
    }

    /// Appends a line break that stands for `source` and swallows the white space before it.
    pub(super) fn line_break(&mut self, source: std::ops::Range<usize>) {
        self.pending = None;
        if !self.text.is_empty() {
            self.replaced("\n", source);
        }
    }

    /// Appends collapsible white space that stands for `source`.
    pub(super) fn space(&mut self, source: std::ops::Range<usize>) {
        let source = Span::new(offset(source.start), offset(source.end));
        if self.text.is_empty() || self.text.ends_with('\n') {
            return;
        }
        self.pending = Some(match self.pending {
            Some(before) if before.end == source.start => before.hull(source),
            Some(before) => before,
            None => source,
        });
    }

    /// Where the input ends that has been written; white space that waits does not count.
    pub(super) fn source_end(&self) -> usize {
        self.map.source_end() as usize
    }

    /// The block, without white space at its edges; `None` where nothing else is in it.
    pub(super) fn finish(self, kind: BlockKind) -> Option<Block> {
        let trimmed = self.text.trim();
        if trimmed.chars().all(|c| c == super::LEFT_OUT || c.is_whitespace()) {
            return None;
        }
        if trimmed.len() == self.text.len() {
            return Some(Block { kind, text: self.text, map: self.map });
        }
        let start = self.text.len() - self.text.trim_start().len();
        let span = Span::new(offset(start), offset(start + trimmed.len()));
        Some(Block { kind, text: trimmed.to_owned(), map: self.map.slice(span) })
    }

    fn run(&mut self, text: &str, start: usize) {
        self.flush();
        self.text.push_str(text);
        let source = Span::new(offset(start), offset(start + text.len()));
        self.map.push(offset(text.len()), source, true);
    }

    fn collapsed(&mut self, text: &str, start: usize) {
        let mut at = 0;
        while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
            let blank = rest.len() - rest.trim_start_matches(is_html_space).len();
            if blank > 0 {
                self.space(start + at..start + at + blank);
                at += blank;
                continue;
            }
            let end = word_end(rest);
            self.run(rest.get(..end).unwrap_or(rest), start + at);
            at += end.max(1);
        }
    }

    fn flush(&mut self) {
        if let Some(source) = self.pending.take() {
            self.text.push(' ');
            self.map.push(1, source, false);
        }
    }
}

/// The white space that HTML collapses; a no-break space is not among it.
pub(super) const fn is_html_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\x0c')
}

/// Where the text ends that collapsing leaves alone: at the first white space that is not one plain space
/// between two words.
fn word_end(text: &str) -> usize {
    let bytes = text.as_bytes();
    let blank = |i: usize| bytes.get(i).is_none_or(|&b| is_html_space(char::from(b)));
    let mut at = 0;
    while at < bytes.len() {
        if blank(at) && (bytes.get(at) != Some(&b' ') || blank(at + 1)) {
            return at;
        }
        at += 1;
    }
    at
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_white_space_collapse_into_one_indivisible_space() {
        let mut builder = Builder::default();
        builder.verbatim("  The  talks\n went on ", 0, Space::Collapse);
        builder.verbatim(" well. ", 22, Space::Collapse);
        let block = builder.finish(BlockKind::Paragraph).unwrap();
        assert_eq!(block.text, "The talks went on well.");
        assert_eq!(block.map.to_source(Span::new(3, 4)), Span::new(5, 7));
        assert_eq!(block.map.to_source(Span::new(4, 9)), Span::new(7, 12));
        assert_eq!(block.map.to_source(Span::new(17, 18)), Span::new(21, 23));
    }

    #[test]
    fn kept_white_space_is_trimmed_at_the_edges_only() {
        let mut builder = Builder::default();
        builder.verbatim("\u{a0} a  b\n", 4, Space::Keep);
        let block = builder.finish(BlockKind::Paragraph).unwrap();
        assert_eq!(block.text, "a  b");
        assert_eq!(block.map.to_source(Span::new(0, 4)), Span::new(7, 11));
    }

    #[test]
    fn a_block_of_white_space_is_none() {
        let mut builder = Builder::default();
        builder.verbatim(" \n\t", 0, Space::Keep);
        assert!(builder.finish(BlockKind::Paragraph).is_none());
    }
}
