//! Hostile binaries, `tests/guest/hostile`: each ends in bounded time, with the status and the words that its first
//! line names, and where that line says so, as it does under `qemu-riscv64`.

mod shared;

use shared::{cutaway, scratch};
use std::path::Path;
use std::time::Duration;
use testkit::{Finished, Program, Tool, programs, run, run_within, tool};

/// How long a program may take; the slowest start a thousand processes.
const TIME_MAX: Duration = Duration::from_secs(300);

/// What a program's first line says of its end.
struct Expected<'a> {
    /// One of these.
    statuses: Vec<i32>,
    is_as_under_qemu: bool,
    says: Option<&'a str>,
}

/// **Shape**: `/* Status N [or N][, as under qemu][: why]. [Says: TEXT] */`
fn expected(text: &str) -> Expected<'_> {
    let line = text.lines().next().unwrap_or_default();
    let line = line.strip_prefix("/* Status ").and_then(|line| line.strip_suffix(" */"));
    let line = line.expect("the first line says how the program ends");
    let (how, says) = match line.split_once("Says: ") {
        Some((how, says)) => (how, Some(says)),
        None => (line, None),
    };
    let statuses = how.split([',', ':', '.']).next().unwrap_or_default();
    let statuses = statuses.split(" or ").map(|status| status.parse().expect("a status"));
    Expected {
        statuses: statuses.collect(),
        is_as_under_qemu: how.contains(", as under qemu"),
        says,
    }
}

/// What is wrong with a program's end, if anything is.
fn judge(program: &Program, gcc: &Tool, qemu: Option<&Tool>, directory: &Path) -> Option<String> {
    let expected = expected(&program.text);
    let elf = build(program, gcc, directory);
    let ours = run_within(&mut cutaway(&["run", &elf]), b"", TIME_MAX);
    let is_ours = ours.stderr.is_empty() || ours.stderr.starts_with("cutaway: ");
    if !expected.statuses.contains(&ours.status) || !is_ours {
        return Some(format!("status {}: {}", ours.status, ours.stderr));
    }
    if expected.says.is_some_and(|says| !ours.stderr.contains(says)) {
        return Some(format!("does not say `{}`: {}", expected.says?, ours.stderr));
    }
    let theirs: Finished = match (expected.is_as_under_qemu, qemu) {
        (true, Some(qemu)) => run(qemu.command().arg(&elf), b""),
        _ => return None,
    };
    let is_same = (theirs.status, &theirs.stdout) == (ours.status, &ours.stdout);
    let [ours, theirs] =
        [&ours, &theirs].map(|it| (it.status, String::from_utf8_lossy(&it.stdout)));
    (!is_same).then(|| format!("{ours:?}, under qemu {theirs:?}"))
}

fn build(program: &Program, gcc: &Tool, directory: &Path) -> String {
    let name = program.name.rsplit('/').next().unwrap_or_default();
    let elf = directory.join(name).with_extension("elf");
    let mut command = gcc.command();
    command.args(["-O1", "-w", "-static", "-s", "-pthread", "-o"]).arg(&elf);
    let built = run(command.arg(&program.path), b"");
    assert_eq!(built.status, 0, "gcc refuses {}:\n{}", program.name, built.stderr);
    elf.to_string_lossy().into_owned()
}

#[test]
fn hostile_binaries_end_as_they_should() {
    let needed_for = "hostile binaries";
    let Some(gcc) = tool("riscv64-linux-gnu-gcc", needed_for) else { return };
    let qemu = tool("qemu-riscv64", needed_for);
    let directory = scratch("hostile");
    let wrong: Vec<String> = programs("tests/guest/hostile")
        .iter()
        .filter_map(|program| {
            let why = judge(program, &gcc, qemu.as_ref(), &directory)?;
            Some(format!("{}: {why}", program.name))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
