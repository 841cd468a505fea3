//! The facts of all links, each with what became of it.

use super::atom::Atom;
use super::code::{self, codes};
use super::digits;
use super::english::hints;
use super::knows::{BARE, Knows};
use super::pair::{Fate, Fates, Part, mates, rivals, swaps};
use super::same::{Agreement, Said, agree};
use super::{Pairing, SourceFact, Status};
use crate::align::{Alignment, Link, SourceText};
use crate::english::{Document, Range};
use crate::fact::date::Calendar;
use crate::fact::scan;
use crate::fact::{LazyLedger, Mention, Ratio, Value};

/// The facts of both sides in one link.
#[derive(Debug, Default)]
struct Stretch {
    source: Vec<SourceFact>,
    target: Vec<Mention>,
    source_parts: Vec<Part>,
    target_parts: Vec<Part>,
    /// What English words say beside the facts.
    hints: Vec<Atom>,
    source_digits: Vec<String>,
    target_digits: Vec<String>,
    knows: Knows,
    /// Whether the source has hardly a word here: a number of a chapter, a placeholder.
    thin: bool,
    /// Whether the source gives a date of another calendar, or in years of an era.
    other_calendar: bool,
}

/// How sure a link must be for its facts to be compared.
const LEAST_CERTAINTY: f32 = 0.3;

/// How many letters a source must have for what it does not say to count.
const LEAST_LETTERS: usize = 4;

/// All pairings, link by link.
pub fn pairings(
    text: &SourceText,
    alignment: &Alignment,
    document: &Document,
    ledger: &LazyLedger<'_>,
) -> Vec<Pairing> {
    let stretches: Vec<Stretch> =
        alignment.links.iter().map(|link| Stretch::new(link, text, document, ledger)).collect();
    let mut out = Vec::new();
    for (at, link) in alignment.links.iter().enumerate() {
        let Some(stretch) = stretches.get(at) else { continue };
        let mut fates = mates(&stretch.source_parts, &stretch.target_parts);
        swaps(&stretch.source_parts, &stretch.target_parts, &mut fates);
        look_around(at, &stretches, &mut fates);
        rivals(&stretch.source_parts, &stretch.target_parts, &mut fates);
        look_everywhere(&stretches, stretch, &mut fates);
        if link.certainty >= LEAST_CERTAINTY {
            stretch.report(&fates, at, &mut out);
        }
    }
    out
}

impl Stretch {
    fn new(link: &Link, text: &SourceText, document: &Document, ledger: &LazyLedger<'_>) -> Self {
        let mut stretch = Self { knows: Knows::of(text), ..Self::default() };
        for index in link.source.clone() {
            let Some(sentence) = text.sentences.get(index) else { continue };
            let bare;
            let mut all = &sentence.found;
            if text.language.is_none() {
                bare = scan::read(text.sentence_text(index), sentence.span.start, &BARE);
                all = &bare;
            }
            for found in all {
                let words = found.span.of(&text.text);
                let mut parts = Part::of(stretch.source.len(), &found.value, found.hedge, words);
                if is_other_calendar(&found.value) {
                    stretch.other_calendar = true;
                    parts.iter_mut().for_each(|part| part.vague = true);
                }
                if !parts.is_empty() {
                    stretch.source_parts.extend(parts);
                    stretch.source.push(SourceFact { sentence: index, found: found.clone() });
                }
            }
            for (span, atom) in codes(text.sentence_text(index), sentence.span.start) {
                if !stretch.source.iter().any(|fact| fact.found.span.overlaps(span)) {
                    stretch.source_parts.push(code::part(stretch.source.len(), atom));
                    stretch.source.push(SourceFact { sentence: index, found: code::found(span, atom) });
                }
            }
            stretch.source_digits.extend(digits::runs(text.sentence_text(index)));
        }
        for index in link.target.clone() {
            let Some(sentence) = document.sentences.get(index) else { continue };
            for mention in ledger.values(index) {
                let words = mention.span.of(&sentence.text);
                let parts = Part::of(stretch.target.len(), &mention.value, mention.hedge, words);
                if !parts.is_empty() {
                    stretch.target_parts.extend(parts);
                    stretch.target.push(mention.clone());
                }
            }
            let all = Range::new(0, sentence.tokens.len());
            let base = sentence.range_span(all).start;
            for (span, atom) in codes(sentence.range_text(all), base) {
                if !stretch.target.iter().any(|m| m.sentence == index && m.span.overlaps(span)) {
                    stretch.target_parts.push(code::part(stretch.target.len(), atom));
                    stretch.target.push(code::mention(index, sentence, code::found(span, atom)));
                }
            }
            stretch.hints.extend(hints(sentence));
            stretch.target_digits.extend(digits::runs(sentence.range_text(all)));
        }
        let letters = link.source.clone().flat_map(|index| text.sentence_text(index).chars());
        stretch.thin = letters.filter(|c| c.is_alphabetic()).take(LEAST_LETTERS).count() < LEAST_LETTERS;
        stretch.source_digits.sort_unstable();
        stretch.target_digits.sort_unstable();
        stretch
    }

