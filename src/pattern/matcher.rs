//! Runs a sequence program over a sentence: a backtracking machine with a bounded number of steps.

use super::compile::{Op, Program};
use super::syntax::ast::ChunkKind;
use super::syntax::names::What;
use super::token::{TokenTest, View};
use super::{Capture, Match};
use crate::english::Range;
use crate::text::TokenKind;

/// Steps for one pattern in one sentence. What a rule needs is some dozens; a pattern that exceeds this has
/// nested repeats over a long sentence, and gives up there.
const BUDGET: u32 = 20_000;

/// All matches in a sentence: leftmost first, without overlap.
pub fn find(program: &Program, view: &View<'_>) -> Vec<Match> {
    // Parsing is dear; a dry run, in which all passes that only the parse could tell, spares it mostly.
    if view.sentence.parsed.get().is_none() && !may_match(program, view) {
        return Vec::new();
    }
    let mut machine = Machine::new(program, view);
    let mut matches = Vec::new();
    let mut start = 0;
    while start < view.sentence.tokens.len() {
        match machine.run_from(0, start) {
            Some(end) => {
                matches.push(machine.report(start, end));
                start = end.max(start + 1);
            }
            None if machine.steps >= BUDGET => break,
            None => start += 1,
        }
    }
    matches
}

/// Whether there may be a match, as far as can be said without the parse.
fn may_match(program: &Program, view: &View<'_>) -> bool {
    let mut machine = Machine { dry: true, ..Machine::new(program, view) };
    if !machine.needs_parse(0..program.code.len()) {
        return true;
    }
    (0..view.sentence.tokens.len())
        .any(|start| machine.run_from(0, start).is_some() || machine.steps >= BUDGET)
}

/// A slot that holds no position.
const UNSET: usize = usize::MAX;

/// What to undo on failure.
enum Trail {
    /// Try this instead.
    Branch { pc: usize, at: usize },
    /// The slot held this before.
    Restore { slot: usize, old: usize },
}

struct Machine<'a> {
    program: &'a Program,
    view: &'a View<'a>,
    slots: Vec<usize>,
    steps: u32,
    /// Whether the parse may not be asked for: what depends on it passes.
    dry: bool,
}

impl<'a> Machine<'a> {
    fn new(program: &'a Program, view: &'a View<'a>) -> Self {
        let slots = vec![UNSET; 2 * program.captures.len() + 2];
        Self { program, view, slots, steps: 0, dry: false }
    }

    fn run_from(&mut self, pc: usize, at: usize) -> Option<usize> {
        self.slots.fill(UNSET);
        self.run(pc, at)
    }

    /// Where the match ends that begins at a token, if there is one.
    fn run(&mut self, mut pc: usize, mut at: usize) -> Option<usize> {
        let mut trail = Vec::new();
        loop {
            self.steps += 1;
            if self.steps >= BUDGET {
                return None;
            }
            match self.step(pc, at, &mut trail) {
                Step::To { pc: next, at: there } => (pc, at) = (next, there),
                Step::Done => return Some(at),
                Step::Fail => (pc, at) = self.back(&mut trail)?,
            }
        }
    }

    /// Undoes what was done since the last branch, and takes it.
    fn back(&mut self, trail: &mut Vec<Trail>) -> Option<(usize, usize)> {
        loop {
            match trail.pop()? {
                Trail::Branch { pc, at } => return Some((pc, at)),
                Trail::Restore { slot, old } => {
                    if let Some(place) = self.slots.get_mut(slot) {
                        *place = old;
                    }
                }
            }
        }
    }

    fn step(&mut self, pc: usize, at: usize, trail: &mut Vec<Trail>) -> Step {
        let Some(op) = self.program.code.get(pc) else { return Step::Fail };
        let length = self.view.sentence.tokens.len();
        match op {
            Op::Token(test) => Step::over(self.passes(test, at), pc, at + 1),
            Op::List(list) => {
                let lengths = self.view.lists.lengths_at(*list, self.view.sentence, at);
                let Some((longest, shorter)) = lengths.split_first() else { return Step::Fail };
                trail.extend(shorter.iter().rev().map(|n| Trail::Branch { pc: pc + 1, at: at + n }));
                Step::over(true, pc, at + longest)
            }
            Op::Name(What::Entity(kind)) if self.dry => {
                if !self.view.may_name(*kind, at) {
                    return Step::Fail;
                }
                self.any_end(pc, at, trail)
            }
            Op::Chunk(..) if self.dry => self.any_end(pc, at, trail),
            Op::Name(what) => {
                self.view.name_end(*what, at).map_or(Step::Fail, |end| Step::over(true, pc, end))
            }
            Op::Chunk(kind, test) => {
                let end = self.chunk_end(*kind, test.as_ref(), at);
                end.filter(|&end| end > at).map_or(Step::Fail, |end| Step::over(true, pc, end))
            }
            Op::Skip => Step::over(at < length && !ends_clause(self.view, at), pc, at + 1),
            Op::Split(first, second) => {
                trail.push(Trail::Branch { pc: *second, at });
                Step::To { pc: *first, at }
            }
            Op::Jump(to) => Step::To { pc: *to, at },
            Op::Save(slot) => {
                if let Some(place) = self.slots.get_mut(*slot) {
                    trail.push(Trail::Restore { slot: *slot, old: *place });
                    *place = at;
                }
                Step::To { pc: pc + 1, at }
            }
            Op::Same(slot) => self.same(*slot, at).map_or(Step::Fail, |end| Step::over(true, pc, end)),
            Op::Start => Step::over(self.marks_only(0..at), pc, at),
            Op::End => Step::over(self.marks_only(at..length), pc, at),
            Op::Ahead { negated: true, next } if self.dry && self.needs_parse(pc + 1..*next) => {
                Step::To { pc: *next, at }
            }
            Op::Ahead { negated, next } => {
                let slots = self.slots.clone();
                let found = self.run(pc + 1, at).is_some();
                self.slots = slots;
                if found == *negated { Step::Fail } else { Step::To { pc: *next, at } }
            }
            Op::Behind { negated: true, test } if self.dry && test.needs_parse() => Step::over(true, pc, at),
            Op::Behind { negated, test } => {
                let passes = at > 0 && self.passes(test, at - 1);
                Step::over(passes != *negated, pc, at)
            }
            Op::Match => Step::Done,
        }
    }

