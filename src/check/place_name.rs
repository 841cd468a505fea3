//! Place names that machine translation has garbled (`Krematorsk`, `Bachmut`, *Cursor region*): an unknown name that
//! stands where a place does, is like one place of the gazetteer, and has right names of its surroundings in the article.

use super::{CheckContext, CheckMatch, Entry};
use crate::english::gazetteer::{self, Place};
use crate::english::lexicon::{self, names};
use crate::english::{Entity, Range, Sentence};
use crate::finding::Basis;
use crate::text::{Case, TokenKind};
use std::collections::BTreeMap;

pub(super) const ENTRY: Entry = Entry {
    name: "place-name",
    run,
    basis: Basis::Document,
    arguments: &["forms"],
    names: &["name", "neighbour"],
};

/// As many right names of the surroundings a place needs where only a preposition says that it is one.
const NEIGHBOURS: usize = 2;

/// `with.forms`: `"Cursor=Kursk"`: what a name of the gazetteer is known to become; it may be an English word.
fn run(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    let forms: BTreeMap<&str, &str> =
        context.with.texts("forms").into_iter().filter_map(|form| form.split_once('=')).collect();
    let mut around: Option<BTreeMap<&str, Place>> = None;
    let mut found = Vec::new();
    for (index, sentence) in context.sentences() {
        for at in 0..sentence.tokens.len() {
            let word = sentence.token_text(at);
            if !is_name_like(sentence, at) {
                continue;
            }
            let form = forms.get(word).copied();
            if form.is_none() && !is_unknown(word) {
                continue;
            }
            let Some(slot) = Slot::of(sentence, at) else { continue };
            let english = form.is_some() && lexicon::is_known(word);
            if (english && slot != Slot::Named) || is_person(sentence, at) {
                continue;
            }
            let around = around.get_or_insert_with(|| right_names(context));
            let candidate = match form {
                Some(name) => gazetteer::place(name).map(|place| (name.to_owned(), place)),
                None => gazetteer::nearest(word, |place| {
                    !is_syllabic(place) && around.values().any(|other| place.is_neighbour(other))
                }),
            };
            let Some((name, place)) = candidate else { continue };
            let needed = if slot == Slot::Preposition && form.is_none() { NEIGHBOURS } else { 1 };
            let neighbours: Vec<&str> = around
                .iter()
                .filter(|(other, its)| **other != name && place.is_neighbour(its))
                .map(|(other, _)| *other)
                .collect();
            let Some(neighbour) = neighbours.first() else { continue };
            // The right name beside the wrong one says as much as a neighbour.
            if neighbours.len() + usize::from(around.contains_key(name.as_str())) < needed {
                continue;
            }
            let one = Range::one(at);
            found.push(
                CheckMatch::new(index, one)
                    .string("neighbour", *neighbour)
                    .string("name", name.clone())
                    .suggest(one, name),
            );
        }
    }
    found
}

/// Whether names of the country are made of few syllables, so that each is like many others.
fn is_syllabic(place: &Place) -> bool {
    const COUNTRIES: [&[u8; 2]; 20] = [
        b"CN", b"TW", b"HK", b"MO", b"JP", b"KR", b"KP", b"VN", b"TH", b"LA", b"KH", b"MM", b"IN", b"LK",
        b"NP", b"BD", b"ID", b"MY", b"PH", b"BT",
    ];
    COUNTRIES.contains(&&place.country)
}

/// Whether it is one word with a capital, not glued to another, long enough to be recognised.
fn is_name_like(sentence: &Sentence, at: usize) -> bool {
    let Some(token) = sentence.tokens.get(at) else { return false };
    at > 0
        && token.kind == TokenKind::Word
        && token.case == Case::Title
        && token.span.len() > 3
        && !token.quoted
        && token.space_before
}

/// Whether neither the lexicon nor the names nor the gazetteer know the word.
fn is_unknown(word: &str) -> bool {
    let stem = word.trim_end_matches(['\'', '’']);
    stem.chars().count() > 4
        && names::flags(stem) == 0
        && gazetteer::place(stem).is_none()
        && !lexicon::is_known(stem)
        && stem.strip_suffix('s').is_none_or(|s| names::flags(s) == 0)
        && !["sky", "ski", "skyi", "skiy", "skoye", "skaya", "ska", "ov", "enko", "vich"]
            .iter()
            .any(|end| stem.ends_with(end))
}

