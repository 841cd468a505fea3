//! Sequence patterns.

use super::ast::{ChunkKind, Item, Node, Pattern, Repeat};
use super::token::{after_bracket, is_special, test};
use super::{Context, Fault, Parsed};
use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while};
use nom::character::complete::{char, digit1, multispace0, multispace1, satisfy};
use nom::combinator::{opt, recognize, value};
use nom::sequence::{pair, preceded, terminated};

/// How many tokens `..` may skip.
const GAP: u8 = 3;
/// How many tokens a gap may skip at most.
const MAX_GAP: u8 = 20;

/// The whole text.
pub(super) fn pattern(context: &Context<'_>, text: &str) -> Pattern {
    let mut items = Vec::new();
    let mut input = text;
    loop {
        let (rest, more) = sequence(context, input);
        items.extend(more);
        let Some(closer) = rest.chars().next() else { break };
        let message = if closer == '|' {
            "`|` stands between alternatives, inside `( )` only".to_owned()
        } else {
            format!("`{closer}` closes nothing")
        };
        context.record(nom::Err::Failure(
            Fault::new(rest, closer.len_utf8(), message)
                .help(format!("for the character itself write `\\{closer}`")),
        ));
        input = rest.get(closer.len_utf8()..).unwrap_or("");
    }
    if items.is_empty() && context.errors.borrow().is_empty() {
        context.record(nom::Err::Failure(Fault::new(text, text.len(), "the pattern is empty")));
    }
    Pattern { items }
}

fn is_closer(c: char) -> bool {
    matches!(c, ')' | ']' | '}' | '>' | '|')
}

/// Items up to a closing bracket, a `|` or the end. Faults are recorded; it goes on at the next space.
fn sequence<'i>(context: &Context<'_>, input: &'i str) -> (&'i str, Vec<Item>) {
    let mut items = Vec::new();
    let mut input = input.trim_start();
    while input.chars().next().is_some_and(|c| !is_closer(c)) {
        input = match item(context, input) {
            Ok((rest, item)) => {
                items.push(item);
                rest
            }
            Err(error) => {
                let rest = recover(input, &error);
                context.record(error);
                rest
            }
        }
        .trim_start();
    }
    (input, items)
}

/// Where to go on after a fault: the next space (or closer) after it.
fn recover<'i>(input: &'i str, error: &nom::Err<Fault>) -> &'i str {
    let left = match error {
        nom::Err::Error(fault) | nom::Err::Failure(fault) => {
            fault.resume.unwrap_or(fault.left.saturating_sub(fault.length))
        }
        nom::Err::Incomplete(_) => 0,
    };
    let from = input.len().saturating_sub(left).max(1);
    let next = input.char_indices().find(|&(i, c)| i >= from && (c.is_whitespace() || is_closer(c)));
    next.and_then(|(i, _)| input.get(i..)).unwrap_or("")
}

/// `name:node?`
fn item<'i>(context: &Context<'_>, input: &'i str) -> Parsed<'i, Item> {
    let (start, capture) = opt(terminated(name, char(':'))).parse(input)?;
    let (rest, node) = node(context, start)?;
    let (rest, repeat) = repeat(rest)?;
    let item = Item { at: context.at(input, rest), capture: capture.map(str::to_owned), node, repeat };
    if let Err(message) = allowed(&item) {
        return Fault::new(input, input.len() - rest.len(), message).fail();
    }
    boundary(rest)?;
    Ok((rest, item))
}

/// Captures and repeats that make no sense.
fn allowed(item: &Item) -> Result<(), &'static str> {
    let edge = matches!(item.node, Node::Start | Node::End | Node::Ahead { .. } | Node::Behind { .. });
    if edge && item.repeat != Repeat::One {
        return Err("what consumes no token cannot be repeated");
    }
    if edge && item.capture.is_some() {
        return Err("what consumes no token cannot be captured");
    }
    if item.repeat != Repeat::One && matches!(item.node, Node::Report(_) | Node::Gap(_)) {
        return Err(match item.node {
            Node::Gap(_) => "a gap cannot be repeated; `..5` skips up to 5 tokens",
            _ => "the part to report cannot be repeated or optional",
        });
    }
    Ok(())
}

