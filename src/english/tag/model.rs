//! The tagger's weights, read where they lie.
//!
//! `tagger.bin`, little-endian:
//!
//! | bytes | what |
//! |---|---|
//! | 4 | `TRT2` |
//! | 4 | number of labels *n* |
//! | 2 *n* | the labels, see [`Tag::to_bytes`] |
//! | 4 (2¹⁵ + 1) | each bucket of features: in the lower 21 bits where it starts, in bytes from the end of this table; in the upper 11 which [`mark`]s its features have |
//! | rest | the features of each bucket, one after the other |
//!
//! A feature's bucket is the upper 15 bits of its hash. The feature is stored as the lower 16 bits (2 bytes), the
//! number of weights (1 byte), and the weights, each as label (1 byte) and weight (1 byte, signed). A word of the
//! dictionary is a feature with one such pair: its class and, as weight, 1 if the class is a label plus one that
//! the word always has.

use super::Tag;
use super::feature::{Class, View, dictionary_key, tag_features, word_features};

/// First bytes of the file.
pub const MAGIC: [u8; 4] = *b"TRT2";
/// How many bits of the hash choose the bucket.
pub const BUCKET_BITS: u32 = 15;
/// How many bits of a bucket's entry say where it starts.
pub const START_BITS: u32 = 21;
/// The most labels there may be.
pub const MOST_LABELS: usize = 64;

/// Weights in the format of `tagger.bin`.
#[derive(Clone, Copy, Debug)]
pub struct Model<'a> {
    labels: &'a [u8],
    buckets: &'a [u8],
    features: &'a [u8],
}

/// The bit of a bucket's entry that is set if it holds a feature like this.
pub const fn mark(hash: u32) -> u32 {
    1 << (START_BITS + (hash & 0xffff) % (32 - START_BITS))
}

impl<'a> Model<'a> {
    /// Reads a file; damaged bytes give a model that knows nothing.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self::read(bytes).unwrap_or(Self { labels: &[], buckets: &[], features: &[] })
    }

    fn read(bytes: &'a [u8]) -> Option<Self> {
        let rest = bytes.strip_prefix(&MAGIC)?;
        let (count, rest) = rest.split_first_chunk::<4>()?;
        let (labels, rest) = rest.split_at_checked(u32::from_le_bytes(*count) as usize * 2)?;
        let (buckets, features) = rest.split_at_checked(((1 << BUCKET_BITS) + 1) * 4)?;
        Some(Self { labels, buckets, features })
    }

    /// The tag behind a label.
    pub fn tag(&self, label: u8) -> Tag {
        let at = usize::from(label) * 2;
        self.labels
            .get(at..at + 2)
            .and_then(|b| b.first_chunk())
            .map_or(Tag::default(), |b| Tag::from_bytes(*b))
    }

    /// The weights of a feature, as pairs of label and weight.
    fn weights(&self, hash: u32) -> &'a [u8] {
        let bucket = (hash >> 16) as usize;
        let Some(bounds) = self.buckets.get(bucket * 4..bucket * 4 + 8) else { return &[] };
        let [a, b, c, d, e, f, g, h] = *bounds.first_chunk().unwrap_or(&[0; 8]);
        let (entry, next) = (u32::from_le_bytes([a, b, c, d]), u32::from_le_bytes([e, f, g, h]));
        // Most features that a text has were never seen in training: the marks spare looking for them.
        if entry & mark(hash) == 0 {
            return &[];
        }
        let start = (1 << START_BITS) - 1;
        let (from, to) = (entry & start, next & start);
        let mut rest = self.features.get(from as usize..to as usize).unwrap_or_default();
        let wanted = (hash as u16).to_le_bytes();
        while let Some(([low, high, count], tail)) = rest.split_first_chunk::<3>() {
            let Some((weights, tail)) = tail.split_at_checked(usize::from(*count) * 2) else { break };
            if [*low, *high] == wanted {
                return weights;
            }
            rest = tail;
        }
        &[]
    }

    /// What the dictionary knows of a word.
    pub fn class(&self, word: u64) -> Class {
        match self.weights(dictionary_key(word)) {
            &[number, certain] => Class { number, certain: certain == 1 },
            _ => Class::default(),
        }
    }

    /// The label of each token.
    pub fn decode(&self, views: &[View]) -> Vec<u8> {
        let mut labels = Vec::with_capacity(views.len());
        let (mut tag1, mut tag2) = (0, 0);
        for at in 0..views.len() {
            let label = self.best(views, at, tag1, tag2);
            labels.push(label);
            (tag1, tag2) = (label.saturating_add(1), tag1);
        }
        labels
    }

    /// The label with the highest score; the first of equals.
    fn best(&self, views: &[View], at: usize, tag1: u8, tag2: u8) -> u8 {
        if let Some(label) = views.get(at).and_then(|view| view.certain) {
            return label;
        }
        let mut scores = [0i32; MOST_LABELS];
        for features in [word_features(views, at), tag_features(views, at, tag1, tag2)] {
            for &hash in features.hashes() {
                for pair in self.weights(hash).chunks_exact(2) {
                    if let &[label, weight] = pair
                        && let Some(score) = scores.get_mut(usize::from(label))
                    {
                        *score += i32::from(weight as i8);
                    }
                }
            }
        }
        let known = scores.get(..self.labels.len() / 2).unwrap_or(&scores);
        let mut best = 0;
        for (label, score) in known.iter().enumerate() {
            if known.get(best).is_some_and(|top| score > top) {
                best = label;
            }
        }
        best as u8
    }
}
