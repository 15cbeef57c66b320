//! The laws of the house that a machine can check (docs/ARCHITECTURE.md).

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use testkit::repository;

/// Crates that may touch the outside.
const OUTER_CRATES: [&str; 4] = ["host", "cutaway", "testkit", "xtask"];

/// What core crates must not name, and why.
const FORBIDDEN_IN_CORE: [(&str, &str); 10] = [
    ("std::fs", "core crates read no files"),
    ("std::net", "core crates open no connections"),
    ("std::env::", "core crates read no environment"),
    ("std::process::", "core crates start no processes"),
    ("std::time", "core crates read no clock"),
    ("std::thread", "core crates start no threads"),
    ("std::io::", "core crates do no I/O"),
    ("collections::HashMap", "std's HashMap is randomly seeded"),
    ("collections::HashSet", "std's HashSet is randomly seeded"),
    ("println!", "core crates print nothing"),
];

fn rust_files(directory: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(directory) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() && !path.ends_with("target") {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

fn crate_sources(name: &str) -> Vec<(PathBuf, String)> {
    let root = repository();
    let directory =
        if name == "xtask" { root.join("xtask") } else { root.join("crates").join(name) };
    let mut files = Vec::new();
    rust_files(&directory.join("src"), &mut files);
    files
        .into_iter()
        .filter(|path| !is_test(path))
        .map(|path| {
            let text = std::fs::read_to_string(&path).expect("sources are UTF-8");
            (path.strip_prefix(&root).expect("below the root").to_path_buf(), text)
        })
        .collect()
}

/// Whether a source file holds only tests.
fn is_test(path: &Path) -> bool {
    path.components().any(|part| part.as_os_str() == "tests") || path.ends_with("tests.rs")
}

fn crate_names() -> Vec<String> {
    metadata().into_keys().collect()
}

/// The part of a file that is not its tests.
fn without_tests(text: &str) -> &str {
    text.split("#[cfg(test)]\nmod tests").next().unwrap_or(text)
}

#[test]
fn core_crates_do_no_io() {
    let mut broken = Vec::new();
    for name in crate_names().iter().filter(|name| !OUTER_CRATES.contains(&name.as_str())) {
        for (path, text) in crate_sources(name) {
            for (word, why) in FORBIDDEN_IN_CORE {
                if without_tests(&text).lines().any(|line| !is_comment(line) && line.contains(word))
                {
                    broken.push(format!("{}: `{word}`: {why}", path.display()));
                }
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

fn is_comment(line: &str) -> bool {
    line.trim_start().starts_with("//")
}

#[test]
fn every_file_says_its_subject_and_is_not_too_long() {
    let mut broken = Vec::new();
    for name in crate_names() {
        for (path, text) in crate_sources(&name) {
            if !text.starts_with("//!") {
                broken.push(format!("{}: does not begin with `//!`", path.display()));
            }
            let line_count = text.lines().count();
            if line_count > 700 {
                broken.push(format!("{}: {line_count} lines", path.display()));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn nothing_is_left_to_do_in_the_code() {
    let mut broken = Vec::new();
    for name in crate_names() {
        for (path, text) in crate_sources(&name) {
            for word in ["todo!(", "unimplemented!(", "dbg!(", "FIXME", "XXX"] {
                if text.contains(word) {
                    broken.push(format!("{}: {word}", path.display()));
                }
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn serde_lives_in_view() {
    for (name, dependencies) in metadata_with_registry() {
        let may = ["view", "cutaway", "xtask"].contains(&name.as_str());
        assert!(may || !dependencies.contains("serde"), "`{name}` depends on serde");
    }
}

/// The workspace's crates, each with those of the workspace that it depends on (tests' needs left out).
fn metadata() -> BTreeMap<String, BTreeSet<String>> {
    let all = metadata_with_registry();
    let names: BTreeSet<String> = all.keys().cloned().collect();
    all.into_iter()
        .map(|(name, dependencies)| (name, dependencies.intersection(&names).cloned().collect()))
        .collect()
}

fn metadata_with_registry() -> BTreeMap<String, BTreeSet<String>> {
    let mut command = Command::new(env!("CARGO"));
    command.args(["metadata", "--no-deps", "--format-version", "1", "--offline"]);
    let finished = testkit::run(command.current_dir(repository()), b"");
    let metadata: serde_json::Value =
        serde_json::from_slice(&finished.stdout).expect("cargo metadata prints JSON");
    let packages = metadata["packages"].as_array().expect("a list of packages");
    packages.iter().map(|package| (text(&package["name"]), dependencies(package))).collect()
}

fn dependencies(package: &serde_json::Value) -> BTreeSet<String> {
    let all = package["dependencies"].as_array().expect("a list of dependencies");
    all.iter()
        .filter(|dependency| dependency["kind"].is_null())
        .map(|dependency| text(&dependency["name"]))
        .collect()
}

fn text(value: &serde_json::Value) -> String {
    value.as_str().expect("a string").to_string()
}

#[test]
fn the_table_of_rooms_is_the_truth() {
    let actual = metadata();
    let document = std::fs::read_to_string(repository().join("docs/ARCHITECTURE.md")).unwrap();
    let mut told = BTreeMap::new();
    for line in document.lines().filter(|line| line.starts_with("| `")) {
        let columns: Vec<&str> = line.split('|').map(str::trim).collect();
        let name = columns[1].trim_matches('`').to_string();
        let dependencies: BTreeSet<String> = match columns[3] {
            "–" => BTreeSet::new(),
            "all above" => actual[&name].clone(),
            list => list.split(", ").map(str::to_string).collect(),
        };
        told.insert(name, dependencies);
    }
    assert_eq!(told, actual, "docs/ARCHITECTURE.md (left) against cargo metadata (right)");
}
