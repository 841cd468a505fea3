//! Splits block text into tokens, as the Universal Dependencies treebanks of English do, with one decision
//! of our own: a word joined by hyphens is one token (`cross-border`), so that a torn hyphen shows.
//!
//! The grammar is nom over `&str`, one production a function. Each production consumes one token and says
//! what it is made of; the first character chooses which productions are tried. Every look-ahead is bounded,
//! so that lexing is linear in the text.

mod abbreviation;
mod address;
mod case;
mod mark;
mod number;
mod word;

use super::{Token, TokenKind};
use crate::span::Span;
use nom::branch::alt;
use nom::character::complete::{anychar, multispace0, satisfy};
use nom::combinator::{not, peek};
use nom::error::{Error, ErrorKind};
use nom::{IResult, Parser};

pub(super) use abbreviation::opens_sentence;
pub(crate) use case::case_of;

/// The rest of the input, and what the token before it is made of.
type Lexed<'a> = IResult<&'a str, TokenKind>;

/// What a production may know of the text to its left.
#[derive(Clone, Copy)]
struct Left {
    /// Whether something other than white space touches the token on the left.
    glued: bool,
    /// Whether an `@` occurs anywhere, so that e-mail addresses need looking for.
    addresses: bool,
}

/// All tokens of a block, in order. They tile the text: what lies between two tokens is white space.
pub fn lex(text: &str) -> Vec<Token> {
    // Offsets are u32; a block beyond 4 GiB is cut rather than given wrong offsets.
    let text = if u32::try_from(text.len()).is_ok() { text } else { "" };
    let mut tokens = Vec::with_capacity(text.len() / 5 + 1);
    let mut left = Left { glued: false, addresses: text.contains('@') };
    let mut rest = text;
    loop {
        let start = skip_space(rest);
        left.glued = start.len() == rest.len() && rest.len() != text.len();
        if start.is_empty() {
            return tokens;
        }
        let Ok((after, kind)) = token(left, start) else { return tokens };
        let from = text.len() - start.len();
        let to = text.len() - after.len();
        tokens.push(Token {
            span: Span::new(from as u32, to as u32),
            kind,
            case: case_of(start.get(..to - from).unwrap_or("")),
            space_before: !left.glued,
            quoted: false,
        });
        rest = after;
    }
}

/// The text after leading white space, Unicode's included.
fn skip_space(input: &str) -> &str {
    let ascii: IResult<&str, &str> = multispace0(input);
    ascii.map_or(input, |(rest, _)| rest).trim_start()
}

/// One token.
fn token(left: Left, input: &str) -> Lexed<'_> {
    let (_, first) = peek(anychar).parse(input)?;
    match first {
        'a'..='z' | 'A'..='Z' => alt((word::plain, |i| address::address(left, i), word::word)).parse(input),
        _ if is_apostrophe(first) => {
            alt((word::clitic, |i| number::decade(left, i), |i| word::clipped(left, i), mark::mark))
                .parse(input)
        }
        _ if first.is_numeric() => alt((|i| address::email(left, i), number::number)).parse(input),
        _ if is_word_char(first) => alt((word::word, mark::mark)).parse(input),
        '&' => alt((mark::entity, mark::mark)).parse(input),
        '@' | '#' => alt((|i| address::handle(left, i), mark::mark)).parse(input),
        '.' => alt((|i| number::bare_decimal(left, i), mark::mark)).parse(input),
        _ => mark::mark(input),
    }
}

/// Letters, digits, and what belongs to them: combining marks, joiners, the soft hyphen.
fn is_word_char(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric();
    }
    match c {
        '\u{2bc}' => false,
        '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{200c}' | '\u{200d}' | '\u{fe0f}' => true,
        _ => c.is_alphanumeric(),
    }
}

/// The marks that stand for an apostrophe, the acute accent of careless typing included.
fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{2bc}' | '\u{b4}')
}

/// Succeeds where a word could not go on.
fn boundary(input: &str) -> IResult<&str, ()> {
    not(satisfy(is_word_char)).parse(input)
}

/// Consumes nothing; succeeds if the condition holds.
fn provided(holds: bool, input: &str) -> IResult<&str, ()> {
    if holds { Ok((input, ())) } else { Err(nom::Err::Error(Error::new(input, ErrorKind::Verify))) }
}

#[cfg(test)]
#[path = "lexer/tests.rs"]
mod tests;
