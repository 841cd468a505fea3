//! Names of a sentence against those of its source.
//!
//! Two questions, since in most scripts names cannot be told by a capital: has each name of the translation something in
//! the source that it can stand for (by table, or by sound), and has each name of the source, as far as it can be told for one,
//! something in the translation? Both answers must be *no* before much is said: what is doubtful counts as kept.

use crate::align::{Alignment, Link, SourceText};
use crate::compare::Status;
use crate::english::lexicon::{self, names};
use crate::english::{Document, Entity, Range, Sentence};
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
    /// Index of a sentence of the translation and its tokens: the name that nothing in the source stands for.
    pub target: Option<(usize, Range)>,
    /// How English would call the name of the source.
    pub english: Option<String>,
}

/// A judgement in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameFate {
    /// What became of the name.
    pub status: Status,
    /// Its bytes in [`SourceText::text`].
    pub source: Option<Span>,
    /// Index into [`Document::sentences`] and tokens there; of a lost name the whole first sentence that should have it.
    pub target: (usize, Range),
    /// How English would call the name of the source.
    pub english: Option<String>,
}

/// The names of all linked sentences that are not kept. A name that a neighbouring sentence has on the other side counts
/// as kept: pronouns and names change places.
pub fn fates(text: &SourceText, alignment: &Alignment, document: &Document) -> Vec<NameFate> {
    let Some(language) = text.code.as_deref().filter(|_| alignment.belongs()) else { return Vec::new() };
    let mut out = Vec::new();
    for (at, link) in alignment.links.iter().enumerate() {
        if link.source.is_empty() || link.target.is_empty() || link.certainty < SURE_LINK {
            continue;
        }
        let narrow = Stretch::new(text, document, std::slice::from_ref(link));
        let found = narrow.compare(language);
        if found.is_empty() {
            continue;
        }
        let first = at.saturating_sub(1);
        let around = alignment.links.get(first..(at + 2).min(alignment.links.len())).unwrap_or(&[]);
        let wide = if around.len() > 1 {
            let wide = Stretch::new(text, document, around);
            wide.compare(language).into_iter().map(|j| wide.fate(j)).collect()
        } else {
            found.iter().cloned().map(|j| narrow.fate(j)).collect::<Vec<_>>()
        };
        let missing = |fate: &NameFate| fate.source.is_none() || wide.iter().any(|w| w.source == fate.source);
        let strange =
            |fate: &NameFate| fate.status == Status::Lost || wide.iter().any(|w| w.target == fate.target);
        for fate in found.into_iter().map(|j| narrow.fate(j)) {
            match fate.status {
                _ if missing(&fate) && strange(&fate) => out.push(fate),
                Status::Changed if strange(&fate) => {
                    out.push(NameFate { status: Status::Added, source: None, english: None, ..fate });
                }
                _ => {}
            }
        }
    }
    out
}

/// Links of which less is sure say nothing of names.
const SURE_LINK: f32 = 0.5;

/// The two sides of some links that follow each other.
struct Stretch<'a> {
    source: &'a str,
    /// Where the source begins in the whole.
    start: u32,
    /// The first sentence of the translation.
    first: usize,
    sentences: Vec<&'a Sentence>,
}

impl<'a> Stretch<'a> {
    fn new(text: &'a SourceText, document: &'a Document, links: &[Link]) -> Self {
        let bounds = |of: fn(&Link) -> &std::ops::Range<usize>| {
            let start = links.first().map_or(0, |l| of(l).start);
            start..links.last().map_or(start, |l| of(l).end)
        };
        let source = text.sentences.get(bounds(|l| &l.source)).unwrap_or(&[]);
        let span = match (source.first(), source.last()) {
            (Some(a), Some(b)) => a.span.hull(b.span),
            _ => Span::default(),
        };
        let target = bounds(|l| &l.target);
        let first = target.start;
        let sentences = document.sentences.get(target).unwrap_or(&[]).iter().collect();
        Self { source: span.of(&text.text), start: span.start, first, sentences }
    }

    fn compare(&self, language: &str) -> Vec<NameJudgement> {
        names_compare(self.source, language, &self.sentences)
    }

    fn fate(&self, judgement: NameJudgement) -> NameFate {
        let NameJudgement { status, source, target, english } = judgement;
        let whole = || (0, Range::new(0, self.sentences.first().map_or(0, |s| s.tokens.len())));
        let (sentence, range) = target.unwrap_or_else(whole);
        NameFate {
            status,
            source: source.map(|s| Span::new(s.start + self.start, s.end + self.start)),
            target: (self.first + sentence, range),
            english,
        }
    }
}

