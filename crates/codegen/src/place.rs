//! Places: where an object is while code is made for an access to it.
//!
//! Terms: a place is *indirect* when its address is the value of a pointer of the program; then the
//! access is checked against what the pointer may reach. Otherwise it lies at a fixed distance from
//! the frame pointer or a symbol, and the address is right by construction.

use frontend::tree::LocalId;
use frontend::types::BitRange;
use image::access::Event;
use image::object::{RelocationKind, SymbolId};
use riscv::{Insn, Op, Reg};
use source::Span;

use crate::function::FunctionGenerator;
use crate::immediate;
use crate::labels::SCRATCH;
use crate::registers::Temp;
use crate::rows::object_index;

/// Where an object is.
pub(crate) struct Place {
    /// What it is relative to.
    pub(crate) base: Base,
    /// **Units**: bytes from the base.
    pub(crate) offset: i64,
    /// For a bit-field, its bits in the storage unit at `offset`.
    pub(crate) bits: Option<BitRange>,
    /// Whether it is a member of what the base designates.
    pub(crate) is_member: bool,
    /// Whether a part of the storage unit of a bit-field lies outside of its record, as in packed ones.
    pub(crate) is_unit_outside: bool,
}

/// What a place is relative to.
pub(crate) enum Base {
    /// A local.
    Local(LocalId),
    /// So many bytes from the CFA: a struct value on its way.
    Frame(i32),
    /// A symbol.
    Static(SymbolId),
    /// An address in a temporary.
    Computed {
        /// The address.
        temp: Temp,
        /// Whether it is the value of a pointer.
        is_indirect: bool,
    },
}

/// A place that an instruction can reach: a register and an immediate offset.
pub(crate) struct Address {
    pub(crate) base: Reg,
    pub(crate) offset: i32,
    pub(crate) is_indirect: bool,
    /// The temporary made to hold it, if one was needed.
    temp: Option<Temp>,
}

impl Place {
    /// A whole object.
    pub(crate) fn whole(base: Base) -> Place {
        Place { base, offset: 0, bits: None, is_member: false, is_unit_outside: false }
    }
}

impl FunctionGenerator<'_, '_> {
    /// Ends a place.
    pub(crate) fn free_place(&mut self, place: Place) {
        if let Base::Computed { temp, .. } = place.base {
            self.free(temp);
        }
    }

    /// Ends an address.
    pub(crate) fn free_address(&mut self, address: Address) {
        if let Some(temp) = address.temp {
            self.free(temp);
        }
    }

    /// Makes a place that is used twice cheap to reach: a symbol's address goes into a temporary.
    pub(crate) fn pin(&mut self, place: Place) -> Place {
        match place.base {
            Base::Static(symbol) => {
                let temp = self.symbol_address(symbol, None);
                Place { base: Base::Computed { temp, is_indirect: false }, ..place }
            }
            _ => place,
        }
    }

    /// A register and offset from which `size` bytes of a place can be reached. `span` is the
    /// lvalue's.
    pub(crate) fn resolve(&mut self, place: &Place, size: u64, span: Span) -> Address {
        let reaches = |offset: i64| {
            let last = offset.saturating_add(size.clamp(1, 128) as i64 - 1);
            immediate::fits(offset) && immediate::fits(last)
        };
        let frame_offset = match &place.base {
            Base::Local(id) => Some(i64::from(self.homes[id.0 as usize])),
            Base::Frame(offset) => Some(i64::from(*offset)),
            Base::Static(_) | Base::Computed { .. } => None,
        };
        if let Some(start) = frame_offset {
            let offset = start.saturating_add(place.offset);
            if reaches(offset) {
                let offset = offset as i32;
                return Address { base: Reg::S0, offset, is_indirect: false, temp: None };
            }
            return self.far(Reg::S0, offset, None);
        }
        match &place.base {
            Base::Computed { temp, is_indirect } => {
                let (base, is_indirect) = (self.reg(temp), *is_indirect);
                if reaches(place.offset) {
                    return Address { base, offset: place.offset as i32, is_indirect, temp: None };
                }
                self.far(base, place.offset, is_indirect.then_some(span))
            }
            Base::Static(symbol) => {
                self.resolve_static(*symbol, place.offset, reaches(place.offset))
            }
            Base::Local(_) | Base::Frame(_) => unreachable!("handled above"),
        }
    }

    fn resolve_static(&mut self, symbol: SymbolId, offset: i64, is_near: bool) -> Address {
        let temp = self.symbol_address(symbol, None);
        let base = self.reg(&temp);
        if is_near {
            let offset = offset as i32;
            return Address { base, offset, is_indirect: false, temp: Some(temp) };
        }
        let address = self.far(base, offset, None);
        self.free(temp);
        address
    }

