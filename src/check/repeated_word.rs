//! The same word twice in a row: `the the`.

use super::{CheckContext, CheckMatch, Entry};
use crate::english::{Range, Sentence};
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
        let mut at = 0;
        while at < sentence.tokens.len() {
            let end = run_end(sentence, at);
            let word = sentence.token_text(at);
            if end > at + 1 && !allowed.contains(&sentence.token_text(at + 1)) {
                let all = Range::new(at, end);
                found.push(CheckMatch::new(index, all).capture("word", Range::one(at)).suggest(all, word));
            }
            at = end;
        }
    }
    found
}

/// One past the last repetition of the word at `at`: the whole of a loop is one finding.
fn run_end(sentence: &Sentence, at: usize) -> usize {
    let word = sentence.token_text(at);
    let first = sentence.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Word);
    let again = |i: usize| {
        let Some(token) = sentence.tokens.get(i) else { return false };
        // The second must be in small letters: `The the`, but not `Baden Baden`.
        let lower = |text: &str| text.chars().all(char::is_lowercase);
        let text = sentence.token_text(i);
        token.kind == TokenKind::Word
            && token.space_before
            && text.len() == word.len()
            && text.eq_ignore_ascii_case(word)
            && lower(text)
    };
    let mut end = at + 1;
    while first && again(end) {
        end += 1;
    }
    end
}
