//! What a process is started with. All of it is input: the same configuration gives the same run.

use image::Image;
use std::sync::Arc;

/// What a process is started with.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Config {
    /// What `argv[0]` says.
    pub program: String,
    /// The arguments after `argv[0]`.
    pub arguments: Vec<String>,
    /// The environment, as `NAME=value`.
    pub environment: Vec<String>,
    /// How far the stack may grow.
    pub stack_limit_bytes: u64,
    /// How far the heap may grow.
    pub heap_limit_bytes: u64,
    /// How much physical memory the machine has.
    pub memory_limit_bytes: u64,
    /// What `getrandom` and `AT_RANDOM` give are functions of it.
    pub seed: u64,
    /// The time at moment 0. **Units**: seconds since 1970.
    pub epoch_seconds: u64,
    /// The interpreter that a dynamic program names, `ld.so`.
    pub interpreter: Option<Interpreter>,
    /// The directories of the world outside that the program may use, by number.
    pub grants: Vec<Grant>,
    /// How many bytes the files may have that are kept in memory.
    pub file_limit_bytes: u64,
    /// How many files may be kept in memory.
    pub file_count_max: u64,
}

/// A directory of the world outside that the program may use. The driver knows which it is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Grant {
    /// Where the program finds it: an absolute path without `..`. `/` grants a whole tree, over
    /// which `/dev`, `/proc`, `/sys`, `/tmp` and the home directory are laid.
    pub path: Vec<u8>,
    /// Whether nothing in it can be changed.
    pub is_read_only: bool,
}

/// The interpreter of a dynamic program. Two are equal when their bytes are.
#[derive(Clone, Debug)]
pub struct Interpreter(pub Arc<Image>);

impl PartialEq for Interpreter {
    fn eq(&self, other: &Interpreter) -> bool {
        self.0.bytes() == other.0.bytes()
    }
}

impl Eq for Interpreter {}

impl Default for Config {
    /// The defaults, fixed so that every run is the same everywhere: no arguments, a small fixed environment, 8 MiB of
    /// stack (as Linux gives), 512 MiB of heap, the first second of 2026.
    fn default() -> Config {
        Config {
            program: "./a.out".into(),
            arguments: vec![],
            environment: ["HOME=/home/user", "LANG=C", "PATH=/usr/bin:/bin", "USER=user"]
                .map(String::from)
                .to_vec(),
            stack_limit_bytes: 8 << 20,
            heap_limit_bytes: 512 << 20,
            memory_limit_bytes: 1 << 30,
            seed: 0,
            epoch_seconds: 1_767_225_600,
            interpreter: None,
            grants: vec![],
            file_limit_bytes: 256 << 20,
            file_count_max: 100_000,
        }
    }
}
