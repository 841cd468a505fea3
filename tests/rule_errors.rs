//! What a rule author sees: every mistake of a file in one run, each with its place and a remedy.

#![allow(clippy::unwrap_used)]

use std::path::PathBuf;
use traduce::report::problem::render;
use traduce::report::text::Layout;
use traduce::rule::load;
use traduce::rule::problem::Problem;

fn shown(problems: &[Problem]) -> String {
    problems.iter().map(|problem| render(problem, Layout::default())).collect()
}

fn snapshot(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

#[test]
fn all_mistakes_of_a_file_in_one_run() {
    let (rules, mut problems) = load::load(&[PathBuf::from("tests/rule-errors")], true);
    problems.retain(|problem| problem.file.starts_with("tests/"));
    assert!(rules.find("anything-goes").is_none(), "a rule with a mistake is not loaded");
    snapshot("rule-errors", &shown(&problems));
}

#[test]
fn a_folder_that_is_not_there_is_a_problem() {
    let (_, problems) = load::load(&[PathBuf::from("tests/no-such-folder")], false);
    let [problem] = problems.as_slice() else { panic!("{problems:?}") };
    assert_eq!(problem.file, "tests/no-such-folder");
    assert!(problem.message.starts_with("cannot be read"), "{}", problem.message);
}

#[test]
fn the_built_in_rules_have_no_mistakes() {
    let (rules, problems) = load::load(&[], true);
    assert!(problems.is_empty(), "{}", shown(&problems));
    assert!(!rules.rules.is_empty());
}

#[test]
fn good_rules_load_beside_bad_ones_and_lists_are_shared() {
    let folder = tempfile::tempdir().unwrap();
    let lists = folder.path().join("lists");
    std::fs::create_dir(&lists).unwrap();
    std::fs::write(lists.join("own_words.txt"), "gizmo\n@obstacles\n").unwrap();
    let rule = |id: &str, list: &str| {
        format!(
            "[[rule]]\nid = '{id}'\nkind = 'calque'\nframe = 'zap obj:@{list}'\nmessage = 'm'\n\
             bad = [{{ text = 'They [[zapped]] it.' }}]\ngood = ['No.']\n"
        )
    };
    let text = [rule("user-zap", "own_words"), rule("user-zip", "own_word"), rule("user-zop", "obstacles")];
    std::fs::write(folder.path().join("own.toml"), text.concat()).unwrap();
    let (rules, problems) = load::load(&[folder.path().to_owned()], true);
    let own: Vec<_> = rules.rules.iter().map(|r| &*r.id).filter(|id| id.starts_with("user-")).collect();
    assert_eq!(own, ["user-zap", "user-zop"]);
    let own: Vec<_> = problems.iter().filter(|p| p.file.ends_with("own.toml")).collect();
    assert_eq!(own.len(), 1);
    assert_eq!(own[0].help.as_deref(), Some("did you mean `own_words`?"));
}
