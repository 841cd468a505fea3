//! A person taken up by *it*: `Anna Berg … its husband`, `Anna Berg left. It resigned in May.`
//!
//! Only where what follows can be nothing but a person's: a relative (list `attributes`), or a verb that bodies and things
//! cannot have as their subject (list `verbs`).

use super::pronoun::{has_thing, in_list, main_subject};
use super::{CheckContext, CheckMatch, Entry};
use crate::english::{Entity, Range, Sentence, Voice};
use crate::finding::Basis;

pub(super) const PERSON: Entry = Entry {
    name: "pronoun-person",
    run: person,
    basis: Basis::Document,
    arguments: &["attributes", "verbs", "things", "persons"],
    names: &["antecedent"],
};

fn person(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    let mut found = Vec::new();
    for (index, sentence) in context.sentences() {
        for at in 0..sentence.tokens.len() {
            if sentence.tokens.get(at).is_some_and(|t| t.quoted) {
                continue;
            }
            let antecedent = match sentence.token_text(at) {
                "its" | "Its" => owner(context, index, sentence, at),
                "It" if at == 0 => subject(context, index, sentence),
                _ => None,
            };
            let Some((antecedent, there)) = antecedent else { continue };
            found.push(
                CheckMatch::new(index, Range::one(at)).string("antecedent", there.range_text(antecedent)),
            );
        }
    }
    found
}

/// The person whose relative *its* names: the last named one before it, here or in the sentence before.
fn owner<'a>(
    context: &CheckContext<'a>,
    index: usize,
    sentence: &'a Sentence,
    at: usize,
) -> Option<(Range, &'a Sentence)> {
    let noun = (at + 1..at + 4).find(|n| in_list(context, "attributes", sentence, *n))?;
    let parsed = sentence.parsed();
    parsed.nps.iter().find(|np| np.range.contains(at) && usize::from(np.head) == noun)?;
    let here = person_before(sentence, at).map(|tokens| (tokens, sentence));
    here.or_else(|| {
        let before = previous(context, index)?;
        person_before(before, before.tokens.len()).map(|tokens| (tokens, before))
    })
}

/// The last named person before a token.
fn person_before(sentence: &Sentence, at: usize) -> Option<Range> {
    let nps = &sentence.parsed().nps;
    let before = nps.iter().rev().filter(|np| usize::from(np.range.end) <= at);
    before.into_iter().find(|np| np.entity == Some(Entity::Person)).map(|np| np.range)
}

/// The sentence before, in the same paragraph.
fn previous<'a>(context: &CheckContext<'a>, index: usize) -> Option<&'a Sentence> {
    let here = context.document.sentences.get(index)?;
    context.document.sentences.get(index.checked_sub(1)?).filter(|s| s.block == here.block)
}

/// The subject of the sentence before, a person, where *It* does what only persons do, or where nothing else can be meant.
fn subject<'a>(
    context: &CheckContext<'a>,
    index: usize,
    sentence: &'a Sentence,
) -> Option<(Range, &'a Sentence)> {
    let verb = first_verb(context, sentence)?;
    let before = previous(context, index)?;
    let parsed = before.parsed();
    let np =
        main_subject(parsed).filter(|np| np.entity == Some(Entity::Person) && np.next_conjunct.is_none())?;
    let alone = || {
        let earlier = index.checked_sub(2).and_then(|at| context.document.sentences.get(at));
        !has_thing(context, before) && earlier.is_none_or(|s| !has_thing(context, s))
    };
    (verb == Verb::OfPersons || alone()).then_some((np.range, before))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Verb {
    /// Only persons do it.
    OfPersons,
    /// Persons and bodies do it, things do not.
    OfSpeech,
}

/// What the verb of a sentence that opens with *It* says of its subject.
fn first_verb(context: &CheckContext<'_>, sentence: &Sentence) -> Option<Verb> {
    let next = sentence.token_text(1).to_lowercase();
    let speech = matches!(&*next, "said" | "told" | "added" | "thanked" | "explained" | "recalled" | "joked");
    let known = |at: usize| in_list(context, "verbs", sentence, at);
    if !speech && !(1..5).any(known) {
        return None;
    }
    let parsed = sentence.parsed();
    let vp = parsed.vps.first().filter(|vp| vp.range.start == 1)?;
    let verb = usize::from(vp.verb);
    // Some verbs are a person's only in the passive: a court jails.
    let passive = vp.voice == Voice::Passive;
    let active_only = |at: usize| {
        matches!(
            sentence.token_text(at).to_lowercase().get(..4),
            Some(
                "resi"
                    | "reti"
                    | "marr"
                    | "grad"
                    | "smil"
                    | "wept"
                    | "weep"
                    | "crie"
                    | "laug"
                    | "sigh"
                    | "fain"
            )
        )
    };
    if known(verb) && (passive || active_only(verb)) {
        Some(Verb::OfPersons)
    } else {
        (speech && verb == 1).then_some(Verb::OfSpeech)
    }
}
