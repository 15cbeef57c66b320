//! The page table entry, and permissions.

use crate::{Access, PhysAddr};
use std::fmt;

/// A page table entry of Sv39.
///
/// ```text
///   63  62  61 60      54 53      28 27      19 18      10 9  8  7 6 5 4 3 2 1 0
///  | N | PBMT | reserved |  PPN[2]  |  PPN[1]  |  PPN[0]  | RSW |D|A|G|U|X|W|R|V|
/// ```
/// With R, W and X all zero it points to the next table; else it is a leaf.
/// **Rule**: RISC-V privileged "Sv39: Page-Based 39-bit Virtual-Memory System".
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Pte(pub u64);

/// What a user-mode program may do with a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Perm {
    /// Read.
    pub r: bool,
    /// Write.
    pub w: bool,
    /// Execute.
    pub x: bool,
    /// User mode may access it at all.
    pub u: bool,
}

impl Perm {
    /// User page, read only.
    pub const R: Perm = Perm { r: true, w: false, x: false, u: true };
    /// User page, read and write.
    pub const RW: Perm = Perm { r: true, w: true, x: false, u: true };
    /// User page, read and execute.
    pub const RX: Perm = Perm { r: true, w: false, x: true, u: true };
    /// User page, read, write and execute.
    pub const RWX: Perm = Perm { r: true, w: true, x: true, u: true };
}

/// `rwx` with `-` for what is missing.
impl fmt::Display for Perm {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let letter = |set, letter| if set { letter } else { '-' };
        write!(out, "{}{}{}", letter(self.r, 'r'), letter(self.w, 'w'), letter(self.x, 'x'))
    }
}

impl Pte {
    /// Valid.
    pub const V: u64 = 1 << 0;
    /// Readable.
    pub const R: u64 = 1 << 1;
    /// Writable.
    pub const W: u64 = 1 << 2;
    /// Executable.
    pub const X: u64 = 1 << 3;
    /// Accessible to user mode.
    pub const U: u64 = 1 << 4;
    /// Global: in every address space.
    pub const G: u64 = 1 << 5;
    /// Accessed since the bit was last cleared.
    pub const A: u64 = 1 << 6;
    /// Written since the bit was last cleared.
    pub const D: u64 = 1 << 7;

    const PPN_LOW: u32 = 10;
    const PPN_MASK: u64 = (1 << 44) - 1;
    /// N, PBMT and the reserved bits: extensions that this machine lacks, so they must be zero.
    const RESERVED: u64 = !0 << 54;

    /// A leaf for the frame, with A and D clear.
    pub const fn leaf(frame: PhysAddr, perm: Perm) -> Pte {
        let flags = Pte::V
            | if perm.r { Pte::R } else { 0 }
            | if perm.w { Pte::W } else { 0 }
            | if perm.x { Pte::X } else { 0 }
            | if perm.u { Pte::U } else { 0 };
        Pte(frame.page_number() << Pte::PPN_LOW | flags)
    }

    /// A pointer to the next level's table.
    pub const fn table(frame: PhysAddr) -> Pte {
        Pte(frame.page_number() << Pte::PPN_LOW | Pte::V)
    }

    /// Whether all of these flags are set.
    pub const fn has(self, flags: u64) -> bool {
        self.0 & flags == flags
    }

    /// The entry with these flags set too.
    #[must_use]
    pub const fn with(self, flags: u64) -> Pte {
        Pte(self.0 | flags)
    }

    /// The physical page that it points to.
    pub const fn frame(self) -> PhysAddr {
        PhysAddr((self.0 >> Pte::PPN_LOW & Pte::PPN_MASK) << 12)
    }

    /// Whether it maps something or points to a table; W without R is reserved.
    pub const fn is_valid(self) -> bool {
        let writable_only = self.has(Pte::W) && !self.has(Pte::R);
        self.has(Pte::V) && !writable_only && self.0 & Pte::RESERVED == 0
    }

    /// Whether it maps a page, rather than pointing to a table.
    pub const fn is_leaf(self) -> bool {
        self.0 & (Pte::R | Pte::W | Pte::X) != 0
    }

    /// Its permissions.
    pub const fn perm(self) -> Perm {
        Perm { r: self.has(Pte::R), w: self.has(Pte::W), x: self.has(Pte::X), u: self.has(Pte::U) }
    }

    /// Whether user mode may make that access.
    pub const fn allows(self, access: Access) -> bool {
        self.has(Pte::U)
            && match access {
                Access::Fetch => self.has(Pte::X),
                Access::Load => self.has(Pte::R),
                Access::Store => self.has(Pte::W),
            }
    }

    /// The flags that an access sets in a leaf.
    pub(crate) const fn marks(access: Access) -> u64 {
        match access {
            Access::Fetch | Access::Load => Pte::A,
            Access::Store => Pte::A | Pte::D,
        }
    }
}

/// The frame and the flags: `0x80003000 da-u-wrv`.
impl fmt::Display for Pte {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} ", self.frame())?;
        for (bit, letter) in "daguxwrv".chars().enumerate().map(|(index, l)| (7 - index, l)) {
            let set = self.0 >> bit & 1 == 1;
            write!(out, "{}", if set { letter } else { '-' })?;
        }
        Ok(())
    }
}

impl fmt::Debug for Pte {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Pte({self})")
    }
}