/// A name of a capture.
fn name(input: &str) -> Parsed<'_, &str> {
    recognize(pair(
        satisfy(|c| c.is_ascii_alphabetic()),
        take_while(|c: char| c.is_ascii_alphanumeric() || c == '_'),
    ))
    .parse(input)
}

fn repeat(input: &str) -> Parsed<'_, Repeat> {
    let sign = alt((
        value(Repeat::Optional, char('?')),
        value(Repeat::Any, char('*')),
        value(Repeat::Some, char('+')),
    ));
    opt(sign).map(|r| r.unwrap_or(Repeat::One)).parse(input)
}

/// An item ends at a space or a bracket.
fn boundary(rest: &str) -> Result<(), nom::Err<Fault>> {
    match rest.chars().next() {
        Some(c) if !c.is_whitespace() && !is_closer(c) && !matches!(c, '(' | '{' | '<' | '[') => {
            let fault = Fault::new(rest, c.len_utf8(), format!("`{c}` is not expected inside an item"));
            let help = if is_special(c) {
                format!("put a space before it, or for the character itself write `\\{c}`")
            } else {
                "put a space before it".to_owned()
            };
            fault.help(help).fail()
        }
        _ => Ok(()),
    }
}

fn node<'i>(context: &Context<'_>, input: &'i str) -> Parsed<'i, Node> {
    match input.chars().next() {
        Some('(') => context.deeper(input, || parenthesis(context, input)),
        Some('{') => context.deeper(input, || report(context, input)),
        Some('<') => chunk(context, input),
        Some('^') => value(Node::Start, char('^')).parse(input),
        Some('$') => dollar(input),
        Some('.') if input.starts_with("..") => gap(input),
        _ => test(context, input).map(|(rest, test)| (rest, Node::Test(test))),
    }
}

/// `$name`, or `$` for the end.
fn dollar(input: &str) -> Parsed<'_, Node> {
    let (rest, name) = preceded(char('$'), opt(name)).parse(input)?;
    Ok((rest, name.map_or(Node::End, |name| Node::Same(name.to_owned()))))
}

/// `..`, `..5`
fn gap(input: &str) -> Parsed<'_, Node> {
    let (rest, digits) = preceded(tag(".."), opt(digit1)).parse(input)?;
    let Some(digits) = digits else { return Ok((rest, Node::Gap(GAP))) };
    match digits.parse() {
        Ok(n) if (1..=MAX_GAP).contains(&n) => Ok((rest, Node::Gap(n))),
        _ => Fault::new(input, digits.len() + 2, format!("a gap skips from 1 to {MAX_GAP} tokens")).fail(),
    }
}

/// `<NP test>`
fn chunk<'i>(context: &Context<'_>, input: &'i str) -> Parsed<'i, Node> {
    let kind = alt((
        value(ChunkKind::Np, tag("NP")),
        value(ChunkKind::Vp, tag("VP")),
        value(ChunkKind::Pp, tag("PP")),
    ));
    let Ok((rest, kind)) = preceded(char::<_, Fault>('<'), kind).parse(input) else {
        return Fault::new(input, 1, "`<` begins a phrase: `<NP>`, `<VP>` or `<PP>`")
            .help("for the character itself write `\\<`")
            .resume(after_bracket(input, '>'))
            .fail();
    };
    let (rest, test) = opt(preceded(multispace1, |i| test(context, i))).parse(rest).or_else(|e| match e {
        nom::Err::Error(_) => Ok((rest, None)),
        other => Err(other),
    })?;
    match preceded(multispace0, char::<_, Fault>('>')).parse(rest) {
        Ok((rest, _)) => Ok((rest, Node::Chunk(kind, test))),
        Err(_) => Fault::new(input, 1, "`<` opened here is not closed by `>`")
            .help("a phrase takes one test: `<NP @list>`, `<NP [NOUN.pl & !~man]>`")
            .resume(after_bracket(input, '>'))
            .fail(),
    }
}

