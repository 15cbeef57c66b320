//! Programs in C, C++ and Rust, built by the compilers that people have.

// Each test uses a part of it.
#![allow(dead_code)]

use crate::support::{directory, run, said};
use image::Image;
use std::path::PathBuf;

/// A program that a compiler made.
pub(crate) struct Built {
    pub(crate) image: Image,
    /// Where it is.
    pub(crate) directory: PathBuf,
    /// Its file there.
    pub(crate) file: &'static str,
    /// How it was made, for messages.
    pub(crate) how: String,
}

const FILE: &str = "program";

/// The sources, by the ends of their names.
const SOURCES: [(&str, &str); 3] = [
    ("c", include_str!("shapes.c")),
    ("cc", include_str!("shapes.cc")),
    ("rs", include_str!("shapes.rs")),
];

/// Compiler, what its source's name ends in, and what it has to be told always.
const COMPILERS: [(&str, &str, &[&str]); 5] = [
    ("riscv64-linux-gnu-gcc", "c", &["-static", "-o", FILE]),
    ("riscv64-linux-gnu-g++", "cc", &["-static", "-o", FILE]),
    ("clang", "c", &["--target=riscv64-linux-gnu", "-static", "-o", FILE]),
    ("clang++", "cc", &["--target=riscv64-linux-gnu", "-static", "-o", FILE]),
    (
        "rustc",
        "rs",
        &[
            "--target=riscv64gc-unknown-linux-gnu",
            "-Clinker=riscv64-linux-gnu-gcc",
            "-Ctarget-feature=+crt-static",
            "-g",
            "-o",
            FILE,
        ],
    ),
];

/// Builds one of the programs; `None`, and a word about it, when the compiler is not there or lacks
/// the target.
pub(crate) fn build(test: &str, compiler: &str, options: &[&str]) -> Option<Built> {
    let (_, end, always) = COMPILERS.iter().find(|(name, ..)| *name == compiler).unwrap();
    let how = format!("{compiler} {}", options.join(" "));
    let name: String = how.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '+').collect();
    let directory = directory(&format!("{test}-{name}"));
    for (end, text) in SOURCES {
        std::fs::write(directory.join(format!("shapes.{end}")), text).unwrap();
    }
    let source = format!("shapes.{end}");
    let arguments: Vec<_> =
        [source.as_str()].iter().chain(*always).chain(options).copied().collect();
    let output = run(&directory, compiler, &arguments)?;
    if !output.status.success() {
        eprintln!("skipped: {how}: {}", said(&output));
        return None;
    }
    let image = Image::read(std::fs::read(directory.join(FILE)).unwrap()).unwrap();
    Some(Built { image, directory, file: FILE, how })
}

/// Builds a program with each of the compilers, without and with optimization; of C and C++ in both
/// versions of DWARF.
pub(crate) fn build_all(test: &str) -> Vec<Built> {
    let options = |end: &str| -> &[&[&str]] {
        match end {
            "rs" => &[&["-Copt-level=0"], &["-Copt-level=2"]],
            _ => &[
                &["-O0", "-gdwarf-4"],
                &["-O0", "-gdwarf-5"],
                &["-O2", "-gdwarf-4"],
                &["-O2", "-gdwarf-5"],
            ],
        }
    };
    let all = COMPILERS.iter().flat_map(|(compiler, end, _)| {
        options(end).iter().filter_map(|options| build(test, compiler, options))
    });
    all.collect()
}
