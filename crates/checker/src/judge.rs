//! Judging accesses: lifetime, bounds, and whether what is read has a value.

use crate::program::NoteRecord;
use crate::site::{Allocators, type_name};
use crate::tags::{Allocation, Identity, Node, State};
use crate::{AccessRecord, AfterFinding, Checker, Code, Finding, ObjectRecord, Site};
use image::access::{Access, Row, TypeClass, UnitKind};
use machine::{Machine, PAGE_SIZE};
use std::ops::ControlFlow;

/// How many bytes of an access a finding shows the poison of.
const SHOWN_SIZE_MAX_BYTES: u64 = 4096;

/// An access as it is about to be made.
#[derive(Clone, Copy)]
struct Attempt<'a> {
    access: Access,
    row: &'a Row,
    note: NoteRecord,
    pc: u64,
    is_write: bool,
    address: u64,
}

impl Checker {
    pub(crate) fn judge_read(
        &mut self,
        machine: &Machine,
        pc: u64,
        note: NoteRecord,
        row: &Row,
        access: Access,
    ) -> ControlFlow<()> {
        let address = machine.hart.get(access.base).wrapping_add(access.offset as i64 as u64);
        let attempt = Attempt { access, row, note, pc, is_write: false, address };
        if access.is_indirect {
            self.judge_reach(machine, attempt)?;
        }
        if note.kind == UnitKind::User {
            self.judge_value(machine, attempt)
        } else {
            ControlFlow::Continue(())
        }
    }

    pub(crate) fn judge_write(
        &mut self,
        machine: &Machine,
        pc: u64,
        note: NoteRecord,
        row: &Row,
        access: Access,
    ) -> ControlFlow<()> {
        if !access.is_indirect {
            return ControlFlow::Continue(());
        }
        let address = machine.hart.get(access.base).wrapping_add(access.offset as i64 as u64);
        self.judge_reach(machine, Attempt { access, row, note, pc, is_write: true, address })
    }

    /// C17 6.2.4p2, 6.5.6p8: the pointer's object lives, and the access lies within what the pointer may reach.
    #[inline]
    fn judge_reach(&mut self, machine: &Machine, attempt: Attempt) -> ControlFlow<()> {
        if attempt.note.kind == UnitKind::Allocator {
            return ControlFlow::Continue(());
        }
        let tag = self.registers.tags[attempt.access.base.index()];
        let node = self.objects.tags.node(tag);
        let Some((node, allocation)) =
            node.and_then(|node| Some((node, *self.objects.tags.allocation(node.allocation)?)))
        else {
            return self.judge_unknown(machine, attempt);
        };
        let end = attempt.address.wrapping_add(attempt.access.size);
        let is_within = node.low <= attempt.address && end <= node.high && attempt.address <= end;
        if allocation.is_live() && is_within && !attempt.is_write {
            return ControlFlow::Continue(());
        }
        match self.verdict(attempt, node, &allocation) {
            None => ControlFlow::Continue(()),
            Some(code) => self.report_access(machine, attempt, code, Some((node, allocation))),
        }
    }

    fn verdict(&self, attempt: Attempt, node: Node, allocation: &Allocation) -> Option<Code> {
        let Attempt { address, is_write, .. } = attempt;
        let end = address.checked_add(attempt.access.size);
        let is_inside = |low, high| low <= address && end.is_some_and(|end| end <= high);
        match allocation.state {
            State::Freed(_) | State::Resized(_) => Some(Code::UseAfterFree),
            State::Returned(_) => Some(Code::UseAfterReturn),
            State::ScopeEnded(_) => Some(Code::UseAfterScope),
            State::Live if is_inside(node.low, node.high) => {
                if is_write {
                    self.judge_const(allocation)
                } else {
                    None
                }
            }
            State::Live if is_inside(allocation.start, allocation.end()) => {
                Some(Code::OutOfBoundsMember)
            }
            State::Live => {
                Some(if is_write { Code::OutOfBoundsWrite } else { Code::OutOfBoundsRead })
            }
        }
    }

    /// C17 6.7.3p6, 6.4.5p7.
    fn judge_const(&self, allocation: &Allocation) -> Option<Code> {
        if allocation.identity != (Identity::Static { is_const: true }) {
            return None;
        }
        let (_, object) = self.objects.program.static_at(allocation.start)?;
        Some(if object.is_literal { Code::LiteralWrite } else { Code::ConstWrite })
    }

