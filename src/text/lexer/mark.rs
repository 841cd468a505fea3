//! Punctuation, symbols and leaked entities.
use super::super::TokenKind;
use super::Lexed;
use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while, take_while_m_n};
use nom::character::complete::{anychar, char, one_of};
use nom::combinator::recognize;
use nom::sequence::{pair, preceded};

/// `&quot;`, `&#39;`, `&#x27;`: one symbol each.
pub fn entity(input: &str) -> Lexed<'_> {
    let name = take_while_m_n(2, 8, |c: char| c.is_ascii_alphanumeric());
    let decimal = preceded(char('#'), take_while_m_n(1, 7, |c: char| c.is_ascii_digit()));
    let hex = preceded(pair(char('#'), one_of("xX")), take_while_m_n(1, 6, |c: char| c.is_ascii_hexdigit()));
    let (rest, _) = recognize((char('&'), alt((hex, decimal, name)), char(';'))).parse(input)?;
    Ok((rest, TokenKind::Symbol))
}

/// A mark of punctuation (or a run of it, where runs are written) or a symbol.
pub fn mark(input: &str) -> Lexed<'_> {
    alt((doubled_quote, single_mark)).parse(input)
}

/// Quotation marks typed as two strokes: `''` and ` `` `.
fn doubled_quote(input: &str) -> Lexed<'_> {
    let (rest, _) = alt((tag("''"), tag("``"))).parse(input)?;
    Ok((rest, TokenKind::Punctuation))
}

/// One mark, or a run of the same where runs are written.
fn single_mark(input: &str) -> Lexed<'_> {
    let (rest, first) = anychar(input)?;
    let kind = if is_punctuation(first) { TokenKind::Punctuation } else { TokenKind::Symbol };
    let (rest, _) = take_while(|c| c == first && runs(first)).parse(rest)?;
    Ok((rest, kind))
}

/// The marks that are written in runs: `...`, `--`, `!!!`, `***`, `====`.
fn runs(c: char) -> bool {
    matches!(c, '.' | '-' | '!' | '?' | '–' | '—' | '*' | '=' | '_' | '~' | '…' | '·' | '•' | '|' | '#' | '+')
        || c.is_control()
}

/// Punctuation; every other character that is no letter or digit counts as a symbol.
fn is_punctuation(c: char) -> bool {
    matches!(
        c,
        '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '"' | '(' | ')' | '[' | ']' | '{' | '}' | '-' | '/' | '_' | '*'
            | '`' | '¡' | '¿' | '«' | '»' | '·' | '\u{b4}' | '\u{2bc}' | '\u{2010}'..='\u{2027}' | '‹' | '›' | '\u{2e3a}' | '\u{2e3b}'
            | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{3014}'..='\u{301f}' | '،' | '؛' | '؟' | '।' | '։'
            | '！' | '（' | '）' | '，' | '．' | '：' | '；' | '？' | '・'
    )
}
