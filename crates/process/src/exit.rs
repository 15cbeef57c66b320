//! The ends of threads and tasks, and what they leave behind.

use crate::signals::{SA_NOCLDWAIT, SIG_IGN, SIGCHLD, SignalInfo};
use crate::system::{Wait, child_info};
use crate::task::{FIRST, NOBODY, State};
use crate::{Ending, Process};
use machine::VirtAddr;

/// The status that `wait4` gives. **Rule**: POSIX `<sys/wait.h>`, as Linux encodes it.
pub(crate) fn exited(status: u8) -> u32 {
    u32::from(status) << 8
}

impl Process {
    /// Ends the current thread; when it is its task's last, the task.
    pub(crate) fn exit_thread(&mut self, status: u8) {
        if self.threads_of(self.task.id).len() > 1 {
            self.leave_memory();
            self.thread.state = State::Ended;
        } else {
            self.exit_task(status);
        }
    }

    /// Ends the current task, as by `exit_group`.
    pub(crate) fn exit_task(&mut self, status: u8) {
        self.end_task(exited(status), Ending::Exited { status });
    }

    /// Ends the current task by a signal.
    pub(crate) fn end_task_by_signal(&mut self, info: &SignalInfo) {
        let ending = Ending::Signal { number: info.number, fault: info.fault() };
        self.end_task(u32::from(info.number), ending);
    }

    /// With the first task the run ends, as a container does with its first process. Its memory stays.
    fn end_task(&mut self, status: u32, ending: Ending) {
        if self.task.id == FIRST {
            return self.end(ending);
        }
        self.leave_memory();
        self.close_all();
        self.end_other_threads();
        self.thread.state = State::Ended;
        self.thread.call = None;
        self.task.exit_status = Some(status);
        self.leave_children();
        let id = self.task.id;
        self.wake_all(|wait| *wait == Wait::Returned(id));
        self.tell_parent(status);
    }

    /// Ends the other threads of the current task.
    pub(crate) fn end_other_threads(&mut self) {
        let (task, current) = (self.task.id, self.thread.id);
        self.threads.retain(|id, thread| thread.task != task || *id == current);
    }

    /// Whoever has lost its parent has nobody to wait for it.
    fn leave_children(&mut self) {
        let id = self.task.id;
        for child in self.tasks.values_mut().filter(|task| task.parent == id) {
            child.parent = NOBODY;
        }
        self.forget_ended();
    }

    /// Sends `SIGCHLD`, or whatever was asked for, and wakes a parent that waits. One that does not want to know makes the
    /// task vanish. **Rule**: `man 2 wait`, "Notes".
    fn tell_parent(&mut self, status: u32) {
        let (id, parent, number) = (self.task.id, self.task.parent, self.task.exit_signal);
        let child_action = self
            .task_ref(parent)
            .map(|task| task.actions[usize::from(SIGCHLD)])
            .unwrap_or_default();
        let wants_none = child_action.handler == SIG_IGN || child_action.flags & SA_NOCLDWAIT != 0;
        if number == SIGCHLD && wants_none {
            self.task.parent = NOBODY;
        }
        if number > 0 {
            self.send_to_task(parent, SignalInfo { number, ..child_info(id, status) });
        }
        self.wake_all(|wait| *wait == Wait::Child(parent));
    }

    /// Forgets the tasks that have ended and that nobody can wait for.
    pub(crate) fn forget_ended(&mut self) {
        self.tasks.retain(|_, task| task.is_alive() || task.has_parent());
    }

    /// Gives back the address spaces, other than the one in use, that no living task has.
    pub(crate) fn drop_unused_spaces(&mut self) {
        let is_used = |id: &u64| self.all_tasks().any(|task| task.is_alive() && task.space == *id);
        let unused: Vec<u64> = self.spaces.keys().copied().filter(|id| !is_used(id)).collect();
        for id in unused {
            if let Some(space) = self.spaces.remove(&id) {
                self.drop_space(&space, self.space.root);
            }
        }
    }

    /// What a thread does last in its memory: gives up its locks, and clears the word that others wait for.
    /// **Rule**: Linux `mm_release`.
    pub(crate) fn leave_memory(&mut self) {
        self.give_up_robust_list();
        let word = VirtAddr(std::mem::take(&mut self.thread.clear_child_id));
        if word != VirtAddr(0) && self.copy_out(word, &[0; 4]).is_ok() {
            self.wake_futex(word, 1, u32::MAX);
        }
    }

    /// Marks the locks that the thread still holds: their owner has died. **Rule**: Linux `exit_robust_list`; its list has
    /// at most 2048 entries.
    fn give_up_robust_list(&mut self) {
        const ENTRY_COUNT_MAX: usize = 2048;
        let head = std::mem::take(&mut self.thread.robust_list);
        if head == 0 {
            return;
        }
        let word = |process: &Process, at: u64| process.peek_u64(VirtAddr(at));
        let (Some(mut entry), Some(offset)) = (word(self, head), word(self, head.wrapping_add(8)))
        else {
            return;
        };
        let pending = word(self, head.wrapping_add(16)).unwrap_or(0);
        for _ in 0..ENTRY_COUNT_MAX {
            if entry & !1 == head {
                break;
            }
            let next = word(self, entry & !1);
            if entry != pending {
                self.mark_owner_died((entry & !1).wrapping_add(offset));
            }
            let Some(next) = next else { break };
            entry = next;
        }
        if pending != 0 {
            self.mark_owner_died((pending & !1).wrapping_add(offset));
        }
    }

    fn mark_owner_died(&mut self, lock: u64) {
        const WAITERS: u32 = 1 << 31;
        const OWNER_DIED: u32 = 1 << 30;
        const OWNER: u32 = OWNER_DIED - 1;
        let mut bytes = [0; 4];
        let at = VirtAddr(lock);
        if self.peek(at, &mut bytes).is_err() {
            return;
        }
        let value = u32::from_le_bytes(bytes);
        if u64::from(value & OWNER) == self.thread.id {
            let marked = value & WAITERS | OWNER_DIED;
            if self.copy_out(at, &marked.to_le_bytes()).is_ok() && value & WAITERS != 0 {
                self.wake_futex(at, 1, u32::MAX);
            }
        }
    }
}
