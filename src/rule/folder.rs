//! Reads a folder of rules from the disk: `*.toml` at any depth, `lists/*.txt`, `rates.tsv`.
//!
//! Used by `build.rs` too. Files come in the order of their paths, whatever the file system says.

use super::raw::{Folder, RawList};
use super::{rates, read};
use std::borrow::Cow;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The name of the measurements of a folder.
pub const RATES: &str = "rates.tsv";

/// Reads what can be read, and says what cannot.
pub fn read(root: &Path) -> (Folder<'static>, Vec<(PathBuf, io::Error)>) {
    let mut errors = Vec::new();
    let mut paths = Vec::new();
    walk(root, 0, &mut paths, &mut errors);
    paths.sort();
    let mut folder = Folder::default();
    for path in paths {
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) => {
                errors.push((path, error));
                continue;
            }
        };
        let shown = path.to_string_lossy().replace('\\', "/");
        let name = path.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
        if path.extension().is_some_and(|e| e == "toml") {
            folder.files.push(read::file(&shown, &text));
            continue;
        }
        if path.extension().is_some_and(|e| e == "tsv") {
            folder.rates = Some(rates::parse(&shown, &text));
            continue;
        }
        let list = RawList { path: Cow::Owned(shown), name: Cow::Owned(name), text: Cow::Owned(text) };
        if path.parent().and_then(Path::file_name).is_some_and(|p| p == "lists") {
            folder.lists.push(list);
        }
    }
    (folder, errors)
}

/// Deeper than any sensible folder; ends a circle of links.
const MAX_DEPTH: u32 = 16;

fn walk(dir: &Path, depth: u32, paths: &mut Vec<PathBuf>, errors: &mut Vec<(PathBuf, io::Error)>) {
    let entries = match fs::read_dir(dir) {
        Ok(entries) => entries,
        Err(error) => return errors.push((dir.to_owned(), error)),
    };
    for entry in entries {
        let path = match entry {
            Ok(entry) => entry.path(),
            Err(error) => {
                errors.push((dir.to_owned(), error));
                continue;
            }
        };
        if path.is_dir() {
            if depth < MAX_DEPTH {
                walk(&path, depth + 1, paths, errors);
            }
        } else if path.extension().is_some_and(|e| e == "toml" || e == "txt")
            || depth == 0 && path.file_name().is_some_and(|name| name == RATES)
        {
            paths.push(path);
        }
    }
}
