//! Takes back tags that the lexicon rules out.
use super::{Form, Tag, Upos};
use crate::english::{lemma, lexicon};

/// Corrects in place: a form in *-ed* that is no adjective or noun (`was abolished`) is a participle unless it
/// stands before a noun; a preposition that is none (`helped her win the cup`) is a verb; so is a
/// form in *-s* that is no noun (`the jury consists`).
pub fn correct(words: &[&str], tags: &mut [Tag]) {
    for at in 0..tags.len() {
        let (Some(&word), Some(&tag)) = (words.get(at), tags.get(at)) else { return };
        let corrected = match tag.upos {
            Upos::Adj | Upos::Noun if !before_noun(tags, at) && only_participle(word) => Form::Pp,
            Upos::Adp if only_verb(word) => Form::Base,
            Upos::Noun | Upos::Adv if only_third_person(word) => Form::Pres3,
            _ => continue,
        };
        if let Some(tag) = tags.get_mut(at) {
            *tag = Tag { upos: Upos::Verb, form: corrected };
        }
    }
}

/// Whether the next word is a noun, name or adjective.
fn before_noun(tags: &[Tag], at: usize) -> bool {
    tags.get(at + 1).is_some_and(|t| matches!(t.upos, Upos::Noun | Upos::Propn | Upos::Adj))
}

/// A regular past form that the lexicon knows as nothing else.
fn only_participle(word: &str) -> bool {
    word.ends_with("ed")
        && word.bytes().all(|b| b.is_ascii_lowercase())
        && !lexicon::is_adjective(word)
        && !lexicon::is_noun(word)
        && lemma::verb(word) != word
}

/// A form in *-s* that the lexicon knows as a verb and nothing else.
fn only_third_person(word: &str) -> bool {
    let verb = lemma::verb(word);
    word.ends_with('s')
        && word.bytes().all(|b| b.is_ascii_lowercase())
        && verb != word
        && lexicon::is_verb(&verb)
        && !lexicon::is_noun(word)
        && !lexicon::is_noun(&lemma::noun(word))
        && !lexicon::is_adverb(word)
}

/// A verb in the base form, and no function word.
fn only_verb(word: &str) -> bool {
    word.bytes().all(|b| b.is_ascii_lowercase()) && !lexicon::is_function_word(word) && lexicon::is_verb(word)
}
