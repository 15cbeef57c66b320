//! Sv39 step by step, the TLBs, and snapshots.

mod support;

use machine::mmu::{self, MapError, WalkEnd};
use machine::{Access, Cause, Fault, Machine, PAGE_SIZE, Perm, Pte, Stop, VirtAddr};
use riscv::{Insn, Op, Reg};
use support::{CODE, DATA, machine_with};

/// Sets the entry that a walk for the address ends at.
fn set_leaf(machine: &mut Machine, address: VirtAddr, change: impl Fn(Pte) -> Pte) {
    let step = *machine.walk(address).steps().last().expect("the walk has a step");
    machine.memory_mut().write_u64(step.address, change(step.pte).0).expect("it is in memory");
}

/// A load and a store to [`DATA`].
fn load_and_store() -> Machine {
    let mut machine = machine_with(&[
        Insn::i(Op::Ld, Reg::A1, Reg::A0, 0),
        Insn::s(Op::Sd, Reg::A1, Reg::A0, 8),
        Insn::i(Op::Ld, Reg::A1, Reg::A0, 0),
    ]);
    machine.hart.set(Reg::A0, DATA.0);
    machine
}

#[test]
fn a_walk_has_three_steps() {
    let machine = machine_with(&[]);
    let walk = machine.walk(DATA.offset(0x123));
    let levels: Vec<usize> = walk.steps().map(|step| step.level).collect();
    assert_eq!(levels, [2, 1, 0]);
    let (leaf, physical) = walk.leaf().expect("the page is mapped");
    assert_eq!(leaf.pte.perm(), Perm::RW);
    assert_eq!(physical, leaf.pte.frame().offset(0x123));
    assert_eq!(leaf.address.page_offset(), 0x20 * 8);
}

#[test]
fn walks_end_where_they_must() {
    let mut machine = machine_with(&[]);
    let end = |machine: &Machine, address| machine.walk(VirtAddr(address)).end;
    assert_eq!(end(&machine, 1 << 38), WalkEnd::NotCanonical);
    assert_eq!(end(&machine, !0 << 38), WalkEnd::Invalid);
    assert_eq!(end(&machine, 0x7000_0000), WalkEnd::Invalid);
    set_leaf(&mut machine, DATA, |pte| Pte(pte.0 & !Pte::R));
    assert_eq!(end(&machine, DATA.0), WalkEnd::Invalid, "W without R is reserved");
}

#[test]
fn large_pages_must_be_aligned() {
    let mut machine = machine_with(&[]);
    let table = *machine.walk(DATA).steps().nth(1).expect("there is a second level");
    let base = machine.root().0 & !0x1f_ffff;
    let leaf = Pte::leaf(machine::PhysAddr(base), Perm::RW);
    machine.memory_mut().write_u64(table.address, leaf.0).expect("it is in memory");
    let within = VirtAddr(DATA.0);
    assert_eq!(machine.walk(within).end, WalkEnd::Leaf(machine::PhysAddr(base + DATA.0)));
    let crooked = Pte(leaf.0 + (1 << 10));
    machine.memory_mut().write_u64(table.address, crooked.0).expect("it is in memory");
    assert_eq!(machine.walk(within).end, WalkEnd::MisalignedSuperpage);
}

#[test]
fn hardware_sets_accessed_and_dirty() {
    let mut machine = load_and_store();
    machine.enable_tlb();
    let flags = |machine: &Machine| {
        let (leaf, _) = machine.walk(DATA).leaf().expect("the page is mapped");
        (leaf.pte.has(Pte::A), leaf.pte.has(Pte::D))
    };
    assert_eq!(flags(&machine), (false, false));
    machine.run(&mut (), 1);
    assert_eq!(flags(&machine), (true, false));
    machine.run(&mut (), 2);
    assert_eq!(flags(&machine), (true, true));
    assert!(machine.walk(CODE).leaf().is_some_and(|(leaf, _)| leaf.pte.has(Pte::A)));
    let entry = machine.data_tlb().expect("it has one").lookup(DATA).expect("the page was used");
    assert!(entry.pte.has(Pte::A | Pte::D));
}

#[test]
fn a_stale_entry_stays_in_use_until_it_is_fenced() {
    let mut machine = load_and_store();
    machine.enable_tlb();
    machine.run(&mut (), 2);
    set_leaf(&mut machine, DATA, |_| Pte(0));
    let fault = Fault { cause: Cause::LoadPageFault, address: DATA };
    assert_eq!(machine.probe(DATA, Access::Load), Err(fault));
    assert_eq!(machine.run(&mut (), 3), Stop::Limit, "the TLB still has it");
    machine.hart.pc = CODE;
    machine.sfence(Some(DATA));
    assert!(matches!(machine.run(&mut (), 9), Stop::Trap(trap) if trap.value == DATA.0));
}

