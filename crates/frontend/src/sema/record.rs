//! Struct and union specifiers (C17 6.7.2.1), and where their members lie.
//!
//! Layout follows the RISC-V psABI: each member at the next multiple of its alignment; bit-fields are
//! allocated from the least significant bit of units of their declared type, which they never cross.

use source::Span;

use crate::ast::{
    self, Attribute, MemberDeclaration, MemberDeclarator, RecordKind, RecordSpecifier,
};
use crate::types::{
    Basic, BitRange, Field, QualType, Record, RecordId, RecordLayout, Type, TypeId, Types,
};
use crate::{Name, ast::DeclarationSpecifiers};

use super::classify::Classify;
use super::declarator::OBJECT_SIZE_MAX;
use super::scope::Tag;
use super::{Sema, attribute, messages};

/// How deep records may be nested in each other.
const RECORD_DEPTH_MAX: u32 = 64;

/// Where the members of a record go, as they come.
struct Layouter {
    kind: RecordKind,
    fields: Vec<Field>,
    unnamed: Vec<(u64, BitRange)>,
    /// **Units**: bits from the start.
    position: u64,
    size_bits: u64,
    align: u64,
    /// GNU C: no padding before members.
    is_packed: bool,
    /// `#pragma pack`: the largest alignment of members.
    align_max: u64,
}

impl Layouter {
    fn new(kind: RecordKind, align: u64, is_packed: bool, align_max: u64) -> Layouter {
        let (fields, unnamed) = (vec![], vec![]);
        Layouter { kind, fields, unnamed, position: 0, size_bits: 0, align, is_packed, align_max }
    }

    /// Allots bits at a multiple of `align_bits` and gives the position.
    fn allot(&mut self, bits: u64, align_bits: u64) -> u64 {
        let start = match self.kind {
            RecordKind::Struct => self.position.next_multiple_of(align_bits.max(1)),
            RecordKind::Union => 0,
        };
        self.position = start.saturating_add(bits);
        self.size_bits = self.size_bits.max(self.position);
        start
    }

    fn member(&mut self, name: Option<Name>, ty: QualType, layout: (u64, u64), span: Span) {
        let (size, align) = (layout.0, layout.1.min(self.align_max));
        self.align = self.align.max(align);
        let offset = self.allot(size.saturating_mul(8), align.saturating_mul(8)) / 8;
        self.fields.push(Field { name, ty, offset, bits: None, span });
    }

    /// GNU C: a bit-field of a packed record begins at the next bit. It lies in a unit of the size of its type that
    /// begins where it must, or in one and the byte behind; gives whether there is a unit.
    fn packed_bit_field(
        &mut self,
        name: Option<Name>,
        ty: QualType,
        size: u64,
        width: u64,
        span: Span,
    ) -> bool {
        let start = self.allot(width, if width == 0 { size * 8 } else { 1 });
        let (first, unit) = (start / 8, size * 8);
        let aligned = first / size * size;
        let fits = |offset: u64| start + width <= offset * 8 + unit;
        let whole = [aligned, first].into_iter().find(|&offset| fits(offset));
        let Some(offset) = whole.or((size <= 8).then_some(first)) else { return false };
        if name.is_some() {
            let bits = BitRange { offset: (start - offset * 8) as u8, width: width as u8 };
            self.fields.push(Field { name, ty, offset, bits: Some(bits), span });
        }
        true
    }

    /// RISC-V psABI, "C/C++ type details": a bit-field that would cross a boundary of its type starts at it.
    fn bit_field(&mut self, name: Option<Name>, ty: QualType, size: u64, width: u64, span: Span) {
        let unit = size * 8;
        let position = if self.kind == RecordKind::Union { 0 } else { self.position };
        let crosses = width == 0 || position / unit != (position + width - 1) / unit;
        let start = self.allot(width, if crosses { unit } else { 1 });
        let bits = BitRange { offset: (start % unit) as u8, width: width as u8 };
        let offset = start / unit * size;
        if name.is_some() {
            self.align = self.align.max(size);
            self.fields.push(Field { name, ty, offset, bits: Some(bits), span });
        } else if width > 0 {
            self.unnamed.push((offset, bits));
        }
    }

