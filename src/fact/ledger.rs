//! The ledger of an English document: what the words say, with what the parse adds.

use super::cell::{Cell, Cells, cells};
use super::language::Language;
use super::name::names;
use super::polarity;
use super::quote::quotes;
use super::role::{Parse, scope};
use super::scan::{Found, values};
use super::value::{Duration, Name, Number, Period, Value};
use super::{Date, Grain, Hedge, Ledger, Mention, Ratio, Role, Scope, Side, Via};
use crate::english::{Document, Entity, Form, Range, Sentence, Upos};
use crate::span::Span;
use crate::text::{Case, TokenKind};
use rustc_hash::FxHashSet;
use std::cmp::Reverse;

impl Ledger {
    /// All facts of a document. Sentences that hold any are parsed.
    pub fn of(document: &Document) -> Self {
        Self::complete(
            document,
            (0..document.sentences.len()).flat_map(|index| {
                document.sentences.get(index).map_or_else(Vec::new, |sentence| {
                    let mut mentions = values_of(index, sentence, &found_in(sentence));
                    mentions.extend(names_of(index, sentence));
                    mentions
                })
            }),
        )
    }

    /// The ledger from the values and names of all sentences.
    pub(super) fn complete(document: &Document, mentions: impl Iterator<Item = Mention>) -> Self {
        let mut mentions: Vec<Mention> = mentions.collect();
        family_names(&mut mentions);
        quotes(document, &mut mentions);
        mentions.sort_by_key(Mention::order);
        Self { mentions }
    }

    /// The mentions of one sentence.
    pub fn in_sentence(&self, sentence: usize) -> &[Mention] {
        let start = self.mentions.partition_point(|m| m.sentence < sentence);
        let end = self.mentions.partition_point(|m| m.sentence <= sentence);
        self.mentions.get(start..end).unwrap_or(&[])
    }

    /// The mention of a sentence with exactly this span: what a [`super::Change`] points to.
    pub fn at(&self, sentence: usize, span: Span) -> Option<&Mention> {
        self.in_sentence(sentence).iter().find(|m| m.span == span)
    }
}

impl Mention {
    /// By this, mentions stand in a ledger.
    pub(super) const fn order(&self) -> (usize, u32, Reverse<u32>) {
        (self.sentence, self.span.start, Reverse(self.span.end))
    }

    /// A mention without hedge and role.
    pub(super) fn plain(index: usize, sentence: &Sentence, span: Span, tokens: Range, value: Value) -> Self {
        let quoted = sentence.tokens.get(usize::from(tokens.start)).is_some_and(|t| t.quoted);
        Self {
            sentence: index,
            span,
            tokens,
            value,
            hedge: Hedge::None,
            hedge_span: None,
            role: None,
            side: None,
            scope: Scope { quoted, ..Scope::default() },
        }
    }
}

/// A name that is the family name of a person of the text is that person's.
fn family_names(mentions: &mut [Mention]) {
    let person = |m: &Mention| match &m.value {
        Value::Person(name) if !name.given.is_empty() => Some(name.family.clone()),
        _ => None,
    };
    let families: FxHashSet<String> = mentions.iter().filter_map(person).collect();
    for mention in mentions {
        if let Value::Name(name) = &mut mention.value
            && families.contains(&name.full)
        {
            let family = name.full.clone();
            mention.value = Value::Person(Name { family, ..std::mem::take(name) });
        }
    }
}

/// What the words of a sentence alone show: values, changes and negations, by position. It is not parsed.
pub(super) fn found_in(sentence: &Sentence) -> Vec<Found> {
    let cells = cells_of(sentence);
    let mut found = values(&cells);
    polarity::add(&cells, &mut found);
    found
}

/// What was found in a sentence, with what the parse adds; not all of it need be a fact.
pub(super) fn values_of(index: usize, sentence: &Sentence, found: &[Found]) -> Vec<Mention> {
    if found.is_empty() { Vec::new() } else { read_values(index, sentence, found) }
}

