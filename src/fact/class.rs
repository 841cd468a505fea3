//! What forms are to the grammar.

/// A class a line: what it is, its variant, its name in tables.
macro_rules! classes {
    ($($(#[$doc:meta])* $variant:ident $name:literal,)*) => {
        /// What a form is to the grammar.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Class {
            $($(#[$doc])* $variant,)*
        }

        /// Names of the classes in tables.
        const CLASSES: &[(&str, Class)] = &[$(($name, Class::$variant),)*];
    };
}

classes! {
    /// Nought to nineteen.
    Unit "unit",
    /// Twenty, thirty … ninety.
    Tens "tens",
    /// A multiplier inside a group: hundred.
    Hundred "hundred",
    /// A multiplier that closes a group: thousand, million, 万.
    Scale "scale",
    /// A multiplier written glued to digits: `bn`, `k`.
    ShortScale "short-scale",
    /// A multiplier that is a count of its own: dozen, score.
    Collective "collective",
    /// A count of vague size: `dozens`, `hundreds`.
    Vague "vague",
    /// An amount that is a number by custom: `a couple of`.
    Amount "amount",
    /// The indefinite article where it means one.
    One "one",
    /// The definite article.
    The "the",
    /// Joins parts of a number word.
    And "and",
    /// A part of a whole: half, third, thirds.
    Fraction "fraction",
    /// A sign for a part of a whole: ½.
    FractionSign "fraction-sign",
    /// First, second, twentieth.
    Ordinal "ordinal",
    /// The ending of an ordinal in digits: `st`, `th`, `.`.
    OrdinalEnding "ordinal-ending",
    /// The mark before decimals.
    Decimal "decimal",
    /// The mark between groups of digits.
    Group "group",
    /// The sign of negative numbers.
    Minus "minus",
    /// A mark between the ends of a range.
    Dash "dash",
    /// Opens a range: between, from.
    RangeOpen "range-open",
    /// Stands between the ends of a range: to, and.
    RangeJoin "range-join",
    /// Percent.
    Percent "percent",
    /// Percentage points; the value is what one is in points (basis points: `1/100`).
    Points "points",
    /// A sign or code of a currency, before the number or behind it.
    CurrencySign "currency-sign",
    /// A currency's name.
    Currency "currency",
    /// Says behind a sum whose dollars they are: Canadian.
    CurrencyOf "currency-of",
    /// Coins: cents, pence; the value is the currency, of which it is a hundredth.
    Coin "coin",
    /// A unit of measurement; the value is its id in `units.tsv`.
    Measure "measure",
    /// A symbol of a unit, which needs a number in digits right before it.
    MeasureSign "measure-sign",
    /// A month; the value is its number.
    Month "month",
    /// A month's short form: only next to a day or year.
    MonthShort "month-short",
    /// A weekday's short form: only next to a date.
    WeekdayShort "weekday-short",
    /// A weekday; the value is its number, Monday 1.
    Weekday "weekday",
    /// A season: spring, summer, autumn, winter.
    Season "season",
    /// Quarter of a year.
    Quarter "quarter",
    /// `Q`, before the number of a quarter.
    QuarterSign "quarter-sign",
    /// Early, mid, late: a part of a period.
    Part "part",
    /// Last, next, this, before a period or weekday.
    Shift "shift",
    /// A day seen from today: yesterday 1 back.
    DayShift "day-shift",
    /// Century.
    Century "century",
    /// The ending of a decade: `1990s`.
    DecadeEnding "decade-ending",
    /// A decade in words: nineties.
    Decade "decade",
    /// BC, AD.
    Era "era",
    /// Stands before years: in, since, until.
    BeforeYear "before-year",
    /// Joins day, month and year: of.
    Of "of",
    /// A unit of time.
    Period "period",
    /// Says how a span of time lies: ago, later, earlier.
    Relation "relation",
    /// a.m., p.m.
    HalfDay "half-day",
    /// o'clock.
    Oclock "oclock",
    /// Noon, midnight; the value is `12:00`.
    ClockWord "clock-word",
    /// A time zone; the value is the offset in minutes, or empty.
    Zone "zone",
    /// `old`, after years.
    Old "old",
    /// Says how sure a number is, before it: about, at least.
    Hedge "hedge",
    /// The same, behind it: or more.
    HedgeAfter "hedge-after",
    /// Rise or fall; the value is `up`, `down` or `level`.
    Direction "direction",
    /// Turns a statement round: not, never.
    Negator "negator",
    /// What befell those who are counted: dead, injured.
    Fate "fate",
    /// Words of speaking.
    Speech "speech",
    /// Title or role before or behind a name.
    Title "title",
    /// A vote: `by 52 votes to 48`.
    Votes "votes",
    /// Stands before a span of time that *a* opens: for, within.
    SpanOpen "span-open",
    /// Stands before an age: aged.
    Age "age",
    /// Between hours and minutes.
    ClockMark "clock-mark",
    /// Says that those counted are others than those before.
    Further "further",
    /// Says that all are counted.
    Total "total",
    /// Says that something is not or not yet so: if, would.
    Doubt "doubt",
    /// Words near a result: won, beat.
    ScoreWord "score-word",
    /// Stands between the two counts of a result.
    ScoreJoin "score-join",
    /// Stands before the size of a change.
    By "by",
    /// Stands between a noun of change and its size.
    ByNoun "by-noun",
    /// A unit that stands before its number.
    MeasureBefore "measure-before",
    /// Words behind a half that is a number.
    AfterHalf "after-half",
    /// Words of paying.
    Paying "paying",
    /// Small words between a preposition and its number.
    Filler "filler",
    /// Looks like a number or negation and is none: 四川, 十分.
    Word "word",
    /// Behind a year in Chinese, Japanese, Korean; the value `short` where two digits are a year as well.
    YearMark "year-mark",
    /// Behind the number of a month: 月.
    MonthMark "month-mark",
    /// Behind a day of the month: 日.
    DayMark "day-mark",
    /// Stands before years counted from a ruler; the value is the year before the first: 令和.
    EraYear "era-year",
    /// A period by how it lies to now; the value is its grain and shift: `year -1`.
    Shifted "shifted",
    /// a.m., p.m. before the hour.
    HalfDayBefore "half-day-before",
    /// Behind the hour; the value `sure` where it means nothing else: 時.
    HourMark "hour-mark",
    /// Behind the minutes.
    MinuteMark "minute-mark",
    /// Behind the seconds.
    SecondMark "second-mark",
    /// Half, in spans and times: 半.
    Half "half",
    /// Stands between a whole and its parts: 分之.
    PartsMark "parts-mark",
    /// A tenth as a share; the value is what it is in hundredths: 割.
    Tenth "tenth",
    /// Percent before its number: 百分之.
    PercentBefore "percent-before",
    /// Stands before decimals in words: 点.
    DecimalWord "decimal-word",
    /// Behind the year of a decade: 年代.
    DecadeMark "decade-mark",
    /// Says that a number of days or years is a span: 間.
    SpanMark "span-mark",
    /// Early, late, behind the period: 末.
    PartAfter "part-after",
    /// Stands before a number that is a place in an order: 第.
    OrdinalBefore "ordinal-before",
    /// Stands between a number and what it counts: 人, 個.
    Counter "counter",
    /// Says alone that a number is an age: 岁, летний.
    YearsOld "years-old",
    /// A month of another calendar; the value is the calendar.
    ForeignMonth "foreign-month",
    /// A span of time in one word; the value is its number and unit: `2 day` for يومين.
    Span "span",
    /// A multiplier that needs no count before it: *mille*, *hundert*.
    Bare "bare",
    /// Two hundred, nine hundred in one word: *doscientos*.
    Hundreds "hundreds",
    /// A multiplier by ten: *kymmentä*, *puluh*.
    TenTimes "ten-times",
    /// Ten more, behind a unit: *toista*, *belas*.
    Teen "teen",
    /// A half behind a number: *et demi*, *y medio*.
    AndHalf "and-half",
    /// A part before what it is a part of: *demi-million*, *halbe Stunde*.
    PartOf "part-of",
    /// Stands between a number and what it counts: *deux millions d'euros*.
    Linker "linker",
    /// Says before a span of time how it lies: *il y a trois ans*; values as of `relation`.
    RelationBefore "relation-before",
    /// Of an age, behind its number: *45-jährig*; the value is the unit of time.
    AgedBehind "aged-behind",
    /// Last, next, this, behind a period or weekday: *lundi dernier*.
    ShiftAfter "shift-after",
    /// Units of time of which there are several: no period of the calendar.
    Plural "plural",
    /// Stands before times of day and before nothing else: *kl. 16.30*.
    ClockBefore "clock-before",
    /// Stands before times of day, where hours could be a span of time: *à 16 heures*.
    ClockAt "clock-at",
    /// Stands before the number of a month: *tháng 5*.
    MonthBefore "month-before",
    /// Century, before its number: *siglo XIX*.
    CenturyBefore "century-before",
    /// Stands before the number of a decade: *années 1990*.
    DecadeBefore "decade-before",
}

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
