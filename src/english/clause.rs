//! Predicates with their subject, object, prepositional arguments, complements and voice.

/// Fills [`super::Parsed::clauses`]. Needs the chunks.
pub fn clauses(_sentence: &super::Sentence, _parsed: &mut super::Parsed) {}
