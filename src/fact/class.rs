//! What forms are to the grammar.

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
    /// Says behind a sum whose dollars they are: Canadian.
    CurrencyOf,
    /// Coins: cents, pence; the value is the currency, of which it is a hundredth.
    Coin,
    /// A unit of measurement; the value is its id in `units.tsv`.
    Measure,
    /// A symbol of a unit, which needs a number in digits right before it.
    MeasureSign,
    /// A month; the value is its number.
    Month,
    /// A month's short form: only next to a day or year.
    MonthShort,
    /// A weekday's short form: only next to a date.
    WeekdayShort,
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
    /// Stands before a span of time that *a* opens: for, within.
    SpanOpen,
    /// Stands before an age: aged.
    Age,
    /// Between hours and minutes.
    ClockMark,
    /// Says that those counted are others than those before.
    Further,
    /// Says that all are counted.
    Total,
    /// Says that something is not or not yet so: if, would.
    Doubt,
    /// Words near a result: won, beat.
    ScoreWord,
    /// Stands between the two counts of a result.
    ScoreJoin,
    /// Stands before the size of a change.
    By,
    /// Stands between a noun of change and its size.
    ByNoun,
    /// A unit that stands before its number.
    MeasureBefore,
    /// Words behind a half that is a number.
    AfterHalf,
    /// Words of paying.
    Paying,
    /// Small words between a preposition and its number.
    Filler,
    /// Looks like a number or negation and is none: 四川, 十分.
    Word,
    /// Behind a year in Chinese, Japanese, Korean; the value `short` where two digits are a year as well.
    YearMark,
    /// Behind the number of a month: 月.
    MonthMark,
    /// Behind a day of the month: 日.
    DayMark,
    /// Stands before years counted from a ruler; the value is the year before the first: 令和.
    EraYear,
    /// A period by how it lies to now; the value is its grain and shift: `year -1`.
    Shifted,
    /// a.m., p.m. before the hour.
    HalfDayBefore,
    /// Behind the hour; the value `sure` where it means nothing else: 時.
    HourMark,
    /// Behind the minutes.
    MinuteMark,
    /// Behind the seconds.
    SecondMark,
    /// Half, in spans and times: 半.
    Half,
    /// Stands between a whole and its parts: 分之.
    PartsMark,
    /// A tenth as a share; the value is what it is in hundredths: 割.
    Tenth,
    /// Percent before its number: 百分之.
    PercentBefore,
    /// Stands before decimals in words: 点.
    DecimalWord,
    /// Behind the year of a decade: 年代.
    DecadeMark,
    /// Says that a number of days or years is a span: 間.
    SpanMark,
    /// Early, late, behind the period: 末.
    PartAfter,
    /// Stands before a number that is a place in an order: 第.
    OrdinalBefore,
    /// Stands between a number and what it counts: 人, 個.
    Counter,
    /// Says alone that a number is an age: 岁, летний.
    YearsOld,
    /// A month of another calendar; the value is the calendar.
    ForeignMonth,
    /// A span of time in one word; the value is its number and unit: `2 day` for يومين.
    Span,
    /// A multiplier that needs no count before it: *mille*, *hundert*.
    Bare,
    /// Two hundred, nine hundred in one word: *doscientos*.
    Hundreds,
    /// A multiplier by ten: *kymmentä*, *puluh*.
    TenTimes,
    /// Ten more, behind a unit: *toista*, *belas*.
    Teen,
    /// A half behind a number: *et demi*, *y medio*.
    AndHalf,
    /// A part before what it is a part of: *demi-million*, *halbe Stunde*.
    PartOf,
    /// Stands between a number and what it counts: *deux millions d'euros*.
    Linker,
    /// Says before a span of time how it lies: *il y a trois ans*; values as of `relation`.
    RelationBefore,
    /// Of an age, behind its number: *45-jährig*; the value is the unit of time.
    AgedBehind,
    /// Last, next, this, behind a period or weekday: *lundi dernier*.
    ShiftAfter,
    /// Units of time of which there are several: no period of the calendar.
    Plural,
    /// Stands before times of day and before nothing else: *kl. 16.30*.
    ClockBefore,
    /// Stands before times of day, where hours could be a span of time: *à 16 heures*.
    ClockAt,
    /// Stands before the number of a month: *tháng 5*.
    MonthBefore,
    /// Century, before its number: *siglo XIX*.
    CenturyBefore,
    /// Stands before the number of a decade: *années 1990*.
    DecadeBefore,
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
    ("month-short", Class::MonthShort),
    ("weekday-short", Class::WeekdayShort),
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
    ("span-open", Class::SpanOpen),
    ("age", Class::Age),
    ("clock-mark", Class::ClockMark),
    ("further", Class::Further),
    ("total", Class::Total),
    ("doubt", Class::Doubt),
    ("score-word", Class::ScoreWord),
    ("score-join", Class::ScoreJoin),
    ("by", Class::By),
    ("by-noun", Class::ByNoun),
    ("measure-before", Class::MeasureBefore),
    ("after-half", Class::AfterHalf),
    ("paying", Class::Paying),
    ("filler", Class::Filler),
    ("word", Class::Word),
    ("year-mark", Class::YearMark),
    ("month-mark", Class::MonthMark),
    ("day-mark", Class::DayMark),
    ("era-year", Class::EraYear),
    ("shifted", Class::Shifted),
    ("half-day-before", Class::HalfDayBefore),
    ("hour-mark", Class::HourMark),
    ("minute-mark", Class::MinuteMark),
    ("second-mark", Class::SecondMark),
    ("half", Class::Half),
    ("parts-mark", Class::PartsMark),
    ("tenth", Class::Tenth),
    ("percent-before", Class::PercentBefore),
    ("decimal-word", Class::DecimalWord),
    ("decade-mark", Class::DecadeMark),
    ("span-mark", Class::SpanMark),
    ("part-after", Class::PartAfter),
    ("ordinal-before", Class::OrdinalBefore),
    ("counter", Class::Counter),
    ("years-old", Class::YearsOld),
    ("foreign-month", Class::ForeignMonth),
    ("span", Class::Span),
    ("bare", Class::Bare),
    ("hundreds", Class::Hundreds),
    ("ten-times", Class::TenTimes),
    ("teen", Class::Teen),
    ("and-half", Class::AndHalf),
    ("part-of", Class::PartOf),
    ("linker", Class::Linker),
    ("relation-before", Class::RelationBefore),
    ("aged-behind", Class::AgedBehind),
    ("shift-after", Class::ShiftAfter),
    ("plural", Class::Plural),
    ("clock-before", Class::ClockBefore),
    ("clock-at", Class::ClockAt),
    ("month-before", Class::MonthBefore),
    ("century-before", Class::CenturyBefore),
    ("decade-before", Class::DecadeBefore),
];

