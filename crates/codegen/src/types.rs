//! The types that the rows of the access table name.

use frontend::Interner;
use frontend::types::{Basic, QualType, Type, TypeId, Types, spell};
use image::access::{TypeClass, TypeIndex, TypeRecord};
use rustc_hash::FxHashMap;

/// The unit's own table of types.
pub(crate) struct AccessTypes<'a> {
    types: &'a Types,
    names: &'a Interner,
    records: Vec<TypeRecord>,
    indices: FxHashMap<TypeId, TypeIndex>,
    /// Whether there were more types than can be numbered.
    pub(crate) is_full: bool,
}

impl<'a> AccessTypes<'a> {
    /// No types yet.
    pub(crate) fn new(types: &'a Types, names: &'a Interner) -> AccessTypes<'a> {
        let indices = FxHashMap::default();
        AccessTypes { types, names, records: vec![], indices, is_full: false }
    }

    /// The index of a type.
    pub(crate) fn index(&mut self, ty: TypeId) -> TypeIndex {
        if let Some(&index) = self.indices.get(&ty) {
            return index;
        }
        let Ok(number) = u16::try_from(self.records.len()) else {
            self.is_full = true;
            return TypeIndex(0);
        };
        self.records.push(TypeRecord {
            name: spell(self.types, self.names, QualType::from(ty)),
            size: self.types.size(ty),
            class: class(self.types, ty),
        });
        self.indices.insert(ty, TypeIndex(number));
        TypeIndex(number)
    }

    /// The table.
    pub(crate) fn finish(self) -> Vec<TypeRecord> {
        self.records
    }
}

fn class(types: &Types, ty: TypeId) -> TypeClass {
    match types.get(ty) {
        Type::Basic(Basic::Char | Basic::SignedChar | Basic::UnsignedChar) => TypeClass::Character,
        Type::Pointer(_) => TypeClass::Pointer,
        Type::Array(..) | Type::VariableArray(..) | Type::Record(_) => TypeClass::Aggregate,
        Type::Void
        | Type::Basic(_)
        | Type::Bits(..)
        | Type::Complex(_)
        | Type::Enum(_)
        | Type::Function(_)
        | Type::Error => TypeClass::Scalar,
    }
}
