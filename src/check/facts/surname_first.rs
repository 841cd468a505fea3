//! A person called by the bare family name before the article says who that is.
//!
//! Silent for names much in the news, for names that are also something else, in headings and quotations, and where two
//! persons of the article share the family name.

use super::office::is_shared;
use super::shared::{is_capital, is_courtesy};
use crate::article::BlockKind;
use crate::check::{CheckContext, CheckMatch, Entry};
use crate::english::lexicon::{self, names};
use crate::english::{Range, Sentence, Upos};
use crate::fact::{Mention, Name, Value};
use crate::finding::Basis;
use crate::text::{Case, TokenKind};
use rustc_hash::FxHashMap;

pub(in crate::check) const FIRST: Entry = Entry {
    name: "facts-surname-first",
    run: first,
    basis: Basis::Document,
    arguments: &[],
    names: &["name", "full"],
};

/// Sentence and token.
type Place = (usize, usize);

fn first(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    let bare = bare_names(context);
    if bare.is_empty() {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut full: FxHashMap<&str, Vec<(&Mention, &Sentence, &Name)>> = FxHashMap::default();
    let holds =
        |s: &Sentence| (0..s.tokens.len()).any(|at| bare.iter().any(|(word, _)| *word == s.token_text(at)));
    let ledger = context.ledger();
    let read = context.sentences().filter(|(_, s)| holds(s));
    for (mention, sentence) in read.flat_map(|(at, s)| ledger.in_sentence(at).iter().map(move |m| (m, s))) {
        if let Value::Person(name) = &mention.value
            && !name.given.is_empty()
            && bare.iter().any(|(word, _)| *word == name.family)
        {
            full.entry(&name.family).or_default().push((mention, sentence, name));
        }
    }
    for (word, place) in bare {
        let Some((mention, sentence, name)) = full.get(word).and_then(|all| all.first()) else { continue };
        let one_person = full.get(word).is_some_and(|all| all.iter().all(|(_, _, n)| n.given == name.given));
        let later = mention.sentence > place.0;
        let one_person = one_person && !is_shared(context, word);
        if one_person && later && is_introduced(sentence, mention, name) && is_name(context, word, place) {
            found.push(
                CheckMatch::new(place.0, Range::one(place.1))
                    .string("name", word)
                    .string("full", &*name.full),
            );
        }
    }
    found
}

/// Words that stand alone with a capital where the article has them first, and later right behind another capital.
fn bare_names<'a>(context: &CheckContext<'a>) -> Vec<(&'a str, Place)> {
    let mut seen: FxHashMap<&str, (Place, bool)> = FxHashMap::default();
    let mut bare = Vec::new();
    for (index, sentence) in context.sentences() {
        for (at, token) in sentence.tokens.iter().enumerate() {
            if token.kind != TokenKind::Word || !matches!(token.case, Case::Title | Case::Mixed) {
                continue;
            }
            let text = sentence.token_text(at);
            let after_capital = at.checked_sub(1).is_some_and(|b| is_capital(sentence, b));
            match seen.get_mut(text) {
                None => {
                    let alone = !after_capital && !is_capital(sentence, at + 1);
                    let clean = alone && !token.quoted && sentence.block_kind == BlockKind::Paragraph;
                    seen.insert(text, ((index, at), clean));
                }
                Some((place, clean)) if *clean && after_capital => {
                    *clean = false;
                    bare.push((text, *place));
                }
                Some(_) => {}
            }
        }
    }
    bare.retain(|(word, _)| may_be_family(word));
    bare
}

/// Neither listed nor an ordinary word.
fn may_be_family(word: &str) -> bool {
    let lower = word.to_lowercase();
    let ordinary = lexicon::flags(&lower) & lexicon::KNOWN != 0 || lexicon::is_known_in_lower_case(&lower);
    word.chars().count() > 3 && !ordinary && names::flags(word) & !names::AMBIGUOUS == 0
}

/// Whether the full name comes with what its bearer is: `the baker Anna Lind`, `Anna Lind, a baker`.
fn is_introduced(sentence: &Sentence, mention: &Mention, name: &Name) -> bool {
    let behind = usize::from(mention.tokens.end);
    let before = usize::from(mention.tokens.start).checked_sub(1);
    let apposition = sentence.token_text(behind) == ","
        && matches!(sentence.token_text(behind + 1), "a" | "an" | "the" | "who");
    let noun = before.is_some_and(|b| {
        sentence.tokens.get(b).is_some_and(|t| t.case == Case::Lower)
            && sentence.parsed().tags.get(b).is_some_and(|t| t.upos == Upos::Noun)
    });
    name.titles.iter().any(|title| !is_courtesy(title)) || apposition || noun
}

/// Whether the bare word is read as a name there, with no noun before it that says who it is.
fn is_name(context: &CheckContext<'_>, word: &str, (index, at): Place) -> bool {
    let Some(sentence) = context.document.sentences.get(index) else { return false };
    let single = context.ledger().in_sentence(index).iter().any(|m| {
        usize::from(m.tokens.start) == at
            && matches!(&m.value, Value::Person(n) | Value::Name(n) if n.full == word)
    });
    let described = at.checked_sub(1).is_some_and(|b| {
        sentence.parsed().tags.get(b).is_some_and(|t| matches!(t.upos, Upos::Noun | Upos::Propn | Upos::Adj))
            || matches!(sentence.token_text(b), "the" | "a" | "an" | "-" | "/" | "(")
    });
    let joined = matches!(sentence.token_text(at + 1), "-" | "/" | "," | "(" | "and" | "&");
    single && !described && !joined
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::facts::shared::testing::table;

    #[test]
    fn family_names_before_the_introduction() {
        table(
            &FIRST,
            &[
                "Lindqvarn said the fire was small. On Tuesday the baker Anna Lindqvarn left.",
                "The smoke was seen by Lindqvarn. It rose for hours. Anna Lindqvarn, a baker, called the police.",
            ],
            &[
                "The baker Anna Lindqvarn left. Lindqvarn said the fire was small.",
                "Mr Lindqvarn said the fire was small. On Tuesday the baker Anna Lindqvarn left.",
                "Putin said the fire was small. On Tuesday President Vladimir Putin left.",
                "Lindqvarn said the fire was small. The baker Anna Lindqvarn left. The nurse Ole Lindqvarn stayed.",
                "Lindqvarn said the fire was small. Nobody met Anna Lindqvarn.",
            ],
        );
    }
}
