#![allow(clippy::unwrap_used)]

use super::*;
use crate::article::Article;
use crate::english::parse::document;
use crate::english::words::Words;
use crate::source::Format;
use crate::text::vocab::Vocabulary;
use proptest::prelude::*;

/// What became of the facts, without those that are kept: `changed mardi → Thursday`.
fn differences(language: &str, source: &str, target: &str) -> Vec<String> {
    let vocabulary = Vocabulary::default();
    let document = document(&Article::read(target, Format::Text), &mut Words::new(&vocabulary));
    let original = Original { text: source.to_owned(), language: Some(language.to_owned()) };
    let ledger = LazyLedger::new(&document);
    let comparison = Comparison::new(&document, &ledger, &original);
    let pairings = comparison.pairings.iter().filter(|p| p.status != Status::Kept);
    pairings
        .map(|p| {
            let source = p.source.as_ref().map_or("", |fact| comparison.words(fact));
            let words = |m: &Mention| m.span.of(&document.sentences[m.sentence].text).to_owned();
            let target = p.target.as_ref().map(words).unwrap_or_default();
            format!("{} {source} → {target}", p.status.name())
        })
        .collect()
}

#[test]
fn the_same_in_other_words_is_kept() {
    let cases = [
        ("fr", "Il gagne 1,5 million d'euros.", "He earns €1.5m."),
        ("fr", "Il reste 14 jours.", "Two weeks remain."),
        ("fr", "La route mesure 48 km.", "The road is 30 miles long."),
        ("fr", "En 2014, 48 % ont voté et en 2019, 51 %.", "51% voted in 2019, and 48% in 2014."),
        ("de", "Das Haus hat 35.000 Bücher.", "The house has 35,000 books."),
        ("de", "Die Stadt hat 1.234.567 Einwohner.", "The town has 1.2 million people."),
        ("fr", "Le 12 mars 2019", "12 March 2019"),
        ("fr", "Le 12 mars 2019 est un mardi.", "Tuesday was March 12."),
        ("fr", "Les deux hommes ont été arrêtés.", "The men were both arrested."),
        ("fr", "L'A4 est fermée.", "The A4 is closed."),
        ("es", "Son 3 ó 4.", "Three or four of them."),
        ("lv", "Cenas pieauga par 7,5 %.", "Prices rose by 7.5%."),
    ];
    for (language, source, target) in cases {
        assert_eq!(differences(language, source, target), Vec::<String>::new(), "{source} | {target}");
    }
}

#[test]
fn what_says_something_else_is_changed() {
    let cases = [
        ("fr", "Le conseil se réunit mardi.", "The council meets on Thursday.", "changed mardi → Thursday"),
        ("de", "Das Haus hat 35.000 Bücher.", "The house has 53,000 books.", "changed 35.000 → 53,000"),
        ("fr", "Environ 950 maisons sont vides.", "Exactly 1,000 houses are empty.", "changed 950 → 1,000"),
        ("fr", "L'A4 est fermée.", "The A3 is closed.", "changed A4 → A3"),
        (
            "es",
            "El barco está a 12 kilómetros.",
            "The boat is 12 miles away.",
            "changed 12 kilómetros → 12 miles",
        ),
        ("lv", "Cenas pieauga par 7,5 %.", "Prices rose by 5.7%.", "changed 7,5 % → 5.7%"),
    ];
    for (language, source, target, expected) in cases {
        assert_eq!(differences(language, source, target), [expected], "{source} | {target}");
    }
}

#[test]
fn what_stands_on_one_side_only_is_lost_or_added() {
    let lost = differences("fr", "Il a vendu 4 250 lits.", "He sold beds.");
    assert_eq!(lost, ["lost 4 250 → "]);
    let added = differences("fr", "Il a vendu des lits.", "He sold 4,250 beds.");
    assert_eq!(added, ["added  → 4,250"]);
    assert_eq!(differences("fr", "Il l'a vu deux fois.", "He saw him again."), Vec::<String>::new());
}

#[test]
fn numbers_that_changed_places_are_changed() {
    let got = differences("fr", "Le 14 mai, 23 personnes sont mortes.", "On 23 May, 14 people died.");
    assert_eq!(got, ["changed Le 14 mai → 23 May", "changed 23 → 14"]);
}

#[test]
fn dates_of_other_calendars_cannot_be_verified() {
    let got = differences("fa", "در سال ۱۳۹۹ مدرسه ساخته شد.", "The school was built in 2020.");
    assert_eq!(got, ["unverifiable  → 2020", "unverifiable ۱۳۹۹ → "]);
}

#[test]
fn a_fact_may_move_to_the_next_sentence() {
    let source = "Le maire parle. Il a 57 ans et dirige la ville depuis 2014.";
    let target = "The mayor, who is 57 and has run the town since 2014, is speaking. He smiles.";
    assert_eq!(differences("fr", source, target), Vec::<String>::new());
}

proptest! {
    #[test]
    fn any_two_texts_can_be_compared(
        source in "(\\PC{0,12} ?[0-9]{0,4}[.,]? ?){0,6}",
        target in "([a-z]{0,8} ?[0-9]{0,4}[.,]? ?(million|May|percent)? ?){0,6}",
        language in "(fr|de|zh|ar|xx)",
    ) {
        let _ = differences(&language, &source, &target);
    }

    #[test]
    fn a_text_says_what_it_says(text in "([A-Z][a-z]{1,6} (sold|saw) [0-9]{1,5} (men|euros|km)( in May 2019)?\\. ){1,4}") {
        prop_assert_eq!(differences("en", &text, &text), Vec::<String>::new());
    }
}
