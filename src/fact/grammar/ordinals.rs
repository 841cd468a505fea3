//! Places in an order in languages but English: `1er`, `3.`, `einundzwanzigste`, `dwudziesty pierwszy`.

use super::Class;
use super::cjk::is_wide;
use super::numeral::{grouped, may_begin};
use crate::fact::cell::{CellKind, Cells, Res, class, fail, mark};
use crate::fact::ratio::Ratio;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::preceded;

/// In digits with an ending. A mere stop is one only where no sentence can end there.
pub fn ordinal_digits(i: Cells<'_>) -> Res<'_, u64> {
    // `ke-19`
    if let Ok((rest, value)) = preceded(class(Class::OrdinalBefore), grouped).parse(i) {
        let glued = i.skip(1).glued() && !is_wide(i.peek(0));
        return u64::try_from(value).ok().filter(|_| glued).map_or_else(fail, |n| Ok((rest, n)));
    }
    if !may_begin(i) {
        return fail();
    }
    let (rest, value) = grouped(i)?;
    let Some((end, ending)) = rest.form(Class::OrdinalEnding).filter(|_| rest.glued()) else {
        return fail();
    };
    let stop = ending.text == ".";
    // `229E` is a name.
    if rest.peek(0).is_some_and(|c| c.text.contains(char::is_uppercase)) {
        return fail();
    }
    if stop && (value >= 1000 || !is_before_noun(i, end)) {
        return fail();
    }
    // `5ers` is a word of its own.
    let goes_on = !stop && end.glued() && end.peek(0).is_some_and(|c| c.kind != CellKind::Mark);
    u64::try_from(value).ok().filter(|_| !goes_on).map_or_else(fail, |n| Ok((end, n)))
}

/// Whether what stands behind a stop goes on with the sentence: a word in small letters, or any behind an article.
fn is_before_noun(start: Cells<'_>, end: Cells<'_>) -> bool {
    let known = [Class::Century, Class::Month, Class::Quarter, Class::Weekday].into_iter().any(|c| end.is(c));
    let small = end
        .peek(0)
        .is_some_and(|c| c.kind == CellKind::Word && !c.glued && c.text.starts_with(char::is_lowercase));
    let article = start.follows(Class::The) && end.peek(0).is_some_and(|c| c.kind == CellKind::Word);
    known || small || article
}

/// In words.
pub fn ordinal_words(i: Cells<'_>) -> Res<'_, u64> {
    let (rest, value) = alt((unit_and_tens, behind_number, two_ordinals, single)).parse(i)?;
    match value.as_whole().and_then(|n| u64::try_from(n).ok()).filter(|n| *n > 0) {
        Some(number) => Ok((rest, number)),
        None => fail(),
    }
}

fn single(i: Cells<'_>) -> Res<'_, Ratio> {
    class(Class::Ordinal).map(|form| form.amount).parse(i)
}

/// `ein und zwanzigste`
fn unit_and_tens(i: Cells<'_>) -> Res<'_, Ratio> {
    if !i.settings().units_first {
        return fail();
    }
    let (rest, unit) = alt((class(Class::Unit), class(Class::One))).parse(i)?;
    let (rest, _) = class(Class::And).parse(rest)?;
    let (rest, tens) = single(rest)?;
    let fits = unit.amount < Ratio::whole(10) && tens >= Ratio::whole(20) && tens < Ratio::whole(100);
    unit.amount.add(tens).filter(|_| fits).map_or_else(fail, |sum| Ok((rest, sum)))
}

/// `vingt-deuxième`, `vingt et unième`, `hundertste`, `zweihundertste`
fn behind_number(i: Cells<'_>) -> Res<'_, Ratio> {
    let (rest, first) = class(Class::Tens).parse(i)?;
    let (rest, last) =
        preceded((opt(mark("-")), opt(class(Class::And)), opt(mark("-"))), single).parse(rest)?;
    let most = if i.settings().twenties { Ratio::whole(20) } else { Ratio::whole(10) };
    first.amount.add(last).filter(|_| last < most).map_or_else(fail, |sum| Ok((rest, sum)))
}

/// `dwudziesty pierwszy`, `vigésimo primero`
fn two_ordinals(i: Cells<'_>) -> Res<'_, Ratio> {
    let (rest, tens) = single(i)?;
    let (rest, unit) = single(rest)?;
    let fits = tens >= Ratio::whole(20) && tens < Ratio::whole(100) && unit < Ratio::whole(10);
    tens.add(unit).filter(|_| fits).map_or_else(fail, |sum| Ok((rest, sum)))
}
