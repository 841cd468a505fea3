//! The command line from outside: what is printed, what is written, how it ends.

#![allow(clippy::unwrap_used)]

mod common;

use common::{Folder, snapshot};

#[test]
fn help() {
    let folder = Folder::new();
    snapshot("cli_help", folder.run(&["--help"]));
    for command in ["check", "fix", "explain", "rules", "test", "show", "facts", "corpus", "measure"] {
        snapshot(&format!("cli_help_{command}"), folder.run(&[command, "--help"]));
    }
}

#[test]
fn usage_errors_end_with_2() {
    let folder = Folder::new();
    for args in [
        &["chek", "a.txt"][..],
        &["check", "--colour", "a.txt"],
        &["check", "a.txt", "--format", "xml"],
        &["check", "-", "--stdin-format", "pdf"],
        &[],
    ] {
        let run = folder.run(args);
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{args:?}: {run}");
        assert!(run.stderr.contains("--help") || run.stderr.contains("Usage"), "{args:?}: {run}");
    }
}

#[test]
fn bad_input_is_reported_and_the_rest_goes_on() {
    let folder = Folder::with(&[
        ("good.txt", "All is well.\n"),
        ("empty.txt", ""),
        (
            "lines.jsonl",
            "{\"id\": \"a\", \"text\": \"All is well.\"}\n{\"id\": \"b\", \"text\":\n{\"id\": \"c\", \"text\": \"All is well.\"}\n",
        ),
    ]);
    folder.write("latin.txt", b"One line.\nA caf\xe9 on the corner of the street, with a terrace.\n");
    folder.write("image.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    std::fs::File::create(folder.path("huge.txt")).unwrap().set_len(1 << 30).unwrap();
    let run = folder.run(&[
        "check",
        "--no-builtin",
        "empty.txt",
        "latin.txt",
        "image.txt",
        "huge.txt",
        "missing.txt",
        "lines.jsonl",
        "good.txt",
    ]);
    snapshot("cli_bad_input", run);
}

#[cfg(unix)]
#[test]
fn a_dangling_link_in_a_folder_is_an_error_but_no_end() {
    let folder = Folder::with(&[("in/a.txt", "All is well.\n"), ("in/c.txt", "All is well.\n")]);
    std::os::unix::fs::symlink("nowhere", folder.path("in/b.txt")).unwrap();
    let run = folder.run(&["check", "--no-builtin", "in"]);
    assert_eq!(run.status, 2, "{run}");
    assert!(run.stderr.starts_with("error: in/b.txt: cannot be read"), "{run}");
    assert!(run.stdout.contains("6 words of 2 articles"), "{run}");
}

#[test]
fn folders_respect_ignore_files_and_known_extensions() {
    let folder = Folder::with(&[
        ("in/.gitignore", "draft*\n"),
        ("in/.ignore", "old/\n"),
        ("in/b.md", "One two three.\n"),
        ("in/a.txt", "One two.\n"),
        ("in/deep/c.html", "<p>One.</p>\n"),
        ("in/draft.txt", "Left out.\n"),
        ("in/old/d.txt", "Left out.\n"),
        ("in/photo.jpg", "Left out.\n"),
        ("in/LICENSE", "Left out.\n"),
    ]);
    let run = folder.run(&["check", "--no-builtin", "in"]);
    assert_eq!(run.to_string(), "no findings in 6 words of 3 articles\n--- status 0");
    // What is named is read.
    let run = folder.run(&["check", "--no-builtin", "in/photo.jpg", "in/draft.txt"]);
    assert_eq!(run.to_string(), "no findings in 4 words of 2 articles\n--- status 0");
}

#[test]
fn nobody_reading_is_no_error() {
    use std::process::{Command, Stdio};
    let lines = "{\"text\": \"All is well.\"}\n".repeat(20_000);
    let folder = Folder::with(&[("a.jsonl", &lines)]);
    let mut child = Command::new(env!("CARGO_BIN_EXE_traduce"))
        .args(["show", "tokens", "--no-builtin", "a.jsonl"])
        .current_dir(folder.path("."))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), String::from_utf8(output.stderr).unwrap().as_str()), (Some(0), ""));
}
