//! The initial stack: arguments, environment and auxiliary vector.

use crate::layout::STACK_TOP;
use crate::module::Module;
use crate::signals::USER_ID;
use crate::{Config, Errno, Process};
use machine::{PAGE_SIZE, VirtAddr};
use riscv::Reg;
use std::sync::Arc;

/// What a program is started with.
#[derive(Clone, Default, Debug)]
pub(crate) struct Start {
    pub(crate) arguments: Vec<Vec<u8>>,
    pub(crate) environment: Vec<Vec<u8>>,
    /// The path by which it was found (`AT_EXECFN`).
    pub(crate) path: Vec<u8>,
}

impl Start {
    /// What the configuration says.
    pub(crate) fn from_config(config: &Config) -> Start {
        let bytes = |strings: &[String]| strings.iter().map(|it| it.clone().into_bytes()).collect();
        let mut arguments: Vec<Vec<u8>> = bytes(&config.arguments);
        arguments.insert(0, config.program.clone().into_bytes());
        let path = config.program.clone().into_bytes();
        Start { arguments, environment: bytes(&config.environment), path }
    }
}

// Keys of the auxiliary vector. **Rule**: Linux `<elf.h>`.
const AT_NULL: u64 = 0;
const AT_PHDR: u64 = 3;
const AT_PHENT: u64 = 4;
const AT_PHNUM: u64 = 5;
const AT_PAGESZ: u64 = 6;
const AT_BASE: u64 = 7;
const AT_FLAGS: u64 = 8;
const AT_ENTRY: u64 = 9;
const AT_UID: u64 = 11;
const AT_EUID: u64 = 12;
const AT_GID: u64 = 13;
const AT_EGID: u64 = 14;
const AT_HWCAP: u64 = 16;
const AT_CLKTCK: u64 = 17;
const AT_SECURE: u64 = 23;
const AT_RANDOM: u64 = 25;
const AT_EXECFN: u64 = 31;

/// How many ticks of `times` a second has. **Rule**: Linux `USER_HZ`.
pub(crate) const TICKS_PER_SECOND: u64 = 100;

/// The base instruction sets and extensions, a bit for each letter: I, M, A, F, D, C.
/// **Rule**: Linux `arch/riscv/include/uapi/asm/hwcap.h`.
const HARDWARE_CAPABILITIES: u64 = 1 << 8 | 1 << 12 | 1 | 1 << 5 | 1 << 3 | 1 << 2;

impl Process {
    /// Builds the initial stack and points `sp` at it.
    ///
    /// ```text
    ///   STACK_TOP  the program's path; strings of the environment, of the arguments; 16 random bytes
    ///              auxiliary vector, ended by AT_NULL
    ///              pointers to the environment's strings, ended by null
    ///              pointers to the arguments' strings, ended by null
    ///        sp →  argument count                                   sp is a multiple of 16
    /// ```
    /// **Rule**: RISC-V psABI "Procedure Calling Convention"; System V ABI "Process Initialization"; Linux
    /// `fs/binfmt_elf.c`, `create_elf_tables`.
    pub(crate) fn build_stack(
        &mut self,
        start: &Start,
        interpreter: Option<&Module>,
    ) -> Result<(), Errno> {
        let mut top = STACK_TOP.0;
        let is_own = !self.space.program().image.access().is_empty();
        let path = if is_own { 0 } else { self.push_string(&mut top, &start.path)? };
        let environment = self.push_strings(&mut top, &start.environment)?;
        let arguments = self.push_strings(&mut top, &start.arguments)?;
        let random_bytes = self.random_bytes(16);
        let random = top.checked_sub(16).ok_or(Errno::BadAddress)? & !15;
        self.copy_out(VirtAddr(random), &random_bytes)?;

        let mut words = vec![arguments.len() as u64];
        words.extend(arguments);
        words.push(0);
        words.extend(environment);
        words.push(0);
        let auxiliary_vector = self.auxiliary_vector(interpreter, random, path);
        words.extend(auxiliary_vector.iter().flat_map(|(key, value)| [*key, *value]));
        self.space.auxiliary_vector = auxiliary_vector;
        self.space.start = Arc::new(start.clone());
        let size = 8 * words.len() as u64;
        let sp = random.checked_sub(size).ok_or(Errno::BadAddress)? & !15;
        self.copy_out_words(VirtAddr(sp), &words)?;
        self.machine.hart.set(Reg::SP, sp);
        Ok(())
    }

    /// What the program is told. Programs of our own compiler, which have an access table, are told what their library
    /// reads; the others all that Linux says.
    fn auxiliary_vector(
        &self,
        interpreter: Option<&Module>,
        random: u64,
        path: u64,
    ) -> Vec<(u64, u64)> {
        let program = self.space.program();
        let headers = program.image.program_headers();
        let user = u64::from(USER_ID);
        let mut vector = vec![
            (AT_PHDR, headers.address.map_or(0, |address| address.wrapping_add(program.bias))),
            (AT_PHENT, headers.entry_size),
            (AT_PHNUM, headers.count),
            (AT_PAGESZ, PAGE_SIZE),
            (AT_ENTRY, program.entry()),
            (AT_UID, user),
            (AT_EUID, user),
            (AT_GID, user),
            (AT_EGID, user),
            (AT_SECURE, 0),
            (AT_RANDOM, random),
        ];
        if path != 0 {
            vector.extend([
                (AT_HWCAP, HARDWARE_CAPABILITIES),
                (AT_CLKTCK, TICKS_PER_SECOND),
                (AT_BASE, interpreter.map_or(0, |module| module.bias)),
                (AT_FLAGS, 0),
                (AT_EXECFN, path),
            ]);
        }
        vector.push((AT_NULL, 0));
        vector
    }

    /// Writes strings downwards from `top`; returns their addresses in order.
    fn push_strings(&mut self, top: &mut u64, strings: &[Vec<u8>]) -> Result<Vec<u64>, Errno> {
        let mut addresses = Vec::with_capacity(strings.len());
        for string in strings.iter().rev() {
            addresses.push(self.push_string(top, string)?);
        }
        addresses.reverse();
        Ok(addresses)
    }

    /// Writes a string with its terminating null below `top`.
    fn push_string(&mut self, top: &mut u64, string: &[u8]) -> Result<u64, Errno> {
        let bytes = [string, &[0]].concat();
        *top = top.checked_sub(bytes.len() as u64).ok_or(Errno::BadAddress)?;
        self.copy_out(VirtAddr(*top), &bytes)?;
        Ok(*top)
    }
}
