//! What attributes ask for, beside the specifiers of ISO C.

use crate::ast::{Attribute, AttributeKind};

use super::Sema;
use super::specifiers::Specifiers;

/// GNU C: `aligned` without an argument, the largest alignment of a scalar type.
const LARGEST_ALIGNMENT: u64 = 16;

/// Whether one of the attributes is `packed`.
pub(super) fn is_packed(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| matches!(attribute.kind, AttributeKind::Packed))
}

/// Whether one of the attributes is `noreturn`.
pub(super) fn is_noreturn(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| matches!(attribute.kind, AttributeKind::Noreturn))
}

impl Sema<'_> {
    /// The alignment that attributes ask for; 1 when they ask for none.
    pub(super) fn attribute_alignment(&mut self, attributes: &[Attribute]) -> u64 {
        let mut strictest = 1;
        for attribute in attributes {
            let AttributeKind::Aligned(argument) = &attribute.kind else { continue };
            let align = match argument {
                Some(expr) => self.alignment_constant(expr).unwrap_or(1),
                None => LARGEST_ALIGNMENT,
            };
            strictest = strictest.max(align);
        }
        strictest
    }

    /// The specifiers of one declarator: with what its own attributes ask for.
    pub(super) fn with_attributes(
        &mut self,
        specifiers: &Specifiers,
        attributes: &[Attribute],
    ) -> Specifiers {
        Specifiers {
            is_noreturn: specifiers.is_noreturn || is_noreturn(attributes),
            least_align: specifiers.least_align.max(self.attribute_alignment(attributes)),
            ..specifiers.clone()
        }
    }
}
