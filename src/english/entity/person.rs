//! Personal names: by title, by first name, by a family name that stood in full before.

use super::Marker;
use super::heads::{is_org_head, is_title};
use crate::english::Entity;
use crate::english::lexicon::{self, names};
use crate::text::Case;

impl Marker<'_> {
    /// Persons by title or first name.
    pub(super) fn persons(&mut self) {
        let mut at = 0;
        while at < self.len() {
            let open = self.entity(at).is_none() && self.capital(at);
            let text = self.text(at);
            let title = open && is_title(text);
            let first = open && self.flags_at(at) & names::FIRST_NAME != 0;
            let surname = open && self.flags_at(at) & names::SURNAME != 0;
            if title {
                let end = self.name_end(at + 1);
                if end > at + 1 {
                    let courtesy = matches!(
                        text.trim_end_matches('.'),
                        "Mr" | "Mrs"
                            | "Ms"
                            | "Miss"
                            | "Dr"
                            | "Sir"
                            | "Lady"
                            | "Lord"
                            | "Dame"
                            | "Mme"
                            | "M"
                            | "Don"
                    );
                    self.set(if courtesy { at..end } else { at + 1..end }, Entity::Person);
                }
                at = end.max(at + 1);
            } else if first || surname {
                let end = self.name_end(at + 1);
                let alone = end == at + 1;
                let doubtful =
                    self.flags_at(at) & names::AMBIGUOUS != 0 || (self.at_start(at) && self.is_ordinary(at));
                if !(alone && doubtful) {
                    self.set(at..end, Entity::Person);
                }
                at = end;
            } else {
                at += 1;
            }
        }
    }

    /// Whether the lexicon has the word in lower case.
    fn is_ordinary(&self, at: usize) -> bool {
        lexicon::flags(&self.text(at).to_lowercase()) & lexicon::KNOWN != 0
    }

    /// One past the last token of a personal name whose next part would stand at `at`: up to four capitalised
    /// words, initials and particles (*de*, *van der*).
    fn name_end(&self, at: usize) -> usize {
        let mut end = at;
        while end < self.len() && end < at + 4 {
            if self.is_name_part(end) {
                end += 1;
                continue;
            }
            let mut after = end;
            while after < end + 3 && is_particle(self.text(after)) {
                after += 1;
            }
            if after > end && self.is_name_part(after) {
                end = after + 1;
            } else {
                break;
            }
        }
        end
    }

    /// A capitalised word that can continue a personal name.
    fn is_name_part(&self, at: usize) -> bool {
        let text = self.text(at);
        if text.starts_with("al-") || text.starts_with("el-") {
            return true;
        }
        if !self.capital(at) || self.entity(at).is_some_and(|e| e != Entity::City) {
            return false;
        }
        let lower = text.to_lowercase();
        let initial = text.trim_end_matches('.').chars().count() == 1;
        if initial {
            return text != "I";
        }
        // *Theresa May*
        if text == "May" && at.checked_sub(1).is_some_and(|b| self.flags_at(b) & names::FIRST_NAME != 0) {
            return true;
        }
        let shouting = self.sentence.tokens.get(at).is_some_and(|t| t.case == Case::Upper);
        if self.title_case
            && self.is_ordinary(at)
            && self.flags_at(at) & (names::FIRST_NAME | names::SURNAME) == 0
        {
            return false;
        }
        !shouting && !lexicon::is_function_word(&lower) && !is_org_head(text) && !is_title(text)
    }

    /// A family name that stood in a full name of this sentence.
    pub(super) fn known_family_names(&mut self) {
        let family: Vec<usize> = (0..self.len())
            .filter(|&i| self.entity(i) == Some(Entity::Person) && self.entity(i + 1) != Some(Entity::Person))
            .collect();
        for at in 0..self.len() {
            if self.entity(at).is_none_or(|e| e == Entity::City)
                && self.capital(at)
                && family.iter().any(|&f| f != at && self.text(f) == self.text(at))
                && let Some(slot) = self.entities.get_mut(at)
            {
                *slot = Some(Entity::Person);
            }
        }
    }
}

/// Small words inside personal names.
fn is_particle(word: &str) -> bool {
    matches!(
        word,
        "de" | "da"
            | "do"
            | "dos"
            | "das"
            | "di"
            | "del"
            | "della"
            | "la"
            | "van"
            | "von"
            | "der"
            | "den"
            | "zu"
            | "bin"
            | "ibn"
            | "ben"
            | "al"
            | "el"
            | "ter"
            | "y"
            | "du"
    )
}
