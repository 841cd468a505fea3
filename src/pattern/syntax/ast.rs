//! What patterns and frames say. Every type prints back in canonical syntax.

use super::names::{PredicateProperty, Property, What};
use crate::english::Upos;
use crate::english::tag::Form;

/// Bytes in the pattern text. Two trees are equal wherever they stand: positions never differ.
#[derive(Clone, Copy, Debug, Default)]
pub struct At {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl PartialEq for At {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for At {}

impl At {
    /// As a range.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start..self.end
    }
}

/// A sequence pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// Matched one after the other.
    pub items: Vec<Item>,
}

/// One item of a sequence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Where it stands.
    pub at: At,
    /// Its name in templates (`name:`).
    pub capture: Option<String>,
    /// What it matches.
    pub node: Node,
    /// How often.
    pub repeat: Repeat,
}

/// How often an item matches; greedy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repeat {
    /// Once.
    One,
    /// `?`
    Optional,
    /// `*`
    Any,
    /// `+`
    Some,
}

/// What an item matches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// One token (a list entry or a name may be longer).
    Test(Test),
    /// `..`: up to so many tokens, shortest first.
    Gap(u8),
    /// `<NP test>`
    Chunk(ChunkKind, Option<Test>),
    /// `(a b | c)`
    Group(Vec<Vec<Item>>),
    /// `{…}`
    Report(Vec<Item>),
    /// `$name`
    Same(String),
    /// `^`
    Start,
    /// `$`
    End,
    /// `(?=…)`, and `(?!…)` with `negated`.
    Ahead {
        /// Whether it must not match.
        negated: bool,
        /// What follows.
        alternatives: Vec<Vec<Item>>,
    },
    /// `(?<=x)`, and `(?<!x)` with `negated`.
    Behind {
        /// Whether the token must fail the test.
        negated: bool,
        /// The test on the token before.
        test: Test,
    },
}

/// A kind of phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChunkKind {
    /// Noun phrase, tested by its head.
    Np,
    /// Verb group, tested by its lexical verb.
    Vp,
    /// Prepositional phrase, tested by (the first word of) its preposition.
    Pp,
}

/// Part of speech that a lemma must have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Class {
    /// `.v`
    Verb,
    /// `.n`
    Noun,
    /// `.a`: adjective or adverb
    Adjective,
}

/// A test on one token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Test {
    /// `_`
    Any,
    /// `word`
    Word(String),
    /// `=Word`
    Exact(String),
    /// `~lemma`, `~lemma.v`
    Lemma(String, Option<Class>),
    /// `TAG`, `TAG.form`, `.form`
    Tag(Option<Upos>, Vec<Form>),
    /// `@list`
    List(String, At),
    /// `#kind`
    What(What),
    /// `%property`
    Property(Property),
    /// `!x`
    Not(Box<Test>),
    /// `[a & b]`
    All(Vec<Test>),
    /// `(a | b)` inside a test
    OneOf(Vec<Test>),
}

/// A frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// What the predicate is: verbs unless a word bears `.n` or `.a`.
    pub class: Class,
    /// The predicates.
    pub heads: Vec<Head>,
    /// Its roles, in the order written.
    pub roles: Vec<Role>,
    /// Properties of the predicate: `true` must hold, `false` must not.
    pub properties: Vec<(bool, HeadProperty)>,
}

/// One predicate of a frame's head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Head {
    /// `set`, `set_up`, `air_strike.n`: the words between the underscores.
    Words(Vec<String>),
    /// `@list`
    List(String, At),
}

/// A property of a frame's head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeadProperty {
    /// Of the verb group.
    Predicate(PredicateProperty),
    /// Of the head token.
    Token(Property),
}

/// A role of a frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// Where it stands.
    pub at: At,
    /// Any of these.
    pub names: Vec<RoleName>,
    /// Whether it must be filled.
    pub presence: Presence,
    /// By what. `!role` without a filler has [`Filler::Any`].
    pub filler: Filler,
}

/// Whether a role must be filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// `role:x`
    Required,
    /// `role?:x`
    Optional,
    /// `!role`, `!role:x`
    Absent,
}

/// The name of a role.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // the table in docs/pattern-language.md says it
pub enum RoleName {
    Subj,
    Obj,
    Iobj,
    /// A preposition; several words joined by `_`.
    Prep(String),
    AnyPrep,
    That,
    Inf,
    Ing,
    Wh,
    Adv,
    Pred,
    Mod,
    Det,
    Poss,
    Verb,
    ModOf,
}

/// A test on what fills a role: a noun phrase, by its head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Filler {
    /// `_`
    Any,
    /// `word`, `air_strike`: by lemma
    Words(Vec<String>),
    /// `=Word`, `@list`, `#kind`, `TAG.form`, `%property`
    Test(Test),
    /// `pron`: a personal pronoun
    Pron,
    /// `def`: definite article, possessor or demonstrative
    Def,
    /// `indef`: indefinite article
    Indef,
    /// `bare`: no determiner and no possessor
    Bare,
    /// `pl`
    Plural,
    /// `sg`
    Singular,
    /// `has:test`: some modifier passes
    Has(Box<Filler>),
    /// `!x`
    Not(Box<Filler>),
    /// `a&b`
    All(Vec<Filler>),
    /// `a|b`
    OneOf(Vec<Filler>),
}
