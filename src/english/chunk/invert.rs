//! Questions and other inversions: an auxiliary before the subject joins its verb.

use super::closed::{AND, BE, COMMA, DO, GET, HAVE, MODAL, QUOTE, WHO, WHOSE};
use super::token::Cell;
use super::vp;
use crate::english::{Form, Parsed, Upos, VerbForm, Voice, Vp};

/// `Did they set up attacks`: *did* becomes part of the group of *set*. The range of the group stays that of
/// the verb, since the subject lies between.
pub fn join_inverted(cells: &[Cell], parsed: &mut Parsed) {
    let mut index = 0;
    while index + 1 < parsed.vps.len() {
        if let Some(joined) = joined(cells, parsed, index) {
            if let Some(group) = parsed.vps.get_mut(index + 1) {
                *group = joined;
            }
            parsed.vps.remove(index);
        } else {
            index += 1;
        }
    }
}

/// The second group with the first as its auxiliary, if the first is one.
fn joined(cells: &[Cell], parsed: &Parsed, index: usize) -> Option<Vp> {
    let cell = |at: u16| cells.get(at as usize).copied().unwrap_or_default();
    let (first, second) = (parsed.vps.get(index)?, parsed.vps.get(index + 1)?);
    let auxiliary = cell(first.verb);
    let bare = first.range.start == first.verb && auxiliary.has(BE.or(HAVE).or(DO).or(MODAL));
    if !bare || first.form != VerbForm::Finite || !opens_inversion(cells, parsed, first.range.start) {
        return None;
    }
    let mut at = skip_adverbs(cells, first.range.end);
    let np = parsed.nps.get(parsed.nps.partition_point(|np| np.range.start < at))?;
    if np.range.start != at {
        return None;
    }
    at = skip_adverbs(cells, crate::english::clause::unit::chain_end(parsed, np));
    let verb = cell(second.range.start);
    if second.range.start != at || !vp::governs(auxiliary, verb) {
        return None;
    }
    let passive = auxiliary.has(BE.or(GET)) && (verb.form(Form::Pp) || verb.form(Form::Past))
        || second.range.len() > 1 && second.voice == Voice::Passive;
    let modal = auxiliary.form(Form::Modal).then_some(first.verb);
    Some(Vp {
        form: VerbForm::Finite,
        voice: if passive { Voice::Passive } else { Voice::Active },
        negated: first.negated
            || second.negated
            || first.range.start.checked_sub(1).is_some_and(|b| cell(b).has(super::closed::NEG)),
        perfect: second.perfect || auxiliary.has(HAVE),
        modal: modal.or(second.modal),
        ..second.clone()
    })
}

/// Whether an auxiliary here has no subject before it: the clause or a question word begins.
fn opens_inversion(cells: &[Cell], parsed: &Parsed, at: u16) -> bool {
    let Some(before) = at.checked_sub(1).and_then(|b| cells.get(b as usize)) else { return true };
    let question_phrase = parsed.nps.iter().any(|np| {
        np.range.end == at
            && np
                .range
                .usize()
                .any(|t| cells.get(t).is_some_and(|c| c.form(Form::Wh) || c.has(WHO.or(WHOSE))))
            && (np.range.start == 0 || np.range.len() > 1)
    });
    question_phrase
        || before.has(COMMA.or(QUOTE).or(AND))
        || before.form(Form::Wh) && !before.is(Upos::Pron)
        || before.form(Form::Wh) && at == 1
        || before.is(Upos::Adv) && (at == 1 || before.has(super::closed::NEG))
        || before.is(Upos::Punct)
}

fn skip_adverbs(cells: &[Cell], mut at: u16) -> u16 {
    while cells.get(at as usize).is_some_and(|c| c.is(Upos::Adv) || c.has(super::closed::NEG)) {
        at += 1;
    }
    at
}
