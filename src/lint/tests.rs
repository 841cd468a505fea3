#![allow(clippy::unwrap_used)]

use super::*;
use crate::finding::Safety;
use crate::fix;
use crate::rule::load::{self, Care};
use crate::rule::raw::{Folder, RawList};
use crate::rule::read;
use crate::source::Format;
use proptest::prelude::*;
use std::sync::LazyLock;

/// Rules from the fields of each; what they must have and does not matter here is added.
fn rules(all: &[&str]) -> RuleSet {
    let mut text = String::new();
    for (number, fields) in all.iter().enumerate() {
        text.push_str(&format!("[[rule]]\nid = 'r{number}'\n"));
        let rest = "kind = 'calque'\nmessage = 'wrong'\nbad = [{ text = '[[x]]' }]\ngood = ['y']\n";
        for line in rest.lines().filter(|line| !fields.contains(line.split('=').next().unwrap())) {
            text.push_str(&format!("{line}\n"));
        }
        text.push_str(&format!("{fields}\n"));
    }
    let list = |name: &'static str, text: &'static str| RawList {
        path: name.into(),
        name: name.into(),
        text: text.into(),
    };
    let lists = vec![
        list("attacks", "air strike\nattack\nraid\n"),
        list("obstacles", "barrier\nhurdle\nobstacle\n"),
        list("forces", "army\nforce\nsoldier\ntroop\n"),
    ];
    let files = vec![read::file("test.toml", &text)];
    let (rules, problems) = load::build(vec![(Folder { files, lists, ..Folder::default() }, Care::Thorough)]);
    assert!(problems.is_empty(), "{problems:?}");
    rules
}

fn check(rules: &RuleSet, text: &str, format: Format) -> Vec<Finding> {
    Engine::new(rules).check(&Article::read(text, format), &LintOptions::default())
}

/// The text after all first suggestions.
fn fixed(rule: &str, text: &str) -> String {
    let rules = rules(&[rule]);
    fix::apply(text, &check(&rules, text, Format::Text), true).text
}

const FIXES: &[(&str, &str, &str)] = &[
    // A verb frame: the head is inflected alike, whatever the form.
    (
        "frame = 'abolish obj:@obstacles'\nsuggest = ['remove~$verb']",
        "They abolished the barrier.",
        "They removed the barrier.",
    ),
    (
        "frame = 'abolish obj:@obstacles'\nsuggest = ['remove~$verb']",
        "It was wrong to abolish a hurdle.",
        "It was wrong to remove a hurdle.",
    ),
    (
        "frame = 'abolish obj:@obstacles'\nsuggest = ['remove~$verb']",
        "The obstacles were abolished.",
        "The obstacles were removed.",
    ),
    // A particle goes with its verb, also from a distance.
    (
        "frame = 'set_up obj:@attacks'\nsuggest = ['mount~$verb']",
        "The rebels set up raids on the coast.",
        "The rebels mounted raids on the coast.",
    ),
    (
        "pattern = '{v:~set .. up}'\nsuggest = ['carry_out~$v']",
        "They were setting up raids.",
        "They were carrying out raids.",
    ),
    // Several parts; what stands between them is not touched.
    (
        "frame = 'lead obj:@forces of:_'\nsuggest = [{ verb = 'drive~$verb', of = 'out of' }]",
        "The rebels led the troops of the town.",
        "The rebels drove the troops out of the town.",
    ),
    // Edits that touch become one.
    (
        "pattern = 'v:~take o:(the arms)'\nsuggest = [{ v = 'take_up~$v', o = 'arms' }]",
        "They took the arms in May.",
        "They took up arms in May.",
    ),
    // Articles before and inside the replaced part.
    (
        "pattern = '{actual} NOUN'\nsuggest = ['current']",
        "He is an actual minister.",
        "He is a current minister.",
    ),
    ("pattern = '{big} obstacle'\nsuggest = ['']", "It is a big obstacle.", "It is an obstacle."),
    ("pattern = '{lever n:effect}'\nsuggest = ['a($n)']", "It has lever effect.", "It has an effect."),
    // Capitals.
    ("pattern = '{actually}'\nsuggest = ['currently']", "Actually, prices rise.", "Currently, prices rise."),
    ("pattern = '{the (?=kyiv)}'\nsuggest = ['']", "The Kyiv mayor spoke.", "Kyiv mayor spoke."),
    ("pattern = '{very} nice'\nsuggest = ['']", "Very nice houses stood there.", "Nice houses stood there."),
    (
        "pattern = '{n:attacks grave}'\nsuggest = ['grave $n']",
        "Attacks grave shook the town.",
        "Grave attacks shook the town.",
    ),
    (
        "pattern = '{assist to}'\nsuggest = ['attend']",
        "MINISTERS ASSIST TO THE TALKS",
        "MINISTERS ATTEND THE TALKS",
    ),
    // Spaces of what is deleted.
    ("pattern = '{quickly}'\nsuggest = ['']", "They left quickly, he said.", "They left, he said."),
    // Forms of a capture.
    (
        "pattern = '{a:_ of n:town}'\nsuggest = ['$n.poss $a.pl']",
        "I saw mayor of town here.",
        "I saw town's mayors here.",
    ),
    (
        "pattern = '{n:(the house)}'\nsuggest = ['$n.nodet.title']",
        "I saw the house there.",
        "I saw House there.",
    ),
    ("pattern = '{n:house}'\nsuggest = ['$n.the']", "I saw house there.", "I saw the house there."),
    (
        "pattern = '{n:(advices | advice)}'\nsuggest = ['suggestion~$n']",
        "He gave advices.",
        "He gave suggestions.",
    ),
];

