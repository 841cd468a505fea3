//! HTML, well formed or not, tokenised with html5gum.
//!
//! Blocks end where block elements start and end. Scripts, hidden elements and elements in another language
//! than English are left out; navigation, forms and the like are [chrome](super::BlockKind::Chrome). Where the page has
//! an `<article>` or `<main>`, prose outside it is not the story and is left out.

mod context;
mod element;
mod reference;

pub use reference::unescape;

use super::build::{Builder, Space};
use super::{Article, Block, LEFT_OUT};
use context::{Context, Open, Tag};
use element::Role;
use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};
use std::convert::Infallible;
use std::ops::Range;

/// Browsers do not nest deeper either; it bounds the search for the element that an end tag ends.
const DEPTH: usize = 512;

/// Reads HTML.
pub fn read(text: &str) -> Article {
    let mut reader = Reader { text, ..Reader::default() };
    let mut emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, span: Span<usize>| {
        reader.event(event, span.start..span.end);
        None::<Infallible>
    });
    emitter.naively_switch_states(true);
    // Reading from memory cannot fail.
    let Ok(()) = Tokenizer::new_with_emitter(text, emitter).finish();
    reader.finish()
}

/// A block and where it stands in the page.
struct Found {
    block: Block,
    context: Context,
}

#[derive(Default)]
struct Reader<'a> {
    text: &'a str,
    found: Vec<Found>,
    builder: Builder,
    /// The elements around that mean something, innermost last.
    open: Vec<Open>,
    /// The start tag being read.
    tag: Tag,
    attribute: Vec<u8>,
    articles: u32,
    /// Where a `<br>` ended, if nothing but white space came after it.
    line_break: Option<usize>,
}

impl Reader<'_> {
    fn event(&mut self, event: CallbackEvent<'_>, range: Range<usize>) {
        match event {
            CallbackEvent::OpenStartTag { name } => self.tag = Tag::new(name, range.start),
            CallbackEvent::AttributeName { name } => {
                self.attribute = name.to_ascii_lowercase();
                self.tag.attribute(name, b"");
            }
            CallbackEvent::AttributeValue { value } => self.tag.attribute(&self.attribute, value),
            CallbackEvent::CloseStartTag { self_closing } => self.start(self_closing, range.end),
            CallbackEvent::EndTag { name } => self.end(name, range),
            CallbackEvent::String { .. } => self.prose(range),
            CallbackEvent::Comment { .. } | CallbackEvent::Doctype { .. } | CallbackEvent::Error(_) => {}
        }
    }

    fn context(&self) -> Context {
        self.open.last().map_or_else(Context::default, |open| open.context)
    }

    fn start(&mut self, self_closing: bool, end: usize) {
        let tag = std::mem::take(&mut self.tag);
        let role = element::role(&tag.name);
        match role {
            Role::Break => return self.br(tag.start..end),
            Role::Void => return,
            Role::Inline if !tag.is_left_out() => return,
            Role::Inline | Role::Code => {}
            _ => {
                self.close();
                self.end_implied(&tag.name);
            }
        }
        // Only the elements of SVG and MathML end like this.
        if self_closing && role == Role::Skip && element::is_foreign(&tag.name) || role == Role::Rule {
            return;
        }
        if self.open.len() < DEPTH {
            if role == Role::Article && self.context().article.is_none() {
                self.articles += 1;
            }
            let context = self.context().inside(&tag, role, self.open.len(), self.articles);
            let inline = matches!(role, Role::Inline | Role::Code);
            // The outermost element that is left out stands for all inside it.
            let stands = inline && context.skip && !self.context().skip;
            self.open.push(Open { name: tag.name, context, inline, from: stands.then_some(tag.start) });
        }
    }

    /// Ends the elements that end without an end tag where the block element `name` starts.
    fn end_implied(&mut self, name: &[u8]) {
        let innermost_block = self.open.iter().rposition(|open| !open.inline);
        if let Some(at) = innermost_block.filter(|&at| self.open.get(at).is_some_and(|o| o.name == b"p")) {
            self.open.truncate(at);
        }
        let (ended, kept_by) = element::implied_end(name);
        let before = self.open.iter().rposition(|open| {
            ended.contains(&open.name.as_slice()) || kept_by.contains(&open.name.as_slice())
        });
        if let Some(at) =
            before.filter(|&at| self.open.get(at).is_some_and(|o| ended.contains(&o.name.as_slice())))
        {
            self.open.truncate(at);
        }
    }

    fn end(&mut self, name: &[u8], range: Range<usize>) {
        let role = element::role(name);
        if !matches!(role, Role::Inline | Role::Code | Role::Break | Role::Void) {
            self.close();
        }
        let Some(at) = self.open.iter().rposition(|open| open.name == name) else { return };
        // An end tag of a word or phrase does not end the blocks that were opened inside it.
        let inner = self.open.get(at + 1..).unwrap_or_default();
        if matches!(role, Role::Inline) && inner.iter().any(|open| !open.inline) {
            return;
        }
        let from = self.open.get(at..).unwrap_or_default().iter().find_map(|open| open.from);
        self.open.truncate(at);
        if let Some(from) = from.filter(|&from| from < range.end) {
            self.builder.replaced(LEFT_OUT.encode_utf8(&mut [0; 4]), from..range.end);
        }
    }

    /// One line break stays in the sentence, two make a new paragraph.
    fn br(&mut self, range: Range<usize>) {
        let context = self.context();
        if context.skip {
            return;
        }
        let between = self.line_break.and_then(|before| self.text.get(before..range.start));
        if between.is_some_and(|text| text.trim().is_empty()) {
            self.close();
        } else {
            self.builder.line_break(range.clone());
            self.line_break = Some(range.end);
        }
    }

    fn prose(&mut self, range: Range<usize>) {
        let context = self.context();
        let Some(mut rest) = self.text.get(range.clone()).filter(|_| !context.skip) else { return };
        let space = if context.pre { Space::Keep } else { Space::Collapse };
        let mut start = range.start;
        while !rest.is_empty() {
            // A soft hyphen is seen only where a browser breaks the line.
            let end = rest.find(['&', '\u{AD}']).unwrap_or(rest.len());
            let (plain, marked) = rest.split_at(end);
            self.builder.verbatim(plain, start, space);
            start += end;
            let taken = self.reference(marked, start, space);
            rest = marked.get(taken..).unwrap_or("");
            start += taken;
        }
    }

    /// Reads the character reference or soft hyphen that `text` starts with; returns its bytes.
    fn reference(&mut self, text: &str, start: usize, space: Space) -> usize {
        if text.starts_with('\u{AD}') {
            return '\u{AD}'.len_utf8();
        }
        match reference::decode(text) {
            None if text.is_empty() => 0,
            None => {
                self.builder.verbatim("&", start, space);
                1
            }
            Some((value, taken)) if value == "\u{AD}" => taken,
            Some((value, taken)) if space == Space::Collapse && value == " " => {
                self.builder.space(start..start + taken);
                taken
            }
            Some((value, taken)) => {
                self.builder.replaced(&value, start..start + taken);
                taken
            }
        }
    }

    /// Ends the block being read.
    fn close(&mut self) {
        self.line_break = None;
        let context = self.context();
        let block = std::mem::take(&mut self.builder).finish(context.block_kind());
        self.found.extend(block.map(|block| Found { block, context }));
    }

    fn finish(mut self) -> Article {
        self.close();
        let scope = Scope::of(&self.found);
        let has_headline = self.found.iter().any(|f| f.context.headline && !f.context.chrome);
        let keep = |found: &Found| {
            if found.context.title { !has_headline } else { scope.holds(&found.context) }
        };
        Article { blocks: self.found.into_iter().filter(keep).map(|f| f.block).collect() }
    }
}

