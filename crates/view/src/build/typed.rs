//! Rows of typed objects: what bytes at an address mean in a type of the debugging information.

use image::debug::{Encoding, Member, Type, TypeRef, Unit, Variant};

use super::types::{is_char, size_of};
use crate::{Content, Holder, RowRole, RowView, Value};

/// Memory as rows are made from it.
pub(crate) trait Memory {
    /// Reads bytes; says whether all of them can be read.
    fn peek(&self, address: u64, bytes: &mut [u8]) -> bool;
    /// Which bits of a range are indeterminate: a byte of bits for each byte.
    fn indeterminate(&self, address: u64, bits: &mut [u8]);
}

/// How many bytes a row carries.
const BYTES_MAX: u64 = 4096;
/// How many elements of an array or record get a row of their own.
const ELEMENTS_MAX: u64 = 256;
/// How many rows one object may have, all its levels together.
const ROWS_MAX: u32 = 4096;
/// How deep rows are nested.
const DEPTH_MAX: u32 = 8;

/// A pointer with a value, met while rows were made.
#[derive(Clone, Debug)]
pub(crate) struct PointerFound<'a> {
    /// How C gets there: `list->next`.
    pub(crate) path: String,
    /// What it holds.
    pub(crate) target: u64,
    /// The unit of its type.
    pub(crate) unit: &'a Unit,
    /// What it points to.
    pub(crate) pointee: TypeRef,
}

/// Makes rows, and remembers the pointers in them.
pub(crate) struct Scribe<'m, 'a> {
    memory: &'m dyn Memory,
    rows_left: u32,
    /// The pointers in the rows made so far.
    pub(crate) pointers: Vec<PointerFound<'a>>,
}

/// Where a row is to be made.
struct Site {
    address: u64,
    role: RowRole,
    name: String,
    path: String,
    depth: u32,
}

/// Joins the path of a whole and the name of its part: `*list` and `.next` are `list->next`.
pub(crate) fn join(path: &str, part: &str) -> String {
    match (path.strip_prefix('*'), part.strip_prefix('.')) {
        (Some(pointer), Some(member)) => format!("{pointer}->{member}"),
        _ => format!("{path}{part}"),
    }
}

/// A row without type: its bytes.
pub(crate) fn plain_row(memory: &dyn Memory, address: u64, size: u64, role: RowRole) -> RowView {
    let (bytes, bits) = read(memory, address, size);
    let value = match (&bytes, role) {
        (_, RowRole::Padding) => Value::Aggregate,
        (None, _) => Value::Unreadable,
        (Some(bytes), RowRole::ReturnAddress | RowRole::SavedFramePointer) => {
            Value::Pointer(unsigned(bytes))
        }
        (Some(bytes), _) => Value::Bytes(bytes.clone()),
    };
    RowView {
        address,
        size,
        role,
        holder: Holder::Memory,
        name: String::new(),
        ty: String::new(),
        value,
        content: match role {
            RowRole::Padding => Content::Initialized,
            _ => content(&bits),
        },
        garbage: None,
        changed_from: None,
        pointer: None,
        bytes: bytes.unwrap_or_default(),
        elements: vec![],
        hidden_elements: 0,
    }
}

fn read(memory: &dyn Memory, address: u64, size: u64) -> (Option<Vec<u8>>, Vec<u8>) {
    let count = size.min(BYTES_MAX) as usize;
    let mut bytes = vec![0; count];
    let mut bits = vec![0; count];
    memory.indeterminate(address, &mut bits);
    (memory.peek(address, &mut bytes).then_some(bytes), bits)
}

fn content(bits: &[u8]) -> Content {
    match () {
        () if bits.iter().all(|&bits| bits == 0) => Content::Initialized,
        () if bits.iter().all(|&bits| bits == 0xff) => Content::Indeterminate,
        () => Content::Partial,
    }
}

/// Up to 8 bytes as a little-endian number.
pub(crate) fn unsigned(bytes: &[u8]) -> u64 {
    wide(bytes) as u64
}

