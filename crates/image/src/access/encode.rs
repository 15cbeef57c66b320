//! Encoding the access table, as [`codec`](super::codec) draws it.

use super::codec::*;
use super::*;

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
                | u16::from(function.is_some()) << 2
                | u16::from(object.is_thread_local) << 3,
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
