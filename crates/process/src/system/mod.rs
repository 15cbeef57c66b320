//! System calls: one row in the table and one small function for each.
//!
//! **Rule**: Linux, `include/uapi/asm-generic/unistd.h` (numbers), `man 2` (behaviour). The number is in `a7`, the
//! arguments in `a0` to `a5`, the result in `a0`.

mod call;
mod clone;
mod exec;
mod futex;
#[cfg(test)]
mod hostile;
mod identity;
mod limits;
mod memory;
mod memory_advice;
mod names;
mod random;
mod remap;
mod signals;
mod signals_wait;
mod table;
mod time;
mod wait;

pub(crate) use call::{Arguments, Call, Stop, Wait, Woken};
pub use names::system_call_name;
pub(crate) use time::duration;
pub(crate) use wait::child_info;

use crate::{Answer, Errno, Process};
use riscv::Reg;

impl Process {
    /// Begins the system call whose `ecall` has trapped.
    pub(crate) fn system_call(&mut self, number: u64) {
        let x = |reg| self.machine.hart.get(reg);
        let arguments = [Reg::A0, Reg::A1, Reg::A2, Reg::A3, Reg::A4, Reg::A5].map(x);
        self.thread.call = Some(Call {
            number,
            arguments,
            started: self.now(),
            answers: vec![],
            answers_used: 0,
            woken: None,
            moved: 0,
            child: None,
        });
        self.run_call();
    }

    /// Answers the request that the process waits for; without one, nothing happens.
    pub fn answer(&mut self, answer: Answer) {
        if self.asked.take().is_none() {
            return;
        }
        if let Some(call) = &mut self.thread.call {
            call.answers.push(answer);
        }
        self.run_call();
    }

    /// Runs the current thread's call that has begun, from its beginning.
    pub(crate) fn run_call(&mut self) {
        let Some(call) = &mut self.thread.call else { return };
        call.answers_used = 0;
        let (number, arguments) = (call.number, call.arguments);
        let result = match table::row(number) {
            Some(row) => (row.call)(self, arguments),
            None => {
                self.unsupported.insert(number);
                Err(Stop::Errno(Errno::NotImplemented))
            }
        };
        match result {
            Ok(value) => self.complete(value),
            Err(Stop::Errno(errno)) => self.complete(errno.result()),
            Err(Stop::Ask(request)) => self.asked = Some(request),
            Err(Stop::Block(wait)) if wait.is_interruptible() && self.has_signal() => {
                self.interrupt_call(wait.is_restarted());
            }
            Err(Stop::Block(wait)) => self.sleep(wait),
            Err(Stop::Gone) => self.thread.call = None,
        }
    }

    /// Finishes the current thread's call: its result is in `a0`, and the `ecall` retires.
    pub(crate) fn complete(&mut self, result: u64) {
        self.thread.call = None;
        if result != Errno::Interrupted.result()
            && let Some(mask) = self.thread.mask_to_restore.take()
        {
            self.thread.mask = mask;
        }
        self.machine.hart.set(Reg::A0, result);
        self.machine.retire_ecall();
        self.events.push(crate::KernelEvent::Returned);
    }
}
