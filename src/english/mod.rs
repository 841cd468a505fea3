//! English analysis: lemmas, tags, chunks, clauses, entities.
//!
//! Invariants: analysis is pure, never fails and never panics. Lexing runs over everything; a sentence is
//! parsed ([`Sentence::parsed`]) only when a rule asks for it.

pub mod chunk;
pub mod clause;
pub mod entity;
pub mod gazetteer;
pub mod inflect;
pub mod lemma;
pub mod lexicon;
pub mod parse;
pub mod tag;
pub mod words;

use crate::article::BlockKind;
use crate::span::Span;
use crate::text::Token;
use crate::text::vocab::Sym;
use std::cell::OnceCell;
use std::rc::Rc;
pub use tag::{Form, Tag, Upos};

/// An article, lexed and split; each sentence is parsed on demand.
#[derive(Debug)]
pub struct Document {
    /// The blocks' texts, in reading order.
    pub blocks: Vec<DocBlock>,
    /// All sentences, in reading order.
    pub sentences: Vec<Sentence>,
    /// How many word tokens the prose holds (for rates per 1,000 words).
    pub words: u32,
}

/// A block of a [`Document`].
#[derive(Debug)]
pub struct DocBlock {
    /// What it is.
    pub kind: BlockKind,
    /// Its text; token spans count in it.
    pub text: Rc<str>,
}

/// One sentence.
#[derive(Debug)]
pub struct Sentence {
    /// Index into [`Document::blocks`].
    pub block: u32,
    /// Kind of the block.
    pub block_kind: BlockKind,
    /// Text of the block; token spans count in it.
    pub text: Rc<str>,
    /// The tokens.
    pub tokens: Vec<Token>,
    /// For each token, what the vocabulary knows of it.
    pub words: Vec<WordInfo>,
    /// Filled by [`Sentence::parsed`].
    pub parsed: OnceCell<Parsed>,
}

/// A word form looked up once: its own number in the vocabulary and the numbers of its possible lemmas.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WordInfo {
    /// The surface form, lower-cased (curly apostrophe made straight).
    pub word: Sym,
    /// Its lemma if it is a noun here (`fights` → fight).
    pub noun: Sym,
    /// Its lemma if it is a verb here (`led` → lead).
    pub verb: Sym,
    /// Its lemma if it is an adjective or adverb here (`worse` → bad).
    pub adj: Sym,
    /// The surface form as written, if an exact-case pattern mentions it.
    pub exact: Sym,
    /// Whether it is written in small letters and English always gives it a capital (`kyiv`, `monday`).
    pub lost_capital: bool,
    /// Whether it is a word in small letters that no English dictionary has.
    pub unknown: bool,
}

/// A half-open range of token indices within one sentence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Range {
    /// First token.
    pub start: u16,
    /// One past the last token.
    pub end: u16,
}

impl Range {
    /// From `start` to `end`.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start: start as u16, end: end as u16 }
    }
    /// One token.
    pub const fn one(at: usize) -> Self {
        Self::new(at, at + 1)
    }
    /// Whether the token lies in the range.
    pub const fn contains(self, token: usize) -> bool {
        self.start as usize <= token && token < self.end as usize
    }
    /// How many tokens.
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start) as usize
    }
    /// Whether it covers none.
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }
    /// The smallest range that covers both.
    pub fn hull(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
    /// For indexing and loops.
    pub const fn usize(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// The parse of one sentence. Vectors named "per token" have one entry a token.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Parsed {
    /// Per token: part of speech with features.
    pub tags: Vec<Tag>,
    /// Per token: the lemma that fits the tag, as a vocabulary number.
    pub lemmas: Vec<Sym>,
    /// Per token: what entity it belongs to.
    pub entities: Vec<Option<Entity>>,
    /// Noun phrases, by position; they do not overlap (an embedded `of` phrase is an NP of its own).
    pub nps: Vec<Np>,
    /// Verb groups, by position.
    pub vps: Vec<Vp>,
    /// Prepositional phrases, by position of the preposition.
    pub pps: Vec<Pp>,
    /// Clauses, by position of the predicate.
    pub clauses: Vec<Clause>,
}

/// The kind of thing a token or noun phrase names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Entity {
    /// A named person (`Putin`, `Mr. Macron`).
    Person,
    /// A sovereign state.
    Country,
    /// A city or town.
    City,
    /// Any other named place: region, river, island, continent.
    Place,
    /// A named organisation, army, company, party, paper.
    Org,
    /// An adjective or noun of nationality (`Russian`, `Ukrainians`).
    Nationality,
    /// A weekday.
    Weekday,
    /// A month.
    Month,
    /// Capitalised like a name, of unknown kind.
    Name,
}

