//! Writing types (DWARF 5 chapter 5).

use crate::debug::{Encoding, Member, Qualifier, Type, TypeRef};
use gimli::constants as dw;
use gimli::write::{AttributeValue, DwarfUnit, UnitEntryId};

/// The entries of a unit's types, by index.
pub(super) struct Types<'a> {
    types: &'a [Type],
    entries: Vec<UnitEntryId>,
}

impl<'a> Types<'a> {
    /// Adds an entry for each type, in order, so that types may refer to later ones.
    pub(super) fn reserve(types: &'a [Type], dwarf: &mut DwarfUnit) -> Types<'a> {
        let root = dwarf.unit.root();
        let entries = types.iter().map(|ty| dwarf.unit.add(root, tag(ty))).collect();
        Types { types, entries }
    }

    /// Says of an entry that it has that type; nothing for `void`.
    pub(super) fn set_type(&self, dwarf: &mut DwarfUnit, entry: UnitEntryId, ty: Option<TypeRef>) {
        if let Some(&target) = ty.and_then(|ty| self.entries.get(ty.0 as usize)) {
            dwarf.unit.get_mut(entry).set(dw::DW_AT_type, AttributeValue::UnitRef(target));
        }
    }

    /// Fills the entries in.
    pub(super) fn write(&self, dwarf: &mut DwarfUnit) {
        for (ty, &entry) in self.types.iter().zip(&self.entries) {
            self.write_type(dwarf, entry, ty);
        }
    }

    fn write_type(&self, dwarf: &mut DwarfUnit, entry: UnitEntryId, ty: &Type) {
        match ty {
            Type::Base { name, size, encoding } => {
                set_size(dwarf, entry, Some(*size));
                set_encoding(dwarf, entry, *encoding);
                set_name(dwarf, entry, Some(name));
            }
            Type::Pointer(target) => {
                set_size(dwarf, entry, Some(8));
                self.set_type(dwarf, entry, *target);
            }
            Type::Qualified(_, target) => self.set_type(dwarf, entry, *target),
            Type::Typedef { name, target } => {
                set_name(dwarf, entry, Some(name));
                self.set_type(dwarf, entry, *target);
            }
            Type::Array { element, length } => {
                self.set_type(dwarf, entry, Some(*element));
                let bounds = dwarf.unit.add(entry, dw::DW_TAG_subrange_type);
                if let Some(length) = length {
                    let count = AttributeValue::Udata(*length);
                    dwarf.unit.get_mut(bounds).set(dw::DW_AT_count, count);
                }
            }
            Type::Record { name, size, members, .. } => {
                set_name(dwarf, entry, name.as_deref());
                set_size(dwarf, entry, *size);
                if size.is_none() {
                    let declaration = AttributeValue::FlagPresent;
                    dwarf.unit.get_mut(entry).set(dw::DW_AT_declaration, declaration);
                }
                members.iter().for_each(|member| self.write_member(dwarf, entry, member));
            }
            Type::Enum { name, size, is_signed, enumerators } => {
                set_name(dwarf, entry, name.as_deref());
                set_size(dwarf, entry, Some(*size));
                let encoding = if *is_signed { Encoding::Signed } else { Encoding::Unsigned };
                set_encoding(dwarf, entry, encoding);
                for (name, value) in enumerators {
                    write_enumerator(dwarf, entry, name, *value, *is_signed);
                }
            }
            Type::Function { result, parameters, is_variadic } => {
                self.set_type(dwarf, entry, *result);
                for &parameter in parameters {
                    let child = dwarf.unit.add(entry, dw::DW_TAG_formal_parameter);
                    self.set_type(dwarf, child, Some(parameter));
                }
                if *is_variadic {
                    dwarf.unit.add(entry, dw::DW_TAG_unspecified_parameters);
                }
            }
            Type::Other(name) => set_name(dwarf, entry, Some(name)),
            // C has none of these, and it is C whose types are written.
            Type::Reference { .. } | Type::MemberPointer { .. } | Type::Variants { .. } => {}
        }
    }

    /// A member (DWARF 5 section 5.7.6).
    fn write_member(&self, dwarf: &mut DwarfUnit, record: UnitEntryId, member: &Member) {
        let entry = dwarf.unit.add(record, dw::DW_TAG_member);
        set_name(dwarf, entry, member.name.as_deref());
        self.set_type(dwarf, entry, Some(member.ty));
        let entry = dwarf.unit.get_mut(entry);
        match member.bits {
            Some((first, width)) => {
                entry.set(dw::DW_AT_bit_size, AttributeValue::Udata(width.into()));
                entry.set(dw::DW_AT_data_bit_offset, AttributeValue::Udata(first));
            }
            None => {
                let offset = AttributeValue::Udata(member.offset);
                entry.set(dw::DW_AT_data_member_location, offset);
            }
        }
    }
}

fn tag(ty: &Type) -> gimli::DwTag {
    match ty {
        Type::Base { .. } => dw::DW_TAG_base_type,
        Type::Pointer(_) => dw::DW_TAG_pointer_type,
        Type::Qualified(Qualifier::Const, _) => dw::DW_TAG_const_type,
        Type::Qualified(Qualifier::Volatile, _) => dw::DW_TAG_volatile_type,
        Type::Qualified(Qualifier::Restrict, _) => dw::DW_TAG_restrict_type,
        Type::Qualified(Qualifier::Atomic, _) => dw::DW_TAG_atomic_type,
        Type::Typedef { .. } => dw::DW_TAG_typedef,
        Type::Array { .. } => dw::DW_TAG_array_type,
        Type::Record { is_union: true, .. } => dw::DW_TAG_union_type,
        Type::Record { .. } => dw::DW_TAG_structure_type,
        Type::Enum { .. } => dw::DW_TAG_enumeration_type,
        Type::Function { .. } => dw::DW_TAG_subroutine_type,
        Type::Reference { .. } => dw::DW_TAG_reference_type,
        Type::MemberPointer { .. } => dw::DW_TAG_ptr_to_member_type,
        Type::Variants { .. } | Type::Other(_) => dw::DW_TAG_unspecified_type,
    }
}

fn set_name(dwarf: &mut DwarfUnit, entry: UnitEntryId, name: Option<&str>) {
    if let Some(name) = name {
        let string = dwarf.strings.add(name.as_bytes());
        dwarf.unit.get_mut(entry).set(dw::DW_AT_name, AttributeValue::StringRef(string));
    }
}

fn set_size(dwarf: &mut DwarfUnit, entry: UnitEntryId, size: Option<u64>) {
    if let Some(size) = size {
        dwarf.unit.get_mut(entry).set(dw::DW_AT_byte_size, AttributeValue::Udata(size));
    }
}

fn set_encoding(dwarf: &mut DwarfUnit, entry: UnitEntryId, encoding: Encoding) {
    let encoding = match encoding {
        Encoding::Boolean => dw::DW_ATE_boolean,
        Encoding::SignedChar => dw::DW_ATE_signed_char,
        Encoding::UnsignedChar => dw::DW_ATE_unsigned_char,
        Encoding::Signed => dw::DW_ATE_signed,
        Encoding::Unsigned => dw::DW_ATE_unsigned,
        Encoding::Float => dw::DW_ATE_float,
        Encoding::ComplexFloat => dw::DW_ATE_complex_float,
        Encoding::Utf => dw::DW_ATE_UTF,
        Encoding::Other(number) => gimli::DwAte(number),
    };
    dwarf.unit.get_mut(entry).set(dw::DW_AT_encoding, AttributeValue::Encoding(encoding));
}

fn write_enumerator(
    dwarf: &mut DwarfUnit,
    enumeration: UnitEntryId,
    name: &str,
    value: i64,
    is_signed: bool,
) {
    let entry = dwarf.unit.add(enumeration, dw::DW_TAG_enumerator);
    set_name(dwarf, entry, Some(name));
    let value = match is_signed {
        true => AttributeValue::Sdata(value),
        false => AttributeValue::Udata(value as u64),
    };
    dwarf.unit.get_mut(entry).set(dw::DW_AT_const_value, value);
}
