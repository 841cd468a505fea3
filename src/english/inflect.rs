//! From lemma to word form, and the indefinite article.
//!
//! Irregular forms come from `data/irregular_*.txt`; the rest follows the spelling rules of American English
//! (*traveled*, *focused*). Consonants double after one stressed short vowel; which verbs of several
//! syllables are stressed on the last is listed in `data/doubling_verbs.txt`.

use super::lexicon::{DOUBLING_VERBS, IRREGULAR_ADJECTIVES, IRREGULAR_NOUNS, IRREGULAR_VERBS};

/// A slot of the verb paradigm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum VerbSlot {
    /// `lead`
    Base,
    /// `leads`
    Pres3,
    /// `led`
    Past,
    /// `led`, `taken`
    Pp,
    /// `leading`
    Ing,
}

/// A degree of comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Degree {
    /// `larger`
    Comparative,
    /// `largest`
    Superlative,
}

/// A verb form. `lemma` may carry particles or objects after an underscore or a space (`carry_out` →
/// `carried out`): the first word is inflected. Of *be* the forms are those of the third person singular.
pub fn verb(lemma: &str, slot: VerbSlot) -> String {
    let (head, rest) = match lemma.find(['_', ' ']) {
        Some(at) => lemma.split_at(at),
        None => (lemma, ""),
    };
    let mut form = verb_word(head, slot);
    form.push_str(&rest.replace('_', " "));
    form
}

/// One word of [`verb`].
fn verb_word(lemma: &str, slot: VerbSlot) -> String {
    match slot {
        VerbSlot::Base => lemma.to_owned(),
        VerbSlot::Pres3 => match lemma {
            "be" => "is".to_owned(),
            "have" => "has".to_owned(),
            "do" | "undo" | "redo" | "outdo" | "overdo" | "go" | "undergo" | "forgo" => format!("{lemma}es"),
            _ => with_s(lemma, &["veto", "echo", "torpedo", "embargo"]),
        },
        VerbSlot::Ing => ing(lemma),
        VerbSlot::Past | VerbSlot::Pp => match irregular_past(lemma) {
            Some((past, pp)) => {
                if slot == VerbSlot::Past {
                    past
                } else {
                    pp
                }
            }
            None => past(lemma),
        },
    }
}

/// Past and past participle from the table, also behind a prefix (`out` + *run*).
fn irregular_past(lemma: &str) -> Option<(String, String)> {
    if let Some((past, pp)) = IRREGULAR_VERBS.get(lemma).and_then(|v| v.split_once('\t')) {
        return Some((past.to_owned(), pp.to_owned()));
    }
    let prefix = ["out", "over", "under", "mis", "fore", "re-", "co-", "pre-"]
        .into_iter()
        .find(|p| lemma.starts_with(p))?;
    let rest = lemma.get(prefix.len()..)?;
    // Of two-letter verbs a prefix may be chance (`misdo` is listed, `outbe` does not exist).
    let (past, pp) = if rest.len() > 2 { IRREGULAR_VERBS.get(rest)?.split_once('\t')? } else { return None };
    Some((format!("{prefix}{past}"), format!("{prefix}{pp}")))
}

/// Regular past tense.
fn past(lemma: &str) -> String {
    match lemma.as_bytes() {
        [.., b'e'] => format!("{lemma}d"),
        [.., before, b'y'] if !is_vowel(*before) => format!("{}ied", chop(lemma, 1)),
        [.., b'i', b'c'] if takes_k(lemma) => format!("{lemma}ked"),
        _ if doubles(lemma) => doubled(lemma, "ed"),
        _ => format!("{lemma}ed"),
    }
}

/// Present participle.
fn ing(lemma: &str) -> String {
    match lemma {
        "be" => return "being".to_owned(),
        "age" => return "aging".to_owned(),
        "singe" | "tinge" | "binge" | "dye" | "eye" | "swinge" => return format!("{lemma}ing"),
        _ => {}
    }
    match lemma.as_bytes() {
        [.., b'i', b'e'] => format!("{}ying", chop(lemma, 2)),
        [.., b'e' | b'o' | b'y', b'e'] => format!("{lemma}ing"),
        [_, .., b'e'] => format!("{}ing", chop(lemma, 1)),
        [.., b'i', b'c'] if takes_k(lemma) => format!("{lemma}king"),
        _ if doubles(lemma) => doubled(lemma, "ing"),
        _ => format!("{lemma}ing"),
    }
}

