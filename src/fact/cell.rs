//! Text as cells: runs of letters, runs of digits, single marks. The same for every script; what a cell means
//! is looked up in the table of the language. Nom's input is a place in the cells of a sentence.

use super::language::{Class, Form, Language, Settings};
pub use super::letter::{digit, fold, is_east_asian};
use super::letter::{is_void, is_word_mark, stands_alone};
use super::value::Number;
use crate::span::Span;
use nom::IResult;
use std::cell::OnceCell;

/// What a cell is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellKind {
    /// Letters; in scripts that write no spaces, one letter.
    Word,
    /// Decimal digits of any script.
    Digits,
    /// One mark or symbol.
    Mark,
}

/// A cell before its meaning is looked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lexed<'a> {
    /// As written.
    pub text: &'a str,
    /// Byte offset in the text.
    pub start: usize,
    /// What it is made of.
    pub kind: CellKind,
    /// Whether it touches the cell before.
    pub glued: bool,
}

/// A cell.
#[derive(Clone, Debug)]
pub struct Cell<'a> {
    /// As written.
    pub text: &'a str,
    /// Bytes, counted as the caller counts.
    pub span: Span,
    /// What it is made of.
    pub kind: CellKind,
    /// Whether it touches the cell before.
    pub glued: bool,
    /// The forms that begin with it.
    pub forms: &'a [Form],
    /// Their classes, a bit each: most questions end here, without a look at the forms.
    classes: u128,
    /// The number that begins here, once it was looked for: nearly every production asks for it.
    number: OnceCell<Memo>,
}

/// What was found at a place with some [`Cells::edge`]: where it ends, and the number.
#[derive(Clone, Copy, Debug)]
struct Memo {
    edge: usize,
    number: Option<(usize, Number)>,
}

impl<'a> Cell<'a> {
    fn new(lexed: &Lexed<'a>, base: u32, forms: &'a [Form]) -> Self {
        let start = base + lexed.start as u32;
        let span = Span::new(start, start + lexed.text.len() as u32);
        let classes = forms.iter().fold(0, |all, form| all | form.class.bit());
        Self {
            text: lexed.text,
            span,
            kind: lexed.kind,
            glued: lexed.glued,
            forms,
            classes,
            number: OnceCell::new(),
        }
    }

    /// Whether a form of the class begins here.
    pub const fn has(&self, class: Class) -> bool {
        self.classes & class.bit() != 0
    }

    /// Whether it is, alone, a form of the class.
    pub fn is_alone(&self, class: Class) -> bool {
        self.has(class) && self.forms.iter().any(|f| f.class == class && f.pieces.len() == 1)
    }
}

/// Korean multipliers, and *odd* (여): glued to digits they are cells of their own, for the unit is glued to them
/// (`5천만원`).
fn splits_off(c: char, last: Option<&Lexed<'_>>) -> bool {
    let multiplier = |c| matches!(c, '십' | '백' | '천' | '만' | '억' | '조' | '여');
    multiplier(c)
        && last.is_some_and(|l| {
            l.kind == CellKind::Digits
                || l.glued && l.text.chars().all(multiplier) && l.text.chars().count() == 1
        })
}

fn kind(c: char) -> CellKind {
    if digit(c).is_some() {
        CellKind::Digits
    } else if c.is_alphabetic() || is_word_mark(c) {
        CellKind::Word
    } else {
        CellKind::Mark
    }
}

/// Cuts a text into cells. White space is no cell.
pub fn lex(text: &str) -> Vec<Lexed<'_>> {
    let mut out: Vec<Lexed<'_>> = Vec::with_capacity(text.len() / 4 + 1);
    let mut end = usize::MAX;
    let mut joins = false;
    for (start, c) in text.char_indices().filter(|(_, c)| !is_void(*c)) {
        let kind = kind(c);
        let glued = start == end;
        let alone = kind == CellKind::Mark || stands_alone(c) || glued && splits_off(c, out.last());
        end = start + c.len_utf8();
        match out.last_mut() {
            Some(last) if glued && joins && !alone && last.kind == kind => {
                last.text = text.get(last.start..end).unwrap_or(last.text);
            }
            _ => out.push(Lexed { text: text.get(start..end).unwrap_or(""), start, kind, glued }),
        }
        joins = !alone;
    }
    out
}

/// The cells of a text, with spans that count from `base`.
pub fn cells<'a>(text: &'a str, base: u32, language: &'a Language) -> Vec<Cell<'a>> {
    let mut folded = String::new();
    let lexed = lex(text);
    let mut cells = Vec::with_capacity(lexed.len());
    for word in lexed {
        folded.clear();
        folded.extend(fold(word.text));
        let forms = if word.kind == CellKind::Digits { &[] } else { language.forms(&folded) };
        if forms.is_empty() && word.kind == CellKind::Word && language.settings().glued {
            let cuts = language.split(&folded);
            if folded.len() == word.text.len() && !cuts.is_empty() {
                add_parts(&word, &folded, &cuts, base, language, &mut cells);
                continue;
            }
        }
        if forms.is_empty() && word.kind == CellKind::Word && !language.settings().prefixes.is_empty() {
            add_behind_prefix(&word, &folded, base, language, &mut cells);
            continue;
        }
        cells.push(Cell::new(&word, base, forms));
    }
    cells
}

