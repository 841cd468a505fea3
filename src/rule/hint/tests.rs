#![allow(clippy::unwrap_used)]

use super::*;
use crate::pattern::compile::{Group, compile_frame, compile_pattern};
use crate::pattern::syntax::{parse_frame, parse_pattern};
use crate::rule::load;

/// The groups of a hint as text.
fn shown(text: &str, is_frame: bool) -> String {
    let mut table = Table::default();
    let lists = [("attacks", "attack\nair strike\n"), ("talks", "talk\n")];
    let mut hints = Hints::new(&mut table, lists.into_iter());
    let hint = if is_frame { hints.frame(text) } else { hints.pattern(text) };
    let shown = hint.groups.iter().map(|group| {
        let words = group.words.iter().map(|word| table.words[*word as usize].clone());
        let lists = group.lists.iter().map(|list| format!("@{}", lists[*list as usize].0));
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

#[test]
fn words_of_patterns_frames_and_exceptions_are_told() {
    let rule = "[[rule]]\nid = 'a'\nkind = 'calque'\npattern = 'Lift the =Ban'\nunless = ['on U\\.S\\. soil']\n\
                message = 'm'\nbad = [{ text = '[[Lift]] the Ban' }]\ngood = ['x']\n";
    let files = vec![crate::rule::read::file("a.toml", rule)];
    let mut folder = Folder { files, ..Folder::default() };
    add(&mut folder);
    let rule = &folder.files[0].rules.as_ref().unwrap()[0];
    assert_eq!(folder.words.join(" "), "lift the Ban Lift ban on u.s. U.S. soil");
    assert_eq!(rule.hints[0].groups.len(), 3);
    assert_eq!(rule.hints[0].groups[rule.hints[0].anchor as usize].words, [0]);
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
    let numbers = load::Numbers::of(&load::builtin(), &rules.lists, |word| rules.vocabulary.get(word));
    let mut vocabulary = rules.vocabulary.clone();
    let mut useful = 0;
    let mut wrong = Vec::new();
    for rule in &rules.rules {
        let mut exact = Vec::new();
        for text in &rule.raw.pattern {
            let pattern = parse_pattern(&text.text).unwrap();
            exact.push(compile_pattern(&pattern, &rules.lists, &mut vocabulary).unwrap().requirement);
        }
        for text in &rule.raw.frame {
            let frame = parse_frame(&text.text).unwrap();
            exact.push(compile_frame(&frame, &rules.lists, &mut vocabulary).unwrap().requirement);
        }
        for text in &rule.raw.unless {
            compile_pattern(&parse_pattern(&text.text).unwrap(), &rules.lists, &mut vocabulary).unwrap();
        }
        assert_eq!(vocabulary.len(), rules.vocabulary.len(), "a word of {} has no number", rule.id);
        let texts = rule.raw.pattern.iter().chain(&rule.raw.frame);
        let hints = rule.raw.hints.iter().map(|hint| numbers.requirement(hint));
        for ((hint, exact), text) in hints.zip(&exact).zip(texts) {
            useful += usize::from(!hint.groups.is_empty());
            if hint.groups.iter().any(|group| !implies(group, &exact.groups)) {
                wrong.push((rule, text.text.clone()));
            }
        }
    }
    let wrong: Vec<String> = wrong.iter().map(|(rule, text)| format!("{}: {text}", rule.id)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(useful > rules.rules.len() / 2, "hints must be read for most rules");
}
