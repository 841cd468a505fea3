//! Names of a sentence against those of its source.
//!
//! Two questions, since in most scripts names cannot be told by a capital: has each name of the translation something in
//! the source that it can stand for (by table, or by sound), and has each name of the source, as far as it can be told for one,
//! something in the translation? Both answers must be *no* before much is said: what is doubtful counts as kept.

mod english;
mod foreign;
mod sides;

use crate::align::{Alignment, Link, SourceText};
use crate::compare::Status;
use crate::english::{Document, Range, Sentence};
use crate::romanise::exonym;
use crate::span::Span;
use english::English;
use sides::Sides;

/// What became of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameJudgement {
    /// [`Status::Changed`], [`Status::Lost`] or [`Status::Added`]; kept names are not listed.
    pub status: Status,
    /// Bytes of the source sentence: the name there, if one is without a counterpart.
    pub source: Option<Span>,
    /// Index of a sentence of the translation and its tokens: the name that nothing in the source stands for.
    pub target: Option<(usize, Range)>,
    /// How English would call the name of the source.
    pub english: Option<String>,
}

/// A judgement in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameFate {
    /// What became of the name.
    pub status: Status,
    /// Its bytes in [`SourceText::text`].
    pub source: Option<Span>,
    /// Index into [`Document::sentences`] and tokens there; of a lost name the whole first sentence that should have it.
    pub target: (usize, Range),
    /// How English would call the name of the source.
    pub english: Option<String>,
}

/// The names of all linked sentences that are not kept. A name that a neighbouring sentence has on the other side counts
/// as kept: pronouns and names change places.
pub fn fates(text: &SourceText, alignment: &Alignment, document: &Document) -> Vec<NameFate> {
    let known = |code: &&str| alignment.belongs() && *code != "en" && exonym::covers(code);
    let Some(language) = text.code.as_deref().filter(known) else { return Vec::new() };
    let mut out = Vec::new();
    for (at, link) in alignment.links.iter().enumerate() {
        if link.source.is_empty() || link.target.is_empty() || link.certainty < SURE_LINK {
            continue;
        }
        let narrow = Stretch::new(text, document, std::slice::from_ref(link));
        let found = narrow.compare(language);
        if found.is_empty() {
            continue;
        }
        let first = at.saturating_sub(1);
        let around = alignment.links.get(first..(at + 2).min(alignment.links.len())).unwrap_or(&[]);
        let wide = if around.len() > 1 {
            let wide = Stretch::new(text, document, around);
            wide.compare(language).into_iter().map(|j| wide.fate(j)).collect()
        } else {
            found.iter().cloned().map(|j| narrow.fate(j)).collect::<Vec<_>>()
        };
        let missing = |fate: &NameFate| fate.source.is_none() || wide.iter().any(|w| w.source == fate.source);
        let strange =
            |fate: &NameFate| fate.status == Status::Lost || wide.iter().any(|w| w.target == fate.target);
        for fate in found.into_iter().map(|j| narrow.fate(j)) {
            match fate.status {
                _ if missing(&fate) && strange(&fate) => out.push(fate),
                Status::Changed if strange(&fate) => {
                    out.push(NameFate { status: Status::Added, source: None, english: None, ..fate });
                }
                _ => {}
            }
        }
    }
    out
}

/// Links of which less is sure say nothing of names.
const SURE_LINK: f32 = 0.5;

/// A source with fewer letters, and fewer than the translation has words, is no source.
const LEAST_LETTERS: usize = 12;

/// The two sides of some links that follow each other.
struct Stretch<'a> {
    source: &'a str,
    /// Where the source begins in the whole.
    start: u32,
    /// The first sentence of the translation.
    first: usize,
    sentences: Vec<&'a Sentence>,
}

impl<'a> Stretch<'a> {
    fn new(text: &'a SourceText, document: &'a Document, links: &[Link]) -> Self {
        let bounds = |of: fn(&Link) -> &std::ops::Range<usize>| {
            let start = links.first().map_or(0, |l| of(l).start);
            start..links.last().map_or(start, |l| of(l).end)
        };
        let source = text.sentences.get(bounds(|l| &l.source)).unwrap_or(&[]);
        let span = match (source.first(), source.last()) {
            (Some(a), Some(b)) => a.span.hull(b.span),
            _ => Span::default(),
        };
        let target = bounds(|l| &l.target);
        let first = target.start;
        let sentences = document.sentences.get(target).unwrap_or(&[]).iter().collect();
        Self { source: span.of(&text.text), start: span.start, first, sentences }
    }

    fn compare(&self, language: &str) -> Vec<NameJudgement> {
        names_compare(self.source, language, &self.sentences)
    }

    fn fate(&self, judgement: NameJudgement) -> NameFate {
        let NameJudgement { status, source, target, english } = judgement;
        let whole = || (0, Range::new(0, self.sentences.first().map_or(0, |s| s.tokens.len())));
        let (sentence, range) = target.unwrap_or_else(whole);
        NameFate {
            status,
            source: source.map(|s| Span::new(s.start + self.start, s.end + self.start)),
            target: (self.first + sentence, range),
            english,
        }
    }
}

/// Compares the names of some sentences with those of their source, of which the language is an ISO 639-1 code.
pub fn names_compare(source: &str, language: &str, target: &[&Sentence]) -> Vec<NameJudgement> {
    // Of a stub nothing can be missed.
    let length: usize = target.iter().map(|s| s.tokens.len()).sum();
    if source.chars().filter(|c| c.is_alphabetic()).count() < length.min(LEAST_LETTERS) {
        return Vec::new();
    }
    let sides = Sides::new(source, language, target);
    let english = sides.english_names();
    let foreign = sides.foreign_names();
    let strange: Vec<&English> = english.iter().filter(|n| !n.supported).collect();
    let mut missing = foreign.iter().filter(|n| !n.supported);
    let mut out = Vec::new();
    for name in strange {
        let lost = missing.next();
        out.push(NameJudgement {
            status: if lost.is_some() { Status::Changed } else { Status::Added },
            source: lost.map(|l| l.span),
            target: Some(name.place),
            english: lost.and_then(|l| l.english.first().cloned()),
        });
    }
    // Where words have many endings, too few of them are known as ordinary.
    let sure = !matches!(language, "tr" | "fi" | "hu" | "id" | "vi");
    out.extend(missing.filter(|lost| lost.listed || sure).map(|lost| NameJudgement {
        status: Status::Lost,
        source: Some(lost.span),
        target: None,
        english: lost.english.first().cloned(),
    }));
    out
}

#[cfg(test)]
mod tests;