/// Adds a word that the table does not know, without what Arabic and Hebrew glue before words: *and* becomes a cell
/// of its own, the article and prepositions are passed over.
fn add_behind_prefix<'a>(
    word: &Lexed<'a>,
    folded: &str,
    base: u32,
    language: &'a Language,
    cells: &mut Vec<Cell<'a>>,
) {
    let Some((and, forms)) = language.behind_prefix(folded) else {
        cells.push(Cell::new(word, base, &[]));
        return;
    };
    let split = if and == 0 { None } else { word.text.split_at_checked(and) };
    let Some((joint, rest)) = split else {
        cells.push(Cell::new(word, base, forms));
        return;
    };
    let joint_forms = language.forms(language.settings().prefix_and);
    cells.push(Cell::new(&Lexed { text: joint, ..*word }, base, joint_forms));
    let rest = Lexed { text: rest, start: word.start + and, glued: true, ..*word };
    cells.push(Cell::new(&rest, base, forms));
}

/// Adds a number word that is written together, part by part.
fn add_parts<'a>(
    word: &Lexed<'a>,
    folded: &str,
    cuts: &[usize],
    base: u32,
    language: &'a Language,
    cells: &mut Vec<Cell<'a>>,
) {
    let ends = cuts.iter().copied().chain(std::iter::once(folded.len()));
    let mut start = 0;
    for end in ends {
        let (text, part) = (word.text.get(start..end), folded.get(start..end));
        if let Some((text, part)) = text.zip(part) {
            let glued = start > 0 || word.glued;
            let lexed = Lexed { text, start: word.start + start, kind: CellKind::Word, glued };
            cells.push(Cell::new(&lexed, base, language.forms(part)));
        }
        start = end;
    }
}

/// A place in the cells of a sentence: nom's input. What lies before it can be looked at.
#[derive(Clone, Copy, Debug)]
pub struct Cells<'a> {
    all: &'a [Cell<'a>],
    at: usize,
    /// What lies before this place belongs to the same fact and is not to be looked at.
    edge: usize,
    /// What holds for the language.
    settings: &'a Settings,
}

/// What a production gives.
pub type Res<'a, T> = IResult<Cells<'a>, T, ()>;

