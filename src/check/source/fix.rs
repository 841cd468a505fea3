//! The right value in the notation of the wrong one.

use crate::compare::atom::{Atom, Measure};
use crate::fact::{Number, Ratio, Time};
use crate::pattern::fact::words::{NTH, NUMBERS};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
/// Words for scales, short forms, and how many noughts they are.
const SCALES: [(&str, &str, i32); 4] =
    [("thousand", "k", 3), ("million", "m", 6), ("billion", "bn", 9), ("trillion", "tn", 12)];
/// Codes of currencies with sign, singular and plural.
const CURRENCIES: [(&str, &str, &str, &str); 5] = [
    ("EUR", "€", "euro", "euros"),
    ("USD", "$", "dollar", "dollars"),
    ("dollar", "$", "dollar", "dollars"),
    ("GBP", "£", "pound", "pounds"),
    ("JPY", "¥", "yen", "yen"),
];

/// The words of the translation with the value of the source in place of their own; nothing where it is not plain how
/// to write it.
pub fn rewrite(words: &str, right: Atom, wrong: Atom) -> Option<String> {
    match (right, wrong) {
        (Atom::Month(right), Atom::Month(wrong)) => named(words, &MONTHS, right, wrong),
        (Atom::Weekday(right), Atom::Weekday(wrong)) => named(words, &WEEKDAYS, right, wrong),
        (Atom::Year(right), Atom::Year(wrong)) | (Atom::Decade(right), Atom::Decade(wrong)) if right > 99 => {
            digits(words, &wrong.to_string(), &right.to_string())
        }
        // One side may have read a year as a number.
        (Atom::Amount(right, _), Atom::Year(wrong)) => {
            digits(words, &wrong.to_string(), &right.amount.as_whole()?.to_string())
        }
        (Atom::Year(right), Atom::Amount(wrong, of)) if !of.is_said() => {
            amount(words, Number::whole(right.into()), wrong)
        }
        (Atom::Day(right), Atom::Day(wrong)) => ordinal(words, wrong.into(), right.into())
            .or_else(|| digits(words, &wrong.to_string(), &right.to_string())),
        (Atom::Century(right), Atom::Century(wrong)) => {
            ordinal(words, wrong.unsigned_abs().into(), right.unsigned_abs().into())
        }
        (Atom::Ordinal(right), Atom::Ordinal(wrong)) => ordinal(words, wrong, right),
        (Atom::Time(right), Atom::Time(wrong)) => time(words, right, wrong),
        (Atom::Amount(right, Measure::Money(p)), Atom::Amount(wrong, Measure::Money(q)))
            if right.amount == wrong.amount =>
        {
            currency(words, p.0, q.0)
        }
        (Atom::Amount(right, of), Atom::Amount(wrong, as_))
            if of == as_ || !of.is_said() || !as_.is_said() =>
        {
            amount(words, right, wrong)
        }
        _ => None,
    }
}

/// A month or weekday, in full or by its first letters.
fn named(words: &str, names: &[&str], right: u8, wrong: u8) -> Option<String> {
    let name = |n: u8| names.get(usize::from(n).checked_sub(1)?).copied();
    let (right, wrong) = (name(right)?, name(wrong)?);
    if words.contains(wrong) {
        return Some(words.replacen(wrong, right, 1));
    }
    let short = wrong.get(..3)?;
    words.contains(short).then(|| words.replacen(short, right.get(..3).unwrap_or(right), 1))
}

/// A run of digits, with its place.
fn find_run(words: &str, run: &str) -> Option<usize> {
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    words.match_indices(run).map(|(at, _)| at).find(|&at| {
        let before = words.get(..at).and_then(|t| t.chars().next_back());
        let after = words.get(at + run.len()..).and_then(|t| t.chars().next());
        !digit(before) && !digit(after)
    })
}

fn digits(words: &str, wrong: &str, right: &str) -> Option<String> {
    let at = find_run(words, wrong)?;
    Some([words.get(..at)?, right, words.get(at + wrong.len()..)?].concat())
}

const fn ending(n: u64) -> &'static str {
    match (n % 10, n % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    }
}

