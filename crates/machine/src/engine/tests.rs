//! Every sequence by itself: with operands by chance, in the same steps as the run that is watched.

use super::piece::{Class, Kind, Operand, Piece, class};
use super::{FastHandler, fused, sequences::SEQUENCES};
use crate::{Machine, Moment, Observer, PAGE_SIZE, Perm, VirtAddr};
use riscv::{Format, Insn, Kind as File, Op as Code, Reg, encode};
use std::ops::ControlFlow;

const CODE: VirtAddr = VirtAddr(0x1_0000);
/// Two pages that do not follow each other in memory; what follows them is not mapped.
const DATA: VirtAddr = VirtAddr(0x2_0000);
/// Registers that no sequence writes, and those that one does.
const READ: [u8; 8] = [18, 19, 20, 21, 22, 23, 24, 25];
const WRITTEN: [u8; 16] = [5, 6, 7, 9, 10, 11, 12, 13, 14, 15, 16, 17, 28, 29, 30, 31];
const SHARED: Reg = Reg::S0;
/// How often each sequence runs; sometimes no page is at hand.
const ROUNDS: usize = if cfg!(miri) { 2 } else { 12 };

/// Numbers as if by chance. **Source**: G. Steele et al., "Fast Splittable Pseudorandom Number Generators", 2014.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ mixed >> 31
    }

    fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    /// Mostly an address of data, else a number, small or of floating point.
    fn value(&mut self) -> u64 {
        match self.below(8) {
            0..4 => DATA.0 + 128 + self.below(2 * PAGE_SIZE - 256),
            4..6 => self.below(64).wrapping_sub(16),
            6 => (self.below(2000) as f64 / 8.0).to_bits(),
            _ => self.next(),
        }
    }
}

struct Watcher;

impl Observer for Watcher {
    fn before(&mut self, _: &Machine, _: VirtAddr, _: &Insn, _: u32) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }

    fn retired(&mut self, _: &Machine, _: VirtAddr, _: &Insn, _: u32) {}
}

/// Instructions that a sequence stands for.
fn instructions(pieces: &[Piece], chance: &mut Chance) -> Vec<Insn> {
    let mut destinations = vec![Reg::ZERO; pieces.len()];
    let mut free = [WRITTEN.iter(), WRITTEN.iter()];
    for (number, piece) in pieces.iter().enumerate().rev() {
        destinations[number] = match (piece.overwritten_by, piece.kind.files().2) {
            (_, None) => Reg::ZERO,
            (Some(by), _) => destinations[usize::from(by)],
            (None, Some(file)) => register(free[file as usize].next()),
        };
    }
    let mut source = |operand| match operand {
        Operand::Register => register(READ.get(chance.below(8) as usize)),
        Operand::Result(number) => destinations[usize::from(number)],
        Operand::Shared => SHARED,
    };
    let operands: Vec<[Reg; 3]> = pieces
        .iter()
        .map(|piece| [source(piece.rs1), source(piece.rs2), source(Operand::Register)])
        .collect();
    let insn = |((piece, rd), [rs1, rs2, rs3]): ((&Piece, &Reg), &[Reg; 3])| {
        instruction(piece.kind, *rd, [*rs1, *rs2, *rs3], chance.next())
    };
    pieces.iter().zip(&destinations).zip(&operands).map(insn).collect()
}

fn register(number: Option<&u8>) -> Reg {
    number.and_then(|number| Reg::new(*number)).expect("there are registers enough")
}

/// An instruction of a kind; a transfer goes to the one after the next.
fn instruction(kind: Kind, rd: Reg, [rs1, rs2, rs3]: [Reg; 3], chance: u64) -> Insn {
    let small = (chance % 128) as i32 - 64;
    let Kind::Do(op) = kind else {
        return match kind {
            Kind::Li => Insn::i(Code::Addi, rd, Reg::ZERO, small),
            Kind::La => Insn::u(Code::Auipc, rd, (chance % 32) as i32 * PAGE_SIZE as i32),
            Kind::J => Insn::j(Code::Jal, Reg::ZERO, 8),
            Kind::Jr => Insn::i(Code::Jalr, Reg::ZERO, rs1, small),
            _ => Insn::nop(),
        };
    };
    let imm = match (class(op), op.row().format) {
        (_, Format::Shift | Format::ShiftWord) => (chance % 32) as i32,
        (_, Format::FloatFused) => (rs3.index() << 3 | 7) as i32,
        (_, Format::FloatRound | Format::FloatUnary) if op != Code::FcvtDW => 7,
        (Class::Branch, _) => 8,
        (Class::Jump, Format::J) => 8,
        (Class::Immediate, _) => small,
        (Class::Load | Class::LoadFloat | Class::Store | Class::StoreFloat, _) => small,
        _ => 0,
    };
    let (uses1, uses2, writes) = kind.files();
    let used = |file: Option<File>, reg| if file.is_some() { reg } else { Reg::ZERO };
    Insn::new(op, used(writes, rd), used(uses1, rs1), used(uses2, rs2), imm)
}

