//! What kinds of names and facts a sentence may hold, told without its parse.

use super::fact::FactKind;
use super::syntax::names::What;
use crate::english::{Entity, Sentence, lexicon::names};
use crate::text::Case;

/// A set of kinds of names and facts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kinds(u8);

const COUNTRY: u8 = 1;
const NATIONALITY: u8 = 2;
const WEEKDAY: u8 = 4;
const MONTH: u8 = 8;
const PERCENT: u8 = 16;
/// A name of several words, or all in capitals: may be a country or a people.
const COMPOUND: u8 = COUNTRY | NATIONALITY;

impl Kinds {
    /// The set of one kind; `None` where only the parse can tell.
    pub const fn of(what: What) -> Option<Self> {
        Some(Self(match what {
            What::Entity(Entity::Country) => COUNTRY,
            What::Entity(Entity::Nationality) => NATIONALITY,
            What::Entity(Entity::Weekday) => WEEKDAY,
            What::Entity(Entity::Month) => MONTH,
            What::Fact(FactKind::Percent) => PERCENT,
            _ => return None,
        }))
    }

    /// All kinds that a sentence may hold. It may name one too many, never one too few.
    pub fn in_sentence(sentence: &Sentence) -> Self {
        (0..sentence.tokens.len()).fold(Self::default(), |all, at| all.union(Self::at(sentence, at)))
    }

    /// All kinds that a token may belong to.
    pub fn at(sentence: &Sentence, at: usize) -> Self {
        let Some(token) = sentence.tokens.get(at) else { return Self::default() };
        let text = sentence.token_text(at);
        let capital = |i: usize| sentence.tokens.get(i).is_some_and(|t| t.case.has_capital());
        Self(match token.case {
            // `percent`, `pct`, `5pct`.
            Case::Lower if text.starts_with(|c: char| c == 'p' || c.is_ascii_digit()) => PERCENT,
            Case::None if text == "%" => PERCENT,
            Case::Lower | Case::None => 0,
            Case::Upper | Case::Mixed => u8::MAX,
            Case::Title if capital(at + 1) || (at > 0 && capital(at - 1)) => COMPOUND | of_flags(text),
            Case::Title => of_flags(text),
        })
    }

    /// What either holds.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether both hold something in common.
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether it holds nothing.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

fn of_flags(text: &str) -> u8 {
    let flags = names::flags(text);
    let bit = |flag: u64, kind: u8| if flags & flag != 0 { kind } else { 0 };
    let percent = if text.starts_with('P') { PERCENT } else { 0 };
    bit(names::COUNTRY, COUNTRY)
        | bit(names::NATIONALITY, NATIONALITY)
        | bit(names::WEEKDAY, WEEKDAY)
        | bit(names::MONTH, MONTH)
        | percent
}
