//! From word form to lemma: irregular forms from `data/`, then rules.
//!
//! A rule proposes stems in the order of likelihood; the first that the lexicon has as a word of the class is
//! the lemma (`making` → `make`, as no verb is *mak*). Words outside the lexicon fall back to spelling alone.

use super::inflect::is_vowel;
use super::lexicon::{
    self, ADJECTIVE, ADJECTIVE_FORMS, ADVERB, CAPITAL, NOUN, NOUN_FORMS, VERB, VERB_FORMS, names,
};
use std::borrow::Cow;

/// The lemma of a form (lower case) read as a verb: `led` → `lead`, `setting` → `set`. A form that is no verb form comes back as it is.
pub fn verb(form: &str) -> Cow<'_, str> {
    match VERB_FORMS.get(form) {
        Some(lemma) => Cow::Borrowed(lemma),
        None => verb_by_rule(form),
    }
}

/// The lemma of a form (lower case) read as a noun: `women` → `woman`.
pub fn noun(form: &str) -> Cow<'_, str> {
    match NOUN_FORMS.get(form) {
        Some(lemma) => Cow::Borrowed(lemma),
        None => noun_by_rule(form),
    }
}

/// The lemma of a form (lower case) read as an adjective or adverb: `worse` → `bad`, `larger` → `large`.
pub fn adjective(form: &str) -> Cow<'_, str> {
    match ADJECTIVE_FORMS.get(form) {
        Some(lemma) => Cow::Borrowed(lemma),
        None => adjective_by_rule(form),
    }
}

/// [`verb`] without the table of irregular forms.
pub fn verb_by_rule(form: &str) -> Cow<'_, str> {
    if let Some((prefix, last)) = hyphen(form) {
        let lemma = verb(last);
        return if lemma == last { Cow::Borrowed(form) } else { Cow::Owned(format!("{prefix}{lemma}")) };
    }
    let is_verb = |stem: &str| lexicon::is_verb(stem);
    if let Some(stem) = form.strip_suffix("ies") {
        if stem.len() > 1 {
            let (y, ie) = (format!("{stem}y"), format!("{stem}ie"));
            return Cow::Owned(if is_verb(&ie) && !is_verb(&y) { ie } else { y });
        }
        return Cow::Owned(format!("{stem}ie"));
    }
    if let Some(stem) = form.strip_suffix('s') {
        return if form.ends_with("ss") || form.ends_with("us") || form.ends_with("is") || is_verb(form) {
            Cow::Borrowed(form)
        } else {
            singular_s(form, stem, VERB)
        };
    }
    if let Some(stem) = form.strip_suffix("ied") {
        let (y, ie) = (format!("{stem}y"), format!("{stem}ie"));
        return Cow::Owned(if (is_verb(&ie) && !is_verb(&y)) || stem.len() < 2 { ie } else { y });
    }
    let stem = match (form.strip_suffix("ed"), form.strip_suffix("ing")) {
        (Some(stem), _) | (None, Some(stem)) if stem.bytes().any(|b| is_vowel(b) || b == b'y') => stem,
        _ => return Cow::Borrowed(form),
    };
    if form.ends_with("eed") && is_verb(form) {
        return Cow::Borrowed(form);
    }
    verb_stem(form, stem)
}

/// The verb before *-ed*, *-ing*: `mak` → `make`, `plann` → `plan`, `fall` → `fall`.
fn verb_stem<'a>(form: &'a str, stem: &'a str) -> Cow<'a, str> {
    let is_verb = |stem: &str| lexicon::is_verb(stem);
    let with_e = format!("{stem}e");
    let (is_stem, is_with_e) = (is_verb(stem), is_verb(&with_e));
    if is_with_e && (!is_stem || super::inflect::would_double(stem) || prefers_e(stem)) {
        return Cow::Owned(with_e);
    }
    if is_stem {
        return Cow::Borrowed(stem);
    }
    if let Some(single) = undoubled(stem)
        && (is_verb(single) || super::inflect::would_double(single))
    {
        return Cow::Borrowed(single);
    }
    if let Some(single) = stem.strip_suffix("ck").map(|s| format!("{s}c"))
        && is_verb(&single)
    {
        return Cow::Owned(single);
    }
    if lexicon::is_verb(form) {
        return Cow::Borrowed(form);
    }
    unknown_verb_stem(stem, with_e)
}

