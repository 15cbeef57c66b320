//! Machines with a small program in them, for the tests.
#![allow(dead_code, reason = "each test binary uses its own part")]

pub(crate) mod instructions;

use machine::{Machine, Observer, Perm, VirtAddr};
use riscv::{Insn, encode};
use std::ops::ControlFlow;

/// Where the programs' code is: one page, readable and executable.
pub(crate) const CODE: VirtAddr = VirtAddr(0x1_0000);
/// Where their data is: two pages, readable and writable; the page after them is not mapped.
pub(crate) const DATA: VirtAddr = VirtAddr(0x2_0000);
/// The first address after the data.
pub(crate) const DATA_END: VirtAddr = VirtAddr(0x2_2000);

/// A machine with that program at [`CODE`], about to execute its first instruction.
pub(crate) fn machine_with(program: &[Insn]) -> Machine {
    let mut machine = Machine::new(1 << 24).expect("16 MiB hold a root table");
    machine.map_new(CODE, Perm::RX).expect("the code's page is free");
    for page in [DATA, DATA.offset(4096)] {
        machine.map_new(page, Perm::RW).expect("the data's pages are free");
    }
    let bytes: Vec<u8> = program
        .iter()
        .flat_map(|insn| encode(insn).expect("the program is encodable").to_le_bytes())
        .collect();
    machine.poke(CODE, &bytes).expect("the program fits its page");
    machine.hart.pc = CODE;
    machine
}

/// Maps `size` bytes from `start` with those permissions, page by page.
pub(crate) fn map_range(machine: &mut Machine, start: VirtAddr, size: u64, perm: Perm) {
    for page in (start.page().0..start.0 + size).step_by(4096) {
        machine.map_new(VirtAddr(page), perm).expect("the range is free");
    }
}

/// Watches everything and does nothing.
pub(crate) struct Watcher;

impl Observer for Watcher {
    fn before(&mut self, _: &Machine, _: VirtAddr, _: &Insn, _: u32) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }

    fn retired(&mut self, _: &Machine, _: VirtAddr, _: &Insn, _: u32) {}
}
