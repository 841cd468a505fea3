//! Whether a filler passes its test.

use super::Finder;
use super::roles::Filled;
use crate::english::tag::Form;
use crate::english::{Np, Upos};
use crate::pattern::compile::FillerTest;
use crate::pattern::syntax::names::What;
use crate::pattern::token::{TokenTest, names};

/// Personal pronouns, as fillers see them.
const PERSONAL: &[&str] = &[
    "he",
    "her",
    "him",
    "i",
    "it",
    "me",
    "she",
    "them",
    "themselves",
    "they",
    "us",
    "we",
    "you",
    "himself",
    "itself",
];

impl Finder<'_> {
    /// Whether a filler passes. What has no head (a clause, a preposition alone) passes `_` only.
    pub(super) fn passes(&self, test: &FillerTest, filled: &Filled) -> bool {
        let np = filled.np.and_then(|i| self.parsed.nps.get(i));
        let Some(head) = filled.head else { return *test == FillerTest::Any };
        match test {
            FillerTest::Any => true,
            FillerTest::Words(words) => self.ends_with(words, head).is_some(),
            FillerTest::List(list) => self.view.lists.ends_at(*list, self.view.sentence, head).is_some(),
            FillerTest::Token(test) => self.head_passes(test, head, np),
            FillerTest::Pron => PERSONAL.contains(&self.lower(head).as_str()),
            FillerTest::Def => np.is_some_and(|np| self.is_definite(np)),
            FillerTest::Indef => {
                np.and_then(|np| np.det).is_some_and(|d| matches!(&*self.lower(d as usize), "a" | "an"))
            }
            FillerTest::Bare => {
                np.is_some_and(|np| np.det.is_none() && np.possessor.is_none() && !np.pronoun)
            }
            FillerTest::Plural => np.map_or_else(|| self.form(head) == Form::Pl, |np| np.plural),
            FillerTest::Singular => np.map_or_else(|| self.form(head) == Form::Sg, |np| !np.plural),
            FillerTest::Has(inner) => np.is_some_and(|np| self.has_modifier(inner, np)),
            FillerTest::Not(inner) => !self.passes(inner, filled),
            FillerTest::All(all) => all.iter().all(|t| self.passes(t, filled)),
            FillerTest::OneOf(all) => all.iter().any(|t| self.passes(t, filled)),
        }
    }

    fn lower(&self, at: usize) -> String {
        self.view.sentence.token_text(at).to_lowercase()
    }

    fn form(&self, at: usize) -> Form {
        self.parsed.tags.get(at).map_or(Form::None, |tag| tag.form)
    }

    /// The entity of the phrase counts for its head.
    fn head_passes(&self, test: &TokenTest, head: usize, np: Option<&Np>) -> bool {
        let named = match test {
            TokenTest::What(What::Entity(kind)) => {
                np.and_then(|np| np.entity).is_some_and(|found| names(*kind, found))
            }
            _ => false,
        };
        named || self.view.passes(test, head)
    }

    /// `the`, a demonstrative, a possessor.
    fn is_definite(&self, np: &Np) -> bool {
        np.possessor.is_some()
            || np.det.is_some_and(|det| {
                let poss = self.form(det as usize) == Form::Poss;
                poss || matches!(
                    &*self.lower(det as usize),
                    "the" | "this" | "that" | "these" | "those" | "both"
                )
            })
    }

    fn has_modifier(&self, test: &FillerTest, np: &Np) -> bool {
        np.modifiers.iter().any(|&at| {
            let at = at as usize;
            // A number before the head is no adjective to most rules, but a rule may name it.
            let numeral = self.parsed.tags.get(at).is_some_and(|tag| tag.upos == Upos::Num);
            let filled =
                Filled { prep: None, np: None, head: Some(at), range: crate::english::Range::one(at) };
            (!numeral || *test != FillerTest::Any) && self.passes(test, &filled)
        })
    }
}
