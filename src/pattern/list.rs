//! Named word lists: their text, and their entries as numbers.
//!
//! Entries are lemmas, matched by lemma and in any case: `Kremlin` matches *kremlin* too. A rule that cares about
//! case adds `%lower` or `%title`.

use super::syntax::did_you_mean;
use crate::english::{Sentence, WordInfo};
use crate::text::vocab::{Sym, Vocabulary};
use rustc_hash::FxHashMap;

/// The number of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ListId(pub u16);

/// What is wrong with a list file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListProblem {
    /// Name of the list.
    pub list: String,
    /// Line number, from 1.
    pub line: usize,
    /// One line, without position.
    pub message: String,
    /// What to do about it, if that is clear.
    pub help: Option<String>,
}

/// All lists, compiled.
#[derive(Clone, Debug, Default)]
pub struct Lists {
    names: Vec<Box<str>>,
    by_name: FxHashMap<Box<str>, ListId>,
    lists: Vec<List>,
    /// For the last word of an entry, the lists that hold such an entry.
    by_last: FxHashMap<Sym, Vec<ListId>>,
}

/// The entries of one list, includes resolved.
#[derive(Clone, Debug, Default)]
struct List {
    entries: Vec<Box<[Sym]>>,
    /// Entries by first word, longest first.
    first: FxHashMap<Sym, Vec<u32>>,
    /// Entries by last word, longest first.
    last: FxHashMap<Sym, Vec<u32>>,
}

/// One list as read.
#[derive(Clone, Debug, Default)]
struct Source {
    name: String,
    entries: Vec<String>,
    includes: Vec<(usize, String)>,
}

impl Lists {
    /// Compiles lists, given as name and text. What is faulty is left out and said in the problems, which come
    /// in the order of the lists and their lines.
    pub fn build<'t>(
        lists: impl IntoIterator<Item = (&'t str, &'t str)>,
        vocabulary: &mut Vocabulary,
    ) -> (Self, Vec<ListProblem>) {
        let mut problems = Vec::new();
        let mut sources: Vec<Source> =
            lists.into_iter().map(|(name, text)| read(name, text, &mut problems)).collect();
        sources.sort_by(|a, b| a.name.cmp(&b.name));
        sources.dedup_by(|later, first| {
            let same = later.name == first.name;
            if same {
                first.entries.append(&mut later.entries);
                first.includes.append(&mut later.includes);
            }
            same
        });
        let includes = check_includes(&mut sources, &mut problems);
        let mut built = Self::default();
        for (index, source) in sources.iter().enumerate() {
            let id = ListId(u16::try_from(index).unwrap_or(u16::MAX));
            built.names.push(source.name.as_str().into());
            built.by_name.insert(source.name.as_str().into(), id);
            let mut entries: Vec<Box<[Sym]>> = closure(index, &includes)
                .into_iter()
                .filter_map(|i| sources.get(i))
                .flat_map(|s| &s.entries)
                .map(|entry| words(entry).iter().map(|w| vocabulary.intern(w)).collect())
                .collect();
            entries.sort();
            entries.dedup();
            built.add(id, entries);
        }
        problems.sort_by(|a, b| (&a.list, a.line).cmp(&(&b.list, b.line)));
        (built, problems)
    }

    fn add(&mut self, id: ListId, entries: Vec<Box<[Sym]>>) {
        let mut list = List { entries, ..List::default() };
        let mut order: Vec<u32> = (0..list.entries.len() as u32).collect();
        order
            .sort_by_key(|&e| std::cmp::Reverse(list.entries.get(e as usize).map_or(0, |words| words.len())));
        for e in order {
            let Some([first, .., last] | [first @ last]) = list.entries.get(e as usize).map(|words| &**words)
            else {
                continue;
            };
            list.first.entry(*first).or_default().push(e);
            list.last.entry(*last).or_default().push(e);
            let lists = self.by_last.entry(*last).or_default();
            if lists.last() != Some(&id) {
                lists.push(id);
            }
        }
        self.lists.push(list);
    }

    /// The list of this name.
    pub fn get(&self, name: &str) -> Option<ListId> {
        self.by_name.get(name).copied()
    }

    /// The name of a list.
    pub fn name(&self, id: ListId) -> &str {
        self.names.get(id.0 as usize).map_or("", |n| n)
    }

    /// All names, sorted.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(|n| &**n)
    }

    /// How many lists there are.
    pub fn len(&self) -> usize {
        self.lists.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.lists.is_empty()
    }

    /// The entries of a list, includes resolved.
    pub fn entries(&self, id: ListId) -> &[Box<[Sym]>] {
        self.lists.get(id.0 as usize).map_or(&[], |l| &l.entries)
    }

    /// The lists that hold an entry with this last word, ascending. For the index: a sentence without the last
    /// word of an entry cannot hold the entry.
    pub fn word_lists(&self, word: Sym) -> &[ListId] {
        self.by_last.get(&word).map_or(&[], |lists| lists)
    }

    /// Lengths of the entries that begin at a token, longest first.
    pub fn lengths_at(&self, id: ListId, sentence: &Sentence, at: usize) -> Vec<usize> {
        let mut lengths = Vec::new();
        let (Some(list), Some(info)) = (self.lists.get(id.0 as usize), sentence.words.get(at)) else {
            return lengths;
        };
        for reading in readings(info) {
            for entry in list.first.get(&reading).into_iter().flatten() {
                let Some(words) = list.entries.get(*entry as usize) else { continue };
                if matches_at(words, sentence, at) && !lengths.contains(&words.len()) {
                    lengths.push(words.len());
                }
            }
        }
        lengths.sort_unstable_by(|a, b| b.cmp(a));
        lengths
    }

    /// Length of the longest entry that ends with the token at `head`: `air strike` where *strikes* follows *air*.
    pub fn ends_at(&self, id: ListId, sentence: &Sentence, head: usize) -> Option<usize> {
        let (list, info) = (self.lists.get(id.0 as usize)?, sentence.words.get(head)?);
        let entries = readings(info).flat_map(|r| list.last.get(&r).into_iter().flatten());
        entries
            .filter_map(|&e| list.entries.get(e as usize))
            .filter(|words| {
                (head + 1).checked_sub(words.len()).is_some_and(|at| matches_at(words, sentence, at))
            })
            .map(|words| words.len())
            .max()
    }

    /// The entries of a list that begin with this word, longest first.
    pub fn entries_from(&self, id: ListId, first: Sym) -> impl Iterator<Item = &[Sym]> {
        let list = self.lists.get(id.0 as usize);
        let entries = list.and_then(|list| list.first.get(&first)).into_iter().flatten();
        entries.filter_map(move |&e| list.and_then(|list| list.entries.get(e as usize)).map(|words| &**words))
    }

    /// The closest name to one that does not exist, as a question.
    pub fn suggest(&self, name: &str) -> Option<String> {
        did_you_mean(name, self.names())
    }
}

