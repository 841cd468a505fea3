//! From the fields of a rule to a [`Rule`]: every field gets its meaning, every mistake its place.

mod example;
mod fields;
mod names;

use super::confidence::Evidence;
use super::raw::{Place, RawProblem, RawRule, RawSuggestion, RawValue, Text};
use super::read::did_you_mean;
use super::template::{self, Template};
use super::{Body, Matcher, Rule, Suggest};
use crate::check::{self, Argument, Arguments};
use crate::finding::Confidence;
use crate::pattern::compile::{Interner, Program, compile_frame, compile_pattern};
use crate::pattern::list::Lists;
use crate::pattern::syntax::{PatternError, parse_frame, parse_pattern};
use crate::text::vocab::Vocabulary;
use example::wordings;
use names::Names;
use std::borrow::Cow;
use std::ops::Range;
use std::sync::OnceLock;

/// Compiles rules; collects what is wrong with them.
pub struct Compiler<'a> {
    /// All lists.
    pub lists: &'a Lists,
    /// Numbers the words of the patterns.
    pub interner: Interner<'a>,
    /// Text of the current file.
    pub text: &'a str,
    /// Problems of the current file.
    pub problems: Vec<RawProblem>,
}

/// Makes the body of a rule whose file was checked when it was built in; `None` if it has mistakes after all.
pub(super) fn body(raw: &RawRule<'static>, lists: &Lists, vocabulary: &Vocabulary) -> Option<Body> {
    Compiler { lists, interner: vocabulary.into(), text: "", problems: Vec::new() }.body(raw)
}

