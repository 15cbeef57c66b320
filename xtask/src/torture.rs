//! A folder of C programs for GCC, such as its own torture suite: each is built by GCC and must end and print here as
//! it does under `qemu-riscv64`.

use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::outcome::{Trial, both};
use crate::{cross, executables, jobs, release};

/// How long one program may run under qemu.
const TIME_MAX: Duration = Duration::from_secs(20);
/// What DejaGnu calls the options of a program; the latter are added to the former.
const DIRECTIVES: [&str; 2] = ["dg-options", "dg-additional-options"];

/// What came of a program.
enum Verdict {
    Same,
    Differs(String),
    /// GCC refuses it.
    NotBuilt(String),
}

/// Builds and runs every C file below a path, with these options of GCC's before its own.
pub(crate) fn run(path: &Path, options: &[String], job_count: usize) -> Result<(), String> {
    if !release::IS_RELEASE {
        return release::again();
    }
    let mut programs = executables::below(&[path.to_path_buf()])?;
    programs.retain(|program| program.extension().is_some_and(|extension| extension == "c"));
    let verdicts = jobs::map(&programs, job_count, |program| judge(program, options));
    report(&programs, &verdicts)
}

fn report(programs: &[PathBuf], verdicts: &[Verdict]) -> Result<(), String> {
    let (mut same, mut differing, mut not_built) = (0, 0, 0);
    for (program, verdict) in programs.iter().zip(verdicts) {
        let program = program.display();
        match verdict {
            Verdict::Same => same += 1,
            Verdict::Differs(why) => {
                differing += 1;
                println!("{program}: {why}");
            }
            Verdict::NotBuilt(why) => {
                not_built += 1;
                println!("not built: {program}: {why}");
            }
        }
    }
    let count = programs.len();
    println!("{count} programs: {same} same, {differing} differ, {not_built} not built by gcc");
    match (same, differing) {
        (0, 0) => Err("no program was run".into()),
        (_, 0) => Ok(()),
        _ => Err(format!("{differing} programs differ")),
    }
}

fn judge(program: &Path, options: &[String]) -> Verdict {
    let text = std::fs::read(program).unwrap_or_default();
    let own = own_options(&String::from_utf8_lossy(&text));
    let executable = match cross::build(program, &[options, &own].concat()) {
        Ok(executable) => executable,
        Err(why) => return Verdict::NotBuilt(why),
    };
    match both(&Trial::new(&executable, TIME_MAX)) {
        Err(why) => Verdict::Differs(why),
        Ok(pair) => match pair.difference() {
            Some(difference) => Verdict::Differs(pair.said(&difference)),
            None => Verdict::Same,
        },
    }
}

/// The options that a program asks for in its comments, as `{ dg-options "-fwrapv" }`; those for other targets are not
/// taken.
fn own_options(text: &str) -> Vec<String> {
    let mut options = Vec::new();
    for line in text.lines().filter(|line| !line.contains("target")) {
        for directive in DIRECTIVES {
            let quoted = line
                .split_once(&format!("{{ {directive} "))
                .and_then(|(_, rest)| rest.split('"').nth(1));
            options.extend(quoted.iter().flat_map(|quoted| quoted.split_whitespace()));
        }
    }
    options.into_iter().map(String::from).collect()
}

#[cfg(test)]
mod tests {
    use super::own_options;

    #[test]
    fn options_are_read_from_comments() {
        let text = "/* { dg-options \"-fgnu89-inline -fwrapv\" } */\n\
            /* { dg-additional-options \"-mno-stv\" { target i?86-*-* } } */\n\
            /* { dg-additional-options \"-fno-common\" } */\nint main() { return 0; }\n";
        assert_eq!(own_options(text), ["-fgnu89-inline", "-fwrapv", "-fno-common"]);
        assert!(own_options("char *s = \"-O3\";").is_empty());
    }
}
