//! A foreign text as sounds, with all readings of each word or character, and the search for the passage that sounds most
//! like a name.
//!
//! The search is an alignment of the name with the units of the text: a window begins and ends at units; each unit may be read
//! in several ways. Endings of words cost little, since names are inflected. Cost is linear in the text.

use super::key::{Key, is_vowel, substitution};
use super::{Script, cyrillic, devanagari, greek, han, hangul, kana, semitic};
use crate::span::Span;

/// A word, or a character in scripts without spaces.
#[derive(Clone, Debug)]
pub struct Unit {
    /// Bytes in the text.
    pub span: Span,
    /// Its script.
    pub script: Script,
    /// Whether it begins with a capital.
    pub capital: bool,
    /// Whether it touches the unit before, a hyphen or apostrophe between them not counted.
    pub glued: bool,
    /// How it may sound.
    pub readings: Vec<Key>,
    /// Whether it sounds as it is read and not only nearly so: characters that do not write foreign names.
    exact: bool,
}

/// The units of a text.
#[derive(Clone, Debug, Default)]
pub struct Lattice {
    /// In order.
    pub units: Vec<Unit>,
}

/// How strictly sounds are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Manner {
    /// A vowel of the name that is not in the text.
    name_vowel: u32,
    /// A vowel of the text that is not in the name.
    text_vowel: u32,
    /// A consonant more or less.
    consonant: u32,
    /// How many hundredths of the usual cost it has that a sound stands for a related one.
    kinship: u32,
    /// Whether words may begin with other matter: compounds, prefixes.
    inside: bool,
}

/// The passage that sounds most like a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    /// First unit.
    pub first: usize,
    /// One past the last unit.
    pub end: usize,
    /// Hundredths of wrong letters a letter of the name: 0 is the same sound, 100 nothing alike.
    pub distance: u32,
}

impl Manner {
    const EXACT: Self = Self { name_vowel: 60, text_vowel: 60, consonant: 100, kinship: 150, inside: false };

    /// How names are compared with words of a script.
    const fn of(script: Script, inside: bool) -> Self {
        match script {
            Script::Arabic | Script::Hebrew => {
                Self { name_vowel: 6, text_vowel: 15, consonant: 90, kinship: 90, inside: false }
            }
            Script::Kana => {
                Self { name_vowel: 30, text_vowel: 12, consonant: 70, kinship: 65, inside: false }
            }
            Script::Han => Self { name_vowel: 24, text_vowel: 12, consonant: 75, kinship: 55, inside: false },
            Script::Hangul => {
                Self { name_vowel: 30, text_vowel: 12, consonant: 75, kinship: 65, inside: false }
            }
            Script::Devanagari => {
                Self { name_vowel: 25, text_vowel: 25, consonant: 90, kinship: 80, inside: false }
            }
            _ => Self { name_vowel: 38, text_vowel: 38, consonant: 100, kinship: 100, inside },
        }
    }

    /// What it costs that a sound of the text stands for one of the name.
    fn change(self, own: u8, sound: u8) -> u32 {
        let cost = substitution(own, sound);
        if cost < 100 { cost * self.kinship / 100 } else { cost }
    }

    const fn missing(self, sound: u8) -> u32 {
        match sound {
            b'h' | b'w' => 25,
            b'r' if self.kinship < 70 => 35,
            s if is_vowel(s) => self.name_vowel,
            _ => self.consonant,
        }
    }

    const fn extra(self, sound: u8) -> u32 {
        match sound {
            b'h' | b'w' | b'j' => 25,
            s if is_vowel(s) => self.text_vowel,
            _ => self.consonant,
        }
    }
}

/// What a sound behind the name costs where words are inflected, and how many there may be.
const ENDING: u32 = 7;
const LONGEST_ENDING: usize = 5;
/// The same for kana, where a whole word may follow.
const COMPOUND: u32 = 4;
const LONGEST_COMPOUND: usize = 14;
/// What it costs that a word goes on before the name, or that a window crosses a space.
const INSIDE: u32 = 45;
const CROSSING: u32 = 15;
/// A window has at most so many units more than the name has sounds.
const FAR: u32 = u32::MAX / 4;

