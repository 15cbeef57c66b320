//! The scheduler: which thread goes on, who wakes, what happens when nobody can.
//!
//! Round robin in the order of thread numbers: a thread runs until it waits, or until it has had a slice while another
//! could run. Nothing but the state decides, so the schedule is the same in every run.

use crate::signals::{SIGALRM, SignalInfo};
use crate::system::{Wait, Woken};
use crate::task::{FIRST, State, Task, Thread};
use crate::{Ending, KernelEvent, Process};
use machine::Moment;
use std::mem;
use std::sync::Arc;

/// How many instructions a thread may retire while another could run.
pub(crate) const SLICE_INSTRUCTIONS: u64 = 50_000;

impl Process {
    /// Sees to it that the current thread can go on: wakes whose time has come, takes turns, lets time
    /// pass when all sleep. Says whether one can; if not, the run has ended.
    pub(crate) fn schedule(&mut self) -> bool {
        loop {
            self.wake_by_time();
            let next = self.next_runnable();
            if self.thread.is_runnable() && (next.is_none() || self.moment() < self.slice_end) {
                return true;
            }
            if let Some(next) = next {
                self.switch_to(next);
                self.slice_end = self.moment() + SLICE_INSTRUCTIONS;
                return true;
            }
            // An alarm that nobody would notice does not make time pass: it might do so for ever.
            let Some(deadline) = self.next_deadline(Task::notices_alarm) else {
                self.end(Ending::Deadlock);
                return false;
            };
            self.time_skipped += deadline.saturating_sub(self.now());
        }
    }

    /// Until when the current thread may run before the scheduler must look again.
    pub(crate) fn turn_end(&self) -> Moment {
        let slice_end = match self.threads.values().any(Thread::is_runnable) {
            true => self.slice_end.max(self.moment() + 1),
            false => Moment::MAX,
        };
        let deadline = self.next_deadline(|_| true).unwrap_or(u64::MAX);
        slice_end.min(deadline.saturating_sub(self.time_skipped).max(self.moment() + 1))
    }

    /// The next thread that can run, after the current one in the order of numbers.
    fn next_runnable(&self) -> Option<u64> {
        let current = self.thread.id;
        let runnable = |(id, thread): (&u64, &Thread)| thread.is_runnable().then_some(*id);
        let after = self.threads.range(current..).find_map(runnable);
        after.or_else(|| self.threads.range(..current).find_map(runnable))
    }

    /// The earliest virtual time at which something happens by itself to one of the threads, or to one of the tasks that
    /// `is_meant`.
    fn next_deadline(&self, is_meant: impl Fn(&Task) -> bool) -> Option<u64> {
        let threads = self.threads.values().chain([&self.thread]).filter_map(Thread::deadline);
        let tasks = self.all_tasks().filter(|task| task.is_alive() && is_meant(task));
        threads.chain(tasks.map(|task| task.alarm.deadline).filter(|&time| time > 0)).min()
    }

    /// Wakes the threads and fires the timers whose time has come.
    fn wake_by_time(&mut self) {
        let now = self.now();
        for thread in self.threads.values_mut().chain([&mut self.thread]) {
            if thread.deadline().is_some_and(|deadline| deadline <= now) {
                thread.wake(Woken::TimedOut);
            }
        }
        let mut due = vec![];
        for task in self.tasks.values_mut().chain([&mut self.task]) {
            let alarm = &mut task.alarm;
            if task.exit_status.is_none() && alarm.deadline > 0 && alarm.deadline <= now {
                let missed = now - alarm.deadline;
                let periods = missed.checked_div(alarm.interval).map(|count| count + 1);
                alarm.deadline = periods.map_or(0, |count| {
                    alarm.deadline.saturating_add(count.saturating_mul(alarm.interval))
                });
                due.push(task.id);
            }
        }
        for id in due {
            self.send_to_task(id, SignalInfo::from_kernel(SIGALRM));
        }
    }

    /// Makes another thread the current one. Its reservation is lost, as by a context switch of Linux.
    pub(crate) fn switch_to(&mut self, id: u64) {
        let Some(mut next) = self.threads.remove(&id) else { return };
        let retired = self.machine.hart.retired;
        mem::swap(&mut self.thread.hart, &mut self.machine.hart);
        mem::swap(&mut self.machine.hart, &mut next.hart);
        self.machine.hart.retired = retired;
        self.machine.hart.reservation = None;
        let last = mem::replace(&mut self.thread, next);
        let has_ended = last.state == State::Ended;
        if !has_ended {
            self.threads.insert(last.id, last);
        }
        self.enter_task(self.thread.task);
        if has_ended {
            self.forget_ended();
            self.drop_unused_spaces();
        }
        self.tell_switched();
    }

