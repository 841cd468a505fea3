use super::*;
use crate::pattern::testing::{Fixture, sentence};

#[test]
fn problems_are_said_with_their_line() {
    let lists = [
        ("a", "zebra\napple # a fruit\n\n# only a comment\nApple\n@b\n@c\n"),
        ("attack", "raid\n"),
        ("b", "@a\n"),
        ("empty", "# nothing\n"),
        ("misspelt", "@atack\n"),
        ("self", "@self\n"),
    ];
    let (_, problems) = Lists::build(lists, &mut Vocabulary::default());
    let said: Vec<String> = problems
        .iter()
        .map(|p| format!("{}:{} {} ({})", p.list, p.line, p.message, p.help.as_deref().unwrap_or("-")))
        .collect();
    assert_eq!(
        said,
        [
            "a:2 `apple` comes after `zebra` (sort the lines)",
            "a:5 `Apple` stands in line 2 already (delete one)",
            "a:6 `@b` comes after `apple` (sort the lines)",
            "a:7 there is no list `c` (did you mean `a`?)",
            "b:1 `@a` includes this list itself (delete the line)",
            "empty:1 the list is empty (-)",
            "misspelt:1 there is no list `atack` (did you mean `attack`?)",
            "self:1 `@self` includes this list itself (delete the line)",
        ]
    );
}

fn fixture() -> Fixture {
    Fixture::new(&[
        ("all", "@attack\n@verbs\nkremlin\n"),
        ("attack", "air raid\nair raid siren\nraid\n"),
        ("names", "Kremlin\nMoscow's mayor\n"),
        ("verbs", "carry out\nset up\n"),
    ])
}

#[test]
fn entries_match_by_lemma_from_their_first_word() {
    let fixture = fixture();
    let sentence = sentence(
        &fixture,
        "Air raid sirens and air raids, raids carried out from the kremlin by Moscow's mayor.",
    );
    let lengths =
        |list: &str, at: usize| fixture.lists.get(list).map(|id| fixture.lists.lengths_at(id, &sentence, at));
    assert_eq!(lengths("attack", 0), Some(vec![3, 2]));
    assert_eq!(lengths("attack", 1), Some(vec![1]));
    assert_eq!(lengths("all", 4), Some(vec![2]));
    assert_eq!(lengths("verbs", 8), Some(vec![2]));
    assert_eq!(lengths("names", 12), Some(vec![1]));
    assert_eq!(lengths("names", 14), Some(vec![3]));
    assert_eq!(lengths("none", 0), None);
}

#[test]
fn entries_match_backwards_from_a_head() {
    let fixture = fixture();
    let sentence = sentence(&fixture, "The air raids and the raid.");
    let id = fixture.lists.get("attack").unwrap_or(ListId(0));
    let ends: Vec<_> = (0..6).map(|at| fixture.lists.ends_at(id, &sentence, at)).collect();
    assert_eq!(ends, [None, None, Some(2), None, None, Some(1)]);
}

#[test]
fn the_index_is_by_last_word() {
    let fixture = fixture();
    let lists = |word: &str| -> Vec<&str> {
        let ids = fixture.lists.word_lists(fixture.vocabulary.get(word));
        ids.iter().map(|&id| fixture.lists.name(id)).collect()
    };
    assert_eq!(lists("raid"), ["all", "attack"]);
    assert_eq!(lists("air"), [""; 0]);
    assert_eq!(lists("siren"), ["all", "attack"]);
    assert_eq!(lists("kremlin"), ["all", "names"]);
}
