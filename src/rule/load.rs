//! Rules from the binary and from folders, put together.

use super::compile::Compiler;
use super::confidence::Evidence;
use super::folder;
use super::index::{Candidate, Index};
use super::problem::Problem;
use super::rates::{Rate, RatesFile};
use super::raw::{Folder, Place, RawFile, RawGroup, RawHint, RawList, RawProblem, RawRule};
use super::{Rule, RuleFile, RuleSet, read};
use crate::finding::Confidence;
use crate::pattern::compile::{Group, Requirement};
use crate::pattern::list::{ListId, ListProblem, Lists};
use crate::text::vocab::{Sym, Vocabulary};
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::path::PathBuf;
use std::sync::Arc;

/// The built-in rules as `build.rs` wrote them.
static BUILTIN: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/rules.bin"));

/// The built-in rules, lists and measurements.
pub fn builtin() -> Folder<'static> {
    postcard::from_bytes(BUILTIN).unwrap_or_default()
}

/// How much of a rule is looked at while loading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Care {
    /// What is needed to find the rules that a sentence needs; the rest is done when it does. A mistake in a
    /// pattern or template makes its rule silent.
    Quick,
    /// Everything, so that all mistakes are reported.
    Thorough,
}

/// The built-in rules (unless left out) and those of some folders, with all problems of their files, by file
/// and position. Rules without problems are loaded whatever the others are like.
pub fn load(folders: &[PathBuf], with_builtin: bool) -> (RuleSet, Vec<Problem>) {
    load_with(folders, with_builtin, Care::Thorough)
}

/// [`load`], with no more than a glance at the built-in rules: for checking, where starting must be fast. They
/// are known to be right: the tests load them thoroughly. Folders are read as by [`load`].
pub fn load_quick(folders: &[PathBuf], with_builtin: bool) -> (RuleSet, Vec<Problem>) {
    load_with(folders, with_builtin, Care::Quick)
}

fn load_with(folders: &[PathBuf], with_builtin: bool, care: Care) -> (RuleSet, Vec<Problem>) {
    let mut all = Vec::new();
    let mut problems = Vec::new();
    if with_builtin {
        all.push((builtin(), care));
    }
    for path in folders {
        let (folder, errors) = folder::read(path);
        for (path, error) in errors {
            let message = format!("cannot be read: {error}");
            problems.push(Problem::of_file(path.display().to_string(), message, None));
        }
        all.push((folder, Care::Thorough));
    }
    let (rules, found) = build(all);
    problems.extend(found);
    (rules, problems)
}