/// The names of a sentence, by position. It is parsed if it has a capital.
pub(super) fn names_of(index: usize, sentence: &Sentence) -> Vec<Mention> {
    let capitals = sentence.tokens.iter().any(|t| t.case.has_capital());
    if capitals { names(index, sentence, Cells::new(&cells_of(sentence))) } else { Vec::new() }
}

fn cells_of(sentence: &Sentence) -> Vec<Cell<'_>> {
    let span = sentence.range_span(Range::new(0, sentence.tokens.len()));
    cells(span.of(&sentence.text), span.start, Language::english())
}

fn read_values(index: usize, sentence: &Sentence, found: &[Found]) -> Vec<Mention> {
    let mut mentions: Vec<Mention> = Vec::new();
    let parse = Parse::new(sentence);
    let around = scope(&cells_of(sentence), found);
    for found in found {
        let Found { span, value, hedge, hedge_span, side } = found.clone();
        let tokens = tokens(sentence, span);
        let hedged = hedge_span.map_or(tokens, |h| tokens.hull(self::tokens(sentence, h)));
        let role = parse.role(tokens, hedged, &value, hedge);
        let Some(value) = settled(sentence, tokens, value, (hedge, side), role.as_ref()) else { continue };
        let value = match (value, mentions.last()) {
            (Value::Number(number), Some(last)) if goes_on(sentence, last, tokens) => match &last.value {
                Value::Age(age) => Value::Age(Duration { number, ..*age }),
                _ => Value::Number(number),
            },
            (value, _) => value,
        };
        let role = role.filter(|_| !matches!(value, Value::Label(_) | Value::Date(_)));
        let plain = Mention::plain(index, sentence, span, tokens, value);
        let negated = plain.value != Value::Negation && parse.is_negated(tokens);
        let scope = Scope { negated, quoted: plain.scope.quoted, ..around };
        mentions.push(Mention { hedge, hedge_span, side, role, scope, ..plain });
    }
    mentions
}

/// Whether only a comma or *and* stands between a mention and some tokens that no word but *and* follows: `aged nine,
/// ten and 13`.
fn goes_on(sentence: &Sentence, last: &Mention, tokens: Range) -> bool {
    let between = usize::from(last.tokens.end)..usize::from(tokens.start);
    let joins = |at: usize| matches!(sentence.token_text(at), "," | "and");
    let end = sentence.token_text(tokens.end.into());
    (1..=2).contains(&between.len())
        && between.into_iter().all(joins)
        && matches!(end, "," | "and" | "." | ";" | "")
}

/// What a value is in view of the words around it; `None` where it is none.
fn settled(
    sentence: &Sentence,
    tokens: Range,
    value: Value,
    (hedge, side): (Hedge, Option<Side>),
    role: Option<&Role>,
) -> Option<Value> {
    let counts = role.filter(|r| r.via == Via::Head && r.token.is_some());
    match value {
        // `one` as a pronoun.
        Value::Number(number) if number.amount == Ratio::ONE && is_word(sentence, tokens) => {
            let of = sentence.token_text(tokens.end.into()) == "of";
            // `from one to 14`
            (side.is_some() || counts.is_some() && !of).then_some(value)
        }
        Value::Number(number) if is_age(sentence, tokens, number) => {
            Some(Value::Age(Duration { number, period: Period::Year, relation: None }))
        }
        Value::Number(number) if is_label(sentence, tokens, counts.is_some()) => Some(Value::Label(number)),
        // `about 2000 soldiers`
        Value::Date(Date { year: Some(year), grain: Grain::Year, part: None, .. })
            if (1000..2200).contains(&year) =>
        {
            let plural = counts.is_some_and(|r| r.token.is_some_and(|t| is_counted(sentence, tokens, t)));
            let hedged = matches!(hedge, Hedge::AtLeast | Hedge::MoreThan | Hedge::AtMost | Hedge::About);
            let number = plural && (hedged || !(1900..2040).contains(&year));
            Some(if number { Value::Number(Number::whole(year.into())) } else { value })
        }
        // `May God help`, `they march`
        Value::Date(Date {
            grain: Grain::Month,
            year: None,
            year_shift: None,
            part: None,
            shift: None,
            ..
        }) if is_verb(sentence, tokens) || ends_name(sentence, tokens) => None,
        // `the Ineos 1:59 Challenge`, `First Chicago Corp`
        Value::Time(time) if time.half_open && is_in_name(sentence, tokens) => None,
        Value::Ordinal(_) if is_word(sentence, tokens) && opens_name(sentence, tokens) => None,
        // `a 1080p screen`
        Value::Money(_) if is_resolution(sentence.range_text(tokens)) => None,
        _ => Some(value),
    }
}

