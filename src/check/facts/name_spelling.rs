//! One person, place or organisation in two spellings.
//!
//! Two words that are near each other ([`super::spelling`]) are one name only where something else links their
//! mentions: the other words of the name, an office, or that one of them is never introduced although the
//! other is. Silent where both stand in one sentence, where their given names differ, and where both are listed names and
//! no transliteration explains the difference (*Iran* and *Iraq*, *Niger* and *Nigeria*).

use super::shared::is_courtesy;
use super::spelling::{Near, fold, near, pairs};
use crate::check::{CheckContext, CheckMatch, Entry};
use crate::english::lexicon::{self, names};
use crate::english::{Range, Sentence};
use crate::fact::{Mention, Name, Value};
use crate::finding::Basis;
use crate::text::{Case, TokenKind};
use rustc_hash::{FxHashMap, FxHashSet};

pub(in crate::check) const SPELLING: Entry = Entry {
    name: "facts-name-spelling",
    run: spelling,
    basis: Basis::Document,
    arguments: &[],
    names: &["name", "other"],
};

/// A capitalised word of the article.
struct Word<'a> {
    text: &'a str,
    /// How often it stands there.
    count: usize,
    sentences: Vec<usize>,
}

/// A mention of a name, with its words.
struct Seen<'a> {
    mention: &'a Mention,
    sentence: &'a Sentence,
    name: &'a Name,
    words: Vec<&'a str>,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Person,
    Place,
    Organisation,
    Unknown,
}

/// How many mentions of one word are compared with those of another.
const MOST_MENTIONS: usize = 24;
/// A family name that is never introduced is a slip for another from this length on; a shorter one only where it stands
/// once, does something, and the other stands there more often.
const SHORTEST_LONE: usize = 6;
/// With fewer letters, a slip in one of several words is none.
const SHORTEST_PART: usize = 5;

fn spelling(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    let words = words(context);
    let texts: Vec<&str> = words.iter().map(|word| word.text).collect();
    let candidates: Vec<_> =
        pairs(&texts).into_iter().filter(|(a, b, near)| may_be_one(&words, *a, *b, *near)).collect();
    if candidates.is_empty() {
        return Vec::new();
    }
    let wanted: FxHashSet<&str> =
        candidates.iter().flat_map(|(a, b, _)| [*a, *b]).filter_map(|at| texts.get(at).copied()).collect();
    let seen = mentions(context, &wanted);
    let none = Vec::new();
    let mut found = Vec::new();
    for (a, b, near) in candidates {
        let (Some(a), Some(b)) = (words.get(a), words.get(b)) else { continue };
        let of = |word: &Word<'_>| seen.get(word.text).unwrap_or(&none);
        if let Some(report) = compare((a, of(a)), (b, of(b)), near) {
            found.push(report);
        }
    }
    found
}

/// The words with a capital that the article holds, in the order in which they first stand there.
fn words<'a>(context: &CheckContext<'a>) -> Vec<Word<'a>> {
    let mut index: FxHashMap<&str, usize> = FxHashMap::default();
    let mut words: Vec<Word<'_>> = Vec::new();
    for (at, sentence) in context.sentences() {
        for (token, info) in sentence.tokens.iter().enumerate() {
            let text = sentence.token_text(token);
            if !matches!(info.case, Case::Title | Case::Mixed) || text.len() < 4 {
                continue;
            }
            let slot = *index.entry(text).or_insert(words.len());
            match words.get_mut(slot) {
                Some(word) => {
                    word.count += 1;
                    word.sentences.push(at);
                }
                None => words.push(Word { text, count: 1, sentences: vec![at] }),
            }
        }
    }
    words
}

