//! Addresses and moments as types of their own.

use std::fmt;

/// The size of a page and of a frame, in bytes.
/// **Rule**: RISC-V privileged "Sv39: Page-Based 39-bit Virtual-Memory System".
pub const PAGE_SIZE: u64 = 4096;

/// The number of low address bits that select a byte within its page.
pub(crate) const PAGE_BITS: u32 = 12;

/// A count of retired instructions: the machine's only clock.
pub type Moment = u64;

/// A virtual address, as the program sees it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VirtAddr(pub u64);

/// A physical address: a place in the machine's memory.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PhysAddr(pub u64);

macro_rules! address {
    ($name:ident) => {
        impl $name {
            /// The address of the first byte of this one's page.
            pub const fn page(self) -> $name {
                $name(self.0 & !(PAGE_SIZE - 1))
            }

            /// The page's number: the address without its low 12 bits.
            pub const fn page_number(self) -> u64 {
                self.0 >> PAGE_BITS
            }

            /// The byte's index within its page; less than [`PAGE_SIZE`].
            pub const fn page_offset(self) -> u64 {
                self.0 & (PAGE_SIZE - 1)
            }

            /// The address `count` bytes further, modulo 2⁶⁴.
            #[must_use]
            pub const fn offset(self, count: u64) -> $name {
                $name(self.0.wrapping_add(count))
            }
        }

        /// Hexadecimal with a `0x` prefix.
        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(out, "{:#x}", self.0)
            }
        }

        impl fmt::LowerHex for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::LowerHex::fmt(&self.0, out)
            }
        }
    };
}

address!(VirtAddr);
address!(PhysAddr);
