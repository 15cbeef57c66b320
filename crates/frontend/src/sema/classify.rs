//! Which class a type belongs to (C17 6.2.5), as the constraints of operators ask for it.

use crate::types::{Basic, FunctionType, QualType, Qualifiers, RecordId, Type, TypeId, Types};

/// Questions about types. An erroneous type belongs to no class: callers ask [`Classify::is_error`] first.
pub(crate) trait Classify {
    /// Whether an error has been reported for what has this type.
    fn is_error(&self, id: TypeId) -> bool;
    /// Integer types, enumerations included (C17 6.2.5p17).
    fn is_integer(&self, id: TypeId) -> bool;
    /// Integer and floating types (C17 6.2.5p18), the complex ones among them (p11).
    fn is_arithmetic(&self, id: TypeId) -> bool;
    /// Arithmetic and pointer types (C17 6.2.5p21).
    fn is_scalar(&self, id: TypeId) -> bool;
    fn is_complex(&self, id: TypeId) -> bool;
    fn is_pointer(&self, id: TypeId) -> bool;
    fn is_void(&self, id: TypeId) -> bool;
    fn is_function(&self, id: TypeId) -> bool;
    fn is_array(&self, id: TypeId) -> bool;
    /// Variably modified types (C17 6.7.6p3), as far as functions do not hide them.
    fn is_variable(&self, id: TypeId) -> bool;
    /// An array whose length is known when the program runs.
    fn is_variable_array(&self, id: TypeId) -> bool;
    fn as_record(&self, id: TypeId) -> Option<RecordId>;
    fn as_function(&self, id: TypeId) -> Option<&FunctionType>;
    /// The element type and length of an array.
    fn as_array(&self, id: TypeId) -> Option<(QualType, Option<u64>)>;
    /// Complete object types: those that have a size (C17 6.2.5p1).
    fn is_complete(&self, id: TypeId) -> bool;
    /// `char`, `signed char` or `unsigned char`.
    fn is_character(&self, id: TypeId) -> bool;
    /// Whether an object of it, or a member at any depth, is const (C17 6.3.2.1p1).
    fn has_const_part(&self, ty: QualType) -> bool;
    /// The type with more qualifiers; an array passes them to its elements (C17 6.7.3p9).
    fn qualify(&mut self, ty: QualType, qualifiers: Qualifiers) -> QualType;
}

impl Classify for Types {
    fn is_error(&self, id: TypeId) -> bool {
        id == Types::ERROR
    }

    fn is_integer(&self, id: TypeId) -> bool {
        match self.get(id) {
            Type::Basic(basic) => !basic.is_floating(),
            Type::Bits(..) | Type::Enum(_) => true,
            _ => false,
        }
    }

    fn is_arithmetic(&self, id: TypeId) -> bool {
        matches!(self.get(id), Type::Basic(_) | Type::Bits(..) | Type::Enum(_) | Type::Complex(_))
    }

    fn is_scalar(&self, id: TypeId) -> bool {
        self.is_arithmetic(id) || self.is_pointer(id)
    }

    fn is_complex(&self, id: TypeId) -> bool {
        matches!(self.get(id), Type::Complex(_))
    }

    fn is_pointer(&self, id: TypeId) -> bool {
        matches!(self.get(id), Type::Pointer(_))
    }

    fn is_void(&self, id: TypeId) -> bool {
        id == Types::VOID
    }

    fn is_function(&self, id: TypeId) -> bool {
        matches!(self.get(id), Type::Function(_))
    }

    fn is_array(&self, id: TypeId) -> bool {
        matches!(self.get(id), Type::Array(..) | Type::VariableArray(..))
    }

    fn is_variable(&self, id: TypeId) -> bool {
        match self.get(id) {
            Type::VariableArray(..) => true,
            Type::Pointer(to) | Type::Array(to, _) => self.is_variable(to.id),
            _ => false,
        }
    }

    fn is_variable_array(&self, id: TypeId) -> bool {
        matches!(self.get(id), Type::VariableArray(..))
    }

    fn as_record(&self, id: TypeId) -> Option<RecordId> {
        match self.get(id) {
            Type::Record(record) => Some(*record),
            _ => None,
        }
    }

    fn as_function(&self, id: TypeId) -> Option<&FunctionType> {
        match self.get(id) {
            Type::Function(function) => Some(function),
            _ => None,
        }
    }

    fn as_array(&self, id: TypeId) -> Option<(QualType, Option<u64>)> {
        match self.get(id) {
            Type::Array(of, length) => Some((*of, *length)),
            _ => None,
        }
    }

    fn is_complete(&self, id: TypeId) -> bool {
        self.layout(id).is_some() || matches!(self.get(id), Type::VariableArray(..))
    }

    fn is_character(&self, id: TypeId) -> bool {
        matches!(self.get(id), Type::Basic(Basic::Char | Basic::SignedChar | Basic::UnsignedChar))
    }

    fn has_const_part(&self, ty: QualType) -> bool {
        if ty.qualifiers.is_const {
            return true;
        }
        match self.get(ty.id) {
            Type::Array(of, _) | Type::VariableArray(of, _) => self.has_const_part(*of),
            Type::Record(id) => self
                .record(*id)
                .layout
                .as_ref()
                .is_some_and(|layout| layout.fields.iter().any(|f| self.has_const_part(f.ty))),
            _ => false,
        }
    }

    fn qualify(&mut self, ty: QualType, qualifiers: Qualifiers) -> QualType {
        if let Some((of, length)) = self.as_array(ty.id) {
            if qualifiers == Qualifiers::NONE {
                return ty;
            }
            let of = self.qualify(of, qualifiers);
            return self.array(of, length).into();
        }
        if let Type::VariableArray(of, length) = *self.get(ty.id) {
            let of = self.qualify(of, qualifiers);
            return self.intern(Type::VariableArray(of, length)).into();
        }
        QualType { id: ty.id, qualifiers: ty.qualifiers.union(qualifiers) }
    }
}