    fn says_in_source(&self, part: &Part) -> bool {
        self.source_parts.iter().any(|s| says_same(s.said, part.said)) || written(&self.source_digits, part)
    }

    fn says_in_target(&self, part: &Part) -> bool {
        let hinted = |atom: &Atom| says_same(Said { atom: *atom, hedged: false }, part.said);
        self.target_parts.iter().any(|t| says_same(t.said, part.said))
            || written(&self.target_digits, part)
            || self.hints.iter().any(hinted)
    }

    /// One pairing for each fact.
    fn report(&self, fates: &Fates, link: usize, out: &mut Vec<Pairing>) {
        let mut answered = vec![false; self.source.len()];
        for (fact, mention) in self.target.iter().enumerate() {
            let own = || parts_of(fact, &self.target_parts, &fates.target);
            let of_source = |at: usize| self.source_parts.get(at).map(|part| part.fact);
            let mut pairing = Pairing {
                status: Status::Kept,
                source: None,
                target: Some(mention.clone()),
                parts: (None, None),
                certainty: 1.0,
                link,
            };
            let mate = own().find_map(|(part, fate)| match fate {
                Fate::Mate(at, agreement) => Some((part, at, agreement)),
                _ => None,
            });
            let rival = own().find_map(|(part, fate)| match fate {
                Fate::Rival(at) => Some((part, at)),
                Fate::Mate(at, Agreement::OtherUnit) => Some((part, at)),
                _ => None,
            });
            let partner = rival.map(|(_, at)| at).or(mate.map(|(_, at, _)| at)).and_then(of_source);
            pairing.source = partner.and_then(|fact| self.source.get(fact)).cloned();
            if let Some(fact) = partner.and_then(|fact| answered.get_mut(fact)) {
                *fact = true;
            }
            let day_kept = own()
                .any(|(part, fate)| matches!(part.said.atom, Atom::Day(_)) && matches!(fate, Fate::Mate(..)));
            let alone = own().find(|(part, fate)| {
                let month = matches!(part.said.atom, Atom::Month(_));
                *fate == Fate::Alone
                    && !part.is_slight()
                    && !matches!(part.said.atom, Atom::Code(..))
                    && (!month || day_kept && self.knows.months)
            });
            let date = matches!(mention.value.kind(), "date" | "dates");
            if let Some((part, at)) = rival {
                pairing.status = Status::Changed;
                let other = self.source_parts.get(at);
                pairing.parts = (other.map(|p| p.said.atom), Some(part.said.atom));
                pairing.certainty *= sureness(part, other);
            } else if let Some((part, _)) = alone {
                let month = matches!(part.said.atom, Atom::Month(_));
                if mate.is_none() && own().all(|(_, fate)| fate == Fate::Alone) || month {
                    pairing.status = Status::Added;
                    pairing.parts = (None, Some(part.said.atom));
                    pairing.certainty *= if month { 0.9 } else { self.knows.added(part) };
                    if self.thin {
                        pairing.certainty = 0.0;
                    }
                }
            }
            if self.other_calendar && date && pairing.status == Status::Added {
                pairing.status = Status::Unverifiable;
            }
            out.push(pairing);
        }
        for (fact, source) in self.source.iter().enumerate() {
            if answered.get(fact) == Some(&true) {
                continue;
            }
            let own = || parts_of(fact, &self.source_parts, &fates.source);
            let code = own().any(|(part, _)| matches!(part.said.atom, Atom::Code(..)));
            let lost = !code && own().all(|(part, fate)| fate == Fate::Alone && !part.is_slight());
            let part = own().next().map(|(part, _)| part);
            let digits = part.is_some_and(|part| part.digits.is_some());
            out.push(Pairing {
                status: match own().any(|(_, fate)| fate == Fate::Alone) {
                    true if is_other_calendar(&source.found.value) => Status::Unverifiable,
                    _ if lost => Status::Lost,
                    _ => Status::Kept,
                },
                source: Some(source.clone()),
                target: None,
                parts: (part.map(|p| p.said.atom), None),
                certainty: if digits && !self.thin && part.is_some_and(|part| self.knows.lost(part)) {
                    0.9
                } else {
                    0.4
                },
                link,
            });
        }
    }
}

