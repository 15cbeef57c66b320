//! Requests: what the process asks of the world outside, and who answers.

/// A system call's error, as Linux numbers it.
#[allow(missing_docs)]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u16)]
pub enum Errno {
    NoEntry = 2,
    NoProcess = 3,
    Interrupted = 4,
    Io = 5,
    BadDescriptor = 9,
    NoMemory = 12,
    BadAddress = 14,
    Invalid = 22,
    NotTerminal = 25,
    IllegalSeek = 29,
    BrokenPipe = 32,
    Range = 34,
    NotImplemented = 38,
}

impl Errno {
    /// What a system call returns for it: the negated number.
    pub const fn result(self) -> u64 {
        (self as u16 as u64).wrapping_neg()
    }
}

/// What the process asks of the world outside. It stands still until it is answered.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Request {
    /// Write these bytes to a file descriptor: [`Answer::Count`].
    Write {
        /// The descriptor: 1 is standard output, 2 standard error.
        descriptor: u32,
        /// What to write; not empty.
        bytes: Vec<u8>,
    },
    /// Read from a file descriptor: [`Answer::Bytes`].
    Read {
        /// The descriptor: 0 is standard input.
        descriptor: u32,
        /// At most so many bytes; not 0.
        count_max: u64,
    },
}

/// The answer to a [`Request`]. An answer of another shape than the request wants counts as [`Errno::Io`].
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Answer {
    /// So many bytes were written.
    Count(u64),
    /// These bytes were read; none at the end of the file.
    Bytes(Vec<u8>),
    /// It failed.
    Error(Errno),
}

/// Who answers requests on behalf of the world outside.
pub trait Driver {
    /// Answers a request; may block.
    fn answer(&mut self, request: &Request) -> Answer;

    /// Whether the user asked to stop the program (Ctrl-C). Asked every so often.
    fn is_interrupted(&mut self) -> bool {
        false
    }
}