/// A machine with these instructions, which are followed by two `ecall`s; their page has been fetched from.
fn machine(insns: &[Insn]) -> Machine {
    let mut machine = Machine::new(1 << 20).expect("1 MiB holds a root table");
    machine.map_new(CODE, Perm::RX).expect("the page is free");
    for page in [DATA.offset(PAGE_SIZE), DATA] {
        machine.map_new(page, Perm::RW).expect("the page is free");
        machine.allocate_frame().expect("there is memory");
    }
    let ecall = Insn::system(Code::Ecall);
    let nop = Insn::nop();
    let bytes = insns.iter().chain([&ecall, &ecall, &nop]);
    let bytes: Vec<u8> =
        bytes.flat_map(|insn| encode(insn).expect("it has an encoding").to_le_bytes()).collect();
    machine.poke(CODE, &bytes).expect("the code fits its page");
    machine.hart.pc = CODE.offset(bytes.len() as u64 - 4);
    machine.run(&mut (), 1);
    machine
}

/// Lets the instructions at [`CODE`] be executed by a handler.
fn set_handler(machine: &mut Machine, handler: FastHandler) {
    machine.hart.pc = CODE;
    assert!(machine.enter().is_ok());
    let id = machine.view.id();
    let page = machine.code.page_mut(id).expect("it was entered");
    let number = page.op_at(0).expect("it was decoded");
    page.ops[number].handler = handler;
    machine.view = machine.code.show(id);
}

/// Registers and data by chance, the same for both machines.
fn prepare(machines: [&mut Machine; 2], chance: &mut Chance) {
    let (mut x, f) = ([0; 32].map(|_: u64| chance.value()), [0; 32].map(|_: u64| chance.value()));
    x[0] = 0;
    x[SHARED.index()] = DATA.0 + PAGE_SIZE + chance.below(160) - 80;
    let data: Vec<u8> = (0..2 * PAGE_SIZE / 8).flat_map(|_| chance.value().to_le_bytes()).collect();
    let fcsr = [0, 1, 1, 0x20][chance.below(4) as usize];
    for machine in machines {
        (machine.hart.x, machine.hart.f, machine.hart.fcsr) = (x, f, fcsr);
        machine.hart.pc = CODE;
        machine.poke(DATA, &data).expect("the data are mapped");
    }
}

#[test]
fn a_sequence_does_what_its_instructions_do() {
    let mut chance = Chance(1);
    let mut retired = 0;
    for (pieces, handler) in SEQUENCES {
        let insns = instructions(pieces, &mut chance);
        assert!(fused::fits(pieces, &insns), "{pieces:?}\n{insns:?}");
        let [mut plain, mut watched] = [(); 2].map(|()| machine(&insns));
        for round in 0..ROUNDS {
            prepare([&mut plain, &mut watched], &mut chance);
            set_handler(&mut plain, *handler);
            if round % 4 == 1 {
                plain.host.clear();
            }
            let until: Moment = plain.hart.retired + pieces.len() as u64 + chance.below(3);
            let stop = plain.run(&mut (), until);
            assert_eq!(watched.run(&mut Watcher, until), stop, "{pieces:?}\n{insns:?}");
            assert_eq!(plain.hart, watched.hart, "{pieces:?}\n{insns:?}");
            // Under Miri it takes seconds.
            if !cfg!(miri) {
                assert_eq!(plain.state_hash(), watched.state_hash(), "{pieces:?}\n{insns:?}");
            }
        }
        retired += plain.hart.retired;
    }
    // Most runs come to their ends: it is sequences that are tried, not traps.
    let whole: usize = SEQUENCES.iter().map(|(pieces, _)| pieces.len() * ROUNDS).sum();
    assert!(retired as usize * 2 > whole, "{retired} of {whole} instructions");
}
