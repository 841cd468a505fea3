//! Verb groups.

use super::closed::{
    ACCUSATIVE, AND, ARTICLE, BE, CLITIC, COMMA, DAY, DO, GET, HAVE, MODAL, NEG, PARTICLE, QUOTE, TO,
};
use super::token::{Cell, Cells, Res, fail, one};
use crate::english::{Form, Range, Upos, VerbForm, Voice, Vp};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::multi::fold_many0;

/// What the auxiliaries before a lexical verb add up to.
#[derive(Clone, Copy, Debug, Default)]
struct Chain {
    first: Option<Cell>,
    last: Option<Cell>,
    negated: bool,
    perfect: bool,
    modal: Option<u16>,
    infinitive: bool,
}

/// Auxiliaries, negation, adverbs inside, lexical verb, adjacent particle.
pub fn verb_group(input: Cells<'_>) -> Res<'_, Vp> {
    let (rest, to) = opt(infinitive_marker).parse(input)?;
    let start = Chain { first: to, infinitive: to.is_some(), ..Chain::default() };
    let (rest, start) = inner_adverbs(rest, start)?;
    let (rest, chain) = fold_many0(auxiliary, || start, Chain::add).parse(rest)?;
    let (rest, verb) = lexical(rest, chain)?;
    let (_, negated_after) = opt(one(|c| c.has(NEG))).parse(rest)?;
    let (rest, particle) = if verb.has(BE) { (rest, None) } else { opt(particle).parse(rest)? };
    let chain = chain.settle_clitic(rest, verb);
    Ok((rest, chain.group(verb, particle.map(|p| p.at), negated_after.is_some())))
}

impl Chain {
    /// One more auxiliary.
    fn add(mut self, (aux, negated): (Cell, bool)) -> Self {
        self.first = self.first.or(Some(aux));
        self.last = Some(aux);
        self.negated |= negated;
        if aux.has(MODAL) && (aux.form(Form::Modal) || !aux.has(BE.or(HAVE))) {
            self.modal = Some(aux.at);
        } else if aux.has(HAVE) {
            self.perfect = true;
        }
        self
    }

    /// `'s` before a participle is *has* if an object follows (`it's fuelled the war`) or the verb is *be*.
    fn settle_clitic(mut self, rest: Cells<'_>, verb: Cell) -> Self {
        let next = rest.peek(0).unwrap_or_default();
        let object = next.is(Upos::Det) || next.noun() || next.is(Upos::Pron) && !next.form(Form::Wh);
        let clitic = self.first.is_some_and(|f| f.has(CLITIC)) && self.first == self.last;
        if clitic && verb.form(Form::Pp) && (object && !next.has(DAY) || verb.has(BE)) {
            self.perfect = true;
            self.last = None;
        }
        self
    }

    /// The finished group.
    fn group(self, verb: Cell, particle: Option<u16>, negated_after: bool) -> Vp {
        let first = self.first.unwrap_or(verb);
        let passive_auxiliary = self.last.is_some_and(|l| l.has(BE.or(GET)) && !l.form(Form::Modal));
        let passive = passive_auxiliary && (verb.form(Form::Pp) || verb.form(Form::Past));
        let form = match first.tag.form {
            _ if self.infinitive => VerbForm::Infinitive,
            Form::Base => VerbForm::Infinitive,
            Form::Ing => VerbForm::Gerund,
            Form::Pp if self.first.is_none() => VerbForm::Participle,
            _ => VerbForm::Finite,
        };
        Vp {
            range: Range { start: first.at, end: verb.at + 1 },
            verb: verb.at,
            particle,
            voice: if passive || form == VerbForm::Participle { Voice::Passive } else { Voice::Active },
            form,
            negated: self.negated || negated_after,
            perfect: self.perfect,
            modal: self.modal,
            copula: verb.has(BE) && verb.verb(),
        }
    }
}

/// `to` before a verb; also before a word that the tagger took for a noun, if an object follows.
fn infinitive_marker(input: Cells<'_>) -> Res<'_, Cell> {
    let (rest, to) = one(|c| c.has(TO))(input)?;
    let skip = rest.0.iter().take_while(|c| c.is(Upos::Adv) || c.has(NEG)).count();
    let verb = rest.peek(skip).unwrap_or_default();
    let base = verb.verb() && (verb.form(Form::Base) || verb.form(Form::Pres) || to.is(Upos::Part));
    let mistagged = to.is(Upos::Part)
        && verb.is(Upos::Noun)
        && verb.form(Form::Sg)
        && rest.peek(skip + 1).is_some_and(|c| c.is(Upos::Det) || c.has(ACCUSATIVE) || c.has(PARTICLE));
    if base || mistagged { Ok((rest, to)) } else { fail(input) }
}

/// Adverbs and negation after `to`.
fn inner_adverbs(input: Cells<'_>, mut chain: Chain) -> Res<'_, Chain> {
    if !chain.infinitive {
        return Ok((input, chain));
    }
    let (rest, negated) = adverbs(input)?;
    chain.negated = negated || input.0.first().is_some_and(|c| c.has(NEG));
    Ok((rest, chain))
}

/// Adverbs and negation, also between commas; gives whether it negates.
fn adverbs(input: Cells<'_>) -> Res<'_, bool> {
    let word = |i| one(|c| (c.is(Upos::Adv) && !c.form(Form::Wh)) || c.has(NEG.or(QUOTE)))(i);
    let between_commas = |i| {
        let (rest, _) = one(|c| c.has(COMMA))(i)?;
        let (rest, adverb) = word(rest)?;
        let (rest, _) = one(|c| c.has(COMMA))(rest)?;
        Ok((rest, adverb))
    };
    let joined = |i| {
        let (rest, _) = one(|c| c.has(AND))(i)?;
        let (after, adverb) = word(rest)?;
        one(Cell::verb)(after)?;
        Ok((after, adverb))
    };
    fold_many0(alt((word, between_commas, joined)), || false, |negated, c: Cell| negated || c.has(NEG))
        .parse(input)
}

/// An auxiliary with the adverbs after it, if a verb form that it governs follows.
fn auxiliary(input: Cells<'_>) -> Res<'_, (Cell, bool)> {
    let (rest, aux) = one(|c| c.verb() && c.has(BE.or(HAVE).or(DO).or(GET).or(MODAL)))(input)?;
    let (rest, negated) = adverbs(rest)?;
    let next = rest.peek(0).unwrap_or_default();
    if governs(aux, next) { Ok((rest, (aux, negated))) } else { fail(input) }
}

/// Whether an auxiliary can govern this verb form.
pub fn governs(aux: Cell, next: Cell) -> bool {
    if !next.verb() {
        return false;
    }
    let participle = next.form(Form::Pp) || next.form(Form::Past);
    if aux.form(Form::Modal) || aux.has(MODAL) && !aux.has(HAVE.or(BE)) {
        return next.form(Form::Base)
            || next.form(Form::Pres)
            || next.has(BE.or(HAVE)) && !next.form(Form::Ing);
    }
    if aux.has(BE) && (participle || next.form(Form::Ing)) {
        return !next.has(BE) || next.form(Form::Ing) || aux.has(CLITIC);
    }
    aux.has(HAVE) && participle
        || aux.has(DO) && !next.form(Form::Ing) && !next.form(Form::Modal)
        || aux.has(GET) && next.form(Form::Pp) && !next.has(BE)
}

/// The verb that carries the meaning, or the copula.
fn lexical<'a>(input: Cells<'a>, chain: Chain) -> Res<'a, Cell> {
    if chain.infinitive && chain.last.is_none() {
        return one(|c| c.verb() || c.is(Upos::Noun))(input);
    }
    one(Cell::verb)(input)
}

/// `up` in `set up`.
pub fn particle(input: Cells<'_>) -> Res<'_, Cell> {
    let (rest, cell) =
        one(|c| c.has(PARTICLE) && matches!(c.tag.upos, Upos::Adp | Upos::Adv | Upos::Part))(input)?;
    let next = rest.peek(0).unwrap_or_default();
    if cell.form(Form::Particle) || cell.is(Upos::Adv) {
        return Ok((rest, cell));
    }
    // A preposition with nothing after it that could be its object.
    let ends = next.is(Upos::Punct) || next.is(Upos::Adp) || next.is(Upos::Cconj) || rest.0.is_empty();
    if ends && !next.has(ARTICLE) { Ok((rest, cell)) } else { fail(input) }
}
