//! Templates of messages and suggestions: `remove~$verb`, `a($x.nodet)`.
//!
//! Syntax: `docs/pattern-language.md`, *Templates*; one production a function. What is no production is text.

mod phrase;
mod render;
mod slot;

pub(crate) use phrase::capital;
pub use render::{Purpose, Scene, render};
pub(crate) use render::{has_sentence_capital, is_first_word, is_name};

use super::read::did_you_mean;
use crate::pattern::syntax::PatternError;
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while1};
use nom::character::complete::{alpha1, char, none_of};
use nom::combinator::{cut, map, opt, recognize, value};
use nom::multi::{many0, many1};
use nom::sequence::{delimited, pair, preceded};
use nom::{IResult, Parser};

/// A parsed template.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Template {
    /// Rendered one after the other.
    pub parts: Vec<Part>,
}

/// A part of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Itself.
    Text(String),
    /// `$name`, `$name.form`
    Capture {
        /// Name of the capture.
        name: String,
        /// Forms, applied in this order.
        forms: Vec<Inflection>,
        /// Byte offset of the `$`.
        at: usize,
    },
    /// `word~$name`
    Inflect {
        /// The word, its particles after `_`.
        word: String,
        /// The capture whose inflection it takes.
        name: String,
        /// Byte offset of the `$`.
        at: usize,
    },
    /// `a(…)`
    Article(Vec<Part>),
}

/// `.lemma` and so on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // the table in docs/pattern-language.md says it
pub enum Inflection {
    Lemma,
    Singular,
    Plural,
    Possessive,
    Base,
    Past,
    Ing,
    Pp,
    Pres3,
    Lower,
    Title,
    The,
    NoDeterminer,
    Head,
}

/// The forms by name.
const FORMS: [(&str, Inflection); 14] = [
    ("lemma", Inflection::Lemma),
    ("sg", Inflection::Singular),
    ("pl", Inflection::Plural),
    ("poss", Inflection::Possessive),
    ("base", Inflection::Base),
    ("past", Inflection::Past),
    ("ing", Inflection::Ing),
    ("pp", Inflection::Pp),
    ("3sg", Inflection::Pres3),
    ("lower", Inflection::Lower),
    ("title", Inflection::Title),
    ("the", Inflection::The),
    ("nodet", Inflection::NoDeterminer),
    ("head", Inflection::Head),
];

impl Template {
    /// The captures that the template uses, each with its byte offset.
    pub fn names(&self) -> Vec<(&str, usize)> {
        let mut names = Vec::new();
        collect(&self.parts, &mut names);
        names
    }
}

fn collect<'p>(parts: &'p [Part], names: &mut Vec<(&'p str, usize)>) {
    for part in parts {
        match part {
            Part::Text(_) => {}
            Part::Capture { name, at, .. } | Part::Inflect { name, at, .. } => names.push((name, *at)),
            Part::Article(inner) => collect(inner, names),
        }
    }
}

/// Parses a template.
///
/// # Errors
/// An unknown form, or a bracket that is not closed.
pub fn parse(text: &str) -> Result<Template, PatternError> {
    // Most messages are plain text.
    if !text.contains(['$', '~', '(', '\\']) {
        return Ok(Template { parts: vec![Part::Text(text.to_owned())] });
    }
    let mut parts = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        match part(text.len(), false)(rest) {
            Ok((after, part)) if after.len() < rest.len() => {
                rest = after;
                push(&mut parts, part);
            }
            Err(nom::Err::Failure(fault)) => return Err(fault.error(text)),
            Ok(_) | Err(_) => {
                let mut chars = rest.chars();
                let character = chars.next().map(String::from).unwrap_or_default();
                push(&mut parts, Part::Text(character));
                rest = chars.as_str();
            }
        }
    }
    Ok(Template { parts })
}

/// Appends a part; neighbouring texts become one.
fn push(parts: &mut Vec<Part>, part: Part) {
    match (parts.last_mut(), part) {
        (Some(Part::Text(last)), Part::Text(text)) => last.push_str(&text),
        (_, part) => parts.push(part),
    }
}

/// A mistake that no alternative may overrule.
struct Fault {
    /// How many bytes were left where it is.
    left: usize,
    length: usize,
    /// The form that does not exist; otherwise a bracket is not closed.
    unknown: Option<String>,
}

