//! One person in two offices that exclude each other: `Foreign Minister Berg` … `Defence Minister Berg`.
//!
//! Read off the words alone: an office right before a name, or behind it between a comma and *of*, a comma or a stop. Silent for
//! former, acting and future holders, where the article says that the person changed office, and where two
//! persons may share the name.

use crate::check::{CheckContext, CheckMatch, Entry};
use crate::english::lexicon::{self, names};
use crate::english::{Range, Sentence};
use crate::finding::Basis;
use crate::text::{Case, TokenKind};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

pub(in crate::check) const CHANGE: Entry = Entry {
    name: "facts-office-change",
    run: change,
    basis: Basis::Document,
    arguments: &[],
    names: &["name", "office", "other"],
};

/// A row of `data/facts/offices.tsv`.
#[derive(Debug)]
struct Office {
    group: &'static str,
    offices: Vec<&'static str>,
    /// The words of a form, in small letters.
    words: Vec<String>,
}

/// The table of offices.
#[derive(Debug, Default)]
struct Table {
    /// The forms by their last word, the longest first.
    forms: FxHashMap<String, Vec<Office>>,
    /// Words that say the office is not (or no longer, not yet) held, close before it.
    limits: Vec<&'static str>,
    /// Words that say somebody changes office.
    changes: Vec<&'static str>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| read(include_str!("../../../data/facts/offices.tsv")));

fn read(text: &'static str) -> Table {
    let mut table = Table::default();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let mut cells = line.split('\t');
        let (Some(group), Some(offices), forms) = (cells.next(), cells.next(), cells.next()) else {
            continue;
        };
        let list: Vec<&str> = offices.split(' ').collect();
        match group {
            "limit" => table.limits.extend(list),
            "change" => table.changes.extend(list),
            _ => {
                for form in forms.unwrap_or("").split(" | ") {
                    let words: Vec<String> = form.split(' ').map(str::to_lowercase).collect();
                    let Some(last) = words.last().cloned() else { continue };
                    table.forms.entry(last).or_default().push(Office { group, offices: list.clone(), words });
                }
            }
        }
    }
    for rows in table.forms.values_mut() {
        rows.sort_by_key(|row| std::cmp::Reverse(row.words.len()));
    }
    table
}

fn has(list: &[&str], word: &str) -> bool {
    list.contains(&word)
}

/// Somebody in an office.
struct Holder<'a> {
    sentence: usize,
    tokens: Range,
    /// As written.
    title: &'a str,
    office: &'static Office,
    given: Option<&'a str>,
    family: &'a str,
}

fn change(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    let mut holders: Vec<Holder<'_>> = Vec::new();
    for (index, sentence) in context.sentences() {
        read_sentence(index, sentence, &mut holders);
    }
    let mut first: FxHashMap<&str, Vec<&Holder<'_>>> = FxHashMap::default();
    let mut silent: FxHashMap<&str, bool> = FxHashMap::default();
    let mut found = Vec::new();
    for holder in &holders {
        let earlier = first.entry(holder.family).or_default();
        let other = earlier.iter().find(|other| exclude(other.office, holder.office)).copied();
        if earlier.iter().all(|other| other.office.group != holder.office.group) {
            earlier.push(holder);
        }
        let Some(earlier) = other.filter(|other| is_one_person(other, holder)) else { continue };
        let unsure = *silent
            .entry(holder.family)
            .or_insert_with(|| changes_office(context, holder.family) || is_shared(context, holder.family));
        if !unsure {
            found.push(
                CheckMatch::new(holder.sentence, holder.tokens)
                    .string("name", holder.family)
                    .string("office", holder.title)
                    .string("other", earlier.title),
            );
        }
    }
    found
}

/// Groups of which nobody is in two.
const APART: &[(&str, &str)] = &[
    ("church", "state"),
    ("church", "rank"),
    ("church", "court"),
    ("church", "sport"),
    ("church", "firm"),
    ("court", "rank"),
    ("court", "firm"),
    ("firm", "rank"),
    ("local", "rank"),
    ("academy", "rank"),
    ("academy", "court"),
    ("local", "church"),
];

