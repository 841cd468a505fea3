//! Words: compounds, clitics, acronyms, abbreviations.
use super::super::TokenKind;
use super::abbreviation::{Follows, abbreviation_of, opens_sentence};
use super::{Left, Lexed, boundary, is_apostrophe, is_word_char, provided};
use nom::IResult;
use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::{tag, tag_no_case, take_while1};
use nom::character::complete::{char, one_of, satisfy};
use nom::combinator::{not, opt, peek, recognize, verify};
use nom::multi::{fold_many0, fold_many1};
use nom::sequence::{pair, preceded, terminated};

/// Any token that begins with a letter.
pub fn word(input: &str) -> Lexed<'_> {
    alt((negation, currency, acronym, contraction, slashed, dotted, compound)).parse(input)
}

/// A word of plain letters before white space or a mark that joins nothing: most of any text. Tried before all other
/// productions for speed; none of them could match more or other text here.
pub fn plain(input: &str) -> Lexed<'_> {
    let (rest, _) = take_while1(|c: char| c.is_ascii_alphabetic()).parse(input)?;
    let ends = rest.chars().next().is_none_or(|c| matches!(c, ' ' | '\n' | ',' | ';' | ')' | '"'));
    // `cannot` and `gonna` have six and five letters.
    let splits = || matches!(input.len() - rest.len(), 5 | 6) && contraction(input).is_ok();
    let (rest, ()) = provided(ends && !splits(), rest)?;
    Ok((rest, TokenKind::Word))
}

/// `n't` standing alone, what [`compound`] leaves of `don't`.
fn negation(input: &str) -> Lexed<'_> {
    let (rest, _) = (one_of("nN"), satisfy(is_apostrophe), one_of("tT"), boundary).parse(input)?;
    Ok((rest, TokenKind::Word))
}

/// `'s 'm 'd 're 've 'll`, wherever it stands.
pub fn clitic(input: &str) -> Lexed<'_> {
    let ending = alt((
        tag_no_case("s"),
        tag_no_case("m"),
        tag_no_case("d"),
        tag_no_case("re"),
        tag_no_case("ve"),
        tag_no_case("ll"),
    ));
    let (rest, _) = (satisfy(is_apostrophe), ending, boundary).parse(input)?;
    Ok((rest, TokenKind::Word))
}

/// Words that have lost their beginning: `'em`, `'til`.
pub fn clipped(left: Left, input: &str) -> Lexed<'_> {
    let (input, ()) = provided(!left.glued, input)?;
    let ending = alt((tag_no_case("em"), tag_no_case("til"), tag_no_case("cause"), tag_no_case("tis")));
    let (rest, _) = (satisfy(is_apostrophe), ending, boundary).parse(input)?;
    Ok((rest, TokenKind::Word))
}

/// `US$`, `A$`: a currency sign with its country, before digits.
fn currency(input: &str) -> Lexed<'_> {
    let country = alt((tag("US"), tag("NZ"), tag("HK"), tag("NT"), tag("A"), tag("C"), tag("R"), tag("S")));
    let (rest, _) = (country, char('$')).parse(input)?;
    Ok((rest, TokenKind::Symbol))
}

/// `U.S.`, `a.m.`, `U.S.-led`: single letters, each with its full stop.
fn acronym(input: &str) -> Lexed<'_> {
    let letter = || terminated(satisfy(char::is_alphabetic), char('.'));
    let last = || terminated(satisfy(char::is_alphabetic), boundary);
    let (rest, _) = alt((
        tag("Ph.D."),
        recognize((letter(), fold_many1(letter(), || (), |(), _| ()), opt(last()))),
        recognize((letter(), last())),
    ))
    .parse(input)?;
    let (rest, _) = opt(hyphenated).parse(rest)?;
    Ok((rest, TokenKind::Word))
}

/// `can` of `cannot`, `gon` of `gonna`: words that the treebanks split in two.
fn contraction(input: &str) -> Lexed<'_> {
    let first = alt((
        terminated(tag_no_case("can"), peek((tag_no_case("not"), boundary))),
        terminated(tag_no_case("gon"), peek((tag_no_case("na"), boundary))),
        terminated(tag_no_case("wan"), peek((tag_no_case("na"), boundary))),
        terminated(tag_no_case("got"), peek((tag_no_case("ta"), boundary))),
    ));
    let (rest, _) = terminated(first, not((take_while1(is_word_char), joint))).parse(input)?;
    Ok((rest, TokenKind::Word))
}

