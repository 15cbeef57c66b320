//! The built-in functions of GNU C: names that begin with `__builtin_` and need no declaration.
//!
//! Most are functions of the library under another name. The others are operators, or calls of the
//! routines that GCC's own code calls too (`__clzdi2` and its kin).

use source::Span;

use super::complex::complex_function;
use super::floating_builtin::is_floating_operation;

use crate::Name;
use crate::ast::{self, Identifier};
use crate::constant::Constant;
use crate::sema::classify::Classify;
use crate::sema::flow::has_effects;
use crate::sema::scope::Entity;
use crate::sema::{Sema, error_expr, messages, node};
use crate::tree::{
    AddressBase, ArithmeticOperator, Builtin, CompareOperator, Conversion, Expr, ExprKind,
    FunctionId, Linkage,
};
use crate::types::{Basic, FunctionType, QualType, Qualifiers, Type, TypeId, Types};

/// What the names begin with.
const PREFIX: &str = "__builtin_";

/// Functions of the library that are also built in, each with its type: the result, then the parameters. `p` is `void *`,
/// `P` `const void *`, `s` `char *`, `S` `const char *`, `i` `int`, `l` `long`, `q` `long long`, `u` `unsigned int`, `z`
/// `unsigned long`, `o` `unsigned __int128`, `v` `void`, `f` `float`, `d` `double`, `D` `long double`, and `w`, `x`, `X`
/// the complex types with these parts; `.` stands for more arguments.
const LIBRARY: &[(&str, &str)] = &[
    ("abort", "v"),
    ("abs", "ii"),
    ("calloc", "pzz"),
    ("copysign", "ddd"),
    ("copysignf", "fff"),
    ("copysignl", "DDD"),
    ("exit", "vi"),
    ("fabs", "dd"),
    ("fabsf", "ff"),
    ("fabsl", "DD"),
    ("free", "vp"),
    ("labs", "ll"),
    ("llabs", "qq"),
    ("malloc", "pz"),
    ("memchr", "pPiz"),
    ("memcmp", "iPPz"),
    ("memcpy", "ppPz"),
    ("memmove", "ppPz"),
    ("mempcpy", "ppPz"),
    ("memset", "ppiz"),
    ("printf", "iS."),
    ("putchar", "ii"),
    ("pow", "ddd"),
    ("puts", "iS"),
    ("realloc", "ppz"),
    ("snprintf", "iszS."),
    ("sprintf", "isS."),
    ("strcat", "ssS"),
    ("strchr", "sSi"),
    ("strcmp", "iSS"),
    ("strcpy", "ssS"),
    ("strcspn", "zSS"),
    ("strdup", "sS"),
    ("strlen", "zS"),
    ("strncat", "ssSz"),
    ("strncmp", "iSSz"),
    ("strncpy", "ssSz"),
    ("strpbrk", "sSS"),
    ("strrchr", "sSi"),
    ("strspn", "zSS"),
    ("strstr", "sSS"),
];

/// A function of bits: its name without the suffix for `long`, the routine, whether its argument is signed, and by how much
/// the routine counts too many for an `int`.
const BITS: &[(&str, &str, bool, i64)] = &[
    ("clz", "__clzdi2", false, 32),
    ("ctz", "__ctzdi2", false, 0),
    ("popcount", "__popcountdi2", false, 0),
    ("parity", "__paritydi2", false, 0),
    ("ffs", "__ffsdi2", true, 0),
    ("clrsb", "__clrsbdi2", true, 32),
];

/// What a name with `_overflow` computes.
struct Overflow {
    operation: char,
    /// The type of operands and result; `None` when each has its own.
    basic: Option<Basic>,
    /// Whether the last operand only has the type of the result.
    is_predicate: bool,
}