impl Lattice {
    /// Cuts a text into units and reads them. Languages: ISO 639-1.
    pub fn read(text: &str, language: &str) -> Self {
        let mut units = Self::units(text);
        for unit in &mut units {
            let word = unit.span.of(text);
            unit.readings = readings(word, unit.script, language);
            unit.exact = unit.script == Script::Han
                && (language == "ja" || !word.chars().all(han::transcribes))
                || word.chars().next().is_some_and(kana_row);
        }
        Self { units }
    }

    /// The units without their readings.
    pub fn units(text: &str) -> Vec<Unit> {
        let mut units: Vec<Unit> = Vec::new();
        let mut open: Option<(usize, char, Script)> = None;
        for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
            let own = Script::of(c);
            if let Some((from, before, script)) = open {
                let goes_on = own == Some(script) && script != Script::Han && kana_row(c) == kana_row(before)
                    || super::is_inner_mark(c) && c != '\u{200c}';
                if goes_on {
                    continue;
                }
                push(&mut units, text, from, at, script);
            }
            open = own.map(|script| (at, c, script));
        }
        units
    }

    /// Some of the units; nothing if there are not so many.
    pub fn part(&self, first: usize, end: usize) -> Option<Self> {
        self.units.get(first..end).map(|units| Self { units: units.to_vec() })
    }

    /// The passage nearest to a name in sound; nothing in an empty text. `inside`: the name may stand inside a word.
    pub fn closest(&self, name: &Key, inside: bool) -> Option<Match> {
        let length = name.len();
        let mut best: Option<Match> = None;
        // Cost of having heard so many sounds of the name at the end of the last unit, and the unit where that began.
        let mut row: Vec<(u32, usize)> = vec![(FAR, 0); length + 1];
        for (index, unit) in self.units.iter().enumerate() {
            let manner =
                if unit.exact { Manner::EXACT } else { Manner::of(unit.script, inside && length >= 5) };
            let joint = if unit.glued || !unit.script.has_spaces() { 0 } else { CROSSING };
            for cell in &mut row {
                cell.0 = cell.0.saturating_add(joint);
            }
            if let Some(first) = row.first_mut() {
                *first = (0, index);
            }
            let mut next = vec![(FAR, 0); length + 1];
            for reading in &unit.readings {
                advance(&row, name.sounds(), reading.sounds(), manner, unit.script, index, &mut next);
            }
            if let Some(&(cost, first)) = next.last()
                && cost < FAR
            {
                let distance = cost / (length.max(3) as u32);
                if best.is_none_or(|b| distance < b.distance) {
                    best = Some(Match { first, end: index + 1, distance });
                }
            }
            row = next;
        }
        best
    }
}

/// Hiragana and katakana are words of their own.
const fn kana_row(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{309f}')
}

fn push(units: &mut Vec<Unit>, text: &str, from: usize, to: usize, script: Script) {
    let before = units.last().map_or(usize::MAX, |u| u.span.end as usize);
    let gap = text.get(before..from).unwrap_or(" ");
    units.push(Unit {
        span: Span::new(from as u32, to as u32),
        script,
        capital: text.get(from..to).and_then(|w| w.chars().next()).is_some_and(char::is_uppercase),
        glued: gap.is_empty() || matches!(gap, "-" | "'" | "’" | "‐" | "־" | "・" | "·" | "\u{200c}"),
        readings: Vec::new(),
        exact: false,
    });
}

