//! Reading types (DWARF 5 chapter 5).

use super::read::Reader;
use super::read_entries::Entry;
use super::read_units::EntryAt;
use crate::debug::{Encoding, Member, Qualifier, Type, TypeRef, Variant};
use gimli::AttributeValue;
use gimli::constants as dw;
use std::collections::BTreeMap;

/// The types of a unit: those that entries describe, in their order, then those that were added.
pub(super) struct TypeTable {
    /// The number of the unit.
    own: u32,
    /// The offsets of the entries, sorted.
    offsets: Vec<usize>,
    /// The types of other units that are referred to.
    foreign: BTreeMap<EntryAt, TypeRef>,
    /// Those of them that are not read yet.
    unread: Vec<EntryAt>,
    /// Declarations with their definitions.
    completed: Vec<(TypeRef, TypeRef)>,
    types: Vec<Type>,
    /// Enumerations that do not tell their encoding, each with its underlying type.
    plain_enums: Vec<(usize, TypeRef)>,
}

/// A type whose children are being read.
pub(super) struct OpenType {
    index: usize,
    ty: Type,
    /// The lengths of an array's dimensions.
    dimensions: Vec<Option<u64>>,
    /// Whether the enumerators are named within the enumeration: `Color::Red`.
    is_scoped: bool,
    /// The name of a pointer type that has one.
    pointer_name: Option<String>,
}

pub(super) fn is_type(tag: gimli::DwTag) -> bool {
    matches!(
        tag,
        dw::DW_TAG_base_type
            | dw::DW_TAG_pointer_type
            | dw::DW_TAG_const_type
            | dw::DW_TAG_volatile_type
            | dw::DW_TAG_restrict_type
            | dw::DW_TAG_atomic_type
            | dw::DW_TAG_typedef
            | dw::DW_TAG_array_type
            | dw::DW_TAG_structure_type
            | dw::DW_TAG_union_type
            | dw::DW_TAG_enumeration_type
            | dw::DW_TAG_subroutine_type
            | dw::DW_TAG_unspecified_type
            | dw::DW_TAG_class_type
            | dw::DW_TAG_interface_type
            | dw::DW_TAG_reference_type
            | dw::DW_TAG_rvalue_reference_type
            | dw::DW_TAG_ptr_to_member_type
            | dw::DW_TAG_template_alias
            | dw::DW_TAG_string_type
    )
}

impl TypeTable {
    /// A table for types whose entries are at those offsets of a unit, sorted. The first index
    /// after them stands for a type that is not known.
    pub(super) fn new(own: u32, offsets: Vec<usize>) -> TypeTable {
        let types = vec![Type::Other("unknown".into()); offsets.len() + 1];
        TypeTable {
            own,
            offsets,
            foreign: BTreeMap::new(),
            unread: vec![],
            completed: vec![],
            types,
            plain_enums: vec![],
        }
    }

    /// The type that an entry describes, if it is in the table.
    pub(super) fn index(&self, at: EntryAt) -> Option<TypeRef> {
        if at.unit != self.own {
            return self.foreign.get(&at).copied();
        }
        let index = self.offsets.binary_search(&at.offset.0);
        index.ok().map(|index| TypeRef(index as u32))
    }

    /// The type that an entry describes. One of another unit is noted, to be read.
    pub(super) fn at(&mut self, at: EntryAt) -> TypeRef {
        if at.unit == self.own {
            return self.index(at).unwrap_or(self.unknown());
        }
        let next = TypeRef(self.types.len() as u32);
        let ty = *self.foreign.entry(at).or_insert(next);
        if ty == next {
            self.types.push(Type::Other("unknown".into()));
            self.unread.push(at);
        }
        ty
    }

    /// A type of another unit that was referred to but not read yet.
    pub(super) fn next_foreign(&mut self) -> Option<EntryAt> {
        self.unread.pop()
    }

    /// Notes that a type which one entry declares is defined by another.
    pub(super) fn complete(&mut self, declaration: TypeRef, definition: TypeRef) {
        self.completed.push((declaration, definition));
    }

