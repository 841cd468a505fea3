//! Names of a sentence against those of its source.
//!
//! Two questions, since in most scripts names cannot be told by a capital: has each name of the translation something in
//! the source that it can stand for (by table, or by sound), and has each name of the source, as far as it can be told for one,
//! something in the translation? Both answers must be *no* before much is said: what is doubtful counts as kept.

use crate::compare::Status;
use crate::english::lexicon::{self, names};
use crate::english::{Entity, Range, Sentence};
use crate::romanise::common;
use crate::romanise::exonym::{self, Class, Concept, Known};
use crate::romanise::{Key, Lattice, romanise};
use crate::span::Span;
use crate::text::TokenKind;

/// What became of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameJudgement {
    /// [`Status::Changed`], [`Status::Lost`] or [`Status::Added`]; kept names are not listed.
    pub status: Status,
    /// Bytes of the source sentence: the name there, if one is without a counterpart.
    pub source: Option<Span>,
    /// Tokens of the translation: the name that nothing in the source stands for.
    pub target: Option<Range>,
    /// How English would call the name of the source.
    pub english: Option<String>,
}

/// A name of the translation.
struct English {
    range: Range,
    supported: bool,
}

/// A name of the source.
struct Foreign {
    span: Span,
    english: Vec<String>,
    supported: bool,
}

/// Compares the names of a sentence with those of its source, of which the language is an ISO 639-1 code.
pub fn names_compare(source: &str, language: &str, target: &Sentence) -> Vec<NameJudgement> {
    let sides = Sides::new(source, language, target);
    let english = sides.english_names();
    let foreign = sides.foreign_names();
    let strange: Vec<&English> = english.iter().filter(|n| !n.supported).collect();
    let mut missing = foreign.iter().filter(|n| !n.supported);
    let mut out = Vec::new();
    for name in strange {
        let lost = missing.next();
        out.push(NameJudgement {
            status: if lost.is_some() { Status::Changed } else { Status::Added },
            source: lost.map(|l| l.span),
            target: Some(name.range),
            english: lost.and_then(|l| l.english.first().cloned()),
        });
    }
    out.extend(missing.map(|lost| NameJudgement {
        status: Status::Lost,
        source: Some(lost.span),
        target: None,
        english: lost.english.first().cloned(),
    }));
    out
}

/// Words with a capital that other languages may leave out.
const UNITS: &[&str] = &["celsius", "fahrenheit", "ltd", "inc", "corp", "co", "plc", "llc", "gmbh"];

/// Both sentences, read.
struct Sides<'a> {
    source: &'a str,
    language: &'a str,
    lattice: Lattice,
    known: Vec<Known>,
    sentence: &'a Sentence,
    english: Lattice,
    english_known: Vec<Known>,
    near: u32,
    /// Whether names cannot be told by their capital.
    no_capitals: bool,
}

/// Up to this distance a passage can be what a name stands for: in alphabets, and where sounds are written less fully.
const NEAR: u32 = 31;
const NEAR_SYLLABLES: u32 = 25;
const NEAR_CONSONANTS: u32 = 28;
const NEAR_CHARACTERS: u32 = 33;
/// Up to this distance it is the same name.
const SAME: u32 = 13;

impl<'a> Sides<'a> {
    fn new(source: &'a str, language: &'a str, sentence: &'a Sentence) -> Self {
        let lattice = Lattice::read(source, language);
        let known = exonym::known(&lattice, source, language);
        let text = sentence.range_text(Range::new(0, sentence.tokens.len()));
        let english = Lattice::read(text, "en");
        let english_known = exonym::known(&english, text, "en");
        let no_capitals = !lattice.units.iter().any(|u| u.script.has_capitals() && u.capital)
            || matches!(language, "zh" | "ja" | "ko" | "ar" | "fa" | "he" | "hi");
        let near = match language {
            "ar" | "fa" | "he" => NEAR_CONSONANTS,
            "zh" => NEAR_CHARACTERS,
            _ if no_capitals => NEAR_SYLLABLES,
            _ => NEAR,
        };
        Self { source, language, lattice, known, sentence, english, english_known, near, no_capitals }
    }

    fn english_names(&self) -> Vec<English> {
        let entities = &self.sentence.parsed().entities;
        let kind = |at: usize| entities.get(at).copied().flatten();
        let mut out = Vec::new();
        let mut at = 0;
        while at < self.sentence.tokens.len() {
            let Some(entity) = kind(at) else {
                at += 1;
                continue;
            };
            let start = at;
            while kind(at) == Some(entity) {
                at += 1;
            }
            let range = Range::new(start, at);
            if let Some(supported) = self.english_support(range, entity) {
                out.push(English { range, supported });
            }
        }
        out
    }

