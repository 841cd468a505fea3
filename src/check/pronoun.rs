//! A personal pronoun for something that is no person: *he* for an army, *his* for a capital.
//!
//! Source: in French, German, Russian and many more, every noun has a gender; *il*, *er*, *son*, *свой* come out as
//! *he* and *his*. Two cases are clear enough to report:
//!
//! - [`opening`]: a sentence opens with *he/she/his/her* although nothing just before it names a person, while
//!   the sentence before is about an organisation, army, country or city;
//! - [`possessive`]: *his/her* before what only a state or an army has, governed by such a subject.
//!
//! Where a person is about, the check is silent: the pronoun may mean that person.

use super::{CheckContext, CheckMatch, Entry};
use crate::english::lexicon::names;
use crate::english::{Clause, Entity, Np, Parsed, Range, Sentence};
use crate::finding::Basis;
use crate::text::Case;

pub(super) const OPENING: Entry = Entry {
    name: "pronoun-opening",
    run: opening,
    basis: Basis::Document,
    arguments: &["things", "persons"],
    names: &["antecedent"],
};

pub(super) const POSSESSIVE: Entry = Entry {
    name: "pronoun-possessive",
    run: possessive,
    basis: Basis::Target,
    arguments: &["things", "persons", "attributes", "own_verbs"],
    names: &["antecedent"],
};

/// How many sentences back a person may stand whom the pronoun could mean.
const LOOK_BACK: usize = 4;

/// What a noun phrase is to a pronoun.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Referent {
    /// Somebody who may be *he* or *she*.
    Person,
    /// Something that is *it*: one organisation, army, country or city.
    Thing,
    /// Anything else.
    Other,
}

/// The neuter pronoun for a masculine or feminine one.
fn neuter(word: &str, possessive: bool) -> Option<&'static str> {
    Some(match word {
        "he" | "she" | "him" => "it",
        "his" => "its",
        "her" if possessive => "its",
        "her" => "it",
        _ => return None,
    })
}

/// Sentences that open with a personal pronoun whose only antecedent is a thing.
fn opening(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    let mut found = Vec::new();
    for (index, sentence) in context.sentences() {
        let word = sentence.token_text(0).to_lowercase();
        if !matches!(&*word, "he" | "she" | "his" | "her")
            || sentence.tokens.first().is_some_and(|t| t.quoted)
        {
            continue;
        }
        if somebody_is_about(context, index) {
            continue;
        }
        let parsed = sentence.parsed();
        let Some(np) = parsed.nps.iter().find(|np| np.range.contains(0)) else { continue };
        let possessive = usize::from(np.head) != 0;
        let Some(replacement) = neuter(&word, possessive) else { continue };
        if let Some(antecedent) = thing_before(context, index) {
            let opening = if replacement == "it" { "It" } else { "Its" };
            found.push(
                CheckMatch::new(index, Range::one(0))
                    .string("antecedent", antecedent)
                    .suggest(Range::one(0), opening),
            );
        }
    }
    found
}

/// Whether the words of the sentences before say without a parse that a person is about; most do.
fn somebody_is_about(context: &CheckContext<'_>, index: usize) -> bool {
    let Some(block) = context.document.sentences.get(index).map(|s| s.block) else { return false };
    let before = context.document.sentences.get(index.saturating_sub(LOOK_BACK)..index).unwrap_or(&[]);
    before.iter().filter(|s| s.block == block).any(|sentence| {
        sentence.tokens.iter().enumerate().any(|(at, token)| {
            let text = sentence.token_text(at);
            match token.case {
                Case::Lower => matches!(text, "he" | "she" | "him" | "who" | "whom"),
                Case::Title if at > 0 => is_first_name(text),
                Case::Title => matches!(text, "He" | "She"),
                _ => false,
            }
        })
    })
}

/// Whether the word is a first name and names no place (*Sydney*).
fn is_first_name(text: &str) -> bool {
    use names::{CITY, COUNTRY, FIRST_NAME, ORG, PLACE};
    let flags = names::flags(text);
    flags & FIRST_NAME != 0 && flags & (CITY | COUNTRY | PLACE | ORG) == 0
}

