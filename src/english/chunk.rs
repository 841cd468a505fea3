//! Noun, verb and prepositional phrases (nom over tagged tokens).

/// Fills [`super::Parsed`]'s `nps`, `vps` and `pps`. Needs tags, lemmas and entities.
pub fn chunk(_sentence: &super::Sentence, _parsed: &mut super::Parsed) {}
