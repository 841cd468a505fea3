//! Letters of another script that look like Latin ones inside a Latin word (`Рutin` with a Cyrillic *Р*).

use super::{CheckContext, CheckMatch, Entry};
use crate::english::Range;
use crate::finding::Basis;
use crate::text::TokenKind;

pub(super) const ENTRY: Entry =
    Entry { name: "mixed-script", run, basis: Basis::Target, arguments: &[], names: &["word", "letters"] };

fn run(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    let mut found = Vec::new();
    for (index, sentence) in context.sentences() {
        for (at, token) in sentence.tokens.iter().enumerate() {
            let word = sentence.token_text(at);
            let kind = matches!(token.kind, TokenKind::Word | TokenKind::Alphanumeric);
            if word.is_ascii() || !kind {
                continue;
            }
            let Some(latin) = latin(word) else { continue };
            let letters: String = word.chars().filter(|c| of(*c).is_some()).collect();
            let one = Range::one(at);
            found.push(
                CheckMatch::new(index, one)
                    .string("letters", letters)
                    .string("word", latin.clone())
                    .suggest(one, latin),
            );
        }
    }
    found
}

/// The word in Latin letters, if it mixes Latin letters with others that all look like Latin ones.
pub(super) fn latin(word: &str) -> Option<String> {
    let (mut plain, mut alike) = (false, false);
    let mut out = String::with_capacity(word.len());
    for c in word.chars() {
        if let Some(twin) = of(c) {
            alike = true;
            out.push(twin);
        } else if is_other_script(c) {
            return None;
        } else {
            plain |= c.is_alphabetic();
            out.push(c);
        }
    }
    (plain && alike).then_some(out)
}

/// Whether the letter is Greek, Cyrillic or Armenian.
fn is_other_script(c: char) -> bool {
    c.is_alphabetic() && ('\u{370}'..='\u{58F}').contains(&c)
}

/// The Latin letter that a Cyrillic or Greek one looks like. Small Greek letters other than omicron are signs of science.
const fn of(c: char) -> Option<char> {
    Some(match c {
        'А' | 'Α' => 'A',
        'В' | 'Β' => 'B',
        'С' => 'C',
        'Е' | 'Ε' => 'E',
        'Н' | 'Η' => 'H',
        'І' | 'Ι' => 'I',
        'Ј' => 'J',
        'К' | 'Κ' => 'K',
        'М' | 'Μ' => 'M',
        'Ν' => 'N',
        'О' | 'Ο' => 'O',
        'Р' | 'Ρ' => 'P',
        'Ѕ' => 'S',
        'Т' | 'Τ' => 'T',
        'Х' | 'Χ' => 'X',
        'Υ' | 'Ү' => 'Y',
        'Ζ' => 'Z',
        'а' => 'a',
        'с' => 'c',
        'е' => 'e',
        'і' => 'i',
        'ј' => 'j',
        'о' | 'ο' => 'o',
        'р' => 'p',
        'ѕ' => 's',
        'у' => 'y',
        'х' => 'x',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::latin;

    #[test]
    fn only_a_mixture_of_twins_is_latin() {
        for (word, right) in [
            ("Рutin", Some("Putin")),
            ("Мoscow", Some("Moscow")),
            ("Kуiv", Some("Kyiv")),
            ("Moscow", None),
            ("Москва", None),
            ("ВСУ", None),
            ("Мoсkвa", None),
            ("μm", None),
            ("Łódź", None),
        ] {
            assert_eq!(latin(word).as_deref(), right, "{word}");
        }
    }
}
