//! Reading an initializer list into an aggregate (C17 6.7.9p16 to p22).

use source::Span;

use crate::ast::{Designator, Identifier, Initializer, InitializerEntry, RecordKind};
use crate::sema::classify::Classify;
use crate::sema::declarator::OBJECT_SIZE_MAX;
use crate::sema::{Sema, messages};
use crate::types::{QualType, TypeId};

use super::{Cursor, Sink, Target, is_whole_value, only_expression};

/// How many elements a range may initialize.
const STORE_COUNT_MAX: usize = 1 << 18;

/// How many, when others were initialized before: each is looked for among them.
const OVERRIDE_COUNT_MAX: usize = 1 << 10;

impl Sema<'_> {
    /// A list in braces for a subobject; gives the length that an array of unknown length gets.
    pub(super) fn braced(
        &mut self,
        sink: &mut Sink,
        target: Target,
        entries: &[InitializerEntry],
    ) -> Option<u64> {
        if self.types.is_error(target.ty) {
            entries.iter().for_each(|entry| {
                self.discard_initializer(Some(&entry.initializer));
            });
            return None;
        }
        if let Some(expr) = only_expression(entries)
            && let Some(literal) = self.string_for(target.ty, expr)
        {
            // C17 6.7.9p14: the literal may stand in braces.
            return self.fill_string(sink, target, literal, expr);
        }
        if target.bits.is_none() {
            sink.clear(target.offset * 8, (target.offset + self.types.size(target.ty)) * 8);
        }
        let mut cursor = Cursor::new(entries);
        let length = if self.types.is_array(target.ty) {
            self.fill_array(sink, target, &mut cursor, &[], true)
        } else if self.types.as_record(target.ty).is_some() {
            self.fill_record(sink, target, &mut cursor, &[], true);
            None
        } else {
            self.fill_braced_scalar(sink, target, &mut cursor);
            None
        };
        self.check_exhausted(&mut cursor, target.ty);
        length
    }

    /// C17 6.7.9p2: nothing is left over.
    fn check_exhausted(&mut self, cursor: &mut Cursor, ty: TypeId) {
        let Some(extra) = cursor.peek() else { return };
        let (given, spelled) = (cursor.entries.len(), self.spell(ty));
        let room = self.types.as_array(ty).and_then(|(_, length)| length);
        let place = entry_span(extra);
        self.report(messages::too_many_initializers(place, &spelled, given, room));
        while let Some(entry) = cursor.peek() {
            self.discard_initializer(Some(&entry.initializer));
            cursor.advance();
        }
    }

    /// `{ value }` for a scalar (C17 6.7.9p11).
    fn fill_braced_scalar(&mut self, sink: &mut Sink, target: Target, cursor: &mut Cursor) {
        if let Some(designator) = cursor.peek().and_then(|entry| entry.designators.first()) {
            let spelled = self.spell(target.ty);
            self.report(messages::designator_in_scalar(designator_span(designator), &spelled));
            return cursor.advance();
        }
        self.fill_element(sink, target, cursor, &[]);
    }

    /// Initializes one subobject: along the rest of a designator list, or from the next entry.
    fn fill_element(
        &mut self,
        sink: &mut Sink,
        target: Target,
        cursor: &mut Cursor,
        path: &[Designator],
    ) {
        if let Some(designator) = path.first() {
            if self.types.is_array(target.ty) {
                self.fill_array(sink, target, cursor, path, false);
            } else if self.types.as_record(target.ty).is_some() {
                self.fill_record(sink, target, cursor, path, false);
            } else {
                if !self.types.is_error(target.ty) {
                    let (spelled, place) = (self.spell(target.ty), designator_span(designator));
                    self.report(messages::designator_in_scalar(place, &spelled));
                }
                cursor.advance();
            }
            return;
        }
        let Some(entry) = cursor.peek() else { return };
        match &entry.initializer {
            Initializer::List { entries, .. } => {
                cursor.advance();
                self.braced(sink, target, entries);
            }
            Initializer::Expr(expr) => {
                if self.types.is_array(target.ty) {
                    if let Some(literal) = self.string_for(target.ty, expr) {
                        self.fill_string(sink, target, literal, expr);
                        return cursor.advance();
                    }
                    self.fill_array(sink, target, cursor, &[], false);
                } else if self.types.as_record(target.ty).is_some() {
                    self.fill_record_or_value(sink, target, cursor, expr);
                } else {
                    let typed = cursor.typed.take();
                    let value = typed.unwrap_or_else(|| self.value(expr));
                    self.fill_value(sink, target, value);
                    cursor.advance();
                }
            }
        }
    }

    /// A record from a value of its type, else from entries for its members (C17 6.7.9p13, p20).
    fn fill_record_or_value(
        &mut self,
        sink: &mut Sink,
        target: Target,
        cursor: &mut Cursor,
        expr: &crate::ast::Expr,
    ) {
        let is_string = matches!(super::peel(expr).kind, crate::ast::ExprKind::String(_));
        if !is_string {
            // A string may still initialize an array in the record, so it is not typed yet.
            let typed = cursor.typed.take();
            let value = typed.unwrap_or_else(|| self.value(expr));
            if is_whole_value(self, &value, target.ty) {
                self.fill_value(sink, target, value);
                return cursor.advance();
            }
            cursor.typed = Some(value);
        }
        self.fill_record(sink, target, cursor, &[], false);
    }

    /// The elements of an array; gives how many there are, counting to the farthest.
    fn fill_array(
        &mut self,
        sink: &mut Sink,
        target: Target,
        cursor: &mut Cursor,
        path: &[Designator],
        is_braced: bool,
    ) -> Option<u64> {
        let (of, known) = self.types.as_array(target.ty)?;
        let size = self.types.size(of.id);
        let (mut index, mut length) = (0u64, 0u64);
        let mut path = path;
        loop {
            if path.is_empty() {
                match next_designators(cursor, is_braced) {
                    Some(designators) => path = designators,
                    None => break,
                }
            }
            let mut last = index;
            if let Some((first, _)) = path.split_first() {
                let filled = sink.end.div_ceil(8).saturating_sub(target.offset);
                match self.designated_range(first, known, (size, filled), target.ty) {
                    Some(range) => (index, last) = range,
                    None => {
                        skip(self, cursor);
                        path = &[];
                        continue;
                    }
                }
            }
            if known.is_some_and(|known| index >= known) {
                break;
            }
            let offset = target.offset + index * size;
            if offset > OBJECT_SIZE_MAX {
                let place = cursor.peek().map(entry_span);
                place.into_iter().for_each(|span| self.report(messages::object_too_large(span)));
                break;
            }
            let (before, rest) = (cursor.next, path.get(1..).unwrap_or(&[]));
            let mut element = Target { offset, ty: of.id, bits: None };
            while index < last && sink.stores.len() < STORE_COUNT_MAX {
                // GNU C: each element of a range gets the same.
                let mut again = cursor.again();
                self.fill_element(sink, element, &mut again, rest);
                index += 1;
                element.offset += size;
            }
            self.fill_element(sink, element, cursor, rest);
            path = &[];
            index += 1;
            length = length.max(index);
            if cursor.next == before {
                // An element without members takes nothing.
                break;
            }
        }
        Some(length)
    }

    /// `[first ... last]` (GNU C), or an index alone.
    fn designated_range(
        &mut self,
        designator: &Designator,
        known: Option<u64>,
        (size, filled): (u64, u64),
        array: TypeId,
    ) -> Option<(u64, u64)> {
        let Designator::Range(first, last, span) = designator else {
            let index = self.designated_index(designator, known, size, array)?;
            return Some((index, index));
        };
        let mut bound = |expr: &crate::ast::Expr| {
            let bound = Designator::Index(Box::new(expr.clone()), *span);
            self.designated_index(&bound, known, size, array)
        };
        let (first, last) = (bound(first)?, bound(last)?);
        if first > last {
            self.report(messages::empty_range(*span));
            return None;
        }
        let is_override = first.saturating_mul(size) < filled;
        let count_max = if is_override { OVERRIDE_COUNT_MAX } else { STORE_COUNT_MAX };
        if last - first > count_max as u64 {
            self.report(messages::range_too_long(*span, count_max));
            return None;
        }
        Some((first, last))
    }

    /// `[index]` (C17 6.7.9p6): an integer constant within the array.
    fn designated_index(
        &mut self,
        designator: &Designator,
        known: Option<u64>,
        size: u64,
        array: TypeId,
    ) -> Option<u64> {
        let Designator::Index(expr, span) = designator else {
            let spelled = self.spell(array);
            self.report(messages::member_designator_in_array(
                designator_span(designator),
                &spelled,
            ));
            return None;
        };
        let index = self.constant_index(expr)?;
        let limit = known.unwrap_or(OBJECT_SIZE_MAX / size.max(1));
        if index < 0 || index as u64 >= limit {
            self.report(messages::designator_out_of_range(*span, index, known));
            return None;
        }
        Some(index as u64)
    }

    /// The members of a struct, or one member of a union.
    fn fill_record(
        &mut self,
        sink: &mut Sink,
        target: Target,
        cursor: &mut Cursor,
        path: &[Designator],
        is_braced: bool,
    ) {
        let Some(record) = self.types.as_record(target.ty) else { return };
        let is_union = self.types.record(record).kind == RecordKind::Union;
        let mut index = 0usize;
        let mut path = path;
        loop {
            if path.is_empty() {
                match next_designators(cursor, is_braced) {
                    Some(designators) => path = designators,
                    None => break,
                }
            }
            let mut rest = path.get(1..).unwrap_or(&[]);
            if let Some(first) = path.first() {
                match self.designated_member(first, target.ty) {
                    Some((at, is_inside)) => {
                        index = at;
                        // A member of an anonymous record: the same designator goes on inside it.
                        rest = if is_inside { path } else { rest };
                    }
                    None => {
                        skip(self, cursor);
                        path = &[];
                        continue;
                    }
                }
            } else if is_union && index > 0 {
                break;
            }
            let Some(field) = self.fields(target.ty).get(index) else { break };
            let offset = target.offset + field.offset;
            let member = Target { offset, ty: field.ty.id, bits: field.bits };
            let (ty, span): (QualType, Span) = (field.ty, field.span);
            // GNU C: the object has room for what its flexible member holds, if it is all of the object.
            let is_room_made = sink.is_static && target.offset == 0;
            let is_flexible = self.types.as_array(ty.id).is_some_and(|(_, it)| it.is_none());
            if is_flexible && !is_room_made {
                self.report(messages::flexible_member_initialized(span));
                skip(self, cursor);
                break;
            }
            self.fill_element(sink, member, cursor, rest);
            path = &[];
            index += 1;
        }
    }

    /// `.name` (C17 6.7.9p7): the index of the member, and whether it is inside an anonymous one.
    fn designated_member(
        &mut self,
        designator: &Designator,
        record: TypeId,
    ) -> Option<(usize, bool)> {
        let Designator::Member(name) = designator else {
            let spelled = self.spell(record);
            self.report(messages::index_designator_in_record(
                designator_span(designator),
                &spelled,
            ));
            return None;
        };
        let Identifier { name: member, span } = *name;
        let Some(path) = self.find_member(record, member) else {
            let diagnostic = self.missing_member(record, *name, span);
            self.report(diagnostic);
            return None;
        };
        Some((*path.first()?, path.len() > 1))
    }
}

/// Whether another entry goes into the current aggregate: `None` when not, else its designators (perhaps none).
///
/// Designators belong to the braces in which they stand (C17 6.7.9p17), so an aggregate without braces of its
/// own ends before them.
fn next_designators<'e>(cursor: &mut Cursor<'e>, is_braced: bool) -> Option<&'e [Designator]> {
    let entry = cursor.peek()?;
    if entry.designators.is_empty() || cursor.is_placed {
        return Some(&[]);
    }
    if !is_braced {
        return None;
    }
    cursor.is_placed = true;
    Some(&entry.designators)
}

/// Leaves out an entry whose place could not be found.
fn skip(sema: &mut Sema<'_>, cursor: &mut Cursor) {
    if let Some(entry) = cursor.peek() {
        sema.discard_initializer(Some(&entry.initializer));
    }
    cursor.advance();
}

fn entry_span(entry: &InitializerEntry) -> Span {
    match &entry.initializer {
        Initializer::Expr(expr) => expr.span,
        Initializer::List { span, .. } => *span,
    }
}

fn designator_span(designator: &Designator) -> Span {
    match designator {
        Designator::Index(_, span) | Designator::Range(_, _, span) => *span,
        Designator::Member(name) => name.span,
    }
}
