//! Ctrl-C: the first one is the program's, as under `qemu-riscv64`, the second one ends the run; and a replay of such a run, or
//! of one that used directories, has the states of the run itself, without asking anybody.

mod shared;

use host::Host;
use image::Image;
use process::{Answer, Driver, Ending, Errno, Grant, Request};
use shared::{cutaway, scratch};
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;
use testkit::tool;
use timeline::{Config, Lenses, Limits, Session, Stop};

/// Builds a program of `tests/guest`; `None` without a compiler.
fn build(name: &str, test: &str) -> Option<PathBuf> {
    let gcc = tool("riscv64-linux-gnu-gcc", "programs that are interrupted")?;
    let source = testkit::repository().join("tests/guest").join(name).with_extension("c");
    let program = scratch(test).join("program");
    let mut command = gcc.command();
    command.args(["-std=gnu17", "-O1", "-w", "-static", "-o"]).arg(&program).arg(source);
    let built = testkit::run(&mut command, b"");
    assert_eq!(built.status, 0, "{}", built.stderr);
    Some(program)
}

/// Starts a command, interrupts it each time that it has written a line, `count` times at most, then gives it input. Returns what
/// it wrote to both streams, and its exit status as a shell gives it.
fn interrupt(command: &mut Command, count: usize) -> (String, String, i32) {
    /// The program may still be on its way to what it does after the line.
    const WAY: Duration = Duration::from_millis(200);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let (mut output, mut errors) = (String::new(), String::new());
    let mut lines = BufReader::new(child.stdout.take().unwrap());
    for _ in 0..count {
        lines.read_line(&mut output).unwrap();
        std::thread::sleep(WAY);
        let kill = format!("kill -INT {}", child.id());
        assert!(Command::new("sh").args(["-c", &kill]).status().unwrap().success());
    }
    std::thread::sleep(WAY);
    // A program that has ended reads nothing.
    let _ = child.stdin.take().unwrap().write_all(b"input\n");
    lines.read_to_string(&mut output).unwrap();
    child.stderr.take().unwrap().read_to_string(&mut errors).unwrap();
    let status = child.wait().unwrap();
    let signal = std::os::unix::process::ExitStatusExt::signal(&status);
    (output, errors, signal.map_or(status.code().unwrap_or(-1), |signal| 128 + signal))
}

fn interrupt_ours(program: &Path, what: &str, count: usize) -> (String, String, i32) {
    interrupt(&mut cutaway(&["run", &program.to_string_lossy(), what]), count)
}

#[test]
fn the_first_one_is_the_programs_as_under_qemu() {
    let Some(qemu) = tool("qemu-riscv64", "programs that are interrupted") else { return };
    let Some(program) = build("interrupt", "interrupt-first") else { return };
    // A read that the host makes goes on after Ctrl-C until there is input; so `fail` is not compared.
    for what in ["compute", "restart", "ignore"] {
        let ours = interrupt_ours(&program, what, 1);
        let theirs = interrupt(qemu.command().arg(&program).arg(what), 1);
        assert_eq!(ours, theirs, "{what}");
    }
}

#[test]
fn the_second_one_ends_the_run() {
    const SAYS: &str = "cutaway: The user stops the program.";
    let Some(program) = build("interrupt", "interrupt-second") else { return };
    let (output, errors, status) = interrupt_ours(&program, "again", 2);
    assert_eq!((output.as_str(), status), ("ready\nhandled\n", 130));
    assert!(errors.contains(SAYS), "{errors}");
    let (output, errors, status) = interrupt_ours(&program, "nothing", 1);
    assert_eq!((output.as_str(), status), ("ready\n", 130));
    assert!(errors.contains(SAYS), "{errors}");
}

/// Interrupts the program the first few times that it reads, and at some of the looks.
#[derive(Default)]
struct Interrupting {
    reads: usize,
    looks: &'static [usize],
    look: usize,
    is_interrupted: bool,
    output: Vec<u8>,
}

impl Driver for Interrupting {
    fn answer(&mut self, request: &Request) -> Answer {
        match request {
            Request::Write { bytes, .. } => {
                self.output.extend(bytes);
                Answer::Count(bytes.len() as u64)
            }
            Request::Read { .. } if self.reads > 0 => {
                self.reads -= 1;
                self.is_interrupted = true;
                Answer::Error(Errno::Interrupted)
            }
            Request::Read { .. } => Answer::Bytes(b"input\n".to_vec()),
            Request::File(_) => Answer::Error(Errno::NoEntry),
        }
    }

