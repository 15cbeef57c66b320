//! Atomic operations: operators on atomic objects (C17 6.5.16.2p3, 6.5.2.4p2), and the functions of GNU C that
//! `<stdatomic.h>` (C17 7.17) is made of.

use source::Span;

use crate::sema::classify::Classify;
use crate::sema::convert::Purpose;
use crate::sema::{Sema, error_expr, messages, node};
use crate::tree::{ArithmeticOperator, AtomicOperator, Conversion, Expr, ExprKind};
use crate::types::{Basic, QualType, Qualifiers, TypeId, Types};

/// What the names begin with.
const PREFIX: &str = "__atomic_";

impl Sema<'_> {
    /// The call of an atomic function; `None` when there is none of that name. Memory orders say nothing: every operation
    /// has the strictest.
    pub(super) fn atomic_call(
        &mut self,
        name: &str,
        mut values: Vec<Expr>,
        span: Span,
    ) -> Option<Expr> {
        if name == "__sync_synchronize" {
            return Some(fence(span));
        }
        let word = name.strip_prefix(PREFIX)?;
        if matches!(word, "thread_fence" | "signal_fence") {
            return Some(fence(span));
        }
        let count = values.len();
        let operator = self.atomic_operator(word);
        let is_known = matches!(
            (word, count),
            ("load_n", 2) | ("store_n", 3) | ("exchange_n", 3) | ("compare_exchange_n", 6)
        ) || (operator.is_some() && count == 3);
        if !is_known {
            return None;
        }
        if values.iter().any(|value| self.types.is_error(value.ty.id)) {
            return Some(error_expr(span));
        }
        let object = values.remove(0);
        let is_atomic = |id| self.types.is_scalar(id) && !self.types.is_complex(id);
        let Some(to) = self.types.pointee(object.ty.id).filter(|to| is_atomic(to.id)) else {
            return Some(self.reject(messages::atomic_operand(span)));
        };
        if self.types.as_basic(to.id).is_some_and(Basic::is_int128) {
            let spelled = self.spell(to);
            return Some(self.reject(messages::atomic_int128(span, &spelled)));
        }
        Some(match word {
            "load_n" => {
                let place = self.atomic_place(object, to, span);
                node(ExprKind::Load(Box::new(place)), to.id, span)
            }
            "store_n" => {
                let value = self.convert_for(values.remove(0), to.id, &Purpose::Assign);
                let place = self.atomic_place(object, to, span);
                let kind = ExprKind::Assign(Box::new(place), Box::new(value));
                let stored = node(kind, to.id, span);
                node(ExprKind::Convert(Box::new(stored), Conversion::ToVoid), Types::VOID, span)
            }
            "exchange_n" => {
                let value = self.convert_for(values.remove(0), to.id, &Purpose::Assign);
                self.atomic_node(AtomicOperator::Exchange, vec![object, value], to.id, to.id, span)
            }
            "compare_exchange_n" => {
                let expected = values.remove(0);
                let desired = self.convert_for(values.remove(0), to.id, &Purpose::Assign);
                let operands = vec![object, expected, desired];
                let bool = Types::basic(Basic::Bool);
                self.atomic_node(AtomicOperator::CompareExchange, operands, to.id, bool, span)
            }
            _ => {
                let value = self.convert_for(values.remove(0), to.id, &Purpose::Assign);
                let operator = operator.unwrap_or(AtomicOperator::Exchange);
                self.atomic_node(operator, vec![object, value], to.id, to.id, span)
            }
        })
    }

    /// `fetch_add`, `add_fetch` and their kin.
    fn atomic_operator(&self, word: &str) -> Option<AtomicOperator> {
        let (operator, gives_old) = match (word.strip_prefix("fetch_"), word.strip_suffix("_fetch"))
        {
            (Some(operator), _) => (operator, true),
            (None, Some(operator)) => (operator, false),
            (None, None) => return None,
        };
        let operator = match operator {
            "add" => ArithmeticOperator::Add,
            "sub" => ArithmeticOperator::Subtract,
            "and" => ArithmeticOperator::BitAnd,
            "or" => ArithmeticOperator::BitOr,
            "xor" => ArithmeticOperator::BitXor,
            _ => return None,
        };
        Some(AtomicOperator::Update { operator, gives_old })
    }

    /// The object that a pointer points to, as an atomic one.
    fn atomic_place(&mut self, pointer: Expr, to: QualType, span: Span) -> Expr {
        let qualifiers = Qualifiers { is_atomic: true, ..to.qualifiers };
        let ty = QualType { id: to.id, qualifiers };
        node(ExprKind::Dereference(Box::new(pointer)), ty, span)
    }

    /// An operation on an object, if there are instructions for its size; pointers would lose what they may reach.
    fn atomic_node(
        &mut self,
        operator: AtomicOperator,
        operands: Vec<Expr>,
        object: TypeId,
        result: TypeId,
        span: Span,
    ) -> Expr {
        let size = self.types.size(object);
        let is_integer = self.types.is_integer(object);
        if !is_integer || !matches!(size, 4 | 8) {
            return self.reject(messages::atomic_size(span));
        }
        node(ExprKind::Atomic(operator, operands), result, span)
    }

    /// `target operator= value` and `++`, `--` on an atomic object.
    pub(super) fn atomic_update(
        &mut self,
        operator: ArithmeticOperator,
        target: Expr,
        value: Expr,
        gives_old: bool,
        span: Span,
    ) -> Expr {
        let ty = target.ty.id;
        if !self.types.is_integer(value.ty.id) {
            return self.reject(messages::atomic_size(span));
        }
        self.take_address(&target);
        let pointer = self.types.pointer(target.ty);
        let place = target.span;
        let object = node(ExprKind::AddressOf(Box::new(target)), pointer, place);
        let value = self.convert(value, ty);
        let operator = AtomicOperator::Update { operator, gives_old };
        self.atomic_node(operator, vec![object, value], ty, ty, span)
    }
}

fn fence(span: Span) -> Expr {
    node(ExprKind::Atomic(AtomicOperator::Fence, vec![]), Types::VOID, span)
}
