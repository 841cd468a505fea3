//! Numbers, sums, dates and times among tokens: enough to say where one is, not what it is worth.

pub(crate) mod words;

use crate::english::{Range, Sentence};
use crate::text::{Case, TokenKind};
use words::{CURRENCIES, CURRENCY_ADJECTIVES, CURRENCY_SIGNS, MONTHS, NTH, NUMBERS, SCALES, SHORT_MONTHS};

/// A kind of fact that `#kind` asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)] // the names say it
pub enum FactKind {
    Number,
    Ordinal,
    Year,
    Money,
    Percent,
    Date,
    Time,
}

/// A fact among the tokens of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What it is.
    pub kind: FactKind,
    /// Its tokens.
    pub range: Range,
}

/// Recognises a fact at a token; gives its end.
type Recogniser = fn(&Words<'_>, usize) -> Option<usize>;

const RECOGNISERS: &[(FactKind, Recogniser)] = &[
    (FactKind::Number, number),
    (FactKind::Ordinal, ordinal),
    (FactKind::Year, year),
    (FactKind::Money, money),
    (FactKind::Percent, percent),
    (FactKind::Date, date),
    (FactKind::Time, time),
];

/// All facts of a sentence, by position; those of one kind do not overlap, those of two kinds may (`5` in `5%`).
pub fn facts(sentence: &Sentence) -> Vec<Fact> {
    let words = Words { sentence, lower: (0..sentence.tokens.len()).map(|i| lower(sentence, i)).collect() };
    let mut found = Vec::new();
    for &(kind, recognise) in RECOGNISERS {
        let mut at = 0;
        while at < words.lower.len() {
            match recognise(&words, at).filter(|&end| end > at) {
                Some(end) => {
                    found.push(Fact { kind, range: Range::new(at, end) });
                    at = end;
                }
                None => at += 1,
            }
        }
    }
    found.sort_by_key(|fact| (fact.range.start, fact.range.end));
    found
}

fn lower(sentence: &Sentence, at: usize) -> String {
    sentence.token_text(at).to_lowercase().replace('’', "'")
}

/// The tokens of a sentence in small letters.
struct Words<'a> {
    sentence: &'a Sentence,
    lower: Vec<String>,
}

impl Words<'_> {
    fn get(&self, at: usize) -> &str {
        self.lower.get(at).map_or("", String::as_str)
    }

    fn kind(&self, at: usize) -> Option<TokenKind> {
        self.sentence.tokens.get(at).map(|t| t.kind)
    }

    fn any(&self, at: usize, words: &[&str]) -> bool {
        words.contains(&self.get(at))
    }

    /// `1,200`, `2.5`; not a time or date.
    fn digits(&self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Number) && !self.get(at).contains([':', '/', '-'])
    }

    /// A whole number in digits.
    fn whole(&self, at: usize) -> Option<u32> {
        self.digits(at).then(|| self.get(at).parse().ok()).flatten()
    }
}

/// `seven`, `twenty-one`
fn number_word(word: &str) -> bool {
    NUMBERS.contains(&word)
        || word.split_once('-').is_some_and(|(tens, unit)| NUMBERS.contains(&tens) && NUMBERS.contains(&unit))
}

/// `5m`, `1.13bn`
fn scaled_digits(word: &str) -> bool {
    let scale = word.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || c == ',');
    scale.len() < word.len() && matches!(scale, "k" | "m" | "mn" | "bn" | "tn" | "trn")
}

/// `1,200`, `2.5 million`, `two hundred and six`, `a thousand`
fn number(words: &Words<'_>, at: usize) -> Option<usize> {
    let article = words.any(at, &["a"]) && words.any(at + 1, SCALES);
    let mut end = if article {
        at + 2
    } else if words.digits(at) || number_word(words.get(at)) || words.any(at, SCALES) {
        at + 1
    } else if words.kind(at) == Some(TokenKind::Alphanumeric) && scaled_digits(words.get(at)) {
        return Some(at + 1);
    } else {
        return None;
    };
    loop {
        let spelt = !words.digits(end.saturating_sub(1));
        if words.any(end, SCALES) || (spelt && number_word(words.get(end))) {
            end += 1;
        } else if words.any(end, &["and"]) && words.any(end - 1, SCALES) && number_word(words.get(end + 1)) {
            end += 2;
        } else {
            return Some(end);
        }
    }
}