/// The part of the page that is the story.
enum Scope {
    /// One `<article>`.
    Article(u32),
    /// All of them: a live blog, or a list of short pieces.
    Articles,
    /// `<main>`.
    Main,
    Page,
}

impl Scope {
    fn of(found: &[Found]) -> Self {
        let size = |test: &dyn Fn(&Context) -> bool| -> usize {
            found.iter().filter(|f| !f.context.chrome && test(&f.context)).map(|f| f.block.text.len()).sum()
        };
        let page = size(&|c| !c.title);
        let articles = size(&|c| c.article.is_some());
        let main = size(&|c| c.main);
        let mut sizes = std::collections::BTreeMap::<u32, usize>::new();
        for found in found.iter().filter(|f| !f.context.chrome) {
            if let Some(id) = found.context.article {
                *sizes.entry(id).or_default() += found.block.text.len();
            }
        }
        let largest =
            sizes.iter().max_by_key(|(id, size)| (**size, u32::MAX - **id)).map(|(&id, &size)| (id, size));
        // Where <article> holds next to nothing, it marks teasers and not the story.
        match largest {
            Some((id, size)) if articles * 5 >= page && size * 2 >= articles => Self::Article(id),
            Some(_) if articles * 5 >= page => Self::Articles,
            _ if main * 5 >= page && main > 0 => Self::Main,
            _ => Self::Page,
        }
    }

    fn holds(&self, context: &Context) -> bool {
        let inside = match self {
            Self::Article(id) => context.article == Some(*id),
            Self::Articles => context.article.is_some(),
            Self::Main => context.main,
            Self::Page => true,
        };
        // The headline often stands above the article, and website text is wanted as such.
        inside || context.chrome || context.headline && context.article.is_none()
    }
}

#[cfg(test)]
mod tests;
