//! Spans of time in the title that the first sentences contradict: *jailed for nine years* and *sentenced to six years*.

use super::shared::{is, says, written};
use crate::article::BlockKind;
use crate::check::{CheckContext, CheckMatch, Entry};
use crate::english::Sentence;
use crate::fact::{Duration, Mention, Value};
use crate::finding::Basis;

pub(in crate::check) const TITLE: Entry = Entry {
    name: "facts-title-span",
    run: title,
    basis: Basis::Document,
    arguments: &[],
    names: &["title", "text"],
};

/// Words of one punishment.
const JAIL: &[&str] = &["jailed", "jail", "prison", "sentenced", "sentence", "imprisoned", "gets"];

/// How many sentences of the text open it.
const LEAD: usize = 2;

fn title(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    let mut all = context.sentences();
    let Some((place, heading)) = all.next().filter(|(_, s)| s.block_kind == BlockKind::Heading) else {
        return Vec::new();
    };
    let body = || context.sentences().filter(|(_, s)| s.block_kind != BlockKind::Heading);
    let spans = |index: usize| {
        let values = context.ledger().values(index).iter();
        values.filter_map(|m| if let Value::Duration(span) = &m.value { Some((m, *span)) } else { None })
    };
    let mut own = spans(place);
    let (Some((said, span)), None) = (own.next(), own.next()) else { return Vec::new() };
    let same = |other: &Duration| other.period == span.period;
    let mut lead: Vec<(usize, &Sentence, &Mention, Duration)> = Vec::new();
    for (index, sentence) in body().take(LEAD) {
        lead.extend(spans(index).filter(|(_, s)| same(s)).map(|(m, s)| (index, sentence, m, s)));
    }
    let &[(index, sentence, mention, other)] = lead.as_slice() else { return Vec::new() };
    let differs = other.number.amount != span.number.amount;
    let sure = super::shared::is_sure(said) && super::shared::is_sure(mention);
    // The text may give the number of the title elsewhere or in other words.
    let said_again = || {
        body().any(|(at, _)| {
            context.ledger().found(at).iter().any(|f| f.value.amount() == Some(span.number.amount))
        })
    };
    if !(differs && sure && are_of_one(heading, sentence, mention)) || said_again() {
        return Vec::new();
    }
    vec![
        CheckMatch::new(index, mention.tokens)
            .string("title", written(heading, said))
            .string("text", written(sentence, mention)),
    ]
}

/// Whether title and sentence speak of the same: a longer word of the title before the span, or one punishment.
fn are_of_one(heading: &Sentence, sentence: &Sentence, mention: &Mention) -> bool {
    let end = usize::from(mention.tokens.end);
    let punished = says(heading, JAIL) && (end..end + 3).any(|at| is(sentence, at, JAIL));
    let before = 0..usize::from(mention.tokens.start);
    let common = heading.tokens.iter().enumerate().any(|(at, _)| {
        let word = heading.token_text(at);
        word.len() >= 6
            && word.ends_with("ed")
            && before.clone().any(|b| sentence.token_text(b).eq_ignore_ascii_case(word))
    });
    punished || common
}

#[cfg(test)]
mod tests {
    use super::super::shared::testing::table;
    use super::*;

    #[test]
    fn spans_in_titles() {
        table(
            &TITLE,
            &[
                "Banker jailed for nine years over fraud\n\nA banker was sentenced to six years in prison on Monday.",
                "Book returned after 38 years\n\nA book was returned on Tuesday, 58 years later, by a woman.",
            ],
            &[
                "Banker jailed for nine years over fraud\n\nA banker was sentenced to nine years in prison on Monday.",
                "Banker jailed for nine years over fraud\n\nA banker who ran for six years was caught on Monday.",
            ],
        );
    }
}
