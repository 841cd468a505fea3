//! How a matched word is inflected, so that its replacement can be inflected alike.

use crate::english::inflect::{self, VerbSlot};
use crate::english::tag::Form;
use crate::english::{Sentence, Upos, VerbForm, Voice, lemma};

/// The inflection of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Like {
    /// A verb in this slot.
    Verb(VerbSlot),
    /// A plural noun.
    Plural,
    /// A noun in the singular, an adjective, anything else.
    Plain,
}

/// In the order of likelihood in news where nothing else is known of a form that may be several.
const SLOTS: [VerbSlot; 5] = [VerbSlot::Past, VerbSlot::Pp, VerbSlot::Pres3, VerbSlot::Ing, VerbSlot::Base];

/// The inflection of a token. `is_verb` says that the rule matched it as a verb, whatever the tag is.
pub(super) fn like(sentence: &Sentence, at: usize, is_verb: bool) -> Like {
    let surface = sentence.token_text(at).to_lowercase();
    let tag = sentence.parsed().tags.get(at).copied().unwrap_or_default();
    match tag.upos {
        Upos::Verb | Upos::Aux => Like::Verb(slot(sentence, at, &surface, tag.form)),
        _ if is_verb => Like::Verb(slot(sentence, at, &surface, tag.form)),
        Upos::Noun | Upos::Propn if tag.form == Form::Pl => Like::Plural,
        Upos::Noun | Upos::Propn => Like::Plain,
        // Participles are often tagged as adjectives.
        Upos::Adj if lemma::verb(&surface) != surface && lemma::adjective(&surface) == surface => {
            let form = if tag.form == Form::Ing { Form::Ing } else { Form::Pp };
            Like::Verb(slot(sentence, at, &surface, form))
        }
        _ => Like::Plain,
    }
}

/// The slot of a verb: what the tag says if the form can be that, else what the verb group asks for, else
/// the first slot that has this form.
fn slot(sentence: &Sentence, at: usize, surface: &str, form: Form) -> VerbSlot {
    let lemma = lemma::verb(surface);
    let possible: Vec<VerbSlot> =
        SLOTS.into_iter().filter(|&slot| inflect::verb(&lemma, slot) == surface).collect();
    let tagged = match form {
        Form::Base | Form::Pres => Some(VerbSlot::Base),
        Form::Pres3 => Some(VerbSlot::Pres3),
        Form::Past => Some(VerbSlot::Past),
        Form::Pp => Some(VerbSlot::Pp),
        Form::Ing => Some(VerbSlot::Ing),
        _ => None,
    };
    let fits = |slot: &VerbSlot| possible.contains(slot);
    // *The rebels set up raids*: the tag of a form that is both present and past is a guess, and news is told
    // in the past.
    if possible.contains(&VerbSlot::Base) && fits(&VerbSlot::Past) && is_finite_alone(sentence, at) {
        return VerbSlot::Past;
    }
    grouped(sentence, at)
        .filter(fits)
        .or(tagged.filter(|slot| possible.is_empty() || fits(slot)))
        .or_else(|| possible.first().copied())
        .unwrap_or(VerbSlot::Base)
}

/// Whether the verb is all of a finite verb group.
fn is_finite_alone(sentence: &Sentence, at: usize) -> bool {
    let group = sentence.parsed().vps.iter().find(|vp| vp.verb as usize == at);
    group.is_some_and(|vp| {
        let alone = (vp.range.start as usize..at).all(|before| !is_auxiliary(sentence, before));
        vp.form == VerbForm::Finite && vp.voice == Voice::Active && vp.modal.is_none() && alone
    })
}

fn is_auxiliary(sentence: &Sentence, at: usize) -> bool {
    sentence.parsed().tags.get(at).is_some_and(|tag| tag.upos == Upos::Aux)
}

/// The slot that the auxiliaries ask for. They are surer than the tag, which confuses `-ed` forms.
fn grouped(sentence: &Sentence, at: usize) -> Option<VerbSlot> {
    let vp = sentence.parsed().vps.iter().find(|vp| vp.verb as usize == at)?;
    let first = vp.range.start as usize == at;
    if first {
        return None;
    }
    if vp.voice == Voice::Passive || (vp.perfect && previous_is_have(sentence, at)) {
        Some(VerbSlot::Pp)
    } else if vp.form == VerbForm::Infinitive || (vp.modal.is_some() && !vp.perfect) {
        Some(VerbSlot::Base)
    } else {
        None
    }
}

/// Whether the nearest auxiliary before the verb is a form of *have*: in *has been leading* it is not.
fn previous_is_have(sentence: &Sentence, at: usize) -> bool {
    let before = (0..at).rev().take(4).map(|i| sentence.token_text(i).to_lowercase());
    let lemmas = before.map(|word| match word.as_str() {
        "'ve" | "’ve" | "'d" | "’d" => "have".to_owned(),
        other => lemma::verb(other).into_owned(),
    });
    lemmas.into_iter().find(|l| l == "have" || l == "be").is_some_and(|l| l == "have")
}
