//! The bytes of the access table: their layout, and what encoder and decoder share.
//!
//! One unit is a header and then tables of records of fixed size, little-endian, each record's
//! fields in the order drawn here, without gaps but those drawn. A unit says its own size, a
//! multiple of 8, so that a linker which only puts sections end to end makes a sequence of units.
//! Strings are not shared and not indexed: a record gives the length of each of its strings, and
//! the strings follow each other in the order of the records; so what is decoded is never much
//! larger than what was read.
//!
//! ```text
//! unit      0 magic "cutaway\0"   8 version u32  12 kind u8  13 zero ×3
//!          16 size u64            24 name length u32
//!          28 counts u32 ×8: files, types, functions, statics, objects, live ranges,
//!             live objects, rows
//!          60 size of all strings u32
//!          64 functions, statics, objects, rows, types, live ranges, files, live objects,
//!             strings, zeros to 8
//! function  0 start P   8 size u32  12 framed start u32  16 framed end u32  20 name length u32
//!          24 objects u32  28 live ranges u32  32 rows u32  36 parameters u16  38 place
//! static    0 start P   8 size u64  16 name length u32  20 function's name length u32
//!          24 type u16  26 flags u16 (1 const, 2 literal, 4 of a function)  28 place
//!          38 zero ×2
//! object    0 size u64  8 name length u32  12 CFA offset i32  16 type u16
//!          18 flags u16 (1 address taken)  20 place  30 zero ×2
//! row       0 size u64  8 offset u32  12 access offset i32  16 event u8  17 register u8
//!          18 register or lowest bit u8  19 bit width u8  20 type or object u16  22 place
//! type      0 size u64  8 name length u32  12 class u8  13 zero ×3
//! live      0 start u32  4 end u32  8 objects u32
//! file      0 name length u32
//! place     0 line u32  4 file u16  6 column u16  8 length u16
//! ```
//!
//! The strings: the unit's name, the files', the types', the functions', each static's name and
//! then its function's, the objects'. An event's byte is its number in the low six bits, 64 for an
//! indirect access, 128 for one with bits. A field `P` carries a relocation `R_RISCV_64` before
//! linking.

use super::*;

pub(super) const MAGIC: u64 = u64::from_le_bytes(*b"cutaway\0");
pub(super) const VERSION: u32 = 1;
pub(super) const HEADER_SIZE: usize = 64;
pub(super) const FUNCTION_SIZE: usize = 48;
pub(super) const STATIC_SIZE: usize = 40;
pub(super) const OBJECT_SIZE: usize = 32;
pub(super) const ROW_SIZE: usize = 32;
pub(super) const TYPE_SIZE: usize = 16;
pub(super) const LIVE_SIZE: usize = 12;
pub(super) const FILE_SIZE: usize = 4;
pub(super) const LIVE_OBJECT_SIZE: usize = 2;

const INDIRECT: u8 = 64;
const BITS: u8 = 128;

/// Why bytes are not an access table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum CodecError {
    /// A unit does not begin with the table's magic number.
    Magic {
        /// **Units**: bytes from the start of the section.
        offset: usize,
    },
    /// The table was written by another version of the program.
    Version(u32),
    /// A table, a string or the unit ends too early, or they do not add up.
    Size {
        /// What does not fit.
        what: &'static str,
    },
    /// A field holds what it cannot.
    Value {
        /// Which field.
        what: &'static str,
    },
    /// An index leads out of its table, or an order is broken.
    Fault(Fault),
}

impl std::fmt::Display for CodecError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            CodecError::Magic { offset } => {
                write!(out, "no unit of the access table begins at byte {offset}")
            }
            CodecError::Version(version) => write!(
                out,
                "the access table has version {version}, this program reads version {VERSION}; \
                 build it anew"
            ),
            CodecError::Size { what } => write!(out, "the access table is cut off at its {what}"),
            CodecError::Value { what } => write!(out, "the access table has an impossible {what}"),
            CodecError::Fault(fault) => write!(out, "the access table is damaged: {fault}"),
        }
    }
}

impl std::error::Error for CodecError {}

impl From<Fault> for CodecError {
    fn from(fault: Fault) -> Self {
        CodecError::Fault(fault)
    }
}

