//! The best way through all groupings of two lists of sentences, and how sure each step of it is.
//!
//! Gale and Church (1993): sentence lengths in characters, a dynamic programme over 1:1, 1:2, 2:1 … groups. Beside
//! lengths, shared numbers, names and marks count. Certainty is the posterior of a group (forward and backward sums
//! over all ways), so an omission that could as well lie elsewhere is unsure.

mod keys;

use super::profile::Profile;
use keys::Keys;

/// Sizes of groups (source, target), and what each costs beforehand (negative logarithm of how often it occurs).
const GROUPS: [(usize, usize, f64); 8] =
    [(1, 1, 0.1), (1, 2, 3.0), (2, 1, 3.0), (1, 0, 4.5), (0, 1, 4.5), (2, 2, 5.5), (1, 3, 5.0), (3, 1, 5.0)];

/// The variance of the length of a translation for each of its letters, before it is measured on the texts (Gale and
/// Church found 6.8 for characters; letters of news vary less).
pub(super) const VARIANCE: f64 = 2.5;

/// How heavy the tails of lengths are: the degrees of freedom of the distribution of Student.
const FREEDOM: f64 = 4.0;

/// What a sentence costs that stands alone, for each hundred characters, and at most.
const ALONE_PER_LENGTH: f64 = 0.7;
const MOST_ALONE: f64 = 2.0;

/// What numbers that only one side has cost at most.
const MOST_UNSHARED: f64 = 5.0;

/// What a paragraph costs that begins on one side only; what one that begins on both is worth.
const PARAGRAPH: f64 = 2.0;

/// What a headline costs that stands with running text.
const HEADING: f64 = 1.0;

/// How many more sentences than the difference of the two sides a group may lie off the diagonal.
const MARGIN: usize = 40;

/// A group of sentences.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Group {
    /// First sentence of the source, and how many.
    pub(super) source: (usize, usize),
    /// First sentence of the translation, and how many.
    pub(super) target: (usize, usize),
    /// Its posterior, from 0 to 1.
    pub(super) certainty: f64,
}

/// Two lists of sentences, ready to be searched.
pub(super) struct Lattice<'p> {
    sources: &'p [Profile],
    targets: &'p [Profile],
    keys: Keys,
    /// Letters of the translation for one of the source.
    ratio: f64,
    variance: f64,
    /// What paragraphs count.
    paragraph: f64,
    band: Band,
}

/// Which cells are looked at.
struct Band {
    columns: usize,
    slope: f64,
    half: usize,
    width: usize,
}

impl Band {
    fn new(rows: usize, columns: usize) -> Self {
        let half = (rows.abs_diff(columns) + MARGIN).min(columns);
        let slope = columns as f64 / rows.max(1) as f64;
        Self { columns, slope, half, width: (2 * half + 2).min(columns + 1) }
    }

    fn first(&self, row: usize) -> usize {
        let middle = (row as f64 * self.slope) as usize;
        middle.saturating_sub(self.half).min(self.columns + 1 - self.width)
    }

    fn range(&self, row: usize) -> std::ops::Range<usize> {
        let first = self.first(row);
        first..first + self.width
    }

    /// Place of a cell in a table by rows.
    fn at(&self, row: usize, column: usize) -> Option<usize> {
        let inside = column.checked_sub(self.first(row)).filter(|&at| at < self.width)?;
        Some(row * self.width + inside)
    }
}

impl<'p> Lattice<'p> {
    /// Two lists; `ratio` is how many characters of translation one of the source gives.
    pub(super) fn new(sources: &'p [Profile], targets: &'p [Profile], ratio: f64) -> Self {
        let keys = Keys::of(sources, targets);
        let band = Band::new(sources.len(), targets.len());
        let paragraph = paragraphs_count(sources, targets);
        Self { sources, targets, keys, ratio, variance: VARIANCE, paragraph, band }
    }

    /// The same lists with another ratio and variance of lengths.
    #[must_use]
    pub(super) fn with_lengths(self, ratio: f64, variance: f64) -> Self {
        Self { ratio, variance, ..self }
    }

    /// What a pair of sentences shares, weighed.
    pub(super) fn shares(&self, source: usize, target: usize) -> f64 {
        self.keys.shared((source, 1), (target, 1)).worth
    }

