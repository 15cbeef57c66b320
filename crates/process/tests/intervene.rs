//! What a driver changes behind a program's back takes effect as if the program had.

use image::Image;
use machine::{Machine, Moment, VirtAddr};
use process::{Config, Ending, Observer, Pause, Process};
use riscv::{Insn, Reg};
use std::ops::ControlFlow;
use std::sync::Arc;

/// Stands still at each system call, once.
#[derive(Default)]
struct Calls {
    at: Option<Moment>,
    count: usize,
}

impl machine::Observer for Calls {
    const ACTIVE: bool = false;

    fn before(&mut self, _: &Machine, _: VirtAddr, _: &Insn, _: u32) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }

    fn retired(&mut self, _: &Machine, _: VirtAddr, _: &Insn, _: u32) {}
}

impl Observer for Calls {
    fn before_call(&mut self, process: &Process) -> ControlFlow<()> {
        self.count += 1;
        match self.at.replace(process.moment()) == Some(process.moment()) {
            true => ControlFlow::Continue(()),
            false => ControlFlow::Break(()),
        }
    }
}

/// A process that makes calls of number 0 from a table in its memory.
fn process() -> Process {
    let image = Image::read(testkit::hostile_guest(&[0; 64])).expect("it is an image");
    Process::load(&Arc::new(image), &Config::default()).expect("it fits")
}

#[test]
fn a_call_is_made_with_the_registers_that_the_driver_gave() {
    const EXIT_GROUP: u64 = 94;
    let (mut process, mut calls) = (process(), Calls::default());
    assert_eq!(process.run(&mut calls, Moment::MAX), Pause::Observer);
    let hart = &process.machine().hart;
    assert_eq!((hart.get(Reg::A7), hart.retired), (0, 8), "nothing has changed yet");
    process.set_register(Reg::A7, EXIT_GROUP);
    process.set_register(Reg::A0, 42);
    let ending = Ending::Exited { status: 42 };
    assert_eq!(process.run(&mut calls, Moment::MAX), Pause::Ended(ending));
    assert_eq!(calls.count, 2, "once to stand still, once to go on");
}

#[test]
fn memory_is_written_whatever_its_permissions() {
    let mut process = process();
    let code = process.machine().hart.pc;
    // Another instruction in place of the first: `li a0, 7` (RISC-V unprivileged "ADDI").
    process.poke(code, &0x0070_0513u32.to_le_bytes()).expect("code is mapped");
    assert_eq!(process.run(&mut (), 1), Pause::Limit);
    assert_eq!(process.machine().hart.get(Reg::A0), 7);
    let stack = process.stack().expect("there is one").start;
    process.poke(stack, &[1; 8]).expect("a page that is not resident becomes so");
    assert_eq!(process.peek_u64(stack), Some(0x0101_0101_0101_0101));
    assert_eq!(process.poke(VirtAddr(0), &[1]), Err(VirtAddr(0)));
}
