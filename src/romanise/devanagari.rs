//! Devanagari, read as Hindi: the inherent *a* is left out at the end of words.

/// A word.
pub fn romanise(word: &str) -> String {
    let letters: Vec<char> = word.chars().collect();
    let mut out = String::with_capacity(word.len());
    for (at, &c) in letters.iter().enumerate() {
        let next = letters.get(at + 1).copied();
        if let Some(vowel) = vowel(c) {
            out.push_str(vowel);
            continue;
        }
        let nukta = next == Some('\u{93c}');
        let consonant = consonant(c, nukta);
        out.push_str(consonant);
        let follows = if nukta { letters.get(at + 2).copied() } else { next };
        if !consonant.is_empty() && follows.is_some_and(keeps_inherent) {
            out.push('a');
        }
    }
    out
}

/// Whether a consonant before this sign has its own *a*.
fn keeps_inherent(next: char) -> bool {
    next != '\u{94d}' && (is_consonant(next) || matches!(next, '\u{901}' | '\u{902}' | '\u{903}'))
}

const fn is_consonant(c: char) -> bool {
    matches!(c, '\u{915}'..='\u{939}' | '\u{958}'..='\u{95f}')
}

const fn vowel(c: char) -> Option<&'static str> {
    Some(match c {
        'अ' | 'आ' | 'ा' => "a",
        'इ' | 'ई' | 'ि' | 'ी' => "i",
        'उ' | 'ऊ' | 'ु' | 'ू' => "u",
        'ऋ' | 'ृ' => "ri",
        'ए' | 'ऍ' | 'े' | 'ॅ' => "e",
        'ऐ' | 'ै' => "ai",
        'ओ' | 'ऑ' | 'ो' | 'ॉ' => "o",
        'औ' | 'ौ' => "au",
        'ं' | 'ँ' => "n",
        'ः' => "h",
        _ => return None,
    })
}

const fn consonant(c: char, nukta: bool) -> &'static str {
    match c {
        'क' if nukta => "q",
        'ज' if nukta => "z",
        'ड' | 'ढ' if nukta => "r",
        'फ' if nukta => "f",
        'क' => "k",
        'ख' | '\u{0959}' => "kh",
        'ग' | '\u{095a}' => "g",
        'घ' => "gh",
        'ङ' | 'ञ' | 'ण' | 'न' => "n",
        'च' => "ch",
        'छ' => "chh",
        'ज' => "j",
        'झ' => "jh",
        'ट' | 'त' => "t",
        'ठ' | 'थ' => "th",
        'ड' | 'द' => "d",
        'ढ' | 'ध' => "dh",
        'प' => "p",
        'फ' => "ph",
        'ब' => "b",
        'भ' => "bh",
        'म' => "m",
        'य' | '\u{095f}' => "y",
        'र' | '\u{095c}' | '\u{095d}' => "r",
        'ल' | 'ळ' => "l",
        'व' => "v",
        'श' | 'ष' => "sh",
        'स' => "s",
        'ह' => "h",
        '\u{0958}' => "q",
        '\u{095b}' => "z",
        '\u{095e}' => "f",
        _ => "",
    }
}
