//! Frames and variables of programs that other compilers made, against what gdb sees of them under qemu: both stop where a
//! statement of the user's begins.

use std::collections::BTreeSet;
use std::net::TcpListener;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::Arc;

use image::Image;
use image::access::{Event, UnitKind};
use image::debug::Location;
use process::{Answer, Driver, Request};
use source::MemoryFiles;
use testkit::foreign::{build, of_both, rust};
use testkit::tool;
use timeline::{ActiveFrame, Config, Lenses, Replay, Session, Stop};
use view::{Content, Holder, MemoryView, RowRole, RowView};

const NEEDED_FOR: &str = "comparing frames with a debugger's";

/// How many statements of a program are compared.
const STOP_COUNT: usize = 60;

/// How far apart the heaps of two runs may be. **Units**: bytes.
const HEAP_DISTANCE_MAX: i64 = 64 << 10;

/// What the frame that Linux makes for a signal has more than qemu's: room for the registers of
/// quadruple precision. **Units**: bytes.
const QUAD_SIZE: u64 = 256;

/// The variables of which no two runs have the same: a `HashMap` has keys at random.
const RANDOM: [&str; 1] = ["ages"];

/// What gdb saw at one stop.
#[derive(Default)]
struct Seen {
    frames: Vec<SeenFrame>,
}

struct SeenFrame {
    pc: u64,
    sp: u64,
    function: String,
    variables: Vec<SeenVariable>,
}

struct SeenVariable {
    name: String,
    /// 0 when it is not in memory.
    address: u64,
    /// `None` when it is optimized out.
    bytes: Option<Vec<u8>>,
}

/// A world outside without input, into which output goes unseen.
struct Nobody;

impl Driver for Nobody {
    fn answer(&mut self, request: &Request) -> Answer {
        match request {
            Request::Write { bytes, .. } => Answer::Count(bytes.len() as u64),
            Request::Read { .. } => Answer::Bytes(vec![]),
            Request::File(_) => Answer::Error(process::Errno::NoEntry),
        }
    }
}

fn number(text: &str) -> u64 {
    u64::from_str_radix(text, 16).unwrap()
}

fn parse(text: &str) -> Vec<Seen> {
    let mut stops: Vec<Seen> = vec![];
    for line in text.lines() {
        let (kind, rest) = line.split_at(1);
        let words: Vec<&str> = rest.split_whitespace().collect();
        match kind {
            "s" => stops.push(Seen::default()),
            "f" => stops.last_mut().unwrap().frames.push(SeenFrame {
                pc: number(words[0]),
                sp: number(words[1]),
                function: words[2..].join(" "),
                variables: vec![],
            }),
            _ => {
                let frame = stops.last_mut().unwrap().frames.last_mut().unwrap();
                frame.variables.extend(variable(&words[1..]));
            }
        }
    }
    stops
}

/// `None` for one that gdb cannot tell simply.
fn variable(words: &[&str]) -> Option<SeenVariable> {
    let pair = |at: usize, text: &str| number(&text[at..at + 2]) as u8;
    let bytes = match words[2] {
        "?" => return None,
        "out" => None,
        text => Some((0..text.len()).step_by(2).map(|at| pair(at, text)).collect()),
    };
    Some(SeenVariable { name: words[0].into(), address: number(words[1]), bytes })
}

/// The addresses where statements of the user's begin.
fn places(session: &Session) -> BTreeSet<u64> {
    let program = session.program().unwrap();
    let users = program.units().iter().filter(|unit| unit.kind == UnitKind::User);
    let functions = users.flat_map(|unit| &unit.functions);
    let rows = functions.flat_map(|function| function.rows.iter().map(|row| (function.start, row)));
    let statements = rows.filter(|(_, row)| row.event == Event::Statement);
    statements.map(|(start, row)| start + u64::from(row.offset)).collect()
}

/// What gdb sees of a program under qemu; `None` when one of them is not there.
fn seen_by_gdb(elf: &Path, places: &BTreeSet<u64>) -> Option<Vec<Seen>> {
    let (qemu, gdb) = (tool("qemu-riscv64", NEEDED_FOR)?, tool("gdb-multiarch", NEEDED_FOR)?);
    let directory = elf.with_extension("gdb");
    std::fs::create_dir_all(&directory).unwrap();
    std::fs::write(directory.join("stops.py"), include_str!("debugger/stops.py")).unwrap();
    let listed: Vec<String> = places.iter().map(|place| format!("{place:x}")).collect();
    std::fs::write(directory.join("places.txt"), listed.join("\n")).unwrap();
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port().to_string();
    let mut qemu = qemu.command();
    let mut qemu = qemu.args(["-g", &port]).arg(elf).stdout(Stdio::null()).spawn().unwrap();
    let mut gdb = gdb.command();
    gdb.args(["-nx", "-batch", "-x", "stops.py"]).arg(elf).current_dir(&directory);
    gdb.env("STOPS_PORT", port).env("STOPS_COUNT", STOP_COUNT.to_string());
    let finished = testkit::run_within(&mut gdb, b"", std::time::Duration::from_secs(300));
    let _ = qemu.kill();
    let _ = qemu.wait();
    let text = std::fs::read_to_string(directory.join("stops.txt")).unwrap_or_default();
    let stops = parse(&text);
    assert!(stops.len() > 3, "{}: {}", elf.display(), finished.stderr);
    Some(stops)
}

