//! The bytes of the access table.
//!
//! One unit is a header and then tables of records of fixed size, little-endian, each record's fields
//! in the order drawn here, without gaps but those drawn. A unit says its own size, a multiple of 8, so
//! that a linker which only puts sections end to end makes a sequence of units. Strings are not shared
//! and not indexed: a record gives the length of each of its strings, and the strings follow each other in the order of
//! the records; so what is decoded is never much larger than what was read.
//!
//! ```text
//! unit      0 magic "cutaway\0"   8 version u32  12 kind u8  13 zero ×3
//!          16 size u64            24 name length u32
//!          28 counts u32 ×8: files, types, functions, statics, objects, live ranges, live objects, rows
//!          60 size of all strings u32
//!          64 functions, statics, objects, rows, types, live ranges, files, live objects, strings, zeros to 8
//! function  0 start P   8 size u32  12 framed start u32  16 framed end u32  20 name length u32
//!          24 objects u32  28 live ranges u32  32 rows u32  36 parameters u16  38 place
//! static    0 start P   8 size u64  16 name length u32  20 function's name length u32
//!          24 type u16  26 flags u16 (1 const, 2 literal, 4 of a function)  28 place  38 zero ×2
//! object    0 size u64  8 name length u32  12 CFA offset i32  16 type u16  18 flags u16 (1 address taken)
//!          20 place  30 zero ×2
//! row       0 size u64  8 offset u32  12 access offset i32  16 event u8  17 register u8
//!          18 register or lowest bit u8  19 bit width u8  20 type or object u16  22 place
//! type      0 size u64  8 name length u32  12 class u8  13 zero ×3
//! live      0 start u32  4 end u32  8 objects u32
//! file      0 name length u32
//! place     0 line u32  4 file u16  6 column u16  8 length u16
//! ```
//!
//! The strings: the unit's name, the files', the types', the functions', each static's name and then its function's, the
//! objects'. An event's byte is its number in the low six bits, 64 for an indirect access, 128 for one with bits.
//! A field `P` carries a relocation `R_RISCV_64` before linking.

use super::*;

const MAGIC: u64 = u64::from_le_bytes(*b"cutaway\0");
const VERSION: u32 = 1;
const HEADER_SIZE: usize = 64;
const FUNCTION_SIZE: usize = 48;
const STATIC_SIZE: usize = 40;
const OBJECT_SIZE: usize = 32;
const ROW_SIZE: usize = 32;
const TYPE_SIZE: usize = 16;
const LIVE_SIZE: usize = 12;
const FILE_SIZE: usize = 4;
const LIVE_OBJECT_SIZE: usize = 2;

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
                "the access table has version {version}, this program reads version {VERSION}; build it anew"
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

/// The bytes of a unit. `place` is told the offset of each field `P` and gives its eight bytes.
pub fn encode<P>(unit: &Unit<P>, mut place: impl FnMut(u64, &P) -> u64) -> Vec<u8> {
    let mut writer = Writer { bytes: header(unit), strings: unit.name.clone().into_bytes() };
    for name in unit.files.iter().chain(unit.types.iter().map(|ty| &ty.name)) {
        writer.strings.extend_from_slice(name.as_bytes());
    }
    for function in &unit.functions {
        let start = place(writer.bytes.len() as u64, &function.start);
        writer.function(function, start);
    }
    for object in &unit.statics {
        let start = place(writer.bytes.len() as u64, &object.start);
        writer.static_object(object, start);
    }
    unit.functions.iter().flat_map(|f| &f.objects).for_each(|object| writer.object(object));
    unit.functions.iter().flat_map(|f| &f.rows).for_each(|row| writer.row(row));
    unit.types.iter().for_each(|ty| writer.type_record(ty));
    unit.functions.iter().flat_map(|f| &f.live).for_each(|live| writer.live(live));
    unit.files.iter().for_each(|file| writer.length(file));
    for object in unit.functions.iter().flat_map(|f| &f.live).flat_map(|live| &live.objects) {
        writer.u16(object.0);
    }
    writer.finish()
}

/// The header, with the sizes still zero.
fn header<P>(unit: &Unit<P>) -> Vec<u8> {
    let live = || unit.functions.iter().flat_map(|function| &function.live);
    let kind = match unit.kind {
        UnitKind::User => 0u32,
        UnitKind::Library => 1,
        UnitKind::Allocator => 2,
    };
    let counts = [
        unit.name.len(),
        unit.files.len(),
        unit.types.len(),
        unit.functions.len(),
        unit.statics.len(),
        unit.functions.iter().map(|function| function.objects.len()).sum(),
        live().count(),
        live().map(|live| live.objects.len()).sum(),
        unit.functions.iter().map(|function| function.rows.len()).sum(),
        0,
    ];
    let mut bytes = Vec::with_capacity(HEADER_SIZE + counts[8] * ROW_SIZE);
    bytes.extend_from_slice(&MAGIC.to_le_bytes());
    bytes.extend_from_slice(&VERSION.to_le_bytes());
    bytes.extend_from_slice(&kind.to_le_bytes());
    bytes.extend_from_slice(&[0; 8]);
    for count in counts {
        bytes.extend_from_slice(&(count as u32).to_le_bytes());
    }
    bytes
}

