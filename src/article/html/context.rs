//! Where in the page a piece of text stands.

use super::element::{Role, is_chrome_class, is_chrome_role};
use crate::article::BlockKind;

/// A start tag, as far as its attributes matter.
#[derive(Debug, Default)]
pub(super) struct Tag {
    pub(super) name: Vec<u8>,
    /// Where it starts in the input.
    pub(super) start: usize,
    /// Whether `lang` says another language than English.
    foreign: bool,
    hidden: bool,
    chrome: bool,
    main: bool,
}

impl Tag {
    pub(super) fn new(name: &[u8], start: usize) -> Self {
        Self { name: name.to_ascii_lowercase(), start, ..Self::default() }
    }

    /// Takes an attribute into account; a value that comes later replaces the empty one.
    pub(super) fn attribute(&mut self, name: &[u8], value: &[u8]) {
        let value = String::from_utf8_lossy(value).to_ascii_lowercase();
        match name.to_ascii_lowercase().as_slice() {
            b"lang" | b"xml:lang" => {
                let language = value.split(['-', '_']).next().unwrap_or("").trim();
                self.foreign = !matches!(language, "" | "en" | "eng" | "und" | "mul" | "zxx");
            }
            b"hidden" => self.hidden = value != "until-found",
            b"aria-hidden" => self.hidden |= value.trim() == "true",
            b"style" => {
                let style: String = value.split_whitespace().collect();
                self.hidden |= style.contains("display:none") || style.contains("visibility:hidden");
            }
            b"class" => self.chrome |= value.split_ascii_whitespace().any(is_chrome_class),
            b"role" => {
                self.main |= value.trim() == "main";
                self.chrome |= is_chrome_role(value.trim());
            }
            _ => {}
        }
    }

    /// Whether what the element holds is not read. The language of the whole page is not asked for:
    /// translated pages often keep the `lang` of their source.
    pub(super) fn is_left_out(&self) -> bool {
        self.hidden || self.foreign && !self.is_page()
    }

    fn is_page(&self) -> bool {
        matches!(self.name.as_slice(), b"html" | b"body" | b"main" | b"article")
    }
}

/// What the elements around a piece of text say about it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Context {
    kind: Option<BlockKind>,
    /// Not read at all.
    pub(super) skip: bool,
    pub(super) chrome: bool,
    /// White space counts.
    pub(super) pre: bool,
    /// The number of the outermost `<article>`.
    pub(super) article: Option<u32>,
    pub(super) main: bool,
    /// Inside `<title>`.
    pub(super) title: bool,
    /// Inside `<h1>`.
    pub(super) headline: bool,
}

impl Context {
    /// The context inside an element at this depth; `article` is the number of the latest `<article>`.
    pub(super) fn inside(self, tag: &Tag, role: Role, depth: usize, article: u32) -> Self {
        let mut inner = self;
        let in_story = self.article.is_some() || self.main;
        inner.skip |= role == Role::Skip || role == Role::Code || tag.is_left_out();
        inner.chrome |= tag.chrome && !tag.is_page();
        inner.main |= role == Role::Main || tag.main;
        match role {
            Role::Chrome => inner.chrome = true,
            // The header of a page is website text, that of an article holds the headline.
            Role::Header => inner.chrome |= !in_story,
            // Some systems wrap the whole page in one form.
            Role::Form => inner.chrome |= depth > 2,
            Role::Article => {
                inner.article = self.article.or(Some(article));
                inner.chrome = false;
            }
            Role::Main => inner.chrome = false,
            Role::Pre => inner.pre = true,
            Role::Title => (inner.title, inner.kind) = (true, Some(BlockKind::Heading)),
            Role::Headline => (inner.headline, inner.kind) = (true, Some(BlockKind::Heading)),
            Role::Block(kind) => inner.kind = Some(kind),
            // Tables used for layout hold whole paragraphs.
            Role::Paragraph if self.kind == Some(BlockKind::Caption) => inner.kind = None,
            _ => {}
        }
        inner
    }

    /// The kind of a block in this context.
    pub(super) fn block_kind(self) -> BlockKind {
        if self.chrome { BlockKind::Chrome } else { self.kind.unwrap_or(BlockKind::Paragraph) }
    }
}

/// An open element.
#[derive(Debug)]
pub(super) struct Open {
    pub(super) name: Vec<u8>,
    /// The context inside it.
    pub(super) context: Context,
    pub(super) inline: bool,
    /// Where it starts, if one character of the block stands for it.
    pub(super) from: Option<usize>,
}
