//! Delivering signals to the current thread: on its way back to its program.

use super::{
    Action, SA_NODEFER, SA_RESETHAND, SA_RESTART, SIG_DFL, SIG_IGN, SIGKILL, SIGSEGV, SignalInfo,
    UNBLOCKABLE, is_ignored_by_default,
};
use crate::{Errno, Process};

impl Process {
    /// Whether a signal would be delivered to the current thread now: run a handler, or end the process.
    pub(crate) fn has_signal(&self) -> bool {
        let pending = self.thread.pending.iter().chain(&self.task.pending);
        pending.into_iter().any(|info| self.would_act(info))
    }

    fn would_act(&self, info: &SignalInfo) -> bool {
        let is_kill = info.number == SIGKILL;
        is_kill || self.thread.mask & info.bit() == 0 && !self.task.ignores(info.number)
    }

    /// Takes a signal of a set that is pending, whether it is blocked or not; the lowest number first, the thread's own
    /// before the process's.
    pub(crate) fn take_signal(&mut self, set: u64) -> Option<SignalInfo> {
        for pending in [&mut self.thread.pending, &mut self.task.pending] {
            let meant = pending.iter().enumerate().filter(|(_, info)| info.bit() & set != 0);
            if let Some((index, _)) = meant.min_by_key(|(_, info)| info.number) {
                return Some(pending.remove(index));
            }
        }
        None
    }

    /// Delivers what is pending and not blocked. Says whether the thread may go on; otherwise its process has ended.
    pub(crate) fn deliver_signals(&mut self) -> bool {
        while let Some(info) = self.take_signal(!self.thread.mask | UNBLOCKABLE) {
            let index = usize::from(info.number);
            let action = self.task.actions.get(index).copied().unwrap_or_default();
            match action.handler {
                SIG_IGN if info.number != SIGKILL => {}
                SIG_DFL if is_ignored_by_default(info.number) => {}
                SIG_DFL | SIG_IGN => {
                    self.end_task_by_signal(&info);
                    return false;
                }
                _ => self.call_handler(&info, action),
            }
        }
        if let Some(mask) = self.thread.mask_to_restore.take() {
            self.thread.mask = mask;
        }
        true
    }

    /// Makes the thread call a handler next. When there is no room for its frame, `SIGSEGV` ends the process.
    fn call_handler(&mut self, info: &SignalInfo, action: Action) {
        let mask_before = self.thread.mask_to_restore.take().unwrap_or(self.thread.mask);
        if self.push_signal_frame(info, action, mask_before).is_err() {
            if let Some(action) = self.task.actions.get_mut(usize::from(SIGSEGV)) {
                action.handler = SIG_DFL;
            }
            let mut forced = SignalInfo::from_kernel(SIGSEGV);
            if let Some(fault) = info.fault() {
                forced.cause = super::SignalCause::Fault(fault);
            }
            return self.force(forced);
        }
        let own = if action.flags & SA_NODEFER == 0 { info.bit() } else { 0 };
        self.thread.mask |= (action.mask | own) & !UNBLOCKABLE;
        if action.flags & SA_RESETHAND != 0
            && let Some(action) = self.task.actions.get_mut(usize::from(info.number))
        {
            action.handler = SIG_DFL;
        }
    }

    /// The current thread's call would sleep, but a signal has come: it fails, or it is made again after the handler, if that
    /// wants it and it is one of those that are.
    pub(crate) fn interrupt_call(&mut self, is_restarted: bool) {
        let set = !self.thread.mask | UNBLOCKABLE;
        let pending = self.thread.pending.iter().chain(&self.task.pending);
        let next = pending.filter(|info| info.bit() & set != 0 && self.would_act(info));
        let restarts = next.min_by_key(|info| info.number).is_some_and(|info| {
            let action = self.task.actions.get(usize::from(info.number));
            action.is_some_and(|action| action.flags & SA_RESTART != 0)
        });
        if self.moved() > 0 {
            self.complete(self.moved());
        } else if is_restarted && restarts {
            self.thread.call = None;
        } else {
            self.complete(Errno::Interrupted.result());
        }
    }
}