/// Whether a stem that is a verb both with and without *-e* is so with it: `bath`, `breath`, `past`, `lath`.
fn prefers_e(stem: &str) -> bool {
    matches!(
        stem,
        "bath"
            | "past"
            | "cloth"
            | "lath"
            | "tast"
            | "ting"
            | "rang"
            | "forg"
            | "leas"
            | "premis"
            | "caus"
            | "not"
            | "rout"
            | "brows"
            | "plan"
            | "writ"
            | "secret"
    )
}

/// By spelling alone, for a verb that the lexicon does not have.
fn unknown_verb_stem(stem: &str, with_e: String) -> Cow<'_, str> {
    let prefixes = [
        "re", "un", "over", "under", "out", "mis", "dis", "de", "pre", "co", "counter", "fore", "inter",
        "super", "trans", "micro", "up", "sub",
    ];
    for prefix in prefixes {
        if let Some(rest) = stem.strip_prefix(prefix)
            && rest.len() > 2
        {
            if lexicon::is_verb(rest) {
                return Cow::Borrowed(stem);
            }
            if lexicon::is_verb(&format!("{rest}e")) {
                return Cow::Owned(with_e);
            }
        }
    }
    let bytes = stem.as_bytes();
    let e = match bytes {
        [.., b'i' | b'y', b'z' | b's']
        | [.., b'a', b't']
        | [.., b'u' | b'v' | b'c']
        | [.., b'd' | b'r' | b'l', b'g'] => true,
        [.., before, b'l'] => matches!(before, b'b' | b'd' | b'f' | b'g' | b'k' | b'p' | b't' | b'z'),
        [.., b'r' | b'n' | b'p' | b'l', b's'] => true,
        [.., before, vowel, last] => {
            !is_vowel(*before)
                && is_vowel(*vowel)
                && *vowel != b'e'
                && matches!(last, b'k' | b'z' | b'r' | b'm' | b'b' | b'g')
        }
        _ => false,
    };
    if e { Cow::Owned(with_e) } else { Cow::Borrowed(undoubled(stem).unwrap_or(stem)) }
}

/// Without the second of two equal consonants at the end (`plann` → `plan`); not *ss*, *ll*, *zz*, *ff* of short words,
/// which the caller has looked up before.
fn undoubled(stem: &str) -> Option<&str> {
    match stem.as_bytes() {
        [.., a, b]
            if a == b && !is_vowel(*a) && !matches!(a, b's' | b'h' | b'x')
                || matches!((a, b), (b's', b's')) && stem.len() < 5 =>
        {
            stem.get(..stem.len() - 1)
        }
        _ => None,
    }
}

/// `cross-referenced` → (`cross-`, `referenced`), `set-ups` alike.
fn hyphen(form: &str) -> Option<(&str, &str)> {
    let at = form.rfind('-')? + 1;
    let (prefix, last) = form.split_at(at);
    (prefix.len() > 1 && !last.is_empty()).then_some((prefix, last))
}

