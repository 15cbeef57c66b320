//! A program under `qemu-riscv64`, held by gdb's protocol, and logged if that is wanted.

use std::fs::File;
use std::io::Read;
use std::os::unix::fs::FileExt;
use std::os::unix::net::UnixStream;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use super::gdb::Gdb;
use super::log::Log;
use crate::outcome::{Outcome, Pair};

/// Where the program's address 0 is in qemu's own memory.
const GUEST_BASE: u64 = 1 << 36;
/// How long qemu may take to begin.
const START_TIME_MAX: Duration = Duration::from_secs(20);

/// A run. It is killed when it is dropped.
#[derive(Debug)]
pub(super) struct Qemu {
    pub(super) gdb: Gdb,
    child: Child,
    output: Option<[JoinHandle<Vec<u8>>; 2]>,
    /// Where the socket is, and the pipe.
    directory: PathBuf,
}

/// How a run ended, and what it wrote to standard output and standard error.
#[derive(Debug)]
pub(super) struct End {
    /// As a shell has it.
    pub(super) status: i32,
    pub(super) output: [Vec<u8>; 2],
}

impl Qemu {
    /// Starts a program, which stands still before its first instruction. What it says later it says within a time.
    ///
    /// Its address space ends where ours does, so that the stack is at the same place.
    pub(super) fn start(executable: &Path, time_max: Duration) -> Result<Qemu, String> {
        Qemu::start_with(executable, time_max, directory()?, &[])
    }

    /// The same, one instruction at a time, with a log of the registers before each.
    pub(super) fn start_logged(
        executable: &Path,
        time_max: Duration,
    ) -> Result<(Qemu, Log), String> {
        let directory = directory()?;
        let pipe = directory.join("log");
        let made = Command::new("mkfifo").arg(&pipe).status();
        if !made.is_ok_and(|status| status.success()) {
            return Err(format!("cannot make the pipe {}", pipe.display()));
        }
        let log = Log::open(pipe.clone());
        let pipe = pipe.display().to_string();
        let options = ["-singlestep", "-d", "cpu,fpu,nochain", "-D", &pipe];
        Ok((Qemu::start_with(executable, time_max, directory, &options)?, log))
    }

    fn start_with(
        executable: &Path,
        time_max: Duration,
        directory: PathBuf,
        options: &[&str],
    ) -> Result<Qemu, String> {
        let socket = directory.join("gdb");
        let mut command = Command::new("qemu-riscv64");
        command.arg("-B").arg(format!("{GUEST_BASE:#x}"));
        command.arg("-R").arg(format!("{:#x}", process::STACK_TOP.0)).args(options);
        command
            .arg("-s")
            .arg(stack_size().to_string())
            .arg("-g")
            .arg(&socket)
            .arg(executable)
            .env_clear();
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().map_err(|error| format!("qemu-riscv64: {error}"))?;
        let output = child.stdout.take().map(drain).zip(child.stderr.take().map(drain));
        let gdb = connect(&socket, &mut child).and_then(|stream| Gdb::new(stream, time_max));
        match gdb {
            Ok(gdb) => Ok(Qemu { gdb, child, output: output.map(<[_; 2]>::from), directory }),
            Err(why) => {
                let _ = child.kill();
                let _ = child.wait();
                let _ = std::fs::remove_dir_all(directory);
                Err(why)
            }
        }
    }

    /// Reads the program's memory, while it stands still. gdb's protocol would give 2 KiB at a time.
    pub(super) fn read(&self, start: u64, size: u64) -> Result<Vec<u8>, String> {
        let path = format!("/proc/{}/mem", self.child.id());
        let mut bytes = vec![0; size as usize];
        File::open(&path)
            .and_then(|memory| memory.read_exact_at(&mut bytes, GUEST_BASE + start))
            .map_err(|error| format!("qemu's memory at {start:#x}: {error}"))?;
        Ok(bytes)
    }

    /// How it has ended, which the stub has said.
    pub(super) fn end(&mut self) -> Result<End, String> {
        /// What qemu says itself when a signal ends the program.
        const SAID_BY_QEMU: &[u8] = b"qemu: uncaught target signal";
        let status = self.child.wait().map_err(|error| format!("qemu-riscv64: {error}"))?;
        let status = status.code().or_else(|| status.signal().map(|signal| 128 + signal));
        let output = self.output.take().ok_or("qemu has ended before")?;
        let mut output = output.map(|thread| thread.join().unwrap_or_default());
        let said = output[1].windows(SAID_BY_QEMU.len()).rposition(|part| part == SAID_BY_QEMU);
        output[1].truncate(said.unwrap_or(usize::MAX));
        Ok(End { status: status.unwrap_or(-1), output })
    }
}

impl End {
    /// In what it differs from qemu's, in words.
    pub(super) fn difference(self, theirs: End) -> Option<String> {
        let outcome = |status, stdout| Outcome { status, stdout, last_line: String::new() };
        self.output.into_iter().zip(theirs.output).find_map(|(ours, other)| {
            let pair =
                Pair { ours: outcome(self.status, ours), theirs: outcome(theirs.status, other) };
            pair.difference().map(|difference| pair.said(&difference))
        })
    }
}

impl Drop for Qemu {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = std::fs::remove_dir_all(&self.directory);
    }
}

/// How large qemu makes the stack: what follows is free for `mmap`, here behind the guard.
fn stack_size() -> u64 {
    process::Config::default().stack_limit_bytes + process::STACK_GUARD_SIZE_BYTES
}

/// A new folder of its own.
fn directory() -> Result<PathBuf, String> {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let name = format!("cutaway-lockstep-{}-{count}", std::process::id());
    let directory = std::env::temp_dir().join(name);
    std::fs::create_dir_all(&directory)
        .map_err(|error| format!("{}: {error}", directory.display()))?;
    Ok(directory)
}

/// Connects to the stub, once it is there.
fn connect(socket: &Path, child: &mut Child) -> Result<UnixStream, String> {
    let started = Instant::now();
    loop {
        if let Ok(stream) = UnixStream::connect(socket) {
            return Ok(stream);
        }
        if let Ok(Some(status)) = child.try_wait() {
            return Err(format!("qemu-riscv64 does not begin: {status}"));
        }
        if started.elapsed() > START_TIME_MAX {
            return Err("qemu-riscv64 does not begin".into());
        }
        std::thread::sleep(Duration::from_millis(2));
    }
}

fn drain(mut pipe: impl Read + Send + 'static) -> JoinHandle<Vec<u8>> {
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        let _ = pipe.read_to_end(&mut bytes);
        bytes
    })
}
