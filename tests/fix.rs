//! `traduce fix` from outside.

#![allow(clippy::unwrap_used)]

mod common;

use common::{Folder, args, snapshot, with_rules};

const TEXT: &str =
    "The obstacle was abolished in kyiv.\r\nThey met in the night.\r\nThe obstacle was abolished.\r\n";
const FIXED: &str =
    "The obstacle was removed in Kyiv.\r\nThey met in the night.\r\nThe obstacle was removed.\r\n";

#[test]
fn applies_safe_fixes_and_says_what_is_left() {
    let folder = with_rules(&[("a.txt", TEXT), ("clean.txt", "All is well.\n")]);
    let run = folder.run(&args(&["fix", "a.txt", "clean.txt"]));
    assert_eq!(folder.read("a.txt"), FIXED);
    snapshot("cli_fix", &run);
    let again = folder.run(&args(&["fix", "a.txt", "--offer"]));
    assert_eq!(folder.read("a.txt"), FIXED.replace("in the night", "at night"));
    assert_eq!(again.status, 0, "{again}");
    let done = folder.run(&args(&["fix", "a.txt", "--offer"]));
    assert_eq!(done.to_string(), "nothing to fix\n--- status 0");
}

#[test]
fn a_diff_writes_nothing() {
    let folder = with_rules(&[("a.txt", TEXT), ("clean.txt", "All is well.\n")]);
    let run = folder.run(&args(&["fix", "--diff", "a.txt", "clean.txt"]));
    assert_eq!(folder.read("a.txt"), TEXT);
    snapshot("cli_fix_diff", run);
    let clean = folder.run(&args(&["fix", "--diff", "clean.txt"]));
    assert_eq!((clean.status, clean.stdout.as_str()), (0, ""), "{clean}");
}

#[test]
fn standard_input_goes_to_standard_output() {
    let folder = with_rules(&[]);
    let run = folder.run_with(&args(&["fix", "-", "--quiet"]), TEXT);
    assert_eq!((run.stdout.as_str(), run.stderr.as_str(), run.status), (FIXED, "", 1));
    let html = "<p>The obstacle was <b>abolished</b> in kyiv &amp; Rome.</p>";
    let run = folder.run_with(&args(&["fix", "-", "--stdin-format", "html", "-q"]), html);
    assert_eq!(run.stdout, "<p>The obstacle was <b>removed</b> in Kyiv &amp; Rome.</p>");
}

#[test]
fn only_changed_strings_of_a_jsonl_line_change() {
    let lines = "{ \"id\": 1,  \"text\":\"They met in kyiv.\", \"note\": \"kyiv\" }\r\n\
                 {\"text\": \"They met in Rome\\u2026\"}\n\
                 {\"text\": oops}\n\n\
                 {\"id\": \"z\", \"text\": \"Caf\\u00e9s in kyiv.\"}";
    let folder = with_rules(&[("a.jsonl", lines)]);
    let diff = folder.run(&args(&["fix", "--diff", "a.jsonl"]));
    snapshot("cli_fix_jsonl_diff", diff);
    assert_eq!(folder.read("a.jsonl"), lines);
    let run = folder.run(&args(&["fix", "a.jsonl"]));
    let expected = lines.replace("in kyiv", "in Kyiv");
    assert_eq!(folder.read("a.jsonl"), expected);
    assert_eq!(run.status, 2, "{run}");
    let piped = folder.run_with(&args(&["fix", "-", "--stdin-format", "jsonl", "-q"]), lines);
    assert_eq!(piped.stdout, expected);
}

#[test]
fn fixes_that_undo_each_other_are_named_and_nothing_is_written() {
    let rule = |id: &str, old: &str, new: &str| {
        format!(
            "[[rule]]\nid = \"{id}\"\nkind = \"calque\"\npattern = \"{old}\"\nsuggest = [\"{new}\"]\nsafety = \
             \"safe\"\nmessage = \"no {old}\"\nbad = [{{ text = \"One [[{old}]].\", fix = \"One {new}.\" }}]\n\
             good = [\"One.\"]\n"
        )
    };
    let folder = Folder::with(&[("a.txt", "One lorry.\n"), ("b.txt", "All is well.\n")]);
    folder.write(
        "rules/a.toml",
        [rule("to-truck", "lorry", "truck"), rule("to-lorry", "truck", "lorry")].concat().as_bytes(),
    );
    let run = folder.run(&args(&["fix", "a.txt", "b.txt"]));
    snapshot("cli_fix_unsettled", run);
    assert_eq!(folder.read("a.txt"), "One lorry.\n");
}

#[cfg(unix)]
#[test]
fn links_and_permissions_survive() {
    use std::os::unix::fs::PermissionsExt;
    let folder = with_rules(&[("real/a.txt", TEXT)]);
    let real = folder.path("real/a.txt");
    std::fs::set_permissions(&real, std::fs::Permissions::from_mode(0o640)).unwrap();
    std::os::unix::fs::symlink("real/a.txt", folder.path("link.txt")).unwrap();
    folder.run(&args(&["fix", "link.txt"]));
    assert!(folder.path("link.txt").is_symlink());
    assert_eq!(folder.read("real/a.txt"), FIXED);
    assert_eq!(real.metadata().unwrap().permissions().mode() & 0o777, 0o640);
    assert_eq!(std::fs::read_dir(folder.path("real")).unwrap().count(), 1, "a draft is left behind");
}
