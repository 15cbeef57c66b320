//! The form of a system call: what it may do, how it asks the world outside, how it waits.
//!
//! A call is a function from the process and six arguments to a result. It is written as if it ran
//! straight through: what it must [`Process::ask`] it gets from the world outside, and where it cannot go on it says for
//! what it waits. Either way it stops, and *it is run again from its beginning* once the answer is there or the
//! wait is over. So a call changes nothing before its last `ask`, and nothing before it says that it waits.

use crate::{Answer, Errno, Process, Request};
use machine::PhysAddr;

/// The arguments of a system call, `a0` to `a5`.
pub(crate) type Arguments = [u64; 6];

/// Why a system call did not give a result.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Stop {
    /// It fails with this error.
    Errno(Errno),
    /// The world outside must answer this first.
    Ask(Request),
    /// Its thread sleeps until this happens.
    Block(Wait),
    /// There is nothing to return to: the thread has ended, or its registers have been replaced.
    Gone,
}

impl From<Errno> for Stop {
    fn from(errno: Errno) -> Stop {
        Stop::Errno(errno)
    }
}

/// What a thread waits for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Wait {
    /// A wake of the futex word at that place, by somebody whose bits meet these.
    Futex(PhysAddr, u32),
    /// A child of the task with that number ends.
    Child(u64),
    /// The task with that number gives the memory back that it borrowed by `vfork`.
    Returned(u64),
    /// The pipe, or whatever else is open, with that number may have something to be read.
    Readable(u64),
    /// It may have room for what is to be written.
    Writable(u64),
    /// The virtual time, in nanoseconds since the start; see [`Process::now`].
    Until(u64),
    /// A signal, whether it is blocked or not.
    Signal,
    /// Whichever of these comes first.
    Any(Vec<Wait>),
}

impl Wait {
    /// Whether it, or one of those that it consists of, is meant.
    pub(crate) fn includes(&self, is_meant: &impl Fn(&Wait) -> bool) -> bool {
        match self {
            Wait::Any(waits) => waits.iter().any(is_meant),
            wait => is_meant(wait),
        }
    }

    /// The virtual time at which it is over by itself.
    pub(crate) fn deadline(&self) -> Option<u64> {
        match self {
            Wait::Until(time) => Some(*time),
            Wait::Any(waits) => waits.iter().filter_map(Wait::deadline).min(),
            _ => None,
        }
    }

    /// Makes a wait on one futex one on another.
    pub(crate) fn move_futex(&mut self, from: PhysAddr, to: PhysAddr) {
        match self {
            Wait::Futex(place, _) if *place == from => *place = to,
            Wait::Any(waits) => waits.iter_mut().for_each(|wait| wait.move_futex(from, to)),
            _ => {}
        }
    }

    /// Whether a signal ends it. **Rule**: `man 2 vfork`, "Linux description": the parent sleeps whatever happens.
    pub(crate) fn is_interruptible(&self) -> bool {
        !matches!(self, Wait::Returned(_))
    }

    /// Whether a call that waits so is made again after a handler with `SA_RESTART`: those that wait for one thing, and not
    /// for a time or a signal. **Rule**: `man 7 signal`, "Interruption of system calls".
    pub(crate) fn is_restarted(&self) -> bool {
        !matches!(self, Wait::Any(_) | Wait::Until(_) | Wait::Signal)
    }
}

/// How a wait was over, to the call that is run again.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Woken {
    /// What it waited for has happened.
    Event,
    /// The time has come.
    TimedOut,
}

/// A system call that has begun and not returned.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Call {
    pub(crate) number: u64,
    pub(crate) arguments: Arguments,
    /// The virtual time at which it began.
    pub(crate) started: u64,
    /// The answers that it was given, in order, since it last slept.
    pub(crate) answers: Vec<Answer>,
    /// How many of them it has used since it was last run from its beginning.
    pub(crate) answers_used: usize,
    /// How its last wait was over, if it has waited.
    pub(crate) woken: Option<Woken>,
    /// How many bytes it has moved before it slept.
    pub(crate) moved: u64,
    /// The task that it has made, if it has.
    pub(crate) child: Option<u64>,
}

impl Process {
    /// Asks the world outside: the answer, or [`Stop::Ask`], which the call hands on. An error that is answered is
    /// [`Stop::Errno`].
    pub(crate) fn ask(&mut self, request: Request) -> Result<Answer, Stop> {
        let Some(call) = &mut self.thread.call else { return Err(Stop::Ask(request)) };
        let answer = call.answers.get(call.answers_used).cloned();
        call.answers_used += 1;
        match answer {
            None => Err(Stop::Ask(request)),
            Some(Answer::Error(errno)) => Err(Stop::Errno(errno)),
            Some(answer) => Ok(answer),
        }
    }

    /// The virtual time at which the call began: the same each time that it is run again, so that deadlines are
    /// reckoned from it.
    pub(crate) fn call_started(&self) -> u64 {
        self.thread.call.as_ref().map_or(self.now(), |call| call.started)
    }

    /// How many bytes the call has moved before it slept.
    pub(crate) fn moved(&self) -> u64 {
        self.thread.call.as_ref().map_or(0, |call| call.moved)
    }

    /// Notes how many bytes the call has moved, before it sleeps.
    pub(crate) fn set_moved(&mut self, count: u64) {
        if let Some(call) = &mut self.thread.call {
            call.moved = count;
        }
    }

    /// How the call's last wait was over; `None` when it has not waited yet.
    pub(crate) fn woken(&self) -> Option<Woken> {
        self.thread.call.as_ref().and_then(|call| call.woken)
    }
}
