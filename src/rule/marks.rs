//! `[[…]]` in the examples of a rule.

use crate::span::Span;
use std::ops::Range;

/// A text with its marks taken out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marked {
    /// The text as an article has it.
    pub text: String,
    /// What was marked, as bytes of `text`, in order.
    pub marks: Vec<Span>,
}

/// What is wrong with the marks of a text: bytes of the text, and a message.
pub type MarkError = (Range<usize>, &'static str);

/// Takes the marks out of a text.
///
/// # Errors
/// A mark is opened twice, not closed, closed without being opened, or empty.
pub fn read(text: &str) -> Result<Marked, MarkError> {
    let mut marked = Marked::default();
    let mut open: Option<(usize, usize)> = None;
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|t| !t.is_empty()) {
        let place = at..at + 2;
        if rest.starts_with("[[") {
            if open.is_some() {
                return Err((place, "a mark is opened inside a mark"));
            }
            open = Some((at, marked.text.len()));
            at += 2;
        } else if rest.starts_with("]]") {
            let Some((_, start)) = open.take() else { return Err((place, "`]]` without `[[`")) };
            if start == marked.text.len() {
                return Err((place, "the mark is empty"));
            }
            let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
            marked.marks.push(Span::new(number(start), number(marked.text.len())));
            at += 2;
        } else {
            let next = rest.chars().next().unwrap_or(' ');
            marked.text.push(next);
            at += next.len_utf8();
        }
    }
    match open {
        Some((start, _)) => Err((start..start + 2, "`[[` without `]]`")),
        None => Ok(marked),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_taken_out() {
        let marked = read("É [[b]] c [[d e]].").unwrap();
        assert_eq!(marked.text, "É b c d e.");
        let parts: Vec<_> = marked.marks.iter().map(|m| m.of(&marked.text)).collect();
        assert_eq!(parts, ["b", "d e"]);
    }

    #[test]
    fn faults_have_a_place() {
        for (text, at) in [("a [[b", 2), ("a b]]", 3), ("[[a [[b]]", 4), ("a [[]]", 4)] {
            assert_eq!(read(text).unwrap_err().0.start, at, "{text}");
        }
    }
}
