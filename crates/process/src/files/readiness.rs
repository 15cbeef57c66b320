//! Readiness: what would not wait, and what to wait for otherwise.

use super::Files;
use super::description::{DescriptionNumber, OpenFile};
use super::epoll::{
    News, POLL_ERROR, POLL_HANGUP, POLL_IN, POLL_INVALID, POLL_OUT, POLL_READ_HANGUP,
};
use super::inode::PipeNumber;
use crate::system::Wait;

/// How deep descriptions of `epoll` that watch each other are looked into. **Rule**: Linux `EP_MAX_NESTS`.
const NESTING_MAX: u32 = 5;

impl Files {
    /// The events that are there, and how often something has happened.
    pub(super) fn readiness(&self, number: DescriptionNumber) -> (u32, News) {
        self.readiness_to(number, NESTING_MAX)
    }

    fn readiness_to(&self, number: DescriptionNumber, depth: u32) -> (u32, News) {
        let Ok(description) = self.description(number) else { return (POLL_INVALID, [0; 2]) };
        match &description.file {
            OpenFile::Pipe(pipe) => {
                let reads = description.reads().then_some(*pipe);
                self.pipe_readiness(reads, description.writes().then_some(*pipe))
            }
            OpenFile::Socket(from, to) => self.pipe_readiness(Some(*from), Some(*to)),
            OpenFile::Event(event) => {
                let reads = if event.count > 0 { POLL_IN } else { 0 };
                let writes = if event.count < u64::MAX - 1 { POLL_OUT } else { 0 };
                (reads | writes, event.news)
            }
            OpenFile::Poll(interests) if depth > 0 => {
                let state = |watched| self.readiness_to(watched, depth - 1);
                let is_ready = !interests.ready(1, state).is_empty();
                (if is_ready { POLL_IN } else { 0 }, [0; 2])
            }
            OpenFile::Poll(_) => (0, [0; 2]),
            OpenFile::Place(_) => (POLL_INVALID, [0; 2]),
            OpenFile::Stream(0) => (POLL_IN, [0; 2]),
            OpenFile::Stream(_) => (POLL_OUT, [0; 2]),
            _ => (POLL_IN | POLL_OUT, [0; 2]),
        }
    }

    /// Of what reads from one pipe and writes to another.
    fn pipe_readiness(&self, from: Option<PipeNumber>, to: Option<PipeNumber>) -> (u32, News) {
        let (mut events, mut news) = (0, [0; 2]);
        if let Some(pipe) = from.and_then(|from| self.pipes.get(&from)) {
            events |= if pipe.size() > 0 { POLL_IN } else { 0 };
            events |= match (pipe.is_ended(), to) {
                (false, _) => 0,
                (true, None) => POLL_HANGUP,
                (true, Some(_)) => POLL_IN | POLL_HANGUP | POLL_READ_HANGUP,
            };
            news[0] = pipe.news[0];
        }
        if let Some(pipe) = to.and_then(|to| self.pipes.get(&to)) {
            events |= if pipe.is_writable() { POLL_OUT } else { 0 };
            events |= match (pipe.is_broken(), from) {
                (false, _) => 0,
                (true, None) => POLL_ERROR | POLL_OUT,
                (true, Some(_)) => POLL_OUT,
            };
            news[1] = pipe.news[1];
        }
        (events, news)
    }

    /// What to wait for until one of the events may be there.
    pub(super) fn waits_for(&self, number: DescriptionNumber, events: u32) -> Vec<Wait> {
        let mut waits = vec![];
        self.add_waits(number, events, NESTING_MAX, &mut waits);
        waits
    }

    fn add_waits(&self, number: DescriptionNumber, events: u32, depth: u32, waits: &mut Vec<Wait>) {
        let Ok(description) = self.description(number) else { return };
        let (from, to) = match &description.file {
            OpenFile::Pipe(pipe) => (*pipe, *pipe),
            OpenFile::Socket(from, to) => (*from, *to),
            _ => (number, number),
        };
        match &description.file {
            OpenFile::Poll(interests) => {
                waits.push(Wait::Readable(number));
                if depth > 0 {
                    for ((_, watched), events) in interests.iter() {
                        self.add_waits(watched, events, depth - 1, waits);
                    }
                }
            }
            OpenFile::Pipe(_) | OpenFile::Socket(..) | OpenFile::Event(_) => {
                // Hanging up is reported whether it is asked for or not.
                let ending = POLL_HANGUP | POLL_ERROR | POLL_READ_HANGUP;
                if events & (POLL_IN | ending) != 0 {
                    waits.push(Wait::Readable(from));
                }
                if events & (POLL_OUT | ending) != 0 {
                    waits.push(Wait::Writable(to));
                }
            }
            _ => {}
        }
    }
}
