//! Noun phrases.

use super::closed::{
    ARTICLE, CLITIC, COMMA, COUNT_NOUN, DAY, GERUNDIAL, HEDGE, HYPHEN, MODIFYING, MONEY, MONTH, NEG, OF,
    PREDET, QUANTIFIER, QUOTE, THERE, TIME, WHEN, WHO,
};
use super::token::{Cell, Cells, Res, fail, one};
use crate::english::{Form, Np, Range, Upos};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::multi::fold_many0;
use nom::sequence::pair;

/// What stands before the noun phrase, as far as it matters.
#[derive(Clone, Copy, Debug, Default)]
pub struct Context {
    /// Whether a participle here may modify a noun that follows (it may not after a noun: `attacks set up`).
    pub participle: bool,
    /// Whether a preposition touches it.
    pub after_preposition: bool,
}

/// Modifiers and head, without determiner.
#[derive(Clone, Debug, Default)]
struct Core {
    end: u16,
    head: Cell,
    modifiers: Vec<u16>,
}

/// A noun phrase, from its first word to its head.
pub fn noun_phrase(input: Cells<'_>, context: Context) -> Res<'_, Np> {
    alt((pronoun, |i| partitive_phrase(i, context), |i| full_phrase(i, context), lone_determiner))
        .parse(input)
}

/// `it`, `who`, `those`, `everyone`; `those wounded` only its first word.
fn pronoun(input: Cells<'_>) -> Res<'_, Np> {
    let (rest, cell) = one(|c| {
        c.is(Upos::Pron) && !c.form(Form::Poss) && !c.has(THERE) || c.is(Upos::Det) && c.form(Form::Pers)
    })(input)?;
    let possessor = rest.peek(0).is_some_and(|next| next.has(CLITIC) && next.is(Upos::Part));
    let determiner = asks(cell) && rest.peek(0).is_some_and(Cell::noun);
    if possessor || determiner || partitive(input).is_ok() {
        return fail(input);
    }
    let pronoun = matches!(cell.tag.form, Form::Pers | Form::Wh | Form::None);
    let plural = cell.form(Form::Pl) || cell.has(QUANTIFIER);
    let range = Range::one(cell.at as usize);
    Ok((rest, Np { range, head: cell.at, pronoun, plural, entity: cell.entity, ..Np::default() }))
}

/// `most of`, `some of the`, `a number of`: the quantity is read as determiner, so that the head is the thing.
fn partitive(input: Cells<'_>) -> Res<'_, Cell> {
    let quantifier = one(|c| c.has(QUANTIFIER) && !c.is(Upos::Adp));
    let counted = |i| {
        let (rest, first) = opt(one(|c| c.is(Upos::Det))).parse(i)?;
        let (rest, _) = opt(one(|c| c.is(Upos::Adj) || c.is(Upos::Num))).parse(rest)?;
        let (rest, noun) = one(|c| c.has(COUNT_NOUN))(rest)?;
        Ok((rest, first.unwrap_or(noun)))
    };
    let (rest, cell) = alt((quantifier, counted)).parse(input)?;
    let (rest, _) = one(|c| c.has(OF))(rest)?;
    Ok((rest, cell))
}

/// `most of the territory`.
fn partitive_phrase(input: Cells<'_>, context: Context) -> Res<'_, Np> {
    let (rest, quantity) = partitive(input)?;
    let (rest, inner) = alt((|i| full_phrase(i, context), pronoun)).parse(rest)?;
    let range = Range { start: quantity.at, end: inner.range.end };
    let plural = inner.plural;
    Ok((rest, Np { range, det: Some(quantity.at), plural, pronoun: false, ..inner }))
}

/// Determiner, possessors, modifiers, head.
fn full_phrase(input: Cells<'_>, context: Context) -> Res<'_, Np> {
    let start = input.peek(0).map_or(0, |c| c.at);
    let (rest, _) = opt(predeterminer).parse(input)?;
    let (rest, det) = opt(determiner).parse(rest)?;
    let (rest, core) = core(rest, det, context)?;
    let possessor = det.filter(|d| d.form(Form::Poss)).map(|d| d.at);
    let (rest, (core, possessor)) = possessed(rest, core, possessor)?;
    let (rest, end) = date_tail(rest, &core)?;
    let head = core.head;
    Ok((
        rest,
        Np {
            range: Range { start, end: end.max(core.end) },
            head: head.at,
            det: det.map(|d| d.at),
            possessor,
            modifiers: core.modifiers,
            plural: head.form(Form::Pl) || head.is(Upos::Adj) && det.is_some(),
            pronoun: false,
            entity: head.entity,
            next_conjunct: None,
        },
    ))
}

/// `all` in `all the troops`, `such` in `such a push`, `more than` in `more than 500`.
fn predeterminer(input: Cells<'_>) -> Res<'_, ()> {
    let before_determiner = |i| {
        let (rest, _) = one(|c| c.has(PREDET))(i)?;
        determiner(rest)?;
        Ok((rest, ()))
    };
    alt((before_determiner, hedge)).parse(input)
}

/// `some`, `about`, `at least`, `more than`, `up to` before a number.
fn hedge(input: Cells<'_>) -> Res<'_, ()> {
    let two_words = pair(one(|c| !c.noun() && !c.verb()), one(|c| !c.noun() && !c.verb()));
    let number = one(|c| c.is(Upos::Num) || c.has(MONEY));
    let first = input.peek(0).unwrap_or_default();
    let second = input.peek(1).unwrap_or_default();
    if first.has(HEDGE) && !first.is(Upos::Det) {
        let (rest, _) = one(|c| c.has(HEDGE))(input)?;
        number(rest)?;
        return Ok((rest, ()));
    }
    let comparison = matches!(first.tag.form, Form::Comp | Form::Sup)
        || first.is(Upos::Adp) && second.form(Form::Sup)
        || first.is(Upos::Adp) && second.is(Upos::Adp) && second.has(super::closed::TO);
    if !comparison || !(second.form(Form::Sup) || second.is(Upos::Adp) || second.is(Upos::Sconj)) {
        return fail(input);
    }
    let (mut two_words, input) = (two_words, input);
    let (rest, _) = two_words.parse(input)?;
    one(|c| c.is(Upos::Num) || c.has(MONEY))(rest)?;
    Ok((rest, ()))
}

/// Articles, demonstratives, quantifiers, possessive pronouns; gives the first.
fn determiner(input: Cells<'_>) -> Res<'_, Cell> {
    let test = |c: Cell| c.is(Upos::Det) || c.is(Upos::Pron) && (c.form(Form::Poss) || asks(c));
    let (rest, first) = one(test)(input)?;
    fold_many0(one(test), || first, |first, _| first).parse(rest)
}

/// `Which camps …?`: a question word at the start of the sentence, tagged as a pronoun.
fn asks(cell: Cell) -> bool {
    cell.at == 0 && cell.form(Form::Wh) && cell.has(WHO)
}

/// `'s` with a further core, any number of times.
fn possessed(input: Cells<'_>, first: Core, possessor: Option<u16>) -> Res<'_, (Core, Option<u16>)> {
    let mut state = (first, possessor);
    let mut rest = input;
    while let Ok((after, clitic)) = one(|c| c.has(CLITIC) && c.is(Upos::Part))(rest) {
        match core(after, Some(clitic), Context { participle: true, after_preposition: false }) {
            Ok((after, next)) => {
                state = (next, Some(state.0.head.at));
                rest = after;
            }
            // `the army's` without a noun: the possessor is the head.
            Err(_) => {
                state.0.end = clitic.at + 1;
                return Ok((after, state));
            }
        }
    }
    Ok((rest, state))
}

/// `5, 2024` after a month.
fn date_tail<'a>(input: Cells<'a>, core: &Core) -> Res<'a, u16> {
    if !core.head.has(MONTH) && core.head.entity != Some(crate::english::Entity::Month) {
        return Ok((input, core.end));
    }
    let year = pair(opt(one(|c| c.has(COMMA))), one(|c| c.is(Upos::Num)));
    match opt(year).parse(input)? {
        (rest, Some((_, year))) => Ok((rest, year.at + 1)),
        (rest, None) => Ok((rest, core.end)),
    }
}

/// Where the core's walk stands.
#[derive(Default)]
struct Walk {
    /// Last word that can be the head, and how many cells it ends after.
    head: Option<(Cell, usize)>,
    /// Whether the head is a noun or name.
    noun: bool,
    /// Whether the last word taken is a common noun in the plural.
    plural: bool,
    modifiers: Vec<u16>,
    /// Whether it opens with *this*, *last* or another word that makes a time of a noun.
    dated: bool,
    /// Whether the last token was a hyphen.
    hyphen: bool,
}

/// Adjectives, participles, numerals, nouns and names up to the head.
fn core<'a>(input: Cells<'a>, det: Option<Cell>, context: Context) -> Res<'a, Core> {
    let Some(first) = input.peek(0) else { return fail(input) };
    let mut walk = Walk { dated: det.is_some_and(|d| d.has(WHEN)) || first.has(WHEN), ..Walk::default() };
    let mut at = 0;
    while let Some(cell) = input.peek(at) {
        let next = input.peek(at + 1).unwrap_or_default();
        match step(cell, next, &walk, det, context, input.take_from_checked(at)) {
            Step::Stop => break,
            Step::Skip(n) => {
                walk.hyphen = cell.has(HYPHEN);
                at += n;
            }
            Step::Modifier => {
                walk.modifiers.push(cell.at);
                walk.noun = false;
                walk.plural = false;
                walk.hyphen = false;
                at += 1;
                let alone = det.is_some_and(|d| d.has(ARTICLE) || d.form(Form::Poss) || d.has(CLITIC))
                    || cell.has(QUANTIFIER) && next.has(OF);
                if alone && !cell.is(Upos::Adv) {
                    walk.head = walk.head.filter(|_| false).or(Some((cell, at)));
                }
            }
            Step::Head => {
                walk.modifiers.push(cell.at);
                // A number after a noun counts it (`page 5`, `March 5`); it is not the head.
                let keeps = cell.is(Upos::Num) && walk.noun;
                at += 1;
                walk.head = match walk.head {
                    Some((head, _)) if keeps => Some((head, at)),
                    _ => Some((cell, at)),
                };
                walk.noun = keeps || cell.noun() || cell.is(Upos::Sym) && !cell.has(MONEY);
                walk.plural = cell.form(Form::Pl) && cell.is(Upos::Noun);
            }
        }
    }
    let Some((head, taken)) = walk.head else { return fail(input) };
    let end = first.at + taken as u16;
    let mut modifiers = walk.modifiers;
    modifiers.retain(|&m| {
        m < end && m != head.at && input.peek((m - first.at) as usize).is_some_and(|c| !c.is(Upos::Num))
    });
    Ok((input.take_from_checked(taken), Core { end, head, modifiers }))
}

/// What to do with the next cell of a core.
enum Step {
    Stop,
    Skip(usize),
    Modifier,
    Head,
}

/// Decides on one cell.
fn step(cell: Cell, next: Cell, walk: &Walk, det: Option<Cell>, context: Context, input: Cells<'_>) -> Step {
    let started = det.is_some() || walk.head.is_some() || !walk.modifiers.is_empty();
    match cell.tag.upos {
        Upos::Noun | Upos::Propn | Upos::X => noun_step(cell, next, walk),
        // `the plant one day earlier`
        Upos::Num if walk.noun && next.noun() && (cell.has(QUANTIFIER) || next.has(TIME)) => Step::Stop,
        Upos::Num => Step::Head,
        Upos::Sym if cell.has(MONEY) && next.is(Upos::Num) => Step::Head,
        Upos::Sym if walk.head.is_some() => Step::Head,
        Upos::Adj if walk.noun && (cell.has(WHEN) || walk.plural || !leads_to_noun(input, 0)) => Step::Stop,
        Upos::Adj if started || leads_to_noun(input, 0) || cell.has(QUANTIFIER) && next.has(OF) => {
            Step::Modifier
        }
        // `lung - choking smog`
        Upos::Verb if walk.hyphen && (next.noun() || next.is(Upos::Adj)) => Step::Modifier,
        Upos::Verb if walk.noun => Step::Stop,
        Upos::Verb if started => participle_step(cell, walk.modifiers.is_empty(), input),
        Upos::Verb
            if context.participle
                && cell.form(Form::Pp)
                && !next.is(Upos::Adv)
                && leads_to_noun(input, 0) =>
        {
            Step::Modifier
        }
        Upos::Verb if context.after_preposition && cell.has(GERUNDIAL) => Step::Stop,
        Upos::Verb if cell.has(MODIFYING) && leads_to_noun(input, 0) => Step::Modifier,
        Upos::Adv if walk.noun || cell.has(NEG) || cell.form(Form::Wh) => Step::Stop,
        Upos::Adv
            if next.is(Upos::Adj)
                || next.form(Form::Pp)
                || next.is(Upos::Num) && started
                || next.is(Upos::Adv) =>
        {
            if leads_to_noun(input, 0) || started {
                Step::Skip(1)
            } else {
                Step::Stop
            }
        }
        Upos::Cconj | Upos::Punct => joint_step(cell, walk, input),
        _ => Step::Stop,
    }
}

/// Nouns follow nouns, but a day after a noun is an adverbial.
fn noun_step(cell: Cell, next: Cell, walk: &Walk) -> Step {
    let day = walk.noun && cell.has(DAY) && !next.noun();
    // `this week Putin`, `last year Russia`.
    let after_time = cell.is(Upos::Propn) && walk.dated && walk.head.is_some_and(|(head, _)| head.has(TIME));
    if day || after_time { Step::Stop } else { Step::Head }
}

/// A participle after a determiner or adjective.
fn participle_step(cell: Cell, first: bool, input: Cells<'_>) -> Step {
    match cell.tag.form {
        Form::Pp | Form::Ing if leads_to_noun(input, 0) => Step::Modifier,
        Form::Ing => Step::Head,
        // `the wounded`
        Form::Pp if first => Step::Modifier,
        _ => Step::Stop,
    }
}

/// `and` or a comma between adjectives, a hyphen, a quotation mark inside.
fn joint_step(cell: Cell, walk: &Walk, input: Cells<'_>) -> Step {
    let started = walk.head.is_some() || !walk.modifiers.is_empty();
    let after = input.take_from_checked(1);
    let next = after.peek(0).unwrap_or_default();
    let wordy = next.noun() || next.is(Upos::Adj) || next.is(Upos::Num);
    if cell.has(QUOTE) {
        let inside = if wordy && (!walk.noun || next.noun()) { leads_to_noun(after, 0) } else { false };
        return if inside { Step::Skip(1) } else { Step::Stop };
    }
    if !started {
        return Step::Stop;
    }
    if cell.has(HYPHEN) {
        return if wordy || next.form(Form::Pp) || next.form(Form::Ing) { Step::Skip(1) } else { Step::Stop };
    }
    let joins = cell.is(Upos::Cconj) || cell.has(COMMA);
    let adjective = !walk.noun && next.is(Upos::Adj) && !next.has(QUANTIFIER);
    if joins && adjective && leads_to_noun(after, 0) { Step::Skip(1) } else { Step::Stop }
}

/// Whether modifiers from here lead to a noun: `ADJ (and|, ADJ)* NOUN`.
fn leads_to_noun(input: Cells<'_>, from: usize) -> bool {
    let mut last_joint = false;
    let mut hyphen = false;
    for (n, cell) in input.0.iter().skip(from).take(9).enumerate() {
        match cell.tag.upos {
            _ if cell.noun() => return n > 0 || !last_joint,
            Upos::Adj | Upos::Num => last_joint = false,
            Upos::Verb if cell.form(Form::Pp) || cell.form(Form::Ing) && (n == 0 || hyphen) => {
                last_joint = false
            }
            Upos::Adv if n == 0 || !last_joint => {}
            Upos::Cconj if !last_joint => last_joint = true,
            Upos::Punct if cell.has(COMMA) && !last_joint => last_joint = true,
            Upos::Punct if cell.has(HYPHEN.or(QUOTE)) => {}
            _ => return false,
        }
        hyphen = cell.has(HYPHEN);
    }
    false
}

/// `this`, `all`, `both` without a noun.
fn lone_determiner(input: Cells<'_>) -> Res<'_, Np> {
    let (rest, cell) = one(|c| c.is(Upos::Det) && !c.has(ARTICLE))(input)?;
    let range = Range::one(cell.at as usize);
    Ok((rest, Np { range, head: cell.at, pronoun: true, ..Np::default() }))
}

impl Cells<'_> {
    /// What is left after `count` cells.
    fn take_from_checked(&self, count: usize) -> Self {
        Cells(self.0.get(count..).unwrap_or(&[]))
    }
}
