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
use crate::text::vocab::{Sym, Vocabulary};

/// Where the words of a pattern get their numbers from.
pub enum Interner<'a> {
    /// From a vocabulary to which they are added.
    Add(&'a mut Vocabulary),
    /// From a vocabulary that is complete: what it does not hold stands in no text.
    Find(&'a Vocabulary),
}

impl<'a> From<&'a mut Vocabulary> for Interner<'a> {
    fn from(vocabulary: &'a mut Vocabulary) -> Self {
        Self::Add(vocabulary)
    }
}

impl<'a> From<&'a Vocabulary> for Interner<'a> {
    fn from(vocabulary: &'a Vocabulary) -> Self {
        Self::Find(vocabulary)
    }
}

impl Interner<'_> {
    fn number(&mut self, word: &str) -> Sym {
        match self {
            Self::Add(vocabulary) => vocabulary.intern(word),
            Self::Find(vocabulary) => {
                Some(vocabulary.get(word)).filter(|s| s.is_some()).unwrap_or(Sym::NOWHERE)
            }
        }
    }

    /// The same for a shorter time.
    pub fn reborrow(&mut self) -> Interner<'_> {
        match self {
            Self::Add(vocabulary) => Interner::Add(vocabulary),
            Self::Find(vocabulary) => Interner::Find(vocabulary),
        }
    }

    fn vocabulary(&self) -> &Vocabulary {
        match self {
            Self::Add(vocabulary) => vocabulary,
            Self::Find(vocabulary) => vocabulary,
        }
    }
}

/// Compiles a sequence pattern. Its words are added to the vocabulary, or looked up in one that is complete.
///
/// # Errors
/// Unknown lists, captures bound twice or not at all, a pattern that may match nothing, one without a word, lemma
/// or list to find it by; all that are found, by position.
pub fn compile_pattern<'a>(
    pattern: &Pattern,
    lists: &'a Lists,
    vocabulary: impl Into<Interner<'a>>,
) -> Result<Program, Vec<PatternError>> {
    let mut compiler = Compiler::new(lists, vocabulary.into());
    let program = sequence::program(pattern, &mut compiler);
    compiler.finish(program)
}

/// Compiles a frame. Its words are added to the vocabulary, or looked up in one that is complete.
///
/// # Errors
/// Unknown lists, roles that this kind of head does not have, roles bound twice; all that are found, by position.
pub fn compile_frame<'a>(
    frame: &Frame,
    lists: &'a Lists,
    vocabulary: impl Into<Interner<'a>>,
) -> Result<FrameProgram, Vec<PatternError>> {
    let mut compiler = Compiler::new(lists, vocabulary.into());
    let program = frame::program(frame, &mut compiler);
    compiler.finish(program)
}

/// What the compilation of one pattern needs and collects.
struct Compiler<'a> {
    lists: &'a Lists,
    interner: Interner<'a>,
    errors: Vec<PatternError>,
}

impl<'a> Compiler<'a> {
    fn new(lists: &'a Lists, interner: Interner<'a>) -> Self {
        Self { lists, interner, errors: Vec::new() }
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
    fn word(&mut self, word: &str) -> Sym {
        self.interner.number(&word.to_lowercase().replace('’', "'"))
    }

    fn words(&mut self, words: &[String]) -> Box<[Sym]> {
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
            Test::Exact(word) => TokenTest::Exact(self.interner.number(&word.replace('’', "'"))),
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
