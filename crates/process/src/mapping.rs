//! Mappings: what each range of the address space is for.

use machine::{Access, PAGE_SIZE, Perm, VirtAddr};

/// What a mapping is for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum MappingKind {
    /// The compiled program.
    Text,
    /// Constants.
    ReadOnlyData,
    /// Initialized objects, and those that start as zero and share their last page.
    Data,
    /// Whole pages of objects that start as zero.
    Bss,
    /// From the page after the image to the break.
    Heap,
    /// Made by `mmap`.
    Anonymous,
    /// Bytes of a file, mapped by `mmap`; also the interpreter of a dynamic program.
    File,
    /// Made by `mmap` to be shared with processes that are forked.
    Shared,
    /// Down to the stack limit.
    Stack,
    /// Below the stack: no access is allowed.
    Guard,
    /// The kernel's instructions to which a signal handler returns.
    Trampoline,
}

impl MappingKind {
    /// Its name: `text`, `heap`.
    pub const fn name(self) -> &'static str {
        match self {
            MappingKind::Text => "text",
            MappingKind::ReadOnlyData => "read-only data",
            MappingKind::Data => "data",
            MappingKind::Bss => "bss",
            MappingKind::Heap => "heap",
            MappingKind::Anonymous => "mapped",
            MappingKind::File => "file",
            MappingKind::Shared => "shared",
            MappingKind::Stack => "stack",
            MappingKind::Guard => "guard",
            MappingKind::Trampoline => "trampoline",
        }
    }
}

/// A range of the address space. Both ends are multiples of the page size.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mapping {
    /// The first byte.
    pub start: VirtAddr,
    /// One past the last byte.
    pub end: VirtAddr,
    /// What the program may do there.
    pub perm: Perm,
    /// What it is for.
    pub kind: MappingKind,
    /// How many of its pages are backed by a physical frame.
    pub resident_pages: u64,
}

impl Mapping {
    /// **Units**: bytes.
    pub fn size(&self) -> u64 {
        self.end.0 - self.start.0
    }

    /// How many pages it spans.
    pub fn page_count(&self) -> u64 {
        self.size() / PAGE_SIZE
    }

    /// Whether the address is in it.
    pub fn contains(&self, address: VirtAddr) -> bool {
        self.start <= address && address < self.end
    }

    /// Whether it is one mapping together with the next one.
    pub(crate) fn continues_in(&self, next: &Mapping) -> bool {
        let is_mergeable = matches!(self.kind, MappingKind::Anonymous | MappingKind::Shared);
        is_mergeable && self.end == next.start && self.kind == next.kind && self.perm == next.perm
    }

    /// Whether the program may do that.
    pub(crate) fn allows(&self, access: Access) -> bool {
        match access {
            Access::Fetch => self.perm.x,
            Access::Load => self.perm.r,
            Access::Store => self.perm.w,
        }
    }

    /// Whether any access is allowed.
    pub fn is_accessible(&self) -> bool {
        self.perm.r || self.perm.w || self.perm.x
    }
}

/// A mapping that was released when the process ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Released {
    /// The first byte.
    pub start: VirtAddr,
    /// What it was for.
    pub kind: MappingKind,
    /// **Units**: bytes of address space.
    pub size: u64,
    /// How many physical frames went back.
    pub pages: u64,
}
