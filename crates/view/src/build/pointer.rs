//! What is at an address: an object, a block, code, or what was there.

use std::ops::Range;

use checker::{Lifetime, ObjectKind, ObjectRecord};
use image::access::UnitKind;
use machine::VirtAddr;
use process::MappingKind;
use timeline::Ghost;

use super::finding_words::bytes;
use super::layout::region_kind;
use super::typed::escaped;
use super::types::size_of;
use super::viewer::Look;
use crate::{PointerState, PointerView};

/// An object as pointers see it.
#[derive(Clone, Debug)]
pub(crate) struct Target {
    /// `x of main`.
    pub(crate) name: String,
    pub(crate) range: Range<u64>,
    /// **Units**: bytes of an element, when it is an array.
    pub(crate) element_size: Option<u64>,
}

impl Target {
    /// `numbers[2] of main` for an address within.
    fn name_at(&self, address: u64) -> String {
        let offset = address.wrapping_sub(self.range.start);
        match self.element_size {
            Some(size) if size > 0 && offset.is_multiple_of(size) => {
                let index = format!("[{}]", offset / size);
                match self.name.split_once(" of ") {
                    Some((object, function)) => format!("{object}{index} of {function}"),
                    None => format!("{}{index}", self.name),
                }
            }
            _ if offset == 0 => self.name.clone(),
            _ => format!("byte {offset} of {}", self.name.replace(" of ", " in ")),
        }
    }
}

