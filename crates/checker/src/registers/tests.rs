use super::*;

fn check(insn: Insn, a: u64, p: u64, b: u64, q: u64) -> u64 {
    let mut registers = Registers::default();
    let mut hart = Hart::default();
    hart.set(Reg::A0, a);
    hart.set(Reg::A1, b);
    registers.poison[Reg::A0.index()] = p;
    registers.poison[Reg::A1.index()] = q;
    let mut planes = Planes::default();
    registers.before(&mut planes, &hart, &insn);
    registers.retired(&mut planes, &insn);
    registers.poison[insn.rd.index()]
}

#[test]
fn masking_makes_bits_good() {
    let andi = Insn::i(Op::Andi, Reg::A2, Reg::A0, 0xf);
    assert_eq!(check(andi, 0, u64::MAX, 0, 0), 0xf);
    let or = Insn::r(Op::Or, Reg::A2, Reg::A0, Reg::A1);
    assert_eq!(check(or, 0, 0xff, 0xf0, 0), 0x0f);
}

#[test]
fn shifts_move_poison_and_sums_smear_it_upwards() {
    let slli = Insn::i(Op::Slli, Reg::A2, Reg::A0, 8);
    assert_eq!(check(slli, 0, 0xff, 0, 0), 0xff00);
    let addw = Insn::r(Op::Addw, Reg::A2, Reg::A0, Reg::A1);
    assert_eq!(check(addw, 0, 0x10, 0, 0), 0xffff_ffff_ffff_fff0);
    let mv = Insn::i(Op::Addi, Reg::A2, Reg::A0, 0);
    assert_eq!(check(mv, 0, 0x10, 0, 0), 0x10);
}

#[test]
fn a_move_carries_the_tag_and_a_sum_does_not() {
    let mut registers = Registers::default();
    registers.set_tag(Reg::A0, Tag::new(3));
    let mut planes = Planes::default();
    let mut tag_after_adding = |imm| {
        let insn = Insn::i(Op::Addi, Reg::A1, Reg::A0, imm);
        registers.before(&mut planes, &Hart::default(), &insn);
        registers.retired(&mut planes, &insn);
        registers.tags[Reg::A1.index()]
    };
    assert_eq!(tag_after_adding(0), Tag::new(3));
    assert_eq!(tag_after_adding(4), Tag::NONE);
}

#[test]
fn floating_moves_keep_poison_and_operations_spread_it() {
    let mut registers = Registers::default();
    let mut planes = Planes::default();
    planes.store(0x1000, 8, 0xff00, Tag::NONE);
    let mut run = |insn: Insn| {
        registers.before(&mut planes, &Hart::default(), &insn);
        registers.retired(&mut planes, &insn);
        (registers.float_poison[insn.rd.index()], registers.poison[insn.rd.index()])
    };
    assert_eq!(run(Insn::i(Op::Fld, Reg::FT0, Reg::ZERO, 0x1000)).0, 0xff00);
    assert_eq!(run(Insn::r(Op::FsgnjD, Reg::FT1, Reg::FT0, Reg::FT0)).0, 0xff00);
    run(Insn::s(Op::Fsd, Reg::FT1, Reg::ZERO, 0x1010));
    assert_eq!(run(Insn::i(Op::Flw, Reg::FT2, Reg::ZERO, 0x1014)).0, 0);
    assert_eq!(run(Insn::i(Op::Flw, Reg::FT2, Reg::ZERO, 0x1010)).0, 0xff00);
    assert_eq!(run(Insn::r(Op::FaddD, Reg::FT3, Reg::FT4, Reg::FT2)).0, u64::MAX);
    assert_eq!(run(Insn::r(Op::FeqD, Reg::A0, Reg::FT4, Reg::FT3)).1, 1);
    assert_eq!(run(Insn::i(Op::FmvXD, Reg::A1, Reg::FT0, 0)).1, 0xff00);
    assert_eq!(run(Insn::i(Op::FmvDX, Reg::FT0, Reg::ZERO, 0)).0, 0);
    assert_eq!(run(Insn::i(Op::FcvtDL, Reg::FT5, Reg::A1, 7)).0, u64::MAX);
}
