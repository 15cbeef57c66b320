//! The initial stack: arguments, environment and auxiliary vector.

use crate::layout::STACK_TOP;
use crate::{Errno, Process};
use image::ProgramHeaders;
use machine::{PAGE_SIZE, VirtAddr};
use riscv::Reg;

// Keys of the auxiliary vector. **Rule**: Linux `<elf.h>`.
const AT_NULL: u64 = 0;
const AT_PHDR: u64 = 3;
const AT_PHENT: u64 = 4;
const AT_PHNUM: u64 = 5;
const AT_PAGESZ: u64 = 6;
const AT_ENTRY: u64 = 9;
const AT_UID: u64 = 11;
const AT_EUID: u64 = 12;
const AT_GID: u64 = 13;
const AT_EGID: u64 = 14;
const AT_SECURE: u64 = 23;
const AT_RANDOM: u64 = 25;

impl Process {
    /// Builds the initial stack and points `sp` at it.
    ///
    /// ```text
    ///   STACK_TOP  strings of the environment, of the arguments; 16 random bytes
    ///              auxiliary vector, ended by AT_NULL
    ///              pointers to the environment's strings, ended by null
    ///              pointers to the arguments' strings, ended by null
    ///        sp →  argument count                                   sp is a multiple of 16
    /// ```
    /// **Rule**: RISC-V psABI "Procedure Calling Convention"; System V ABI "Process Initialization".
    pub(crate) fn build_stack(&mut self, headers: ProgramHeaders, entry: u64) -> Result<(), Errno> {
        let mut top = STACK_TOP.0;
        let environment = self.push_strings(&mut top, &self.config.environment.clone())?;
        let mut arguments = vec![self.config.program.clone()];
        arguments.extend_from_slice(&self.config.arguments);
        let arguments = self.push_strings(&mut top, &arguments)?;
        let random_bytes = self.random_bytes(16);
        top = (top - 16) & !15;
        self.copy_out(VirtAddr(top), &random_bytes)?;

        let mut words = vec![arguments.len() as u64];
        words.extend(arguments);
        words.push(0);
        words.extend(environment);
        words.push(0);
        for (key, value) in [
            (AT_PHDR, headers.address.unwrap_or(0)),
            (AT_PHENT, headers.entry_size),
            (AT_PHNUM, headers.count),
            (AT_PAGESZ, PAGE_SIZE),
            (AT_ENTRY, entry),
            (AT_UID, 1000),
            (AT_EUID, 1000),
            (AT_GID, 1000),
            (AT_EGID, 1000),
            (AT_SECURE, 0),
            (AT_RANDOM, top),
            (AT_NULL, 0),
        ] {
            words.extend([key, value]);
        }
        let sp = (top - 8 * words.len() as u64) & !15;
        self.copy_out_words(VirtAddr(sp), &words)?;
        self.machine.hart.set(Reg::SP, sp);
        Ok(())
    }

    /// Writes strings with their terminating nulls downwards from `top`; returns their addresses in order.
    fn push_strings(&mut self, top: &mut u64, strings: &[String]) -> Result<Vec<u64>, Errno> {
        let mut addresses = Vec::with_capacity(strings.len());
        for string in strings.iter().rev() {
            let mut bytes = string.clone().into_bytes();
            bytes.push(0);
            *top -= bytes.len() as u64;
            self.copy_out(VirtAddr(*top), &bytes)?;
            addresses.push(*top);
        }
        addresses.reverse();
        Ok(addresses)
    }
}
