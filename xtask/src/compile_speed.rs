//! The compiler's speed: one large file to an object, against tcc and GCC.
//!
//! Ours writes debugging information and the access table always; the rivals are measured without and with `-g`. Times are
//! user and system time; the commands take turns, and the median of the rounds counts.

use std::path::Path;
use std::process::Command;

use crate::binary::Profile;
use crate::cpu_time::{median, seconds};
use crate::setup;

/// The compilers, ours first, with what each is told besides the file.
const COMPILERS: [(&str, &[&str]); 5] = [
    ("cutaway", &["build"]),
    ("tcc", &[]),
    ("tcc", &["-g"]),
    ("gcc", &["-O0"]),
    ("gcc", &["-O0", "-g"]),
];

/// Compiles a file with every compiler in turn, so many rounds, and prints the ratios of ours to the others.
pub(crate) fn run(rounds: usize, file: &Path, options: &[String]) -> Result<(), String> {
    setup::tools()?;
    let ours = Profile::Release.cutaway()?;
    let object = std::env::temp_dir().join(format!("cutaway-compile-{}.o", std::process::id()));
    let mut times: [Vec<f64>; COMPILERS.len()] = Default::default();
    for _ in 0..rounds.max(1) {
        for ((name, words), times) in COMPILERS.iter().zip(&mut times) {
            let mut command = match *name {
                "cutaway" => Command::new(&ours),
                other => Command::new(other),
            };
            command.args(*words).args(["-w", "-c", "-o"]).arg(&object).args(options).arg(file);
            times.push(seconds(&mut command)?);
        }
    }
    let _ = std::fs::remove_file(object);
    let times = times.map(|mut times| median(&mut times));
    let text = std::fs::read(file).map_err(|error| format!("{}: {error}", file.display()))?;
    let lines = text.iter().filter(|&&byte| byte == b'\n').count();
    println!("{}: {lines} lines, {:.1} MB", file.display(), text.len() as f64 / 1e6);
    println!("{:<14} {:>9} {:>14}", "compiler", "seconds", "ours to this");
    for ((name, words), time) in COMPILERS.iter().zip(times) {
        let command = [&[*name], *words].concat().join(" ");
        println!("{command:<14} {time:>9.3} {:>14.2}", times[0] / time);
    }
    Ok(())
}
