//! *He* for a woman and *she* for a man within one sentence: `Mayor Anna Berg said that he had lost her house`.
//!
//! In a report the pronoun often means somebody whom the reader knows (*The lawyer said that he was out*): the check is silent
//! where anybody whom it fits, or anybody of unknown sex, is mentioned just before or in the same paragraph ([`super::person`]).

use super::person::{Sex, Somebody, family_names, persons};
use super::pronoun_gender::{first_pronoun, is_named, other, unlike};
use super::{CheckContext, CheckMatch, Entry};
use crate::english::{Range, Sentence};
use crate::finding::Basis;
use rustc_hash::FxHashMap;

pub(super) const REPORT: Entry = Entry {
    name: "pronoun-report",
    run: report,
    basis: Basis::Document,
    arguments: &["women", "men", "female_names", "male_names", "persons"],
    names: &["antecedent", "right"],
};

/// How many sentences back somebody else may stand whom the pronoun could mean.
const LOOK_BACK: usize = 3;

/// How many sentences of the same paragraph are looked at.
const MOST: usize = 30;

/// How many tokens the name may stand before the pronoun.
const REACH: usize = 12;

fn report(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    let mut found = Vec::new();
    let mut families: Option<FxHashMap<&str, Option<Sex>>> = None;
    for (index, sentence) in context.sentences() {
        let Some((at, said)) = first_pronoun(sentence) else { continue };
        if !matches!(sentence.token_text(at), "he" | "she") || !is_bound(sentence, at) {
            continue;
        }
        let families = families.get_or_insert_with(|| family_names(context));
        let Some(tokens) = subject(context, families, sentence, at, said) else { continue };
        let earlier = context.document.sentences.get(index.saturating_sub(MOST)..index).unwrap_or(&[]);
        let near = earlier.iter().rev().enumerate();
        let mut near = near.take_while(|(back, s)| *back < LOOK_BACK || s.block == sentence.block);
        let office = usize::from(tokens.start).saturating_sub(1)..usize::from(tokens.end);
        let offices: Vec<String> = office.map(|at| sentence.token_text(at).to_lowercase()).collect();
        let fits = |s: &Sentence| {
            let all = persons(context, families, s);
            // `a captain` before `Captain Berg` is the same person.
            let same = |who: &Somebody| offices.iter().any(|o| o == s.token_text(who.tokens.start.into()));
            all.iter().any(|who| !unlike(who, said) && !same(who))
        };
        if near.any(|(_, s)| fits(s)) {
            continue;
        }
        found.push(
            CheckMatch::new(index, Range::one(at))
                .string("antecedent", sentence.range_text(tokens))
                .string("right", other(sentence, at))
                .suggest(Range::one(at), other(sentence, at)),
        );
    }
    found
}

/// Whether the pronoun takes up the subject, by what stands right before it: `said that she`, `when she`.
fn is_bound(sentence: &Sentence, at: usize) -> bool {
    let word = |back: usize| at.checked_sub(back).map_or("", |i| sentence.token_text(i));
    let speech = |word: &str| {
        matches!(
            word,
            "said"
                | "says"
                | "added"
                | "announced"
                | "explained"
                | "claimed"
                | "admitted"
                | "promised"
                | "hoped"
                | "believed"
                | "thought"
                | "knew"
                | "recalled"
                | "stressed"
                | "insisted"
                | "denied"
                | "declared"
        )
    };
    speech(word(1))
        || word(1) == "that" && speech(word(2))
        || matches!(word(1), "when" | "because" | "after" | "before" | "while" | "although" | "as")
}

/// The named person of the other sex before the pronoun, if everybody in the sentence is of that sex.
fn subject(
    context: &CheckContext<'_>,
    families: &FxHashMap<&str, Option<Sex>>,
    sentence: &Sentence,
    at: usize,
    said: Sex,
) -> Option<Range> {
    let all = persons(context, families, sentence);
    let before = |who: &&Somebody| usize::from(who.tokens.end) <= at;
    let antecedent = all.iter().filter(before).rfind(|who| !who.pronoun && is_named(sentence, who))?;
    let near = at - usize::from(antecedent.tokens.end) <= REACH;
    let alone = all.iter().filter(before).all(|who| unlike(who, said));
    (near && alone && !speaks_for_another(sentence, antecedent)).then_some(antecedent.tokens)
}

/// A spokeswoman and a lawyer speak of somebody else.
fn speaks_for_another(sentence: &Sentence, who: &Somebody) -> bool {
    let start = usize::from(who.tokens.start);
    let near = start.saturating_sub(4)..(usize::from(who.tokens.end) + 6).min(sentence.tokens.len());
    near.into_iter().any(|at| {
        let lower = sentence.token_text(at).to_lowercase();
        lower.starts_with("spokes")
            || matches!(
                &*lower,
                "lawyer"
                    | "attorney"
                    | "counsel"
                    | "solicitor"
                    | "wife"
                    | "husband"
                    | "mother"
                    | "father"
                    | "sister"
                    | "brother"
                    | "daughter"
                    | "son"
                    | "widow"
                    | "aunt"
                    | "uncle"
                    | "neighbour"
                    | "neighbor"
                    | "witness"
                    | "friend"
                    | "doctor"
                    | "agent"
                    | "defending"
            )
    })
}
