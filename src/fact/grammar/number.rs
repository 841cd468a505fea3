//! Numbers of every kind, with what scales them and what hedges them.

use super::cardinal::{cardinal, fraction};
use super::cjk;
use super::numeral::numeral;
use super::{Class, words};
use crate::fact::cell::{Cells, Res, class, fail, mark};
use crate::fact::ratio::Ratio;
use crate::fact::value::{Hedge, Number};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::preceded;

/// An amount, and whether it is only an order of magnitude.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amount {
    /// The number.
    pub number: Number,
    /// `dozens`, `several hundred`.
    pub vague: bool,
}

/// Any number that is exact as written.
pub fn number(i: Cells<'_>) -> Res<'_, Number> {
    i.number_once(any)
}

fn any(i: Cells<'_>) -> Res<'_, Number> {
    if !i.settings().english {
        return number_elsewhere(i);
    }
    alt((part_of_scale, and_a_half, fraction, scaled, digits_and_scale, cardinal, numeral)).parse(i)
}

/// [`number`] in languages but English.
fn number_elsewhere(i: Cells<'_>) -> Res<'_, Number> {
    alt((
        cjk::fraction,
        cjk::number,
        words::part_of_scale_words,
        words::and_half_words,
        fraction,
        chain,
        scaled,
        digits_and_scale,
        cardinal,
        numeral,
    ))
    .parse(i)
}

/// `2 millones 300 mil`: digits with a scale and more of a smaller one.
fn chain(i: Cells<'_>) -> Res<'_, Number> {
    let (rest, first) = digits_and_scale(i)?;
    let (rest, more) = preceded(opt(class(Class::And)), digits_and_scale).parse(rest.fresh())?;
    let fits = first.step == whole_scale(first.amount) && more.amount < first.step;
    match first.amount.add(more.amount).filter(|_| fits) {
        Some(amount) => Ok((rest, Number { amount, step: more.step })),
        None => fail(),
    }
}

/// [`number`], `k`, `m` and `bn` behind digits included: only where the context leaves no doubt.
pub fn short_number(i: Cells<'_>) -> Res<'_, Number> {
    alt((short_scaled, number)).parse(i)
}

/// A number, or a word for a vague one.
pub fn amount(i: Cells<'_>) -> Res<'_, Amount> {
    if !i.settings().english {
        let vague = words::vague_words.map(|number| Amount { number, vague: true });
        return alt((cjk::vague, vague, exact, custom)).parse(i);
    }
    alt((exact, custom, vague)).parse(i)
}

fn exact(i: Cells<'_>) -> Res<'_, Amount> {
    number.map(|number| Amount { number, vague: false }).parse(i)
}

/// `a couple of`
fn custom(i: Cells<'_>) -> Res<'_, Amount> {
    let (rest, form) = class(Class::Amount).parse(i)?;
    Ok((rest, Amount { number: Number { amount: form.amount, step: Ratio::ONE }, vague: true }))
}

/// `1.2 million`, `3-million`
pub fn digits_and_scale(i: Cells<'_>) -> Res<'_, Number> {
    let (rest, number) = numeral(i)?;
    if !i.settings().english {
        let (rest, scale) = alt((words::scales, hundred)).parse(rest)?;
        return times(rest, number, scale);
    }
    let (rest, scale) =
        preceded(opt(mark("-")), alt((class(Class::Scale), class(Class::Collective), class(Class::Hundred))))
            .parse(rest)?;
    times(rest, number, scale.amount)
}

/// `3 hundred`
fn hundred(i: Cells<'_>) -> Res<'_, Ratio> {
    preceded(super::joint, class(Class::Hundred)).map(|form| form.amount).parse(i)
}

/// `1.13bn`, `600k`
fn short_scaled(i: Cells<'_>) -> Res<'_, Number> {
    let (rest, number) = numeral(i)?;
    let (sign, scale) = class(Class::ShortScale).parse(rest)?;
    // `5 M€`: only the sign that touches it shows that it is a scale.
    if !rest.glued() && (i.settings().english || !sign.glued() || !sign.is(Class::CurrencySign)) {
        return fail();
    }
    let rest = sign;
    let whole_word =
        !rest.glued() || rest.peek(0).is_some_and(|c| !c.text.chars().all(char::is_alphanumeric));
    if whole_word { times(rest, number, scale.amount) } else { fail() }
}

/// `5bn`, `1.2tn`: short scales that mean nothing else.
fn scaled(i: Cells<'_>) -> Res<'_, Number> {
    let (rest, number) = short_scaled(i)?;
    let unmistakable = rest.before(1).is_some_and(|c| c.text.chars().count() > 1);
    if unmistakable { Ok((rest, number)) } else { fail() }
}

/// A number times a scale.
pub fn times<'a>(rest: Cells<'a>, number: Number, scale: Ratio) -> Res<'a, Number> {
    match number.amount.mul(scale).zip(number.step.mul(scale)) {
        Some((amount, step)) => Ok((rest, Number { amount, step })),
        None => fail(),
    }
}

/// `half a million`, `a quarter of a billion`, `half a dozen`
fn part_of_scale(i: Cells<'_>) -> Res<'_, Number> {
    let (rest, _) = opt(class(Class::One)).parse(i)?;
    let (rest, part) = class(Class::Fraction).parse(rest)?;
    let (rest, _) = opt(class(Class::Of)).parse(rest)?;
    let (rest, _) = opt(mark("-")).parse(rest)?;
    let (rest, _) = class(Class::One).parse(rest)?;
    let (rest, _) = opt(mark("-")).parse(rest)?;
    let (rest, scale) = alt((class(Class::Scale), class(Class::Collective))).parse(rest)?;
    times(rest, Number { amount: part.amount, step: part.amount }, scale.amount)
}

/// `two and a half`, `one and a half million`, `a million and a half`
fn and_a_half(i: Cells<'_>) -> Res<'_, Number> {
    let (rest, whole) = alt((digits_and_scale, cardinal, numeral)).parse(i)?;
    let (rest, _) = opt(mark("-")).parse(rest)?;
    let (rest, _) = class(Class::And).parse(rest)?;
    let (rest, _) = opt(mark("-")).parse(rest)?;
    let (rest, count) = class(Class::One).map(|_| Ratio::ONE).or(small).parse(rest)?;
    let (rest, _) = opt(mark("-")).parse(rest)?;
    let (rest, part) = class(Class::Fraction).parse(rest)?;
    let Some(part) = part.amount.mul(count) else { return fail() };
    let scale = whole_scale(whole.amount);
    let sum = part.mul(scale).and_then(|p| whole.amount.add(p)).zip(part.mul(scale));
    let Some((amount, step)) = sum else { return fail() };
    let number = Number { amount, step };
    match alt((class(Class::Scale), class(Class::Collective))).parse(rest) {
        Ok((after, more)) if scale == Ratio::ONE => times(after, number, more.amount),
        _ => Ok((rest, number)),
    }
}

/// `three`, before quarters.
fn small(i: Cells<'_>) -> Res<'_, Ratio> {
    class(Class::Unit).map(|form| form.amount).parse(i)
}

/// What *a half* is a half of: `a million and a half` is 1.5 million.
pub fn whole_scale(amount: Ratio) -> Ratio {
    [12, 9, 6, 3]
        .into_iter()
        .filter_map(Ratio::ten_to)
        .find(|scale| amount.div(*scale).is_some_and(|q| q.as_whole().is_some_and(|w| w > 0)))
        .unwrap_or(Ratio::ONE)
}

/// `dozens`, `hundreds of thousands`, `several hundred`, `a few dozen`
fn vague(i: Cells<'_>) -> Res<'_, Amount> {
    let (rest, form) = class(Class::Vague).parse(i)?;
    let mut amount = form.amount;
    let mut rest = rest;
    if amount < Ratio::whole(10) {
        // `several hundred`: several alone is no number.
        let (after, scale) =
            alt((class(Class::Hundred), class(Class::Scale), class(Class::Collective))).parse(rest)?;
        let Some(product) = amount.mul(scale.amount) else { return fail() };
        (rest, amount) = (after, product);
    } else if let Ok((after, more)) = preceded(class(Class::Of), class(Class::Vague)).parse(rest) {
        let Some(product) = amount.mul(more.amount) else { return fail() };
        (rest, amount) = (after, product);
    }
    Ok((rest, Amount { number: Number { amount, step: amount }, vague: true }))
}

/// A hedge before a number.
pub fn hedge(i: Cells<'_>) -> Res<'_, Hedge> {
    let (rest, form) = class(Class::Hedge).parse(i)?;
    Hedge::find(form.value).map_or_else(fail, |hedge| Ok((rest, hedge)))
}

/// A hedge behind a number: `or more`, `+`.
pub fn hedge_after(i: Cells<'_>) -> Res<'_, Hedge> {
    let (rest, form) = class(Class::HedgeAfter).parse(i)?;
    Hedge::find(form.value).map_or_else(fail, |hedge| Ok((rest, hedge)))
}
