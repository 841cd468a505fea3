//! Given name and family name of one person in both orders: `Xi Jinping`, `Jinping Xi`; or the family name first although
//! the other word is a given name: `Holm Astrid`, where the article goes on with *Holm*.

use super::shared::is_capital;
use crate::check::{CheckContext, CheckMatch, Entry};
use crate::english::lexicon::{self, names};
use crate::english::{Entity, Range, Sentence};
use crate::finding::Basis;
use crate::text::{Case, TokenKind};
use rustc_hash::{FxHashMap, FxHashSet};

pub(in crate::check) const ORDER: Entry = Entry {
    name: "facts-name-order",
    run: order,
    basis: Basis::Document,
    arguments: &["female_names", "male_names"],
    names: &["name", "other"],
};

/// Where two capitalised words stand side by side: sentence, first token.
type Place = (usize, usize);

fn order(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    let mut index: FxHashMap<(&str, &str), usize> = FxHashMap::default();
    let mut pairs: Vec<((&str, &str), Vec<Place>)> = Vec::new();
    for (at, sentence) in context.sentences() {
        for token in 0..sentence.tokens.len() {
            let Some(pair) = pair_at(sentence, token) else { continue };
            let slot = *index.entry(pair).or_insert(pairs.len());
            match pairs.get_mut(slot) {
                Some((_, places)) => places.push((at, token)),
                None => pairs.push((pair, vec![(at, token)])),
            }
        }
    }
    let mut found = Vec::new();
    for (slot, (pair, places)) in pairs.iter().enumerate() {
        let reversed = index.get(&(pair.1, pair.0)).copied().filter(|other| *other > slot);
        let Some((_, others)) = reversed.and_then(|other| pairs.get(other)) else { continue };
        // `Khalifa Al Khalifa`: one name that repeats a word.
        let overlap = places.iter().any(|p| others.iter().any(|o| p.0 == o.0 && p.1.abs_diff(o.1) <= 2));
        if overlap || !is_person(context, places) && !is_person(context, others) {
            continue;
        }
        // The rarer order is reported; of two equally frequent ones the later.
        let (wrong, right, sure) = if places.len() < others.len() {
            (places, others, true)
        } else {
            (others, places, places.len() > others.len())
        };
        found.extend(report(context, wrong, right, sure));
    }
    let turned: Vec<_> = pairs
        .iter()
        .filter(|(pair, places)| {
            !index.contains_key(&(pair.1, pair.0)) && ends_in_given_name(context, *pair, places)
        })
        .collect();
    if !turned.is_empty() {
        let inside: FxHashSet<Place> =
            turned.iter().flat_map(|(_, places)| places).map(|(index, at)| (*index, at + 1)).collect();
        let alone = alone(context, &inside);
        let evident = turned.into_iter().filter(|((first, second), _)| {
            let enough = if is_family_name(first) && !is_town(first) { Use::Alone } else { Use::Speaks };
            alone.get(first).is_some_and(|used| *used >= enough) && !alone.contains_key(second)
        });
        found.extend(evident.filter_map(|(pair, places)| turned_report(context, *pair, places)));
    }
    found
}

/// Whether the second word is a given name and the first is not listed with it.
fn ends_in_given_name(context: &CheckContext<'_>, (first, second): (&str, &str), places: &[Place]) -> bool {
    let Some(&(index, at)) = places.first() else { return false };
    let listed = |at: usize| {
        ["female_names", "male_names"].iter().any(|name| {
            let sentence = context.document.sentences.get(index);
            let list = context.with.list(name);
            list.zip(sentence).is_some_and(|(list, s)| context.lists.ends_at(list, s, at).is_some())
        })
    };
    let given = || {
        names::flags(second) & names::FIRST_NAME != 0
            && names::flags(second) & names::SURNAME == 0
            && lexicon::flags(&second.to_lowercase()) & lexicon::KNOWN == 0
            && is_family_name(first)
    };
    first.chars().count() > 2 && !listed(at) && (listed(at + 1) || given())
}

/// Neither a first name nor a word of the language.
fn is_family_name(word: &str) -> bool {
    names::flags(word) & !(names::SURNAME | names::AMBIGUOUS | names::CITY | names::PLACE) == 0
        && lexicon::flags(&word.to_lowercase()) & lexicon::KNOWN == 0
}

/// How a word stands without another name beside it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Use {
    Alone,
    /// With what is said of persons behind it.
    Speaks,
}

/// The capitalised words that somewhere stand without another name beside them; a title may. `inside` are the second words of
/// the names in question.
fn alone<'a>(context: &CheckContext<'a>, inside: &FxHashSet<Place>) -> FxHashMap<&'a str, Use> {
    let mut alone: FxHashMap<&str, Use> = FxHashMap::default();
    for (index, sentence) in context.sentences() {
        for (at, token) in sentence.tokens.iter().enumerate() {
            if inside.contains(&(index, at)) {
                continue;
            }
            let named = at
                .checked_sub(1)
                .is_some_and(|before| is_capital(sentence, before) && !is_title(sentence, before));
            if token.case != Case::Title || named || is_capital(sentence, at + 1) {
                continue;
            }
            let speaks = is_somebody(sentence, at + 1);
            let used = if speaks { Use::Speaks } else { Use::Alone };
            let slot = alone.entry(sentence.token_text(at)).or_insert(used);
            *slot = (*slot).max(used);
        }
    }
    alone
}

