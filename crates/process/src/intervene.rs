//! Intervening: what a driver changes in the current thread behind the program's back, as a debugger does.
//!
//! **Rule**: `man 2 ptrace`, `PTRACE_SETREGS` and `PTRACE_POKEDATA`.
//!
//! Whatever is changed here is an input to the run like any other; whoever replays it must do so at the same moment.

use crate::{KernelEvent, Process};
use machine::{PAGE_SIZE, VirtAddr};
use riscv::Reg;

impl Process {
    /// Gives an integer register a value; `zero` stays 0.
    pub fn set_register(&mut self, reg: Reg, value: u64) {
        self.machine.hart.set(reg, value);
    }

    /// Writes bytes into the program's memory, whatever its permissions, and makes the pages resident.
    ///
    /// **Errors**: the first address where nothing is mapped, or for whose page there is no memory; bytes before its page
    /// have been written.
    pub fn poke(&mut self, start: VirtAddr, bytes: &[u8]) -> Result<(), VirtAddr> {
        let mut done = 0;
        while done < bytes.len() {
            let at = start.offset(done as u64);
            let count = (bytes.len() - done).min((PAGE_SIZE - at.page_offset()) as usize);
            let is_resident = self.populate(at);
            let part = &bytes[done..done + count];
            if !is_resident || self.machine.poke(at, part).is_err() {
                return Err(at);
            }
            self.events.push(KernelEvent::Wrote { start: at, size: count as u64 });
            done += count;
        }
        Ok(())
    }
}