/// The subject of the sentence before, where it is a thing and no person stands in the sentences before.
fn thing_before(context: &CheckContext<'_>, index: usize) -> Option<String> {
    let document = context.document;
    let block = document.sentences.get(index)?.block;
    let first = index.saturating_sub(LOOK_BACK);
    let before: Vec<usize> = (first..index).rev().collect();
    let previous = document.sentences.get(*before.first()?)?;
    // Without a sentence before it in its own paragraph, the pronoun may take up anything.
    if previous.block != block {
        return None;
    }
    for &at in &before {
        let sentence = document.sentences.get(at)?;
        if has_person(context, sentence, None) {
            return None;
        }
        if sentence.block != block {
            break;
        }
    }
    let parsed = previous.parsed();
    let subject = main_subject(parsed)?;
    // Many towns are family names, too.
    if subject.entity == Some(Entity::City) {
        return None;
    }
    (referent(context, previous, parsed, subject) == Referent::Thing)
        .then(|| previous.range_text(subject.range).to_owned())
}

/// *his/her* + noun of the list `attributes`, where the governing subject is a thing.
fn possessive(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    let mut found = Vec::new();
    for (index, sentence) in context.sentences() {
        let candidates: Vec<usize> = (0..sentence.tokens.len())
            .filter(|&at| !sentence.tokens.get(at).is_some_and(|t| t.quoted))
            .filter(|&at| matches!(sentence.token_text(at), "his" | "her"))
            .filter(|&at| (at + 1..at + 8).any(|i| in_list(context, "attributes", sentence, i)))
            .collect();
        if candidates.is_empty() {
            continue;
        }
        let parsed = sentence.parsed();
        for at in candidates {
            if let Some(subject) = governing_thing(context, index, sentence, parsed, at) {
                let antecedent = sentence.range_text(subject.range).to_owned();
                found.push(
                    CheckMatch::new(index, Range::one(at))
                        .string("antecedent", antecedent)
                        .suggest(Range::one(at), "its"),
                );
            }
        }
    }
    found
}

/// The thing whose attribute the possessive at `at` names, if no person can be meant.
fn governing_thing<'p>(
    context: &CheckContext<'_>,
    index: usize,
    sentence: &Sentence,
    parsed: &'p Parsed,
    at: usize,
) -> Option<&'p Np> {
    let possessed = parsed.nps.iter().find(|np| np.range.contains(at) && usize::from(np.head) > at)?;
    if !in_list(context, "attributes", sentence, possessed.head.into()) {
        return None;
    }
    let clause = clause_before(parsed, at)?;
    let subject = subject_of(parsed, clause)?;
    if usize::from(subject.head) >= at || referent(context, sentence, parsed, subject) != Referent::Thing {
        return None;
    }
    // Nobody between the subject and the pronoun …
    if parsed.nps.iter().any(|np| {
        np.range.start > subject.range.start
            && usize::from(np.range.start) < at
            && referent(context, sentence, parsed, np) == Referent::Person
    }) {
        return None;
    }
    // … and where somebody stands further back, only a verb that acts on one's own attribute is proof.
    let verb = parsed.vps.get(usize::from(clause.vp))?.verb;
    let own = in_list(context, "own_verbs", sentence, verb.into());
    let person_near = has_person(context, sentence, Some(usize::from(subject.range.start)))
        || (index.saturating_sub(2)..index)
            .any(|i| context.document.sentences.get(i).is_some_and(|s| has_person(context, s, None)));
    (own || !person_near).then_some(subject)
}

/// The last clause whose predicate starts before the token.
fn clause_before(parsed: &Parsed, at: usize) -> Option<&Clause> {
    parsed
        .clauses
        .iter()
        .filter(|c| parsed.vps.get(usize::from(c.vp)).is_some_and(|vp| usize::from(vp.range.start) < at))
        .max_by_key(|c| parsed.vps.get(usize::from(c.vp)).map_or(0, |vp| vp.verb))
}

