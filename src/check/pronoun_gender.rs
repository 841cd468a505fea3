//! *He* for a woman, *she* for a man, either for a body although only the other sex is about: the first pronoun of a sentence
//! does not fit what stands before it.
//!
//! Source: Finnish, Hungarian, Turkish, Persian and spoken Chinese have one word for both; in French, German, Russian and many
//! more a body has a gender. Silent where anybody whom the pronoun fits, or anybody of unknown sex ([`super::person`]),
//! stands in the sentences around.

use super::person::{Sex, Somebody, family_names, persons, pronoun, sex_of};
use super::pronoun::is_thing;
use super::{CheckContext, CheckMatch, Entry};
use crate::english::inflect::like_case;
use crate::english::{Entity, Np, Range, Sentence};
use crate::finding::Basis;
use crate::text::{Case, TokenKind};
use rustc_hash::FxHashMap;

pub(super) const GENDER: Entry = Entry {
    name: "pronoun-gender",
    run: gender,
    basis: Basis::Document,
    arguments: &["women", "men", "female_names", "male_names", "persons", "animals"],
    names: &["antecedent", "right"],
};

pub(super) const THING: Entry = Entry {
    name: "pronoun-thing",
    run: thing,
    basis: Basis::Document,
    arguments: &["women", "men", "female_names", "male_names", "persons", "animals", "things"],
    names: &["antecedent", "right"],
};

/// How many sentences back somebody else may stand whom the pronoun could mean.
const LOOK_BACK: usize = 2;

