//! Numbers of Chinese, Japanese and Korean: `三百二十`, `1万5千`, `3억 5천만`, `二〇一九`, `三分之二`, `百分之五`, `3割5分`.
//!
//! Every production asks first whether a cell of these scripts stands there, so that other languages pay nothing.

use super::Class;
use super::number::Amount;
use super::numeral::{decimal, may_begin};
use crate::fact::cell::{Cell, CellKind, Cells, Res, class, fail, glued, is_east_asian};
use crate::fact::language::Form;
use crate::fact::ratio::Ratio;
use crate::fact::value::{Number, Value};

/// The most groups and places a number can have; a longer run is no number to us.
const MOST_PARTS: usize = 16;

/// Whether a cell is in Chinese, Japanese or Korean letters.
pub fn is_wide(cell: Option<&Cell<'_>>) -> bool {
    cell.is_some_and(|c| c.kind == CellKind::Word && c.text.chars().next().is_some_and(is_east_asian))
}

/// A form of a class in these scripts.
pub fn wide<'a>(kind: Class) -> impl Fn(Cells<'a>) -> Res<'a, &'a Form> {
    move |i| if is_wide(i.peek(0)) { class(kind)(i) } else { fail() }
}

/// A form of a class in these scripts that touches what stands before it.
pub fn wide_glued<'a>(kind: Class) -> impl Fn(Cells<'a>) -> Res<'a, &'a Form> {
    move |i| if is_wide(i.peek(0)) { glued(kind)(i) } else { fail() }
}

