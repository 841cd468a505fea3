//! Text left in the source language: words in another script, and runs of words that are no English.

use super::{CheckContext, CheckMatch, Entry};
use crate::english::{Range, Sentence};
use crate::finding::Basis;
use crate::text::{Token, TokenKind};

pub(super) const SCRIPT: Entry =
    Entry { name: "other-script", run: script, basis: Basis::Target, arguments: &[], names: &["words"] };

pub(super) const WORDS: Entry = Entry {
    name: "untranslated-words",
    run: words,
    basis: Basis::Target,
    arguments: &["loans", "function"],
    names: &["words"],
};

/// As many runs as only a text in two languages has.
const MANY: usize = 12;

/// Runs of words in a script other than Latin. What stands in parentheses is left alone, since names are explained
/// so. In a text that is mostly in another script, or has very many runs (an interview in two languages), only the first is
/// reported: it says all there is to say.
fn script(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    let (mut foreign, mut latin) = (0_usize, 0_usize);
    let mut found = Vec::new();
    for (index, sentence) in context.sentences() {
        if !may_be_foreign(sentence) {
            latin += sentence.tokens.iter().filter(|t| t.kind == TokenKind::Word).count();
            continue;
        }
        let other: Vec<bool> =
            (0..sentence.tokens.len()).map(|at| is_foreign_word(sentence.token_text(at))).collect();
        foreign += other.iter().filter(|o| **o).count();
        latin +=
            sentence.tokens.iter().zip(&other).filter(|(t, o)| t.kind == TokenKind::Word && !**o).count();
        let mut at = 0;
        while at < other.len() {
            let end = run_end(sentence, &other, at);
            if end > at && !is_symbol(sentence, at, end) && !in_parentheses(sentence, at) {
                let run = Range::new(at, end);
                found.push(CheckMatch::new(index, run).capture("words", run));
            }
            at = end.max(at + 1);
        }
    }
    if foreign > latin || found.len() > MANY {
        found.truncate(1);
    }
    found
}

/// Whether the sentence has a byte that begins a letter of another script; most sentences need no further look.
/// Bytes below 0xCD begin Latin letters and accents, 0xE1 Vietnamese ones too, 0xE2 dashes and quotation marks.
fn may_be_foreign(sentence: &Sentence) -> bool {
    let all = Range::new(0, sentence.tokens.len());
    sentence.range_text(all).bytes().any(|b| matches!(b, 0xCD..=0xE1 | 0xE3..=0xED))
}

/// Whether the text has a letter that is not Latin, and is no Latin word with a look-alike in it.
fn is_foreign_word(text: &str) -> bool {
    super::look_alike::latin(text).is_none()
        && text.chars().any(|c| {
            c.is_alphabetic()
                && matches!(c, '\u{370}'..='\u{1CFF}' | '\u{1F00}'..='\u{1FFF}' | '\u{2C80}'..='\u{2DFF}'
                | '\u{3040}'..='\u{D7FF}' | '\u{FB1D}'..='\u{FDFF}')
        })
}

/// One past the last word of the run that begins at `at`; `at` where none does. Marks and numbers between
/// two words of the run belong to it.
fn run_end(sentence: &Sentence, other: &[bool], at: usize) -> usize {
    let (mut end, mut next) = (at, at);
    while let Some(foreign) = other.get(next) {
        let latin = sentence.tokens.get(next).is_some_and(|t| t.kind == TokenKind::Word) && !foreign;
        if latin || (!foreign && end == at) {
            break;
        }
        next += 1;
        if *foreign {
            end = next;
        }
    }
    end
}

/// A Greek letter as a sign (`α`, `μ`), alone or with a hyphen.
fn is_symbol(sentence: &Sentence, at: usize, end: usize) -> bool {
    let greek = |c: &char| ('\u{370}'..='\u{3FF}').contains(c);
    end == at + 1 && sentence.token_text(at).chars().filter(greek).count() == 1
}

/// Whether a parenthesis is open before the token.
fn in_parentheses(sentence: &Sentence, at: usize) -> bool {
    let mut open = false;
    for before in 0..at {
        match sentence.token_text(before) {
            "(" | "[" => open = true,
            ")" | "]" => open = false,
            _ => {}
        }
    }
    open
}

