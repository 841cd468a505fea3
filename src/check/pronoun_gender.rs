//! *He* for a woman, *she* for a man: the pronoun of the next sentence does not fit the only person about.
//!
//! Source: Finnish, Hungarian, Turkish, Persian and spoken Chinese have one word for both. Somebody's sex is taken from a
//! title, a noun (*actress*) or a given name that only women or only men bear; a family name alone inherits it. Silent where
//! anybody else, or anybody of unknown sex, stands in the sentences around.

use super::{CheckContext, CheckMatch, Entry};
use crate::english::lexicon::names;
use crate::english::{Entity, Range, Sentence};
use crate::finding::Basis;
use crate::text::{Case, TokenKind};
use rustc_hash::FxHashMap;

pub(super) const GENDER: Entry = Entry {
    name: "pronoun-gender",
    run: gender,
    basis: Basis::Document,
    arguments: &["women", "men", "female_names", "male_names", "persons"],
    names: &["antecedent", "right"],
};

/// How many sentences back somebody else may stand whom the pronoun could mean.
const LOOK_BACK: usize = 4;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sex {
    Woman,
    Man,
}

/// Somebody in a sentence: the tokens, and the sex if it is known.
#[derive(Clone, Copy, Debug)]
struct Somebody {
    tokens: Range,
    sex: Option<Sex>,
    pronoun: bool,
}

fn gender(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    let mut found = Vec::new();
    let mut families: Option<FxHashMap<&str, Option<Sex>>> = None;
    for (index, sentence) in context.sentences() {
        let Some((at, said)) = first_pronoun(sentence) else { continue };
        // A cheap look before anything is parsed: a sign of the other sex close before.
        let first = index.saturating_sub(1);
        let before = context.document.sentences.get(first..index).unwrap_or(&[]);
        if !before
            .iter()
            .any(|s| (0..s.tokens.len()).any(|t| sex_of(context, s, t).is_some_and(|x| x != said)))
        {
            continue;
        }
        let families = families.get_or_insert_with(|| family_names(context));
        if let Some((antecedent, sentence_at)) = only_other(context, families, index, at, said) {
            let Some(there) = context.document.sentences.get(sentence_at) else { continue };
            let right = other(sentence, at);
            found.push(
                CheckMatch::new(index, Range::one(at))
                    .string("antecedent", there.range_text(antecedent))
                    .string("right", right.to_lowercase())
                    .suggest(Range::one(at), right),
            );
        }
    }
    found
}

fn pronoun(word: &str) -> Option<Sex> {
    match &*word.to_lowercase() {
        "he" | "him" | "his" | "himself" => Some(Sex::Man),
        "she" | "her" | "hers" | "herself" => Some(Sex::Woman),
        _ => None,
    }
}

/// The first personal pronoun of a sentence, if it stands outside quotations.
fn first_pronoun(sentence: &Sentence) -> Option<(usize, Sex)> {
    let at = (0..sentence.tokens.len()).find(|at| pronoun(sentence.token_text(*at)).is_some())?;
    let free = sentence.tokens.get(at).is_some_and(|t| !t.quoted);
    pronoun(sentence.token_text(at)).filter(|_| free).map(|sex| (at, sex))
}

/// The pronoun of the other sex, with the same capital.
fn other(sentence: &Sentence, at: usize) -> String {
    let text = sentence.token_text(at);
    let parsed = sentence.parsed();
    let owner = parsed.nps.iter().any(|np| np.range.contains(at) && usize::from(np.head) != at);
    let lower = match &*text.to_lowercase() {
        "he" => "she",
        "she" => "he",
        "him" | "his" => "her",
        "himself" => "herself",
        "herself" => "himself",
        "hers" => "his",
        _ if owner => "his",
        _ => "him",
    };
    if text.starts_with(char::is_uppercase) {
        let mut chars = lower.chars();
        chars.next().map_or(String::new(), |c| c.to_uppercase().chain(chars).collect())
    } else {
        lower.to_owned()
    }
}

