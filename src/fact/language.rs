//! What a language calls numbers, months, money and units: a table of forms that a linguist can write.
//!
//! One line a value: `class ⇥ value ⇥ forms`, forms separated by ` | `; `#` opens a comment. A form may have
//! several words. One with a capital letter counts only as written or in capitals throughout (`May`, `US`); one
//! that ends in `*` stands for all words that begin with it (`миллион*`), up to four letters longer.
//! The grammar asks for classes, never for words.

use super::cell::{CellKind, Lexed, lex};
use super::ratio::Ratio;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// What a form is to the grammar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Class {
    /// Nought to nineteen.
    Unit,
    /// Twenty, thirty … ninety.
    Tens,
    /// A multiplier inside a group: hundred.
    Hundred,
    /// A multiplier that closes a group: thousand, million, 万.
    Scale,
    /// A multiplier written glued to digits: `bn`, `k`.
    ShortScale,
    /// A multiplier that is a count of its own: dozen, score.
    Collective,
    /// A count of vague size: `dozens`, `hundreds`.
    Vague,
    /// An amount that is a number by custom: `a couple of`.
    Amount,
    /// The indefinite article where it means one.
    One,
    /// The definite article.
    The,
    /// Joins parts of a number word.
    And,
    /// A part of a whole: half, third, thirds.
    Fraction,
    /// A sign for a part of a whole: ½.
    FractionSign,
    /// First, second, twentieth.
    Ordinal,
    /// The ending of an ordinal in digits: `st`, `th`, `.`.
    OrdinalEnding,
    /// The mark before decimals.
    Decimal,
    /// The mark between groups of digits.
    Group,
    /// The sign of negative numbers.
    Minus,
    /// A mark between the ends of a range.
    Dash,
    /// Opens a range: between, from.
    RangeOpen,
    /// Stands between the ends of a range: to, and.
    RangeJoin,
    /// Percent.
    Percent,
    /// Percentage points; the value is what one is in points (basis points: `1/100`).
    Points,
    /// A sign or code of a currency, before the number or behind it.
    CurrencySign,
    /// A currency's name.
    Currency,
    /// Says whose currency a name shared by several means: Canadian; the value holds pairs `dollar=CAD`.
    CurrencyOf,
    /// Coins: cents, pence; the value is the currency, of which it is a hundredth.
    Coin,
    /// A unit of measurement; the value is its id in `units.tsv`.
    Measure,
    /// A symbol of a unit, which needs a number in digits right before it.
    MeasureSign,
    /// A month; the value is its number.
    Month,
    /// A weekday; the value is its number, Monday 1.
    Weekday,
    /// A season: spring, summer, autumn, winter.
    Season,
    /// Quarter of a year.
    Quarter,
    /// `Q`, before the number of a quarter.
    QuarterSign,
    /// Early, mid, late: a part of a period.
    Part,
    /// Last, next, this, before a period or weekday.
    Shift,
    /// A day seen from today: yesterday 1 back.
    DayShift,
    /// Century.
    Century,
    /// The ending of a decade: `1990s`.
    DecadeEnding,
    /// A decade in words: nineties.
    Decade,
    /// BC, AD.
    Era,
    /// Stands before years: in, since, until.
    BeforeYear,
    /// Joins day, month and year: of.
    Of,
    /// A unit of time.
    Period,
    /// Says how a span of time lies: ago, later, earlier.
    Relation,
    /// a.m., p.m.
    HalfDay,
    /// o'clock.
    Oclock,
    /// Noon, midnight; the value is `12:00`.
    ClockWord,
    /// A time zone; the value is the offset in minutes, or empty.
    Zone,
    /// `old`, after years.
    Old,
    /// Says how sure a number is, before it: about, at least.
    Hedge,
    /// The same, behind it: or more.
    HedgeAfter,
    /// Rise or fall; the value is `up`, `down` or `level`.
    Direction,
    /// Turns a statement round: not, never.
    Negator,
    /// What befell those who are counted: dead, injured.
    Fate,
    /// Words of speaking.
    Speech,
    /// Title or role before or behind a name.
    Title,
    /// A vote: `by 52 votes to 48`.
    Votes,
}

