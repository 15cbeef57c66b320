//! A property: whatever a program asks the kernel for, and whatever the world outside answers, nothing panics, and the same
//! program meets the same fate twice.

use crate::{Answer, Config, Errno, Pause, Process};
use image::Image;
use machine::VirtAddr;
use riscv::Reg;
use std::sync::Arc;

const CODE: u64 = 0x1_0000;

/// `ecall`, and back to it.
const PROGRAM: [u32; 2] = [0x0000_0073, 0xffdf_f06f];

/// An executable of one segment that may be read, written and executed.
fn image() -> Arc<Image> {
    let mut elf = b"\x7fELF\x02\x01\x01".to_vec();
    elf.resize(16, 0);
    let half = |elf: &mut Vec<u8>, value: u16| elf.extend(value.to_le_bytes());
    let word = |elf: &mut Vec<u8>, value: u64| elf.extend(value.to_le_bytes());
    for value in [2, 243, 1, 0] {
        half(&mut elf, value); // executable, RISC-V, version 1
    }
    for value in [CODE + 120, 64, 0] {
        word(&mut elf, value); // entry, program headers, sections
    }
    for value in [5, 0, 64, 56, 1, 64, 0, 0] {
        half(&mut elf, value); // flags, then sizes and counts
    }
    elf.extend([1, 0, 0, 0, 7, 0, 0, 0]); // PT_LOAD, RWX
    for value in [0, CODE, CODE, 128, 0x2000, 0x1000] {
        word(&mut elf, value);
    }
    elf.extend(PROGRAM.iter().flat_map(|insn| insn.to_le_bytes()));
    Arc::new(Image::read(elf).expect("it is a small but proper executable"))
}

/// xorshift64*, Vigna 2016.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    fn below(&mut self, count: u64) -> u64 {
        self.next() % count
    }

    /// What programs with bad intentions pass: ends of pages, ends of everything, sizes that overflow.
    fn argument(&mut self) -> u64 {
        const VALUES: [u64; 16] = [
            0,
            1,
            8,
            u64::MAX,
            u64::MAX - 4095,
            i64::MAX as u64,
            i32::MAX as u64,
            u32::MAX as u64,
            CODE,
            CODE + 0x1000,
            CODE + 0x1ff8,
            CODE + 0x1fff,
            1 << 38,
            (1 << 38) - 4096,
            (1 << 38) - 16,
            0x1000,
        ];
        match self.below(4) {
            0 => self.below(300),
            1 => 1 << self.below(64),
            2 => self.next(),
            _ => VALUES[self.below(16) as usize].wrapping_add(self.below(3)),
        }
    }

    fn answer(&mut self) -> Answer {
        match self.below(5) {
            0 => Answer::Count(self.argument()),
            1 => Answer::Bytes((0..self.below(9000)).map(|byte| byte as u8).collect()),
            2 => Answer::Done,
            3 => Answer::Entries(vec![]),
            _ => Answer::Error(Errno::from_number(self.below(40) as i32).unwrap_or(Errno::Io)),
        }
    }
}

/// Makes calls until the run has ended, or it is enough.
fn abuse(image: &Arc<Image>, seed: u64) -> (u64, u64) {
    let config = Config { memory_limit_bytes: 4 << 20, seed, ..Config::default() };
    let mut random = Random(seed.wrapping_mul(0x9e37_79b9).max(1));
    let mut process = Process::load(image, &config).expect("it is small");
    for _ in 0..400 {
        let hart = &mut process.machine.hart;
        hart.pc = VirtAddr(CODE + 120);
        // Those that end everything at once would leave nothing to abuse.
        let number = match random.below(470) {
            93 | 94 => 96,
            number => number,
        };
        hart.set(Reg::A7, number);
        for reg in [Reg::A0, Reg::A1, Reg::A2, Reg::A3, Reg::A4, Reg::A5] {
            hart.set(reg, random.argument());
        }
        if random.below(4) == 0 {
            let bytes: Vec<u8> = (0..256).flat_map(|_| random.argument().to_le_bytes()).collect();
            let _ = process.machine.poke(VirtAddr(CODE + 0x800), &bytes);
        }
        match process.run(&mut (), process.moment() + 1) {
            Pause::Ended(_) => break,
            Pause::Request(_) => process.answer(random.answer()),
            Pause::Limit | Pause::Observer => {}
        }
    }
    (process.moment(), process.state_hash())
}

#[test]
fn no_system_call_can_be_abused() {
    let image = image();
    let fates: Vec<(u64, u64)> = (0..300).map(|seed| abuse(&image, seed)).collect();
    assert!(fates.iter().filter(|(moment, _)| *moment > 50).count() > 100, "most live for a while");
    for seed in (0..300).step_by(17) {
        assert_eq!(abuse(&image, seed), fates[seed as usize], "seed {seed}");
    }
}
