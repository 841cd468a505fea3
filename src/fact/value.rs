//! What a mention says, normalised so that two mentions can be compared. All amounts are exact.

use super::date::{Date, Time};
use super::ratio::Ratio;
use super::unit::Unit;
use crate::span::Span;

/// A normalised value.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A bare number; what it counts is the role of the mention.
    Number(Number),
    /// A share in hundredths: 5% has the amount 5.
    Percent(Number),
    /// Percentage points; basis points are hundredths of one.
    Points(Number),
    /// A sum of money.
    Money(Money),
    /// A number with a unit of measurement.
    Quantity(Quantity),
    /// A date or a period of the calendar, as far as it is said.
    Date(Date),
    /// A time of day.
    Time(Time),
    /// A span of time.
    Duration(Duration),
    /// Somebody's age; the role is who.
    Age(Duration),
    /// A place in an order: third is 3.
    Ordinal(u64),
    /// A number that is part of a name: *Flight 752*, *Article 5*.
    Label(Number),
    /// From one value to another of the same kind; dates too.
    Range(Box<Value>, Box<Value>),
    /// Two counts set against each other: results of matches and of votes.
    Score(Number, Number),
    /// A named person.
    Person(Name),
    /// A named place.
    Place(Name),
    /// A named organisation.
    Organisation(Name),
    /// A name of unknown kind.
    Name(Name),
    /// A quotation.
    Quote(Quote),
    /// A verb or noun of change with its numbers.
    Change(Change),
    /// A word that turns its clause round: not, never, no.
    Negation,
}

impl Value {
    /// The amount, where the value is one amount of something.
    pub const fn amount(&self) -> Option<Ratio> {
        match self {
            Self::Number(n) | Self::Percent(n) | Self::Points(n) => Some(n.amount),
            Self::Money(money) => Some(money.number.amount),
            Self::Quantity(quantity) => Some(quantity.number.amount),
            Self::Duration(span) | Self::Age(span) => Some(span.number.amount),
            _ => None,
        }
    }
}

impl Value {
    /// Whether it is one amount of something: what a hedge can be said of, and what can rise and fall.
    pub const fn is_amount(&self) -> bool {
        matches!(
            self,
            Self::Number(_)
                | Self::Percent(_)
                | Self::Points(_)
                | Self::Money(_)
                | Self::Quantity(_)
                | Self::Duration(_)
                | Self::Age(_)
        )
    }
}

/// An amount as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Number {
    /// The amount.
    pub amount: Ratio,
    /// What one in the last written place is worth: a tenth of a million for `1.2 million`, one for `1,200`.
    /// See [`Number::rounding`].
    pub step: Ratio,
}

impl Number {
    /// A whole number, written out to the last place.
    pub const fn whole(amount: i128) -> Self {
        Self { amount: Ratio::whole(amount), step: Ratio::ONE }
    }

    /// The unit to which a writer may have rounded: the last written place, or that of the last digit that is
    /// not nought (100 for `1,200`), whichever is greater.
    pub fn rounding(self) -> Ratio {
        let mut step = self.step;
        while let Some(next) = step.mul(Ratio::whole(10)) {
            let divides = self.amount.div(next).is_some_and(|q| q.as_whole().is_some());
            if self.amount.is_zero() || !divides {
                break;
            }
            step = next;
        }
        step
    }

    /// Whether one of the two is the other rounded to its own [`Number::rounding`].
    pub fn rounds_to(self, other: Self) -> bool {
        let (coarse, fine) = if self.rounding() >= other.rounding() { (self, other) } else { (other, self) };
        fine.amount.round_to(coarse.rounding()) == Some(coarse.amount)
    }
}

/// A sum of money.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Money {
    /// The sum in the main unit; 50 cents are 0.5.
    pub number: Number,
    /// Which currency.
    pub currency: Currency,
}

