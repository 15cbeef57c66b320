//! Random programs that load and store everywhere, rewrite themselves, and go from page to page.

use crate::support::instructions::{BUSY, loop_instruction};
use crate::world::{PAGES, World};
use machine::VirtAddr;
use proptest::prelude::*;
use proptest::sample::select;
use riscv::{Insn, Op, Reg, encode};

/// What the registers hold that no instruction writes.
const POINTERS: [Reg; 4] = [Reg::S0, Reg::S1, Reg::S2, Reg::S3];
/// Where jumps through registers go; the last one is a link.
const TARGETS: [Reg; 4] = [Reg::S4, Reg::S5, Reg::S6, Reg::RA];
/// Instructions, as bytes to be stored into code.
const WORDS: [Reg; 4] = [Reg::S7, Reg::S8, Reg::S9, Reg::S10];

/// `c.nop`, `c.addi a3,1`, `c.li a4,-1`, `c.mv a5,a3`.
const COMPRESSED: [u16; 4] = [0x0001, 0x0685, 0x577d, 0x87b6];

/// Two stretches of code and where in them the run begins.
#[derive(Clone, Debug)]
pub(crate) struct Program {
    /// Lies across pages 0 and 1.
    first: Vec<u8>,
    /// Lies across pages 2 and 3.
    second: Vec<u8>,
    /// How many bytes of each lie before the boundary.
    lead: u64,
    words: [u32; 4],
    fcsr: u32,
}

/// An instruction's bytes, or a compressed one's.
fn bytes(insn: Insn) -> Vec<u8> {
    encode(&insn).expect("it is encodable").to_le_bytes().to_vec()
}

fn load_or_store() -> impl Strategy<Value = Insn> {
    const LOADS: [Op; 5] = [Op::Lb, Op::Lhu, Op::Lw, Op::Ld, Op::Fld];
    const STORES: [Op; 6] = [Op::Sb, Op::Sh, Op::Sw, Op::Sd, Op::Fsd, Op::Fsw];
    let offset = prop_oneof![-64..64_i32, (-32..32_i32).prop_map(|words| words * 4)];
    let load = (select(&LOADS[..]), select(&BUSY[..]), select(&POINTERS[..]), offset.clone())
        .prop_map(|(op, rd, rs1, offset)| Insn::i(op, rd, rs1, offset));
    let store = (select(&STORES[..]), select(&BUSY[..]), select(&POINTERS[..]), offset)
        .prop_map(|(op, rs2, rs1, offset)| Insn::s(op, rs2, rs1, offset));
    prop_oneof![load, store]
}

/// A store of an instruction to where code may be, often across two pages.
fn rewrite() -> impl Strategy<Value = Insn> {
    const STORES: [Op; 4] = [Op::Sw, Op::Sw, Op::Sd, Op::Sh];
    let by_place = prop_oneof![
        2 => (Just(Reg::S1), -60..60_i32),
        1 => (Just(Reg::S3), -60..60_i32),
        1 => (select(&[Reg::S3, Reg::S5][..]), -4..4_i32),
    ];
    (select(&STORES[..]), select(&WORDS[..]), by_place)
        .prop_map(|(op, rs2, (rs1, parcels))| Insn::s(op, rs2, rs1, parcels * 2))
}

fn transfer() -> impl Strategy<Value = Insn> {
    const BRANCHES: [Op; 4] = [Op::Beq, Op::Bne, Op::Blt, Op::Bgeu];
    let link = select(&[Reg::ZERO, Reg::ZERO, Reg::RA, Reg::A3][..]);
    let distance = (-30..40_i32).prop_map(|parcels| parcels * 2);
    let branch = (select(&BRANCHES[..]), select(&BUSY[..]), select(&BUSY[..]), distance.clone())
        .prop_map(|(op, rs1, rs2, distance)| Insn::b(op, rs1, rs2, distance));
    let jump = (link.clone(), distance).prop_map(|(rd, distance)| Insn::j(Op::Jal, rd, distance));
    let by_register = (link, select(&TARGETS[..]), -8..8_i32)
        .prop_map(|(rd, rs1, parcels)| Insn::i(Op::Jalr, rd, rs1, parcels * 2));
    prop_oneof![4 => branch, 1 => jump, 1 => by_register]
}

