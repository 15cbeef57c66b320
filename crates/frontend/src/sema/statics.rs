//! Initializers of objects with static storage duration: constant expressions, put into bytes (C17 6.7.9p4).

use crate::ast::Initializer;
use crate::constant::Constant;
use crate::tree::{
    AddressBase, Expr, ExprKind, GlobalId, InitStore, StaticAddress, StaticDistance, StaticInit,
};
use crate::types::{Basic, BitRange, QualType};

use super::{Sema, messages};

/// How many bytes of initializers one object may have before the first that stays zero.
const INIT_SIZE_MAX: u64 = 64 << 20;

impl Sema<'_> {
    /// The initializer of an object with static storage duration, and the type that it completes.
    pub(super) fn static_initializer(
        &mut self,
        ty: QualType,
        initializer: &Initializer,
    ) -> (QualType, StaticInit) {
        let filled = self.initialize(ty, initializer, true);
        let mut init = StaticInit::default();
        for (offset, bytes) in &filled.literals {
            put(&mut init.bytes, *offset, bytes);
        }
        for store in &filled.stores {
            self.static_store(store, &mut init);
        }
        while init.bytes.last() == Some(&0) {
            init.bytes.pop();
        }
        // What the addresses cover counts as initialized bytes too.
        if let Some(end) = init.addresses.iter().map(|address| address.offset + 8).max() {
            let length = init.bytes.len().max(end as usize);
            init.bytes.resize(length, 0);
        }
        if let Some(end) = init.distances.iter().map(|it| it.offset + it.size).max() {
            let length = init.bytes.len().max(end as usize);
            init.bytes.resize(length, 0);
        }
        // A flexible array member may reach beyond what the type has.
        let end = filled.end as usize;
        if end > self.types.size(filled.ty.id) as usize && init.bytes.len() < end {
            init.bytes.resize(end, 0);
        }
        (filled.ty, init)
    }

    fn static_store(&mut self, store: &InitStore, init: &mut StaticInit) {
        if store.offset > INIT_SIZE_MAX {
            return self.report(messages::initializer_too_large(store.value.span));
        }
        if let ExprKind::Load(place) = &store.value.kind
            && self.static_copy(place, store.offset, init)
        {
            return;
        }
        let constant = match self.evaluate(&store.value) {
            Ok(constant) => constant,
            Err(why) => {
                let diagnostic = messages::initializer_not_constant(store.value.span, &why);
                return self.report(diagnostic);
            }
        };
        let size = self.types.size(store.ty) as usize;
        match (constant, store.bits) {
            (Constant::Integer(value), Some(bits)) => {
                put_bits(&mut init.bytes, store.offset, size, bits, value);
            }
            (Constant::Integer(value), None) => {
                put(&mut init.bytes, store.offset, &value.to_le_bytes()[..size.min(16)]);
            }
            (Constant::Floating(value), _) => {
                let basic = self.types.as_basic(store.ty).unwrap_or(Basic::Double);
                put(
                    &mut init.bytes,
                    store.offset,
                    &value.bits(basic).to_le_bytes()[..size.min(16)],
                );
            }
            (Constant::Complex(parts), _) => {
                let part = self.types.complex_part(store.ty).unwrap_or(Basic::Double);
                for (number, at) in parts.iter().zip([0, part.size()]) {
                    let bytes = number.bits(part).to_le_bytes();
                    put(&mut init.bytes, store.offset + at, &bytes[..part.size().min(16) as usize]);
                }
            }
            (Constant::Address { base: None, addend }, _) => {
                put(&mut init.bytes, store.offset, &addend.to_le_bytes()[..size.min(8)]);
            }
            (Constant::Address { base: Some(AddressBase::Global(id)), .. }, _)
                if self.globals[id.0 as usize].is_thread_local =>
            {
                let name = self.text(self.globals[id.0 as usize].name).to_string();
                self.report(messages::thread_local_address(store.value.span, &name));
            }
            (Constant::Address { base: Some(base), addend }, None) if size == 8 => {
                init.addresses.push(StaticAddress { offset: store.offset, base, addend });
            }
            (Constant::Distance(distance), None) => {
                let (offset, size) = (store.offset, size as u64);
                init.distances.push(StaticDistance { offset, size, distance });
            }
            (Constant::Address { .. } | Constant::Distance(_), _) => {
                self.report(messages::address_too_wide(store.value.span));
            }
        }
    }

    /// GNU C: a compound literal in place of its value. Says whether the place is one.
    fn static_copy(&mut self, place: &Expr, offset: u64, init: &mut StaticInit) -> bool {
        match &place.kind {
            ExprKind::Global(id) if self.is_compound_literal(*id) => {
                let Some(literal) = self.globals[id.0 as usize].definition.clone() else {
                    return false;
                };
                put(&mut init.bytes, offset, &literal.bytes);
                init.addresses.extend(
                    literal
                        .addresses
                        .iter()
                        .map(|it| StaticAddress { offset: offset + it.offset, ..*it }),
                );
                init.distances.extend(
                    literal
                        .distances
                        .iter()
                        .map(|it| StaticDistance { offset: offset + it.offset, ..*it }),
                );
                true
            }
            ExprKind::CompoundLiteral { initializer, .. } => {
                for store in initializer {
                    let moved = InitStore { offset: offset + store.offset, ..store.clone() };
                    self.static_store(&moved, init);
                }
                true
            }
            _ => false,
        }
    }

    /// Compound literals have no name that could be written.
    fn is_compound_literal(&self, id: GlobalId) -> bool {
        let name = self.text(self.globals[id.0 as usize].name);
        !name.starts_with(|first: char| first.is_alphabetic() || first == '_')
    }
}

/// Writes bytes at an offset; what lies before them is zero.
fn put(bytes: &mut Vec<u8>, offset: u64, new: &[u8]) {
    if new.iter().all(|&byte| byte == 0) && offset as usize >= bytes.len() {
        return;
    }
    let end = offset as usize + new.len();
    if bytes.len() < end {
        bytes.resize(end, 0);
    }
    bytes[offset as usize..end].copy_from_slice(new);
}

/// Writes a bit-field into its storage unit of `size` bytes, and into the byte behind if it ends there.
fn put_bits(bytes: &mut Vec<u8>, offset: u64, size: usize, bits: BitRange, value: i128) {
    let last = usize::from(bits.offset) + usize::from(bits.width);
    let size = size.max(last.div_ceil(8)).min(16);
    let mut unit = [0u8; 16];
    for (at, byte) in unit.iter_mut().enumerate().take(size) {
        *byte = bytes.get(offset as usize + at).copied().unwrap_or(0);
    }
    let mask = u128::MAX >> (128 - u32::from(bits.width.clamp(1, 128)));
    let old = u128::from_le_bytes(unit) & !(mask << bits.offset);
    let new = old | (value as u128 & mask) << bits.offset;
    put(bytes, offset, &new.to_le_bytes()[..size]);
}
