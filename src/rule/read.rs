//! From the text of a rule file to [`RawRule`]s: fields, types, defaults. What the fields mean is checked
//! later.
//!
//! Used by `build.rs` too. Reading goes on after a mistake, so that one run reports all of them.

#[path = "read/example.rs"]
mod example;

use super::raw::{Number, Place, RawFile, RawProblem, RawRule, RawSuggestion, RawValue, Text};
use std::borrow::Cow;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Fields of a rule, in the order of the documentation.
pub const FIELDS: [&str; 22] = [
    "id",
    "kind",
    "pivot",
    "source",
    "pattern",
    "frame",
    "check",
    "with",
    "unless",
    "when_source",
    "unless_source",
    "message",
    "why",
    "suggest",
    "safety",
    "report",
    "severity",
    "quotes",
    "blocks",
    "per_1000_words",
    "bad",
    "good",
];

/// Fields that each rule must have for itself.
const OWN_FIELDS: [&str; 8] = ["id", "pattern", "frame", "check", "with", "message", "bad", "good"];

/// Reads a rule file. The rules that can be understood are returned even if there are problems.
pub fn rules(text: &str) -> (Vec<RawRule<'static>>, Vec<RawProblem>) {
    let (document, errors) = DeTable::parse_recoverable(text);
    let mut reader = Reader { text, problems: Vec::new(), broken: !errors.is_empty() };
    for error in errors {
        let at = error.span().unwrap_or(text.len()..text.len());
        let help = Some("see https://toml.io; patterns are best put in '…', where nothing is escaped".into());
        reader.problem(at, format!("no valid TOML: {}", error.message()), "", help);
    }
    let rules = reader.file(document.get_ref());
    let mut problems = reader.problems;
    problems.sort_by_key(|p| p.at);
    (rules, problems)
}

/// A file ready to be embedded: its rules, or none if it has mistakes.
pub fn file(path: &str, text: &str) -> RawFile<'static> {
    let (rules, problems) = rules(text);
    RawFile {
        path: Cow::Owned(path.to_owned()),
        text: Cow::Owned(text.to_owned()),
        rules: problems.is_empty().then_some(rules),
    }
}

/// The nearest of some names to a misspelt one, as a question, if one is near.
pub fn did_you_mean<'n>(name: &str, names: impl IntoIterator<Item = &'n str>) -> Option<String> {
    let bound = (name.chars().count() / 3).max(1);
    let near = names
        .into_iter()
        .map(|n| (strsim::damerau_levenshtein(name, n), n))
        .filter(|&(distance, _)| distance <= bound)
        .min()?;
    Some(format!("did you mean `{}`?", near.1))
}

type Value<'i> = Spanned<DeValue<'i>>;

struct Reader<'t> {
    text: &'t str,
    problems: Vec<RawProblem>,
    /// Whether the file is no valid TOML.
    broken: bool,
}

