//! A window on a long line: a paragraph of news is often one line of 800 characters.

use super::position::{ceil, floor};
use crate::span::Span;
use unicode_width::UnicodeWidthChar;

/// A stretch of text cut to fit, with the means to carry spans over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clip {
    /// What is shown, in one line; `…` where something was cut.
    pub text: String,
    /// First byte shown.
    from: usize,
    /// One past the last byte shown.
    to: usize,
    /// Bytes of the mark before the first byte shown.
    lead: usize,
}

const MARK: &str = "…";

/// The sentence around `focus`, or as much of it as fits into `width` columns, at best cut between words.
///
/// Only the lines that `focus` touches are shown; their line breaks become spaces.
pub fn clip(text: &str, focus: Span, width: usize) -> Clip {
    let start = floor(text, focus.start as usize);
    let end = ceil(text, focus.end as usize).max(start);
    let inner = columns(slice(text, start, end));
    let room = width.saturating_sub(inner + 2);
    let line_left = reach_left(text, start, room, false);
    let line_right = reach_right(text, end, room, false);
    let fits = |from: usize, to: usize| columns(slice(text, from, to)) <= width;
    let (from, to) =
        if line_starts(text, line_left) && line_ends(text, line_right) && fits(line_left, line_right) {
            (line_left, line_right)
        } else {
            let left = columns(slice(text, reach_left(text, start, room, true), start));
            let right = columns(slice(text, end, reach_right(text, end, room, true)));
            let take_left = left.min((room / 2).max(room.saturating_sub(right)));
            let take_right = right.min(room - take_left);
            (reach_left(text, start, take_left, true), reach_right(text, end, take_right, true))
        };
    // Words longer than the window are shown from their beginning.
    let to = if fits(from, to) { to } else { reach_within(text, from, to, width.saturating_sub(2)) };
    build(text, from, to)
}

impl Clip {
    /// The same place in the clip; what lies outside is cut off.
    pub fn carry(&self, span: Span) -> std::ops::Range<usize> {
        let place = |offset: u32| {
            let inside = (offset as usize).clamp(self.from, self.to) - self.from;
            floor(&self.text, inside + self.lead)
        };
        let start = place(span.start);
        start..place(span.end).max(start)
    }

    /// Whether the span is shown as a whole.
    pub fn shows(&self, span: Span) -> bool {
        self.from <= span.start as usize && span.end as usize <= self.to
    }
}

fn build(text: &str, from: usize, to: usize) -> Clip {
    let mut shown = String::new();
    let lead = if line_starts(text, from) { 0 } else { MARK.len() };
    if lead > 0 {
        shown.push_str(MARK);
    }
    // One byte for one byte, so that spans need no more than a shift.
    shown
        .extend(slice(text, from, to).chars().map(|c| if matches!(c, '\n' | '\r' | '\t') { ' ' } else { c }));
    if !line_ends(text, to) {
        shown.push_str(MARK);
    }
    Clip { text: shown, from, to, lead }
}

fn slice(text: &str, from: usize, to: usize) -> &str {
    text.get(from..to).unwrap_or("")
}

/// Columns on a terminal, character by character as the renderer counts them.
fn columns(text: &str) -> usize {
    text.chars().map(cells).sum()
}

fn cells(c: char) -> usize {
    c.width().unwrap_or(1)
}

fn line_starts(text: &str, at: usize) -> bool {
    at == 0 || text.as_bytes().get(at - 1) == Some(&b'\n')
}

fn line_ends(text: &str, at: usize) -> bool {
    matches!(text.as_bytes().get(at), None | Some(b'\n' | b'\r'))
}

/// The furthest word start at most `room` columns to the left, within the line or also the sentence.
fn reach_left(text: &str, start: usize, room: usize, in_sentence: bool) -> usize {
    let (mut best, mut used, mut after) = (start, 0, ' ');
    for (at, c) in slice(text, 0, start).char_indices().rev() {
        used += cells(c);
        if c == '\n' || used > room {
            return best;
        }
        if in_sentence && c.is_whitespace() && !after.is_whitespace() && ends_sentence(slice(text, 0, at)) {
            return at + c.len_utf8();
        }
        if !c.is_whitespace() && word_starts(text, at) {
            best = at;
        }
        after = c;
    }
    if start > 0 { 0 } else { best }
}

