//! Random bytes: a function of the configuration's seed and of how many were given before.

use super::{Arguments, Stop};
use crate::user_memory::COPY_SIZE_MAX_BYTES;
use crate::{Errno, Process};
use machine::VirtAddr;

/// **Rule**: `man 2 getrandom`: the flags that there are.
const FLAGS: u64 = 7;

pub(super) fn getrandom(
    process: &mut Process,
    [target, size, flags, ..]: Arguments,
) -> Result<u64, Stop> {
    if flags & !FLAGS != 0 {
        return Err(Errno::Invalid.into());
    }
    let size = size.min(COPY_SIZE_MAX_BYTES);
    process.can_copy_out(VirtAddr(target), size)?;
    let bytes = process.random_bytes(size);
    process.copy_out(VirtAddr(target), &bytes)?;
    Ok(bytes.len() as u64)
}

impl Process {
    /// The next bytes of the sequence that the seed determines (SplitMix64, Steele, Lea and Flood 2014).
    pub(crate) fn random_bytes(&mut self, count: u64) -> Vec<u8> {
        let seed = self.config.seed;
        let from = self.random_count;
        self.random_count += count;
        (from..from + count)
            .map(|index| splitmix(seed.wrapping_add(index / 8)).to_le_bytes()[index as usize % 8])
            .collect()
    }
}

fn splitmix(number: u64) -> u64 {
    let z = number.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let z = (z ^ z >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ z >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ z >> 31
}