    /// Tells the observer that the registers are others than before.
    pub(crate) fn tell_switched(&mut self) {
        self.events.push(KernelEvent::Switched { process: self.task.id, thread: self.thread.id });
    }

    /// Makes a task the current one, and its address space the one in use.
    fn enter_task(&mut self, id: u64) {
        if self.task.id != id
            && let Some(task) = self.tasks.remove(&id)
        {
            let last = mem::replace(&mut self.task, task);
            self.tasks.insert(last.id, last);
        }
        self.enter_space(self.task.space);
    }

    /// Makes an address space the one in use.
    pub(crate) fn enter_space(&mut self, id: u64) {
        if self.space.id != id
            && let Some(space) = self.spaces.remove(&id)
        {
            let last = mem::replace(&mut self.space, space);
            self.machine.set_root(self.space.root);
            if !Arc::ptr_eq(&last.program().image, &self.space.program().image) {
                self.annotate();
            }
            self.spaces.insert(last.id, last);
        }
    }

    /// Makes the first process's first thread that there still is the current one: for those who look at its end.
    pub(crate) fn return_to_first(&mut self) {
        let of_first = |thread: &&Thread| thread.task == FIRST;
        if self.thread.task != FIRST
            && let Some(id) = self.threads.values().find(of_first).map(|thread| thread.id)
        {
            self.switch_to(id);
        }
    }

    /// The current thread sleeps.
    pub(crate) fn sleep(&mut self, wait: Wait) {
        self.sleep_count += 1;
        self.thread.state = State::Sleeping(wait, self.sleep_count);
    }

    /// Wakes at most `count_max` of the threads that wait for something that `is_meant`, in the order in which they
    /// began to wait; says how many.
    pub(crate) fn wake_some(
        &mut self,
        count_max: usize,
        is_meant: impl Fn(&Wait) -> bool,
    ) -> usize {
        let threads = self.threads.values().chain([&self.thread]);
        let mut sleeping: Vec<(u64, u64)> =
            threads.filter_map(|thread| Some((thread.sleeps_on(&is_meant)?, thread.id))).collect();
        sleeping.sort_unstable();
        sleeping.truncate(count_max);
        for &(_, id) in &sleeping {
            if let Some(thread) = self.thread_mut(id) {
                thread.wake(Woken::Event);
            }
        }
        sleeping.len()
    }

    /// Wakes all threads that wait for something that `is_meant`.
    pub(crate) fn wake_all(&mut self, is_meant: impl Fn(&Wait) -> bool) {
        self.wake_some(usize::MAX, is_meant);
    }

    /// The thread with a number.
    pub(crate) fn thread_mut(&mut self, id: u64) -> Option<&mut Thread> {
        if self.thread.id == id { Some(&mut self.thread) } else { self.threads.get_mut(&id) }
    }

    /// The task with a number, also one that has ended and nobody has waited for.
    pub(crate) fn task_ref(&self, id: u64) -> Option<&Task> {
        if self.task.id == id { Some(&self.task) } else { self.tasks.get(&id) }
    }

    /// The same, to be changed.
    pub(crate) fn task_mut(&mut self, id: u64) -> Option<&mut Task> {
        if self.task.id == id { Some(&mut self.task) } else { self.tasks.get_mut(&id) }
    }

    /// All tasks.
    pub(crate) fn all_tasks(&self) -> impl Iterator<Item = &Task> {
        self.tasks.values().chain([&self.task])
    }

    /// The numbers of a task's threads that have not ended.
    pub(crate) fn threads_of(&self, task: u64) -> Vec<u64> {
        let threads = self.threads.values().chain([&self.thread]);
        let mut ids: Vec<u64> = threads
            .filter(|thread| thread.task == task && thread.state != State::Ended)
            .map(|thread| thread.id)
            .collect();
        ids.sort_unstable();
        ids
    }

    /// A number for something new.
    pub(crate) fn take_id(&mut self) -> u64 {
        self.last_id += 1;
        self.last_id
    }
}

impl Task {
    /// Whether it has not ended.
    pub(crate) fn is_alive(&self) -> bool {
        self.exit_status.is_none()
    }

    /// Whether an alarm that fires now would change anything.
    fn notices_alarm(&self) -> bool {
        !self.ignores(SIGALRM) && !self.pending.iter().any(|info| info.number == SIGALRM)
    }
}

impl Thread {
    /// Lets it go on: the call that it sleeps in is run again.
    pub(crate) fn wake(&mut self, woken: Woken) {
        if matches!(self.state, State::Sleeping(..)) {
            self.state = State::Runnable;
            if let Some(call) = &mut self.call {
                call.answers.clear();
                call.woken = Some(woken);
            }
        }
    }
}
