//! What is known of the language of a source, and so how much may be said about what it does not say.

use super::atom::Atom;
use super::pair::Part;
use crate::align::SourceText;
use crate::fact::Ratio;
use crate::fact::language::{Class, Language};
use std::sync::LazyLock;

/// A language of which only symbols and digits are known: three digits behind a mark are thousands.
pub static BARE: LazyLock<Language> = LazyLock::new(|| {
    Language::foreign("", include_str!("../../data/facts/common.tsv"), "decimal\t\t, | .\ngroup\t\t. | ,\n").0
});

/// What is known of the language of the source.
#[derive(Clone, Copy, Debug, Default)]
pub struct Knows {
    /// Number words up to a hundred.
    words: bool,
    /// Words for thousands and millions.
    scales: bool,
    /// Names of months, or numbers for them.
    pub months: bool,
    /// Words for centuries.
    centuries: bool,
    /// Whether there is a table at all.
    pub table: bool,
}

impl Knows {
    /// What its table has.
    pub fn of(text: &SourceText) -> Self {
        let has = |class| text.language.is_some_and(|language| language.has(class));
        // Where months have numbers, the table need not name them.
        let numbered = text.code.as_deref().is_some_and(|code| matches!(code, "zh" | "ja" | "ko"));
        let months = has(Class::Month) || numbered;
        Self {
            words: has(Class::Unit),
            scales: has(Class::Scale),
            months,
            centuries: has(Class::Century),
            table: text.language.is_some(),
        }
    }

    /// Whether a number in digits that the translation does not seem to say must be missing there. Without a table it may be
    /// part of a word: `1800-luvulla`.
    pub fn lost(self, part: &Part) -> bool {
        let round = |n: Ratio| n.div(Ratio::whole(100)).is_some_and(|n| n.as_whole().is_some());
        let long = part.digits.as_ref().is_some_and(|digits| digits.len() >= 3);
        self.table || long && part.said.atom.number().is_some_and(|n| !round(n))
    }

    /// How sure it is that a number which the source does not seem to say is not in it.
    pub fn added(self, part: &Part) -> f32 {
        let Atom::Amount(number, _) = part.said.atom else {
            let known = match part.said.atom {
                Atom::Year(_) => true,
                Atom::Decade(_) | Atom::Century(_) => self.centuries,
                _ => self.words,
            };
            return if part.digits.is_some() && known { 0.9 } else { 0.4 };
        };
        let round = number.amount.div(Ratio::whole(100)).is_some_and(|n| n.as_whole().is_some());
        let small = number.amount < Ratio::whole(100);
        let known = if small { self.words } else { !round || self.words && self.scales };
        match part.digits {
            Some(_) if known => 0.9,
            _ => 0.4,
        }
    }
}
