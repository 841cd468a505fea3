//! Values in print: the same for tables, sheets and tests.

use super::date::{Calendar, Date, Grain, Part, Season, Time};
use super::value::{Change, Direction, Duration, Money, Name, Number, Quote, Relation, Value};
use std::fmt;

impl Value {
    /// What kind of fact it is, in a word.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Number(_) => "number",
            Self::Percent(_) => "percent",
            Self::Points(_) => "points",
            Self::Money(_) => "money",
            Self::Quantity(_) => "quantity",
            Self::Date(_) => "date",
            Self::Time(_) => "time",
            Self::Duration(_) => "duration",
            Self::Age(_) => "age",
            Self::Ordinal(_) => "ordinal",
            Self::Label(_) => "label",
            Self::Range(low, _) => match **low {
                Self::Date(_) => "dates",
                Self::Time(_) => "times",
                _ => "range",
            },
            Self::Score(..) => "score",
            Self::Person(_) => "person",
            Self::Place(_) => "place",
            Self::Organisation(_) => "organisation",
            Self::Name(_) => "name",
            Self::Quote(_) => "quote",
            Self::Change(_) => "change",
            Self::Negation => "negation",
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) | Self::Label(number) => number.fmt(f),
            Self::Percent(number) => write!(f, "{number}%"),
            Self::Points(number) => write!(f, "{number} points"),
            Self::Money(money) => money.fmt(f),
            Self::Quantity(quantity) => write!(f, "{} {}", quantity.number, quantity.unit.id),
            Self::Date(date) => date.fmt(f),
            Self::Time(time) => time.fmt(f),
            Self::Duration(duration) => duration.fmt(f),
            Self::Age(age) => write!(f, "{age} old"),
            Self::Ordinal(number) => write!(f, "{number}{}", ordinal_ending(*number)),
            Self::Range(low, high) => write!(f, "{low} – {high}"),
            Self::Score(a, b) => write!(f, "{a} : {b}"),
            Self::Person(name) | Self::Place(name) | Self::Organisation(name) | Self::Name(name) => {
                name.fmt(f)
            }
            Self::Quote(quote) => quote.fmt(f),
            Self::Change(change) => change.fmt(f),
            Self::Negation => f.write_str("not"),
        }
    }
}

/// `st`, `nd`, `rd`, `th`
fn ordinal_ending(number: u64) -> &'static str {
    match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.amount.fmt(f)
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.number, self.currency.0)
    }
}

impl fmt::Display for Date {
    /// As ISO 8601 writes it, as far as it is said: `2024-03-05`, `--03-05`, `2024-03`, `1990s`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut words: Vec<String> = Vec::new();
        words.extend(self.weekday.map(|day| weekday_name(day).to_owned()));
        words.extend(self.shift.map(|shift| shift_name(shift, self.grain, self.weekday.is_some())));
        words.extend(self.part.map(|part| part_name(part).to_owned()));
        words.extend(self.calendar());
        words.extend((self.calendar != Calendar::Gregorian).then(|| format!("({})", self.calendar.name())));
        words.extend(self.year_shift.map(|shift| shift_name(shift, Grain::Year, false)));
        f.write_str(&words.join(" "))
    }
}

impl Date {
    fn calendar(&self) -> Option<String> {
        let year = self.year.map(year_name);
        match self.grain {
            Grain::Century => {
                let year = self.year?;
                let number = if year > 0 { (year - 1) / 100 + 1 } else { -year / 100 };
                let era = if year > 0 { "" } else { " BC" };
                Some(format!("{number}{} century{era}", ordinal_ending(number.unsigned_abs().into())))
            }
            Grain::Decade => Some(format!("{}s", year?)),
            Grain::Quarter(number) => Some(year.map_or(format!("Q{number}"), |y| format!("{y}-Q{number}"))),
            Grain::Season(season) => {
                let name = season_name(season);
                Some(year.map_or(name.to_owned(), |y| format!("{name} {y}")))
            }
            Grain::Week => None,
            Grain::Day | Grain::Month | Grain::Year => match (year, self.month, self.day) {
                (Some(y), Some(m), Some(d)) => Some(format!("{y}-{m:02}-{d:02}")),
                (None, Some(m), Some(d)) => Some(format!("--{m:02}-{d:02}")),
                (None, None, Some(d)) => Some(format!("---{d:02}")),
                (Some(y), Some(m), None) => Some(format!("{y}-{m:02}")),
                (None, Some(m), None) => Some(format!("--{m:02}")),
                (Some(y), None, _) => Some(y),
                (None, None, None) => None,
            },
        }
    }
}

fn year_name(year: i32) -> String {
    if year < 0 { format!("{} BC", -year) } else { year.to_string() }
}

const fn weekday_name(day: u8) -> &'static str {
    match day {
        1 => "Mon",
        2 => "Tue",
        3 => "Wed",
        4 => "Thu",
        5 => "Fri",
        6 => "Sat",
        _ => "Sun",
    }
}

fn shift_name(shift: i8, grain: Grain, weekday: bool) -> String {
    let unit = match grain {
        Grain::Day if weekday => "week",
        Grain::Day => "day",
        Grain::Week => "week",
        Grain::Month => "month",
        Grain::Quarter(_) => "quarter",
        Grain::Season(_) | Grain::Year => "year",
        Grain::Decade => "decade",
        Grain::Century => "century",
    };
    format!("{unit} {}{shift}", if shift > 0 { "+" } else { "" })
}

const fn part_name(part: Part) -> &'static str {
    match part {
        Part::Early => "early",
        Part::Mid => "mid",
        Part::Late => "late",
        Part::End => "end",
    }
}

const fn season_name(season: Season) -> &'static str {
    match season {
        Season::Spring => "spring",
        Season::Summer => "summer",
        Season::Autumn => "autumn",
        Season::Winter => "winter",
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute.unwrap_or(0))?;
        if let Some(second) = self.second {
            write!(f, ":{second:02}")?;
        }
        if self.half_open {
            f.write_str(" (a.m. or p.m.)")?;
        }
        self.zone.map_or(Ok(()), |zone| write!(f, " {zone}"))
    }
}

impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plural = if self.number.amount == super::Ratio::ONE { "" } else { "s" };
        let name = match (self.period, plural) {
            (super::Period::Century, "s") => "centurie",
            (period, _) => period.name(),
        };
        write!(f, "{} {name}{plural}", self.number)?;
        f.write_str(match self.relation {
            None => "",
            Some(Relation::Ago) => " ago",
            Some(Relation::Later) => " later",
            Some(Relation::Earlier) => " earlier",
            Some(Relation::FromNow) => " from now",
        })
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.full)?;
        if self.titles.is_empty() { Ok(()) } else { write!(f, " ({})", self.titles.join(", ")) }
    }
}

impl fmt::Display for Quote {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "“{}{}", self.text, if self.closed { "”" } else { " …" })?;
        self.speaker.as_ref().map_or(Ok(()), |speaker| write!(f, " — {speaker}"))
    }
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.direction {
            Direction::Up => "up",
            Direction::Down => "down",
            Direction::Level => "level",
        })
    }
}