/// What a single word says of the sex of somebody.
fn sex_of(context: &CheckContext<'_>, sentence: &Sentence, at: usize) -> Option<Sex> {
    let token = sentence.tokens.get(at).filter(|t| t.kind == TokenKind::Word)?;
    let text = sentence.token_text(at);
    if matches!(token.case, Case::Title | Case::Mixed) {
        match text.trim_end_matches('.') {
            "Mrs" | "Ms" | "Miss" | "Lady" | "Dame" | "Queen" | "Princess" | "Duchess" | "Baroness" => {
                return Some(Sex::Woman);
            }
            "Mr" | "Sir" | "Lord" | "King" | "Prince" | "Pope" | "Baron" => return Some(Sex::Man),
            _ => {}
        }
    }
    let listed = |name: &str| {
        context.with.list(name).is_some_and(|list| context.lists.ends_at(list, sentence, at).is_some())
    };
    let name = token.case == Case::Title;
    if name && listed("female_names") || token.case == Case::Lower && listed("women") {
        Some(Sex::Woman)
    } else if name && listed("male_names") || token.case == Case::Lower && listed("men") {
        Some(Sex::Man)
    } else {
        None
    }
}

/// The family names that stand right behind a given name or title, with the sex of their bearer; none where two differ.
fn family_names<'a>(context: &CheckContext<'a>) -> FxHashMap<&'a str, Option<Sex>> {
    let mut families: FxHashMap<&str, Option<Sex>> = FxHashMap::default();
    for sentence in &context.document.sentences {
        for at in 1..sentence.tokens.len() {
            let name = |at: usize| {
                sentence
                    .tokens
                    .get(at)
                    .is_some_and(|t| t.kind == TokenKind::Word && matches!(t.case, Case::Title | Case::Mixed))
            };
            if !name(at) || !name(at - 1) || name(at + 1) {
                continue;
            }
            let sex = sex_of(context, sentence, at - 1).or_else(|| {
                let first = at.checked_sub(2)?;
                name(first).then(|| sex_of(context, sentence, first)).flatten()
            });
            families
                .entry(sentence.token_text(at))
                .and_modify(|known| {
                    if *known != sex {
                        *known = None;
                    }
                })
                .or_insert(sex);
        }
    }
    families
}

/// The person in the sentence before whom the pronoun must mean, if everybody about is of the other sex.
fn only_other(
    context: &CheckContext<'_>,
    families: &FxHashMap<&str, Option<Sex>>,
    index: usize,
    at: usize,
    said: Sex,
) -> Option<(Range, usize)> {
    let document = context.document;
    let sentence = document.sentences.get(index)?;
    let unlike = |who: &Somebody| who.sex.is_some_and(|sex| sex != said);
    // In its own sentence nobody else, before it or behind.
    let here = persons(context, families, sentence);
    let clear = here
        .iter()
        .filter(|who| usize::from(who.tokens.start) != at)
        .all(|who| unlike(who) || who.pronoun && usize::from(who.tokens.start) > at);
    if !clear {
        return None;
    }
    let previous = index.checked_sub(1)?;
    let before = document.sentences.get(previous)?;
    if before.block_kind != sentence.block_kind {
        return None;
    }
    let there = persons(context, families, before);
    let antecedent = there.iter().find(|who| !who.pronoun)?;
    // Only one person: two women may be spoken of, but so may their brother.
    let name = |who: &Somebody| before.token_text(usize::from(who.tokens.end).saturating_sub(1)).to_owned();
    let one = there.iter().filter(|w| !w.pronoun && is_named(before, w)).all(|w| name(w) == name(antecedent));
    if !one || !there.iter().all(unlike) {
        return None;
    }
    for earlier in (index.saturating_sub(LOOK_BACK)..previous).rev() {
        let sentence = document.sentences.get(earlier)?;
        if !persons(context, families, sentence).iter().all(unlike) {
            return None;
        }
    }
    Some((antecedent.tokens, previous))
}

fn is_named(sentence: &Sentence, who: &Somebody) -> bool {
    sentence.tokens.get(usize::from(who.tokens.end).saturating_sub(1)).is_some_and(|t| t.case != Case::Lower)
}