/// `third`, `21st`, `twenty-first`
fn ordinal(words: &Words<'_>, at: usize) -> Option<usize> {
    let word = words.get(at);
    let digits = word.trim_start_matches(|c: char| c.is_ascii_digit());
    let figure = digits.len() < word.len() && matches!(digits, "st" | "nd" | "rd" | "th");
    let last =
        word.rsplit_once('-').map_or(word, |(tens, unit)| if NUMBERS.contains(&tens) { unit } else { word });
    (figure || NTH.contains(&last)).then_some(at + 1)
}

/// `1987`, `1990s`
fn year(words: &Words<'_>, at: usize) -> Option<usize> {
    let word = words.get(at);
    let figure = word.strip_suffix('s').unwrap_or(word);
    let plausible = figure.len() == 4 && figure.parse().is_ok_and(|y: u32| (1400..=2100).contains(&y));
    plausible.then_some(at + 1)
}

/// `$5`, `€2.5 million`, `300 euros`
fn money(words: &Words<'_>, at: usize) -> Option<usize> {
    if words.any(at, CURRENCY_SIGNS) {
        return number(words, at + 1);
    }
    let end = number(words, at)?;
    let end = if words.any(end, CURRENCY_ADJECTIVES) { end + 1 } else { end };
    (words.any(end, CURRENCIES) || words.any(end, CURRENCY_SIGNS)).then_some(end + 1)
}

/// `5%`, `five percent`, `5 per cent`
fn percent(words: &Words<'_>, at: usize) -> Option<usize> {
    let end = number(words, at)?;
    if words.any(end, &["%", "percent", "pct"]) {
        return Some(end + 1);
    }
    (words.any(end, &["per"]) && words.any(end + 1, &["cent"])).then_some(end + 2)
}

/// A month name; the capital tells *May* from *may*.
fn month(words: &Words<'_>, at: usize) -> Option<usize> {
    let capital = words.sentence.tokens.get(at).is_some_and(|t| matches!(t.case, Case::Title | Case::Upper));
    let word = words.get(at);
    let known = MONTHS.contains(&word) || SHORT_MONTHS.contains(&word.trim_end_matches('.'));
    if !(capital && known) {
        return None;
    }
    // A lexer that splits off the full stop of `Sept.` leaves it to us.
    let stop = SHORT_MONTHS.contains(&word) && words.any(at + 1, &["."]) && words.digits(at + 2);
    Some(if stop { at + 2 } else { at + 1 })
}

/// `3`, `3rd`, `third`, as day of a month.
fn day(words: &Words<'_>, at: usize) -> Option<usize> {
    let figure = words.whole(at).is_some_and(|d| (1..=31).contains(&d));
    if figure { Some(at + 1) } else { ordinal(words, at) }
}

/// `March 3`, `3 March 2024`, `the 3rd of March`, `March 2024`, `2024-03-05`
fn date(words: &Words<'_>, at: usize) -> Option<usize> {
    let with_year = |end: usize| {
        let start = if words.any(end, &[","]) { end + 1 } else { end };
        year(words, start).unwrap_or(end)
    };
    if words.kind(at) == Some(TokenKind::Number) && is_numeric_date(words.get(at)) {
        return Some(at + 1);
    }
    if let Some(end) = month(words, at) {
        return day(words, end).map(with_year).or_else(|| year(words, end));
    }
    let end = day(words, at)?;
    let end = if words.any(end, &["of"]) { end + 1 } else { end };
    month(words, end).map(with_year)
}

/// `2024-03-05`, `5/3/2024`, `05.03.2024`
fn is_numeric_date(word: &str) -> bool {
    ['-', '/', '.'].iter().any(|&mark| {
        let parts: Vec<&str> = word.split(mark).collect();
        parts.len() == 3
            && parts.iter().any(|p| p.len() == 4)
            && parts.iter().all(|p| !p.is_empty() && p.chars().all(|c| c.is_ascii_digit()))
    })
}

/// `16:30`, `4 p.m.`, `4:30 pm`, `noon`
fn time(words: &Words<'_>, at: usize) -> Option<usize> {
    if words.any(at, &["noon", "midday", "midnight"]) {
        return Some(at + 1);
    }
    let figure = words.get(at);
    let clock = words.kind(at) == Some(TokenKind::Number)
        && figure.split_once(':').is_some_and(|(h, m)| h.parse().is_ok_and(|h: u32| h < 25) && m.len() >= 2);
    let half = words.any(at + 1, &["a.m.", "p.m.", "am", "pm", "a.m", "p.m", "o'clock"]);
    let hour = words.whole(at).is_some_and(|h| (1..=12).contains(&h)) || number_word(figure);
    match (clock, half) {
        (true, true) => Some(at + 2),
        (true, false) => Some(at + 1),
        (false, true) if hour => Some(at + 2),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