impl Compiler<'_> {
    /// Compiles a rule of the file with index `file`; `None` if there is any problem with it.
    pub fn rule(&mut self, raw: RawRule<'static>, file: usize) -> Option<Rule> {
        let before = self.problems.len();
        self.pivot(&raw);
        if let Some(number) = raw.per_1000_words.filter(|n| !n.value.is_finite() || n.value <= 0.0) {
            self.problem(number.at, "`per_1000_words` must be more than 0", None);
        }
        let body = self.body(&raw);
        let rule = self.outline(raw, file);
        rule.filter(|_| self.problems.len() == before).inspect(|rule| {
            let _ = rule.body.set(body);
        })
    }

    /// Everything but the body.
    pub fn outline(&mut self, mut raw: RawRule<'static>, file: usize) -> Option<Rule> {
        let kind = self.kind(&raw);
        let severity = self.severity(&raw);
        let safety = self.safety(&raw);
        let in_quotes = self.in_quotes(&raw);
        let blocks = self.blocks(&raw);
        let id = self.id(&raw);
        let kind = kind?;
        Some(Rule {
            id: id?,
            kind,
            severity: severity.unwrap_or_else(|| kind.severity()),
            confidence: Confidence::Medium,
            evidence: Evidence::None,
            pivot: raw.pivot.take().into_iter().flatten().map(|text| text.text).collect(),
            source: raw.source.take().map(|s| s.text),
            message_text: raw.message.as_ref().map(|m| m.text.clone()).unwrap_or_default(),
            why: raw.why.take().map(|w| w.text),
            safety,
            in_quotes,
            blocks,
            per_1000_words: raw.per_1000_words.map(|n| n.value),
            file,
            at: raw.at,
            raw,
            body: OnceLock::new(),
        })
    }

    /// Patterns, templates and examples; `None` if there is any problem with them.
    fn body(&mut self, raw: &RawRule<'static>) -> Option<Body> {
        let before = self.problems.len();
        let (matchers, names) = self.matchers(raw);
        let unless: Vec<Program> =
            raw.unless.iter().filter_map(|text| self.pattern(text).map(|(program, _)| program)).collect();
        let message = self.message(raw, &names);
        let suggest = self.suggestions(raw, &names);
        let report = self.report(raw, &names);
        let (bad, good) = (self.bad(raw), self.good(raw));
        if self.problems.len() > before {
            return None;
        }
        let sources = raw.pattern.iter().chain(&raw.frame).chain(&raw.check);
        let sources = sources.map(|text| text.text.clone()).collect();
        let (when_source, unless_source) = (wordings(&raw.when_source), wordings(&raw.unless_source));
        let message = message?;
        Some(Body {
            matchers,
            sources,
            unless,
            message,
            suggest,
            report,
            when_source,
            unless_source,
            bad,
            good,
        })
    }

    fn problem(&mut self, at: Place, message: impl Into<String>, help: Option<String>) {
        self.problems.push(RawProblem { at, message: message.into(), label: String::new(), help });
    }

    /// A problem with a part of a string's value.
    fn problem_inside(
        &mut self,
        text: &Text<'_>,
        part: Range<usize>,
        message: impl Into<String>,
        help: Option<String>,
    ) {
        let at = super::problem::inside(self.text, text.at, part);
        self.problem(at, message, help);
    }

    fn pattern_errors(&mut self, text: &Text<'_>, errors: Vec<PatternError>) {
        for error in errors {
            self.problem_inside(text, error.at, error.message, error.help);
        }
    }

    fn matchers(&mut self, raw: &RawRule<'_>) -> (Vec<Matcher>, Names) {
        let mut matchers = Vec::new();
        let mut names = Names::default();
        let given = [!raw.pattern.is_empty(), !raw.frame.is_empty(), raw.check.is_some()]
            .iter()
            .filter(|g| **g)
            .count();
        if given != 1 {
            let message = match given {
                0 => "a rule needs `pattern`, `frame` or `check`",
                _ => "a rule has only one of `pattern`, `frame` and `check`",
            };
            let help = (given > 1).then(|| "make two rules of it".to_owned());
            self.problem(raw.at, message, help);
        }
        for text in &raw.pattern {
            if let Some((program, bound)) = self.pattern(text) {
                names.add(bound);
                matchers.push(Matcher::Pattern(program));
            } else {
                names.unknown();
            }
        }
        for text in &raw.frame {
            match parse_frame(&text.text)
                .and_then(|frame| compile_frame(&frame, self.lists, self.interner.reborrow()))
            {
                Ok(program) => {
                    names.add(names::of_frame(&program));
                    matchers.push(Matcher::Frame(program));
                }
                Err(errors) => {
                    names.unknown();
                    self.pattern_errors(text, errors);
                }
            }
        }
        match &raw.check {
            Some(text) => matchers.extend(self.check(text, raw, &mut names)),
            None => {
                for (name, _) in &raw.with {
                    self.problem(name.at, "`with` needs a `check`", None);
                }
            }
        }
        (matchers, names)
    }

    fn pattern(&mut self, text: &Text<'_>) -> Option<(Program, Vec<Box<str>>)> {
        match parse_pattern(&text.text)
            .and_then(|p| compile_pattern(&p, self.lists, self.interner.reborrow()))
        {
            Ok(program) => {
                let names = program.captures.clone();
                Some((program, names))
            }
            Err(errors) => {
                self.pattern_errors(text, errors);
                None
            }
        }
    }

    fn check(&mut self, text: &Text<'_>, raw: &RawRule<'_>, names: &mut Names) -> Option<Matcher> {
        let Some(entry) = check::find(&text.text) else {
            let known = check::CHECKS.iter().map(|entry| entry.name);
            let all = || format!("checks are {}", known.clone().collect::<Vec<_>>().join(", "));
            let help = did_you_mean(&text.text, known.clone()).unwrap_or_else(all);
            self.problem(text.at, format!("there is no check `{}`", text.text), Some(help));
            names.unknown();
            return None;
        };
        names.add(entry.names.iter().map(|&name| name.into()).collect());
        let mut values = Vec::new();
        for (name, value) in &raw.with {
            if entry.arguments.contains(&&*name.text) {
                values.push((name.text.as_ref().into(), self.argument(value)));
            } else {
                let message = format!("the check `{}` has no argument `{}`", entry.name, name.text);
                let help = did_you_mean(&name.text, entry.arguments.iter().copied())
                    .unwrap_or_else(|| format!("its arguments are {}", entry.arguments.join(", ")));
                self.problem(name.at, message, Some(help));
            }
        }
        values.sort_by(|a: &(Box<str>, Argument), b| a.0.cmp(&b.0));
        Some(Matcher::Check(entry, Arguments { values }))
    }

    fn argument(&mut self, value: &RawValue<'_>) -> Argument {
        match value {
            RawValue::Number(number) => Argument::Number(number.value),
            RawValue::Bool(value) => Argument::Bool(*value),
            RawValue::Array(values) => Argument::Array(values.iter().map(|v| self.argument(v)).collect()),
            RawValue::Text(text) => match text.text.strip_prefix('@') {
                None => Argument::Text(text.text.as_ref().into()),
                Some(name) => match self.lists.get(name) {
                    Some(list) => Argument::List(list),
                    None => {
                        let help = self
                            .lists
                            .suggest(name)
                            .unwrap_or_else(|| format!("add the file `lists/{name}.txt`"));
                        self.problem(text.at, format!("there is no list `{name}`"), Some(help));
                        Argument::Text(Box::default())
                    }
                },
            },
        }
    }

    fn message(&mut self, raw: &RawRule<'_>, names: &Names) -> Option<Template> {
        let Some(text) = &raw.message else {
            let help = "add `message = \"…\"`: what is wrong, in one line".to_owned();
            self.problem(raw.at, "`message` is missing", Some(help));
            return None;
        };
        if text.text.contains('\n') {
            self.problem(text.at, "`message` is one line", Some("put the rest into `why`".to_owned()));
        }
        self.template(text, names)
    }

    fn template(&mut self, text: &Text<'_>, names: &Names) -> Option<Template> {
        match template::parse(&text.text) {
            Ok(template) => {
                for (name, at) in template.names() {
                    if !names.in_all(name) {
                        self.unknown_name(text, at..at + 1 + name.len(), name, names);
                    }
                }
                Some(template)
            }
            Err(error) => {
                self.pattern_errors(text, vec![error]);
                None
            }
        }
    }

    fn unknown_name(&mut self, text: &Text<'_>, part: Range<usize>, name: &str, names: &Names) {
        let message = if names.in_any(name) {
            format!("not every pattern binds `{name}`")
        } else {
            format!("nothing is called `{name}`")
        };
        let help = did_you_mean(name, names.all()).or_else(|| names.say());
        self.problem_inside(text, part, message, help);
    }

    fn suggestions(&mut self, raw: &RawRule<'_>, names: &Names) -> Vec<Suggest> {
        raw.suggest.iter().filter_map(|suggestion| self.suggestion(suggestion, names)).collect()
    }

    fn suggestion(&mut self, raw: &RawSuggestion<'_>, names: &Names) -> Option<Suggest> {
        match raw {
            RawSuggestion::Whole(text) => self.template(text, names).map(Suggest::Whole),
            RawSuggestion::Parts(parts) => {
                let mut all = Vec::new();
                for (name, text) in parts {
                    if !names.in_any(&name.text) {
                        let message = format!("nothing is called `{}`", name.text);
                        let help = did_you_mean(&name.text, names.all()).or_else(|| names.say());
                        self.problem(name.at, message, help);
                    }
                    all.push((name.text.as_ref().into(), self.template(text, names)?));
                }
                Some(Suggest::Parts(all))
            }
        }
    }

    fn report(&mut self, raw: &RawRule<'_>, names: &Names) -> Vec<Box<str>> {
        let Some(text) = &raw.report else { return Vec::new() };
        let mut at = 0;
        for name in text.text.split(' ') {
            if !name.is_empty() && !names.in_any(name) {
                self.unknown_name(text, at..at + name.len(), name, names);
            }
            at += name.len() + 1;
        }
        text.text.split_whitespace().map(Into::into).collect()
    }

    /// The value of a field that has one of several names.
    fn named<T: Copy>(&mut self, field: &str, text: &Text<'_>, table: &[(&'static str, T)]) -> Option<T> {
        if let Some((_, value)) = table.iter().find(|(name, _)| *name == text.text) {
            return Some(*value);
        }
        let known = table.iter().map(|(name, _)| *name);
        let all = || format!("one of {}", known.clone().collect::<Vec<_>>().join(", "));
        let help = did_you_mean(&text.text, known.clone()).unwrap_or_else(all);
        self.problem(text.at, format!("there is no {field} `{}`", text.text), Some(help));
        None
    }

    fn id(&mut self, raw: &RawRule<'static>) -> Option<Cow<'static, str>> {
        let Some(id) = &raw.id else {
            self.problem(raw.at, "`id` is missing", Some("add `id = \"a-name-in-kebab-case\"`".to_owned()));
            return None;
        };
        let parts = || id.text.split('-');
        let good = |part: &str| {
            !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        };
        if !parts().all(good) {
            let help = kebab(&id.text).map(|kebab| format!("write `{kebab}`"));
            self.problem(id.at, format!("the id `{}` is not in kebab case", id.text), help);
        }
        Some(id.text.clone())
    }
}

/// A name in kebab case, if anything is left of it.
fn kebab(name: &str) -> Option<String> {
    let mut out = String::new();
    for c in name.chars() {
        if c.is_ascii_alphanumeric() {
            if c.is_ascii_uppercase() && out.ends_with(|l: char| l.is_ascii_lowercase()) {
                out.push('-');
            }
            out.push(c.to_ascii_lowercase());
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
    }
    let out = out.trim_end_matches('-').to_owned();
    (!out.is_empty()).then_some(out)
}