/// `panic` → `panicked`, but `sync` and `disc` do not end in vowel + *ic* of several syllables.
fn takes_k(lemma: &str) -> bool {
    syllables(lemma) > 1
}

/// Whether the last consonant doubles before *-ed*, *-ing*.
fn doubles(lemma: &str) -> bool {
    let tail = lemma.rsplit('-').next().unwrap_or(lemma);
    if !short_vowel_end(tail) {
        return false;
    }
    syllables(tail) == 1 || DOUBLING_VERBS.has(tail) || doubles_behind_prefix(tail)
}

/// `unclip`, `overstep`: a prefix and a verb of one syllable.
fn doubles_behind_prefix(word: &str) -> bool {
    ["un", "re", "over", "out", "under", "mis", "pre"]
        .into_iter()
        .filter_map(|prefix| word.strip_prefix(prefix))
        .any(|rest| {
            rest.len() > 2 && syllables(rest) == 1 && short_vowel_end(rest) && super::lexicon::is_verb(rest)
        })
}

/// Consonant, one vowel, consonant (not *w x y*) at the end; *qu* counts as a consonant.
fn short_vowel_end(word: &str) -> bool {
    match word.as_bytes() {
        [.., b'q', b'u', vowel, last] => {
            is_vowel(*vowel) && !is_vowel(*last) && !matches!(last, b'w' | b'x' | b'y')
        }
        [.., before, vowel, last] => {
            !is_vowel(*before)
                && is_vowel(*vowel)
                && !is_vowel(*last)
                && !matches!(last, b'w' | b'x' | b'y' | b'h')
        }
        [vowel, last] => is_vowel(*vowel) && !is_vowel(*last) && !matches!(last, b'w' | b'x' | b'y'),
        _ => false,
    }
}

/// Groups of vowels; *y* counts as a vowel except at the start, a final mute *e* does not count.
pub(super) fn syllables(word: &str) -> usize {
    let bytes = word.as_bytes();
    let mut count = 0;
    let mut in_vowel = false;
    for (at, byte) in bytes.iter().enumerate() {
        let qu = *byte == b'u' && at > 0 && bytes.get(at - 1) == Some(&b'q');
        let vowel = (is_vowel(*byte) && !qu) || (*byte == b'y' && at > 0);
        count += usize::from(vowel && !in_vowel);
        in_vowel = vowel;
    }
    let mute = matches!(bytes, [.., before, b'e'] if !is_vowel(*before)) && count > 1;
    count - usize::from(mute)
}

/// The word with its last letter twice, and an ending.
fn doubled(word: &str, ending: &str) -> String {
    let last = word.chars().next_back().map_or(String::new(), String::from);
    format!("{word}{last}{ending}")
}

/// The word without its last `count` bytes (which are ASCII wherever this is called).
fn chop(word: &str, count: usize) -> &str {
    word.get(..word.len().saturating_sub(count)).unwrap_or(word)
}

/// Whether the byte is one of `aeiou`, any case.
pub(super) const fn is_vowel(byte: u8) -> bool {
    matches!(byte.to_ascii_lowercase(), b'a' | b'e' | b'i' | b'o' | b'u')
}

/// The ending *-s* of plural nouns and of verbs; words in `o_es` take *-oes*.
fn with_s(word: &str, o_es: &[&str]) -> String {
    match word.as_bytes() {
        [.., before, b'z'] if is_vowel(*before) && syllables(word) == 1 => format!("{word}zes"),
        [.., b's' | b'x' | b'z'] | [.., b'c' | b's', b'h'] => format!("{word}es"),
        [.., b'Q' | b'q', b'u', b'y'] => format!("{}ies", chop(word, 1)),
        [.., before, b'y'] if !is_vowel(*before) => format!("{}ies", chop(word, 1)),
        _ if o_es.contains(&word) => format!("{word}es"),
        _ => format!("{word}s"),
    }
}