/// Records and strings as they grow.
struct Writer {
    bytes: Vec<u8>,
    strings: Vec<u8>,
}

impl Writer {
    fn u16(&mut self, value: u16) {
        self.bytes.extend_from_slice(&value.to_le_bytes());
    }

    fn u32(&mut self, value: u32) {
        self.bytes.extend_from_slice(&value.to_le_bytes());
    }

    fn u64(&mut self, value: u64) {
        self.bytes.extend_from_slice(&value.to_le_bytes());
    }

    fn length(&mut self, string: &str) {
        self.u32(string.len() as u32);
    }

    /// The length of a string whose turn it is among the strings.
    fn string(&mut self, string: &str) {
        self.length(string);
        self.strings.extend_from_slice(string.as_bytes());
    }

    fn place(&mut self, place: Place) {
        self.u32(place.line);
        self.u16(place.file);
        self.u16(place.column);
        self.u16(place.length);
    }

    fn function<P>(&mut self, function: &Function<P>, start: u64) {
        self.u64(start);
        self.u32(function.size);
        self.u32(function.framed.start);
        self.u32(function.framed.end);
        self.string(&function.name);
        self.u32(function.objects.len() as u32);
        self.u32(function.live.len() as u32);
        self.u32(function.rows.len() as u32);
        self.u16(function.parameter_count);
        self.place(function.place);
    }

    fn static_object<P>(&mut self, object: &Static<P>, start: u64) {
        let function = object.function.as_deref();
        self.u64(start);
        self.u64(object.size);
        self.string(&object.name);
        self.string(function.unwrap_or_default());
        self.u16(object.ty.0);
        self.u16(
            u16::from(object.is_const)
                | u16::from(object.is_literal) << 1
                | u16::from(function.is_some()) << 2,
        );
        self.place(object.place);
        self.u16(0);
    }

    fn object(&mut self, object: &Object) {
        self.u64(object.size);
        self.string(&object.name);
        self.u32(object.cfa_offset as u32);
        self.u16(object.ty.0);
        self.u16(object.is_address_taken.into());
        self.place(object.place);
        self.u16(0);
    }

    fn row(&mut self, row: &Row) {
        let fields = RowFields::of(&row.event);
        self.u64(fields.size);
        self.u32(row.offset);
        self.u32(fields.offset as u32);
        self.bytes.extend_from_slice(&[fields.event, fields.first, fields.second, fields.width]);
        self.u16(fields.index);
        self.place(row.place);
    }

    fn type_record(&mut self, ty: &TypeRecord) {
        self.u64(ty.size);
        self.length(&ty.name);
        self.u32(match ty.class {
            TypeClass::Character => 0,
            TypeClass::Scalar => 1,
            TypeClass::Pointer => 2,
            TypeClass::Aggregate => 3,
        });
    }

    fn live(&mut self, live: &LiveRange) {
        self.u32(live.start);
        self.u32(live.end);
        self.u32(live.objects.len() as u32);
    }

    /// Puts the strings behind the records and the sizes into the header.
    fn finish(mut self) -> Vec<u8> {
        self.bytes.extend_from_slice(&self.strings);
        self.bytes.resize(self.bytes.len().next_multiple_of(8), 0);
        let size = self.bytes.len() as u64;
        self.bytes[16..24].copy_from_slice(&size.to_le_bytes());
        self.bytes[60..64].copy_from_slice(&(self.strings.len() as u32).to_le_bytes());
        self.bytes
    }
}

/// The fields of a row that depend on its event.
#[derive(Default)]
struct RowFields {
    size: u64,
    offset: i32,
    event: u8,
    first: u8,
    second: u8,
    width: u8,
    index: u16,
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

