//! Word knowledge from `data/`, looked up in place: known words, irregular forms, places, first names, verb properties.
//!
//! Nothing is built at start: word lists are automata (`fst`) or sorted texts that lie in the binary.

pub mod names;
pub mod table;

use std::sync::LazyLock;
use table::Table;

/// The form occurs in lower case.
pub const KNOWN: u64 = 1;
/// A noun in its base form.
pub const NOUN: u64 = 2;
/// A verb in its base form.
pub const VERB: u64 = 4;
/// An adjective in its base form.
pub const ADJECTIVE: u64 = 8;
/// An adverb in its base form.
pub const ADVERB: u64 = 16;
/// The word occurs with a capital: a name or abbreviation.
pub const CAPITAL: u64 = 32;

/// Lemma, past tense, past participle.
pub const IRREGULAR_VERBS: Table = Table::new(include_str!("../../data/irregular_verbs.txt"));
/// Singular, plural.
pub const IRREGULAR_NOUNS: Table = Table::new(include_str!("../../data/irregular_nouns.txt"));
/// Positive, comparative, superlative.
pub const IRREGULAR_ADJECTIVES: Table = Table::new(include_str!("../../data/irregular_adjectives.txt"));
/// Verbs of several syllables that double their last consonant.
pub const DOUBLING_VERBS: Table = Table::new(include_str!("../../data/doubling_verbs.txt"));
/// Verb form, lemma.
pub const VERB_FORMS: Table = Table::new(include_str!("../../data/verb_forms.txt"));
/// Noun form, lemma.
pub const NOUN_FORMS: Table = Table::new(include_str!("../../data/noun_forms.txt"));
/// Adjective or adverb form, lemma.
pub const ADJECTIVE_FORMS: Table = Table::new(include_str!("../../data/adjective_forms.txt"));

/// Opening reads a few bytes at the end of the file; a file that is no automaton gives an empty lexicon.
static WORDS: LazyLock<Option<fst::Map<&'static [u8]>>> =
    LazyLock::new(|| fst::Map::new(include_bytes!("../../data/lexicon.fst").as_slice()).ok());

/// What the lexicon knows of a word in lower case: [`KNOWN`], [`NOUN`] … added up; 0 for an unknown word.
pub fn flags(lower: &str) -> u64 {
    WORDS.as_ref().and_then(|words| words.get(lower)).unwrap_or(0)
}

/// Whether the lower-case word can be a noun in the singular.
pub fn is_noun(lemma: &str) -> bool {
    flags(lemma) & NOUN != 0
}

/// Whether the lower-case word can be a verb in the base form.
pub fn is_verb(lemma: &str) -> bool {
    flags(lemma) & VERB != 0
}

/// Whether the lower-case word can be an adjective in the positive.
pub fn is_adjective(lemma: &str) -> bool {
    flags(lemma) & ADJECTIVE != 0
}

/// Whether the lower-case word can be an adverb in the positive.
pub fn is_adverb(lemma: &str) -> bool {
    flags(lemma) & ADVERB != 0
}

/// Whether a general English dictionary has the word (any case, any inflected form, compounds with hyphen).
pub fn is_known(word: &str) -> bool {
    let lower = word.to_lowercase().replace('’', "'");
    if flags(&lower) != 0 {
        return true;
    }
    if lower.contains('-') {
        return lower.split('-').all(|part| part.is_empty() || is_known_part(part));
    }
    is_known_part(&lower)
}

/// A word without hyphens, in lower case: listed, or regular form of a listed word.
fn is_known_part(lower: &str) -> bool {
    use super::lemma;
    let base = lower.strip_suffix("'s").unwrap_or(lower);
    flags(base) != 0
        || lemma::verb_by_rule(base) != base
        || lemma::adjective_by_rule(base) != base
        || base.strip_suffix('s').is_some_and(|stem| flags(stem) & (NOUN | CAPITAL) != 0)
        || is_noun(&lemma::noun_by_rule(base))
        || is_contraction_part(base)
}

/// Clitics that the lexer splits off.
fn is_contraction_part(word: &str) -> bool {
    matches!(
        word,
        "'s" | "n't"
            | "'ll"
            | "'ve"
            | "'re"
            | "'d"
            | "'m"
            | "ca"
            | "wo"
            | "sha"
            | "'"
            | "t"
            | "s"
            | "o'clock"
            | "'em"
    )
}