/// Two runs of a program, ours and qemu's, which differ in where things lie.
struct Comparison {
    how: String,
    image: Arc<Image>,
    /// How far our stack is above theirs, modulo 2⁶⁴.
    stack: Option<u64>,
    /// Where our heap is; the C library begins theirs some bytes apart.
    heap: Range<u64>,
    frame_count: usize,
    value_count: usize,
    lost_count: usize,
    wrong: Vec<String>,
}

impl Comparison {
    fn stop(&mut self, replay: &Replay, memory: &MemoryView, seen: &Seen) {
        let ours: Vec<ActiveFrame> = replay.frames().collect();
        let heap = replay.process().heap();
        self.heap = heap.start.0..heap.end.0;
        let sp = replay.process().machine().hart.get(riscv::Reg::SP);
        let stack = *self.stack.get_or_insert(sp.wrapping_sub(seen.frames[0].sp));
        let mut inner_cfa = sp;
        for (level, theirs) in seen.frames.iter().enumerate() {
            let Some(frame) = ours.get(level) else {
                return self.differ(theirs, "we have no such frame".into());
            };
            let is_moved = |by: u64| theirs.sp.wrapping_add(stack).wrapping_sub(by) == inner_cfa;
            let at = (plain(&frame.function), inner_cfa);
            let expected = (plain(&theirs.function), theirs.sp.wrapping_add(stack));
            let is_there = is_moved(0) || frame.function == "handler" && is_moved(QUAD_SIZE);
            if at.0 != expected.0 || !is_there {
                return self.differ(theirs, format!("{at:x?}, not {expected:x?}"));
            }
            self.frame_count += 1;
            inner_cfa = frame.frame.cfa;
            if frame.kind == UnitKind::User {
                self.variables(memory, frame, theirs, level == 0);
            }
            // Parts of the C library have no call frame information, and there gdb guesses.
            if self.image.unwind(frame.pc).is_none() {
                return;
            }
        }
    }

    fn differ(&mut self, frame: &SeenFrame, what: String) {
        self.wrong.push(format!("{}: {:#x} {}: {what}", self.how, frame.pc, frame.function));
    }

    fn variables(
        &mut self,
        memory: &MemoryView,
        frame: &ActiveFrame,
        theirs: &SeenFrame,
        is_innermost: bool,
    ) {
        let is_it = |view: &&view::FrameView| view.end == frame.frame.cfa && !view.is_inlined;
        let Some(view) = memory.stack.frames.iter().find(is_it) else { return };
        let is_same = |variable: &&SeenVariable| !RANDOM.contains(&variable.name.as_str());
        for variable in theirs.variables.iter().filter(is_same) {
            let same = |row: &&RowView| {
                row.name == variable.name && matches!(row.role, RowRole::Parameter | RowRole::Local)
            };
            let mut rows = view.rows.iter().filter(same);
            match (rows.next(), rows.next()) {
                (Some(row), None) => self.value(frame, theirs, variable, row, is_innermost),
                // Its room is not reserved yet.
                (None, _) if variable.address != 0 && variable.address < theirs.sp => {}
                (None, _) if variable.bytes.is_some() => {
                    self.differ(theirs, format!("{} is not shown", variable.name));
                }
                // One hides the other.
                _ => {}
            }
        }
    }

    fn value(
        &mut self,
        frame: &ActiveFrame,
        theirs: &SeenFrame,
        variable: &SeenVariable,
        row: &RowView,
        is_innermost: bool,
    ) {
        let is_lost = row.holder == Holder::OptimisedOut;
        match &variable.bytes {
            None if is_lost => self.lost_count += 1,
            // We know what a function was called with.
            None if self.is_of_entry(frame.pc, &variable.name) => {}
            None => self.differ(theirs, format!("{} is optimized out", variable.name)),
            // Registers that a callee need not keep; gdb shows what is in them now.
            Some(_) if is_lost && !is_innermost => {}
            Some(_) if row.content != Content::Initialized && !is_lost => {}
            Some(bytes) => {
                self.value_count += 1;
                if is_lost || !self.is_same(&row.bytes, bytes) {
                    let ours = (&row.holder, &row.bytes);
                    self.differ(theirs, format!("{}: {ours:x?}, not {bytes:x?}", variable.name));
                }
            }
        }
    }

