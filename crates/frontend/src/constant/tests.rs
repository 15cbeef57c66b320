use source::{FileId, Span};

use super::*;
use crate::tree::ArithmeticOperator::{self, *};
use crate::tree::{GlobalId, LocalId};
use crate::types::QualType;

fn node(kind: ExprKind, ty: impl Into<QualType>) -> Expr {
    Expr { kind, ty: ty.into(), span: Span::new(FileId(0), 0, 0) }
}

fn integer(value: i64, basic: Basic) -> Expr {
    node(ExprKind::Integer(value), Types::basic(basic))
}

fn binary(operator: ArithmeticOperator, left: Expr, right: Expr) -> Expr {
    let ty = left.ty;
    node(ExprKind::Arithmetic(operator, Box::new(left), Box::new(right)), ty)
}

fn convert(operand: Expr, conversion: Conversion, basic: Basic) -> Expr {
    node(ExprKind::Convert(Box::new(operand), conversion), Types::basic(basic))
}

fn check(expr: Expr, expected: Result<Constant, &str>) {
    let value = evaluate(&expr, &Types::new());
    assert_eq!(value, expected.map_err(|why| NotConstant { span: expr.span, why: why.into() }));
}

fn check_ints(operator: ArithmeticOperator, left: i64, right: i64, expected: Result<i64, &str>) {
    let expr = binary(operator, integer(left, Basic::Int), integer(right, Basic::Int));
    check(expr, expected.map(|value| Constant::Integer(value.into())));
}

#[test]
fn c17_6_6p4_signed_overflow_has_no_value() {
    let (most, least) = (i64::from(i32::MAX), i64::from(i32::MIN));
    check_ints(Add, most, 1, Err("the result, 2147483648, does not fit in `int`"));
    check_ints(Multiply, most, -2, Err("the result, -4294967294, does not fit in `int`"));
    check_ints(Divide, least, -1, Err("the result, 2147483648, does not fit in `int`"));
    check_ints(Remainder, least, -1, Err("the result, 2147483648, does not fit in `int`"));
    check_ints(Subtract, least, -1, Ok(least + 1));
    check_ints(Divide, 1, 0, Err("this divides by zero"));
    check_ints(Remainder, -7, 2, Ok(-1));
}

#[test]
fn c17_6_2_5p9_unsigned_arithmetic_wraps() {
    let most = integer(-1, Basic::UnsignedLong);
    let square = binary(Multiply, most.clone(), most.clone());
    check(square, Ok(Constant::Integer(1)));
    check(
        binary(Divide, most, integer(2, Basic::UnsignedLong)),
        Ok(Constant::Integer(i64::MAX.into())),
    );
    let narrow = binary(Subtract, integer(0, Basic::UnsignedInt), integer(1, Basic::UnsignedInt));
    check(narrow, Ok(Constant::Integer(0xffff_ffff)));
}

#[test]
fn c17_6_5_7_shifts_stay_in_the_type() {
    check_ints(ShiftLeft, 1, 30, Ok(1 << 30));
    check_ints(ShiftLeft, 1, 31, Err("the result, 2147483648, does not fit in `int`"));
    check_ints(ShiftLeft, 1, 32, Err("this shifts by 32, but `int` has only 32 bits"));
    check_ints(ShiftLeft, -1, 1, Err("this shifts a negative number, -1, to the left"));
    check_ints(ShiftRight, -8, 1, Ok(-4));
}

#[test]
fn c17_6_3_1_conversions_are_exact() {
    let from = |value, to| convert(integer(value, Basic::Int), Conversion::Integer, to);
    check(from(300, Basic::Char), Ok(Constant::Integer(44)));
    check(from(-1, Basic::Char), Ok(Constant::Integer(255)));
    check(from(200, Basic::SignedChar), Ok(Constant::Integer(-56)));
    check(from(-1, Basic::UnsignedLong), Ok(Constant::Integer(u64::MAX.into())));
    let big = integer(-1, Basic::UnsignedLong);
    let floating = convert(big, Conversion::IntegerToFloating, Basic::Double);
    let rounded = Floating::from_constant("18446744073709551616", Basic::Double);
    check(floating.clone(), Ok(Constant::Floating(rounded.expect("it is a number"))));
    let back = convert(floating, Conversion::FloatingToInteger, Basic::UnsignedLong);
    check(back, Err("the result, 18446744073709551616, does not fit in `unsigned long`"));
}

