//! URLs, e-mail addresses, handles, hashtags, domain and file names.
use super::super::TokenKind;
use super::{Left, Lexed, boundary, provided};
use nom::IResult;
use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::{tag_no_case, take_while, take_while_m_n, take_while1};
use nom::character::complete::{char, one_of};
use nom::combinator::{opt, recognize, verify};
use nom::sequence::{pair, preceded, terminated};

/// Anything of this file that begins with a letter.
pub fn address(left: Left, input: &str) -> Lexed<'_> {
    alt((url, |i| email(left, i), dotted_name)).parse(input)
}

/// `https://…`, `www.…`.
fn url(input: &str) -> Lexed<'_> {
    let scheme =
        alt((tag_no_case("https://"), tag_no_case("http://"), tag_no_case("ftp://"), tag_no_case("www.")));
    let (_, text) = recognize(pair(scheme, take_while1(is_url_char))).parse(input)?;
    rest_after(input, text)
}

/// The input after a URL, whose trailing punctuation belongs to the sentence.
fn rest_after<'a>(input: &'a str, text: &str) -> Lexed<'a> {
    let kept = text.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '\'', ']', '*', '_', '’']);
    Ok((input.get(kept.len()..).unwrap_or(""), TokenKind::Url))
}

/// What a URL may consist of.
fn is_url_char(c: char) -> bool {
    !c.is_whitespace() && !matches!(c, '"' | '<' | '>' | '«' | '»' | '“' | '”' | '|' | '{' | '}' | '`')
}

/// `desk@example.org`.
pub fn email(left: Left, input: &str) -> Lexed<'_> {
    let local = take_while_m_n(1, 64, |c: char| {
        c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-')
    });
    let label = || take_while_m_n(1, 63, |c: char| c.is_ascii_alphanumeric() || c == '-');
    let (input, ()) = provided(left.addresses, input)?;
    let (rest, _) = (local, char('@'), label(), char('.'), label()).parse(input)?;
    let (rest, _) = opt(pair(char('.'), label())).parse(rest)?;
    Ok((rest, TokenKind::Url))
}

/// `@name`, `#topic`; not glued to what precedes, and not a number sign.
pub fn handle(left: Left, input: &str) -> Lexed<'_> {
    let (input, ()) = provided(!left.glued, input)?;
    let name = verify(take_while1(|c: char| c.is_alphanumeric() || c == '_'), |name: &str| {
        !name.starts_with(char::is_numeric)
    });
    let (rest, _) = pair(one_of("@#"), name).parse(input)?;
    Ok((rest, TokenKind::Url))
}

/// `Booking.com`, `example.co.uk/news`, `report.pdf`.
fn dotted_name(input: &str) -> Lexed<'_> {
    let label = || take_while_m_n(1, 63, |c: char| c.is_ascii_alphanumeric() || c == '-');
    let (rest, _) = alt((
        recognize((label(), char('.'), middle_label, char('.'), ending)),
        recognize((label(), char('.'), ending)),
    ))
    .parse(input)?;
    let (_, path) = recognize(opt(preceded(char('/'), take_while(is_url_char)))).parse(rest)?;
    rest_after(rest, path)
}

/// A middle label of a domain name, all small: a capital would be a sentence with its space lost.
fn middle_label(input: &str) -> IResult<&str, &str> {
    take_while_m_n(2, 20, |c: char| c.is_ascii_lowercase() || c.is_ascii_digit()).parse(input)
}

/// A top-level domain or file type, small letters only.
fn ending(input: &str) -> IResult<&str, &str> {
    let name = take_while_m_n(2, 4, |c: char| c.is_ascii_lowercase() || c.is_ascii_digit());
    terminated(verify(name, |name: &str| ENDINGS.contains(&name)), boundary).parse(input)
}

/// The top-level domains and file types that news text mentions.
const ENDINGS: &[&str] = &[
    "com", "org", "net", "edu", "gov", "info", "eu", "uk", "ru", "ua", "fr", "de", "pl", "cz", "cn", "pdf",
    "doc", "docx", "html", "htm", "txt", "csv", "jpg", "png", "xml", "zip", "json", "mp3", "mp4",
];
