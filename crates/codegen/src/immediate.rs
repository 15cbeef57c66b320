//! Constants in registers, materialized as GNU as does for `li`.

use riscv::{Insn, Op, Reg};

/// Whether a value fits the 12-bit immediate of an arithmetic instruction, load or store.
pub(crate) fn fits(value: i64) -> bool {
    (-2048..2048).contains(&value)
}

/// The instructions of `li target,value`.
pub(crate) fn load(target: Reg, value: i64) -> Vec<Insn> {
    let mut insns = vec![];
    build(target, value, &mut insns);
    insns
}

fn build(target: Reg, value: i64, insns: &mut Vec<Insn>) {
    if fits(value) {
        insns.push(Insn::i(Op::Addi, target, Reg::ZERO, value as i32));
        return;
    }
    let low = value << 52 >> 52;
    if let Ok(word) = i32::try_from(value) {
        insns.push(Insn::u(Op::Lui, target, word.wrapping_sub(low as i32)));
        if low != 0 {
            insns.push(Insn::i(Op::Addiw, target, target, low as i32));
        }
        return;
    }
    let high = value.wrapping_sub(low);
    let shift = high.trailing_zeros();
    build(target, high >> shift, insns);
    insns.push(Insn::i(Op::Slli, target, target, shift as i32));
    if low != 0 {
        insns.push(Insn::i(Op::Addi, target, target, low as i32));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the instructions leave in their register.
    fn value_of(insns: &[Insn]) -> i64 {
        insns.iter().fold(0i64, |value, insn| {
            let imm = i64::from(insn.imm);
            match insn.op {
                Op::Lui => imm,
                Op::Addi => (if insn.rs1 == Reg::ZERO { 0 } else { value }).wrapping_add(imm),
                Op::Addiw => i64::from(value.wrapping_add(imm) as i32),
                Op::Slli => value << imm,
                _ => unreachable!(),
            }
        })
    }

    #[test]
    fn every_constant_is_built_exactly() {
        let mut values = vec![0, 1, -1, 2047, 2048, -2048, -2049, 0x7fff_ffff, 0x8000_0000];
        values.extend([i64::MIN, i64::MAX, 0xdead_beef_cafe_f00du64 as i64, 0x7fff_f800]);
        values.extend((0..64).flat_map(|bit| [1i64 << bit, (1i64 << bit).wrapping_sub(1)]));
        for value in values {
            let insns = load(Reg::T0, value);
            assert_eq!(value_of(&insns), value, "{value:#x}");
            assert!(insns.len() <= 8);
            for insn in &insns {
                riscv::encode(insn).expect("immediates are in range");
            }
        }
    }
}
