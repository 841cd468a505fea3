//! From paths on the command line to articles, one after the other.

use super::args::InputArgs;
use super::failure::Failure;
use super::output::stdin_is_terminal;
use crate::source::Format;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// One thing to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// Standard input.
    Stdin,
    /// A file.
    File {
        /// As given, or as found below the folder given.
        path: PathBuf,
        /// By its name.
        format: Format,
    },
}

/// What the paths stand for, in the order given, folders sorted by name. Files that a folder holds count
/// only if their extension is known; a file that is named is read in any case, as plain text if need be.
///
/// # Errors
/// There is no path, and standard input is a terminal.
pub fn inputs(args: &InputArgs) -> Result<impl Iterator<Item = Result<Input, Failure>>, Failure> {
    let paths = if args.paths.is_empty() {
        if stdin_is_terminal() {
            return Err(Failure::new("nothing to read").help("give files, folders, or - for standard input"));
        }
        vec![PathBuf::from("-")]
    } else {
        args.paths.clone()
    };
    Ok(paths.into_iter().flat_map(expand))
}

fn expand(path: PathBuf) -> Box<dyn Iterator<Item = Result<Input, Failure>>> {
    if path.as_os_str() == OsStr::new("-") {
        Box::new(std::iter::once(Ok(Input::Stdin)))
    } else if path.is_dir() {
        Box::new(walk(&path))
    } else {
        let format = Format::from_path(&path).unwrap_or(Format::Text);
        Box::new(std::iter::once(Ok(Input::File { path, format })))
    }
}

fn walk(folder: &Path) -> impl Iterator<Item = Result<Input, Failure>> + use<> {
    let walk = ignore::WalkBuilder::new(folder).require_git(false).sort_by_file_path(Path::cmp).build();
    let folder = folder.to_owned();
    walk.filter_map(move |entry| match entry {
        Ok(entry) => {
            let path = entry.into_path();
            let known = path.extension().is_some().then(|| Format::from_path(&path)).flatten();
            let format = known.filter(|_| !path.is_dir())?;
            Some(Ok(Input::File { path, format }))
        }
        Err(error) => Some(Err(Failure::new(format!("{}: cannot be read: {error}", folder.display())))),
    })
}
