//! Quantities with a unit: `5 km`, `20°C`, `six feet two inches`, `a 10-metre wall`, `magnitude 6.4`.

use super::Class;
use super::number::number;
use super::numeral::numeral;
use crate::fact::cell::{CellKind, Cells, Res, class, fail, mark};
use crate::fact::ratio::Ratio;
use crate::fact::unit::{Dimension, Unit};
use crate::fact::value::{Number, Quantity, Value};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::preceded;

/// Any quantity.
pub fn quantity(i: Cells<'_>) -> Res<'_, Value> {
    alt((unit_first, compound, simple, one_of_unit)).map(Value::Quantity).parse(i)
}

/// `5 km`, `6ft`, `five-kilometre`
fn simple(i: Cells<'_>) -> Res<'_, Quantity> {
    let (rest, (number, unit)) = alt((by_name, by_sign)).parse(i)?;
    let large = number.amount >= Ratio::whole(1_000_000);
    if unit.id == "lb" && (large || means_money(i)) { fail() } else { Ok((rest, Quantity { number, unit })) }
}

fn by_name(i: Cells<'_>) -> Res<'_, (Number, &'static Unit)> {
    let (rest, number) = number(i)?;
    let (rest, form) = preceded(super::joint, class(Class::Measure)).parse(rest)?;
    Unit::find(form.value).map_or_else(fail, |unit| Ok((rest, (number, unit))))
}

fn by_sign(i: Cells<'_>) -> Res<'_, (Number, &'static Unit)> {
    let (sign, number) = numeral(i)?;
    let (rest, form) = class(Class::MeasureSign).parse(sign)?;
    // `in` and letters that are words or names as well must touch the number.
    let must_touch = matches!(form.value, "in" | "°C" | "°F" | "V" | "W" | "t" | "g");
    let word_goes_on = rest.glued() && rest.peek(0).is_some_and(|c| c.kind != CellKind::Mark);
    if word_goes_on || must_touch && !sign.glued() {
        return fail();
    }
    Unit::find(form.value).map_or_else(fail, |unit| Ok((rest, (number, unit))))
}

/// `magnitude 6.4`
fn unit_first(i: Cells<'_>) -> Res<'_, Quantity> {
    let (rest, form) = class(Class::MeasureBefore).parse(i)?;
    let (rest, _) = opt(mark("-")).parse(rest)?;
    let (rest, number) = number(rest)?;
    Unit::find(form.value).map_or_else(fail, |unit| Ok((rest, Quantity { number, unit })))
}

/// `five feet eleven inches`, `6ft 2in`: two units of one dimension, the smaller one behind.
fn compound(i: Cells<'_>) -> Res<'_, Quantity> {
    let (rest, first) = simple(i)?;
    let (rest, _) = opt(class(Class::And)).parse(rest)?;
    let (rest, second) = simple(rest.fresh())?;
    let imperial =
        matches!((first.unit.id, second.unit.id), ("ft", "in") | ("lb", "oz") | ("st", "lb") | ("yd", "ft"));
    let sum = add_smaller(&first, &second).filter(|_| imperial);
    sum.map_or_else(fail, |quantity| Ok((rest, quantity)))
}

fn add_smaller(first: &Quantity, second: &Quantity) -> Option<Quantity> {
    let one = first.unit.to_si(Ratio::ONE)?;
    let step = second.unit.to_si(second.number.step)?.div(one)?;
    let more = second.unit.to_si(second.number.amount)?.div(one)?;
    let amount = first.number.amount.add(more).filter(|_| more < Ratio::ONE)?;
    Some(Quantity { number: Number { amount, step }, unit: first.unit })
}

/// `a mile`, `a tonne of`
fn one_of_unit(i: Cells<'_>) -> Res<'_, Quantity> {
    let (rest, form) = preceded(class(Class::One), class(Class::Measure)).parse(i)?;
    let unit = Unit::find(form.value).filter(|u| {
        matches!(u.dimension, Dimension::Length | Dimension::Mass | Dimension::Area)
            && u.id != "deg"
            && i.follows(Class::Hedge)
    });
    unit.map_or_else(fail, |unit| Ok((rest, Quantity { number: Number::whole(1), unit })))
}

/// How many words back a word of paying decides that pounds are money.
const LOOK_BACK: usize = 10;

/// Whether pounds are money here: a word of paying stands before, or the number has a scale.
fn means_money(i: Cells<'_>) -> bool {
    (1..=LOOK_BACK).any(|back| i.before(back).is_some_and(|c| c.is_alone(Class::Paying)))
}
