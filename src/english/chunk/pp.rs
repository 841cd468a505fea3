//! Prepositions.

use super::closed::{BY, PREP};
use super::token::{Cell, Cells, Res, fail, one};
use crate::english::{Form, Range, Sentence, Upos};

/// Prepositions of several words.
const MULTI: &[&[&str]] = &[
    &["including"],
    &["following"],
    &["regarding"],
    &["concerning"],
    &["excluding"],
    &["out", "of"],
    &["because", "of"],
    &["according", "to"],
    &["in", "front", "of"],
    &["in", "spite", "of"],
    &["on", "behalf", "of"],
    &["on", "top", "of"],
    &["in", "addition", "to"],
    &["due", "to"],
    &["such", "as"],
    &["along", "with"],
    &["together", "with"],
    &["ahead", "of"],
    &["instead", "of"],
    &["away", "from"],
    &["prior", "to"],
    &["thanks", "to"],
    &["next", "to"],
    &["as", "of"],
    &["as", "for"],
    &["up", "to"],
    &["rather", "than"],
    &["other", "than"],
    &["regardless", "of"],
    &["apart", "from"],
    &["aside", "from"],
    &["contrary", "to"],
    &["owing", "to"],
];

/// A preposition of several words, or a participle that has become one (`according to`, `including`).
pub fn compound<'a>(sentence: &Sentence, input: Cells<'a>) -> Res<'a, Range> {
    let Some(length) = several_words(sentence, input) else { return fail(input) };
    let start = input.peek(0).map_or(0, |c| c.at as usize);
    Ok((Cells(input.0.get(length..).unwrap_or(&[])), Range::new(start, start + length)))
}

/// How many words of a compound preposition stand here.
fn several_words(sentence: &Sentence, input: Cells<'_>) -> Option<usize> {
    let first =
        input.peek(0).filter(|c| !matches!(c.tag.upos, Upos::Punct | Upos::Propn | Upos::Det | Upos::Num))?;
    let word = |ahead: usize| sentence.token_text(first.at as usize + ahead);
    let words = MULTI.iter().find(|words| {
        words.iter().enumerate().all(|(n, w)| input.peek(n).is_some() && word(n).eq_ignore_ascii_case(w))
    })?;
    // `up to lead` is no preposition, nor is `as for` before a clause.
    let last = input.peek(words.len() - 1)?;
    (!(last.is(Upos::Part) && input.peek(words.len()).is_some_and(Cell::verb))).then_some(words.len())
}

/// A single preposition.
pub fn single_word(input: Cells<'_>) -> Res<'_, Range> {
    let next = input.peek(1).unwrap_or_default();
    let (rest, cell) = one(|c| {
        c.is(Upos::Adp) && !c.form(Form::Particle)
            || c.is(Upos::Sconj) && c.has(PREP) && next.form(Form::Ing)
            || c.is(Upos::Adv) && c.has(BY)
    })(input)?;
    if cell.has(PREP) || cell.is(Upos::Adp) { Ok((rest, Range::one(cell.at as usize))) } else { fail(input) }
}