    /// Whether the source has what a name stands for; nothing if the name cannot be judged.
    fn english_support(&self, range: Range, entity: Entity) -> Option<bool> {
        if matches!(entity, Entity::Weekday | Entity::Month | Entity::Nationality) {
            return None;
        }
        let span = self.local(self.sentence.range_span(range));
        let listed: Vec<&Known> = self.english_known.iter().filter(|k| touches(&self.english, k, span)).collect();
        if listed.iter().any(|k| self.has(k.concept)) {
            return Some(true);
        }
        let telling = |k: &&Known| {
            !matches!(k.class, Class::Thing | Class::Given | Class::Demonym)
                && exonym::lists(k.concept, self.language)
                && self.units_of(&self.english, k.first, k.end) == span
        };
        let proper: Vec<usize> = range.usize().filter(|at| self.is_proper(*at, entity)).collect();
        if listed.iter().any(|k| telling(&k)) && !proper.is_empty() {
            let country = listed.iter().any(|k| k.class == Class::Country);
            let near = if country { SAME } else { self.near };
            return Some(
                !(country && self.no_capitals) && proper.iter().any(|at| self.sounds_in_source(*at, near)),
            );
        }
        if proper.is_empty() {
            return None;
        }
        Some(proper.iter().any(|at| self.sounds_in_source(*at, self.near)))
    }

    /// Whether a word of the translation is in the source by its sound.
    fn sounds_in_source(&self, at: usize, near: u32) -> bool {
        let word = self.sentence.token_text(at);
        let key = Key::of(word);
        let inside = matches!(self.language, "de" | "nl" | "sv" | "da" | "no" | "fi" | "hu");
        key.len() < 2
            || self.lattice.closest(&key, inside).is_some_and(|m| m.distance <= near)
            || self.known.iter().any(|k| exonym::english(k.concept).iter().any(|e| e.contains(word)))
    }

    /// Whether something in the source may stand for a concept.
    fn has(&self, concept: Concept) -> bool {
        self.known.iter().any(|k| k.concept == concept)
            || self.lattice.units.iter().any(|u| exonym::may_name(u.span.of(self.source), concept, self.language))
    }

    /// Whether a word of a name is no ordinary word, so that its sound says whether it is the right name.
    fn is_proper(&self, at: usize, entity: Entity) -> bool {
        let word = self.sentence.token_text(at);
        let Some(token) = self.sentence.tokens.get(at) else { return false };
        if token.kind != TokenKind::Word || !token.case.has_capital() || word.chars().count() < 2 {
            return false;
        }
        let lower = word.to_lowercase();
        let parts_known = || lower.split('-').all(|p| p.len() < 3 || lexicon::is_known_in_lower_case(p));
        if entity == Entity::Name && at == 0 || lower.contains('-') && parts_known() || UNITS.contains(&&*lower) {
            return false;
        }
        if word.split('-').any(is_acronym) || lexicon::is_function_word(&lower) || names::capitalised_lower(&lower) {
            return false;
        }
        matches!(entity, Entity::Person | Entity::Country | Entity::City)
            || !lexicon::is_known_in_lower_case(&lower)
    }

    /// A span of the block as one of the sentence's text.
    fn local(&self, span: Span) -> Span {
        let base = self.sentence.tokens.first().map_or(0, |t| t.span.start);
        Span::new(span.start.saturating_sub(base), span.end.saturating_sub(base))
    }

    fn foreign_names(&self) -> Vec<Foreign> {
        let mut out: Vec<Foreign> = Vec::new();
        let mut at = 0;
        while at < self.lattice.units.len() {
            // The longest listed name from here on, else a run of capitals.
            let listed = self.known.iter().filter(|k| k.first == at && k.certain).max_by_key(|k| k.end);
            if let Some(known) = listed {
                let span = self.units(known.first, known.end);
                out.push(Foreign {
                    span,
                    english: exonym::english(known.concept).iter().map(|e| (*e).to_owned()).collect(),
                    supported: self.listed_support(known),
                });
                at = known.end;
                continue;
            }
            let end = self.run_of_capitals(at);
            if end > at {
                if let Some(name) = self.unlisted(at, end) {
                    out.push(name);
                }
                at = end;
            } else {
                at += 1;
            }
        }
        out
    }

    fn units(&self, first: usize, end: usize) -> Span {
        self.units_of(&self.lattice, first, end)
    }

    fn units_of(&self, lattice: &Lattice, first: usize, end: usize) -> Span {
        let units = lattice.units.get(first..end).unwrap_or(&[]);
        match (units.first(), units.last()) {
            (Some(a), Some(b)) => a.span.hull(b.span),
            _ => Span::default(),
        }
    }