/// Whether a word with a capital, no name of a day or country, stands at a token.
fn is_name_word(sentence: &Sentence, at: usize) -> bool {
    let title = sentence.tokens.get(at).is_some_and(|t| t.case == Case::Title && t.kind == TokenKind::Word);
    let entity = sentence.parsed().entities.get(at).copied().flatten();
    title && !matches!(entity, Some(Entity::Weekday | Entity::Month | Entity::Nationality))
}

/// Whether a month is the last word of somebody's name: `Theresa May`.
fn ends_name(sentence: &Sentence, tokens: Range) -> bool {
    let before = usize::from(tokens.start).checked_sub(1);
    let person = |at: usize| {
        let entity = sentence.parsed().entities.get(at).copied().flatten();
        matches!(entity, Some(Entity::Person | Entity::Name)) && is_name_word(sentence, at)
    };
    tokens.len() == 1 && before.is_some_and(person)
}

/// Whether words of a name stand on both sides.
fn is_in_name(sentence: &Sentence, tokens: Range) -> bool {
    let before = usize::from(tokens.start).checked_sub(1).filter(|at| *at > 0);
    before.is_some_and(|at| is_name_word(sentence, at)) && is_name_word(sentence, tokens.end.into())
}

/// Whether the mention is the first word of a name: `First Chicago`.
fn opens_name(sentence: &Sentence, tokens: Range) -> bool {
    is_name_word(sentence, tokens.start.into()) && is_name_word(sentence, tokens.end.into())
}

/// Whether what looks like pence is the height of a picture.
fn is_resolution(text: &str) -> bool {
    matches!(text, "360p" | "480p" | "720p" | "1080p" | "1440p" | "2160p")
}

/// Whether the mention is one word, and a verb.
fn is_verb(sentence: &Sentence, tokens: Range) -> bool {
    let tag = sentence.parsed().tags.get(usize::from(tokens.start));
    tokens.len() == 1 && tag.is_some_and(|t| matches!(t.upos, Upos::Verb | Upos::Aux))
}

/// Whether the mention is in letters.
fn is_word(sentence: &Sentence, tokens: Range) -> bool {
    sentence.range_text(tokens).chars().all(char::is_alphabetic)
}

/// Whether the token is a plural noun in small letters close behind the mention, which opens its phrase.
fn is_counted(sentence: &Sentence, mention: Range, token: u16) -> bool {
    let parsed = sentence.parsed();
    let np = parsed.nps.iter().find(|np| np.head == token);
    let small = sentence.tokens.get(usize::from(token)).is_some_and(|t| t.case == Case::Lower);
    np.is_some_and(|np| {
        np.plural && np.det.is_none() && np.possessor.is_none() && np.range.start.abs_diff(mention.start) <= 2
    }) && small
}