/// Whether a date is counted in another calendar than the translation's.
fn is_other_calendar(value: &Value) -> bool {
    match value {
        Value::Date(date) => date.calendar != Calendar::Gregorian,
        Value::Range(low, high) => is_other_calendar(low) || is_other_calendar(high),
        _ => false,
    }
}

/// The parts of a fact with their fates.
fn parts_of<'a>(fact: usize, parts: &'a [Part], fates: &'a [Fate]) -> impl Iterator<Item = (&'a Part, Fate)> {
    parts.iter().zip(fates.iter().copied()).filter(move |(part, _)| part.fact == fact)
}

/// How sure it is that one part was turned into the other.
fn sureness(target: &Part, source: Option<&Part>) -> f32 {
    match source {
        Some(source) if source.is_slight() || target.is_slight() => 0.7,
        Some(_) => 1.0,
        None => 0.5,
    }
}

fn says_same(a: Said, b: Said) -> bool {
    agree(a, b).is_some_and(|agreement| agreement > Agreement::OtherUnit)
}

/// Whether the digits of a part stand among those of the other side. Not where a word says thousands or millions.
fn written(runs: &[String], part: &Part) -> bool {
    let scaled = matches!(part.said.atom, Atom::Amount(n, _) if n.step >= Ratio::whole(100));
    let month = matches!(part.said.atom, Atom::Month(_));
    let Some(own) = part.digits.as_ref().filter(|_| !month) else { return false };
    // A date is several numbers; a bare number may have been read in two.
    let whole = matches!(part.said.atom, Atom::Amount(..)) && digits::holds(runs, own);
    // The hour alone is not the time.
    let number = part.said.atom.number().filter(|_| !matches!(part.said.atom, Atom::Time(_)));
    let number = number.map(|number| number.to_string());
    !scaled && (whole || number.is_some_and(|number| digits::holds(runs, &number)))
}

/// What no part of the link answers may be answered by words and digits that are no facts, or by the neighbours.
fn look_around(at: usize, stretches: &[Stretch], fates: &mut Fates) {
    let near = stretches.get(at.saturating_sub(1)..(at + 2).min(stretches.len())).unwrap_or(&[]);
    let Some(own) = stretches.get(at) else { return };
    excuse(&own.source_parts, &mut fates.source, |part| near.iter().any(|s| s.says_in_target(part)));
    excuse(&own.target_parts, &mut fates.target, |part| near.iter().any(|s| s.says_in_source(part)));
}

/// What has no rival either may stand anywhere.
fn look_everywhere(stretches: &[Stretch], own: &Stretch, fates: &mut Fates) {
    excuse(&own.source_parts, &mut fates.source, |part| stretches.iter().any(|s| s.says_in_target(part)));
    excuse(&own.target_parts, &mut fates.target, |part| stretches.iter().any(|s| s.says_in_source(part)));
}

fn excuse(parts: &[Part], fates: &mut [Fate], mut elsewhere: impl FnMut(&Part) -> bool) {
    for (part, fate) in parts.iter().zip(fates) {
        if *fate == Fate::Alone && elsewhere(part) {
            *fate = Fate::Elsewhere;
        }
    }
}
