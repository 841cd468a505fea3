//! The way back from block text to the bytes of the original input.

use crate::span::Span;

/// A run of text in which block text and original input correspond.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Where the run starts in the block text (bytes).
    pub text_start: u32,
    /// Length in the block text (bytes), never 0.
    pub text_len: u32,
    /// Where it starts in the original input (bytes).
    pub source_start: u32,
    /// Length in the original input (bytes).
    pub source_len: u32,
    /// Whether the input has the very bytes of the block text. Otherwise (an entity, an escape, white
    /// space collapsed) the run is indivisible.
    pub verbatim: bool,
}

impl Piece {
    const fn text_end(self) -> u32 {
        self.text_start + self.text_len
    }

    const fn source_end(self) -> u32 {
        self.source_start + self.source_len
    }
}

/// Maps byte offsets of a block's text to byte offsets of the original input.
///
/// The pieces tile the block text: the first starts at 0, each starts where the one before ends. In the
/// original input they stand in the same order; what lies between two of them is markup.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OffsetMap {
    /// Sorted by `text_start`, without gaps in the block text.
    pub pieces: Vec<Piece>,
}

impl OffsetMap {
    /// A map for text that stands verbatim at `source_start`.
    pub fn verbatim(source_start: u32, len: u32) -> Self {
        let mut map = Self::default();
        map.push(len, Span::new(source_start, source_start + len), true);
        map
    }

    /// The bytes of the original input under a span of the block text. A span that touches an indivisible
    /// piece takes the whole piece, so that the result always falls on character boundaries if `span`
    /// does. Markup at the edges stays outside, markup inside is covered.
    ///
    /// An empty span gives the empty span where an insertion belongs: behind the character before it, so
    /// that a word's neighbour ends up inside the same emphasis or link; at the start of the block,
    /// before its first character. Offsets beyond the block text count as its end.
    pub fn to_source(&self, span: Span) -> Span {
        if span.is_empty() {
            let at = if span.start == 0 { self.start_at(0) } else { self.end_at(span.start) };
            return Span::new(at, at);
        }
        Span::new(self.start_at(span.start), self.end_at(span.end))
    }

    /// Whether the span stands verbatim and in one piece in the original input, so that its bytes are its
    /// text.
    pub fn is_verbatim(&self, span: Span) -> bool {
        self.piece_from(span.start).is_some_and(|p| p.verbatim && span.end <= p.text_end())
    }

    /// Whether no markup lies inside the span in the original input, so that replacing its bytes loses
    /// none. Entities and collapsed white space are no markup.
    pub fn is_contiguous(&self, span: Span) -> bool {
        let from = self.pieces.partition_point(|p| p.text_end() <= span.start);
        let to = self.pieces.partition_point(|p| p.text_start < span.end);
        let touched = self.pieces.get(from..to).unwrap_or_default();
        touched.iter().zip(touched.iter().skip(1)).all(|(a, b)| a.source_end() == b.source_start)
    }

    /// The parts of a span of the block text between which markup stands in the input; one part where there is none.
    pub fn contiguous_parts(&self, span: Span) -> Vec<Span> {
        let from = self.pieces.partition_point(|p| p.text_end() <= span.start);
        let to = self.pieces.partition_point(|p| p.text_start < span.end);
        let touched = self.pieces.get(from..to).unwrap_or_default();
        let mut parts = Vec::new();
        let mut start = span.start;
        for (a, b) in touched.iter().zip(touched.iter().skip(1)) {
            if a.source_end() != b.source_start {
                parts.push(Span::new(start, b.text_start));
                start = b.text_start;
            }
        }
        parts.push(Span::new(start, span.end));
        parts
    }

    /// The map of the part `span` of the block text, for a block that is cut in pieces.
    pub fn slice(&self, span: Span) -> Self {
        let mut map = Self::default();
        for piece in &self.pieces {
            let start = piece.text_start.max(span.start);
            let end = piece.text_end().min(span.end);
            if start < end {
                map.push(end - start, self.to_source(Span::new(start, end)), piece.verbatim);
            }
        }
        map
    }

    /// Where the last piece ends in the original input, 0 without pieces.
    pub(super) fn source_end(&self) -> u32 {
        self.pieces.last().map_or(0, |p| p.source_end())
    }

    /// Moves all positions in the original input by `by` bytes.
    pub(super) fn shift(&mut self, by: u32) {
        for piece in &mut self.pieces {
            piece.source_start += by;
        }
    }

