//! Frames and variables of stopped programs, against what gdb sees of them under qemu.

mod foreign;
mod support;

use foreign::{Built, build, build_all};
use image::Image;
use image::debug::Variable;
use image::evaluate::Storage;
use image::frames::{Frame, Images, Loaded, Memory, Registers};
use std::net::TcpListener;
use std::process::{Command, Stdio};
use support::{run, said};

/// What gdb saw at one stop.
#[derive(Default)]
struct Stop {
    /// The program counter, then `x0` to `x31`.
    registers: Vec<u64>,
    /// `f0` to `f31`.
    floats: Vec<u64>,
    memory: Vec<(u64, Vec<u8>)>,
    /// Program counter and stack pointer of each frame, innermost first.
    frames: Vec<(u64, u64)>,
    /// Frame, name, bytes or `out` or `?`.
    variables: Vec<(usize, String, String)>,
}

fn number(text: &str) -> u64 {
    u64::from_str_radix(text, 16).unwrap()
}

fn bytes(text: &str) -> Vec<u8> {
    let pairs = (0..text.len() / 2).map(|index| &text[2 * index..2 * index + 2]);
    pairs.map(|pair| u8::from_str_radix(pair, 16).unwrap()).collect()
}

/// Runs a program under qemu and gdb, and stops it `count` times, `stride` instructions apart, from
/// the first call of a function on; `None` when a tool is not there.
fn stops(built: &Built, function: &str, count: u32, stride: u32) -> Option<Vec<Stop>> {
    let script = include_str!("foreign/stops.py");
    std::fs::write(built.directory.join("stops.py"), script).unwrap();
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port().to_string();
    let mut qemu = Command::new("qemu-riscv64")
        .args(["-g", &free, built.file])
        .current_dir(&built.directory)
        .stdout(Stdio::null())
        .spawn()
        .ok()?;
    let gdb = Command::new("gdb-multiarch")
        .args(["-nx", "-batch", "-x", "stops.py", built.file])
        .current_dir(&built.directory)
        .env("STOPS_PORT", free)
        .env("STOPS_FUNCTION", function)
        .env("STOPS_COUNT", count.to_string())
        .env("STOPS_STRIDE", stride.to_string())
        .output();
    let _ = qemu.kill();
    let _ = qemu.wait();
    let text = std::fs::read_to_string(built.directory.join("stops.txt"));
    let (gdb, text) = (gdb.ok()?, text.unwrap_or_default());
    assert!(text.lines().count() > 10, "{}: {}", built.how, said(&gdb));
    Some(parse(&text))
}

fn parse(text: &str) -> Vec<Stop> {
    let mut stops: Vec<Stop> = vec![];
    for line in text.lines() {
        let words: Vec<_> = line.split(' ').collect();
        match (words[0], stops.last_mut()) {
            ("s", _) => stops.push(Stop::default()),
            ("r", Some(stop)) => stop.registers = words[1..].iter().map(|it| number(it)).collect(),
            ("x", Some(stop)) => stop.floats = words[1..].iter().map(|it| number(it)).collect(),
            ("m", Some(stop)) => stop.memory.push((number(words[1]), bytes(words[2]))),
            ("f", Some(stop)) => stop.frames.push((number(words[1]), number(words[2]))),
            ("v", Some(stop)) => {
                stop.variables.push((words[1].parse().unwrap(), words[2].into(), words[3].into()));
            }
            _ => panic!("{line}"),
        }
    }
    stops
}

/// What gdb wrote down, and what the image gives.
struct Seen<'a>(&'a Stop, &'a Built);

impl Memory for Seen<'_> {
    fn read(&self, address: u64, out: &mut [u8]) -> bool {
        let find = |start: u64, bytes: &[u8]| {
            let at = usize::try_from(address.wrapping_sub(start)).ok()?;
            Some(bytes.get(at..at.checked_add(out.len())?)?.to_vec())
        };
        let found = self.0.memory.iter().find_map(|(start, bytes)| find(*start, bytes));
        let image = &self.1.image;
        let found = found.or_else(|| Some(image.loaded_bytes(address, out.len())?.to_vec()));
        found.map(|bytes| out.copy_from_slice(&bytes)).is_some()
    }
}

/// A variable of the function that a frame is in; of several with a name, the innermost.
fn variable<'a>(built: &'a Built, frame: &Frame, name: &str) -> Option<&'a Variable> {
    let (_, function) = built.image.function(frame.at())?;
    let scopes = function.scopes_at(frame.at());
    let own = scopes.iter().position(|scope| scope.inlined.is_some()).unwrap_or(scopes.len());
    let mut variables = scopes[..own].iter().rev().flat_map(|scope| &scope.variables);
    variables.find(|variable| variable.name == name)
}

/// Whether all or a part of a variable was optimized away.
fn is_lost(storage: &Storage) -> bool {
    match storage {
        Storage::Pieces(pieces) => pieces.iter().any(|piece| is_lost(&piece.storage)),
        storage => *storage == Storage::OptimizedOut,
    }
}

