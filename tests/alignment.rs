//! Sentences of an article linked with those of its translation, whole and with sentences left out, merged and added.

#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use traduce::align::{Alignment, Mismatch, SourceText, align};
use traduce::article::Article;
use traduce::english::{parse, words::Words};
use traduce::fact::LazyLedger;
use traduce::source::Format;
use traduce::text::vocab::Vocabulary;

/// The article, one language a column, one sentence a line.
fn column(code: &str) -> Vec<&'static str> {
    let mut lines = include_str!("alignment/article.tsv").lines();
    let at = lines.next().unwrap().split('\t').position(|c| c == code).unwrap();
    lines.map(|line| line.split('\t').nth(at).unwrap()).collect()
}

const LANGUAGES: [&str; 3] = ["fr", "de", "ru"];

fn linked(source: &str, code: Option<&str>, target: &str) -> Alignment {
    let vocabulary = Vocabulary::default();
    let article = Article::read(target, Format::Text);
    let document = parse::document(&article, &mut Words::new(&vocabulary));
    let ledger = LazyLedger::new(&document);
    align(&SourceText::read(source, code), &document, &ledger)
}

/// The headline, then paragraphs of some sentences.
fn join(sentences: &[&str], paragraph: usize) -> String {
    let (headline, body) = sentences.split_first().unwrap();
    let paragraphs: Vec<String> = body.chunks(paragraph).map(|p| p.join(" ")).collect();
    format!("{headline}\n\n{}", paragraphs.join("\n\n"))
}

/// The article in paragraphs of four sentences, with one sentence left out.
fn without(code: &str, out: usize) -> String {
    let mut sentences = column(code);
    sentences[out] = "";
    join(&sentences, 4).replace("\n\n ", "\n\n").replace("  ", " ")
}

/// What each link joins: `3-3`, `4-`, `5,6-5`.
fn shown(alignment: &Alignment) -> Vec<String> {
    let side =
        |range: &std::ops::Range<usize>| range.clone().map(|i| i.to_string()).collect::<Vec<_>>().join(",");
    alignment.links.iter().map(|link| format!("{}-{}", side(&link.source), side(&link.target))).collect()
}

#[test]
fn every_sentence_of_a_whole_translation_has_its_counterpart() {
    let target = column("en");
    for code in LANGUAGES {
        let source = column(code);
        let want: Vec<String> = (0..source.len()).map(|at| format!("{at}-{at}")).collect();
        for (here, there) in [(3, 3), (3, 4), (40, 1), (2, 40)] {
            let alignment = linked(&join(&source, here), Some(code), &join(&target, there));
            assert!(alignment.belongs());
            assert_eq!(shown(&alignment), want, "{code}, paragraphs of {here} and {there}");
        }
    }
}

#[test]
fn a_sentence_left_out_shifts_no_other() {
    let target = column("en");
    for code in LANGUAGES {
        let source = column(code);
        let (mut wrong, mut links) = (0, 0);
        for out in 1..target.len() - 1 {
            let alignment = linked(&join(&source, 4), Some(code), &without("en", out));
            let want = (0..source.len()).map(|at| match at {
                _ if at < out => format!("{at}-{at}"),
                _ if at == out => format!("{at}-"),
                _ => format!("{at}-{}", at - 1),
            });
            let want: Vec<String> = want.collect();
            let found = shown(&alignment);
            links += found.len();
            wrong += found.iter().filter(|link| !want.contains(link)).count();
        }
        assert!(wrong * 100 < links * 3, "{code}: {wrong} of {links} links are wrong");
    }
}

#[test]
fn a_long_sentence_left_out_is_known_for_certain() {
    let target = column("en");
    for code in LANGUAGES {
        for out in [7, 14, 17] {
            let alignment = linked(&join(&column(code), 4), Some(code), &without("en", out));
            let link = alignment.of_source(out).unwrap();
            assert!(link.target.is_empty() && link.certainty > 0.8, "{code} {out} {link:?}");
            let added = linked(&without(code, out), Some(code), &join(&target, 4));
            let link = added.of_target(out).unwrap();
            assert!(link.source.is_empty() && link.certainty > 0.8, "{code} {out} {link:?}");
        }
    }
}

#[test]
fn merged_sentences_stand_in_one_link() {
    let source = column("de");
    let mut target = column("en");
    let merged = "Engineers from the university, who examined the pillars on Tuesday morning, found that two of the \
        seven are badly damaged.";
    target.splice(12..14, [merged]);
    let alignment = linked(&join(&source, 5), Some("de"), &join(&target, 5));
    assert_eq!(shown(&alignment)[11..14], ["11-11", "12,13-12", "14-13"]);
}

#[test]
fn texts_that_do_not_belong_together_are_not_compared() {
    let english = join(&column("en"), 4);
    let french = join(&column("fr"), 4);
    let other = "Der Trainer lobte nach dem Spiel vor allem die Abwehr seiner Mannschaft.\n\n".repeat(3);
    assert_eq!(linked("", Some("fr"), &english).mismatch, Some(Mismatch::NoSource));
    assert_eq!(linked(&french, Some("fr"), " ").mismatch, Some(Mismatch::NoTarget));
    assert_eq!(linked(&english, Some("fr"), &french).mismatch, Some(Mismatch::Swapped));
    assert_eq!(linked(&english, None, &french).mismatch, Some(Mismatch::Swapped));
    assert_eq!(linked(&french.repeat(20), Some("fr"), &english).mismatch, Some(Mismatch::Length));
    assert_eq!(linked(&other, Some("de"), &english).mismatch, Some(Mismatch::Length));
    let reversed: Vec<&str> = column("fr").into_iter().rev().collect();
    assert_eq!(linked(&join(&reversed, 4), Some("fr"), &english).mismatch, Some(Mismatch::Unlike));
}

proptest! {
    #[test]
    fn links_tile_both_sides_in_order(source in texts(), target in texts(), code in prop::sample::select(vec![None, Some("fr"), Some("zh")])) {
        let alignment = linked(&source, code, &target);
        let (mut here, mut there) = (0, 0);
        for link in &alignment.links {
            prop_assert_eq!((link.source.start, link.target.start), (here, there));
            prop_assert!(link.source.end > here || link.target.end > there);
            prop_assert!((0.0..=1.0).contains(&link.certainty));
            (here, there) = (link.source.end, link.target.end);
        }
        prop_assert_eq!(here, SourceText::read(&source, code).sentences.len());
        prop_assert_eq!(alignment.belongs(), alignment.mismatch.is_none());
    }
}

/// Texts of some sentences, and any text.
fn texts() -> impl Strategy<Value = String> {
    let sentences = prop::collection::vec("[A-ZÉ][a-zé]{1,8} [a-z0-9]{1,6}[.?!]( |\n\n)", 0..12);
    prop_oneof![sentences.prop_map(|all| all.concat()), "\\PC{0,80}"]
}
