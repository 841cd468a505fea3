//! From block text to [`Document`], and from a lexed sentence to its parse.
use super::words::Words;
use super::{DocBlock, Document, Parsed, Sentence};
use crate::article::{Article, Block, BlockKind};
use crate::text::lexer::lex;
use crate::text::sentence::split;
use crate::text::{Token, TokenKind};
use std::cell::OnceCell;
use std::rc::Rc;

/// Lexes and splits an article; no sentence is parsed yet.
pub fn document(article: &Article, words: &mut Words<'_>) -> Document {
    let mut document =
        Document { blocks: Vec::with_capacity(article.blocks.len()), sentences: Vec::new(), words: 0 };
    for block in &article.blocks {
        add_block(block, words, &mut document);
    }
    document
}

/// Appends a block with its sentences.
fn add_block(block: &Block, words: &mut Words<'_>, document: &mut Document) {
    let index = document.blocks.len() as u32;
    let text: Rc<str> = block.text.as_str().into();
    let mut tokens = lex(&text);
    for range in split(&text, &mut tokens) {
        let tokens = tokens.get(range.start as usize..range.end as usize).unwrap_or_default().to_vec();
        if block.kind != BlockKind::Chrome {
            document.words += tokens.iter().filter(|t| is_counted(t)).count() as u32;
        }
        document.sentences.push(Sentence {
            block: index,
            block_kind: block.kind,
            text: Rc::clone(&text),
            words: tokens.iter().map(|t| words.look_up(t.span.of(&text))).collect(),
            tokens,
            parsed: OnceCell::new(),
        });
    }
    document.blocks.push(DocBlock { kind: block.kind, text });
}

/// Whether a token counts as a word of its own, as a reader would count: a clitic does not.
fn is_counted(token: &Token) -> bool {
    match token.kind {
        TokenKind::Word => token.space_before,
        TokenKind::Alphanumeric => true,
        _ => false,
    }
}

impl Sentence {
    /// The parse, computed at the first call.
    pub fn parsed(&self) -> &Parsed {
        self.parsed.get_or_init(|| parse(self))
    }
}

/// Tags, lemmas, entities, chunks, clauses, in this order.
fn parse(sentence: &Sentence) -> Parsed {
    let mut parsed = Parsed::default();
    super::tag::tag(sentence, &mut parsed);
    parsed.lemmas = sentence.words.iter().zip(&parsed.tags).map(|(w, t)| w.lemma(*t)).collect();
    super::entity::mark(sentence, &mut parsed);
    super::chunk::chunk(sentence, &mut parsed);
    super::clause::clauses(sentence, &mut parsed);
    parsed
}
