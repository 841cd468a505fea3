//! How sure a rule is, from what was counted.
//!
//! The counts say how often the rule fires on English that people wrote, on machine translations, and in
//! annotated passages on an error or beside one:
//!
//! - `expected = .85 · ((hits on human text − slips) / its words) · words of machine translation`: the false
//!   alarms to be expected there. Slips are hits that somebody has read and found right. Human text is the clean text and the references together. People make some of the errors,
//!   too, and not all hits have been read; .85 was chosen on the data, see docs/design.md;
//! - `right = (hits on machine translation − expected, at least 0) + 5 · gold right`;
//! - `false = expected + 5 · gold false`. A finding that somebody judged weighs five that are inferred;
//! - `precision = (right + 11) / (right + false + 12)`. The prior of 11 right in 12 is what is believed of a rule
//!   of which nothing is known but that its author tried it out.
//!
//! So a rule that never fired is *medium*; silent on human text, it takes eight hits on machine translation or
//! two in annotated passages to be *high*; one or two hits on a million words of human text make it *low*
//! unless machine translation has several times more.

use super::rates::Counts;
use super::raw::{RawRule, RawValue};
use crate::finding::Confidence;

/// The share of hits on human text that is taken as false where nobody has read them.
const HUMAN_FALSE: f64 = 0.85;
/// How many inferred findings a judged one weighs.
const JUDGED: f64 = 5.0;
/// Right ones among [`PRIOR`] imagined findings.
const PRIOR_RIGHT: f64 = 11.0;
/// How many findings the prior weighs.
const PRIOR: f64 = 12.0;
/// Least precision of *high*.
const HIGH: f64 = 0.95;
/// Least precision of *medium*.
const MEDIUM: f64 = 0.8;

/// What is known about how often a rule is right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Evidence {
    /// Its folder has no measurements, so nothing is known of any of its rules.
    #[default]
    None,
    /// Its folder has measurements, but not of this rule.
    Unmeasured,
    /// It looks for something else than when it was measured.
    Changed,
    /// It was measured as it is.
    Measured(Counts),
}

impl Counts {
    /// Hits on all text that people wrote, and its words.
    pub const fn human(&self) -> (u64, u64) {
        (self.clean_hits + self.reference_hits, self.clean_words + self.reference_words)
    }

    /// Whether the rule fired nowhere.
    pub const fn is_silent(&self) -> bool {
        self.human().0 + self.translated_hits + self.gold_right + self.gold_false == 0
    }

    /// Hits on all text that people wrote which may be false alarms: slips of the writers are not.
    const fn suspect(&self) -> u64 {
        self.human().0.saturating_sub(self.human_slips)
    }

    /// The estimated share of findings on machine translation that are right, between 0 and 1.
    pub fn precision(&self) -> f64 {
        let (_, words) = self.human();
        let rate = if words == 0 { 0.0 } else { self.suspect() as f64 / words as f64 };
        // Without any translation, a hit on human text still counts against the rule.
        let scale = if self.translated_words == 0 { words } else { self.translated_words };
        let expected = HUMAN_FALSE * rate * scale as f64;
        let right = (self.translated_hits as f64 - expected).max(0.0) + JUDGED * self.gold_right as f64;
        let wrong = expected + JUDGED * self.gold_false as f64;
        (right + PRIOR_RIGHT) / (right + wrong + PRIOR)
    }

    /// *high* from .95, *medium* from .8.
    pub fn confidence(&self) -> Confidence {
        match self.precision() {
            p if p >= HIGH => Confidence::High,
            p if p >= MEDIUM => Confidence::Medium,
            _ => Confidence::Low,
        }
    }
}

/// FNV-1a (Fowler, Noll, Vo), 64 bits, over all that decides where a rule fires: patterns, frames or check,
/// exceptions, and where it looks. Lists are left out, so that an entry more does not make all rules that use
/// the list unmeasured; messages and suggestions do not matter.
pub(super) fn fingerprint(raw: &RawRule<'_>) -> u64 {
    let mut hash = Hash(0xcbf2_9ce4_8422_2325);
    let fields = [("pattern", &raw.pattern), ("frame", &raw.frame), ("unless", &raw.unless)];
    for (name, texts) in fields {
        hash.all(name, texts.iter().map(|text| &*text.text));
    }
    hash.all("check", raw.check.iter().map(|text| &*text.text));
    hash.all("quotes", raw.quotes.iter().map(|text| &*text.text));
    hash.all("blocks", raw.blocks.iter().flatten().map(|text| &*text.text));
    hash.all("density", raw.per_1000_words.map(|n| n.value.to_string()).as_deref());
    for (name, value) in &raw.with {
        hash.add(&name.text);
        hash.value(value);
    }
    hash.0
}