/// A hyphen or an apostrophe before another letter.
fn joint(input: &str) -> IResult<&str, ()> {
    let (rest, _) = (satisfy(|c| is_hyphen(c) || is_apostrophe(c)), satisfy(is_word_char)).parse(input)?;
    Ok((rest, ()))
}

/// The few words that keep a stroke: `and/or`, `km/h`.
fn slashed(input: &str) -> Lexed<'_> {
    let (rest, _) = alt((
        tag_no_case("and/or"),
        tag_no_case("he/she"),
        tag_no_case("his/her"),
        tag_no_case("him/her"),
        tag("s/he"),
        tag("km/h"),
        tag_no_case("n/a"),
        tag("w/o"),
    ))
    .parse(input)?;
    let (rest, ()) = boundary(rest)?;
    Ok((rest, TokenKind::Word))
}

/// `Mr.`, `Jan.`, `No.` before a number, `V.` before a name.
fn dotted(input: &str) -> Lexed<'_> {
    let (rest, stem) = terminated(short_letters, char('.')).parse(input)?;
    let (_, ()) = boundary(rest)?;
    let after = rest.trim_start_matches([' ', '\n']);
    let next = after.chars().next();
    let is_initial = stem.chars().nth(1).is_none()
        && stem.chars().all(|c| c.is_uppercase() && c != 'I')
        && next.is_some_and(char::is_uppercase)
        && !opens_sentence(first_word(after));
    let fits = match abbreviation_of(stem) {
        Some(Follows::Anything) => true,
        Some(Follows::Digit) => is_initial || next.is_some_and(char::is_numeric),
        Some(Follows::DateOrSmall) => {
            next.is_some_and(|c| c.is_numeric() || c.is_lowercase() || matches!(c, ',' | ')' | '-' | '–'))
        }
        None => is_initial,
    };
    let (rest, ()) = provided(fits, rest)?;
    Ok((rest, TokenKind::Word))
}

/// A run of at most eight letters: no abbreviation is longer.
fn short_letters(input: &str) -> IResult<&str, &str> {
    nom::bytes::complete::take_while_m_n(1, 8, char::is_alphabetic).parse(input)
}

/// The letters at the start, at most eight.
fn first_word(input: &str) -> &str {
    short_letters(input).map_or("", |(_, word)| word)
}

/// Letters and digits, joined by inner hyphens and apostrophes; without its clitic.
fn compound(input: &str) -> Lexed<'_> {
    let (rest, text) =
        recognize(pair(take_while1(is_word_char), fold_many0(connected, || (), |(), _| ()))).parse(input)?;
    let kind = if text.chars().any(char::is_numeric) { TokenKind::Alphanumeric } else { TokenKind::Word };
    // `don't` is do|n't: the n belongs to the clitic.
    let stem = text.strip_suffix(['n', 'N']).filter(|stem| !stem.is_empty() && negation_tail(rest).is_ok());
    match stem.and_then(|stem| input.get(stem.len()..)) {
        Some(rest) => Ok((rest, kind)),
        None => Ok((rest, kind)),
    }
}

/// `'t`, as in `don't`.
fn negation_tail(input: &str) -> IResult<&str, ()> {
    let (rest, _) = (satisfy(is_apostrophe), one_of("tT"), boundary).parse(input)?;
    Ok((rest, ()))
}

/// A joint and the part of the word behind it.
fn connected(input: &str) -> IResult<&str, &str> {
    alt((hyphenated, apostrophised, initialism)).parse(input)
}

/// `-border`; also behind the hyphens that forbid or allow a line break.
pub fn hyphenated(input: &str) -> IResult<&str, &str> {
    preceded(satisfy(is_hyphen), take_while1(is_word_char)).parse(input)
}

/// `'Neill`, but not a clitic.
fn apostrophised(input: &str) -> IResult<&str, &str> {
    let part = preceded(satisfy(is_apostrophe), take_while1(is_word_char));
    preceded(not(alt((recognize(clitic), recognize(negation_tail)))), part).parse(input)
}

/// `&T` of `AT&T`; `_b` of `a_b`.
fn initialism(input: &str) -> IResult<&str, &str> {
    let ampersand = preceded(
        char('&'),
        verify(take_while1(is_word_char), |part: &str| part.chars().all(char::is_uppercase)),
    );
    alt((terminated(ampersand, not(char(';'))), preceded(char('_'), take_while1(is_word_char)))).parse(input)
}

/// The hyphens that join words; dashes do not.
pub fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}
