//! Whether two texts are a text and its translation at all.

use super::{Mismatch, total};
use crate::align::language;
use crate::align::lattice::{Group, Lattice};
use crate::align::profile::Profile;
use crate::align::source::SourceText;
use crate::align::split::length_ratio;
use crate::english::Document;

/// How many times longer than expected a text may be, and from how many letters on that is looked at.
const LONGEST: f64 = 4.0;
const FEWEST_LETTERS: f64 = 240.0;

/// Fewer pairs of sentences do not show that two texts have nothing in common.
const FEWEST_PAIRS: usize = 6;

/// How much more linked sentences must share than any two sentences of the texts share by chance.
const LEAST_ABOVE_CHANCE: f64 = 4.0;

/// How many groups are looked at.
const MOST_GROUPS: usize = 60;

/// What can be said before sentences are linked.
pub(super) fn before(
    source: &SourceText,
    target: &Document,
    sources: &[Profile],
    targets: &[Profile],
) -> Option<Mismatch> {
    if sources.is_empty() {
        return Some(Mismatch::NoSource);
    }
    if targets.is_empty() {
        return Some(Mismatch::NoTarget);
    }
    if is_swapped(source, target) {
        return Some(Mismatch::Swapped);
    }
    let ratio = length_ratio(source.code.as_deref()).unwrap_or(1.0);
    let (here, there) = (total(sources) * ratio, total(targets));
    let apart = (here / there).max(there / here);
    (apart > LONGEST && here.max(there) >= FEWEST_LETTERS).then_some(Mismatch::Length)
}

/// Whether the source is plainly in English, though said to be in another language, and the translation plainly not.
fn is_swapped(source: &SourceText, target: &Document) -> bool {
    let english = source.code.as_deref() == Some("en") && source.detected;
    let other = || source.doubts.iter().any(|d| matches!(d, language::Doubt::Other { seems: "en", .. }));
    let blocks = || target.blocks.iter().map(|block| &*block.text).collect::<Vec<_>>();
    (english || other()) && language::is_in(&blocks(), "en") == Some(false)
}

/// Whether linked sentences share hardly more than any two sentences of the texts.
pub(super) fn is_unlike(lattice: &Lattice<'_>, groups: &[Group], targets: usize) -> bool {
    let (mut linked, mut others, mut pairs) = (0.0, 0.0, 0);
    let pair_up = groups.iter().filter(|g| g.source.1 > 0 && (1..targets).contains(&g.target.1));
    let step = groups.len().div_ceil(MOST_GROUPS).max(1);
    for group in pair_up.step_by(step) {
        let own = group.target.0..group.target.0 + group.target.1;
        for row in group.source.0..group.source.0 + group.source.1 {
            let all: f64 = (0..targets).map(|column| lattice.shares(row, column)).sum();
            let here: f64 = own.clone().map(|column| lattice.shares(row, column)).sum();
            linked += here / own.len() as f64;
            others += (all - here) / (targets - own.len()) as f64;
            pairs += 1;
        }
    }
    pairs >= FEWEST_PAIRS && linked < others * LEAST_ABOVE_CHANCE
}
