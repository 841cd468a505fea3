//! The tables of all languages: expressions and their values, `tests/languages/<code>.tsv`: text ⇥ values.

#![allow(clippy::unwrap_used)]

use std::fmt::Write;
use std::fs;
use std::path::Path;
use traduce::fact::language::Language;
use traduce::fact::scan::{Found, read};
use traduce::fact::{Hedge, Value};

/// `kind value`, hedges in front, without words of polarity.
fn shown(found: &[Found]) -> String {
    let listed = found.iter().filter(|f| !matches!(f.value, Value::Change(_) | Value::Negation));
    let one = |f: &Found| {
        let hedge = if f.hedge == Hedge::None { String::new() } else { format!("{} ", f.hedge.name()) };
        format!("{hedge}{} {}", f.value.kind(), f.value)
    };
    listed.map(one).collect::<Vec<_>>().join(" | ")
}

fn rows(code: &str) -> Vec<(String, String)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/languages/{code}.tsv"));
    let text = fs::read_to_string(path).unwrap_or_default();
    let lines = text.lines().filter(|l| !l.is_empty() && !l.starts_with('#'));
    lines.map(|l| l.split_once('\t').unwrap_or((l, ""))).map(|(a, b)| (a.to_owned(), b.to_owned())).collect()
}

#[test]
fn every_expression_has_its_values() {
    let mut wrong = String::new();
    for code in Language::codes().filter(|code| *code != "en") {
        let language = Language::of(code).unwrap();
        for (text, expected) in rows(code) {
            let values = shown(&read(&text, 0, language));
            if values != expected {
                writeln!(wrong, "{code}: {text}\n  expected {expected}\n  read     {values}").unwrap();
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn every_list_of_expressions_is_long_enough() {
    let listed = Language::codes().map(|code| (code, rows(code).len())).filter(|(_, count)| *count > 0);
    let short: Vec<(&str, usize)> = listed.filter(|(_, count)| *count < 60).collect();
    assert!(short.is_empty(), "{short:?}");
    assert!(Language::codes().filter(|code| !rows(code).is_empty()).count() >= 18);
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(40))]

    /// Spans lie on characters of the text, in order, whatever the text.
    #[test]
    fn any_run_of_expressions_is_read(
        picks in proptest::collection::vec((0usize..500, "[ ,.’'\\-–a-zß-ž0-9]{0,4}"), 0..12),
    ) {
        for code in Language::codes() {
            let rows = rows(if code == "en" { "fr" } else { code });
            let words = picks.iter().map(|(pick, glue)| {
                let text = if rows.is_empty() { "" } else { &rows[pick % rows.len()].0 };
                format!("{text}{glue}")
            });
            let text: String = words.collect();
            let found = read(&text, 0, Language::of(code).unwrap());
            let mut end = 0;
            for value in found.iter().filter(|f| !matches!(f.value, Value::Change(_) | Value::Negation)) {
                let span = value.span;
                proptest::prop_assert!(text.get(span.start as usize..span.end as usize).is_some());
                proptest::prop_assert!(span.start >= end && span.start < span.end, "{code}: {text}");
                end = span.end;
            }
        }
    }
}
