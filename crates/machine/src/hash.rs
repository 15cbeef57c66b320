//! The hash of the machine's state, to compare machines by.

use crate::memory::frame_address;
use crate::{Machine, Tlb};

/// A fast hash of words; not for strangers' tables, only for comparing equals.
struct WordHash(u64);

impl WordHash {
    /// An odd constant with well-mixed bits: 2⁶⁴ divided by the golden ratio.
    const MULTIPLIER: u64 = 0x9e37_79b9_7f4a_7c15;

    fn word(&mut self, word: u64) {
        self.0 = (self.0 ^ word).wrapping_mul(WordHash::MULTIPLIER);
        self.0 ^= self.0 >> 32;
    }

    fn bytes(&mut self, bytes: &[u8]) {
        for word in bytes.chunks_exact(8) {
            self.word(word.try_into().map_or(0, u64::from_le_bytes));
        }
    }

    fn tlb(&mut self, tlb: &Tlb) {
        for entry in tlb.entries() {
            let [page, frame, pte] = match entry {
                Some(entry) => [entry.page.0 | 1, entry.frame.0, entry.pte.0],
                None => [0; 3],
            };
            self.word(page);
            self.word(frame);
            self.word(pte);
        }
    }
}

impl Machine {
    /// A hash of the whole state: registers, retired count, every frame ever allocated, the list
    /// of free frames, the root, the TLBs if there are. Decoded code, host indices and dirty flags
    /// are not state.
    ///
    /// **Cost**: one multiplication per 8 bytes of memory that was ever allocated.
    pub fn state_hash(&self) -> u64 {
        let mut hash = WordHash(0);
        hash.word(self.hart.pc.0);
        self.hart.x.iter().chain(&self.hart.f).for_each(|&value| hash.word(value));
        hash.word(u64::from(self.hart.fcsr));
        hash.word(self.hart.retired);
        hash.word(self.hart.reservation.map_or(0, |address| address.0 | 1));
        hash.word(self.root.0);
        [self.fetch_tlb(), self.data_tlb()].into_iter().flatten().for_each(|tlb| hash.tlb(tlb));
        for index in 0..self.memory.frame_count() {
            if let Some(frame) = self.memory.frame(frame_address(index)) {
                hash.bytes(frame);
            }
        }
        self.memory.free.iter().for_each(|&index| hash.word(u64::from(index)));
        hash.0
    }
}
