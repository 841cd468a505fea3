//! Words and tests on one token, shared by sequences and frames.

use super::ast::{Class, Test};
use super::names::{self, FORMS, KINDS, Names, PROPERTIES, TAGS};
use super::{Context, Fault, Parsed, did_you_mean};
use crate::english::Upos;
use crate::english::tag::Form;
use nom::branch::alt;
use nom::bytes::complete::{take_while, take_while1};
use nom::character::complete::{anychar, char, multispace0, satisfy};
use nom::combinator::{not, opt, peek, value};
use nom::multi::{fold_many1, many0, separated_list1};
use nom::sequence::{delimited, preceded};
use nom::{IResult, Parser};

/// Characters that need a backslash to stand for themselves.
pub(super) const SPECIAL: &str = r"()[]{}<>|&!?*+~@#%_$^:=.\";

pub(super) fn is_special(c: char) -> bool {
    SPECIAL.contains(c)
}

fn is_plain(c: char) -> bool {
    !c.is_whitespace() && !is_special(c)
}

/// A word as written, escapes resolved.
pub(super) fn raw_word(input: &str) -> Parsed<'_, String> {
    let (rest, word) =
        fold_many1(alt((preceded(char('\\'), anychar), satisfy(is_plain))), String::new, |mut w, c| {
            w.push(c);
            w
        })
        .parse(input)?;
    check_word(input, rest, &word)?;
    Ok((rest, word))
}

/// Refuses what the lexer would never give as one token, so that a pattern cannot silently match nothing.
fn check_word(input: &str, rest: &str, word: &str) -> Result<(), nom::Err<Fault>> {
    let length = input.len() - rest.len();
    if word.contains(char::is_whitespace) {
        return Fault::new(input, length, "a word holds no white space").fail();
    }
    let lower = word.to_lowercase().replace('’', "'");
    for clitic in ["n't", "'s", "'re", "'ve", "'ll", "'d", "'m"] {
        if let Some(stem) = lower.strip_suffix(clitic).filter(|s| !s.is_empty()) {
            return Fault::new(input, length, format!("`{word}` is two tokens"))
                .help(format!("write `{stem} {clitic}`"))
                .fail();
        }
    }
    let mark = |c| matches!(c, ',' | ';' | '"' | '“' | '”');
    let entity = word.starts_with('&') && word.ends_with(';');
    if word.contains(mark) && word.chars().any(char::is_alphabetic) && !entity {
        return Fault::new(input, length, format!("`{word}` is several tokens"))
            .help("put a space before and after a punctuation mark")
            .fail();
    }
    Ok(())
}

/// A name of the rule language: letters, digits, `-`, `_`.
pub(super) fn identifier(input: &str) -> Parsed<'_, &str> {
    take_while1(|c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_').parse(input)
}

/// A name from a table; `what` says in the message what kind of name it is.
pub(super) fn named<'i, T: Clone>(input: &'i str, table: &Names<T>, what: &str) -> Parsed<'i, T> {
    let (rest, name) = take_while(|c: char| c.is_ascii_alphanumeric() || c == '-').parse(input)?;
    match names::value_of(table, name) {
        Some(found) => Ok((rest, found.clone())),
        None if name.is_empty() => Fault::new(input, 0, format!("the name of a {what} is missing"))
            .help(all_names(table, what))
            .fail(),
        None => Fault::new(input, name.len(), format!("there is no {what} `{name}`"))
            .help(all_names(table, what))
            .suggest(did_you_mean(name, table.iter().map(|(n, _)| *n)))
            .fail(),
    }
}

fn all_names<T>(table: &Names<T>, what: &str) -> String {
    let names: Vec<_> = table.iter().map(|(name, _)| *name).collect();
    format!("a {what} is one of {}", names.join(" "))
}

/// A test on one token.
pub(super) fn test<'i>(context: &Context<'_>, input: &'i str) -> Parsed<'i, Test> {
    match input.chars().next() {
        Some('!') => context.deeper(input, || {
            let (rest, inner) = preceded(char('!'), |i| test(context, i)).parse(input)?;
            Ok((rest, Test::Not(Box::new(inner))))
        }),
        Some('[') => context.deeper(input, || joined(context, input, ('[', '&', ']'), Test::All)),
        Some('(') => context.deeper(input, || joined(context, input, ('(', '|', ')'), Test::OneOf)),
        _ => simple(context, input),
    }
}

/// Tests between brackets, joined by an operator; a single one stands for itself.
fn joined<'i>(
    context: &Context<'_>,
    input: &'i str,
    (open, operator, close): (char, char, char),
    all: impl Fn(Vec<Test>) -> Test,
) -> Parsed<'i, Test> {
    let (rest, mut tests) = preceded(
        char(open),
        separated_list1(char(operator), delimited(multispace0, |i| test(context, i), multispace0)),
    )
    .parse(input)?;
    let Ok((rest, _)) = char::<_, Fault>(close).parse(rest) else {
        return Fault::new(input, 1, format!("`{open}` opened here is not closed by `{close}`"))
            .help(format!("it holds tests on one token, joined by `{operator}`"))
            .resume(after_bracket(input, close))
            .fail();
    };
    let test = if tests.len() == 1 { tests.pop().unwrap_or(Test::Any) } else { all(tests) };
    Ok((rest, test))
}