    /// The type that stands for one that is not known.
    pub(super) fn unknown(&self) -> TypeRef {
        TypeRef(self.offsets.len() as u32)
    }

    /// The types; the unknown one stands behind those of the entries. And the entries' offsets.
    pub(super) fn finish(mut self) -> (Vec<Type>, Vec<usize>) {
        for (index, underlying) in std::mem::take(&mut self.plain_enums) {
            let is_negative = self.is_signed(underlying);
            if let Some(Type::Enum { is_signed, .. }) = self.types.get_mut(index) {
                *is_signed = is_negative;
            }
        }
        for (declaration, definition) in std::mem::take(&mut self.completed) {
            let definition = self.types.get(definition.0 as usize).cloned();
            let is_known = !matches!(definition, Some(Type::Other(_)));
            let declaration = self.types.get_mut(declaration.0 as usize).filter(|_| is_known);
            if let Some((declaration, definition)) = declaration.zip(definition) {
                *declaration = definition;
            }
        }
        (self.types, self.offsets)
    }

    /// Begins the type that an entry describes.
    pub(super) fn open(
        &mut self,
        index: TypeRef,
        entry: &Entry,
        name: Option<String>,
        target: Option<TypeRef>,
        class: Option<TypeRef>,
    ) -> OpenType {
        let index = index.0 as usize;
        let size = number(entry, dw::DW_AT_byte_size);
        let qualified = |qualifier| Type::Qualified(qualifier, target);
        let is_pointer = entry.tag() == dw::DW_TAG_pointer_type;
        let pointer_name = name.clone().filter(|_| is_pointer);
        let ty = match entry.tag() {
            dw::DW_TAG_base_type => Type::Base {
                name: name.unwrap_or_default(),
                size: size.unwrap_or(0),
                encoding: encoding(entry).unwrap_or(Encoding::Other(0)),
            },
            dw::DW_TAG_pointer_type => Type::Pointer(target),
            dw::DW_TAG_reference_type | dw::DW_TAG_rvalue_reference_type => Type::Reference {
                target: target.unwrap_or(self.unknown()),
                is_rvalue: entry.tag() == dw::DW_TAG_rvalue_reference_type,
            },
            dw::DW_TAG_ptr_to_member_type => Type::MemberPointer {
                class: class.unwrap_or(self.unknown()),
                target: target.unwrap_or(self.unknown()),
            },
            dw::DW_TAG_const_type => qualified(Qualifier::Const),
            dw::DW_TAG_volatile_type => qualified(Qualifier::Volatile),
            dw::DW_TAG_restrict_type => qualified(Qualifier::Restrict),
            dw::DW_TAG_atomic_type => qualified(Qualifier::Atomic),
            dw::DW_TAG_typedef | dw::DW_TAG_template_alias => {
                Type::Typedef { name: name.unwrap_or_default(), target }
            }
            dw::DW_TAG_array_type => {
                Type::Array { element: target.unwrap_or(self.unknown()), length: None }
            }
            dw::DW_TAG_structure_type
            | dw::DW_TAG_class_type
            | dw::DW_TAG_interface_type
            | dw::DW_TAG_union_type => Type::Record {
                is_union: entry.tag() == dw::DW_TAG_union_type,
                name,
                size,
                members: vec![],
            },
            dw::DW_TAG_enumeration_type => Type::Enum {
                name,
                size: size.unwrap_or(0),
                is_signed: encoding(entry) == Some(Encoding::Signed),
                enumerators: vec![],
            },
            dw::DW_TAG_subroutine_type => {
                Type::Function { result: target, parameters: vec![], is_variadic: false }
            }
            _ => Type::Other(name.unwrap_or_else(|| entry.tag().to_string())),
        };
        if let (Type::Enum { .. }, None, Some(target)) = (&ty, encoding(entry), target) {
            self.plain_enums.push((index, target));
        }
        let is_scoped =
            matches!(entry.attr_value(dw::DW_AT_enum_class), Some(AttributeValue::Flag(true)));
        OpenType { index, ty, dimensions: vec![], is_scoped, pointer_name }
    }

