//! From byte offsets to lines and columns.

/// Finds line and column of ever larger offsets in one pass over the text.
#[derive(Clone, Debug)]
pub struct Locator<'a> {
    text: &'a str,
    at: usize,
    position: Position,
}

/// A place as editors count it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// 1-based; a line ends with a line feed.
    pub line: usize,
    /// 1-based, in characters.
    pub column: usize,
}

impl<'a> Locator<'a> {
    /// A locator at the start of `text`.
    pub const fn new(text: &'a str) -> Self {
        Self { text, at: 0, position: Position { line: 1, column: 1 } }
    }

    /// The position of a byte offset. An offset inside a character counts as its start, one behind the end
    /// as the end. Going back costs a pass from the start.
    pub fn locate(&mut self, offset: u32) -> Position {
        let target = floor(self.text, offset as usize);
        if target < self.at {
            *self = Self::new(self.text);
        }
        let passed = self.text.get(self.at..target).unwrap_or("");
        match passed.rfind('\n') {
            Some(last) => {
                self.position.line += passed.bytes().filter(|&b| b == b'\n').count();
                self.position.column = 1 + passed.get(last + 1..).unwrap_or("").chars().count();
            }
            None => self.position.column += passed.chars().count(),
        }
        self.at = target;
        self.position
    }
}

/// The start of the character that holds a byte offset; the end of the text for one behind it.
pub fn floor(text: &str, offset: usize) -> usize {
    let offset = offset.min(text.len());
    (0..=offset).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

/// The end of the character that an offset lies in; the offset itself on a boundary.
pub fn ceil(text: &str, offset: usize) -> usize {
    (offset..text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len())
}

/// Line and column of one offset.
pub fn position(text: &str, offset: u32) -> Position {
    Locator::new(text).locate(offset)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn counts_characters_from_one() {
        let text = "é1\r\nzwei\n\n𝄞x";
        for (offset, line, column) in [
            (0, 1, 1),
            (1, 1, 1),
            (2, 1, 2),
            (3, 1, 3),
            (5, 2, 1),
            (10, 3, 1),
            (11, 4, 1),
            (15, 4, 2),
            (99, 4, 3),
        ] {
            assert_eq!(position(text, offset), Position { line, column }, "offset {offset}");
        }
    }

    proptest! {
        #[test]
        fn going_on_equals_starting_anew(text in "(\\PC|\n){0,60}", offsets in prop::collection::vec(0u32..200, 0..10)) {
            let mut locator = Locator::new(&text);
            for offset in offsets {
                prop_assert_eq!(locator.locate(offset), position(&text, offset));
            }
        }
    }
}
