//! Names with their titles, by the entities of the English analysis.

use super::Mention;
use super::cell::Cells;
use super::language::Class;
use super::value::{Name, Value};
use crate::english::lexicon::names::{NATIONALITY, flags};
use crate::english::{Entity, Range, Sentence};

/// The names of a sentence, by position. `cells` are those of the sentence.
pub fn names(index: usize, sentence: &Sentence, cells: Cells<'_>) -> Vec<Mention> {
    let mut out = Vec::new();
    let entities = &sentence.parsed().entities;
    let kind = |at: usize| entities.get(at).copied().flatten().and_then(kind_of);
    let mut at = 0;
    while at < sentence.tokens.len() {
        let Some(entity) = kind(at) else {
            at += 1;
            continue;
        };
        let mut end = at + 1;
        while kind(end) == Some(entity) {
            end += 1;
        }
        let range = Range::new(at, end);
        if let Some(mention) = mention(index, sentence, cells, entity, range) {
            out.push(mention);
        }
        at = end;
    }
    out
}

/// What kinds of names the ledger tells apart.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Person,
    Place,
    Organisation,
    Other,
}

const fn kind_of(entity: Entity) -> Option<Kind> {
    match entity {
        Entity::Person => Some(Kind::Person),
        Entity::Country | Entity::City | Entity::Place => Some(Kind::Place),
        Entity::Org => Some(Kind::Organisation),
        Entity::Name => Some(Kind::Other),
        Entity::Nationality | Entity::Weekday | Entity::Month => None,
    }
}

fn mention(index: usize, sentence: &Sentence, cells: Cells<'_>, kind: Kind, range: Range) -> Option<Mention> {
    let courtesy = |at: usize| kind == Kind::Person && is_courtesy(sentence.token_text(at));
    let start = range.usize().find(|at| !courtesy(*at))?;
    let end = title_inside(sentence, cells, range);
    let tokens = Range::new(start, end);
    let nationality = flags(sentence.token_text(start)) & NATIONALITY != 0;
    if start >= end || end < range.end.into() && nationality && tokens.len() == 1 {
        return None;
    }
    let span = sentence.range_span(tokens);
    let place = cells.place_of(span.start);
    let behind = cells.place_of(span.end);
    let mut titles = titles_before(place);
    titles.extend(title_behind(behind).filter(|_| kind == Kind::Person));
    let parts: Vec<&str> = tokens.usize().map(|at| sentence.token_text(at)).collect();
    let (given, family) = if kind == Kind::Person { split(&parts) } else { (Vec::new(), String::new()) };
    let full = sentence.range_text(tokens).split_whitespace().collect::<Vec<_>>().join(" ");
    let titles = if kind == Kind::Person { titles } else { Vec::new() };
    let name = Name { full, titles, given, family };
    let value = match kind {
        Kind::Person => Value::Person(name),
        Kind::Place => Value::Place(name),
        Kind::Organisation => Value::Organisation(name),
        Kind::Other => Value::Name(name),
    };
    Some(Mention::plain(index, sentence, span, tokens, value))
}

/// Where a title begins that goes on behind the name: `German Foreign` in `German Foreign Minister` is no name.
fn title_inside(sentence: &Sentence, cells: Cells<'_>, range: Range) -> usize {
    let name_end = sentence.range_span(range).end;
    let goes_beyond = |at: &usize| {
        let Some(token) = sentence.tokens.get(*at) else { return false };
        let place = cells.place_of(token.span.start);
        place.form(Class::Title).is_some_and(|(end, _)| place.span_to(end).end > name_end)
    };
    range.usize().find(goes_beyond).unwrap_or(range.end.into())
}

fn is_courtesy(word: &str) -> bool {
    matches!(
        word.trim_end_matches('.'),
        "Mr" | "Mrs" | "Ms" | "Miss" | "Dr" | "Sir" | "Lady" | "Lord" | "Dame" | "Mme" | "M" | "Don" | "Prof"
    )
}

/// Titles right before a name, outermost first: `Foreign Minister`, `Mr`.
fn titles_before(name: Cells<'_>) -> Vec<String> {
    let mut titles = Vec::new();
    let mut at = name;
    while let Some((start, form)) = at.form_before(Class::Title).filter(|_| titles.len() < 3) {
        titles.push(form.value.to_owned());
        at = start;
    }
    titles.reverse();
    titles
}

/// How many words may stand between a name and its title behind a comma: `, the former German`.
const MOST_WORDS: usize = 4;

/// The title behind a name: `, the German chancellor,`
fn title_behind(behind: Cells<'_>) -> Option<String> {
    if behind.peek(0)?.text != "," {
        return None;
    }
    let after = behind.skip(1);
    let title = (0..=MOST_WORDS)
        .map(|words| after.skip(words))
        .take_while(|i| i.peek(0).is_some_and(|c| c.text.chars().all(char::is_alphabetic)))
        .find_map(|i| i.form(Class::Title))?;
    Some(title.1.value.to_owned())
}

/// Given names and family name; particles belong to the family name.
fn split(parts: &[&str]) -> (Vec<String>, String) {
    let parts = match parts {
        [rest @ .., last] if !rest.is_empty() && is_suffix(last) => rest,
        all => all,
    };
    let particle =
        parts.iter().skip(1).position(|p| p.chars().next().is_some_and(char::is_lowercase)).map(|at| at + 1);
    let family = particle.unwrap_or(parts.len().saturating_sub(1));
    let given = parts.get(..family).unwrap_or(&[]).iter().map(|p| (*p).to_owned()).collect();
    (given, parts.get(family..).unwrap_or(&[]).join(" "))
}

fn is_suffix(word: &str) -> bool {
    matches!(word.trim_end_matches('.'), "Jr" | "Sr" | "II" | "III" | "IV")
}
