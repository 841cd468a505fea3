//! Quotations and who is said to have spoken.

use super::Mention;
use super::language::{Class, Language};
use super::value::{Quote, Value};
use crate::english::{Document, Np, Range, Sentence};
use crate::span::Span;

/// A place in a document: sentence and token.
type Place = (usize, usize);

/// The quotations of a document, by position.
pub fn quotes(document: &Document, out: &mut Vec<Mention>) {
    let mut open: Option<(Place, Place)> = None;
    for (index, sentence) in document.sentences.iter().enumerate() {
        // A quotation ends at the latest with its block.
        let new_block = open
            .is_some_and(|((s, _), _)| document.sentences.get(s).is_some_and(|o| o.block != sentence.block));
        if new_block {
            out.extend(open.take().and_then(|(first, last)| mention(document, first, last)));
        }
        for (at, token) in sentence.tokens.iter().enumerate() {
            if token.quoted {
                let last = (index, at);
                open = Some((open.map_or(last, |(first, _)| first), last));
            } else if let Some((first, last)) = open.take() {
                out.extend(mention(document, first, last));
            }
        }
    }
    out.extend(open.and_then(|(first, last)| mention(document, first, last)));
}

fn mention(document: &Document, first: Place, last: Place) -> Option<Mention> {
    let (sentence, end) = (document.sentences.get(first.0)?, document.sentences.get(last.0)?);
    let span = Span::new(sentence.tokens.get(first.1)?.span.start, end.tokens.get(last.1)?.span.end);
    let closed = follower(document, last).is_some_and(is_quotation_mark);
    let tokens = Range::new(first.1, if first.0 == last.0 { last.1 + 1 } else { sentence.tokens.len() });
    let (speaker, speaker_span) = speaker(document, first.0, last.0).unzip();
    let text = span.of(&sentence.text).split_whitespace().collect::<Vec<_>>().join(" ");
    let quote = Quote { text, closed, speaker, speaker_span };
    Some(Mention::plain(first.0, sentence, span, tokens, Value::Quote(quote)))
}

/// The token behind a place, in the same block.
fn follower(document: &Document, (index, at): Place) -> Option<&str> {
    let sentence = document.sentences.get(index)?;
    if at + 1 < sentence.tokens.len() {
        return Some(sentence.token_text(at + 1));
    }
    document
        .sentences
        .get(index + 1)
        .filter(|next| next.block == sentence.block)
        .map(|next| next.token_text(0))
}

fn is_quotation_mark(text: &str) -> bool {
    matches!(
        text,
        "\"" | "”"
            | "“"
            | "''"
            | "``"
            | "'"
            | "’"
            | "‘"
            | "»"
            | "«"
            | "›"
            | "‹"
            | "&quot;"
            | "&#39;"
            | "」"
            | "』"
    )
}

/// The subject of a verb of speaking outside the quotation, in its last sentence, its first, or before a colon.
fn speaker(document: &Document, first: usize, last: usize) -> Option<(String, Span)> {
    let here = document.sentences.get(first)?;
    let before = first.checked_sub(1).and_then(|b| document.sentences.get(b)).filter(|s| {
        s.block == here.block && s.tokens.len().checked_sub(1).is_some_and(|at| s.token_text(at) == ":")
    });
    [document.sentences.get(last), Some(here), before].into_iter().flatten().find_map(speaker_in)
}

fn speaker_in(sentence: &Sentence) -> Option<(String, Span)> {
    let unquoted = |at: &usize| sentence.tokens.get(*at).is_some_and(|t| !t.quoted);
    let verb = (0..sentence.tokens.len()).filter(unquoted).find(|at| is_speech(sentence, *at))?;
    let np = subject_of(sentence, verb).or_else(|| beside(sentence, verb))?;
    let span = sentence.range_span(np.range);
    Some((sentence.range_text(np.range).to_owned(), span))
}

/// Whether a token is a word of speaking; `according` stands for *according to*.
fn is_speech(sentence: &Sentence, at: usize) -> bool {
    let lower = sentence.token_text(at).to_lowercase();
    lower == "according"
        || Language::english().forms(&lower).iter().any(|f| f.class == Class::Speech && f.pieces.len() == 1)
}

/// The subject of the clause with this verb.
fn subject_of(sentence: &Sentence, verb: usize) -> Option<&Np> {
    let parsed = sentence.parsed();
    let clause = parsed
        .clauses
        .iter()
        .find(|c| parsed.vps.get(usize::from(c.vp)).is_some_and(|vp| usize::from(vp.verb) == verb))?;
    let np = parsed.nps.get(usize::from(*clause.subj.first()?))?;
    sentence.tokens.get(usize::from(np.head)).filter(|t| !t.quoted)?;
    Some(np)
}

/// How many tokens from the verb the speaker may stand where the parse names none.
const NEAR: usize = 3;

/// The noun phrase right behind the verb (`said Smith`), else right before it.
fn beside(sentence: &Sentence, verb: usize) -> Option<&Np> {
    let nps = &sentence.parsed().nps;
    let unquoted = |np: &&Np| sentence.tokens.get(usize::from(np.head)).is_some_and(|t| !t.quoted);
    let behind = nps.iter().filter(unquoted).find(|np| {
        let start = usize::from(np.range.start);
        start > verb && start <= verb + NEAR
    });
    behind.or_else(|| {
        nps.iter().rev().filter(unquoted).find(|np| {
            let end = usize::from(np.range.end);
            end <= verb && end + NEAR > verb
        })
    })
}
