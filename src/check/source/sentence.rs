//! Sentences that have no counterpart on the other side.

use crate::align::Alignment;
use crate::english::{Document, Range};

/// How sure it must be that a sentence has no counterpart, and that its neighbours have theirs.
const SURE: f32 = 0.8;
const NEIGHBOUR_SURE: f32 = 0.8;

/// Shorter sentences (in letters) are easily part of another.
const FEWEST_LETTERS: usize = 24;

/// A longer quotation of the source is cut, in characters.
const LONGEST: usize = 120;

/// Sentences in a row that stand on one side only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Alone {
    /// Sentences of the source; empty at the place where something was added.
    pub(super) source: std::ops::Range<usize>,
    /// Sentences of the translation; empty at the place where something was left out.
    pub(super) target: std::ops::Range<usize>,
}

impl Alone {
    /// Whether each of its sentences has enough letters to be more than a part of another.
    pub(super) fn is_long<'t>(&self, text: impl Fn(usize) -> &'t str) -> bool {
        let all = if self.source.is_empty() { &self.target } else { &self.source };
        all.clone().all(|i| {
            text(i).chars().filter(|c| c.is_alphabetic()).map(weight).sum::<usize>() >= FEWEST_LETTERS
        })
    }
}

/// A sign of Chinese says as much as three letters.
const fn weight(c: char) -> usize {
    if c as u32 >= 0x2e80 { 3 } else { 1 }
}

/// All sentences that surely stand on one side only.
pub(super) fn alone(alignment: &Alignment) -> Vec<Alone> {
    let mut found: Vec<Alone> = Vec::new();
    if !alignment.belongs() {
        return found;
    }
    let is_alone =
        |at: usize| alignment.links.get(at).is_some_and(|l| l.source.is_empty() || l.target.is_empty());
    let stands_firm = |at: Option<usize>| {
        at.and_then(|at| alignment.links.get(at)).is_none_or(|link| link.certainty >= NEIGHBOUR_SURE)
    };
    // Where only few sentences are linked, one side may well say in one what the other says in two.
    let linked = (0..alignment.links.len()).filter(|&at| !is_alone(at)).count();
    for (at, link) in alignment.links.iter().enumerate() {
        let sure = link.certainty >= SURE && stands_firm(at.checked_sub(1)) && stands_firm(Some(at + 1));
        if !is_alone(at) || !sure || linked < 2 {
            continue;
        }
        match found.last_mut() {
            Some(last)
                if last.source.end == link.source.start
                    && last.target.end == link.target.start
                    && last.source.is_empty() == link.source.is_empty() =>
            {
                last.source.end = link.source.end;
                last.target.end = link.target.end;
            }
            _ => found.push(Alone { source: link.source.clone(), target: link.target.clone() }),
        }
    }
    found
}

/// `a sentence`, `3 sentences`
pub(super) fn counted(count: usize) -> String {
    if count == 1 { "a sentence".to_owned() } else { format!("{count} sentences") }
}

/// The text of a sentence of the translation; empty for one that does not exist.
pub(super) fn text_of(document: &Document, index: usize) -> &str {
    document.sentences.get(index).map_or("", |s| s.range_text(Range::new(0, s.tokens.len())))
}

/// A text on one line, its end cut off where it is long.
pub(super) fn shortened(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or("")),
        None => line,
    }
}