/// `15th`, `third`
fn ordinal(words: &str, wrong: u64, right: u64) -> Option<String> {
    let name = |n: u64| NTH.get(usize::try_from(n).ok()?.checked_sub(1).filter(|at| *at < 20)?).copied();
    let written = |n: u64| format!("{n}{}", ending(n));
    if let Some(at) = find_run(words, &wrong.to_string()) {
        let old = written(wrong);
        let rest = words.get(at..).filter(|rest| rest.starts_with(&old))?;
        return Some([words.get(..at)?, &written(right), rest.get(old.len()..)?].concat());
    }
    replace_word(words, name(wrong)?, &name(right).map_or_else(|| written(right), str::to_owned))
}

/// A word, whatever its capitals; the new one takes a capital where the old one had it.
fn replace_word(words: &str, old: &str, new: &str) -> Option<String> {
    let at = words.to_ascii_lowercase().find(old)?;
    let end = at + old.len();
    let letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    let before = words.get(..at)?;
    if letter(before.chars().next_back()) || letter(words.get(end..)?.chars().next()) {
        return None;
    }
    let capital = words.get(at..)?.starts_with(char::is_uppercase);
    let mut letters = new.chars();
    let first = letters.next()?;
    let first = if capital { first.to_ascii_uppercase() } else { first };
    Some(format!("{before}{first}{}{}", letters.as_str(), words.get(end..)?))
}

/// A whole number below a hundred in words.
fn spelled(n: i128) -> Option<String> {
    let n = usize::try_from(n).ok()?;
    if let Some(word) = NUMBERS.get(n).filter(|_| n < 20) {
        return Some((*word).to_owned());
    }
    // Twenty stands behind nineteen, thirty behind twenty.
    let tens = NUMBERS.get(n / 10 + 18)?;
    Some(if n % 10 == 0 { (*tens).to_owned() } else { format!("{tens}-{}", NUMBERS.get(n % 10)?) })
}

fn amount(words: &str, right: Number, wrong: Number) -> Option<String> {
    in_digits(words, right, wrong).or_else(|| {
        let old = spelled(wrong.amount.as_whole()?)?;
        let new = right.amount.as_whole().and_then(spelled).unwrap_or_else(|| right.to_string());
        replace_word(words, &old, &new)
    })
}

/// A number in digits, with the word for its scale, if it has one.
fn in_digits(words: &str, right: Number, wrong: Number) -> Option<String> {
    let mut from = 0;
    while let Some(start) = words.get(from..)?.find(|c: char| c.is_ascii_digit()).map(|at| at + from) {
        let tail = words.get(start..)?;
        let len = tail.find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.').unwrap_or(tail.len());
        let run = tail.get(..len)?.trim_end_matches([',', '.']);
        let rest = tail.get(run.len()..)?;
        from = start + len.max(1);
        let Some(mantissa) = Ratio::parse(&run.replace(',', "")) else { continue };
        let scale = scale_of(rest);
        let noughts = scale.map_or(0, |(_, _, noughts)| noughts);
        if mantissa.mul(Ratio::ten_to(noughts)?) != Some(wrong.amount) {
            continue;
        }
        let (number, scale_word) = match scale {
            None => (plain(run, right), String::new()),
            Some((_, len, _)) => scaled(right, rest.get(..len)?)?,
        };
        let rest = rest.get(scale.map_or(0, |(_, len, _)| len)..)?;
        return Some([words.get(..start)?, &number, &scale_word, rest].concat());
    }
    None
}

/// The scale that follows a number: its place in the table, how many bytes it takes, and its noughts.
fn scale_of(rest: &str) -> Option<(usize, usize, i32)> {
    SCALES.iter().enumerate().find_map(|(at, (long, short, noughts))| {
        let space = rest.len() - rest.trim_start_matches([' ', '-']).len();
        let after = rest.get(space..)?;
        let word = if after.starts_with(long) { long } else { short };
        let ends = |text: &str| !text.starts_with(char::is_alphabetic);
        let fits = after.strip_prefix(word).is_some_and(ends) && (word == long || space == 0);
        fits.then_some((at, space + word.len(), *noughts))
    })
}

fn plain(run: &str, right: Number) -> String {
    let text = right.to_string();
    let grouped = run.contains(',') || run.len() < 4;
    if grouped { text } else { text.replace(',', "") }
}

