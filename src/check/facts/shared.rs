//! What the checks on values share: the words around a mention, how near two amounts are, how two dates lie.

use crate::article::BlockKind;
use crate::check::CheckContext;
use crate::english::lexicon::table::Table;
use crate::english::{Range, Sentence};
use crate::fact::scan::Found;
use crate::fact::{Date, Duration, Grain, Hedge, Mention, Number, Period, Ratio, Value};
use crate::text::TokenKind;
use jiff::civil;

/// Whether a token is one of some words, given in small letters.
pub fn is(sentence: &Sentence, at: usize, words: &[&str]) -> bool {
    let text = sentence.token_text(at);
    words.iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// Whether any token of the sentence is one of some words.
pub fn says(sentence: &Sentence, words: &[&str]) -> bool {
    any_in(sentence, 0..sentence.tokens.len(), words)
}

/// Whether any token of a stretch is one of some words.
pub fn any_in(sentence: &Sentence, mut stretch: std::ops::Range<usize>, words: &[&str]) -> bool {
    stretch.any(|at| is(sentence, at, words))
}

/// Whether a token has a capital letter.
pub fn is_capital(sentence: &Sentence, at: usize) -> bool {
    sentence.tokens.get(at).is_some_and(|t| t.case.has_capital())
}

/// Whether a title says nothing of an office.
pub fn is_courtesy(title: &str) -> bool {
    matches!(title, "Mr" | "Mrs" | "Ms" | "Dr" | "Sir" | "Lady" | "Lord")
}

/// Whether the sentence holds digits: a cheap look before the ledger is asked.
pub fn has_digits(sentence: &Sentence) -> bool {
    sentence.tokens.iter().any(|t| matches!(t.kind, TokenKind::Number | TokenKind::Alphanumeric))
}

/// The tokens between two mentions of one sentence; `None` where they overlap or stand the other way round.
pub fn between(first: &Mention, second: &Mention) -> Option<std::ops::Range<usize>> {
    let (start, end) = (usize::from(first.tokens.end), usize::from(second.tokens.start));
    (start <= end && first.span.end <= second.span.start).then_some(start..end)
}

/// What the words of a sentence must show before it is parsed: as many values as there are groups, each of one of
/// the group's kinds ([`Value::kind`]); an empty group takes any.
pub type Needs = &'static [&'static [&'static str]];

/// Kinds as which an age may be read before the parse.
pub const AGE: &[&str] = &["age", "number"];

/// Whether the words of a sentence show what is needed.
fn meets(found: &[Found], needs: Needs) -> bool {
    let fits = |group: &[&str], found: &Found| group.is_empty() || group.contains(&found.value.kind());
    needs.iter().all(|group| {
        let least = needs.iter().filter(|other| *other == group).count();
        found.iter().filter(|found| fits(group, found)).take(least).count() == least
    })
}

/// Whether a sentence is one: what is longer than this is a list or has lost its stops, and comparing all of its values
/// with each other would take long and say nothing.
pub fn is_readable(sentence: &Sentence) -> bool {
    sentence.tokens.len() <= 400
}

/// The sentences to look into that pass a cheap test and hold the values that are needed, with their mentions. Only
/// those are parsed.
pub fn sentences<'a>(
    context: &CheckContext<'a>,
    needs: Needs,
    test: impl Fn(&Sentence) -> bool,
) -> impl Iterator<Item = (usize, &'a Sentence, &'a [Mention])> {
    let ledger = context.ledger();
    let may = context.sentences().filter(move |(index, s)| {
        test(s) && meets(ledger.found(*index), needs) && !ledger.values(*index).is_empty()
    });
    may.map(move |(index, sentence)| (index, sentence, ledger.in_sentence(index)))
}

/// The words of a mention, as written.
pub fn written(sentence: &Sentence, mention: &Mention) -> String {
    mention.span.of(&sentence.text).to_owned()
}

/// The tokens of both mentions and what lies between.
pub fn both(first: &Mention, second: &Mention) -> Range {
    first.tokens.hull(second.tokens)
}

/// Whether the value is meant as it stands.
pub const fn is_sure(mention: &Mention) -> bool {
    matches!(mention.hedge, Hedge::None | Hedge::Exactly)
}

/// An amount as a float: good enough wherever a tolerance follows.
#[allow(clippy::cast_precision_loss)]
pub fn float(amount: Ratio) -> f64 {
    amount.numerator() as f64 / amount.denominator() as f64
}

/// Half of the last written place: how far rounding moves an amount at least.
pub fn half_step(number: Number) -> f64 {
    float(number.step) / 2.0
}

/// Half of the place to which the writer may have rounded, noughts at the end included.
pub fn half_rounding(number: Number) -> f64 {
    float(number.rounding()) / 2.0
}

/// The number of a value that is one amount of something.
pub const fn number(value: &Value) -> Option<Number> {
    match value {
        Value::Number(n) | Value::Percent(n) | Value::Points(n) => Some(*n),
        Value::Money(money) => Some(money.number),
        Value::Quantity(quantity) => Some(quantity.number),
        Value::Duration(span) | Value::Age(span) => Some(span.number),
        _ => None,
    }
}

/// Two amounts that can be compared, in the same unit: of one kind, one currency, one dimension.
pub fn comparable(a: &Value, b: &Value) -> Option<(Ratio, Ratio)> {
    match (a, b) {
        (Value::Number(a), Value::Number(b))
        | (Value::Percent(a), Value::Percent(b))
        | (Value::Points(a), Value::Points(b)) => Some((a.amount, b.amount)),
        (Value::Money(a), Value::Money(b)) if a.currency == b.currency => {
            Some((a.number.amount, b.number.amount))
        }
        (Value::Quantity(a), Value::Quantity(b)) if a.unit.dimension == b.unit.dimension => {
            if a.unit == b.unit { Some((a.number.amount, b.number.amount)) } else { a.si().zip(b.si()) }
        }
        (Value::Duration(a), Value::Duration(b)) | (Value::Age(a), Value::Age(b)) if a.period == b.period => {
            Some((a.number.amount, b.number.amount))
        }
        _ => None,
    }
}

/// Nouns for people who are counted with all others.
const PEOPLE: Table = Table::new(include_str!("../../../data/facts/people.txt"));

/// Whether a count is one of people.
pub fn is_people(mention: &Mention) -> bool {
    let Some(role) = &mention.role else { return false };
    PEOPLE.has(&role.noun) || role.noun.is_empty() && role.fate.is_some()
}

/// How many months apart two dates may lie of which only one says its year, or none.
const SAME_YEAR: u8 = 4;

/// First and last day of two dates; a year that only one says holds for both if they lie near each other.
pub fn days(a: &Date, b: &Date) -> Option<((civil::Date, civil::Date), (civil::Date, civil::Date))> {
    let relative = |d: &Date| d.shift.is_some() || d.year_shift.is_some() || d.swappable;
    if relative(a) || relative(b) {
        return None;
    }
    if a.year.is_none() || b.year.is_none() {
        let near = a.month.zip(b.month).is_some_and(|(a, b)| a.abs_diff(b) <= SAME_YEAR);
        if !near {
            return None;
        }
    }
    // Where no year is said, one that has all days.
    let year = a.year.or(b.year).unwrap_or(2000);
    let in_year = |d: &Date| Date { year: d.year.or(Some(year)), ..*d };
    in_year(a).bounds().zip(in_year(b).bounds())
}

/// Whether the second date lies as far from the first as the span says; `None` where that is open.
pub fn fits(from: &Date, to: &Date, span: &Duration, sign: i32) -> Option<bool> {
    let count = i32::try_from(span.number.amount.as_whole()?).ok()?;
    let (a, b) = days(from, to)?;
    if span.period >= Period::Year && (from.year.is_none() || to.year.is_none()) {
        return None;
    }
    let exact = from.grain == Grain::Day && to.grain == Grain::Day;
    let elapsed = i64::from(b.0.since(a.0).ok()?.get_days()) * i64::from(sign);
    let within = |least: i64, most: i64| Some((least..=most).contains(&elapsed));
    let n = i64::from(count);
    match span.period {
        Period::Day if exact => within(n - n / 5, n + n / 5),
        Period::Week if exact => within(7 * n - 3 - n / 6, 7 * n + 3 + n / 6),
        Period::Month if exact => within(30 * n - 16, 31 * n + 16),
        Period::Month if from.grain <= Grain::Month && to.grain <= Grain::Month => {
            within(30 * n - 32, 31 * n + 32)
        }
        Period::Year if exact => within(365 * n - 190, 366 * n + 190),
        Period::Year if from.grain == Grain::Year && to.grain == Grain::Year => {
            Some((i64::from(to.year?) - i64::from(from.year?)) * i64::from(sign) == n)
        }
        Period::Year if from.grain <= Grain::Month && to.grain <= Grain::Month => {
            within(365 * n - 190, 366 * n + 190)
        }
        Period::Year if from.grain <= Grain::Year && to.grain <= Grain::Year => {
            within(365 * n - 366, 366 * n + 366)
        }
        Period::Decade if from.grain <= Grain::Year && to.grain <= Grain::Year => {
            within(3650 * n - 1500, 3660 * n + 1500)
        }
        _ => None,
    }
}

/// The day on which the article was written: that of publication, or the full date that opens its first paragraph.
pub fn day_of_writing(context: &CheckContext<'_>) -> Option<civil::Date> {
    if let Some(day) = context.facts.published {
        return day.civil();
    }
    let (index, sentence) = context.sentences().find(|(_, s)| s.block_kind != BlockKind::Heading)?;
    context.ledger().values(index).iter().find_map(|m| {
        let Value::Date(date) = &m.value else { return None };
        date.civil().filter(|_| is_dateline(sentence, m))
    })
}

/// Whether a date opens its sentence and a dash sets it apart: `LONDON, 3 May 2020 –`.
pub fn is_dateline(sentence: &Sentence, date: &Mention) -> bool {
    date.tokens.start <= 6 && is(sentence, date.tokens.end.into(), &["–", "—", "-", "--", ")", ":"])
}

#[cfg(test)]
pub mod testing {
    //! Runs one check on a text.
    #![allow(clippy::unwrap_used)]

    use crate::article::{Article, BlockKind};
    use crate::check::{Arguments, CheckContext, Entry, Facts};
    use crate::english::parse::document;
    use crate::english::words::Words;
    use crate::pattern::list::Lists;
    use crate::source::Format;
    use crate::text::vocab::Vocabulary;

    /// What the check reports, as written.
    pub fn found(entry: &Entry, text: &str) -> Vec<String> {
        let vocabulary = Vocabulary::default();
        let document = document(&Article::read(text, Format::Text), &mut Words::new(&vocabulary));
        let context = CheckContext {
            document: &document,
            lists: &Lists::default(),
            vocabulary: &vocabulary,
            with: &Arguments::default(),
            blocks: &[BlockKind::Heading, BlockKind::Paragraph],
            facts: &Facts::new(&document, None, None),
        };
        let matches = (entry.run)(&context);
        let report = |m: &crate::check::CheckMatch| {
            document.sentences.get(m.sentence).unwrap().range_text(m.report).to_owned()
        };
        matches.iter().map(report).collect()
    }

    /// Whether the check finds something exactly in the texts of the first list.
    pub fn table(entry: &Entry, bad: &[&str], good: &[&str]) {
        for text in bad {
            assert_eq!(found(entry, text).len(), 1, "{} should be found in: {text}", entry.name);
        }
        for text in good {
            assert_eq!(found(entry, text), Vec::<String>::new(), "{} in: {text}", entry.name);
        }
    }
}
