//! What a sentence must contain for a match to be possible.

use crate::pattern::common;
use crate::pattern::kinds::Kinds;
use crate::pattern::list::{ListId, Lists};
use crate::pattern::token::TokenTest;
use crate::text::vocab::{Sym, Vocabulary};

/// What a sentence must contain, whatever its parse: something of every group. It may hold for sentences without
/// a match; it never fails for one with a match.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Requirement {
    /// All must be met.
    pub groups: Vec<Group>,
    /// Index of the group that is likely the rarest.
    pub anchor: usize,
    /// Names and facts: of each set, something must be there.
    pub kinds: Vec<Kinds>,
}

/// Words and lists, any of which is enough.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// Met by a token whose word, exact form or lemma in any reading is one of these. Ascending.
    pub words: Vec<Sym>,
    /// Met by a token that is the last word of an entry; see [`Lists::word_lists`]. Ascending.
    pub lists: Vec<ListId>,
    /// Met by a token that may be one of these, as far as can be said without the parse.
    pub kinds: Kinds,
}

impl Group {
    pub(super) fn word(word: Sym) -> Self {
        Self { words: vec![word], ..Self::default() }
    }

    pub(super) fn list(list: ListId) -> Self {
        Self { lists: vec![list], ..Self::default() }
    }

    /// Any of several groups.
    pub(super) fn union(groups: impl IntoIterator<Item = Group>) -> Self {
        let mut all = Self::default();
        for group in groups {
            all.words.extend(group.words);
            all.lists.extend(group.lists);
            all.kinds = all.kinds.union(group.kinds);
        }
        all.words.sort_unstable();
        all.words.dedup();
        all.lists.sort_unstable();
        all.lists.dedup();
        all
    }

    /// All words that meet the group: its own, and the last words of its lists' entries.
    pub fn all_words(&self, lists: &Lists) -> Vec<Sym> {
        let of_lists = self.lists.iter().flat_map(|&id| lists.entries(id)).filter_map(|entry| entry.last());
        let mut all: Vec<Sym> = self.words.iter().chain(of_lists).copied().collect();
        all.sort_unstable();
        all.dedup();
        all
    }
}

impl Requirement {
    /// Sorts out doubles and picks the anchor.
    pub(super) fn new(groups: Vec<Group>, costs: &Costs<'_>) -> Self {
        let mut kept: Vec<Group> = Vec::new();
        let mut kinds: Vec<Kinds> = Vec::new();
        for group in groups {
            if !group.kinds.is_empty() {
                // A kind or a word: too seldom to keep count of.
                if group.words.is_empty() && group.lists.is_empty() && !kinds.contains(&group.kinds) {
                    kinds.push(group.kinds);
                }
            } else if !kept.contains(&group) {
                kept.push(group);
            }
        }
        let anchor =
            (0..kept.len()).min_by_key(|&i| kept.get(i).map_or(u32::MAX, |g| costs.of(g))).unwrap_or(0);
        Self { groups: kept, anchor, kinds }
    }

    /// The words of which one must occur: those of the anchor.
    pub fn anchor_words(&self, lists: &Lists) -> Vec<Sym> {
        self.groups.get(self.anchor).map_or_else(Vec::new, |group| group.all_words(lists))
    }
}

/// Estimates how often a group occurs.
pub(super) struct Costs<'a> {
    pub lists: &'a Lists,
    pub vocabulary: &'a Vocabulary,
}

impl Costs<'_> {
    fn of(&self, group: &Group) -> u32 {
        let words = group.words.iter().map(|&w| common::cost(self.vocabulary.text(w)));
        // Kinds are no words to file a pattern under.
        if !group.kinds.is_empty() {
            return u32::MAX;
        }
        let lists =
            group.lists.iter().map(|&id| u32::try_from(self.lists.entries(id).len()).unwrap_or(u32::MAX));
        words.chain(lists).fold(0, u32::saturating_add)
    }

    /// The group that says most, of several that must all be met.
    pub(super) fn cheapest(&self, groups: Vec<Group>) -> Option<Group> {
        groups.into_iter().min_by_key(|g| self.of(g))
    }

    /// What alternatives require: one group, if each of them requires something.
    pub(super) fn alternatives(&self, mut all: Vec<Vec<Group>>) -> Vec<Group> {
        if all.len() == 1 {
            return all.pop().unwrap_or_default();
        }
        let cheapest: Option<Vec<Group>> = all.into_iter().map(|groups| self.cheapest(groups)).collect();
        cheapest.map_or_else(Vec::new, |groups| vec![Group::union(groups)])
    }

    pub(super) fn test(&self, test: &TokenTest) -> Vec<Group> {
        match test {
            TokenTest::Word(word) | TokenTest::Exact(word) | TokenTest::Lemma(word, _) => {
                vec![Group::word(*word)]
            }
            TokenTest::List(list) => vec![Group::list(*list)],
            TokenTest::All(tests) => tests.iter().flat_map(|t| self.test(t)).collect(),
            TokenTest::OneOf(tests) => self.alternatives(tests.iter().map(|t| self.test(t)).collect()),
            TokenTest::What(what) => {
                Kinds::of(*what).map(|kinds| Group { kinds, ..Group::default() }).into_iter().collect()
            }
            TokenTest::Any | TokenTest::Tag(..) | TokenTest::Property(_) | TokenTest::Not(_) => Vec::new(),
        }
    }
}
