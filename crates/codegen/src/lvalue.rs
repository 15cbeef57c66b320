//! Lvalues: from an expression that designates an object to its place, and to a pointer to it.

use frontend::tree::{AddressBase, ComplexPart, Expr, ExprKind};
use frontend::types::{Field, Type};

use crate::abi;
use crate::function::FunctionGenerator;
use crate::place::{Base, Place};
use crate::registers::Temp;

impl<'a> FunctionGenerator<'_, 'a> {
    /// The place that an lvalue designates, or where a struct value is.
    pub(crate) fn place(&mut self, expr: &'a Expr) -> Place {
        match &expr.kind {
            ExprKind::Local(id) => Place::whole(Base::Local(*id)),
            ExprKind::Global(id) => self.static_place(AddressBase::Global(*id), expr.span),
            ExprKind::String(id) => self.static_place(AddressBase::String(*id), expr.span),
            ExprKind::Function(id) => self.static_place(AddressBase::Function(*id), expr.span),
            ExprKind::Dereference(pointer) => {
                let temp = self.value(pointer);
                Place::whole(Base::Computed { temp, is_indirect: true })
            }
            ExprKind::Member(whole, index) => self.member(whole, *index),
            ExprKind::Part(whole, part) => self.part(whole, *part, expr),
            ExprKind::CompoundLiteral { local, initializer, zero_first } => {
                self.initialize(*local, initializer, *zero_first, expr.span);
                Place::whole(Base::Local(*local))
            }
            _ => self.value_in_memory(expr),
        }
    }

    /// C17 6.2.5p13: the imaginary part lies behind the real one.
    fn part(&mut self, whole: &'a Expr, part: ComplexPart, expr: &Expr) -> Place {
        let mut place = self.place(whole);
        if part == ComplexPart::Imaginary {
            place.offset = place.offset.saturating_add(self.types().size(expr.ty.id) as i64);
        }
        place
    }

    fn static_place(&mut self, base: AddressBase, span: source::Span) -> Place {
        Place::whole(Base::Static(self.unit.symbols.base(base, span)))
    }

    fn member(&mut self, whole: &'a Expr, index: usize) -> Place {
        let mut place = self.place(whole);
        let Some(field) = self.field(whole, index) else { return place };
        place.offset = place.offset.saturating_add(field.offset as i64);
        place.bits = field.bits;
        place.is_member = true;
        let end = field.offset.saturating_add(self.types().size(field.ty.id));
        place.is_unit_outside = field.bits.is_some() && end > self.types().size(whole.ty.id);
        place
    }

    pub(crate) fn field(&self, whole: &Expr, index: usize) -> Option<&'a Field> {
        match self.types().get(whole.ty.id) {
            Type::Record(id) => self.types().record(*id).layout.as_ref()?.fields.get(index),
            _ => None,
        }
    }

    /// `&lvalue` (C17 6.5.3.2).
    ///
    /// A pointer to a member may reach the member only, with one exception: from a pointer to a
    /// member of struct or union type, much code goes back to the whole, by a conversion if it is
    /// the first (C17 6.7.2.1p15) and by `offsetof` if not; so it keeps the whole's reach.
    pub(crate) fn address_of(&mut self, lvalue: &'a Expr, expr: &Expr) -> Temp {
        if let ExprKind::Dereference(pointer) = &lvalue.kind {
            return self.value(pointer);
        }
        let place = self.place(lvalue);
        let is_record = abi::is_record(self.types(), lvalue.ty.id);
        let size = self.types().size(lvalue.ty.id);
        let narrow = (place.is_member && !is_record && size > 0).then_some(size);
        self.form_pointer(place, narrow, expr.span)
    }

    /// An array becomes a pointer to its first element (C17 6.3.2.1p3). A member array, or an array
    /// in an array, is all that the pointer may reach; a flexible array member ends where the whole
    /// does.
    pub(crate) fn decay(&mut self, array: &'a Expr) -> Temp {
        let place = self.place(array);
        let is_inner = place.is_member || matches!(array.kind, ExprKind::Dereference(_));
        let size = self.types().size(array.ty.id);
        let narrow = (is_inner && size > 0).then_some(size);
        self.form_pointer(place, narrow, array.span)
    }
}
