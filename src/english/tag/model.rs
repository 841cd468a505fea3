//! The tagger's weights, read where they lie.
//!
//! `tagger.bin`, little-endian:
//!
//! | bytes | what |
//! |---|---|
//! | 4 | `TRT3` |
//! | 4 | number of labels *n* |
//! | 2 *n* | the labels, see [`Tag::to_bytes`] |
//! | 4 (2¹⁵ + 1) | each bucket of features: in the lower 21 bits where it starts, in bytes from the end of this table; in the upper 11 which [`mark`]s its features have |
//! | rest | the features of each bucket, one after the other |
//!
//! A feature's bucket is the upper 15 bits of its hash. The feature is stored as the lower 16 bits (2 bytes), the
//! number of weights (1 byte), and the weights, each as label (1 byte) and weight (1 byte, signed). A feature with
//! weights for half of the labels or more has 255 as their number and one weight for every label. A word of the
//! dictionary is a feature with one such pair: its class and, as weight, 1 if the class is a label plus one that
//! the word always has.

use super::Tag;
use super::feature::{
    Class, Features, MOST_FEATURES, View, dictionary_key, neighbour_features, own_features, tag_features,
};
use rustc_hash::FxHashMap;

/// First bytes of the file.
pub const MAGIC: [u8; 4] = *b"TRT3";
/// How many bits of the hash choose the bucket.
pub const BUCKET_BITS: u32 = 15;
/// How many bits of a bucket's entry say where it starts.
pub const START_BITS: u32 = 21;
/// The most labels there may be.
pub const MOST_LABELS: usize = 64;

/// The scores that words get for themselves, by [`View::key`]: most words of a text have been met before.
#[derive(Debug, Default)]
pub struct Memo {
    scores: FxHashMap<(u64, u64), Box<[i16; MOST_LABELS]>>,
}

/// How many words a [`Memo`] holds before it is emptied: about 5 MB.
const MEMO_CAPACITY: usize = 32_768;

/// Weights in the format of `tagger.bin`.
#[derive(Clone, Copy, Debug)]
pub struct Model<'a> {
    labels: &'a [u8],
    buckets: &'a [u8],
    features: &'a [u8],
}

/// Stands for the number of weights of a feature that has one for every label.
pub const DENSE: u8 = 255;

/// The weights of one feature. Scores are sums of at most [`MOST_FEATURES`](super::feature::MOST_FEATURES) weights
/// and fit 16 bits.
#[derive(Clone, Copy, Debug)]
enum Weights<'a> {
    /// Label and weight in turn.
    Pairs(&'a [u8]),
    /// One for every label.
    Dense(&'a [u8]),
}

impl Default for Weights<'_> {
    fn default() -> Self {
        Self::Pairs(&[])
    }
}

impl Weights<'_> {
    fn add_to(self, scores: &mut [i16; MOST_LABELS]) {
        match self {
            Self::Pairs(pairs) => {
                for pair in pairs.chunks_exact(2) {
                    if let &[label, weight] = pair
                        && let Some(score) = scores.get_mut(usize::from(label))
                    {
                        *score = score.wrapping_add(i16::from(weight as i8));
                    }
                }
            }
            Self::Dense(row) => {
                for (score, weight) in scores.iter_mut().zip(row) {
                    *score = score.wrapping_add(i16::from(*weight as i8));
                }
            }
        }
    }
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

    /// The features among which this one would be, if its bucket may hold it.
    fn bucket(&self, hash: u32) -> Option<&'a [u8]> {
        let bucket = (hash >> 16) as usize;
        let bounds = self.buckets.get(bucket * 4..bucket * 4 + 8)?;
        let [a, b, c, d, e, f, g, h] = *bounds.first_chunk()?;
        let (entry, next) = (u32::from_le_bytes([a, b, c, d]), u32::from_le_bytes([e, f, g, h]));
        // Most features that a text has were never seen in training: the marks spare looking for them.
        if entry & mark(hash) == 0 {
            return None;
        }
        let start = (1 << START_BITS) - 1;
        self.features.get((entry & start) as usize..(next & start) as usize)
    }

    /// The weights of a feature in its bucket.
    fn weights(&self, hash: u32, bucket: &'a [u8]) -> Weights<'a> {
        let mut rest = bucket;
        let wanted = (hash as u16).to_le_bytes();
        while let Some(([low, high, count], tail)) = rest.split_first_chunk::<3>() {
            let dense = *count == DENSE;
            let length = if dense { self.labels.len() / 2 } else { usize::from(*count) * 2 };
            let Some((weights, tail)) = tail.split_at_checked(length) else { break };
            if [*low, *high] == wanted {
                return if dense { Weights::Dense(weights) } else { Weights::Pairs(weights) };
            }
            rest = tail;
        }
        Weights::default()
    }

    /// What the dictionary knows of a word.
    pub fn class(&self, word: u64) -> Class {
        let key = dictionary_key(word);
        match self.bucket(key).map_or(Weights::default(), |bucket| self.weights(key, bucket)) {
            Weights::Pairs(&[number, certain]) => Class { number, certain: certain == 1 },
            _ => Class::default(),
        }
    }

    /// The label of each token.
    pub fn decode(&self, views: &[View], memo: &mut Memo) -> Vec<u8> {
        let mut labels = Vec::with_capacity(views.len());
        let (mut tag1, mut tag2) = (0, 0);
        for at in 0..views.len() {
            let label = self.best(views, at, tag1, tag2, memo);
            labels.push(label);
            (tag1, tag2) = (label.saturating_add(1), tag1);
        }
        labels
    }

    /// The label with the highest score; the first of equals.
    fn best(&self, views: &[View], at: usize, tag1: u8, tag2: u8, memo: &mut Memo) -> u8 {
        let Some(view) = views.get(at) else { return 0 };
        if let Some(label) = view.certain {
            return label;
        }
        let mut scores = match memo.scores.get(&view.key()) {
            Some(own) => **own,
            None => {
                let mut own = [0i16; MOST_LABELS];
                self.add_all(&[own_features(view)], &mut own);
                if memo.scores.len() >= MEMO_CAPACITY {
                    memo.scores.clear();
                }
                memo.scores.insert(view.key(), Box::new(own));
                own
            }
        };
        let features = [neighbour_features(views, at), tag_features(views, at, tag1, tag2)];
        self.add_all(&features, &mut scores);
        let known = scores.get(..self.labels.len() / 2).unwrap_or(&scores);
        let mut best = 0;
        for (label, score) in known.iter().enumerate() {
            if known.get(best).is_some_and(|top| score > top) {
                best = label;
            }
        }
        best as u8
    }

    /// Adds the weights of all features to the scores.
    fn add_all(&self, features: &[Features], scores: &mut [i16; MOST_LABELS]) {
        let mut buckets: [(u32, &[u8]); MOST_FEATURES] = [(0, &[]); MOST_FEATURES];
        let mut count = 0;
        let mut touched = 0;
        for &hash in features.iter().flat_map(|f| f.hashes()) {
            if let (Some(slot), Some(bucket)) = (buckets.get_mut(count), self.bucket(hash)) {
                *slot = (hash, bucket);
                count += 1;
                touched ^= bucket.first().copied().unwrap_or_default();
            }
        }
        // Tagging waits for memory more than for anything else: reading all buckets before any is searched lets the
        // processor wait for them together.
        std::hint::black_box(touched);
        for (hash, bucket) in buckets.iter().take(count) {
            self.weights(*hash, bucket).add_to(scores);
        }
    }
}