/// A cheap look: whether two words may be spellings of one name, whatever stands around them.
fn may_be_one(words: &[Word<'_>], a: usize, b: usize, near: Near) -> bool {
    let (Some(a), Some(b)) = (words.get(a), words.get(b)) else { return false };
    let together = a.sentences.iter().any(|s| b.sentences.binary_search(s).is_ok());
    let listed = |word: &Word<'_>| names::flags(word.text) != 0;
    let ordinary = |word: &Word<'_>| {
        let lower = word.text.to_lowercase();
        lexicon::flags(&lower) & lexicon::KNOWN != 0
            || lexicon::is_known_in_lower_case(&lower)
            || names::is_capitalised(&lower) && names::flags(word.text) == 0
    };
    let slip = near == Near::Slip;
    let capital_only = a.text.to_lowercase() == b.text.to_lowercase();
    let unlike = fold(a.text).chars().next() != fold(b.text).chars().next();
    !(together || capital_only || slip && listed(a) && listed(b))
        && !(slip && (unlike || is_derived(a.text, b.text) || is_derived(b.text, a.text)))
        && !(ordinary(a) && ordinary(b))
}

/// Whether a word may be the other with an ending: a plural, an adjective, a woman's form.
fn is_derived(long: &str, short: &str) -> bool {
    let (long, short) = (fold(long), fold(short));
    let stem = short.trim_end_matches(['a', 'e', 'i', 'o', 'y']);
    if long.len() <= short.len() {
        return false;
    }
    let ending = long.strip_prefix(&*short).or_else(|| long.strip_prefix(stem));
    ending.is_some_and(|e| matches!(e, "" | "s" | "es" | "n" | "an" | "a" | "i" | "y" | "is"))
}

/// The mentions of the wanted words.
fn mentions<'a>(
    context: &'a CheckContext<'a>,
    wanted: &FxHashSet<&str>,
) -> FxHashMap<&'a str, Vec<Seen<'a>>> {
    let mut all: FxHashMap<&str, Vec<Seen<'_>>> = FxHashMap::default();
    for (mention, sentence) in context.looked_at(&context.ledger().whole().mentions) {
        let Some((name, kind)) = name(&mention.value) else { continue };
        let words = || name.full.split(' ').collect::<Vec<&str>>();
        for word in name.full.split(' ').filter(|w| wanted.contains(w)) {
            let seen = all.entry(word).or_default();
            if seen.len() < MOST_MENTIONS {
                seen.push(Seen { mention, sentence, name, words: words(), kind });
            }
        }
    }
    all
}

const fn name(value: &Value) -> Option<(&Name, Kind)> {
    Some(match value {
        Value::Person(name) => (name, Kind::Person),
        Value::Place(name) => (name, Kind::Place),
        Value::Organisation(name) => (name, Kind::Organisation),
        Value::Name(name) => (name, Kind::Unknown),
        _ => return None,
    })
}

/// A word with its mentions.
type Side<'s, 'a> = (&'s Word<'a>, &'s Vec<Seen<'a>>);

/// The report on two words, if they are one name.
fn compare(a: Side<'_, '_>, b: Side<'_, '_>, near: Near) -> Option<CheckMatch> {
    let linked = have_equal_rest(a, b, near)
        || have_equal_office(a, b)
        || is_never_introduced(a, b, near)
        || is_never_introduced(b, a, near)
        || are_places(a, b, near);
    if !linked || given_names_differ(a, b) {
        return None;
    }
    // The rarer spelling is reported; of two equally frequent ones that which comes later.
    let first_of = |side: Side<'_, '_>| side.0.sentences.first().copied().unwrap_or(0);
    let a_is_wrong =
        (a.0.count, std::cmp::Reverse(first_of(a))) < (b.0.count, std::cmp::Reverse(first_of(b)));
    let (wrong, right) = if a_is_wrong { (a, b) } else { (b, a) };
    let seen = wrong.1.first()?;
    let token = seen.mention.tokens.usize().find(|t| seen.sentence.token_text(*t) == wrong.0.text)?;
    let report = CheckMatch::new(seen.mention.sentence, Range::one(token))
        .string("name", wrong.0.text)
        .string("other", right.0.text);
    let sure = right.0.count > wrong.0.count;
    Some(if sure { report.suggest(Range::one(token), right.0.text) } else { report })
}

