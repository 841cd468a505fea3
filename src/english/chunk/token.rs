//! Tagged tokens as nom input.

use super::closed::{self, Class};
use crate::english::{Entity, Form, Parsed, Sentence, Tag, Upos};
use nom::{IResult, Input, Needed};
use std::iter::{Copied, Enumerate};
use std::slice::Iter;

/// A token with all that the grammar asks of it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Cell {
    /// Its index in the sentence.
    pub at: u16,
    /// Its tag.
    pub tag: Tag,
    /// Its closed classes.
    pub class: Class,
    /// What it names.
    pub entity: Option<Entity>,
}

impl Cell {
    /// Whether it has the part of speech.
    pub fn is(self, upos: Upos) -> bool {
        self.tag.upos == upos
    }
    /// Whether it has the form.
    pub fn form(self, form: Form) -> bool {
        self.tag.form == form
    }
    /// Whether it has one of the classes.
    pub fn has(self, class: Class) -> bool {
        self.class.has(class)
    }
    /// Common noun, name, or foreign word.
    pub fn noun(self) -> bool {
        matches!(self.tag.upos, Upos::Noun | Upos::Propn | Upos::X)
    }
    /// Any verb or auxiliary.
    pub fn verb(self) -> bool {
        matches!(self.tag.upos, Upos::Verb | Upos::Aux)
    }
}

/// The cells of a sentence.
pub fn cells(sentence: &Sentence, parsed: &Parsed) -> Vec<Cell> {
    (0..sentence.tokens.len().min(u16::MAX as usize))
        .map(|at| Cell {
            at: at as u16,
            tag: parsed.tags.get(at).copied().unwrap_or_default(),
            class: closed::class(sentence.token_text(at)),
            entity: parsed.entities.get(at).copied().flatten(),
        })
        .collect()
}

/// A run of cells: nom's input.
#[derive(Clone, Copy, Debug)]
pub struct Cells<'a>(pub &'a [Cell]);

/// What a production gives.
pub type Res<'a, T> = IResult<Cells<'a>, T, ()>;

impl Cells<'_> {
    /// The cell `ahead` places further, if there is one.
    pub fn peek(&self, ahead: usize) -> Option<Cell> {
        self.0.get(ahead).copied()
    }
}

impl<'a> Input for Cells<'a> {
    type Item = Cell;
    type Iter = Copied<Iter<'a, Cell>>;
    type IterIndices = Enumerate<Self::Iter>;

    fn input_len(&self) -> usize {
        self.0.len()
    }
    fn take(&self, index: usize) -> Self {
        Cells(self.0.get(..index).unwrap_or(self.0))
    }
    fn take_from(&self, index: usize) -> Self {
        Cells(self.0.get(index..).unwrap_or(&[]))
    }
    fn take_split(&self, index: usize) -> (Self, Self) {
        (self.take_from(index), self.take(index))
    }
    fn position<P: Fn(Cell) -> bool>(&self, predicate: P) -> Option<usize> {
        self.0.iter().position(|c| predicate(*c))
    }
    fn iter_elements(&self) -> Self::Iter {
        self.0.iter().copied()
    }
    fn iter_indices(&self) -> Self::IterIndices {
        self.iter_elements().enumerate()
    }
    fn slice_index(&self, count: usize) -> Result<usize, Needed> {
        if self.0.len() >= count { Ok(count) } else { Err(Needed::new(count - self.0.len())) }
    }
}

/// One cell that passes a test.
pub fn one<'a>(test: impl Fn(Cell) -> bool) -> impl Fn(Cells<'a>) -> Res<'a, Cell> {
    move |input| match input.0.split_first() {
        Some((&first, rest)) if test(first) => Ok((Cells(rest), first)),
        _ => fail(input),
    }
}

/// The error of every production.
pub fn fail<T>(input: Cells<'_>) -> Res<'_, T> {
    let _ = input;
    Err(nom::Err::Error(()))
}
