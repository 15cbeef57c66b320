//! Whether stores cover an object, so that nothing of it needs to become zero first.

use crate::ast::RecordKind;
use crate::sema::Sema;
use crate::types::{Type, TypeId};

use super::Sink;

impl Sema<'_> {
    /// Whether the stores cover every member; padding does not count (C17 6.2.6.1p6).
    pub(super) fn is_covered(&self, ty: TypeId, sink: &Sink) -> bool {
        let stores = sink.stores.iter().zip(&sink.extents);
        let counted = stores.filter(|(_, extent)| !extent.is_covered);
        let widths = counted.map(|(store, _)| {
            let size = self.types.size(store.ty);
            match (&store.value.kind, store.bits) {
                (_, Some(bits)) => u64::from(bits.width),
                (crate::tree::ExprKind::String(id), None) => {
                    let bytes = self.strings.get(id.0 as usize).map_or(0, |s| s.bytes.len() as u64);
                    bytes.min(size) * 8
                }
                (_, None) => self.value_bits(store.ty),
            }
        });
        widths.sum::<u64>() == self.value_bits(ty)
    }

    /// How many bits of an object belong to members, padding left out.
    ///
    /// **Units**: bits.
    fn value_bits(&self, ty: TypeId) -> u64 {
        match self.types.get(ty) {
            Type::Array(of, Some(length)) => self.value_bits(of.id).saturating_mul(*length),
            Type::Record(id) => {
                let record = self.types.record(*id);
                if record.kind == RecordKind::Union {
                    return self.types.size(ty).saturating_mul(8);
                }
                let fields = self.fields(ty).iter();
                fields
                    .map(|field| match field.bits {
                        Some(bits) => u64::from(bits.width),
                        None => self.value_bits(field.ty.id),
                    })
                    .fold(0, u64::saturating_add)
            }
            _ => self.types.size(ty).saturating_mul(8),
        }
    }
}
