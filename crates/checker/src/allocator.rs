//! Allocated objects: what the allocator's rows say was born, resized and freed (C17 7.22.3).

use crate::site::Allocators;
use crate::tags::{AllocationId, Identity, State};
use crate::{Checker, Code, Finding, SourcePlace};
use machine::Machine;
use riscv::Reg;
use std::ops::ControlFlow;

/// Allocators round sizes up to this; what is beyond the object's size has no value either. **Units**: bytes.
const GRAIN: u64 = 16;

impl Checker {
    /// An object is born: its bytes are indeterminate, and the pointer carries its tag.
    pub(crate) fn born(&mut self, machine: &Machine, pc: u64, pointer: Reg, size: Reg) {
        let (start, size) = (machine.hart.get(pointer), machine.hart.get(size));
        let born = self.now(machine, pc);
        self.objects.planes.fill(start, size.checked_next_multiple_of(GRAIN).unwrap_or(size), 0xff);
        let tag = self.objects.tags.born(Identity::Allocated, start, size, born);
        self.registers.set_tag(pointer, tag);
    }

    /// An object gets another size: pointers to the old one are dead, the new one has its bytes.
    pub(crate) fn resized(&mut self, machine: &Machine, pc: u64, pointer: Reg, size: Reg) {
        let (start, size) = (machine.hart.get(pointer), machine.hart.get(size));
        let now = self.now(machine, pc);
        let mut old_size = 0;
        if let Some(id) = self.objects.tags.heap_object(start) {
            old_size = self.objects.tags.allocation(id).map_or(0, |old| old.size);
            self.objects.tags.died(id, State::Resized(now));
        }
        if size > old_size {
            let end = size.checked_next_multiple_of(GRAIN).unwrap_or(size);
            self.objects.planes.fill(start.wrapping_add(old_size), end - old_size, 0xff);
        }
        let tag = self.objects.tags.born(Identity::Allocated, start, size, now);
        self.registers.set_tag(pointer, tag);
    }

    /// An object is freed.
    pub(crate) fn freed(&mut self, machine: &Machine, pc: u64, pointer: Reg) {
        if let Some(id) = self.objects.tags.heap_object(machine.hart.get(pointer)) {
            let when = self.now(machine, pc);
            self.objects.tags.died(id, State::Freed(when));
        }
    }

    /// C17 7.22.3.3p2, 7.22.3.5p3: what is given to `free` or `realloc` is the start of a live allocated object, through a
    /// pointer to it.
    pub(crate) fn judge_given_back(
        &mut self,
        machine: &Machine,
        pc: u64,
        pointer: Reg,
    ) -> ControlFlow<()> {
        let address = machine.hart.get(pointer);
        let target = self.objects.tags.target(self.registers.tags[pointer.index()]);
        let (object, code) = match target {
            Some((id, allocation)) => {
                let is_start =
                    allocation.identity == Identity::Allocated && allocation.start == address;
                match (is_start, allocation.state) {
                    (true, State::Live) => return ControlFlow::Continue(()),
                    (true, _) => (Some(id), Code::DoubleFree),
                    (false, _) => (Some(id), Code::InvalidFree),
                }
            }
            None if self.objects.tags.heap_object(address).is_some() => {
                return ControlFlow::Continue(());
            }
            None => (None, Code::InvalidFree),
        };
        self.report_free(machine, pc, code, object)
    }

    fn report_free(
        &mut self,
        machine: &Machine,
        pc: u64,
        code: Code,
        object: Option<AllocationId>,
    ) -> ControlFlow<()> {
        let Some(site) = self.site(pc, SourcePlace::default(), Allocators::Reporting) else {
            return ControlFlow::Continue(());
        };
        let is_realloc = site.library.as_deref() == Some("realloc");
        let code = if is_realloc { Code::BadRealloc } else { code };
        if self.is_known(machine, code, pc, &site) {
            return self.after_finding();
        }
        let object = object
            .and_then(|id| self.objects.tags.allocation(id))
            .map(|record| self.describe(record));
        self.report(Finding {
            code,
            moment: machine.hart.retired,
            step: self.step(),
            pc,
            site,
            access: None,
            object,
            indeterminate: vec![],
            stack: None,
            calls: self.calls(machine, pc),
            count: 1,
        })
    }
}
