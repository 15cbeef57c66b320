//! A folder of C programs for GCC, such as its own torture suite: each is built by GCC and must end and print here as
//! it does under `qemu-riscv64`.

use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::outcome::{Difference, Pair, Trial, both};
use crate::{cross, jobs, release};

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

/// Builds and runs every C file in a folder, or one, with these options of GCC's before its own.
pub(crate) fn run(path: &Path, options: &[String], job_count: usize) -> Result<(), String> {
    if !release::IS_RELEASE {
        return release::again();
    }
    let programs = c_files(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let verdicts = jobs::map(&programs, job_count, |program| judge(program, options));
    report(&programs, &verdicts)
}

/// A file, or those in a folder; what lies in folders below is part of other programs.
fn c_files(path: &Path) -> std::io::Result<Vec<PathBuf>> {
    if !path.is_dir() {
        return Ok(vec![path.to_path_buf()]);
    }
    let entries = std::fs::read_dir(path)?.map(|entry| Ok(entry?.path()));
    let mut files = entries.collect::<std::io::Result<Vec<PathBuf>>>()?;
    files.retain(|file| file.extension().is_some_and(|extension| extension == "c"));
    files.sort();
    Ok(files)
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
            Some(Difference::Output { .. }) if is_same_but_addresses(&pair) => Verdict::Same,
            Some(difference) => Verdict::Differs(pair.said(&difference)),
            None => Verdict::Same,
        },
    }
}

/// Whether the outputs differ only in addresses, which are where each machine puts things.
fn is_same_but_addresses(pair: &Pair) -> bool {
    without_addresses(&pair.ours.stdout) == without_addresses(&pair.theirs.stdout)
}

/// A text without the digits after each `0x`, if they are as many as an address has.
fn without_addresses(text: &[u8]) -> Vec<u8> {
    const DIGITS_MIN: usize = 8;
    let mut rest = text;
    let mut kept = Vec::new();
    while let Some((&first, after)) = rest.split_first() {
        kept.push(first);
        rest = after;
        let digits = after.iter().take_while(|byte| byte.is_ascii_hexdigit()).count();
        if kept.ends_with(b"0x") && digits >= DIGITS_MIN {
            rest = &after[digits..];
        }
    }
    kept
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
    use super::{own_options, without_addresses};

    #[test]
    fn addresses_are_left_out() {
        assert_eq!(without_addresses(b"at 0x3fffffec9d, 0x12"), b"at 0x, 0x12");
        assert_ne!(without_addresses(b"0x400080063d a"), without_addresses(b"0x3fffffec9d b"));
    }

    #[test]
    fn options_are_read_from_comments() {
        let text = "/* { dg-options \"-fgnu89-inline -fwrapv\" } */\n\
            /* { dg-additional-options \"-mno-stv\" { target i?86-*-* } } */\n\
            /* { dg-additional-options \"-fno-common\" } */\nint main() { return 0; }\n";
        assert_eq!(own_options(text), ["-fgnu89-inline", "-fwrapv", "-fno-common"]);
        assert!(own_options("char *s = \"-O3\";").is_empty());
    }
}