#[test]
fn c17_6_6p9_addresses_of_static_objects_are_constants() {
    let mut types = Types::new();
    let int = Types::basic(Basic::Int);
    let array = types.array(int.into(), Some(8));
    let pointer = types.pointer(int);
    let global = node(ExprKind::Global(GlobalId(7)), array);
    let decayed = node(ExprKind::ArrayDecay(Box::new(global)), pointer);
    let add = ExprKind::PointerAdd {
        pointer: Box::new(decayed),
        index: Box::new(integer(3, Basic::Long)),
        size: 4,
        is_subtraction: false,
    };
    let element = node(ExprKind::Dereference(Box::new(node(add, pointer))), int);
    let address = node(ExprKind::AddressOf(Box::new(element)), pointer);
    let base = Some(AddressBase::Global(GlobalId(7)));
    assert_eq!(evaluate(&address, &types), Ok(Constant::Address { base, addend: 12 }));
    let local = node(ExprKind::Local(LocalId(0)), int);
    let address = node(ExprKind::AddressOf(Box::new(local)), pointer);
    assert!(evaluate(&address, &types).is_err());
    let null = node(ExprKind::Integer(0), pointer);
    assert_eq!(evaluate(&null, &types), Ok(Constant::Address { base: None, addend: 0 }));
}

#[test]
fn c17_6_6p3_what_is_not_evaluated_may_be_anything() {
    let load = node(ExprKind::Local(LocalId(0)), Types::basic(Basic::Int));
    let load = node(ExprKind::Load(Box::new(load)), Types::basic(Basic::Int));
    let zero = Box::new(integer(0, Basic::Int));
    let and = ExprKind::LogicalAnd(zero.clone(), Box::new(load.clone()));
    check(node(and, Types::basic(Basic::Int)), Ok(Constant::Integer(0)));
    let or = ExprKind::LogicalOr(zero, Box::new(load));
    let why = "the value of a variable is only known when the program runs";
    check(node(or, Types::basic(Basic::Int)), Err(why));
}

#[test]
fn integers_of_128_bits_wrap_or_must_fit() {
    let wide = |value| integer(value, Basic::Int128);
    let most = |basic| convert(integer(-1, Basic::Int), Conversion::Integer, basic);
    let shifted = |count| binary(ShiftLeft, wide(1), integer(count, Basic::Int));
    check(shifted(126), Ok(Constant::Integer(1 << 126)));
    check(shifted(127), Err("the result does not fit in `__int128`"));
    check(shifted(128), Err("this shifts by 128, but `__int128` has only 128 bits"));
    check(
        binary(Multiply, shifted(100), shifted(27)),
        Err("the result does not fit in `__int128`"),
    );
    check(binary(Divide, wide(-7), wide(2)), Ok(Constant::Integer(-3)));
    check(binary(Divide, wide(-7), wide(0)), Err("this divides by zero"));
    let unsigned = most(Basic::UnsignedInt128);
    check(binary(Add, unsigned.clone(), unsigned.clone()), Ok(Constant::Integer(-2)));
    let half = binary(Divide, unsigned.clone(), integer(2, Basic::UnsignedInt128));
    check(half, Ok(Constant::Integer(i128::MAX)));
    let compare = |left: Expr, right| {
        let kind = ExprKind::Compare(CompareOperator::Less, Box::new(left), Box::new(right));
        node(kind, Types::basic(Basic::Int))
    };
    check(compare(wide(1), unsigned.clone()), Ok(Constant::Integer(0)));
    check(compare(integer(1, Basic::UnsignedInt128), unsigned), Ok(Constant::Integer(1)));
}
