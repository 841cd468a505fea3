//! Names made of letters and digits: `A4`, `MH370`, `G20`, `3D`.

use super::atom::Atom;
use super::pair::Part;
use super::same::Said;
use crate::english::{Range, Sentence};
use crate::fact::cell::digit;
use crate::fact::scan::Found;
use crate::fact::{Hedge, Mention, Number, Scope, Value};
use crate::span::Span;

/// The codes of a text, each with its bytes, counted from `base`.
pub fn codes(text: &str, base: u32) -> Vec<(Span, Atom)> {
    let mut out = Vec::new();
    let inside = |c: char| c.is_alphanumeric() || c == '-';
    let mut rest = text.char_indices().peekable();
    while let Some((start, c)) = rest.next() {
        if !inside(c) {
            continue;
        }
        let mut end = start + c.len_utf8();
        while let Some((at, c)) = rest.next_if(|(_, c)| inside(*c)) {
            end = at + c.len_utf8();
        }
        let word = text.get(start..end).unwrap_or("").trim_end_matches('-');
        if let Some(atom) = code(word) {
            let start = base + start as u32;
            out.push((Span::new(start, start + word.len() as u32), atom));
        }
    }
    out
}

/// Letters, at least one a capital, next to digits, and nothing else: no `20-year-old`, no `17th`.
fn code(word: &str) -> Option<Atom> {
    let letters: String = word.chars().filter(|c| c.is_alphabetic()).collect();
    let digits: String =
        word.chars().filter_map(digit).filter_map(|value| char::from_digit(value, 10)).collect();
    let latin = letters.is_ascii() && (1..=8).contains(&letters.len());
    let runs = word.split(|c| digit(c).is_none()).filter(|run| !run.is_empty()).count();
    let opens = word.starts_with(|c: char| c.is_ascii_alphabetic());
    let capital = letters.contains(|c: char| c.is_ascii_uppercase());
    // `50C`, `3PM` may be a unit or a time.
    let shape = opens && (letters.len() > 1 || word.len() <= 5) || word.ends_with('D') && letters.len() == 1;
    if !(latin && capital && shape && runs == 1 && digits.len() <= 9) {
        return None;
    }
    let hash = letters.bytes().fold(0_u64, |hash, b| hash << 8 | u64::from(b.to_ascii_lowercase()));
    Some(Atom::Code(hash, digits.parse().ok()?))
}

/// A part for a code.
pub fn part(fact: usize, atom: Atom) -> Part {
    Part { fact, said: Said { atom, hedged: false }, digits: None, vague: false }
}

/// A code as a fact of the source.
pub fn found(span: Span, atom: Atom) -> Found {
    let number = if let Atom::Code(_, number) = atom { number } else { 0 };
    let value = Value::Label(Number::whole(number.into()));
    Found { span, value, hedge: Hedge::None, hedge_span: None, side: None }
}

/// A code as a fact of the translation.
pub fn mention(index: usize, sentence: &Sentence, found: Found) -> Mention {
    let start = sentence.tokens.partition_point(|t| t.span.end <= found.span.start);
    let end = sentence.tokens.partition_point(|t| t.span.start < found.span.end);
    Mention {
        sentence: index,
        span: found.span,
        tokens: Range::new(start, end.max(start)),
        value: found.value,
        hedge: Hedge::None,
        hedge_span: None,
        role: None,
        side: None,
        scope: Scope::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_with_digits_are_codes() {
        let found = |text: &str| -> Vec<String> {
            codes(text, 0).iter().map(|(span, _)| span.of(text).to_owned()).collect()
        };
        assert_eq!(
            found("On the A4, the iPhone6 and flight MH-370 (3D)."),
            ["A4", "iPhone6", "MH-370", "3D"]
        );
        assert_eq!(found("a 20-year-old, the 17th, 5km, 3PM, 2019-20, £12k"), Vec::<String>::new());
    }
}
