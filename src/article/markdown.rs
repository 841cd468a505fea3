//! Markdown (CommonMark, tables, footnotes, front matter), read with pulldown-cmark.
//!
//! Left out: front matter, code blocks, HTML, link targets. Inline code makes one [`LEFT_OUT`].

use super::build::{Builder, Space};
use super::{Article, BlockKind, LEFT_OUT};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// Reads Markdown.
pub fn read(text: &str) -> Article {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS;
    let mut reader = Reader { text, ..Reader::default() };
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        reader.event(event, range);
    }
    reader.close();
    reader.article
}

#[derive(Default)]
struct Reader<'a> {
    text: &'a str,
    article: Article,
    /// The block being read.
    builder: Builder,
    /// The kinds of the containers and blocks around, innermost last.
    kinds: Vec<BlockKind>,
    /// Blocks that wait while an image inside them is read.
    waiting: Vec<Builder>,
    /// How many elements without prose are open.
    skipped: usize,
}

impl Reader<'_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            _ if self.skipped > 0 => {}
            Event::Text(text) => self.prose(&text, range),
            Event::Code(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {
                self.builder.replaced(LEFT_OUT.encode_utf8(&mut [0; 4]), range);
            }
            Event::SoftBreak | Event::HardBreak => self.line_break(range),
            Event::InlineHtml(html) if is_break(&html) => self.builder.replaced("\n", range),
            Event::Rule => self.close(),
            Event::Html(_)
            | Event::InlineHtml(_)
            | Event::FootnoteReference(_)
            | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::CodeBlock(_) | Tag::MetadataBlock(_) | Tag::HtmlBlock => {
                self.close();
                self.skipped += 1;
            }
            Tag::Image { .. } => {
                self.waiting.push(std::mem::take(&mut self.builder));
                self.kinds.push(BlockKind::Caption);
            }
            _ => {
                if let Some(kind) = self.kind(tag) {
                    self.close();
                    self.kinds.push(kind);
                }
            }
        }
    }

    /// The kind of the prose in a block or container; `None` for marks inside a sentence.
    fn kind(&self, tag: &Tag<'_>) -> Option<BlockKind> {
        Some(match tag {
            Tag::Heading { .. } => BlockKind::Heading,
            Tag::BlockQuote(_) => BlockKind::Quote,
            Tag::Item => BlockKind::ListItem,
            Tag::Table(_) | Tag::TableHead | Tag::TableRow | Tag::TableCell => BlockKind::Caption,
            Tag::FootnoteDefinition(_)
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition => BlockKind::Paragraph,
            // A paragraph or list is what its container is.
            Tag::Paragraph | Tag::List(_) => self.kinds.last().copied().unwrap_or(BlockKind::Paragraph),
            _ => return None,
        })
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::CodeBlock | TagEnd::MetadataBlock(_) | TagEnd::HtmlBlock => {
                self.skipped = self.skipped.saturating_sub(1);
            }
            TagEnd::Image => {
                self.close();
                self.kinds.pop();
                self.builder = self.waiting.pop().unwrap_or_default();
            }
            TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link => {}
            _ => {
                self.close();
                self.kinds.pop();
            }
        }
    }

    /// Ends the block being read.
    fn close(&mut self) {
        let kind = self.kinds.last().copied().unwrap_or(BlockKind::Paragraph);
        self.article.blocks.extend(std::mem::take(&mut self.builder).finish(kind));
    }

    /// Text that stands as it is, or an entity; behind a backslash its first character is one with it.
    fn prose(&mut self, text: &str, range: Range<usize>) {
        if self.text.get(range.clone()) != Some(text) {
            self.builder.replaced(text, range);
            return;
        }
        let escape = range.start.checked_sub(1).filter(|&at| self.text.as_bytes().get(at) == Some(&b'\\'));
        match (escape, text.chars().next()) {
            (Some(escape), Some(first)) if first.is_ascii_punctuation() && !self.is_text(escape) => {
                let after = range.start + first.len_utf8();
                self.builder.replaced(text.get(..first.len_utf8()).unwrap_or(""), escape..after);
                self.builder.verbatim(text.get(first.len_utf8()..).unwrap_or(""), after, Space::Keep);
            }
            _ => self.builder.verbatim(text, range.start, Space::Keep),
        }
    }

    /// Whether the byte at `at` has been written as text, so that a backslash there escapes nothing.
    fn is_text(&self, at: usize) -> bool {
        self.builder.source_end() > at
    }

    /// A line break becomes the line break of the input; the white space, backslash and quotation marks
    /// around it are markup.
    fn line_break(&mut self, range: Range<usize>) {
        let found = self.text.get(range.clone()).and_then(|t| t.find('\n'));
        match found {
            Some(at) => self.builder.verbatim("\n", range.start + at, Space::Keep),
            None => self.builder.replaced("\n", range),
        }
    }
}

