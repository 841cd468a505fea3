//! Organisations by their head word.

use super::Marker;
use super::heads::is_org_head;
use crate::english::Entity;

impl Marker<'_> {
    /// Organisations by head word: *Defense Ministry*, *Bank of England*, *Acme Corp.*
    pub(super) fn organisations(&mut self) {
        for at in 0..self.len() {
            if !self.capital(at) || !is_org_head(self.text(at)) || self.entity(at).is_some() {
                continue;
            }
            let before = at.checked_sub(1);
            let named_before = before.is_some_and(|b| self.capital(b) && !self.is_small_word(b));
            let of_follows = matches!(self.text(at + 1), "of" | "for") && {
                let next = if self.text(at + 2) == "the" { at + 3 } else { at + 2 };
                self.capital(next)
            };
            if !named_before && !of_follows && (self.at_start(at) || self.title_case) {
                continue;
            }
            self.set(at..at + 1, Entity::Org);
            let mut start = at;
            while let Some(b) = start.checked_sub(1) {
                if !self.capital(b)
                    || self.is_small_word(b)
                    || self.entity(b).is_some()
                    || (self.at_start(b) && self.is_small_word(b))
                {
                    break;
                }
                start = b;
            }
            self.set(start..at, Entity::Org);
            if of_follows {
                let mut end = at + 1;
                while end < self.len()
                    && (self.capital(end) || matches!(self.text(end), "of" | "for" | "and" | "the" | "&"))
                {
                    end += 1;
                }
                while end > at + 1 && !self.capital(end - 1) {
                    end -= 1;
                }
                for i in at + 1..end {
                    if self.capital(i) {
                        self.set(i..i + 1, Entity::Org);
                    }
                }
            }
        }
    }
}
