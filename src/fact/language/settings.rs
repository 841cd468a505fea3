//! What holds for a language as a whole: the lines of class `setting` in its table.

use crate::fact::date::Calendar;

/// Between which groups of digits a space may stand: `12 500`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SpaceGroups {
    /// None.
    #[default]
    None,
    /// A no-break or thin space only.
    Narrow,
    /// Any space.
    Any,
}

/// How day and month stand in a date in digits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DateOrder {
    /// `5/3/2020` is May; with stops the day stands first.
    #[default]
    MonthFirst,
    /// `5/3/2020` is March.
    DayFirst,
    /// `2020/3/5`
    YearFirst,
}

/// What holds for a language as a whole. The default is what holds for English.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// English name of the language.
    pub name: &'static str,
    /// Whether number words, dates and times are built as in English.
    pub english: bool,
    /// `setting ⇥ space-groups ⇥ none | narrow | any`
    pub space_groups: SpaceGroups,
    /// `setting ⇥ day-month ⇥ month-first | day-first | year-first`
    pub date_order: DateOrder,
    /// `setting ⇥ units ⇥ first`: units stand before tens: *siebenundneunzig*.
    pub units_first: bool,
    /// `setting ⇥ glued ⇥ yes`: number words are written together.
    pub glued: bool,
    /// `setting ⇥ twenties ⇥ yes`: sixty and eighty go on to nineteen: *soixante-quinze*.
    pub twenties: bool,
    /// `setting ⇥ clock ⇥ 24`: the day has 24 hours in writing, so that *4:30* is in the night.
    pub clock_24: bool,
    /// `setting ⇥ ending ⇥ 4`: how many letters a word may have beyond a form that ends in `*`.
    pub ending: usize,
    /// `setting ⇥ and ⇥ required`: the parts of a number word are joined by *and*.
    pub and_required: bool,
    /// `setting ⇥ articles ⇥ none`: a part of a whole needs no article: *třetina*, *harmada*.
    pub articles: bool,
    /// `setting ⇥ prefix ⇥ ب | ل`: what is glued before words and cut off where the rest is in the table.
    pub prefixes: &'static str,
    /// `setting ⇥ prefix-and ⇥ و`: the same for *and*, which becomes a cell of its own.
    pub prefix_and: &'static str,
    /// `setting ⇥ foreign-years ⇥ persian 1250 1450`: years that only another calendar can mean, first and last.
    pub foreign_years: Option<(Calendar, i32, i32)>,
    /// `setting ⇥ plural ⇥ s`: more than one is written with an *s*; what has none is one only.
    pub plural_s: bool,
}

impl Settings {
    /// What holds for English, and where a table says nothing.
    pub const DEFAULT: Self = Self {
        name: "English",
        english: true,
        space_groups: SpaceGroups::None,
        date_order: DateOrder::MonthFirst,
        units_first: false,
        glued: false,
        twenties: false,
        clock_24: false,
        ending: 4,
        plural_s: true,
        and_required: false,
        articles: true,
        prefixes: "",
        prefix_and: "",
        foreign_years: None,
    };

    /// What holds for other languages where their table says nothing.
    pub const FOREIGN: Self =
        Self { name: "", english: false, plural_s: false, date_order: DateOrder::DayFirst, ..Self::DEFAULT };

    /// Takes over a line of a table; `None` if it is not understood.
    pub fn set(&mut self, key: &str, value: &'static str) -> Option<()> {
        match (key, value) {
            ("name", name) => self.name = name,
            ("space-groups", "none") => self.space_groups = SpaceGroups::None,
            ("space-groups", "narrow") => self.space_groups = SpaceGroups::Narrow,
            ("space-groups", "any") => self.space_groups = SpaceGroups::Any,
            ("day-month", "month-first") => self.date_order = DateOrder::MonthFirst,
            ("day-month", "day-first") => self.date_order = DateOrder::DayFirst,
            ("day-month", "year-first") => self.date_order = DateOrder::YearFirst,
            ("units", "first") => self.units_first = true,
            ("glued", "yes") => self.glued = true,
            ("twenties", "yes") => self.twenties = true,
            ("clock", "24") => self.clock_24 = true,
            ("plural", "s") => self.plural_s = true,
            ("and", "required") => self.and_required = true,
            ("articles", "none") => self.articles = false,
            ("prefix", prefixes) => self.prefixes = prefixes,
            ("prefix-and", and) => self.prefix_and = and,
            ("foreign-years", years) => self.foreign_years = Some(foreign_years(years)?),
            ("ending", letters) => self.ending = letters.parse().ok()?,
            _ => return None,
        }
        Some(())
    }
}

/// `persian 1250 1450`
fn foreign_years(value: &str) -> Option<(Calendar, i32, i32)> {
    let mut words = value.split(' ');
    let calendar = Calendar::find(words.next()?)?;
    Some((calendar, words.next()?.parse().ok()?, words.next()?.parse().ok()?))
}

impl Default for Settings {
    fn default() -> Self {
        Self::DEFAULT
    }
}
