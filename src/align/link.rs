//! Which sentences of a source stand behind which sentences of its translation.

mod mismatch;

use super::lattice::{Group, Lattice};
use super::profile::{self, Profile, Weights};
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
    let weights = Weights::of(&sources, &targets);
    let lattice = Lattice::new(&sources, &targets, &weights, first_ratio(&sources, &targets, known));
    let groups = lattice.best();
    if mismatch::is_unlike(&lattice, &groups, targets.len()) {
        return whole(Mismatch::Unlike);
    }
    let groups = match ratio_of(&groups, &sources, &targets) {
        Some(ratio) if (ratio / lattice.ratio()).ln().abs() > 0.03 => lattice.with_ratio(ratio).best(),
        _ => groups,
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

/// The ratio that sure groups show; `None` where they are few.
fn ratio_of(groups: &[Group], sources: &[Profile], targets: &[Profile]) -> Option<f64> {
    let (mut here, mut there, mut count) = (0.0, 0.0, 0);
    for group in groups.iter().filter(|g| (g.source.1, g.target.1) == (1, 1) && g.certainty > 0.9) {
        here += sources.get(group.source.0)?.length;
        there += targets.get(group.target.0)?.length;
        count += 1;
    }
    (count >= 5).then_some(there / here)
}
