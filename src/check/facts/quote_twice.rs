//! One quotation twice: by two speakers, or in other words.
//!
//! Two quotations are taken for one where they share a run of words and differ in at most two places. Silent where a speaker
//! is only a pronoun, and for short quotations, which anybody may use.

use super::spelling::fold;
use crate::check::{CheckContext, CheckMatch, Entry};
use crate::english::{Range, Sentence};
use crate::fact::language::Language;
use crate::fact::{Mention, Quote, Value};
use crate::finding::Basis;
use crate::text::{Case, TokenKind};
use rustc_hash::FxHashMap;

pub(in crate::check) const SPEAKERS: Entry = Entry {
    name: "facts-quote-two-speakers",
    run: speakers,
    basis: Basis::Document,
    arguments: &[],
    names: &["speaker", "other"],
};

pub(in crate::check) const WORDS: Entry = Entry {
    name: "facts-quote-other-words",
    run: other_words,
    basis: Basis::Document,
    arguments: &[],
    names: &["word", "other"],
};

/// A quotation with fewer words is no proof of one utterance.
const SHORTEST: usize = 5;
/// How many words in a row two quotations must share to be compared.
const RUN: usize = 3;
/// A run that more quotations share is a set phrase.
const MOST_SHARING: usize = 6;

/// A quotation, by words.
struct Said<'a> {
    mention: &'a Mention,
    sentence: &'a Sentence,
    quote: &'a Quote,
    words: Vec<String>,
}

fn has_marks(sentence: &Sentence) -> bool {
    sentence.tokens.iter().any(|t| t.quoted)
}

/// The quotations of some length; none where the article has fewer than two sentences with quotations.
fn quotations<'a>(context: &'a CheckContext<'a>) -> Vec<Said<'a>> {
    if context.sentences().filter(|(_, s)| has_marks(s)).take(2).count() < 2 {
        return Vec::new();
    }
    let said = |(mention, sentence): (&'a Mention, &'a Sentence)| match &mention.value {
        Value::Quote(quote) => {
            let words: Vec<String> = words(&quote.text);
            (words.len() >= SHORTEST).then_some(Said { mention, sentence, quote, words })
        }
        _ => None,
    };
    context.looked_at(context.ledger().quotes()).filter_map(said).collect()
}

fn words(text: &str) -> Vec<String> {
    let mark = |c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’' | '-'));
    text.split(mark).map(|word| fold(word.trim_matches('-'))).filter(|word| !word.is_empty()).collect()
}

