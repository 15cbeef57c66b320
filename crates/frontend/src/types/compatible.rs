//! Compatible types (C17 6.2.7): those between which nothing need be converted.

use super::{Basic, FunctionType, QualType, Type, TypeId, Types};

/// How many pairs of types are compared before two types count as compatible; no program that a
/// person wrote comes near.
const PAIR_COUNT_MAX: usize = 10_000;

/// How deep types are compared before they count as compatible.
const DEPTH_MAX: usize = 200;

/// Whether two types are compatible; qualified ones must be qualified alike.
///
/// **Rule**: C17 6.2.7p1, 6.7.2.2p4 (enumerations), 6.7.3p10 (qualifiers), 6.7.6.1p2 (pointers),
/// 6.7.6.2p6 (arrays), 6.7.6.3p15 (functions). Structs and unions of one translation unit are
/// compatible only with themselves. The type of what had an error is compatible with everything.
pub fn compatible(types: &Types, a: impl Into<QualType>, b: impl Into<QualType>) -> bool {
    Comparison { types, pairs_left: PAIR_COUNT_MAX }.qualified(a.into(), b.into(), 0)
}

struct Comparison<'a> {
    types: &'a Types,
    pairs_left: usize,
}

impl Comparison<'_> {
    fn qualified(&mut self, a: QualType, b: QualType, depth: usize) -> bool {
        let is_error = [a, b].iter().any(|ty| ty.id == Types::ERROR);
        is_error || (a.qualifiers == b.qualifiers && self.unqualified(a.id, b.id, depth))
    }

    fn unqualified(&mut self, a: TypeId, b: TypeId, depth: usize) -> bool {
        if a == b || a == Types::ERROR || b == Types::ERROR || depth > DEPTH_MAX {
            return true;
        }
        let Some(left) = self.pairs_left.checked_sub(1) else { return true };
        self.pairs_left = left;
        match (self.types.get(a), self.types.get(b)) {
            (Type::Pointer(a), Type::Pointer(b)) => self.qualified(*a, *b, depth + 1),
            (Type::Array(a, a_length), Type::Array(b, b_length)) => {
                let agrees = a_length.is_none() || b_length.is_none() || a_length == b_length;
                agrees && self.qualified(*a, *b, depth + 1)
            }
            // C17 6.7.6.2p6: if the lengths differ when the program runs, that is undefined.
            (Type::VariableArray(a, _), Type::VariableArray(b, _) | Type::Array(b, _))
            | (Type::Array(a, _), Type::VariableArray(b, _)) => self.qualified(*a, *b, depth + 1),
            (Type::Function(a), Type::Function(b)) => self.functions(a, b, depth + 1),
            (Type::Enum(id), Type::Basic(basic)) | (Type::Basic(basic), Type::Enum(id)) => {
                self.types.enumeration(*id).underlying == Some(*basic)
            }
            _ => false,
        }
    }

    /// A function's result has lost its qualifiers (C17 6.7.6.3p5).
    fn functions(&mut self, a: &FunctionType, b: &FunctionType, depth: usize) -> bool {
        if !self.unqualified(a.result.id, b.result.id, depth) {
            return false;
        }
        match (&a.parameters, &b.parameters) {
            (None, None) => true,
            (Some(known), None) => self.agrees_with_unspecified(known, a.is_variadic),
            (None, Some(known)) => self.agrees_with_unspecified(known, b.is_variadic),
            (Some(a_parameters), Some(b_parameters)) => {
                a.is_variadic == b.is_variadic
                    && a_parameters.len() == b_parameters.len()
                    && std::iter::zip(a_parameters, b_parameters)
                        .all(|(&a, &b)| self.unqualified(a, b, depth))
            }
        }
    }

    /// Whether a prototype agrees with `()`: its parameters are what arguments are promoted to
    /// (C17 6.7.6.3p15).
    fn agrees_with_unspecified(&self, parameters: &[TypeId], is_variadic: bool) -> bool {
        !is_variadic && parameters.iter().all(|&id| self.is_promoted(id))
    }

    /// Whether the default argument promotions leave the type alone (C17 6.5.2.2p6).
    fn is_promoted(&self, id: TypeId) -> bool {
        match self.types.as_basic(id) {
            None => true,
            Some(basic) => basic != Basic::Float && basic.size() >= Basic::Int.size(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::Qualifiers;

    const INT: TypeId = TypeId(2 + Basic::Int as u32);
    const CHAR: TypeId = TypeId(2 + Basic::Char as u32);

    fn check(types: &Types, a: TypeId, b: TypeId, expected: bool) {
        assert_eq!(compatible(types, a, b), expected);
        assert_eq!(compatible(types, b, a), expected);
    }

    #[test]
    fn c17_6_7_6_1p2_pointers_need_alike_qualified_pointees() {
        let mut types = Types::new();
        let qualifiers = Qualifiers { is_const: true, ..Qualifiers::NONE };
        let plain = types.pointer(CHAR);
        let constant = types.pointer(QualType { id: CHAR, qualifiers });
        check(&types, plain, plain, true);
        check(&types, plain, constant, false);
        check(&types, plain, Types::ERROR, true);
        check(&types, CHAR, Types::basic(Basic::UnsignedChar), false);
    }

    #[test]
    fn c17_6_7_6_2p6_an_unknown_length_agrees_with_every_length() {
        let mut types = Types::new();
        let [three, four, unknown] =
            [Some(3), Some(4), None].map(|length| types.array(INT.into(), length));
        check(&types, three, four, false);
        check(&types, three, unknown, true);
    }

    #[test]
    fn c17_6_7_6_3p15_empty_parentheses_agree_with_promoted_parameters() {
        let mut types = Types::new();
        let mut function = |parameters, is_variadic| {
            types.intern(Type::Function(FunctionType {
                result: INT.into(),
                parameters,
                is_variadic,
            }))
        };
        let unspecified = function(None, false);
        let promoted = function(Some(vec![INT]), false);
        let narrow = function(Some(vec![CHAR]), false);
        let variadic = function(Some(vec![INT]), true);
        check(&types, unspecified, promoted, true);
        check(&types, unspecified, narrow, false);
        check(&types, unspecified, variadic, false);
        check(&types, promoted, variadic, false);
        check(&types, promoted, narrow, false);
    }
}
