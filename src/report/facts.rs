//! The ledger in print: a table for those who write rules and grammars, and JSON.

use super::Origin;
use super::position::Locator;
use super::table::table;
use crate::article::Article;
use crate::english::Document;
use crate::fact::{Ledger, Mention, Role, Side, Value, Via};
use crate::span::Span;
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::rc::Rc;

/// A mention with its places in the original input.
pub struct Entry {
    /// The mention.
    pub mention: Mention,
    /// Bytes of the original input.
    pub span: Span,
    /// As written, white space collapsed.
    pub text: String,
    /// 1-based, of the start.
    pub line: usize,
    /// 1-based, in characters.
    pub column: usize,
    /// All entries with the same value or name, by index, this one included; empty where it is the only one.
    pub same: Rc<[usize]>,
}

impl Entry {
    /// Whether it belongs on an editor's sheet: numbers, dates, names, quotes; not single words of polarity.
    pub const fn is_listed(&self) -> bool {
        !matches!(self.mention.value, Value::Change(_) | Value::Negation)
    }
}

/// All facts of an article, in order. `text` is the original input.
pub fn entries(article: &Article, document: &Document, text: &str) -> Vec<Entry> {
    let mut locator = Locator::new(text);
    let mut entries: Vec<Entry> = Ledger::of(document)
        .mentions
        .into_iter()
        .filter_map(|mention| {
            let sentence = document.sentences.get(mention.sentence)?;
            let span = article.blocks.get(sentence.block as usize)?.map.to_source(mention.span);
            let position = locator.locate(span.start);
            let written = mention.span.of(&sentence.text).split_whitespace().collect::<Vec<_>>().join(" ");
            let (line, column) = (position.line, position.column);
            Some(Entry { mention, span, text: written, line, column, same: Rc::default() })
        })
        .collect();
    link(&mut entries);
    entries
}

/// Fills [`Entry::same`]. The entries of a group share it, so that many equal values cost no more than others.
fn link(entries: &mut [Entry]) {
    let mut groups: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, entry) in entries.iter().enumerate() {
        groups.entry(key(&entry.mention.value)).or_default().push(index);
    }
    for group in groups.into_values().filter(|g| g.len() > 1) {
        let same: Rc<[usize]> = group.into();
        for &index in &*same {
            if let Some(entry) = entries.get_mut(index).filter(|e| e.is_listed()) {
                entry.same = Rc::clone(&same);
            }
        }
    }
}

/// What is the same fact: the value, or the family name of a person.
fn key(value: &Value) -> String {
    match value {
        Value::Person(name) => format!("person {}", name.family.to_lowercase()),
        Value::Place(name) | Value::Organisation(name) | Value::Name(name) => {
            format!("name {}", name.full.to_lowercase())
        }
        Value::Quote(quote) => format!("quote {}", quote.text.to_lowercase()),
        value => format!("{} {value}", value.kind()),
    }
}

/// The facts of one sentence as a table: as written, kind, value, and what qualifies it.
pub fn rows(entries: &[Entry]) -> String {
    table(entries.iter().map(|entry| {
        let value = &entry.mention.value;
        let shown = match value {
            Value::Quote(quote) => {
                quote.speaker.as_ref().map_or(String::new(), |speaker| format!("— {speaker}"))
            }
            value => value.to_string(),
        };
        vec![shortened(&entry.text), value.kind().to_owned(), shown, qualities(&entry.mention)]
    }))
}

/// How many characters of a quotation are shown.
const LONGEST: usize = 60;

/// The beginning of a long text.
pub fn shortened(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{} …", text.get(..end).unwrap_or(text).trim_end()),
        None => text.to_owned(),
    }
}

/// Hedge, role and scope in words.
fn qualities(mention: &Mention) -> String {
    let mut words: Vec<String> = Vec::new();
    words.extend(Some(mention.hedge.name()).filter(|n| !n.is_empty()).map(str::to_owned));
    words.extend(mention.side.map(|side| side_name(side).to_owned()));
    words.extend(mention.role.as_ref().map(role).filter(|r| !r.is_empty()));
    let scope = mention.scope;
    let flags = [
        (scope.quoted, "quoted"),
        (scope.reported, "reported"),
        (scope.negated, "negated"),
        (scope.hypothetical, "hypothetical"),
    ];
    words.extend(flags.iter().filter(|(is, _)| *is).map(|(_, name)| (*name).to_owned()));
    words.join("; ")
}

const fn side_name(side: Side) -> &'static str {
    match side {
        Side::From => "from",
        Side::To => "to",
        Side::By => "by",
    }
}