/// The number that up to sixteen bytes hold, the lowest first.
fn wide(bytes: &[u8]) -> u128 {
    bytes.iter().take(16).rev().fold(0, |number, &byte| number << 8 | u128::from(byte))
}

/// The low `width` bits of a number, sign-extended.
fn signed(number: u128, width: u32) -> i128 {
    let unused = 128u32.saturating_sub(width.max(1));
    (number << unused) as i128 >> unused
}

/// So many bits of bytes, from the given one of the first byte on: at most 128.
fn bits_of(bytes: &[u8], first: u32, width: u32) -> u128 {
    let last = bytes.get(16).map_or(0, |&byte| u128::from(byte));
    let above = last.checked_shl(128 - first).unwrap_or(0);
    (wide(bytes) >> first | above) & u128::MAX >> (128 - width.clamp(1, 128))
}

impl<'m, 'a> Scribe<'m, 'a> {
    pub(crate) fn new(memory: &'m dyn Memory) -> Scribe<'m, 'a> {
        Scribe { memory, rows_left: ROWS_MAX, pointers: vec![] }
    }

    /// The row of an object.
    pub(crate) fn object(
        &mut self,
        unit: &'a Unit,
        ty: TypeRef,
        address: u64,
        role: RowRole,
        name: &str,
    ) -> RowView {
        self.rows_left = ROWS_MAX;
        let site = Site { address, role, name: name.into(), path: name.into(), depth: 0 };
        self.row(unit, ty, site)
    }

    /// The row of an allocated object of `size` bytes, seen as elements of a type: one, or as many
    /// as fit.
    pub(crate) fn block(
        &mut self,
        unit: &'a Unit,
        element: TypeRef,
        address: u64,
        size: u64,
        pointer: &str,
    ) -> Option<RowView> {
        let element_size = size_of(unit, element).filter(|&element| element > 0)?;
        let count = size / element_size;
        self.rows_left = ROWS_MAX;
        let role = RowRole::Allocated;
        if count == 0 {
            return None;
        }
        let is_text = is_char(unit, element);
        if count == 1 && !is_text {
            let name = format!("*{pointer}");
            let site = Site { address, role, name: name.clone(), path: name, depth: 0 };
            let mut row = self.row(unit, element, site);
            row.size = size;
            return Some(row);
        }
        let name = if is_text { format!("*{pointer}") } else { pointer.into() };
        let mut row = self.elements(unit, (element, count), address, role, &name);
        row.size = size;
        Some(row)
    }

    /// The row of so many elements of a type.
    pub(crate) fn elements(
        &mut self,
        unit: &'a Unit,
        (element, count): (TypeRef, u64),
        address: u64,
        role: RowRole,
        name: &str,
    ) -> RowView {
        self.rows_left = ROWS_MAX;
        let site = Site { address, role, name: name.into(), path: name.into(), depth: 0 };
        let mut row = self.array(unit, element, count, site);
        row.ty = format!("{} [{count}]", unit.spell(Some(element)));
        row
    }

    fn row(&mut self, unit: &'a Unit, ty: TypeRef, site: Site) -> RowView {
        self.rows_left = self.rows_left.saturating_sub(1);
        let size = size_of(unit, ty).unwrap_or(0);
        let mut row = match unit.stripped(ty) {
            Some(Type::Array { element, length }) => {
                self.array(unit, *element, length.unwrap_or(0), site)
            }
            Some(Type::Record { is_union, members, .. }) => {
                self.record(unit, members, *is_union, size, site)
            }
            Some(Type::Variants { discriminant, variants, .. }) => {
                let held = self.discriminant(unit, discriminant.as_ref(), &site);
                let variant = chosen(variants, held);
                self.record(unit, variant.map_or(&[], |found| &found.members), false, size, site)
            }
            found => self.scalar(unit, found, size, site),
        };
        row.ty = unit.spell(Some(ty));
        row
    }