/// Everybody in a sentence: names, nouns for people, pronouns.
fn persons(
    context: &CheckContext<'_>,
    families: &FxHashMap<&str, Option<Sex>>,
    sentence: &Sentence,
) -> Vec<Somebody> {
    let entities = &sentence.parsed().entities;
    let kind = |at: usize| entities.get(at).copied().flatten();
    let mut all: Vec<Somebody> = Vec::new();
    let mut at = 0;
    while at < sentence.tokens.len() {
        if let Some(sex) = pronoun(sentence.token_text(at)) {
            all.push(Somebody { tokens: Range::one(at), sex: Some(sex), pronoun: true });
        } else if let Some(entity @ (Entity::Person | Entity::Name)) = kind(at) {
            let mut end = at + 1;
            while kind(end) == Some(entity) {
                end += 1;
            }
            let tokens = Range::new(at, end);
            if entity == Entity::Person || !is_place(sentence, at) {
                let sex = sex_of_name(context, families, sentence, tokens);
                all.push(Somebody { tokens, sex, pronoun: false });
            }
            at = end;
            continue;
        } else if is_person_noun(context, sentence, at) && !is_apposition(sentence, &all, at) {
            let sex = sex_of(context, sentence, at);
            all.push(Somebody { tokens: Range::one(at), sex, pronoun: false });
        }
        at += 1;
    }
    all
}

/// The sex of the bearer of a name: by a title or noun right before it, a part of it, or its family name.
fn sex_of_name(
    context: &CheckContext<'_>,
    families: &FxHashMap<&str, Option<Sex>>,
    sentence: &Sentence,
    tokens: Range,
) -> Option<Sex> {
    let start = usize::from(tokens.start);
    let last = usize::from(tokens.end).checked_sub(1)?;
    // The family name says nothing of itself: *Tony* may be one.
    let given = start.saturating_sub(1)..last.max(start + usize::from(last == start));
    let by_word = given.into_iter().find_map(|at| sex_of(context, sentence, at));
    let family = || families.get(sentence.token_text(last)).copied().flatten();
    if last == start { by_title(context, sentence, start).or_else(family) } else { by_word.or_else(family) }
}

/// What a title or noun right before a single name says, or the name itself if it is a given one.
fn by_title(context: &CheckContext<'_>, sentence: &Sentence, at: usize) -> Option<Sex> {
    let before = at.checked_sub(1).and_then(|before| sex_of(context, sentence, before));
    before.or_else(|| sex_of(context, sentence, at))
}

/// *in Velmora*: an unknown name behind a preposition of place is nobody.
fn is_place(sentence: &Sentence, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| {
        matches!(
            &*sentence.token_text(before).to_lowercase(),
            "in" | "near" | "at" | "outside" | "around" | "into"
        )
    })
}

/// A noun in small letters for somebody, or for several people one of whom could be meant.
fn is_person_noun(context: &CheckContext<'_>, sentence: &Sentence, at: usize) -> bool {
    let listed = |name: &str| {
        context.with.list(name).is_some_and(|list| context.lists.ends_at(list, sentence, at).is_some())
    };
    let title = names::flags(sentence.token_text(at)) == 0;
    title && (listed("persons") || listed("women") || listed("men"))
}

/// Whether a noun only says what somebody is who was named right before or is named right behind: `Anna Berg, the mayor`,
/// `mayor Anna Berg`, `was a teacher`, `as a teacher`.
fn is_apposition(sentence: &Sentence, so_far: &[Somebody], at: usize) -> bool {
    let entities = &sentence.parsed().entities;
    let named = |at: usize| matches!(entities.get(at).copied().flatten(), Some(Entity::Person));
    if named(at + 1) {
        return true;
    }
    // Back over the noun phrase.
    let start = sentence
        .parsed()
        .nps
        .iter()
        .find(|np| np.range.contains(at))
        .map_or(at, |np| usize::from(np.range.start));
    let Some(before) = start.checked_sub(1) else { return false };
    let text = sentence.token_text(before);
    let behind_name =
        text == "," && so_far.last().is_some_and(|who| usize::from(who.tokens.end) == before && !who.pronoun);
    behind_name || matches!(text, "as" | "is" | "was" | "became" | "remains" | "be" | "been")
}

#[cfg(test)]
mod tests {
    use super::{Sex, pronoun};

    #[test]
    fn pronouns_and_their_sex() {
        assert_eq!(pronoun("He"), Some(Sex::Man));
        assert_eq!(pronoun("hers"), Some(Sex::Woman));
        assert_eq!(pronoun("it"), None);
    }
}
