//! Names and what they name: gazetteer, first names, titles, capital letters.
//!
//! Steps, each of which only fills tokens that the earlier ones left open: the longest listed name; persons
//! (title + capitals, first name + capitals, a family name met before); organisations by their head word
//! (*Ministry*, *Corp*); last, capitals inside the sentence as [`Entity::Name`].

mod heads;
mod organisation;
mod person;

use super::lexicon::{self, names};
use super::{Entity, Parsed, Sentence, Tag, Upos};
use crate::text::{Case, TokenKind};
use heads::{is_month_context, is_org_head, is_place_preposition, is_title};

/// Fills [`super::Parsed::entities`], one entry a token. Needs the tags.
pub fn mark(sentence: &Sentence, parsed: &mut Parsed) {
    let mut marker = Marker {
        sentence,
        tags: &parsed.tags,
        entities: vec![None; sentence.tokens.len()],
        flags: vec![0; sentence.tokens.len()],
        title_case: is_title_case(sentence),
    };
    marker.listed();
    marker.persons();
    marker.known_family_names();
    marker.organisations();
    marker.other_names();
    parsed.entities = marker.entities;
}

/// Whether most words are capitalised, as in American headlines, so that a capital says nothing.
fn is_title_case(sentence: &Sentence) -> bool {
    let (mut words, mut capitals) = (0_u32, 0_u32);
    for (at, token) in sentence.tokens.iter().enumerate().skip(1) {
        if token.kind == TokenKind::Word && sentence.token_text(at).len() > 3 {
            words += 1;
            capitals += u32::from(!matches!(token.case, Case::Lower | Case::None));
        }
    }
    words >= 3 && capitals * 10 > words * 7
}

struct Marker<'s> {
    sentence: &'s Sentence,
    tags: &'s [Tag],
    entities: Vec<Option<Entity>>,
    /// What the list of names says of each single token.
    flags: Vec<u64>,
    title_case: bool,
}

