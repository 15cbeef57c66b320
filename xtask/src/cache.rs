//! What earlier chores found out, kept below `target` so that a second run is cheap.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};

/// Where something of a kind and a key is kept; the folder is there.
pub(crate) fn path(kind: &str, key: u64) -> Result<PathBuf, String> {
    let directory = testkit::repository().join("target/suites").join(kind);
    std::fs::create_dir_all(&directory)
        .map_err(|error| format!("{}: {error}", directory.display()))?;
    Ok(directory.join(format!("{key:016x}")))
}

/// Writes a file so that nobody ever reads half of it.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    let unfinished = unfinished(path);
    std::fs::write(&unfinished, bytes)
        .and_then(|()| std::fs::rename(&unfinished, path))
        .map_err(|error| format!("{}: {error}", path.display()))
}

/// The name for a file until it is whole: nobody else has it, in this process or another.
pub(crate) fn unfinished(path: &Path) -> PathBuf {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    path.with_extension(format!("{}-{number}", std::process::id()))
}

/// A key of the bytes of this binary: our machine is in it.
pub(crate) fn own_key() -> Result<u64, String> {
    static KEY: OnceLock<Result<u64, String>> = OnceLock::new();
    KEY.get_or_init(|| {
        let this = std::env::current_exe().map_err(|error| format!("{error}"))?;
        let bytes = std::fs::read(this).map_err(|error| format!("{error}"))?;
        let mut hasher = DefaultHasher::new();
        bytes.hash(&mut hasher);
        Ok(hasher.finish())
    })
    .clone()
}
