//! The digits of a text as they stand, for what no grammar reads: `MH370`, `4x4`, a score written in an unknown way.

use crate::fact::cell::digit;

/// Runs of digits in ASCII, marks between digits left out: `1 234,5` is `12345`, and `1`, `234` and `5` as well.
pub fn runs(text: &str) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    let (mut joined, mut run) = (String::new(), String::new());
    let mut gap = 0;
    for c in text.chars() {
        match digit(c) {
            Some(value) => {
                if gap > 1 {
                    all.push(std::mem::take(&mut joined));
                }
                gap = 0;
                let c = char::from_digit(value, 10).unwrap_or('0');
                run.push(c);
                joined.push(c);
            }
            None => {
                all.push(std::mem::take(&mut run));
                let joins = matches!(c, '.' | ',' | ' ' | '\u{a0}' | '\u{202f}' | '\'' | '’' | '٬' | '٫');
                gap = if joins { gap + 1 } else { 2 };
            }
        }
    }
    all.push(run);
    all.push(joined);
    all.retain(|run| !run.is_empty());
    all.sort_unstable();
    all.dedup();
    all
}

/// Whether the digits of a number stand in a text, whatever marks are between them.
pub fn holds(runs: &[String], number: &str) -> bool {
    let own: String = number.chars().filter(char::is_ascii_digit).collect();
    !own.is_empty() && runs.binary_search(&own).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_between_digits_do_not_matter() {
        let runs = runs("El MH370 llevaba 1.234,50 kg y 2 pilotos; ٢٠١٦");
        for (words, expected) in
            [("370", true), ("1,234.50", true), ("234", true), ("2016", true), ("37", false), ("two", false)]
        {
            assert_eq!(holds(&runs, words), expected, "{words}");
        }
    }
}
