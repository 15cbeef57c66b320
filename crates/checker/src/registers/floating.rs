//! How instructions carry poison through floating-point registers.

use super::{Effect, Pending, Registers, sign_extend};
use crate::planes::{Planes, low_bytes};
use crate::tags::Tag;
use machine::Hart;
use riscv::{Format, Insn, Kind, Op, Reg};

impl Registers {
    /// Finds out, before an instruction of the extensions F and D, what it will do.
    pub(super) fn before_floating(&self, planes: &mut Planes, hart: &Hart, insn: &Insn) -> Pending {
        let address = hart.get(insn.rs1).wrapping_add(insn.imm as i64 as u64);
        let size = if matches!(insn.op, Op::Flw | Op::Fsw) { 4 } else { 8 };
        let tag = Tag::NONE;
        match insn.op {
            Op::Flw | Op::Fld => {
                // Above a `float` there are ones, which it does not come from memory with.
                let (poison, _) = planes.load(address, usize::from(size));
                Pending { effect: Effect::Floating, size, tag, poison, address }
            }
            Op::Fsw | Op::Fsd => {
                let poison = self.float_poison[insn.rs2.index()] & low_bytes(usize::from(size));
                Pending { effect: Effect::Memory, size, tag, poison, address }
            }
            _ => {
                let is_float = insn.op.kinds().0 == Kind::Float;
                let effect = if is_float { Effect::Floating } else { Effect::Register };
                Pending { effect, size: 0, tag, poison: self.floating_poison(insn), address }
            }
        }
    }

    /// The poison of the result of an instruction that does not access memory.
    fn floating_poison(&self, insn: &Insn) -> u64 {
        let (_, first, second) = insn.op.kinds();
        let of = |kind, reg: Reg| match kind {
            Kind::Integer => self.poison[reg.index()],
            Kind::Float => self.float_poison[reg.index()],
        };
        let mut poison = of(first, insn.rs1) | of(second, insn.rs2);
        if insn.op.row().format == Format::FloatFused {
            poison |= self.float_poison[(insn.imm >> 3 & 31) as usize];
        }
        match insn.op {
            _ if poison == 0 => 0,
            Op::FmvXD | Op::FmvDX => poison,
            Op::FmvXW => sign_extend(poison & low_bytes(4), 4),
            Op::FmvWX => poison & low_bytes(4),
            Op::FsgnjS | Op::FsgnjnS | Op::FsgnjxS => poison,
            Op::FsgnjD | Op::FsgnjnD | Op::FsgnjxD => poison,
            Op::FeqS | Op::FltS | Op::FleS | Op::FeqD | Op::FltD | Op::FleD => 1,
            _ => u64::MAX,
        }
    }
}
