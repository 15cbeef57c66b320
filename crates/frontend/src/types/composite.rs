//! Composite types (C17 6.2.7p3): what two declarations of one thing say together.

use super::{FunctionType, QualType, Type, TypeId, Types, VariableLength};

/// How many pairs of types are put together; of further ones the first is taken as it is.
const PAIR_COUNT_MAX: usize = 10_000;

/// How deep two types are put together; below, the first is taken as it is.
const DEPTH_MAX: usize = 200;

/// The composite of two compatible types: array lengths and parameters that only one of them knows
/// are known. For types that are not compatible it is the first.
///
/// **Rule**: C17 6.2.7p3.
pub fn composite(types: &mut Types, a: TypeId, b: TypeId) -> TypeId {
    Composition { types, pairs_left: PAIR_COUNT_MAX }.unqualified(a, b, 0)
}

struct Composition<'a> {
    types: &'a mut Types,
    pairs_left: usize,
}

impl Composition<'_> {
    fn qualified(&mut self, a: QualType, b: QualType, depth: usize) -> QualType {
        QualType { id: self.unqualified(a.id, b.id, depth), qualifiers: a.qualifiers }
    }

    fn unqualified(&mut self, a: TypeId, b: TypeId, depth: usize) -> TypeId {
        if a == b || depth > DEPTH_MAX {
            return a;
        }
        let Some(left) = self.pairs_left.checked_sub(1) else { return a };
        self.pairs_left = left;
        let together = match (self.types.get(a).clone(), self.types.get(b).clone()) {
            (Type::Error, _) => return b,
            (Type::Pointer(a), Type::Pointer(b)) => Type::Pointer(self.qualified(a, b, depth + 1)),
            (Type::Array(a, a_length), Type::Array(b, b_length)) => {
                Type::Array(self.qualified(a, b, depth + 1), a_length.or(b_length))
            }
            (Type::VariableArray(..), Type::Array(..)) => return b,
            (Type::VariableArray(_, VariableLength::Unspecified), Type::VariableArray(..)) => {
                return b;
            }
            (Type::Function(a), Type::Function(b)) => {
                Type::Function(self.functions(a, b, depth + 1))
            }
            _ => return a,
        };
        self.types.intern(together)
    }

    fn functions(&mut self, a: FunctionType, b: FunctionType, depth: usize) -> FunctionType {
        let result = self.qualified(a.result, b.result, depth);
        let is_variadic = a.is_variadic || b.is_variadic;
        let parameters = match (a.parameters, b.parameters) {
            (Some(a), Some(b)) if a.len() == b.len() => {
                let pairs = std::iter::zip(a, b);
                Some(pairs.map(|(a, b)| self.unqualified(a, b, depth)).collect())
            }
            (a, b) => a.or(b),
        };
        FunctionType { result, parameters, is_variadic }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::Basic;

    #[test]
    fn c17_6_2_7p5_each_declaration_adds_what_it_knows() {
        let mut types = Types::new();
        let int = Types::basic(Basic::Int);
        let double = Types::basic(Basic::Double);
        let mut function = |length: Option<u64>| {
            let array = types.array(double.into(), length);
            let pointer = types.pointer(array);
            let parameters = Some(vec![int, pointer]);
            let function = FunctionType { result: int.into(), parameters, is_variadic: false };
            types.intern(Type::Function(function))
        };
        let open = function(None);
        let closed = function(Some(3));
        assert_eq!(composite(&mut types, open, closed), closed);
        assert_eq!(composite(&mut types, closed, open), closed);
        assert_eq!(composite(&mut types, int, double), int);
    }
}
