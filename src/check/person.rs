//! Who stands in a sentence, and whether it is a woman or a man, as far as the words say it.
//!
//! Somebody's sex is taken from a title, a noun (*actress*) or a given name that only women or only men bear (lists `women`,
//! `men`, `female_names`, `male_names`); a family name alone inherits it from the full name.

use super::CheckContext;
use crate::english::lexicon::{self, names};
use crate::english::{Entity, Range, Sentence};
use crate::text::{Case, TokenKind};
use rustc_hash::FxHashMap;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sex {
    /// She.
    Woman,
    /// He.
    Man,
}

/// Somebody in a sentence: the tokens, and the sex if it is known.
#[derive(Clone, Copy, Debug)]
pub struct Somebody {
    /// The tokens.
    pub tokens: Range,
    /// The sex, if it is known.
    pub sex: Option<Sex>,
    /// Whether it is *he*, *her* and the like.
    pub pronoun: bool,
}

/// The sex of a personal pronoun.
pub fn pronoun(word: &str) -> Option<Sex> {
    match &*word.to_lowercase() {
        "he" | "him" | "his" | "himself" => Some(Sex::Man),
        "she" | "her" | "hers" | "herself" => Some(Sex::Woman),
        _ => None,
    }
}

/// What a single word says of the sex of somebody.
pub fn sex_of(context: &CheckContext<'_>, sentence: &Sentence, at: usize) -> Option<Sex> {
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
pub fn family_names<'a>(context: &CheckContext<'a>) -> FxHashMap<&'a str, Option<Sex>> {
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
            // A title (`Prosecutor Falk`) says nothing of the sex, a given name that is in no list leaves it open.
            let before = sentence.token_text(at - 1);
            let title = lexicon::flags(&before.to_lowercase()) & lexicon::KNOWN != 0
                && names::flags(before) & names::FIRST_NAME == 0;
            if sex.is_none() && title {
                continue;
            }
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

/// Everybody in a sentence: names, nouns for people, pronouns.
pub fn persons(
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
            if !is_modifier(sentence, tokens)
                && (entity == Entity::Person || may_be_person(families, sentence, tokens))
            {
                let sex = sex_of_name(context, families, sentence, tokens);
                all.push(Somebody { tokens, sex, pronoun: false });
            }
            at = end;
            continue;
        } else if is_family_name_of_town(families, sentence, at) {
            let tokens = Range::one(at);
            let sex = sex_of_name(context, families, sentence, tokens);
            all.push(Somebody { tokens, sex, pronoun: false });
        } else if is_person_noun(context, sentence, at) && !is_apposition(sentence, &all, at) {
            let sex = sex_of(context, sentence, at);
            all.push(Somebody { tokens: Range::one(at), sex, pronoun: false });
        }
        at += 1;
    }
    all
}

