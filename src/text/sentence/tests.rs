#![allow(clippy::unwrap_used)]
use super::*;
use crate::text::lexer::lex;
use proptest::prelude::*;

fn sentences(text: &str) -> Vec<&str> {
    let mut tokens = lex(text);
    split(text, &mut tokens)
        .iter()
        .map(|s| {
            let (first, last) = (tokens[s.start as usize], tokens[s.end as usize - 1]);
            first.span.hull(last.span).of(text)
        })
        .collect()
}

fn quoted(text: &str) -> String {
    let mut tokens = lex(text);
    split(text, &mut tokens);
    tokens.iter().filter(|t| t.quoted).map(|t| t.span.of(text)).collect::<Vec<_>>().join(" ")
}

#[test]
fn boundaries() {
    // `¦` marks where a sentence ends.
    let table = [
        "The army withdrew.¦ It left its guns.",
        "Mr. Smith met Gen. Dupont at 5 p.m. Monday.¦ They talked.",
        "He came from the U.S. last year.¦ She stayed in the U.S.¦ They wrote.",
        "The U.S. Army said so.¦ J. R. Smith agreed.",
        "Prices rose 3.5 percent.¦ 20 people left.",
        "\"We won.\"¦ He left.",
        "\"We won,\" he said.¦ \"We go home.\"¦ He left.",
        "“Why?” he asked.¦ “Because.”",
        "\"Why?\" Dupont asked.¦ Nobody knew.",
        "Really?!¦ Yes!¦ No.",
        "He waited... and left.¦ He waited...¦ Nobody came.",
        "(The talks failed.)¦ The war goes on.",
        "Talks failed (see above).¦ War goes on.",
        "Sales at Example Inc. fell.¦ Sales fell at Example Inc.¦ The firm closed.",
        "The plan was B.¦ The rest is known.",
        "Guns, tanks, etc. were lost.¦ Guns, tanks, etc.¦ Nobody came.",
        "the army left the town.¦ moscow said nothing.",
        "The war ended.¦The army left.",
        "First line ends.¦\nsecond line begins",
        "A wrapped line of running text that is long enough to be prose and goes\nOn here after the break.",
        "One item\n¦Two items\n¦Three items",
        "No stop at all",
        "He said: „Wir gehen.“¦ Then he left.",
        "« On part. »¦ Then he left.",
        "It cost $1.5 million.¦ “Too much,” she said.",
        "Version 2.0 is out.¦ See example.org.¦ It works.",
    ];
    for line in table {
        let text = line.replace('¦', "");
        let expected: Vec<&str> = line.split('¦').map(str::trim).collect();
        assert_eq!(sentences(&text), expected, "{line}");
    }
}

#[test]
fn quotations() {
    let table = [
        ("He said \"we won\" and left.", "we won"),
        ("He said “we won” and left.", "we won"),
        ("He said « we won » and „so be it“.", "we won so be it"),
        ("He said &quot;we won&quot; and left.", "we won"),
        ("\"We won,\" he said. \"We go.\"", "We won , We go ."),
        // Not closed: its sentence only.
        ("He said \"we won. They left.", "we won ."),
        // Not closed, and the block begins with it: a speech of several paragraphs.
        ("“We won. They left.", "We won . They left ."),
        ("He called it a 'victory' for the troops' honour.", "victory"),
        ("The troops' guns and the dogs' bones", ""),
        ("It's Moscow's war, don't you see", ""),
        ("A 5\" gun and no other", ""),
        ("He said “she told me ‘no’ twice” then.", "she told me ‘ no ’ twice"),
    ];
    for (text, expected) in table {
        assert_eq!(quoted(text), expected, "{text}");
    }
}

#[test]
fn sentences_are_bounded() {
    for unit in ["word ", "a, ", ".) ", ".)", "(", "\"a ", "'a' ", "'a "] {
        let text = unit.repeat(30_000);
        let mut tokens = lex(&text);
        let longest = split(&text, &mut tokens).iter().map(|s| s.end - s.start).max().unwrap();
        assert!(longest as usize <= LONGEST + MOST_CLOSERS, "{unit}: {longest}");
    }
}

proptest! {
    #[test]
    fn sentences_cover_all_tokens(text in "\\PC*|([a-cA-C'\"“”«».?!()]|\\. |\\n| )*") {
        let mut tokens = lex(&text);
        let mut end = 0;
        for sentence in split(&text, &mut tokens) {
            prop_assert_eq!(sentence.start, end);
            prop_assert!(sentence.end > sentence.start);
            end = sentence.end;
        }
        prop_assert_eq!(end as usize, tokens.len());
    }
}
