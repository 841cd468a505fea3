//! Rules from the binary and from folders, put together.

use super::compile::Compiler;
use super::folder;
use super::index::Index;
use super::problem::Problem;
use super::raw::{Folder, Place, RawFile, RawList, RawProblem, RawRule};
use super::{Rule, RuleFile, RuleSet, read};
use crate::finding::Confidence;
use crate::pattern::list::{ListProblem, Lists};
use crate::text::vocab::Vocabulary;
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

/// The built-in rules (unless left out) and those of some folders, with all problems of their files, by file
/// and position. Rules without problems are loaded whatever the others are like.
pub fn load(folders: &[PathBuf], with_builtin: bool) -> (RuleSet, Vec<Problem>) {
    let mut all = Vec::new();
    let mut problems = Vec::new();
    if with_builtin {
        all.push(builtin());
    }
    for path in folders {
        let (folder, errors) = folder::read(path);
        for (path, error) in errors {
            let message = format!("cannot be read: {error}");
            problems.push(Problem::of_file(path.display().to_string(), message, None));
        }
        all.push(folder);
    }
    let (rules, found) = build(all);
    problems.extend(found);
    (rules, problems)
}

/// Puts folders together. Pure. A later folder may use the lists of an earlier one and add to them; ids must
/// be unique over all.
pub fn build(folders: Vec<Folder<'static>>) -> (RuleSet, Vec<Problem>) {
    let mut builder = Builder::default();
    builder.lists(&folders);
    let measured: Vec<bool> = folders.iter().map(|folder| folder.measured.is_some()).collect();
    let mut origin = Vec::new();
    for (index, folder) in folders.into_iter().enumerate() {
        for file in folder.files {
            let before = builder.rules.len();
            builder.file(file);
            origin.resize(origin.len() + builder.rules.len() - before, index);
        }
        if let Some(list) = folder.measured {
            builder.measurements.push(list);
        }
    }
    // Where a folder has measurements, a rule that is not among them is unproven. Where it has none, nothing
    // is known.
    for (rule, folder) in builder.rules.iter_mut().zip(origin) {
        let unproven = measured.get(folder).copied().unwrap_or(false);
        rule.confidence = if unproven { Confidence::Low } else { Confidence::Medium };
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
    measurements: Vec<RawList<'static>>,
    problems: Vec<Problem>,
}

impl Builder {
    fn lists(&mut self, folders: &[Folder<'static>]) {
        let all: Vec<&RawList<'static>> = folders.iter().flat_map(|folder| &folder.lists).collect();
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

    fn file(&mut self, file: RawFile<'static>) {
        let text: Arc<str> = Arc::from(&*file.text);
        let index = self.files.len();
        self.files.push(RuleFile { path: file.path.clone(), text: Arc::clone(&text) });
        let (rules, mut problems) = match file.rules {
            Some(rules) => (rules, Vec::new()),
            None => read::rules(&text),
        };
        // What could not be read must not be reported as missing as well.
        let broken: Vec<Place> = problems.iter().map(|p| p.at).collect();
        let starts: Vec<u32> = rules.iter().map(|rule| rule.at.start).collect();
        for (number, rule) in rules.into_iter().enumerate() {
            let end = starts.get(number + 1).copied().unwrap_or(u32::MAX);
            let damaged = broken.iter().any(|at| rule.at.start <= at.start && at.start < end);
            self.rule(rule, index, damaged, &text, &mut problems);
        }
        problems.sort_by_key(|p| p.at);
        // A mistake in the defaults is met again in each rule.
        problems.dedup();
        let all = problems.into_iter().map(|raw| Problem::new(&file.path, &text, raw));
        self.problems.extend(all);
    }

    fn rule(
        &mut self,
        raw: RawRule<'static>,
        file: usize,
        damaged: bool,
        text: &Arc<str>,
        problems: &mut Vec<RawProblem>,
    ) {
        let (id, at) = (raw.id.clone(), raw.at);
        let mut compiler =
            Compiler { lists: &self.lists, vocabulary: &mut self.vocabulary, text, problems: Vec::new() };
        let rule = compiler.rule(raw, file);
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

    /// `measured.txt`: an id and high, medium or low a line.
    fn measure(&mut self) {
        let lists = std::mem::take(&mut self.measurements);
        let by_id: FxHashMap<Cow<'static, str>, usize> =
            self.rules.iter().enumerate().map(|(i, rule)| (rule.id.clone(), i)).collect();
        for list in &lists {
            for (number, line) in list.text.lines().enumerate() {
                let mut words = line.split('#').next().unwrap_or("").split_whitespace();
                let (Some(id), level) = (words.next(), words.next()) else { continue };
                let confidence = match level {
                    Some("high") => Confidence::High,
                    Some("medium") => Confidence::Medium,
                    Some("low") => Confidence::Low,
                    _ => {
                        let message = "a line is an id and `high`, `medium` or `low`".to_owned();
                        let problem = ListProblem {
                            list: list.name.to_string(),
                            line: number + 1,
                            message,
                            help: None,
                        };
                        self.problems.push(list_problem(list, problem));
                        continue;
                    }
                };
                // An id that is gone, or whose rule has a problem, does no harm here.
                if let Some(rule) = by_id.get(id).and_then(|&i| self.rules.get_mut(i)) {
                    rule.confidence = confidence;
                }
            }
        }
    }

    fn finish(mut self) -> (RuleSet, Vec<Problem>) {
        self.measure();
        let index = Index::new(&self.rules, self.vocabulary.len(), self.lists.len());
        let Self { vocabulary, lists, rules, files, problems, .. } = self;
        (RuleSet { vocabulary, lists, rules, index, files }, problems)
    }
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