    /// Whether a type is a signed integer, under at most a few names.
    fn is_signed(&self, ty: TypeRef) -> bool {
        let mut ty = Some(ty);
        for _ in 0..8 {
            match ty.and_then(|ty| self.types.get(ty.0 as usize)) {
                Some(Type::Typedef { target, .. } | Type::Qualified(_, target)) => ty = *target,
                Some(Type::Base { encoding, .. }) => {
                    return matches!(encoding, Encoding::Signed | Encoding::SignedChar);
                }
                _ => return false,
            }
        }
        false
    }

    /// Takes a finished type. An array of several dimensions becomes an array of arrays; a pointer
    /// with a name of its own (Rust: `&str`) is known by that name.
    pub(super) fn close(&mut self, open: OpenType) {
        let OpenType { index, mut ty, mut dimensions, pointer_name, .. } = open;
        if let Type::Array { element, length } = &mut ty {
            while dimensions.len() > 1 {
                let inner = Type::Array { element: *element, length: dimensions.pop().flatten() };
                *element = TypeRef(self.types.len() as u32);
                self.types.push(inner);
            }
            *length = dimensions.pop().flatten();
        }
        if let Some(name) = pointer_name {
            let target = Some(TypeRef(self.types.len() as u32));
            self.types.push(std::mem::replace(&mut ty, Type::Typedef { name, target }));
        }
        self.types[index] = ty;
    }
}

impl OpenType {
    /// Makes a record one of several forms, of which the entry tells the discriminant (DWARF 5
    /// section 5.7.10). Members that it had before belong to every form and are rare; they are
    /// left out.
    pub(super) fn make_variants(&mut self) {
        if let Type::Record { name, size, .. } = &mut self.ty {
            let (name, size) = (name.take(), *size);
            self.ty = Type::Variants { name, size, discriminant: None, variants: vec![] };
        }
    }

    /// Begins a form.
    pub(super) fn begin_variant(&mut self, entry: &Entry) {
        if let Type::Variants { variants, .. } = &mut self.ty {
            let value = entry.attr_value(dw::DW_AT_discr_value).and_then(constant);
            variants.push(Variant { discriminant: value, members: vec![] });
        }
    }

    /// Whether an entry within a type's is a part of it, unless it is a type of its own.
    pub(super) fn is_part(tag: gimli::DwTag) -> bool {
        matches!(
            tag,
            dw::DW_TAG_member
                | dw::DW_TAG_inheritance
                | dw::DW_TAG_enumerator
                | dw::DW_TAG_formal_parameter
                | dw::DW_TAG_unspecified_parameters
                | dw::DW_TAG_subrange_type
        )
    }

    /// Takes a part; `unknown` stands for a type that it lacks.
    pub(super) fn take_child(
        &mut self,
        entry: &Entry,
        name: Option<String>,
        target: Option<TypeRef>,
        unknown: TypeRef,
    ) {
        match (&mut self.ty, entry.tag()) {
            (Type::Record { members, .. }, dw::DW_TAG_member) => {
                members.extend(member(entry, name, target.unwrap_or(unknown)));
            }
            (Type::Record { members, .. }, dw::DW_TAG_inheritance) => {
                members.extend(member(entry, None, target.unwrap_or(unknown)));
            }
            (Type::Variants { discriminant, variants, .. }, dw::DW_TAG_member) => {
                let member = member(entry, name, target.unwrap_or(unknown));
                match variants.last_mut() {
                    Some(variant) => variant.members.extend(member),
                    None => *discriminant = member,
                }
            }
            (Type::Enum { name: of, enumerators, .. }, dw::DW_TAG_enumerator) => {
                let value = entry.attr_value(dw::DW_AT_const_value).and_then(constant);
                let name = name.unwrap_or_default();
                let name = match of.as_ref().filter(|_| self.is_scoped) {
                    Some(of) => format!("{of}::{name}"),
                    None => name,
                };
                enumerators.push((name, value.unwrap_or(0) as i64));
            }
            (Type::Function { parameters, .. }, dw::DW_TAG_formal_parameter) => {
                parameters.push(target.unwrap_or(unknown));
            }
            (Type::Function { is_variadic, .. }, dw::DW_TAG_unspecified_parameters) => {
                *is_variadic = true;
            }
            (Type::Array { .. }, dw::DW_TAG_subrange_type) => {
                let bound =
                    number(entry, dw::DW_AT_upper_bound).and_then(|last| last.checked_add(1));
                self.dimensions.push(number(entry, dw::DW_AT_count).or(bound));
            }
            _ => {}
        }
    }
}