    /// Nothing is known of the pointer: only that the first page is never anybody's (C17 6.5.3.2p4).
    fn judge_unknown(&mut self, machine: &Machine, attempt: Attempt) -> ControlFlow<()> {
        if attempt.address >= PAGE_SIZE {
            return ControlFlow::Continue(());
        }
        self.report_access(machine, attempt, Code::NullDereference, None)
    }

    /// C17 6.3.2.1p2: the value of a scalar is used, so it must have one. Character types have no trap representations
    /// and may be read; then their poison goes along.
    #[inline]
    fn judge_value(&mut self, machine: &Machine, attempt: Attempt) -> ControlFlow<()> {
        let Attempt { access, address, .. } = attempt;
        let size = access.size.min(8) as usize;
        let mut poison = u128::from(self.objects.planes.poison_of(address, size));
        if poison == 0 && access.size <= 8 {
            return ControlFlow::Continue(());
        }
        let unit = self.objects.program.unit(attempt.note.function);
        let class = unit.types.get(usize::from(access.ty.0)).map(|record| record.class);
        if !matches!(class, Some(TypeClass::Scalar | TypeClass::Pointer)) {
            return ControlFlow::Continue(());
        }
        // `long double`, integers of 128 bits and complex numbers.
        for offset in (8..access.size).step_by(8) {
            let size = (access.size - offset).min(8) as usize;
            let rest = self.objects.planes.poison_of(address.wrapping_add(offset), size);
            poison |= u128::from(rest) << (64 * (offset / 8 % 2));
        }
        if let Some((first, width)) = access.bits {
            let ones = u128::MAX.checked_shr(128u32.saturating_sub(width.into())).unwrap_or(0);
            poison &= ones.checked_shl(u32::from(first)).unwrap_or(0);
        }
        if poison == 0 {
            return ControlFlow::Continue(());
        }
        self.report_access(machine, attempt, Code::UninitialisedRead, None)?;
        // It counts as a value from here on, so that it is told once.
        self.objects.planes.fill(address, access.size, 0);
        ControlFlow::Continue(())
    }

    fn report_access(
        &mut self,
        machine: &Machine,
        attempt: Attempt,
        code: Code,
        target: Option<(Node, Allocation)>,
    ) -> ControlFlow<()> {
        let Attempt { access, row, note, pc, is_write, address } = attempt;
        let program = &self.objects.program;
        let place = program.place(note.function, row.place);
        let ty = type_name(program.unit(note.function), access.ty);
        let Some(site) = self.site(pc, place, Allocators::Trusted) else {
            return ControlFlow::Continue(());
        };
        if self.is_known(machine, code, pc, &site) {
            return self.after_finding();
        }
        let mut indeterminate = vec![];
        if code == Code::UninitialisedRead {
            indeterminate = vec![0; access.size.min(SHOWN_SIZE_MAX_BYTES) as usize];
            self.objects.planes.peek_poison(address, &mut indeterminate);
        }
        let there = self.object_at(address);
        let (object, lands_in) = match &target {
            Some((_, allocation)) => {
                let object = self.describe(allocation);
                let is_elsewhere =
                    |there: &ObjectRecord| there.start != object.start || there.name != object.name;
                let lands_in = there.filter(is_elsewhere).map(Box::new);
                (Some(object), lands_in)
            }
            None => (there, None),
        };
        let reach = target.map(|(node, _)| (node.low, node.high));
        let access = AccessRecord { is_write, address, size: access.size, ty, reach, lands_in };
        self.report(Finding {
            code,
            moment: machine.hart.retired,
            step: self.step(),
            pc,
            site,
            access: Some(access),
            object,
            indeterminate,
            stack: None,
            calls: self.calls(machine, pc),
            count: 1,
        })
    }

    /// Whether the same was found at that place before; counts it unless the instruction is only tried again.
    pub(crate) fn is_known(&mut self, machine: &Machine, code: Code, pc: u64, site: &Site) -> bool {
        let now = (machine.hart.retired, pc);
        let same = |known: &&mut Finding| known.code == code && known.site.pc == site.pc;
        let Some(known) = self.findings.iter_mut().find(same) else {
            return false;
        };
        if self.last != Some(now) {
            known.count += 1;
            self.last = Some(now);
        }
        true
    }

    /// Records a finding.
    pub(crate) fn report(&mut self, finding: Finding) -> ControlFlow<()> {
        self.last = Some((finding.moment, finding.pc));
        self.findings.push(finding);
        self.after_finding()
    }

    pub(crate) fn after_finding(&self) -> ControlFlow<()> {
        match self.config.after_finding {
            AfterFinding::Stop => ControlFlow::Break(()),
            AfterFinding::Continue => ControlFlow::Continue(()),
        }
    }
}