/// How many frames and variables were compared, and what differed.
#[derive(Default)]
struct Tally {
    frames: usize,
    /// Stops in code without call frame information.
    guessed: usize,
    variables: usize,
    without_value: usize,
    wrong: Vec<String>,
}

fn compare(built: &Built, stop: &Stop, is_same: bool, tally: &mut Tally) {
    let before = tally.wrong.len();
    compare_frames(built, stop, is_same, tally);
    for wrong in &mut tally.wrong[before..] {
        *wrong = format!("{}: {wrong}", built.how);
    }
}

fn compare_frames(built: &Built, stop: &Stop, is_same: bool, tally: &mut Tally) {
    let images = Images::new([Loaded { image: &built.image, bias: 0 }]);
    let memory = Seen(stop, built);
    let mut registers: Registers = [None; _];
    for (to, &from) in registers.iter_mut().zip(stop.registers[1..].iter().chain(&stop.floats)) {
        *to = Some(from);
    }
    let frames: Vec<_> = images.frames(stop.registers[0], &registers, &memory).take(20).collect();
    let found: Vec<_> = frames.iter().map(|it| (it.pc, it.registers[2].unwrap_or(0))).collect();
    // gdb ends at `main`; what is behind it is C library. Parts of that have no call frame
    // information, and there gdb guesses worse.
    let expected = &stop.frames[..];
    let is_told = |frame: &Frame| built.image.unwind(frame.at()).is_some();
    if !frames.iter().take(expected.len()).all(is_told) && is_same {
        tally.guessed += 1;
        return;
    }
    tally.frames += expected.len();
    if found.get(..expected.len()) != Some(expected) {
        tally.wrong.push(format!("frames {found:x?}, not {expected:x?}"));
        return;
    }
    for (frame, caller) in frames.iter().zip(&expected[1..]) {
        assert_eq!(frame.cfa, Some(caller.1), "{}: {:#x}", built.how, frame.pc);
    }
    for (level, name, expected) in stop.variables.iter().filter(|(.., value)| value != "?") {
        let frame = &frames[*level];
        let Some(variable) = variable(built, frame, name) else {
            tally.wrong.push(format!("{:#x}: no variable {name}", frame.pc));
            continue;
        };
        let context = images.context(frame, &memory);
        let storage = built.image.evaluate(variable, frame.at(), &context);
        let size = expected.len() as u64 / 2;
        let contents = match expected.as_str() {
            "out" => None,
            _ => built.image.contents(&storage, size, &context),
        };
        let is_equal = match expected.as_str() {
            "out" => is_lost(&storage),
            // A register that the callee need not keep is lost to us; gdb shows what is in it now.
            _ if frame.is_calling && contents.is_none() => matches!(storage, Storage::Register(_)),
            hex => contents.as_deref() == Some(&bytes(hex)[..]),
        };
        tally.variables += 1;
        tally.without_value += usize::from(expected == "out");
        if !is_equal {
            let location = &variable.location;
            tally.wrong.push(format!(
                "{:#x} {name}: {storage:x?} {contents:x?}, not {expected} ({location:x?})",
                frame.pc
            ));
        }
    }
}

/// Compares what an image gives with what gdb saw; says what differs. `is_same` when gdb had no more
/// call frame information than we.
fn check(built: &Built, stops: &[Stop], is_same: bool) -> Vec<String> {
    let mut tally = Tally::default();
    for stop in stops {
        compare(built, stop, is_same, &mut tally);
    }
    eprintln!(
        "{}: {} stops ({} not compared), {} frames, {} variables ({} optimized out), {} differ",
        built.how,
        stops.len(),
        tally.guessed,
        tally.frames,
        tally.variables,
        tally.without_value,
        tally.wrong.len()
    );
    tally.wrong
}

#[test]
fn frames_and_variables() {
    let mut wrong = vec![];
    for built in build_all("unwinding") {
        let main = if built.how.starts_with("rustc") { "shapes::geometry::area" } else { "main" };
        if let Some(stops) = stops(&built, main, 40, 5) {
            wrong.extend(check(&built, &stops, true));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// GCC writes no call frame information for C without `-g`; the instructions tell where frames are.
/// gdb sees the same program before the information is taken away.
#[test]
fn frames_without_call_frame_information() {
    let mut wrong = vec![];
    for optimization in ["-O0", "-O1", "-O2", "-Os"] {
        let options = [optimization, "-g", "-fno-asynchronous-unwind-tables"];
        let Some(mut built) = build("plain", "riscv64-linux-gnu-gcc", &options) else { return };
        let Some(mut stops) = stops(&built, "main", 70, 4) else { return };
        stops.iter_mut().for_each(|stop| stop.variables.clear());
        let arguments = ["--strip-debug", built.file, "plain"];
        let Some(output) = run(&built.directory, "riscv64-linux-gnu-objcopy", &arguments) else {
            return;
        };
        assert_eq!(said(&output), "");
        built.image = Image::read(std::fs::read(built.directory.join("plain")).unwrap()).unwrap();
        let main = built.image.symbol("main").unwrap().address;
        assert_eq!(built.image.unwind(main), None);
        wrong.extend(check(&built, &stops, false));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
