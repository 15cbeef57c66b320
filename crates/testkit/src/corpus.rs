//! The corpora: C programs of this repository.

use std::path::{Path, PathBuf};

/// A C program of a corpus.
#[derive(Clone, Debug)]
pub struct Program {
    /// Its path from the repository's root: `examples/memory.c`.
    pub name: String,
    /// Its full path.
    pub path: PathBuf,
    /// Its text.
    pub text: String,
}

impl Program {
    /// The lines that carry `/* finds: CODE */`, with the code.
    pub fn expected_findings(&self) -> Vec<(u32, String)> {
        let mut expected = Vec::new();
        for (index, line) in self.text.lines().enumerate() {
            for part in line.split("finds:").skip(1) {
                let code = part.trim_start().split([' ', '*']).next().unwrap_or_default();
                expected.push((index as u32 + 1, code.to_string()));
            }
        }
        expected
    }
}

/// The root of the repository.
pub fn repository() -> PathBuf {
    let crate_directory = Path::new(env!("CARGO_MANIFEST_DIR"));
    crate_directory.ancestors().nth(2).expect("crates/testkit lies two levels down").to_path_buf()
}

/// Every `.c` file below a directory of the repository, sorted by name.
///
/// **Panics** when there is none: a corpus that is not found must not pass for one without failures.
pub fn programs(directory: &str) -> Vec<Program> {
    let root = repository();
    let mut found = Vec::new();
    collect(&root, &root.join(directory), &mut found);
    found.sort_by(|a, b| a.name.cmp(&b.name));
    assert!(!found.is_empty(), "no C program below {directory}");
    found
}

fn collect(root: &Path, directory: &Path, found: &mut Vec<Program>) {
    let entries = std::fs::read_dir(directory)
        .unwrap_or_else(|error| panic!("cannot list {}: {error}", directory.display()));
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(root, &path, found);
        } else if path.extension().is_some_and(|extension| extension == "c") {
            let name =
                path.strip_prefix(root).expect("it lies below the root").display().to_string();
            let text = std::fs::read_to_string(&path).expect("a corpus is UTF-8 text");
            found.push(Program { name, path, text });
        }
    }
}
