//! Plain text: paragraphs between empty lines, one paragraph a line, or lines wrapped at a width.
//!
//! News comes both with a paragraph in each line and with lines wrapped at some 70 characters. The first
//! letter of the lines tells which: inside a sentence three words of four start with a small letter, at
//! the start of a paragraph hardly any.

use super::build::offset;
use super::{Article, Block, BlockKind, OffsetMap};
use crate::span::Span;

/// Reads plain text. Blocks are verbatim, with the line breaks inside them.
pub fn read(text: &str) -> Article {
    let lines = lines(text);
    let wrapped = Wrapping::of(text, &lines);
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|i| lines.get(i)).filter(|_| !line.after_blank);
        match (before, paragraphs.last_mut()) {
            (Some(before), Some(last)) if wrapped.joins(text, before, line) => last.grow(line),
            _ => paragraphs.push(Paragraph { span: line.span, lines: 1 }),
        }
    }
    let block = |(index, p): (usize, &Paragraph)| p.block(text, index, paragraphs.get(index + 1));
    let blocks = paragraphs.iter().enumerate().map(block).collect();
    Article { blocks }
}

/// One line that is not empty, without the white space around it.
#[derive(Clone, Copy, Debug)]
struct Line {
    span: Span,
    /// Bytes of white space before it.
    indent: u32,
    /// Whether an empty line, or nothing, stands before it.
    after_blank: bool,
}

impl Line {
    /// Whether a sentence ends with the line.
    fn is_ended(self, text: &str) -> bool {
        ends_sentence(self.span.of(text))
    }

    /// Whether the line starts with a small letter, as only the middle of a sentence does.
    fn is_continuation(self, text: &str) -> bool {
        self.span.of(text).starts_with(char::is_lowercase)
    }
}

fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = 0;
    let mut after_blank = true;
    for raw in text.split_inclusive('\n') {
        let line = raw.trim();
        if line.is_empty() {
            after_blank = true;
        } else {
            let indent = raw.len() - raw.trim_start().len();
            let from = start + indent;
            let span = Span::new(offset(from), offset(from + line.len()));
            lines.push(Line { span, indent: offset(indent), after_blank });
            after_blank = false;
        }
        start += raw.len();
    }
    lines
}

/// How the lines of a file are to be understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wrapping {
    /// Each line is a paragraph, but for one torn in the middle of a sentence.
    Paragraphs,
    /// Lines are wrapped at about this many bytes.
    Wrapped(u32),
}

/// A line longer than this was not wrapped by a program that wraps lines.
const WIDEST: u32 = 130;

/// A line shorter than this does not end because it is full.
const NARROWEST: u32 = 36;

impl Wrapping {
    fn of(text: &str, lines: &[Line]) -> Self {
        let (mut breaks, mut inside, mut wide) = (0usize, 0usize, 0usize);
        for (before, after) in lines.iter().zip(lines.iter().skip(1)) {
            wide += usize::from(before.span.len() > WIDEST);
            if after.after_blank {
                continue;
            }
            breaks += 1;
            inside += usize::from(!before.is_ended(text) && after.is_continuation(text));
        }
        // A third: a wrapped file has many lines that start with a name or end with a full stop by chance.
        if breaks == 0 || inside * 3 < breaks || wide * 10 > lines.len() {
            return Self::Paragraphs;
        }
        Self::Wrapped(lines.iter().map(|line| line.span.len()).filter(|&n| n <= WIDEST).max().unwrap_or(0))
    }

    /// Whether `after` goes on with the paragraph of `before`, which stands in the line above.
    fn joins(self, text: &str, before: &Line, after: &Line) -> bool {
        if list_marker(after.span.of(text)).is_some() {
            return false;
        }
        match self {
            Self::Paragraphs => {
                before.span.len() >= NARROWEST && !before.is_ended(text) && after.is_continuation(text)
            }
            Self::Wrapped(width) => {
                let indented = after.indent >= 2 && before.indent == 0;
                let short = before.span.len() < width * 3 / 5;
                let stops = before.is_ended(text) && !after.is_continuation(text);
                !(indented && before.is_ended(text) || short && stops || is_title(text, before, width))
            }
        }
    }
}

/// Whether a line of a wrapped file ends too early to be the middle of a paragraph, as a title above its
/// text does.
fn is_title(text: &str, line: &Line, width: u32) -> bool {
    line.after_blank && line.span.len() < width / 2 && !line.is_ended(text)
}

#[derive(Clone, Copy, Debug)]
struct Paragraph {
    span: Span,
    lines: u32,
}

impl Paragraph {
    fn grow(&mut self, line: &Line) {
        self.span = self.span.hull(line.span);
        self.lines += 1;
    }

    fn block(self, text: &str, index: usize, next: Option<&Self>) -> Block {
        let marker = list_marker(self.span.of(text));
        let span = Span::new(self.span.start + offset(marker.unwrap_or(0)), self.span.end);
        let kind = if marker.is_some() { BlockKind::ListItem } else { self.kind(text, index, next) };
        Block { kind, text: span.of(text).to_owned(), map: OffsetMap::verbatim(span.start, span.len()) }
    }

