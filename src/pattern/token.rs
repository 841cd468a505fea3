//! Tests on one token, compiled.

use super::fact::{Fact, FactKind};
use super::kinds::Kinds;
use super::list::{ListId, Lists, readings};
use super::syntax::ast::Class;
use super::syntax::names::{Property, What};
use crate::english::lexicon;
use crate::english::tag::Form;
use crate::english::{Entity, Range, Sentence, Tag, Upos, WordInfo};
use crate::text::vocab::Sym;
use crate::text::{Case, TokenKind};
use std::cell::OnceCell;

/// A test on one token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TokenTest {
    /// Always passes.
    Any,
    /// This surface form, any case.
    Word(Sym),
    /// This surface form in this case.
    Exact(Sym),
    /// Any form of this lemma.
    Lemma(Sym, Option<Class>),
    /// Tag and form.
    Tag(Option<Upos>, FormSet),
    /// The last word of an entry, with the words of the entry before it.
    List(ListId),
    /// Part of such a name or fact.
    What(What),
    /// Looks so.
    Property(Property),
    /// Fails the test.
    Not(Box<TokenTest>),
    /// Passes all.
    All(Vec<TokenTest>),
    /// Passes one.
    OneOf(Vec<TokenTest>),
}

impl TokenTest {
    /// Whether the answer depends on the parse of the sentence.
    pub fn needs_parse(&self) -> bool {
        match self {
            Self::Tag(..) | Self::What(_) | Self::Lemma(_, Some(_)) => true,
            Self::Any | Self::Word(_) | Self::Exact(_) | Self::Lemma(_, None) => false,
            Self::List(_) | Self::Property(_) => false,
            Self::Not(inner) => inner.needs_parse(),
            Self::All(tests) | Self::OneOf(tests) => tests.iter().any(Self::needs_parse),
        }
    }
}

/// A set of forms; empty means any.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FormSet(u32);

impl FormSet {
    /// `pres` includes the third person.
    pub fn new(forms: &[Form]) -> Self {
        let bit = |form: Form| 1 << form as u32;
        let all = forms.iter().fold(0, |set, &form| {
            let third = if form == Form::Pres { bit(Form::Pres3) } else { 0 };
            set | bit(form) | third
        });
        Self(all)
    }

    fn holds(self, form: Form) -> bool {
        self.0 == 0 || self.0 & (1 << form as u32) != 0
    }
}

/// A sentence as patterns see it. The parse is computed only when a test needs it.
pub struct View<'a> {
    /// The sentence.
    pub sentence: &'a Sentence,
    /// The lists.
    pub lists: &'a Lists,
    facts: OnceCell<Vec<Fact>>,
    kinds: OnceCell<Kinds>,
}

impl<'a> View<'a> {
    /// A view of a sentence.
    pub fn new(sentence: &'a Sentence, lists: &'a Lists) -> Self {
        Self { sentence, lists, facts: OnceCell::new(), kinds: OnceCell::new() }
    }

    /// What kinds of names and facts the sentence may hold.
    pub fn kinds(&self) -> Kinds {
        *self.kinds.get_or_init(|| Kinds::in_sentence(self.sentence))
    }

    /// The facts of the sentence.
    pub fn facts(&self) -> &[Fact] {
        self.facts.get_or_init(|| super::fact::facts(self.sentence))
    }

    fn tag(&self, at: usize) -> Tag {
        self.sentence.parsed().tags.get(at).copied().unwrap_or_default()
    }

    /// Whether a token passes a test; a token that does not exist passes none.
    pub fn passes(&self, test: &TokenTest, at: usize) -> bool {
        let (Some(info), Some(token)) = (self.sentence.words.get(at), self.sentence.tokens.get(at)) else {
            return false;
        };
        match test {
            TokenTest::Any => true,
            TokenTest::Word(word) => info.word == *word,
            TokenTest::Exact(word) => info.exact == *word,
            TokenTest::Lemma(lemma, class) => self.has_lemma(*lemma, *class, info, at),
            TokenTest::Tag(upos, forms) => {
                let tag = self.tag(at);
                upos.is_none_or(|u| u == tag.upos) && forms.holds(tag.form)
            }
            TokenTest::List(list) => self.lists.ends_at(*list, self.sentence, at).is_some(),
            TokenTest::What(what) => self.is(*what, at),
            TokenTest::Property(property) => self.looks(*property, token, at),
            TokenTest::Not(inner) => !self.passes(inner, at),
            TokenTest::All(tests) => tests.iter().all(|t| self.passes(t, at)),
            TokenTest::OneOf(tests) => tests.iter().any(|t| self.passes(t, at)),
        }
    }

    /// Whether a token may pass, as far as can be said without the parse: never false where [`View::passes`] is true.
    pub fn may_pass(&self, test: &TokenTest, at: usize) -> bool {
        let Some(info) = self.sentence.words.get(at) else { return false };
        match test {
            TokenTest::Tag(upos, _) => upos.is_none_or(|upos| self.may_be(upos, at)),
            TokenTest::What(What::Entity(kind)) => self.may_name(*kind, at),
            TokenTest::Lemma(lemma, Some(class)) => reading(info, *class) == *lemma,
            TokenTest::Not(inner) => inner.needs_parse() || !self.passes(inner, at),
            TokenTest::All(tests) => tests.iter().all(|t| self.may_pass(t, at)),
            TokenTest::OneOf(tests) => tests.iter().any(|t| self.may_pass(t, at)),
            _ => self.passes(test, at),
        }
    }

