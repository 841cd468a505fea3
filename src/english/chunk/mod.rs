//! Noun, verb and prepositional phrases (nom over tagged tokens).

pub mod closed;
mod invert;
pub mod link;
pub mod np;
mod phrasal;
pub mod pp;
pub mod token;
pub mod vp;

use super::{Form, Parsed, Pp, Sentence, Upos, Vp};
use np::Context;
use token::{Cell, Cells};

/// Fills [`super::Parsed`]'s `nps`, `vps` and `pps`. Needs tags, lemmas and entities.
pub fn chunk(sentence: &Sentence, parsed: &mut Parsed) {
    let cells = token::cells(sentence, parsed);
    let mut input = Cells(&cells);
    let mut last = Last::Other;
    while let Some(cell) = input.peek(0) {
        let (rest, next) = chunk_at(sentence, input, cell, last, parsed);
        debug_assert!(rest.0.len() < input.0.len(), "a chunk takes at least one token");
        input = if rest.0.len() < input.0.len() { rest } else { Cells(input.0.get(1..).unwrap_or(&[])) };
        last = next;
    }
    phrasal::settle(sentence, &cells, parsed);
    distant_particles(&cells, parsed);
    invert::join_inverted(&cells, parsed);
    link::coordinate(&cells, parsed);
}

/// The chunk before, as far as the next depends on it.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Last {
    Np,
    Vp,
    Prep,
    And,
    Comma,
    Other,
}

/// Takes the chunk, or the token in no chunk, at the head of `input`.
fn chunk_at<'a>(
    sentence: &Sentence,
    input: Cells<'a>,
    cell: Cell,
    last: Last,
    parsed: &mut Parsed,
) -> (Cells<'a>, Last) {
    // `destroyed bridges, closed roads`: rather a further verb than a modifier.
    let verb_likely = matches!(last, Last::Np | Last::And) || last == Last::Comma && !parsed.vps.is_empty();
    let context = Context { participle: !verb_likely, after_preposition: last == Last::Prep };
    if let Ok((rest, prep)) = pp::compound(sentence, input) {
        push_pp(parsed, prep);
        return (rest, Last::Prep);
    }
    let may_modify = context.participle || cell.has(closed::MODIFYING) && last != Last::Np;
    let modifies = cell.is(Upos::Verb) && (cell.form(Form::Pp) || cell.form(Form::Ing)) && may_modify;
    if modifies && let Ok((rest, np)) = np::noun_phrase(input, context) {
        push_np(parsed, np, last);
        return (rest, Last::Np);
    }
    if let Ok((rest, np)) = hedged_number(input, context, last) {
        push_np(parsed, np, last);
        return (rest, Last::Np);
    }
    if let Ok((rest, vp)) = vp::verb_group(input) {
        parsed.vps.push(vp);
        return (rest, Last::Vp);
    }
    if let Ok((rest, prep)) = pp::single_word(input) {
        push_pp(parsed, prep);
        return (rest, Last::Prep);
    }
    if let Ok((rest, np)) = np::noun_phrase(input, context) {
        push_np(parsed, np, last);
        return (rest, Last::Np);
    }
    let last = match cell.tag.upos {
        Upos::Cconj => Last::And,
        Upos::Punct if cell.has(closed::COMMA) => Last::Comma,
        _ => Last::Other,
    };
    (Cells(input.0.get(1..).unwrap_or(&[])), last)
}

/// Adds a prepositional phrase; its noun phrase comes next.
fn push_pp(parsed: &mut Parsed, prep: super::Range) {
    let after_np =
        parsed.nps.last().filter(|np| np.range.end == prep.start).map(|_| parsed.nps.len() as u16 - 1);
    parsed.pps.push(Pp { prep, np: None, after_np });
}

/// `over 500 people`, `up to 20 men`: the hedge is tagged as a preposition but belongs to the number. After a
/// noun phrase (`a victory over 20 rivals`) it stays a preposition.
fn hedged_number<'a>(input: Cells<'a>, context: Context, last: Last) -> token::Res<'a, super::Np> {
    let cell = input.peek(0).unwrap_or_default();
    if cell.is(Upos::Adp)
        && (last == Last::Vp || matches!(last, Last::Prep | Last::Other | Last::Comma | Last::And))
    {
        let hedge =
            cell.has(closed::HEDGE) || input.peek(1).is_some_and(|c| c.form(Form::Sup) || c.has(closed::TO));
        if hedge
            && let Ok((rest, np)) = np::noun_phrase(input, context)
            && np.head != cell.at
        {
            return Ok((rest, np));
        }
    }
    token::fail(input)
}

/// Adds a noun phrase; right after a preposition it is the preposition's object.
fn push_np(parsed: &mut Parsed, np: super::Np, last: Last) {
    let index = parsed.nps.len() as u16;
    if last == Last::Prep
        && let Some(pp) = parsed.pps.last_mut()
    {
        pp.np = Some(index);
    }
    parsed.nps.push(np);
}

/// How many tokens an object may have between verb and particle.
const MAX_OBJECT_BEFORE_PARTICLE: u16 = 4;

/// `set the attacks up`: a particle behind a short noun phrase that touches the verb.
fn distant_particles(cells: &[Cell], parsed: &mut Parsed) {
    let Parsed { nps, vps, pps, .. } = parsed;
    let mut taken = Vec::new();
    for vp in vps.iter_mut().filter(|vp| vp.particle.is_none() && !vp.copula) {
        let index = nps.partition_point(|np| np.range.start < vp.range.end);
        let Some(np) = nps.get(index).filter(|np| np.range.start == vp.range.end) else { continue };
        if np.range.len() > MAX_OBJECT_BEFORE_PARTICLE as usize {
            continue;
        }
        let after = Cells(cells.get(np.range.end as usize..).unwrap_or(&[]));
        if let Ok((_, particle)) = vp::particle(after)
            && !particle.has(closed::BY)
        {
            vp.particle = Some(particle.at);
            taken.push(particle.at);
        }
    }
    drop_taken_prepositions(pps, &taken);
}

/// A particle is no preposition.
fn drop_taken_prepositions(pps: &mut Vec<Pp>, taken: &[u16]) {
    pps.retain(|pp| pp.np.is_some() || !taken.contains(&pp.prep.start));
}

/// The verb group that holds a token as its verb.
pub fn group_of_verb(vps: &[Vp], verb: u16) -> Option<usize> {
    let index = vps.partition_point(|v| v.verb < verb);
    vps.get(index).filter(|v| v.verb == verb).map(|_| index)
}
