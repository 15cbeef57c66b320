//! Initializers (C17 6.7.9), flattened to stores of scalars, strings and whole records.
//!
//! An initializer list is read with a *cursor*. Where braces are left out, an aggregate takes from the list
//! of the enclosing braces as many entries as it has room for (p20); a designator moves the *current subobject*
//! of the braces in which it stands (p17).

mod coverage;
mod fill;

use crate::ast::{self, Initializer, InitializerEntry};
use crate::token::StringLiteral;
use crate::tree::{Expr, InitStore};
use crate::types::{BitRange, QualType, TypeId, Types};

use super::classify::Classify;
use super::convert::Purpose;
use super::expr::peel;
use super::{Sema, messages};

/// An initializer, flattened.
pub(super) struct Filled {
    pub(super) stores: Vec<InitStore>,
    /// Bytes of string literals, where these need no object of their own: offset and bytes.
    pub(super) literals: Vec<(u64, Vec<u8>)>,
    /// Whether the bytes that no store covers become zero first (C17 6.7.9p19, p21).
    pub(super) zero_first: bool,
    /// Where the farthest store ends.
    ///
    /// **Units**: bytes.
    pub(super) end: u64,
    /// The type; an array of unknown length has one now (C17 6.7.9p22).
    pub(super) ty: QualType,
}

/// A subobject to initialize.
#[derive(Clone, Copy)]
struct Target {
    offset: u64,
    ty: TypeId,
    bits: Option<BitRange>,
}

/// The stores collected so far.
struct Sink {
    stores: Vec<InitStore>,
    /// Where each store goes.
    extents: Vec<Extent>,
    literals: Vec<(u64, Vec<u8>)>,
    /// Where the farthest store ends; one that begins behind it overrides nothing.
    ///
    /// **Units**: bits.
    end: u64,
    is_static: bool,
}

/// The bits that a store writes.
#[derive(Clone, Copy)]
struct Extent {
    /// **Units**: bits from the start of the object.
    start: u64,
    /// **Units**: bits from the start of the object.
    end: u64,
    /// Whether an earlier store that stays covers it: `.p = b, .p.x = 4`.
    is_covered: bool,
}

/// The entries of one pair of braces, and which comes next.
struct Cursor<'e> {
    entries: &'e [InitializerEntry],
    next: usize,
    /// The next entry's expression, once it has been typed.
    typed: Option<Expr>,
    /// Whether the next entry's designators have been followed.
    is_placed: bool,
}

impl<'e> Cursor<'e> {
    fn new(entries: &'e [InitializerEntry]) -> Cursor<'e> {
        Cursor { entries, next: 0, typed: None, is_placed: false }
    }

    /// The same place once more, for another element of a range.
    fn again(&self) -> Cursor<'e> {
        Cursor { entries: self.entries, next: self.next, typed: None, is_placed: self.is_placed }
    }

    fn peek(&self) -> Option<&'e InitializerEntry> {
        self.entries.get(self.next)
    }

    fn advance(&mut self) {
        self.next += 1;
        self.typed = None;
        self.is_placed = false;
    }
}

