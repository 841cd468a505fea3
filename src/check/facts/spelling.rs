//! When two words may be spellings of one name: diacritics, transliteration (`data/facts/spelling.tsv`), a slip.
//!
//! Transliterations are reduced to a key by rules; a slip is a distance of Damerau and Levenshtein of 1, from ten
//! letters on of 2. Pairs are found by blocks, never by comparing all with all: equal keys, and for slips equal
//! words after the loss of a letter or two (after Garbe's *SymSpell*), so the cost is linear in the number of words.

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// How near two spellings are, nearest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Near {
    /// Spellings of one place or organisation, by the table.
    Fixed,
    /// The same but for diacritics, or one name transliterated twice.
    Variant,
    /// A slip of a letter or two.
    Slip,
}

/// Words with fewer letters are no variants of each other.
const SHORTEST_VARIANT: usize = 4;
/// Words with fewer letters are no slips of each other.
const SHORTEST_SLIP: usize = 4;
/// From this length on, two letters may differ.
const LONG: usize = 10;
/// Longer words are no names.
const LONGEST: usize = 24;
/// A block with more words says nothing; this bounds the work.
const FULL_BLOCK: usize = 12;

struct Table {
    rules: Vec<(&'static str, &'static str)>,
    persons: FxHashMap<&'static str, usize>,
    fixed: FxHashMap<&'static str, usize>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| read(include_str!("../../../data/facts/spelling.tsv")));

fn read(text: &'static str) -> Table {
    let mut table = Table { rules: Vec::new(), persons: FxHashMap::default(), fixed: FxHashMap::default() };
    for (number, line) in text.lines().enumerate() {
        let mut cells = line.split('\t');
        let (class, first) = (cells.next(), cells.next().unwrap_or(""));
        let spellings = || first.split(" | ").map(|spelling| (spelling, number));
        match class {
            Some("rule") => table.rules.push((first, cells.next().unwrap_or(""))),
            Some("person") => table.persons.extend(spellings()),
            Some("fixed") => table.fixed.extend(spellings()),
            _ => {}
        }
    }
    table
}

/// Small letters without diacritics and apostrophes.
pub fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for c in word.chars().flat_map(char::to_lowercase) {
        match base(c) {
            Some(letters) => folded.push_str(letters),
            None => folded.push(c),
        }
    }
    folded
}

/// What a letter is without its diacritic, where it has one.
const fn base(c: char) -> Option<&'static str> {
    Some(match c {
        '\'' | '’' | 'ʼ' | '‘' | '\u{300}'..='\u{36f}' => "",
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => "a",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ə' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'ì' | 'í' | 'î' | 'ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => "i",
        'ķ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => "o",
        'ŕ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => "s",
        'ß' => "ss",
        'ţ' | 'ť' | 'ț' => "t",
        'ù' | 'ú' | 'û' | 'ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => "u",
        'ý' | 'ÿ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        _ => return None,
    })
}

/// What the transliterations of a name have in common.
fn key(folded: &str) -> String {
    let mut key = folded.to_owned();
    for (from, to) in &TABLE.rules {
        if let Some(start) = from.strip_prefix('^') {
            if let Some(rest) = key.strip_prefix(start) {
                key = format!("{to}{rest}");
            }
        } else if let Some(end) = from.strip_suffix('$') {
            if let Some(rest) = key.strip_suffix(end) {
                key = format!("{rest}{to}");
            }
        } else if key.contains(from) {
            key = key.replace(from, to);
        }
    }
    let mut last = None;
    key.retain(|c| last.replace(c) != Some(c));
    key
}

/// How near two different words are, if they may be spellings of one name at all.
pub fn near(a: &str, b: &str) -> Option<Near> {
    let (a, b) = (fold(a), fold(b));
    let (long_a, long_b) = (a.chars().count(), b.chars().count());
    let shortest = long_a.min(long_b);
    let same_row =
        |rows: &FxHashMap<&str, usize>| rows.get(&*a).is_some_and(|row| rows.get(&*b) == Some(row)) && a != b;
    if same_row(&TABLE.fixed) {
        return Some(Near::Fixed);
    }
    if same_row(&TABLE.persons) || (shortest >= SHORTEST_VARIANT && key(&a) == key(&b)) {
        return Some(Near::Variant);
    }
    let bound = if shortest >= LONG { 2 } else { 1 };
    let fits = shortest >= SHORTEST_SLIP && long_a.max(long_b) <= LONGEST;
    (fits && strsim::damerau_levenshtein(&a, &b) <= bound).then_some(Near::Slip)
}