/// Names of the classes in tables.
const CLASSES: &[(&str, Class)] = &[
    ("unit", Class::Unit),
    ("tens", Class::Tens),
    ("hundred", Class::Hundred),
    ("scale", Class::Scale),
    ("short-scale", Class::ShortScale),
    ("collective", Class::Collective),
    ("vague", Class::Vague),
    ("amount", Class::Amount),
    ("one", Class::One),
    ("the", Class::The),
    ("and", Class::And),
    ("fraction", Class::Fraction),
    ("fraction-sign", Class::FractionSign),
    ("ordinal", Class::Ordinal),
    ("ordinal-ending", Class::OrdinalEnding),
    ("decimal", Class::Decimal),
    ("group", Class::Group),
    ("minus", Class::Minus),
    ("dash", Class::Dash),
    ("range-open", Class::RangeOpen),
    ("range-join", Class::RangeJoin),
    ("percent", Class::Percent),
    ("points", Class::Points),
    ("currency-sign", Class::CurrencySign),
    ("currency", Class::Currency),
    ("currency-of", Class::CurrencyOf),
    ("coin", Class::Coin),
    ("measure", Class::Measure),
    ("measure-sign", Class::MeasureSign),
    ("month", Class::Month),
    ("weekday", Class::Weekday),
    ("season", Class::Season),
    ("quarter", Class::Quarter),
    ("quarter-sign", Class::QuarterSign),
    ("part", Class::Part),
    ("shift", Class::Shift),
    ("day-shift", Class::DayShift),
    ("century", Class::Century),
    ("decade-ending", Class::DecadeEnding),
    ("decade", Class::Decade),
    ("era", Class::Era),
    ("before-year", Class::BeforeYear),
    ("of", Class::Of),
    ("period", Class::Period),
    ("relation", Class::Relation),
    ("half-day", Class::HalfDay),
    ("oclock", Class::Oclock),
    ("clock-word", Class::ClockWord),
    ("zone", Class::Zone),
    ("old", Class::Old),
    ("hedge", Class::Hedge),
    ("hedge-after", Class::HedgeAfter),
    ("direction", Class::Direction),
    ("negator", Class::Negator),
    ("fate", Class::Fate),
    ("speech", Class::Speech),
    ("title", Class::Title),
    ("votes", Class::Votes),
];

/// How many letters a word may have beyond a form that ends in `*`.
const LONGEST_ENDING: usize = 4;

/// One form of one value.
#[derive(Debug)]
pub struct Form {
    /// What it is to the grammar.
    pub class: Class,
    /// The value as the table gives it.
    pub value: &'static str,
    /// The value as a number, where it is one; else nought.
    pub amount: Ratio,
    /// Its words and marks, the first included.
    pub pieces: Box<[Piece]>,
}

/// A word or mark of a form.
#[derive(Debug, PartialEq, Eq)]
pub struct Piece {
    /// In small letters.
    pub folded: Box<str>,
    /// As written, where it has capitals.
    pub exact: Option<Box<str>>,
}

/// The table of a language.
#[derive(Debug, Default)]
pub struct Language {
    /// Forms by their first piece.
    forms: FxHashMap<Box<str>, Vec<Form>>,
    /// Forms that end in `*`, by what stands before it.
    stems: FxHashMap<Box<str>, Vec<Form>>,
}

static ENGLISH: LazyLock<Language> =
    LazyLock::new(|| Language::read(include_str!("../../data/facts/en.tsv")).0);

impl Language {
    /// English.
    pub fn english() -> &'static Self {
        &ENGLISH
    }

    /// Reads a table; the second result are the lines that cannot be understood, which are left out.
    pub fn read(table: &'static str) -> (Self, Vec<&'static str>) {
        let mut language = Self::default();
        let mut wrong = Vec::new();
        for line in table.lines().filter(|l| !l.trim().is_empty() && !l.starts_with('#')) {
            if language.add(line).is_none() {
                wrong.push(line);
            }
        }
        (language, wrong)
    }

    /// Adds a line of a table.
    fn add(&mut self, line: &'static str) -> Option<()> {
        let mut columns = line.split('\t');
        let (class, value, forms) = (columns.next()?, columns.next()?.trim(), columns.next()?);
        let class = CLASSES.iter().find(|(name, _)| *name == class.trim())?.1;
        let amount = Ratio::parse(value).unwrap_or(Ratio::ZERO);
        for form in forms.split(" | ") {
            let form = form.trim();
            let (text, stem) = form.strip_suffix('*').map_or((form, false), |stem| (stem, true));
            let pieces = pieces(text);
            let key = pieces.first()?.folded.clone();
            let map = if stem { &mut self.stems } else { &mut self.forms };
            map.entry(key).or_default().push(Form { class, value, amount, pieces });
        }
        Some(())
    }

    /// The forms that begin with a word or mark, given in small letters.
    pub fn forms(&self, folded: &str) -> &[Form] {
        if let Some(forms) = self.forms.get(folded) {
            return forms;
        }
        if self.stems.is_empty() {
            return &[];
        }
        let ends = folded.char_indices().rev().map(|(at, _)| at).take(LONGEST_ENDING);
        std::iter::once(folded.len())
            .chain(ends)
            .find_map(|end| self.stems.get(folded.get(..end)?))
            .map_or(&[], Vec::as_slice)
    }
}

/// The words and marks of a form.
fn pieces(form: &str) -> Box<[Piece]> {
    let lexed = lex(form);
    let piece = |l: &Lexed<'_>| Piece {
        folded: l.text.to_lowercase().into(),
        exact: (l.kind == CellKind::Word && l.text.contains(char::is_uppercase)).then(|| l.text.into()),
    };
    lexed.iter().map(piece).collect()
}

#[cfg(test)]
#[path = "language/tests.rs"]
mod tests;
