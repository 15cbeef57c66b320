//! Tasks and threads: what the kernel remembers of each guest process, and of each of its threads.
//!
//! Terms: a *task* is a guest process as the kernel sees it. One thread of one task is *current*: its registers
//! are the hart's, its address space is in use. The others' registers are saved with them.

use crate::files::{Descriptors, Place};
use crate::signals::{Action, AlternateStack, SIGNAL_COUNT, SignalInfo};
use crate::system::{Call, Wait};
use machine::Hart;

/// The number of the first process, and of its first thread.
pub(crate) const FIRST: u64 = 2;

/// The parent of the first process, and of those whose parent has ended: it is not one of ours.
pub(crate) const NOBODY: u64 = 1;

/// The most threads that all processes may have together.
pub(crate) const THREAD_COUNT_MAX: usize = 1024;

/// A guest process.
#[derive(Clone, Debug)]
pub(crate) struct Task {
    pub(crate) id: u64,
    /// Who made it, and waits for it.
    pub(crate) parent: u64,
    pub(crate) process_group: u64,
    pub(crate) session: u64,
    /// The address space that it uses.
    pub(crate) space: u64,
    /// What each signal does, by number.
    pub(crate) actions: [Action; SIGNAL_COUNT],
    /// Signals sent to the process that no thread has taken.
    pub(crate) pending: Vec<SignalInfo>,
    /// When `SIGALRM` comes, and how often after that; 0 for never. **Units**: nanoseconds.
    pub(crate) alarm: Alarm,
    /// What its parent is told when it ends; 0 for nothing.
    pub(crate) exit_signal: u8,
    /// How it ended, as `wait4` says it, if it has.
    pub(crate) exit_status: Option<u32>,
    /// Whether it has left the memory that its parent lent it by `vfork`.
    pub(crate) has_memory_of_its_own: bool,
    pub(crate) file_mode_mask: u64,
    pub(crate) descriptors: Descriptors,
    /// The current directory.
    pub(crate) directory: Place,
}

/// An interval timer. **Rule**: `man 2 setitimer`.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(crate) struct Alarm {
    /// The virtual time at which it fires; 0 for never.
    pub(crate) deadline: u64,
    /// How long after that it fires again; 0 for not.
    pub(crate) interval: u64,
}

/// Whether a thread can go on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum State {
    /// It can.
    Runnable,
    /// It waits; the number says how many had begun to sleep before.
    Sleeping(Wait, u64),
    /// It has ended.
    Ended,
}

/// A thread.
#[derive(Clone, Debug)]
pub(crate) struct Thread {
    pub(crate) id: u64,
    pub(crate) task: u64,
    /// Its registers, unless it is the current one.
    pub(crate) hart: Hart,
    pub(crate) state: State,
    /// The system call that has begun and not returned.
    pub(crate) call: Option<Call>,
    /// The signals that are blocked, bit n-1 for signal n.
    pub(crate) mask: u64,
    /// The mask to go back to after the call that has replaced it.
    pub(crate) mask_to_restore: Option<u64>,
    /// Signals sent to the thread.
    pub(crate) pending: Vec<SignalInfo>,
    pub(crate) alternate_stack: AlternateStack,
    /// Where to write 0, and wake a futex, when it ends; 0 for nowhere. **Rule**: `man 2 set_tid_address`.
    pub(crate) clear_child_id: u64,
    /// The head of the list of locks to be given up when it ends. **Rule**: `man 2 set_robust_list`.
    pub(crate) robust_list: u64,
    /// **Rule**: `man 2 prctl`, `PR_SET_NAME`.
    pub(crate) name: [u8; 16],
}

impl Task {
    /// The first task, in an address space, with descriptors and a current directory.
    pub(crate) fn first(space: u64, descriptors: Descriptors, directory: Place) -> Task {
        Task {
            id: FIRST,
            parent: NOBODY,
            process_group: FIRST,
            session: FIRST,
            space,
            actions: [Action::default(); SIGNAL_COUNT],
            pending: vec![],
            alarm: Alarm::default(),
            exit_signal: 0,
            exit_status: None,
            has_memory_of_its_own: true,
            file_mode_mask: 0o022,
            descriptors,
            directory,
        }
    }
}

impl Thread {
    /// The first thread of a task.
    pub(crate) fn first(task: u64) -> Thread {
        Thread {
            id: task,
            task,
            hart: Hart::default(),
            state: State::Runnable,
            call: None,
            mask: 0,
            mask_to_restore: None,
            pending: vec![],
            alternate_stack: AlternateStack::default(),
            clear_child_id: 0,
            robust_list: 0,
            name: [0; 16],
        }
    }

    /// Whether it can go on.
    pub(crate) fn is_runnable(&self) -> bool {
        self.state == State::Runnable
    }

    /// When it began to sleep on something that `is_meant`, in the order in which threads did; `None` if it does not.
    pub(crate) fn sleeps_on(&self, is_meant: impl Fn(&Wait) -> bool) -> Option<u64> {
        match &self.state {
            State::Sleeping(wait, order) if wait.includes(&is_meant) => Some(*order),
            _ => None,
        }
    }

    /// The virtual time at which it wakes by itself.
    pub(crate) fn deadline(&self) -> Option<u64> {
        match &self.state {
            State::Sleeping(wait, _) => wait.deadline(),
            _ => None,
        }
    }
}
