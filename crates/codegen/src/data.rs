//! Objects with static storage duration: globals, `static` locals, string literals, and the floating
//! constants that code loads.

use frontend::Floating;
use frontend::tree::{AddressBase, Global, GlobalId, StaticDistance, StaticInit, StringId};
use frontend::types::{Basic, QualType, Type, Types};
use image::access::Static;
use image::debug::{Location, Variable};
use image::object::{
    Relocation, RelocationKind, SectionId, SectionKind, SymbolDefinition, SymbolId,
};
use source::Span;

use crate::messages;
use crate::unit::UnitGenerator;

/// The largest object with static storage duration.
///
/// **Units**: bytes.
const OBJECT_SIZE_MAX: u64 = 1 << 30;

/// The largest one whose bytes are in the file.
///
/// **Units**: bytes.
const INITIALIZED_SIZE_MAX: u64 = 1 << 28;

/// A distance between two labels, and where it goes.
pub(crate) struct Distance {
    section: SectionId,
    /// Its offset is that in the section.
    distance: StaticDistance,
    to: SymbolId,
    from: SymbolId,
}

impl UnitGenerator<'_> {
    /// Every object that this unit defines.
    pub(crate) fn data(&mut self) {
        for index in 0..self.tree.globals.len() {
            self.global(GlobalId(index as u32));
        }
        for index in 0..self.tree.strings.len() {
            self.string(StringId(index as u32));
        }
    }

    fn global(&mut self, id: GlobalId) {
        let tree = self.tree;
        let global = &tree.globals[id.0 as usize];
        let Some(initial) = &global.definition else { return };
        let size = tree.types.size(global.ty.id).max(initial.bytes.len() as u64);
        let is_const = is_const(&tree.types, global.ty);
        let is_zero = initial.bytes.is_empty()
            && initial.addresses.is_empty()
            && initial.distances.is_empty();
        let kind = match () {
            () if global.is_thread_local && is_zero => SectionKind::ThreadBss,
            () if global.is_thread_local => SectionKind::ThreadData,
            () if is_const => SectionKind::ReadOnlyData,
            // GCC puts zeros into a section of one's own as bytes.
            () if is_zero && global.symbol.section.is_none() => SectionKind::Bss,
            () => SectionKind::Data,
        };
        let limit = if kind.has_bytes() { INITIALIZED_SIZE_MAX } else { OBJECT_SIZE_MAX };
        if size > limit {
            self.report(messages::object_too_large(global.span, size, limit));
            return;
        }
        let symbol = self.symbols.global(id, global.span);
        let section = self.section(kind, global.symbol.section.as_deref());
        self.place_object(symbol, section, size, global.align, initial, global.span);
        self.note_global(global, symbol, size, is_const);
    }

    fn note_global(&mut self, global: &Global, symbol: SymbolId, size: u64, is_const: bool) {
        let name = self.names.text(global.name).to_string();
        let function = global.function.map(|id| self.tree.functions[id.0 as usize].name);
        self.statics.push(Static {
            name: name.clone(),
            start: symbol,
            is_thread_local: global.is_thread_local,
            size,
            ty: self.types.index(global.ty.id),
            place: self.places.access(global.span),
            is_const,
            is_literal: false,
            function: function.map(|name| self.names.text(name).to_string()),
        });
        if global.function.is_none() {
            let variable = self.static_variable(global, symbol);
            self.variables.push(variable);
        }
    }

    /// An object with static storage duration as debuggers see it.
    pub(crate) fn static_variable(
        &mut self,
        global: &Global,
        symbol: SymbolId,
    ) -> Variable<SymbolId> {
        Variable {
            name: self.names.text(global.name).to_string(),
            ty: self.debug_types.reference(global.ty),
            place: self.places.debug(global.span),
            is_parameter: false,
            is_external: global.linkage == frontend::tree::Linkage::External,
            location: match global.is_thread_local {
                true => Location::ThreadLocal(symbol),
                false => Location::Address(symbol),
            },
        }
    }

    fn string(&mut self, id: StringId) {
        let tree = self.tree;
        let string = &tree.strings[id.0 as usize];
        let size = tree.types.size(string.ty).max(string.bytes.len() as u64);
        let initial = StaticInit { bytes: string.bytes.clone(), ..StaticInit::default() };
        let symbol = self.symbols.string(id, string.span);
        let align = tree.types.align(string.ty);
        let section = self.section(SectionKind::ReadOnlyData, None);
        self.place_object(symbol, section, size, align, &initial, string.span);
        self.note_literal(String::new(), string.ty, string.span, symbol, size);
    }

    /// A literal: a string, which has no name, or a floating constant, whose name is what it is.
    fn note_literal(
        &mut self,
        name: String,
        ty: frontend::types::TypeId,
        span: Span,
        symbol: SymbolId,
        size: u64,
    ) {
        self.statics.push(Static {
            name,
            start: symbol,
            is_thread_local: false,
            size,
            ty: self.types.index(ty),
            place: self.places.access(span),
            is_const: true,
            is_literal: true,
            function: None,
        });
    }

    /// The symbol of a floating constant, which is put into read-only data when it is first used.
    pub(crate) fn floating_symbol(
        &mut self,
        value: Floating,
        basic: Basic,
        span: Span,
    ) -> SymbolId {
        let (bits, size) = (value.bits(basic), basic.size());
        let symbol = self.symbols.floating(bits, size, span);
        if !self.symbols.is_defined(symbol) {
            let bytes = bits.to_le_bytes()[..size as usize].to_vec();
            let initial = StaticInit { bytes, ..StaticInit::default() };
            let section = self.section(SectionKind::ReadOnlyData, None);
            self.place_object(symbol, section, size, size, &initial, span);
            self.note_literal(value.constant(basic), Types::basic(basic), span, symbol, size);
        }
        symbol
    }

    /// Puts an object into a section.
    fn place_object(
        &mut self,
        symbol: SymbolId,
        id: SectionId,
        size: u64,
        align: u64,
        initial: &StaticInit,
        span: Span,
    ) {
        let mut relocations: Vec<Relocation> = vec![];
        for address in &initial.addresses {
            let (offset, addend) = (address.offset, address.addend);
            let symbol = self.symbols.base(address.base, span);
            relocations.push(Relocation { offset, kind: RelocationKind::Abs64, symbol, addend });
        }
        relocations.sort_by_key(|relocation| relocation.offset);
        let section = &mut self.sections[id.0 as usize];
        let align = align.max(1);
        let offset = section.size.next_multiple_of(align);
        section.align = section.align.max(align);
        section.size = offset + size;
        if section.kind.has_bytes() {
            section.bytes.resize(offset as usize, 0);
            let given = initial.bytes.len().min(size as usize);
            section.bytes.extend_from_slice(&initial.bytes[..given]);
            section.bytes.resize(section.size as usize, 0);
        }
        section.relocations.extend(
            relocations.into_iter().map(|it| Relocation { offset: offset + it.offset, ..it }),
        );
        self.symbols.define(symbol, SymbolDefinition { section: id, offset, size });
        self.note_distances(id, offset, initial, span);
    }

    /// Remembers the distances of an object, which are known when the functions are.
    fn note_distances(&mut self, section: SectionId, start: u64, initial: &StaticInit, span: Span) {
        for &it in &initial.distances {
            let label = |id| AddressBase::Label(it.distance.function, id);
            let [to, from] =
                [it.distance.to, it.distance.from].map(|id| self.symbols.base(label(id), span));
            let distance = StaticDistance { offset: start + it.offset, ..it };
            self.distances.push(Distance { section, distance, to, from });
        }
    }

    /// Writes the distances between labels, now that every label has its place.
    pub(crate) fn fill_distances(&mut self) {
        for Distance { section, distance, to, from } in std::mem::take(&mut self.distances) {
            let [to, from] = [to, from].map(|symbol| self.symbols.offset(symbol).unwrap_or(0));
            let value = to.wrapping_sub(from).wrapping_add(distance.distance.addend as u64);
            let start = distance.offset as usize;
            let bytes = &mut self.sections[section.0 as usize].bytes;
            if let Some(place) = bytes.get_mut(start..start + distance.size as usize) {
                let sign = if (value as i64) < 0 { 0xff } else { 0 };
                let value = value.to_le_bytes().into_iter().chain(std::iter::repeat(sign));
                place.iter_mut().zip(value).for_each(|(byte, value)| *byte = value);
            }
        }
    }
}

/// Whether an object of that type may never be written: it, or what its elements are, is `const`.
fn is_const(types: &Types, ty: QualType) -> bool {
    if let Type::Array(of, _) = types.get(ty.id) {
        return ty.qualifiers.is_const || is_const(types, *of);
    }
    ty.qualifiers.is_const
}
