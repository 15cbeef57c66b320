//! Reading types (DWARF 5 chapter 5).

use super::read::Reader;
use super::read_entries::Entry;
use crate::debug::{Encoding, Member, Qualifier, Type, TypeRef};
use gimli::constants as dw;
use gimli::{AttributeValue, UnitOffset, UnitRef};

/// The types of a unit: those that entries describe, in their order, then those that were added.
pub(super) struct TypeTable {
    /// The offsets of the entries, sorted.
    offsets: Vec<usize>,
    types: Vec<Type>,
}

/// A type whose children are being read.
pub(super) struct OpenType {
    index: usize,
    ty: Type,
    /// The lengths of an array's dimensions.
    dimensions: Vec<Option<u64>>,
}

fn is_type(tag: gimli::DwTag) -> bool {
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
    )
}

impl TypeTable {
    /// Gives each type of the unit its index. The first index after them stands for a type that is
    /// not known.
    pub(super) fn number(unit: UnitRef<Reader>) -> TypeTable {
        let mut offsets = vec![];
        let mut walk = || -> gimli::Result<()> {
            let mut entries = unit.entries_raw(None)?;
            while !entries.is_empty() {
                let offset = entries.next_offset();
                let Some(abbreviation) = entries.read_abbreviation()? else { continue };
                if is_type(abbreviation.tag()) {
                    offsets.push(offset.0);
                }
                entries.skip_attributes(abbreviation.attributes())?;
            }
            Ok(())
        };
        // What is damaged ends the walk; the second walk ends there too.
        let _ = walk();
        let types = vec![Type::Other("unknown".into()); offsets.len() + 1];
        TypeTable { offsets, types }
    }

    /// The type whose entry is at that offset.
    pub(super) fn at(&self, offset: UnitOffset<usize>) -> Option<TypeRef> {
        self.offsets.binary_search(&offset.0).ok().map(|index| TypeRef(index as u32))
    }

    /// The type that stands for one that is not known.
    pub(super) fn unknown(&self) -> TypeRef {
        TypeRef(self.offsets.len() as u32)
    }

    /// The types; the unknown one stands behind those of the entries.
    pub(super) fn finish(self) -> Vec<Type> {
        self.types
    }

    /// Begins the type that an entry describes.
    pub(super) fn open(
        &self,
        entry: &Entry,
        name: Option<String>,
        target: Option<TypeRef>,
    ) -> Option<OpenType> {
        let index = self.at(entry.offset())?.0 as usize;
        let size = number(entry, dw::DW_AT_byte_size);
        let qualified = |qualifier| Type::Qualified(qualifier, target);
        let ty = match entry.tag() {
            dw::DW_TAG_base_type => Type::Base {
                name: name.unwrap_or_default(),
                size: size.unwrap_or(0),
                encoding: encoding(entry).unwrap_or(Encoding::Other(0)),
            },
            dw::DW_TAG_pointer_type => Type::Pointer(target),
            dw::DW_TAG_const_type => qualified(Qualifier::Const),
            dw::DW_TAG_volatile_type => qualified(Qualifier::Volatile),
            dw::DW_TAG_restrict_type => qualified(Qualifier::Restrict),
            dw::DW_TAG_atomic_type => qualified(Qualifier::Atomic),
            dw::DW_TAG_typedef => Type::Typedef { name: name.unwrap_or_default(), target },
            dw::DW_TAG_array_type => {
                Type::Array { element: target.unwrap_or(self.unknown()), length: None }
            }
            dw::DW_TAG_structure_type | dw::DW_TAG_union_type => Type::Record {
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
        Some(OpenType { index, ty, dimensions: vec![] })
    }

    /// Takes a finished type. An array of several dimensions becomes an array of arrays.
    pub(super) fn close(&mut self, open: OpenType) {
        let OpenType { index, mut ty, mut dimensions } = open;
        if let Type::Array { element, length } = &mut ty {
            while dimensions.len() > 1 {
                let inner = Type::Array { element: *element, length: dimensions.pop().flatten() };
                *element = TypeRef(self.types.len() as u32);
                self.types.push(inner);
            }
            *length = dimensions.pop().flatten();
        }
        self.types[index] = ty;
    }
}

impl OpenType {
    /// Takes a child entry, if it is a part of the type; `unknown` stands for a type that it lacks.
    pub(super) fn take_child(
        &mut self,
        entry: &Entry,
        name: Option<String>,
        target: Option<TypeRef>,
        unknown: TypeRef,
    ) -> bool {
        match (&mut self.ty, entry.tag()) {
            (Type::Record { members, .. }, dw::DW_TAG_member) => {
                members.push(member(entry, name, target.unwrap_or(unknown)));
            }
            (Type::Enum { enumerators, .. }, dw::DW_TAG_enumerator) => {
                let value = entry.attr_value(dw::DW_AT_const_value);
                let value = value.and_then(|value| match value {
                    AttributeValue::Udata(value) => Some(value as i64),
                    value => value.sdata_value(),
                });
                enumerators.push((name.unwrap_or_default(), value.unwrap_or(0)));
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
            _ => return false,
        }
        true
    }
}

fn number(entry: &Entry, name: gimli::DwAt) -> Option<u64> {
    entry.attr_value(name)?.udata_value()
}

/// A member; its bits are counted as DWARF 5 does, or as DWARF 4 does, from the top of its storage
/// unit (DWARF 4 section 5.5.6).
fn member(entry: &Entry, name: Option<String>, ty: TypeRef) -> Member {
    let offset = number(entry, dw::DW_AT_data_member_location).unwrap_or(0);
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
    Member { name, ty, offset, bits }
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
        other => Encoding::Other(other.0),
    })
}
