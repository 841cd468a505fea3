//! The averaged perceptron (Collins 2002).
use crate::corpus::{Labels, Sentence};
use crate::dictionary::Dictionary;
use rustc_hash::{FxHashMap, FxHashSet};
use traduce::english::tag::feature::{View, tag_features, word_features};

/// Averaged weights.
pub struct Weights {
    /// Feature hash and its weight for each label, ascending by hash.
    pub rows: Vec<(u32, Vec<f32>)>,
    /// How often each feature occurs in the training text.
    counts: Vec<u32>,
}

/// How many features in a hundred are hidden at random from each decision while learning, so that no feature
/// is relied on alone. Measured: half a point of accuracy on words and texts not seen in training.
const DROPPED: u64 = 30;

/// A sentence made ready.
struct Example {
    views: Vec<View>,
    gold: Vec<u8>,
    /// Per token: rows of the features that do not depend on tags.
    rows: Vec<Vec<u32>>,
}

/// Trains. `kept` limits the features; without it, those that occur at least twice are used.
pub fn train(
    sentences: &[Sentence],
    labels: &Labels,
    dictionary: &Dictionary,
    kept: Option<&FxHashSet<u32>>,
    epochs: usize,
) -> Weights {
    let views: Vec<Vec<View>> = sentences
        .iter()
        .map(|s| {
            View::of_sentence(&s.words.iter().map(String::as_str).collect::<Vec<_>>(), |w| {
                dictionary.class(w)
            })
        })
        .collect();
    let gold: Vec<Vec<u8>> =
        sentences.iter().map(|s| s.tags.iter().map(|&t| labels.number(t)).collect()).collect();
    let mut counts: FxHashMap<u32, u32> = FxHashMap::default();
    for (views, gold) in views.iter().zip(&gold) {
        let before = |at: usize, by: usize| at.checked_sub(by).map_or(0, |i| gold[i] + 1);
        for at in 0..views.len() {
            if views[at].certain.is_some() {
                continue;
            }
            let features = [word_features(views, at), tag_features(views, at, before(at, 1), before(at, 2))];
            for &hash in features.iter().flat_map(|f| f.hashes()) {
                *counts.entry(hash).or_default() += 1;
            }
        }
    }
    let mut hashes: Vec<(u32, u32)> = counts
        .into_iter()
        .filter(|&(hash, n)| kept.map_or(n >= 2, |kept| kept.contains(&hash)))
        .filter(|(hash, _)| !dictionary.entries.contains_key(hash))
        .collect();
    hashes.sort_unstable();
    let index: FxHashMap<u32, u32> =
        hashes.iter().enumerate().map(|(row, &(hash, _))| (hash, row as u32)).collect();
    let examples: Vec<Example> = views
        .into_iter()
        .zip(gold)
        .map(|(views, gold)| {
            let rows = (0..views.len())
                .map(|at| {
                    word_features(&views, at).hashes().iter().filter_map(|h| index.get(h).copied()).collect()
                })
                .collect();
            Example { views, gold, rows }
        })
        .collect();
    let mut learner = Learner::new(hashes.len(), labels.tags.len());
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut random = Random(0x2545_f491_4f6c_dd1d);
    for epoch in 0..epochs {
        random.shuffle(&mut order);
        let wrong: usize = order.iter().map(|&i| learner.learn(&examples[i], &index)).sum();
        println!("epoch {}: {wrong} wrong", epoch + 1);
    }
    let rows = learner.averages();
    Weights {
        rows: hashes.iter().map(|&(hash, _)| hash).zip(rows).collect(),
        counts: hashes.iter().map(|&(_, n)| n).collect(),
    }
}

/// Weights while they are learnt; averages are kept lazily.
struct Learner {
    labels: usize,
    weights: Vec<f32>,
    totals: Vec<f64>,
    stamps: Vec<u32>,
    now: u32,
    dropout: Random,
}

impl Learner {
    fn new(rows: usize, labels: usize) -> Self {
        let size = rows * labels;
        Self {
            labels,
            weights: vec![0.0; size],
            totals: vec![0.0; size],
            stamps: vec![0; size],
            now: 0,
            dropout: Random(0x1234_5678_90ab_cdef),
        }
    }

    /// Tags a sentence, correcting the weights at each mistake; how many there were.
    fn learn(&mut self, example: &Example, index: &FxHashMap<u32, u32>) -> usize {
        let (mut tag1, mut tag2) = (0, 0);
        let mut wrong = 0;
        let mut rows = Vec::new();
        for at in 0..example.views.len() {
            let gold = example.gold[at];
            let label = example.views[at].certain.unwrap_or_else(|| {
                rows.clear();
                rows.extend_from_slice(&example.rows[at]);
                let features = tag_features(&example.views, at, tag1, tag2);
                rows.extend(features.hashes().iter().filter_map(|h| index.get(h).copied()));
                rows.retain(|_| self.dropout.next() % 100 >= DROPPED);
                let guess = self.best(&rows);
                self.now += 1;
                if guess != gold {
                    wrong += 1;
                    for &row in &rows {
                        self.change(row, gold, 1.0);
                        self.change(row, guess, -1.0);
                    }
                }
                guess
            });
            (tag1, tag2) = (label + 1, tag1);
        }
        wrong
    }

    fn best(&self, rows: &[u32]) -> u8 {
        let mut scores = [0f32; 64];
        for &row in rows {
            let from = row as usize * self.labels;
            for (score, weight) in scores.iter_mut().zip(&self.weights[from..from + self.labels]) {
                *score += weight;
            }
        }
        let mut best = 0;
        for label in 1..self.labels {
            if scores[label] > scores[best] {
                best = label;
            }
        }
        best as u8
    }

    fn change(&mut self, row: u32, label: u8, by: f32) {
        let at = row as usize * self.labels + usize::from(label);
        self.totals[at] += f64::from(self.weights[at]) * f64::from(self.now - self.stamps[at]);
        self.stamps[at] = self.now;
        self.weights[at] += by;
    }

    fn averages(mut self) -> Vec<Vec<f32>> {
        for at in 0..self.weights.len() {
            self.totals[at] += f64::from(self.weights[at]) * f64::from(self.now - self.stamps[at]);
        }
        let now = f64::from(self.now.max(1));
        self.totals.chunks(self.labels).map(|row| row.iter().map(|&t| (t / now) as f32).collect()).collect()
    }
}

impl Weights {
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// The features that are worth their room: the largest weights, with regard to frequency, that fit.
    pub fn most_useful(&self, bytes: usize) -> FxHashSet<u32> {
        let mut ranked: Vec<(f32, u32, usize)> = self
            .rows
            .iter()
            .zip(&self.counts)
            .map(|((hash, row), &count)| {
                let largest = row.iter().fold(0f32, |m, w| m.max(w.abs()));
                let size = 3 + 2 * row.iter().filter(|w| w.abs() > largest / 8.0).count();
                (largest * (count as f32).sqrt().sqrt(), *hash, size)
            })
            .collect();
        ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let mut left = bytes;
        ranked
            .into_iter()
            .map_while(|(_, hash, size)| {
                left = left.checked_sub(size)?;
                Some(hash)
            })
            .collect()
    }
}

/// Xorshift, for an order that is the same everywhere.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn shuffle(&mut self, items: &mut [usize]) {
        for at in (1..items.len()).rev() {
            items.swap(at, (self.next() % (at as u64 + 1)) as usize);
        }
    }
}
