//! Abbreviations that keep their full stop, and the words that tell a sentence's start from a name.

/// What must follow for the full stop to belong to the abbreviation.
#[derive(Clone, Copy)]
pub enum Follows {
    /// Nothing in particular: the letters are no other word.
    Anything,
    /// A digit: the letters are a word of their own (`No. 5`, but *No.*).
    Digit,
    /// A date, or the sentence going on.
    DateOrSmall,
}

/// Sorted; small letters.
const ALWAYS: &[&str] = &[
    "adm", "approx", "apr", "assn", "asst", "aug", "ave", "bldg", "blvd", "brig", "bros", "capt", "cmdr",
    "co", "col", "corp", "cpl", "dept", "dr", "esq", "est", "etc", "feb", "ft", "gen", "gov", "hon", "hr",
    "hrs", "inc", "insp", "jr", "lt", "ltd", "maj", "messrs", "mr", "mrs", "ms", "mt", "nov", "oct", "ph",
    "plc", "pres", "prof", "pvt", "rep", "reps", "rev", "sen", "sens", "sept", "sgt", "sr", "st", "supt",
    "univ", "vs",
];

/// Sorted; small letters. Abbreviations of something counted.
const BEFORE_DIGIT: &[&str] = &[
    "art", "ca", "cf", "ch", "fig", "figs", "no", "nos", "nr", "op", "p", "para", "pp", "sec", "tel", "v",
    "vol",
];

/// Sorted; small letters. Months that are also other words or endings.
const DATES: &[&str] = &["dec", "jan", "jul", "jun", "mar", "sep"];

/// Words that, with a capital, far more often open a sentence than a name. Sorted; small letters.
const OPENERS: &[&str] = &[
    "a",
    "after",
    "all",
    "also",
    "although",
    "an",
    "and",
    "another",
    "as",
    "at",
    "because",
    "before",
    "both",
    "but",
    "by",
    "despite",
    "during",
    "each",
    "even",
    "every",
    "few",
    "for",
    "from",
    "he",
    "her",
    "here",
    "his",
    "how",
    "however",
    "if",
    "in",
    "instead",
    "it",
    "its",
    "many",
    "meanwhile",
    "more",
    "most",
    "my",
    "no",
    "not",
    "now",
    "of",
    "on",
    "once",
    "one",
    "or",
    "other",
    "our",
    "she",
    "since",
    "so",
    "some",
    "such",
    "that",
    "the",
    "their",
    "then",
    "there",
    "these",
    "they",
    "this",
    "those",
    "though",
    "to",
    "under",
    "until",
    "we",
    "what",
    "when",
    "where",
    "which",
    "while",
    "who",
    "why",
    "with",
    "without",
    "yet",
    "you",
    "your",
];

/// Whether letters before a full stop make an abbreviation, and on what condition.
pub fn abbreviation_of(stem: &str) -> Option<Follows> {
    if contains(ALWAYS, stem) {
        Some(Follows::Anything)
    } else if contains(BEFORE_DIGIT, stem) {
        Some(Follows::Digit)
    } else if contains(DATES, stem) {
        Some(Follows::DateOrSmall)
    } else {
        None
    }
}

/// Whether a capitalised word is one that opens sentences (`The`) rather than a name.
pub fn opens_sentence(word: &str) -> bool {
    contains(OPENERS, word)
}

/// Looks a word up, any case.
fn contains(sorted: &[&str], word: &str) -> bool {
    let mut lower = [0u8; 12];
    let Some(target) = lower.get_mut(..word.len()) else { return false };
    target.copy_from_slice(word.as_bytes());
    target.make_ascii_lowercase();
    sorted.binary_search_by(|entry| entry.as_bytes().cmp(target)).is_ok()
}

#[cfg(test)]
mod tests {
    #[test]
    fn tables_are_sorted() {
        for table in [super::ALWAYS, super::BEFORE_DIGIT, super::DATES, super::OPENERS] {
            assert!(table.is_sorted(), "{table:?}");
        }
    }
}
