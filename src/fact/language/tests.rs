#![allow(clippy::unwrap_used)]

use super::{Class, Language};
use crate::fact::unit::Unit;

#[test]
fn every_line_of_the_table_is_understood() {
    let (_, wrong) = Language::read(include_str!("../../../data/facts/en.tsv"));
    assert_eq!(wrong, Vec::<&str>::new());
}

#[test]
fn a_line_that_is_not_understood_is_named_and_left_out() {
    let (language, wrong) =
        Language::read("unit\t1\tone\nnonsense\t1\tx\nunit\n# comment\n\ntens\t20\ttwenty");
    assert_eq!(wrong, ["nonsense\t1\tx", "unit"]);
    assert_eq!(language.forms("twenty").len(), 1);
}

#[test]
fn a_stem_stands_for_its_forms() {
    let (language, _) = Language::read("scale\t1e6\tмиллион*");
    let class = |word: &str| language.forms(word).first().map(|form| form.class);
    assert_eq!(class("миллионов"), Some(Class::Scale));
    assert_eq!(class("миллион"), Some(Class::Scale));
    assert_eq!(class("миллионерами"), None, "too long an ending");
}

#[test]
fn every_measure_has_its_unit() {
    let table = include_str!("../../../data/facts/en.tsv");
    for line in table.lines().filter(|l| l.starts_with("measure")) {
        let id = line.split('\t').nth(1).unwrap();
        assert!(Unit::find(id).is_some(), "{line}");
    }
}

#[test]
fn every_table_is_understood() {
    for entry in super::list::LANGUAGES {
        let (_, wrong) = Language::foreign(entry.code, super::list::COMMON, entry.table);
        assert_eq!(wrong, Vec::<&str>::new(), "{}", entry.code);
    }
}

#[test]
fn every_measure_of_every_table_has_its_unit() {
    let tables = super::list::LANGUAGES.iter().map(|entry| entry.table).chain([super::list::COMMON]);
    for line in tables.flat_map(str::lines).filter(|l| l.starts_with("measure")) {
        let id = line.split('\t').nth(1).unwrap();
        assert!(Unit::find(id).is_some(), "{line}");
    }
}

#[test]
fn a_language_is_found_by_its_code() {
    let code = |code: &str| Language::of(code).map(|language| (language.code(), language.name()));
    assert_eq!(code("fr"), Some(("fr", "French")));
    assert_eq!(code("de-AT"), Some(("de", "German")));
    assert_eq!(code("en"), Some(("en", "English")));
    assert_eq!(code("xx"), None);
    assert!(Language::of("fr").unwrap().has(Class::Month));
}

#[test]
fn a_stem_may_stand_in_any_word_of_a_form() {
    let (language, _) = Language::read("points\t1\tprocent* bod*\nmonth\t9\tzáří\nmonth\t8\tzář*");
    assert_eq!(language.forms("procentního").len(), 1);
    assert_eq!(language.forms("září").len(), 2, "a word has the forms of the stems that it begins with");
}