/// A number with ideographs or hangul in it.
pub fn number(i: Cells<'_>) -> Res<'_, Number> {
    if is_wide(i.peek(0)) {
        let opens =
            (i.is(Class::Unit) || i.is(Class::Hundred)) && !i.is(Class::Minus) && !i.is(Class::Fraction);
        // `五六百`: the number before belongs to it.
        let inside = i.glued() && is_wide(i.before(1)) && i.before(1).is_some_and(|c| c.has(Class::Unit));
        if !opens || inside {
            return fail();
        }
    } else {
        let digits = i.peek(0).is_some_and(|c| c.kind == CellKind::Digits) && may_begin(i);
        if !digits || !multiplier_near(i) {
            return fail();
        }
    }
    let (rest, number) = myriads(i)?;
    decimals_in_words(rest, number)
}

/// Whether a multiplier stands behind the digits here, decimals and groups passed over.
fn multiplier_near(i: Cells<'_>) -> bool {
    let after = decimal(i).map_or(i, |(rest, _)| rest);
    let odd = usize::from(is_wide(after.peek(0)) && after.is(Class::HedgeAfter));
    let after = after.skip(odd);
    is_wide(after.peek(0)) && (after.is(Class::Hundred) || after.is(Class::Scale))
}

/// `3億5千万`, `1万5千`, `300多万`: groups, each with a smaller scale than the one before.
fn myriads(i: Cells<'_>) -> Res<'_, Number> {
    let mut rest = i;
    let mut sum: Option<Number> = None;
    let mut last: Option<Ratio> = None;
    for _ in 0..MOST_PARTS {
        let Ok((after, part)) = group(rest) else { break };
        let after_odd = odd(after).filter(|next| is_wide(next.peek(0)) && next.is(Class::Scale));
        let (end, scale) = match wide(Class::Scale)(after_odd.unwrap_or(after)) {
            Ok((end, form)) => (end, form.amount),
            Err(_) => (after, Ratio::ONE),
        };
        if last.is_some_and(|last| scale >= last) {
            break;
        }
        let step = if after_odd.is_some() { Ratio::ONE } else { part.step };
        let Some((amount, step)) = part.amount.mul(scale).zip(step.mul(scale)) else { return fail() };
        let Some(amount) = sum.map_or(Some(amount), |s| s.amount.add(amount)) else { return fail() };
        (rest, sum, last) = (end, Some(Number { amount, step }), Some(scale));
        let may_go_on = rest.glued() || hangul_before(rest);
        if scale == Ratio::ONE || !may_go_on || after_odd.is_some() {
            break;
        }
    }
    sum.map_or_else(fail, |sum| Ok((rest, sum)))
}

/// Korean writes a space behind `만`, `억`.
fn hangul_before(i: Cells<'_>) -> bool {
    i.before(1).is_some_and(|c| c.text.chars().all(|c| matches!(c, '\u{ac00}'..='\u{d7a3}')))
}

/// `多`, `余`, `여` inside a number.
fn odd(i: Cells<'_>) -> Option<Cells<'_>> {
    wide_glued(Class::HedgeAfter)(i).ok().map(|(rest, _)| rest)
}

/// What stands before a scale: `三百二十`, `5千`, `1.5`, `二〇一九`.
fn group(i: Cells<'_>) -> Res<'_, Number> {
    let mut rest = i;
    let mut sum = Ratio::ZERO;
    let mut step = Ratio::ONE;
    let mut place: Option<Ratio> = None;
    for _ in 0..MOST_PARTS {
        if rest.at() > i.at() && !rest.glued() {
            break;
        }
        let figure = figure(rest).ok();
        let (after, count) = figure.map_or((rest, None), |(after, n)| (after, Some(n)));
        let hundred = wide(Class::Hundred)(after).ok().filter(|(_, form)| {
            (after.at() == i.at() || after.glued()) && place.is_none_or(|p| form.amount < p)
        });
        let factor = hundred.map_or(Ratio::ONE, |(_, form)| form.amount);
        if count.is_none() && hundred.is_none() || count.is_some_and(|n| place.is_some_and(|p| n.amount >= p))
        {
            break;
        }
        let count = count.unwrap_or(Number { amount: Ratio::ONE, step: Ratio::ONE });
        let Some((more, unit)) = count.amount.mul(factor).zip(count.step.mul(factor)) else { return fail() };
        let Some(total) = sum.add(more) else { return fail() };
        (sum, step) = (total, unit);
        rest = hundred.map_or(after, |(end, _)| end);
        place = Some(factor);
        if hundred.is_none() {
            break;
        }
    }
    if rest.at() == i.at() { fail() } else { Ok((rest, Number { amount: sum, step })) }
}

/// Digits, or ideographs for digits: one, or several as positions (`二〇一九`).
fn figure(i: Cells<'_>) -> Res<'_, Number> {
    if i.peek(0).is_some_and(|c| c.kind == CellKind::Digits) {
        return decimal(i);
    }
    let (mut rest, first) = wide(Class::Unit)(i)?;
    let mut value = first.amount;
    let mut count = 1;
    let mut has_nought = first.amount.is_zero();
    while let Ok((after, next)) = wide_glued(Class::Unit)(rest) {
        let digit = next.amount < Ratio::whole(10) && value.as_whole().is_some();
        let Some(more) = value.mul(Ratio::whole(10)).and_then(|v| v.add(next.amount)).filter(|_| digit)
        else {
            return fail();
        };
        has_nought |= next.amount.is_zero();
        (rest, value, count) = (after, more, count + 1);
        if count > MOST_PARTS {
            return fail();
        }
    }
    // `三四` is three or four, `九八年` a year.
    let year = rest.is(Class::YearMark);
    if count == 2 && !has_nought && !year {
        fail()
    } else {
        Ok((rest, Number { amount: value, step: Ratio::ONE }))
    }
}

/// `三点五`: decimals in ideographs; what follows must not be minutes.
fn decimals_in_words(i: Cells<'_>, whole: Number) -> Res<'_, Number> {
    let words = is_wide(i.before(1));
    let Some((rest, decimals)) = word_decimals(i).filter(|_| words) else { return Ok((i, whole)) };
    if rest.is(Class::MinuteMark) {
        return Ok((i, whole));
    }
    let Some(amount) = whole.amount.add(decimals.amount) else { return Ok((i, whole)) };
    let number = Number { amount, step: decimals.step };
    match wide_glued(Class::Scale)(rest) {
        Ok((after, scale)) => match number.amount.mul(scale.amount).zip(number.step.mul(scale.amount)) {
            Some((amount, step)) => Ok((after, Number { amount, step })),
            None => fail(),
        },
        Err(_) => Ok((rest, number)),
    }
}

fn word_decimals(i: Cells<'_>) -> Option<(Cells<'_>, Number)> {
    let (mut rest, _) = wide_glued(Class::DecimalWord)(i).ok()?;
    let mut value = Number { amount: Ratio::ZERO, step: Ratio::ONE };
    let start = rest.at();
    while let Ok((after, next)) = wide_glued(Class::Unit)(rest) {
        let step = value.step.div(Ratio::whole(10))?;
        let amount = value.amount.add(next.amount.mul(step)?)?;
        (rest, value) = (after, Number { amount, step });
        if rest.at() > start + MOST_PARTS {
            return None;
        }
    }
    (rest.at() > start).then_some((rest, value))
}

/// A number of vague size: `数十万`, `几百`, `十几`.
pub fn vague(i: Cells<'_>) -> Res<'_, Amount> {
    if !is_wide(i.peek(0)) {
        return fail();
    }
    let (rest, amount) = several_of(i).or_else(|_| some_more(i))?;
    Ok((rest, Amount { number: Number { amount, step: amount }, vague: true }))
}

/// `数十万`: *several* and multipliers.
fn several_of(i: Cells<'_>) -> Res<'_, Ratio> {
    let (mut rest, form) = class(Class::Vague)(i)?;
    let mut amount = form.amount;
    if amount >= Ratio::whole(10) {
        return fail();
    }
    let start = rest.at();
    while let Ok((after, form)) = wide_glued(Class::Hundred)(rest).or_else(|_| wide_glued(Class::Scale)(rest))
    {
        let Some(product) = amount.mul(form.amount).filter(|_| rest.at() < start + 4) else { return fail() };
        (rest, amount) = (after, product);
    }
    if rest.at() == start { fail() } else { Ok((rest, amount)) }
}

/// `十几`, `二十几`
fn some_more(i: Cells<'_>) -> Res<'_, Ratio> {
    let (rest, number) = group(i)?;
    let (rest, form) = wide_glued(Class::Vague)(rest)?;
    let tens = number.amount.div(Ratio::whole(10)).is_some_and(|n| n.as_whole().is_some());
    if tens && form.amount < Ratio::whole(10) { Ok((rest, number.amount)) } else { fail() }
}

/// `三分之二`, `3分の2`: the parts come first.
pub fn fraction(i: Cells<'_>) -> Res<'_, Number> {
    if let Ok((rest, form)) = wide(Class::Fraction)(i) {
        return Ok((rest, Number { amount: form.amount, step: form.amount }));
    }
    let (rest, below) = figure_or_words(i)?;
    let (rest, _) = wide_glued(Class::PartsMark)(rest)?;
    let (rest, above) = figure_or_words(rest)?;
    let amount = above.amount.div(below.amount).filter(|_| !below.amount.is_zero());
    let step = above.step.div(below.amount);
    match amount.zip(step) {
        Some((amount, step)) => Ok((rest, Number { amount, step })),
        None => fail(),
    }
}

fn figure_or_words(i: Cells<'_>) -> Res<'_, Number> {
    number(i)
        .or_else(|_| if i.peek(0).is_some_and(|c| c.kind == CellKind::Digits) { decimal(i) } else { fail() })
}

/// `百分之五`, `3割5分`, `七成`
pub fn percent(i: Cells<'_>) -> Res<'_, Value> {
    hundredths(i).or_else(|_| tenths(i)).map(|(rest, number)| (rest, Value::Percent(number)))
}

/// `百分之五`: the sign stands before.
fn hundredths(i: Cells<'_>) -> Res<'_, Number> {
    let (rest, _) = wide(Class::PercentBefore)(i)?;
    figure_or_words(rest)
}

/// `3割5分`, `七成`, `三成五`
fn tenths(i: Cells<'_>) -> Res<'_, Number> {
    let (rest, count) = figure_or_words(i)?;
    let (rest, form) = wide_glued(Class::Tenth)(rest)?;
    let small = count.amount <= Ratio::whole(10);
    let Some(amount) = count.amount.mul(form.amount).filter(|_| small) else { return fail() };
    let number = Number { amount, step: form.amount };
    let more = figure_or_words(rest).ok().filter(|(_, n)| rest.glued() && n.amount < Ratio::whole(10));
    let Some((after, more)) = more else { return Ok((rest, number)) };
    let Ok((after, _)) = wide_glued(Class::MinuteMark)(after) else { return Ok((rest, number)) };
    match amount.add(more.amount) {
        Some(amount) => Ok((after, Number { amount, step: Ratio::ONE })),
        None => fail(),
    }
}

/// Whether a number in a single ideograph is meant as one: what it counts follows.
pub fn counts(start: Cells<'_>, end: Cells<'_>, number: Number) -> bool {
    if is_wide(end.peek(0)) && end.is(Class::Word) {
        return false;
    }
    let alone = end.at() == start.at() + 1 && is_wide(start.peek(0));
    let word = start.peek(0).is_some_and(|c| c.text.chars().count() > 1);
    // `一个` is an article.
    !alone || word || number.amount > Ratio::ONE && end.is(Class::Counter)
}
