//! Decoding the access table, as [`codec`](super::codec) draws it, from bytes that may be anything.

use super::codec::*;
use super::*;

/// Decodes a whole section: the units one after the other.
///
/// **Errors**: the first thing that is wrong. **Cost**: what is allocated is at most a small
/// multiple of the bytes.
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

/// The tables of a unit.
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
}

/// A function without what it contains, and the counts of that: objects, live ranges, rows.
type FunctionRecord = (Function, [u32; 3]);

fn decode_unit(bytes: &[u8]) -> Result<Unit, CodecError> {
    let kind = match bytes[12] {
        0 => UnitKind::User,
        1 => UnitKind::Library,
        2 => UnitKind::Allocator,
        _ => return Err(CodecError::Value { what: "unit kind" }),
    };
    let (mut tables, name) = Tables::cut(bytes)?;
    let strings = &mut tables.strings;
    let name = strings.string(name)?;
    let files = records(tables.files, FILE_SIZE, |record| strings.string(record.u32()?))?;
    let types = records(tables.types, TYPE_SIZE, |record| type_record(record, strings))?;
    let functions =
        records(tables.functions, FUNCTION_SIZE, |record| function_record(record, strings))?;
    let statics = records(tables.statics, STATIC_SIZE, |record| static_record(record, strings))?;
    let functions = functions.into_iter().map(|function| fill(function, &mut tables));
    let functions = functions.collect::<Result<_, _>>()?;
    Ok(Unit { name, kind, files, types, functions, statics })
}

/// All records of a table, each read by `read` from where it begins.
fn records<T>(
    mut table: Reader,
    size: usize,
    mut read: impl FnMut(&mut Reader) -> Result<T, CodecError>,
) -> Result<Vec<T>, CodecError> {
    let count = table.bytes.len() / size;
    let mut records = Vec::with_capacity(count);
    for _ in 0..count {
        records.push(read(&mut table)?);
    }
    Ok(records)
}

/// Takes what a function contains from the front of the tables.
fn fill((function, counts): FunctionRecord, tables: &mut Tables) -> Result<Function, CodecError> {
    let [objects, live, rows] = counts;
    let objects = tables.objects.table(objects, OBJECT_SIZE, "objects")?;
    let live = tables.live.table(live, LIVE_SIZE, "live ranges")?;
    let rows = tables.rows.table(rows, ROW_SIZE, "rows")?;
    let (strings, live_objects) = (&mut tables.strings, &mut tables.live_objects);
    Ok(Function {
        objects: records(objects, OBJECT_SIZE, |record| object_record(record, strings))?,
        live: records(live, LIVE_SIZE, |record| live_record(record, live_objects))?,
        rows: records(rows, ROW_SIZE, |record| record.row())?,
        ..function
    })
}

fn type_record(record: &mut Reader, strings: &mut Reader) -> Result<TypeRecord, CodecError> {
    let (size, name) = (record.u64()?, record.u32()?);
    let class = match record.u32()? {
        0 => TypeClass::Character,
        1 => TypeClass::Scalar,
        2 => TypeClass::Pointer,
        3 => TypeClass::Aggregate,
        _ => return Err(CodecError::Value { what: "type class" }),
    };
    Ok(TypeRecord { name: strings.string(name)?, size, class })
}

fn function_record(
    record: &mut Reader,
    strings: &mut Reader,
) -> Result<FunctionRecord, CodecError> {
    let (start, size) = (record.u64()?, record.u32()?);
    let framed = record.u32()?..record.u32()?;
    let name = strings.string(record.u32()?)?;
    let counts = [record.u32()?, record.u32()?, record.u32()?];
    let parameter_count = record.u16()?;
    let place = record.place()?;
    let (objects, live, rows) = (vec![], vec![], vec![]);
    let function =
        Function { name, start, size, place, framed, objects, parameter_count, live, rows };
    Ok((function, counts))
}

fn static_record(record: &mut Reader, strings: &mut Reader) -> Result<Static, CodecError> {
    let (start, size) = (record.u64()?, record.u64()?);
    let name = strings.string(record.u32()?)?;
    let function = strings.string(record.u32()?)?;
    let (ty, flags) = (TypeIndex(record.u16()?), record.u16()?);
    let place = record.place()?;
    record.u16()?;
    let (is_const, is_literal) = (flags & 1 != 0, flags & 2 != 0);
    let function = (flags & 4 != 0).then_some(function);
    let is_thread_local = flags & 8 != 0;
    Ok(Static { name, start, is_thread_local, size, ty, place, is_const, is_literal, function })
}

fn object_record(record: &mut Reader, strings: &mut Reader) -> Result<Object, CodecError> {
    let size = record.u64()?;
    let name = strings.string(record.u32()?)?;
    let cfa_offset = record.u32()? as i32;
    let (ty, flags) = (TypeIndex(record.u16()?), record.u16()?);
    let place = record.place()?;
    record.u16()?;
    Ok(Object { name, cfa_offset, size, ty, place, is_address_taken: flags & 1 != 0 })
}

fn live_record(record: &mut Reader, live_objects: &mut Reader) -> Result<LiveRange, CodecError> {
    let (start, end, count) = (record.u32()?, record.u32()?, record.u32()?);
    let objects = live_objects.table(count, LIVE_OBJECT_SIZE, "live objects")?;
    let objects = records(objects, LIVE_OBJECT_SIZE, |record| record.u16().map(ObjectIndex))?;
    Ok(LiveRange { start, end, objects })
}
