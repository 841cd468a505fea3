#![allow(clippy::unwrap_used)]

use crate::article::Article;
use crate::english::Document;
use crate::english::parse::document;
use crate::english::words::Words;
use crate::fact::{Ledger, Mention, Value, Via};
use crate::source::Format;
use crate::text::vocab::Vocabulary;
use proptest::prelude::*;

fn read(text: &str) -> (Document, Ledger) {
    let vocabulary = Vocabulary::default();
    let document = document(&Article::read(text, Format::Text), &mut Words::new(&vocabulary));
    let ledger = Ledger::of(&document);
    (document, ledger)
}

fn mentions(text: &str, kind: &str) -> Vec<Mention> {
    read(text).1.mentions.into_iter().filter(|m| m.value.kind() == kind).collect()
}

/// `kind value` of all mentions.
fn shown(text: &str) -> Vec<String> {
    read(text).1.mentions.iter().map(|m| format!("{} {}", m.value.kind(), m.value)).collect()
}

#[test]
fn numbers_know_what_they_count() {
    for (text, noun, via) in [
        ("The army lost 12 young soldiers.", "soldier", Via::Head),
        ("Some 40% of the voters stayed at home.", "voter", Via::Of),
        ("It has a population of 3,200.", "population", Via::Holder),
        ("Unemployment rose to 5%.", "unemployment", Via::Subject),
        ("The toll was 31.", "toll", Via::Subject),
    ] {
        let (_, ledger) = read(text);
        let role = ledger.mentions.iter().find_map(|m| m.role.clone()).unwrap_or_default();
        assert_eq!((&*role.noun, role.via), (noun, via), "{text}");
    }
}

#[test]
fn what_befell_those_counted() {
    for (text, fate) in [
        ("The blast killed 12 people.", Some("dead")),
        ("Twelve people were killed in the blast.", Some("dead")),
        ("The blast left 12 dead.", Some("dead")),
        ("Police reported 12 deaths.", Some("dead")),
        ("Twelve people have been confirmed killed.", Some("dead")),
        ("Warehouse fire kills three", Some("dead")),
        ("The death toll rose to 12.", Some("dead")),
        ("Twelve people died in the blast.", Some("dead")),
        ("The fire injured 12 workers.", Some("injured")),
        ("Officers arrested 12 men.", Some("arrested")),
        ("The 12 soldiers killed a man.", None),
        ("He bought 12 houses.", None),
    ] {
        let number = mentions(text, "number").into_iter().next().unwrap();
        assert_eq!(number.role.and_then(|r| r.fate), fate, "{text}");
    }
}

#[test]
fn further_and_total_are_told_apart() {
    let role = |text: &str| mentions(text, "number").into_iter().next().and_then(|m| m.role).unwrap();
    assert!(role("The blast killed another 12 people.").further);
    assert!(role("A total of 12 people came.").total);
    let plain = role("The blast killed 12 people.");
    assert!(!plain.further && !plain.total);
}

#[test]
fn scope_tells_negation_speech_and_doubt() {
    let scope = |text: &str| mentions(text, "number").into_iter().next().unwrap().scope;
    assert!(scope("They did not find 12 men.").negated);
    assert!(scope("Police said 12 men came.").reported);
    assert!(!scope("In May 2020, 12 men came.").hypothetical);
    assert!(scope("It could cost 12 lives.").hypothetical);
    assert!(scope("He said: “We saw 12 men.”").quoted);
    let plain = scope("The fire destroyed 12 houses.");
    assert!(!plain.negated && !plain.reported && !plain.hypothetical && !plain.quoted);
}