    fn passes(&self, test: &TokenTest, at: usize) -> bool {
        if self.dry { self.view.may_pass(test, at) } else { self.view.passes(test, at) }
    }

    /// A name or phrase of unknown length: it may end behind any token.
    fn any_end(&self, pc: usize, at: usize, trail: &mut Vec<Trail>) -> Step {
        let length = self.view.sentence.tokens.len();
        trail.extend((at + 2..=length).rev().map(|end| Trail::Branch { pc: pc + 1, at: end }));
        Step::over(at < length, pc, at + 1)
    }

    /// Whether some code asks for the parse.
    fn needs_parse(&self, code: std::ops::Range<usize>) -> bool {
        self.program.code.get(code).unwrap_or_default().iter().any(|op| match op {
            Op::Token(test) | Op::Behind { test, .. } => test.needs_parse(),
            Op::Name(what) => matches!(what, What::Entity(_)),
            Op::Chunk(..) => true,
            _ => false,
        })
    }

    /// Whether a range holds punctuation only: quotation marks before the first word, the full stop at the end.
    fn marks_only(&self, range: std::ops::Range<usize>) -> bool {
        let tokens = self.view.sentence.tokens.get(range).unwrap_or(&[]);
        tokens.iter().all(|t| t.kind == TokenKind::Punctuation)
    }

    /// The end of the phrase that begins at a token.
    fn chunk_end(&self, kind: ChunkKind, test: Option<&TokenTest>, at: usize) -> Option<usize> {
        let parsed = self.view.sentence.parsed();
        let starts = |range: Range| range.start as usize == at;
        let (head, end) = match kind {
            ChunkKind::Np => {
                let np = parsed.nps.iter().find(|np| starts(np.range))?;
                (np.head, np.range.end)
            }
            ChunkKind::Vp => {
                let vp = parsed.vps.iter().find(|vp| starts(vp.range))?;
                let particle = vp.particle.filter(|&p| p == vp.range.end);
                (vp.verb, particle.map_or(vp.range.end, |p| p + 1))
            }
            ChunkKind::Pp => {
                let pp = parsed.pps.iter().find(|pp| starts(pp.prep))?;
                let np = pp.np.and_then(|np| parsed.nps.get(np as usize));
                (pp.prep.start, np.map_or(pp.prep.end, |np| np.range.end.max(pp.prep.end)))
            }
        };
        test.is_none_or(|test| self.view.passes(test, head as usize)).then_some(end as usize)
    }

    /// The end of the captured words where they stand again.
    fn same(&self, slot: usize, at: usize) -> Option<usize> {
        let (&start, &end) = (self.slots.get(slot)?, self.slots.get(slot + 1)?);
        if start == UNSET || end == UNSET || end <= start {
            return None;
        }
        let text = |i: usize| self.view.sentence.token_text(i).to_lowercase();
        let fits = at + (end - start) <= self.view.sentence.tokens.len();
        (fits && (start..end).zip(at..).all(|(a, b)| text(a) == text(b))).then_some(at + end - start)
    }

    fn range(&self, slot: usize) -> Option<Range> {
        let (&start, &end) = (self.slots.get(slot)?, self.slots.get(slot + 1)?);
        (start != UNSET && end != UNSET && start < end).then(|| Range::new(start, end))
    }

    fn report(&self, start: usize, end: usize) -> Match {
        let extent = Range::new(start, end);
        let report = self.range(0).unwrap_or(extent);
        let names = self.program.captures.iter().enumerate();
        let captures = names
            .filter_map(|(i, name)| Some((name.clone(), Capture::Tokens(self.range(2 * i + 2)?))))
            .collect();
        Match { extent, report, captures }
    }
}

enum Step {
    To { pc: usize, at: usize },
    Fail,
    Done,
}

impl Step {
    /// On to the next instruction, if it passed.
    fn over(passed: bool, pc: usize, at: usize) -> Self {
        if passed { Step::To { pc: pc + 1, at } } else { Step::Fail }
    }
}

/// Marks that a gap does not cross: it stays within a clause, as far as punctuation tells.
fn ends_clause(view: &View<'_>, at: usize) -> bool {
    let mark = view.sentence.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Punctuation);
    let text = view.sentence.token_text(at);
    mark && text.starts_with([';', ':', '.', '…', '?', '!', '"', '“', '”', '„', '«', '»', '‘', '’', '\''])
}

#[cfg(test)]
mod tests;