impl Fault {
    fn error(self, text: &str) -> PatternError {
        let start = text.len().saturating_sub(self.left);
        let end = (start + self.length).min(text.len());
        let (message, help) = match self.unknown {
            None => ("`a(` is not closed".to_owned(), "add `)`, or write `a\\(`".to_owned()),
            Some(form) => {
                let all = || format!("forms are .{}", FORMS.map(|(name, _)| name).join(" ."));
                let help = did_you_mean(&form, FORMS.map(|(name, _)| name)).unwrap_or_else(all);
                (format!("unknown form `.{form}`"), help)
            }
        };
        PatternError { at: start..end, message, help: Some(help) }
    }
}

impl nom::error::ParseError<&str> for Fault {
    fn from_error_kind(input: &str, kind: nom::error::ErrorKind) -> Self {
        // Made for every alternative that fails, so without a text; the only production that insists on what
        // comes next is the closing bracket.
        let _ = kind;
        Self { left: input.len(), length: 1, unknown: None }
    }

    fn append(_: &str, _: nom::error::ErrorKind, other: Self) -> Self {
        other
    }
}

type Parsed<'i, T> = IResult<&'i str, T, Fault>;

/// part = article | inflected | capture | escape | word | character
fn part<'i>(length: usize, inside: bool) -> impl FnMut(&'i str) -> Parsed<'i, Part> {
    move |input| {
        let other = if inside { "()" } else { "" };
        alt((
            |i| article(length, i),
            |i| inflected(length, i),
            |i| capture(length, i),
            escape,
            map(word, |w: &str| Part::Text(w.to_owned())),
            map(none_of(other), |c| Part::Text(c.to_string())),
        ))
        .parse(input)
    }
}

/// article = "a(" part* ")", with a capture inside: `a(n)` is text
fn article(length: usize, input: &str) -> Parsed<'_, Part> {
    let inner = many0(part(length, true));
    let (rest, inner) = delimited(tag("a("), inner, cut(char(')'))).parse(input)?;
    if inner.iter().all(|p| matches!(p, Part::Text(_))) {
        let kind = nom::error::ErrorKind::Verify;
        return Err(nom::Err::Error(nom::error::ParseError::from_error_kind(input, kind)));
    }
    let mut parts = Vec::new();
    inner.into_iter().for_each(|p| push(&mut parts, p));
    Ok((rest, Part::Article(parts)))
}

/// inflected = word "~$" name
fn inflected(length: usize, input: &str) -> Parsed<'_, Part> {
    let (rest, word) = word(input)?;
    let (after, _) = char('~').parse(rest)?;
    let (rest, name) = preceded(char('$'), name).parse(after)?;
    let at = length - after.len();
    Ok((rest, Part::Inflect { word: word.to_owned(), name: name.to_owned(), at }))
}

/// capture = "$" name ("." form)*
fn capture(length: usize, input: &str) -> Parsed<'_, Part> {
    let at = length - input.len();
    let (rest, (name, forms)) = pair(preceded(char('$'), name), many0(form)).parse(input)?;
    Ok((rest, Part::Capture { name: name.to_owned(), forms, at }))
}

/// name = "mod-of" | letter (letter | digit | "_")*
fn name(input: &str) -> Parsed<'_, &str> {
    let plain = recognize(pair(alpha1, opt(take_while1(|c: char| c.is_ascii_alphanumeric() || c == '_'))));
    alt((tag("mod-of"), plain)).parse(input)
}

/// form = "." word; a full stop before anything else is text
fn form(input: &str) -> Parsed<'_, Inflection> {
    let (rest, word) = preceded(char('.'), take_while1(|c: char| c.is_ascii_alphanumeric())).parse(input)?;
    match FORMS.iter().find(|(name, _)| *name == word) {
        Some(&(_, form)) => Ok((rest, form)),
        None => {
            let unknown = Some(word.to_owned());
            Err(nom::Err::Failure(Fault { left: input.len() - 1, length: word.len(), unknown }))
        }
    }
}

/// escape = "\" character
fn escape(input: &str) -> Parsed<'_, Part> {
    map(preceded(char('\\'), none_of("")), |c| Part::Text(c.to_string())).parse(input)
}

/// word = (letter | "_" | "-" | "'")+
fn word(input: &str) -> Parsed<'_, &str> {
    let letter = take_while1(|c: char| c.is_alphabetic() || matches!(c, '_' | '-' | '\'' | '’'));
    recognize(many1(value((), letter))).parse(input)
}

#[cfg(test)]
mod tests;