/// The pairs of different words that are near each other, by index, each once, in order.
pub fn pairs(words: &[&str]) -> Vec<(usize, usize, Near)> {
    let mut blocks: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    for (index, word) in words.iter().enumerate() {
        for block in blocks_of(word) {
            blocks.entry(block).or_default().push(index);
        }
    }
    let mut found: Vec<(usize, usize)> = blocks
        .into_values()
        .filter(|block| (2..=FULL_BLOCK).contains(&block.len()))
        .flat_map(|block| {
            let behind = |at: usize| block.get(at + 1..).unwrap_or(&[]).to_vec();
            let all: Vec<(usize, usize)> = block
                .iter()
                .enumerate()
                .flat_map(|(at, &a)| behind(at).into_iter().map(move |b| (a.min(b), a.max(b))))
                .collect();
            all
        })
        .filter(|(a, b)| a != b)
        .collect();
    found.sort_unstable();
    found.dedup();
    let judged = |(a, b): (usize, usize)| Some((a, b, near(words.get(a)?, words.get(b)?)?));
    found.into_iter().filter_map(judged).collect()
}

/// The blocks that a word is put in.
fn blocks_of(word: &str) -> Vec<String> {
    let folded = fold(word);
    let mut blocks = Vec::new();
    for (class, rows) in [('f', &TABLE.fixed), ('p', &TABLE.persons)] {
        blocks.extend(rows.get(&*folded).map(|row| format!("{class}{row}")));
    }
    let letters: Vec<char> = folded.chars().collect();
    if letters.len() >= SHORTEST_VARIANT {
        blocks.push(format!("k{}", key(&folded)));
    }
    if (SHORTEST_SLIP..=LONGEST).contains(&letters.len()) {
        let once = losses(&letters);
        if letters.len() >= LONG {
            blocks.extend(once.iter().flat_map(|l| losses(l)).map(block));
        }
        blocks.extend(once.into_iter().map(block));
        blocks.push(block(letters));
    }
    blocks.sort_unstable();
    blocks.dedup();
    blocks
}

fn block(letters: Vec<char>) -> String {
    letters.into_iter().collect()
}

/// The word without one of its letters, in all ways.
fn losses(letters: &[char]) -> Vec<Vec<char>> {
    let without = |lost: usize| {
        letters.iter().enumerate().filter(|(at, _)| *at != lost).map(|(_, c)| *c).collect::<Vec<char>>()
    };
    (0..letters.len()).map(without).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name() {
        let table = [
            ("Zelensky", "Zelenskyy", Some(Near::Variant)),
            ("Zelensky", "Zelenskiy", Some(Near::Variant)),
            ("Sergei", "Sergey", Some(Near::Variant)),
            ("Erdoğan", "Erdogan", Some(Near::Variant)),
            ("Gaddafi", "Qadhafi", Some(Near::Variant)),
            ("Poroshenko", "Poroschenko", Some(Near::Variant)),
            ("Kyiv", "Kiev", Some(Near::Fixed)),
            ("Kovalenko", "Kovalenka", Some(Near::Slip)),
            ("Kovalenko", "Kovaelnko", Some(Near::Slip)),
            // Too near by letters alone: that they are two countries is for the check to know.
            ("Iran", "Iraq", Some(Near::Slip)),
            ("Merkel", "Merz", None),
            ("Austria", "Australia", None),
            ("Niger", "Nigeria", None),
            ("Slovakia", "Slovenia", None),
            ("Li", "Le", None),
            ("", "", None),
        ];
        for (a, b, expected) in table {
            assert_eq!(near(a, b), expected, "{a} {b}");
        }
    }

    #[test]
    fn pairs_are_found_by_blocks() {
        let words = ["Kovalenko", "Berg", "Zelensky", "Kovalenka", "Zelenskyy", "Kiev", "Oslo", "Kyiv"];
        let found: Vec<(usize, usize)> = pairs(&words).into_iter().map(|(a, b, _)| (a, b)).collect();
        assert_eq!(found, [(0, 3), (2, 4), (5, 7)]);
    }
}
