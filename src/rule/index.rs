//! Which rules can match a sentence at all.
//!
//! Every pattern and frame says what a sentence must contain ([`Requirement`], or a hint at it where it is not
//! compiled yet); it is filed under its anchor, the group that is likely the rarest. A sentence is scanned once: its words are looked up, each pattern under
//! them is tried against the other groups. The work depends on how many patterns share a word of the sentence,
//! not on how many there are.

use crate::english::{Sentence, WordInfo};
use crate::pattern::compile::{Group, Requirement};
use crate::pattern::list::Lists;
use crate::text::vocab::Sym;

/// Patterns by what they need.
#[derive(Clone, Debug, Default)]
pub struct Index {
    entries: Vec<Entry>,
    /// By number of a word: the patterns whose anchor holds it.
    by_word: Table,
    /// By number of a list: the patterns whose anchor holds it.
    by_list: Table,
    /// Patterns that need nothing in particular.
    always: Vec<u32>,
    /// How many words there are, [`Sym::NONE`] included, and how many lists.
    sizes: (usize, usize),
}

/// A pattern or frame of a rule.
#[derive(Clone, Debug)]
struct Entry {
    candidate: Candidate,
    /// All groups but the anchor.
    others: Box<[Group]>,
}

/// Numbers by key, in one piece of memory.
#[derive(Clone, Debug, Default)]
struct Table {
    starts: Vec<u32>,
    values: Vec<u32>,
}

impl Table {
    /// From pairs of key and value; keys are less than `size`.
    fn new(mut pairs: Vec<(u32, u32)>, size: usize) -> Self {
        pairs.sort_unstable();
        let mut starts = Vec::with_capacity(size + 1);
        let mut at = 0;
        for key in 0..=size as u32 {
            while pairs.get(at).is_some_and(|(k, _)| *k < key) {
                at += 1;
            }
            starts.push(at as u32);
        }
        Self { starts, values: pairs.into_iter().map(|(_, value)| value).collect() }
    }

    fn get(&self, key: usize) -> &[u32] {
        match (self.starts.get(key), self.starts.get(key + 1)) {
            (Some(&start), Some(&end)) => self.values.get(start as usize..end as usize).unwrap_or(&[]),
            _ => &[],
        }
    }
}

/// A pattern that may match: indices of the rule and of the matcher in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Candidate {
    /// Index into [`super::RuleSet::rules`].
    pub rule: usize,
    /// Index into [`super::Body::matchers`].
    pub matcher: usize,
}

/// Working memory of a scan, to be used again for the next sentence.
#[derive(Clone, Debug, Default)]
pub struct Scan {
    /// Number of the current sentence; what bears it has been seen in this sentence.
    now: u32,
    words: Vec<u32>,
    lists: Vec<u32>,
    entries: Vec<u32>,
    /// Entries whose anchor occurs.
    hits: Vec<u32>,
    /// Those that have all else, too.
    found: Vec<Candidate>,
}

impl Index {
    /// Files patterns; `words` and `lists` are how many the vocabulary and the lists have.
    pub fn new(patterns: Vec<(Candidate, Requirement)>, words: usize, lists: usize) -> Self {
        let mut index = Self { sizes: (words + 1, lists), ..Self::default() };
        let (mut by_word, mut by_list) = (Vec::new(), Vec::new());
        for (candidate, mut requirement) in patterns {
            let number = index.entries.len() as u32;
            if requirement.groups.is_empty() {
                index.always.push(number);
            } else {
                let anchor = requirement.anchor.min(requirement.groups.len() - 1);
                let group = requirement.groups.swap_remove(anchor);
                // A word that is nowhere has no place in the table either.
                let words = group.words.iter().filter(|word| **word != Sym::NOWHERE);
                by_word.extend(words.map(|word| (word.0, number)));
                by_list.extend(group.lists.iter().map(|list| (u32::from(list.0), number)));
            }
            index.entries.push(Entry { candidate, others: requirement.groups.into() });
        }
        index.by_word = Table::new(by_word, words + 1);
        index.by_list = Table::new(by_list, lists);
        index
    }

    /// Finds the patterns that may match a sentence; they are then in [`Scan::candidates`].
    pub fn scan(&self, sentence: &Sentence, lists: &Lists, scan: &mut Scan) {
        scan.begin(self);
        for info in &sentence.words {
            for sym in readings(info) {
                self.see(sym, lists, scan);
            }
        }
        scan.hits.extend_from_slice(&self.always);
        let hits = std::mem::take(&mut scan.hits);
        for &hit in &hits {
            let Some(entry) = self.entries.get(hit as usize) else { continue };
            if entry.others.iter().all(|group| scan.has(group)) {
                scan.found.push(entry.candidate);
            }
        }
        scan.hits = hits;
        scan.found.sort_unstable();
    }

    /// Notes a word and the lists that it may belong to; collects the patterns under them.
    fn see(&self, sym: Sym, lists: &Lists, scan: &mut Scan) {
        if !scan.first_time(sym) {
            return;
        }
        for &entry in self.by_word.get(sym.0 as usize) {
            scan.hit(entry);
        }
        for list in lists.word_lists(sym) {
            let Some(seen) = scan.lists.get_mut(list.0 as usize).filter(|seen| **seen != scan.now) else {
                continue;
            };
            *seen = scan.now;
            for &entry in self.by_list.get(list.0 as usize) {
                scan.hit(entry);
            }
        }
    }
}

impl Scan {
    /// Forgets the previous sentence.
    fn begin(&mut self, index: &Index) {
        self.hits.clear();
        self.found.clear();
        self.now = self.now.wrapping_add(1);
        let (words, lists) = index.sizes;
        if self.now == 0 || self.words.len() < words || self.entries.len() < index.entries.len() {
            self.now = 1;
            self.words = vec![0; words];
            self.lists = vec![0; lists];
            self.entries = vec![0; index.entries.len()];
        }
    }

    /// The patterns that may match the sentence scanned last, in the order of the rules.
    pub fn candidates(&self) -> &[Candidate] {
        &self.found
    }

    /// Whether the sentence scanned last has all that a pattern needs.
    pub fn meets(&self, requirement: &Requirement) -> bool {
        requirement.groups.iter().all(|group| self.has(group))
    }

    fn first_time(&mut self, sym: Sym) -> bool {
        match self.words.get_mut(sym.0 as usize) {
            Some(seen) if *seen != self.now => {
                *seen = self.now;
                true
            }
            _ => false,
        }
    }

    fn hit(&mut self, entry: u32) {
        if let Some(seen) = self.entries.get_mut(entry as usize).filter(|seen| **seen != self.now) {
            *seen = self.now;
            self.hits.push(entry);
        }
    }

    fn has(&self, group: &Group) -> bool {
        let seen = |stamps: &[u32], at: usize| stamps.get(at).is_some_and(|&stamp| stamp == self.now);
        group.words.iter().any(|word| seen(&self.words, word.0 as usize))
            || group.lists.iter().any(|list| seen(&self.lists, list.0 as usize))
    }
}

/// What the vocabulary knows of a word; repeats do not matter here.
fn readings(info: &WordInfo) -> impl Iterator<Item = Sym> {
    [info.word, info.noun, info.verb, info.adj, info.exact].into_iter().filter(|sym| sym.is_some())
}
