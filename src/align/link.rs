//! Which sentences of a source stand behind which sentences of its translation.

mod mismatch;

use super::lattice::{Group, Lattice, VARIANCE, deviation};
use super::profile::{self, Profile};
use super::source::SourceText;
use super::split::length_ratio;
use crate::english::Document;
use crate::fact::LazyLedger;
use std::fmt;
use std::ops::Range;

/// Sentences that say the same. One side may be empty: a sentence that was left out, or one that was added.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// Indices into [`SourceText::sentences`].
    pub source: Range<usize>,
    /// Indices into [`Document::sentences`].
    pub target: Range<usize>,
    /// How sure it is that they belong together (or that what stands alone has no counterpart), from 0 to 1.
    pub certainty: f32,
}

/// Why two texts are not a text and its translation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mismatch {
    /// The source has no text.
    NoSource,
    /// The translation has no text.
    NoTarget,
    /// One is many times longer than the other.
    Length,
    /// The source is in English and the translation is not.
    Swapped,
    /// They have hardly any fact, name or length in common.
    Unlike,
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoSource => "the source has no text",
            Self::NoTarget => "the translation has no text",
            Self::Length => "one text is many times longer than the other",
            Self::Swapped => {
                "the source is in English and the translation is not: the sides seem to be swapped"
            }
            Self::Unlike => "the two texts have hardly anything in common",
        })
    }
}

/// How two texts hang together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Alignment {
    /// The links tile both sides in order.
    pub links: Vec<Link>,
    /// Why the two texts do not belong together. Where it is set, no other comparison is worth anything.
    pub mismatch: Option<Mismatch>,
}

impl Alignment {
    /// Whether one text is a translation of the other.
    pub const fn belongs(&self) -> bool {
        self.mismatch.is_none()
    }

    /// The link that a sentence of the translation belongs to.
    pub fn of_target(&self, sentence: usize) -> Option<&Link> {
        let at = self.links.partition_point(|link| link.target.end <= sentence);
        self.links.get(at).filter(|link| link.target.contains(&sentence))
    }

    /// The link that a sentence of the source belongs to.
    pub fn of_source(&self, sentence: usize) -> Option<&Link> {
        let at = self.links.partition_point(|link| link.source.end <= sentence);
        self.links.get(at).filter(|link| link.source.contains(&sentence))
    }
}

/// Fewer sure pairs of sentences do not show how long translations are.
const FEWEST_SURE: usize = 5;

/// Links the sentences of a source with those of its translation.
pub fn align(source: &SourceText, target: &Document, ledger: &LazyLedger<'_>) -> Alignment {
    let sources = profile::of_source(source);
    let targets = profile::of_target(target, ledger);
    let whole = |mismatch| {
        let (here, there) = (sources.len(), targets.len());
        let links = if here + there == 0 {
            Vec::new()
        } else {
            vec![Link { source: 0..here, target: 0..there, certainty: 0.0 }]
        };
        Alignment { links, mismatch: Some(mismatch) }
    };
    if let Some(mismatch) = mismatch::before(source, target, &sources, &targets) {
        return whole(mismatch);
    }
    let known = length_ratio(source.code.as_deref());
    let lattice = Lattice::new(&sources, &targets, first_ratio(&sources, &targets, known));
    let groups = lattice.best();
    if mismatch::is_unlike(&lattice, &groups, targets.len()) {
        return whole(Mismatch::Unlike);
    }
    let groups = match lengths_of(&groups, &sources, &targets) {
        Some((ratio, variance)) => lattice.with_lengths(ratio, variance).best(),
        None => groups,
    };
    Alignment { links: groups.iter().map(Link::of).collect(), mismatch: None }
}

impl Link {
    fn of(group: &Group) -> Self {
        let range = |(start, count): (usize, usize)| start..start + count;
        Self { source: range(group.source), target: range(group.target), certainty: group.certainty as f32 }
    }
}

fn total(profiles: &[Profile]) -> f64 {
    profiles.iter().map(|p| p.length).sum()
}

/// How many characters of translation one of the source gives: what the whole texts show, but not far from what is
/// known of the language, since sentences may be missing.
fn first_ratio(sources: &[Profile], targets: &[Profile], known: Option<f64>) -> f64 {
    let seen = total(targets) / total(sources).max(1.0);
    known.map_or(seen, |known| seen.clamp(known * 0.8, known * 1.25))
}

/// The ratio and the variance of lengths that sure groups show; `None` where they are few.
fn lengths_of(groups: &[Group], sources: &[Profile], targets: &[Profile]) -> Option<(f64, f64)> {
    let sure = groups.iter().filter(|g| (g.source.1, g.target.1) == (1, 1) && g.certainty > 0.9);
    let pair = |g: &Group| Some((sources.get(g.source.0)?.length, targets.get(g.target.0)?.length));
    let pairs: Vec<(f64, f64)> = sure.filter_map(pair).collect();
    if pairs.len() < FEWEST_SURE {
        return None;
    }
    let (here, there) = pairs.iter().fold((0.0, 0.0), |(a, b), (here, there)| (a + here, b + there));
    let ratio = there / here;
    let sum: f64 = pairs.iter().map(|(here, there)| deviation(here * ratio, *there)).sum();
    // What is believed beforehand counts as much as some pairs.
    let prior = FEWEST_SURE as f64;
    Some((ratio, (sum + VARIANCE * prior) / (pairs.len() as f64 + prior)))
}
