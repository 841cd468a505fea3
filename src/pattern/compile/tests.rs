use super::*;
use crate::pattern::syntax::{parse_frame, parse_pattern};
use crate::pattern::testing::Fixture;

fn fixture() -> Fixture {
    Fixture::new(&[
        ("attacks", "air strike\nraid\n"),
        ("forces", "army\ntroop\n"),
        ("verbs", "carry out\nset up\n"),
    ])
}

/// A requirement as words: groups by `∧`, the anchor in brackets.
fn requirement(fixture: &Fixture, requirement: &Requirement) -> String {
    let groups = requirement.groups.iter().enumerate().map(|(i, group)| {
        let mut names: Vec<String> =
            group.words.iter().map(|&w| fixture.vocabulary.text(w).to_owned()).collect();
        names.sort();
        names.extend(group.lists.iter().map(|&id| format!("@{}", fixture.lists.name(id))));
        let names = names.join(" ");
        if i == requirement.anchor { format!("[{names}]") } else { names }
    });
    groups.collect::<Vec<_>>().join(" ∧ ")
}

#[test]
fn patterns_say_what_a_sentence_must_contain() {
    for (text, expected) in [
        ("the raid", "the ∧ [raid]"),
        ("=May ~lead.v", "[May] ∧ lead"),
        ("~lead? the (a | b) !c", "[the] ∧ a b"),
        ("(a ship | b boat) of", "[b ship] ∧ of"),
        ("(a ship | NOUN) of", "[of]"),
        ("{~assist to} <NP @attacks>", "[assist] ∧ to ∧ @attacks"),
        ("[NOUN & (~x | ~y) & !~z] .. @forces+", "[x y] ∧ @forces"),
        ("(?<=very) (?<!not) good (?=deal) (?!bad)", "[very] ∧ good ∧ deal"),
        ("#country and <PP of>", "[and] ∧ of"),
    ] {
        let mut fixture = fixture();
        let program = fixture.pattern(text);
        assert_eq!(requirement(&fixture, &program.requirement), expected, "{text}");
    }
}

#[test]
fn frames_say_what_a_sentence_must_contain() {
    for (text, expected) in [
        ("lead|bring obj:@forces of:@attacks", "[bring lead] ∧ @forces ∧ @attacks ∧ of"),
        ("set_up|carry_out obj:_", "[carry set] ∧ out up"),
        ("set_up|mount !obj:x to?:y", "[mount set]"),
        ("@verbs subj:(army|troop)&!bare", "[@verbs] ∧ army troop"),
        ("lever.n mod-of:effect", "[lever] ∧ effect"),
        ("air_strike.n of|out_of:_", "[strike] ∧ air ∧ of"),
        ("be that:_ obj:has:big", "be ∧ [big]"),
    ] {
        let mut fixture = fixture();
        let program = fixture.frame(text);
        assert_eq!(requirement(&fixture, &program.requirement), expected, "{text}");
    }
}

/// Text, where the fault is, the message and a piece of the help.
#[rustfmt::skip]
const FAULTS: &[(&str, &str, &str, &str)] = &[
    ("@atacks", "@atacks", "there is no list `atacks`", "`attacks`"),
    ("@whatever", "@whatever", "there is no list `whatever`", "lists/whatever.txt"),
    ("a $x", "$x", "nothing is captured as `x` before this", "`x:…`"),
    ("$x x:a", "$x", "nothing is captured as `x` before this", "`x:…`"),
    ("x:a x:b", "x:b", "`x` is captured twice", "another name"),
    ("a? b*", "a? b*", "the pattern may match nothing", "required"),
    ("(?=a) ..", "(?=a) ..", "the pattern may match nothing", "required"),
    ("a (b? c?)+", "(b? c?)+", "what is repeated here may match nothing", ""),
    ("a (?=x:b)", "x:b", "a capture inside a look-ahead is lost", ""),
    ("NOUN !a #country", "NOUN !a #country", "the pattern has no anchor", "a word, a lemma or a list"),
    ("a+ .. NOUN(b | VERB)", "", "", ""),
    ("(x:a | x:b) $x", "", "", ""),
];

#[test]
fn faults_are_placed_and_explained() {
    for (text, place, message, help) in FAULTS {
        let mut fixture = fixture();
        let pattern = parse_pattern(text).unwrap_or_else(|e| panic!("{text}: {e:?}"));
        let result = compile_pattern(&pattern, &fixture.lists, &mut fixture.vocabulary);
        check_fault(text, result.err().unwrap_or_default(), place, message, help);
    }
}

fn check_fault(text: &str, errors: Vec<PatternError>, place: &str, message: &str, help: &str) {
    assert_eq!(errors.len(), usize::from(!message.is_empty()), "{text}: {errors:?}");
    for error in errors {
        assert_eq!(text.get(error.at.clone()), Some(place), "{text}: {error:?}");
        assert_eq!(error.message, message, "{text}");
        assert!(error.help.clone().unwrap_or_default().contains(help), "{text}: {error:?}");
    }
}

#[test]
fn frame_faults_are_placed_and_explained() {
    for (text, place, message, help) in [
        ("lead obj:@atacks", "@atacks", "there is no list `atacks`", "`attacks`"),
        ("@verb obj:_", "@verb", "there is no list `verb`", "`verbs`"),
        ("lead mod:x", "mod:x", "a verb has no role `mod`", "`.n`"),
        ("raid.n obj:x", "obj:x", "a noun has no role `obj`", ""),
        ("lead obj:a obj:b", "obj:b", "the role `obj` stands twice", "`|`"),
        ("raid.n %passive", "", "a noun has no such property", "verbs"),
    ] {
        let mut fixture = fixture();
        let frame = parse_frame(text).unwrap_or_else(|e| panic!("{text}: {e:?}"));
        let result = compile_frame(&frame, &fixture.lists, &mut fixture.vocabulary);
        check_fault(text, result.err().unwrap_or_default(), place, message, help);
    }
}

#[test]
fn all_faults_are_reported() {
    let mut fixture = fixture();
    let pattern = parse_pattern("@x x:@y $z x:a").unwrap_or_else(|e| panic!("{e:?}"));
    let errors = compile_pattern(&pattern, &fixture.lists, &mut fixture.vocabulary).err().unwrap_or_default();
    assert_eq!(errors.len(), 4, "{errors:?}");
}
