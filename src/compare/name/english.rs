//! The names of the translation: has the source something that each can stand for?

use super::sides::{SAME, Sides, Target, is_acronym, touches, units};
use crate::english::lexicon::{self, names};
use crate::english::{Entity, Range, Sentence};
use crate::romanise::Key;
use crate::romanise::exonym::{self, Class, Concept, Known};
use crate::text::TokenKind;

/// A name of the translation.
pub(super) struct English {
    /// Index into [`Sides::english`], and tokens there.
    pub(super) place: (usize, Range),
    pub(super) supported: bool,
}

/// Words with a capital that other languages may leave out.
const UNITS: &[&str] = &["celsius", "fahrenheit", "ltd", "inc", "corp", "co", "plc", "llc", "gmbh", "ltd."];

impl Sides<'_> {
    pub(super) fn english_names(&self) -> Vec<English> {
        let mut out = Vec::new();
        for (index, target) in self.english.iter().enumerate() {
            let entities = &target.sentence.parsed().entities;
            let kind = |at: usize| entities.get(at).copied().flatten();
            let mut at = 0;
            while at < target.sentence.tokens.len() {
                let Some(entity) = kind(at) else {
                    at += 1;
                    continue;
                };
                let start = at;
                while kind(at) == Some(entity) {
                    at += 1;
                }
                let range = Range::new(start, at);
                if let Some(supported) = self.english_support(target, range, entity) {
                    out.push(English { place: (index, range), supported });
                }
            }
        }
        out
    }

    /// Whether the source has what a name stands for; nothing if the name cannot be judged.
    fn english_support(&self, target: &Target<'_>, range: Range, entity: Entity) -> Option<bool> {
        if matches!(entity, Entity::Weekday | Entity::Month | Entity::Nationality) {
            return None;
        }
        let span = target.local(target.sentence.range_span(range));
        let listed: Vec<&Known> = target.known.iter().filter(|k| touches(&target.lattice, k, span)).collect();
        if listed.iter().any(|k| self.has(k.concept)) {
            return Some(true);
        }
        let proper: Vec<&str> = range
            .usize()
            .filter(|at| is_proper(target.sentence, *at, entity))
            .map(|at| target.sentence.token_text(at))
            .collect();
        let ordinary = |word: &str| lexicon::is_known_in_lower_case(&word.to_lowercase());
        if proper.is_empty()
            || entity == Entity::City && proper.len() > 1 && proper.iter().all(|w| ordinary(w))
        {
            return None;
        }
        let telling = |k: &&&Known| {
            !matches!(k.class, Class::Thing | Class::Given | Class::Demonym)
                && exonym::lists(k.concept, self.language)
                && units(&target.lattice, k.first, k.end) == span
        };
        // A country that the table of the language has is called by one of the forms there.
        let country = listed.iter().filter(telling).any(|k| k.class == Class::Country);
        if country && matches!(self.language, "zh" | "ja") {
            return Some(false);
        }
        let near = if country { SAME } else { self.near };
        // One word that is there is enough; of others, the whole must sound alike, not the shortest by chance.
        let heard: Vec<(u32, u32)> =
            proper.iter().map(|word| (self.distance_in_source(word), word.chars().count() as u32)).collect();
        let letters: u32 = heard.iter().map(|h| h.1).sum();
        let mean = heard.iter().map(|h| h.0 * h.1).sum::<u32>() / letters.max(1);
        Some(heard.iter().any(|h| h.0 <= SAME) || mean <= near)
    }

    /// How far the source is from a word of the translation in its sound.
    fn distance_in_source(&self, word: &str) -> u32 {
        let key = Key::of(word);
        let inside = matches!(self.language, "de" | "nl" | "sv" | "da" | "no" | "fi" | "hu");
        let listed =
            || self.known.iter().any(|k| exonym::english(k.concept).iter().any(|e| e.contains(word)));
        if key.len() < 2 || listed() {
            return 0;
        }
        self.lattice.closest(&key, inside).map_or(100, |m| m.distance.min(100))
    }

    /// Whether something in the source may stand for a concept.
    fn has(&self, concept: Concept) -> bool {
        self.known.iter().any(|k| k.concept == concept)
            || self
                .lattice
                .units
                .iter()
                .any(|u| exonym::may_name(u.span.of(self.source), concept, self.language))
    }
}

/// Whether a word of a name is no ordinary word, so that its sound says whether it is the right name.
fn is_proper(sentence: &Sentence, at: usize, entity: Entity) -> bool {
    let word = sentence.token_text(at);
    let Some(token) = sentence.tokens.get(at) else { return false };
    if token.kind != TokenKind::Word || !token.case.has_capital() || word.chars().count() < 2 {
        return false;
    }
    let lower = word.to_lowercase();
    let parts_known = || lower.split('-').all(|p| p.len() < 3 || lexicon::is_known_in_lower_case(p));
    let opens_as_word = at == 0 && lexicon::is_known_in_lower_case(&lower) && entity != Entity::Person;
    if opens_as_word
        || entity == Entity::Name && (at == 0 || word.chars().count() < 4)
        || lower.contains('-') && parts_known()
        || UNITS.contains(&&*lower)
        || word.split('-').any(is_acronym)
        || lexicon::is_function_word(&lower)
        || lower.split('-').any(names::capitalised_lower)
    {
        return false;
    }
    matches!(entity, Entity::Person | Entity::Country | Entity::City)
        || !lexicon::is_known_in_lower_case(&lower)
}
