//! Who is named where: full names, and family names that stand for them.

use super::shared::is_capital;
use crate::english::{Range, Sentence};
use crate::fact::{Mention, Value};

/// Who is spoken of, as far as names show it.
#[derive(Default)]
pub struct People {
    /// Family and full names, by order of appearance.
    known: Vec<(String, String)>,
    /// Of whom the last sentences spoke.
    pub topic: Option<String>,
}

impl People {
    /// The full name of a person; a family name alone is that of the first who bears it.
    fn name(&mut self, mention: &Mention) -> Option<String> {
        match &mention.value {
            Value::Person(name) if !name.given.is_empty() => {
                if self.known.len() < 60 && !self.known.iter().any(|(_, full)| *full == name.full) {
                    self.known.push((name.family.clone(), name.full.clone()));
                }
                Some(name.full.clone())
            }
            // A name of unknown kind with several words may be that of a person.
            Value::Name(name) if name.full.contains(' ') => {
                let family = name.full.rsplit(' ').next().unwrap_or_default();
                if self.known.len() < 60 && !self.known.iter().any(|(_, full)| *full == name.full) {
                    self.known.push((family.to_owned(), name.full.clone()));
                }
                Some(name.full.clone())
            }
            _ => None,
        }
    }

    /// The persons that a sentence names, by the token where each name starts.
    pub fn named(&mut self, sentence: &Sentence, mentions: &[Mention]) -> Vec<(usize, String)> {
        let full: Vec<(Range, String)> =
            mentions.iter().filter_map(|m| Some((m.tokens, self.name(m)?))).collect();
        let alone = |at: usize| {
            let free = is_capital(sentence, at) && !full.iter().any(|(tokens, _)| tokens.contains(at));
            let text = sentence.token_text(at);
            let (_, name) = self.known.iter().find(|(family, _)| free && family == text)?;
            Some((at, name.clone()))
        };
        let mut named: Vec<(usize, String)> = (0..sentence.tokens.len()).filter_map(alone).collect();
        named.extend(full.iter().map(|(tokens, name)| (usize::from(tokens.start), name.clone())));
        named.sort_unstable();
        named
    }
}
