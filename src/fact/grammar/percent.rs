//! Percentages and percentage points.

use super::cardinal::fraction;
use super::number::{number, short_number};
use super::{Class, joint};
use crate::fact::cell::{Cells, Res, class, fail};
use crate::fact::ratio::Ratio;
use crate::fact::value::{Number, Value};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::preceded;

/// `5%`, `five per cent`, `0.5-percent`
pub fn percent(i: Cells<'_>) -> Res<'_, Value> {
    if let Some((rest, _)) = i.form(Class::PercentBefore) {
        // `%5`, `yüzde 5`
        let (rest, number) = alt((number, one)).parse(rest.fresh())?;
        return Ok((rest, Value::Percent(number)));
    }
    let (rest, number) = alt((part_of_one, number, one)).parse(i)?;
    let (rest, _) = preceded(joint, class(Class::Percent)).parse(rest)?;
    Ok((rest, Value::Percent(number)))
}

/// `ein Prozent`, `yüzde bir`: the article where it can only be a number.
fn one(i: Cells<'_>) -> Res<'_, Number> {
    if i.settings().english {
        return fail();
    }
    class(Class::One).map(|form| Number { amount: form.amount, step: Ratio::ONE }).parse(i)
}

/// `half a`, `a quarter of a`, `three quarters of one`: a part of one of what follows.
fn part_of_one(i: Cells<'_>) -> Res<'_, Number> {
    let (rest, part) = alt((fraction, bare_part)).parse(i)?;
    let (rest, _) = opt(class(Class::Of)).parse(rest)?;
    let (rest, _) = alt((class(Class::One), class(Class::Unit))).parse(rest)?;
    let one = rest.before(1).is_some_and(|c| {
        c.forms.iter().any(|f| matches!(f.class, Class::One | Class::Unit) && f.amount == Ratio::ONE)
    });
    if one { Ok((rest, part)) } else { fail() }
}

/// `half`, where [`fraction`] asks for what may stand behind it.
fn bare_part(i: Cells<'_>) -> Res<'_, Number> {
    let (rest, _) = opt(class(Class::One)).parse(i)?;
    let (rest, part) = class(Class::Fraction).parse(rest)?;
    Ok((rest, Number { amount: part.amount, step: part.amount }))
}

/// `two percentage points`, `25 basis points`
pub fn points(i: Cells<'_>) -> Res<'_, Value> {
    let (rest, number) = alt((part_of_one, short_number, one)).parse(i)?;
    let (rest, form) = preceded(joint, class(Class::Points)).parse(rest)?;
    match number.amount.mul(form.amount).zip(number.step.mul(form.amount)) {
        Some((amount, step)) => Ok((rest, Value::Points(Number { amount, step }))),
        None => fail(),
    }
}
