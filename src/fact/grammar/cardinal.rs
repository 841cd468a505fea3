//! Numbers in words: `twenty-three`, `two hundred and six`, `a million`, `three quarters`, `half a million`.

use super::{Class, words};
use crate::fact::cell::{CellKind, Cells, Res, class, fail, mark};
use crate::fact::ratio::Ratio;
use crate::fact::value::Number;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::{preceded, terminated};

/// A whole number in words.
pub fn cardinal(i: Cells<'_>) -> Res<'_, Number> {
    if !i.settings().english {
        return words::cardinal_words(i);
    }
    let (mut rest, first) = scaled_group(i)?;
    let Some(mut sum) = first.0.mul(first.1) else { return fail() };
    let mut scale = first.1;
    // Every further group has a smaller scale, so the run is short whatever the text.
    while scale > Ratio::ONE {
        let Ok((after, next)) = preceded(opt(joiner), scaled_group).parse(rest) else { break };
        let fits = next.1 < scale && next.0.mul(next.1).is_some_and(|n| n < scale);
        let Some(total) = next.0.mul(next.1).and_then(|n| sum.add(n)).filter(|_| fits) else { break };
        (rest, sum, scale) = (after, total, next.1);
    }
    Ok((rest, Number { amount: sum, step: Ratio::ONE }))
}

/// `and`, or a comma before it.
fn joiner(i: Cells<'_>) -> Res<'_, ()> {
    let (rest, _) = class(Class::And).parse(i)?;
    Ok((rest, ()))
}

/// `three hundred thousand`: a group and its scale, one if it has none.
fn scaled_group(i: Cells<'_>) -> Res<'_, (Ratio, Ratio)> {
    let (rest, group) = alt((hundreds, below_hundred, one_of_a_scale)).parse(i)?;
    let (rest, scale) =
        opt(preceded(opt(mark("-")), alt((class(Class::Scale), class(Class::Collective))))).parse(rest)?;
    Ok((rest, (group, scale.map_or(Ratio::ONE, |s| s.amount))))
}

/// `a` before a scale: `a thousand`.
fn one_of_a_scale(i: Cells<'_>) -> Res<'_, Ratio> {
    let (rest, _) = class(Class::One).parse(i)?;
    let scale = rest.is(Class::Scale) || rest.is(Class::Collective);
    if scale { Ok((rest, Ratio::ONE)) } else { fail() }
}

/// `two hundred and six`, `a hundred`
fn hundreds(i: Cells<'_>) -> Res<'_, Ratio> {
    let (rest, count) = alt((below_hundred, one)).parse(i)?;
    let (rest, hundred) = preceded(opt(mark("-")), class(Class::Hundred)).parse(rest)?;
    let (rest, more) = opt(preceded(opt(joiner), below_hundred)).parse(rest)?;
    let sum = count.mul(hundred.amount).and_then(|n| n.add(more.unwrap_or(Ratio::ZERO)));
    sum.map_or_else(fail, |sum| Ok((rest, sum)))
}

/// The article that means one.
fn one(i: Cells<'_>) -> Res<'_, Ratio> {
    let (rest, form) = class(Class::One).parse(i)?;
    Ok((rest, form.amount))
}

/// `twenty-three`, `twenty`, `three`
fn below_hundred(i: Cells<'_>) -> Res<'_, Ratio> {
    let unit = |i| class(Class::Unit).parse(i).map(|(rest, form)| (rest, form.amount));
    let tens = |i| class(Class::Tens).parse(i).map(|(rest, form)| (rest, form.amount));
    let Ok((rest, tens)) = tens(i) else { return unit(i) };
    let (rest, unit) = opt(preceded(opt(mark("-")), one_to_nine)).parse(rest)?;
    tens.add(unit.unwrap_or(Ratio::ZERO)).map_or_else(fail, |sum| Ok((rest, sum)))
}

fn one_to_nine(i: Cells<'_>) -> Res<'_, Ratio> {
    let (rest, form) = class(Class::Unit).parse(i)?;
    let digit = form.amount > Ratio::ZERO && form.amount < Ratio::whole(10);
    if digit { Ok((rest, form.amount)) } else { fail() }
}

/// `two-thirds`, `three quarters`, `half`, `a third of`
pub fn fraction(i: Cells<'_>) -> Res<'_, Number> {
    if !i.settings().english {
        return words::fraction_words(i);
    }
    alt((counted_parts, one_part)).parse(i)
}

/// `two-thirds`, `one-third`
fn counted_parts(i: Cells<'_>) -> Res<'_, Number> {
    let (rest, count) = terminated(below_hundred, opt(mark("-"))).parse(i)?;
    let (rest, part) = class(Class::Fraction).parse(rest)?;
    // `two third` is no fraction: more than one part is plural.
    let plural = part.pieces.last().is_some_and(|p| p.folded.ends_with('s'));
    match count.mul(part.amount).filter(|_| plural || count == Ratio::ONE) {
        Some(amount) => Ok((rest, Number { amount, step: part.amount })),
        None => fail(),
    }
}

/// `half`, `half of`, `a third of`, `a quarter of`
fn one_part(i: Cells<'_>) -> Res<'_, Number> {
    let (after, article) = opt(class(Class::One)).parse(i)?;
    let (rest, part) = class(Class::Fraction).parse(after)?;
    let half = part.amount == Ratio::new(1, 2).unwrap_or(Ratio::ZERO);
    let ordinal = i.follows(Class::Ordinal) || i.before(1).is_some_and(|c| c.text == "-") && i.glued();
    // `a third of it`, `by a third`
    let of = rest.is(Class::Of) || i.follows(Class::By);
    let compound = rest.peek(0).is_some_and(|c| c.text == "-" && c.glued);
    let word_follows = rest.peek(0).is_some_and(|c| c.kind == CellKind::Word);
    let fits = !word_follows || rest.is(Class::AfterHalf) || i.follows(Class::Hedge);
    let plain_half = half && !ordinal && !compound && fits;
    if (article.is_some() && of || plain_half) && part.pieces.len() == 1 {
        Ok((rest, Number { amount: part.amount, step: part.amount }))
    } else {
        fail()
    }
}