/// Prepositions that end the head of a compound noun (`head of state`).
const HEAD_BEFORE: [&str; 8] = ["of", "in", "at", "to", "for", "on", "by", "de"];

/// The plural of a noun. Of a compound (`air strike`) the last word is inflected; of one with a preposition
/// (`head of state`) or a following adjective (`attorney general`) the head. A possessive or a name in
/// capitals keeps its letters (`MP` → `MPs`).
pub fn plural(lemma: &str) -> String {
    let spaced;
    let lemma = if lemma.contains('_') {
        spaced = lemma.replace('_', " ");
        &spaced
    } else {
        lemma
    };
    let words: Vec<&str> = lemma.split(' ').collect();
    let at_preposition = words.iter().position(|w| HEAD_BEFORE.contains(w)).filter(|at| *at > 0);
    let after_adjective = matches!(
        words.as_slice(),
        [
            ..,
            "attorney"
                | "solicitor"
                | "secretary"
                | "director"
                | "governor"
                | "consul"
                | "inspector"
                | "procurator"
                | "prosecutor"
                | "auditor"
                | "postmaster",
            "general"
        ] | [.., "court", "martial"]
            | [.., "notary", "public"]
            | [
                ..,
                "president" | "secretary" | "minister" | "ambassador" | "governor" | "mayor",
                "elect" | "designate"
            ]
    );
    let head = match at_preposition {
        Some(at) => at - 1,
        None => words.len().saturating_sub(1 + usize::from(after_adjective)),
    };
    let inflected: Vec<String> = words
        .iter()
        .enumerate()
        .map(|(at, w)| if at == head { plural_word(w) } else { (*w).to_owned() })
        .collect();
    inflected.join(" ")
}

/// One word of [`plural`].
fn plural_word(word: &str) -> String {
    if let Some(plural) = IRREGULAR_NOUNS.get(word) {
        return plural.to_owned();
    }
    if word.len() > 1
        && word.chars().all(|c| !c.is_lowercase())
        && word.ends_with(|c: char| c.is_alphanumeric())
    {
        return format!("{word}s");
    }
    let lower = word.to_lowercase();
    if lower.ends_with('s') && lower.trim_end_matches('s').ends_with(|c: char| c.is_ascii_digit()) {
        return word.to_owned();
    }
    if lower.ends_with('s') && super::lexicon::is_plural_only(&lower) && !super::lexicon::takes_es(&lower) {
        return word.to_owned();
    }
    if let Some(plural) = IRREGULAR_NOUNS.get(&lower) {
        return like_case(word, plural);
    }
    if let Some((prefix, last)) = word.rsplit_once('-')
        && !prefix.is_empty()
        && !last.is_empty()
    {
        return format!("{prefix}-{}", plural_word(last));
    }
    // `spokesman`, `policewoman`: but names (`Roman`, `German`) are listed.
    if lower.len() > 4 && lower.ends_with("man") && IRREGULAR_NOUNS.get(&lower).is_none() {
        return format!("{}en", chop(word, 2));
    }
    match lower.as_bytes() {
        // A name in -y keeps it: `Kennedys`, but countries do as ordinary nouns do and are rare in the plural.
        [.., before, b'y'] if !is_vowel(*before) && word.starts_with(char::is_uppercase) => {
            format!("{word}s")
        }
        [.., b's', b'i', b's'] if lower.len() > 4 => format!("{}es", chop(word, 2)),
        _ => with_s(word, &[]),
    }
}

/// `form` with the capitals of `model`: first letter, or all.
pub fn like_case(model: &str, form: &str) -> String {
    if !model.starts_with(char::is_uppercase) {
        return form.to_owned();
    }
    let mut chars = form.chars();
    chars.next().map_or(String::new(), |first| first.to_uppercase().collect::<String>() + chars.as_str())
}

/// The possessive of a noun or name as it stands: `Putin` → `Putin's`, `troops` → `troops'`,
/// `women` → `women's`. A name in *-s* takes the apostrophe alone, as AP has it.
pub fn possessive(form: &str) -> String {
    if form.ends_with(['s', 'S']) { format!("{form}'") } else { format!("{form}'s") }
}