/// A currency: an ISO 4217 code, or a word that several currencies share (`dollar`, `franc`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Currency(pub &'static str);

impl Currency {
    /// Whether which country's it is remains open.
    pub fn is_open(self) -> bool {
        self.0.starts_with(char::is_lowercase)
    }
}

/// A number with a unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quantity {
    /// As written.
    pub number: Number,
    /// The unit.
    pub unit: &'static Unit,
}

impl Quantity {
    /// The amount in the SI unit of its dimension (metre, kilogram, kelvin …), exactly; `None` where that does
    /// not fit.
    pub fn si(&self) -> Option<Ratio> {
        self.unit.to_si(self.number.amount)
    }
}

/// A span of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Duration {
    /// How many.
    pub number: Number,
    /// Of what.
    pub period: Period,
    /// How it lies to another time, if that is said.
    pub relation: Option<Relation>,
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)] // the names say it
pub enum Period {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
    Decade,
    Century,
}

impl Period {
    /// All, with their names in tables.
    pub const ALL: [(&'static str, Self); 9] = [
        ("second", Self::Second),
        ("minute", Self::Minute),
        ("hour", Self::Hour),
        ("day", Self::Day),
        ("week", Self::Week),
        ("month", Self::Month),
        ("year", Self::Year),
        ("decade", Self::Decade),
        ("century", Self::Century),
    ];

    /// By its name in tables.
    pub fn find(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(n, _)| *n == name).map(|(_, period)| *period)
    }

    /// Its name in tables.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, p)| *p == self).map_or("", |(name, _)| name)
    }
}

/// How a span of time lies to another time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Relation {
    /// Back from now.
    Ago,
    /// After a time named before.
    Later,
    /// Before a time named before.
    Earlier,
    /// On from now.
    FromNow,
}

/// A name as written, and its parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Name {
    /// All of it, titles left out.
    pub full: String,
    /// Titles and roles right before or behind it, in small letters (`president`, `prime minister`).
    pub titles: Vec<String>,
    /// Given names, for persons.
    pub given: Vec<String>,
    /// The family name with its particles; for a person called by one name, that name.
    pub family: String,
}

/// A quotation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quote {
    /// What stands between the marks.
    pub text: String,
    /// Whether the closing mark is there.
    pub closed: bool,
    /// Who says it, as written.
    pub speaker: Option<String>,
    /// The bytes of the speaker in the block.
    pub speaker_span: Option<Span>,
}

/// Which way a value moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// Rises.
    Up,
    /// Falls.
    Down,
    /// Stays.
    Level,
}

/// A change. Each number is given by the span of its mention in the same sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// Which way.
    pub direction: Direction,
    /// By how much.
    pub by: Option<Span>,
    /// Where from.
    pub from: Option<Span>,
    /// Where to.
    pub to: Option<Span>,
}

/// How sure a number is meant to be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Hedge {
    /// Nothing is said.
    #[default]
    None,
    /// About, around, nearly or just over.
    About,
    /// At least.
    AtLeast,
    /// More than.
    MoreThan,
    /// At most, up to.
    AtMost,
    /// Fewer than.
    LessThan,
    /// Exactly.
    Exactly,
    /// Of an order of magnitude only: `dozens`, `hundreds`, `several`.
    Vague,
}

impl Hedge {
    /// All, with their names in tables.
    pub const ALL: [(&'static str, Self); 8] = [
        ("", Self::None),
        ("about", Self::About),
        ("at-least", Self::AtLeast),
        ("more-than", Self::MoreThan),
        ("at-most", Self::AtMost),
        ("less-than", Self::LessThan),
        ("exactly", Self::Exactly),
        ("vague", Self::Vague),
    ];

    /// By its name in tables.
    pub fn find(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(n, _)| *n == name).map(|(_, hedge)| *hedge)
    }

    /// Its name in tables.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, h)| *h == self).map_or("", |(name, _)| name)
    }
}