impl Reader<'_> {
    fn problem(
        &mut self,
        at: std::ops::Range<usize>,
        message: impl Into<String>,
        label: impl Into<String>,
        help: Option<String>,
    ) {
        let (message, label) = (message.into(), label.into());
        self.problems.push(RawProblem { at: at.into(), message, label, help });
    }

    fn wrong_type(&mut self, field: &str, value: &Value<'_>, wanted: &str) {
        let found = match value.get_ref() {
            DeValue::String(_) => "a string",
            DeValue::Integer(_) | DeValue::Float(_) => "a number",
            DeValue::Boolean(_) => "true or false",
            DeValue::Datetime(_) => "a date",
            DeValue::Array(_) => "an array",
            DeValue::Table(_) => "a table",
        };
        self.problem(value.span(), format!("`{field}` must be {wanted}, not {found}"), "", None);
    }

    fn file(&mut self, document: &DeTable<'_>) -> Vec<RawRule<'static>> {
        let mut defaults = RawRule::default();
        let mut rules = Vec::new();
        if let Some(value) = document.get("defaults") {
            match value.get_ref() {
                DeValue::Table(table) => defaults = self.defaults(table),
                _ => self.wrong_type("defaults", value, "a table: `[defaults]`"),
            }
        }
        for (key, value) in document {
            match (key.get_ref().as_ref(), value.get_ref()) {
                ("defaults", _) => {}
                ("rule", DeValue::Array(array)) => {
                    for value in array {
                        match value.get_ref() {
                            DeValue::Table(table) => rules.push(self.rule(table, value.span(), &defaults)),
                            _ => self.wrong_type("rule", value, "a table: `[[rule]]`"),
                        }
                    }
                }
                ("rule", DeValue::Table(table)) => {
                    let help = Some("write `[[rule]]`".to_owned());
                    self.problem(key.span(), "a rule has two brackets", "", help);
                    rules.push(self.rule(table, value.span(), &defaults));
                }
                // A header with a mistake in it leaves its fields at the top.
                (_, _) if self.broken => {}
                (name, _) => {
                    let help = did_you_mean(name, ["defaults", "rule"])
                        .unwrap_or_else(|| "a file holds `[defaults]` and any number of `[[rule]]`".into());
                    self.problem(key.span(), format!("unknown table `{name}`"), "", Some(help));
                }
            }
        }
        rules
    }

    fn defaults(&mut self, table: &DeTable<'_>) -> RawRule<'static> {
        for key in table.keys() {
            let name = key.get_ref().as_ref();
            if OWN_FIELDS.contains(&name) {
                let help = Some("move it into the rule".to_owned());
                self.problem(key.span(), format!("`{name}` cannot be a default"), "", help);
            }
        }
        self.fields(table)
    }

    fn rule(
        &mut self,
        table: &DeTable<'_>,
        at: std::ops::Range<usize>,
        defaults: &RawRule<'static>,
    ) -> RawRule<'static> {
        let mut rule = self.fields(table);
        // A problem with the whole rule is shown at its header, not over all of its lines.
        let line = self.text.get(at.start..).and_then(|t| t.lines().next()).map_or(0, str::len);
        rule.at = (at.start..at.start + line).into();
        rule.kind = rule.kind.or_else(|| defaults.kind.clone());
        rule.pivot = rule.pivot.or_else(|| defaults.pivot.clone());
        rule.source = rule.source.or_else(|| defaults.source.clone());
        rule.why = rule.why.or_else(|| defaults.why.clone());
        rule.safety = rule.safety.or_else(|| defaults.safety.clone());
        rule.report = rule.report.or_else(|| defaults.report.clone());
        rule.severity = rule.severity.or_else(|| defaults.severity.clone());
        rule.quotes = rule.quotes.or_else(|| defaults.quotes.clone());
        rule.blocks = rule.blocks.or_else(|| defaults.blocks.clone());
        rule.per_1000_words = rule.per_1000_words.or(defaults.per_1000_words);
        if !table.contains_key("unless") {
            rule.unless.clone_from(&defaults.unless);
        }
        if !table.contains_key("suggest") {
            rule.suggest.clone_from(&defaults.suggest);
        }
        rule
    }

    fn fields(&mut self, table: &DeTable<'_>) -> RawRule<'static> {
        let mut rule = RawRule::default();
        for (key, value) in table {
            let name = key.get_ref().as_ref();
            match name {
                "id" => rule.id = self.string(name, value),
                "kind" => rule.kind = self.string(name, value),
                "pivot" => rule.pivot = self.strings(name, value),
                "source" => rule.source = self.string(name, value),
                "pattern" => rule.pattern = self.one_or_more(name, value),
                "frame" => rule.frame = self.one_or_more(name, value),
                "check" => rule.check = self.string(name, value),
                "with" => rule.with = self.arguments(value),
                "unless" => rule.unless = self.one_or_more(name, value),
                "when_source" => rule.when_source = self.wordings(name, value),
                "unless_source" => rule.unless_source = self.wordings(name, value),
                "message" => rule.message = self.string(name, value),
                "why" => rule.why = self.string(name, value),
                "suggest" => rule.suggest = self.suggestions(value),
                "safety" => rule.safety = self.string(name, value),
                "report" => rule.report = self.string(name, value),
                "severity" => rule.severity = self.string(name, value),
                "quotes" => rule.quotes = self.string(name, value),
                "blocks" => rule.blocks = self.strings(name, value),
                "per_1000_words" => rule.per_1000_words = self.number(name, value),
                "bad" => rule.bad = self.bad(value),
                "good" => rule.good = self.good(value),
                _ => {
                    let help = did_you_mean(name, FIELDS)
                        .unwrap_or_else(|| format!("fields are {}", FIELDS.join(", ")));
                    self.problem(key.span(), format!("unknown field `{name}`"), "", Some(help));
                }
            }
        }
        rule
    }

    fn string(&mut self, field: &str, value: &Value<'_>) -> Option<Text<'static>> {
        match value.get_ref() {
            DeValue::String(text) => Some(owned(text, value.span())),
            _ => {
                self.wrong_type(field, value, "a string");
                None
            }
        }
    }

    fn strings(&mut self, field: &str, value: &Value<'_>) -> Option<Vec<Text<'static>>> {
        match value.get_ref() {
            DeValue::Array(array) => Some(array.iter().filter_map(|v| self.string(field, v)).collect()),
            _ => {
                self.wrong_type(field, value, "an array of strings");
                None
            }
        }
    }

    fn one_or_more(&mut self, field: &str, value: &Value<'_>) -> Vec<Text<'static>> {
        match value.get_ref() {
            DeValue::String(text) => vec![owned(text, value.span())],
            DeValue::Array(array) => array.iter().filter_map(|v| self.string(field, v)).collect(),
            _ => {
                self.wrong_type(field, value, "a string or an array of strings");
                Vec::new()
            }
        }
    }

    fn number(&mut self, field: &str, value: &Value<'_>) -> Option<Number> {
        let number = match value.get_ref() {
            DeValue::Integer(number) if number.radix() == 10 => number.as_str().parse().ok(),
            DeValue::Float(number) => number.as_str().parse().ok(),
            _ => None,
        };
        if number.is_none() {
            self.wrong_type(field, value, "a number");
        }
        number.map(|value_| Number { value: value_, at: value.span().into() })
    }

    fn arguments(&mut self, value: &Value<'_>) -> Vec<(Text<'static>, RawValue<'static>)> {
        let DeValue::Table(table) = value.get_ref() else {
            self.wrong_type("with", value, "a table: `{ name = value }`");
            return Vec::new();
        };
        let pairs = table.iter();
        pairs
            .filter_map(|(key, value)| {
                let name = key.get_ref().as_ref();
                Some((owned(name, key.span()), self.argument(name, value)?))
            })
            .collect()
    }

    fn argument(&mut self, name: &str, value: &Value<'_>) -> Option<RawValue<'static>> {
        match value.get_ref() {
            DeValue::String(text) => Some(RawValue::Text(owned(text, value.span()))),
            DeValue::Integer(_) | DeValue::Float(_) => self.number(name, value).map(RawValue::Number),
            DeValue::Boolean(value) => Some(RawValue::Bool(*value)),
            DeValue::Array(array) => {
                Some(RawValue::Array(array.iter().filter_map(|v| self.argument(name, v)).collect()))
            }
            DeValue::Datetime(_) | DeValue::Table(_) => {
                self.wrong_type(name, value, "a string, a number, true, false or an array of these");
                None
            }
        }
    }

    fn suggestions(&mut self, value: &Value<'_>) -> Vec<RawSuggestion<'static>> {
        match value.get_ref() {
            DeValue::Array(array) => array.iter().filter_map(|v| self.suggestion(v)).collect(),
            _ => {
                self.wrong_type("suggest", value, "an array of templates, best first");
                Vec::new()
            }
        }
    }

    fn suggestion(&mut self, value: &Value<'_>) -> Option<RawSuggestion<'static>> {
        match value.get_ref() {
            DeValue::String(text) => Some(RawSuggestion::Whole(owned(text, value.span()))),
            DeValue::Table(table) => {
                let mut parts = Vec::new();
                for (key, value) in table {
                    let name = key.get_ref().as_ref();
                    if let Some(template) = self.string(name, value) {
                        parts.push((owned(name, key.span()), template));
                    }
                }
                Some(RawSuggestion::Parts(parts))
            }
            _ => {
                self.wrong_type("suggest", value, "a template or a table of capture → template");
                None
            }
        }
    }
}

fn owned(text: &str, at: std::ops::Range<usize>) -> Text<'static> {
    Text { text: Cow::Owned(text.to_owned()), at: Place::from(at) }
}
