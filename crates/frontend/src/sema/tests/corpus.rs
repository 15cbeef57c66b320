//! Every conforming C file of the repository passes without an error.

use std::path::{Path, PathBuf};

use source::{Files, LoadError, Severity, SourceFile, SourceMap};

use super::render;
use crate::{Interner, PreprocessOptions, check, parse, preprocess};

/// The files of the disk.
struct Disk;

impl Files for Disk {
    fn load(&self, path: &str) -> Result<Vec<u8>, LoadError> {
        match Path::new(path).is_dir() {
            true => Err(LoadError::Directory),
            false => std::fs::read(path).map_err(|_| LoadError::NotFound),
        }
    }
}

fn c_files(directory: &Path, found: &mut Vec<PathBuf>) {
    let entries = std::fs::read_dir(directory).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            c_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "c") {
            found.push(path);
        }
    }
}

/// What is said of one file.
fn said_of(root: &Path, path: &Path) -> String {
    let text = String::from_utf8_lossy(&std::fs::read(path).unwrap_or_default()).into_owned();
    let mut map = SourceMap::new();
    let main = map.add(SourceFile::new(path.display().to_string(), text, false));
    let mut names = Interner::new();
    let options = PreprocessOptions {
        standard: crate::Standard::default(),
        library_directories: vec![root.join("libc/include").display().to_string()],
        ..PreprocessOptions::default()
    };
    let (tokens, mut said) = preprocess(main, &mut map, &mut names, &options, &Disk);
    let (tree, parsed) = parse(&tokens, &names);
    said.extend(parsed);
    said.extend(check(&tree, &mut names, crate::Standard::default()).1);
    let is_printed = |severity| severity == Severity::Error || std::env::var("WARNINGS").is_ok();
    let said = said.iter().filter(|diagnostic| is_printed(diagnostic.severity));
    said.map(|diagnostic| {
        let file = &map.file(diagnostic.primary.span.file).name;
        format!("{file}:{}", render(diagnostic, &map))
    })
    .collect()
}

#[test]
fn conforming_files_pass() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut paths = vec![];
    for directory in ["libc/src", "examples", "tests/c/run"] {
        c_files(&root.join(directory), &mut paths);
    }
    assert!(paths.len() > 30, "the corpora are there");
    let said: String = paths.iter().map(|path| said_of(&root, path)).collect();
    assert_eq!(said, "");
}