#[test]
fn names_have_their_parts_and_titles() {
    let people = mentions(
        "In the morning, the German Foreign Minister Anna Berger met with Peter van der Velde, the Dutch premier, and later with a friend, Mr Smith.",
        "person",
    );
    let parts: Vec<_> = people
        .iter()
        .filter_map(|m| match &m.value {
            Value::Person(name) => Some((name.full.as_str(), name.family.as_str(), name.titles.join(","))),
            _ => None,
        })
        .collect();
    assert_eq!(
        parts,
        [
            ("Anna Berger", "Berger", "foreign minister".to_owned()),
            ("Peter van der Velde", "van der Velde", "premier".to_owned()),
            ("Smith", "Smith", "Mr".to_owned()),
        ]
    );
}

#[test]
fn a_family_name_alone_is_the_person_named_in_full() {
    let people = mentions("Olena Kovalenko came. Kovalenko spoke.", "person");
    assert_eq!(people.len(), 2);
}

#[test]
fn quotations_know_their_speaker() {
    for (text, speaker, closed) in [
        ("“We are lost,” said Maria Lopez.", Some("Maria Lopez"), true),
        ("The minister said: “We are lost.”", Some("The minister"), true),
        ("“We are lost,” she told reporters. “We were warned.”", Some("she"), true),
        ("He called it “a disgrace.", Some("He"), false),
    ] {
        let quote = mentions(text, "quote").into_iter().next().unwrap();
        let Value::Quote(quote) = quote.value else { panic!("{text}") };
        assert_eq!((quote.speaker.as_deref(), quote.closed), (speaker, closed), "{text}");
    }
}

#[test]
fn context_decides_between_kinds() {
    for (text, expected) in [
        ("Flight 752 landed.", vec!["label 752"]),
        ("It was a Category 5 hurricane.", vec!["label 5"]),
        ("He was 34 and ill.", vec!["age 34 years old"]),
        ("No one came.", vec!["negation not"]),
        ("The Lost 52 Project began.", vec!["label 52"]),
        ("Another brother, 22, was found.", vec!["age 22 years old"]),
        (
            "They were aged nine, ten, and 13.",
            vec!["age 9 years old", "age 10 years old", "age 13 years old"],
        ),
        ("May they win! They came in May.", vec!["date --05"]),
        ("Last year it fell.", vec!["date year -1"]),
        ("The half back left; half of them came.", vec!["number 0.5"]),
        ("One of them left.", vec![]),
        ("One man left.", vec!["number 1"]),
        ("Maria Lopez, 45, left.", vec!["person Maria Lopez", "age 45 years old"]),
        ("About 2000 soldiers left.", vec!["number 2,000"]),
        ("The 2019 elections were held.", vec!["date 2019"]),
        ("In 2019 people were free.", vec!["date 2019"]),
    ] {
        assert_eq!(shown(text), expected, "{text}");
    }
}

#[test]
fn a_change_points_to_its_numbers() {
    let (_, ledger) = read("Unemployment rose from 5.1% to 4.8%.");
    let change = ledger.mentions.iter().find_map(|m| match m.value {
        Value::Change(change) => Some((m.sentence, change)),
        _ => None,
    });
    let (sentence, change) = change.unwrap();
    let value = |span| ledger.at(sentence, span).unwrap().value.to_string();
    assert_eq!((value(change.from.unwrap()), value(change.to.unwrap())), ("5.1%".into(), "4.8%".into()));
    assert_eq!(change.by, None);
}

#[test]
fn a_sentence_of_50_000_words_is_read() {
    let text = "one two 3 million and a half “the third of May ".repeat(5_000);
    assert!(read(&text).1.mentions.len() > 5_000);
    let text = "1,000,".repeat(50_000);
    read(&text);
}

proptest! {
    #[test]
    fn spans_lie_on_characters_of_their_block(text in "(\\PC|\n|[0-9]{1,4}|\"| percent | May | not |Mr ){0,60}") {
        let (document, ledger) = read(&text);
        for m in &ledger.mentions {
            let sentence = &document.sentences[m.sentence];
            prop_assert!(!m.span.of(&sentence.text).is_empty());
            prop_assert!(usize::from(m.tokens.end) <= sentence.tokens.len());
        }
    }
}
