//! Frames.

use super::ast::{Class, Filler, Frame, Head, HeadProperty, Presence, Role, RoleName, Test};
use super::names::{PREDICATE_PROPERTIES, PREPOSITIONS, PROPERTIES, ROLES, value_of};
use super::token::{class, identifier, list, raw_word, simple};
use super::{Context, Fault, Parsed, did_you_mean};
use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::character::complete::{char, multispace0};
use nom::combinator::{opt, recognize};
use nom::multi::separated_list1;
use nom::sequence::{delimited, preceded};

/// The whole text; nothing if it has no head.
pub(super) fn frame(context: &Context<'_>, text: &str) -> Option<Frame> {
    let input = text.trim_start();
    if input.is_empty() {
        context.record(nom::Err::Failure(Fault::new(text, text.len(), "the frame is empty")));
        return None;
    }
    let (mut frame, mut input) = match head(context, input) {
        Ok((rest, (class, heads))) => {
            (Some(Frame { class, heads, roles: Vec::new(), properties: Vec::new() }), rest.trim_start())
        }
        Err(error) => {
            context.record(error);
            (None, next_word(input))
        }
    };
    while !input.is_empty() {
        match part(context, input) {
            Ok((rest, part)) => {
                if let Some(frame) = &mut frame {
                    match part {
                        Part::Role(role) => frame.roles.push(role),
                        Part::Property(holds, property) => frame.properties.push((holds, property)),
                    }
                }
                input = rest.trim_start();
            }
            Err(error) => {
                context.record(error);
                input = next_word(input);
            }
        }
    }
    frame
}

fn next_word(input: &str) -> &str {
    input.split_once(char::is_whitespace).map_or("", |(_, rest)| rest.trim_start())
}

enum Part {
    Role(Role),
    Property(bool, HeadProperty),
}

/// `lead|set_up`, `ribbon.n`
fn head<'i>(context: &Context<'_>, input: &'i str) -> Parsed<'i, (Class, Vec<Head>)> {
    if input.starts_with('~') {
        return Fault::new(input, 1, "`~` is not needed in a frame: the head is a lemma").fail();
    }
    let (rest, words) = separated_list1(char('|'), |i| head_word(context, i)).parse(input)?;
    if rest.starts_with(':') || rest.starts_with("?:") {
        return Fault::new(input, input.len() - rest.len(), "a frame begins with its head")
            .help("the head comes first, then the roles: `lead obj:@forces`")
            .fail();
    }
    boundary(rest)?;
    let classes: Vec<Class> = words.iter().filter_map(|(_, class)| *class).collect();
    let class = classes.first().copied().unwrap_or(Class::Verb);
    if classes.iter().any(|&c| c != class) {
        return Fault::new(input, input.len() - rest.len(), "the heads of a frame must be of one class")
            .help("write two frames")
            .fail();
    }
    let heads: Vec<Head> = words.into_iter().map(|(head, _)| head).collect();
    for head in &heads {
        if let (Class::Verb, Head::Words(words)) = (class, head)
            && words.len() > 2
        {
            return Fault::new(input, input.len() - rest.len(), "a verb has one particle")
                .help("write a preposition as a role: `look_forward to:_`")
                .fail();
        }
    }
    Ok((rest, (class, heads)))
}

fn head_word<'i>(context: &Context<'_>, input: &'i str) -> Parsed<'i, (Head, Option<Class>)> {
    let (rest, head) = alt((|i| list_head(context, i), words_head)).parse(input)?;
    let (rest, class) = class(rest)?;
    Ok((rest, (head, class)))
}

fn list_head<'i>(context: &Context<'_>, input: &'i str) -> Parsed<'i, Head> {
    preceded(nom::combinator::peek(char('@')), |i| list(context, i))
        .map(|test| match test {
            Test::List(name, at) => Head::List(name, at),
            _ => Head::Words(Vec::new()),
        })
        .parse(input)
}

fn words_head(input: &str) -> Parsed<'_, Head> {
    words(input).map(|(rest, words)| (rest, Head::Words(words)))
}

/// Words joined by `_`.
fn words(input: &str) -> Parsed<'_, Vec<String>> {
    separated_list1(char('_'), raw_word).parse(input)
}

/// A role or a property.
fn part<'i>(context: &Context<'_>, input: &'i str) -> Parsed<'i, Part> {
    let (rest, negation) = opt(char('!')).parse(input)?;
    let negated = negation.is_some();
    let (rest, part) = if rest.starts_with('%') {
        let (rest, property) = property(rest)?;
        (rest, Part::Property(!negated, property))
    } else {
        let (rest, (names, presence, filler)) = role(context, rest, negated)?;
        (rest, Part::Role(Role { at: context.at(input, rest), names, presence, filler }))
    };
    boundary(rest)?;
    Ok((rest, part))
}

/// A part ends at a space.
fn boundary(rest: &str) -> Result<(), nom::Err<Fault>> {
    match rest.chars().next() {
        Some(c) if !c.is_whitespace() => {
            Fault::new(rest, c.len_utf8(), format!("`{c}` is not expected here"))
                .help("put a space between roles")
                .fail()
        }
        _ => Ok(()),
    }
}

/// `%passive`
fn property(input: &str) -> Parsed<'_, HeadProperty> {
    let (rest, name) = preceded(char('%'), identifier).parse(input)?;
    if let Some(&property) = value_of(PREDICATE_PROPERTIES, name) {
        return Ok((rest, HeadProperty::Predicate(property)));
    }
    if let Some(&property) = value_of(PROPERTIES, name) {
        return Ok((rest, HeadProperty::Token(property)));
    }
    let names = PREDICATE_PROPERTIES.iter().map(|(n, _)| *n).chain(PROPERTIES.iter().map(|(n, _)| *n));
    Fault::new(input, name.len() + 1, format!("there is no property `{name}`"))
        .suggest(did_you_mean(name, names))
        .fail()
}