impl Class {
    /// Whether a value or its hedge can begin with it.
    pub const fn opens(self) -> bool {
        matches!(
            self,
            Self::Unit
                | Self::Tens
                | Self::Vague
                | Self::Amount
                | Self::One
                | Self::The
                | Self::Fraction
                | Self::FractionSign
                | Self::Ordinal
                | Self::Decimal
                | Self::Minus
                | Self::CurrencySign
                | Self::MeasureBefore
                | Self::Month
                | Self::MonthShort
                | Self::Weekday
                | Self::WeekdayShort
                | Self::Season
                | Self::QuarterSign
                | Self::Part
                | Self::Shift
                | Self::DayShift
                | Self::Decade
                | Self::Era
                | Self::ClockWord
                | Self::Age
                | Self::Hedge
                | Self::Hundred
                | Self::EraYear
                | Self::Shifted
                | Self::HalfDayBefore
                | Self::Half
                | Self::PercentBefore
                | Self::OrdinalBefore
                | Self::ForeignMonth
                | Self::Span
                | Self::Bare
                | Self::Hundreds
                | Self::TenTimes
                | Self::PartOf
                | Self::RelationBefore
                | Self::ClockBefore
                | Self::MonthBefore
                | Self::CenturyBefore
                | Self::DecadeBefore
        )
    }

    /// A bit of its own.
    pub const fn bit(self) -> u128 {
        1 << self as u32
    }

    /// By its name in tables.
    pub fn find(name: &str) -> Option<Self> {
        CLASSES.iter().find(|(n, _)| *n == name).map(|(_, class)| *class)
    }
}
