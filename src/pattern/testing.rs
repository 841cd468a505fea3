//! What the tests of this module share.
#![allow(clippy::unwrap_used)]

use super::compile::{FrameProgram, Program, compile_frame, compile_pattern};
use super::list::Lists;
use super::syntax::{parse_frame, parse_pattern};
use crate::article::Article;
use crate::english::words::Words;
use crate::english::{Entity, Sentence, parse};
use crate::source::Format;
use crate::text::vocab::Vocabulary;
use std::cell::OnceCell;

/// Lists and the vocabulary.
pub(crate) struct Fixture {
    pub vocabulary: Vocabulary,
    pub lists: Lists,
}

impl Fixture {
    pub fn new(lists: &[(&str, &str)]) -> Self {
        let mut vocabulary = Vocabulary::default();
        let (lists, problems) = Lists::build(lists.iter().copied(), &mut vocabulary);
        assert_eq!(problems, []);
        Self { vocabulary, lists }
    }

    pub fn pattern(&mut self, text: &str) -> Program {
        let pattern = parse_pattern(text).unwrap_or_else(|e| panic!("{text}: {e:?}"));
        compile_pattern(&pattern, &self.lists, &mut self.vocabulary)
            .unwrap_or_else(|e| panic!("{text}: {e:?}"))
    }

    pub fn frame(&mut self, text: &str) -> FrameProgram {
        let frame = parse_frame(text).unwrap_or_else(|e| panic!("{text}: {e:?}"));
        compile_frame(&frame, &self.lists, &mut self.vocabulary).unwrap_or_else(|e| panic!("{text}: {e:?}"))
    }
}

/// Names that the tests mention: patterns are tested apart from the gazetteer.
const NAMES: &[(&str, Entity)] = &[
    ("France", Entity::Country),
    ("Monday", Entity::Weekday),
    ("Moscow", Entity::City),
    ("Paris", Entity::City),
    ("Anna", Entity::Person),
    ("Berg", Entity::Person),
];

/// The first sentence of a text, lexed with the words that the fixture's patterns have brought so far, and parsed.
pub(crate) fn sentence(fixture: &Fixture, text: &str) -> Sentence {
    let article = Article::read(text, Format::Text);
    let mut words = Words::new(&fixture.vocabulary);
    let mut sentence = parse::document(&article, &mut words).sentences.into_iter().next().unwrap();
    let mut parsed = sentence.parsed().clone();
    for (at, entity) in parsed.entities.iter_mut().enumerate() {
        let name = NAMES.iter().find(|(name, _)| *name == sentence.token_text(at));
        *entity = name.map(|(_, entity)| *entity);
    }
    sentence.parsed = OnceCell::from(parsed);
    sentence
}
