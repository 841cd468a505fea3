//! *a* or *an* against the sound of the next word: `a underage girl`, `an useful idea`.

use super::{CheckContext, CheckMatch, Entry};
use crate::english::{Range, inflect, lexicon};
use crate::finding::Basis;
use crate::text::{Case, TokenKind};

pub(super) const ENTRY: Entry = Entry {
    name: "indefinite-article",
    run,
    basis: Basis::Target,
    arguments: &["keep"],
    names: &["right", "next"],
};

/// `with.keep`: a list of words that some speakers sound otherwise (*an historic*). Only before known English words in
/// small letters: how a name or an acronym sounds cannot be told from its letters.
fn run(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    let mut found = Vec::new();
    for (index, sentence) in context.sentences() {
        for at in 0..sentence.tokens.len().saturating_sub(1) {
            // One or two bytes: most words need no look at their letters.
            let short = sentence.tokens.get(at).is_some_and(|token| token.span.len() < 3);
            let written = sentence.token_text(at);
            if !short || (!written.eq_ignore_ascii_case("a") && !written.eq_ignore_ascii_case("an")) {
                continue;
            }
            let lower = written.to_lowercase();
            // A quotation mark between the article and its noun does not change the sound.
            let next = if matches!(sentence.token_text(at + 1), "\"" | "“" | "'" | "‘") {
                at + 2
            } else {
                at + 1
            };
            let Some(token) = sentence.tokens.get(next) else { continue };
            if token.kind != TokenKind::Word
                || token.case != Case::Lower
                || !token.space_before && next == at + 1
            {
                continue;
            }
            let word = sentence.token_text(next);
            let known = word.split('-').all(|part| part.len() > 1 && lexicon::is_known(part));
            let kept =
                context.with.list("keep").is_some_and(|l| context.lists.ends_at(l, sentence, next).is_some());
            let right = inflect::article(word);
            // Inside a sentence a capital is a letter (*vitamin A is*) or a name (*Kofi An nan*).
            let letter = written != lower && at > 0;
            if !known || kept || letter || right == lower {
                continue;
            }
            let right = inflect::like_case(written, right);
            let report = Range::new(at, next + 1);
            found.push(
                CheckMatch::new(index, report)
                    .string("right", right.clone())
                    .capture("next", Range::one(next))
                    .suggest(Range::one(at), right),
            );
        }
    }
    found
}