/// Whether one person cannot hold both: offices of one group that have nothing in common, or of groups that lie apart.
fn exclude(a: &Office, b: &Office) -> bool {
    if a.group == b.group {
        !a.offices.iter().any(|office| b.offices.contains(office))
    } else {
        APART.contains(&(a.group, b.group)) || APART.contains(&(b.group, a.group))
    }
}

fn lower(sentence: &Sentence, at: usize) -> String {
    sentence.token_text(at).to_lowercase()
}

fn read_sentence<'a>(index: usize, sentence: &'a Sentence, holders: &mut Vec<Holder<'a>>) {
    for at in 0..sentence.tokens.len() {
        let word = lower(sentence, at);
        let Some(rows) = TABLE.forms.get(&word) else { continue };
        let fits = |row: &&Office| {
            let Some(start) = (at + 1).checked_sub(row.words.len()) else { return false };
            row.words.iter().enumerate().all(|(i, w)| lower(sentence, start + i) == *w)
        };
        let Some(longest) = rows.iter().find(fits) else { continue };
        let tokens = Range::new(at + 1 - longest.words.len(), at + 1);
        if is_limited(sentence, tokens) {
            continue;
        }
        let name = name_behind(sentence, at + 1)
            .or_else(|| name_in_commas(sentence, tokens))
            .or_else(|| name_before(sentence, tokens));
        let Some((given, family)) = name else { continue };
        let title = sentence.range_text(tokens);
        // A form may stand in several groups: a captain of a team, a captain of a ship.
        for office in rows.iter().filter(|row| row.words == longest.words) {
            holders.push(Holder { sentence: index, tokens, title, office, given, family });
        }
    }
}

/// Whether the office is not simply held: *former*, *deputy*, *wife of the*, *-elect*.
fn is_limited(sentence: &Sentence, tokens: Range) -> bool {
    let start = usize::from(tokens.start);
    let before = (start.saturating_sub(4)..start).any(|at| {
        let word = lower(sentence, at);
        has(&TABLE.limits, &word)
            || word.starts_with("ex-")
            || word.starts_with("then-")
            || word.ends_with("-time")
    });
    let behind = lower(sentence, tokens.end.into());
    // `finance` in `Finance Minister` where only *minister* were an office; `minister` of a longer unknown office.
    let glued = start.checked_sub(1).is_some_and(|at| matches!(sentence.token_text(at), "-" | "–"));
    before || glued || behind.starts_with('-') || behind.ends_with("-elect")
}

/// The name right behind an office: given name, if any, and family name.
fn name_behind(sentence: &Sentence, at: usize) -> Option<(Option<&str>, &str)> {
    let mut end = at;
    while end < at + 4 && is_name(sentence, end) {
        end += 1;
    }
    let family = sentence.token_text(end.checked_sub(1).filter(|last| *last >= at)?);
    Some(((end > at + 1).then(|| sentence.token_text(at)), family))
}

/// The name between commas behind an office with its article: `The prime minister, Lund, will stay`.
fn name_in_commas(sentence: &Sentence, office: Range) -> Option<(Option<&str>, &str)> {
    let end = usize::from(office.end);
    let article = usize::from(office.start).checked_sub(1).is_some_and(|at| lower(sentence, at) == "the");
    let opens = article && sentence.token_text(end) == ",";
    let length = (end + 1..end + 3).take_while(|at| is_name(sentence, *at)).count();
    let closes = matches!(sentence.token_text(end + 1 + length), "," | ".");
    (opens && closes).then(|| name_behind(sentence, end + 1)).flatten()
}

/// The full name before an office in apposition: `Anna Berg, the foreign minister,`.
fn name_before(sentence: &Sentence, office: Range) -> Option<(Option<&str>, &str)> {
    let mut at = usize::from(office.start);
    let closed = matches!(sentence.token_text(office.end.into()), "," | "." | "of" | ";" | ")");
    let steps = at;
    while closed && at > 0 && steps - at <= 3 {
        at -= 1;
        let word = sentence.token_text(at);
        if word == "," {
            let last = at.checked_sub(1)?;
            let first = last.checked_sub(1)?;
            let full = is_name(sentence, first) && is_name(sentence, last);
            let list = first.checked_sub(1).is_some_and(|b| matches!(sentence.token_text(b), "," | "and"));
            return (full && !list).then(|| (Some(sentence.token_text(first)), sentence.token_text(last)));
        }
        let nationality = names::flags(word) & (names::NATIONALITY | names::COUNTRY) != 0;
        if !matches!(word, "the" | "a" | "its" | "'s" | "country") && !nationality {
            return None;
        }
    }
    None
}

