//! Spans of time and ages: `three years`, `two and a half hours`, `3 hours 20 minutes`, `two days later`, `aged 45`.

use super::Class;
use super::cardinal::fraction;

use super::number::{amount, number};
use crate::fact::cell::{CellKind, Cells, Res, class, fail, mark};
use crate::fact::ratio::Ratio;
use crate::fact::value::{Duration, Number, Period, Relation, Value};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::preceded;

/// A span of time, with how it lies to another time.
pub fn span(i: Cells<'_>) -> Res<'_, Value> {
    if !i.settings().english {
        return span_elsewhere(i);
    }
    let (rest, duration) = alt((compound, simple, half_a_period, one_period)).parse(i)?;
    let (rest, relation) = opt(relation).parse(rest)?;
    Ok((rest, Value::Duration(Duration { relation, ..duration })))
}

/// A span of time in languages but English: `il y a trois ans`, `deux ans et demi`, `une demi-heure`.
fn span_elsewhere(i: Cells<'_>) -> Res<'_, Value> {
    let (start, before) = opt(relation_before).parse(i)?;
    let (rest, duration) =
        alt((compound, simple, part_of_period, in_one_word, one_elsewhere)).parse(start)?;
    let (rest, half) = opt(class(Class::AndHalf)).parse(rest)?;
    let (rest, behind) = opt(relation).parse(rest)?;
    let number = match half {
        Some(half) => match duration.number.amount.add(half.amount) {
            Some(amount) => Number { amount, step: half.amount },
            None => return fail(),
        },
        None => duration.number,
    };
    Ok((rest, Value::Duration(Duration { number, relation: behind.or(before), ..duration })))
}

/// `il y a un an`, `un an et demi`, `pendant une semaine`
fn one_elsewhere(i: Cells<'_>) -> Res<'_, Duration> {
    if let Ok(bare) = bare_period(i) {
        return Ok(bare);
    }
    let (rest, duration) = one_period_plain(i)?;
    let meant = rest.is(Class::AndHalf) || rest.is(Class::Relation) || i.follows(Class::SpanOpen);
    if meant || i.follows(Class::RelationBefore) { Ok((rest, duration)) } else { fail() }
}

/// `год назад`, `через месяц`, where no article says that it is one.
fn bare_period(i: Cells<'_>) -> Res<'_, Duration> {
    let plural = i.peek(0).is_some_and(|c| c.has(Class::Plural));
    if i.settings().articles || plural {
        return fail();
    }
    let (rest, period) = period(i)?;
    let related = rest.is(Class::Relation) || rest.is(Class::AndHalf) || i.follows(Class::RelationBefore);
    if related { Ok((rest, Duration { number: Number::whole(1), period, relation: None })) } else { fail() }
}

/// `une demi-heure`, `trois quarts d'heure`, `pół roku`
fn part_of_period(i: Cells<'_>) -> Res<'_, Duration> {
    let (rest, _) = opt(class(Class::One)).parse(i)?;
    let (rest, part) = class(Class::PartOf).parse(rest)?;
    let (rest, period) = preceded(super::joint, period).parse(rest)?;
    let number = Number { amount: part.amount, step: part.amount };
    Ok((rest, Duration { number, period, relation: None }))
}

/// `полгода`, `يومين`
fn in_one_word(i: Cells<'_>) -> Res<'_, Duration> {
    let (rest, form) = class(Class::Span).parse(i)?;
    let parts = form.value.split_once(' ').and_then(|(n, p)| Ratio::parse(n).zip(Period::find(p)));
    match parts {
        Some((amount, period)) => {
            let step = if amount.as_whole().is_some() { Ratio::ONE } else { amount };
            Ok((rest, Duration { number: Number { amount, step }, period, relation: None }))
        }
        None => fail(),
    }
}

/// `il y a`, `vor`
fn relation_before(i: Cells<'_>) -> Res<'_, Relation> {
    let (rest, form) = class(Class::RelationBefore).parse(i)?;
    find_relation(form.value).map_or_else(fail, |relation| Ok((rest, relation)))
}

/// `45-year-old`, `45 years old`, `aged 45`
pub fn age(i: Cells<'_>) -> Res<'_, Value> {
    alt((years_old, old_alone, aged, aged_behind)).map(Value::Age).parse(i)
}

/// `45-jährig`, `45-letni`
fn aged_behind(i: Cells<'_>) -> Res<'_, Duration> {
    if i.settings().english {
        return fail();
    }
    let (rest, number) = number(i)?;
    let (rest, form) = preceded(super::joint, class(Class::AgedBehind)).parse(rest)?;
    let period = Period::find(form.value);
    period.map_or_else(fail, |period| Ok((rest, Duration { number, period, relation: None })))
}

fn years_old(i: Cells<'_>) -> Res<'_, Duration> {
    let (rest, duration) = simple(i)?;
    let (rest, _) = preceded(opt(mark("-")), class(Class::Old)).parse(rest)?;
    Ok((rest, duration))
}

/// `45岁`, `45-летний`
fn old_alone(i: Cells<'_>) -> Res<'_, Duration> {
    let (rest, number) = number(i)?;
    let (rest, _) = preceded(opt(mark("-")), class(Class::YearsOld)).parse(rest)?;
    Ok((rest, Duration { number, period: Period::Year, relation: None }))
}

/// `aged 45`; what a month or unit follows is none.
fn aged(i: Cells<'_>) -> Res<'_, Duration> {
    let (rest, number) = preceded(class(Class::Age), number).parse(i)?;
    let other = [Class::Month, Class::Percent, Class::Measure, Class::Scale, Class::Of, Class::Currency]
        .into_iter()
        .any(|c| rest.is(c));
    let counted = if i.settings().english { rest } else { super::joint(rest)?.0 };
    let period =
        counted.form(Class::Period).and_then(|(after, form)| Period::find(form.value).map(|p| (after, p)));
    let (rest, period) = period.unwrap_or((rest, Period::Year));
    let other = other && (i.settings().english || !counted.is(Class::Period));
    let human = number.amount <= Ratio::whole(130) && !other && !number.amount.is_negative();
    if human { Ok((rest, Duration { number, period, relation: None })) } else { fail() }
}

/// `three years`, `20-minute`
fn simple(i: Cells<'_>) -> Res<'_, Duration> {
    let (rest, amount) = amount(i)?;
    // `3年生` is a pupil.
    if rest.is(Class::Word) {
        return fail();
    }
    let (rest, period) = preceded(super::joint, period).parse(rest)?;
    // `2019 года` is the year.
    let year = period == Period::Year
        && i.peek(0).is_some_and(|c| c.text.chars().count() == 4)
        && amount.number.amount >= Ratio::whole(1000)
        && amount.number.amount < Ratio::whole(2200);
    if year && !i.settings().english {
        return fail();
    }
    Ok((rest, Duration { number: amount.number, period, relation: None }))
}

fn period(i: Cells<'_>) -> Res<'_, Period> {
    let (rest, form) = class(Class::Period).parse(i)?;
    Period::find(form.value).map_or_else(fail, |period| Ok((rest, period)))
}

/// `3 hours 20 minutes`, `a year and two months`: counted in the smaller unit, which must be a part of the larger.
fn compound(i: Cells<'_>) -> Res<'_, Duration> {
    let (rest, first) = alt((simple, one_period_plain)).parse(i)?;
    let (rest, both) = with_smaller(rest, first)?;
    // `2 hours 1 minute 39 seconds`
    Ok(with_smaller(rest, both).map_or((rest, both), |(rest, all)| (rest, all)))
}

/// A span and what follows it in a smaller unit.
fn with_smaller(rest: Cells<'_>, first: Duration) -> Res<'_, Duration> {
    let (rest, _) = opt(class(Class::And)).parse(rest)?;
    let (rest, second) = alt((simple, one_period_plain)).parse(rest.fresh())?;
    let per = match (first.period, second.period) {
        (Period::Hour, Period::Minute) | (Period::Minute, Period::Second) => 60,
        (Period::Day, Period::Hour) => 24,
        (Period::Week, Period::Day) => 7,
        (Period::Year, Period::Month) => 12,
        _ => return fail(),
    };
    let sum = first.number.amount.mul(Ratio::whole(per)).and_then(|n| n.add(second.number.amount));
    match sum {
        Some(amount) => {
            let number = Number { amount, step: second.number.step };
            Ok((rest, Duration { number, ..second }))
        }
        None => fail(),
    }
}

/// `half an hour`, `half a century`, `a quarter of an hour`
fn half_a_period(i: Cells<'_>) -> Res<'_, Duration> {
    let (rest, part) = alt((fraction, bare_part)).parse(i)?;
    let (rest, _) = opt(class(Class::Of)).parse(rest)?;
    let (rest, _) = opt(mark("-")).parse(rest)?;
    let (rest, period) = preceded(opt(alt((class(Class::One), class(Class::The)))), period).parse(rest)?;
    let article = i.skip(1).peek(0).is_some_and(|_| rest.before(2).is_some_and(|c| c.has(Class::One)));
    let joined = rest.before(2).is_some_and(|c| c.text == "-");
    if article || joined { Ok((rest, Duration { number: part, period, relation: None })) } else { fail() }
}

/// `half` before `-hour`, where [`fraction`] sees a compound word.
fn bare_part(i: Cells<'_>) -> Res<'_, Number> {
    let (rest, part) = class(Class::Fraction).parse(i)?;
    Ok((rest, Number { amount: part.amount, step: part.amount }))
}

/// `a year ago`, `for an hour`, `an hour and a half`: *a* counts only where a span is meant.
fn one_period(i: Cells<'_>) -> Res<'_, Duration> {
    let (rest, duration) = one_period_plain(i)?;
    let (rest, more) =
        opt(preceded(class(Class::And), preceded(class(Class::One), class(Class::Fraction)))).parse(rest)?;
    let number = match more.map(|part| (Ratio::ONE.add(part.amount), part.amount)) {
        Some((Some(amount), step)) => Number { amount, step },
        _ => duration.number,
    };
    let meant = more.is_some() || rest.is(Class::Relation) || i.follows(Class::SpanOpen);
    if meant { Ok((rest, Duration { number, ..duration })) } else { fail() }
}

fn one_period_plain(i: Cells<'_>) -> Res<'_, Duration> {
    let (rest, period) = preceded(class(Class::One), period).parse(i)?;
    // `after a second vote`
    let ordinal = rest.before(1).is_some_and(|c| c.has(Class::Ordinal));
    let counted = rest.peek(0).is_some_and(|c| {
        let goes_on = c.has(Class::Relation) || c.has(Class::And) || c.has(Class::RangeJoin);
        c.kind == CellKind::Word && !goes_on
    });
    if ordinal && counted {
        return fail();
    }
    Ok((rest, Duration { number: Number::whole(1), period, relation: None }))
}

/// `ago`, `later`
fn relation(i: Cells<'_>) -> Res<'_, Relation> {
    let (rest, form) = class(Class::Relation).parse(i)?;
    find_relation(form.value).map_or_else(fail, |relation| Ok((rest, relation)))
}

fn find_relation(name: &str) -> Option<Relation> {
    match name {
        "ago" => Some(Relation::Ago),
        "later" => Some(Relation::Later),
        "earlier" => Some(Relation::Earlier),
        "from-now" => Some(Relation::FromNow),
        _ => None,
    }
}