/// `{…}`
fn report<'i>(context: &Context<'_>, input: &'i str) -> Parsed<'i, Node> {
    let (rest, items) = sequence(context, input.get(1..).unwrap_or(""));
    let rest = close(input, rest, '{', '}')?;
    let length = input.len() - rest.len();
    if items.is_empty() {
        return Fault::new(input, length, "the part to report is empty").resume(rest).fail();
    }
    let here = context.offset(input);
    if let Some(first) = context.report.replace(Some(here)) {
        context.report.set(Some(first));
        return Fault::new(input, length, format!("a second part to report; the first is at byte {first}"))
            .help("one `{…}` holds all that is reported; name other parts with `name:`")
            .resume(rest)
            .fail();
    }
    Ok((rest, Node::Report(items)))
}

/// A group or a look-around.
fn parenthesis<'i>(context: &Context<'_>, input: &'i str) -> Parsed<'i, Node> {
    for (open, negated) in [("(?<=", false), ("(?<!", true)] {
        if let Some(rest) = input.strip_prefix(open) {
            let (rest, test) = preceded(multispace0, |i| test(context, i)).parse(rest)?;
            let rest = close(input, rest.trim_start(), '(', ')')?;
            return Ok((rest, Node::Behind { negated, test }));
        }
    }
    for (open, negated) in [("(?=", false), ("(?!", true)] {
        if let Some(rest) = input.strip_prefix(open) {
            let (rest, alternatives) = alternatives(context, input, rest)?;
            return Ok((rest, Node::Ahead { negated, alternatives }));
        }
    }
    if input.starts_with("(?") {
        return Fault::new(input, 2, "no such look-around")
            .help("`(?=…)` `(?!…)` test what follows, `(?<=x)` `(?<!x)` the token before")
            .resume(after_bracket(input, ')'))
            .fail();
    }
    let (rest, alternatives) = alternatives(context, input, input.get(1..).unwrap_or(""))?;
    Ok((rest, Node::Group(alternatives)))
}

/// `a b | c)`
fn alternatives<'i>(context: &Context<'_>, open: &'i str, input: &'i str) -> Parsed<'i, Vec<Vec<Item>>> {
    let mut all = Vec::new();
    let mut rest = input;
    loop {
        let errors = context.errors.borrow().len();
        let begin = rest;
        let (after, items) = sequence(context, rest);
        if items.is_empty() && context.errors.borrow().len() == errors && !after.is_empty() {
            let length = (begin.len() - after.len()).max(1);
            context.record(nom::Err::Failure(
                Fault::new(begin, length, "an alternative is empty")
                    .help("for what may be absent write `x?`"),
            ));
        }
        all.push(items);
        match after.strip_prefix('|') {
            Some(next) => rest = next,
            None => return Ok((close(open, after, '(', ')')?, all)),
        }
    }
}

/// The closing bracket.
fn close<'i>(opened: &'i str, rest: &'i str, open: char, closer: char) -> Result<&'i str, nom::Err<Fault>> {
    match rest.strip_prefix(closer) {
        Some(rest) => Ok(rest),
        None if rest.is_empty() => Err(nom::Err::Failure(
            Fault::new(opened, 1, format!("`{open}` opened here is not closed"))
                .help(format!("add `{closer}`, or for the character itself write `\\{open}`"))
                .resume(""),
        )),
        None => {
            let wrong = rest.chars().next().map_or(0, char::len_utf8);
            let message = format!("`{open}` opened here is not closed by `{closer}`");
            let fault = Fault::new(opened, opened.len() - rest.len() + wrong, message);
            Err(nom::Err::Failure(fault.resume(rest.get(wrong..).unwrap_or(""))))
        }
    }
}