    /// A heading is short, is no sentence and stands above one. The headline at the top may be longer than
    /// those between paragraphs, where a sentence without its full stop is likelier than a long title.
    /// Short lines full of numbers are rows of a table or datelines.
    fn kind(self, text: &str, index: usize, next: Option<&Self>) -> BlockKind {
        let paragraph = self.span.of(text);
        let most = if index == 0 { 18 } else { 8 };
        if paragraph.len() >= 160
            || paragraph.ends_with([':', ',', ';'])
            || ends_sentence(paragraph)
            || paragraph.split_whitespace().count() > most
        {
            return BlockKind::Paragraph;
        }
        let numbers =
            paragraph.split_whitespace().filter(|w| w.contains(|c: char| c.is_ascii_digit())).count();
        if numbers >= 2 && index > 0 {
            return BlockKind::Caption;
        }
        let text_below = next.is_some_and(|next| index == 0 || ends_sentence(next.span.of(text)));
        let titled = paragraph.contains(char::is_alphabetic) && !paragraph.starts_with(char::is_lowercase);
        if text_below && titled { BlockKind::Heading } else { BlockKind::Paragraph }
    }
}

/// Whether the text ends as a sentence does: full stop, question or exclamation mark, dots, also with
/// quotation marks or brackets behind it.
pub(super) fn ends_sentence(text: &str) -> bool {
    let closers = ['"', '\'', '”', '’', '»', ')', ']', '*', '_'];
    text.trim_end_matches(closers).ends_with(['.', '?', '!', '…', '。'])
}

/// Bytes of the list marker that the line starts with, the white space behind it included.
fn list_marker(line: &str) -> Option<usize> {
    let after_bullet = line.strip_prefix(['-', '*', '•', '·', '◦', '▪', '‣']);
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let after_number = || {
        let rest = line.get(digits..).filter(|_| (1..=2).contains(&digits))?;
        rest.strip_prefix(['.', ')'])
    };
    let rest = after_bullet.or_else(after_number)?;
    let item = rest.trim_start();
    (item.len() < rest.len() && !item.is_empty()).then(|| line.len() - item.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(input: &str) -> Vec<(BlockKind, String)> {
        read(input).blocks.into_iter().map(|b| (b.kind, b.text)).collect()
    }

    fn is(kind: BlockKind, text: &str) -> (BlockKind, String) {
        (kind, text.to_owned())
    }

    use BlockKind::{Caption, Heading, ListItem, Paragraph};

    #[test]
    fn each_line_is_a_paragraph() {
        let input =
            "Harbour talks resume\nThe port reopened on Monday.\r\nIts cranes had stood still for a week.\n";
        let expected = [
            is(Heading, "Harbour talks resume"),
            is(Paragraph, "The port reopened on Monday."),
            is(Paragraph, "Its cranes had stood still for a week."),
        ];
        assert_eq!(texts(input), expected);
    }

    #[test]
    fn headlines_in_lines_are_not_joined() {
        let input = "Minister of transport resigns over the failed railway contract\n\
                     Farmers block the motorway near the northern border again\n\
                     Storm leaves thousands of households without electricity";
        assert_eq!(texts(input).len(), 3);
    }

    #[test]
    fn wrapped_lines_are_joined_by_their_line_breaks() {
        let input = "Ferry service returns\n\n\
                     The ferry between the two islands will run again from next week, the\n\
                     regional government said. It had been stopped after a fire in the\n\
                     engine room.\n\
                     Tickets sold before the fire stay valid until the end of the year and\n\
                     can be exchanged.\n";
        let got = texts(input);
        assert_eq!(got.len(), 3, "{got:?}");
        assert_eq!(got.first(), Some(&is(Heading, "Ferry service returns")));
        assert!(got.iter().any(|(_, t)| t.ends_with("fire in the\nengine room.")));
    }

    #[test]
    fn a_sentence_torn_between_lines_is_mended() {
        let input = "The council will vote on the new budget for the schools and\n\
                     hospitals of the district on Friday.\nNobody expects surprises.\nThe mayor is away.\n\
                     He returns on Sunday.";
        let got = texts(input);
        assert_eq!(got.len(), 4, "{got:?}");
    }

    #[test]
    fn list_markers_are_left_out() {
        let expected = [
            is(Paragraph, "The deal covers:"),
            is(ListItem, "fish, shellfish"),
            is(ListItem, "Timber"),
            is(Paragraph, "3.5 million tonnes in all."),
            is(Paragraph, "-40 degrees were measured."),
        ];
        let input = "The deal covers:\n- fish, shellfish\n 2)  Timber\n3.5 million tonnes in all.\n-40 degrees were measured.";
        assert_eq!(texts(input), expected);
    }

    #[test]
    fn headings_stand_above_text_and_rows_of_numbers_are_captions() {
        let expected = [
            is(Heading, "Sales at the port"),
            is(Paragraph, "The figures came on Monday."),
            is(Heading, "What comes next"),
            is(Paragraph, "Nobody knows."),
            is(Caption, "Net 9,100 vs 8,700"),
            is(Paragraph, "No comment"),
        ];
        let input = expected.clone().map(|(_, text)| text).join("\n");
        assert_eq!(texts(&input), expected);
    }

    #[test]
    fn one_line_alone_is_no_heading() {
        assert_eq!(texts("The talks go on"), [is(Paragraph, "The talks go on")]);
        assert_eq!(texts(" \n\n\t"), []);
    }
}
