//! Where in the user's code something happened, who is called there, and which object an address belongs to.

use crate::program::source_place;
use crate::tags::{Allocation, Identity, State};
use crate::{
    CallRecord, Checker, FunctionId, Lifetime, ObjectKind, ObjectRecord, Site, SourcePlace, When,
};
use image::access::{Event, Object, ObjectIndex, Static, TypeIndex, Unit, UnitKind};
use machine::{Machine, VirtAddr};
use riscv::Reg;
use std::ops::Range;

/// How many active calls a finding tells, the innermost ones.
const CALL_COUNT_MAX: usize = 256;

/// Whether accesses that the allocator makes through library functions count.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Allocators {
    /// They are trusted: nothing happened.
    Trusted,
    /// It is the allocator itself that reports.
    Reporting,
}

impl Checker {
    /// Where in the user's code the instruction at `pc` was led to: itself, or the innermost call out of the user's code.
    /// `None` when the allocator led there and is trusted.
    pub(crate) fn site(&self, pc: u64, place: SourcePlace, allocators: Allocators) -> Option<Site> {
        let program = &self.objects.program;
        let own = |library| {
            let function = program
                .function_at(pc)
                .map_or(String::new(), |id| program.function(id).name.clone());
            Site { pc, function, place: place.clone(), library }
        };
        let mut called = program.function_at(pc)?;
        let mut call_pc = pc;
        for frame in self.stack.frames().iter().rev() {
            match program.kind(frame.function) {
                UnitKind::User if call_pc == pc => return Some(own(None)),
                UnitKind::User => {
                    let place = self.call_place(call_pc);
                    let function = program.function(frame.function).name.clone();
                    let library = Some(program.function(called).name.clone());
                    return Some(Site { pc: call_pc, function, place, library });
                }
                UnitKind::Allocator if allocators == Allocators::Trusted => return None,
                UnitKind::Allocator | UnitKind::Library => {
                    called = frame.function;
                    call_pc = frame.call_pc;
                }
            }
        }
        Some(own(None))
    }

    /// The place of the call expression at an instruction, or of its statement.
    fn call_place(&self, pc: u64) -> SourcePlace {
        let program = &self.objects.program;
        let call = program.rows_at(pc).iter().find(|row| row.event == Event::Call);
        match (program.function_at(pc), call) {
            (Some(id), Some(row)) => program.place(id, row.place),
            _ => match program.statement_place(pc) {
                Some((id, place)) => program.place(id, place),
                None => SourcePlace::default(),
            },
        }
    }

    /// The instruction of the user's code that is responsible for what happens at `pc`; 0 when there is none.
    pub(crate) fn user_pc(&self, pc: u64) -> u64 {
        let mut call_pc = pc;
        for frame in self.stack.frames().iter().rev() {
            if self.objects.program.kind(frame.function) == UnitKind::User {
                return call_pc;
            }
            call_pc = frame.call_pc;
        }
        0
    }

    /// Active calls, innermost first, so many at most. A function whose frame is not complete yet is
    /// among them.
    pub(crate) fn calls(&self, machine: &Machine, pc: u64) -> Vec<CallRecord> {
        let program = &self.objects.program;
        let record = |function, place: Option<SourcePlace>| CallRecord {
            function: program.function(function).name.clone(),
            place,
            is_user: program.kind(function) == UnitKind::User,
        };
        let statement = || program.statement_place(pc).map(|(id, place)| program.place(id, place));
        let mut calls = vec![];
        let mut at = pc;
        if let Some(id) = program.function_at(pc).filter(|&id| !program.is_framed(id, pc)) {
            calls.push(record(id, statement()));
            at = machine.hart.get(Reg::RA).wrapping_sub(4);
        }
        for frame in self.stack.frames().iter().rev().take(CALL_COUNT_MAX) {
            let place = if at == pc { statement() } else { Some(self.call_place(at)) };
            calls.push(record(frame.function, place));
            at = frame.call_pc;
        }
        calls
    }

    /// An allocation as a finding tells of it.
    pub(crate) fn describe(&self, allocation: &Allocation) -> ObjectRecord {
        let mut record = match allocation.identity {
            Identity::Automatic { function, object } => {
                let program = &self.objects.program;
                let unit = program.unit(function);
                let name = &program.function(function).name;
                match program.object(function, object) {
                    Some(object) => automatic_record(unit, name, object, allocation.start),
                    None => allocated_record(allocation),
                }
            }
            Identity::Stack { function, array } => self.stack_record(function, array, allocation),
            Identity::Static { .. } => match self.objects.program.static_at(allocation.start) {
                Some((unit, object)) => static_record(unit, object),
                None => allocated_record(allocation),
            },
            Identity::Allocated => {
                let mut record = allocated_record(allocation);
                record.place =
                    Some(self.call_place(allocation.born.pc)).filter(|place| place.line != 0);
                record
            }
        };
        record.born = allocation.born;
        record.lifetime = match allocation.state {
            State::Live => Lifetime::Live,
            State::ScopeEnded(when) => Lifetime::ScopeEnded(when),
            State::Returned(when) => Lifetime::Returned(when),
            State::Freed(when) => Lifetime::Freed(when),
            State::Resized(when) => Lifetime::Resized(when),
        };
        record
    }

