//! Links between chunks: coordination of noun phrases, the noun phrase before a preposition.

use super::closed::{AND, BY, COMMA, THAT_VERB};
use super::token::Cell;
use crate::english::{Np, Parsed, Pp, Upos, VerbForm, Vp};

/// Sets [`Np::next_conjunct`].
pub fn coordinate(cells: &[Cell], parsed: &mut Parsed) {
    let count = parsed.nps.len();
    let mut at = 0;
    while at + 1 < count {
        let run = conjunct_run(cells, parsed, at);
        for index in at..at + run {
            if let Some(np) = parsed.nps.get_mut(index) {
                np.next_conjunct = Some(index as u16 + 1);
            }
        }
        at += run.max(1);
    }
    parallel_phrases(cells, parsed);
}

/// What stands between two noun phrases.
#[derive(PartialEq)]
enum Joint {
    Comma,
    And,
    Other,
}

fn joint(cells: &[Cell], left: &Np, right: &Np) -> Joint {
    let between = cells.get(left.range.end as usize..right.range.start as usize).unwrap_or(&[]);
    let conjunction = |c: &Cell| c.has(AND) && c.is(Upos::Cconj);
    match between {
        [c] if c.has(COMMA) => Joint::Comma,
        [c] if conjunction(c) => Joint::And,
        [a, b] if a.has(COMMA) && conjunction(b) => Joint::And,
        _ => Joint::Other,
    }
}

/// How many links a coordination that starts at NP `at` has: commas count only if a conjunction closes them.
fn conjunct_run(cells: &[Cell], parsed: &Parsed, at: usize) -> usize {
    let mut links = 0;
    let mut closed = 0;
    while let (Some(left), Some(right)) = (parsed.nps.get(at + links), parsed.nps.get(at + links + 1)) {
        if left.pronoun && relative(cells, left) || right.pronoun && relative(cells, right) {
            break;
        }
        match joint(cells, left, right) {
            Joint::Comma => links += 1,
            Joint::And => {
                if starts_clause(cells, parsed, at, right) {
                    break;
                }
                links += 1;
                closed = links;
            }
            Joint::Other => break,
        }
    }
    closed
}

fn relative(cells: &[Cell], np: &Np) -> bool {
    cells.get(np.head as usize).is_some_and(|c| c.tag.form == crate::english::Form::Wh)
}

/// Whether `and NP` is the subject of a new clause: a finite verb follows, and the noun phrase before `and`
/// stands behind a verb (`attacked Kyiv and Moscow responded`).
fn starts_clause(cells: &[Cell], parsed: &Parsed, first: usize, right: &Np) -> bool {
    let Some(left) = parsed.nps.get(first) else { return false };
    let comma =
        right.range.start.checked_sub(2).and_then(|at| cells.get(at as usize)).is_some_and(|c| c.has(COMMA));
    let verb_follows = verb_at(parsed, right.range.end, cells).is_some_and(|v| {
        let lone_participle = comma && v.form == VerbForm::Participle;
        v.form == VerbForm::Finite || lone_participle && !by_follows(cells, v)
    });
    if !verb_follows {
        return false;
    }
    let before = parsed.vps.iter().rev().find(|v| v.range.end <= left.range.start);
    let Some(verb) = before else { return false };
    let between = cells.get(verb.range.end as usize..left.range.start as usize).unwrap_or(&[]);
    let takes_clause = cells.get(verb.verb as usize).is_some_and(|c| c.has(THAT_VERB));
    let boundary = between.iter().any(|c| {
        c.is(Upos::Punct) || c.is(Upos::Sconj) || c.is(Upos::Cconj) || c.tag.form == crate::english::Form::Wh
    });
    !(boundary || takes_clause && between.is_empty())
}

/// Whether an agent follows a verb group.
fn by_follows(cells: &[Cell], vp: &Vp) -> bool {
    cells.get(vp.range.end as usize).is_some_and(|c| c.has(BY))
}

/// The verb group that starts at a token, adverbs skipped.
fn verb_at<'p>(parsed: &'p Parsed, mut at: u16, cells: &[Cell]) -> Option<&'p Vp> {
    while cells.get(at as usize).is_some_and(|c| c.is(Upos::Adv)) {
        at += 1;
    }
    let index = parsed.vps.partition_point(|v| v.range.start < at);
    parsed.vps.get(index).filter(|v| v.range.start == at)
}

/// `the attacks on Kyiv and the raids on Lviv`: the same preposition after both joins the outer noun phrases.
fn parallel_phrases(cells: &[Cell], parsed: &mut Parsed) {
    for at in 0..parsed.nps.len().saturating_sub(1) {
        let Some(inner) = parsed.nps.get(at) else { continue };
        if inner.next_conjunct != Some(at as u16 + 1) {
            continue;
        }
        let (Some(left), Some(right)) = (pp_of(&parsed.pps, at), pp_after(&parsed.pps, at + 1)) else {
            continue;
        };
        let word = |pp: &Pp| cells.get(pp.prep.start as usize).map(|c| (c.class, pp.prep.len()));
        let same = word(left) == word(right) && word(left).is_some();
        let Some(outer) = left.after_np else { continue };
        if same {
            if let Some(np) = parsed.nps.get_mut(at) {
                np.next_conjunct = None;
            }
            if let Some(np) = parsed.nps.get_mut(outer as usize) {
                np.next_conjunct = Some(at as u16 + 1);
            }
        }
    }
}

fn pp_of(pps: &[Pp], np: usize) -> Option<&Pp> {
    pps.iter().find(|pp| pp.np == Some(np as u16))
}

fn pp_after(pps: &[Pp], np: usize) -> Option<&Pp> {
    pps.iter().find(|pp| pp.after_np == Some(np as u16))
}