    /// Appends `len` bytes of text that come from `source`. Verbatim text that follows on verbatim text,
    /// in the block and in the input, makes one piece with it.
    pub(super) fn push(&mut self, len: u32, source: Span, verbatim: bool) {
        if len == 0 {
            return;
        }
        let text_start = self.pieces.last().map_or(0, |p| p.text_end());
        if let Some(last) = self.pieces.last_mut()
            && verbatim
            && last.verbatim
            && last.source_end() == source.start
        {
            last.text_len += len;
            last.source_len += len;
            return;
        }
        let (source_start, source_len) = (source.start, source.len());
        self.pieces.push(Piece { text_start, text_len: len, source_start, source_len, verbatim });
    }

    /// The last piece that starts at or before `offset`.
    fn piece_from(&self, offset: u32) -> Option<Piece> {
        let after = self.pieces.partition_point(|p| p.text_start <= offset);
        after.checked_sub(1).and_then(|i| self.pieces.get(i)).copied()
    }

    /// Where the character at `offset` of the block text starts in the input.
    fn start_at(&self, offset: u32) -> u32 {
        self.piece_from(offset).map_or(0, |p| {
            let inside = offset - p.text_start;
            if inside >= p.text_len {
                p.source_end()
            } else if p.verbatim {
                p.source_start + inside
            } else {
                p.source_start
            }
        })
    }

    /// Where the character that ends at `offset` of the block text ends in the input; `offset` > 0.
    fn end_at(&self, offset: u32) -> u32 {
        let after = self.pieces.partition_point(|p| p.text_start < offset);
        after.checked_sub(1).and_then(|i| self.pieces.get(i)).map_or(0, |p| {
            if p.verbatim {
                p.source_start + (offset - p.text_start).min(p.source_len)
            } else {
                p.source_end()
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `R&amp;D <b>cost</b>` as `R&D cost`.
    fn sample() -> OffsetMap {
        let mut map = OffsetMap::default();
        map.push(1, Span::new(0, 1), true);
        map.push(1, Span::new(1, 6), false);
        map.push(1, Span::new(6, 7), true);
        map.push(1, Span::new(7, 8), true);
        map.push(4, Span::new(11, 15), true);
        map
    }

    #[test]
    fn verbatim_neighbours_are_one_piece() {
        assert_eq!(sample().pieces.len(), 4);
    }

    #[test]
    fn spans_go_back_to_the_bytes_they_came_from() {
        let cases = [
            ((0, 3), (0, 7)),
            ((1, 2), (1, 6)),
            ((2, 3), (6, 7)),
            ((4, 8), (11, 15)),
            ((5, 6), (12, 13)),
            ((2, 8), (6, 15)),
            ((4, 99), (11, 15)),
            ((3, 3), (7, 7)),
            ((4, 4), (8, 8)),
            ((0, 0), (0, 0)),
            ((8, 8), (15, 15)),
            ((99, 99), (15, 15)),
        ];
        for ((start, end), (from, to)) in cases {
            assert_eq!(sample().to_source(Span::new(start, end)), Span::new(from, to), "{start}..{end}");
        }
    }

    #[test]
    fn the_parts_of_an_indivisible_piece_are_the_whole() {
        let mut map = OffsetMap::default();
        map.push(3, Span::new(10, 17), false);
        assert_eq!(map.to_source(Span::new(1, 2)), Span::new(10, 17));
    }

    #[test]
    fn verbatim_and_contiguous_differ_at_entities() {
        let map = sample();
        assert!(map.is_verbatim(Span::new(4, 8)));
        assert!(!map.is_verbatim(Span::new(0, 3)));
        assert!(!map.is_verbatim(Span::new(3, 5)));
        assert!(map.is_contiguous(Span::new(0, 4)));
        assert!(!map.is_contiguous(Span::new(3, 5)));
        assert!(map.is_contiguous(Span::new(4, 8)));
        assert_eq!(map.contiguous_parts(Span::new(0, 4)), [Span::new(0, 4)]);
        let parts = map.contiguous_parts(Span::new(3, 5));
        assert_eq!(parts.len(), 2);
        assert!(parts.iter().all(|part| map.is_contiguous(*part)));
    }

    #[test]
    fn a_slice_maps_like_the_whole() {
        let part = sample().slice(Span::new(1, 6));
        assert_eq!(part.to_source(Span::new(0, 1)), Span::new(1, 6));
        assert_eq!(part.to_source(Span::new(3, 5)), Span::new(11, 13));
    }
}