/// `Kovalenko, 45,`: a number between commas or brackets behind a name.
fn is_age(sentence: &Sentence, tokens: Range, number: Number) -> bool {
    let Some(name) = usize::from(tokens.start).checked_sub(2) else { return false };
    let human = number.amount >= Ratio::ONE && number.amount <= Ratio::whole(115);
    let digits = sentence.range_text(tokens).chars().all(|c| c.is_ascii_digit());
    let opens = matches!(sentence.token_text(name + 1), "," | "(");
    let closes =
        matches!(sentence.token_text(tokens.end.into()), "," | ")" | "." | ";" | "and" | "when" | "or");
    let entity = sentence.parsed().entities.get(name).copied().flatten();
    let capital =
        sentence.tokens.get(name).is_some_and(|t| t.case != Case::Lower && t.kind == TokenKind::Word);
    // `Kenji Mori, 72,`, `Reed, 43, was`: a name that the tables take for a place, or that opens the sentence.
    let end = usize::from(tokens.end);
    let in_commas = sentence.token_text(end) == "," && number.amount >= Ratio::whole(10);
    let given = name.checked_sub(1).and_then(|at| sentence.tokens.get(at));
    let given = given.is_some_and(|t| t.case == Case::Title && t.kind == TokenKind::Word);
    let states =
        matches!(sentence.token_text(end + 1), "who" | "was" | "is" | "has" | "had" | "said" | "became");
    let placed = entity == Some(Entity::Place) && capital && given && in_commas;
    let named = matches!(entity, Some(Entity::Person | Entity::Name))
        || entity.is_none() && capital && name > 0
        || placed
        || name == 0 && capital && in_commas && states;
    let noun = sentence.parsed().tags.get(name).is_some_and(|t| (t.upos, t.form) == (Upos::Noun, Form::Sg));
    let grown = noun && sentence.token_text(tokens.end.into()) == "," && number.amount >= Ratio::whole(10);
    let listed = opens && (named || grown);
    human && digits && closes && (listed || is_said_of_person(sentence, name))
}

/// `he was`, `Lopez is`: a person and a form of *be* at and behind a token.
fn is_said_of_person(sentence: &Sentence, at: usize) -> bool {
    let person = matches!(&*sentence.token_text(at).to_lowercase(), "he" | "she" | "who")
        || sentence.parsed().entities.get(at).copied().flatten() == Some(Entity::Person);
    person && matches!(sentence.token_text(at + 1), "is" | "was" | "'s" | "’s")
}

/// Whether a number in digits stands right behind a word with a capital: `Flight 752`; if it seems to count
/// something, only in the same phrase: `a Category 5 hurricane`.
fn is_label(sentence: &Sentence, tokens: Range, counts: bool) -> bool {
    let Some(before) = usize::from(tokens.start).checked_sub(1) else { return false };
    let digits = sentence.range_text(tokens).chars().all(|c| c.is_ascii_digit());
    let capital =
        sentence.tokens.get(before).is_some_and(|t| t.kind == TokenKind::Word && t.case.has_capital());
    let parsed = sentence.parsed();
    let noun = parsed.tags.get(before).is_some_and(|t| matches!(t.upos, Upos::Noun | Upos::Propn));
    let named = parsed.entities.get(before).copied().flatten();
    let calendar = matches!(named, Some(Entity::Weekday | Entity::Month | Entity::Nationality));
    let phrase = |at: usize| parsed.nps.iter().position(|np| np.range.contains(at));
    let together = phrase(before).is_some() && phrase(before) == phrase(tokens.start.into());
    // `The Lost 52 Project`
    let inside =
        before > 0 && sentence.tokens.get(usize::from(tokens.end)).is_some_and(|t| t.case == Case::Title);
    digits && capital && (noun || inside) && !calendar && (!counts || together)
}

/// The tokens that a span touches.
fn tokens(sentence: &Sentence, span: Span) -> Range {
    let start = sentence.tokens.partition_point(|t| t.span.end <= span.start);
    let end = sentence.tokens.partition_point(|t| t.span.start < span.end);
    Range::new(start, end.max(start))
}

#[cfg(test)]
#[path = "ledger/tests.rs"]
mod tests;