    fn listed_support(&self, known: &Known) -> bool {
        let own = self.known.iter().filter(|k| k.first < known.end && known.first < k.end);
        let mut concepts: Vec<Concept> = own.map(|k| k.concept).collect();
        concepts.dedup();
        concepts.iter().any(|c| {
            self.english_known.iter().any(|k| k.concept == *c)
                || exonym::english(c).iter().any(|form| self.english_has(form))
        }) || self.sounds_in_english(known.first, known.end, SAME)
    }

    /// Whether the translation has an English name or an adjective of it.
    fn english_has(&self, form: &str) -> bool {
        let key = Key::of(form);
        let stem: String = form.chars().take(5).collect();
        self.english.closest(&key, false).is_some_and(|m| m.distance <= SAME)
            || stem.len() == 5
                && self.english.units.iter().any(|u| self.english_text().get(u.span.start as usize..).is_some_and(|t| t.starts_with(&stem)))
    }

    fn english_text(&self) -> &str {
        self.sentence.range_text(Range::new(0, self.sentence.tokens.len()))
    }

    /// Whether some unit of a name is in the translation by its sound.
    fn sounds_in_english(&self, first: usize, end: usize, near: u32) -> bool {
        let units = self.lattice.units.get(first..end).unwrap_or(&[]);
        units.iter().flat_map(|unit| &unit.readings).any(|key| {
            key.len() >= 2 && self.english.closest(key, false).is_some_and(|m| m.distance <= near)
                || near > SAME && self.english.units.iter().flat_map(|u| &u.readings).any(|own| own.begins_like(key))
        })
    }

    /// One past a run of capitals that begins at a unit and does not open the sentence.
    fn run_of_capitals(&self, at: usize) -> usize {
        let Some(unit) = self.lattice.units.get(at) else { return at };
        if !unit.capital || !unit.script.has_capitals() || !common::covers(self.language) || self.language == "de" {
            return at;
        }
        let mut end = at + 1;
        while self.lattice.units.get(end).is_some_and(|u| u.capital)
            && !self.gap(end).contains(['.', ',', '(', '"', '«', '“', ':', ';', '!', '?'])
        {
            end += 1;
        }
        end
    }

    /// What stands between a unit and the one before.
    fn gap(&self, at: usize) -> &str {
        let before = at.checked_sub(1).and_then(|b| self.lattice.units.get(b)).map_or(0, |u| u.span.end);
        let start = self.lattice.units.get(at).map_or(0, |u| u.span.start);
        self.source.get(before as usize..start as usize).unwrap_or("")
    }

    /// Whether the capital may be one of position.
    fn opens(&self, at: usize) -> bool {
        self.gap(at).contains(['.', '!', '?', ':', '"', '«', '“', '„', '»', '”', '(', '—', '–', '¿', '¡', '‘', '\''])
    }

    /// Whether a word is a person's or city's name in English spelling.
    fn is_family_name(&self, at: usize) -> bool {
        let word = self.lattice.units.get(at).map_or("", |u| u.span.of(self.source));
        names::flags(&romanise(word, self.language)) & (names::SURNAME | names::FIRST_NAME) != 0
    }

    /// Whether a word with a capital is no ordinary word.
    fn is_telling(&self, at: usize) -> bool {
        let Some(unit) = self.lattice.units.get(at) else { return false };
        let word = unit.span.of(self.source);
        word.chars().count() >= 4 && !is_acronym(word) && !common::is_common(word, self.language)
    }

    /// A run of capitals that no table has.
    fn unlisted(&self, first: usize, end: usize) -> Option<Foreign> {
        let opening = first == 0 || self.opens(first);
        if opening && end - first < 2 && !self.is_family_name(first) {
            return None;
        }
        let telling: Vec<usize> =
            (first..end).filter(|at| self.is_telling(*at) && (*at > first || !opening || self.is_family_name(first))).collect();
        let (first, end) = (*telling.first()?, telling.last()? + 1);
        let span = self.units(first, end);
        // An adjective of a listed name is left to the name.
        let excused = self.known.iter().any(|k| k.first < end && first < k.end);
        let supported = excused || telling.iter().any(|at| self.sounds_in_english(*at, at + 1, NEAR));
        let text = span.of(self.source);
        Some(Foreign { span, english: vec![romanise(text, self.language)], supported })
    }
}

/// Whether a listed name touches a span.
fn touches(lattice: &Lattice, known: &Known, span: Span) -> bool {
    let units = lattice.units.get(known.first..known.end).unwrap_or(&[]);
    units.iter().any(|u| u.span.start < span.end && span.start < u.span.end)
}

/// Whether at least half of the letters are capitals, and two: `NIOSH`, `LRTIs`, `CoV`.
fn is_acronym(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    capitals >= 2 && capitals * 2 >= letters
}
