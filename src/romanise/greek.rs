//! Greek, as it sounds and as the press writes it: *Mitsotakis*, *Papandreou*.

/// A word.
pub fn romanise(word: &str) -> String {
    let letters: Vec<(char, bool)> = word.chars().map(bare).collect();
    let mut out = String::with_capacity(word.len());
    let mut at = 0;
    while let Some(&(c, _)) = letters.get(at) {
        let next = letters.get(at + 1).filter(|n| !n.1).map(|n| n.0);
        let after = letters.get(at + 2).map(|n| n.0);
        let (latin, taken) = pair(c, next, after, at == 0).map_or_else(|| (single(c), 1), |p| (p, 2));
        out.push_str(latin);
        at += taken;
    }
    out
}

/// The letter small and without accents, and whether it has a diaeresis: it is then read apart from the one before.
fn bare(c: char) -> (char, bool) {
    let small = c.to_lowercase().next().unwrap_or(c);
    let plain = match small {
        'ά' | 'ἀ'..='ἇ' | 'ὰ' | 'ᾰ'..='ᾷ' => 'α',
        'έ' | 'ἐ'..='ἕ' | 'ὲ' => 'ε',
        'ή' | 'ἠ'..='ἧ' | 'ὴ' => 'η',
        'ί' | 'ϊ' | 'ΐ' | 'ἰ'..='ἷ' | 'ὶ' => 'ι',
        'ό' | 'ὀ'..='ὅ' | 'ὸ' => 'ο',
        'ύ' | 'ϋ' | 'ΰ' | 'ὐ'..='ὗ' | 'ὺ' => 'υ',
        'ώ' | 'ὠ'..='ὧ' | 'ὼ' => 'ω',
        'ς' => 'σ',
        other => other,
    };
    (plain, matches!(small, 'ϊ' | 'ϋ' | 'ΐ' | 'ΰ'))
}

fn pair(c: char, next: Option<char>, after: Option<char>, first: bool) -> Option<&'static str> {
    let voiced = after.is_some_and(|a| "αεηιουωβγδζλμνρ".contains(a));
    Some(match (c, next?) {
        ('α', 'ι') => "ai",
        ('ε', 'ι') => "ei",
        ('ο', 'ι') => "oi",
        ('ο', 'υ') => "ou",
        ('α', 'υ') => {
            if voiced {
                "av"
            } else {
                "af"
            }
        }
        ('ε', 'υ') => {
            if voiced {
                "ev"
            } else {
                "ef"
            }
        }
        ('μ', 'π') => {
            if first {
                "b"
            } else {
                "mb"
            }
        }
        ('ν', 'τ') => {
            if first {
                "d"
            } else {
                "nt"
            }
        }
        ('γ', 'κ') => {
            if first {
                "g"
            } else {
                "ng"
            }
        }
        ('γ', 'γ') => "ng",
        ('γ', 'χ') => "nch",
        ('τ', 'ζ') => "tz",
        ('τ', 'σ') => "ts",
        _ => return None,
    })
}

const fn single(c: char) -> &'static str {
    match c {
        'α' => "a",
        'β' => "v",
        'γ' => "g",
        'δ' => "d",
        'ε' => "e",
        'ζ' => "z",
        'η' | 'ι' => "i",
        'θ' => "th",
        'κ' => "k",
        'λ' => "l",
        'μ' => "m",
        'ν' => "n",
        'ξ' => "x",
        'ο' | 'ω' => "o",
        'π' => "p",
        'ρ' => "r",
        'σ' => "s",
        'τ' => "t",
        'υ' => "y",
        'φ' => "f",
        'χ' => "ch",
        'ψ' => "ps",
        _ => "",
    }
}