fn is_break(html: &str) -> bool {
    let name = html.trim_start_matches('<').trim_end_matches('>').trim_end_matches('/').trim();
    name.eq_ignore_ascii_case("br")
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::BlockKind::{Caption, Heading, ListItem, Paragraph, Quote};
    use super::*;
    use crate::span::Span;

    fn texts(input: &str) -> Vec<(BlockKind, String)> {
        read(input).blocks.into_iter().map(|b| (b.kind, b.text)).collect()
    }

    #[test]
    fn blocks_have_their_kinds() {
        let input = "---\ntitle: x\n---\n# The *harbour*\n\nIt reopened [on Monday](http://x.example/a_b).\n\n\
                     > Nobody was hurt.\n\n- one\n- two\n\n  more\n\n| a | b |\n|---|---|\n| c | d |\n\n```\ncode\n```\n\n\
                     <div>html</div>\n\nLast[^1].\n\n[^1]: A note.\n";
        let expected: Vec<_> = [
            (Heading, "The harbour"),
            (Paragraph, "It reopened on Monday."),
            (Quote, "Nobody was hurt."),
            (ListItem, "one"),
            (ListItem, "two"),
            (ListItem, "more"),
            (Caption, "a"),
            (Caption, "b"),
            (Caption, "c"),
            (Caption, "d"),
            (Paragraph, "Last."),
            (Paragraph, "A note."),
        ]
        .map(|(k, t)| (k, t.to_owned()))
        .into();
        assert_eq!(texts(input), expected);
    }

    /// Checks that `words` of the only block come from `source`.
    fn comes_from(input: &str, words: &str, source: &str) {
        let article = read(input);
        let block = article.blocks.first().unwrap();
        let start = block.text.find(words).unwrap_or_else(|| panic!("{:?}", block.text)) as u32;
        let span = block.map.to_source(Span::new(start, start + words.len() as u32));
        assert_eq!(span.of(input), source, "{input:?} {:?}", block.map);
    }

    #[test]
    fn spans_stay_exact_behind_markup() {
        comes_from("The **prime** minister", "prime minister", "prime** minister");
        comes_from("The **prime** minister", "prime", "prime");
        comes_from("R&amp;D costs", "R&D", "R&amp;D");
        comes_from("R&amp;D costs", "&", "&amp;");
        comes_from("Caf&#233; society", "Café", "Caf&#233;");
        comes_from("A \\* star", "*", "\\*");
        comes_from("A \\\\* star", "\\* star", "\\\\* star");
        comes_from("A \\* star", "star", "star");
        comes_from("> The talks\n> failed", "failed", "failed");
        comes_from("> The talks\n> failed", "talks\nfailed", "talks\n> failed");
        comes_from("The talks  \nfailed", "talks\nfailed", "talks  \nfailed");
        comes_from("Run `a b` now", "\u{FFFC}", "`a b`");
        comes_from("One<br/>two", "\n", "<br/>");
        comes_from("See <https://x.example/> there", "https://x.example/", "https://x.example/");
    }

    #[test]
    fn an_image_is_a_caption_of_its_own() {
        let expected = [(Caption, "A ship".to_owned()), (Paragraph, "Left  right".to_owned())];
        assert_eq!(texts("Left ![A ship](s.png) right"), expected);
    }
}