const fn via_name(via: Via) -> &'static str {
    match via {
        Via::Head => "counts",
        Via::Of => "of",
        Via::Holder => "holder",
        Via::Subject => "subject",
    }
}

fn role(role: &Role) -> String {
    let mut words: Vec<String> = Vec::new();
    if !role.noun.is_empty() {
        let noun: Vec<&str> = role.modifiers.iter().map(|m| &**m).chain([&*role.noun]).collect();
        words.push(format!("{} {}", via_name(role.via), noun.join(" ")));
    }
    words.extend(role.fate.map(str::to_owned));
    words.extend(role.verb.as_ref().map(|verb| format!("verb {verb}")));
    words.extend(
        [(role.total, "total"), (role.further, "further")]
            .iter()
            .filter(|(is, _)| *is)
            .map(|(_, n)| (*n).to_owned()),
    );
    words.join(", ")
}

/// Writes an article with its facts as one line of JSON.
///
/// # Errors
/// What `out` reports.
pub fn json<'a>(
    out: &mut impl Write,
    origin: Origin<'_>,
    entries: impl Iterator<Item = &'a Entry>,
) -> io::Result<()> {
    let facts = entries.map(FactLine::new).collect();
    let line = ArticleLine { path: origin.path, record: origin.record, facts };
    serde_json::to_writer(&mut *out, &line)?;
    out.write_all(b"\n")
}

#[derive(Serialize)]
struct ArticleLine<'a> {
    path: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    record: Option<&'a str>,
    facts: Vec<FactLine<'a>>,
}

#[derive(Serialize)]
struct FactLine<'a> {
    sentence: usize,
    start: u32,
    end: u32,
    line: usize,
    column: usize,
    kind: &'static str,
    text: &'a str,
    value: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    amount: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    si: Option<String>,
    #[serde(skip_serializing_if = "str::is_empty")]
    hedge: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    side: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<RoleLine<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    speaker: Option<&'a str>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    titles: &'a [String],
    quoted: bool,
    reported: bool,
    negated: bool,
    hypothetical: bool,
}

#[derive(Serialize)]
struct RoleLine<'a> {
    #[serde(skip_serializing_if = "str::is_empty")]
    noun: &'a str,
    via: &'static str,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    modifiers: &'a [Box<str>],
    #[serde(skip_serializing_if = "Option::is_none")]
    fate: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    verb: Option<&'a str>,
    total: bool,
    further: bool,
}

impl<'a> FactLine<'a> {
    fn new(entry: &'a Entry) -> Self {
        let mention = &entry.mention;
        let (amount, unit, si) = parts(&mention.value);
        let (speaker, titles): (_, &[String]) = match &mention.value {
            Value::Quote(quote) => (quote.speaker.as_deref(), &[]),
            Value::Person(name) => (None, &name.titles),
            _ => (None, &[]),
        };
        let scope = mention.scope;
        Self {
            sentence: mention.sentence,
            start: entry.span.start,
            end: entry.span.end,
            line: entry.line,
            column: entry.column,
            kind: mention.value.kind(),
            text: &entry.text,
            value: mention.value.to_string(),
            amount,
            unit,
            si,
            hedge: mention.hedge.name(),
            side: mention.side.map(side_name),
            role: mention.role.as_ref().map(RoleLine::new),
            speaker,
            titles,
            quoted: scope.quoted,
            reported: scope.reported,
            negated: scope.negated,
            hypothetical: scope.hypothetical,
        }
    }
}

/// The exact amount without groups, its unit, and the amount in SI units.
fn parts(value: &Value) -> (Option<String>, Option<&'static str>, Option<String>) {
    let plain = |n: crate::fact::Ratio| n.to_string().replace(',', "");
    match value {
        Value::Number(n) | Value::Percent(n) | Value::Points(n) | Value::Label(n) => {
            (Some(plain(n.amount)), None, None)
        }
        Value::Money(m) => (Some(plain(m.number.amount)), Some(m.currency.0), None),
        Value::Quantity(q) => (Some(plain(q.number.amount)), Some(q.unit.id), q.si().map(plain)),
        Value::Duration(d) | Value::Age(d) => (Some(plain(d.number.amount)), Some(d.period.name()), None),
        Value::Ordinal(n) => (Some(n.to_string()), None, None),
        _ => (None, None, None),
    }
}

impl<'a> RoleLine<'a> {
    fn new(role: &'a Role) -> Self {
        Self {
            noun: &role.noun,
            via: via_name(role.via),
            modifiers: &role.modifiers,
            fate: role.fate,
            verb: role.verb.as_deref(),
            total: role.total,
            further: role.further,
        }
    }
}
