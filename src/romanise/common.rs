//! Ordinary words of a language: a capital then says nothing (*l'État*, *Guerra*, *Северный флот*).
//!
//! `data/names/common.bin` is a Bloom filter over `language:first six letters` of the 10,000 commonest words of each language
//! less the names among them; about one name in a hundred is taken for a word.

static FILTER: &[u8] = include_bytes!("../../data/names/common.bin");
/// Languages in the filter.
const LANGUAGES: &[&str] = &[
    "bg", "ca", "cs", "da", "de", "el", "es", "fi", "fr", "hr", "hu", "id", "it", "nl", "no", "pl", "pt",
    "ro", "ru", "sr", "sv", "tr", "uk", "vi",
];
const PROBES: u64 = 6;
const LETTERS: usize = 6;

/// Whether the ordinary words of a language are known.
pub fn covers(language: &str) -> bool {
    LANGUAGES.contains(&language)
}

/// Whether a word begins like an ordinary word of the language, whatever its capitals.
pub fn is_common(word: &str, language: &str) -> bool {
    let start: String = word.chars().flat_map(char::to_lowercase).take(LETTERS).collect();
    let bits = FILTER.len() as u64 * 8;
    let hash = hash(language.bytes().chain([b':']).chain(start.bytes()));
    let (first, step) = (hash & 0xffff_ffff, hash >> 32 | 1);
    bits > 0
        && (0..PROBES).all(|probe| {
            let bit = (first + probe * step) % bits;
            FILTER.get((bit / 8) as usize).is_some_and(|byte| byte >> (bit % 8) & 1 == 1)
        })
}

/// FNV-1a.
fn hash(bytes: impl Iterator<Item = u8>) -> u64 {
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_told_from_names() {
        for (language, words, names) in [
            ("fr", ["Guerre", "Dimanche", "État"], ["Obama", "Zelenski", "Mbappé"]),
            ("de", ["Krieg", "Wasser", "Regierung"], ["Obama", "Zelenski", "Duterte"]),
            ("ru", ["Северного", "Комиссии", "Главный"], ["Обама", "Зеленский", "Дутерте"]),
            ("sr", ["влада", "година", "председник"], ["Обама", "Зеленски", "Дутерте"]),
        ] {
            for word in words {
                assert!(is_common(word, language), "{word}");
            }
            for name in names {
                assert!(!is_common(name, language), "{name}");
            }
        }
        assert!(!is_common("", "fr") && !is_common("Guerre", "xx"));
    }
}
