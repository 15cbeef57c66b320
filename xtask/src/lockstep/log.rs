//! The log of registers that qemu 7.2 writes (`-d cpu,fpu`), read as it is written: a record before each instruction.

use std::fs::File;
use std::io::Read;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, sync_channel};
use std::time::Duration;

use machine::Moment;
use riscv::Reg;

use super::registers::Registers;

/// A value: 16 hexadecimal digits after its name. **Units**: bytes, as everything here.
const DIGITS: usize = 16;
const NAME: usize = 10;
const CELL: usize = NAME + DIGITS;
/// The first line has one value, the others four.
const FIRST_LINE: usize = CELL + 1;
const LINE: usize = 4 * CELL + 1;
/// A line for `pc`, eight for the integer registers and eight for the others:
///
/// ```text
///  pc       00000000000105a0
///  x0/zero  0000000000000000 x1/ra    0000000000000000 x2/sp    …
///  …
///  f0/ft0   0000000000000000 f1/ft1   0000000000000000 f2/ft2   …
/// ```
const RECORD: usize = FIRST_LINE + 16 * LINE;
/// How long qemu may take to write the next record.
const TIME_MAX: Duration = Duration::from_secs(60);
/// How many blocks are read ahead.
const BLOCK_COUNT: usize = 4;

/// The stream of records.
#[derive(Debug)]
pub(super) struct Log {
    blocks: Receiver<Vec<u8>>,
    bytes: Vec<u8>,
    /// Where the last record in them ends.
    end: usize,
    /// The moment of the next record.
    moment: Moment,
    /// The record that was read last, and what it says: few registers change at an instruction.
    last: Box<[u8]>,
    registers: Registers,
}

impl Log {
    /// Reads the pipe on a thread of its own, which ends with the pipe or with the log.
    pub(super) fn open(path: PathBuf) -> Log {
        let (sender, blocks) = sync_channel(BLOCK_COUNT);
        std::thread::spawn(move || {
            let Ok(mut pipe) = File::open(path) else { return };
            let mut block = vec![0; 1 << 16];
            while let Ok(count @ 1..) = pipe.read(&mut block) {
                if sender.send(block[..count].to_vec()).is_err() {
                    return;
                }
            }
        });
        let last = vec![0; RECORD].into();
        Log { blocks, bytes: vec![], end: 0, moment: 0, last, registers: Registers::default() }
    }

    /// The registers at a moment under qemu, which is later than those asked for before: each instruction has a record.
    pub(super) fn at(&mut self, moment: Moment) -> Result<&Registers, String> {
        self.skip_to(moment)?;
        self.receive()?;
        let record = &self.bytes[self.end - RECORD..self.end];
        read(record, &mut self.last, &mut self.registers).ok_or("qemu's log has another shape")?;
        Ok(&self.registers)
    }

    /// Passes over the records before a moment. As long as they are not read, qemu stands still once its pipe is full.
    pub(super) fn skip_to(&mut self, moment: Moment) -> Result<(), String> {
        while self.moment < moment {
            self.receive()?;
        }
        Ok(())
    }

    /// Moves on by a record.
    fn receive(&mut self) -> Result<(), String> {
        while self.bytes.len() - self.end < RECORD {
            let block = self.blocks.recv_timeout(TIME_MAX);
            let block = block.map_err(|_| "qemu's log stands still or has ended")?;
            self.bytes.drain(..self.end);
            self.end = 0;
            self.bytes.extend(block);
        }
        self.end += RECORD;
        self.moment += 1;
        Ok(())
    }
}

/// Reads what has changed since the last record; `None` when it is none.
fn read(record: &[u8], last: &mut [u8], registers: &mut Registers) -> Option<()> {
    let Registers { pc, x, f } = registers;
    *pc = value(&record[..FIRST_LINE - 1], "pc")?;
    let names = (0..32).filter_map(Reg::new);
    let integer = names.clone().map(|reg| ('x', reg.index(), reg.name())).zip(x);
    let float = names.map(|reg| ('f', reg.index(), reg.float_name())).zip(f);
    for (number, ((bank, index, name), register)) in integer.chain(float).enumerate() {
        let start = FIRST_LINE + number / 4 * LINE + number % 4 * CELL;
        let cell = &record[start..start + CELL];
        if cell != &last[start..start + CELL] {
            *register = value(cell, &format!("{bank}{index}/{name}"))?;
        }
    }
    last.copy_from_slice(record);
    Some(())
}

/// The value of a cell with that name.
fn value(cell: &[u8], name: &str) -> Option<u64> {
    let (head, digits) = cell.split_at_checked(NAME)?;
    let is_named = head.trim_ascii() == name.as_bytes();
    let digits = std::str::from_utf8(digits).ok().filter(|_| is_named)?;
    u64::from_str_radix(digits, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::{RECORD, read};
    use crate::lockstep::registers::Registers;
    use riscv::Reg;

    fn record(registers: &Registers) -> Vec<u8> {
        let mut text = format!(" {:<8} {:016x}\n", "pc", registers.pc);
        let regs = || (0..32).filter_map(Reg::new);
        let integer = regs().map(|reg| format!("x{}/{}", reg.index(), reg.name()));
        let float = regs().map(|reg| format!("f{}/{}", reg.index(), reg.float_name()));
        let values = registers.x.iter().chain(&registers.f);
        for (number, (name, value)) in integer.chain(float).zip(values).enumerate() {
            text.push_str(&format!(" {name:<8} {value:016x}"));
            if number % 4 == 3 {
                text.push('\n');
            }
        }
        text.into_bytes()
    }

    #[test]
    fn a_record_is_read_as_it_was_written() {
        let mut before = Registers { pc: 0x105a0, ..Registers::default() };
        before.x[31] = u64::MAX;
        let mut after = Registers { pc: 0x105a4, ..before };
        (after.x[5], after.f[0], after.f[31]) = (7, 1 << 63, 0x123);
        let (mut last, mut registers) = (vec![0; RECORD], Registers::default());
        for expected in [before, after] {
            assert_eq!(read(&record(&expected), &mut last, &mut registers), Some(()));
            assert_eq!(registers, expected);
        }
    }

    #[test]
    fn what_is_no_record_is_refused() {
        let mut shifted = record(&Registers::default());
        shifted.rotate_left(1);
        assert_eq!(read(&shifted, &mut vec![0; RECORD], &mut Registers::default()), None);
    }
}
