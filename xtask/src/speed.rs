//! The machine's speed: GCC's executables, unobserved, against the native program and `qemu-riscv64`.
//!
//! Each measured command runs between two runs of the native `gcc -O0` build, and its ratio is to their mean, so that a
//! machine whose speed drifts disturbs both alike. Times are user and system time; the median of the rounds counts.

use std::path::{Path, PathBuf};
use std::process::Command;

use testkit::repository;

use crate::cpu_time::{median, seconds};
use crate::{bench, cross, guest, release, wasm};

/// The programs; an argument with which each takes a part of a second natively, and one for the rival that takes a
/// hundred times as long.
const PROGRAMS: [(&str, &str, &str); 6] = [
    ("bintree", "16", "13"),
    ("hash", "1500000", "200000"),
    ("matmul", "6", "1"),
    ("nbody", "1000000", "150000"),
    ("qsort", "1500000", "200000"),
    ("sieve", "40", "5"),
];

/// How long the pieces are in which a run is measured that stops exactly again and again. **Units**: instructions.
const PIECES: [&str; 2] = ["1000000", "10007"];

/// What is measured, in the order of the columns.
const COLUMNS: [&str; 8] =
    ["-O0", "-O2", "by 10^6", "by 10007", "wasm -O0", "qemu -O0", "qemu -O2", "-singlestep"];

/// The column of WebAssembly.
const WASM: usize = 4;
/// How often node is asked: version 20 crashes now and then at its end, after a run of seconds that printed all it should.
const TRIES: usize = 5;

/// A program with its builds.
struct Program {
    native: PathBuf,
    plain: PathBuf,
    optimized: PathBuf,
    /// Our machine, built for WebAssembly.
    module: PathBuf,
    argument: &'static str,
    small_argument: &'static str,
}

/// Measures every program in turn and prints the ratios.
pub(crate) fn run(rounds: usize) -> Result<(), String> {
    if !release::IS_RELEASE {
        return release::again();
    }
    let module = wasm::example("guest")?;
    print!("{:<10} {:>9} {:>8}", "program", "native s", "10^6/s");
    COLUMNS.iter().for_each(|column| print!(" {column:>12}"));
    println!();
    let mut ratios: [Vec<f64>; COLUMNS.len()] = Default::default();
    for (name, argument, small_argument) in PROGRAMS {
        let program = Program::build(name, &module, argument, small_argument)?;
        let (native, row) = program.measure(rounds.max(1))?;
        let speed = guest::retired(&program.plain, &[argument])? as f64 / (row[0] * native) / 1e6;
        print!("{name:<10} {native:>9.3} {speed:>8.0}");
        for (ratio, column) in row.iter().zip(&mut ratios) {
            print!(" {ratio:>12.2}");
            column.push(*ratio);
        }
        println!();
    }
    print!("{:<29}", "geometric mean");
    ratios.iter().for_each(|column| print!(" {:>12.2}", bench::mean(column)));
    println!();
    Ok(())
}

impl Program {
    fn build(
        name: &str,
        module: &Path,
        argument: &'static str,
        small_argument: &'static str,
    ) -> Result<Program, String> {
        let source = repository().join("benches").join(name).with_extension("c");
        let [plain, optimized] = ["-O0", "-O2"].map(|level| cross::build(&source, &[level.into()]));
        let plain = plain?;
        let native = plain.with_extension("native");
        let mut gcc = Command::new("gcc");
        gcc.args(["-O0", "-w", "-o"]).arg(&native).arg(&source).arg("-lm");
        match gcc.status() {
            Ok(status) if status.success() => {}
            other => return Err(format!("{gcc:?}: {other:?}")),
        }
        let (optimized, module) = (optimized?, module.to_path_buf());
        Ok(Program { native, plain, optimized, module, argument, small_argument })
    }

    /// The native time, and the ratio of each column.
    fn measure(&self, rounds: usize) -> Result<(f64, [f64; COLUMNS.len()]), String> {
        let mut natives = Vec::new();
        let mut columns: [Vec<f64>; COLUMNS.len()] = Default::default();
        for round in 0..rounds {
            let mut before = seconds(&mut self.native(self.argument))?;
            for (number, column) in columns.iter_mut().enumerate() {
                let Some(mut command) = self.command(number)? else { continue };
                let time = match number {
                    WASM => patiently(&mut command),
                    _ => Some(seconds(&mut command)?),
                };
                let Some(time) = time else { continue };
                let after = seconds(&mut self.native(self.argument))?;
                column.push(time / ((before + after) / 2.0));
                natives.push(after);
                before = after;
            }
            if round == 0 {
                columns[COLUMNS.len() - 1].push(self.single_steps()?);
            }
        }
        Ok((median(&mut natives), columns.map(|mut column| median(&mut column))))
    }

    /// The command of a column; none for the last, which is measured with a smaller argument.
    fn command(&self, column: usize) -> Result<Option<Command>, String> {
        let mut command = match column {
            0 => guest::command(&self.plain)?,
            1 => guest::command(&self.optimized)?,
            2 | 3 => guest::command_in_pieces(&self.plain, PIECES[column - 2])?,
            WASM => self.in_node(),
            5 => qemu(&[], &self.plain),
            6 => qemu(&[], &self.optimized),
            _ => return Ok(None),
        };
        command.arg(self.argument);
        Ok(Some(command))
    }

    /// Our machine as WebAssembly, in node; it takes the executable as its standard input.
    fn in_node(&self) -> Command {
        let node = wasm::node(&self.module);
        let mut shell = Command::new("bash");
        let script = r#"input=$1; shift; exec "$@" <"$input""#;
        shell.args(["-c", script, "bash"]);
        shell.arg(&self.plain).arg(node.get_program()).args(node.get_args());
        shell
    }

    fn native(&self, argument: &str) -> Command {
        let mut command = Command::new(&self.native);
        command.arg(argument);
        command
    }

    /// The ratio of qemu that returns after each instruction.
    fn single_steps(&self) -> Result<f64, String> {
        let before = seconds(&mut self.native(self.small_argument))?;
        let time = seconds(qemu(&["-singlestep"], &self.plain).arg(self.small_argument))?;
        let after = seconds(&mut self.native(self.small_argument))?;
        Ok(time / ((before + after) / 2.0))
    }
}

fn qemu(options: &[&str], executable: &Path) -> Command {
    let mut command = Command::new("qemu-riscv64");
    command.args(options).arg(executable);
    command
}

/// The same, tried again when it fails; none if it does again and again.
fn patiently(command: &mut Command) -> Option<f64> {
    (0..TRIES).find_map(|_| seconds(command).ok())
}
