//! Makes tags agree with their neighbours where English leaves no choice.
use super::{Form, Tag, Upos};

/// What an auxiliary asks of the next verb.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wanted {
    /// `to`, a modal verb, *do*: the bare form.
    Bare,
    /// *have*, *be*: a participle.
    Participle,
}

/// Corrects the inflection of verbs in place. Only forms that look alike change places: `to cut` cannot be a present
/// tense, `have led` cannot be a past tense.
pub fn repair(words: &[&str], tags: &mut [Tag]) {
    settle_to(words, tags);
    settle_participle(words, tags);
    agree_with_auxiliary(words, tags);
    give_finite_verb(words, tags);
}

/// `to` before what cannot be a verb is the preposition (`an obstacle to negotiations`).
fn settle_to(words: &[&str], tags: &mut [Tag]) {
    for at in 1..tags.len() {
        let Some([to, next]) = tags.get_mut(at - 1..=at) else { continue };
        let nominal = match next.upos {
            Upos::Det | Upos::Pron | Upos::Propn | Upos::Num => true,
            Upos::Noun => next.form == Form::Pl,
            _ => false,
        };
        let is_to = words.get(at - 1).is_some_and(|w| w.eq_ignore_ascii_case("to"));
        if nominal && is_to && to.upos == Upos::Part {
            *to = Tag { upos: Upos::Adp, form: Form::None };
        }
    }
}

/// Participles that look like nouns: `an attack set up by rebels`.
fn settle_participle(words: &[&str], tags: &mut [Tag]) {
    const LIKE_NOUNS: &[&str] = &["cut", "hit", "put", "set", "shut", "split"];
    const PARTICLES: &[&str] = &["down", "off", "out", "up"];
    for at in 1..tags.len() {
        let is = |i: usize, list: &[&str]| {
            words.get(i).is_some_and(|w| list.iter().any(|l| w.eq_ignore_ascii_case(l)))
        };
        let after_noun = tags.get(at - 1).is_some_and(|t| matches!(t.upos, Upos::Noun | Upos::Propn));
        let by = is(at + 1, PARTICLES) && is(at + 2, &["by"]);
        if let Some(tag) = tags.get_mut(at).filter(|t| t.upos == Upos::Noun)
            && after_noun
            && by
            && is(at, LIKE_NOUNS)
        {
            *tag = Tag { upos: Upos::Verb, form: Form::Pp };
        }
    }
}

/// A sentence with a full stop has a finite verb: where there is none, the first participle right behind a noun is
/// read as a past tense (`The soldiers set up two bridges.`).
fn give_finite_verb(words: &[&str], tags: &mut [Tag]) {
    let finite = |t: &Tag| matches!(t.form, Form::Pres | Form::Pres3 | Form::Past | Form::Modal | Form::Base);
    if words.last() != Some(&".") || tags.iter().any(finite) {
        return;
    }
    let mut nominal = false;
    for tag in tags {
        if nominal && tag.upos == Upos::Verb && tag.form == Form::Pp {
            tag.form = Form::Past;
            return;
        }
        nominal = matches!(tag.upos, Upos::Noun | Upos::Propn | Upos::Pron);
    }
}

/// Corrects a verb behind its auxiliary.
fn agree_with_auxiliary(words: &[&str], tags: &mut [Tag]) {
    let mut wanted = None;
    for (word, tag) in words.iter().zip(tags) {
        match (tag.upos, wanted) {
            (Upos::Verb, Some(Wanted::Bare)) if tag.form == Form::Pres => tag.form = Form::Base,
            (Upos::Verb, Some(Wanted::Participle)) if tag.form == Form::Past => tag.form = Form::Pp,
            _ => {}
        }
        wanted = match tag.upos {
            // Adverbs and `not` may stand between.
            Upos::Adv => wanted,
            Upos::Part if !word.eq_ignore_ascii_case("to") => wanted,
            Upos::Part => Some(Wanted::Bare),
            Upos::Aux => asked_by(word, *tag),
            _ => None,
        };
    }
}

/// What an auxiliary verb asks for.
fn asked_by(word: &str, tag: Tag) -> Option<Wanted> {
    const BARE: &[&str] = &["do", "does", "did"];
    const PARTICIPLE: &[&str] = &[
        "have", "has", "had", "'ve", "’ve", "having", "be", "is", "are", "was", "were", "been", "being",
        "am", "'re", "’re", "'m", "’m",
    ];
    let is = |list: &[&str]| list.iter().any(|w| w.eq_ignore_ascii_case(word));
    if tag.form == Form::Modal || is(BARE) {
        Some(Wanted::Bare)
    } else if is(PARTICIPLE) {
        Some(Wanted::Participle)
    } else {
        None
    }
}
