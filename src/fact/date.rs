//! Dates and times as far as a text says them. Calendar arithmetic is jiff's.

use jiff::civil;

/// A date or period of the calendar. What is not said is `None`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Date {
    /// The year, negative before Christ. The first year of a decade (1990) or century (1801).
    pub year: Option<i32>,
    /// 1 to 12; as written, where it is more.
    pub month: Option<u8>,
    /// 1 to 31; as written, where it is more.
    pub day: Option<u8>,
    /// Monday 1 to Sunday 7.
    pub weekday: Option<u8>,
    /// How long a time it is.
    pub grain: Grain,
    /// Which part of it.
    pub part: Option<Part>,
    /// How it lies to the day of writing, if it is said by that: days or whole grains, last is -1.
    pub shift: Option<i8>,
    /// How the year lies to the year of writing: `3 May last year` is -1.
    pub year_shift: Option<i8>,
    /// Of which calendar year and day are; the month of another calendar is left out.
    pub calendar: Calendar,
    /// Whether day and month could be read the other way round (`5/3/2020`); month first is taken.
    pub swappable: bool,
}

/// How long a time a date covers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)] // the names say it
pub enum Grain {
    #[default]
    Day,
    Week,
    Month,
    Quarter(u8),
    Season(Season),
    Year,
    Decade,
    Century,
}

/// A calendar. Dates of two calendars cannot be compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[allow(missing_docs)] // the names say it
pub enum Calendar {
    #[default]
    Gregorian,
    Persian,
    Islamic,
    Hebrew,
}

impl Calendar {
    /// Those that tables name.
    const ALL: [(&'static str, Self); 3] =
        [("persian", Self::Persian), ("islamic", Self::Islamic), ("hebrew", Self::Hebrew)];

    /// By its name in tables.
    pub fn find(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(n, _)| *n == name).map(|(_, calendar)| *calendar)
    }

    /// Its name in tables; empty for the Gregorian.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, c)| *c == self).map_or("", |(name, _)| name)
    }
}

/// A season.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

/// A part of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Part {
    Early,
    Mid,
    Late,
    End,
}

impl Date {
    /// A day, month or year of the calendar.
    pub const fn day(year: Option<i32>, month: Option<u8>, day: Option<u8>) -> Self {
        let grain = match (month, day) {
            (_, Some(_)) => Grain::Day,
            (Some(_), None) => Grain::Month,
            (None, None) => Grain::Year,
        };
        Self {
            year,
            month,
            day,
            grain,
            weekday: None,
            part: None,
            shift: None,
            year_shift: None,
            swappable: false,
            calendar: Calendar::Gregorian,
        }
    }

    /// The day of the calendar, where year, month and day are said and the day exists.
    pub fn civil(&self) -> Option<civil::Date> {
        self.civil_in(self.year?)
    }

    /// The day of the calendar in a year, where month and day are said and the day exists in it.
    pub fn civil_in(&self, year: i32) -> Option<civil::Date> {
        if self.calendar != Calendar::Gregorian {
            return None;
        }
        let (month, day) = (i8::try_from(self.month?).ok()?, i8::try_from(self.day?).ok()?);
        civil::Date::new(i16::try_from(year).ok()?, month, day).ok()
    }

    /// Whether such a day can exist at all: no 31st of April, no month 13, no 29th of February in a year without.
    pub fn exists(&self) -> bool {
        let Some(month) = self.month.filter(|_| self.calendar == Calendar::Gregorian) else { return true };
        let Some(day) = self.day else { return (1..=12).contains(&month) };
        let possible = Self { month: Some(month), day: Some(day), ..*self };
        // 2000 has every day that any year has; a year beyond the calendar has them as well.
        possible.civil_in(self.year.filter(|y| (1..=9999).contains(y)).unwrap_or(2000)).is_some()
    }

    /// The weekday of the day in a year: Monday 1 to Sunday 7.
    pub fn weekday_in(&self, year: i32) -> Option<u8> {
        u8::try_from(self.civil_in(year)?.weekday().to_monday_one_offset()).ok()
    }

    /// First and last day, where the date fixes them without the day of writing.
    pub fn bounds(&self) -> Option<(civil::Date, civil::Date)> {
        let year = i16::try_from(self.year.filter(|_| self.calendar == Calendar::Gregorian)?).ok()?;
        let day = |y: i16, m: i8, d: i8| civil::Date::new(y, m, d).ok();
        let until = |years: i16, first: civil::Date| {
            Some((first, day(first.year().checked_add(years - 1)?, 12, 31)?))
        };
        match self.grain {
            Grain::Day => self.civil().map(|d| (d, d)),
            Grain::Month => {
                let first = day(year, i8::try_from(self.month?).ok()?, 1)?;
                Some((first, first.last_of_month()))
            }
            Grain::Quarter(number) => {
                let last_month = i8::try_from(number).ok()?.checked_mul(3)?;
                Some((day(year, last_month.checked_sub(2)?, 1)?, day(year, last_month, 1)?.last_of_month()))
            }
            Grain::Year => until(1, day(year, 1, 1)?),
            Grain::Decade => until(10, day(year, 1, 1)?),
            Grain::Century => until(100, day(year, 1, 1)?),
            Grain::Week | Grain::Season(_) => None,
        }
    }

    /// Whether two dates can be the same: nothing that both say differs.
    pub fn agrees(&self, other: &Self) -> bool {
        fn same<T: PartialEq>(a: Option<T>, b: Option<T>) -> bool {
            a.zip(b).is_none_or(|(a, b)| a == b)
        }
        // What another calendar says is not known.
        self.calendar != other.calendar
            || same(self.year, other.year)
                && same(self.month, other.month)
                && same(self.day, other.day)
                && same(self.weekday, other.weekday)
    }
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Time {
    /// 0 to 24.
    pub hour: u8,
    /// 0 to 59, if said.
    pub minute: Option<u8>,
    /// 0 to 60, if said.
    pub second: Option<u8>,
    /// Whether morning or afternoon is open (`at 4 o'clock`): then `hour` is 1 to 12.
    pub half_open: bool,
    /// Name of the zone as written, in capitals.
    pub zone: Option<&'static str>,
    /// Minutes that the zone is ahead of UTC, where it is one zone only.
    pub offset: Option<i16>,
}

impl Time {
    /// Minutes since midnight UTC, where the zone is known and the half of the day is not open.
    pub fn utc(&self) -> Option<i32> {
        if self.half_open {
            return None;
        }
        let local = i32::from(self.hour) * 60 + i32::from(self.minute.unwrap_or(0));
        Some((local - i32::from(self.offset?)).rem_euclid(24 * 60))
    }
}