/// The word before *-s* (which is not part of an *-ies*): `watches` → `watch`, `causes` → `cause`.
fn singular_s<'a>(form: &'a str, stem: &'a str, flag: u64) -> Cow<'a, str> {
    let has = |word: &str| lexicon::flags(word) & flag != 0;
    if let Some(short) = stem.strip_suffix('e') {
        let bytes = short.as_bytes();
        let sibilant = matches!(bytes, [.., b's' | b'x' | b'z'] | [.., b'c' | b's', b'h']);
        if sibilant || short.ends_with('o') {
            return match (has(stem), has(short)) {
                (true, _) => Cow::Borrowed(stem),
                (false, true) => Cow::Borrowed(short),
                _ => {
                    // `gasses`, `quizzes`
                    if let Some(single) = undoubled_sibilant(short)
                        && has(single)
                    {
                        return Cow::Borrowed(single);
                    }
                    let keeps_e = matches!(bytes, [.., before, b's' | b'z'] if is_vowel(*before) || matches!(before, b'r' | b'n' | b'l' | b'p'));
                    Cow::Borrowed(if keeps_e { stem } else { short })
                }
            };
        }
    }
    let name = lexicon::flags(form) & CAPITAL != 0 && !has(stem) && !names::capitalised_lower(stem);
    if stem.len() < 2 || name {
        return Cow::Borrowed(form);
    }
    Cow::Borrowed(stem)
}

/// `gass` → `gas`.
fn undoubled_sibilant(stem: &str) -> Option<&str> {
    match stem.as_bytes() {
        [.., b's', b's'] | [.., b'z', b'z'] => stem.get(..stem.len() - 1),
        _ => None,
    }
}

/// [`noun`] without the table of irregular forms.
pub fn noun_by_rule(form: &str) -> Cow<'_, str> {
    if let Some((prefix, last)) = hyphen(form) {
        let lemma = noun(last);
        return if lemma == last { Cow::Borrowed(form) } else { Cow::Owned(format!("{prefix}{lemma}")) };
    }
    if let Some(stem) = form.strip_suffix("men")
        && stem.len() > 2
        && lexicon::flags(form) & NOUN == 0
    {
        return Cow::Owned(format!("{stem}man"));
    }
    let Some(stem) = form.strip_suffix('s') else { return Cow::Borrowed(form) };
    // A decade (`1970s`) or grade is its own lemma.
    let number = stem.ends_with(|c: char| c.is_ascii_digit());
    if number
        || lexicon::is_plural_only(form)
        || form.ends_with("ss")
        || form.ends_with('\'')
        || stem.ends_with('\'')
    {
        return Cow::Borrowed(form);
    }
    let own = lexicon::flags(form) & NOUN != 0;
    let is_noun = |word: &str| lexicon::flags(word) & NOUN != 0;
    if form.ends_with("us") || form.ends_with("is") {
        return if !own && is_noun(stem) { Cow::Borrowed(stem) } else { Cow::Borrowed(form) };
    }
    if form.ends_with("ics") && (own || !is_noun(stem)) {
        return Cow::Borrowed(form);
    }
    if let Some(base) = form.strip_suffix("ies") {
        let (y, ie) = (format!("{base}y"), format!("{base}ie"));
        return match (base.len() > 1, is_noun(&y), is_noun(&ie)) {
            (_, true, _) => Cow::Owned(y),
            (false, ..) | (true, false, true) => Cow::Borrowed(stem),
            _ if own => Cow::Borrowed(form),
            _ => Cow::Owned(y),
        };
    }
    singular_s(form, stem, NOUN)
}

/// [`adjective`] without the table of irregular forms.
pub fn adjective_by_rule(form: &str) -> Cow<'_, str> {
    let stem = match (form.strip_suffix("er"), form.strip_suffix("est")) {
        (Some(stem), _) | (None, Some(stem)) if stem.len() > 1 => stem,
        _ => return Cow::Borrowed(form),
    };
    let is_adjective = |word: &str| lexicon::flags(word) & (ADJECTIVE | ADVERB) != 0;
    if let Some(base) = stem.strip_suffix('i') {
        let y = format!("{base}y");
        return if is_adjective(&y) { Cow::Owned(y) } else { Cow::Borrowed(form) };
    }
    let with_e = format!("{stem}e");
    if is_adjective(&with_e) {
        return Cow::Owned(with_e);
    }
    if is_adjective(stem) {
        return Cow::Borrowed(stem);
    }
    match undoubled(stem) {
        Some(single) if is_adjective(single) => Cow::Borrowed(single),
        _ => Cow::Borrowed(form),
    }
}

#[cfg(test)]
mod tests;