/// A constant; compilers use the forms that do not tell a sign for those that have none.
fn constant(value: AttributeValue<Reader>) -> Option<u64> {
    match value {
        AttributeValue::Sdata(value) => Some(value as u64),
        value => value.udata_value(),
    }
}

fn number(entry: &Entry, name: gimli::DwAt) -> Option<u64> {
    entry.attr_value(name)?.udata_value()
}

/// Where a member is in its record: a number, or, in old DWARF, an expression that adds one; 0 when
/// nothing is said, as in a union. `None` when it has to be computed from the object: a virtual base
/// class.
fn member_offset(entry: &Entry) -> Option<u64> {
    let Some(value) = entry.attr_value(dw::DW_AT_data_member_location) else { return Some(0) };
    let AttributeValue::Exprloc(expression) = value else { return value.udata_value() };
    let (&operation, operand) = expression.0.slice().split_first()?;
    let mut operand = Reader::new(operand, gimli::LittleEndian);
    let offset = gimli::Reader::read_uleb128(&mut operand).ok()?;
    (operation == dw::DW_OP_plus_uconst.0 && operand.is_empty()).then_some(offset)
}

/// A member; its bits are counted as DWARF 5 does, or as DWARF 4 does, from the top of its storage
/// unit (DWARF 4 section 5.5.6). `None` for a static one, and where its place is not known.
fn member(entry: &Entry, name: Option<String>, ty: TypeRef) -> Option<Member> {
    let is_static = entry.attr_value(dw::DW_AT_external).is_some()
        || entry.attr_value(dw::DW_AT_declaration).is_some();
    let offset = member_offset(entry).filter(|_| !is_static)?;
    let width = number(entry, dw::DW_AT_bit_size).and_then(|width| u8::try_from(width).ok());
    let first = || {
        if let Some(first) = number(entry, dw::DW_AT_data_bit_offset) {
            return Some(first);
        }
        let from_top = number(entry, dw::DW_AT_bit_offset)?;
        let unit = number(entry, dw::DW_AT_byte_size)?;
        let end = offset.checked_add(unit)?.checked_mul(8)?;
        end.checked_sub(from_top)?.checked_sub(width?.into())
    };
    let bits = width.and_then(|width| Some((first()?, width)));
    let offset = bits.map_or(offset, |(first, _)| first / 8);
    Some(Member { name, ty, offset, bits })
}

fn encoding(entry: &Entry) -> Option<Encoding> {
    let AttributeValue::Encoding(encoding) = entry.attr_value(dw::DW_AT_encoding)? else {
        return None;
    };
    Some(match encoding {
        dw::DW_ATE_boolean => Encoding::Boolean,
        dw::DW_ATE_signed_char => Encoding::SignedChar,
        dw::DW_ATE_unsigned_char => Encoding::UnsignedChar,
        dw::DW_ATE_signed => Encoding::Signed,
        dw::DW_ATE_unsigned => Encoding::Unsigned,
        dw::DW_ATE_float => Encoding::Float,
        dw::DW_ATE_complex_float => Encoding::ComplexFloat,
        dw::DW_ATE_UTF => Encoding::Utf,
        other => Encoding::Other(other.0),
    })
}
