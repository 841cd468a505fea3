//! From syntax trees to programs: words and lists become numbers, and what a sentence must contain is worked out.

mod frame;
mod require;
mod sequence;
#[cfg(test)]
mod tests;

pub use frame::{FillerTest, FrameProgram, HeadTest, RoleKind, RoleTest};
pub use require::{Group, Requirement};
pub use sequence::{Op, Program};

use super::list::Lists;
use super::syntax::PatternError;
use super::syntax::ast::{At, Frame, Pattern, Test};
use super::token::{FormSet, TokenTest};
use crate::text::vocab::Vocabulary;

/// Compiles a sequence pattern. Its words are added to the vocabulary.
///
/// # Errors
/// Unknown lists, captures bound twice or not at all, a pattern that may match nothing, one without a word, lemma
/// or list to find it by; all that are found, by position.
pub fn compile_pattern(
    pattern: &Pattern,
    lists: &Lists,
    vocabulary: &mut Vocabulary,
) -> Result<Program, Vec<PatternError>> {
    let mut compiler = Compiler::new(lists, vocabulary);
    let program = sequence::program(pattern, &mut compiler);
    compiler.finish(program)
}

/// Compiles a frame. Its words are added to the vocabulary.
///
/// # Errors
/// Unknown lists, roles that this kind of head does not have, roles bound twice; all that are found, by position.
pub fn compile_frame(
    frame: &Frame,
    lists: &Lists,
    vocabulary: &mut Vocabulary,
) -> Result<FrameProgram, Vec<PatternError>> {
    let mut compiler = Compiler::new(lists, vocabulary);
    let program = frame::program(frame, &mut compiler);
    compiler.finish(program)
}

/// What the compilation of one pattern needs and collects.
struct Compiler<'a> {
    lists: &'a Lists,
    vocabulary: &'a mut Vocabulary,
    errors: Vec<PatternError>,
}

impl<'a> Compiler<'a> {
    fn new(lists: &'a Lists, vocabulary: &'a mut Vocabulary) -> Self {
        Self { lists, vocabulary, errors: Vec::new() }
    }

    fn error(&mut self, at: At, message: impl Into<String>, help: Option<String>) {
        self.errors.push(PatternError { at: at.range(), message: message.into(), help });
    }

    fn finish<T>(mut self, program: T) -> Result<T, Vec<PatternError>> {
        if self.errors.is_empty() {
            return Ok(program);
        }
        self.errors.sort_by_key(|e| (e.at.start, e.at.end));
        Err(self.errors)
    }

    /// The number of a word in small letters.
    fn word(&mut self, word: &str) -> crate::text::vocab::Sym {
        self.vocabulary.intern(&word.to_lowercase().replace('’', "'"))
    }

    fn words(&mut self, words: &[String]) -> Box<[crate::text::vocab::Sym]> {
        words.iter().map(|w| self.word(w)).collect()
    }

    /// The number of a list; an unknown one is an error.
    fn list(&mut self, name: &str, at: At) -> Option<super::list::ListId> {
        let found = self.lists.get(name);
        if found.is_none() {
            let help = self.lists.suggest(name).unwrap_or_else(|| format!("add the file `lists/{name}.txt`"));
            self.error(at, format!("there is no list `{name}`"), Some(help));
        }
        found
    }

    fn test(&mut self, test: &Test) -> TokenTest {
        match test {
            Test::Any => TokenTest::Any,
            Test::Word(word) => TokenTest::Word(self.word(word)),
            Test::Exact(word) => TokenTest::Exact(self.vocabulary.intern(&word.replace('’', "'"))),
            Test::Lemma(word, class) => TokenTest::Lemma(self.word(word), *class),
            Test::Tag(upos, forms) => TokenTest::Tag(*upos, FormSet::new(forms)),
            Test::List(name, at) => self.list(name, *at).map_or(TokenTest::Any, TokenTest::List),
            Test::What(what) => TokenTest::What(*what),
            Test::Property(property) => TokenTest::Property(*property),
            Test::Not(inner) => TokenTest::Not(Box::new(self.test(inner))),
            Test::All(tests) => {
                // Cheap tests first: those on the tag need the parse.
                let mut all: Vec<TokenTest> = tests.iter().map(|t| self.test(t)).collect();
                all.sort_by_key(TokenTest::needs_parse);
                TokenTest::All(all)
            }
            Test::OneOf(tests) => TokenTest::OneOf(tests.iter().map(|t| self.test(t)).collect()),
        }
    }
}
