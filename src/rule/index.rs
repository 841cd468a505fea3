//! Which rules can match a sentence at all.
//!
//! Every pattern and frame says what a sentence must contain ([`Requirement`]); it is filed under its anchor,
//! the group that is likely the rarest. A sentence is scanned once: its words are looked up, each pattern under
//! them is tried against the other groups. The work depends on how many patterns share a word of the sentence,
//! not on how many there are.

use super::{Matcher, Rule};
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
    rule: u32,
    matcher: u32,
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
    /// Index into [`Rule::matchers`].
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
    /// Files the patterns of some rules; `words` and `lists` are how many the vocabulary and the lists have.
    pub fn new(rules: &[Rule], words: usize, lists: usize) -> Self {
        let mut index = Self { sizes: (words + 1, lists), ..Self::default() };
        let (mut by_word, mut by_list) = (Vec::new(), Vec::new());
        for (rule_index, rule) in rules.iter().enumerate() {
            for (matcher_index, matcher) in rule.matchers.iter().enumerate() {
                let Some(requirement) = matcher.requirement() else { continue };
                let number = index.entries.len() as u32;
                let others = others(requirement);
                index.entries.push(Entry { rule: rule_index as u32, matcher: matcher_index as u32, others });
                match requirement.groups.get(requirement.anchor) {
                    Some(group) => {
                        by_word.extend(group.words.iter().map(|word| (word.0, number)));
                        by_list.extend(group.lists.iter().map(|list| (u32::from(list.0), number)));
                    }
                    None => index.always.push(number),
                }
            }
        }
        index.by_word = Table::new(by_word, words + 1);
        index.by_list = Table::new(by_list, lists);
        index
    }

    /// The patterns that may match a sentence, in the order of the rules.
    pub fn candidates<'s>(&self, sentence: &Sentence, lists: &Lists, scan: &'s mut Scan) -> &'s [Candidate] {
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
                scan.found.push(Candidate { rule: entry.rule as usize, matcher: entry.matcher as usize });
            }
        }
        scan.hits = hits;
        scan.found.sort_unstable();
        &scan.found
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

fn others(requirement: &Requirement) -> Box<[Group]> {
    let all = requirement.groups.iter().enumerate();
    all.filter(|(i, _)| *i != requirement.anchor).map(|(_, group)| group.clone()).collect()
}

/// What the vocabulary knows of a word; repeats do not matter here.
fn readings(info: &WordInfo) -> impl Iterator<Item = Sym> {
    [info.word, info.noun, info.verb, info.adj, info.exact].into_iter().filter(|sym| sym.is_some())
}

impl Matcher {
    /// Whether it looks at whole documents and is not in the index.
    pub const fn is_check(&self) -> bool {
        matches!(self, Self::Check(..))
    }
}