    /// What tells which form of a record of several is there.
    fn discriminant(&self, unit: &Unit, member: Option<&Member>, site: &Site) -> Option<u64> {
        let member = member?;
        let size = size_of(unit, member.ty).filter(|&size| size <= 8)?;
        let (bytes, _) = read(self.memory, site.address.wrapping_add(member.offset), size);
        Some(unsigned(&bytes?))
    }

    fn blank(&self, size: u64, site: &Site) -> (RowView, Option<Vec<u8>>) {
        let (bytes, bits) = read(self.memory, site.address, size);
        let row = RowView {
            address: site.address,
            size,
            role: site.role,
            holder: Holder::Memory,
            name: site.name.clone(),
            ty: String::new(),
            value: if bytes.is_some() { Value::Aggregate } else { Value::Unreadable },
            content: content(&bits),
            garbage: None,
            changed_from: None,
            pointer: None,
            bytes: bytes.clone().unwrap_or_default(),
            elements: vec![],
            hidden_elements: 0,
        };
        (row, bytes)
    }

    fn scalar(&mut self, unit: &'a Unit, ty: Option<&'a Type>, size: u64, site: Site) -> RowView {
        let (mut row, bytes) = self.blank(size, &site);
        let Some(bytes) = bytes else { return row };
        row.value = match ty {
            Some(ty) => scalar_value(ty, &bytes),
            None => Value::Bytes(bytes),
        };
        let pointee = match ty {
            Some(Type::Pointer(pointee)) => *pointee,
            Some(Type::Reference { target, .. }) => Some(*target),
            _ => None,
        };
        if let (Value::Pointer(target), Some(pointee)) = (&row.value, pointee)
            && row.content == Content::Initialized
        {
            let (path, target) = (site.path, *target);
            self.pointers.push(PointerFound { path, target, unit, pointee });
        }
        row
    }

    fn array(&mut self, unit: &'a Unit, element: TypeRef, count: u64, site: Site) -> RowView {
        let element_size = size_of(unit, element).unwrap_or(0);
        let (mut row, bytes) = self.blank(element_size.saturating_mul(count), &site);
        let Some(bytes) = bytes else { return row };
        if is_char(unit, element) {
            row.value = text(&bytes);
            return row;
        }
        let shown = match site.depth < DEPTH_MAX && element_size > 0 {
            true => count.min(ELEMENTS_MAX),
            false => 0,
        };
        for index in 0..shown {
            if self.rows_left == 0 {
                break;
            }
            let address = site.address.wrapping_add(index * element_size);
            row.elements.push(self.row(unit, element, site.part(address, format!("[{index}]"))));
        }
        row.hidden_elements = count - row.elements.len() as u64;
        if row.hidden_elements == 0 {
            row.content = content_of(&row.elements, row.content);
        }
        row
    }

    fn record(
        &mut self,
        unit: &'a Unit,
        members: &'a [Member],
        is_union: bool,
        size: u64,
        site: Site,
    ) -> RowView {
        let (mut row, bytes) = self.blank(size, &site);
        if bytes.is_none() || site.depth >= DEPTH_MAX {
            return row;
        }
        let mut end = 0;
        let mut members: Vec<&Member> = members.iter().collect();
        // Rust puts members where they fit best. **Rule**: the order of C is that of addresses, C17
        // 6.7.2.1p15.
        members.sort_by_key(|member| extent(unit, member).map(|(start, _)| start));
        for &member in members.iter().take(ELEMENTS_MAX as usize) {
            let Some((start, member_size)) = extent(unit, member) else { continue };
            // What has no size has nothing to show: Rust's markers, allocators without state.
            let is_record = matches!(unit.stripped(member.ty), Some(Type::Record { .. }));
            if member_size == 0 && is_record {
                continue;
            }
            if start > size || self.rows_left == 0 {
                break;
            }
            if !is_union && start > end {
                row.elements.push(self.padding(&site, end, start));
            }
            let element = self.member(unit, member, start, member_size, &site);
            match is_inherited(unit, member) {
                true => row.elements.extend(inherited(element)),
                false => row.elements.push(element),
            }
            end = end.max(start.saturating_add(member_size));
        }
        row.hidden_elements = members.len().saturating_sub(ELEMENTS_MAX as usize) as u64;
        if !is_union && end < size && row.hidden_elements == 0 && self.rows_left > 0 {
            row.elements.push(self.padding(&site, end, size));
        }
        if !is_union {
            row.content = content_of(&row.elements, row.content);
        }
        row
    }