/// Comparative or superlative: `larger`, `happiest`, `worse`; longer adjectives with *more*, *most*.
pub fn degree(lemma: &str, degree: Degree) -> String {
    let comparative = degree == Degree::Comparative;
    if let Some((comp, sup)) = IRREGULAR_ADJECTIVES.get(lemma).and_then(|v| v.split_once('\t')) {
        return if comparative { comp.to_owned() } else { sup.to_owned() };
    }
    let (ending, word) = if comparative { ("er", "more") } else { ("est", "most") };
    let count = syllables(lemma);
    match lemma.as_bytes() {
        [.., b'l', b'y']
            if count > 1
                && !matches!(
                    lemma,
                    "early"
                        | "deadly"
                        | "costly"
                        | "friendly"
                        | "ugly"
                        | "lonely"
                        | "lively"
                        | "holy"
                        | "likely"
                ) =>
        {
            format!("{word} {lemma}")
        }
        [.., before, b'y'] if count <= 2 && !is_vowel(*before) => format!("{}i{ending}", chop(lemma, 1)),
        [.., b'l', b'e'] if count <= 2 => format!("{}{ending}", chop(lemma, 1)),
        _ if count > 1
            && !matches!(lemma, "clever" | "narrow" | "quiet" | "shallow" | "mellow" | "hollow") =>
        {
            format!("{word} {lemma}")
        }
        [.., b'e'] => format!("{}{ending}", chop(lemma, 1)),
        _ if short_vowel_end(lemma) && count == 1 => doubled(lemma, ending),
        _ => format!("{lemma}{ending}"),
    }
}

/// `a` or `an`, for the word or number that follows: by sound, so *an hour*, *a university*, *an FBI agent*,
/// *a NATO base*, *an 11th*.
pub fn article(following: &str) -> &'static str {
    let following = following.trim_start_matches(|c: char| !c.is_alphanumeric());
    let word = following.split(|c: char| c.is_whitespace()).next().unwrap_or("");
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        return article_of_number(word);
    }
    let part = word.split(['-', '\'', '’', '/']).next().unwrap_or(word);
    if is_spelled_out(part) {
        return if starts_with_vowel_letter_name(part) { "an" } else { "a" };
    }
    let lower = part.to_lowercase();
    if super::lexicon::starts_with_vowel_sound(&lower) { "an" } else { "a" }
}

/// *an 8*, *an 11*, *an 18*, *an 80,000*: eight, eleven (thousand), eighteen (hundred).
fn article_of_number(word: &str) -> &'static str {
    let integer = word.split(['.', '-', '–', '/']).next().unwrap_or(word);
    let digits: String = integer.chars().filter(char::is_ascii_digit).collect();
    let grouped = integer.contains(',');
    let teen = digits.starts_with("11") || digits.starts_with("18");
    // Read in hundreds when a year (1800s), in thousands when grouped (11,000).
    let read_as_teen = teen && (digits.len() % 3 == 2 || (digits.len() == 4 && !grouped));
    if digits.starts_with('8') || read_as_teen { "an" } else { "a" }
}

/// Whether a word in capitals is read letter by letter (`FBI`, `U.S.`), not as a word (`NATO`).
fn is_spelled_out(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    if letters == 0 || word.chars().any(char::is_lowercase) {
        // `MP` in the plural: `MPs`.
        return word.len() == 3 && word.ends_with('s') && word.chars().take(2).all(char::is_uppercase);
    }
    if word.contains('.') || letters == 1 {
        return true;
    }
    !super::lexicon::is_spoken_acronym(word)
}

/// Whether the name of the first letter begins with a vowel (*eff*, *aitch*, *ell*, *em* …).
fn starts_with_vowel_letter_name(word: &str) -> bool {
    word.chars().next().is_some_and(|c| "AEFHILMNORSXaefhilmnorsx".contains(c))
}

/// Whether the consonant at the end of a stem would double before *-ed*, *-ing* (`hop` → `hopping`).
pub(super) fn would_double(stem: &str) -> bool {
    doubles(stem)
}

#[cfg(test)]
mod tests;
