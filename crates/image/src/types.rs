//! Questions about types: size, what is under typedefs and qualifiers.
//!
//! Types refer to each other in cycles, and a damaged file may make cycles that C cannot; so every
//! walk here is bounded.

use crate::debug::{Type, TypeRef, Unit};

/// How many types are followed from one to the next.
pub(crate) const DEPTH_MAX: usize = 64;

impl Unit {
    /// A type by its index.
    pub fn ty(&self, ty: TypeRef) -> Option<&Type> {
        self.types.get(ty.0 as usize)
    }

    /// The type under all typedefs and qualifiers; `None` is `void`, or a type that is not there.
    pub fn strip(&self, ty: TypeRef) -> Option<TypeRef> {
        let mut ty = ty;
        for _ in 0..DEPTH_MAX {
            match self.ty(ty)? {
                Type::Typedef { target, .. } | Type::Qualified(_, target) => ty = (*target)?,
                _ => return Some(ty),
            }
        }
        None
    }

    /// The type under all typedefs and qualifiers, as data.
    pub fn stripped(&self, ty: TypeRef) -> Option<&Type> {
        self.ty(self.strip(ty)?)
    }

    /// What `sizeof` gives; `None` for incomplete and function types.
    ///
    /// **Units**: bytes.
    pub fn size_of(&self, ty: TypeRef) -> Option<u64> {
        let (mut ty, mut count) = (ty, 1u64);
        for _ in 0..DEPTH_MAX {
            let size = match self.stripped(ty)? {
                Type::Array { element, length } => {
                    count = count.checked_mul((*length)?)?;
                    ty = *element;
                    continue;
                }
                Type::Base { size, .. } | Type::Enum { size, .. } => Some(*size),
                Type::Pointer(_) | Type::Reference { .. } => Some(8),
                Type::MemberPointer { target, .. } => match self.stripped(*target) {
                    // The function, and what is added to the object's address.
                    Some(Type::Function { .. }) => Some(16),
                    _ => Some(8),
                },
                Type::Record { size, .. } | Type::Variants { size, .. } => *size,
                _ => None,
            };
            return count.checked_mul(size?);
        }
        None
    }
}