type RoleParts = (Vec<RoleName>, Presence, Filler);

/// `of|from?:@x`, `obj` after `!`
fn role<'i>(context: &Context<'_>, input: &'i str, negated: bool) -> Parsed<'i, RoleParts> {
    let (rest, names) = separated_list1(char('|'), role_name).parse(input)?;
    let (rest, optional) = opt(char('?')).parse(rest)?;
    let presence = match (negated, optional) {
        (true, Some(_)) => {
            return Fault::new(input, input.len() - rest.len(), "a role is absent or optional, not both")
                .fail();
        }
        (true, None) => Presence::Absent,
        (false, Some(_)) => Presence::Optional,
        (false, None) => Presence::Required,
    };
    let length = input.len() - rest.len();
    let Some(rest) = rest.strip_prefix(':') else {
        return match presence {
            Presence::Absent => Ok((rest, (names, presence, Filler::Any))),
            _ => Fault::new(input, length, "the role has no filler").help("`role:_` takes anything").fail(),
        };
    };
    let (after, filler) = match filler(context, rest) {
        Err(nom::Err::Error(fault)) => {
            return Err(nom::Err::Failure(
                fault.help("after `:` comes what fills the role: a lemma, `@list`, `_` …"),
            ));
        }
        other => other?,
    };
    let clausal = |n: &RoleName| matches!(n, RoleName::That | RoleName::Inf | RoleName::Ing | RoleName::Wh);
    if names.iter().any(clausal) && filler != Filler::Any {
        return Fault::new(rest, rest.len() - after.len(), "a clausal complement has no head to test")
            .help("write `_`")
            .fail();
    }
    Ok((after, (names, presence, filler)))
}

fn role_name(input: &str) -> Parsed<'_, RoleName> {
    let (rest, name) = identifier(input)?;
    if let Some(role) = value_of(ROLES, name) {
        return Ok((rest, role.clone()));
    }
    if PREPOSITIONS.contains(&name) {
        return Ok((rest, RoleName::Prep(name.to_owned())));
    }
    let names = ROLES.iter().map(|(n, _)| *n).chain(PREPOSITIONS.iter().copied());
    Fault::new(input, name.len(), format!("there is no role `{name}`"))
        .help("roles are `subj` `obj` `of` `to` …: see docs/pattern-language.md")
        .suggest(did_you_mean(name, names))
        .fail()
}

/// `a|b&c`
fn filler<'i>(context: &Context<'_>, input: &'i str) -> Parsed<'i, Filler> {
    let (rest, all) = separated_list1(char('|'), |i| conjunction(context, i)).parse(input)?;
    Ok((rest, one_or(all, Filler::OneOf)))
}

fn conjunction<'i>(context: &Context<'_>, input: &'i str) -> Parsed<'i, Filler> {
    let (rest, all) = separated_list1(char('&'), |i| unary(context, i)).parse(input)?;
    Ok((rest, one_or(all, Filler::All)))
}

fn one_or(mut all: Vec<Filler>, several: impl Fn(Vec<Filler>) -> Filler) -> Filler {
    if all.len() == 1 { all.pop().unwrap_or(Filler::Any) } else { several(all) }
}

fn unary<'i>(context: &Context<'_>, input: &'i str) -> Parsed<'i, Filler> {
    match input.chars().next() {
        Some('!') => context.deeper(input, || {
            let (rest, inner) = preceded(char('!'), |i| unary(context, i)).parse(input)?;
            Ok((rest, Filler::Not(Box::new(inner))))
        }),
        Some('(') => context.deeper(input, || {
            let (rest, inner) =
                preceded(char('('), delimited(multispace0, |i| filler(context, i), multispace0))
                    .parse(input)?;
            match rest.strip_prefix(')') {
                Some(rest) => Ok((rest, inner)),
                None => Fault::new(input, 1, "`(` opened here is not closed").help("add `)`").fail(),
            }
        }),
        Some('~') => {
            Fault::new(input, 1, "`~` is not needed in a frame: a word is the lemma of the head").fail()
        }
        Some('_' | '=' | '@' | '#' | '%' | '.') => simple(context, input).map(|(rest, test)| match test {
            Test::Any => (rest, Filler::Any),
            test => (rest, Filler::Test(test)),
        }),
        _ if input.starts_with("has:") => context.deeper(input, || {
            let (rest, inner) = preceded(tag("has:"), |i| unary(context, i)).parse(input)?;
            Ok((rest, Filler::Has(Box::new(inner))))
        }),
        _ => word_filler(context, input),
    }
}

/// A word, a tag, or one of the fixed tests.
fn word_filler<'i>(context: &Context<'_>, input: &'i str) -> Parsed<'i, Filler> {
    // A misspelt tag is a fault; it must not be overruled by the reading as a word.
    if let (rest, test @ Test::Tag(..)) = simple(context, input)? {
        return Ok((rest, Filler::Test(test)));
    }
    let (rest, source) = recognize(words).parse(input)?;
    let fixed = match source {
        "pron" => Some(Filler::Pron),
        "def" => Some(Filler::Def),
        "indef" => Some(Filler::Indef),
        "bare" => Some(Filler::Bare),
        "pl" => Some(Filler::Plural),
        "sg" => Some(Filler::Singular),
        _ => None,
    };
    match fixed {
        Some(fixed) => Ok((rest, fixed)),
        None => words(input).map(|(rest, words)| (rest, Filler::Words(words))),
    }
}
