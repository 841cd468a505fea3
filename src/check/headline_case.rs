//! Headline capitals in running text: *The Minister Said That The New Plan Will Start.*
//!
//! Titles of works and names of bodies have capitals, too. So words must have them that no name is made of (*Will*, *That*,
//! *Because*), and the sentence, or a clause after *that*, has to be written so as a whole.

use super::{CheckContext, CheckMatch, Entry};
use crate::english::lexicon::{self, names};
use crate::english::{Entity, Range, Sentence};
use crate::finding::Basis;
use crate::text::{Case, TokenKind};

pub(super) const ENTRY: Entry =
    Entry { name: "title-case", run, basis: Basis::Target, arguments: &[], names: &["words"] };

/// Common words with capitals that a whole sentence needs, and a clause in it.
const LEAST: (usize, usize) = (6, 4);

fn run(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    let mut found = Vec::new();
    for (index, sentence) in context.sentences() {
        let capitals = sentence.tokens.iter().filter(|t| t.case == Case::Title).count();
        if capitals < LEAST.1 {
            continue;
        }
        let Some(run) = whole(sentence).or_else(|| clause(sentence)) else { continue };
        let edits: Vec<(Range, String)> = run
            .usize()
            .filter(|at| *at > 0 && !begins_speech(sentence, *at) && is_common(sentence, *at))
            .map(|at| (Range::one(at), sentence.token_text(at).to_lowercase()))
            .collect();
        if edits.is_empty() {
            continue;
        }
        let mut one = CheckMatch::new(index, run).capture("words", run);
        one.suggestions.push(edits);
        found.push(one);
    }
    found
}

/// A sentence with a full stop in which all but small words have capitals, some of which no headline style
/// asks for or which are those of a clause.
fn whole(sentence: &Sentence) -> Option<Range> {
    let last = sentence.tokens.len().checked_sub(1)?;
    if sentence.token_text(last) != "." {
        return None;
    }
    let mut small = 0_usize;
    for at in 1..last {
        let word =
            sentence.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Lower);
        let text = sentence.token_text(at);
        if word && !text.starts_with('\'') && text != "n't" {
            small += 1;
            if !is_small(text) {
                return None;
            }
        }
    }
    let run = Range::new(0, last);
    let common = run.usize().skip(1).filter(|at| is_common(sentence, *at)).count();
    (common >= LEAST.0 && small * 3 <= common && is_clause(sentence, run)).then_some(run)
}

/// A run of capitalised words after *that*, *because* … that a sentence in small letters has.
fn clause(sentence: &Sentence) -> Option<Range> {
    let mut at = 2;
    while at < sentence.tokens.len() {
        let end = (at..sentence.tokens.len())
            .find(|i| {
                !sentence.tokens.get(*i).is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Title)
            })
            .unwrap_or(sentence.tokens.len());
        if end - at >= LEAST.1 {
            let run = Range::new(at, end);
            let common = run.usize().filter(|i| is_common(sentence, *i)).count();
            let linked = matches!(
                sentence.token_text(at - 1),
                "that"
                    | "because"
                    | "when"
                    | "if"
                    | "whether"
                    | "while"
                    | "although"
                    | "and"
                    | "but"
                    | "since"
            );
            let small_before =
                sentence.tokens.get(..at).unwrap_or(&[]).iter().filter(|t| t.case == Case::Lower).count();
            let least = if linked { LEAST.1 } else { LEAST.0 + 2 };
            if common >= least && small_before > 1 && is_clause(sentence, run) {
                return Some(run);
            }
        }
        at = end.max(at) + 1;
    }
    None
}

/// Whether at least two of the words, after the first, are such as no name is made of, or one besides a verb of saying.
fn is_clause(sentence: &Sentence, run: Range) -> bool {
    let words = || {
        run.usize().skip(1).map(|at| sentence.token_text(at)).filter(|w| w.starts_with(char::is_uppercase))
    };
    let closed = words().filter(|w| is_closed(w)).count();
    let finite = words().any(is_finite);
    finite && closed > 1
}

