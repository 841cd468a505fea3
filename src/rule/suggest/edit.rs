//! Replacements of tokens to edits of bytes: spaces, capitals, articles, and nothing touched in vain.

use super::Proposal;
use crate::article::BlockKind;
use crate::english::inflect;
use crate::english::{Range, Sentence};
use crate::rule::template::{capital, has_sentence_capital, is_first_word, is_name};
use crate::span::Span;
use crate::text::{Case, TokenKind};

/// Some tokens and what shall stand there.
#[derive(Clone, Debug)]
pub(super) struct Replacement {
    pub range: Range,
    /// Empty to delete.
    pub text: String,
    /// Whether the text's capitals are meant as they are.
    pub literal: bool,
}

/// All replacements as edits, or `None` where they overlap or change nothing.
pub(super) fn proposal(
    sentence: &Sentence,
    mut replacements: Vec<Replacement>,
    report: Range,
) -> Option<Proposal> {
    replacements.sort_by_key(|r| r.range);
    let mut edits = Vec::new();
    for replacement in &mut replacements {
        if !replacement.literal {
            replacement.text = with_case(sentence, replacement);
        }
        edits.extend(edit(sentence, replacement));
    }
    if let Some(edit) = capital_after_deletion(sentence, &replacements) {
        edits.push(edit);
    }
    let articles: Vec<_> = edits.iter().filter_map(|edit| article_before(sentence, edit, &edits)).collect();
    edits.extend(articles);
    edits.sort();
    edits.dedup();
    let edits = join(edits);
    let apart = edits.iter().zip(edits.iter().skip(1)).all(|(a, b)| a.0.end <= b.0.start);
    if edits.is_empty() || !apart {
        return None;
    }
    let span = edits.iter().fold(sentence.range_span(report), |span, (edit, _)| span.hull(*edit));
    Some(Proposal { edits, span })
}

/// Makes one edit of those that touch: of two at one point nobody could say which comes first.
fn join(edits: Vec<(Span, String)>) -> Vec<(Span, String)> {
    let mut joined: Vec<(Span, String)> = Vec::with_capacity(edits.len());
    for (span, text) in edits {
        match joined.last_mut().filter(|(last, _)| last.end == span.start) {
            Some((last, before)) => {
                last.end = span.end;
                before.push_str(&text);
            }
            None => joined.push((span, text)),
        }
    }
    joined
}

/// The text with the capitals of what it replaces.
fn with_case(sentence: &Sentence, replacement: &Replacement) -> String {
    let Replacement { range, text, .. } = replacement;
    let first = range.start as usize;
    let words = || range.usize().filter_map(|at| sentence.tokens.get(at)).filter(|t| t.case != Case::None);
    let shouted = words().all(|t| t.case == Case::Upper) && words().any(|t| t.span.len() > 3);
    if shouted {
        return text.to_uppercase();
    }
    let titled = sentence.tokens.get(first).is_some_and(|t| matches!(t.case, Case::Title | Case::Upper));
    if titled && (is_first_word(sentence, first) || in_titles(sentence) || !is_name(sentence, first)) {
        return capital(text);
    }
    text.clone()
}

/// Whether a headline has capitals on (almost) all its words.
fn in_titles(sentence: &Sentence) -> bool {
    let long = |t: &&crate::text::Token| t.kind == TokenKind::Word && t.span.len() > 3;
    let all = sentence.tokens.iter().filter(long).count();
    let titled = sentence.tokens.iter().filter(long).filter(|t| t.case == Case::Title).count();
    sentence.block_kind == BlockKind::Heading && all > 2 && titled * 5 >= all * 4
}

/// The edit for a replacement, without words that stay.
fn edit(sentence: &Sentence, replacement: &Replacement) -> Option<(Span, String)> {
    let span = sentence.range_span(replacement.range);
    let old = span.of(&sentence.text);
    if replacement.text.trim().is_empty() {
        return Some((with_space(sentence, span), String::new()));
    }
    trim(sentence, span, old, &replacement.text)
}