/// Puts folders together. Pure. A later folder may use the lists of an earlier one and add to them; ids must
/// be unique over all.
pub fn build(folders: Vec<(Folder<'static>, Care)>) -> (RuleSet, Vec<Problem>) {
    let mut builder = Builder::default();
    builder.lists(folders.iter().flat_map(|(folder, _)| &folder.lists).collect());
    for (folder, care) in folders {
        builder.number(&folder);
        let first = builder.rules.len();
        for file in folder.files {
            builder.file(file, care);
        }
        if let Some(rates) = &folder.rates {
            builder.measure(rates, first);
        }
    }
    builder.finish()
}

#[derive(Default)]
struct Builder {
    vocabulary: Vocabulary,
    lists: Lists,
    rules: Vec<Rule>,
    files: Vec<RuleFile>,
    ids: FxHashMap<Cow<'static, str>, (usize, Place)>,
    problems: Vec<Problem>,
    /// For the hints of the built-in rules.
    numbers: Numbers,
}

impl Builder {
    /// Takes up the words of rules that are not compiled yet: a text's words are looked up only once.
    fn number(&mut self, folder: &Folder<'static>) {
        if !folder.words.is_empty() {
            self.numbers = Numbers::of(folder, &self.lists, |word| self.vocabulary.intern(word));
        }
    }

    fn lists(&mut self, all: Vec<&RawList<'static>>) {
        let texts = all.iter().map(|list| (&*list.name, &*list.text));
        let (lists, problems) = Lists::build(texts, &mut self.vocabulary);
        self.lists = lists;
        for problem in problems {
            // Of two files of one name the later is the user's.
            if let Some(list) = all.iter().rev().find(|list| list.name == problem.list) {
                self.problems.push(list_problem(list, problem));
            }
        }
    }

    fn file(&mut self, file: RawFile<'static>, care: Care) {
        let text = file.text;
        let index = self.files.len();
        // Borrowed for built-in files, so cheap.
        self.files.push(RuleFile { path: file.path.clone(), text: text.clone() });
        let (rules, mut problems, care) = match file.rules {
            Some(rules) => (rules, Vec::new(), care),
            None => {
                let (rules, problems) = read::rules(&text);
                (rules, problems, Care::Thorough)
            }
        };
        // What could not be read must not be reported as missing as well.
        let broken: Vec<Place> = problems.iter().map(|p| p.at).collect();
        let starts: Vec<u32> = rules.iter().map(|rule| rule.at.start).collect();
        for (number, rule) in rules.into_iter().enumerate() {
            let end = starts.get(number + 1).copied().unwrap_or(u32::MAX);
            let damaged = broken.iter().any(|at| rule.at.start <= at.start && at.start < end);
            self.rule(rule, (index, &text), damaged, care, &mut problems);
        }
        problems.sort_by_key(|p| p.at);
        // A mistake in the defaults is met again in each rule.
        problems.dedup();
        if !problems.is_empty() {
            let shared: Arc<str> = Arc::from(&*text);
            let all = problems.into_iter().map(|raw| Problem::new(&file.path, &shared, raw));
            self.problems.extend(all);
        }
    }

    fn rule(
        &mut self,
        raw: RawRule<'static>,
        (file, text): (usize, &str),
        damaged: bool,
        care: Care,
        problems: &mut Vec<RawProblem>,
    ) {
        let (id, at) = (raw.id.clone(), raw.at);
        let mut compiler = Compiler {
            lists: &self.lists,
            interner: (&mut self.vocabulary).into(),
            text,
            problems: Vec::new(),
        };
        let rule = match care {
            Care::Thorough => compiler.rule(raw, file),
            Care::Quick => compiler.outline(raw, file),
        };
        let found = compiler.problems;
        let at_header = |p: &RawProblem| p.at == at;
        problems.extend(found.into_iter().filter(|p| !(damaged && at_header(p))));
        let Some(id) = id else { return };
        if let Some(&(other, at)) = self.ids.get(&id.text) {
            problems.push(self.duplicate(&id.text, id.at, other, at));
            return;
        }
        self.ids.insert(id.text, (file, id.at));
        self.rules.extend(rule.filter(|_| !damaged));
    }

    fn duplicate(&self, id: &str, at: Place, file: usize, first: Place) -> RawProblem {
        let place = self.files.get(file).map_or_else(String::new, |file| {
            let (line, _) = super::problem::position(&file.text, first.start as usize);
            format!("{}:{line}", file.path)
        });
        RawProblem {
            at,
            message: format!("the id `{id}` is taken"),
            label: String::new(),
            help: Some(format!("it stands first in {place}; choose another")),
        }
    }

    /// Gives the rules from index `first` on what was measured of them. Where a folder has measurements, a rule
    /// that is not among them, or has changed since, is unproven.
    fn measure(&mut self, file: &RatesFile<'static>, first: usize) {
        if let Some((line, message)) = &file.problem {
            let help = "make the file again with `traduce measure`".to_owned();
            self.problems.push(Problem::of_file(format!("{}:{line}", file.path), &**message, Some(help)));
        }
        let by_id: FxHashMap<&str, &Rate<'static>> =
            file.rates.iter().map(|rate| (&*rate.rule, rate)).collect();
        for rule in self.rules.iter_mut().skip(first) {
            let (confidence, evidence) = match by_id.get(&*rule.id) {
                None => (Confidence::Low, Evidence::Unmeasured),
                Some(rate) if rate.fingerprint != rule.fingerprint() => (Confidence::Low, Evidence::Changed),
                Some(rate) => {
                    let confidence = Confidence::from_name(&rate.confidence).unwrap_or(Confidence::Low);
                    (confidence, Evidence::Measured(rate.counts))
                }
            };
            rule.confidence = confidence;
            rule.evidence = evidence;
        }
    }

    fn finish(self) -> (RuleSet, Vec<Problem>) {
        let checks = self.rules.iter().enumerate().filter(|(_, rule)| rule.raw.check.is_some());
        let checks = checks.map(|(index, _)| index).collect();
        let mut patterns = Vec::new();
        for (number, rule) in self.rules.iter().enumerate() {
            let needed = requirements(rule, &self.numbers);
            let candidate = |matcher| Candidate { rule: number, matcher };
            patterns.extend(needed.into_iter().enumerate().map(|(i, needed)| (candidate(i), needed)));
        }
        let index = Index::new(patterns, self.vocabulary.len(), self.lists.len());
        let Self { vocabulary, lists, rules, files, problems, .. } = self;
        (RuleSet { vocabulary, lists, rules, index, checks, files }, problems)
    }
}

/// Numbers of the words and lists of a built-in folder.
#[derive(Debug, Default)]
pub(super) struct Numbers {
    words: Vec<Sym>,
    lists: Vec<Option<ListId>>,
}

impl Numbers {
    /// The numbers that a folder's words and lists have in a set of rules.
    pub(super) fn of(folder: &Folder<'_>, lists: &Lists, number: impl FnMut(&str) -> Sym) -> Self {
        let lists = folder.lists.iter().map(|list| lists.get(&list.name)).collect();
        Self { words: folder.words.iter().map(|word| &**word).map(number).collect(), lists }
    }

    /// What a pattern or frame needs by its hint. A group of an unknown list is left out: it asks for nothing.
    pub(super) fn requirement(&self, hint: &RawHint) -> Requirement {
        let anchor = hint.groups.get(hint.anchor as usize).and_then(|group| self.group(group));
        let groups: Vec<Group> = hint.groups.iter().filter_map(|group| self.group(group)).collect();
        let anchor = anchor.and_then(|anchor| groups.iter().position(|group| *group == anchor)).unwrap_or(0);
        Requirement { groups, anchor, kinds: Vec::new() }
    }

    fn group(&self, raw: &RawGroup) -> Option<Group> {
        let words = raw.words.iter().map(|at| self.words.get(*at as usize).copied());
        let lists = raw.lists.iter().map(|at| self.lists.get(*at as usize).copied().flatten());
        let (words, lists) = (words.collect::<Option<Vec<_>>>()?, lists.collect::<Option<Vec<_>>>()?);
        let mut group = Group { words, lists, ..Group::default() };
        group.words.sort_unstable();
        group.lists.sort_unstable();
        Some(group)
    }
}

/// What each pattern and frame of a rule needs.
fn requirements(rule: &Rule, numbers: &Numbers) -> Vec<Requirement> {
    if let Some(body) = rule.body.get() {
        let matchers = body.iter().flat_map(|body| &body.matchers);
        return matchers.filter_map(|matcher| matcher.requirement().cloned()).collect();
    }
    rule.raw.hints.iter().map(|hint| numbers.requirement(hint)).collect()
}

/// A problem with the line of a list.
fn list_problem(list: &RawList<'static>, problem: ListProblem) -> Problem {
    let text: Arc<str> = Arc::from(&*list.text);
    let mut start = 0;
    let mut length = 0;
    for (index, line) in text.split_inclusive('\n').enumerate() {
        length = line.trim_end().len();
        if index + 1 == problem.line {
            break;
        }
        start += line.len();
    }
    let at = Place::from(start.min(text.len())..(start + length).min(text.len()));
    let raw = RawProblem { at, message: problem.message, label: String::new(), help: problem.help };
    Problem::new(&list.path, &text, raw)
}
