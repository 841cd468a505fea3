//! Numbers, and digits with letters.
use super::super::TokenKind;
use super::word::hyphenated;
use super::{Left, Lexed, boundary, is_apostrophe, is_word_char, provided};
use nom::IResult;
use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::{take_while_m_n, take_while1};
use nom::character::complete::{char, one_of, satisfy};
use nom::combinator::{not, opt, peek, recognize};
use nom::multi::{fold_many0, fold_many1};
use nom::sequence::{pair, preceded, terminated};

/// Any token that begins with a digit.
pub fn number(input: &str) -> Lexed<'_> {
    alt((iso_date, alphanumeric, plain)).parse(input)
}

/// `2024-03-05`.
fn iso_date(input: &str) -> Lexed<'_> {
    let digits = |n| take_while_m_n(n, n, |c: char| c.is_ascii_digit());
    let (rest, _) = (digits(4), char('-'), digits(2), char('-'), digits(2), boundary).parse(input)?;
    Ok((rest, TokenKind::Number))
}

/// `1,200`, `3.5`, `16:30`, `3/4`; never a range, whose dash is a token.
fn plain(input: &str) -> Lexed<'_> {
    let (rest, _) = separated(input)?;
    Ok((rest, TokenKind::Number))
}

/// Digits with separators between them.
fn separated(input: &str) -> IResult<&str, &str> {
    recognize(pair(digits, fold_many0(preceded(one_of(",.:/"), digits), || (), |(), _| ()))).parse(input)
}

/// A run of digits of any script.
fn digits(input: &str) -> IResult<&str, &str> {
    take_while1(char::is_numeric).parse(input)
}

/// `1.13bn`, `23rd`, `1990s`, `10-year-old`.
fn alphanumeric(input: &str) -> Lexed<'_> {
    let letters = recognize((satisfy(is_letter), fold_many0(satisfy(is_word_char), || (), |(), _| ())));
    let tail = preceded(peek(pair(satisfy(super::word::is_hyphen), satisfy(is_letter))), hyphenated);
    let more = fold_many0(hyphenated, || (), |(), _| ());
    let (rest, _) = preceded(
        separated,
        alt((
            recognize((letters, fold_many0(hyphenated, || (), |(), _| ()))),
            recognize((fold_many1(tail, || (), |(), _| ()), more)),
        )),
    )
    .parse(input)?;
    Ok((rest, TokenKind::Alphanumeric))
}

/// A word character that is no digit.
fn is_letter(c: char) -> bool {
    is_word_char(c) && !c.is_numeric()
}

/// `'90s`.
pub fn decade(left: Left, input: &str) -> Lexed<'_> {
    let two = take_while_m_n(2, 2, |c: char| c.is_ascii_digit());
    let (input, ()) = provided(!left.glued, input)?;
    let (rest, s) =
        terminated(preceded(pair(satisfy(is_apostrophe), two), opt(char('s'))), boundary).parse(input)?;
    Ok((rest, if s.is_some() { TokenKind::Alphanumeric } else { TokenKind::Number }))
}

/// `.5`, not after anything.
pub fn bare_decimal(left: Left, input: &str) -> Lexed<'_> {
    let (input, ()) = provided(!left.glued, input)?;
    let (rest, _) = (char('.'), digits, not(char('.'))).parse(input)?;
    Ok((rest, TokenKind::Number))
}