/// The lemmas that a word may have, without repeats and without unknown ones.
pub(crate) fn readings(info: &WordInfo) -> impl Iterator<Item = Sym> + use<> {
    let all = [info.word, info.noun, info.verb, info.adj];
    (0..all.len()).filter_map(move |i| {
        let (before, rest) = all.split_at(i);
        rest.first().copied().filter(|sym| sym.is_some() && !before.contains(sym))
    })
}

fn matches_at(words: &[Sym], sentence: &Sentence, at: usize) -> bool {
    let tokens = sentence.words.get(at..at + words.len());
    tokens
        .is_some_and(|tokens| tokens.iter().zip(words).all(|(info, &word)| readings(info).any(|r| r == word)))
}

/// The tokens of an entry, in small letters; a possessive `'s` is one of its own.
fn words(entry: &str) -> Vec<String> {
    let lower = entry.to_lowercase().replace('’', "'");
    let mut words = Vec::new();
    for word in lower.split_whitespace() {
        match word.strip_suffix("'s").filter(|stem| !stem.is_empty()) {
            Some(stem) => words.extend([stem.to_owned(), "'s".to_owned()]),
            None => words.push(word.to_owned()),
        }
    }
    words
}

/// Reads one list; sorting is by bytes of the small-letter form.
fn read(name: &str, text: &str, problems: &mut Vec<ListProblem>) -> Source {
    let mut source = Source { name: name.to_owned(), ..Source::default() };
    let mut last: Option<(String, String)> = None;
    let mut seen: FxHashMap<String, usize> = FxHashMap::default();
    for (index, line) in text.lines().enumerate() {
        let line_number = index + 1;
        let entry = line.split('#').next().unwrap_or("").trim();
        if entry.is_empty() {
            continue;
        }
        let mut problem = |message: String, help: Option<String>| {
            problems.push(ListProblem { list: name.to_owned(), line: line_number, message, help });
        };
        let key = words(entry).join(" ");
        if let Some(first) = seen.get(&key) {
            problem(format!("`{entry}` stands in line {first} already"), Some("delete one".into()));
            continue;
        }
        seen.insert(key.clone(), line_number);
        if let Some((_, before)) = last.as_ref().filter(|(last_key, _)| key < *last_key) {
            problem(format!("`{entry}` comes after `{before}`"), Some("sort the lines".into()));
        }
        last = Some((key, entry.to_owned()));
        match entry.strip_prefix('@') {
            Some(include) => source.includes.push((line_number, include.trim().to_owned())),
            None => source.entries.push(entry.to_owned()),
        }
    }
    if source.entries.is_empty() && source.includes.is_empty() {
        let message = "the list is empty".to_owned();
        problems.push(ListProblem { list: name.to_owned(), line: 1, message, help: None });
    }
    source
}

/// The includes as indices; unknown ones and those that close a circle are left out and said.
fn check_includes(sources: &mut [Source], problems: &mut Vec<ListProblem>) -> Vec<Vec<usize>> {
    let mut includes: Vec<Vec<usize>> = vec![Vec::new(); sources.len()];
    for index in 0..sources.len() {
        let Some(source) = sources.get(index) else { continue };
        for (line, include) in &source.includes {
            let mut problem = |message: String, help: Option<String>| {
                problems.push(ListProblem { list: source.name.clone(), line: *line, message, help });
            };
            let Ok(target) = sources.binary_search_by(|s| s.name.as_str().cmp(include)) else {
                let help = did_you_mean(include, sources.iter().map(|s| s.name.as_str()));
                problem(format!("there is no list `{include}`"), help);
                continue;
            };
            if closure(target, &includes).contains(&index) {
                problem(format!("`@{include}` includes this list itself"), Some("delete the line".into()));
                continue;
            }
            if let Some(mine) = includes.get_mut(index) {
                mine.push(target);
            }
        }
    }
    includes
}

/// A list and all that it includes.
fn closure(index: usize, includes: &[Vec<usize>]) -> Vec<usize> {
    let mut found = vec![index];
    let mut next = 0;
    while let Some(&list) = found.get(next) {
        next += 1;
        for &include in includes.get(list).into_iter().flatten() {
            if !found.contains(&include) {
                found.push(include);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests;