/// Two names of several words that differ in one: `Olena Kovalenko`, `Olena Kovalenka`.
fn have_equal_rest(a: Side<'_, '_>, b: Side<'_, '_>, near: Near) -> bool {
    let equal = |x: &Seen<'_>, y: &Seen<'_>| {
        let same_length = x.words.len() == y.words.len() && x.words.len() > 1;
        let position = |seen: &Seen<'_>, word: &str| seen.words.iter().position(|w| *w == word);
        let at = position(x, a.0.text);
        let rest = x
            .words
            .iter()
            .zip(&y.words)
            .enumerate()
            .filter(|(i, _)| Some(*i) != at)
            .all(|(_, (v, w))| fold(v) == fold(w));
        // Brothers and sisters differ in the given name: only a transliteration is the same one.
        let given = at.is_some_and(|at| at + 1 < x.words.len());
        let persons = x.kind != Kind::Organisation && y.kind != Kind::Organisation;
        let short = a.0.text.chars().count().min(b.0.text.chars().count()) < SHORTEST_PART;
        let allowed =
            near != Near::Slip || !short && (!given || !persons || is_slip_of_listed(a.0.text, b.0.text));
        same_length && at == position(y, b.0.text) && rest && allowed
    };
    a.1.iter().any(|x| b.1.iter().any(|y| equal(x, y)))
}

/// Whether one word is a listed first name, the other is none, and they end alike (*Danielle* is not *Daniell*).
fn is_slip_of_listed(a: &str, b: &str) -> bool {
    let listed = |word| names::flags(word) & names::FIRST_NAME != 0;
    listed(a) != listed(b) && fold(a).chars().last() == fold(b).chars().last()
}

/// Two persons called by the family name alone, or one of them, in the same office.
fn have_equal_office(a: Side<'_, '_>, b: Side<'_, '_>) -> bool {
    let family = |seen: &Seen<'_>, word: &str| seen.kind == Kind::Person && seen.name.family == word;
    let equal = |x: &Seen<'_>, y: &Seen<'_>| {
        let shared = x.name.titles.iter().any(|title| !is_courtesy(title) && y.name.titles.contains(title));
        shared && family(x, a.0.text) && family(y, b.0.text)
    };
    a.1.iter().any(|x| b.1.iter().any(|y| equal(x, y)))
}

/// Whether the second is a bare family name that nobody in the article bears in full, near that of somebody who
/// is introduced.
fn is_never_introduced(known: Side<'_, '_>, bare: Side<'_, '_>, near: Near) -> bool {
    let introduced = known.1.iter().any(|x| match x.kind {
        Kind::Person => x.name.family == known.0.text && !x.name.given.is_empty(),
        // A given name that is in no list: `Sylvie Leroux`.
        Kind::Unknown => x.words.len() == 2 && x.words.last() == Some(&known.0.text) && !has_ordinary(x),
        _ => false,
    });
    let acts = bare.0.count == 1 && bare.1.iter().all(|y| y.mention.tokens.len() == 1 && acts(y));
    let alone = !bare.1.is_empty()
        && bare
            .1
            .iter()
            .all(|y| y.words.len() == 1 && (acts || matches!(y.kind, Kind::Person | Kind::Unknown)));
    let flags = names::flags(bare.0.text);
    let other = names::COUNTRY
        | names::CITY
        | names::PLACE
        | names::ORG
        | names::NATIONALITY
        | names::FIRST_NAME
        | names::MONTH;
    let long = near != Near::Slip || bare.0.text.chars().count() >= SHORTEST_LONE || acts;
    // Where a town does something, its name may be a slip for that of somebody who is named again and again.
    let other = if acts && known.0.count > 1 { other & !(names::CITY | names::PLACE) } else { other };
    let known_word = lexicon::flags(&bare.0.text.to_lowercase()) & lexicon::KNOWN != 0;
    // All places where the word stands must have been read as that name, not as part of another.
    introduced && alone && flags & other == 0 && long && !known_word && bare.1.len() >= bare.0.count.min(2)
}

/// Whether a word of the name is a word of the language too (`Civic Union`).
fn has_ordinary(seen: &Seen<'_>) -> bool {
    seen.words.iter().any(|word| lexicon::flags(&word.to_lowercase()) & lexicon::KNOWN != 0)
}

