//! Running is exact: traps change nothing, limits hold to the instruction, watching is unseen.

mod support;

use machine::{Annotator, Cause, Machine, Moment, Observer, PAGE_SIZE, Perm, Stop, Trap, VirtAddr};
use riscv::{Insn, Op, Reg};
use std::ops::ControlFlow;
use std::sync::Arc;
use support::{CODE, DATA, DATA_END, Watcher, machine_with};

const FOREVER: Moment = 1_000_000;

/// Sums 10 down to 1 in `a0`, storing each partial sum, then `ecall`.
fn sum_program() -> Vec<Insn> {
    vec![
        Insn::i(Op::Addi, Reg::A1, Reg::ZERO, 10),
        Insn::u(Op::Lui, Reg::A2, DATA.0 as i32),
        Insn::r(Op::Add, Reg::A0, Reg::A0, Reg::A1),
        Insn::s(Op::Sd, Reg::A0, Reg::A2, 0),
        Insn::i(Op::Addi, Reg::A2, Reg::A2, 8),
        Insn::i(Op::Addi, Reg::A1, Reg::A1, -1),
        Insn::b(Op::Bne, Reg::A1, Reg::ZERO, -16),
        Insn::system(Op::Ecall),
    ]
}

/// Runs a program to its first trap and compares the trap; the state must not show the attempt.
fn check_trap(machine: &mut Machine, cause: Cause, pc: VirtAddr, value: u64) {
    assert_eq!(machine.run(&mut (), FOREVER), Stop::Trap(Trap { cause, pc, value }));
    let (hash, retired) = (machine.state_hash(), machine.hart.retired);
    assert_eq!(machine.hart.pc, pc);
    let again = machine.run(&mut (), FOREVER);
    assert_eq!(again, Stop::Trap(Trap { cause, pc, value }));
    assert_eq!((machine.state_hash(), machine.hart.retired), (hash, retired), "a trap left a mark");
}

#[test]
fn a_loop_runs_to_its_ecall() {
    let mut machine = machine_with(&sum_program());
    check_trap(&mut machine, Cause::EnvironmentCallFromUMode, CODE.offset(28), 0);
    assert_eq!(machine.hart.get(Reg::A0), 55);
    assert_eq!(machine.hart.retired, 2 + 10 * 5);
    assert_eq!(machine.peek_u64(DATA.offset(72)), Ok(55));
    machine.retire_ecall();
    assert_eq!((machine.hart.pc, machine.hart.retired), (CODE.offset(32), 53));
}

#[test]
#[cfg_attr(miri, ignore = "a hash of the state takes seconds")]
fn a_limit_is_exact_and_leaves_no_mark() {
    let mut whole = machine_with(&sum_program());
    let mut pieces = machine_with(&sum_program());
    for moment in 1..=52 {
        let mut fresh = machine_with(&sum_program());
        assert_eq!(fresh.run(&mut (), moment), Stop::Limit);
        assert_eq!(pieces.run(&mut (), moment), Stop::Limit);
        assert_eq!((fresh.hart.retired, pieces.hart.retired), (moment, moment));
        assert_eq!(fresh.state_hash(), pieces.state_hash(), "moment {moment}");
    }
    assert_eq!(whole.run(&mut (), 52), Stop::Limit);
    assert_eq!(whole.state_hash(), pieces.state_hash());
}

/// Counts what it sees, and breaks off before one moment.
#[derive(Default)]
struct Counter {
    before: u64,
    retired: u64,
    regions: Vec<u32>,
    notes: Vec<u32>,
    stop_at: Option<Moment>,
}

impl Observer for Counter {
    fn enter_block(&mut self, _: &Machine, _: VirtAddr, region: u32) -> ControlFlow<()> {
        self.regions.push(region);
        ControlFlow::Continue(())
    }

    fn before(&mut self, machine: &Machine, pc: VirtAddr, _: &Insn, note: u32) -> ControlFlow<()> {
        assert_eq!(machine.hart.pc, pc);
        if self.stop_at == Some(machine.hart.retired) {
            return ControlFlow::Break(());
        }
        assert_eq!(machine.hart.retired, self.before);
        self.before += 1;
        self.notes.extend((note != 0).then_some(note));
        ControlFlow::Continue(())
    }

    fn retired(&mut self, machine: &Machine, _: VirtAddr, _: &Insn, _: u32) {
        self.retired += 1;
        assert_eq!(machine.hart.retired, self.retired);
    }
}

#[test]
fn an_observed_run_is_the_plain_run() {
    let mut plain = machine_with(&sum_program());
    let mut observed = machine_with(&sum_program());
    let mut counter = Counter::default();
    assert_eq!(plain.run(&mut (), FOREVER), observed.run(&mut counter, FOREVER));
    assert_eq!(plain.state_hash(), observed.state_hash());
    assert_eq!((counter.before, counter.retired), (53, 52), "the ecall does not retire");
}

