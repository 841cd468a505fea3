//! The names of the source: has the translation something that stands for each?

use super::sides::{NEAR, SAME, Sides, is_acronym, units};
use crate::english::lexicon::names;
use crate::romanise::exonym::{self, Concept, Known};
use crate::romanise::{Key, Script, common, romanise};
use crate::span::Span;

/// A name of the source.
pub(super) struct Foreign {
    pub(super) span: Span,
    pub(super) english: Vec<String>,
    pub(super) supported: bool,
    /// Whether a table has it.
    pub(super) listed: bool,
}

/// Letters that an English adjective has in common with its name: `Austral|ian`.
const STEM: usize = 5;

impl Sides<'_> {
    pub(super) fn foreign_names(&self) -> Vec<Foreign> {
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
            if let Some(name) =
                self.kept_as_is(at).or_else(|| self.katakana(at)).or_else(|| self.devanagari(at))
            {
                out.push(name);
                at += 1;
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

    /// A Latin word in a text of another script, or a well-known acronym: English writes it the same way.
    fn kept_as_is(&self, at: usize) -> Option<Foreign> {
        let unit = self.lattice.units.get(at)?;
        let word = unit.span.of(self.source);
        let letters = word.chars().count();
        let foreign = unit.script == Script::Latin && unit.capital && letters >= 3 && !self.is_latin();
        let acronym = is_acronym(word) && letters >= 3 && names::flags(word) & names::ORG != 0;
        let telling = foreign || acronym && unit.script == Script::Latin;
        if !telling || self.known.iter().any(|k| k.first <= at && at < k.end) {
            return None;
        }
        let lower = word.to_lowercase();
        let supported = self
            .english
            .iter()
            .any(|target| target.text.to_lowercase().contains(&lower) || spells(target.text, word))
            || !is_acronym(word) && self.sounds_in_english(at, at + 1, NEAR);
        Some(Foreign { span: unit.span, english: vec![word.to_owned()], supported, listed: true })
    }

    /// A word in katakana of which English has nothing: a name, as loan words sound like English ones.
    fn katakana(&self, at: usize) -> Option<Foreign> {
        let unit = self.lattice.units.get(at)?;
        let word = unit.span.of(self.source);
        let katakana = unit.script == Script::Kana && word.chars().all(|c| c >= '\u{30a0}');
        let touched = || self.known.iter().any(|k| k.first <= at && at < k.end);
        if !katakana || word.chars().count() < 3 || touched() || common::is_common(word, "ja") {
            return None;
        }
        let supported = self.english.iter().any(|target| {
            let words = target.lattice.units.iter().flat_map(|u| &u.readings).filter(|k| k.len() >= 3);
            words.clone().any(|own| self.part_distance(at, own) <= NEAR)
        });
        Some(Foreign {
            span: unit.span,
            english: vec![romanise(word, self.language)],
            supported,
            listed: false,
        })
    }

    /// A Hindi word that is no ordinary one and has the mark of who acts, of which English has nothing.
    fn devanagari(&self, at: usize) -> Option<Foreign> {
        const AGENT: &str = "ने";
        let unit = self.lattice.units.get(at).filter(|u| u.script == Script::Devanagari)?;
        let word = unit.span.of(self.source);
        let marker = self.lattice.units.get(at + 1)?.span.of(self.source);
        let touched = || self.known.iter().any(|k| k.first <= at && at < k.end);
        if marker != AGENT || word.chars().count() < 4 || touched() || common::is_common(word, "hi") {
            return None;
        }
        let words = || self.english.iter().flat_map(|t| &t.lattice.units).flat_map(|u| &u.readings);
        let mut near = words().filter(|k| k.len() >= 3);
        let supported =
            self.sounds_in_english(at, at + 1, NEAR) || near.any(|own| self.part_distance(at, own) <= NEAR);
        Some(Foreign {
            span: unit.span,
            english: vec![romanise(word, self.language)],
            supported,
            listed: false,
        })
    }

    fn part_distance(&self, at: usize, name: &Key) -> u32 {
        let part = self.lattice.part(at, at + 1);
        part.and_then(|part| part.closest(name, true)).map_or(100, |m| m.distance)
    }

    /// Whether the source is written in Latin letters.
    fn is_latin(&self) -> bool {
        !self.no_capitals && !matches!(self.language, "ru" | "uk" | "bg" | "sr" | "el" | "mk" | "be")
    }

    /// One past a run of capitals that begins at a unit and does not open the sentence.
    fn run_of_capitals(&self, at: usize) -> usize {
        let Some(unit) = self.lattice.units.get(at) else { return at };
        if !unit.capital || !unit.script.has_capitals() || !common::covers(self.language) {
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

    /// Whether the first word of a sentence is a name and not one of the rarer words: it has no ending of the words of its
    /// language.
    fn opens_with_name(&self, at: usize) -> bool {
        let endings: &[&str] = match self.language {
            "fr" => &[
                "ment", "ant", "tion", "tions", "es", "er", "é", "ée", "és", "ées", "eur", "eurs", "ique",
                "al",
            ],
            "es" => &[
                "ando", "endo", "mente", "ción", "ciones", "ar", "er", "ir", "os", "as", "ados", "idad",
                "aron", "ieron", "ó", "é",
            ],
            "it" => &[
                "ando", "endo", "mente", "zione", "zioni", "are", "ere", "ire", "ndosi", "ità", "ato", "ata",
                "ati", "ate", "ò", "ì", "ù", "hi",
            ],
            "pt" => &[
                "ando", "endo", "mente", "ção", "ções", "ar", "er", "ir", "os", "as", "ados", "idade", "aram",
            ],
            _ => return false,
        };
        let word = self.lattice.units.get(at).map_or("", |u| u.span.of(self.source));
        word.chars().count() >= 5 && !endings.iter().any(|ending| word.ends_with(ending))
    }

    /// Whether a word with a capital is no ordinary word.
    fn is_telling(&self, at: usize) -> bool {
        let Some(unit) = self.lattice.units.get(at) else { return false };
        let word = unit.span.of(self.source);
        word.chars().count() >= 4
            && !is_acronym(word)
            && !common::is_common(word, self.language)
            && !is_adjective(word, self.language)
            && !(self.language == "de" && (is_compound(word) || !self.stands_as_name(at)))
    }

    /// Whether a German noun stands where names do: without article, number or adjective.
    fn stands_as_name(&self, at: usize) -> bool {
        const BEFORE: &[&str] = &[
            "in",
            "aus",
            "von",
            "nach",
            "bei",
            "für",
            "mit",
            "durch",
            "an",
            "zu",
            "gegen",
            "um",
            "und",
            "oder",
            "sagt",
            "sagte",
            "dass",
            "wie",
            "so",
            "auf",
            "über",
            "vor",
            "seit",
            "herr",
            "frau",
            "präsident",
            "präsidentin",
            "kanzler",
            "kanzlerin",
            "minister",
            "trainer",
            "professor",
            "dr",
            "als",
            "hat",
            "ist",
            "war",
        ];
        const ENDINGS: &[&str] =
            &["ung", "ungen", "heit", "keit", "schaft", "chen", "tion", "ismus", "tät", "nis", "innen"];
        let word = |at: usize| self.lattice.units.get(at).map_or("", |u| u.span.of(self.source));
        let before = at.checked_sub(1).map_or(String::new(), |b| word(b).to_lowercase());
        BEFORE.contains(&&*before) && !ENDINGS.iter().any(|e| word(at).ends_with(e))
    }

    /// A run of capitals that no table has.
    fn unlisted(&self, first: usize, end: usize) -> Option<Foreign> {
        let opening = first == 0 || self.opens(first);
        if opening && end - first < 2 && !self.is_family_name(first) && !self.opens_with_name(first) {
            return None;
        }
        let telling: Vec<usize> = (first..end)
            .filter(|at| {
                self.is_telling(*at)
                    && (*at > first || !opening || self.is_family_name(first) || self.opens_with_name(first))
            })
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

/// Whether words of a text begin with the letters of an acronym, one after the other.
fn spells(text: &str, acronym: &str) -> bool {
    let initials: String = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !matches!(*w, "" | "of" | "the" | "and" | "for"))
        .filter_map(|w| w.chars().next())
        .flat_map(char::to_lowercase)
        .collect();
    initials.contains(&acronym.to_lowercase())
}

/// Whether a German word ends in an ordinary one.
fn is_compound(word: &str) -> bool {
    let starts =
        word.char_indices().skip(2).filter(|(at, _)| word.get(*at..).is_some_and(|r| r.chars().count() >= 4));
    starts.into_iter().any(|(at, _)| common::is_common(word.get(at..).unwrap_or(""), "de"))
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