/// What comes after the next closing bracket; nothing if there is none.
pub(super) fn after_bracket(input: &str, close: char) -> &str {
    input.split_once(close).map_or("", |(_, rest)| rest)
}

/// A test without brackets.
pub(super) fn simple<'i>(context: &Context<'_>, input: &'i str) -> Parsed<'i, Test> {
    let rest = input.get(1..).unwrap_or("");
    match input.chars().next() {
        Some('_') => value(Test::Any, char('_')).parse(input),
        Some('=') => after("=", "a word", rest, raw_word).map(|(i, w)| (i, Test::Exact(w))),
        Some('~') => {
            let (i, lemma) = after("~", "a lemma", rest, raw_word)?;
            let (i, class) = class(i)?;
            Ok((i, Test::Lemma(lemma, class)))
        }
        Some('@') => list(context, input),
        Some('#') => named(rest, KINDS, "kind").map(|(i, what)| (i, Test::What(what))),
        Some('%') => named(rest, PROPERTIES, "property").map(|(i, p)| (i, Test::Property(p))),
        Some('.') => forms(input).map(|(i, forms)| (i, Test::Tag(None, forms))),
        _ => alt((tagged, |i| raw_word(i).map(|(i, w)| (i, Test::Word(w))))).parse(input),
    }
}

/// What must follow a sign.
fn after<'i, T>(
    sign: &str,
    what: &str,
    input: &'i str,
    production: impl Fn(&'i str) -> IResult<&'i str, T, Fault>,
) -> Parsed<'i, T> {
    production(input).map_err(|error| match error {
        nom::Err::Error(_) => nom::Err::Failure(
            Fault::new(input, 0, format!("{what} is missing after `{sign}`"))
                .help(format!("for the character itself write `\\{sign}`")),
        ),
        other => other,
    })
}

/// `@list`
pub(super) fn list<'i>(context: &Context<'_>, input: &'i str) -> Parsed<'i, Test> {
    let (rest, name) = after("@", "the name of a list", input.get(1..).unwrap_or(""), identifier)?;
    Ok((rest, Test::List(name.to_owned(), context.at(input, rest))))
}

/// `.v`, `.n`, `.a`, or nothing.
pub(super) fn class(input: &str) -> Parsed<'_, Option<Class>> {
    let (rest, name) = opt(preceded(char('.'), take_while(char::is_alphanumeric))).parse(input)?;
    let class = match name {
        None => None,
        Some("v") => Some(Class::Verb),
        Some("n") => Some(Class::Noun),
        Some("a") => Some(Class::Adjective),
        Some(other) => {
            return Fault::new(input, other.len() + 1, format!("a lemma has no class `.{other}`"))
                .help(
                    "`.v` verb, `.n` noun, `.a` adjective or adverb; for a full stop in the word write `\\.`",
                )
                .fail();
        }
    };
    Ok((rest, class))
}

/// `.past.pp`, at least one.
fn forms(input: &str) -> Parsed<'_, Vec<Form>> {
    let form = preceded(char('.'), |i| named(i, FORMS, "form"));
    let (rest, forms) = many0(form).parse(input)?;
    if forms.is_empty() {
        Err(nom::Err::Error(Fault::new(input, 1, "a form is missing")))
    } else {
        Ok((rest, forms))
    }
}

/// `TAG`, `TAG.form`; a word in capitals that is no tag is left to the next alternative.
fn tagged(input: &str) -> Parsed<'_, Test> {
    let (rest, name) = take_while1(|c: char| c.is_ascii_uppercase()).parse(input)?;
    peek(not(alt((char('\\'), satisfy(is_plain))))).parse(rest)?;
    let tag: Option<&Upos> = names::value_of(TAGS, name);
    let Some(&tag) = tag else {
        let guess = did_you_mean(name, TAGS.iter().map(|(n, _)| *n)).filter(|_| name.len() > 3);
        if guess.is_none() && !rest.starts_with('.') {
            return Err(nom::Err::Error(Fault::new(input, name.len(), "no tag")));
        }
        return Fault::new(input, name.len(), format!("there is no tag `{name}`"))
            .help("for the word write it in small letters: case does not matter")
            .suggest(guess)
            .fail();
    };
    let (rest, forms) = many0(preceded(char('.'), |i| named(i, FORMS, "form"))).parse(rest)?;
    Ok((rest, Test::Tag(Some(tag), forms)))
}

/// Whether a word printed bare would be read as a tag.
pub(super) fn looks_like_tag(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| c.is_ascii_uppercase())
}