/// Leaves out the words that both texts begin and end with.
fn trim(sentence: &Sentence, span: Span, old: &str, new: &str) -> Option<(Span, String)> {
    let olds = words(old);
    let news = words(new);
    let word = |text: &str, at: Option<&Span>| at.map_or(String::new(), |s| s.of(text).to_owned());
    let least = olds.len().min(news.len());
    let head = (0..least).take_while(|&i| word(old, olds.get(i)) == word(new, news.get(i))).count();
    let tail = (0..least - head)
        .take_while(|&i| word(old, olds.get(olds.len() - 1 - i)) == word(new, news.get(news.len() - 1 - i)))
        .count();
    let (old_left, new_left) =
        (olds.get(head..olds.len() - tail).unwrap_or(&[]), news.get(head..news.len() - tail).unwrap_or(&[]));
    let text = new_left.iter().map(|s| s.of(new)).collect::<Vec<_>>().join(" ");
    let shift = |s: Span| Span::new(s.start + span.start, s.end + span.start);
    match (old_left.first(), old_left.last()) {
        (Some(first), Some(last)) => {
            let changed = shift(first.hull(*last));
            if text.is_empty() { Some((with_space(sentence, changed), text)) } else { Some((changed, text)) }
        }
        _ if text.is_empty() => None,
        // An insertion, behind the words before it or before the words after it.
        _ => Some(match head.checked_sub(1).and_then(|i| olds.get(i)) {
            Some(before) => {
                let at = span.start + before.end;
                (Span::new(at, at), format!(" {text}"))
            }
            None => (Span::new(span.start, span.start), format!("{text} ")),
        }),
    }
}

/// The words of a text, between spaces.
fn words(text: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices() {
        let at = u32::try_from(at).unwrap_or(u32::MAX);
        match (c.is_whitespace(), start) {
            (true, Some(from)) => {
                spans.push(Span::new(from, at));
                start = None;
            }
            (false, None) => start = Some(at),
            _ => {}
        }
    }
    spans.extend(start.map(|from| Span::new(from, u32::try_from(text.len()).unwrap_or(u32::MAX))));
    spans
}

/// A span that is to be deleted, with the space before it, or after it where nothing stands before.
fn with_space(sentence: &Sentence, span: Span) -> Span {
    let text = &*sentence.text;
    let before = text.get(..span.start as usize).unwrap_or("");
    let after = text.get(span.end as usize..).unwrap_or("");
    let starts = |t: &str| t.chars().next().filter(|c| c.is_whitespace()).map_or(0, char::len_utf8);
    let ends = |t: &str| t.chars().next_back().filter(|c| c.is_whitespace()).map_or(0, char::len_utf8);
    let first = sentence.tokens.first().is_none_or(|t| t.span.start >= span.start);
    if ends(before) > 0 && !first {
        Span::new(span.start - ends(before) as u32, span.end)
    } else {
        Span::new(span.start, span.end + starts(after) as u32)
    }
}

/// Where the first word of the sentence is deleted, the next one gets the capital.
fn capital_after_deletion(sentence: &Sentence, replacements: &[Replacement]) -> Option<(Span, String)> {
    let deletion = replacements.first().filter(|r| r.text.trim().is_empty() && !r.literal)?;
    let first = deletion.range.start as usize;
    let had_capital = has_sentence_capital(sentence, first)
        || (is_first_word(sentence, first)
            && sentence.tokens.get(first).is_some_and(|t| t.case == Case::Title));
    let next = sentence.tokens.get(deletion.range.end as usize)?;
    if !had_capital || next.case != Case::Lower {
        return None;
    }
    if replacements.iter().skip(1).any(|r| r.range.start == deletion.range.end) {
        return None;
    }
    let letter = next.span.of(&sentence.text).chars().next()?;
    let end = next.span.start + letter.len_utf8() as u32;
    Some((Span::new(next.span.start, end), letter.to_uppercase().collect()))
}

/// The edit of *a* or *an* right before an edit, where the sound after it changes.
fn article_before(
    sentence: &Sentence,
    (span, text): &(Span, String),
    all: &[(Span, String)],
) -> Option<(Span, String)> {
    let at = sentence.tokens.iter().rposition(|t| t.span.end <= span.start)?;
    let article = sentence.tokens.get(at)?;
    let old = article.span.of(&sentence.text);
    let is_article = old.eq_ignore_ascii_case("a") || old.eq_ignore_ascii_case("an");
    // A capital A inside a sentence is a grade, a vitamin or an initial.
    let is_article = is_article && (article.case == Case::Lower || is_first_word(sentence, at));
    let next_token = sentence.tokens.get(at + 1)?;
    let deletes = text.trim().is_empty();
    if !is_article || next_token.span.start < span.start {
        return None;
    }
    let following = if deletes {
        let after = sentence.tokens.iter().find(|t| t.span.start >= span.end)?;
        after.span.of(&sentence.text).to_owned()
    } else {
        text.trim_start().to_owned()
    };
    let new = inflect::article(&following);
    let taken = all.iter().any(|(other, _)| other.overlaps(article.span));
    if new.eq_ignore_ascii_case(old) || taken {
        return None;
    }
    let new = if article.case == Case::Lower { new.to_owned() } else { capital(new) };
    Some((article.span, new))
}