    fn finish(self) -> RecordLayout {
        let size = self.size_bits.div_ceil(8).next_multiple_of(self.align);
        let (fields, unnamed) = (self.fields, self.unnamed);
        RecordLayout { fields, unnamed, size, align: self.align }
    }
}

impl Sema<'_> {
    /// The type that a struct-or-union specifier names or defines.
    pub(super) fn record_specifier(&mut self, specifier: &RecordSpecifier, span: Span) -> TypeId {
        let id = match (specifier.tag, &specifier.members) {
            (Some(tag), None) => self.named_record(tag, specifier.kind),
            (Some(tag), Some(_)) => self.defined_record(tag, specifier.kind),
            (None, _) => Some(self.new_record(specifier.kind, None, span)),
        };
        let Some(id) = id else { return Types::ERROR };
        let ty = self.types.intern(Type::Record(id));
        if let Some(members) = &specifier.members {
            self.define_record(id, ty, members, &specifier.attributes);
        }
        ty
    }

    /// `struct tag`: the visible one, or a new incomplete one (C17 6.7.2.3p8).
    fn named_record(&mut self, tag: ast::Identifier, kind: RecordKind) -> Option<RecordId> {
        match self.scopes.lookup_tag(tag.name) {
            None => Some(self.new_record(kind, Some(tag), tag.span)),
            Some((found, first)) => self.same_kind(tag, kind, found, first),
        }
    }

    /// `struct tag { … }`: completes the one of this scope, or declares a new one (C17 6.7.2.3p6).
    fn defined_record(&mut self, tag: ast::Identifier, kind: RecordKind) -> Option<RecordId> {
        let Some((found, first)) = self.scopes.lookup_tag_innermost(tag.name) else {
            return Some(self.new_record(kind, Some(tag), tag.span));
        };
        let id = self.same_kind(tag, kind, found, first)?;
        if self.types.record(id).layout.is_none() {
            return Some(id);
        }
        let word = keyword(kind);
        let text = self.names.text(tag.name);
        self.report(messages::tag_redefinition(tag.span, word, text, first));
        Some(self.new_record(kind, Some(tag), tag.span))
    }

    fn same_kind(
        &mut self,
        tag: ast::Identifier,
        kind: RecordKind,
        found: Tag,
        first: Span,
    ) -> Option<RecordId> {
        match found {
            Tag::Record(id) if self.types.record(id).kind == kind => Some(id),
            _ => {
                let text = self.names.text(tag.name);
                self.report(messages::wrong_kind_of_tag(tag.span, text, first));
                None
            }
        }
    }

    pub(super) fn new_record(
        &mut self,
        kind: RecordKind,
        tag: Option<ast::Identifier>,
        span: Span,
    ) -> RecordId {
        let name = tag.map(|tag| tag.name);
        let id = self.types.add_record(Record {
            kind,
            tag: name,
            span,
            layout: None,
            is_transparent: false,
        });
        if let Some(name) = name {
            self.scopes.bind_tag(name, Tag::Record(id), span);
        }
        id
    }

    fn define_record(
        &mut self,
        id: RecordId,
        ty: TypeId,
        members: &[MemberDeclaration],
        attributes: &[Attribute],
    ) {
        let align = self.attribute_alignment(attributes);
        let is_packed = attribute::is_packed(attributes);
        let align_max = self.packing(attributes);
        let kind = self.types.record(id).kind;
        let mut layouter = Layouter::new(kind, align, is_packed, align_max);
        for member in members {
            match member {
                MemberDeclaration::Members { specifiers, declarators, span } => {
                    self.members(&mut layouter, specifiers, declarators, *span);
                }
                MemberDeclaration::StaticAssert(declaration) => self.static_assert(declaration),
            }
        }
        self.check_flexible_members(&mut layouter);
        self.check_member_names(&layouter.fields);
        let inner = layouter.fields.iter().map(|field| self.contained_depth(field.ty.id)).max();
        let depth = inner.unwrap_or(0) + 1;
        let mut layout = layouter.finish();
        let span = self.types.record(id).span;
        if depth > RECORD_DEPTH_MAX {
            self.report(messages::type_too_deep(span));
            layout.fields.clear();
        }
        if layout.size > OBJECT_SIZE_MAX {
            self.report(messages::object_too_large(span));
            layout.size = 0;
        }
        self.note_depth(ty, depth);
        let record = self.types.record_mut(id);
        record.layout = Some(layout);
        record.is_transparent |= attribute::is_transparent(attributes);
    }

    /// How deep records are nested in a member: those that it contains, not those that it points to.
    fn contained_depth(&self, id: TypeId) -> u32 {
        match self.types.get(id) {
            Type::Record(_) | Type::Array(..) => self.type_depth(id),
            _ => 0,
        }
    }

    fn members(
        &mut self,
        layouter: &mut Layouter,
        specifiers: &DeclarationSpecifiers,
        declarators: &[MemberDeclarator],
        span: Span,
    ) {
        let spec = self.specifiers(specifiers);
        if declarators.is_empty() {
            self.anonymous_member(layouter, spec.base, specifiers, span);
        }
        for member in declarators {
            let ty = self.declarator_type(spec.base, &member.declarator);
            let name = member.declarator.name;
            match &member.width {
                Some(width) => self.bit_field_member(layouter, name, ty, width),
                None => {
                    let attributes = &member.declarator.attributes;
                    let spec = self.with_attributes(&spec, attributes);
                    let asked = spec.align.map_or(1, |(align, _)| align).max(spec.least_align);
                    let is_packed = layouter.is_packed
                        || attribute::is_packed(attributes)
                        || attribute::is_packed(&specifiers.attributes);
                    self.plain_member(layouter, member, ty, asked, is_packed);
                }
            }
        }
    }

    /// An anonymous struct or union (C17 6.7.2.1p13).
    fn anonymous_member(
        &mut self,
        layouter: &mut Layouter,
        ty: QualType,
        specifiers: &DeclarationSpecifiers,
        span: Span,
    ) {
        let untagged = specifiers.types.iter().any(|(specifier, _)| {
            matches!(specifier, ast::TypeSpecifier::Record(record) if record.tag.is_none())
        });
        match self.types.layout(ty.id) {
            Some((size, _)) if untagged && layouter.is_packed => {
                layouter.member(None, ty, (size, 1), span);
            }
            Some(layout) if untagged => layouter.member(None, ty, layout, span),
            _ if self.types.is_error(ty.id) => {}
            _ => self.report(messages::declares_nothing(span)),
        }
    }

    fn plain_member(
        &mut self,
        layouter: &mut Layouter,
        member: &MemberDeclarator,
        ty: QualType,
        asked_align: u64,
        is_packed: bool,
    ) {
        let Some(name) = member.declarator.name else { return };
        let layout = match self.types.get(ty.id) {
            // A flexible array member takes no room (C17 6.7.2.1p18).
            Type::Array(of, None) => Some((0, self.types.align(of.id))),
            _ => self.types.layout(ty.id),
        };
        let Some((size, own_align)) = layout else {
            let spelled = self.spell(ty);
            let is_function = self.types.is_function(ty.id);
            let text = self.names.text(name.name);
            self.report(messages::bad_member_type(name.span, text, &spelled, is_function));
            layouter.member(Some(name.name), Types::ERROR.into(), (4, 4), name.span);
            return;
        };
        let own_align = if is_packed { 1 } else { own_align };
        let layout = (size, own_align.max(asked_align));
        layouter.member(Some(name.name), ty, layout, name.span);
    }

    /// C17 6.7.2.1p4, p5: the width fits the type, which is `_Bool` or an integer type.
    fn bit_field_member(
        &mut self,
        layouter: &mut Layouter,
        name: Option<ast::Identifier>,
        ty: QualType,
        width: &ast::Expr,
    ) {
        let span = name.map_or(width.span, |name| name.span);
        let Some(value) = self.integer_constant(width, "the width of a bit-field") else { return };
        if self.types.is_error(ty.id) {
            return;
        }
        if !self.types.is_integer(ty.id) {
            let spelled = self.spell(ty);
            self.report(messages::bit_field_type(span, &spelled));
            return;
        }
        let is_bool = self.types.as_basic(ty.id) == Some(Basic::Bool);
        let size = self.types.size(ty.id);
        let width_max = if is_bool { 1 } else { i128::from(size) * 8 };
        if value < 0 || value > width_max || (value == 0 && name.is_some()) {
            let spelled = self.spell(ty);
            self.report(messages::bit_field_width(width.span, value, width_max, &spelled));
            return;
        }
        let (name, width) = (name.map(|name| name.name), value as u64);
        let is_packed = layouter.is_packed || layouter.align_max < size;
        if !layouter.is_packed && is_packed && name.is_some() {
            layouter.align = layouter.align.max(layouter.align_max);
        }
        if !is_packed {
            layouter.bit_field(name, ty, size, width, span);
        } else if !layouter.packed_bit_field(name, ty, size, width, span) {
            let what = "a bit-field of a packed struct that lies in more bytes than its type has";
            self.report(messages::not_supported_yet(span, what));
        }
    }

    /// C17 6.7.2.1p3: only the last of several members of a struct may be an array of unknown length.
    fn check_flexible_members(&mut self, layouter: &mut Layouter) {
        let count = layouter.fields.len();
        for (index, field) in layouter.fields.iter_mut().enumerate() {
            let is_flexible = matches!(self.types.get(field.ty.id), Type::Array(_, None));
            let is_allowed = layouter.kind == RecordKind::Struct && index + 1 == count && index > 0;
            if is_flexible && !is_allowed {
                self.report(messages::misplaced_flexible_member(field.span));
                field.ty = Types::ERROR.into();
            }
        }
    }

    /// Members have names of their own, those of anonymous members included (C17 6.7.2.1p13).
    fn check_member_names(&mut self, fields: &[Field]) {
        let mut seen = rustc_hash::FxHashMap::default();
        let mut pending: Vec<Field> = fields.iter().rev().cloned().collect();
        while let Some(field) = pending.pop() {
            let Some(name) = field.name else {
                pending.extend(self.fields(field.ty.id).iter().rev().cloned());
                continue;
            };
            if let Some(first) = seen.insert(name, field.span) {
                let text = self.names.text(name);
                self.report(messages::duplicate_member(field.span, text, first));
            }
        }
    }

    /// The members of a complete record type; none for every other type.
    pub(super) fn fields(&self, ty: TypeId) -> &[Field] {
        let record = self.types.as_record(ty).map(|id| self.types.record(id));
        record.and_then(|record| record.layout.as_ref()).map_or(&[], |layout| &layout.fields)
    }

    /// The way to a member: an index per record, through anonymous members (C17 6.7.2.1p13).
    pub(super) fn find_member(&self, ty: TypeId, name: Name) -> Option<Vec<usize>> {
        let fields = self.fields(ty);
        if let Some(index) = fields.iter().position(|field| field.name == Some(name)) {
            return Some(vec![index]);
        }
        fields.iter().enumerate().filter(|(_, field)| field.name.is_none()).find_map(
            |(index, field)| {
                let mut path = self.find_member(field.ty.id, name)?;
                path.insert(0, index);
                Some(path)
            },
        )
    }

    /// The names of all members, those of anonymous members included.
    pub(super) fn member_names(&self, ty: TypeId) -> Vec<&str> {
        let mut names = vec![];
        for field in self.fields(ty) {
            match field.name {
                Some(name) => names.push(self.names.text(name)),
                None => names.extend(self.member_names(field.ty.id)),
            }
        }
        names
    }
}

/// The keyword of a kind of record.
fn keyword(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Struct => "struct",
        RecordKind::Union => "union",
    }
}