/// Hears a reading after what was heard before; `out` takes the better of what it has and what comes out.
fn advance(
    before: &[(u32, usize)],
    name: &[u8],
    reading: &[u8],
    manner: Manner,
    script: Script,
    index: usize,
    out: &mut [(u32, usize)],
) {
    let mut row = before.to_vec();
    skip_name(&mut row, name, manner);
    for (heard, &sound) in reading.iter().enumerate() {
        let mut next = vec![(FAR, 0); row.len()];
        for (at, slot) in next.iter_mut().enumerate() {
            let stay = row.get(at).map_or((FAR, 0), |r| (r.0.saturating_add(manner.extra(sound)), r.1));
            let step = at.checked_sub(1).and_then(|b| row.get(b).zip(name.get(b)));
            let step =
                step.map_or((FAR, 0), |(r, &own)| (r.0.saturating_add(manner.change(own, sound)), r.1));
            *slot = stay.min(step);
        }
        if manner.inside
            && heard >= 2
            && let Some(first) = next.first_mut()
        {
            *first = (*first).min((INSIDE, index));
        }
        skip_name(&mut next, name, manner);
        row = next;
        // The rest of a word may be its ending.
        let left = reading.len() - heard - 1;
        let (longest, each) =
            if script == Script::Kana { (LONGEST_COMPOUND, COMPOUND) } else { (LONGEST_ENDING, ENDING) };
        if script != Script::Han && left > 0 && left <= longest && heard >= 2 {
            let ending = each * left as u32;
            if let (Some(last), Some(&(cost, first))) = (out.last_mut(), row.last()) {
                *last = (*last).min((cost.saturating_add(ending), first));
            }
        }
    }
    for (slot, heard) in out.iter_mut().zip(&row) {
        *slot = (*slot).min(*heard);
    }
}

/// Sounds of the name that the text does not have.
fn skip_name(row: &mut [(u32, usize)], name: &[u8], manner: Manner) {
    for at in 1..row.len() {
        let from = row.get(at - 1).zip(name.get(at - 1));
        let skipped = from.map_or((FAR, 0), |(r, &own)| (r.0.saturating_add(manner.missing(own)), r.1));
        if let Some(slot) = row.get_mut(at) {
            *slot = (*slot).min(skipped);
        }
    }
}

/// How a word or character may sound.
fn readings(word: &str, script: Script, language: &str) -> Vec<Key> {
    let mut all: Vec<Key> = match script {
        Script::Latin => vec![Key::of(word)],
        Script::Cyrillic => {
            let latin = cyrillic::romanise(word, language).to_lowercase();
            vec![Key::of(&latin)]
        }
        Script::Greek => vec![Key::of(&greek::romanise(word))],
        Script::Arabic => {
            semitic::without_particles(word).iter().map(|w| Key::of(&semitic::arabic(w))).collect()
        }
        Script::Hebrew => {
            semitic::without_particles(word).iter().map(|w| Key::of(&semitic::hebrew(w))).collect()
        }
        Script::Devanagari => vec![Key::of(&devanagari::romanise(word))],
        Script::Kana => vec![Key::of(&kana::romanise(word))],
        Script::Han => {
            let c = word.chars().next().unwrap_or(' ');
            // Chinese names keep their sound in Japanese text, too.
            let own = if language == "ja" { han::kanji(c) } else { &[] };
            let chinese = han::pinyin(c).iter();
            own.iter().map(|r| Key::of(r)).chain(chinese.flat_map(|p| [Key::of(p), Key::pinyin(p)])).collect()
        }
        Script::Hangul => {
            let mut forms = vec![hangul::romanise(word)];
            let mut letters = word.chars();
            if let (Some(first), true) = (letters.next(), word.chars().count() <= 4) {
                // Three syllables are most often a person: a family name that has spellings of its own.
                let rest = hangul::romanise(letters.as_str());
                forms.extend(hangul::readings(first).into_iter().map(|family| family + &rest));
            }
            forms.iter().map(|form| Key::of(form)).collect()
        }
    };
    all.retain(|key| !key.is_empty());
    all.sort_unstable();
    all.dedup();
    all
}