#[test]
fn suggestions_fit_the_sentence() {
    let wrong: Vec<String> = FIXES
        .iter()
        .map(|(rule, text, expected)| (rule, expected, fixed(rule, text)))
        .filter(|(_, expected, got)| got != *expected)
        .map(|(rule, expected, got)| format!("{rule}\n  {expected}\n  {got}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn an_edit_touches_only_what_changes() {
    let rules = rules(&["pattern = '{in the frame of}'\nsuggest = ['in the course of']"]);
    let finding = check(&rules, "It came in the frame of talks.", Format::Text).remove(0);
    let edit = &finding.suggestions[0].edits[0];
    assert_eq!((finding.text.as_str(), edit.text.as_str()), ("in the frame of", "course"));
    assert_eq!(edit.span.len(), 5);
    assert_eq!(finding.suggestions[0].title, "in the course of");
}

#[test]
fn a_suggestion_that_changes_nothing_is_none() {
    let rules = rules(&["pattern = '{v:~assist}'\nsuggest = ['$v', 'help~$v']"]);
    let finding = check(&rules, "They assisted.", Format::Text).remove(0);
    assert_eq!(finding.suggestions.len(), 1);
    assert_eq!(finding.suggestions[0].title, "helped");
}

#[test]
fn exceptions_quotes_and_blocks() {
    let plain = "pattern = 'actual NOUN'";
    let count = |rule: &str, text: &str, format| check(&rules(&[rule]), text, format).len();
    assert_eq!(count(plain, "The actual minister spoke.", Format::Text), 1);
    let unless = "pattern = 'actual NOUN'\nunless = ['the actual']";
    assert_eq!(count(unless, "The actual minister spoke.", Format::Text), 0);
    assert_eq!(count(unless, "An actual minister spoke.", Format::Text), 1);
    let quoted = "\"The actual minister spoke,\" he said.";
    assert_eq!(count(plain, quoted, Format::Text), 0);
    assert_eq!(count("pattern = 'actual NOUN'\nquotes = 'keep'", quoted, Format::Text), 1);
    let page = "<h1>An actual minister</h1><p>An actual minister spoke.</p>";
    assert_eq!(count(plain, page, Format::Html), 2);
    assert_eq!(count("pattern = 'actual NOUN'\nblocks = ['heading']", page, Format::Html), 1);
}

#[test]
fn density_needs_several_matches() {
    let rules = rules(&["pattern = 'notably'\nper_1000_words = 100"]);
    let count = |text: &str| check(&rules, text, Format::Text).len();
    assert_eq!(count("It is notably so."), 0, "one match is none");
    assert_eq!(count("It is notably so. It is notably not so."), 2);
    assert_eq!(count(&format!("{}It is notably so. Notably not.", "It is so. ".repeat(20))), 0);
}

#[test]
fn spans_are_those_of_the_input() {
    let rules = rules(&["pattern = '{v:~assist to}'\nsuggest = ['attend~$v']\nsafety = 'safe'"]);
    let text = "<p>R&amp;D: they assisted to talks, they <b>assisted</b> to more.</p>";
    let findings = check(&rules, text, Format::Html);
    let spans: Vec<_> = findings.iter().map(|f| f.span.of(text)).collect();
    assert_eq!(spans, ["assisted to", "assisted</b> to"]);
    let safeties: Vec<_> = findings.iter().map(|f| f.suggestions[0].safety).collect();
    assert_eq!(safeties, [Safety::Safe, Safety::Offer], "a fix must not eat markup unasked");
}

#[test]
fn fingerprints_survive_edits_elsewhere() {
    let rules = rules(&["pattern = '{~assist to}'", "pattern = '{~assist} to'"]);
    let print = |text: &str| check(&rules, text, Format::Text).first().map(|f| f.fingerprint).unwrap();
    let first = print("Ten ministers assisted to the talks in May.");
    assert_eq!(first, print("New. Ten ministers ASSISTED to the talks in June!"));
    assert_ne!(first, print("Ten officials assisted to the talks in May."));
    // The number must never change: people's baselines hold it.
    assert_eq!(print("They assisted to it."), 16_500_464_063_837_044_949);
}

static BUILTIN: LazyLock<Vec<String>> = LazyLock::new(|| {
    let rules = load::load(&[], true).0;
    let bodies = rules.rules.iter().filter_map(|rule| rule.body(&rules));
    bodies.flat_map(|body| body.bad.iter().map(|bad| bad.marked.text.clone())).collect()
});

#[test]
fn the_index_loses_no_match() {
    let rules = load::load_quick(&[], true).0;
    let mut engine = Engine::new(&rules);
    let mut scan = Scan::default();
    let mut matches = 0;
    for text in BUILTIN.iter() {
        let document = engine.document(&Article::read(text, Format::Text));
        for sentence in &document.sentences {
            let view = View::new(sentence, &rules.lists);
            rules.index.scan(sentence, &rules.lists, &mut scan);
            let found = scan.candidates();
            for (number, rule) in rules.rules.iter().enumerate() {
                for (at, matcher) in rule.body(&rules).unwrap().matchers.iter().enumerate() {
                    let any = match matcher {
                        Matcher::Pattern(program) => !matcher::find(program, &view).is_empty(),
                        Matcher::Frame(program) => !frame::find(program, &view).is_empty(),
                        Matcher::Check(..) => false,
                    };
                    matches += usize::from(any);
                    let filed = found.iter().any(|c| (c.rule, c.matcher) == (number, at));
                    let filed = filed && matcher.requirement().is_none_or(|r| scan.meets(r));
                    assert!(!any || filed, "{} matches, the index says it cannot: {text}", rule.id);
                }
            }
        }
    }
    assert!(matches > 100, "the examples must match something");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn findings_fit_any_input(
        texts in prop::collection::vec((0usize..10_000, "\\PC{0,12}"), 1..6),
        format in prop::sample::select(&Format::ALL[..]),
    ) {
        static RULES: LazyLock<RuleSet> = LazyLock::new(|| load::load_quick(&[], true).0);
        let examples = &*BUILTIN;
        let text: String =
            texts.iter().map(|(i, junk)| format!("{junk}{} ", examples[i % examples.len()])).collect();
        let findings = check(&RULES, &text, format);
        prop_assert!(findings.windows(2).all(|w| w[0].span.end <= w[1].span.start), "sorted, apart");
        for finding in &findings {
            prop_assert!(text.get(finding.span.range()).is_some() && !finding.span.is_empty());
            prop_assert!(!finding.message.is_empty() && !finding.text.is_empty());
            for suggestion in &finding.suggestions {
                let edits = &suggestion.edits;
                prop_assert!(!edits.is_empty());
                prop_assert!(edits.iter().all(|e| text.get(e.span.range()).is_some()));
                prop_assert!(edits.windows(2).all(|w| w[0].span.end <= w[1].span.start), "{edits:?}");
            }
        }
        prop_assert_eq!(&findings, &check(&RULES, &text, format), "same input, same findings");
    }
}
