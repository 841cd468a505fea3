//! Runs the binary in a folder of its own.

#![allow(clippy::unwrap_used, dead_code)]

use std::fmt;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A temporary folder that commands run in.
pub struct Folder(tempfile::TempDir);

/// What a command gave.
#[derive(Debug, PartialEq, Eq)]
pub struct Run {
    pub status: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Folder {
    pub fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// A folder with these files.
    pub fn with(files: &[(&str, &str)]) -> Self {
        let folder = Self::new();
        for (name, content) in files {
            folder.write(name, content.as_bytes());
        }
        folder
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn write(&self, name: &str, content: &[u8]) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    pub fn run(&self, args: &[&str]) -> Run {
        self.run_with(args, "")
    }

    /// The same with something on standard input.
    pub fn run_with(&self, args: &[&str], stdin: &str) -> Run {
        run_in(self.0.path(), args, stdin)
    }
}

/// Runs the binary in `folder`.
pub fn run_in(folder: &Path, args: &[&str], stdin: &str) -> Run {
    let mut child = Command::new(env!("CARGO_BIN_EXE_traduce"))
        .args(args)
        .current_dir(folder)
        .env_remove("NO_COLOR")
        .env_remove("CLICOLOR_FORCE")
        .env_remove("CLICOLOR")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A command that reads nothing closes the pipe.
    let _ = child.stdin.take().unwrap().write_all(stdin.as_bytes());
    let output = child.wait_with_output().unwrap();
    Run {
        status: output.status.code().unwrap_or(-1),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

impl fmt::Display for Run {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.stdout)?;
        if !self.stderr.is_empty() {
            write!(f, "--- standard error\n{}", self.stderr)?;
        }
        write!(f, "--- status {}", self.status)
    }
}

/// Compares with `snapshots/NAME.snap`.
pub fn snapshot(name: &str, content: impl fmt::Display) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, content.to_string()));
}

/// Three small rules of our own: tests of the command line must not change when built-in rules do.
pub const RULES: &str = r#"
[[rule]]
id = "sample-obstacle"
kind = "collocation"
pivot = ["fr", "es"]
source = "lever un obstacle"
pattern = "obstacle was {abolished}"
suggest = ["removed"]
safety = "safe"
message = "an obstacle is *removed*, not `abolished`"
why = "One source verb serves taxes and obstacles alike; English uses two."
bad = [{ text = "The obstacle was [[abolished]].", fix = "The obstacle was removed." }]
good = ["The tax was abolished."]

[[rule]]
id = "sample-night"
kind = "preposition"
pivot = ["de"]
pattern = "in the night"
suggest = ["at night"]
message = "*at night*, not `in the night`"
bad = [{ text = "They met [[in the night]].", fix = "They met at night." }]
good = ["They met in the middle of the night."]

[[rule]]
id = "sample-kyiv"
kind = "name"
pattern = "=kyiv"
suggest = ["Kyiv"]
safety = "safe"
message = "names have a capital: *Kyiv*"
bad = [{ text = "They met in [[kyiv]].", fix = "They met in Kyiv." }]
good = ["They met in Kyiv."]
"#;

/// What every command needs to use [`RULES`] only.
pub const WITH: [&str; 3] = ["--no-builtin", "--rules", "rules"];

/// A folder with [`RULES`] and these files.
pub fn with_rules(files: &[(&str, &str)]) -> Folder {
    let folder = Folder::with(files);
    folder.write("rules/sample.toml", RULES.as_bytes());
    folder
}

/// `command`, [`WITH`], and the rest.
pub fn args<'a>(command: &[&'a str]) -> Vec<&'a str> {
    [&command[..1], &WITH, &command[1..]].concat()
}