impl Marker<'_> {
    fn len(&self) -> usize {
        self.entities.len()
    }

    fn text(&self, at: usize) -> &str {
        self.sentence.token_text(at)
    }

    fn flags_at(&self, at: usize) -> u64 {
        self.flags.get(at).copied().unwrap_or(0)
    }

    /// Whether the token is a word that begins with a capital (or has one inside, as `iPhone`).
    fn capital(&self, at: usize) -> bool {
        self.sentence.tokens.get(at).is_some_and(|t| {
            matches!(t.kind, TokenKind::Word | TokenKind::Alphanumeric) && t.case.has_capital()
        })
    }

    fn upos(&self, at: usize) -> Upos {
        self.tags.get(at).map_or(Upos::X, |t| t.upos)
    }

    fn entity(&self, at: usize) -> Option<Entity> {
        self.entities.get(at).copied().flatten()
    }

    /// Sets tokens that are still open.
    fn set(&mut self, tokens: std::ops::Range<usize>, entity: Entity) {
        for slot in self.entities.get_mut(tokens).into_iter().flatten() {
            slot.get_or_insert(entity);
        }
    }

    /// Whether the token opens the sentence or a quotation, or follows a colon: its capital may be one of position.
    fn at_start(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return true };
        let opens = |t: &str| {
            matches!(
                t,
                "\"" | "“" | "‘" | "'" | "«" | ":" | "—" | "–" | "(" | "[" | "•" | "-" | "``" | "*" | "„"
            )
        };
        opens(self.text(before)) && (before == 0 || self.text(before) != "'")
    }

    /// The longest name in the list from each token on.
    fn listed(&mut self) {
        let mut at = 0;
        while at < self.len() {
            if !self.starts_name(at) {
                at += 1;
                continue;
            }
            let (length, flags) = self.longest(at);
            if length <= 1 {
                if let Some(slot) = self.flags.get_mut(at) {
                    *slot = flags;
                }
                if let Some(entity) = self.of_flags(at, flags) {
                    self.set(at..at + 1, entity);
                }
                at += 1;
            } else {
                if let Some(entity) = certain(flags) {
                    self.set(at..at + length, entity);
                }
                at += length;
            }
        }
    }

    /// A capital, or a name that begins with a small letter (`al-Qaeda`).
    fn starts_name(&self, at: usize) -> bool {
        self.capital(at) || self.text(at).starts_with("al-") || self.text(at).starts_with("el-")
    }

    /// Length in tokens and flags of the longest listed name that begins here; (1, flags) for a single word.
    fn longest(&self, at: usize) -> (usize, u64) {
        let first = self.text(at);
        let mut best = (1, names::flags(first));
        if best.1 == 0
            && self.sentence.tokens.get(at).is_some_and(|t| t.case == Case::Upper)
            && first.len() > 3
        {
            // A dateline: `KYIV`.
            best.1 = names::flags(&title_case(first));
        }
        let mut name = first.to_owned();
        for next in at + 1..(at + names::LONGEST).min(self.len()) {
            if !names::begins(&name) {
                break;
            }
            if self.sentence.tokens.get(next).is_some_and(|t| t.space_before) {
                name.push(' ');
            }
            name.push_str(self.text(next));
            let flags = names::flags(&name);
            if flags & !names::AMBIGUOUS != 0 {
                best = (next + 1 - at, flags);
            }
        }
        best
    }

    /// What a single listed word is here.
    fn of_flags(&self, at: usize, flags: u64) -> Option<Entity> {
        if flags & names::WEEKDAY != 0 {
            return Some(Entity::Weekday);
        }
        if flags & names::MONTH != 0 {
            return self.is_month(at).then_some(Entity::Month);
        }
        let place = flags & (names::COUNTRY | names::CITY | names::PLACE) != 0;
        let first_name = flags & names::FIRST_NAME != 0;
        if first_name && self.full_name_follows(at) {
            return None;
        }
        if place && flags & names::AMBIGUOUS != 0 && !self.is_place_context(at) {
            return if flags & names::NATIONALITY != 0 { Some(Entity::Nationality) } else { None };
        }
        // `Mr. Kiev`, `Jack London`: persons are found later.
        if place && self.after_person_word(at) {
            return None;
        }
        if flags & names::ORG != 0
            && !place
            && self.at_start(at)
            && lexicon::flags(&self.text(at).to_lowercase()) & lexicon::KNOWN != 0
        {
            return None;
        }
        certain(flags)
    }

    /// Whether the token before is a title or a first name that is nothing else.
    fn after_person_word(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        let flags = self.flags_at(before);
        let first_name = flags & names::FIRST_NAME != 0 && certain(flags & !names::FIRST_NAME).is_none();
        self.capital(before)
            && self.entity(before).is_none()
            && (first_name
                || matches!(
                    self.text(before),
                    "Mr" | "Mr." | "Mrs" | "Mrs." | "Ms" | "Ms." | "Dr." | "Sir" | "Lady"
                ))
    }

    /// *in Reading*, *near Nice,*, *Orange, France*.
    fn is_place_context(&self, at: usize) -> bool {
        if self.at_start(at) && at == 0 {
            return false;
        }
        let may_be_person = names::flags(self.text(at)) & (names::FIRST_NAME | names::SURNAME) != 0;
        let before = at
            .checked_sub(1)
            .is_some_and(|b| is_place_preposition(&self.text(b).to_lowercase(), may_be_person));
        let after = self.text(at + 1) == ","
            && names::flags(self.text(at + 2)) & (names::COUNTRY | names::PLACE) != 0
            && !self.full_name_follows(at);
        (before || after) && !self.capital(at + 1)
    }

    /// *May 5*, *5 May*, *in March*, *last May*, and anywhere inside the sentence if it is no verb.
    fn is_month(&self, at: usize) -> bool {
        let text = self.text(at);
        if !matches!(text, "May" | "March" | "April" | "June" | "August" | "Mar" | "Jan" | "Dec") {
            return true;
        }
        let number = |i: usize| {
            self.sentence
                .tokens
                .get(i)
                .is_some_and(|t| matches!(t.kind, TokenKind::Number | TokenKind::Alphanumeric))
        };
        if number(at + 1) || at.checked_sub(1).is_some_and(number) {
            return true;
        }
        let before = at.checked_sub(1).map(|b| self.text(b).to_lowercase()).unwrap_or_default();
        if is_month_context(&before) {
            return true;
        }
        // *Theresa May*, *April Jones*, *the March on Washington*.
        let named = self.capital(at + 1)
            || at
                .checked_sub(1)
                .is_some_and(|b| self.capital(b) && self.flags_at(b) & names::FIRST_NAME != 0);
        !self.at_start(at) && !named && matches!(self.upos(at), Upos::Propn) && before != "the"
    }

    /// Whether a capitalised word (or initial) that is no listed place follows: `Jordan Pickford`, not `Jordan`.
    fn full_name_follows(&self, at: usize) -> bool {
        let next = at + 1;
        if !self.capital(next) || self.text(next).ends_with("'s") {
            return false;
        }
        let flags = names::flags(self.text(next));
        let other = names::COUNTRY | names::NATIONALITY | names::WEEKDAY | names::MONTH | names::ORG;
        let lower = self.text(next).to_lowercase();
        flags & other == 0
            && !is_org_head(self.text(next))
            && !lexicon::is_function_word(&lower)
            && !is_title(self.text(next))
    }

    fn is_small_word(&self, at: usize) -> bool {
        lexicon::is_function_word(&self.text(at).to_lowercase())
    }

    /// Capitals inside the sentence that nothing explains.
    fn other_names(&mut self) {
        for at in 0..self.len() {
            if self.entity(at).is_some() || !self.capital(at) {
                continue;
            }
            let text = self.text(at);
            if is_title(text) || text.chars().count() < 2 {
                continue;
            }
            let lower = text.to_lowercase();
            if lexicon::is_function_word(&lower) || lower.chars().all(|c| !c.is_alphabetic()) {
                continue;
            }
            let unknown =
                lexicon::flags(&lower) & lexicon::KNOWN == 0 && !lexicon::is_known_in_lower_case(&lower);
            let by_position = self.at_start(at) || self.title_case;
            let neighbour = |i: usize| self.capital(i) && !self.is_small_word(i) && !is_title(self.text(i));
            let adjacent =
                neighbour(at + 1) || at.checked_sub(1).is_some_and(|b| neighbour(b) && !self.at_start(b));
            let propn = self.upos(at) == Upos::Propn;
            let name = if by_position { unknown } else { unknown || (propn && adjacent) };
            if name {
                self.set(at..at + 1, Entity::Name);
            }
        }
    }
}

/// `KYIV` → `Kyiv`, `TEL` → `Tel`.
fn title_case(upper: &str) -> String {
    let mut chars = upper.chars();
    chars.next().map_or(String::new(), |c| c.to_string() + &chars.as_str().to_lowercase())
}

/// The kind that flags name when nothing else is to be asked.
fn certain(flags: u64) -> Option<Entity> {
    [
        (names::COUNTRY, Entity::Country),
        (names::NATIONALITY, Entity::Nationality),
        (names::CITY, Entity::City),
        (names::PLACE, Entity::Place),
        (names::ORG, Entity::Org),
    ]
    .into_iter()
    .find_map(|(flag, entity)| (flags & flag != 0).then_some(entity))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