    /// `base + offset` in a temporary; a pointer (said by its place) keeps what it may reach.
    fn far(&mut self, base: Reg, offset: i64, pointer: Option<Span>) -> Address {
        let temp = self.temp();
        let target = self.reg(&temp);
        self.load_immediate(target, offset);
        let item = self.emit(Insn::r(Op::Add, target, target, base));
        if let Some(span) = pointer {
            self.rows.event(item, Event::Arithmetic { target, base }, span);
        }
        Address { base: target, offset: 0, is_indirect: pointer.is_some(), temp: Some(temp) }
    }

    /// The address of a symbol, with a row that says so when a pointer is formed at `span`.
    pub(crate) fn symbol_address(&mut self, symbol: SymbolId, span: Option<Span>) -> Temp {
        let temp = self.temp();
        let target = self.reg(&temp);
        let (mut high, mut low) = (RelocationKind::Hi20, RelocationKind::Lo12I);
        let is_thread_local = self.unit.symbols.is_thread_local(symbol);
        if is_thread_local {
            (high, low) = (RelocationKind::TprelHi20, RelocationKind::TprelLo12I);
        }
        self.emit_fixup(Insn::u(Op::Lui, target, 0), high, symbol);
        if is_thread_local {
            // RISC-V psABI "Local Exec": the offset is added to the thread pointer.
            let add = Insn::r(Op::Add, target, target, Reg::TP);
            self.emit_fixup(add, RelocationKind::TprelAdd, symbol);
        }
        let item = self.emit_fixup(Insn::i(Op::Addi, target, target, 0), low, symbol);
        if let Some(span) = span {
            self.rows.event(item, Event::Static { target }, span);
        }
        temp
    }

    /// Appends an instruction whose immediate the linker fills in.
    pub(crate) fn emit_fixup(&mut self, insn: Insn, kind: RelocationKind, symbol: SymbolId) -> u32 {
        self.rows.reach(self.code.position());
        self.code.push_fixup(insn, kind, symbol)
    }

    /// Puts an address in the frame into a register.
    pub(crate) fn frame_address(&mut self, target: Reg, offset: i32) -> u32 {
        if immediate::fits(i64::from(offset)) {
            return self.emit(Insn::i(Op::Addi, target, Reg::S0, offset));
        }
        self.load_immediate(target, i64::from(offset));
        self.emit(Insn::r(Op::Add, target, target, Reg::S0))
    }

    /// Forms a pointer to a place. `narrow` is the size of the member or inner array that it may
    /// reach from now on; `None` leaves it the reach of the whole.
    pub(crate) fn form_pointer(&mut self, place: Place, narrow: Option<u64>, span: Span) -> Temp {
        let whole = match place.base {
            Base::Computed { temp, .. } => temp,
            Base::Static(symbol) => {
                let is_bound = self.unit.symbols.is_section_bound(symbol);
                self.symbol_address(symbol, (!is_bound).then_some(span))
            }
            Base::Local(local) => {
                let temp = self.temp();
                let target = self.reg(&temp);
                let item = self.frame_address(target, self.homes[local.0 as usize]);
                let object = object_index(local);
                self.rows.event(item, Event::Local { target, object }, span);
                temp
            }
            Base::Frame(start) => {
                let temp = self.temp();
                let target = self.reg(&temp);
                self.frame_address(target, start.saturating_add(place.offset as i32));
                return temp;
            }
        };
        match narrow {
            Some(size) => self.displace(whole, place.offset, span, |target, base| Event::Member {
                target,
                base,
                size,
            }),
            None if place.offset == 0 => whole,
            None => self.displace(whole, place.offset, span, |target, base| Event::Arithmetic {
                target,
                base,
            }),
        }
    }

    /// `pointer + offset`, with the row that says what it means.
    pub(crate) fn displace(
        &mut self,
        pointer: Temp,
        offset: i64,
        span: Span,
        event: impl Fn(Reg, Reg) -> Event,
    ) -> Temp {
        let base = self.reg(&pointer);
        self.free(pointer);
        let temp = self.temp();
        let target = self.reg(&temp);
        let insn = if immediate::fits(offset) {
            Insn::i(Op::Addi, target, base, offset as i32)
        } else {
            self.load_immediate(SCRATCH, offset);
            Insn::r(Op::Add, target, base, SCRATCH)
        };
        self.emit_row(insn, event(target, base), span);
        temp
    }
}