/// The fields of a row that depend on its event.
#[derive(Default)]
pub(super) struct RowFields {
    pub(super) size: u64,
    pub(super) offset: i32,
    pub(super) event: u8,
    pub(super) first: u8,
    pub(super) second: u8,
    pub(super) width: u8,
    pub(super) index: u16,
}

impl RowFields {
    fn registers(event: u8, first: Reg, second: Reg) -> RowFields {
        let number = |reg: Reg| reg.index() as u8;
        RowFields { event, first: number(first), second: number(second), ..Self::default() }
    }

    fn access(event: u8, access: &Access) -> RowFields {
        let (second, width) = access.bits.unwrap_or_default();
        RowFields {
            size: access.size,
            offset: access.offset,
            event: event
                | if access.is_indirect { INDIRECT } else { 0 }
                | if access.bits.is_some() { BITS } else { 0 },
            first: access.base.index() as u8,
            second,
            width,
            index: access.ty.0,
        }
    }

    pub(super) fn of(event: &Event) -> RowFields {
        let zero = Reg::ZERO;
        match *event {
            Event::Statement => RowFields::registers(0, zero, zero),
            Event::Declare { object } => RowFields { event: 1, index: object.0, ..Self::default() },
            Event::Read(access) => RowFields::access(2, &access),
            Event::Write(access) => RowFields::access(3, &access),
            Event::Local { target, object } => {
                RowFields { index: object.0, ..RowFields::registers(4, target, zero) }
            }
            Event::Static { target } => RowFields::registers(5, target, zero),
            Event::Member { target, base, size } => {
                RowFields { size, ..RowFields::registers(6, target, base) }
            }
            Event::Arithmetic { target, base } => RowFields::registers(7, target, base),
            Event::ToInteger { target, source } => RowFields::registers(8, target, source),
            Event::FromInteger { target } => RowFields::registers(9, target, zero),
            Event::Call => RowFields::registers(10, zero, zero),
            Event::Born { pointer, size } => RowFields::registers(11, pointer, size),
            Event::Resized { pointer, size } => RowFields::registers(12, pointer, size),
            Event::Died { pointer } => RowFields::registers(13, pointer, zero),
            Event::Characters { target, base, size } => {
                RowFields { size, ..RowFields::registers(14, target, base) }
            }
            Event::StackBorn { pointer, size, array } => RowFields {
                index: array.map_or(0, |object| object.0),
                width: u8::from(array.is_some()),
                ..RowFields::registers(15, pointer, size)
            },
            Event::StackCut => RowFields::registers(16, zero, zero),
        }
    }

    /// The event, if the fields name one.
    pub(super) fn event(&self) -> Option<Event> {
        let (first, object) = (Reg::new(self.first)?, ObjectIndex(self.index));
        let second = || Reg::new(self.second);
        Some(match self.event & 63 {
            0 => Event::Statement,
            1 => Event::Declare { object },
            2 => Event::Read(self.to_access(first)),
            3 => Event::Write(self.to_access(first)),
            4 => Event::Local { target: first, object },
            5 => Event::Static { target: first },
            6 => Event::Member { target: first, base: second()?, size: self.size },
            7 => Event::Arithmetic { target: first, base: second()? },
            8 => Event::ToInteger { target: first, source: second()? },
            9 => Event::FromInteger { target: first },
            10 => Event::Call,
            11 => Event::Born { pointer: first, size: second()? },
            12 => Event::Resized { pointer: first, size: second()? },
            13 => Event::Died { pointer: first },
            14 => Event::Characters { target: first, base: second()?, size: self.size },
            15 => {
                let array = (self.width != 0).then_some(object);
                Event::StackBorn { pointer: first, size: second()?, array }
            }
            16 => Event::StackCut,
            _ => return None,
        })
    }

    fn to_access(&self, base: Reg) -> Access {
        Access {
            base,
            offset: self.offset,
            size: self.size,
            ty: TypeIndex(self.index),
            is_indirect: self.event & INDIRECT != 0,
            bits: (self.event & BITS != 0).then_some((self.second, self.width)),
        }
    }
}
