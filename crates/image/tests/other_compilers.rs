//! What is read of the programs of other compilers, against what other people's tools read of them.

mod foreign;
mod support;

use foreign::{Built, build_all};
use image::debug::{Function, Place, Unit};
use std::collections::BTreeMap;
use std::io::Write as _;
use std::process::{Command, Stdio};

/// The functions of the program's own source.
fn own(built: &Built) -> Vec<(&Unit, &Function)> {
    let is_own = |(unit, function): &(&Unit, &Function)| {
        let file = unit.files.get(function.place.file as usize);
        file.is_some_and(|file| file.contains("shapes."))
    };
    built.image.functions().filter(is_own).collect()
}

/// What a tool answers to lines of input.
fn ask(built: &Built, tool: &str, arguments: &[&str], input: &str) -> Option<String> {
    let mut child = Command::new(tool)
        .args(arguments)
        .current_dir(&built.directory)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .ok()?;
    let mut to = child.stdin.take()?;
    let input = input.to_owned();
    let writer = std::thread::spawn(move || to.write_all(input.as_bytes()));
    let output = child.wait_with_output().ok()?;
    writer.join().unwrap().unwrap();
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// `shapes.c:12`, as far as it is known.
fn spell(file: Option<&str>, line: u32) -> String {
    let file = file.map(|file| file.rsplit('/').next().unwrap_or(file));
    match (file, line) {
        (Some(file), 1..) => format!("{file}:{line}"),
        _ => "?".into(),
    }
}

/// The functions that an instruction is in and the places there, innermost first: inlined calls,
/// then the function that has the code.
fn chain(built: &Built, pc: u64) -> Vec<String> {
    let Some((unit, function)) = built.image.function(pc) else { return vec![] };
    let spell_place =
        |place: Place| spell(unit.files.get(place.file as usize).map(String::as_str), place.line);
    let mut place = built.image.line(pc).map_or("?".into(), |at| spell(Some(at.file), at.line));
    let mut found = vec![];
    for scope in function.scopes_at(pc).iter().rev() {
        if let Some(inlined) = &scope.inlined {
            found.push(format!("{} {place}", last_name(&inlined.function)));
            place = spell_place(inlined.call);
        }
    }
    found.push(format!("{} {place}", last_name(&function.name)));
    found
}

/// A name without namespaces, classes and template arguments, in which tools differ.
fn last_name(name: &str) -> String {
    let mut depth = 0;
    let plain: String = image::demangle(name)
        .replace("->", "")
        .chars()
        .filter(|&c| {
            depth += i32::from(c == '<') - i32::from(c == '>');
            depth == 0 && c != '>'
        })
        .collect();
    let plain = plain.strip_suffix(" const").unwrap_or(&plain);
    let last = plain.rsplit("::").find(|part| !part.is_empty()).unwrap_or_default();
    // `{closure#0}` and `{{closure}}`.
    if last.starts_with('{') { "a closure".into() } else { last.to_owned() }
}

/// What `llvm-symbolizer` says in place of [`chain`], by address.
fn symbolized(built: &Built, pcs: &[u64]) -> Option<BTreeMap<u64, Vec<String>>> {
    let input: String = pcs.iter().map(|pc| format!("{pc:#x}\n")).collect();
    let arguments =
        ["--obj", built.file, "--output-style=GNU", "--addresses", "--basenames", "--no-demangle"];
    let said = ask(built, "llvm-symbolizer", &arguments, &input)?;
    let mut found = BTreeMap::new();
    let mut lines = said.lines().peekable();
    while let Some(address) = lines.next() {
        let Ok(pc) = u64::from_str_radix(address.trim_start_matches("0x"), 16) else { continue };
        let mut chain = vec![];
        while let Some(name) = lines.next_if(|line| !line.starts_with("0x")) {
            let Some(place) = lines.next() else { break };
            let (file, line) = place.split_once(':')?;
            let line = line.split([':', ' ']).next()?.parse().unwrap_or(0);
            chain.push(format!("{} {}", last_name(name), spell(Some(file), line)));
        }
        found.insert(pc, chain);
    }
    Some(found)
}

/// All instructions of the program's own functions: their lines and the calls that were inlined.
#[test]
fn lines_and_inlined_calls() {
    let mut wrong = vec![];
    for built in build_all("lines") {
        let functions = own(&built);
        assert!(functions.len() >= 4, "{}: {} functions", built.how, functions.len());
        let pcs: Vec<u64> = functions
            .iter()
            .flat_map(|(_, function)| {
                let start = function.start;
                let ranges = function.scope.ranges.iter().cloned();
                ranges.flat_map(move |range| range.map(move |at| start.wrapping_add(at)).step_by(2))
            })
            .collect();
        let Some(expected) = symbolized(&built, &pcs) else { return };
        let before = wrong.len();
        for &pc in &pcs {
            let found = chain(&built, pc);
            if Some(&found) != expected.get(&pc) {
                let expected = expected.get(&pc);
                wrong.push(format!("{} {pc:#x}: {found:?}, not {expected:?}", built.how));
            }
        }
        eprintln!("{}: {} places, {} differ", built.how, pcs.len(), wrong.len() - before);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
