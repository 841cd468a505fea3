//! Part-of-speech tagging: an averaged perceptron (Collins 2002) over Universal Dependencies tags.
//!
//! Greedy, left to right, one label (part of speech with inflection) a token. The weights are made by
//! `examples/train_tagger.rs`, shipped as `data/tagger.bin` and read where they lie; nothing is built at start.

pub mod feature;
pub mod label;
mod lexical;
pub mod model;
mod repair;

use feature::View;
use model::{Memo, Model};
use std::cell::RefCell;

/// The shipped weights.
static WEIGHTS: &[u8] = include_bytes!("../../data/tagger.bin");

/// Universal part of speech.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Upos {
    Adj,
    Adp,
    Adv,
    Aux,
    Cconj,
    Det,
    Intj,
    #[default]
    Noun,
    Num,
    Part,
    Pron,
    Propn,
    Punct,
    Sconj,
    Sym,
    Verb,
    X,
}

/// Part of speech with the inflectional feature that the form carries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Tag {
    /// Universal part of speech.
    pub upos: Upos,
    /// Inflection.
    pub form: Form,
}

/// The inflectional form of a token, read off its Penn tag.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// No inflection, or none that matters.
    #[default]
    None,
    /// Singular noun or name.
    Sg,
    /// Plural noun or name.
    Pl,
    /// Bare verb: infinitive, imperative (VB).
    Base,
    /// Present, not third person singular (VBP).
    Pres,
    /// Third person singular present (VBZ).
    Pres3,
    /// Past tense (VBD).
    Past,
    /// Past participle (VBN).
    Pp,
    /// Present participle or gerund (VBG).
    Ing,
    /// Modal verb (MD).
    Modal,
    /// Comparative.
    Comp,
    /// Superlative.
    Sup,
    /// Possessive pronoun (PRP$, WP$) or the clitic `'s` (POS).
    Poss,
    /// Personal pronoun (PRP).
    Pers,
    /// Relative or interrogative (WDT, WP, WRB).
    Wh,
    /// Adverbial particle of a phrasal verb (RP).
    Particle,
}

thread_local! {
    /// What has been worked out about words with the built-in weights; it changes no result.
    static MEMO: RefCell<Memo> = RefCell::default();
}

/// Tags the tokens of a sentence: fills [`super::Parsed::tags`], one entry a token.
pub fn tag(sentence: &super::Sentence, parsed: &mut super::Parsed) {
    let words: Vec<&str> = (0..sentence.tokens.len()).map(|at| sentence.token_text(at)).collect();
    parsed.tags = MEMO.with_borrow_mut(|memo| tag_with(&Model::new(WEIGHTS), &words, memo));
}

/// Tags a tokenised sentence with given weights.
pub fn tag_words(model: &Model<'_>, words: &[&str]) -> Vec<Tag> {
    tag_with(model, words, &mut Memo::default())
}

fn tag_with(model: &Model<'_>, words: &[&str], memo: &mut Memo) -> Vec<Tag> {
    let views = View::of_sentence(words, |word| model.class(word));
    let labels = model.decode(&views, memo);
    let mut tags: Vec<Tag> = labels.into_iter().map(|label| model.tag(label)).collect();
    lexical::correct(words, &mut tags);
    repair::repair(words, &mut tags);
    tags
}

#[cfg(test)]
#[path = "tag/tests.rs"]
mod tests;