    /// The best groups; they tile both sides in order.
    pub(super) fn best(&self) -> Vec<Group> {
        let (rows, columns) = (self.sources.len(), self.targets.len());
        let size = (rows + 1) * self.band.width;
        let mut costs = vec![f64::INFINITY; size];
        let mut sums = vec![f64::NEG_INFINITY; size];
        let mut from = vec![None; size];
        for row in 0..=rows {
            for column in self.band.range(row) {
                let Some(at) = self.band.at(row, column) else { continue };
                let (mut best, mut sum, mut step) = (f64::INFINITY, f64::NEG_INFINITY, None);
                if (row, column) == (0, 0) {
                    (best, sum) = (0.0, 0.0);
                }
                for (index, &(a, b, _)) in GROUPS.iter().enumerate() {
                    let Some(before) = before(row, a).zip(before(column, b)) else { continue };
                    let Some(place) = self.band.at(before.0, before.1) else { continue };
                    let (Some(cost), Some(ways)) = (costs.get(place), sums.get(place)) else { continue };
                    if !cost.is_finite() {
                        continue;
                    }
                    let own = self.cost(before.0, before.1, index);
                    sum = add(sum, ways - own);
                    if cost + own < best {
                        (best, step) = (cost + own, Some(index));
                    }
                }
                if let (Some(c), Some(s), Some(f)) = (costs.get_mut(at), sums.get_mut(at), from.get_mut(at)) {
                    (*c, *s, *f) = (best, sum, step);
                }
            }
        }
        let back = self.backward();
        let whole = self.band.at(rows, columns).and_then(|at| sums.get(at)).copied().unwrap_or(0.0);
        let mut groups = Vec::new();
        let (mut row, mut column) = (rows, columns);
        while row > 0 || column > 0 {
            let step = self.band.at(row, column).and_then(|at| from.get(at).copied().flatten());
            let Some((index, &(a, b, _))) = step.and_then(|i| GROUPS.get(i).map(|g| (i, g))) else { break };
            let (Some(r), Some(c)) = (before(row, a), before(column, b)) else { break };
            let ahead = self.band.at(r, c).and_then(|at| sums.get(at)).copied().unwrap_or(f64::NEG_INFINITY);
            let behind =
                self.band.at(row, column).and_then(|at| back.get(at)).copied().unwrap_or(f64::NEG_INFINITY);
            let certainty = (ahead - self.cost(r, c, index) + behind - whole).exp().clamp(0.0, 1.0);
            groups.push(Group { source: (r, a), target: (c, b), certainty });
            (row, column) = (r, c);
        }
        groups.reverse();
        groups
    }

    /// For each cell the sum over all ways from it to the end.
    fn backward(&self) -> Vec<f64> {
        let (rows, columns) = (self.sources.len(), self.targets.len());
        let mut back = vec![f64::NEG_INFINITY; (rows + 1) * self.band.width];
        for row in (0..=rows).rev() {
            for column in self.band.range(row).rev() {
                let Some(at) = self.band.at(row, column) else { continue };
                let mut sum = if (row, column) == (rows, columns) { 0.0 } else { f64::NEG_INFINITY };
                for (index, &(a, b, _)) in GROUPS.iter().enumerate() {
                    if row + a > rows || column + b > columns {
                        continue;
                    }
                    let Some(place) = self.band.at(row + a, column + b) else { continue };
                    let ways = back.get(place).copied().unwrap_or(f64::NEG_INFINITY);
                    if ways.is_finite() {
                        sum = add(sum, ways - self.cost(row, column, index));
                    }
                }
                if let Some(cell) = back.get_mut(at) {
                    *cell = sum;
                }
            }
        }
        back
    }

    /// What a group costs that begins at a sentence of each side.
    fn cost(&self, source: usize, target: usize, group: usize) -> f64 {
        let Some(&(a, b, prior)) = GROUPS.get(group) else { return f64::INFINITY };
        let sources = self.sources.get(source..source + a).unwrap_or(&[]);
        let targets = self.targets.get(target..target + b).unwrap_or(&[]);
        let length = |side: &[Profile]| side.iter().map(|p| p.length).sum::<f64>();
        let (here, there) = (length(sources) * self.ratio, length(targets));
        let mut cost = prior + self.paragraphs(sources, targets);
        if a == 0 || b == 0 {
            return cost + ((here + there) / 100.0 * ALONE_PER_LENGTH).min(MOST_ALONE);
        }
        let deviation = deviation(here, there) / self.variance;
        cost += (FREEDOM + 1.0) / 2.0 * (deviation / FREEDOM).ln_1p();
        let shared = self.keys.shared((source, a), (target, b));
        cost + shared.missing.min(MOST_UNSHARED) - shared.worth
    }

    /// What the beginnings of paragraphs and headlines cost in a group.
    fn paragraphs(&self, sources: &[Profile], targets: &[Profile]) -> f64 {
        let opens = |side: &[Profile]| side.first().map(|p| p.opens_paragraph);
        let inside = |side: &[Profile]| side.iter().skip(1).filter(|p| p.opens_paragraph).count() as f64;
        let heads = |side: &[Profile]| side.first().map(|p| p.heading);
        let mut cost = self.paragraph * (inside(sources) + inside(targets));
        if let Some((here, there)) = opens(sources).zip(opens(targets)) {
            cost += match (here, there) {
                (true, true) => -0.5 * self.paragraph,
                (false, false) => 0.0,
                _ => self.paragraph,
            };
        }
        if let Some((here, there)) = heads(sources).zip(heads(targets)) {
            cost += if here == there { 0.0 } else { HEADING };
        }
        cost
    }
}

/// The square of a difference of lengths, for each letter.
pub(super) fn deviation(here: f64, there: f64) -> f64 {
    (there - here).powi(2) / ((here + there) / 2.0)
}

fn before(at: usize, count: usize) -> Option<usize> {
    at.checked_sub(count)
}

/// The logarithm of the sum of two numbers given by their logarithms.
fn add(a: f64, b: f64) -> f64 {
    let (high, low) = if a > b { (a, b) } else { (b, a) };
    if low.is_finite() { high + (low - high).exp().ln_1p() } else { high }
}

/// What paragraphs count: much where both sides have as many, little where they were set anew.
fn paragraphs_count(sources: &[Profile], targets: &[Profile]) -> f64 {
    let count = |side: &[Profile]| side.iter().filter(|p| p.opens_paragraph).count();
    let (here, there) = (count(sources), count(targets));
    if here.min(there) < 2 {
        return 0.0;
    }
    let apart = here.abs_diff(there) as f64 / here.max(there) as f64;
    PARAGRAPH * (1.0 - 3.0 * apart).max(0.0)
}