fn gender(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    let mut found = Vec::new();
    let mut families: Option<FxHashMap<&str, Option<Sex>>> = None;
    for (index, sentence) in context.sentences() {
        let Some((at, said)) = first_pronoun(sentence) else { continue };
        // *him* is somebody else than the subject, more often than not.
        if matches!(&*sentence.token_text(at).to_lowercase(), "him" | "himself" | "herself" | "hers") {
            continue;
        }
        let families = families.get_or_insert_with(|| family_names(context));
        // A cheap look before anything is parsed: a sign of the other sex close before.
        let first = index.saturating_sub(1);
        let before = context.document.sentences.get(first..=index).unwrap_or(&[]);
        let other_sex = |s: &Sentence, t: usize| {
            let known = families.get(s.token_text(t)).copied().flatten();
            known.or_else(|| sex_of(context, s, t)).is_some_and(|sex| sex != said)
        };
        if !before.iter().any(|s| (0..s.tokens.len()).any(|t| other_sex(s, t))) {
            continue;
        }
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

/// The first personal pronoun of a sentence, if it stands outside quotations.
pub(super) fn first_pronoun(sentence: &Sentence) -> Option<(usize, Sex)> {
    let at = (0..sentence.tokens.len()).find(|at| pronoun(sentence.token_text(*at)).is_some())?;
    let free = sentence.tokens.get(at).is_some_and(|t| !t.quoted);
    pronoun(sentence.token_text(at)).filter(|_| free).map(|sex| (at, sex))
}

/// The pronoun of the other sex, with the same capital.
pub(super) fn other(sentence: &Sentence, at: usize) -> String {
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
    like_case(text, lower)
}

/// Whether somebody is known to be of the other sex.
pub(super) fn unlike(who: &Somebody, said: Sex) -> bool {
    who.sex.is_some_and(|sex| sex != said)
}

/// Whether nobody about may be meant: in the sentence itself, and in those before it, everybody is of the other sex.
fn nobody_fits(
    context: &CheckContext<'_>,
    families: &FxHashMap<&str, Option<Sex>>,
    index: usize,
    at: usize,
    said: Sex,
) -> bool {
    let unlike = |who: &Somebody| unlike(who, said);
    let sentences = &context.document.sentences;
    let here = sentences.get(index).is_some_and(|sentence| {
        let all = persons(context, families, sentence);
        // What opens the sentence takes up nobody who comes behind: *His deputy, Ole Lind, left*.
        let itself = |who: &Somebody| (who.pronoun || at == 0) && usize::from(who.tokens.start) >= at;
        all.iter().all(|who| unlike(who) || itself(who))
    });
    here && (index.saturating_sub(LOOK_BACK)..index).rev().all(|earlier| {
        let all = sentences.get(earlier).map(|s| persons(context, families, s)).unwrap_or_default();
        all.iter().all(unlike)
    })
}

/// The person whom the pronoun must mean: named before it in its sentence, or the only one of the sentence before.
fn only_other(
    context: &CheckContext<'_>,
    families: &FxHashMap<&str, Option<Sex>>,
    index: usize,
    at: usize,
    said: Sex,
) -> Option<(Range, usize)> {
    let sentence = context.document.sentences.get(index)?;
    let all = persons(context, families, sentence);
    let mut here = all.iter().filter(|w| !w.pronoun && usize::from(w.tokens.end) <= at);
    // Within one sentence the pronoun often means somebody whom the reader knows (*The spokeswoman said that he was out*).
    if here.next().is_some() {
        return None;
    }
    let previous = index.checked_sub(1)?;
    let before = context.document.sentences.get(previous)?;
    if before.block_kind != sentence.block_kind {
        return None;
    }
    let there = persons(context, families, before);
    let antecedent = there.iter().find(|who| !who.pronoun)?;
    // A spokeswoman speaks for somebody.
    if !is_named(before, antecedent)
        && before.token_text(usize::from(antecedent.tokens.start)).starts_with("spokes")
    {
        return None;
    }
    // Only one person: two women may be spoken of, but so may their brother.
    let name = |who: &Somebody| before.token_text(usize::from(who.tokens.end).saturating_sub(1)).to_owned();
    let one = there.iter().filter(|w| !w.pronoun && is_named(before, w)).all(|w| name(w) == name(antecedent));
    (one && nobody_fits(context, families, index, at, said)).then_some((antecedent.tokens, previous))
}

pub(super) fn is_named(sentence: &Sentence, who: &Somebody) -> bool {
    sentence.tokens.get(usize::from(who.tokens.end).saturating_sub(1)).is_some_and(|t| t.case != Case::Lower)
}

/// *He* or *she* for a body: it is the subject of the sentence before, or of *said that* in this one, and nobody about may
/// be meant.
fn thing(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    let mut found = Vec::new();
    let mut families: Option<FxHashMap<&str, Option<Sex>>> = None;
    for (index, sentence) in context.sentences() {
        let Some((at, said)) = first_pronoun(sentence) else { continue };
        if !matches!(&*sentence.token_text(at).to_lowercase(), "he" | "she") {
            continue;
        }
        let reports = at > 1
            && at < 9
            && (is_said(sentence, at - 1)
                || sentence.token_text(at - 1) == "that" && is_said(sentence, at - 2));
        let subject = if reports {
            Some((index, sentence))
        } else {
            let before = index.checked_sub(1).and_then(|b| Some((b, context.document.sentences.get(b)?)));
            before.filter(|(_, s)| at == 0 && s.block == sentence.block)
        };
        let Some((there, before)) = subject else { continue };
        let Some(np) = super::pronoun::main_subject(before.parsed()).or_else(|| surface_subject(before))
        else {
            continue;
        };
        // A city may be somebody's family name.
        if !is_thing(context, before, np)
            || np.entity == Some(Entity::City)
            || there == index && usize::from(np.range.end) > at
        {
            continue;
        }
        let families = families.get_or_insert_with(|| family_names(context));
        if at == 0 && counts_its_own(sentence) || nobody_fits(context, families, index, at, said) {
            let right = if at == 0 { "It" } else { "it" };
            found.push(
                CheckMatch::new(index, Range::one(at))
                    .string("antecedent", before.range_text(np.range))
                    .string("right", "it")
                    .suggest(Range::one(at), right),
            );
        }
    }
    found
}

/// Whether a sentence opens with what only a body has: `He has 92,000 members`.
fn counts_its_own(sentence: &Sentence) -> bool {
    matches!(sentence.token_text(1), "has" | "had" | "employs" | "employed" | "owns" | "operates")
        && sentence.tokens.get(2).is_some_and(|t| t.kind == TokenKind::Number)
        && matches!(
            sentence.token_text(3),
            "members" | "employees" | "branches" | "subsidiaries" | "staff" | "inhabitants"
        )
}

/// The noun phrase that opens a sentence, right before its first verb: the subject of a passive, too.
fn surface_subject(sentence: &Sentence) -> Option<&Np> {
    let parsed = sentence.parsed();
    let np = parsed.nps.iter().find(|np| np.range.start == 0)?;
    let vp = parsed.vps.first()?;
    (vp.range.start == np.range.end).then_some(np)
}

fn is_said(sentence: &Sentence, at: usize) -> bool {
    matches!(sentence.token_text(at), "said" | "says" | "added" | "announced" | "warned" | "claimed")
}
