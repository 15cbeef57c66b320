//! The address space that the programs run in, and what may happen to it between two runs.
//!
//! ```text
//!   page   0      1      2      3         4      5      6      7
//!          code   code   code   code      data   data   data   data
//!   frame  0      1      2      0         4      5      6      1
//!               └ adjacent ┘ └ adjacent ┘     └ adjacent ┘ └ adjacent
//! ```
//! Page 6 has page 4's place in the TLB; page 2 has page 0's there, among the recent pages of code
//! and among the remembered places of memory. Pages 3 and 7 are second names of frames with code.

use machine::{
    Cause, Machine, MachineSnapshot, PAGE_SIZE, Perm, PhysAddr, PhysMemory, Trap, VirtAddr,
};
use proptest::prelude::*;

/// Where the pages are.
pub(crate) const PAGES: [VirtAddr; 8] = [
    VirtAddr(0x1_0000),
    VirtAddr(0x1_1000),
    VirtAddr(0x101_0000),
    VirtAddr(0x101_1000),
    VirtAddr(0x2_0000),
    VirtAddr(0x2_1000),
    VirtAddr(0x6_0000),
    VirtAddr(0x6_1000),
];
/// Which page's frame a page has at first.
const OWNER: [usize; 8] = [0, 1, 2, 0, 4, 5, 6, 1];
const PERMS: [Perm; 6] = [Perm::R, Perm::RW, Perm::RX, Perm::RWX, Perm::RWX, Perm::RWX];

/// What the program's kernel does between two runs.
#[derive(Clone, Debug)]
pub(crate) enum Act {
    /// Runs for so many instructions.
    Run(u64),
    /// Sets the permissions of a page, if it is mapped.
    Protect(usize, Perm),
    /// Unmaps a page, if it is mapped.
    Unmap(usize),
    /// Maps a page anew to the frame that another one had at first, or to a new one.
    Map(usize, Option<usize>, Perm),
    /// Unmaps a page and gives its frame back, if nobody else has it; then maps a new one.
    Renew(usize, Perm),
    /// Writes a word at an offset in a page, if it is mapped.
    Poke(usize, u64, u32),
    /// Fences everything.
    Fence,
    /// Uses the other address space.
    Switch,
    /// Remembers the state.
    Snapshot,
    /// Goes back to the state that was remembered last.
    Restore,
    /// Goes on elsewhere, at an offset in a page.
    Jump(usize, u64),
    /// Grows the memory by so many frames, which may move it.
    Grow(usize),
}

/// Anything that can happen; runs most of all.
pub(crate) fn any_act(run_max: u64) -> impl Strategy<Value = Act> {
    let page = 0..PAGES.len();
    let perm = prop::sample::select(&PERMS[..]);
    let near_the_ends = prop_oneof![0..64_u64, 0xfc0..0x1000_u64].prop_map(|offset| offset & !1);
    prop_oneof![
        8 => (1..run_max).prop_map(Act::Run),
        2 => (page.clone(), perm.clone()).prop_map(|(page, perm)| Act::Protect(page, perm)),
        1 => page.clone().prop_map(Act::Unmap),
        1 => (page.clone(), prop::option::weighted(0.8, page.clone()), perm.clone())
            .prop_map(|(page, frame, perm)| Act::Map(page, frame, perm)),
        1 => (page.clone(), perm).prop_map(|(page, perm)| Act::Renew(page, perm)),
        1 => (page.clone(), near_the_ends.clone(), any::<u32>())
            .prop_map(|(page, offset, word)| Act::Poke(page, offset, word)),
        1 => Just(Act::Fence),
        1 => Just(Act::Switch),
        3 => Just(Act::Snapshot),
        3 => Just(Act::Restore),
        1 => (page, near_the_ends).prop_map(|(page, offset)| Act::Jump(page, offset)),
        1 => (1..40_usize).prop_map(Act::Grow),
    ]
}

/// A machine and what its kernel knows.
pub(crate) struct World {
    pub(crate) machine: Machine,
    frames: [PhysAddr; 8],
    other_root: PhysAddr,
    snapshot: Option<(MachineSnapshot, PhysAddr)>,
}

impl World {
    /// All pages mapped, for everything, in two address spaces; the second one has the frames of
    /// pages 0 and 1 the other way round.
    pub(crate) fn new(has_tlb: bool) -> World {
        let mut machine = Machine::new(1 << 24).expect("16 MiB hold a root table");
        let frames = OWNER.map(|_| machine.allocate_frame().expect("there is memory"));
        let (first, second) = (machine.root(), machine.new_root().expect("there is memory"));
        for (root, change) in [(first, 0), (second, 1)] {
            machine.set_root(root);
            for (page, owner) in PAGES.into_iter().zip(OWNER) {
                let frame = frames[if owner < 2 { owner ^ change } else { owner }];
                machine.map(page, frame, Perm::RWX).expect("the page is free");
            }
        }
        machine.set_root(first);
        if has_tlb {
            machine.enable_tlb();
        }
        World { machine, frames, other_root: second, snapshot: None }
    }

