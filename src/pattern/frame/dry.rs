//! Whether a sentence may hold the head of a verb frame, told from its words alone: parsing is dear.

use super::super::compile::{FrameProgram, HeadTest};
use super::super::syntax::ast::Class;
use super::super::token::View;
use crate::text::vocab::Sym;

/// Whether some word may be the verb of the frame: a form of a head that no article or possessive makes a noun
/// (*the rate*, *its claims*). Noun and adjective frames always may.
pub(super) fn may_match(program: &FrameProgram, view: &View<'_>) -> bool {
    program.class != Class::Verb
        || view.sentence.words.iter().enumerate().any(|(at, info)| {
            info.verb.is_some() && is_head(program, view, info.verb) && !is_determined(view, at)
        })
}

fn is_head(program: &FrameProgram, view: &View<'_>, verb: Sym) -> bool {
    program.heads.iter().any(|head| match head {
        HeadTest::Words(words) => words.first() == Some(&verb),
        HeadTest::List(list) => view.lists.entries_from(*list, verb).next().is_some(),
    })
}

/// Whether the word before is one that only stands before nouns, and the word no gerund (*his winning the race*).
fn is_determined(view: &View<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let determiner = matches!(
        view.sentence.token_text(before),
        "the"
            | "The"
            | "a"
            | "A"
            | "an"
            | "An"
            | "its"
            | "Its"
            | "their"
            | "Their"
            | "our"
            | "Our"
            | "my"
            | "My"
            | "your"
            | "Your"
            | "his"
            | "His"
    );
    determiner && !view.sentence.token_text(at).ends_with("ing")
}