/// A name of the translation.
struct English {
    /// Index into [`Sides::english`], and tokens there.
    place: (usize, Range),
    supported: bool,
}

/// A name of the source.
struct Foreign {
    span: Span,
    english: Vec<String>,
    supported: bool,
    /// Whether a table has it.
    listed: bool,
}

/// Compares the names of some sentences with those of their source, of which the language is an ISO 639-1 code.
pub fn names_compare(source: &str, language: &str, target: &[&Sentence]) -> Vec<NameJudgement> {
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
            target: Some(name.place),
            english: lost.and_then(|l| l.english.first().cloned()),
        });
    }
    // Where words have many endings, too few of them are known as ordinary.
    let sure = !matches!(language, "tr" | "fi" | "hu" | "id" | "vi");
    out.extend(missing.filter(|lost| lost.listed || sure).map(|lost| NameJudgement {
        status: Status::Lost,
        source: Some(lost.span),
        target: None,
        english: lost.english.first().cloned(),
    }));
    out
}

/// Words with a capital that other languages may leave out.
const UNITS: &[&str] = &["celsius", "fahrenheit", "ltd", "inc", "corp", "co", "plc", "llc", "gmbh"];

/// Both texts, read.
struct Sides<'a> {
    source: &'a str,
    language: &'a str,
    lattice: Lattice,
    known: Vec<Known>,
    english: Vec<Target<'a>>,
    near: u32,
    /// Whether names cannot be told by their capital.
    no_capitals: bool,
}

/// A sentence of the translation.
struct Target<'a> {
    sentence: &'a Sentence,
    text: &'a str,
    lattice: Lattice,
    known: Vec<Known>,
}

impl<'a> Target<'a> {
    fn new(sentence: &'a Sentence) -> Self {
        let text = sentence.range_text(Range::new(0, sentence.tokens.len()));
        let lattice = Lattice::read(text, "en");
        let known = exonym::known(&lattice, text, "en");
        Self { sentence, text, lattice, known }
    }

    /// A span of the block as one of the sentence's text.
    fn local(&self, span: Span) -> Span {
        let base = self.sentence.tokens.first().map_or(0, |t| t.span.start);
        Span::new(span.start.saturating_sub(base), span.end.saturating_sub(base))
    }
}

/// Up to this distance a passage can be what a name stands for: in alphabets, and where sounds are written less fully.
const NEAR: u32 = 31;
const NEAR_SYLLABLES: u32 = 25;
const NEAR_CONSONANTS: u32 = 28;
const NEAR_CHARACTERS: u32 = 33;
/// Up to this distance it is the same name.
const SAME: u32 = 13;
/// Letters that an English adjective has in common with its name: `Austral|ian`.
const STEM: usize = 5;