/// Whether what stands behind a name is said of persons: a verb of speaking and the like, an age, *who*.
fn is_somebody(sentence: &Sentence, behind: usize) -> bool {
    let aged = || {
        sentence.tokens.get(behind + 1).is_some_and(|t| t.kind == TokenKind::Number)
            && sentence.token_text(behind + 2) == ","
    };
    match sentence.token_text(behind) {
        "said" | "says" | "told" | "added" | "repeated" | "wrote" | "asked" | "warned" | "thanked"
        | "voted" | "served" | "examined" | "taught" => true,
        "," => aged() || sentence.token_text(behind + 1) == "who",
        _ => false,
    }
}

/// A word of the language that is no first name: `Judge`, `Mayor`.
fn is_title(sentence: &Sentence, at: usize) -> bool {
    let text = sentence.token_text(at);
    lexicon::flags(&text.to_lowercase()) & lexicon::KNOWN != 0 && names::flags(text) & names::FIRST_NAME == 0
}

/// The report on a family name before its given name, where nothing else belongs to the name.
fn turned_report(context: &CheckContext<'_>, pair: (&str, &str), places: &[Place]) -> Option<CheckMatch> {
    let (index, at) = *places.first()?;
    let sentence = context.document.sentences.get(index)?;
    let longer = is_capital(sentence, at + 2)
        || at
            .checked_sub(1)
            .is_some_and(|before| is_capital(sentence, before) && !is_title(sentence, before));
    if longer {
        return None;
    }
    let tokens = Range::new(at, at + 2);
    let other = format!("{} {}", pair.1, pair.0);
    Some(CheckMatch::new(index, tokens).string("name", sentence.range_text(tokens)).string("other", other))
}

/// Two different capitalised words side by side that may be the names of a person.
fn pair_at(sentence: &Sentence, at: usize) -> Option<(&str, &str)> {
    let next = sentence.tokens.get(at + 1)?;
    let pair = (sentence.token_text(at), sentence.token_text(at + 1));
    // Many family names are towns, too: `Salem Nadia`.
    let first = is_name(sentence, at)
        || names::flags(pair.1) & names::FIRST_NAME != 0 && is_town(pair.0) && pair.0.chars().count() > 1;
    let names = next.space_before && first && is_name(sentence, at + 1);
    (names && pair.0 != pair.1).then_some(pair)
}

/// Whether a word is listed as a town or place and as nothing greater.
fn is_town(word: &str) -> bool {
    let flags = names::flags(word);
    flags & (names::CITY | names::PLACE) != 0
        && flags & (names::COUNTRY | names::NATIONALITY | names::ORG) == 0
}

fn is_name(sentence: &Sentence, at: usize) -> bool {
    let text = sentence.token_text(at);
    let lower = text.to_lowercase();
    let thing =
        names::COUNTRY | names::CITY | names::PLACE | names::NATIONALITY | names::ORG | names::WEEKDAY;
    sentence
        .tokens
        .get(at)
        .is_some_and(|t| t.kind == TokenKind::Word && matches!(t.case, Case::Title | Case::Mixed))
        && text.chars().count() > 1
        && !matches!(
            text,
            "Al" | "El" | "Di" | "De" | "Da" | "La" | "Le" | "Bin" | "Ben" | "Van" | "Von" | "Del"
        )
        && !text.ends_with('.')
        && !lexicon::is_function_word(&lower)
        && (names::flags(text) & names::FIRST_NAME != 0 || names::flags(text) & thing == 0)
}

/// Whether both words are read as a person somewhere, or as a name of unknown kind.
fn is_person(context: &CheckContext<'_>, places: &[Place]) -> bool {
    places.iter().take(4).any(|(index, at)| {
        let Some(sentence) = context.document.sentences.get(*index) else { return false };
        let entities = &sentence.parsed().entities;
        let both = |kind: Entity| [*at, at + 1].iter().all(|t| entities.get(*t) == Some(&Some(kind)));
        let ordinary = [*at, at + 1]
            .iter()
            .all(|t| lexicon::flags(&sentence.token_text(*t).to_lowercase()) & lexicon::KNOWN != 0);
        both(Entity::Person) || both(Entity::Name) && !ordinary
    })
}

fn report(context: &CheckContext<'_>, wrong: &[Place], right: &[Place], sure: bool) -> Option<CheckMatch> {
    let text = |(index, at): Place| {
        Some(context.document.sentences.get(index)?.range_text(Range::new(at, at + 2)).to_owned())
    };
    let (index, at) = *wrong.first()?;
    let other = text(*right.first()?)?;
    let tokens = Range::new(at, at + 2);
    let report = CheckMatch::new(index, tokens).string("name", text((index, at))?).string("other", &*other);
    Some(if sure { report.suggest(tokens, other) } else { report })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::facts::shared::testing::table;

    #[test]
    fn both_orders_of_one_name() {
        table(
            &ORDER,
            &[
                "President Xi Jinping arrived on Monday. A day later Jinping Xi met the farmers.",
                "The report was written by Olena Kovalenko. Then Kovalenko Olena left for Oslo.",
                "Mayor Ortiz Carmen left on Monday. Later Ortiz came back.",
            ],
            &[
                "President Xi Jinping arrived on Monday. Xi Jinping met the farmers.",
                "The talks between China and Russia failed. Russia and China met again.",
                "Mayor Carmen Ortiz left on Monday. Later Ortiz came back.",
                "North Korea fired. Korea North is no name.",
                "",
            ],
        );
    }
}
