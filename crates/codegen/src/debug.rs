//! Types and variables as debuggers see them.

use frontend::types::{self, Basic, EnumId, FunctionType, QualType, RecordId, TypeId, Types};
use frontend::{Interner, ast};
use image::debug::{Encoding, Member, Qualifier, Type, TypeRef};
use rustc_hash::FxHashMap;

/// The unit's own table of types.
pub(crate) struct DebugTypes<'a> {
    types: &'a Types,
    names: &'a Interner,
    table: Vec<Type>,
    refs: FxHashMap<QualType, TypeRef>,
    /// Types that have a place in the table and are not described yet, so that long chains of
    /// structs need no stack.
    waiting: Vec<(TypeRef, QualType)>,
}

impl<'a> DebugTypes<'a> {
    /// No types yet.
    pub(crate) fn new(types: &'a Types, names: &'a Interner) -> DebugTypes<'a> {
        DebugTypes { types, names, table: vec![], refs: FxHashMap::default(), waiting: vec![] }
    }

    /// The table, with everything that was asked for and what it is made of.
    pub(crate) fn finish(mut self) -> Vec<Type> {
        while let Some((reference, ty)) = self.waiting.pop() {
            self.table[reference.0 as usize] = match outermost_qualifier(ty) {
                Some((qualifier, rest)) => Type::Qualified(qualifier, self.optional(rest)),
                None => self.describe(ty.id),
            };
        }
        self.table
    }

    /// A type that may be `void`.
    pub(crate) fn optional(&mut self, ty: QualType) -> Option<TypeRef> {
        let is_void = ty == QualType::from(Types::VOID);
        if is_void { None } else { Some(self.reference(ty)) }
    }

    /// The reference of a type with its qualifiers.
    pub(crate) fn reference(&mut self, ty: QualType) -> TypeRef {
        let ty = self.without_array_qualifiers(ty);
        if let Some(&known) = self.refs.get(&ty) {
            return known;
        }
        let reference = TypeRef(self.table.len() as u32);
        self.table.push(Type::Other("unfinished".into()));
        self.refs.insert(ty, reference);
        self.waiting.push((reference, ty));
        reference
    }

    /// An array's qualifiers are its elements' (C17 6.7.3p9).
    fn without_array_qualifiers(&self, ty: QualType) -> QualType {
        match self.types.get(ty.id) {
            types::Type::Array(..) | types::Type::VariableArray(..) => QualType::from(ty.id),
            _ => ty,
        }
    }

    fn describe(&mut self, id: TypeId) -> Type {
        let types = self.types;
        match types.get(id) {
            types::Type::Void => Type::Qualified(Qualifier::Const, None),
            types::Type::Error => Type::Other("error".into()),
            types::Type::Basic(basic) | types::Type::Bits(basic, _) => base(*basic),
            types::Type::Complex(part) => self.complex(*part),
            types::Type::Enum(id) => self.enumeration(*id),
            types::Type::Pointer(to) => Type::Pointer(self.optional(*to)),
            types::Type::Array(of, length) => {
                Type::Array { element: self.reference(*of), length: *length }
            }
            types::Type::VariableArray(of, _) => {
                Type::Array { element: self.reference(*of), length: None }
            }
            types::Type::Function(function) => self.function(function),
            types::Type::Record(id) => self.record(*id),
        }
    }

    /// DWARF has an encoding for complex numbers of floating type; of integers it gets two members.
    fn complex(&mut self, part: Basic) -> Type {
        // The name that debuggers know from GCC.
        let name = format!("complex {}", part.name());
        let size = 2 * part.size();
        if part.is_floating() {
            return Type::Base { name, size, encoding: Encoding::ComplexFloat };
        }
        let ty = self.reference(QualType::from(Types::basic(part)));
        let members = [("real", 0), ("imaginary", part.size())];
        let member =
            |(name, offset): (&str, _)| Member { name: Some(name.into()), ty, offset, bits: None };
        let members = members.map(member).into();
        Type::Record { is_union: false, name: Some(name), size: Some(size), members }
    }

    fn enumeration(&mut self, id: EnumId) -> Type {
        let enumeration = self.types.enumeration(id);
        let underlying = enumeration.underlying.unwrap_or(Basic::UnsignedInt);
        let named = enumeration.enumerators.iter();
        Type::Enum {
            name: enumeration.tag.map(|tag| self.names.text(tag).to_string()),
            size: underlying.size(),
            is_signed: underlying.is_signed(),
            enumerators: named.map(|&(name, it)| (self.names.text(name).to_string(), it)).collect(),
        }
    }

    fn function(&mut self, function: &FunctionType) -> Type {
        let parameters = function.parameters.iter().flatten();
        Type::Function {
            result: self.optional(function.result),
            parameters: parameters.map(|&ty| self.reference(QualType::from(ty))).collect(),
            is_variadic: function.is_variadic || function.parameters.is_none(),
        }
    }

    fn record(&mut self, id: RecordId) -> Type {
        let types = self.types;
        let record = types.record(id);
        let fields = record.layout.iter().flat_map(|layout| &layout.fields);
        let members = fields.map(|field| Member {
            name: field.name.map(|name| self.names.text(name).to_string()),
            ty: self.reference(field.ty),
            offset: field.offset,
            bits: field.bits.map(|bits| (field.offset * 8 + u64::from(bits.offset), bits.width)),
        });
        let members = members.collect();
        Type::Record {
            is_union: record.kind == ast::RecordKind::Union,
            name: record.tag.map(|tag| self.names.text(tag).to_string()),
            size: record.layout.as_ref().map(|layout| layout.size),
            members,
        }
    }
}

/// The outermost qualifier and the type without it.
fn outermost_qualifier(ty: QualType) -> Option<(Qualifier, QualType)> {
    let mut rest = ty;
    let qualifier = if ty.qualifiers.is_const {
        rest.qualifiers.is_const = false;
        Qualifier::Const
    } else if ty.qualifiers.is_volatile {
        rest.qualifiers.is_volatile = false;
        Qualifier::Volatile
    } else if ty.qualifiers.is_restrict {
        rest.qualifiers.is_restrict = false;
        Qualifier::Restrict
    } else if ty.qualifiers.is_atomic {
        rest.qualifiers.is_atomic = false;
        Qualifier::Atomic
    } else {
        return None;
    };
    Some((qualifier, rest))
}

fn base(basic: Basic) -> Type {
    let encoding = match basic {
        Basic::Bool => Encoding::Boolean,
        Basic::Char | Basic::UnsignedChar => Encoding::UnsignedChar,
        Basic::SignedChar => Encoding::SignedChar,
        _ if basic.is_floating() => Encoding::Float,
        _ if basic.is_signed() => Encoding::Signed,
        _ => Encoding::Unsigned,
    };
    Type::Base { name: basic.name().into(), size: basic.size(), encoding }
}