/// What has no fast form, or is seldom.
fn other() -> impl Strategy<Value = Insn> {
    const ATOMICS: [Op; 4] = [Op::LrW, Op::ScW, Op::AmoaddD, Op::AmoswapW];
    const INSTRET: i32 = 0xc02;
    let atomic = (select(&ATOMICS[..]), select(&BUSY[..]), select(&POINTERS[..])).prop_map(
        |(op, reg, rs1)| {
            let rs2 = if op == Op::LrW { Reg::ZERO } else { reg };
            Insn::r(op, reg, rs1, rs2)
        },
    );
    prop_oneof![
        atomic,
        Just(Insn::system(Op::FenceI)),
        Just(Insn::i(Op::Csrrs, Reg::A3, Reg::ZERO, INSTRET)),
        Just(Insn::system(Op::Ecall)),
    ]
}

fn any_instruction() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        10 => loop_instruction().prop_map(bytes),
        6 => load_or_store().prop_map(bytes),
        2 => rewrite().prop_map(bytes),
        2 => transfer().prop_map(bytes),
        1 => other().prop_map(bytes),
        2 => select(&COMPRESSED[..]).prop_map(|bits| bits.to_le_bytes().to_vec()),
    ]
}

/// Instructions that end with a jump to their beginning.
fn any_stretch(instructions_max: usize) -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(any_instruction(), 1..instructions_max).prop_map(|parts| {
        let mut code = parts.concat();
        code.extend(bytes(Insn::j(Op::Jal, Reg::ZERO, -(code.len() as i32))));
        code
    })
}

/// Any program whose stretches are no longer than so many instructions.
pub(crate) fn any_program(instructions_max: usize) -> impl Strategy<Value = Program> {
    let word = prop_oneof![
        3 => any_instruction().prop_map(|bytes| {
            bytes.iter().rev().fold(0, |word, &byte| word << 8 | u32::from(byte))
        }),
        1 => any::<u32>(),
    ];
    let fcsr = prop_oneof![Just(0), Just(1), 0..0xa0_u32];
    let [first, second] = [(); 2].map(|()| any_stretch(instructions_max));
    let words = [(); 4].map(|()| word.clone());
    let lead = prop::option::weighted(0.8, 0..instructions_max as u64);
    (first, second, lead, words, fcsr).prop_map(|(first, second, lead, words, fcsr)| {
        // The last instruction of all lies across the boundary, or any other one.
        let lead = lead.map_or(first.len() as u64 - 2, |parcels| parcels * 2);
        Program { first, second, lead, words, fcsr }
    })
}

impl Program {
    /// Where it begins.
    pub(crate) fn entry(&self) -> VirtAddr {
        VirtAddr(PAGES[1].0 - self.lead)
    }

    /// Puts it into the pages, and points the registers at them.
    pub(crate) fn load(&self, world: &mut World) {
        let machine = &mut world.machine;
        let second = VirtAddr(PAGES[3].0 - self.lead);
        let to_the_other = |target| bytes(Insn::i(Op::Jalr, Reg::ZERO, target, 0)).repeat(1024);
        for (page, target) in PAGES.into_iter().zip([Reg::S4, Reg::S4, Reg::RA]) {
            machine.poke(page, &to_the_other(target)).expect("the page is mapped");
        }
        for (start, code) in [(self.entry(), &self.first), (second, &self.second)] {
            machine.poke(start, code).expect("the pages are mapped");
        }
        let hart = &mut machine.hart;
        hart.pc = self.entry();
        let middle = (self.first.len() as u64 / 2) & !3;
        let pointers = [PAGES[5], self.entry().offset(middle), PAGES[6].offset(64), PAGES[7]];
        let targets = [second, PAGES[1], PAGES[0], self.entry()];
        for (reg, address) in
            POINTERS.into_iter().zip(pointers).chain(TARGETS.into_iter().zip(targets))
        {
            hart.set(reg, address.0);
        }
        for (reg, word) in WORDS.into_iter().zip(self.words) {
            hart.set(reg, u64::from(word));
        }
        hart.fcsr = self.fcsr;
        hart.f = std::array::from_fn(|number| (number as f64 - 9.5).to_bits());
    }
}
