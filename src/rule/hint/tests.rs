#![allow(clippy::unwrap_used)]

use super::*;
use crate::pattern::compile::{compile_frame, compile_pattern};
use crate::pattern::syntax::{parse_frame, parse_pattern};
use crate::rule::load;

fn lists(vocabulary: &mut Vocabulary) -> Lists {
    Lists::build([("attacks", "attack\nair strike\n"), ("talks", "talk\n")], vocabulary).0
}

/// The groups of a hint as text.
fn shown(text: &str, is_frame: bool) -> String {
    let mut vocabulary = Vocabulary::default();
    let lists = lists(&mut vocabulary);
    intern(text, &mut vocabulary);
    let hints = Hints { vocabulary: &vocabulary, lists: &lists };
    let groups = if is_frame { hints.frame(text) } else { hints.pattern(text) };
    let shown = groups.iter().map(|group| {
        let words = group.words.iter().map(|w| vocabulary.text(*w).to_owned());
        let lists = group.lists.iter().map(|l| format!("@{}", lists.name(*l)));
        words.chain(lists).collect::<Vec<_>>().join("|")
    });
    shown.collect::<Vec<_>>().join(" ")
}

#[test]
fn patterns_at_a_glance() {
    for (text, expected) in [
        ("v:~put .. {end to} <NP @talks>", "put end to @talks"),
        ("(a b | ~lead.v c)? x* DET !the y+", "y"),
        ("(a b | ~lead c) d", "b|lead d"),
        ("(a | DET) d", "d"),
        ("[~gain | ~win] [NOUN & =May] %lower #city", "gain|win May"),
        ("(?<=a) b (?!c) (?<!d) e", "b e"),
        ("U\\.S\\. @attacks \\?", "u.s. @attacks ?"),
        ("w:_ $w ^ $", ""),
    ] {
        assert_eq!(shown(text, false), expected, "{text}");
    }
}

#[test]
fn frames_at_a_glance() {
    for (text, expected) in [
        ("abolish|set_up obj:@attacks of|from:_", "abolish|set @attacks of|from"),
        ("air_ribbon.n|@talks mod:a|air_strike", "ribbon|@talks a|air"),
        ("lead subj?:a !to obj:!b with:(c|d)&def %passive", "lead with c|d"),
        ("lead obj:pl in:pron|x iobj:a&has:b", "lead in a"),
    ] {
        assert_eq!(shown(text, true), expected, "{text}");
    }
}

fn implies(hint: &Group, exact: &[Group]) -> bool {
    exact.iter().any(|group| {
        group.words.iter().all(|w| hint.words.contains(w))
            && group.lists.iter().all(|l| hint.lists.contains(l))
    })
}

/// No built-in rule is overlooked because of its hint, and no word of it lacks a number.
#[test]
fn hints_ask_for_no_more_than_rules_need() {
    let rules = load::load_quick(&[], true).0;
    let hints = Hints { vocabulary: &rules.vocabulary, lists: &rules.lists };
    let mut vocabulary = rules.vocabulary.clone();
    let mut useful = 0;
    let mut wrong = Vec::new();
    for rule in &rules.rules {
        let raw = &rule.raw;
        for text in raw.pattern.iter().chain(&raw.unless) {
            let pattern = parse_pattern(&text.text).unwrap();
            let exact = compile_pattern(&pattern, &rules.lists, &mut vocabulary).unwrap().requirement.groups;
            let hint = hints.pattern(&text.text);
            useful += usize::from(!hint.is_empty());
            if hint.iter().any(|group| !implies(group, &exact)) {
                wrong.push((rule, text.text.clone()));
            }
        }
        for text in &raw.frame {
            let frame = parse_frame(&text.text).unwrap();
            let exact = compile_frame(&frame, &rules.lists, &mut vocabulary).unwrap().requirement.groups;
            let hint = hints.frame(&text.text);
            useful += usize::from(!hint.is_empty());
            if hint.iter().any(|group| !implies(group, &exact)) {
                wrong.push((rule, text.text.clone()));
            }
        }
        assert_eq!(vocabulary.len(), rules.vocabulary.len(), "a word of {} has no number", rule.id);
    }
    let wrong: Vec<String> = wrong.iter().map(|(rule, text)| format!("{}: {text}", rule.id)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(useful > rules.rules.len() / 2, "hints must be read for most rules");
}