fn is_name(sentence: &Sentence, at: usize) -> bool {
    let text = sentence.token_text(at);
    let thing = names::COUNTRY | names::NATIONALITY | names::WEEKDAY | names::MONTH | names::ORG;
    let flags = names::flags(text);
    sentence
        .tokens
        .get(at)
        .is_some_and(|t| t.kind == TokenKind::Word && matches!(t.case, Case::Title | Case::Mixed))
        && (flags & thing == 0 || flags & (names::FIRST_NAME | names::SURNAME) != 0)
        && !lexicon::is_function_word(&text.to_lowercase())
        && !TABLE.forms.contains_key(&text.to_lowercase())
}

/// Whether the two may be the same: equal given names, or a second mention without one of a name that is not common.
fn is_one_person(earlier: &Holder<'_>, later: &Holder<'_>) -> bool {
    let common = names::flags(later.family) & names::SURNAME != 0;
    match (earlier.given, later.given) {
        (Some(a), Some(b)) => a == b,
        (Some(_) | None, None) => !common,
        (None, Some(_)) => false,
    }
}

/// Whether a sentence that names somebody, or the one behind it, tells of a change of office.
fn changes_office(context: &CheckContext<'_>, family: &str) -> bool {
    let tells = |sentence: &Sentence| {
        (0..sentence.tokens.len()).any(|at| {
            let word = lower(sentence, at);
            has(&TABLE.changes, &word) || word.starts_with("ex-") || word.starts_with("then-")
        })
    };
    let all = &context.document.sentences;
    all.iter().enumerate().any(|(at, sentence)| {
        let named = (0..sentence.tokens.len()).any(|t| sentence.token_text(t) == family);
        let next = || {
            all.get(at + 1).is_some_and(|s| matches!(&*lower(s, 0), "he" | "she" | "his" | "her") && tells(s))
        };
        named && (tells(sentence) || next())
    })
}

/// Whether the family name stands behind two different names.
pub(super) fn is_shared(context: &CheckContext<'_>, family: &str) -> bool {
    let mut given: Option<&str> = None;
    for sentence in &context.document.sentences {
        for at in 1..sentence.tokens.len() {
            if sentence.token_text(at) != family || !is_name(sentence, at - 1) {
                continue;
            }
            let before = sentence.token_text(at - 1);
            if *given.get_or_insert(before) != before {
                return true;
            }
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::facts::shared::testing::table;

    #[test]
    fn offices_that_exclude_each_other() {
        table(
            &CHANGE,
            &[
                "Foreign Minister Anna Lindqvarn arrived. Nobody met Defence Minister Anna Lindqvarn.",
                "Foreign Minister Anna Lindqvarn arrived. Nobody met Defence Minister Lindqvarn.",
                "Anna Lindqvarn, the Norwegian foreign minister, arrived. Nobody met Health Minister Lindqvarn.",
                "General Oleg Bondarov arrived. Later Captain Bondarov left.",
                "The spokesman Ole Lindqvarn arrived. Later spokeswoman Lindqvarn left.",
            ],
            &[
                "Foreign Minister Anna Lindqvarn arrived. Foreign Secretary Lindqvarn left.",
                "Foreign Minister Anna Lindqvarn arrived. The former defence minister Lindqvarn left.",
                "Foreign Minister Anna Lindqvarn arrived. Nobody met Defence Minister Ole Lindqvarn.",
                "Defence Minister Anna Lindqvarn was appointed. Foreign Minister Lindqvarn left.",
                "President Bush spoke. Governor Jeb Bush listened.",
                "Lt. Gen. Oleg Bondarov arrived. Later General Bondarov left.",
                "Finance Minister Anna Lindqvarn arrived. Deputy Prime Minister Lindqvarn left.",
            ],
        );
    }
}