    /// A variable length array, or what `alloca` gave.
    fn stack_record(
        &self,
        function: FunctionId,
        array: Option<ObjectIndex>,
        allocation: &Allocation,
    ) -> ObjectRecord {
        let program = &self.objects.program;
        let name = &program.function(function).name;
        let Some(object) = array.and_then(|array| program.object(function, array)) else {
            let place = program.statement_place(allocation.born.pc);
            return ObjectRecord {
                kind: ObjectKind::OnStack { function: name.clone() },
                place: place.map(|(id, place)| program.place(id, place)),
                ..allocated_record(allocation)
            };
        };
        let unit = program.unit(function);
        ObjectRecord {
            ty: array_type(unit, object.ty, allocation.size),
            size: allocation.size,
            ..automatic_record(unit, name, object, allocation.start)
        }
    }

    /// The live object that an address is in: of an active frame, allocated, or static.
    pub fn object_at(&self, address: u64) -> Option<ObjectRecord> {
        if let Some(id) = self.objects.tags.heap_object_around(address) {
            return self.objects.tags.allocation(id).map(|allocation| self.describe(allocation));
        }
        if let Some((unit, object)) = self.objects.program.static_at(address) {
            return Some(static_record(unit, object));
        }
        let on_stack = self.objects.stack.around(address);
        let tag = on_stack.and_then(|object| self.objects.tags.target(object.data));
        match tag {
            Some((_, allocation)) => Some(self.describe(allocation)),
            None => self.automatic_at(address),
        }
    }

    /// The object, alive or dead, that the pointer in the aligned word at `slot` was made from, and
    /// the bytes that it may reach; `None` when nothing is known of it. Looking changes nothing.
    pub fn pointee(&self, slot: VirtAddr) -> Option<(ObjectRecord, Range<u64>)> {
        let tag = self.objects.planes.peek_tag(slot.0);
        let node = self.objects.tags.node(tag)?;
        let (_, allocation) = self.objects.tags.target(tag)?;
        Some((self.describe(allocation), node.low..node.high))
    }

    /// The live automatic object that an address is in.
    fn automatic_at(&self, address: u64) -> Option<ObjectRecord> {
        let program = &self.objects.program;
        let frame = self.stack.frame_around(address)?;
        let (_, live) = program.region(frame.region)?;
        let found = live.iter().find_map(|&index| {
            let object = program.object(frame.function, index)?;
            let start = frame.cfa.wrapping_add_signed(i64::from(object.cfa_offset));
            (address.wrapping_sub(start) < object.size).then_some((object, start))
        });
        let (object, start) = found?;
        let function = &program.function(frame.function).name;
        Some(automatic_record(program.unit(frame.function), function, object, start))
    }

    /// A finding's time: now.
    pub(crate) fn now(&self, machine: &Machine, pc: u64) -> When {
        self.objects.when(machine, self.user_pc(pc))
    }
}

fn automatic_record(unit: &Unit, function: &str, object: &Object, start: u64) -> ObjectRecord {
    ObjectRecord {
        kind: ObjectKind::Automatic { function: function.into() },
        name: object.name.clone(),
        ty: type_name(unit, object.ty),
        start,
        size: object.size,
        place: Some(source_place(unit, object.place)),
        born: When::default(),
        lifetime: Lifetime::Live,
    }
}

fn static_record(unit: &Unit, object: &Static) -> ObjectRecord {
    ObjectRecord {
        kind: ObjectKind::Static { is_literal: object.is_literal, is_const: object.is_const },
        name: object.name.clone(),
        ty: type_name(unit, object.ty),
        start: object.start,
        size: object.size,
        place: Some(source_place(unit, object.place)),
        born: When::default(),
        lifetime: Lifetime::Live,
    }
}

fn allocated_record(allocation: &Allocation) -> ObjectRecord {
    ObjectRecord {
        kind: ObjectKind::Allocated,
        name: String::new(),
        ty: String::new(),
        start: allocation.start,
        size: allocation.size,
        place: None,
        born: allocation.born,
        lifetime: Lifetime::Live,
    }
}

/// The type of a variable length array of so many bytes, by that of the pointer that keeps its address.
fn array_type(unit: &Unit, pointer: TypeIndex, size: u64) -> String {
    let pointer = type_name(unit, pointer);
    let Some(element) = pointer.strip_suffix('*').map(str::trim_end) else { return pointer };
    let record = unit.types.iter().find(|record| record.name == element && record.size > 0);
    let count = record.map(|record| size / record.size);
    count.map_or(String::new(), |count| format!("{element} [{count}]"))
}

/// A type as C spells it.
pub(crate) fn type_name(unit: &Unit, ty: TypeIndex) -> String {
    unit.types.get(usize::from(ty.0)).map_or(String::new(), |record| record.name.clone())
}
