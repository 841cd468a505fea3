//! Percentages and percentage points.

use super::Class;
use super::number::{number, short_number};
use crate::fact::cell::{Cells, Res, class, fail, mark};
use crate::fact::value::{Number, Value};
use nom::Parser;
use nom::combinator::opt;
use nom::sequence::preceded;

/// `5%`, `five per cent`, `0.5-percent`
pub fn percent(i: Cells<'_>) -> Res<'_, Value> {
    let (rest, number) = number(i)?;
    let (rest, _) = preceded(opt(mark("-")), class(Class::Percent)).parse(rest)?;
    Ok((rest, Value::Percent(number)))
}

/// `two percentage points`, `25 basis points`
pub fn points(i: Cells<'_>) -> Res<'_, Value> {
    let (rest, number) = short_number(i)?;
    let (rest, form) = preceded(opt(mark("-")), class(Class::Points)).parse(rest)?;
    match number.amount.mul(form.amount).zip(number.step.mul(form.amount)) {
        Some((amount, step)) => Ok((rest, Value::Points(Number { amount, step }))),
        None => fail(),
    }
}
