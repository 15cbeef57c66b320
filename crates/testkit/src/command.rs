//! Running a command: output, status, and a limit on time.

use std::io::{Read, Write};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// What a command did.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Finished {
    /// Its exit status, as a shell says it: 128+n for signal n; 124 when it ran too long.
    pub status: i32,
    /// Its standard output.
    pub stdout: Vec<u8>,
    /// Its standard error, bytes that are not UTF-8 replaced.
    pub stderr: String,
}

/// How long a command may run, unless its caller says otherwise.
const TIME_MAX: Duration = Duration::from_secs(60);

/// Runs a command with the given standard input.
///
/// **Panics** when it cannot be started: that is a test's failure.
pub fn run(command: &mut Command, input: &[u8]) -> Finished {
    run_within(command, input, TIME_MAX)
}

/// The same, with a limit on its time.
pub fn run_within(command: &mut Command, input: &[u8], time_max: Duration) -> Finished {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("cannot start {command:?}: {error}"));
    let mut stdin = child.stdin.take().expect("it is piped");
    let input = input.to_vec();
    let writer = std::thread::spawn(move || {
        let _ = stdin.write_all(&input);
    });
    let stdout = drain(child.stdout.take().expect("it is piped"));
    let stderr = drain(child.stderr.take().expect("it is piped"));
    let status = wait(&mut child, time_max);
    let _ = writer.join();
    Finished {
        status,
        stdout: stdout.join().unwrap_or_default(),
        stderr: String::from_utf8_lossy(&stderr.join().unwrap_or_default()).into_owned(),
    }
}

fn drain(mut pipe: impl Read + Send + 'static) -> std::thread::JoinHandle<Vec<u8>> {
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        let _ = pipe.read_to_end(&mut bytes);
        bytes
    })
}

fn wait(child: &mut std::process::Child, time_max: Duration) -> i32 {
    let started = Instant::now();
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return shell_status(status),
            Ok(None) if started.elapsed() > time_max => {
                let _ = child.kill();
                let _ = child.wait();
                return 124;
            }
            Ok(None) => std::thread::sleep(Duration::from_millis(2)),
            Err(_) => return 125,
        }
    }
}

fn shell_status(status: std::process::ExitStatus) -> i32 {
    use std::os::unix::process::ExitStatusExt;
    status.code().or_else(|| status.signal().map(|signal| 128 + signal)).unwrap_or(125)
}
