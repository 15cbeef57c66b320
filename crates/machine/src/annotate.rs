//! Annotations: numbers that the owner attaches to code addresses and the machine only carries.

use crate::VirtAddr;

/// Says what belongs to a code address. The machine asks once, when it decodes.
///
/// The answers are not part of the machine's state: they must be a function of the address alone,
/// and [`Machine::set_annotator`](crate::Machine::set_annotator) is called when they change.
pub trait Annotator {
    /// The note of the instruction at `pc`; 0 is none.
    fn note(&self, pc: VirtAddr) -> u32;

    /// The region that `pc` is in. A block never reaches from one region into another.
    fn region(&self, pc: VirtAddr) -> u32;
}

/// No notes, one region.
impl Annotator for () {
    fn note(&self, _: VirtAddr) -> u32 {
        0
    }

    fn region(&self, _: VirtAddr) -> u32 {
        0
    }
}