/// A noun phrase, from its determiner to its head; what follows (`of` phrase, relative clause) is not in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Np {
    /// The tokens.
    pub range: Range,
    /// The head noun, pronoun or last word of a name.
    pub head: u16,
    /// Article, demonstrative, quantifier or possessive pronoun that opens it.
    pub det: Option<u16>,
    /// Head of the possessor (`Moscow` in `Moscow's troops`), or the possessive pronoun itself.
    pub possessor: Option<u16>,
    /// Adjectives, participles and nouns before the head, determiner and numerals excluded.
    pub modifiers: Vec<u16>,
    /// Whether the head is plural.
    pub plural: bool,
    /// Whether it is a personal, relative or demonstrative pronoun.
    pub pronoun: bool,
    /// What it names, if it is a name.
    pub entity: Option<Entity>,
    /// Index of the next NP of the same coordination (`raids` after `attacks and`).
    pub next_conjunct: Option<u16>,
}

/// A prepositional phrase.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pp {
    /// First token of the preposition; `preps.end - 1` is its last (`out of`, `because of`).
    pub prep: Range,
    /// Index into [`Parsed::nps`], if a noun phrase follows.
    pub np: Option<u16>,
    /// Index of the NP it most likely modifies (the one it touches on the left), if any.
    pub after_np: Option<u16>,
}

/// How a verb group is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VerbForm {
    /// Has a finite verb: `leads`, `has been led`.
    Finite,
    /// `to lead`, or bare after a modal verb's gap.
    Infinitive,
    /// `leading`, as noun, adverbial or complement.
    Gerund,
    /// `led`, without auxiliary: reduced relative or adverbial.
    Participle,
}

/// Active or passive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// The subject acts.
    Active,
    /// The subject is acted upon.
    Passive,
}

/// A verb group: auxiliaries, negation, adverbs inside, lexical verb, particle.
#[derive(Clone, Debug, PartialEq)]
pub struct Vp {
    /// From the first auxiliary (or `to`) to the lexical verb; a particle may follow at a distance.
    pub range: Range,
    /// The lexical verb, or the copula if it is the only verb.
    pub verb: u16,
    /// Particle (`up` in `set up`, also in `set the attacks up`).
    pub particle: Option<u16>,
    /// Active or passive.
    pub voice: Voice,
    /// How it is marked.
    pub form: VerbForm,
    /// Whether `not`, `n't`, `never` stands in it.
    pub negated: bool,
    /// Whether an auxiliary `have` makes it perfect.
    pub perfect: bool,
    /// A modal verb in it.
    pub modal: Option<u16>,
    /// Whether the main verb is the copula *be* with no lexical verb behind it.
    pub copula: bool,
}

/// A predicate with what depends on it. Roles are logical: in the passive, `obj` is the surface subject
/// and `subj` the `by` agent; in a relative clause the antecedent fills its role; a participle after a noun
/// takes that noun. Numbers index [`Parsed::nps`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Clause {
    /// Index into [`Parsed::vps`].
    pub vp: u16,
    /// Logical subject with its conjuncts.
    pub subj: Vec<u16>,
    /// Logical object with its conjuncts.
    pub obj: Vec<u16>,
    /// First of two objects (`give *them* arms`).
    pub iobj: Option<u16>,
    /// Prepositional arguments and adjuncts after the verb, as indices into [`Parsed::pps`], in order.
    pub pps: Vec<u16>,
    /// What else follows as complement.
    pub comp: Option<Complement>,
    /// Predicate adjective or noun after a copula: the token of its head.
    pub predicative: Option<u16>,
    /// The clause whose predicate governs this one, as index into [`Parsed::clauses`].
    pub parent: Option<u16>,
}

/// A clausal complement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Complement {
    /// `that …`, with or without *that*.
    That,
    /// `to do …`.
    Infinitive,
    /// `doing …`.
    Gerund,
    /// `whether …`, `how …`.
    Wh,
}

impl Sentence {
    /// The text of a token.
    pub fn token_text(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |t| t.span.of(&self.text))
    }

    /// The text of a range of tokens, as written.
    pub fn range_text(&self, range: Range) -> &str {
        self.range_span(range).of(&self.text)
    }

    /// The bytes of a range of tokens in the block text.
    pub fn range_span(&self, range: Range) -> Span {
        let mut tokens = self.tokens.get(range.usize()).unwrap_or(&[]).iter();
        match (tokens.next(), tokens.next_back()) {
            (Some(first), Some(last)) => first.span.hull(last.span),
            (Some(only), None) => only.span,
            _ => Span::default(),
        }
    }
}
