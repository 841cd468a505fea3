//! Replaces a file in one step, or leaves it as it is.

use super::failure::Failure;
use std::fs::{self, File, Metadata};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;
use tempfile::NamedTempFile;

/// A file that is about to be read and perhaps replaced.
#[derive(Debug)]
pub struct Target {
    /// As the user gave it.
    name: String,
    /// Behind all symbolic links.
    path: PathBuf,
    metadata: Metadata,
}

/// The new content, not yet in place. Dropped without [`Draft::commit`], nothing has happened.
#[derive(Debug)]
pub struct Draft {
    target: Target,
    file: BufWriter<NamedTempFile>,
}

impl Target {
    /// Remembers the state of a file. Must come before the file is read, so that a change in between is seen.
    pub fn new(path: &Path) -> Result<Self, Failure> {
        let name = path.display().to_string();
        let found = path.canonicalize().and_then(|real| Ok((fs::metadata(&real)?, real)));
        let (metadata, path) = found.map_err(|e| Failure::new(format!("{name}: cannot be read: {e}")))?;
        Ok(Self { name, path, metadata })
    }

    /// Opens an empty draft beside the file.
    pub fn draft(self) -> Result<Draft, Failure> {
        if self.metadata.permissions().readonly() {
            let help = "allow writing, or see the change with `traduce fix --diff`";
            return Err(Failure::new(format!("{}: is write-protected", self.name)).help(help));
        }
        let folder = self.path.parent().unwrap_or(Path::new("."));
        // In the same folder, because a file can be moved in one step only within a file system.
        match tempfile::Builder::new().prefix(".traduce-").tempfile_in(folder) {
            Ok(file) => Ok(Draft { target: self, file: BufWriter::new(file) }),
            Err(error) => Err(self.failure(&error)),
        }
    }

    fn failure(&self, error: &io::Error) -> Failure {
        Failure::new(format!("{}: cannot be written: {error}", self.name))
    }

    fn changed_meanwhile(&self) -> bool {
        fs::metadata(&self.path).map_or(true, |now| stamp(&now) != stamp(&self.metadata))
    }
}

impl Draft {
    /// Appends.
    pub fn write(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        self.file.write_all(bytes).map_err(|error| self.target.failure(&error))
    }

    /// Puts the draft in the place of the file, with its permissions.
    pub fn commit(self) -> Result<(), Failure> {
        let Self { target, file } = self;
        Self::settle(&target, file).map_err(|error| target.failure(&error))?.ok_or_else(|| {
            Failure::new(format!("{}: changed while it was being fixed; nothing written", target.name))
                .help("run the command again")
        })
    }

    /// `None` where the file changed underneath.
    fn settle(target: &Target, file: BufWriter<NamedTempFile>) -> io::Result<Option<()>> {
        let file = file.into_inner().map_err(io::IntoInnerError::into_error)?;
        keep_owner(file.path(), &target.metadata);
        fs::set_permissions(file.path(), target.metadata.permissions())?;
        file.as_file().sync_all()?;
        if target.changed_meanwhile() {
            return Ok(None);
        }
        file.persist(&target.path).map_err(|e| e.error)?;
        // The content is safe; that its name is, too, not every file system can promise.
        if let Some(folder) = target.path.parent().and_then(|p| File::open(p).ok()) {
            let _ = folder.sync_all();
        }
        Ok(Some(()))
    }
}

/// Makes a file, or replaces it in one step.
pub fn put(path: &Path, content: &str) -> Result<(), Failure> {
    if path.exists() {
        let mut draft = Target::new(path)?.draft()?;
        draft.write(content.as_bytes())?;
        return draft.commit();
    }
    fs::write(path, content)
        .map_err(|error| Failure::new(format!("{}: cannot be written: {error}", path.display())))
}

fn stamp(metadata: &Metadata) -> (u64, Option<SystemTime>) {
    (metadata.len(), metadata.modified().ok())
}

/// Best effort: only the superuser may give files away.
#[cfg(unix)]
fn keep_owner(path: &Path, metadata: &Metadata) {
    use std::os::unix::fs::{MetadataExt, chown};
    let _ = chown(path, Some(metadata.uid()), Some(metadata.gid()));
}

#[cfg(not(unix))]
fn keep_owner(_: &Path, _: &Metadata) {}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn draft(path: &Path, text: &str) -> Draft {
        let mut draft = Target::new(path).unwrap().draft().unwrap();
        draft.write(text.as_bytes()).unwrap();
        draft
    }

    #[test]
    fn a_draft_replaces_the_file_only_when_committed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        fs::write(&path, "old").unwrap();
        drop(draft(&path, "new"));
        assert_eq!(fs::read_to_string(&path).unwrap(), "old");
        draft(&path, "new").commit().unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "new");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "no draft is left behind");
    }

    #[test]
    fn a_file_that_changed_underneath_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        fs::write(&path, "old").unwrap();
        let draft = draft(&path, "new");
        fs::write(&path, "someone else's").unwrap();
        let failure = draft.commit().unwrap_err();
        assert!(failure.message.contains("changed while"), "{}", failure.message);
        assert_eq!(fs::read_to_string(&path).unwrap(), "someone else's");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn links_stay_links_and_permissions_stay() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = tempfile::tempdir().unwrap();
        let (path, link) = (folder.path().join("a.txt"), folder.path().join("link.txt"));
        fs::write(&path, "old").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        symlink(&path, &link).unwrap();
        draft(&link, "new").commit().unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(&path).unwrap(), "new");
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
    }

    #[cfg(unix)]
    #[test]
    fn write_protected_files_are_refused() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        fs::write(&path, "old").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
        let failure = Target::new(&path).unwrap().draft().unwrap_err();
        assert!(failure.message.contains("write-protected"));
    }
}