impl Look<'_> {
    /// What a pointer that holds `address` points to, by the address alone.
    pub(crate) fn pointer(&self, address: u64) -> PointerView {
        PointerView { address, state: self.pointer_state(address) }
    }

    /// What the pointer that is stored at `slot` points to: the object that it was made from, if
    /// that is known, whatever is at its address now.
    pub(crate) fn stored_pointer(&self, slot: u64, address: u64) -> PointerView {
        let state = self.state_by_origin(slot, address);
        PointerView { address, state: state.unwrap_or_else(|| self.pointer_state(address)) }
    }

    /// The state of a pointer that dangles or is one past its object's end, which the address alone
    /// does not show.
    fn state_by_origin(&self, slot: u64, address: u64) -> Option<PointerState> {
        let (object, _) = self.checker()?.pointee(VirtAddr(slot))?;
        if object.lifetime != Lifetime::Live {
            return Some(PointerState::Dangling { target: dead_words(&object) });
        }
        let end = object.start.checked_add(object.size)?;
        if address != end || object.size == 0 {
            return None;
        }
        let target = self.target_around(end - 1)?;
        Some(PointerState::OnePast { target: target.name })
    }

    fn pointer_state(&self, address: u64) -> PointerState {
        if address == 0 {
            return PointerState::Null;
        }
        if let Some(target) = self.target_around(address) {
            return PointerState::Valid { target: target.name_at(address) };
        }
        if let Some(target) = self.code_target(address) {
            return PointerState::Code { target };
        }
        if let Some(target) = self.dead_target(address) {
            return PointerState::Dangling { target };
        }
        let one_past = address.checked_sub(1).and_then(|last| self.target_around(last));
        match one_past {
            Some(target) if target.range.end == address => {
                PointerState::OnePast { target: target.name }
            }
            _ => self.mapped_target(address),
        }
    }

    /// Memory of which nothing more is known: of a program that carries no access table, not all
    /// objects are known, so that a pointer to none of them may still be right.
    fn mapped_target(&self, address: u64) -> PointerState {
        let mapping = self.process().mapping_at(VirtAddr(address));
        match mapping.filter(|_| self.viewer.program.is_outlined()).map(|mapping| mapping.kind) {
            Some(kind) if kind != MappingKind::Guard => {
                PointerState::Memory { region: region_kind(kind) }
            }
            _ => PointerState::Wild,
        }
    }

    /// The live object that an address is in.
    pub(crate) fn target_around(&self, address: u64) -> Option<Target> {
        let on_stack = || self.frame_target(address).or_else(|| self.stack_target(address));
        on_stack().or_else(|| self.static_target(address)).or_else(|| {
            let block = self.replay.heap_history().block_around(address)?;
            block.died.is_none().then(|| Target {
                name: format!("the block of {} bytes", block.size),
                range: block.start..block.start + block.size,
                element_size: None,
            })
        })
    }

    /// A variable length array, or what `alloca` gave.
    fn stack_target(&self, address: u64) -> Option<Target> {
        let object = self.replay.frame_history().stack_object_around(address)?;
        let program = &self.viewer.program;
        let function = &program.function(object.function).name;
        let range = object.start..object.start.checked_add(object.size)?;
        let array = object.array.and_then(|array| program.object(object.function, array));
        Some(match array {
            Some(array) => Target {
                name: format!("{} of {function}", array.name),
                range,
                element_size: self.pointed_size(object.function, array.cfa_offset),
            },
            None => Target {
                name: format!("the {} from alloca in {function}", bytes(object.size)),
                range,
                element_size: None,
            },
        })
    }

    fn frame_target(&self, address: u64) -> Option<Target> {
        let stack = self.replay.frame_history().call_stack();
        let frame = stack.frame_around(address)?;
        if self.viewer.program.is_outlined() {
            return self.described_target(frame, address);
        }
        let (_, live) = self.viewer.program.region(frame.region)?;
        let function = &self.viewer.program.function(frame.function).name;
        live.iter().find_map(|&index| {
            let object = self.viewer.program.object(frame.function, index)?;
            let start = frame.cfa.wrapping_add_signed(i64::from(object.cfa_offset));
            let range = start..start.checked_add(object.size)?;
            let name = if object.name.is_empty() { "a literal" } else { &object.name };
            range.contains(&address).then(|| Target {
                name: format!("{name} of {function}"),
                element_size: self.element_size(frame.function, object.cfa_offset),
                range,
            })
        })
    }

    /// The size of an element of an automatic array.
    fn element_size(&self, function: checker::FunctionId, cfa_offset: i32) -> Option<u64> {
        let (unit, variable) = self.variable_at(function, cfa_offset)?;
        array_element_size(unit, variable.ty)
    }

    /// The size of what an automatic pointer points to.
    fn pointed_size(&self, function: checker::FunctionId, cfa_offset: i32) -> Option<u64> {
        let (unit, variable) = self.variable_at(function, cfa_offset)?;
        match unit.stripped(variable.ty)? {
            image::debug::Type::Pointer(Some(element)) => size_of(unit, *element),
            _ => None,
        }
    }

    /// The variable at an offset from the canonical frame address of a function, with its unit.
    pub(crate) fn variable_at(
        &self,
        function: checker::FunctionId,
        cfa_offset: i32,
    ) -> Option<(&image::debug::Unit, &image::debug::Variable)> {
        let start = self.viewer.program.function(function).start;
        let (unit, debug) = self.viewer.debug_at(start)?;
        let wanted = image::debug::Location::Frame(i64::from(cfa_offset));
        let found = super::viewer::variables(&debug.scope);
        Some((unit, found.into_iter().find(|known| known.location == wanted)?))
    }

    fn static_target(&self, address: u64) -> Option<Target> {
        let (_, object) = self.viewer.program.static_at(address)?;
        let range = object.start..object.start.checked_add(object.size)?;
        if object.is_literal && object.name.is_empty() {
            return Some(Target { name: self.literal(&range), range, element_size: None });
        }
        let typed = self.viewer.statics.iter().find(|known| known.address == object.start);
        let name = match &object.function {
            Some(function) => format!("{} of {function}", object.name),
            None => object.name.clone(),
        };
        let element_size = typed.and_then(|typed| array_element_size(typed.unit, typed.ty));
        Some(Target { name, range, element_size })
    }

    /// A string literal as it stands in the source.
    pub(crate) fn literal(&self, range: &Range<u64>) -> String {
        const SHOWN: u64 = 32;
        let size = (range.end - range.start).saturating_sub(1);
        let mut bytes = vec![0; size.min(SHOWN) as usize];
        super::typed::Memory::peek(self, range.start, &mut bytes);
        let rest = if size > SHOWN { "…" } else { "" };
        format!("\"{}{rest}\"", escaped(&bytes))
    }

    /// Code: a function's start, or a place in one.
    pub(crate) fn code_target(&self, address: u64) -> Option<String> {
        let program = &self.viewer.program;
        let Some(id) = program.function_at(address) else {
            let symbol = || self.viewer.image.symbol_at(address).map(|found| found.name.clone());
            let name = self.viewer.library_at(address).or_else(symbol)?;
            let is_code = self.process().mapping_at(VirtAddr(address))?.perm.x;
            return is_code.then(|| format!("into {name}"));
        };
        let function = program.function(id);
        if function.start == address {
            return Some(function.name.clone());
        }
        if program.kind(id) != UnitKind::User {
            return Some(format!("into {}", function.name));
        }
        // A return address belongs to the call before it.
        let line = program.statement_place(address.wrapping_sub(1))?.1.line;
        Some(format!("into {}, line {line}", function.name))
    }

    /// What was at an address: an object of a popped frame, or a freed block.
    fn dead_target(&self, address: u64) -> Option<String> {
        if let Some(block) = self.replay.heap_history().block_around(address) {
            return block.died.map(|_| format!("the freed block of {} bytes", block.size));
        }
        let covers = |ghost: &&Ghost| ghost.frame.contains(address);
        let ghost = self.replay.ghosts().iter().rev().find(covers)?;
        let function = self.viewer.program.function(ghost.frame.function);
        let object = function.objects.iter().find(|object| {
            let start = ghost.frame.cfa.wrapping_add_signed(i64::from(object.cfa_offset));
            address.wrapping_sub(start) < object.size
        });
        Some(match object {
            Some(object) => format!("{} of {}, which has returned", object.name, ghost.function),
            None => format!("the frame of {}, which has returned", ghost.function),
        })
    }
}

/// A dead object, and how it died.
fn dead_words(object: &ObjectRecord) -> String {
    let name = if object.name.is_empty() { "a literal" } else { &object.name };
    match (&object.kind, object.lifetime) {
        (ObjectKind::Automatic { function }, Lifetime::ScopeEnded(_)) => {
            format!("{name} of {function}, whose block was left")
        }
        (ObjectKind::Automatic { function }, _) => {
            format!("{name} of {function}, which has returned")
        }
        (ObjectKind::OnStack { function }, _) => {
            format!("{} from alloca in {function}, which has returned", bytes(object.size))
        }
        (_, Lifetime::Resized(_)) => {
            format!("the block of {}, as it was before realloc", bytes(object.size))
        }
        _ => format!("the freed block of {}", bytes(object.size)),
    }
}

/// The size of an array's elements.
pub(crate) fn array_element_size(
    unit: &image::debug::Unit,
    ty: image::debug::TypeRef,
) -> Option<u64> {
    match unit.stripped(ty)? {
        image::debug::Type::Array { element, .. } => size_of(unit, *element),
        _ => None,
    }
}
