//! Which tags a word has in the treebanks.
use crate::corpus::{Labels, Sentence};
use std::collections::BTreeMap;
use traduce::english::tag::feature::{Class, View, dictionary_key};

/// What is stored of a word.
#[derive(Clone, Copy)]
pub struct Entry {
    /// A label plus one, or the number of a pair of labels.
    pub class: u8,
    /// Whether the word always has that label.
    pub always: bool,
}

/// Words seen often enough, by key.
pub struct Dictionary {
    pub entries: BTreeMap<u32, Entry>,
}

/// A word must be this frequent to have a class.
const FREQUENT: usize = 4;
/// A word must be this frequent to be tagged without looking at its context.
const CERTAIN: usize = 15;

/// A word hash, how often the word occurs, and its labels, most frequent first.
type Ranked = (u64, usize, Vec<(u8, usize)>);
/// How often each word has each label.
type Counts = BTreeMap<u64, BTreeMap<u8, usize>>;

/// Counts the tags of each word.
fn count(sentences: &[Sentence], labels: &Labels) -> Counts {
    let mut counts = Counts::new();
    for sentence in sentences {
        let words: Vec<&str> = sentence.words.iter().map(String::as_str).collect();
        for (view, &tag) in View::of_sentence(&words, |_| Class::default()).iter().zip(&sentence.tags) {
            *counts.entry(view.word).or_default().entry(labels.number(tag)).or_default() += 1;
        }
    }
    counts
}

impl Dictionary {
    /// Learns from treebanks.
    pub fn of(sentences: &[Sentence], labels: &Labels) -> Self {
        let counts = count(sentences, labels);
        let ranked: Vec<Ranked> = counts
            .into_iter()
            .map(|(word, tags)| {
                let total = tags.values().sum();
                let mut tags: Vec<_> = tags.into_iter().collect();
                tags.sort_by_key(|&(label, n)| (std::cmp::Reverse(n), label));
                (word, total, tags)
            })
            .filter(|&(_, total, _)| total >= FREQUENT)
            .collect();
        let pairs = Self::pairs(&ranked, labels);
        let entries = ranked.iter().filter_map(|(word, total, tags)| {
            let &(top, most) = tags.first()?;
            let single = Entry { class: top + 1, always: *total >= CERTAIN && most * 1000 >= total * 998 };
            let pair = Self::second(tags, *total).and_then(|second| pairs.get(&(top, second)));
            let entry = pair.map_or(single, |&class| Entry { class, always: false });
            Some((dictionary_key(*word), entry))
        });
        Self { entries: entries.collect() }
    }

    /// The second tag, where it is no accident.
    fn second(tags: &[(u8, usize)], total: usize) -> Option<u8> {
        tags.get(1).filter(|&&(_, n)| n * 20 >= total).map(|&(label, _)| label)
    }

    /// Numbers for the most frequent pairs of tags, above those of the single labels.
    fn pairs(ranked: &[Ranked], labels: &Labels) -> BTreeMap<(u8, u8), u8> {
        let mut counts: BTreeMap<(u8, u8), usize> = BTreeMap::new();
        for (_, total, tags) in ranked {
            if let (Some(&(top, _)), Some(second)) = (tags.first(), Self::second(tags, *total)) {
                *counts.entry((top, second)).or_default() += 1;
            }
        }
        let mut pairs: Vec<_> = counts.into_iter().collect();
        pairs.sort_by_key(|&(pair, n)| (std::cmp::Reverse(n), pair));
        let numbers = labels.tags.len() as u8 + 1..=u8::MAX;
        pairs.into_iter().map(|(pair, _)| pair).zip(numbers).collect()
    }

    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// How much room it takes in the file.
    pub fn bytes(&self) -> usize {
        self.len() * 5
    }

    pub fn class(&self, word: u64) -> Class {
        let entry = self.entries.get(&dictionary_key(word));
        entry.map_or(Class::default(), |e| Class { number: e.class, certain: e.always })
    }
}
