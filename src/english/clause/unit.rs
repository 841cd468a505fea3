//! The sentence as the clause builder sees it: chunks and the few tokens between them that matter.

use crate::english::chunk::closed::{
    AND, CLOSE, COMMA, DASH, END, OPEN, PREP, QUOTE, SUBORDINATOR, THAT, THERE, TIME, WH_ADVERB, WHO, WHOSE,
};
use crate::english::chunk::token::Cell;
use crate::english::{Form, Np, Parsed, Upos};

/// One unit with the tokens it covers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Unit {
    /// What it is.
    pub kind: Kind,
    /// First token.
    pub start: u16,
    /// One past the last token.
    pub end: u16,
}

/// What a unit is; numbers index [`Parsed`]'s vectors, for adjectives the tokens.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// A noun phrase with all its conjuncts; the first is given.
    Np(u16),
    /// A verb group.
    Vp(u16),
    /// A prepositional phrase, its noun phrase included.
    Pp(u16),
    /// `who`, `which`, `that` as noun phrase; `whose` with its noun.
    Relative(u16),
    /// A preposition with a relative pronoun: `in which`.
    RelativePp(u16),
    /// The conjunction *that*.
    That,
    /// Any other subordinating conjunction.
    Subordinator,
    /// `how`, `why`, `when`, `where` and *whether*.
    Question,
    /// A comma or dash.
    Comma,
    /// A coordinating conjunction.
    And,
    /// An adjective outside noun phrases.
    Adjective(u16),
    /// *there* without place.
    There,
    /// Opening bracket.
    Open,
    /// Closing bracket.
    Close,
    /// Semicolon, colon, full stop.
    End,
}

/// The units of a sentence, in order; adverbs, particles and quotation marks leave none.
pub fn units(cells: &[Cell], parsed: &Parsed) -> Vec<Unit> {
    let mut units = Vec::with_capacity(cells.len() / 2 + 1);
    let (mut np, mut vp, mut pp) = (0, 0, 0);
    let mut at = 0;
    while let Some(cell) = cells.get(at as usize) {
        let (kind, end) = unit_at(cells, parsed, *cell, &mut np, &mut vp, &mut pp);
        let end = end.max(at + 1);
        if let Some(kind) = kind {
            units.push(Unit { kind, start: at, end });
        }
        at = end;
    }
    units
}

/// The first entry not before `at`, if it starts there.
fn starting<T>(items: &[T], next: &mut usize, at: u16, start: impl Fn(&T) -> u16) -> Option<usize> {
    while items.get(*next).is_some_and(|item| start(item) < at) {
        *next += 1;
    }
    items.get(*next).filter(|item| start(item) == at).map(|_| *next)
}

fn unit_at(
    cells: &[Cell],
    parsed: &Parsed,
    cell: Cell,
    np: &mut usize,
    vp: &mut usize,
    pp: &mut usize,
) -> (Option<Kind>, u16) {
    let at = cell.at;
    if let Some(index) = starting(&parsed.vps, vp, at, |v| v.range.start)
        && let Some(group) = parsed.vps.get(index)
    {
        return (Some(Kind::Vp(index as u16)), group.range.end);
    }
    if let Some(index) = starting(&parsed.pps, pp, at, |p| p.prep.start)
        && let Some(phrase) = parsed.pps.get(index)
    {
        let index = index as u16;
        let Some(object) = phrase.np.and_then(|n| parsed.nps.get(n as usize)) else {
            return (Some(Kind::Pp(index)), phrase.prep.end);
        };
        if relative_pronoun(cells, object) {
            return (Some(Kind::RelativePp(index)), object.range.end);
        }
        return (Some(Kind::Pp(index)), chain_end(parsed, object));
    }
    if let Some(index) = starting(&parsed.nps, np, at, |n| n.range.start)
        && let Some(phrase) = parsed.nps.get(index)
    {
        if relative_pronoun(cells, phrase) {
            return (Some(Kind::Relative(index as u16)), phrase.range.end);
        }
        return (Some(Kind::Np(index as u16)), chain_end(parsed, phrase));
    }
    (loose(cells, cell), at + 1)
}

/// What a token outside all chunks is.
fn loose(cells: &[Cell], cell: Cell) -> Option<Kind> {
    let next = cells.get(cell.at as usize + 1).copied().unwrap_or_default();
    match cell.tag.upos {
        Upos::Punct | Upos::Sym if cell.has(COMMA.or(DASH)) => Some(Kind::Comma),
        Upos::Punct if cell.has(OPEN) => Some(Kind::Open),
        Upos::Punct if cell.has(CLOSE) => Some(Kind::Close),
        Upos::Punct if cell.has(END) => Some(Kind::End),
        Upos::Punct if cell.has(QUOTE) => None,
        Upos::Cconj if cell.has(AND) => Some(Kind::And),
        Upos::Sconj if cell.has(THAT) => Some(Kind::That),
        Upos::Adv | Upos::Sconj if cell.has(WH_ADVERB) && cell.form(Form::Wh) => Some(Kind::Question),
        Upos::Sconj if cell.has(WH_ADVERB) => Some(Kind::Question),
        Upos::Sconj => Some(Kind::Subordinator),
        Upos::Adp | Upos::Adv if cell.has(SUBORDINATOR) && cell.form(Form::Wh) && !next.is(Upos::Punct) => {
            Some(Kind::Subordinator)
        }
        Upos::Pron if cell.has(THERE) => Some(Kind::There),
        Upos::Adj => Some(Kind::Adjective(cell.at)),
        _ => None,
    }
}

/// Whether a noun phrase is `who`, `which`, `that`, or opens with `whose`.
pub fn relative_pronoun(cells: &[Cell], np: &Np) -> bool {
    let cell = |at: u16| cells.get(at as usize).copied().unwrap_or_default();
    let (first, head) = (cell(np.range.start), cell(np.head));
    first.has(WHOSE) || np.pronoun && head.form(Form::Wh) && head.has(WHO.or(THAT))
}

/// Where the last conjunct of a noun phrase ends.
pub fn chain_end(parsed: &Parsed, first: &Np) -> u16 {
    let mut end = first.range.end;
    let mut next = first.next_conjunct;
    while let Some(np) = next.and_then(|n| parsed.nps.get(n as usize)) {
        end = end.max(np.range.end);
        next = np.next_conjunct;
    }
    end
}

/// Whether a noun phrase is an adverbial of time if nothing else wants it: `last week`, `Monday`, `three years`.
pub fn is_time(cells: &[Cell], np: &Np) -> bool {
    use crate::english::Entity;
    use crate::english::chunk::closed::{DAY, MONTH, WHEN};
    let cell = |at: u16| cells.get(at as usize).copied().unwrap_or_default();
    let head = cell(np.head);
    if head.has(DAY) || matches!(np.entity, Some(Entity::Weekday)) {
        return true;
    }
    // `a few days after the visit`
    let next = cell(np.range.end);
    if head.has(TIME) && (next.has(WHEN) || next.has(PREP) && next.has(SUBORDINATOR)) {
        return true;
    }
    if head.has(MONTH) && np.modifiers.is_empty() {
        return true;
    }
    let determined = |at: u16| cell(at).has(WHEN) || cell(at).is(Upos::Num);
    let when = np.range.usize().any(|at| determined(at as u16));
    let bare_or_counted = np.det.is_none_or(|d| cell(d).has(WHEN) || !cell(d).form(Form::Poss));
    (head.has(TIME) || head.has(MONTH)) && when && bare_or_counted
}
