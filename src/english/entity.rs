//! Names and what they name: gazetteer, first names, titles, capital letters.

/// Fills [`super::Parsed::entities`], one entry a token. Needs the tags.
pub fn mark(sentence: &super::Sentence, parsed: &mut super::Parsed) {
    parsed.entities = vec![None; sentence.tokens.len()];
}