impl<'a> Sides<'a> {
    fn new(source: &'a str, language: &'a str, target: &[&'a Sentence]) -> Self {
        let lattice = Lattice::read(source, language);
        let known = exonym::known(&lattice, source, language);
        let english = target.iter().map(|s| Target::new(s)).collect();
        let no_capitals = matches!(language, "zh" | "ja" | "ko" | "ar" | "fa" | "he" | "hi");
        let near = match language {
            "ar" | "fa" | "he" => NEAR_CONSONANTS,
            "zh" => NEAR_CHARACTERS,
            _ if no_capitals => NEAR_SYLLABLES,
            _ => NEAR,
        };
        Self { source, language, lattice, known, english, near, no_capitals }
    }

    fn english_names(&self) -> Vec<English> {
        let mut out = Vec::new();
        for (index, target) in self.english.iter().enumerate() {
            let entities = &target.sentence.parsed().entities;
            let kind = |at: usize| entities.get(at).copied().flatten();
            let mut at = 0;
            while at < target.sentence.tokens.len() {
                let Some(entity) = kind(at) else {
                    at += 1;
                    continue;
                };
                let start = at;
                while kind(at) == Some(entity) {
                    at += 1;
                }
                let range = Range::new(start, at);
                if let Some(supported) = self.english_support(target, range, entity) {
                    out.push(English { place: (index, range), supported });
                }
            }
        }
        out
    }

    /// Whether the source has what a name stands for; nothing if the name cannot be judged.
    fn english_support(&self, target: &Target<'_>, range: Range, entity: Entity) -> Option<bool> {
        if matches!(entity, Entity::Weekday | Entity::Month | Entity::Nationality) {
            return None;
        }
        let span = target.local(target.sentence.range_span(range));
        let listed: Vec<&Known> = target.known.iter().filter(|k| touches(&target.lattice, k, span)).collect();
        if listed.iter().any(|k| self.has(k.concept)) {
            return Some(true);
        }
        let proper: Vec<&str> = range
            .usize()
            .filter(|at| is_proper(target.sentence, *at, entity))
            .map(|at| target.sentence.token_text(at))
            .collect();
        let ordinary = |word: &&str| lexicon::is_known_in_lower_case(&word.to_lowercase());
        if proper.is_empty()
            || entity == Entity::City && proper.len() > 1 && proper.iter().all(|w| ordinary(&w))
        {
            return None;
        }
        let telling = |k: &&&Known| {
            !matches!(k.class, Class::Thing | Class::Given | Class::Demonym)
                && exonym::lists(k.concept, self.language)
                && units(&target.lattice, k.first, k.end) == span
        };
        // A country that the table of the language has is called by one of the forms there.
        let country = listed.iter().filter(telling).any(|k| k.class == Class::Country);
        if country && matches!(self.language, "zh" | "ja") {
            return Some(false);
        }
        let near = if country { SAME } else { self.near };
        Some(proper.iter().any(|word| self.sounds_in_source(word, near)))
    }

    /// Whether a word of the translation is in the source by its sound.
    fn sounds_in_source(&self, word: &str, near: u32) -> bool {
        let key = Key::of(word);
        let inside = matches!(self.language, "de" | "nl" | "sv" | "da" | "no" | "fi" | "hu");
        key.len() < 2
            || self.lattice.closest(&key, inside).is_some_and(|m| m.distance <= near)
            || self.known.iter().any(|k| exonym::english(k.concept).iter().any(|e| e.contains(word)))
    }

    /// Whether something in the source may stand for a concept.
    fn has(&self, concept: Concept) -> bool {
        self.known.iter().any(|k| k.concept == concept)
            || self
                .lattice
                .units
                .iter()
                .any(|u| exonym::may_name(u.span.of(self.source), concept, self.language))
    }

    fn foreign_names(&self) -> Vec<Foreign> {
        let mut out: Vec<Foreign> = Vec::new();
        let mut at = 0;
        while at < self.lattice.units.len() {
            // The longest listed name from here on, else a run of capitals.
            let listed = self.known.iter().filter(|k| k.first == at && k.certain).max_by_key(|k| k.end);
            if let Some(known) = listed {
                let span = units(&self.lattice, known.first, known.end);
                out.push(Foreign {
                    span,
                    english: exonym::english(known.concept).iter().map(|e| (*e).to_owned()).collect(),
                    supported: self.listed_support(known),
                    listed: true,
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

    fn listed_support(&self, known: &Known) -> bool {
        let own = self.known.iter().filter(|k| k.first < known.end && known.first < k.end);
        let mut concepts: Vec<Concept> = own.map(|k| k.concept).collect();
        concepts.dedup();
        let dollars = |c: &Concept| {
            matches!(*c, "US")
                && self.english.iter().any(|t| t.text.contains('$') || t.text.contains("dollar"))
        };
        let said = |c: &Concept| {
            dollars(c)
                || self.english.iter().any(|target| target.known.iter().any(|k| k.concept == *c))
                || exonym::english(c).iter().any(|form| self.english_has(form))
        };
        concepts.iter().any(said) || self.sounds_in_english(known.first, known.end, SAME)
    }

    /// Whether the translation has an English name or an adjective of it.
    fn english_has(&self, form: &str) -> bool {
        let key = Key::of(form);
        let stem: String = form.chars().take(STEM).collect();
        self.english.iter().any(|target| {
            target.lattice.closest(&key, false).is_some_and(|m| m.distance <= SAME)
                || stem.chars().count() == STEM
                    && target.lattice.units.iter().any(|u| u.span.of(target.text).starts_with(&stem))
        })
    }

    /// Whether some unit of a name is in the translation by its sound.
    fn sounds_in_english(&self, first: usize, end: usize, near: u32) -> bool {
        let Some(name) = self.lattice.part(first, end) else { return false };
        let heard = |key: &Key| {
            self.english
                .iter()
                .any(|target| target.lattice.closest(key, false).is_some_and(|m| m.distance <= near))
        };
        let readings = || name.units.iter().flat_map(|unit| &unit.readings);
        readings().any(|key| key.len() >= 2 && heard(key))
            || near > SAME
                && self.english_names_words().any(|own| {
                    readings().any(|key| own.begins_like(key))
                        || own.len() >= 3 && name.closest(own, false).is_some_and(|m| m.distance <= SAME)
                })
    }

    /// How the words with a capital in the translation sound.
    fn english_names_words(&self) -> impl Iterator<Item = &Key> {
        let units = self.english.iter().flat_map(|target| &target.lattice.units);
        units.filter(|unit| unit.capital).flat_map(|unit| &unit.readings)
    }

    /// One past a run of capitals that begins at a unit and does not open the sentence.
    fn run_of_capitals(&self, at: usize) -> usize {
        let Some(unit) = self.lattice.units.get(at) else { return at };
        if !unit.capital
            || !unit.script.has_capitals()
            || !common::covers(self.language)
            || self.language == "de"
        {
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
        self.gap(at)
            .contains(['.', '!', '?', ':', '"', '«', '“', '„', '»', '”', '(', '—', '–', '¿', '¡', '‘', '\''])
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
        word.chars().count() >= 4
            && !is_acronym(word)
            && !common::is_common(word, self.language)
            && !is_adjective(word, self.language)
    }

    /// A run of capitals that no table has.
    fn unlisted(&self, first: usize, end: usize) -> Option<Foreign> {
        let opening = first == 0 || self.opens(first);
        if opening && end - first < 2 && !self.is_family_name(first) {
            return None;
        }
        let telling: Vec<usize> = (first..end)
            .filter(|at| self.is_telling(*at) && (*at > first || !opening || self.is_family_name(first)))
            .collect();
        let (first, end) = (*telling.first()?, telling.last()? + 1);
        let span = units(&self.lattice, first, end);
        // An adjective of a listed name is left to the name.
        let excused = self.known.iter().any(|k| k.first < end && first < k.end);
        let supported = excused || telling.iter().any(|at| self.sounds_in_english(*at, at + 1, 26));
        let text = span.of(self.source);
        Some(Foreign { span, english: vec![romanise(text, self.language)], supported, listed: false })
    }
}

/// Whether a word has the ending of an adjective, which English may turn into anything (`Нортгемптонский`).
fn is_adjective(word: &str, language: &str) -> bool {
    let endings: &[&str] = match language {
        "ru" | "uk" | "bg" => &[
            "ого", "его", "ому", "ему", "ом", "ой", "ую", "ая", "яя", "ые", "ие", "ых", "их", "ый", "ская",
            "ское", "ська",
        ],
        "pl" => &["ego", "emu", "iej", "ych", "ich", "nym", "nej", "skim", "skie", "ska", "cka", "ckie"],
        "cs" => &["ého", "ému", "ém", "ých", "ské", "ská", "ský", "cké", "cká", "ným", "ským", "ně"],
        _ => &[],
    };
    endings.iter().any(|ending| word.ends_with(ending))
}

/// The bytes of some units.
fn units(lattice: &Lattice, first: usize, end: usize) -> Span {
    let units = lattice.units.get(first..end).unwrap_or(&[]);
    match (units.first(), units.last()) {
        (Some(a), Some(b)) => a.span.hull(b.span),
        _ => Span::default(),
    }
}

/// Whether a word of a name is no ordinary word, so that its sound says whether it is the right name.
fn is_proper(sentence: &Sentence, at: usize, entity: Entity) -> bool {
    let word = sentence.token_text(at);
    let Some(token) = sentence.tokens.get(at) else { return false };
    if token.kind != TokenKind::Word || !token.case.has_capital() || word.chars().count() < 2 {
        return false;
    }
    let lower = word.to_lowercase();
    let parts_known = || lower.split('-').all(|p| p.len() < 3 || lexicon::is_known_in_lower_case(p));
    if entity == Entity::Name && (at == 0 || word.chars().count() < 4)
        || lower.contains('-') && parts_known()
        || UNITS.contains(&&*lower)
        || word.split('-').any(is_acronym)
        || lexicon::is_function_word(&lower)
        || lower.split('-').any(names::capitalised_lower)
    {
        return false;
    }
    matches!(entity, Entity::Person | Entity::Country | Entity::City)
        || !lexicon::is_known_in_lower_case(&lower)
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