/// Whether a lower-case word begins with a vowel in speech (*hour*, *heir*; not *university*, *European*, *one*).
pub fn starts_with_vowel_sound(lower: &str) -> bool {
    const SILENT_H: [&str; 5] = ["hour", "honest", "honor", "honour", "heir"];
    const YOO: [&str; 22] = [
        "eu", "ewe", "ubiq", "ufo", "ugand", "ukr", "ukul", "unesco", "unicef", "uefa", "unani", "uran",
        "urin", "urolog", "usa", "use", "usi", "usu", "uti", "uto", "uten", "uterus",
    ];
    const PREFIX_UN: [&str; 6] = ["unid", "unim", "unin", "unir", "uniss", "unill"];
    if SILENT_H.iter().any(|p| lower.starts_with(p)) {
        return true;
    }
    if matches!(lower, "one" | "ones" | "oneself" | "once" | "ouija" | "unidirectional")
        || YOO.iter().any(|p| lower.starts_with(p))
    {
        return false;
    }
    if lower.starts_with("uni") {
        return PREFIX_UN.iter().any(|p| lower.starts_with(p));
    }
    lower.starts_with([
        'a', 'e', 'i', 'o', 'u', 'á', 'à', 'â', 'ä', 'å', 'é', 'è', 'ê', 'í', 'ó', 'ö', 'ø', 'ú',
    ])
}

/// Whether a word in capitals is read as a word (`NATO`), not letter by letter (`FBI`).
pub fn is_spoken_acronym(upper: &str) -> bool {
    const SPOKEN: [&str; 40] = [
        "AIDS", "APEC", "ASEAN", "AWACS", "BRICS", "CERN", "COVID", "ETA", "FARC", "FIFA", "FRONTEX", "GIF",
        "HAMAS", "IKEA", "ISIL", "ISIS", "LASER", "LIBOR", "NAFTA", "NASA", "NASDAQ", "NATO", "NIMBY",
        "OPEC", "ORLEN", "PIN", "RADAR", "SARS", "SAP", "SEPA", "SIM", "SONAR", "SWAT", "SWIFT", "TIME",
        "UEFA", "UNESCO", "UNICEF", "YUKOS", "ZARA",
    ];
    if SPOKEN.contains(&upper) {
        return true;
    }
    // A headline in capitals.
    let lower = upper.to_lowercase();
    upper.len() > 3 && flags(&lower) & KNOWN != 0
}

/// Nouns in *-s* that are their own lemma (`news`, `clothes`).
pub(crate) const PLURAL_ONLY: Table = Table::new(include_str!("../../data/plural_only.txt"));

/// Whether a lower-case noun in *-s* has no singular (`clothes`) or is one (`news`).
pub fn is_plural_only(lower: &str) -> bool {
    PLURAL_ONLY.has(lower)
}

/// Pronouns, determiners, prepositions, conjunctions, particles, auxiliaries in lower case.
pub(crate) const FUNCTION_WORDS: Table = Table::new(include_str!("../../data/function_words.txt"));

/// Whether the lower-case word is a function word, which has no lemma as a noun or adjective.
pub fn is_function_word(lower: &str) -> bool {
    FUNCTION_WORDS.has(lower)
}

/// Whether a lower-case word is known as such, or as a regular form of a word that is.
pub fn is_known_in_lower_case(lower: &str) -> bool {
    use super::lemma;
    flags(lower) & KNOWN != 0
        || [lemma::verb(lower), lemma::noun(lower), lemma::adjective(lower)]
            .iter()
            .any(|l| flags(l) & KNOWN != 0)
}

/// Whether a lower-case noun in *-s* that is its own lemma has a plural in *-es* all the same (`bus`, `crisis`, `boss`), as
/// those in *-us*, *-is*, *-ss*, *-as* have; `news`, `goods`, `series` do not.
pub fn takes_es(lower: &str) -> bool {
    ["us", "is", "ss", "as"].iter().any(|ending| lower.ends_with(ending)) || matches!(lower, "lens" | "iris")
}
