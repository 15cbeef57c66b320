//! The sequences that the machine fuses, chosen anew: programs are run and watched, and what they ran most decides.

use std::collections::HashMap;
use std::ops::ControlFlow;
use std::path::Path;

use machine::{Line, Machine, Moment, Observer, VirtAddr};
use process::{Answer, Config, Driver, Errno, Pause, Process, Request};
use riscv::{Format, Insn, Op};
use testkit::repository;

use crate::{cross, guest, release};

/// The programs, each with an argument with which it runs some million instructions.
const PROGRAMS: [(&str, &str); 6] = [
    ("bintree", "12"),
    ("hash", "30000"),
    ("matmul", "1"),
    ("nbody", "20000"),
    ("qsort", "60000"),
    ("sieve", "2"),
];
/// GCC's levels of optimization, and how much a program counts that was built so.
const LEVELS: [(&str, f64); 2] = [("-O0", 1.0), ("-O2", 0.3)];
/// A line that is a smaller part than this of all that its program ran does not count.
const PART_MIN: f64 = 2e-6;
/// Where the list is, and what is before it.
const FILE: &str = "crates/machine/src/engine/sequences.rs";
const HEAD: &str = "\nsequences! {\n";

/// Writes the best `count` sequences.
pub(crate) fn run(count: usize) -> Result<(), String> {
    if !release::IS_RELEASE {
        return release::again();
    }
    let mut lines = Vec::new();
    for (name, argument) in PROGRAMS {
        for (level, weight) in LEVELS {
            let source = repository().join("benches").join(name).with_extension("c");
            let executable = cross::build(&source, &[level.into()])?;
            lines.extend(profile(&executable, argument, weight)?);
        }
    }
    let path = repository().join(FILE);
    let failed = |error| format!("{}: {error}", path.display());
    let text = std::fs::read_to_string(&path).map_err(failed)?;
    let head = text.find(HEAD).ok_or("there is no list of sequences")? + HEAD.len();
    let list = machine::choose_sequences(&lines, count);
    std::fs::write(&path, format!("{}{list}}}\n", &text[..head])).map_err(failed)?;
    println!("{count} sequences from {} lines of code", lines.len());
    Ok(())
}

/// The lines that an executable runs, weighted so that all its instructions count `weight`.
fn profile(executable: &Path, argument: &str, weight: f64) -> Result<Vec<Line>, String> {
    let image = guest::image(executable)?;
    let config = Config { arguments: vec![argument.into()], ..Config::default() };
    let mut process = Process::load(&image, &config).map_err(|error| format!("{error}"))?;
    let mut profile = Profile::default();
    while let Pause::Request(request) = process.run(&mut profile, Moment::MAX) {
        process.answer(Nowhere.answer(&request));
    }
    profile.end_line();
    let part = |count: u64| count as f64 / process.moment() as f64;
    let mut lines: Vec<(u64, u64, Vec<Insn>)> =
        profile.lines.into_iter().map(|(pc, (count, insns))| (pc, count, insns)).collect();
    lines.retain(|(_, count, insns)| part(*count) * insns.len() as f64 > PART_MIN);
    lines.sort_by_key(|(pc, ..)| *pc);
    let line = |(_, count, insns)| Line { insns, weight: weight * part(count) };
    Ok(lines.into_iter().map(line).collect())
}

/// A driver without a world: output vanishes.
struct Nowhere;

impl Driver for Nowhere {
    fn answer(&mut self, request: &Request) -> Answer {
        match request {
            Request::Write { bytes, .. } => Answer::Count(bytes.len() as u64),
            Request::Read { .. } => Answer::Bytes(vec![]),
            Request::File(_) => Answer::Error(Errno::NoEntry),
        }
    }
}

/// Counts how often each straight line of code runs.
#[derive(Default)]
struct Profile {
    /// By the first address: how often, and the instructions of the longest one.
    lines: HashMap<u64, (u64, Vec<Insn>)>,
    first: u64,
    line: Vec<Insn>,
    /// Where the line goes on, if it does.
    next: Option<u64>,
}

impl Profile {
    fn end_line(&mut self) {
        if !self.line.is_empty() {
            let (count, insns) = self.lines.entry(self.first).or_default();
            *count += 1;
            if insns.len() < self.line.len() {
                insns.clone_from(&self.line);
            }
            self.line.clear();
        }
    }
}

impl Observer for Profile {
    fn before(&mut self, _: &Machine, _: VirtAddr, _: &Insn, _: u32) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }

    fn retired(&mut self, _: &Machine, pc: VirtAddr, insn: &Insn, _: u32) {
        if self.next != Some(pc.0) {
            self.end_line();
            self.first = pc.0;
        }
        self.line.push(*insn);
        let is_transfer = matches!(insn.op.row().format, Format::B | Format::J | Format::System);
        let is_end = is_transfer || insn.op == Op::Jalr;
        self.next = (!is_end).then_some(pc.0.wrapping_add(u64::from(insn.length)));
    }
}

impl process::Observer for Profile {}