impl Sema<'_> {
    /// Flattens the initializer of an object. `is_static` leaves out the objects of string literals that are
    /// only copied from.
    pub(super) fn initialize(
        &mut self,
        ty: QualType,
        initializer: &Initializer,
        is_static: bool,
    ) -> Filled {
        let mut sink =
            Sink { stores: vec![], extents: vec![], literals: vec![], end: 0, is_static };
        let target = Target { offset: 0, ty: ty.id, bits: None };
        let length = match initializer {
            Initializer::List { entries, .. } => self.braced(&mut sink, target, entries),
            Initializer::Expr(expr) => self.unbraced(&mut sink, target, expr),
        };
        let ty = self.completed(ty, length);
        let is_list = matches!(initializer, Initializer::List { .. });
        let zero_first = (is_list || self.types.is_array(ty.id)) && !self.is_covered(ty.id, &sink);
        Filled {
            end: sink.end.div_ceil(8),
            stores: sink.stores,
            literals: sink.literals,
            zero_first,
            ty,
        }
    }

    /// An array of unknown length gets the length that its initializer has (C17 6.7.9p22).
    fn completed(&mut self, ty: QualType, length: Option<u64>) -> QualType {
        match (self.types.as_array(ty.id), length) {
            (Some((of, None)), Some(length)) => self.types.array(of, Some(length)).into(),
            (Some((_, None)), None) => Types::ERROR.into(),
            _ => ty,
        }
    }

    /// Types what cannot be used, for the sake of its own errors.
    pub(super) fn discard_initializer(&mut self, initializer: Option<&Initializer>) {
        match initializer {
            Some(Initializer::Expr(expr)) => {
                self.unevaluated(|sema| sema.expr(expr));
            }
            Some(Initializer::List { entries, .. }) => {
                for entry in entries {
                    self.discard_initializer(Some(&entry.initializer));
                }
            }
            None => {}
        }
    }

    /// An initializer without braces: a value, or a string for an array of characters (C17 6.7.9p11, p13, p14).
    fn unbraced(&mut self, sink: &mut Sink, target: Target, expr: &ast::Expr) -> Option<u64> {
        if self.types.is_error(target.ty) {
            self.value(expr);
            return None;
        }
        if self.types.is_array(target.ty) {
            if let Some(literal) = self.string_for(target.ty, expr) {
                return self.fill_string(sink, target, literal, expr);
            }
            let value = self.unevaluated(|sema| sema.value(expr));
            if !self.types.is_error(value.ty.id) {
                let (wanted, given) = (self.spell(target.ty), self.spell(value.ty));
                self.report(messages::array_initializer(expr.span, &wanted, &given));
            }
            return None;
        }
        let value = self.value(expr);
        self.fill_value(sink, target, value);
        None
    }

    /// The string literal that may initialize this array: one with elements of the array's kind (C17 6.7.9p14).
    fn string_for<'e>(&self, array: TypeId, expr: &'e ast::Expr) -> Option<&'e StringLiteral> {
        let (of, _) = self.types.as_array(array)?;
        let ast::ExprKind::String(literal) = &peel(expr).kind else { return None };
        let element = super::expr::element_type(literal.encoding);
        let is_byte = self.types.is_character(element);
        let fits = match is_byte {
            true => self.types.is_character(of.id),
            false => self.types.as_basic(of.id) == self.types.as_basic(element),
        };
        fits.then_some(literal)
    }

    /// Stores a string literal; gives its length with the terminating null.
    fn fill_string(
        &mut self,
        sink: &mut Sink,
        target: Target,
        literal: &StringLiteral,
        expr: &ast::Expr,
    ) -> Option<u64> {
        let count = literal.elements.len() as u64 + 1;
        let (of, known) = self.types.as_array(target.ty)?;
        let length = known.unwrap_or(count);
        // C17 6.7.9p14: there may be no room for the terminating null.
        if count - 1 > length {
            self.report(messages::string_too_long(expr.span, count - 1, length));
        }
        let ty = self.types.array(of, Some(length));
        let size = self.types.size(ty);
        if sink.is_static {
            let mut bytes = super::expr::string_bytes(literal);
            bytes.truncate(size as usize);
            let (start, end) = (target.offset * 8, (target.offset + size) * 8);
            sink.clear(start, end);
            sink.end = sink.end.max(end);
            sink.literals.push((target.offset, bytes));
        } else {
            let value = self.expr(expr);
            sink.push(InitStore { offset: target.offset, ty, bits: None, value }, size);
        }
        Some(length)
    }

    /// Stores a value, converted as by assignment (C17 6.7.9p11).
    fn fill_value(&mut self, sink: &mut Sink, target: Target, value: Expr) {
        let value = self.convert_for(value, target.ty, &Purpose::Initialize);
        if self.types.is_error(value.ty.id) {
            return;
        }
        let size = self.types.size(target.ty);
        let Target { offset, ty, bits } = target;
        sink.push(InitStore { offset, ty, bits, value }, size);
    }
}

impl Sink {
    /// Adds a store; it overrides earlier ones of the same subobject (C17 6.7.9p19).
    fn push(&mut self, store: InitStore, size: u64) {
        let mut extent = extent(&store, size);
        self.clear(extent.start, extent.end);
        if extent.start < self.end {
            let covers = |e: &Extent| e.start <= extent.start && extent.end <= e.end;
            extent.is_covered = self.extents.iter().any(covers);
        }
        self.end = self.end.max(extent.end);
        self.stores.push(store);
        self.extents.push(extent);
    }

    /// Drops the stores that lie within these bits, which a later initializer overrides.
    fn clear(&mut self, start: u64, end: u64) {
        if start >= self.end {
            return;
        }
        let is_within = |e: &Extent| start <= e.start && e.end <= end;
        let mut extents = self.extents.iter();
        self.stores.retain(|_| extents.next().is_none_or(|e| !is_within(e)));
        self.extents.retain(|e| !is_within(e));
        let bytes = start / 8..end.div_ceil(8);
        self.literals
            .retain(|(at, text)| !bytes.contains(at) || at + text.len() as u64 > bytes.end);
    }
}

/// Where a store of `size` bytes goes.
fn extent(store: &InitStore, size: u64) -> Extent {
    let start = store.offset.saturating_mul(8);
    let (start, width) = match store.bits {
        Some(bits) => (start + u64::from(bits.offset), u64::from(bits.width)),
        None => (start, size.saturating_mul(8)),
    };
    Extent { start, end: start.saturating_add(width), is_covered: false }
}

/// Whether an expression is the literal that an array may be initialized with in braces: `{ "abc" }`.
fn only_expression(entries: &[InitializerEntry]) -> Option<&ast::Expr> {
    match entries {
        [InitializerEntry { designators, initializer: Initializer::Expr(expr) }]
            if designators.is_empty() =>
        {
            Some(expr)
        }
        _ => None,
    }
}

/// Whether a value initializes a record as a whole (C17 6.7.9p13); an erroneous one does, silently.
fn is_whole_value(sema: &Sema<'_>, value: &Expr, record: TypeId) -> bool {
    sema.types.is_error(value.ty.id)
        || (sema.types.as_record(value.ty.id).is_some() && sema.compatible(value.ty.id, record))
}