#[test]
fn a_page_without_memory_is_an_access_fault() {
    let mut machine = load_and_store();
    set_leaf(&mut machine, DATA, |_| Pte::leaf(machine::PhysAddr(0x1000), Perm::RW));
    let stop = machine.run(&mut (), 9);
    assert!(matches!(stop, Stop::Trap(trap) if trap.cause == Cause::LoadAccessFault), "{stop:?}");
}

#[test]
fn mapping_refuses_what_it_must() {
    let mut machine = machine_with(&[]);
    let frame = machine.allocate_frame().expect("there is memory");
    let mut map = |address, perm| machine.map(VirtAddr(address), frame, perm);
    assert_eq!(map(0x3_0001, Perm::R), Err(MapError::Misaligned));
    assert_eq!(map(1 << 40, Perm::R), Err(MapError::NotCanonical));
    assert_eq!(map(DATA.0, Perm::R), Err(MapError::AlreadyMapped));
    assert_eq!(map(0x3_0000, Perm::default()), Err(MapError::NoPermission));
    assert_eq!(machine.unmap(VirtAddr(0x3_0000)), Err(MapError::NotMapped));
    assert_eq!(mmu::table_frames(machine.memory(), machine.root()).len(), 3);
    let mapped: Vec<VirtAddr> =
        mmu::mappings(machine.memory(), machine.root()).iter().map(|(page, _)| *page).collect();
    assert_eq!(mapped, [CODE, DATA, DATA.offset(PAGE_SIZE)]);
}

#[test]
fn memory_has_a_limit_and_frames_come_back() {
    let mut machine = Machine::new(8 * PAGE_SIZE).expect("the root fits");
    let mut frames: Vec<_> = std::iter::from_fn(|| machine.allocate_frame()).collect();
    assert_eq!(frames.len(), 7);
    let last = frames.pop().expect("there are seven");
    machine.free_frame(last);
    assert_eq!(machine.memory().frames_in_use(), 7);
    assert_eq!(machine.allocate_frame(), Some(last));
    assert!(Machine::new(PAGE_SIZE - 1).is_err());
}

#[test]
fn looking_changes_nothing() {
    let mut machine = load_and_store();
    machine.run(&mut (), 1);
    let hash = machine.state_hash();
    let mut bytes = [0; 6000];
    assert_eq!(machine.peek(DATA.offset(1000), &mut bytes), Ok(()));
    let beyond = Fault { cause: Cause::LoadPageFault, address: DATA.offset(8192) };
    assert_eq!(machine.peek(DATA.offset(3000), &mut bytes), Err(beyond));
    assert_eq!(machine.peek_u32(CODE), Ok(0x0005_3583));
    assert_eq!(machine.state_hash(), hash);
}

#[test]
fn a_snapshot_brings_the_state_back_and_shares_what_stayed() {
    let mut machine = load_and_store();
    let start = machine.snapshot();
    let start_hash = machine.state_hash();
    machine.run(&mut (), 3);
    let end = machine.snapshot();
    let end_hash = machine.state_hash();
    assert_ne!(start_hash, end_hash);
    let changed = end.memory().frames_not_shared_with(start.memory());
    assert_eq!(changed, 2, "the data's frame, and the table with the A and D bits");
    machine.map_new(VirtAddr(0x5000_0000), Perm::RW).expect("the page is free");
    for (snapshot, hash) in [(&start, start_hash), (&end, end_hash), (&start, start_hash)] {
        machine.restore(snapshot);
        assert_eq!(machine.state_hash(), hash);
    }
    machine.run(&mut (), 3);
    assert_eq!(machine.state_hash(), end_hash, "replay from a snapshot is the run itself");
}

#[test]
fn a_store_after_a_snapshot_is_dirty_again() {
    let mut machine = load_and_store();
    machine.run(&mut (), 2);
    machine.snapshot();
    machine.hart.pc = CODE;
    machine.hart.set(Reg::A1, 0);
    machine.poke(DATA, &[9]).expect("the page is mapped");
    machine.run(&mut (), 4);
    let snapshot = machine.snapshot();
    let hash = machine.state_hash();
    machine.poke(DATA.offset(8), &[1]).expect("the page is mapped");
    machine.restore(&snapshot);
    assert_eq!(machine.state_hash(), hash);
    assert_eq!(machine.peek_u8(DATA.offset(8)), Ok(9));
}