/// Pairs of quotations that share a run of words, by index, in order.
fn pairs(said: &[Said<'_>]) -> Vec<(usize, usize)> {
    let mut runs: FxHashMap<&[String], Vec<usize>> = FxHashMap::default();
    for (index, quotation) in said.iter().enumerate() {
        for run in quotation.words.windows(RUN) {
            let sharing = runs.entry(run).or_default();
            if sharing.last() != Some(&index) {
                sharing.push(index);
            }
        }
    }
    let mut found: Vec<(usize, usize)> = runs
        .into_values()
        .filter(|sharing| sharing.len() <= MOST_SHARING)
        .flat_map(|sharing| {
            let first = sharing.first().copied();
            sharing.into_iter().skip(1).filter_map(move |other| Some((first?, other)))
        })
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// Where the words of two quotations differ, as stretches of the first and of the second; `None` where they are too unlike.
fn difference(a: &[String], b: &[String]) -> Option<(Stretch, Stretch)> {
    let start = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let rest = a.len().min(b.len()) - start;
    let end = a.iter().rev().zip(b.iter().rev()).take(rest).take_while(|(x, y)| x == y).count();
    let (in_a, in_b) = (start..a.len() - end, start..b.len() - end);
    let common = start + end;
    let near = in_a.len() <= 2 && in_b.len() <= 2 && common > 2 * in_a.len().max(in_b.len());
    // Two single words in different places: *rebuild the bridge before winter*, *repair the bridge before autumn*.
    let scattered = a.len() == b.len() && {
        let unlike = a.iter().zip(b).filter(|(x, y)| x != y).count();
        (1..=2).contains(&unlike) && a.len() > 2 * unlike + 1
    };
    (!in_a.is_empty() || !in_b.is_empty()).then_some(())?;
    (common >= SHORTEST - 1 && near || scattered).then_some((in_a, in_b))
}

/// A stretch of words.
type Stretch = std::ops::Range<usize>;

/// The name of a speaker that can be compared: the last word of a phrase with a capital.
fn speaker(quote: &Quote) -> Option<(&str, String)> {
    let speaker = quote.speaker.as_deref()?;
    let last = speaker.split_whitespace().last()?.trim_end_matches(',');
    last.starts_with(char::is_uppercase).then(|| (speaker, fold(last)))
}

fn speakers(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    let mut found = inside_one_sentence(context);
    let said = quotations(context);
    for (a, b) in pairs(&said) {
        let (Some(a), Some(b)) = (said.get(a), said.get(b)) else { continue };
        if a.words != b.words {
            continue;
        }
        let (Some((first, first_name)), Some((second, second_name))) = (speaker(a.quote), speaker(b.quote))
        else {
            continue;
        };
        let same_person = first_name == second_name
            || words(first).contains(&second_name)
            || words(second).contains(&first_name);
        if same_person {
            continue;
        }
        let span = b.quote.speaker_span;
        let tokens = span.filter(|span| span.end <= sentence_end(b.sentence)).map(|span| {
            let start = b.sentence.tokens.partition_point(|t| t.span.end <= span.start);
            let end = b.sentence.tokens.partition_point(|t| t.span.start < span.end);
            Range::new(start, end.max(start))
        });
        let tokens = tokens.filter(|t| !t.is_empty()).unwrap_or(b.mention.tokens);
        found.push(
            CheckMatch::new(b.mention.sentence, tokens).string("speaker", second).string("other", first),
        );
    }
    found
}

fn sentence_end(sentence: &Sentence) -> u32 {
    sentence.tokens.last().map_or(0, |t| t.span.end)
}

/// One quotation that goes on behind its speaker, with another speaker at its end: `"We go," said Berg, "and now," Lind said.`
fn inside_one_sentence(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    let mut found = Vec::new();
    for (index, sentence) in context.sentences() {
        if !has_marks(sentence) {
            continue;
        }
        let stretches = unquoted(sentence);
        let named: Vec<(usize, usize, usize, String)> = stretches
            .iter()
            .filter(|s| goes_on(sentence, s) || s.start > 0 && ends_sentence(sentence, s))
            .filter_map(|s| {
                named_speaker(sentence, s.clone())
                    .map(|(a, b)| (s.start, a, b, fold(sentence.token_text(b - 1))))
            })
            .collect();
        let [(first_at, a_start, a_end, first), (second_at, start, end, second)] = &named[..] else {
            continue;
        };
        if first == second || !goes_on_at(sentence, &stretches, *first_at) || first_at == second_at {
            continue;
        }
        found.push(
            CheckMatch::new(index, Range::new(*start, *end))
                .string("speaker", sentence.range_text(Range::new(*start, *end)))
                .string("other", sentence.range_text(Range::new(*a_start, *a_end))),
        );
    }
    found
}

/// The stretches of tokens outside quotations, marks left out.
fn unquoted(sentence: &Sentence) -> Vec<std::ops::Range<usize>> {
    let mut all: Vec<std::ops::Range<usize>> = Vec::new();
    for (at, token) in sentence.tokens.iter().enumerate() {
        let mark = matches!(sentence.token_text(at), "\"" | "“" | "”" | "‘" | "’" | "«" | "»");
        if token.quoted || mark {
            continue;
        }
        match all.last_mut() {
            Some(last) if last.end == at => last.end = at + 1,
            _ => all.push(at..at + 1),
        }
    }
    all
}

/// Whether the stretch stands between two parts of one quotation: a small letter opens the second.
fn goes_on(sentence: &Sentence, stretch: &std::ops::Range<usize>) -> bool {
    let comma = stretch.end.checked_sub(1).is_some_and(|at| sentence.token_text(at) == ",");
    let next = sentence.tokens.get(stretch.end + 1);
    stretch.start > 1
        && comma
        && next.is_some_and(|t| t.quoted && t.kind == TokenKind::Word && t.case == Case::Lower)
}

fn goes_on_at(sentence: &Sentence, stretches: &[std::ops::Range<usize>], start: usize) -> bool {
    stretches.iter().find(|s| s.start == start).is_some_and(|s| goes_on(sentence, s))
}

fn ends_sentence(sentence: &Sentence, stretch: &std::ops::Range<usize>) -> bool {
    stretch.end == sentence.tokens.len()
}

/// The name in a stretch that is nothing but `said NAME` or `NAME said`: its first token and one past its last.
fn named_speaker(sentence: &Sentence, stretch: std::ops::Range<usize>) -> Option<(usize, usize)> {
    let speech = |at: usize| {
        matches!(
            sentence.token_text(at),
            "said" | "says" | "added" | "adds" | "told" | "explained" | "warned"
        )
    };
    let capital = |at: &usize| {
        sentence.tokens.get(*at).is_some_and(|t| t.kind == TokenKind::Word && t.case.has_capital())
    };
    let first = stretch.start;
    let (from, limit) = if speech(first) {
        (first + 1, stretch.end)
    } else {
        let verb = (first..stretch.end.min(first + 4)).find(|at| speech(*at))?;
        (first, verb)
    };
    let run = (from..limit).take_while(capital).count();
    let whole = from == first && from + run == limit || from > first;
    (run > 0 && whole).then_some((from, from + run))
}

fn other_words(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    let said = quotations(context);
    let mut found = Vec::new();
    for (a, b) in pairs(&said) {
        let (Some(a), Some(b)) = (said.get(a), said.get(b)) else { continue };
        let Some((in_a, in_b)) = difference(&a.words, &b.words) else { continue };
        let (from, to) = (a.words.get(in_a).unwrap_or(&[]), b.words.get(in_b.clone()).unwrap_or(&[]));
        if !is_other_fact(a, b, from, to) && !is_said_again(context, a, b) {
            continue;
        }
        let Some((index, report)) = place(context, b, in_b) else { continue };
        found.push(CheckMatch::new(index, report).string("word", shown(to)).string("other", shown(from)));
    }
    found
}

fn shown(words: &[String]) -> String {
    if words.is_empty() { "…".to_owned() } else { words.join(" ") }
}

/// Whether the second is said to be the first again: the speaker *repeats* it, or both are whole sentences of one
/// speaker, equally long.
fn is_said_again(context: &CheckContext<'_>, a: &Said<'_>, b: &Said<'_>) -> bool {
    let (first, second) = (speaker(a.quote), speaker(b.quote));
    let known = first.is_some() && second.is_some();
    let same = first.map(|(_, name)| name) == second.map(|(_, name)| name);
    let repeats = |sentence: &Sentence| {
        (0..sentence.tokens.len()).any(|at| {
            matches!(sentence.token_text(at), "repeated" | "repeats" | "again" | "reiterated" | "repeating")
        })
    };
    let next = context.document.sentences.get(b.mention.sentence + 1);
    let says_so = repeats(b.sentence) || next.is_some_and(|s| s.block == b.sentence.block && repeats(s));
    if known {
        same && (says_so || a.words.len() == b.words.len() && a.words.len() > SHORTEST)
    } else {
        says_so
    }
}

/// Whether what differs is a number, a name or a negation.
fn is_other_fact(a: &Said<'_>, b: &Said<'_>, from: &[String], to: &[String]) -> bool {
    let number =
        |w: &String| w.starts_with(|c: char| c.is_ascii_digit()) || Language::english().is_number_word(w);
    let negation = |w: &String| {
        matches!(&**w, "not" | "no" | "never" | "nobody" | "nothing" | "none" | "cannot")
            || w.ends_with("nt") && w.len() > 3 && NEGATED.contains(&&**w)
    };
    let name = |said: &Said<'_>, w: &String| {
        said.quote.text.split_whitespace().skip(1).any(|x| {
            let x = x.trim_matches(|c: char| !c.is_alphanumeric());
            x.starts_with(char::is_uppercase) && x.chars().count() > 2 && fold(x) == **w
        })
    };
    let differs = |test: &dyn Fn(&String) -> bool| from.iter().any(test) != to.iter().any(test);
    let both = |x: bool, y: bool| x && y;
    let numbers = both(from.iter().any(number), to.iter().any(number));
    let names = both(from.iter().any(|w| name(a, w)), to.iter().any(|w| name(b, w)));
    numbers || names || differs(&negation)
}

/// Negated verbs after folding, which drops the apostrophe.
const NEGATED: &[&str] = &[
    "dont", "doesnt", "didnt", "isnt", "arent", "wasnt", "werent", "wont", "cant", "couldnt", "shouldnt",
    "wouldnt", "havent", "hasnt", "hadnt", "mustnt",
];

/// The tokens of the words that differ; where nothing stands there, the word before.
fn place(
    context: &CheckContext<'_>,
    said: &Said<'_>,
    differs: std::ops::Range<usize>,
) -> Option<(usize, Range)> {
    let wanted =
        if differs.is_empty() { differs.start.saturating_sub(1)..differs.start.max(1) } else { differs };
    let mut count = 0;
    let mut report: Option<(usize, Range)> = None;
    let first = usize::from(said.mention.tokens.start);
    for (offset, sentence) in context.document.sentences.get(said.mention.sentence..)?.iter().enumerate() {
        if sentence.block != said.sentence.block {
            break;
        }
        let from = if offset == 0 { first } else { 0 };
        for at in from..sentence.tokens.len() {
            if !sentence.tokens.get(at).is_some_and(|t| t.quoted) {
                return report;
            }
            let before = count;
            count += words(sentence.token_text(at)).len();
            if before < wanted.end && count > wanted.start {
                let here = Range::one(at);
                report = match report {
                    Some((index, range)) if index == said.mention.sentence + offset => {
                        Some((index, range.hull(here)))
                    }
                    Some(done) => Some(done),
                    None => Some((said.mention.sentence + offset, here)),
                };
            }
        }
    }
    report
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::facts::shared::testing::table;

    #[test]
    fn one_quotation_by_two_speakers() {
        table(
            &SPEAKERS,
            &[
                "\"We will not sell the old harbour,\" said Anna Berg. It rained. \"We will not sell the old harbour,\" said Ole Lind.",
                "\"We will stay,\" said Anna Berg, \"and we will rebuild the port,\" Lind said.",
            ],
            &[
                "\"We will not sell the old harbour,\" said Anna Berg. It rained. \"We will not sell the old harbour,\" Berg said.",
                "\"We will not sell the old harbour,\" said Anna Berg. It rained. \"We will not sell the old harbour,\" she said.",
                "\"We will stay,\" said Anna Berg, \"and we will rebuild the port.\"",
                "\"We will stay,\" said Anna Berg. \"Never,\" Lind said.",
            ],
        );
    }

    #[test]
    fn one_quotation_in_other_words() {
        table(
            &WORDS,
            &[
                "\"We will pay 30 million for the harbour,\" said Berg. Later she repeated: \"We will pay 40 million for the harbour.\"",
                "\"We will not sell the old harbour,\" said Berg. Later she repeated: \"We will sell the old harbour.\"",
                "\"The people of Oslo will pay for it,\" said Berg. Later she repeated: \"The people of Bergen will pay for it.\"",
            ],
            &[
                "\"We will pay 30 million for the harbour,\" said Berg. Later she repeated: \"We will pay 30 million for the harbour.\"",
                "\"We will pay 30 million for the harbour,\" said Berg. \"We will pay for it with the money of our children.\"",
                "\"We will win,\" said Berg. \"We will lose,\" said Lind.",
            ],
        );
    }
}
