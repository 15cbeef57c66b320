//! Sending signals: to a process, to a thread, by an instruction.

use super::{
    SI_TKILL, SI_USER, SIG_DFL, SIG_IGN, SIGINT, SIGKILL, SIGNAL_REAL_TIME_FIRST, SignalCause,
    SignalInfo, is_ignored_by_default, mask_bit,
};
use crate::system::Wait;
use crate::task::{FIRST, Task, Thread};
use crate::{Process, Request};

impl Task {
    /// Whether a signal would have no effect at all.
    pub(crate) fn ignores(&self, number: u8) -> bool {
        match self.actions.get(usize::from(number)).map(|action| action.handler) {
            Some(SIG_IGN) => true,
            Some(SIG_DFL) => is_ignored_by_default(number),
            _ => false,
        }
    }
}

/// Adds a signal to those that are pending; an ordinary one that already is stays as it is.
fn queue(pending: &mut Vec<SignalInfo>, info: SignalInfo) {
    /// How many signals may wait. **Rule**: `RLIMIT_SIGPENDING`, in effect.
    const PENDING_COUNT_MAX: usize = 1024;
    let is_pending = pending.iter().any(|other| other.number == info.number);
    let queues = info.number >= SIGNAL_REAL_TIME_FIRST && pending.len() < PENDING_COUNT_MAX;
    if queues || !is_pending {
        pending.push(info);
    }
}

impl Thread {
    /// Whether a signal that is sent now would wait until it is unblocked.
    fn blocks(&self, number: u8) -> bool {
        self.mask & mask_bit(number) != 0
    }

    /// Ends its sleep because a signal has come: the call that it sleeps in finds out which.
    fn interrupt(&mut self) {
        if matches!(self.state, crate::task::State::Sleeping(..)) {
            self.state = crate::task::State::Runnable;
            if let Some(call) = &mut self.call {
                call.answers.clear();
            }
        }
    }
}

impl Process {
    /// Sends a signal to a process: the first of its threads that does not block it will take it.
    pub(crate) fn send_to_task(&mut self, id: u64, info: SignalInfo) {
        let number = info.number;
        let threads = self.threads_of(id);
        let Some(task) = self.task_mut(id).filter(|task| task.is_alive()) else { return };
        let is_ignored = task.ignores(number) && number != SIGKILL;
        let blocking = |process: &mut Process, thread: &u64| {
            process.thread_mut(*thread).is_some_and(|thread| thread.blocks(number))
        };
        if is_ignored && !threads.iter().any(|thread| blocking(self, thread)) {
            return;
        }
        if let Some(task) = self.task_mut(id) {
            queue(&mut task.pending, info);
        }
        let taker = threads.iter().find(|thread| !blocking(self, thread));
        if let Some(thread) = taker.and_then(|taker| self.thread_mut(*taker)) {
            thread.interrupt();
        }
        self.wake_all(|wait| *wait == Wait::Signal);
    }

    /// Sends a signal to a thread.
    pub(crate) fn send_to_thread(&mut self, id: u64, info: SignalInfo) {
        let Some(task) = self.thread_mut(id).map(|thread| thread.task) else { return };
        if info.number == SIGKILL {
            return self.send_to_task(task, info);
        }
        let is_ignored = self.task_ref(task).is_none_or(|task| task.ignores(info.number));
        let Some(thread) = self.thread_mut(id) else { return };
        let is_blocked = thread.blocks(info.number);
        if is_ignored && !is_blocked {
            return;
        }
        queue(&mut thread.pending, info);
        if !is_blocked {
            thread.interrupt();
        }
        self.wake_all(|wait| *wait == Wait::Signal);
    }

    /// Ctrl-C at the terminal: `SIGINT` for each process of the first one's group. Says whether it was sent; when the first
    /// process would just end by it, it is for the driver to [end](Process::end) the run.
    ///
    /// **Effects**: an input to the run like any other; whoever replays it must do so at the same moment.
    /// **Rule**: POSIX "General Terminal Interface", INTR.
    pub fn interrupt(&mut self) -> bool {
        let Some(first) = self.task_ref(FIRST).filter(|task| task.is_alive()) else { return false };
        let (group, action) = (first.process_group, first.actions[usize::from(SIGINT)]);
        let mut threads = self.threads_of(FIRST).into_iter();
        let takes_it = |thread: &mut Thread| !thread.blocks(SIGINT);
        let is_taken = threads.any(|thread| self.thread_mut(thread).is_some_and(takes_it));
        if action.handler == SIG_DFL && is_taken {
            return false;
        }
        let members = self.all_tasks().filter(|task| task.process_group == group);
        for id in members.map(|task| task.id).collect::<Vec<u64>>() {
            self.send_to_task(id, SignalInfo::from_kernel(SIGINT));
        }
        self.interrupt_request();
        true
    }

    /// A call that waits for the world outside to read or write is like one that sleeps, unless it has moved something.
    fn interrupt_request(&mut self) {
        let is_slow = matches!(self.asked, Some(Request::Read { .. } | Request::Write { .. }));
        let has_moved = self.thread.call.as_ref().is_some_and(|call| !call.answers.is_empty());
        if is_slow && !has_moved && self.has_signal() {
            self.asked = None;
            self.interrupt_call(true);
        }
    }

    /// A signal of the current task that is ignored from now on does not wait any more. **Rule**: POSIX `sigaction`.
    pub(crate) fn forget_ignored(&mut self, number: u8) {
        if !self.task.ignores(number) {
            return;
        }
        let (id, is_other) = (self.task.id, |info: &SignalInfo| info.number != number);
        self.task.pending.retain(is_other);
        for thread in self.threads.values_mut().chain([&mut self.thread]) {
            if thread.task == id {
                thread.pending.retain(is_other);
            }
        }
    }

    /// Sends a signal to the current thread, for what it has just done: `SIGPIPE`.
    pub(crate) fn send_to_self(&mut self, number: u8) {
        self.send_to_thread(self.thread.id, SignalInfo::from_kernel(number));
    }

    /// Sends a signal that the current thread's instruction has raised. It cannot be ignored, and when it is blocked it ends
    /// the process, for it would be raised again for ever. **Rule**: Linux `force_sig_fault`.
    pub(crate) fn force(&mut self, info: SignalInfo) {
        let is_blocked = self.thread.blocks(info.number);
        if let Some(action) = self.task.actions.get_mut(usize::from(info.number))
            && (is_blocked || action.handler == SIG_IGN)
        {
            action.handler = SIG_DFL;
        }
        self.thread.mask &= !info.bit();
        self.thread.pending.insert(0, info);
    }

    /// A signal that the current task sends with `kill` or `tkill`.
    pub(crate) fn signal_from_here(&self, number: u8, is_to_thread: bool) -> SignalInfo {
        let code = if is_to_thread { SI_TKILL } else { SI_USER };
        let cause = SignalCause::Sender { process: self.task.id, value: 0 };
        SignalInfo { number, code, cause }
    }
}
