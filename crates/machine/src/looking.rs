//! Looking into the machine, which changes nothing: everything here takes `&self`.

use crate::mmu::{self, Walk};
use crate::{Access, Cause, Fault, Machine, PAGE_SIZE, PhysAddr, VirtAddr};

impl Machine {
    /// Reads bytes through the page tables, whatever the pages' permissions.
    ///
    /// **Errors**: the first byte whose page is not mapped; bytes before it have been read.
    pub fn peek(&self, address: VirtAddr, bytes: &mut [u8]) -> Result<(), Fault> {
        let mut done = 0;
        while done < bytes.len() {
            let physical = self.locate(address.offset(done as u64))?;
            let start = physical.page_offset() as usize;
            let count = (bytes.len() - done).min(PAGE_SIZE as usize - start);
            if let Some(frame) = self.memory.frame(physical) {
                bytes[done..done + count].copy_from_slice(&frame[start..start + count]);
            }
            done += count;
        }
        Ok(())
    }

    fn peek_array<const N: usize>(&self, address: VirtAddr) -> Result<[u8; N], Fault> {
        let mut bytes = [0; N];
        self.peek(address, &mut bytes)?;
        Ok(bytes)
    }

    /// The byte at the address; see [`Machine::peek`].
    pub fn peek_u8(&self, address: VirtAddr) -> Result<u8, Fault> {
        self.peek_array(address).map(u8::from_le_bytes)
    }

    /// The 2 bytes at the address as a little-endian number; see [`Machine::peek`].
    pub fn peek_u16(&self, address: VirtAddr) -> Result<u16, Fault> {
        self.peek_array(address).map(u16::from_le_bytes)
    }

    /// The 4 bytes at the address as a little-endian number; see [`Machine::peek`].
    pub fn peek_u32(&self, address: VirtAddr) -> Result<u32, Fault> {
        self.peek_array(address).map(u32::from_le_bytes)
    }

    /// The 8 bytes at the address as a little-endian number; see [`Machine::peek`].
    pub fn peek_u64(&self, address: VirtAddr) -> Result<u64, Fault> {
        self.peek_array(address).map(u64::from_le_bytes)
    }

    /// Walks the page tables for an address, step by step.
    pub fn walk(&self, address: VirtAddr) -> Walk {
        mmu::walk(&self.memory, self.root, address)
    }

    /// Where an access by the program would go by the page tables, or why it would fault.
    pub fn probe(&self, address: VirtAddr, access: Access) -> Result<PhysAddr, Fault> {
        mmu::find(&self.memory, self.root, address, access).map(|(_, physical)| physical)
    }

    /// Where the byte is, whatever its page's permissions.
    pub(crate) fn locate(&self, address: VirtAddr) -> Result<PhysAddr, Fault> {
        let found = self.walk(address).leaf().map(|(_, physical)| physical);
        found
            .filter(|&physical| self.memory.contains(physical))
            .ok_or(Fault { cause: Cause::LoadPageFault, address })
    }
}