impl Sema<'_> {
    /// The call of a built-in function; `None` when there is none of that name.
    pub(super) fn builtin_call(
        &mut self,
        name: &str,
        operands: &[ast::Expr],
        span: Span,
    ) -> Option<Expr> {
        if name.starts_with("__atomic_") || name.starts_with("__sync_") {
            let values = operands.iter().map(|operand| self.value(operand)).collect();
            return self.atomic_call(name, values, span);
        }
        let word = name.strip_prefix(PREFIX)?;
        if let Some(&(function, signature)) = LIBRARY.iter().find(|row| row.0 == word) {
            let values = operands.iter().map(|operand| self.value(operand)).collect();
            return Some(self.library_call(function, signature, values, span));
        }
        if let Some((function, signature)) = complex_function(word) {
            let values = operands.iter().map(|operand| self.value(operand)).collect();
            return Some(self.library_call(function, &signature, values, span));
        }
        if let Some(overflow) = overflow(word) {
            return Some(self.overflow(&overflow, operands, span));
        }
        match (word, operands) {
            ("constant_p", _) => return Some(self.is_constant(operands, span)),
            ("classify_type", [operand]) => {
                let value = self.unevaluated(|sema| sema.value(operand));
                return Some(self.classified(&value, span));
            }
            _ => {}
        }
        let mut values: Vec<Expr> = operands.iter().map(|operand| self.value(operand)).collect();
        if values.iter().any(|value| self.types.is_error(value.ty.id)) {
            return Some(error_expr(span));
        }
        let count = values.len();
        Some(match (word, count) {
            ("expect", 2) | ("expect_with_probability", 3) => self.expected(values, span),
            ("assume_aligned", 2 | 3) => values.swap_remove(0),
            ("prefetch", 1..=3) => self.nothing(values, span),
            ("unreachable" | "trap", 0) => {
                node(operation(Builtin::Trap, vec![]), Types::VOID, span)
            }
            ("alloca", 1) | ("alloca_with_align", 2) => {
                let size = self.convert(values.swap_remove(0), Types::basic(Basic::UnsignedLong));
                self.pointer_from(operation(Builtin::AllocateStack(None), vec![size]), span)
            }
            ("frame_address" | "return_address", 1) => self.frame_word(word, &values[0], span),
            ("complex", 2) => self.complex_of_parts(values, span),
            ("signbit", 1) => return self.sign_bit(values.swap_remove(0), span),
            ("object_size" | "dynamic_object_size", 2) => self.unknown_size(&values[1], span),
            ("bswap16" | "bswap32" | "bswap64", 1) => {
                self.reversed(word, values.swap_remove(0), span)
            }
            _ if count == 1 && is_classification(word) => {
                return self.has_class(word, values.swap_remove(0), span);
            }
            _ if is_floating_operation(word, count) => self.floating_operation(word, values, span),
            _ => return self.bits(word, values, span),
        })
    }

    /// `__builtin_signbit(x)`, of any floating type: the library's function for that type.
    fn sign_bit(&mut self, value: Expr, span: Span) -> Option<Expr> {
        let (name, signature) = match self.types.as_basic(value.ty.id)? {
            Basic::Float => ("__signbitf", "if"),
            Basic::Double => ("__signbit", "id"),
            Basic::LongDouble => ("__signbitl", "iD"),
            _ => return None,
        };
        Some(self.library_call(name, signature, vec![value], span))
    }

    /// A call of a library function that need not have been declared.
    fn library_call(&mut self, name: &str, signature: &str, values: Vec<Expr>, span: Span) -> Expr {
        if values.iter().any(|value| self.types.is_error(value.ty.id)) {
            return error_expr(span);
        }
        let Some(id) = self.library_function(name, signature, span) else {
            return error_expr(span);
        };
        let function = self.functions[id.0 as usize].ty.clone();
        let Some(arguments) = self.arguments(&function, Some(id), values, span) else {
            return error_expr(span);
        };
        let ty = self.types.intern(crate::types::Type::Function(function.clone()));
        let callee = Box::new(node(ExprKind::Function(id), ty, span));
        let result = function.result;
        node(ExprKind::Call { callee, function, arguments }, result, span)
    }

    /// The function of that name, as it is declared, else as the signature says.
    fn library_function(&mut self, name: &str, signature: &str, span: Span) -> Option<FunctionId> {
        let name = Identifier { name: self.names.intern(name), span };
        match self.linked.get(&name.name) {
            Some(Entity::Function(id)) => return Some(*id),
            Some(_) => {
                let text = self.names.text(name.name);
                self.report(messages::redefinition(span, text, span));
                return None;
            }
            None => {}
        }
        let (fixed, is_variadic) = match signature.strip_suffix('.') {
            Some(fixed) => (fixed, true),
            None => (signature, false),
        };
        let mut types: Vec<TypeId> = fixed.chars().map(|letter| self.letter_type(letter)).collect();
        let result = QualType::from(types.remove(0));
        let ty = FunctionType { result, parameters: Some(types), is_variadic };
        Some(self.new_function(name, ty, Linkage::External))
    }

    /// A function that is declared by being called, as C89 allows: one of the library's has its type, another one is
    /// `int name()`.
    pub(super) fn implicit_function(&mut self, name: Name, span: Span) -> Expr {
        let text = self.text(name).to_string();
        self.report(messages::implicit_function(span, &text));
        let known = LIBRARY.iter().find(|row| row.0 == text);
        let id = match known {
            Some(&(function, signature)) => self.library_function(function, signature, span),
            None => {
                let result = QualType::from(Types::basic(Basic::Int));
                let ty = FunctionType { result, parameters: None, is_variadic: false };
                let declared = match self.linked.get(&name) {
                    Some(Entity::Function(id)) => Some(*id),
                    _ => None,
                };
                let identifier = Identifier { name, span };
                declared.or_else(|| Some(self.new_function(identifier, ty, Linkage::External)))
            }
        };
        let Some(id) = id else { return error_expr(span) };
        self.scopes.bind(name, Entity::Function(id), span);
        let function = self.functions[id.0 as usize].ty.clone();
        let ty = self.types.intern(crate::types::Type::Function(function));
        node(ExprKind::Function(id), ty, span)
    }

    /// The type that a letter of a signature stands for.
    fn letter_type(&mut self, letter: char) -> TypeId {
        let qualifiers = Qualifiers { is_const: letter.is_uppercase(), ..Qualifiers::NONE };
        let to = match letter {
            'p' | 'P' => Types::VOID,
            's' | 'S' => Types::basic(Basic::Char),
            'i' => return Types::basic(Basic::Int),
            'l' => return Types::basic(Basic::Long),
            'q' => return Types::basic(Basic::LongLong),
            'u' => return Types::basic(Basic::UnsignedInt),
            'z' => return Types::basic(Basic::UnsignedLong),
            'o' => return Types::basic(Basic::UnsignedInt128),
            'f' => return Types::basic(Basic::Float),
            'd' => return Types::basic(Basic::Double),
            'D' => return Types::basic(Basic::LongDouble),
            'w' => return Types::complex(Basic::Float),
            'x' => return Types::complex(Basic::Double),
            'X' => return Types::complex(Basic::LongDouble),
            _ => return Types::VOID,
        };
        self.types.pointer(QualType { id: to, qualifiers })
    }

    /// `__builtin_constant_p(expression)`: whether it is a constant expression here.
    fn is_constant(&mut self, operands: &[ast::Expr], span: Span) -> Expr {
        let is_constant = operands.iter().all(|operand| {
            let value = self.unevaluated(|sema| sema.value(operand));
            // As GCC says without optimisation: of addresses, only that of a text is one.
            match self.evaluate(&value) {
                Ok(Constant::Address { base, .. }) => {
                    matches!(base, None | Some(AddressBase::String(_)))
                }
                known => known.is_ok(),
            }
        });
        node(ExprKind::Integer(i64::from(is_constant)), Types::basic(Basic::Int), span)
    }

    /// `__builtin_expect(value, expected)`: the value, as a long, after the effects of the other operand.
    fn expected(&mut self, mut values: Vec<Expr>, span: Span) -> Expr {
        let value = self.convert(values.remove(0), Types::basic(Basic::Long));
        if !values.iter().any(has_effects) {
            return Expr { span, ..value };
        }
        let ty = value.ty;
        let others = Box::new(self.nothing(values, span));
        node(ExprKind::Comma(others, Box::new(value)), ty, span)
    }

    /// `__builtin_classify_type(value)`: the numbers of GCC's `typeclass.h`.
    fn classified(&mut self, value: &Expr, span: Span) -> Expr {
        let class = match self.types.get(value.ty.id) {
            Type::Void => 0,
            Type::Pointer(_) | Type::Function(_) => 5,
            Type::Record(id) => match self.types.record(*id).kind {
                ast::RecordKind::Struct => 12,
                ast::RecordKind::Union => 13,
            },
            Type::Basic(basic) if basic.is_floating() => 8,
            _ => 1,
        };
        node(ExprKind::Integer(class), Types::basic(Basic::Int), span)
    }

    /// `__builtin_isinf(x)` and its kin: what the library's classification of that type says.
    fn has_class(&mut self, word: &str, value: Expr, span: Span) -> Option<Expr> {
        let base = word.strip_suffix(['f', 'l']).filter(|it| class_of(it).is_some());
        let (base, asked) = match base {
            Some(base) if word.ends_with('f') => (base, Basic::Float),
            Some(base) => (base, Basic::LongDouble),
            None => (word, self.types.as_basic(value.ty.id)?),
        };
        let (operator, class) = class_of(base)?;
        let (name, signature) = match asked {
            Basic::Float => ("__fpclassifyf", "if"),
            Basic::LongDouble => ("__fpclassifyl", "iD"),
            _ => ("__fpclassify", "id"),
        };
        let found = self.library_call(name, signature, vec![value], span);
        let int = Types::basic(Basic::Int);
        let class = Box::new(node(ExprKind::Integer(class), int, span));
        Some(node(ExprKind::Compare(operator, Box::new(found), class), int, span))
    }

    /// The operands, evaluated for their effects.
    fn nothing(&mut self, values: Vec<Expr>, span: Span) -> Expr {
        let void =
            |value| node(ExprKind::Convert(Box::new(value), Conversion::ToVoid), Types::VOID, span);
        let both = |first, second| {
            node(ExprKind::Comma(Box::new(first), Box::new(second)), Types::VOID, span)
        };
        let all = values.into_iter().map(void).reduce(both);
        all.unwrap_or_else(|| error_expr(span))
    }

    fn pointer_from(&mut self, kind: ExprKind, span: Span) -> Expr {
        let pointer = self.types.pointer(Types::VOID);
        node(kind, pointer, span)
    }

    /// `__builtin_frame_address(0)`, `__builtin_return_address(0)`; of callers nothing is known (GCC gives 0 or worse).
    fn frame_word(&mut self, word: &str, level: &Expr, span: Span) -> Expr {
        let builtin = match word {
            "frame_address" => Builtin::FrameAddress,
            _ => Builtin::ReturnAddress,
        };
        match level.kind {
            ExprKind::Integer(0) => self.pointer_from(operation(builtin, vec![]), span),
            _ => self.pointer_from(ExprKind::Integer(0), span),
        }
    }

    /// `__builtin_object_size(pointer, kind)`: the answer for what is not known.
    fn unknown_size(&mut self, kind: &Expr, span: Span) -> Expr {
        let is_minimum = matches!(kind.kind, ExprKind::Integer(2 | 3));
        let size = if is_minimum { 0 } else { -1 };
        node(ExprKind::Integer(size), Types::basic(Basic::UnsignedLong), span)
    }

    /// `__builtin_bswap16` to `64`.
    fn reversed(&mut self, word: &str, value: Expr, span: Span) -> Expr {
        let (routine, signature, basic) = match word {
            "bswap64" => ("__bswapdi2", "zz", Basic::UnsignedLong),
            "bswap32" => ("__bswapsi2", "uu", Basic::UnsignedInt),
            _ => ("__bswapsi2", "uu", Basic::UnsignedShort),
        };
        let value = self.convert(value, Types::basic(basic));
        let reversed = self.library_call(routine, signature, vec![value], span);
        if basic != Basic::UnsignedShort || self.types.is_error(reversed.ty.id) {
            return reversed;
        }
        let sixteen = Box::new(node(ExprKind::Integer(16), Types::basic(Basic::Int), span));
        let ty = reversed.ty;
        let kind =
            ExprKind::Arithmetic(ArithmeticOperator::ShiftRight, Box::new(reversed), sixteen);
        self.convert(node(kind, ty, span), Types::basic(basic))
    }

    /// `__builtin_clz` and its kin, for `int`, `long` (`l`) and `long long` (`ll`).
    fn bits(&mut self, word: &str, mut values: Vec<Expr>, span: Span) -> Option<Expr> {
        let base = word.trim_end_matches('l');
        let &(_, routine, is_signed, excess) = BITS.iter().find(|row| row.0 == base)?;
        if values.len() != 1 {
            return None;
        }
        let is_int = base == word;
        let basic = match (is_int, is_signed) {
            (true, true) => Basic::Int,
            (true, false) => Basic::UnsignedInt,
            (false, true) => Basic::Long,
            (false, false) => Basic::UnsignedLong,
        };
        let value = self.convert(values.swap_remove(0), Types::basic(basic));
        let signature = if is_signed { "il" } else { "iz" };
        let count = self.library_call(routine, signature, vec![value], span);
        if !is_int || excess == 0 || self.types.is_error(count.ty.id) {
            return Some(count);
        }
        let excess = Box::new(node(ExprKind::Integer(excess), Types::basic(Basic::Int), span));
        let ty = count.ty;
        let kind = ExprKind::Arithmetic(ArithmeticOperator::Subtract, Box::new(count), excess);
        Some(node(kind, ty, span))
    }

    /// `__builtin_add_overflow(left, right, result)` and its kin.
    fn overflow(&mut self, overflow: &Overflow, operands: &[ast::Expr], span: Span) -> Expr {
        let mut values: Vec<Expr> = operands.iter().map(|operand| self.value(operand)).collect();
        if values.iter().any(|value| self.types.is_error(value.ty.id)) {
            return error_expr(span);
        }
        let (Some(last), Some(right), Some(left)) = (values.pop(), values.pop(), values.pop())
        else {
            return self.reject(messages::overflow_operands(span));
        };
        let target = match overflow.is_predicate {
            true => Some(last.ty.id),
            false => self.types.pointee(last.ty.id).map(|to| to.id),
        };
        let types = [Some(left.ty.id), Some(right.ty.id), target];
        let is_integer = |ty: &Option<TypeId>| ty.is_some_and(|ty| self.types.is_integer(ty));
        let Some(width) = target.filter(|_| types.iter().all(is_integer)) else {
            return self.reject(messages::overflow_operands(span));
        };
        let result = match overflow.is_predicate {
            true => self.pointer_from(ExprKind::Integer(0), span),
            false => self.convert_to_void_pointer(last),
        };
        let number = |value| node(ExprKind::Integer(value), Types::basic(Basic::Int), span);
        let is_signed = |sema: &Self, ty| {
            let basic = sema.types.as_basic(ty);
            number(i64::from(basic.is_some_and(|basic| basic.is_signed())))
        };
        let is_wide = types.iter().flatten().any(|&ty| {
            overflow.basic.is_none() && self.types.as_basic(ty).is_some_and(Basic::is_int128)
        });
        let (routine, signature, word) = match is_wide {
            true => ("__cutaway_overflow_int128", "iioioipii", Basic::UnsignedInt128),
            false => ("__cutaway_overflow", "iizizipii", Basic::UnsignedLong),
        };
        let mut arguments = vec![number(i64::from(u32::from(overflow.operation)))];
        for operand in [left, right] {
            let operand = match overflow.basic {
                Some(basic) => self.convert(operand, Types::basic(basic)),
                None => operand,
            };
            let sign = is_signed(self, operand.ty.id);
            arguments.push(self.convert(operand, Types::basic(word)));
            arguments.push(sign);
        }
        arguments.push(result);
        arguments.push(number(self.types.size(width) as i64 * 8));
        arguments.push(is_signed(self, width));
        self.library_call(routine, signature, arguments, span)
    }

    fn convert_to_void_pointer(&mut self, pointer: Expr) -> Expr {
        let void = self.types.pointer(Types::VOID);
        self.convert(pointer, void)
    }
}

