//! An article before the bare name of a place: `most of the Kursk`.

use super::{CheckContext, CheckMatch, Entry};
use crate::english::lexicon::names;
use crate::english::{Entity, Parsed, Range, Sentence, Upos};
use crate::finding::Basis;
use crate::text::{Case, TokenKind};

pub(super) const ENTRY: Entry = Entry {
    name: "article-before-place",
    run,
    basis: Basis::Target,
    arguments: &["keep"],
    names: &["place"],
};

/// `with.keep`: the list of names that keep their article (*the Hague*). Only after a preposition (`in the
/// Kursk`), where a ship, a team or a hotel of that name is unlikely, and only where the name is the head: what
/// follows is a mark, a preposition, a verb or a conjunction.
fn run(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    let mut found = Vec::new();
    for (index, sentence) in context.sentences() {
        for at in 1..sentence.tokens.len() {
            if !capital(sentence, at + 1) || sentence.token_text(at) != "the" {
                continue;
            }
            if let Some(name) = bare_place(context, sentence, at) {
                let all = Range::new(at, name.end.into());
                found.push(
                    CheckMatch::new(index, all)
                        .capture("place", name)
                        .suggest(all, sentence.range_text(name)),
                );
            }
        }
    }
    found
}

/// Whether the token is a word with a capital first letter and small ones behind it.
fn capital(sentence: &Sentence, at: usize) -> bool {
    sentence.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Title)
}

/// The name after the article at `at`, if it is a place that takes none.
fn bare_place(context: &CheckContext<'_>, sentence: &Sentence, at: usize) -> Option<Range> {
    let mut end = at + 1;
    while capital(sentence, end) {
        end += 1;
    }
    let name = Range::new(at + 1, end);
    let listed = names::COUNTRY | names::CITY | names::PLACE;
    if names::flags(sentence.token_text(at + 1)) & listed == 0 {
        return None;
    }
    // Plurals (*the Maldives*) and names with a common noun in them (*the Soviet Union*) keep their article.
    let last = sentence.token_text(end - 1);
    if last.ends_with('s') || name.len() > 1 {
        return None;
    }
    let keep = context.with.list("keep");
    if keep.is_some_and(|list| (at + 1..end).any(|i| context.lists.ends_at(list, sentence, i).is_some())) {
        return None;
    }
    let parsed = sentence.parsed();
    let is_place = |i: usize| {
        matches!(parsed.entities.get(i), Some(Some(Entity::Country | Entity::City | Entity::Place)))
    };
    let follows = follows_a_head(sentence, parsed, end);
    let after_preposition = parsed.tags.get(at - 1).is_some_and(|t| t.upos == Upos::Adp);
    ((at + 1..end).all(is_place) && follows && after_preposition).then_some(name)
}

/// Whether what stands at `at` cannot belong to the noun phrase before it. A comma with a capital behind it goes
/// on with the name (`the Cupertino, California, company`).
fn follows_a_head(sentence: &Sentence, parsed: &Parsed, at: usize) -> bool {
    let Some(tag) = parsed.tags.get(at) else { return true };
    let lower = |i: usize| sentence.tokens.get(i).is_some_and(|t| t.case == Case::Lower);
    match tag.upos {
        Upos::Punct => match sentence.token_text(at) {
            "." | ";" | "?" | "!" => true,
            "," => lower(at + 1) && !matches!(parsed.tags.get(at + 1), Some(t) if t.upos == Upos::Noun),
            _ => false,
        },
        Upos::Adp | Upos::Aux | Upos::Sconj => {
            lower(at) && !matches!(sentence.token_text(at), "of" | "based")
        }
        _ => false,
    }
}
