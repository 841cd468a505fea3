//! Wordings of source languages that rules name: `effet de levier`, `trânsit*`, `palanca ... financiera`.

use crate::span::Span;

/// How many words may stand at `...`.
const GAP: usize = 3;

/// Phrases by language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wordings {
    /// ISO 639-1 code and phrases, in the order of the rule file.
    languages: Vec<(Box<str>, Vec<Phrase>)>,
}

/// A phrase: words that follow each other.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Phrase {
    words: Vec<Word>,
    /// As written, where the script has no spaces between words: any place of the text may hold it.
    whole: Option<Box<str>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Word {
    /// In small letters.
    Exact(Box<str>),
    /// Begins so.
    Prefix(Box<str>),
    /// Up to [`GAP`] words.
    Gap,
}

impl Wordings {
    /// Adds the phrases of a language. Words stand between spaces; one that ends in `*` stands for all words that begin
    /// so; `...` stands for up to three words.
    pub fn add<'p>(&mut self, language: &str, phrases: impl Iterator<Item = &'p str>) {
        self.languages.push((language.into(), phrases.map(Phrase::read).collect()));
    }

    /// Whether no language is named.
    pub fn is_empty(&self) -> bool {
        self.languages.is_empty()
    }

    /// Where the first phrase of a language stands in a text.
    pub fn find(&self, language: &str, text: &str) -> Option<Span> {
        let mut phrases =
            self.languages.iter().filter(|(code, _)| **code == *language).flat_map(|(_, p)| p).peekable();
        phrases.peek()?;
        let words = split(text);
        phrases.find_map(|phrase| phrase.find(text, &words))
    }
}

/// The words of a text in small letters.
fn split(text: &str) -> Vec<(Span, String)> {
    let mut words = Vec::new();
    let mut start = None;
    let ends = text.char_indices().chain(std::iter::once((text.len(), ' ')));
    for (at, c) in ends {
        match (c.is_alphanumeric(), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                let word = text.get(from..at).unwrap_or("").to_lowercase();
                words.push((Span::new(from as u32, at as u32), word));
                start = None;
            }
            _ => {}
        }
    }
    words
}

/// Whether a script writes no spaces between words.
fn is_unspaced(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}'))
}

impl Phrase {
    fn read(text: &str) -> Self {
        let whole = is_unspaced(text).then(|| text.into());
        let mut words = Vec::new();
        for part in text.split_whitespace() {
            if matches!(part, "..." | "…") {
                words.push(Word::Gap);
                continue;
            }
            // `l'effet` is two words in the text as well.
            let pieces = split(part);
            let last = pieces.len().saturating_sub(1);
            for (at, (_, word)) in pieces.into_iter().enumerate() {
                let stem = at == last && part.ends_with('*');
                words.push(if stem { Word::Prefix(word.into()) } else { Word::Exact(word.into()) });
            }
        }
        Self { words, whole }
    }

    fn find(&self, text: &str, words: &[(Span, String)]) -> Option<Span> {
        if let Some(whole) = &self.whole {
            let start = text.find(&**whole)?;
            return Some(Span::new(start as u32, (start + whole.len()) as u32));
        }
        if self.words.is_empty() {
            return None;
        }
        (0..words.len()).find_map(|start| {
            let end = end(&self.words, words, start)?;
            let (first, last) = (words.get(start)?.0, words.get(end.checked_sub(1)?)?.0);
            Some(first.hull(last))
        })
    }
}

/// Where the words of a phrase end if they begin at a word of the text.
fn end(phrase: &[Word], words: &[(Span, String)], at: usize) -> Option<usize> {
    let Some((first, rest)) = phrase.split_first() else { return Some(at) };
    let fits = match first {
        Word::Gap => return (0..=GAP).find_map(|skip| end(rest, words, at + skip)),
        Word::Exact(word) => words.get(at)?.1 == **word,
        Word::Prefix(stem) => words.get(at)?.1.starts_with(&**stem),
    };
    if fits { end(rest, words, at + 1) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn found(language: &str, phrases: &[&str], text: &str) -> Option<String> {
        let mut wordings = Wordings::default();
        wordings.add("fr", phrases.iter().copied());
        wordings.find(language, text).map(|span| span.of(text).to_owned())
    }

    #[test]
    fn words_stems_and_gaps() {
        let text = "L'effet de levier des banques a joué.";
        for (phrase, expected) in [
            ("effet de levier", Some("effet de levier")),
            ("l'effet de levier", Some("L'effet de levier")),
            ("effet* ... banqu*", Some("effet de levier des banques")),
            ("effets de levier", None),
            ("banque", None),
            ("effet ... joué", None),
        ] {
            assert_eq!(found("fr", &[phrase], text).as_deref(), expected, "{phrase}");
        }
        assert_eq!(found("es", &["effet"], text), None);
        assert_eq!(found("fr", &["杠杆"], "银行的杠杆率").as_deref(), Some("杠杆"));
    }

    proptest! {
        #[test]
        fn any_text_may_be_searched(phrase in "\\PC{0,20}", text in "\\PC{0,40}") {
            if let Some(found) = found("fr", &[&phrase], &text) {
                prop_assert!(text.contains(&found));
            }
        }
    }
}
