//! A text as the table of its language reads it.

use super::table::{Class, Table};
use crate::span::Span;

/// The words of a text in small letters, without those in phrases that turn nothing round.
#[derive(Debug)]
pub(super) struct Reading {
    words: Vec<(Span, String)>,
    /// Scripts without spaces: the text, neutral phrases replaced by spaces.
    text: Option<(u32, String)>,
    /// What was left out.
    neutral: Vec<Span>,
    english: bool,
}

impl Reading {
    /// Reads a text that begins at a byte.
    pub(super) fn new(text: &str, base: u32, table: &Table) -> Self {
        let english = super::has_negation(text);
        if !table.spaced {
            let mut blank = text.to_owned();
            for phrase in &table.forms(Class::Neutral).phrases {
                blank = blank.replace(phrase, &" ".repeat(phrase.len()));
            }
            return Self { words: Vec::new(), text: Some((base, blank)), neutral: Vec::new(), english };
        }
        let mut reading = Self { words: words(text, base), text: None, neutral: Vec::new(), english };
        reading.leave_out(table);
        reading
    }

    fn leave_out(&mut self, table: &Table) {
        let neutral = table.forms(Class::Neutral);
        for phrase in &neutral.phrases {
            let parts: Vec<&str> = phrase.split([' ', '\'']).collect();
            let mut at = 0;
            while at + parts.len() <= self.words.len() {
                let here = self.words.get(at..at + parts.len()).unwrap_or(&[]);
                if here.iter().map(|(_, w)| w.as_str()).eq(parts.iter().copied()) {
                    self.neutral.extend(self.words.drain(at..at + parts.len()).map(|(span, _)| span));
                } else {
                    at += 1;
                }
            }
        }
        let plain = table.forms(Class::Plain);
        self.words.retain(|(_, word)| !plain.has(word) && !neutral.has(word));
    }

    /// The first word of a class.
    pub(super) fn find(&self, table: &Table, class: Class) -> Option<Span> {
        let forms = table.forms(class);
        if let Some((base, text)) = &self.text {
            let place = |form: &&str| text.find(*form).map(|at| (at, form.len()));
            let (at, length) = forms.phrases.iter().filter_map(place).min()?;
            let start = base + at as u32;
            return Some(Span::new(start, start + length as u32));
        }
        if let Some((span, _)) = self.words.iter().find(|(_, word)| forms.has(word)) {
            return Some(*span);
        }
        forms.phrases.iter().find_map(|phrase| {
            let parts: Vec<&str> = phrase.split(' ').collect();
            let all = self.words.windows(parts.len());
            let mut found = all.filter(|w| w.iter().map(|(_, w)| w.as_str()).eq(parts.iter().copied()));
            let words = found.next()?;
            Some(words.first()?.0.hull(words.last()?.0))
        })
    }

    /// Whether it has a word of any of some classes.
    pub(super) fn finds_any(&self, table: &Table, classes: &[Class]) -> bool {
        classes.iter().any(|&class| self.find(table, class).is_some())
    }

    /// Whether a span lies in a phrase that turns nothing round.
    pub(super) fn is_neutral(&self, span: Span) -> bool {
        self.neutral.iter().any(|neutral| neutral.overlaps(span))
    }

    /// Whether an English negator stands in it: a title that is quoted.
    pub(super) const fn has_english_negation(&self) -> bool {
        self.english
    }
}

/// The words of a text in small letters; `don't` is `don` and `t`.
fn words(text: &str, base: u32) -> Vec<(Span, String)> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        let inside = c.is_alphabetic() || is_sign(c);
        match (inside, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                let span = Span::new(base + from as u32, base + at as u32);
                words.push((span, text.get(from..at).unwrap_or("").to_lowercase()));
                start = None;
            }
            _ => {}
        }
    }
    words
}

/// Signs inside words of Indic and Arabic scripts.
const fn is_sign(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036f}' | '\u{064b}'..='\u{065f}' | '\u{0900}'..='\u{0963}' | '\u{200c}' | '\u{200d}')
}