/// Whether a name only modifies a noun (`the Lorenzo film festival`) or says where a report was written.
fn is_modifier(sentence: &Sentence, tokens: Range) -> bool {
    let at = usize::from(tokens.start);
    let lower = |at: usize| sentence.tokens.get(at).is_some_and(|t| t.case == Case::Lower);
    // The town that opens a report: `LONDON, 3 May – …`
    let dateline =
        at == 0 && sentence.tokens.first().is_some_and(|t| t.case == Case::Upper) && tokens.len() < 3;
    dateline
        || tokens.len() == 1
            && at.checked_sub(1).is_some_and(|before| sentence.token_text(before) == "the")
            && lower(at + 1)
            && sentence.parsed().nps.iter().any(|np| np.range.contains(at) && usize::from(np.head) > at)
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

/// Whether the name of a town is the family name of somebody who stands in full elsewhere: `Holm said`.
fn is_family_name_of_town(families: &FxHashMap<&str, Option<Sex>>, sentence: &Sentence, at: usize) -> bool {
    let town =
        matches!(sentence.parsed().entities.get(at).copied().flatten(), Some(Entity::City | Entity::Place));
    let borne = || families.get(sentence.token_text(at)).copied().flatten().is_some();
    town && borne() && may_be_person(families, sentence, Range::one(at))
}

/// Whether a name of unknown kind may be somebody's: persons stand in full somewhere, and no words of the language
/// stand in their names.
fn may_be_person(families: &FxHashMap<&str, Option<Sex>>, sentence: &Sentence, tokens: Range) -> bool {
    let before = usize::from(tokens.start).checked_sub(1).map(|at| sentence.token_text(at).to_lowercase());
    let placed = before.is_some_and(|b| matches!(&*b, "in" | "near" | "at" | "outside" | "around" | "into"));
    let last = sentence.token_text(usize::from(tokens.end).saturating_sub(1));
    let ordinary = |at: usize| lexicon::flags(&sentence.token_text(at).to_lowercase()) & lexicon::KNOWN != 0;
    let capitals = sentence.tokens.get(usize::from(tokens.start)).is_some_and(|t| t.case == Case::Upper);
    let thing = tokens.len() > 1 && tokens.usize().any(ordinary);
    let owns = tokens.len() == 1 && matches!(sentence.token_text(tokens.end.into()), "'s" | "’s");
    !placed && !capitals && !thing && (owns || families.contains_key(last))
}

/// A noun in small letters for one person, or for an animal, which may be *he* or *she* too.
fn is_person_noun(context: &CheckContext<'_>, sentence: &Sentence, at: usize) -> bool {
    let listed = |name: &str| {
        context.with.list(name).is_some_and(|list| context.lists.ends_at(list, sentence, at).is_some())
    };
    let word = names::flags(sentence.token_text(at)) == 0;
    // Who is only spoken of in a quotation is not taken up outside it.
    let lower = sentence.tokens.get(at).is_some_and(|t| t.case == Case::Lower && !t.quoted);
    let plural = || {
        is_plural(sentence.token_text(at))
            || sentence.parsed().nps.iter().any(|np| usize::from(np.head) == at && np.plural)
    };
    // *coast guard*, *national guard*: a body.
    let body = sentence.token_text(at) == "guard";
    word && lower
        && !body
        && (listed("persons") || listed("women") || listed("men") || listed("animals"))
        && !plural()
}

/// Whether a noun for people has the form of a plural, whatever the parse makes of it (*partners 15 per cent*).
fn is_plural(word: &str) -> bool {
    word.ends_with('s') && !word.ends_with("ss")
        || word.ends_with("men")
        || matches!(word, "children" | "people")
}

/// How many tokens behind a noun the name may stand that it explains.
const NAME_BEHIND: usize = 8;

/// Whether a name stands behind the noun in commas: `The president of the union, Anna Berg, said`.
fn is_named_behind(sentence: &Sentence, at: usize) -> bool {
    let parsed = sentence.parsed();
    let comma = (at + 1..at + NAME_BEHIND)
        .take_while(|i| !parsed.vps.iter().any(|vp| vp.range.contains(*i)))
        .take_while(|i| !matches!(sentence.token_text(*i), ";" | ":" | "." | "and" | "who"))
        .find(|i| sentence.token_text(*i) == ",");
    let named = |i: usize| matches!(parsed.entities.get(i).copied().flatten(), Some(Entity::Person));
    comma.is_some_and(|comma| named(comma + 1))
}

/// Whether a noun only says what somebody is who was named right before or is named right behind: `Anna Berg, the mayor`,
/// `mayor Anna Berg`, `was a teacher`, `as a teacher`.
fn is_apposition(sentence: &Sentence, so_far: &[Somebody], at: usize) -> bool {
    let entities = &sentence.parsed().entities;
    let named = |at: usize| matches!(entities.get(at).copied().flatten(), Some(Entity::Person));
    if named(at + 1) || is_named_behind(sentence, at) {
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
    // `Halden Group, the owner of 20 shops,` is nobody either.
    let behind_body = text == ","
        && before.checked_sub(1).is_some_and(|at| {
            matches!(entities.get(at).copied().flatten(), Some(Entity::Org | Entity::Name))
        });
    behind_name
        || behind_body
        || matches!(text, "as" | "is" | "was" | "became" | "remains" | "be" | "been" | "himself" | "herself")
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
