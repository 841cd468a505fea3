//! Sentences that say the opposite of their source: a negation too many or too few, words of opposite sense.
//!
//! Only what is sure is said: a negation counts as added where nothing in the source turns anything round, neither a
//! negator nor a word that a translator may render as one; as lost where nothing in the translation does. The words stand
//! in `data/polarity.tsv`.

mod form;
mod table;

use crate::align::{Alignment, Link, SourceText};
use crate::english::{Document, Range, Sentence};
use crate::span::Span;
use form::Reading;
use table::{Class, Table, opposites};

/// The senses of pronouns.
const GENDERS: [&str; 2] = ["male", "female"];

/// How sure a link must be.
const SURE: f32 = 0.7;

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// The translation negates what the source affirms.
    Added,
    /// The translation affirms what the source negates.
    Lost,
    /// The translation has a word of the opposite sense.
    Opposite,
    /// The translation has the pronoun of the other sex.
    Gender,
    /// The translation says as a fact what the source says is claimed.
    Hedge,
}

/// A sentence that says the opposite of its source.
#[derive(Clone, Debug, PartialEq)]
pub struct Flip {
    /// What happened.
    pub turn: Turn,
    /// The word of the source, in bytes of [`SourceText::text`]; empty where nothing stands there.
    pub source: Span,
    /// The sentence of the translation.
    pub sentence: usize,
    /// The word of the translation; the whole sentence where a word is lacking.
    pub tokens: Range,
}

/// All sentences of a translation that surely say the opposite of their source.
pub fn flips(text: &SourceText, alignment: &Alignment, document: &Document) -> Vec<Flip> {
    let Some(table) = text.code.as_deref().filter(|_| alignment.belongs()).and_then(Table::of) else {
        return Vec::new();
    };
    let Some(english) = Table::of("en") else { return Vec::new() };
    let sure = alignment
        .links
        .iter()
        .filter(|link| link.certainty >= SURE && !link.source.is_empty() && !link.target.is_empty());
    sure.flat_map(|link| {
        let pair = Pair { text, document, link, table, english };
        pair.negation().into_iter().chain(pair.opposite()).chain(pair.hedge())
    })
    .collect()
}

/// Linked sentences.
struct Pair<'a> {
    text: &'a SourceText,
    document: &'a Document,
    link: &'a Link,
    table: &'static Table,
    english: &'static Table,
}

impl Pair<'_> {
    fn negation(&self) -> Option<Flip> {
        let source = self.source();
        let negated = self.negators();
        let own = source.find(self.table, Class::Negator);
        match (negated.first(), own) {
            (Some(&(sentence, tokens)), None) => {
                let turned = source.find(self.table, Class::Near).is_some() || source.has_english_negation();
                (!turned).then_some(Flip { turn: Turn::Added, source: Span::default(), sentence, tokens })
            }
            (None, Some(span)) => {
                let turned = self.targets().any(|(_, sentence)| {
                    let reading = Reading::new(whole(sentence), 0, self.english);
                    reading.finds_any(self.english, &[Class::Negator, Class::Near])
                        || has_negation(whole(sentence))
                });
                let (index, sentence) = self.targets().next().filter(|_| !turned)?;
                let tokens = Range::new(0, sentence.tokens.len());
                Some(Flip { turn: Turn::Lost, source: span, sentence: index, tokens })
            }
            _ => None,
        }
    }

    /// A hedge of the source for which nothing in the translation can stand.
    fn hedge(&self) -> Option<Flip> {
        let span = self.source().find(self.table, Class::Hedge)?;
        let hedged = self.targets().any(|(_, sentence)| {
            Reading::new(whole(sentence), 0, self.english)
                .finds_any(self.english, &[Class::Hedge, Class::NearHedge])
        });
        let (index, sentence) = self.targets().next().filter(|_| !hedged)?;
        let tokens = Range::new(0, sentence.tokens.len());
        Some(Flip { turn: Turn::Hedge, source: span, sentence: index, tokens })
    }

    /// A word whose opposite, and nothing like it, stands on the other side.
    fn opposite(&self) -> Option<Flip> {
        let source = self.source();
        // `did not deny` confirms.
        if source.find(self.table, Class::Negator).is_some() {
            return None;
        }
        opposites().iter().flat_map(|&(a, b)| [(a, b), (b, a)]).find_map(|(here, there)| {
            let span = source.find(self.table, Class::Sense(here))?;
            if source.finds_any(self.table, &[Class::Sense(there), Class::NearSense(there)]) {
                return None;
            }
            let (mut found, mut kept) = (None, false);
            for (index, sentence) in self.targets() {
                let reading = Reading::new(whole(sentence), start(sentence), self.english);
                let same = [Class::Sense(here), Class::NearSense(here), Class::Negator];
                kept |= reading.finds_any(self.english, &same) || has_negation(whole(sentence));
                found = found.or_else(|| Some((index, reading.find(self.english, Class::Sense(there))?)));
            }
            let (index, word) = found.filter(|_| !kept)?;
            let tokens = touched(self.document.sentences.get(index)?, word)?;
            let turn = if GENDERS.contains(&here) { Turn::Gender } else { Turn::Opposite };
            Some(Flip { turn, source: span, sentence: index, tokens })
        })
    }

    /// The words of the source.
    fn source(&self) -> Reading {
        let sentences = self.link.source.clone().filter_map(|i| self.text.sentences.get(i));
        let span = sentences.map(|s| s.span).reduce(Span::hull).unwrap_or_default();
        Reading::new(span.of(&self.text.text), span.start, self.table)
    }

    fn targets(&self) -> impl Iterator<Item = (usize, &Sentence)> {
        self.link.target.clone().filter_map(|i| Some((i, self.document.sentences.get(i)?)))
    }

    /// The negators of the translation, each with the auxiliary that it is joined to.
    fn negators(&self) -> Vec<(usize, Range)> {
        let mut found = Vec::new();
        for (index, sentence) in self.targets() {
            let reading = Reading::new(whole(sentence), start(sentence), self.english);
            for at in 0..sentence.tokens.len() {
                let word = sentence.token_text(at).to_ascii_lowercase();
                let short = matches!(&*word, "n't" | "n’t");
                let negator = short || matches!(&*word, "not" | "never" | "cannot");
                let spared = || sentence.tokens.get(at).is_some_and(|t| reading.is_neutral(t.span));
                if negator && !spared() {
                    found.push((index, Range::new(at - usize::from(short && at > 0), at + 1)));
                }
            }
        }
        found
    }
}

fn whole(sentence: &Sentence) -> &str {
    sentence.range_text(Range::new(0, sentence.tokens.len()))
}

/// Where a sentence begins in its block.
fn start(sentence: &Sentence) -> u32 {
    sentence.tokens.first().map_or(0, |t| t.span.start)
}

/// Whether an English text has any negator, be it in a phrase that turns nothing round.
fn has_negation(text: &str) -> bool {
    let small = text.to_ascii_lowercase();
    let mut words = small.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’');
    words.any(|word| {
        matches!(word, "not" | "never" | "cannot") || word.ends_with("n't") || word.ends_with("n’t")
    })
}

/// The tokens that a span touches.
fn touched(sentence: &Sentence, span: Span) -> Option<Range> {
    let first = sentence.tokens.iter().position(|t| t.span.overlaps(span))?;
    let count = sentence.tokens.iter().skip(first).take_while(|t| t.span.overlaps(span)).count();
    Some(Range::new(first, first + count))
}

#[cfg(test)]
mod tests;
