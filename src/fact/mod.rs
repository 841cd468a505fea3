//! Facts of a text, normalised so that they can be compared: numbers, money, quantities, dates, names, quotes.
//!
//! Two layers. [`scan`] reads values off the words of any language: tables ([`language`]) and one nom grammar
//! ([`grammar`]). [`ledger`] adds what needs the parse of English: what a number counts, names, speakers, polarity.
//!
//! Invariants: pure, never panics, linear in the text. Amounts are exact ([`ratio`]); what does not fit is
//! left out rather than rounded.

pub mod cell;
pub mod class;
pub mod date;
pub mod grammar;
pub mod language;
pub mod lazy;
pub mod ledger;
pub mod letter;
mod name;
pub mod polarity;
mod quote;
pub mod ratio;
mod role;
pub mod scan;
mod show;
pub mod unit;
pub mod value;

pub use date::{Date, Grain, Time};
pub use lazy::LazyLedger;
pub use ratio::Ratio;
pub use unit::{Dimension, Unit};
pub use value::{
    Change, Currency, Direction, Duration, Hedge, Money, Name, Number, Period, Quantity, Quote, Relation,
    Value,
};

use crate::english::Range;
use crate::span::Span;

/// All mentions of facts in a text, by position.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ledger {
    /// The mentions, sorted by sentence and start. Those inside another (a number inside a quotation) follow it.
    pub mentions: Vec<Mention>,
}

/// A mention of a fact.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// Index into the document's sentences.
    pub sentence: usize,
    /// Bytes in the text of the sentence's block: the value with its unit, without hedge.
    pub span: Span,
    /// The tokens of the sentence that the span touches.
    pub tokens: Range,
    /// What it says.
    pub value: Value,
    /// How sure it is meant to be.
    pub hedge: Hedge,
    /// The bytes of the hedge.
    pub hedge_span: Option<Span>,
    /// What it counts or belongs to, where the parse shows it.
    pub role: Option<Role>,
    /// Which end of a movement it is: *from* 5 *to* 10.
    pub side: Option<Side>,
    /// What it holds for.
    pub scope: Scope,
}

/// What a value counts, measures or belongs to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Role {
    /// Lemma of the noun: what is counted (`soldier` for `12 soldiers`), or what has the value (`rate` for *a rate
    /// of 5%*), see [`Role::via`]. Empty where only a fate or verb is known (`killed 12`).
    pub noun: Box<str>,
    /// The token of the noun.
    pub token: Option<u16>,
    /// How the noun and the value hang together.
    pub via: Via,
    /// Lemmas of what stands before the noun (`Russian`, `young`), in order, names as written.
    pub modifiers: Vec<Box<str>>,
    /// What befell those who are counted, from the table: `dead`, `injured`, `missing`, `arrested`, `displaced`,
    /// `infected`, `recovered`, `rescued`, `captured`.
    pub fate: Option<&'static str>,
    /// Lemma of the verb whose argument it is.
    pub verb: Option<Box<str>>,
    /// Whether a *total*, *in all*, *altogether* stands by it.
    pub total: bool,
    /// Whether it is said to be further ones: *another 12*, *12 more*, *12 others*.
    pub further: bool,
}

/// How a value and its noun hang together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Via {
    /// The value stands before the noun: `12 soldiers`.
    #[default]
    Head,
    /// `5% of voters`: the noun is the whole.
    Of,
    /// `a rate of 5%`: the noun has the value.
    Holder,
    /// `Unemployment rose to 5%`: the noun is the subject.
    Subject,
}

/// Which end of a movement a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// Where it starts.
    From,
    /// Where it ends.
    To,
    /// How far it goes.
    By,
}

/// What a mention holds for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Scope {
    /// Inside quotation marks.
    pub quoted: bool,
    /// In a clause of speech or attribution (`police said …`).
    pub reported: bool,
    /// In a clause with a negation.
    pub negated: bool,
    /// In a clause with *if*, *would*, *could*, *may*.
    pub hypothetical: bool,
}

impl Mention {
    /// The number that is counted, where the value is a bare number.
    pub const fn number(&self) -> Option<Number> {
        match self.value {
            Value::Number(number) => Some(number),
            _ => None,
        }
    }
}