#[test]
#[cfg_attr(miri, ignore = "a hash of the state takes seconds")]
fn breaking_off_is_the_same_as_the_limit() {
    for moment in 0..=52 {
        let mut limited = machine_with(&sum_program());
        limited.run(&mut (), moment);
        let mut broken = machine_with(&sum_program());
        let mut counter = Counter { stop_at: Some(moment), ..Counter::default() };
        assert_eq!(broken.run(&mut counter, FOREVER), Stop::Observer);
        assert_eq!(limited.state_hash(), broken.state_hash(), "moment {moment}");
    }
}

/// A note on the store, and a region for the loop's body.
struct Notes;

impl Annotator for Notes {
    fn note(&self, pc: VirtAddr) -> u32 {
        if pc == CODE.offset(12) { 7 } else { 0 }
    }

    fn region(&self, pc: VirtAddr) -> u32 {
        u32::from(pc >= CODE.offset(8)) + u32::from(pc >= CODE.offset(28))
    }
}

#[test]
fn annotations_reach_the_observer() {
    let mut machine = machine_with(&sum_program());
    machine.set_annotator(Some(Arc::new(Notes)));
    let mut counter = Counter::default();
    machine.run(&mut counter, FOREVER);
    assert_eq!(counter.notes, [7; 10]);
    assert_eq!(counter.regions, [vec![0], vec![1; 10], vec![2]].concat());
}

#[test]
fn a_store_to_code_traps() {
    let mut machine =
        machine_with(&[Insn::u(Op::Auipc, Reg::A0, 0), Insn::s(Op::Sw, Reg::ZERO, Reg::A0, 16)]);
    check_trap(&mut machine, Cause::StorePageFault, CODE.offset(4), CODE.0 + 16);
}

#[test]
fn executing_data_and_nothing_traps() {
    let jump = |to: VirtAddr| {
        machine_with(&[
            Insn::u(Op::Lui, Reg::A0, to.0 as i32),
            Insn::i(Op::Jalr, Reg::RA, Reg::A0, 0),
        ])
    };
    check_trap(&mut jump(DATA), Cause::InstructionPageFault, DATA, DATA.0);
    check_trap(&mut jump(DATA_END), Cause::InstructionPageFault, DATA_END, DATA_END.0);
}

#[test]
fn illegal_instructions_and_breakpoints_trap() {
    let mut machine = machine_with(&[Insn::nop(), Insn::system(Op::Ebreak)]);
    check_trap(&mut machine, Cause::Breakpoint, CODE.offset(4), CODE.0 + 4);
    let mut machine = machine_with(&[Insn::nop()]);
    check_trap(&mut machine, Cause::IllegalInstruction, CODE.offset(4), 0);
    /// A rounding mode that is reserved.
    const RESERVED: i32 = 5;
    let float = Insn { imm: RESERVED, ..Insn::r(Op::FaddD, Reg::A0, Reg::A0, Reg::A0) };
    let mut machine = machine_with(&[Insn::nop(), float]);
    let bits = u64::from(riscv::encode(&float).expect("it is encodable"));
    check_trap(&mut machine, Cause::IllegalInstruction, CODE.offset(4), bits);
    machine.hart.pc = VirtAddr(CODE.0 + 1);
    let odd = machine.hart.pc;
    check_trap(&mut machine, Cause::InstructionAddressMisaligned, odd, odd.0);
}

#[test]
fn a_store_across_the_last_page_changes_nothing() {
    let mut machine = machine_with(&[
        Insn::u(Op::Lui, Reg::A0, DATA_END.0 as i32),
        Insn::i(Op::Addi, Reg::A1, Reg::ZERO, -1),
        Insn::s(Op::Sd, Reg::A1, Reg::A0, -3),
    ]);
    machine.run(&mut (), 2);
    let before = machine.state_hash();
    check_trap(&mut machine, Cause::StorePageFault, CODE.offset(8), DATA_END.0);
    assert_eq!(machine.state_hash(), before);
}

#[test]
fn misaligned_accesses_work_also_across_pages() {
    for offset in [1, 4093, 4095] {
        let mut machine = machine_with(&[
            Insn::s(Op::Sd, Reg::A1, Reg::A0, 0),
            Insn::i(Op::Ld, Reg::A2, Reg::A0, 0),
            Insn::i(Op::Lhu, Reg::A3, Reg::A0, 0),
        ]);
        machine.hart.set(Reg::A0, DATA.0 + offset);
        machine.hart.set(Reg::A1, 0x0102_0304_0506_0708);
        assert_eq!(machine.run(&mut (), 3), Stop::Limit);
        assert_eq!(machine.hart.get(Reg::A2), 0x0102_0304_0506_0708);
        assert_eq!(machine.hart.get(Reg::A3), 0x0708);
        assert_eq!(machine.peek_u64(DATA.offset(offset)), Ok(0x0102_0304_0506_0708));
    }
}