/// Whether a verb stands right behind the mention, or an age.
fn acts(seen: &Seen<'_>) -> bool {
    let behind = usize::from(seen.mention.tokens.end);
    let parsed = seen.sentence.parsed();
    let verb = parsed.vps.iter().any(|vp| usize::from(vp.range.start) == behind);
    let age = seen.sentence.token_text(behind) == ","
        && seen.sentence.tokens.get(behind + 1).is_some_and(|t| t.kind == TokenKind::Number);
    verb || age
}

/// Two places called by one word: spellings of the table, or a slip where both stand behind a preposition of place.
fn are_places(a: Side<'_, '_>, b: Side<'_, '_>, near: Near) -> bool {
    let single = |seen: &Seen<'_>| seen.words.len() == 1 && !stands_in_name(seen);
    let placed = |seen: &Seen<'_>| {
        let start = usize::from(seen.mention.tokens.start);
        let before = start.checked_sub(1).map(|at| seen.sentence.token_text(at).to_lowercase());
        single(seen)
            && matches!(seen.kind, Kind::Place | Kind::Unknown)
            && before.is_some_and(|b| matches!(&*b, "in" | "near" | "outside" | "around" | "from" | "at"))
    };
    match near {
        Near::Fixed => a.1.iter().any(single) && b.1.iter().any(single),
        Near::Variant | Near::Slip => {
            let long = a.0.text.len().min(b.0.text.len()) >= SHORTEST_LONE;
            long && a.1.iter().any(placed) && b.1.iter().any(placed)
        }
    }
}

/// Whether a capital stands right beside the mention: `Dynamo Kiev`.
fn stands_in_name(seen: &Seen<'_>) -> bool {
    let capital = |at: usize| seen.sentence.tokens.get(at).is_some_and(|t| t.case.has_capital());
    let (start, end) = (usize::from(seen.mention.tokens.start), usize::from(seen.mention.tokens.end));
    capital(end) || start.checked_sub(1).is_some_and(|before| before > 0 && capital(before))
}

/// Whether both words are family names of persons whose given names have nothing in common.
fn given_names_differ(a: Side<'_, '_>, b: Side<'_, '_>) -> bool {
    let given = |side: Side<'_, '_>| -> Vec<String> {
        let of = |x: &Seen<'_>| match x.kind {
            Kind::Person if x.name.family == side.0.text => x.name.given.first().cloned(),
            _ => None,
        };
        side.1.iter().filter_map(of).collect()
    };
    let (a, b) = (given(a), given(b));
    let alike =
        |x: &String, y: &String| x == y || near(x, y).is_some() || is_initial(x, y) || is_initial(y, x);
    !a.is_empty() && !b.is_empty() && !a.iter().any(|x| b.iter().any(|y| alike(x, y)))
}

/// Whether the first is the initial of the second.
fn is_initial(short: &str, long: &str) -> bool {
    let short = short.trim_end_matches('.');
    short.chars().count() == 1 && long.starts_with(short)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::facts::shared::testing::table;

    #[test]
    fn one_name_in_two_spellings() {
        table(
            &SPELLING,
            &[
                "The report was written by Olena Kovalenko. Nobody answered. Olena Kovalenka left on Monday.",
                "Foreign Minister Petrenko left. Later Foreign Minister Petrenco came back.",
                "The fire was seen by Anna Lindstrom. It burned for hours. Lindstrum said she was shocked.",
                "Soldiers marched into Kyiv. The streets of Kiev were empty.",
                "A crowd met President Volodymyr Zelensky. The money was sent on. Zelenskyy thanked them.",
                "The works belong to Nordvik Shipping. The shares of Nordvick Shipping fell.",
            ],
            &[
                "Iran was invited. Iraq was not.",
                "Hugo Chavez spoke first. Rodrigo Chaves spoke last.",
                "Barack Obama spoke. The raid killed Osama bin Laden.",
                "Angela Merkel stepped down. Friedrich Merz was elected.",
                "A team from Austria won. A team from Australia lost.",
                "Olena Kovalenko met her brother. Ivan Kovalenko had come by train.",
                "Daniel Berg left. Daniela Berg stayed.",
                "Olena Kovalenko was sometimes called Olena Kovalenka in the press.",
                "Fans of Dynamo Kiev sang. They had come from Kyiv.",
            ],
        );
    }
}
