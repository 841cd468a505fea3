//! Words as numbers. Only words that rules or lists mention get a number; matching compares numbers.

use rustc_hash::FxHashMap;

/// A word of the vocabulary. `Sym::NONE` is any word that no rule and no list mentions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sym(pub u32);

impl Sym {
    /// A word outside the vocabulary.
    pub const NONE: Sym = Sym(0);

    /// A word that no text holds; unlike [`Sym::NONE`] it equals the number of no token.
    pub const NOWHERE: Sym = Sym(u32::MAX);

    /// Whether the word is in the vocabulary.
    pub const fn is_some(self) -> bool {
        self.0 != 0
    }
}

/// The words that rules and lists mention, each with a number. Filled while rules load, then only read.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    by_text: FxHashMap<Box<str>, Sym>,
    texts: Vec<Box<str>>,
}

impl Vocabulary {
    /// The number of `word`, which is added if new. Words are stored as given: callers lower-case first,
    /// except for exact-case patterns.
    pub fn intern(&mut self, word: &str) -> Sym {
        if let Some(&sym) = self.by_text.get(word) {
            return sym;
        }
        let sym = Sym(u32::try_from(self.texts.len()).unwrap_or(u32::MAX - 1) + 1);
        self.texts.push(word.into());
        self.by_text.insert(word.into(), sym);
        sym
    }

    /// The number of `word`, or [`Sym::NONE`].
    pub fn get(&self, word: &str) -> Sym {
        self.by_text.get(word).copied().unwrap_or(Sym::NONE)
    }

    /// The word behind a number; `""` for [`Sym::NONE`].
    pub fn text(&self, sym: Sym) -> &str {
        sym.0.checked_sub(1).and_then(|i| self.texts.get(i as usize)).map_or("", |t| t)
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.texts.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }
}
