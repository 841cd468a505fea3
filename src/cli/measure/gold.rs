//! Annotated passages: which findings are on an error.

use super::super::engine::Engine;
use super::super::failure::Failure;
use crate::article::Article;
use crate::source::{ARTICLE_LIMIT, Format, Source};
use crate::span::Span;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// This much of a finding has to lie in an annotated span, so that flagging whole sentences earns nothing.
const LEAST_OVERLAP: f64 = 0.3;

/// Findings on errors, and on nothing that is annotated, by rule.
#[derive(Debug, Default)]
pub struct Gold {
    by_rule: BTreeMap<String, (u64, u64)>,
}

#[derive(Deserialize)]
struct Annotation {
    errors: Vec<Marked>,
    /// Not wrong, not good either: a finding there is neither right nor false.
    #[serde(default)]
    stilted: Vec<Marked>,
}

/// A span in code points.
#[derive(Deserialize)]
struct Marked {
    start: usize,
    end: usize,
}

impl Gold {
    /// Right and false findings of a rule.
    pub fn of(&self, rule: &str) -> (u64, u64) {
        self.by_rule.get(rule).copied().unwrap_or_default()
    }

    /// Counts the findings on each `NN.txt` of a folder that has an `NN.json` beside it.
    ///
    /// # Errors
    /// The folder or a file cannot be read, an annotation is broken, there is no passage.
    pub fn read(&mut self, folder: &Path, engine: &mut Engine<'_>) -> Result<(), Failure> {
        let name = folder.display();
        let cannot = |error: std::io::Error| Failure::new(format!("{name}: cannot be read: {error}"));
        let mut paths = Vec::new();
        for entry in fs::read_dir(folder).map_err(cannot)? {
            let path = entry.map_err(cannot)?.path();
            if path.extension().is_some_and(|e| e == "txt") && path.with_extension("json").is_file() {
                paths.push(path);
            }
        }
        if paths.is_empty() {
            let help = "give a folder with NN.txt beside NN.json";
            return Err(Failure::new(format!("{name}: no annotated passage")).help(help));
        }
        paths.sort();
        paths.iter().try_for_each(|path| self.passage(path, engine))
    }

    fn passage(&mut self, path: &Path, engine: &mut Engine<'_>) -> Result<(), Failure> {
        let source = Source::open(path, Format::Text, ARTICLE_LIMIT)?;
        let json = path.with_extension("json");
        let broken = |error: &dyn std::fmt::Display| Failure::new(format!("{}: {error}", json.display()));
        let text = fs::read_to_string(&json).map_err(|error| broken(&error))?;
        let annotation: Annotation = serde_json::from_str(&text).map_err(|error| broken(&error))?;
        for finding in engine.matches(&Article::read(&source.text, source.format)) {
            let (right, wrong) = self.by_rule.entry(finding.rule).or_default();
            let hit = code_points(&source.text, finding.span);
            if annotation.errors.iter().any(|error| is_on(hit, error)) {
                *right += 1;
            } else if !annotation.stilted.iter().any(|stilted| is_on(hit, stilted)) {
                *wrong += 1;
            }
        }
        Ok(())
    }
}

/// First code point and one past the last.
fn code_points(text: &str, span: Span) -> (usize, usize) {
    let before = |offset: u32| text.get(..offset as usize).map_or(0, |text| text.chars().count());
    (before(span.start), before(span.end))
}

fn is_on((start, end): (usize, usize), marked: &Marked) -> bool {
    let shared = end.min(marked.end).saturating_sub(start.max(marked.start));
    shared as f64 >= LEAST_OVERLAP * (end - start).max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_third_of_the_finding_is_enough() {
        let marked = Marked { start: 10, end: 20 };
        for (hit, expected) in
            [((10, 20), true), ((0, 13), false), ((0, 15), true), ((0, 100), false), ((20, 30), false)]
        {
            assert_eq!(is_on(hit, &marked), expected, "{hit:?}");
        }
        assert_eq!(code_points("é – x", Span::new(3, 8)), (2, 5));
    }
}
