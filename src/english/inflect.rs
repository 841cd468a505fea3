//! From lemma to word form, and the indefinite article.

/// A slot of the verb paradigm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum VerbSlot {
    /// `lead`
    Base,
    /// `leads`
    Pres3,
    /// `led`
    Past,
    /// `led`, `taken`
    Pp,
    /// `leading`
    Ing,
}

/// A verb form. `lemma` may carry particles after an underscore or a space (`carry_out` → `carried out`).
pub fn verb(lemma: &str, _slot: VerbSlot) -> String {
    lemma.to_owned()
}

/// The plural of a noun; of a compound (`air strike`), of its last word.
pub fn plural(lemma: &str) -> String {
    lemma.to_owned()
}

/// `a` or `an`, for the word or number that follows.
pub fn article(_following: &str) -> &'static str {
    "a"
}
