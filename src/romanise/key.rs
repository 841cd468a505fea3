//! How a name sounds: its phonemes, in a small alphabet in which press variants (*kh/h/ch*, *ts/c/z*, *y/i/j*, *ou/u*, *w/v*,
//! doubled letters) are the same or near each other. Costs are hundredths of a wrong letter.
//!
//! The alphabet: vowels `a e i o u`; consonants as in English, and `c` (ts), `C` (ch as in *church*), `j` (j of whatever
//! language), `J` (dzh), `S` (sh), `T` (th), `w`, `Z` (zh).

use super::latin::bare;

/// The sounds of a name.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(Box<[u8]>);

/// Spellings of one sound, the longest first.
const SPELLINGS: &[(&str, &[u8])] = &[
    ("schtsch", b"SC"),
    ("tsch", b"C"),
    ("shch", b"SC"),
    ("tch", b"C"),
    ("sch", b"S"),
    ("dsch", b"J"),
    ("dzh", b"J"),
    ("chh", b"C"),
    ("eau", b"o"),
    ("cch", b"k"),
    ("ch", b"C"),
    ("ck", b"k"),
    ("cz", b"C"),
    ("sh", b"S"),
    ("sz", b"S"),
    ("zh", b"Z"),
    ("kh", b"h"),
    ("gh", b"g"),
    ("ph", b"f"),
    ("bh", b"b"),
    ("dh", b"d"),
    ("jh", b"J"),
    ("th", b"T"),
    ("ts", b"c"),
    ("tz", b"c"),
    ("dj", b"J"),
    ("dz", b"J"),
    ("qu", b"k"),
    ("ou", b"u"),
    ("oo", b"u"),
    ("ee", b"i"),
    ("ae", b"e"),
    ("oe", b"o"),
    ("ue", b"u"),
    ("gn", b"ni"),
    ("x", b"ks"),
    ("q", b"k"),
    ("y", b"i"),
];

impl Key {
    /// Of a name in Latin letters; what is no letter is passed over.
    pub fn of(latin: &str) -> Self {
        let mut plain = String::with_capacity(latin.len());
        for c in latin.chars().flat_map(char::to_lowercase) {
            if c.is_ascii_lowercase() { plain.push(c) } else { plain.push_str(bare(c)) }
        }
        Self(sounds(&plain).into())
    }

    /// Of a syllable of pinyin as it is spoken, for names that Chinese writes by sound.
    pub fn pinyin(syllable: &str) -> Self {
        let (initial, rest) = ["zh", "ch", "sh", "q", "x", "c", "z", "j"]
            .iter()
            .find_map(|i| syllable.strip_prefix(i).map(|rest| (*i, rest)))
            .unwrap_or(("", syllable));
        let spoken = match initial {
            "q" => "ch",
            "x" => "sh",
            "zh" => "j",
            "c" | "z" => "ts",
            other => other,
        };
        Self::of(&format!("{spoken}{rest}"))
    }

    /// The sounds, one byte each.
    pub const fn sounds(&self) -> &[u8] {
        &self.0
    }

    /// How many sounds.
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether both begin with three sounds that are the same or nearly so: adjectives and compounds of a name.
    pub fn begins_like(&self, other: &Self) -> bool {
        const FIRST: usize = 3;
        self.len() > FIRST
            && other.len() > FIRST
            && self.0.iter().zip(&other.0).take(FIRST).map(|(a, b)| substitution(*a, *b)).sum::<u32>() <= 24
    }

    /// Whether there is none.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

fn sounds(plain: &str) -> Vec<u8> {
    let mut out: Vec<u8> = Vec::with_capacity(plain.len());
    let mut rest = plain;
    while let Some(&letter) = rest.as_bytes().first() {
        let spelled = SPELLINGS.iter().find(|(spelling, _)| rest.starts_with(spelling));
        let (sound, length): (&[u8], usize) = match spelled {
            Some((spelling, sound)) => (sound, spelling.len()),
            None => {
                let next = rest.as_bytes().get(1).copied().unwrap_or(0);
                (if letter == b'c' { if b"eiy".contains(&next) { b"s" } else { b"k" } } else { &[] }, 1)
            }
        };
        let sound = if sound.is_empty() { rest.as_bytes().get(..1).unwrap_or(&[]) } else { sound };
        for &s in sound {
            if out.last() != Some(&s) {
                out.push(s);
            }
        }
        rest = rest.get(length..).unwrap_or("");
    }
    out
}

/// Whether a sound is a vowel.
pub const fn is_vowel(sound: u8) -> bool {
    matches!(sound, b'a' | b'e' | b'i' | b'o' | b'u')
}

/// What it costs that one sound stands for another.
pub fn substitution(a: u8, b: u8) -> u32 {
    if a == b {
        return 0;
    }
    if is_vowel(a) && is_vowel(b) {
        return if matches!((a, b), (b'a', b'i' | b'u') | (b'i' | b'u', b'a')) { 35 } else { 22 };
    }
    let (a, b) = (a.min(b), a.max(b));
    match (a, b) {
        (b'v', b'w') => 5,
        (b'u', b'w') | (b'i', b'j') => 10,
        (b's', b'z') | (b'J', b'j') | (b'J', b'Z') | (b'Z', b'j') => 12,
        (b'T', b't') | (b'c', b'z') => 15,
        (b'f', b'v') | (b'u', b'v') | (b'C', b'J') | (b'C', b'c') | (b'C', b'S') | (b'S', b's') => 20,
        (b'S', b'Z') | (b'Z', b'z') | (b'c', b's') | (b'h', b'j') | (b'f', b'w') | (b'T', b'd') => 22,
        (b'd', b't') | (b'g', b'k') | (b'g', b'h') | (b'h', b'k') | (b'c', b'k') | (b'C', b'h') => 26,
        (b'b', b'p') | (b'b', b'v') | (b'C', b'k') | (b'C', b's') | (b'C', b'Z') | (b'c', b't') => 30,
        (b'T', b'f') | (b'T', b's') | (b'T', b'z') | (b'T', b'c') | (b'm', b'n') | (b'f', b'p') => 32,
        (b'S', b'c') | (b'S', b'z') | (b'Z', b's') | (b'J', b'z') | (b'J', b'g') | (b'Z', b'g') => 30,
        (b'S', b'h') | (b'J', b'i') | (b'k', b's') | (b'l', b'r') | (b'b', b'w') | (b'Z', b'i') => 38,
        (b'g', b'j') | (b'J', b'S') | (b'C', b'j') | (b'S', b'j') | (b'g', b'i') | (b'j', b'k') => 40,
        _ => 100,
    }
}