    fn is_interrupted(&mut self) -> bool {
        self.look += 1;
        std::mem::take(&mut self.is_interrupted) || self.looks.contains(&self.look)
    }
}

fn session(program: &Path, process: process::Config) -> Session {
    let image = Image::read(std::fs::read(program).unwrap()).unwrap();
    let limits = Limits { instruction_count_max: Some(100_000_000), ..Limits::default() };
    Session::new(Arc::new(image), Config { process, checker: None, limits })
}

/// Replays a run to its end, straight and by way of other moments; it must come out as the run did.
fn replay(session: &Session, output: &[u8]) {
    let outcome = session.outcome().unwrap();
    for way in [&[][..], &[2, 3, 1], &[5, 4]] {
        let mut replay = session.replay(Lenses::default()).unwrap();
        for part in way {
            replay.seek_moment(outcome.moment / part).unwrap();
        }
        assert_eq!(replay.finish(), Stop::Ended(outcome.ending.clone()));
        assert_eq!(replay.moment(), outcome.moment);
        assert_eq!(replay.process().state_hash(), outcome.state_hash);
        replay.rewind().unwrap();
        replay.finish();
        let written: Vec<u8> = replay.take_output().into_iter().flat_map(|it| it.bytes).collect();
        assert_eq!(String::from_utf8_lossy(&written), String::from_utf8_lossy(output));
    }
}

#[test]
fn an_interrupted_run_is_replayed() {
    let Some(program) = build("interrupt", "interrupt-replay") else { return };
    let cases = [
        ("compute", 0, &[3][..], "ready\nhandled\n", Ending::Exited { status: 7 }),
        ("fail", 1, &[], "ready\nread -1, Interrupted system call, 1 interrupted\n", EXITED),
        ("restart", 1, &[], "ready\nread 6, done, 1 interrupted\n", EXITED),
        ("ignore", 1, &[], "ready\nread 6, done, 0 interrupted\n", EXITED),
        ("restart", 2, &[], "ready\n", Ending::Interrupted),
        ("again", 0, &[4, 6], "ready\nhandled\n", Ending::Interrupted),
    ];
    for (what, reads, looks, output, ending) in cases {
        let arguments = vec![what.into()];
        let mut session = session(&program, process::Config { arguments, ..Default::default() });
        let mut driver = Interrupting { reads, looks, ..Default::default() };
        let outcome = session.run(&mut driver).unwrap();
        assert_eq!(String::from_utf8_lossy(&driver.output), output, "{what}");
        assert_eq!(outcome.ending, ending, "{what}");
        replay(&session, output.as_bytes());
    }
}

const EXITED: Ending = Ending::Exited { status: 0 };

/// A host whose standard output is kept.
struct Kept(Host, Vec<u8>);

impl Driver for Kept {
    fn answer(&mut self, request: &Request) -> Answer {
        match request {
            Request::Write { bytes, .. } => {
                self.1.extend(bytes);
                Answer::Count(bytes.len() as u64)
            }
            Request::Read { .. } => Answer::Bytes(vec![]),
            Request::File(_) => self.0.answer(request),
        }
    }
}

#[test]
fn a_run_that_used_a_directory_is_replayed_without_it() {
    for name in ["bytes", "names", "library"] {
        let test = format!("replay-{name}");
        let Some(program) = build(&format!("files/{name}"), &test) else { return };
        let directory = program.with_file_name("granted");
        std::fs::create_dir(&directory).unwrap();
        let mut driver = Kept(Host::default(), vec![]);
        driver.0.grant(&directory, false).unwrap();
        let grants = vec![Grant { path: b"/home/user".to_vec(), is_read_only: false }];
        let mut session = session(&program, process::Config { grants, ..Default::default() });
        assert_eq!(session.run(&mut driver).unwrap().ending, EXITED, "{name}");
        assert!(session.log().answers.len() > 20, "{name} asks for files");
        std::fs::remove_dir_all(&directory).unwrap();
        replay(&session, &driver.1);
    }
}
