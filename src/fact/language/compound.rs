//! Number words that are written together: *siebenundneunzig*, *kaksikymmentäkolme*, *zwanzigjährig*.

use super::{Class, Language};

/// The longest word that is cut up, in bytes.
const LONGEST: usize = 120;

impl Language {
    /// Where a word in small letters is to be cut so that all its parts are parts of one number, the last perhaps
    /// what it counts; empty where it is no such word.
    pub fn split(&self, word: &str) -> Vec<usize> {
        let mut cuts = Vec::new();
        // A place from which the rest cannot be read is not tried twice: the work is quadratic in the word.
        let mut dead = [false; LONGEST];
        let known = self.later.contains(word);
        if word.len() < LONGEST && !known && self.rest(word, 0, &mut cuts, &mut dead) {
            cuts
        } else {
            Vec::new()
        }
    }

    /// Reads the rest of a word from a place; the cuts found so far stay as they were if that fails.
    fn rest(&self, word: &str, from: usize, cuts: &mut Vec<usize>, dead: &mut [bool; LONGEST]) -> bool {
        if dead.get(from).is_none_or(|dead| *dead) {
            return false;
        }
        let ends = word.char_indices().map(|(at, _)| at).skip_while(|at| *at <= from);
        let ends: Vec<usize> = ends.chain(std::iter::once(word.len())).collect();
        for &end in ends.iter().rev() {
            let part = word.get(from..end).unwrap_or("");
            if end == word.len() {
                if from > 0 && self.is_part(part, closes) {
                    return true;
                }
            } else if self.is_part(part, if from == 0 { opens } else { goes_on }) {
                cuts.push(end);
                if self.rest(word, end, cuts, dead) {
                    return true;
                }
                cuts.pop();
            }
        }
        if let Some(dead) = dead.get_mut(from) {
            *dead = true;
        }
        false
    }

    fn is_part(&self, part: &str, fits: fn(Class) -> bool) -> bool {
        // Only the last part may have an ending; `forms` would allow one anywhere.
        let forms = self.forms(part).iter().filter(|form| form.pieces.len() == 1);
        forms.into_iter().any(|form| fits(form.class))
    }
}

/// Whether a number in one word can begin with it.
const fn opens(class: Class) -> bool {
    matches!(
        class,
        Class::Unit
            | Class::One
            | Class::Tens
            | Class::Hundreds
            | Class::Bare
            | Class::PartOf
            | Class::Hundred
            | Class::Scale
    )
}

/// Whether it can stand in the midst of one.
const fn goes_on(class: Class) -> bool {
    opens(class) || matches!(class, Class::And | Class::AndHalf | Class::TenTimes | Class::Teen)
}

/// Whether it can end one.
const fn closes(class: Class) -> bool {
    !matches!(class, Class::And)
        && (goes_on(class)
            || matches!(
                class,
                Class::Ordinal
                    | Class::Period
                    | Class::AgedBehind
                    | Class::Percent
                    | Class::Fraction
                    | Class::Collective
                    | Class::Currency
            ))
}
