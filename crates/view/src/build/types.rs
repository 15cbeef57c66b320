//! Questions about types that views have beside those of [`image::debug::Unit`].

use image::debug::{Type, TypeRef, Unit};

/// How many bytes an object of the type has; `None` when that is not known, or more than an address
/// space holds.
pub(crate) fn size_of(unit: &Unit, ty: TypeRef) -> Option<u64> {
    unit.size_of(ty).filter(|&size| size <= image::USER_ADDRESS_END)
}

/// Whether it is plain `char`, of which strings are made.
pub(crate) fn is_char(unit: &Unit, ty: TypeRef) -> bool {
    matches!(unit.stripped(ty), Some(Type::Base { name, size: 1, .. }) if name == "char")
}