    /// Whether a token may get a tag: marks and the commonest function words are no nouns, verbs and adjectives.
    fn may_be(&self, upos: Upos, at: usize) -> bool {
        if !matches!(upos, Upos::Noun | Upos::Verb | Upos::Propn | Upos::Adj | Upos::Aux) {
            return true;
        }
        let Some(token) = self.sentence.tokens.get(at) else { return false };
        match token.kind {
            TokenKind::Punctuation => false,
            TokenKind::Word if token.case == Case::Lower => !matches!(
                self.sentence.token_text(at),
                "the"
                    | "a"
                    | "an"
                    | "of"
                    | "and"
                    | "or"
                    | "for"
                    | "with"
                    | "at"
                    | "by"
                    | "from"
                    | "to"
                    | "its"
                    | "their"
                    | "in"
                    | "on"
                    | "his"
            ),
            _ => true,
        }
    }

    /// Without a class, any reading of the word counts, whatever the tagger says. With a class the tag decides,
    /// but participles count as verbs where they are tagged as adjectives, and as adjectives where they are tagged
    /// as verbs: on these two the tagger errs most.
    fn has_lemma(&self, lemma: Sym, class: Option<Class>, info: &WordInfo, at: usize) -> bool {
        let Some(class) = class else { return readings(info).any(|r| r == lemma) };
        if reading(info, class) != lemma {
            return false;
        }
        let tag = self.tag(at);
        match class {
            Class::Verb => {
                let ing = || self.sentence.token_text(at).to_ascii_lowercase().ends_with("ing");
                matches!(tag.upos, Upos::Verb | Upos::Aux)
                    || (tag.upos == Upos::Adj && info.word != lemma && !ing())
            }
            Class::Noun => matches!(tag.upos, Upos::Noun | Upos::Propn),
            Class::Adjective => {
                matches!(tag.upos, Upos::Adj | Upos::Adv)
                    || (tag.upos == Upos::Verb && matches!(tag.form, Form::Pp | Form::Ing))
            }
        }
    }

    fn is(&self, what: What, at: usize) -> bool {
        match what {
            What::Entity(kind) => {
                self.may_name(kind, at) && self.entity(at).is_some_and(|found| names(kind, found))
            }
            What::Fact(kind) => self.fact_around(kind, at).is_some(),
        }
    }

    /// What can be said without the parse.
    pub fn may_name(&self, kind: Entity, at: usize) -> bool {
        match Kinds::of(What::Entity(kind)) {
            Some(kinds) => Kinds::at(self.sentence, at).meets(kinds),
            // Places have capitals.
            None if matches!(kind, Entity::City | Entity::Place) => {
                self.sentence.tokens.get(at).is_some_and(|t| t.case != Case::Lower)
            }
            None => true,
        }
    }

    fn entity(&self, at: usize) -> Option<Entity> {
        self.sentence.parsed().entities.get(at).copied().flatten()
    }

    fn fact_around(&self, kind: FactKind, at: usize) -> Option<Range> {
        self.facts().iter().find(|fact| fact.kind == kind && fact.range.contains(at)).map(|fact| fact.range)
    }

    /// Where the name or fact ends that begins at a token. A name runs as far as the kind does.
    pub fn name_end(&self, what: What, at: usize) -> Option<usize> {
        match what {
            What::Fact(kind) => {
                let mut facts =
                    self.facts().iter().filter(|f| f.kind == kind && f.range.start as usize == at);
                facts.next().map(|fact| fact.range.end as usize)
            }
            What::Entity(kind) => {
                if !self.may_name(kind, at) {
                    return None;
                }
                let found = self.entity(at).filter(|&e| names(kind, e))?;
                let single = matches!(found, Entity::Weekday | Entity::Month);
                if single {
                    return Some(at + 1);
                }
                if at > 0 && self.entity(at - 1) == Some(found) {
                    return None;
                }
                let more =
                    (at + 1..self.sentence.tokens.len()).take_while(|&i| self.entity(i) == Some(found));
                Some(more.last().unwrap_or(at) + 1)
            }
        }
    }

    fn looks(&self, property: Property, token: &crate::text::Token, at: usize) -> bool {
        match property {
            Property::Glued => !token.space_before,
            Property::Spaced => token.space_before,
            Property::Lower => token.case == Case::Lower,
            Property::Title => token.case == Case::Title,
            Property::Upper => token.case == Case::Upper,
            Property::Mixed => token.case == Case::Mixed,
            Property::Quoted => token.quoted,
            Property::First => {
                let words =
                    |t: &crate::text::Token| !matches!(t.kind, TokenKind::Punctuation | TokenKind::Symbol);
                self.sentence.tokens.iter().position(words) == Some(at)
            }
            Property::Word => token.kind == TokenKind::Word,
            Property::Digits => token.kind == TokenKind::Number,
            Property::Unknown => {
                token.kind == TokenKind::Word && !lexicon::is_known(self.sentence.token_text(at))
            }
        }
    }
}

/// The lemma of a word as a member of a class.
const fn reading(info: &WordInfo, class: Class) -> Sym {
    match class {
        Class::Verb => info.verb,
        Class::Noun => info.noun,
        Class::Adjective => info.adj,
    }
}

/// Whether an entity is of the kind that a pattern asks for.
pub fn names(kind: Entity, found: Entity) -> bool {
    use Entity as E;
    match kind {
        E::Place => matches!(found, E::Place | E::Country | E::City),
        E::Name => matches!(found, E::Person | E::Country | E::City | E::Place | E::Org | E::Name),
        other => other == found,
    }
}