    fn padding(&self, site: &Site, start: u64, end: u64) -> RowView {
        plain_row(self.memory, site.address.wrapping_add(start), end - start, RowRole::Padding)
    }

    fn member(
        &mut self,
        unit: &'a Unit,
        member: &Member,
        start: u64,
        size: u64,
        site: &Site,
    ) -> RowView {
        let name = member.name.as_ref().map_or(String::new(), |name| format!(".{name}"));
        let part = site.part(site.address.wrapping_add(start), name);
        match member.bits {
            Some((first, width)) => self.bit_field(unit, member.ty, first, width, size, part),
            None => self.row(unit, member.ty, part),
        }
    }

    /// A bit-field: its row covers the bytes that hold its bits. **Rule**: RISC-V psABI,
    /// "Bit-fields": from the lowest bit up.
    fn bit_field(
        &mut self,
        unit: &'a Unit,
        ty: TypeRef,
        first: u64,
        width: u8,
        size: u64,
        site: Site,
    ) -> RowView {
        self.rows_left = self.rows_left.saturating_sub(1);
        let (mut row, bytes) = self.blank(size, &site);
        row.ty = format!("{} : {width}", unit.spell(Some(ty)));
        let Some(bytes) = bytes else { return row };
        let low = (first % 8) as u32;
        let width = u32::from(width);
        let number = bits_of(&bytes, low, width);
        let mut poison = vec![0; size.min(17) as usize];
        self.memory.indeterminate(site.address, &mut poison);
        row.content = match bits_of(&poison, low, width) {
            0 => Content::Initialized,
            bits if bits == bits_of(&[0xff; 17], low, width) => Content::Indeterminate,
            _ => Content::Partial,
        };
        row.value = match unit.stripped(ty) {
            Some(Type::Base { encoding: Encoding::Boolean, .. }) => Value::Boolean(number != 0),
            Some(Type::Base { encoding: Encoding::Signed | Encoding::SignedChar, .. }) => {
                Value::Signed(signed(number, width))
            }
            _ => Value::Unsigned(number),
        };
        row
    }
}

impl Site {
    fn part(&self, address: u64, name: String) -> Site {
        let path = join(&self.path, &name);
        Site { address, role: RowRole::Element, name, path, depth: self.depth + 1 }
    }
}

/// Whether a member is a class that its record inherits: without a name of its own, but with a
/// type's name, which an anonymous struct or union has not.
fn is_inherited(unit: &Unit, member: &Member) -> bool {
    let ty = unit.stripped(member.ty);
    member.name.is_none() && matches!(ty, Some(Type::Record { name: Some(_), .. }))
}

/// The members that come with an inherited class; one without any has only padding.
fn inherited(base: RowView) -> Vec<RowView> {
    match base.elements.iter().all(|element| element.role == RowRole::Padding) {
        true => vec![],
        false => base.elements,
    }
}

/// The form that is there, by what its discriminant holds.
fn chosen(variants: &[Variant], held: Option<u64>) -> Option<&Variant> {
    let is_held = |variant: &&Variant| held.is_some() && variant.discriminant == held;
    let is_other = |variant: &&Variant| variant.discriminant.is_none();
    variants.iter().find(is_held).or_else(|| variants.iter().find(is_other))
}

/// Where in its record a member is: first byte and size.
fn extent(unit: &Unit, member: &Member) -> Option<(u64, u64)> {
    match member.bits {
        Some((first, width)) => {
            let last = first.checked_add(u64::from(width.max(1)) - 1)?;
            Some((first / 8, last / 8 - first / 8 + 1))
        }
        None => Some((member.offset, size_of(unit, member.ty).unwrap_or(0))),
    }
}

