//! A space before a mark of punctuation, as in French or after a tokeniser.

use super::{CheckContext, CheckMatch, Entry};
use crate::english::Range;
use crate::finding::Basis;
use crate::text::{Case, TokenKind};

pub(super) const ENTRY: Entry = Entry {
    name: "space-before",
    run,
    basis: Basis::Target,
    arguments: &["marks"],
    names: &["word", "mark"],
};

/// `with.marks`: the marks that follow their word without a space. Only after a word in small letters: tables, tickers
/// (`IBM.N ,`) and datelines (`ATHENS :`) are set like that on purpose.
fn run(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    let marks = context.with.texts("marks");
    let mut found = Vec::new();
    for (index, sentence) in context.sentences() {
        for (at, pair) in sentence.tokens.windows(2).enumerate() {
            let [word, mark] = pair else { continue };
            if mark.kind != TokenKind::Punctuation || !mark.space_before || word.case != Case::Lower {
                continue;
            }
            let text = sentence.token_text(at + 1);
            let goes_on = sentence.tokens.get(at + 2).is_none_or(|next| next.space_before);
            if goes_on && marks.contains(&text) {
                let both = Range::new(at, at + 2);
                let joined = format!("{}{text}", sentence.token_text(at));
                found.push(
                    CheckMatch::new(index, both)
                        .capture("word", Range::one(at))
                        .capture("mark", Range::one(at + 1))
                        .suggest(both, joined),
                );
            }
        }
    }
    found
}
