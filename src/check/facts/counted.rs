//! Which sentences may count the same things as another: a look at their words, so that only those are parsed.

use super::count::{SUFFERERS, WORKS};
use super::shared::is;
use crate::check::CheckContext;
use crate::english::Sentence;
use crate::fact::Value;
use crate::fact::language::{Class, Language};
use crate::fact::scan::Found;
use rustc_hash::{FxHashMap, FxHashSet};

/// How many tokens behind a number its noun may stand.
const REACH: usize = 9;

/// Words that are no nouns but often stand behind numbers.
const SMALL: &[&str] = &[
    "the", "and", "for", "from", "with", "who", "was", "were", "has", "had", "have", "that", "which", "its",
    "their", "his", "her", "are", "been", "than", "not", "but", "after", "before", "since", "said", "will",
    "per", "cent", "over", "into", "this", "they",
];

/// What a number may count, by the words around it.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Key<'s> {
    /// People whom something befell.
    Fate,
    /// Things that cost money or take time.
    Work,
    /// The first letters of a word behind the number.
    Stem(&'s str),
}

/// By sentence of the document: whether it holds a number that may count what another number counts.
pub fn shared(context: &CheckContext<'_>) -> Vec<bool> {
    let mut times: FxHashMap<Key<'_>, u32> = FxHashMap::default();
    let mut keys: Vec<(usize, FxHashSet<Key<'_>>)> = Vec::new();
    for (index, sentence) in context.sentences() {
        let mut own = FxHashSet::default();
        for found in context.ledger().found(index) {
            let of_this = keys_of(sentence, found);
            for key in &of_this {
                *times.entry(*key).or_default() += 1;
            }
            own.extend(of_this);
        }
        if !own.is_empty() {
            keys.push((index, own));
        }
    }
    let mut kept = vec![false; context.document.sentences.len()];
    for (index, own) in keys {
        let twice = own.iter().any(|key| times.get(key).is_some_and(|times| *times >= 2));
        if let Some(kept) = kept.get_mut(index) {
            *kept = twice;
        }
    }
    kept
}

/// What a value may count.
fn keys_of<'s>(sentence: &'s Sentence, found: &Found) -> FxHashSet<Key<'s>> {
    let mut keys = FxHashSet::default();
    let all = 0..sentence.tokens.len();
    match &found.value {
        Value::Number(_) | Value::Date(_) => {
            let first = sentence.tokens.partition_point(|token| token.span.start < found.span.end);
            let near = first..all.end.min(first + REACH);
            keys.extend(near.flat_map(|at| stems(sentence, at)).map(Key::Stem));
            if all.clone().any(|at| befalls(sentence, at)) {
                keys.insert(Key::Fate);
            }
        }
        Value::Money(_) | Value::Duration(_) => {
            let work = |at| is(sentence, at, WORKS) || is_plural_of(sentence, at, WORKS);
            if all.clone().any(work) {
                keys.insert(Key::Work);
            }
        }
        _ => {}
    }
    keys
}

/// The first letters of a word that may be a noun, as many as its singular and plural share: `car`, `cars`; `city`,
/// `cities`.
fn stems(sentence: &Sentence, at: usize) -> impl Iterator<Item = &str> {
    let word = sentence.token_text(at);
    let noun = word.bytes().all(|byte| byte.is_ascii_alphabetic()) && !is(sentence, at, SMALL);
    let short = word.get(..3).filter(|_| noun && word.len() <= 5);
    let long = word.get(..4).filter(|_| noun);
    short.into_iter().chain(long)
}

/// Whether a word says what befell people, or names those whom it befell.
fn befalls(sentence: &Sentence, at: usize) -> bool {
    let word = sentence.token_text(at).to_lowercase();
    let fate = Language::english().forms(&word).iter().any(|form| form.class == Class::Fate);
    let names = |one: &str| {
        let rest = word.strip_prefix(one.trim_end_matches('y'));
        rest.is_some_and(|rest| matches!(rest, "" | "y" | "s" | "es" | "ies"))
    };
    fate || SUFFERERS.iter().any(|one| names(one))
}

fn is_plural_of(sentence: &Sentence, at: usize, words: &[&str]) -> bool {
    let word = sentence.token_text(at).to_lowercase();
    let bare = word.strip_suffix("es").into_iter().chain(word.strip_suffix('s'));
    bare.into_iter().any(|bare| words.contains(&bare))
}