/// How much of a whole has a value, judged by its parts: padding does not count.
fn content_of(elements: &[RowView], otherwise: Content) -> Content {
    let mut parts = elements.iter().filter(|row| row.role != RowRole::Padding);
    let Some(first) = parts.next() else { return otherwise };
    match parts.all(|row| row.content == first.content) {
        true => first.content,
        false => Content::Partial,
    }
}

/// What the bytes of a scalar mean.
pub(crate) fn scalar_value(ty: &Type, bytes: &[u8]) -> Value {
    let number = wide(bytes);
    let width = 8 * bytes.len().min(16) as u32;
    match ty {
        Type::Pointer(_) | Type::Reference { .. } | Type::Function { .. } => {
            Value::Pointer(number as u64)
        }
        Type::Enum { is_signed, enumerators, .. } => {
            let value = if *is_signed { signed(number, width) as i64 } else { number as i64 };
            let name = enumerators.iter().find(|(_, known)| *known == value);
            Value::Enum { name: name.map(|(name, _)| name.clone()), value }
        }
        Type::Base { encoding: Encoding::Float, .. } => match floating(bytes) {
            Some(number) => Value::Floating(number),
            None => Value::Bytes(bytes.to_vec()),
        },
        Type::Base { encoding: Encoding::ComplexFloat, .. } => match complex(bytes) {
            Some(number) => Value::Floating(number),
            None => Value::Bytes(bytes.to_vec()),
        },
        Type::Base { encoding, .. } if bytes.len() <= 16 => match encoding {
            Encoding::Boolean => Value::Boolean(number != 0),
            Encoding::SignedChar => Value::Character(signed(number, width) as i64),
            Encoding::UnsignedChar => Value::Character(number as i64),
            Encoding::Signed => Value::Signed(signed(number, width)),
            Encoding::Unsigned => Value::Unsigned(number),
            _ => Value::Bytes(bytes.to_vec()),
        },
        _ => Value::Bytes(bytes.to_vec()),
    }
}

/// A number of the format that has so many bytes.
fn floating(bytes: &[u8]) -> Option<String> {
    let number = bytes.iter().rev().fold(0, |number, &byte| number << 8 | u128::from(byte));
    Some(match bytes.len() {
        4 => float::shortest::<float::F32>(number as u32),
        8 => float::shortest::<float::F64>(number as u64),
        16 => float::shortest::<float::F128>(number),
        _ => return None,
    })
}

/// Two numbers of one format: the real and the imaginary part (C17 6.2.5p13).
pub(crate) fn complex(bytes: &[u8]) -> Option<String> {
    let (real, imaginary) = bytes.split_at(bytes.len() / 2);
    let (real, imaginary) = (floating(real)?, floating(imaginary)?);
    Some(match imaginary.strip_prefix('-') {
        Some(size) => format!("{real} - {size}i"),
        None => format!("{real} + {imaginary}i"),
    })
}

/// A `char` array as text: its bytes up to the terminating null. **Rule**: C17 7.1.1p1.
pub(crate) fn text(bytes: &[u8]) -> Value {
    const SHOWN: usize = 256;
    let end = bytes.iter().position(|&byte| byte == 0);
    let shown = &bytes[..end.unwrap_or(bytes.len()).min(SHOWN)];
    Value::Text { text: escaped(shown), is_terminated: end.is_some() }
}

/// Bytes as the text of a C string literal.
pub(crate) fn escaped(bytes: &[u8]) -> String {
    let mut out = String::new();
    for &byte in bytes {
        match byte {
            b'\n' => out.push_str("\\n"),
            b'\t' => out.push_str("\\t"),
            b'"' => out.push_str("\\\""),
            b'\\' => out.push_str("\\\\"),
            b' '..=b'~' => out.push(char::from(byte)),
            _ => out.push_str(&format!("\\x{byte:02x}")),
        }
    }
    out
}

#[cfg(test)]
mod tests;
