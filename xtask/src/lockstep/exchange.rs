//! A system call of both: qemu makes it first, then ours makes it so that what differs by design is as it is there.

use machine::VirtAddr;
use process::Pause;
use riscv::Reg;

use super::calls::{Call, MMAP, MREMAP, TGKILL};
use super::gdb::Stop;
use super::pair::{Pair, Reached};

impl Pair {
    /// Both stand at the same `ecall`. Follows them to the instruction after it, or to the end.
    pub(super) fn call(&mut self) -> Result<Option<Reached>, String> {
        let pc = self.process.machine().hart.pc.0;
        let call = Call::of(&self.process.machine().hart.x);
        if call.is_exit() {
            self.qemu.gdb.breakpoint(pc, false)?;
            return self.end_by_exit().map(Some);
        }
        if !call.is_followed() {
            return Err(format!("{} is not followed", call.name()));
        }
        let stop = self.pass_call(pc)?;
        self.watch.compare(&self.process.machine().hart);
        if let Some(difference) = self.watch.difference.take() {
            return Err(difference);
        }
        let result = self.qemu.gdb.registers()?.0.x[Reg::A0.index()];
        self.make_call(&call, result);
        if stop != Stop::Breakpoint {
            return match self.run(self.process.moment() + 1) {
                Pause::Ended(ending) => self.end_by_signal(&ending, stop).map(Some),
                _ => Err(format!("{} returns, under qemu there is {stop:?}", call.name())),
            };
        }
        self.take_over(&call, result).map_err(|why| format!("{}: {why}", call.name()))?;
        self.compare_registers().map_err(|why| format!("{}: {why}", call.name()))?;
        self.leave_call(pc)?;
        Ok(None)
    }

    /// Lets qemu make the call: it stops at the instruction after it, unless a signal comes.
    fn pass_call(&mut self, pc: u64) -> Result<Stop, String> {
        self.qemu.gdb.breakpoint(pc, false)?;
        self.qemu.gdb.breakpoint(pc + 4, true)?;
        self.qemu.gdb.go_on()?;
        self.stop()
    }

    /// Lets qemu go on behind a call.
    fn leave_call(&mut self, pc: u64) -> Result<(), String> {
        if !self.breakpoints.contains(&(pc + 4)) {
            self.qemu.gdb.breakpoint(pc + 4, false)?;
        }
        if self.watch.log.is_some() {
            self.qemu.gdb.breakpoint(pc, true)?;
            self.qemu.gdb.go_on()?;
        }
        Ok(())
    }

    /// Lets ours make the call that qemu has made, with its own numbers of processes, and memory where qemu has put it.
    fn make_call(&mut self, call: &Call, result: u64) {
        const MAY_MOVE_TO: u64 = 3;
        let (process, thread) = self.process.current();
        let replaced = match call.number {
            MMAP if call.is_placed(result) => vec![(Reg::A0, result)],
            MREMAP if call.is_placed(result) => vec![(Reg::A3, MAY_MOVE_TO), (Reg::A4, result)],
            TGKILL => vec![(Reg::A0, process), (Reg::A1, thread)],
            _ => vec![],
        };
        self.taken_over += u64::from(!replaced.is_empty());
        let hart = &self.process.machine().hart;
        let kept: Vec<(Reg, u64)> =
            replaced.iter().map(|(reg, _)| (*reg, hart.get(*reg))).collect();
        replaced.iter().for_each(|(reg, value)| self.process.set_register(*reg, *value));
        self.watch.written.clear();
        let moment = self.process.moment();
        self.run(moment + 1);
        for (reg, value) in kept.into_iter().filter(|(reg, _)| *reg != Reg::A0) {
            self.process.set_register(reg, value);
        }
    }

    /// Takes over qemu's answer where it may differ: the result, and what was written.
    fn take_over(&mut self, call: &Call, result: u64) -> Result<(), String> {
        let mut written = std::mem::take(&mut self.watch.written);
        written.extend(call.written(result).map(|(start, size)| (VirtAddr(start), size)));
        let mut is_different = false;
        for (start, size) in written {
            let difference = self.compare_range(start, size);
            if let Err(why) = &difference {
                if !call.is_taken_over() {
                    return Err(why.clone());
                }
                let bytes = self.qemu.read(start.0, size)?;
                self.poke(start, &bytes)?;
                is_different = true;
            }
        }
        if call.is_taken_over() && self.process.machine().hart.get(Reg::A0) != result {
            self.process.set_register(Reg::A0, result);
            is_different = true;
        }
        self.taken_over += u64::from(is_different);
        Ok(())
    }
}
