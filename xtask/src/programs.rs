//! Programs of others, listed in `docs/PROGRAMS.md` with how to get them: each run must end and print here as it does
//! under `qemu-riscv64`.

use std::path::{Path, PathBuf};
use std::time::Duration;

use testkit::repository;

use crate::outcome::{Trial, both};
use crate::{jobs, release};

/// How long one run may take under qemu.
const TIME_MAX: Duration = Duration::from_secs(60);
/// What the list of runs begins with, and ends with.
const FENCE: (&str, &str) = ("```text\n", "```");

/// One line of the list.
#[derive(PartialEq, Eq, Debug)]
struct Run {
    line: String,
    input: Vec<u8>,
    /// Its path below the root, and where it thinks it is.
    program: String,
    arguments: Vec<String>,
}

/// Does every run whose line contains the text, with the programs below the root.
pub(crate) fn run(root: &Path, filter: &str, job_count: usize) -> Result<(), String> {
    if !release::IS_RELEASE {
        return release::again();
    }
    let root = root.canonicalize().map_err(|error| format!("{}: {error}", root.display()))?;
    let mut runs = listed()?;
    runs.retain(|run| run.line.contains(filter));
    let verdicts = jobs::map(&runs, job_count, |run| judge(run, &root));
    let (mut same, mut missing) = (0, 0);
    for (run, verdict) in runs.iter().zip(&verdicts) {
        match verdict {
            Ok(Verdict::Same) => same += 1,
            Ok(Verdict::Missing) => {
                missing += 1;
                println!("not there: {}", run.program);
            }
            Err(why) => println!("{}\n    {why}", run.line),
        }
    }
    let differing = runs.len() - same - missing;
    println!("{} runs: {same} same, {differing} differ, {missing} not there", runs.len());
    match (same, differing) {
        (0, 0) => Err(format!("{} has none of the programs", root.display())),
        (_, 0) => Ok(()),
        _ => Err(format!("{differing} runs differ")),
    }
}

enum Verdict {
    Same,
    Missing,
}

fn judge(run: &Run, root: &Path) -> Result<Verdict, String> {
    let executable: PathBuf = root.join(run.program.trim_start_matches('/'));
    if !executable.is_file() {
        return Ok(Verdict::Missing);
    }
    let trial = Trial::new(&executable, TIME_MAX).below(root, &run.program);
    let pair = both(&trial.with(&run.arguments, &run.input))?;
    match pair.difference() {
        Some(difference) => Err(pair.said(&difference)),
        None => Ok(Verdict::Same),
    }
}

/// The runs that the document lists.
fn listed() -> Result<Vec<Run>, String> {
    let path = repository().join("docs/PROGRAMS.md");
    let text =
        std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let (_, rest) = text.split_once(FENCE.0).ok_or("docs/PROGRAMS.md lists no runs")?;
    let list = rest.split(FENCE.1).next().unwrap_or_default();
    list.lines().map(parse).collect()
}

/// **Shape**: `["INPUT" |] PROGRAM ARGUMENT...`
fn parse(line: &str) -> Result<Run, String> {
    let mut words = words(line).ok_or_else(|| format!("a quote is not closed: {line}"))?;
    let input = match words.get(1) {
        Some(bar) if bar == "|" => words.drain(..2).next().unwrap_or_default(),
        _ => String::new(),
    };
    let mut words = words.into_iter();
    let program = words.next().ok_or_else(|| format!("no program is named: {line}"))?;
    Ok(Run { line: line.into(), input: input.into(), program, arguments: words.collect() })
}

/// Splits a line at blanks as a shell does; `None` when a quote is not closed.
fn words(line: &str) -> Option<Vec<String>> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut characters = line.chars();
    while let Some(character) = characters.next() {
        match character {
            ' ' => words.extend(word.take()),
            '\'' | '"' => {
                let word = word.get_or_insert_default();
                quoted(character, &mut characters, word)?;
            }
            _ => word.get_or_insert_default().push(character),
        }
    }
    words.extend(word);
    Some(words)
}

/// The rest of a quoted part, up to its quote.
fn quoted(quote: char, characters: &mut std::str::Chars, word: &mut String) -> Option<()> {
    loop {
        match (characters.next()?, quote) {
            (character, _) if character == quote => return Some(()),
            ('\\', '"') => match characters.next()? {
                'n' => word.push('\n'),
                other => word.push(other),
            },
            (character, _) => word.push(character),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{listed, parse};

    #[test]
    fn a_line_is_an_input_a_program_and_arguments() {
        let run = parse(r#""a\n\"b\"" | /bin/x -c 'echo "\n" $x' ''"#).expect("it is whole");
        assert_eq!(run.input, b"a\n\"b\"");
        assert_eq!(run.program, "/bin/x");
        assert_eq!(run.arguments, ["-c", r#"echo "\n" $x"#, ""]);
        assert!(parse("/bin/x 'open").is_err());
    }

    #[test]
    fn the_document_lists_runs_of_ten_programs_and_more() {
        let runs = listed().expect("the document is in order");
        let programs: std::collections::BTreeSet<_> =
            runs.iter().map(|run| run.program.as_str()).collect();
        assert!(programs.len() >= 10, "{programs:?}");
        assert!(programs.iter().all(|program| program.starts_with('/')), "{programs:?}");
    }
}
