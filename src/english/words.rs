//! Looks a word form up once: its number and the numbers of its possible lemmas.
use super::{Tag, Upos, WordInfo, lemma, lexicon};
pub use crate::text::fold::fold;
use crate::text::vocab::{Sym, Vocabulary};
use rustc_hash::FxHashMap;
use std::borrow::Cow;

/// How many forms the cache holds before it is emptied; news text of 10 MB has about 100,000 different ones,
/// and most tokens are among the first few thousand.
const CAPACITY: usize = 65_536;

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
        if let Some(info) = self.cache.get(surface) {
            return *info;
        }
        // Numbers and marks have no lemma, and there is no end of numbers to remember.
        if !surface.contains(char::is_alphabetic) {
            let word = self.vocabulary.get(surface);
            return WordInfo {
                word,
                noun: word,
                verb: word,
                adj: word,
                exact: word,
                lost_capital: false,
                unknown: false,
            };
        }
        let info = self.resolve(surface);
        if self.cache.len() >= CAPACITY {
            self.cache.clear();
        }
        self.cache.insert(surface.into(), info);
        info
    }

    /// [`Words::look_up`] without the cache.
    fn resolve(&self, surface: &str) -> WordInfo {
        let lower = fold(surface);
        let word = self.vocabulary.get(&lower);
        let exact = self.vocabulary.get(surface);
        let lemma_of = |lemma: Cow<'_, str>| if lemma == lower { word } else { self.vocabulary.get(&lemma) };
        let verb = lemma_of(lemma::verb(&lower));
        if lexicon::is_function_word(&lower) {
            return WordInfo {
                word,
                noun: word,
                verb,
                adj: word,
                exact,
                lost_capital: false,
                unknown: false,
            };
        }
        let noun = if is_name(surface) { word } else { lemma_of(lemma::noun(&lower)) };
        let adj = lemma_of(lemma::adjective(&lower));
        let lost_capital = lower == surface && lexicon::names::is_capitalised(&lower);
        let unknown = lower == surface && surface.chars().count() > 2 && !lexicon::is_known(&lower);
        WordInfo { word, noun, verb, adj, exact, lost_capital, unknown }
    }
}

/// Whether a listed name (`Wales`, `Reuters`), whose *-s* is no plural ending.
fn is_name(surface: &str) -> bool {
    use lexicon::names::{CITY, COUNTRY, FIRST_NAME, ORG, PLACE, SURNAME, flags};
    surface.ends_with(['s', 'S'])
        && surface.starts_with(char::is_uppercase)
        && flags(surface) & (COUNTRY | CITY | PLACE | FIRST_NAME | SURNAME | ORG) != 0
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

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn vocabulary(words: &[&str]) -> Vocabulary {
        let mut vocabulary = Vocabulary::default();
        for word in words {
            vocabulary.intern(word);
        }
        vocabulary
    }

    #[test]
    fn each_class_has_its_lemma() {
        let vocabulary = vocabulary(&[
            "lead", "led", "troop", "bad", "have", "has", "Kyiv", "kyiv", "n't", "lef", "left", "leave",
        ]);
        let mut words = Words::new(&vocabulary);
        let sym = |w: &str| vocabulary.get(w);
        let led = words.look_up("Led");
        assert_eq!((led.word, led.verb, led.noun), (sym("led"), sym("lead"), sym("led")));
        assert_eq!(words.look_up("troops").noun, sym("troop"));
        assert_eq!(words.look_up("worse").adj, sym("bad"));
        let has = words.look_up("has");
        assert_eq!((has.verb, has.noun), (sym("have"), sym("has")));
        assert_eq!(words.look_up("n’t").word, sym("n't"));
        let kyiv = words.look_up("Kyiv");
        assert_eq!((kyiv.exact, kyiv.word), (sym("Kyiv"), sym("kyiv")));
        assert_ne!(kyiv.exact, kyiv.word);
        assert_eq!(words.look_up("kyiv").exact, sym("kyiv"));
        assert_eq!(words.look_up("left").verb, sym("leave"));
        assert_eq!(words.look_up("unmentioned"), WordInfo::default());
    }

    #[test]
    fn a_full_cache_gives_the_same_answers() {
        let vocabulary = vocabulary(&["troop"]);
        let mut words = Words::new(&vocabulary);
        for i in 0..=CAPACITY {
            words.look_up(&format!("w{i}"));
        }
        assert_eq!(words.look_up("troops").noun, vocabulary.get("troop"));
        assert!(words.cache.len() <= CAPACITY);
    }
}