/// What a classification compares the class with (`FP_NAN` and so on of `<math.h>`).
fn class_of(word: &str) -> Option<(CompareOperator, i64)> {
    Some(match word {
        "isnan" => (CompareOperator::Equal, 0),
        "isinf" => (CompareOperator::Equal, 1),
        "isfinite" | "finite" => (CompareOperator::GreaterEqual, 2),
        "isnormal" => (CompareOperator::Equal, 4),
        _ => return None,
    })
}

/// Whether a name, with the letter of a type or without, is one of these.
fn is_classification(word: &str) -> bool {
    class_of(word).is_some()
        || word.strip_suffix(['f', 'l']).is_some_and(|it| class_of(it).is_some())
}

fn operation(builtin: Builtin, operands: Vec<Expr>) -> ExprKind {
    ExprKind::Builtin(builtin, operands)
}

/// `add_overflow`, `sadd_overflow`, `umulll_overflow`, `sub_overflow_p` and so on.
fn overflow(word: &str) -> Option<Overflow> {
    let (operator, is_predicate) = match word.strip_suffix("_overflow_p") {
        Some(operator) => (operator, true),
        None => (word.strip_suffix("_overflow")?, false),
    };
    let operation = |operator: &str| match operator {
        "add" => Some('+'),
        "sub" => Some('-'),
        "mul" => Some('*'),
        _ => None,
    };
    if let Some(operation) = operation(operator) {
        return Some(Overflow { operation, basic: None, is_predicate });
    }
    let (sign, rest) = operator.split_at_checked(1)?;
    let (operator, size) = rest.split_at_checked(3)?;
    let basic = match (sign, size) {
        ("s", "") => Basic::Int,
        ("u", "") => Basic::UnsignedInt,
        ("s", "l") => Basic::Long,
        ("u", "l") => Basic::UnsignedLong,
        ("s", "ll") => Basic::LongLong,
        ("u", "ll") => Basic::UnsignedLongLong,
        _ => return None,
    };
    Some(Overflow { operation: operation(operator)?, basic: Some(basic), is_predicate })
}
