//! Verbs whose particle looks like a preposition: `took over the town`.

use super::closed::BE;
use super::token::Cell;
use crate::english::{Parsed, Sentence, lemma};

/// Particle and the verbs (lemmas) that take it before their object.
const PHRASAL: &[(&str, &[&str])] = &[
    ("over", &["take", "hand", "turn"]),
    (
        "off",
        &[
            "call", "put", "set", "pay", "cut", "fend", "fight", "lay", "shut", "sell", "ward", "kick",
            "write", "show",
        ],
    ),
    (
        "up",
        &[
            "set", "pick", "take", "give", "make", "build", "bring", "call", "clean", "cover", "draw",
            "fill", "hold", "blow", "keep", "open", "put", "step", "turn", "use", "break", "back", "beef",
            "speed", "shore", "sum", "raise", "lift", "mop", "prop", "split", "back", "gear", "wrap", "size",
            "round", "ratchet",
        ],
    ),
    (
        "out",
        &[
            "carry", "find", "point", "rule", "set", "send", "pull", "phase", "put", "bring", "cut",
            "figure", "give", "hand", "lay", "roll", "single", "sort", "spell", "take", "throw", "turn",
            "wipe", "work", "draw", "leave", "map", "root", "try", "iron", "seek",
        ],
    ),
    (
        "down",
        &[
            "shoot", "bring", "break", "cut", "knock", "lay", "put", "shut", "tear", "take", "track", "turn",
            "burn", "close", "hunt", "strike", "pull", "gun", "scale", "slow", "step", "hand", "write",
        ],
    ),
    ("in", &["bring", "hand", "usher", "turn", "phase"]),
    ("on", &["take"]),
    (
        "back",
        &[
            "bring", "take", "hold", "push", "win", "get", "give", "pay", "send", "drive", "beat", "hand",
            "cut",
        ],
    ),
    ("away", &["take", "give", "throw", "drive", "put"]),
];

/// Turns the preposition right behind such a verb into its particle and drops the prepositional phrase.
pub fn settle(sentence: &Sentence, cells: &[Cell], parsed: &mut Parsed) {
    let Parsed { vps, pps, .. } = parsed;
    for vp in vps.iter_mut().filter(|vp| vp.particle.is_none()) {
        let Some(index) = pps.binary_search_by_key(&vp.range.end, |pp| pp.prep.start).ok() else { continue };
        let Some(pp) = pps.get(index).filter(|pp| pp.prep.len() == 1 && pp.np.is_some()) else { continue };
        let at = pp.prep.start;
        let verb_is_be = cells.get(vp.verb as usize).is_none_or(|c| c.has(BE));
        if verb_is_be || !takes(sentence, vp.verb, at) {
            continue;
        }
        vp.particle = Some(at);
        pps.remove(index);
    }
}

/// Whether the verb takes the word as its particle.
fn takes(sentence: &Sentence, verb: u16, particle: u16) -> bool {
    let word = sentence.token_text(particle as usize);
    let Some((_, verbs)) = PHRASAL.iter().find(|(p, _)| p.eq_ignore_ascii_case(word)) else { return false };
    let form = sentence.token_text(verb as usize).to_ascii_lowercase();
    let lemma = lemma::verb(&form);
    verbs.iter().any(|v| *v == lemma)
}
