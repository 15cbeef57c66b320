//! Against the host's arithmetic, which rounds to nearest-even; and the fast way against the exact.

mod support;

use float::{F32, F64, Flags, Rounding, fast};
use proptest::prelude::*;
use support::{Layout, Numbers};

/// The bits of a host's result, where every NaN is the canonical one.
fn canonical64(value: f64) -> u64 {
    if value.is_nan() { 0x7ff8 << 48 } else { value.to_bits() }
}

fn canonical32(value: f32) -> u32 {
    if value.is_nan() { 0x7fc0_0000 } else { value.to_bits() }
}

/// Calls an operation with nearest-even and no flags.
fn nearest<T>(operation: impl FnOnce(Rounding, &mut Flags) -> T) -> T {
    operation(Rounding::NearestEven, &mut Flags::default())
}

/// Every operation of one format against the host's.
macro_rules! check_host {
    ($name:ident, $format:ident, $host:ident, $bits:ident, $canonical:ident) => {
        fn $name(seed: u64) {
            let operands = support::$format.operands(&mut Numbers::new(seed));
            let [a, b, c] = operands.map(|bits| bits as $bits);
            let [x, y, z] = [a, b, c].map($host::from_bits);
            let two = [
                ("+", nearest(|r, f| float::add::<$format>(a, b, r, f)), x + y),
                ("-", nearest(|r, f| float::sub::<$format>(a, b, r, f)), x - y),
                ("*", nearest(|r, f| float::mul::<$format>(a, b, r, f)), x * y),
                ("/", nearest(|r, f| float::div::<$format>(a, b, r, f)), x / y),
                ("sqrt", nearest(|r, f| float::sqrt::<$format>(a, r, f)), x.sqrt()),
                ("fma", nearest(|r, f| float::mul_add::<$format>(a, b, c, r, f)), x.mul_add(y, z)),
            ];
            for (name, ours, host) in two {
                assert_eq!(ours, $canonical(host), "{name} {a:#x} {b:#x} {c:#x}");
            }
            let quiet = &mut Flags::default();
            assert_eq!(float::eq::<$format>(a, b, quiet), x == y, "{a:#x} == {b:#x}");
            assert_eq!(float::lt::<$format>(a, b, quiet), x < y, "{a:#x} < {b:#x}");
            assert_eq!(float::le::<$format>(a, b, quiet), x <= y, "{a:#x} <= {b:#x}");
        }
    };
}

check_host!(check_host32, F32, f32, u32, canonical32);
check_host!(check_host64, F64, f64, u64, canonical64);

fn check_conversions(seed: u64) {
    let mut numbers = Numbers::new(seed);
    let a = support::F64.number(&mut numbers) as u64;
    let b = support::F32.number(&mut numbers) as u32;
    let (x, y) = (f64::from_bits(a), f32::from_bits(b));
    let narrow = nearest(|r, f| float::convert::<F64, F32>(a, r, f));
    assert_eq!(narrow, canonical32(x as f32), "{a:#x}");
    let wide = nearest(|r, f| float::convert::<F32, F64>(b, r, f));
    assert_eq!(wide, canonical64(f64::from(y)), "{b:#x}");
    let integer = numbers.integer();
    assert_eq!(nearest(|r, f| float::from_u64::<F64>(integer, r, f)), (integer as f64).to_bits());
    let signed = integer as i64;
    assert_eq!(nearest(|r, f| float::from_i64::<F32>(signed, r, f)), (signed as f32).to_bits());
    if !x.is_nan() {
        let mut flags = Flags::default();
        let integer = float::to_i64::<F64>(a, Rounding::TowardZero, &mut flags);
        assert_eq!(integer, x as i64, "{a:#x}");
        let unsigned = float::to_u32::<F64>(a, Rounding::TowardZero, &mut flags);
        assert_eq!(unsigned, x as u32, "{a:#x}");
    }
}

/// The fast operation and the exact one, with and without NX raised before, in every mode.
macro_rules! same {
    ($name:ident::<$($format:ident),*>($($operand:expr),*) in modes) => {
        for rounding in Rounding::ALL {
            for before in [Flags::NONE, Flags::NX] {
                let (mut quick, mut exact) = (before, before);
                let ours = fast::$name::<$($format),*>($($operand,)* rounding, &mut quick);
                let right = float::$name::<$($format),*>($($operand,)* rounding, &mut exact);
                let operands = ($($operand,)*);
                let text = concat!(stringify!($name), stringify!($($format)*));
                assert_eq!((ours, quick), (right, exact), "{text} {rounding:?} {operands:x?}");
            }
        }
    };
    ($name:ident::<$format:ident>($($operand:expr),*)) => {
        let (mut quick, mut exact) = (Flags::NONE, Flags::NONE);
        let ours = fast::$name::<$format>($($operand,)* &mut quick);
        let right = float::$name::<$format>($($operand,)* &mut exact);
        let text = concat!(stringify!($name), stringify!($format));
        assert_eq!((ours, quick), (right, exact), "{text} {:x?}", ($($operand,)*));
    };
}

macro_rules! check_fast {
    ($name:ident, $format:ident, $bits:ident) => {
        fn $name(operands: [u128; 3], integer: u64) {
            let [a, b, c] = operands.map(|bits| bits as $bits);
            same!(add::<$format>(a, b) in modes);
            same!(sub::<$format>(a, b) in modes);
            same!(mul::<$format>(a, b) in modes);
            same!(div::<$format>(a, b) in modes);
            same!(sqrt::<$format>(a) in modes);
            same!(mul_add::<$format>(a, b, c) in modes);
            same!(convert::<$format, F32>(a) in modes);
            same!(convert::<$format, F64>(a) in modes);
            same!(to_i32::<$format>(a) in modes);
            same!(to_u32::<$format>(a) in modes);
            same!(to_i64::<$format>(a) in modes);
            same!(to_u64::<$format>(a) in modes);
            same!(from_i32::<$format>(integer as i32) in modes);
            same!(from_u32::<$format>(integer as u32) in modes);
            same!(from_i64::<$format>(integer as i64) in modes);
            same!(from_u64::<$format>(integer) in modes);
            same!(eq::<$format>(a, b));
            same!(lt::<$format>(a, b));
            same!(le::<$format>(a, b));
        }
    };
}

check_fast!(check_fast32, F32, u32);
check_fast!(check_fast64, F64, u64);

/// Numbers with few digits, so that much of the arithmetic on them is exact.
fn simple_operands(layout: Layout, numbers: &mut Numbers) -> [u128; 3] {
    let [a, b, c] = [0; 3].map(|_| {
        let integer = numbers.next() >> (40 + numbers.next() % 24);
        (integer as f64) / f64::from(1u32 << (numbers.next() % 8))
    });
    let values = [a * b, b, -c];
    values.map(|value| match layout.exponent {
        8 => (value as f32).to_bits().into(),
        _ => value.to_bits().into(),
    })
}

fn check_fast_on(seed: u64) {
    let mut numbers = Numbers::new(seed);
    let integer = numbers.integer();
    check_fast32(support::F32.operands(&mut numbers), integer);
    check_fast64(support::F64.operands(&mut numbers), integer);
    check_fast32(simple_operands(support::F32, &mut numbers), numbers.next());
    check_fast64(simple_operands(support::F64, &mut numbers), numbers.next());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20_000))]

    #[test]
    fn nearest_even_is_what_the_host_does(seed: u64) {
        check_host32(seed);
        check_host64(seed);
        check_conversions(seed);
    }

    #[test]
    fn the_fast_way_gives_the_same_bits_and_flags(seed: u64) {
        check_fast_on(seed);
    }
}