    /// Does what is no run.
    pub(crate) fn act(&mut self, act: &Act) {
        match *act {
            Act::Run(_) => {}
            // The page may not be mapped.
            Act::Protect(page, perm) => _ = self.machine.protect(PAGES[page], perm),
            Act::Unmap(page) => _ = self.machine.unmap(PAGES[page]),
            Act::Map(page, owner, perm) => self.map(page, owner, perm),
            Act::Renew(page, perm) => self.renew(page, perm),
            Act::Poke(page, offset, word) => {
                _ = self.machine.poke(PAGES[page].offset(offset), &word.to_le_bytes());
            }
            Act::Fence => self.machine.sfence(None),
            Act::Switch => self.switch(),
            Act::Snapshot => self.snapshot = Some((self.machine.snapshot(), self.other_root)),
            Act::Restore => self.restore(),
            Act::Jump(page, offset) => self.machine.hart.pc = PAGES[page].offset(offset),
            Act::Grow(count) => {
                let frames: Vec<_> =
                    (0..count).map_while(|_| self.machine.allocate_frame()).collect();
                // Most of them are used again.
                frames.into_iter().skip(1).for_each(|frame| self.machine.free_frame(frame));
            }
        }
    }

    fn map(&mut self, page: usize, owner: Option<usize>, perm: Perm) {
        // It may not be mapped.
        let _ = self.machine.unmap(PAGES[page]);
        let frame = match owner {
            Some(owner) => Some(self.frames[owner]),
            None => self.machine.allocate_frame(),
        };
        if let Some(frame) = frame {
            self.machine.map(PAGES[page], frame, perm).expect("the page is free now");
        }
    }

    fn renew(&mut self, page: usize, perm: Perm) {
        if let Ok(frame) = self.machine.unmap(PAGES[page])
            && !self.frames.contains(&frame)
        {
            self.machine.free_frame(frame);
        }
        self.map(page, None, perm);
    }

    fn switch(&mut self) {
        let root = self.machine.root();
        self.machine.set_root(self.other_root);
        self.other_root = root;
    }

    fn restore(&mut self) {
        if let Some((snapshot, other_root)) = &self.snapshot {
            self.machine.restore(snapshot);
            self.other_root = *other_root;
        }
    }

    /// Answers a trap so that the run can go on: what is not mapped is, what is forbidden is not
    /// any more, what is no instruction is two; a fault elsewhere begins the program again.
    pub(crate) fn answer(&mut self, trap: &Trap, entry: VirtAddr) {
        const NOPS: [u8; 4] = [1, 0, 1, 0];
        let machine = &mut self.machine;
        match trap.cause {
            Cause::EnvironmentCallFromUMode => machine.retire_ecall(),
            Cause::IllegalInstruction => {
                // Its second half may lie in a page that is not mapped.
                let _ = machine.poke(trap.pc, &NOPS);
            }
            Cause::LoadAddressMisaligned | Cause::StoreAddressMisaligned => {
                machine.hart.pc = trap.pc.offset(4);
            }
            _ => match PAGES.iter().position(|&page| page == VirtAddr(trap.value).page()) {
                Some(page) => self.allow(page),
                None => machine.hart.pc = entry,
            },
        }
    }

    fn allow(&mut self, page: usize) {
        if self.machine.protect(PAGES[page], Perm::RWX).is_err() {
            self.map(page, Some(OWNER[page]), Perm::RWX);
        }
    }

    /// What differs first between two states; nothing, if they are the same.
    pub(crate) fn difference(&self, other: &World) -> Option<String> {
        let (a, b) = (&self.machine, &other.machine);
        if a.hart != b.hart {
            return Some(format!("the harts: {:?}\n and {:?}", a.hart, b.hart));
        }
        if a.root() != b.root() || a.memory().frame_count() != b.memory().frame_count() {
            return Some("the roots, or the sizes".to_string());
        }
        if a.fetch_tlb() != b.fetch_tlb() || a.data_tlb() != b.data_tlb() {
            return Some("the TLBs".to_string());
        }
        let frames = (0..a.memory().frame_count() as u64)
            .map(|index| PhysMemory::BASE.offset(index * PAGE_SIZE));
        let differ = frames.filter(|&frame| a.memory().frame(frame) != b.memory().frame(frame));
        differ.map(|frame| self.describe(frame, other)).next()
    }

    fn describe(&self, frame: PhysAddr, other: &World) -> String {
        let [a, b] = [self, other].map(|world| world.machine.memory().frame(frame));
        let bytes = a.into_iter().flatten().zip(b.into_iter().flatten());
        let offset = bytes.take_while(|(a, b)| a == b).count();
        format!("the frame {frame}, from its byte {offset} on")
    }
}
