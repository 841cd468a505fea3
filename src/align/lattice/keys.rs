//! What groups of sentences share, each thing counted once.

use crate::align::profile::{Key, Profile, Weights};
use rustc_hash::FxHashMap;

/// The largest group on one side.
const LARGEST: usize = 3;

/// What two groups have in common.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Shared {
    /// How much it speaks for them.
    pub(super) worth: f64,
    /// How much speaks against them: what only one side has.
    pub(super) missing: f64,
}

/// The keys of all groups of sentences of both sides.
#[derive(Debug, Default)]
pub(super) struct Keys {
    /// For each key that both texts have: what sharing it is worth, what having it alone costs.
    weights: Vec<(f64, f64)>,
    /// By side, size of the group (less one), first sentence.
    groups: [[Vec<Group>; LARGEST]; 2],
}

/// The keys of some sentences.
#[derive(Clone, Debug, Default)]
struct Group {
    /// Those that both texts have, ascending.
    keys: Vec<u32>,
    /// What it costs that the other side has none of its keys.
    alone: f64,
}

impl Keys {
    pub(super) fn of(sources: &[Profile], targets: &[Profile]) -> Self {
        let weights = Weights::of(sources, targets);
        let mut keys = Self::default();
        let mut numbers: FxHashMap<Key, u32> = FxHashMap::default();
        for (profiles, side) in [sources, targets].into_iter().zip(&mut keys.groups) {
            let single: Vec<Group> = profiles
                .iter()
                .map(|profile| {
                    let mut group = Group::default();
                    for &key in &profile.keys {
                        group.alone += Weights::alone(key);
                        let worth = weights.shared(key);
                        if worth > 0.0 {
                            let next = keys.weights.len() as u32;
                            let number = *numbers.entry(key).or_insert(next);
                            if number == next {
                                keys.weights.push((worth, Weights::alone(key)));
                            }
                            group.keys.push(number);
                        }
                    }
                    group.keys.sort_unstable();
                    group
                })
                .collect();
            let mut before = single.clone();
            let [ones, more @ ..] = side;
            for (size, groups) in more.iter_mut().enumerate() {
                let last = single.iter().skip(size + 1);
                *groups =
                    before.iter().zip(last).map(|(group, next)| group.with(next, &keys.weights)).collect();
                before.clone_from(groups);
            }
            *ones = single;
        }
        keys
    }

    /// What two groups, each given by its first sentence and its size, share.
    pub(super) fn shared(&self, source: (usize, usize), target: (usize, usize)) -> Shared {
        let [sources, targets] = &self.groups;
        let (Some(here), Some(there)) = (find(sources, source), find(targets, target)) else {
            return Shared::default();
        };
        let (mut worth, mut met) = (0.0, 0.0);
        let mut others = there.keys.iter().peekable();
        for key in &here.keys {
            while others.next_if(|other| *other < key).is_some() {}
            if others.next_if_eq(&key).is_some() {
                let (shared, alone) = self.weights.get(*key as usize).copied().unwrap_or_default();
                worth += shared;
                met += alone;
            }
        }
        Shared { worth, missing: (here.alone + there.alone - 2.0 * met).max(0.0) }
    }
}

fn find(side: &[Vec<Group>; LARGEST], (first, size): (usize, usize)) -> Option<&Group> {
    side.get(size.checked_sub(1)?)?.get(first)
}

impl Group {
    /// This group and one more sentence.
    fn with(&self, next: &Self, weights: &[(f64, f64)]) -> Self {
        let mut group = Self { keys: self.keys.clone(), alone: self.alone + next.alone };
        for key in &next.keys {
            match group.keys.binary_search(key) {
                Ok(_) => group.alone -= weights.get(*key as usize).map_or(0.0, |(_, alone)| *alone),
                Err(at) => group.keys.insert(at, *key),
            }
        }
        group
    }
}