/// Runs of words in small letters that English does not have. `with.loans`: a list of words that English has borrowed
/// with their marks (*café*); `with.function`: function words of other languages, which go on with a run but begin none.
/// One word is enough if it has a letter that English spelling lacks and stands among English words; without such
/// a letter two must follow each other, since a single unknown word is more often a technical term.
fn words(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    let mut found = Vec::new();
    let mut last_block = None;
    for (index, sentence) in context.sentences() {
        // A paragraph that was left over as a whole, or quotes the original, is one finding.
        if last_block == Some(sentence.block) || !sentence.words.iter().any(|info| info.unknown) {
            continue;
        }
        let before = found.len();
        let mut at = 0;
        while at < sentence.tokens.len() {
            let run = Run::read(context, sentence, at);
            if run.counts() && run.among_english(sentence) && !in_parentheses(sentence, at) {
                let range = Range::new(run.start, run.end);
                found.push(CheckMatch::new(index, range).capture("words", range));
            }
            at = run.end.max(at + 1);
        }
        if found.len() > before {
            found.truncate(before + FEW);
            last_block = Some(sentence.block);
        }
    }
    found
}

/// As many runs of a paragraph are reported; the editor reads it all by then.
const FEW: usize = 2;

/// A run of words that are no English.
struct Run {
    start: usize,
    end: usize,
    /// How many have a letter that English lacks.
    marked: usize,
    /// How many have none.
    plain: usize,
}

/// Whether it has letters only, and a vowel among them: no measure (`26.2-mile`), no
/// abbreviation (`mln`), no old spelling (`archæology`).
fn looks_like_a_word(text: &str) -> bool {
    let letters = text.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '’'));
    let ligature = text.contains(['æ', 'œ']);
    letters
        && !ligature
        && text.chars().any(|c| !c.is_ascii() || matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y'))
}

impl Run {
    /// The run that begins at `at`; empty where the word is English.
    fn read(context: &CheckContext<'_>, sentence: &Sentence, at: usize) -> Self {
        let mut run = Self { start: at, end: at, marked: 0, plain: 0 };
        let listed = |name: &str, i: usize| {
            context.with.list(name).is_some_and(|list| context.lists.ends_at(list, sentence, i).is_some())
        };
        for next in at..sentence.tokens.len() {
            let unknown = sentence.words.get(next).is_some_and(|info| info.unknown);
            let text = sentence.token_text(next);
            if unknown
                && looks_like_a_word(text)
                && !is_foreign_word(text)
                && !listed("loans", next)
                && !is_glued(sentence, next)
            {
                if text.is_ascii() {
                    run.plain += 1;
                } else {
                    run.marked += 1;
                }
                run.end = next + 1;
            } else if run.end == at || !listed("function", next) {
                break;
            }
        }
        run
    }

    fn counts(&self) -> bool {
        self.marked > 0 || self.plain > 1
    }

    /// Whether no name stands on either side, whose part the run could be (*Crédit mutuel de Bretagne*).
    fn among_english(&self, sentence: &Sentence) -> bool {
        let part_of_name = |token: &Token| token.case.has_capital();
        let before = self.start.checked_sub(1).and_then(|i| sentence.tokens.get(i).map(|t| (i, t)));
        let after = sentence.tokens.get(self.end);
        !before.is_some_and(|(i, t)| i > 0 && part_of_name(t)) && !after.is_some_and(part_of_name)
    }
}

/// Whether the word hangs on its neighbour without a space: part of an address, a code, a chemical name.
fn is_glued(sentence: &Sentence, at: usize) -> bool {
    let mark = |i: usize| {
        matches!(sentence.token_text(i), "-" | "/" | "_" | "." | "@" | ":" | "=" | "~" | "*" | "’" | "'")
    };
    let before = at > 0 && mark(at - 1) && sentence.tokens.get(at).is_some_and(|t| !t.space_before);
    let after = sentence.tokens.get(at + 1).is_some_and(|t| !t.space_before)
        && mark(at + 1)
        && sentence.tokens.get(at + 2).is_some_and(|t| !t.space_before);
    before || after
}