    fn of(event: &Event) -> RowFields {
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
        }
    }

    /// The event, if the fields name one.
    fn event(&self) -> Option<Event> {
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

/// Decodes a whole section: the units one after the other.
///
/// **Errors**: the first thing that is wrong. **Cost**: what is allocated is at most a small multiple of the bytes.
pub fn decode(section: &[u8]) -> Result<Vec<Unit>, CodecError> {
    let mut units = vec![];
    let mut offset = 0;
    while let Some(rest) = section.get(offset..).filter(|rest| !rest.is_empty()) {
        let size = unit_size(rest, offset)?;
        let unit = decode_unit(&rest[..size])?;
        unit.check()?;
        units.push(unit);
        offset += size;
    }
    Ok(units)
}

/// The size that the unit at the start of `bytes` gives itself, at most that of `bytes`.
fn unit_size(bytes: &[u8], offset: usize) -> Result<usize, CodecError> {
    let mut header = Reader { bytes };
    if header.u64().ok() != Some(MAGIC) {
        return Err(CodecError::Magic { offset });
    }
    let version = header.u32()?;
    if version != VERSION {
        return Err(CodecError::Version(version));
    }
    header.u32()?;
    let size = usize::try_from(header.u64()?).unwrap_or(usize::MAX);
    if size > bytes.len() || size < HEADER_SIZE || !size.is_multiple_of(8) {
        return Err(CodecError::Size { what: "unit" });
    }
    Ok(size)
}

/// A position in bytes that moves forward.
#[derive(Clone, Copy)]
struct Reader<'a> {
    bytes: &'a [u8],
}

impl<'a> Reader<'a> {
    fn take(&mut self, size: usize, what: &'static str) -> Result<&'a [u8], CodecError> {
        let (taken, rest) = self.bytes.split_at_checked(size).ok_or(CodecError::Size { what })?;
        self.bytes = rest;
        Ok(taken)
    }

    /// The next `count` records of `size` bytes, as a reader of their own.
    fn table(
        &mut self,
        count: u32,
        size: usize,
        what: &'static str,
    ) -> Result<Reader<'a>, CodecError> {
        let size = (count as usize).checked_mul(size).ok_or(CodecError::Size { what })?;
        Ok(Reader { bytes: self.take(size, what)? })
    }

    #[inline]
    fn array<const N: usize>(&mut self) -> Result<[u8; N], CodecError> {
        let (taken, rest) =
            self.bytes.split_first_chunk().ok_or(CodecError::Size { what: "record" })?;
        self.bytes = rest;
        Ok(*taken)
    }

    fn u16(&mut self) -> Result<u16, CodecError> {
        self.array().map(u16::from_le_bytes)
    }

    fn u32(&mut self) -> Result<u32, CodecError> {
        self.array().map(u32::from_le_bytes)
    }

    fn u64(&mut self) -> Result<u64, CodecError> {
        self.array().map(u64::from_le_bytes)
    }

    fn place(&mut self) -> Result<Place, CodecError> {
        let (line, file) = (self.u32()?, self.u16()?);
        Ok(Place { file, line, column: self.u16()?, length: self.u16()? })
    }

    /// A string of that many bytes from the front of the strings.
    fn string(&mut self, length: u32) -> Result<String, CodecError> {
        let bytes = self.take(length as usize, "strings")?;
        let text = std::str::from_utf8(bytes).map_err(|_| CodecError::Value { what: "string" })?;
        Ok(text.to_owned())
    }

    fn row(&mut self) -> Result<Row, CodecError> {
        let (size, offset, access_offset) = (self.u64()?, self.u32()?, self.u32()? as i32);
        let [event, first, second, width] = self.array()?;
        let index = self.u16()?;
        let fields = RowFields { size, offset: access_offset, event, first, second, width, index };
        let event = fields.event().ok_or(CodecError::Value { what: "event" })?;
        Ok(Row { offset, event, place: self.place()? })
    }
}

/// The tables of a unit, each consumed from its front.
struct Tables<'a> {
    functions: Reader<'a>,
    statics: Reader<'a>,
    objects: Reader<'a>,
    rows: Reader<'a>,
    types: Reader<'a>,
    live: Reader<'a>,
    files: Reader<'a>,
    live_objects: Reader<'a>,
    strings: Reader<'a>,
}

impl<'a> Tables<'a> {
    /// Cuts a unit, whose size has been checked, into its tables; gives the length of its name too.
    fn cut(unit: &'a [u8]) -> Result<(Tables<'a>, u32), CodecError> {
        let mut header = Reader { bytes: &unit[24..HEADER_SIZE] };
        let name = header.u32()?;
        let mut counts = [0; 8];
        for count in &mut counts {
            *count = header.u32()?;
        }
        let [files, types, functions, statics, objects, live, live_objects, rows] = counts;
        let strings = header.u32()?;
        let mut rest = Reader { bytes: &unit[HEADER_SIZE..] };
        let tables = Tables {
            functions: rest.table(functions, FUNCTION_SIZE, "functions")?,
            statics: rest.table(statics, STATIC_SIZE, "statics")?,
            objects: rest.table(objects, OBJECT_SIZE, "objects")?,
            rows: rest.table(rows, ROW_SIZE, "rows")?,
            types: rest.table(types, TYPE_SIZE, "types")?,
            live: rest.table(live, LIVE_SIZE, "live ranges")?,
            files: rest.table(files, FILE_SIZE, "files")?,
            live_objects: rest.table(live_objects, LIVE_OBJECT_SIZE, "live objects")?,
            strings: rest.table(strings, 1, "strings")?,
        };
        if rest.bytes.len() >= 8 {
            return Err(CodecError::Size { what: "end" });
        }
        Ok((tables, name))
    }