fn is_finite(word: &str) -> bool {
    matches!(
        word,
        "Is" | "Are"
            | "Was"
            | "Were"
            | "Has"
            | "Had"
            | "Have"
            | "Will"
            | "Would"
            | "Could"
            | "Should"
            | "Said"
            | "Says"
            | "Announced"
            | "Told"
            | "Reported"
            | "Stated"
            | "Added"
            | "Claimed"
            | "Declared"
            | "Began"
            | "Became"
            | "Did"
            | "Does"
            | "Can"
            | "Must"
            | "Went"
            | "Came"
            | "Took"
            | "Made"
            | "Killed"
            | "Asked"
            | "Confirmed"
            | "Denied"
            | "Noted"
    )
}

fn is_closed(word: &str) -> bool {
    is_finite(word)
        || matches!(
            word,
            "The"
                | "That"
                | "This"
                | "These"
                | "Those"
                | "Which"
                | "Who"
                | "When"
                | "Where"
                | "Because"
                | "If"
                | "Whether"
                | "But"
                | "And"
                | "Of"
                | "In"
                | "On"
                | "To"
                | "For"
                | "From"
                | "With"
                | "By"
                | "At"
                | "As"
                | "He"
                | "She"
                | "It"
                | "They"
                | "His"
                | "Her"
                | "Its"
                | "Their"
                | "Been"
                | "Be"
                | "Being"
                | "Not"
                | "Also"
                | "Already"
                | "Many"
                | "Some"
                | "Several"
                | "More"
                | "Than"
                | "After"
                | "Before"
                | "During"
        )
}

/// Words that headlines leave in small letters.
fn is_small(word: &str) -> bool {
    matches!(
        word,
        "a" | "an"
            | "the"
            | "of"
            | "in"
            | "on"
            | "to"
            | "for"
            | "from"
            | "with"
            | "by"
            | "at"
            | "as"
            | "and"
            | "or"
            | "but"
            | "per"
            | "de"
            | "la"
            | "el"
            | "al"
            | "von"
            | "van"
            | "n't"
    )
}

/// Whether the capital is one of position: after a colon or an opening mark.
fn begins_speech(sentence: &Sentence, at: usize) -> bool {
    at.checked_sub(1)
        .is_some_and(|b| matches!(sentence.token_text(b), ":" | "\"" | "“" | "‘" | "«" | "—" | "–"))
}

/// Whether a capitalised word is an ordinary one that is no name here, nor the title before one.
fn is_common(sentence: &Sentence, at: usize) -> bool {
    let Some(token) = sentence.tokens.get(at).filter(|t| t.kind == TokenKind::Word && t.case == Case::Title)
    else {
        return false;
    };
    let text = token.span.of(&sentence.text);
    let lower = text.to_lowercase();
    if lower == "i"
        || names::is_capitalised(&lower)
        || (lexicon::flags(&lower) & lexicon::KNOWN == 0 && !lexicon::is_known_in_lower_case(&lower))
    {
        return false;
    }
    if lexicon::is_function_word(&lower) && !matches!(&*lower, "will" | "may") {
        return true;
    }
    let next = sentence.token_text(at + 1);
    if matches!(&*lower, "will" | "may") {
        let verb = next.to_lowercase();
        return lexicon::is_verb(&verb) || matches!(&*verb, "not" | "be" | "have" | "also");
    }
    let entity = |i: usize| sentence.parsed().entities.get(i).copied().flatten();
    // A title before a name keeps its capital, and so does a word that may be the name.
    let before_name = matches!(entity(at + 1), Some(Entity::Person | Entity::Name));
    // A first name that is a word, too, after a word that no name follows (*in Autumn*, *the Hope*).
    let flags = names::flags(text);
    let word = flags & names::AMBIGUOUS != 0 && flags & !(names::AMBIGUOUS | names::FIRST_NAME) == 0;
    let before = at.checked_sub(1).map_or(String::new(), |b| sentence.token_text(b).to_lowercase());
    let free = matches!(&*before, "in" | "the" | "a" | "an" | "this" | "its" | "their" | "our" | "no");
    let name = flags != 0 && !(word && free);
    (entity(at).is_none() || word && free) && !name && !before_name
}
