//! System calls: one row in the table and one small function for each.
//!
//! **Rule**: Linux, `include/uapi/asm-generic/unistd.h` (numbers), `man 2` (behaviour). The number is in `a7`, the
//! arguments in `a0` to `a5`, the result in `a0`.

mod call;
mod files;
mod memory;
mod signals;
mod table;
mod time;
mod whoami;

pub(crate) use call::{Arguments, Call, Stop, Wait, Woken};
pub use table::system_call_name;

use crate::{Answer, Errno, Process};
use riscv::Reg;

impl Process {
    /// Begins the system call whose `ecall` has trapped.
    pub(crate) fn system_call(&mut self, number: u64) {
        let x = |reg| self.machine.hart.get(reg);
        let arguments = [Reg::A0, Reg::A1, Reg::A2, Reg::A3, Reg::A4, Reg::A5].map(x);
        let started = self.now();
        self.call = Some(Call {
            number,
            arguments,
            started,
            answers: vec![],
            answers_used: 0,
            woken: None,
        });
        self.run_call();
    }

    /// Answers the request that the process waits for; without one, nothing happens.
    pub fn answer(&mut self, answer: Answer) {
        if self.asked.take().is_none() {
            return;
        }
        if let Some(call) = &mut self.call {
            call.answers.push(answer);
        }
        self.run_call();
    }

    /// Runs the call that has begun, from its beginning.
    fn run_call(&mut self) {
        let Some(call) = &mut self.call else { return };
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
            Err(Stop::Block(wait)) => self.sleep(wait),
            Err(Stop::Gone) => self.call = None,
        }
    }

    /// Finishes a system call: its result is in `a0`, and the `ecall` retires.
    fn complete(&mut self, result: u64) {
        self.call = None;
        self.machine.hart.set(Reg::A0, result);
        self.machine.retire_ecall();
        self.events.push(crate::KernelEvent::Returned);
    }

    /// The only thread sleeps until the time has come; nobody can wake it from anything else.
    fn sleep(&mut self, wait: Wait) {
        let deadline = match &wait {
            Wait::Until(time) => Some(*time),
            Wait::Any(waits) => waits.iter().find_map(|wait| match wait {
                Wait::Until(time) => Some(*time),
                _ => None,
            }),
            _ => None,
        };
        let Some(deadline) = deadline else {
            return self.complete(Errno::Interrupted.result());
        };
        self.time_skipped += deadline.saturating_sub(self.now());
        if let Some(call) = &mut self.call {
            call.answers.clear();
            call.woken = Some(Woken::TimedOut);
        }
        self.run_call();
    }
}