    fn type_record(&mut self) -> Result<TypeRecord, CodecError> {
        let (size, name) = (self.types.u64()?, self.types.u32()?);
        let class = match self.types.u32()? {
            0 => TypeClass::Character,
            1 => TypeClass::Scalar,
            2 => TypeClass::Pointer,
            3 => TypeClass::Aggregate,
            _ => return Err(CodecError::Value { what: "type class" }),
        };
        Ok(TypeRecord { name: self.strings.string(name)?, size, class })
    }

    /// A function without what it contains, and the counts of that: objects, live ranges, rows.
    fn function(&mut self) -> Result<(Function, [u32; 3]), CodecError> {
        let record = &mut self.functions;
        let (start, size) = (record.u64()?, record.u32()?);
        let framed = record.u32()?..record.u32()?;
        let name = self.strings.string(record.u32()?)?;
        let counts = [record.u32()?, record.u32()?, record.u32()?];
        let parameter_count = record.u16()?;
        let place = record.place()?;
        let (objects, live, rows) = (vec![], vec![], vec![]);
        let function =
            Function { name, start, size, place, framed, objects, parameter_count, live, rows };
        Ok((function, counts))
    }

    fn static_object(&mut self) -> Result<Static, CodecError> {
        let record = &mut self.statics;
        let (start, size) = (record.u64()?, record.u64()?);
        let name = self.strings.string(record.u32()?)?;
        let function = self.strings.string(record.u32()?)?;
        let (ty, flags) = (TypeIndex(record.u16()?), record.u16()?);
        let place = record.place()?;
        record.u16()?;
        Ok(Static {
            name,
            start,
            size,
            ty,
            place,
            is_const: flags & 1 != 0,
            is_literal: flags & 2 != 0,
            function: (flags & 4 != 0).then_some(function),
        })
    }

    fn object(&mut self) -> Result<Object, CodecError> {
        let record = &mut self.objects;
        let size = record.u64()?;
        let name = self.strings.string(record.u32()?)?;
        let cfa_offset = record.u32()? as i32;
        let (ty, flags) = (TypeIndex(record.u16()?), record.u16()?);
        let place = record.place()?;
        record.u16()?;
        Ok(Object { name, cfa_offset, size, ty, place, is_address_taken: flags & 1 != 0 })
    }

    fn live(&mut self) -> Result<LiveRange, CodecError> {
        let (start, end) = (self.live.u32()?, self.live.u32()?);
        let count = self.live.u32()?;
        let mut members = self.live_objects.table(count, LIVE_OBJECT_SIZE, "live objects")?;
        let objects = collect(count, || members.u16().map(ObjectIndex))?;
        Ok(LiveRange { start, end, objects })
    }
}

/// `count` results of `next`, or its first error. `count` has been checked against the bytes.
fn collect<T>(
    count: u32,
    next: impl FnMut() -> Result<T, CodecError>,
) -> Result<Vec<T>, CodecError> {
    std::iter::repeat_with(next).take(count as usize).collect()
}

fn decode_unit(bytes: &[u8]) -> Result<Unit, CodecError> {
    let kind = match bytes[12] {
        0 => UnitKind::User,
        1 => UnitKind::Library,
        2 => UnitKind::Allocator,
        _ => return Err(CodecError::Value { what: "unit kind" }),
    };
    let (mut tables, name) = Tables::cut(bytes)?;
    let count = |reader: Reader, size: usize| (reader.bytes.len() / size) as u32;
    let name = tables.strings.string(name)?;
    let files = collect(count(tables.files, FILE_SIZE), || {
        let length = tables.files.u32()?;
        tables.strings.string(length)
    })?;
    let types = collect(count(tables.types, TYPE_SIZE), || tables.type_record())?;
    let functions = collect(count(tables.functions, FUNCTION_SIZE), || tables.function())?;
    let statics = collect(count(tables.statics, STATIC_SIZE), || tables.static_object())?;
    let functions = functions
        .into_iter()
        .map(|(mut function, [objects, live, rows])| {
            function.objects = collect(objects, || tables.object())?;
            function.live = collect(live, || tables.live())?;
            function.rows = collect(rows, || tables.rows.row())?;
            Ok(function)
        })
        .collect::<Result<_, CodecError>>()?;
    Ok(Unit { name, kind, files, types, functions, statics })
}
