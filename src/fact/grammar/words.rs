//! Numbers in words in languages but English. What differs between them is in the settings and the table: whether
//! units stand first (*siebenundneunzig*), whether sixty goes on to nineteen (*soixante-quinze*), whether hundred and
//! thousand need a count (*mille*), and scales that multiply each other (*mil millones*).

use super::{Class, cardinal, cjk, joint};
use crate::fact::cell::{Cells, Res, class, fail, mark};
use crate::fact::ratio::Ratio;
use crate::fact::value::Number;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::preceded;

/// A whole number in words.
pub fn cardinal_words(i: Cells<'_>) -> Res<'_, Number> {
    // What ideographs say is read by their own grammar.
    if cjk::is_wide(i.peek(0)) {
        return fail();
    }
    let (mut rest, (group, mut last)) = term(i)?;
    let Some(mut sum) = group.mul(last) else { return fail() };
    // Scales fall, or rise above all that was read: the run is short whatever the text.
    while last > Ratio::ONE {
        // `kétezer-tizenkilenc`
        let start = mark("-").parse(rest).map_or(rest, |(start, ())| start);
        let (start, and) = start.form(Class::And).map_or((start, false), |(start, _)| (start, true));
        let Ok((after, (group, scale))) = term(start) else { break };
        // In Arabic a smaller number without *and* is another's: `ألف ست أوبرات`.
        if i.settings().and_required && !and && scale < last {
            break;
        }
        let Some((total, scale)) = extend(sum, last, group, scale) else { break };
        (rest, sum, last) = (after, total, scale);
    }
    Ok((rest, Number { amount: sum, step: Ratio::ONE }))
}

/// What a sum becomes by a further group: *two million three hundred thousand*, *dos mil quinientos millones*.
pub fn extend(sum: Ratio, last: Ratio, group: Ratio, scale: Ratio) -> Option<(Ratio, Ratio)> {
    if scale < last {
        let more = group.mul(scale).filter(|more| *more < last)?;
        Some((sum.add(more)?, scale))
    } else if scale > last && group < last && sum < scale {
        Some((sum.add(group)?.mul(scale)?, scale))
    } else {
        None
    }
}

/// A group and its scale, one if it has none; a scale that needs no count by itself.
fn term(i: Cells<'_>) -> Res<'_, (Ratio, Ratio)> {
    if let Ok((rest, group)) = alt((hundreds, below_hundred, one_of_a_scale)).parse(i) {
        let (rest, scale) = opt(scales).parse(rest)?;
        return Ok((rest, (group, scale.unwrap_or(Ratio::ONE))));
    }
    let (rest, scale) = scales(i)?;
    let bare = i.peek(0).is_some_and(|c| c.is_alone(Class::Bare));
    if bare { Ok((rest, (Ratio::ONE, scale))) } else { fail() }
}

/// `million`, `mil millones`: scales that grow multiply each other.
pub fn scales(i: Cells<'_>) -> Res<'_, Ratio> {
    let scale = |i| {
        let (i, ()) = joint(i)?;
        alt((class(Class::Scale), class(Class::Collective))).parse(i)
    };
    let (mut rest, first) = scale(i)?;
    let (mut product, mut last) = (first.amount, first.amount);
    while let Ok((after, next)) = scale(rest) {
        let Some(more) = product.mul(next.amount).filter(|_| next.amount > last) else { break };
        (rest, product, last) = (after, more, next.amount);
    }
    Ok((rest, product))
}

/// The article, before a scale.
fn one_of_a_scale(i: Cells<'_>) -> Res<'_, Ratio> {
    let (rest, form) = class(Class::One).parse(i)?;
    if scales(rest).is_ok() { Ok((rest, form.amount)) } else { fail() }
}

/// `trois cent vingt`, `doscientos treinta`, `cent vingt`
fn hundreds(i: Cells<'_>) -> Res<'_, Ratio> {
    let (rest, hundreds) = alt((hundreds_word, counted_hundred, bare_hundred)).parse(i)?;
    let (rest, more) =
        opt(preceded((opt(mark("-")), opt(class(Class::And)), opt(mark("-"))), below_hundred)).parse(rest)?;
    let sum = hundreds.add(more.unwrap_or(Ratio::ZERO));
    sum.map_or_else(fail, |sum| Ok((rest, sum)))
}

fn hundreds_word(i: Cells<'_>) -> Res<'_, Ratio> {
    class(Class::Hundreds).map(|form| form.amount).parse(i)
}

fn counted_hundred(i: Cells<'_>) -> Res<'_, Ratio> {
    let (rest, count) = alt((below_hundred, one)).parse(i)?;
    let (rest, hundred) = preceded(opt(mark("-")), class(Class::Hundred)).parse(rest)?;
    count.mul(hundred.amount).map_or_else(fail, |product| Ok((rest, product)))
}

fn bare_hundred(i: Cells<'_>) -> Res<'_, Ratio> {
    let (rest, hundred) = class(Class::Hundred).parse(i)?;
    let bare = i.peek(0).is_some_and(|c| c.is_alone(Class::Bare));
    if bare { Ok((rest, hundred.amount)) } else { fail() }
}

fn one(i: Cells<'_>) -> Res<'_, Ratio> {
    class(Class::One).map(|form| form.amount).parse(i)
}

/// `quatre-vingt-dix-sept`, `siebenundneunzig`, `treinta y dos`, `kaksitoista`
fn below_hundred(i: Cells<'_>) -> Res<'_, Ratio> {
    alt((units_first, tens_first, teen, unit)).parse(i)
}

fn unit(i: Cells<'_>) -> Res<'_, Ratio> {
    class(Class::Unit).map(|form| form.amount).parse(i)
}

/// One to nine.
fn digit_word(i: Cells<'_>) -> Res<'_, Ratio> {
    let (rest, value) = alt((unit, one)).parse(i)?;
    let digit = value > Ratio::ZERO && value < Ratio::whole(10);
    if digit { Ok((rest, value)) } else { fail() }
}

/// `sieben und neunzig`, in one word or several
fn units_first(i: Cells<'_>) -> Res<'_, Ratio> {
    if !i.settings().units_first {
        return fail();
    }
    let (rest, unit) = digit_word(i)?;
    let (rest, _) = and_of_tens(rest)?;
    let (rest, tens) = class(Class::Tens).parse(rest)?;
    unit.add(tens.amount).map_or_else(fail, |sum| Ok((rest, sum)))
}

/// *and* between tens and units; where number words are written together it must touch them.
fn and_of_tens(i: Cells<'_>) -> Res<'_, ()> {
    let (rest, _) = class(Class::And).parse(i)?;
    let touches = i.glued() && rest.glued();
    if touches || !i.settings().glued { Ok((rest, ())) } else { fail() }
}

/// `trente-deux`, `vint-i-dos`, `kaksikymmentäkolme`
fn tens_first(i: Cells<'_>) -> Res<'_, Ratio> {
    let (rest, tens) = alt((tens_word, ten_times)).parse(i)?;
    let most =
        if i.settings().twenties && (tens == Ratio::whole(60) || tens == Ratio::whole(80)) { 20 } else { 10 };
    let below = |i| {
        let (rest, value) = alt((unit, one)).parse(i)?;
        let fits = value >= Ratio::ONE && value < Ratio::whole(most);
        // `soixante-dix-sept`
        let more = fits && value == Ratio::whole(10);
        match preceded(opt(mark("-")), digit_word).parse(rest) {
            Ok((after, more_units)) if more => {
                value.add(more_units).map_or_else(fail, |sum| Ok((after, sum)))
            }
            _ if fits => Ok((rest, value)),
            _ => fail(),
        }
    };
    let (rest, unit) =
        opt(preceded((opt(mark("-")), opt(and_of_tens), opt(mark("-"))), below)).parse(rest)?;
    tens.add(unit.unwrap_or(Ratio::ZERO)).map_or_else(fail, |sum| Ok((rest, sum)))
}

fn tens_word(i: Cells<'_>) -> Res<'_, Ratio> {
    class(Class::Tens).map(|form| form.amount).parse(i)
}

/// `kaksi kymmentä`, `dua puluh`
fn ten_times(i: Cells<'_>) -> Res<'_, Ratio> {
    let (rest, count) = digit_word(i)?;
    let (rest, ten) = class(Class::TenTimes).parse(rest)?;
    count.mul(ten.amount).map_or_else(fail, |product| Ok((rest, product)))
}

/// `kaksi toista`, `dua belas`
fn teen(i: Cells<'_>) -> Res<'_, Ratio> {
    let (rest, unit) = digit_word(i)?;
    let (rest, ten) = class(Class::Teen).parse(rest)?;
    unit.add(ten.amount).map_or_else(fail, |sum| Ok((rest, sum)))
}

/// `deux tiers`, `un tiers`, `la moitié`
pub fn fraction_words(i: Cells<'_>) -> Res<'_, Number> {
    alt((counted_parts, one_part)).parse(i)
}

fn counted_parts(i: Cells<'_>) -> Res<'_, Number> {
    let (rest, count) = unit(i)?;
    let (rest, part) = preceded(opt(mark("-")), class(Class::Fraction)).parse(rest)?;
    match count.mul(part.amount).filter(|product| *product < Ratio::ONE && !product.is_zero()) {
        Some(amount) => Ok((rest, Number { amount, step: part.amount })),
        None => fail(),
    }
}

/// `un tiers de`, `la moitié`: what is an ordinal as well needs an article and what it is a part of.
fn one_part(i: Cells<'_>) -> Res<'_, Number> {
    // `một phần ba` begins with a one of its own.
    let (after, article) = if i.is(Class::Fraction) { (i, None) } else { opt(class(Class::One)).parse(i)? };
    let (after, _) = if article.is_none() { opt(class(Class::The)).parse(after)? } else { (after, None) };
    let (rest, part) = preceded(opt(mark("-")), class(Class::Fraction)).parse(after)?;
    let half = part.amount == Ratio::new(1, 2).unwrap_or(Ratio::ZERO);
    let ordinal = after.is(Class::Ordinal) || after.is(Class::Quarter);
    let of = rest.is(Class::Linker) || rest.is(Class::Of);
    let article = article.is_some() || !i.settings().articles && !ordinal;
    let alone = half || part.pieces.len() > 1;
    let fits = alone && !ordinal || article && (!ordinal || of);
    if fits && !part.amount.is_zero() {
        Ok((rest, Number { amount: part.amount, step: part.amount }))
    } else {
        fail()
    }
}

/// `deux et demi`, `dos millones y medio`, `zwei einhalb Millionen`: a half is one of the last scale.
pub fn and_half_words(i: Cells<'_>) -> Res<'_, Number> {
    let one = |i| one(i).map(|(rest, amount)| (rest, Number { amount, step: Ratio::ONE }));
    let (rest, whole) =
        alt((super::number::digits_and_scale, cardinal::cardinal, super::numeral::numeral, one)).parse(i)?;
    let (rest, half) = preceded(opt(mark("-")), class(Class::AndHalf)).parse(rest)?;
    let scale = super::number::whole_scale(whole.amount);
    let Some(part) = half.amount.mul(scale) else { return fail() };
    let Some(amount) = whole.amount.add(part) else { return fail() };
    let number = Number { amount, step: part };
    match scales(rest) {
        Ok((after, more)) if scale == Ratio::ONE => super::number::times(after, number, more),
        _ => Ok((rest, number)),
    }
}

/// `un demi-million`, `medio millón`, `trois quarts de million`
pub fn part_of_scale_words(i: Cells<'_>) -> Res<'_, Number> {
    let (rest, _) = opt(class(Class::One)).parse(i)?;
    let (rest, part) = class(Class::PartOf).parse(rest)?;
    let (rest, scale) = scales(rest)?;
    super::number::times(rest, Number { amount: part.amount, step: part.amount }, scale)
}

/// `une centaine`, `des dizaines de milliers`, `plusieurs centaines`, `kilka tysięcy`
pub fn vague_words(i: Cells<'_>) -> Res<'_, Number> {
    let (rest, _) = opt(class(Class::One)).parse(i)?;
    let (mut rest, first) = class(Class::Vague).parse(rest)?;
    let mut amount = first.amount;
    let mut counted = amount >= Ratio::whole(10);
    for _ in 0..2 {
        let more = preceded(
            joint,
            alt((class(Class::Vague), class(Class::Hundred), class(Class::Scale), class(Class::Collective))),
        )
        .parse(rest);
        let Ok((after, more)) = more else { break };
        let Some(product) = amount.mul(more.amount) else { return fail() };
        (rest, amount, counted) = (after, product, true);
    }
    if counted { Ok((rest, Number { amount, step: amount })) } else { fail() }
}