fn is_person(sentence: &Sentence, at: usize) -> bool {
    sentence.parsed().entities.get(at).copied().flatten() == Some(Entity::Person)
}

/// What says that a name is a place's.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Slot {
    /// *the X region*, *the city of X*.
    Named,
    /// *Kyiv, X and Sumy*.
    List,
    /// *in X*.
    Preposition,
}

impl Slot {
    /// Of a token that is a whole name.
    fn of(sentence: &Sentence, at: usize) -> Option<Self> {
        let text = |i: Option<usize>| i.map_or("", |i| sentence.token_text(i));
        let (before, after) = (text(at.checked_sub(1)), sentence.token_text(at + 1));
        if is_division(after) {
            return Some(Self::Named);
        }
        let capital = |i: usize| sentence.tokens.get(i).is_some_and(|t| t.case.has_capital());
        if capital(at + 1)
            || capital(at - 1) && sentence.token_text(at - 1) != "In"
            || matches!(after, "-" | "/" | "&" | "." if glued(sentence, at + 1))
        {
            return None;
        }
        if before == "of" && (is_division(text(at.checked_sub(2))) || is_outskirts(text(at.checked_sub(2)))) {
            return Some(Self::Named);
        }
        let place = |i: Option<usize>| {
            let word = text(i);
            names::flags(word) & (names::CITY | names::COUNTRY | names::PLACE) != 0
                && names::flags(word) & (names::AMBIGUOUS | names::FIRST_NAME | names::SURNAME) == 0
        };
        let conjunction = |word: &str| matches!(word, "and" | "or");
        let two_before = place(at.checked_sub(2));
        let listed = two_before && (conjunction(before) || before == "," && conjunction(after))
            || conjunction(after) && place(Some(at + 2));
        if listed {
            return Some(Self::List);
        }
        let preposition = matches!(
            &*before.to_lowercase(),
            "in" | "near" | "towards" | "toward" | "outside" | "around" | "into" | "inside" | "above" | "via"
        );
        preposition.then_some(Self::Preposition)
    }
}

/// Whether no space parts the token from the one after it.
fn glued(sentence: &Sentence, at: usize) -> bool {
    sentence.tokens.get(at + 1).is_some_and(|t| !t.space_before)
}

fn is_division(word: &str) -> bool {
    matches!(
        word.to_lowercase().as_str(),
        "region"
            | "oblast"
            | "province"
            | "governorate"
            | "district"
            | "city"
            | "town"
            | "village"
            | "direction"
            | "sector"
            | "front"
            | "axis"
            | "raion"
            | "countryside"
    )
}

fn is_outskirts(word: &str) -> bool {
    matches!(
        word,
        "outskirts"
            | "suburbs"
            | "suburb"
            | "port"
            | "north"
            | "south"
            | "east"
            | "west"
            | "residents"
            | "mayor"
            | "airport"
            | "capital"
            | "settlement"
    )
}

/// The places of the article that are spelt right and can be nothing else, by name.
fn right_names<'a>(context: &CheckContext<'a>) -> BTreeMap<&'a str, Place> {
    let mut found = BTreeMap::new();
    for sentence in &context.document.sentences {
        for at in 0..sentence.tokens.len() {
            if !sentence.tokens.get(at).is_some_and(|t| t.case.has_capital()) {
                continue;
            }
            for length in 1..=3 {
                let name = sentence.range_text(Range::new(at, at + length));
                let flags = names::flags(name);
                let other = names::AMBIGUOUS
                    | names::FIRST_NAME
                    | names::SURNAME
                    | names::COUNTRY
                    | names::NATIONALITY;
                if flags & other != 0 || (length == 1 && flags == 0 && lexicon::is_known(name)) {
                    continue;
                }
                if let Some(place) = gazetteer::place(name) {
                    found.insert(name, place);
                }
            }
        }
    }
    found
}
