//! What both have at the same moment: registers, memory, and how they end.

use machine::{Moment, VirtAddr};
use process::{Ending, Pause};

use super::gdb::Stop;
use super::pair::{Pair, Reached};
use super::qemu::End;
use super::registers::{Registers, differs};

/// How much memory is compared at a time.
const BLOCK_SIZE: u64 = 1 << 16;

impl Pair {
    /// Both are about to exit.
    pub(super) fn end_by_exit(&mut self) -> Result<Reached, String> {
        let memory_size = self.compare_memory()?;
        self.qemu.gdb.go_on()?;
        match self.run(Moment::MAX) {
            Pause::Ended(ending) => self.compare_ends(&ending)?,
            pause => return Err(format!("the program exits, and there is {pause:?}")),
        }
        Ok(Reached::End { memory_size })
    }

    /// Ours has been ended by a signal; so must qemu's be.
    pub(super) fn end_by_signal(&mut self, ending: &Ending, stop: Stop) -> Result<Reached, String> {
        let Ending::Signal { number, .. } = *ending else { return Err(format!("{ending:?}")) };
        if stop != Stop::Signal(gdb_signal(number)) {
            return Err(format!("signal {number} ends the program, under qemu there is {stop:?}"));
        }
        self.compare_registers()?;
        let memory_size = self.compare_memory()?;
        self.qemu.gdb.deliver(gdb_signal(number))?;
        self.compare_ends(ending)?;
        Ok(Reached::End { memory_size })
    }

    /// Compares exit status and output.
    fn compare_ends(&mut self, ending: &Ending) -> Result<(), String> {
        match self.stop()? {
            Stop::Ended => {}
            stop => return Err(format!("the program ends, under qemu there is {stop:?}")),
        }
        let ours =
            End { status: ending.exit_status().into(), output: std::mem::take(&mut self.output) };
        match ours.difference(self.qemu.end()?) {
            Some(difference) => Err(difference),
            None => Ok(()),
        }
    }

    pub(super) fn compare_registers(&mut self) -> Result<(), String> {
        let (theirs, fcsr) = self.qemu.gdb.registers()?;
        let hart = &self.process.machine().hart;
        match Registers::of(hart).difference(&theirs) {
            Some(difference) => Err(difference),
            None if u64::from(hart.fcsr) != fcsr => Err(differs("fcsr", hart.fcsr.into(), fcsr)),
            None => Ok(()),
        }
    }

    /// Compares all memory that the program may access; says how much that is.
    pub(super) fn compare_memory(&mut self) -> Result<u64, String> {
        let mappings: Vec<_> = self.process.mappings().to_vec();
        let mut size = 0;
        for mapping in mappings.iter().filter(|mapping| mapping.is_accessible()) {
            self.compare_range(mapping.start, mapping.size())
                .map_err(|why| format!("{}: {why}", mapping.kind.name()))?;
            size += mapping.size();
        }
        Ok(size)
    }

    pub(super) fn compare_range(&mut self, start: VirtAddr, size: u64) -> Result<(), String> {
        for offset in (0..size).step_by(BLOCK_SIZE as usize) {
            let at = start.offset(offset);
            let theirs = self.qemu.read(at.0, BLOCK_SIZE.min(size - offset))?;
            let mut ours = vec![0; theirs.len()];
            self.process.peek(at, &mut ours).map_err(|at| format!("there is no memory at {at}"))?;
            if let Some(index) = ours.iter().zip(&theirs).position(|(a, b)| a != b) {
                let name = format!("the byte at {}", at.offset(index as u64));
                return Err(differs(&name, ours[index].into(), theirs[index].into()));
            }
        }
        Ok(())
    }
}

/// gdb's number of a signal. **Rule**: gdb's `include/gdb/signals.def`.
fn gdb_signal(number: u8) -> u8 {
    const SIGBUS: u8 = 7;
    const GDB_SIGNAL_BUS: u8 = 10;
    if number == SIGBUS { GDB_SIGNAL_BUS } else { number }
}
