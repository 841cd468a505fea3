//! The same word twice in a row: `the the`.

use super::{CheckContext, CheckMatch, Entry};
use crate::english::Range;
use crate::finding::Basis;
use crate::text::TokenKind;

pub(super) const ENTRY: Entry =
    Entry { name: "repeated-word", run, basis: Basis::Target, arguments: &["allow"], names: &["word"] };

/// `with.allow`: words that may stand twice (*had had*). The second must be in small letters: `Baden Baden`
/// and `Duran Duran` are names, `The the` is none.
fn run(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    let allowed = context.with.texts("allow");
    let mut found = Vec::new();
    for (index, sentence) in context.sentences() {
        for (at, pair) in sentence.tokens.windows(2).enumerate() {
            let [first, second] = pair else { continue };
            let words = first.kind == TokenKind::Word && second.kind == TokenKind::Word;
            if !words || !second.space_before {
                continue;
            }
            let (a, b) = (sentence.token_text(at), sentence.token_text(at + 1));
            let lower = b.chars().all(char::is_lowercase);
            if lower && a.to_lowercase() == b && !allowed.contains(&b) {
                let both = Range::new(at, at + 2);
                found.push(CheckMatch::new(index, both).capture("word", Range::one(at)).suggest(both, a));
            }
        }
    }
    found
}
