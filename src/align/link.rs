//! Which sentences of a source stand behind which sentences of its translation.

use super::source::SourceText;
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
pub fn align(source: &SourceText, target: &Document, _ledger: &LazyLedger<'_>) -> Alignment {
    let (sources, targets) = (source.sentences.len(), target.sentences.len());
    let links = if sources == targets {
        (0..sources).map(|at| Link { source: at..at + 1, target: at..at + 1, certainty: 0.5 }).collect()
    } else {
        vec![Link { source: 0..sources, target: 0..targets, certainty: 0.5 }]
    };
    let mismatch = match (sources, targets) {
        (0, _) => Some(Mismatch::NoSource),
        (_, 0) => Some(Mismatch::NoTarget),
        _ => None,
    };
    Alignment { links, mismatch }
}
