//! Types as C spells them: `const char *`, `int (*)[3]`, `struct point (*)(int, ...)`.
//!
//! A type is read from the outside (pointer to array of int) and spelled around the place where a
//! name would stand: pointers grow to the left of it, arrays and functions to the right, with
//! parentheses where the right would otherwise bind first (C17 6.7.7).

use super::{FunctionType, QualType, Qualifiers, Type, Types};
use crate::ast::RecordKind;
use crate::{Interner, Name};

/// How many derivations a spelled type may have; the rest of a longer one is `…`.
const DERIVATION_COUNT_MAX: usize = 64;

/// How C spells a type.
///
/// **Rule**: C17 6.7.7. What has no tag is spelled `struct <unnamed>`.
pub fn spell(types: &Types, names: &Interner, ty: QualType) -> String {
    Speller { types, names, derivations_left: DERIVATION_COUNT_MAX }.spell(ty)
}

struct Speller<'a> {
    types: &'a Types,
    names: &'a Interner,
    derivations_left: usize,
}

impl Speller<'_> {
    fn spell(&mut self, mut ty: QualType) -> String {
        let mut around = String::new();
        loop {
            let Some(left) = self.derivations_left.checked_sub(1) else {
                return join("…", &around);
            };
            self.derivations_left = left;
            match self.types.get(ty.id) {
                Type::Pointer(to) => {
                    around = pointer(ty.qualifiers, &around);
                    ty = *to;
                }
                Type::Array(of, length) => {
                    let length = length.map_or(String::new(), |length| length.to_string());
                    around = format!("{}[{length}]", parenthesized(around));
                    let qualifiers = of.qualifiers.union(ty.qualifiers);
                    ty = QualType { id: of.id, qualifiers };
                }
                Type::VariableArray(of, _) => {
                    around = format!("{}[*]", parenthesized(around));
                    let qualifiers = of.qualifiers.union(ty.qualifiers);
                    ty = QualType { id: of.id, qualifiers };
                }
                Type::Function(function) => {
                    let parameters = self.parameters(function);
                    around = format!("{}({parameters})", parenthesized(around));
                    ty = function.result;
                }
                _ => return join(&self.base(ty), &around),
            }
        }
    }

    fn parameters(&mut self, function: &FunctionType) -> String {
        let Some(parameters) = &function.parameters else { return String::new() };
        let mut spelled = vec![];
        for &parameter in parameters {
            if self.derivations_left == 0 {
                spelled.push("…".to_owned());
                break;
            }
            spelled.push(self.spell(parameter.into()));
        }
        match (spelled.is_empty(), function.is_variadic) {
            (true, _) => return "void".to_owned(),
            (false, true) => spelled.push("...".to_owned()),
            (false, false) => {}
        }
        spelled.join(", ")
    }

    fn base(&self, ty: QualType) -> String {
        let base = match self.types.get(ty.id) {
            Type::Void => "void".to_owned(),
            Type::Basic(basic) => basic.name().to_owned(),
            Type::Bits(basic, width) => format!("{} : {width}", basic.name()),
            Type::Complex(part) => format!("{} _Complex", part.name()),
            Type::Enum(id) => self.tagged("enum", self.types.enumeration(*id).tag),
            Type::Record(id) => {
                let record = self.types.record(*id);
                let keyword = match record.kind {
                    RecordKind::Struct => "struct",
                    RecordKind::Union => "union",
                };
                self.tagged(keyword, record.tag)
            }
            _ => "<unknown type>".to_owned(),
        };
        match qualifiers(ty.qualifiers) {
            words if words.is_empty() => base,
            words => format!("{words} {base}"),
        }
    }

    fn tagged(&self, keyword: &str, tag: Option<Name>) -> String {
        format!("{keyword} {}", tag.map_or("<unnamed>", |tag| self.names.text(tag)))
    }
}

/// The pointer's own qualifiers stand after its star.
fn pointer(own: Qualifiers, around: &str) -> String {
    match qualifiers(own) {
        words if words.is_empty() => format!("*{around}"),
        words if around.is_empty() => format!("*{words}"),
        words => format!("*{words} {around}"),
    }
}

fn parenthesized(around: String) -> String {
    if around.starts_with('*') { format!("({around})") } else { around }
}

fn join(base: &str, around: &str) -> String {
    match around.chars().next() {
        None => base.to_owned(),
        Some('[') => format!("{base}{around}"),
        Some(_) => format!("{base} {around}"),
    }
}

fn qualifiers(qualifiers: Qualifiers) -> String {
    let words = [
        (qualifiers.is_const, "const"),
        (qualifiers.is_volatile, "volatile"),
        (qualifiers.is_restrict, "restrict"),
        (qualifiers.is_atomic, "_Atomic"),
    ];
    let words: Vec<&str> = words.into_iter().filter(|word| word.0).map(|word| word.1).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::{Basic, TypeId};

    const INT: TypeId = TypeId(2 + Basic::Int as u32);
    const CONST: Qualifiers = Qualifiers { is_const: true, ..Qualifiers::NONE };

    fn check(types: &Types, ty: impl Into<QualType>, expected: &str) {
        assert_eq!(spell(types, &Interner::new(), ty.into()), expected);
    }

    fn function(result: TypeId, parameters: Option<Vec<TypeId>>, is_variadic: bool) -> Type {
        Type::Function(FunctionType { result: result.into(), parameters, is_variadic })
    }

    #[test]
    fn pointers_carry_their_own_qualifiers_after_the_star() {
        let mut types = Types::new();
        let to_const = types.pointer(QualType { id: Types::basic(Basic::Char), qualifiers: CONST });
        check(&types, to_const, "const char *");
        check(&types, QualType { id: to_const, qualifiers: CONST }, "const char *const");
        let outer = types.pointer(QualType { id: to_const, qualifiers: CONST });
        check(&types, outer, "const char *const *");
    }

    #[test]
    fn parentheses_stand_where_they_are_needed() {
        let mut types = Types::new();
        let array = types.array(INT.into(), Some(3));
        let matrix = types.array(array.into(), None);
        let to_array = types.pointer(array);
        check(&types, matrix, "int[][3]");
        check(&types, to_array, "int (*)[3]");
        let to_int = types.pointer(INT);
        let of_pointers = types.array(to_int.into(), Some(4));
        check(&types, of_pointers, "int *[4]");
        let main = types.intern(function(INT, Some(vec![INT, to_array]), true));
        check(&types, main, "int (int, int (*)[3], ...)");
        let callback = types.pointer(main);
        check(&types, callback, "int (*)(int, int (*)[3], ...)");
        let none = types.intern(function(to_int, Some(vec![]), false));
        check(&types, none, "int *(void)");
        let old = types.intern(function(callback, None, false));
        check(&types, old, "int (*())(int, int (*)[3], ...)");
    }

    #[test]
    fn endless_types_are_cut() {
        let mut types = Types::new();
        let mut ty = INT;
        for _ in 0..30 {
            ty = types.intern(function(INT, Some(vec![ty, ty, ty]), false));
            ty = types.pointer(ty);
        }
        assert!(spell(&types, &Interner::new(), ty.into()).len() < 2_000);
    }
}