    /// Whether values are the same but for where the stack and the heap lie.
    fn is_same(&self, ours: &[u8], theirs: &[u8]) -> bool {
        let size = ours.len().min(theirs.len());
        let (ours, theirs) = (&ours[..size], &theirs[..size]);
        let words = |bytes: &[u8]| u64::from_le_bytes(bytes.try_into().unwrap_or_default());
        size > 0
            && ours.chunks(8).zip(theirs.chunks(8)).all(|(ours, theirs)| {
                let distance = words(ours).wrapping_sub(words(theirs));
                let is_moved = Some(distance) == self.stack
                    || self.heap.contains(&words(ours))
                        && (distance as i64).abs() < HEAP_DISTANCE_MAX;
                ours == theirs || ours.len() == 8 && is_moved
            })
    }

    /// Whether a variable is described by what a register held at the call: `DW_OP_entry_value`
    /// and its predecessor (DWARF 5 section 2.5.1.7).
    fn is_of_entry(&self, pc: u64, name: &str) -> bool {
        let Some((_, function)) = self.image.function(pc) else { return false };
        let scopes = function.scopes_at(pc);
        let mut variables = scopes.iter().flat_map(|scope| &scope.variables);
        variables.any(|variable| match &variable.location {
            Location::Expressions(expressions) => {
                let is_entry = |byte: &u8| matches!(byte, 0xa3 | 0xf3);
                variable.name == name
                    && expressions.iter().any(|(_, bytes)| bytes.iter().any(is_entry))
            }
            _ => false,
        })
    }
}

/// A function's name without namespaces, template arguments and parameters, in which tools differ.
fn plain(name: &str) -> String {
    let mut depth = 0;
    let without: String = image::demangle(name)
        .split('(')
        .next()
        .unwrap_or_default()
        .chars()
        .filter(|&c| {
            depth += i32::from(c == '<') - i32::from(c == '>');
            depth == 0 && c != '>'
        })
        .collect();
    // GCC's names of copies of functions.
    let name = without.rsplit("::").next().unwrap_or_default().to_string();
    name.split('.').next().unwrap_or_default().to_string()
}

/// Compares a program at each of its first statements; `None` when a tool is not there.
fn compare(elf: &Path) -> Option<Comparison> {
    let image = Arc::new(Image::read(std::fs::read(elf).unwrap()).unwrap());
    let mut config = Config::default();
    config.process.arguments = vec![];
    config.process.program = elf.to_string_lossy().into_owned();
    let mut session = Session::new(Arc::clone(&image), config);
    session.run(&mut Nobody).unwrap();
    let stops = seen_by_gdb(elf, &places(&session))?;
    let how = elf.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut comparison = Comparison {
        how,
        image,
        stack: None,
        heap: 0..0,
        frame_count: 0,
        value_count: 0,
        lost_count: 0,
        wrong: vec![],
    };
    let files = MemoryFiles::new();
    let mut replay = session.replay(Lenses::all()).unwrap();
    for seen in &stops {
        let Stop::Step(step) = replay.next_step() else { break };
        assert_eq!(step.pc.0, seen.frames[0].pc, "{}: step {}", comparison.how, step.number);
        let memory = view::memory_of(&replay, &session, &files, None).unwrap();
        comparison.stop(&replay, &memory, seen);
    }
    eprintln!(
        "{}: {} stops, {} frames, {} values, {} optimised out",
        comparison.how,
        stops.len(),
        comparison.frame_count,
        comparison.value_count,
        comparison.lost_count,
    );
    assert!(comparison.frame_count > 0 && comparison.value_count > 0, "{}", comparison.how);
    Some(comparison)
}

fn check(programs: impl IntoIterator<Item = PathBuf>) {
    let compared = programs.into_iter().filter_map(|elf| compare(&elf));
    let wrong: Vec<String> = compared.flat_map(|comparison| comparison.wrong).collect();
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
}

fn scratch(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&path);
    std::fs::create_dir_all(&path).unwrap();
    path
}

#[test]
fn c_is_seen_as_gdb_sees_it() {
    let directory = scratch("debugger-c");
    let sources = ["list.c", "jumps.c", "recursion.c"];
    check(sources.iter().flat_map(|source| of_both(source, &directory)));
}

#[test]
fn cpp_is_seen_as_gdb_sees_it() {
    let directory = scratch("debugger-cpp");
    let sources = ["classes.cpp", "thrown.cpp"];
    check(sources.iter().flat_map(|source| of_both(source, &directory)));
}

#[test]
fn rust_is_seen_as_gdb_sees_it() {
    let directory = scratch("debugger-rust");
    check(["0", "2"].iter().filter_map(|level| rust(level, &directory)));
}

#[test]
fn other_levels_are_seen_as_gdb_sees_them() {
    let directory = scratch("debugger-levels");
    let gcc = |flags: &[&str]| build("riscv64-linux-gnu-gcc", "jumps.c", flags, &directory);
    check([gcc(&["-O1", "-g"]), gcc(&["-Os", "-g"]), gcc(&["-O3", "-g"])].into_iter().flatten());
}