struct Hash(u64);

impl Hash {
    fn add(&mut self, text: &str) {
        // No text has the byte 0xFF, so two texts do not run together.
        for byte in text.bytes().chain([0xff]) {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn all<'t>(&mut self, name: &str, texts: impl IntoIterator<Item = &'t str>) {
        for text in texts {
            self.add(name);
            self.add(text);
        }
    }

    fn value(&mut self, value: &RawValue<'_>) {
        match value {
            RawValue::Text(text) => self.add(&text.text),
            RawValue::Number(number) => self.add(&number.value.to_string()),
            RawValue::Bool(value) => self.add(if *value { "true" } else { "false" }),
            RawValue::Array(values) => {
                values.iter().for_each(|value| self.value(value));
                self.add("]");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule::raw::Text;
    use proptest::prelude::*;

    /// Human hits in 1 million words, hits in 2 million words of translation, right and false in gold.
    fn counts(human: u64, translated: u64, gold_right: u64, gold_false: u64) -> Counts {
        Counts {
            clean_hits: human - human / 2,
            clean_words: 600_000,
            reference_hits: human / 2,
            reference_words: 400_000,
            translated_hits: translated,
            translated_words: 2_000_000,
            human_slips: 0,
            gold_right,
            gold_false,
        }
    }

    #[test]
    fn confidence_by_what_was_counted() {
        use Confidence::{High, Low, Medium};
        for (human, translated, right, wrong, expected) in [
            (0, 0, 0, 0, Medium),
            (0, 7, 0, 0, Medium),
            (0, 8, 0, 0, High),
            (0, 0, 1, 0, Medium),
            (0, 0, 2, 0, High),
            (0, 3, 1, 0, High),
            (0, 0, 0, 1, Low),
            (0, 16, 0, 1, Medium),
            (1, 0, 0, 0, Medium),
            (2, 0, 0, 0, Low),
            (2, 12, 0, 0, Medium),
            (2, 41, 0, 0, Medium),
            (2, 80, 0, 0, High),
            // As often in human text as in translations, and not much less often, however often that is.
            (100, 200, 0, 0, Low),
            (100, 400, 0, 0, Low),
            (100, 1000, 0, 0, Medium),
        ] {
            let counts = counts(human, translated, right, wrong);
            assert_eq!(counts.confidence(), expected, "{counts:?}: {}", counts.precision());
        }
        // What somebody has read and found right does not speak against a rule.
        let read = Counts { human_slips: 98, ..counts(100, 400, 0, 0) };
        assert_eq!(read.confidence(), High);
        // Without translations, silence says nothing and hits on human text speak against a rule.
        let clean = |hits| Counts { clean_hits: hits, clean_words: 700_000, ..Counts::default() };
        assert_eq!([0, 2, 3].map(|hits| clean(hits).confidence()), [Medium, Medium, Low]);
    }

    proptest! {
        #[test]
        fn more_against_a_rule_never_makes_it_surer(
            human in 0u64..1000, translated in 0u64..5000, right in 0u64..50, wrong in 0u64..50
        ) {
            let of = |h, t, r, w| counts(h, t, r, w).precision();
            let now = of(human, translated, right, wrong);
            prop_assert!((0.0..=1.0).contains(&now));
            prop_assert!(of(human + 2, translated, right, wrong) <= now);
            prop_assert!(of(human, translated, right, wrong + 1) <= now);
            prop_assert!(of(human, translated + 1, right, wrong) >= now);
            prop_assert!(of(human, translated, right + 1, wrong) >= now);
        }
    }

    #[test]
    fn the_fingerprint_is_of_what_a_rule_looks_for() {
        let text = |text: &'static str| Text { text: text.into(), ..Text::default() };
        let rule = |pattern: &[&'static str], unless: &[&'static str]| RawRule {
            pattern: pattern.iter().map(|p| text(p)).collect(),
            unless: unless.iter().map(|p| text(p)).collect(),
            ..RawRule::default()
        };
        let base = fingerprint(&rule(&["a b"], &[]));
        let moved = RawRule { message: Some(text("m")), ..rule(&["a b"], &[]) };
        assert_eq!(fingerprint(&moved), base);
        for other in [
            rule(&["a", "b"], &[]),
            rule(&["a b", "c"], &[]),
            rule(&["a b"], &["c"]),
            RawRule { quotes: Some(text("yes")), ..rule(&["a b"], &[]) },
            RawRule { with: vec![(text("n"), RawValue::Bool(true))], ..rule(&["a b"], &[]) },
        ] {
            assert_ne!(fingerprint(&other), base, "{other:?}");
        }
    }
}
