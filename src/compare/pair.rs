//! Which facts of two aligned stretches of text belong together.

use super::atom::{Atom, Measure, atoms};
use super::same::{Agreement, Said, agree, rivalry};
use crate::fact::{Hedge, Ratio, Value};

/// An atom of one side.
#[derive(Clone, Debug)]
pub struct Part {
    /// Index of its fact among those of the side.
    pub fact: usize,
    /// What it says.
    pub said: Said,
    /// The digits in its words; nothing where it is written in words alone.
    pub digits: Option<String>,
    /// Whether it is only an order of magnitude.
    pub vague: bool,
}

impl Part {
    /// The parts of a fact that is written as `text`.
    pub fn of(fact: usize, value: &Value, hedge: Hedge, text: &str) -> Vec<Self> {
        let digits: String = text
            .chars()
            .filter_map(crate::fact::cell::digit)
            .filter_map(|value| char::from_digit(value, 10))
            .collect();
        let digits = Some(digits).filter(|digits| !digits.is_empty());
        let hedged = !matches!(hedge, Hedge::None | Hedge::Exactly);
        let vague = hedge == Hedge::Vague;
        let part = |atom| Self { fact, said: Said { atom, hedged }, digits: digits.clone(), vague };
        atoms(value).into_iter().map(part).collect()
    }

    /// Whether a translator may drop it or put it in: `one`, `two`, `half`, `the first`.
    pub fn is_slight(&self) -> bool {
        if self.vague {
            return true;
        }
        let small = |n: Ratio| n <= Ratio::whole(2);
        match self.said.atom {
            Atom::Amount(n, of) => {
                self.digits.is_none() && (small(n.amount) || n.amount.as_whole().is_none())
                    || n.amount == Ratio::ONE && !matches!(of, Measure::Score | Measure::Unit(_))
            }
            Atom::Ordinal(n) => self.digits.is_none() && n <= 2,
            _ => false,
        }
    }

    /// Whether it is one, a half or only an order of magnitude in words: too little to compare.
    fn is_nothing(&self) -> bool {
        match self.said.atom {
            _ if self.vague => true,
            Atom::Amount(n, _) => self.digits.is_none() && n.amount <= Ratio::ONE,
            Atom::Ordinal(n) => self.digits.is_none() && n <= 1,
            _ => false,
        }
    }
}

/// What became of a part.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Fate {
    /// Nothing on the other side answers it.
    #[default]
    Alone,
    /// The part of this index on the other side says the same.
    Mate(usize, Agreement),
    /// The part of this index on the other side stands where it should stand and says something else.
    Rival(usize),
    /// It is said somewhere else.
    Elsewhere,
}

/// The fates of the parts of both sides.
#[derive(Debug, Default)]
pub struct Fates {
    /// Of the source.
    pub source: Vec<Fate>,
    /// Of the translation.
    pub target: Vec<Fate>,
}

/// Pairs the parts of two stretches that say the same, the best agreement first.
pub fn mates(source: &[Part], target: &[Part]) -> Fates {
    let mut fates =
        Fates { source: vec![Fate::Alone; source.len()], target: vec![Fate::Alone; target.len()] };
    let mut all: Vec<(Agreement, usize, usize)> = Vec::new();
    for (at, s) in source.iter().enumerate() {
        let answers = target.iter().enumerate().filter_map(|(to, t)| Some((agree(s.said, t.said)?, at, to)));
        all.extend(answers);
    }
    // Of equal ones those that stand in the same order.
    all.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| (a.1.abs_diff(a.2), a.1).cmp(&(b.1.abs_diff(b.2), b.1))));
    for &(agreement, at, to) in &all {
        if let (Some(s), Some(t)) = (fates.source.get_mut(at), fates.target.get_mut(to))
            && *s == Fate::Alone
            && *t == Fate::Alone
        {
            *s = Fate::Mate(to, agreement);
            *t = Fate::Mate(at, agreement);
        }
    }
    // What is said twice on one side only.
    for &(agreement, at, to) in all.iter().filter(|(agreement, ..)| *agreement > Agreement::OtherUnit) {
        if let Some(s) = fates.source.get_mut(at).filter(|s| **s == Fate::Alone) {
            *s = Fate::Mate(to, agreement);
        }
        if let Some(t) = fates.target.get_mut(to).filter(|t| **t == Fate::Alone) {
            *t = Fate::Mate(at, agreement);
        }
    }
    fates
}

/// Numbers that changed places: what the source says of the one the translation says of the other. `On 14 May 23 people`
/// for *On 23 May 14 people*.
pub fn swaps(source: &[Part], target: &[Part], fates: &mut Fates) {
    let crossed: Vec<(usize, usize)> = fates
        .source
        .iter()
        .enumerate()
        .filter_map(|(at, fate)| match fate {
            Fate::Mate(to, Agreement::Number)
                if fates.target.get(*to) == Some(&Fate::Mate(at, Agreement::Number)) =>
            {
                Some((at, *to))
            }
            _ => None,
        })
        .collect();
    let alike = |at: usize, to: usize| {
        let pair = source.get(at).zip(target.get(to));
        pair.is_some_and(|(s, t)| {
            s.digits.is_some() && t.digits.is_some() && rivalry(s.said.atom, t.said.atom) == Some(3)
        })
    };
    for (n, &(a, to_a)) in crossed.iter().enumerate() {
        for &(b, to_b) in crossed.get(n + 1..).unwrap_or(&[]) {
            if alike(a, to_b) && alike(b, to_a) && !alike(a, to_a) && !alike(b, to_b) {
                for (at, to) in [(a, to_b), (b, to_a)] {
                    if let (Some(s), Some(t)) = (fates.source.get_mut(at), fates.target.get_mut(to)) {
                        (*s, *t) = (Fate::Rival(to), Fate::Rival(at));
                    }
                }
            }
        }
    }
}

/// Pairs parts that nothing answers and that could be one another, the likeliest first.
pub fn rivals(source: &[Part], target: &[Part], fates: &mut Fates) {
    let mut all: Vec<(u8, usize, usize)> = Vec::new();
    for (at, s) in source.iter().enumerate() {
        if fates.source.get(at) != Some(&Fate::Alone) || s.is_nothing() {
            continue;
        }
        for (to, t) in target.iter().enumerate() {
            if fates.target.get(to) != Some(&Fate::Alone) || t.is_nothing() {
                continue;
            }
            let slight = s.is_slight() || t.is_slight();
            let least = if slight { 3 } else { 1 };
            if let Some(likely) = rivalry(s.said.atom, t.said.atom).filter(|likely| *likely >= least) {
                // Of several, the one whose neighbours are mates of its neighbours.
                all.push((likely, at, to));
            }
        }
    }
    all.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| (a.1.abs_diff(a.2), a.1).cmp(&(b.1.abs_diff(b.2), b.1))));
    for (_, at, to) in all {
        if let (Some(s), Some(t)) = (fates.source.get_mut(at), fates.target.get_mut(to))
            && *s == Fate::Alone
            && *t == Fate::Alone
        {
            (*s, *t) = (Fate::Rival(to), Fate::Rival(at));
        }
    }
}
