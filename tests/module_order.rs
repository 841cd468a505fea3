//! The way of the data is one-way: a module may use only the modules above it in this list.
//! (`docs/design.md`, "One way".) The test reads the `use crate::…` and `crate::…` paths of every file.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};

/// Modules from the bottom up. Those on one line may not use each other, except a module itself.
const ORDER: &[&[&str]] = &[
    &["span"],
    &["finding"],
    &["source"],
    &["article"],
    &["text"],
    &["english"],
    &["fact"],
    &["romanise"],
    &["align"],
    &["compare"],
    &["pattern"],
    &["check"],
    &["rule"],
    &["config"],
    &["suppress"],
    &["lint"],
    &["fix"],
    &["example"],
    &["report"],
    &["review"],
    &["cli"],
];

fn rank(module: &str) -> Option<usize> {
    ORDER.iter().position(|row| row.contains(&module))
}

fn rust_files(dir: &Path, out: &mut Vec<PathBuf>) {
    let mut entries: Vec<_> = fs::read_dir(dir).unwrap().map(|e| e.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            rust_files(&path, out);
        } else if path.extension().is_some_and(|e| e == "rs") {
            out.push(path);
        }
    }
}

/// The first segment of every `crate::x` path in code (comments and doc links left out).
fn used_modules(code: &str) -> Vec<String> {
    let mut used = Vec::new();
    for line in code.lines().map(str::trim_start).filter(|l| !l.starts_with("//")) {
        for (at, _) in line.match_indices("crate::") {
            let rest = &line[at + "crate::".len()..];
            let names: Vec<&str> = match rest.strip_prefix('{') {
                Some(group) => group.split(['}', ',']).map(str::trim).collect(),
                None => vec![rest],
            };
            for name in names {
                let end = name.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(name.len());
                if end > 0 {
                    used.push(name[..end].to_owned());
                }
            }
        }
    }
    used
}

#[test]
fn modules_use_only_those_above_them() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    rust_files(&src, &mut files);
    assert!(files.len() > 20, "the walk must find the sources");
    let mut wrong = Vec::new();
    for file in files {
        let relative = file.strip_prefix(&src).unwrap();
        let first = relative.components().next().unwrap().as_os_str().to_str().unwrap();
        let module = first.trim_end_matches(".rs");
        let test_only = file.file_stem().is_some_and(|stem| stem == "tests" || stem == "testing");
        if module == "lib" || module == "main" || test_only {
            continue;
        }
        let Some(own) = rank(module) else {
            wrong.push(format!("{}: module `{module}` has no place in the order", relative.display()));
            continue;
        };
        // Tests may reach further; inside a source file they stand at its end.
        let text = fs::read_to_string(&file).unwrap();
        for used in used_modules(text.split("\nmod tests {").next().unwrap_or("")) {
            match rank(&used) {
                Some(other) if other > own => {
                    wrong.push(format!(
                        "{}: `{module}` uses `{used}`, which comes after it",
                        relative.display()
                    ));
                }
                _ => {}
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_reader_of_paths_sees_groups_and_skips_comments() {
    let code = "use crate::{rule::Rule, lint};\n// crate::cli\nlet x = crate::span::Span::default();";
    assert_eq!(used_modules(code), ["rule", "lint", "span"]);
}

#[test]
fn no_rule_id_stands_in_the_code() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut ids = Vec::new();
    collect_ids(&root.join("rules"), &mut ids);
    let mut files = Vec::new();
    rust_files(&root.join("src"), &mut files);
    let mut wrong = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        // Tests inside a source file may build rules of their own; they stand at its end.
        let code = text.split("#[cfg(test)]").next().unwrap_or("");
        for id in &ids {
            if code.contains(&format!("\"{id}\"")) {
                wrong.push(format!("{}: {id}", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "rule ids belong in rules/, not in src/:\n{}", wrong.join("\n"));
}

fn collect_ids(dir: &Path, ids: &mut Vec<String>) {
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect_ids(&path, ids);
        } else if path.extension().is_some_and(|e| e == "toml") {
            for line in fs::read_to_string(&path).unwrap().lines() {
                if let Some(rest) = line.strip_prefix("id") {
                    let id = rest.trim_start_matches([' ', '=']).trim().trim_matches(['"', '\'']);
                    // The id may be followed by a comment.
                    ids.push(id.split(['"', '\'']).next().unwrap_or(id).to_owned());
                }
            }
        }
    }
}