impl<'a> Cells<'a> {
    /// The first place of an English text.
    pub const fn new(all: &'a [Cell<'a>]) -> Self {
        Self { all, at: 0, edge: 0, settings: &Settings::DEFAULT }
    }

    /// The same place in a text of another language.
    #[must_use]
    pub const fn with(self, settings: &'a Settings) -> Self {
        Self { settings, ..self }
    }

    /// What holds for the language.
    pub const fn settings(self) -> &'a Settings {
        self.settings
    }

    /// How many cells lie before.
    pub const fn at(self) -> usize {
        self.at
    }

    /// Whether none is left.
    pub const fn is_empty(self) -> bool {
        self.at >= self.all.len()
    }

    /// The cell `ahead` places further.
    pub fn peek(self, ahead: usize) -> Option<&'a Cell<'a>> {
        self.all.get(self.at.checked_add(ahead)?)
    }

    /// The cell `back` places before this one; `before(1)` is the nearest.
    pub fn before(self, back: usize) -> Option<&'a Cell<'a>> {
        self.all.get(self.at.checked_sub(back).filter(|at| *at >= self.edge)?)
    }

    /// This place as one before which nothing stands: for the second part of a fact that is being read.
    #[must_use]
    pub const fn fresh(self) -> Self {
        Self { edge: self.at, ..self }
    }

    /// The place `count` cells further.
    #[must_use]
    pub const fn skip(self, count: usize) -> Self {
        Self { at: self.at + count, ..self }
    }

    /// The bytes from here to a later place.
    pub fn span_to(self, end: Self) -> Span {
        let first = self.peek(0).map(|c| c.span);
        let last = end.before(1).map(|c| c.span);
        first.zip(last).map_or_else(Span::default, |(first, last)| first.hull(last))
    }

    /// Whether the next cell touches the one before it.
    pub fn glued(self) -> bool {
        self.at > self.edge && self.peek(0).is_some_and(|c| c.glued)
    }

    /// What a production for numbers gives here; it is run once for a place, as long as nothing else lies before it.
    pub fn number_once(self, read: impl Fn(Self) -> Res<'a, Number>) -> Res<'a, Number> {
        let Some(cell) = self.peek(0) else { return fail() };
        let run = || read(self).ok().map(|(rest, number)| (rest.at, number));
        let memo = cell.number.get_or_init(|| Memo { edge: self.edge, number: run() });
        let number = if memo.edge == self.edge { memo.number } else { run() };
        number.map_or_else(fail, |(at, number)| Ok((Self { at, ..self }, number)))
    }

    /// The longest form of a class that stands here, and the place behind it.
    pub fn form(self, class: Class) -> Option<(Self, &'a Form)> {
        let cell = self.peek(0)?;
        if !cell.has(class) {
            return None;
        }
        let mut best: Option<&Form> = None;
        for form in cell.forms.iter().filter(|f| f.class == class) {
            if best.is_none_or(|b| b.pieces.len() < form.pieces.len()) && self.holds(form) {
                best = Some(form);
            }
        }
        best.map(|form| (self.skip(form.pieces.len()), form))
    }

    /// Whether a form of the class stands here.
    pub fn is(self, class: Class) -> bool {
        self.form(class).is_some()
    }

    /// Whether a form of the class ends right before here.
    pub fn follows(self, class: Class) -> bool {
        let longest = (self.at - self.edge.min(self.at)).min(4);
        (1..=longest).any(|back| {
            let start = Self { at: self.at - back, ..self };
            start.form(class).is_some_and(|(end, _)| end.at == self.at)
        })
    }

    /// The longest form of a class that ends right before here, and where it begins.
    pub fn form_before(self, class: Class) -> Option<(Self, &'a Form)> {
        let longest = (self.at - self.edge.min(self.at)).min(6);
        (1..=longest).rev().find_map(|back| {
            let start = Self { at: self.at - back, ..self };
            start.form(class).filter(|(end, _)| end.at == self.at).map(|(_, form)| (start, form))
        })
    }

    /// The place of the first cell that ends behind a byte.
    #[must_use]
    pub fn place_of(self, byte: u32) -> Self {
        Self { at: self.all.partition_point(|c| c.span.end <= byte), ..self }
    }

    /// Whether all pieces of a form stand here.
    fn holds(self, form: &Form) -> bool {
        form.pieces.iter().enumerate().all(|(ahead, piece)| {
            self.peek(ahead).is_some_and(|cell| match &piece.exact {
                Some(exact) if piece.ending > 0 => begins_with(cell.text, exact),
                Some(exact) => {
                    cell.text == &**exact || (cell.text.len() > 1 && is_capitals_of(cell.text, exact))
                }
                // The first piece was found by its folded text.
                None if ahead == 0 => true,
                None if piece.ending > 0 => is_stem_of(cell.text, &piece.folded, piece.ending),
                None => equals_folded(cell.text, &piece.folded),
            })
        })
    }
}

/// Whether a word is the other in capitals.
fn is_capitals_of(word: &str, other: &str) -> bool {
    !word.contains(char::is_lowercase) && word.to_lowercase() == other.to_lowercase()
}

/// Whether a word begins with another, as written or in capitals.
fn begins_with(word: &str, stem: &str) -> bool {
    word.starts_with(stem) || !word.contains(char::is_lowercase) && word.starts_with(&stem.to_uppercase())
}

/// Whether a word begins with another, given in small letters, and goes on for no more than so many letters.
fn is_stem_of(word: &str, folded: &str, most: usize) -> bool {
    let word: String = fold(word).collect();
    word.strip_prefix(folded).is_some_and(|ending| ending.chars().count() <= most)
}

fn equals_folded(text: &str, folded: &str) -> bool {
    fold(text).eq(folded.chars())
}

/// A form of a class.
pub fn class<'a>(class: Class) -> impl Fn(Cells<'a>) -> Res<'a, &'a Form> {
    move |i| i.form(class).ok_or(nom::Err::Error(()))
}

/// A form of a class that touches what stands before it.
pub fn glued<'a>(class: Class) -> impl Fn(Cells<'a>) -> Res<'a, &'a Form> {
    move |i| i.form(class).filter(|_| i.glued()).ok_or(nom::Err::Error(()))
}

/// A mark, written thus.
pub fn mark<'a>(text: &'static str) -> impl Fn(Cells<'a>) -> Res<'a, ()> {
    move |i| match i.peek(0) {
        Some(cell) if cell.text == text => Ok((i.skip(1), ())),
        _ => fail(),
    }
}

/// A run of digits.
pub fn digits(i: Cells<'_>) -> Res<'_, &str> {
    match i.peek(0) {
        Some(cell) if cell.kind == CellKind::Digits => Ok((i.skip(1), cell.text)),
        _ => fail(),
    }
}

/// A run of digits that touches what stands before it.
pub fn glued_digits(i: Cells<'_>) -> Res<'_, &str> {
    if i.glued() { digits(i) } else { fail() }
}

/// The error of every production.
pub const fn fail<'a, T>() -> Res<'a, T> {
    Err(nom::Err::Error(()))
}