/// The furthest word end at most `room` columns to the right, within the line or also the sentence.
fn reach_right(text: &str, end: usize, room: usize, in_sentence: bool) -> usize {
    let (mut best, mut used) = (end, 0);
    for (at, c) in slice(text, end, text.len()).char_indices().map(|(at, c)| (at + end, c)) {
        if matches!(c, '\n' | '\r') {
            return at;
        }
        if c.is_whitespace() {
            best = at;
            if in_sentence && ends_sentence(slice(text, 0, at)) {
                return at;
            }
        }
        used += cells(c);
        if used > room {
            return best;
        }
    }
    text.len()
}

/// As much from `from` on as `room` columns hold.
fn reach_within(text: &str, from: usize, to: usize, room: usize) -> usize {
    let mut used = 0;
    for (at, c) in slice(text, from, to).char_indices() {
        used += cells(c);
        if used > room {
            return from + at;
        }
    }
    to
}

fn word_starts(text: &str, at: usize) -> bool {
    slice(text, 0, at).chars().next_back().is_none_or(char::is_whitespace)
}

/// Whether a sentence may end here: good enough for display, not for analysis.
fn ends_sentence(before: &str) -> bool {
    let bare = before.trim_end_matches(['"', '\'', '”', '’', ')']);
    let Some(word) = bare.strip_suffix(['.', '!', '?']) else { return false };
    // "Mr." and "J." rarely end one.
    word.chars().rev().take_while(|c| c.is_alphanumeric()).count() > 2
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(text: &str, flagged: &str, width: usize) -> String {
        let start = text.find(flagged).map_or(0, |s| s as u32);
        let focus = Span::new(start, start + flagged.len() as u32);
        let clip = clip(text, focus, width);
        let range = clip.carry(focus);
        assert_eq!(clip.text.get(range), Some(flagged));
        clip.text
    }

    #[test]
    fn short_lines_stay_whole() {
        assert_eq!(
            shown("First.\nThey set up raids. All failed.\nLast.", "set up", 60),
            "They set up raids. All failed."
        );
    }

    #[test]
    fn long_lines_show_the_sentence() {
        let text = "The ministry of fisheries said nothing new on Monday. They set up raids. Nobody knows why it took so long.";
        assert_eq!(shown(text, "set up", 40), "…They set up raids.…");
    }

    #[test]
    fn long_sentences_are_cut_between_words() {
        let text = "After a long week of quarrels the two mayors of the valley led a meeting with the owners of the mill about water.";
        assert_eq!(shown(text, "led a meeting", 46), "…of the valley led a meeting with the owners…");
        assert_eq!(shown(text, "After", 30), "After a long week of…");
        assert_eq!(shown(text, "water", 30), "…of the mill about water.");
    }

    #[test]
    fn flagged_words_across_a_line_break_are_one_line() {
        let focus = Span::new(5, 11);
        assert_eq!(clip("They set\nup raids.\nMore.", focus, 60).text, "They set up raids.");
    }

    #[test]
    fn wide_characters_count_double() {
        let text = "漢字".repeat(40);
        let clip = clip(&text, Span::new(0, 6), 30);
        assert!(columns(&clip.text) <= 30, "{}", clip.text);
    }

    proptest! {
        #[test]
        fn fits_and_never_panics(text in "(\\PC|[ .\n]|[a-z]{1,9} ){0,80}", s in 0u32..400, len in 0u32..80, width in 10usize..100) {
            let focus = Span::new(s, s + len);
            let clip = clip(&text, focus, width);
            prop_assert!(columns(&clip.text) <= width + 2, "{} > {}", columns(&clip.text), width);
            prop_assert!(clip.text.get(clip.carry(focus)).is_some());
            prop_assert!(!clip.text.contains('\n'));
        }
    }
}
