//! Sums of money: `$1.13bn`, `£600m`, `500 million euros`, `Rs 5 crore`, `EUR 5 million`, `50 cents`.

use super::number::{number, short_number};
use super::{Class, joint};
use crate::fact::cell::{Cells, Res, class, fail, mark};
use crate::fact::language::Form;
use crate::fact::ratio::Ratio;
use crate::fact::value::{Currency, Money, Number, Value};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::preceded;

/// Any sum of money.
pub fn money(i: Cells<'_>) -> Res<'_, Value> {
    alt((sign_first, name_last, coins, one_of_currency)).map(Value::Money).parse(i)
}

/// `$5 million`, `-$5`, `EUR 5m`; a currency named behind it as well says which: `$5 million Canadian`.
fn sign_first(i: Cells<'_>) -> Res<'_, Money> {
    let (rest, form) = class(Class::CurrencySign).parse(i)?;
    let (rest, _) = opt(mark("-")).parse(rest)?;
    let (rest, number) = short_number(rest)?;
    let again = alt((class(Class::CurrencyOf), class(Class::CurrencySign))).parse(rest);
    match again {
        Ok((after, whose))
            if form.value == "dollar"
                && !rest.glued()
                && whose.value != "dollar"
                && !after.is(Class::CurrencySign) =>
        {
            Ok((after, sum(number, whose)))
        }
        _ => Ok((rest, sum(number, form))),
    }
}

/// `500 million euros`, `5 million US dollars`, `5m EUR`, `200 €`
fn name_last(i: Cells<'_>) -> Res<'_, Money> {
    let (rest, number) = short_number(i)?;
    let (rest, form) = preceded(
        joint,
        alt((
            class(Class::Currency),
            class(Class::CurrencySign),
            preceded(class(Class::CurrencyOf), class(Class::Currency)),
            preceded(nationality, class(Class::Currency)),
        )),
    )
    .parse(rest)?;
    // `12 won`: too little to be money.
    let verb = form.value == "won" && number.amount < Ratio::whole(1000);
    // `50 millions de dollars canadiens`
    if !i.settings().english && Currency(form.value).is_open() {
        let whose = opt(class(Class::CurrencyOf)).parse(rest)?;
        return Ok((whose.0, sum(number, whose.1.unwrap_or(form))));
    }
    if verb { fail() } else { Ok((rest, sum(number, form))) }
}

/// A word with a capital before a currency that the table does not name together: `Georgian lari`.
fn nationality(i: Cells<'_>) -> Res<'_, ()> {
    match i.peek(0) {
        Some(cell) if cell.text.starts_with(char::is_uppercase) && !cell.glued => Ok((i.skip(1), ())),
        _ => fail(),
    }
}

/// `a dollar`, `one euro` is [`name_last`].
fn one_of_currency(i: Cells<'_>) -> Res<'_, Money> {
    let (rest, form) = preceded(class(Class::One), class(Class::Currency)).parse(i)?;
    Ok((rest, sum(Number::whole(1), form)))
}

/// `50 cents`, `20p`
fn coins(i: Cells<'_>) -> Res<'_, Money> {
    let (rest, number) = number(i)?;
    let (after, form) = preceded(joint, class(Class::Coin)).parse(rest)?;
    // `829p`, but not `5 p`
    let letter = form.pieces.iter().all(|p| p.folded.chars().count() == 1 && p.folded.is_ascii());
    if letter && !rest.glued() {
        return fail();
    }
    let rest = after;
    let hundredth = Ratio::new(1, 100).unwrap_or(Ratio::ONE);
    match number.amount.mul(hundredth).zip(number.step.mul(hundredth)) {
        Some((amount, step)) => Ok((rest, sum(Number { amount, step }, form))),
        None => fail(),
    }
}

fn sum(number: Number, form: &Form) -> Money {
    Money { number, currency: Currency(form.value) }
}
