//! The hash of the whole state, to compare runs by.

use crate::Process;
use std::fmt::{self, Write};

/// Takes in text, and keeps only its hash.
struct TextHash(u64);

impl Write for TextHash {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for byte in text.bytes() {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29);
        }
        Ok(())
    }
}

impl Process {
    /// A hash of the whole state: the machine's, and what the kernel's side remembers, as it prints itself, so that no part
    /// can be left out.
    pub fn state_hash(&self) -> u64 {
        let mut hash = TextHash(self.machine.state_hash());
        let spaces = (&self.space, &self.spaces, &self.shared_frames);
        let tasks = (&self.task, &self.tasks, &self.thread, &self.threads);
        let counts = (self.last_id, self.sleep_count, self.slice_end, self.random_count);
        let run = (self.time_skipped, &self.asked, &self.ending);
        let files = &self.files;
        // The hash takes any text.
        let _ = write!(hash, "{spaces:?}{tasks:?}{counts:?}{run:?}{files:?}");
        hash.0
    }
}
