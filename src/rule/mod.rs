//! Rule files: schema, loading, problems with positions, templates, the index by anchor.
//!
//! The way of a rule: [`read`] takes a file apart into [`raw`] fields (at build time for the built-in rules),
//! [`compile`] gives the fields their meaning and says what is wrong with them, [`load`] puts all files
//! together into a [`RuleSet`], whose [`index`] finds the rules that can match a sentence. [`suggest`] turns a
//! match into edits.

pub mod compile;
pub mod confidence;
pub mod folder;
#[cfg(test)]
mod hint;
pub mod index;
pub mod load;
pub mod marks;
pub mod problem;
pub mod rates;
pub mod raw;
pub mod read;
pub mod suggest;
pub mod template;

use crate::article::BlockKind;
use crate::check;
use crate::compare::Original;
use crate::compare::wording::Wordings;
use crate::finding::{Confidence, Kind, Safety, Severity};
#[cfg(test)]
use crate::pattern::common;
use crate::pattern::compile::{FrameProgram, Program, Requirement};
use crate::pattern::list::Lists;
#[cfg(test)]
use crate::text::fold;
use crate::text::vocab::Vocabulary;
use confidence::Evidence;
use index::Index;
use raw::{Place, RawRule};
use std::borrow::Cow;
use std::sync::OnceLock;
use template::Template;

/// All rules, ready to run.
#[derive(Debug, Default)]
pub struct RuleSet {
    /// The words that rules and lists mention.
    pub vocabulary: Vocabulary,
    /// The lists.
    pub lists: Lists,
    /// The rules, in the order of their files.
    pub rules: Vec<Rule>,
    /// Finds rules by what a sentence contains.
    pub index: Index,
    /// Indices of the rules that need code and look at whole articles.
    pub checks: Vec<usize>,
    /// The files that the rules come from.
    pub files: Vec<RuleFile>,
}

/// A rule file, for messages that point into it.
#[derive(Clone, Debug)]
pub struct RuleFile {
    /// Path as shown.
    pub path: Cow<'static, str>,
    /// Its text.
    pub text: Cow<'static, str>,
}

/// One rule.
#[derive(Debug)]
pub struct Rule {
    /// Kebab case, unique.
    pub id: Cow<'static, str>,
    /// The phenomenon.
    pub kind: Kind,
    /// How bad its findings are.
    pub severity: Severity,
    /// How often it is right, as measured.
    pub confidence: Confidence,
    /// What that rests on.
    pub evidence: Evidence,
    /// ISO 639-1 codes of the source languages; empty where any language does it.
    pub pivot: Vec<Cow<'static, str>>,
    /// The source phrase that explains it.
    pub source: Option<Cow<'static, str>>,
    /// The message as written in the file.
    pub message_text: Cow<'static, str>,
    /// Why.
    pub why: Option<Cow<'static, str>>,
    /// Whether suggestions may be applied unasked.
    pub safety: Safety,
    /// Whether matches inside quotation marks count.
    pub in_quotes: bool,
    /// Where it looks.
    pub blocks: Vec<BlockKind>,
    /// Least number of matches per 1,000 words.
    pub per_1000_words: Option<f64>,
    /// Index into [`RuleSet::files`].
    pub file: usize,
    /// Where it stands in its file.
    pub at: Place,
    /// All fields as written.
    raw: RawRule<'static>,
    /// What is made of them, once it is needed; nothing if they have mistakes.
    body: OnceLock<Option<Body>>,
}

/// The parts of a rule that take time to make.
#[derive(Debug)]
pub struct Body {
    /// What to look for: patterns, then frames, then the check.
    pub matchers: Vec<Matcher>,
    /// The patterns, frames or the check as written, for people.
    pub sources: Vec<Cow<'static, str>>,
    /// Exceptions: a match that overlaps one of theirs is dropped.
    pub unless: Vec<Program>,
    /// What is wrong.
    pub message: Template,
    /// Best first.
    pub suggest: Vec<Suggest>,
    /// Captures to underline, from the first to the last; empty for the default.
    pub report: Vec<Box<str>>,
    /// Wordings of the source that make it surer.
    pub when_source: Wordings,
    /// Wordings of the source that show that nothing is wrong.
    pub unless_source: Wordings,
    /// Texts that it must flag.
    pub bad: Vec<Bad>,
    /// Texts on which it must be silent.
    pub good: Vec<Good>,
}

impl Rule {
    /// Patterns, templates and examples. A built-in rule makes them when they are first asked for.
    pub fn body(&self, rules: &RuleSet) -> Option<&Body> {
        let make = || compile::body(&self.raw, &rules.lists, &rules.vocabulary);
        self.body.get_or_init(make).as_ref()
    }

    /// Whether the source text can make it surer.
    pub fn may_be_supported(&self) -> bool {
        !self.raw.when_source.is_empty()
    }

    /// A hash of all that decides where the rule fires; see [`confidence`].
    pub fn fingerprint(&self) -> u64 {
        confidence::fingerprint(&self.raw)
    }
}

/// One way to match.
#[derive(Debug)]
pub enum Matcher {
    /// A sequence pattern.
    Pattern(Program),
    /// A frame.
    Frame(FrameProgram),
    /// Code.
    Check(&'static check::Entry, check::Arguments),
}

impl Matcher {
    /// What a sentence must contain; a check looks at everything.
    pub fn requirement(&self) -> Option<&Requirement> {
        match self {
            Self::Pattern(program) => Some(&program.requirement),
            Self::Frame(program) => Some(&program.requirement),
            Self::Check(..) => None,
        }
    }
}

/// One suggestion of a rule.
#[derive(Clone, Debug)]
pub enum Suggest {
    /// For the reported part (pattern) or the head with its particle (frame).
    Whole(Template),
    /// For several captures.
    Parts(Vec<(Box<str>, Template)>),
}

/// A text that a rule must flag.
#[derive(Clone, Debug)]
pub struct Bad {
    /// The text and what is marked in it.
    pub marked: marks::Marked,
    /// The whole text after the first suggestion.
    pub fix: Option<Cow<'static, str>>,
    /// What it was translated from.
    pub original: Option<Original>,
    /// Where it stands in the rule file.
    pub at: Place,
}

/// A text on which a rule must be silent.
#[derive(Clone, Debug)]
pub struct Good {
    /// The text.
    pub text: Cow<'static, str>,
    /// What it was translated from.
    pub original: Option<Original>,
    /// Where it stands in the rule file.
    pub at: Place,
}

impl RuleSet {
    /// The index of the rule of this id.
    pub fn find(&self, id: &str) -> Option<usize> {
        self.rules.iter().position(|rule| rule.id == id)
    }

    /// The nearest id to one that does not exist, as a question.
    pub fn did_you_mean(&self, id: &str) -> Option<String> {
        read::did_you_mean(id, self.rules.iter().map(|rule| &*rule.id))
    }

    /// File and line, from 1, of a place in a rule's file.
    pub fn position(&self, rule: &Rule, at: Place) -> (&str, usize) {
        self.files.get(rule.file).map_or(("", 1), |file| {
            let (line, _) = problem::position(&file.text, at.start as usize);
            (&*file.path, line)
        })
    }
}
