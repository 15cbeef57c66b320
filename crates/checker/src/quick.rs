//! The quick test: whether an instruction's rows can be anything but fine.
//!
//! Almost every access is fine, and a glance at one tag and one word of poison shows it. What the glance cannot clear goes to
//! [`judge`](crate::judge), which looks again and precisely.

use crate::planes::Planes;
use crate::registers::Registers;
use crate::tags::Tags;
use image::access::{Event, Row, TypeClass, Unit, UnitKind};
use machine::{Hart, PAGE_SIZE};
use riscv::Reg;

/// What must be glanced at before an instruction.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Glance {
    /// Nothing: none of its rows can be a finding.
    Nothing,
    /// One access.
    Access(QuickAccess),
    /// More than a glance shows: the rows are judged each time.
    Rows,
}

/// The one access of an instruction, as small as it gets.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct QuickAccess {
    base: Reg,
    offset: i32,
    size: u32,
    is_write: bool,
    /// Whether the pointer's tag counts.
    is_indirect: bool,
    /// Whether the bytes must have a value: at most 8 of them.
    reads_value: bool,
}

/// What must be glanced at for these rows of a unit.
pub(crate) fn glance_at(unit: &Unit, rows: &[Row]) -> Glance {
    let mut glance = Glance::Nothing;
    for row in rows {
        let (access, is_write) = match row.event {
            Event::Read(access) => (access, false),
            Event::Write(access) => (access, true),
            Event::Declare { .. } | Event::Died { .. } | Event::Resized { .. } => {
                return Glance::Rows;
            }
            _ => continue,
        };
        let class = unit.types.get(usize::from(access.ty.0)).map(|record| record.class);
        let is_scalar = matches!(class, Some(TypeClass::Scalar | TypeClass::Pointer));
        let reads_value = !is_write && is_scalar && unit.kind == UnitKind::User;
        let is_judged = access.is_indirect && unit.kind != UnitKind::Allocator;
        if !reads_value && !is_judged {
            continue;
        }
        let is_large = access.size > 8 && reads_value;
        let Some(size) = u32::try_from(access.size).ok().filter(|_| !is_large) else {
            return Glance::Rows;
        };
        if glance != Glance::Nothing {
            return Glance::Rows;
        }
        let (base, offset, is_indirect) = (access.base, access.offset, is_judged);
        glance =
            Glance::Access(QuickAccess { base, offset, size, is_write, is_indirect, reads_value });
    }
    glance
}

impl QuickAccess {
    /// Whether the access is certainly fine.
    #[inline(always)]
    pub(crate) fn is_fine(
        &self,
        hart: &Hart,
        registers: &Registers,
        planes: &mut Planes,
        tags: &Tags,
    ) -> bool {
        let address = hart.get(self.base).wrapping_add(self.offset as i64 as u64);
        let size = self.size;
        if self.reads_value {
            let loads_poison = registers.loads_poison(address, size);
            if loads_poison.unwrap_or_else(|| planes.load(address, size as usize).0 != 0) {
                return false;
            }
        }
        if !self.is_indirect {
            return true;
        }
        let tag = registers.tags[self.base.index()];
        match tags.node(tag) {
            None => address >= PAGE_SIZE,
            Some(node) => {
                let is_within = node.low <= address
                    && address <= node.high
                    && u64::from(size) <= node.high - address;
                is_within && tags.is_usable(node.allocation, self.is_write)
            }
        }
    }
}