/// The engine looks up the page of a frame once and takes it for the accesses that follow.
#[test]
fn a_frame_may_lie_across_two_pages() {
    const BORDER: VirtAddr = VirtAddr(0x4_0000);
    let sp = |op, reg, imm| Insn::i(op, reg, Reg::SP, imm);
    let program = [
        Insn::i(Op::Addi, Reg::A1, Reg::ZERO, 1500),
        sp(Op::Lw, Reg::A5, -20),
        Insn::i(Op::Addiw, Reg::A5, Reg::A5, 3),
        Insn::s(Op::Sw, Reg::A5, Reg::SP, -20),
        sp(Op::Ld, Reg::A4, -40),
        Insn::r(Op::Add, Reg::A4, Reg::A4, Reg::A5),
        Insn::s(Op::Sd, Reg::A4, Reg::SP, -40),
        Insn::s(Op::Sd, Reg::A1, Reg::SP, -8),
        Insn::s(Op::Sd, Reg::A4, Reg::SP, -16),
        Insn::s(Op::Sd, Reg::A5, Reg::SP, -24),
        sp(Op::Ld, Reg::A2, -24),
        sp(Op::Ld, Reg::A3, -16),
        sp(Op::Ld, Reg::A6, -8),
        Insn::i(Op::Addi, Reg::A1, Reg::A1, -1),
        Insn::b(Op::Bne, Reg::A1, Reg::ZERO, -13 * 4),
        Insn::system(Op::Ecall),
    ];
    for distance in (0..48).step_by(2) {
        let [mut plain, mut watched] = [(); 2].map(|()| machine_with(&program));
        for machine in [&mut plain, &mut watched] {
            // What follows in the address space does not in memory.
            for page in [BORDER, BORDER.offset(PAGE_SIZE.wrapping_neg())] {
                machine.map_new(page, Perm::RW).unwrap();
            }
            machine.hart.set(Reg::SP, BORDER.0 + distance);
        }
        let stop = plain.run(&mut (), FOREVER);
        assert_eq!(watched.run(&mut Watcher, FOREVER), stop);
        assert_eq!(plain.hart.retired, 1 + 1500 * 14);
        assert_eq!(plain.state_hash(), watched.state_hash(), "{distance} bytes beyond the page");
    }
}

#[test]
fn a_program_can_rewrite_itself_where_it_may() {
    let replacement = riscv::encode(&Insn::i(Op::Addi, Reg::A0, Reg::ZERO, 42)).expect("encodable");
    let mut machine = machine_with(&[
        Insn::s(Op::Sw, Reg::A1, Reg::A2, 8),
        Insn::nop(),
        Insn::i(Op::Addi, Reg::A0, Reg::ZERO, 1),
        Insn::system(Op::Ecall),
    ]);
    machine.protect(CODE, Perm::RWX).expect("the page is mapped");
    machine.hart.set(Reg::A1, u64::from(replacement));
    machine.hart.set(Reg::A2, CODE.0);
    check_trap(&mut machine, Cause::EnvironmentCallFromUMode, CODE.offset(12), 0);
    assert_eq!(machine.hart.get(Reg::A0), 42);
    assert_eq!(machine.hart.retired, 3);
}

#[test]
fn an_instruction_may_straddle_two_pages() {
    let mut machine = machine_with(&[]);
    let next = CODE.offset(PAGE_SIZE);
    let start = VirtAddr(next.0 - 2);
    let bits = riscv::encode(&Insn::i(Op::Addi, Reg::A0, Reg::A0, 5)).expect("encodable");
    machine.poke(start, &bits.to_le_bytes()[..2]).expect("the code's page is mapped");
    machine.hart.pc = start;
    check_trap(&mut machine, Cause::InstructionPageFault, start, next.0);
    machine.map_new(next, Perm::RX).expect("the page is free");
    machine.poke(next, &bits.to_le_bytes()[2..]).expect("the page is mapped");
    assert_eq!(machine.run(&mut (), 1), Stop::Limit);
    assert_eq!((machine.hart.get(Reg::A0), machine.hart.pc), (5, next.offset(2)));
}

#[test]
fn counters_count_retired_instructions() {
    let mut machine = machine_with(&[
        Insn::nop(),
        Insn::nop(),
        Insn::i(Op::Csrrs, Reg::A0, Reg::ZERO, 0xc02),
        Insn::i(Op::Csrrw, Reg::A0, Reg::ZERO, 0xc02),
    ]);
    let bits = 0xc020_1573;
    check_trap(&mut machine, Cause::IllegalInstruction, CODE.offset(12), bits);
    assert_eq!(machine.hart.get(Reg::A0), 2);
}
