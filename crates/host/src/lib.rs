//! The host: answers a process's requests with this process's own standard streams, and the directories that
//! were granted.
//!
//! The only room, beside the binary, that touches the world outside. It records nothing: the session does.

mod below;
mod files;
mod grants;

pub use below::read_below;

use files::Files;
use process::{Answer, Driver, Errno, Request};
use rustix::fs::{Mode, OFlags};
use std::io::{self, ErrorKind, Read, Write};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Answers requests from standard input, standard output and standard error, and from the directories granted.
#[derive(Debug, Default)]
pub struct Host {
    /// Set by whoever handles Ctrl-C.
    interrupted: Arc<AtomicBool>,
    files: Files,
}

impl Host {
    /// A host whose program is interrupted when the flag is set; it is taken down then.
    pub fn new(interrupted: Arc<AtomicBool>) -> Host {
        Host { interrupted, files: Files::default() }
    }

    /// Grants a directory. The first one has the number 0, the next one 1, as [`process::HostPath`] has it.
    ///
    /// **Errors**: it is no directory, or cannot be opened.
    pub fn grant(&mut self, directory: &Path, is_read_only: bool) -> io::Result<()> {
        let how = OFlags::PATH | OFlags::DIRECTORY | OFlags::CLOEXEC;
        let directory = rustix::fs::open(directory, how, Mode::empty())?;
        self.files.grants.add(directory, is_read_only);
        Ok(())
    }

    /// Writes all of it, unless the user interrupts or it fails: then the count of what was written, if anything was.
    fn write(&self, stream: &mut dyn Write, bytes: &[u8]) -> Answer {
        let mut count = 0;
        while count < bytes.len() {
            match stream.write(&bytes[count..]) {
                Ok(0) => break,
                Ok(written) => count += written,
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return if count > 0 { done(count) } else { failed(&error) },
            }
            // Only after an attempt: what can be written at once is, as Linux does it.
            if self.is_set() {
                break;
            }
        }
        match stream.flush() {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => failed(&error),
            _ if count == 0 && self.is_set() => Answer::Error(Errno::Interrupted),
            _ => done(count),
        }
    }

    fn read(&self, count_max: u64) -> Answer {
        /// How much is asked for at once.
        const CHUNK_SIZE_BYTES: u64 = 1 << 16;
        let mut bytes = vec![0; count_max.min(CHUNK_SIZE_BYTES) as usize];
        while !self.is_set() {
            match io::stdin().lock().read(&mut bytes) {
                Ok(count) => {
                    bytes.truncate(count);
                    return Answer::Bytes(bytes);
                }
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return failed(&error),
            }
        }
        Answer::Error(Errno::Interrupted)
    }

    fn is_set(&self) -> bool {
        self.interrupted.load(Ordering::Relaxed)
    }
}

impl Driver for Host {
    fn answer(&mut self, request: &Request) -> Answer {
        match request {
            Request::Write { descriptor: 1, bytes } => self.write(&mut io::stdout().lock(), bytes),
            Request::Write { descriptor: 2, bytes } => self.write(&mut io::stderr().lock(), bytes),
            Request::Read { descriptor: 0, count_max } => self.read(*count_max),
            Request::Write { .. } | Request::Read { .. } => Answer::Error(Errno::BadDescriptor),
            Request::File(request) => self.files.answer(request),
        }
    }

    fn is_interrupted(&mut self) -> bool {
        self.interrupted.swap(false, Ordering::Relaxed)
    }
}

fn done(count: usize) -> Answer {
    Answer::Count(count as u64)
}

fn failed(error: &io::Error) -> Answer {
    match error.kind() {
        ErrorKind::BrokenPipe => Answer::Error(Errno::BrokenPipe),
        _ => Answer::Error(Errno::Io),
    }
}