/// A number with the word for a scale, in the style of another.
fn scaled(right: Number, style: &str) -> Option<(String, String)> {
    let space = style.len() - style.trim_start_matches([' ', '-']).len();
    let (gap, word) = style.split_at_checked(space)?;
    let long = SCALES.iter().any(|(long, ..)| *long == word);
    let (name, short, noughts) =
        SCALES.iter().rev().find(|(_, _, n)| Ratio::ten_to(*n).is_some_and(|least| right.amount >= least))?;
    let mantissa = right.amount.div(Ratio::ten_to(*noughts)?)?;
    Some((mantissa.to_string(), format!("{gap}{}", if long { name } else { short })))
}

/// `4:50 p.m.`, `16:50`
fn time(words: &str, right: Time, wrong: Time) -> Option<String> {
    let minute = right.minute.unwrap_or(0);
    let twelve = |hour: u8| (hour + 11) % 12 + 1;
    let halves = words.to_ascii_lowercase().replace('.', "");
    let half = halves.contains("am") || halves.contains("pm");
    let hour = if half || wrong.half_open { twelve(right.hour) } else { right.hour };
    let start = words.find(|c: char| c.is_ascii_digit())?;
    let tail = words.get(start..)?;
    let len = tail.find(|c: char| !c.is_ascii_digit() && c != ':').unwrap_or(tail.len());
    let short = minute == 0 && !tail.get(..len)?.contains(':');
    let clock = if short { hour.to_string() } else { format!("{hour}:{minute:02}") };
    let rest = tail.get(len..)?;
    let morning = right.hour < 12;
    let rest = match (morning, wrong.hour < 12) {
        (true, false) => rest.replacen('p', "a", 1),
        (false, true) if half => rest.replacen('a', "p", 1),
        _ => rest.to_owned(),
    };
    Some([words.get(..start)?, &clock, &rest].concat())
}

fn currency(words: &str, right: &str, wrong: &str) -> Option<String> {
    let find = |code: &str| CURRENCIES.iter().find(|(c, ..)| *c == code);
    let ((_, sign, one, many), (_, old_sign, old_one, old_many)) = (find(right)?, find(wrong)?);
    if words.contains(old_sign) {
        return Some(words.replacen(old_sign, sign, 1));
    }
    replace_word(words, old_many, many).or_else(|| replace_word(words, old_one, one))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::compare::atom::atoms;
    use crate::fact::language::Language;
    use crate::fact::scan::read;
    use proptest::prelude::*;

    fn atom(words: &str) -> Vec<Atom> {
        read(words, 0, Language::english()).iter().flat_map(|found| atoms(&found.value)).collect()
    }

    #[test]
    fn the_right_value_is_written_like_the_wrong_one() {
        let cases = [
            ("2 million", "2 billion", "2 billion"),
            ("$2m", "$1.5 billion", "$1.5bn"),
            ("1978", "1,987 people", "1987"),
            ("4,520", "4250 people", "4,250"),
            ("six", "9 people", "nine"),
            ("Twenty-two", "31 people", "Thirty-one"),
            ("12 percent", "14.5 percent", "14.5 percent"),
            ("15th", "3rd", "3rd"),
            ("€35", "$35", "$35"),
            ("20 euros", "20 dollars", "20 dollars"),
        ];
        for (wrong, right, expected) in cases {
            let (right, wrong_atom) = (atom(right), atom(wrong));
            let got = rewrite(wrong, right[0], wrong_atom[0]);
            assert_eq!(got.as_deref(), Some(expected), "{wrong}: {right:?} {wrong_atom:?}");
        }
        for (wrong, right, part, expected) in [
            ("21 March 2019", "12 May 2019", 0, "12 March 2019"),
            ("21 March 2019", "12 May 2019", 1, "21 May 2019"),
            ("21 March 2019", "12 May 1987", 2, "21 March 1987"),
            ("Tuesday", "Friday", 0, "Friday"),
            ("4:50 p.m.", "5:10 a.m.", 0, "5:10 a.m."),
        ] {
            let (right, wrong_atom) = (atom(right), atom(wrong));
            assert_eq!(rewrite(wrong, right[part], wrong_atom[part]).as_deref(), Some(expected), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn any_words_may_be_rewritten(words in "\\PC{0,30}", right in "[0-9]{1,6} (million )?people", wrong in "[0-9]{1,4}") {
            if let (Some(right), Some(wrong)) = (atom(&right).first(), atom(&wrong).first()) {
                let _ = rewrite(&words, *right, *wrong);
            }
        }
    }
}
