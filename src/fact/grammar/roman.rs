//! Roman numerals, as far as centuries and quarters need them.

use super::Class;
use crate::fact::cell::{Cell, CellKind, Cells, Res, fail, fold};

/// Whether a numeral can begin with the cell: most cells need no further look.
pub fn may_begin(cell: &Cell<'_>) -> bool {
    cell.kind == CellKind::Word && cell.text.starts_with(['I', 'V', 'X'])
}

/// `XIX`, `XIXe`, `XIX-lea`: a numeral, perhaps with the ending of an ordinal.
pub fn roman(i: Cells<'_>) -> Res<'_, u64> {
    let Some(cell) = i.peek(0).filter(|c| may_begin(c)) else { return fail() };
    let letters = cell.text.find(|c| !matches!(c, 'I' | 'V' | 'X' | 'L' | 'C')).unwrap_or(cell.text.len());
    let Some((numeral, ending)) = cell.text.split_at_checked(letters) else { return fail() };
    let Some(value) = value(numeral) else { return fail() };
    let known = ending.is_empty() || is_ending(ending);
    let rest = i.skip(1);
    let rest = rest.form(Class::OrdinalEnding).filter(|_| rest.glued()).map_or(rest, |(rest, _)| rest);
    if known { Ok((rest, value)) } else { fail() }
}

/// Endings that touch the letters: a table cannot be asked, since the word is one cell.
fn is_ending(ending: &str) -> bool {
    let folded: String = fold(ending).collect();
    matches!(&*folded, "e" | "er" | "ère" | "ème" | "è" | "º" | "ª" | "esimo" | "o" | "a" | "th")
}

/// The value of a numeral in capitals, if it is written by the rules.
pub fn value(numeral: &str) -> Option<u64> {
    let digit = |c: char| -> Option<u64> {
        match c {
            'I' => Some(1),
            'V' => Some(5),
            'X' => Some(10),
            'L' => Some(50),
            'C' => Some(100),
            _ => None,
        }
    };
    let mut sum = 0_u64;
    let mut letters = numeral.chars().map(digit).peekable();
    while let Some(letter) = letters.next() {
        let letter = letter?;
        match letters.peek() {
            Some(Some(next)) if *next > letter => sum = sum.checked_add(next.checked_sub(letter)?)?,
            _ => {
                sum = sum.checked_add(letter)?;
                continue;
            }
        }
        letters.next();
    }
    (sum > 0 && write(sum) == numeral).then_some(sum)
}

/// A number as Romans write it.
fn write(mut number: u64) -> String {
    const SIGNS: [(u64, &str); 9] =
        [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
    let mut out = String::new();
    for (value, sign) in SIGNS {
        while number >= value && out.len() < 24 {
            out.push_str(sign);
            number -= value;
        }
    }
    out
}