/// The logical subject of an active clause, or of the clause that governs it.
fn subject_of<'p>(parsed: &'p Parsed, clause: &Clause) -> Option<&'p Np> {
    let mut current = clause;
    for _ in 0..4 {
        if let [subject] = current.subj[..] {
            return parsed.nps.get(usize::from(subject));
        }
        if !current.subj.is_empty() {
            return None;
        }
        current = parsed.clauses.get(usize::from(current.parent?))?;
    }
    None
}

/// Subject of the first clause that no other governs.
pub(super) fn main_subject(parsed: &Parsed) -> Option<&Np> {
    let clause = parsed.clauses.iter().find(|c| c.parent.is_none())?;
    match clause.subj[..] {
        [subject] => parsed.nps.get(usize::from(subject)),
        _ => None,
    }
}

/// Whether a noun phrase is one organisation, army, country or city.
pub(super) fn is_thing(context: &CheckContext<'_>, sentence: &Sentence, np: &Np) -> bool {
    referent(context, sentence, sentence.parsed(), np) == Referent::Thing
}

/// Whether a sentence names an organisation, army, country or city, or a name of unknown kind.
pub(super) fn has_thing(context: &CheckContext<'_>, sentence: &Sentence) -> bool {
    let parsed = sentence.parsed();
    parsed.nps.iter().any(|np| {
        np.entity == Some(Entity::Name) || referent(context, sentence, parsed, np) == Referent::Thing
    })
}

/// Whether a sentence (up to token `until`) names somebody who may be *he* or *she*.
fn has_person(context: &CheckContext<'_>, sentence: &Sentence, until: Option<usize>) -> bool {
    let parsed = sentence.parsed();
    let until = until.unwrap_or(sentence.tokens.len());
    parsed
        .nps
        .iter()
        .filter(|np| usize::from(np.range.start) < until)
        .any(|np| referent(context, sentence, parsed, np) == Referent::Person)
}

fn referent(context: &CheckContext<'_>, sentence: &Sentence, parsed: &Parsed, np: &Np) -> Referent {
    let head = usize::from(np.head);
    if np.pronoun {
        return match &*sentence.token_text(head).to_lowercase() {
            "he" | "she" | "him" | "her" | "his" | "i" | "who" | "whom" => Referent::Person,
            _ => Referent::Other,
        };
    }
    if np.plural && np.entity != Some(Entity::Country) {
        return Referent::Other;
    }
    if np.next_conjunct.is_some() {
        // A pair takes *they*, but either of the two may be *he*.
        return match np.entity {
            Some(Entity::Person | Entity::Name) => Referent::Person,
            _ => Referent::Other,
        };
    }
    match np.entity {
        Some(Entity::Country | Entity::City | Entity::Org) => Referent::Thing,
        Some(Entity::Place | Entity::Nationality | Entity::Weekday | Entity::Month) => Referent::Other,
        Some(Entity::Person) => Referent::Person,
        Some(Entity::Name) if is_explained_as_thing(context, sentence, parsed, np) => Referent::Other,
        Some(Entity::Name) => Referent::Person,
        None if in_list(context, "things", sentence, head) => Referent::Thing,
        None if in_list(context, "persons", sentence, head) => Referent::Person,
        None => Referent::Other,
    }
}

/// Whether an apposition says that an unknown name is an organisation (`Acme, a group of analysts`).
fn is_explained_as_thing(context: &CheckContext<'_>, sentence: &Sentence, parsed: &Parsed, np: &Np) -> bool {
    let comma = usize::from(np.range.end);
    sentence.token_text(comma) == ","
        && parsed
            .nps
            .iter()
            .find(|next| usize::from(next.range.start) == comma + 1)
            .is_some_and(|next| next.det.is_some() && in_list(context, "things", sentence, next.head.into()))
}

/// Whether the word at `at` is an entry of the list that the rule file names.
pub(super) fn in_list(context: &CheckContext<'_>, name: &str, sentence: &Sentence, at: usize) -> bool {
    let Some(list) = context.with.list(name) else { return false };
    context.lists.ends_at(list, sentence, at).is_some()
}
