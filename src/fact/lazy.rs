//! The ledger sentence by sentence, as it is asked for: a check that looks at a few sentences has only those read.

use super::ledger::{found_in, names_of, values_of};
use super::quote::quotes;
use super::scan::Found;
use super::{Ledger, Mention};
use crate::english::Document;
use crate::span::Span;
use std::cell::OnceCell;

/// The facts of a document, each part read when it is first asked for. It says the same as [`Ledger`], but that the family
/// name of a person, where it stands alone, is a mere name in [`LazyLedger::in_sentence`], and that quotations are apart.
#[derive(Debug)]
pub struct LazyLedger<'d> {
    document: &'d Document,
    sentences: Vec<Sheet>,
    quotes: OnceCell<Vec<Mention>>,
    whole: OnceCell<Ledger>,
}

/// What is read of a sentence.
#[derive(Debug, Default)]
struct Sheet {
    found: OnceCell<Vec<Found>>,
    values: OnceCell<Vec<Mention>>,
    all: OnceCell<Vec<Mention>>,
}

impl<'d> LazyLedger<'d> {
    /// Nothing read yet.
    pub fn new(document: &'d Document) -> Self {
        let sentences = document.sentences.iter().map(|_| Sheet::default()).collect();
        Self { document, sentences, quotes: OnceCell::new(), whole: OnceCell::new() }
    }

    /// What the words of a sentence alone show, without a parse: nearly all that [`LazyLedger::values`] gives, but some bare
    /// numbers and years may turn out as something else or as nothing.
    pub fn found(&self, index: usize) -> &[Found] {
        let Some((sheet, sentence)) = self.sentences.get(index).zip(self.document.sentences.get(index))
        else {
            return &[];
        };
        sheet.found.get_or_init(|| found_in(sentence))
    }

    /// The values, changes and negations of a sentence, by position; nothing for one that does not exist.
    pub fn values(&self, index: usize) -> &[Mention] {
        let Some((sheet, sentence)) = self.sentences.get(index).zip(self.document.sentences.get(index))
        else {
            return &[];
        };
        sheet.values.get_or_init(|| values_of(index, sentence, self.found(index)))
    }

    /// The values and names of a sentence, by position.
    pub fn in_sentence(&self, index: usize) -> &[Mention] {
        let Some((sheet, sentence)) = self.sentences.get(index).zip(self.document.sentences.get(index))
        else {
            return &[];
        };
        sheet.all.get_or_init(|| {
            let mut all = self.values(index).to_vec();
            all.extend(names_of(index, sentence));
            all.sort_by_key(Mention::order);
            all
        })
    }

    /// The value of a sentence with exactly this span: what a [`super::Change`] points to.
    pub fn at(&self, index: usize, span: Span) -> Option<&Mention> {
        self.in_sentence(index).iter().find(|m| m.span == span)
    }

    /// All quotations, by position.
    pub fn quotes(&self) -> &[Mention] {
        self.quotes.get_or_init(|| {
            let mut all = Vec::new();
            quotes(self.document, &mut all);
            all.sort_by_key(Mention::order);
            all
        })
    }

    /// Everything.
    pub fn whole(&self) -> &Ledger {
        let sentences =
            || (0..self.sentences.len()).flat_map(|index| self.in_sentence(index).iter().cloned());
        self.whole.get_or_init(|| Ledger::complete(self.document, sentences()))
    }
}
