//! The same operations by the host's arithmetic, where that gives the same bits and flags.
//!
//! The host computes with rounding to nearest-even and hides its flags. That is enough when the
//! result itself shows that no exception but NX can have been raised, and NX is either raised
//! already (it is sticky) or cheaply shown not to be. All else goes the exact way, which takes
//! about ten times as long. Hosts compute binary32 and binary64 in these formats proper, as Rust
//! requires of its targets.
//!
//! When only NX is possible: a result above the least normal number by a power of two is neither
//! tiny nor was it before it was rounded; a sum that is smaller than that is exact.

mod integer;
mod native;

pub use crate::{classify, max, min};
pub use integer::{from_i32, from_i64, from_u32, from_u64, to_i32, to_i64, to_u32, to_u64};
pub use native::Native;

use crate::format::{Format, magnitude};
use crate::word::{Storage, Word};
use crate::{Flags, Rounding};

/// Whether the number is finite and so large that no rounding error can have made it normal.
#[inline]
fn is_surely_normal<F: Format>(bits: F::Bits) -> bool {
    exponent::<F>(bits).wrapping_sub(2) < exponent::<F>(F::INFINITY) - 2
}

/// The exponent as it is encoded.
#[inline(always)]
fn exponent<F: Format>(bits: F::Bits) -> u32 {
    (magnitude::<F>(bits) >> (F::PRECISION - 1)).to_u32()
}

/// How many digits the significand of a normal number has up to its last one; no less than that
/// for a subnormal one.
#[inline]
fn digit_count<F: Format>(bits: F::Bits) -> u32 {
    F::PRECISION - bits.trailing_zeros().min(F::PRECISION - 1)
}

/// Whether the product of two numbers has few enough digits to be exact, if it is normal.
#[inline]
fn has_exact_product<F: Format>(a: F::Bits, b: F::Bits) -> bool {
    digit_count::<F>(a) + digit_count::<F>(b) <= F::PRECISION
}

/// An operation on two numbers: first what the host can do of it, then all of it.
macro_rules! binary {
    ($name:ident, $quick:ident, $sign:literal, |$a:ident, $b:ident, $is_inexact:ident| $body:expr) => {
        #[doc = concat!("`a ", $sign, " b` to nearest-even, if no flag comes with it but NX,")]
        /// which must be raised already (`is_inexact`) or not come either.
        #[inline(always)]
        pub fn $quick<F: Native>($a: F::Bits, $b: F::Bits, $is_inexact: bool) -> Option<F::Bits> {
            $body
        }

        #[doc = concat!("`a ", $sign, " b`; see [`", stringify!($name), "`](crate::", stringify!($name), ").")]
        #[inline]
        pub fn $name<F: Native>(
            a: F::Bits,
            b: F::Bits,
            rounding: Rounding,
            flags: &mut Flags,
        ) -> F::Bits {
            if rounding == Rounding::NearestEven
                && let Some(result) = $quick::<F>(a, b, flags.contains(Flags::NX))
            {
                return result;
            }
            crate::$name::<F>(a, b, rounding, flags)
        }
    };
}

binary!(add, quick_add, "+", |a, b, is_inexact| quick_sum::<F>(
    F::to_host(a),
    F::to_host(b),
    is_inexact
));
binary!(sub, quick_sub, "-", |a, b, is_inexact| quick_sum::<F>(
    F::to_host(a),
    -F::to_host(b),
    is_inexact
));
binary!(mul, quick_mul, "*", |a, b, is_inexact| {
    let product = F::to_bits(F::to_host(a) * F::to_host(b));
    let is_right = is_surely_normal::<F>(product) && (is_inexact || has_exact_product::<F>(a, b));
    is_right.then_some(product)
});
binary!(div, quick_div, "/", |a, b, is_inexact| {
    let quotient = F::to_bits(F::to_host(a) / F::to_host(b));
    let is_right =
        is_surely_normal::<F>(quotient) && (is_inexact || is_exact_quotient::<F>(a, b, quotient));
    is_right.then_some(quotient)
});

#[inline(always)]
fn quick_sum<F: Native>(x: F::Host, y: F::Host, is_inexact: bool) -> Option<F::Bits> {
    let sum = F::to_bits(x + y);
    let is_finite = exponent::<F>(sum) != exponent::<F>(F::INFINITY);
    (is_finite && (is_inexact || is_exact_sum::<F>(x, y))).then_some(sum)
}

/// Whether the error of a sum is zero. **Source**: D. Knuth, *The Art of Computer Programming*,
/// volume 2, 4.2.2, theorem B.
#[inline]
fn is_exact_sum<F: Native>(x: F::Host, y: F::Host) -> bool {
    let sum = x + y;
    let y_in_sum = sum - x;
    let error = (x - (sum - y_in_sum)) + (y - y_in_sum);
    magnitude::<F>(F::to_bits(error)) == F::Bits::ZERO
}

/// Whether the product of divisor and quotient is exact and the dividend.
#[inline]
fn is_exact_quotient<F: Native>(a: F::Bits, b: F::Bits, quotient: F::Bits) -> bool {
    has_exact_product::<F>(b, quotient)
        && is_surely_normal::<F>(a)
        && F::to_host(b) * F::to_host(quotient) == F::to_host(a)
}

/// The square root of `a`; as for [`quick_add`].
#[inline(always)]
pub fn quick_sqrt<F: Native>(a: F::Bits, is_inexact: bool) -> Option<F::Bits> {
    let root = F::to_bits(F::square_root(F::to_host(a)));
    let is_right =
        is_surely_normal::<F>(root) && (is_inexact || is_exact_quotient::<F>(a, root, root));
    is_right.then_some(root)
}

/// The square root of `a`; see [`sqrt`](crate::sqrt).
#[inline]
pub fn sqrt<F: Native>(a: F::Bits, rounding: Rounding, flags: &mut Flags) -> F::Bits {
    if rounding == Rounding::NearestEven
        && let Some(root) = quick_sqrt::<F>(a, flags.contains(Flags::NX))
    {
        return root;
    }
    crate::sqrt::<F>(a, rounding, flags)
}

/// `a * b + c`, rounded once; as for [`quick_add`], but only when NX is raised already.
#[inline(always)]
pub fn quick_mul_add<F: Native>(
    a: F::Bits,
    b: F::Bits,
    c: F::Bits,
    is_inexact: bool,
) -> Option<F::Bits> {
    let sum = is_inexact.then(|| F::fused(F::to_host(a), F::to_host(b), F::to_host(c)))??;
    is_surely_normal::<F>(F::to_bits(sum)).then_some(F::to_bits(sum))
}

/// `a * b + c`, rounded once; see [`mul_add`](crate::mul_add).
#[inline]
pub fn mul_add<F: Native>(
    a: F::Bits,
    b: F::Bits,
    c: F::Bits,
    rounding: Rounding,
    flags: &mut Flags,
) -> F::Bits {
    if rounding == Rounding::NearestEven
        && let Some(sum) = quick_mul_add::<F>(a, b, c, flags.contains(Flags::NX))
    {
        return sum;
    }
    crate::mul_add::<F>(a, b, c, rounding, flags)
}

/// `a == b`; see [`eq`](crate::eq).
#[inline]
pub fn eq<F: Native>(a: F::Bits, b: F::Bits, flags: &mut Flags) -> bool {
    match F::to_host(a).partial_cmp(&F::to_host(b)) {
        Some(ordering) => ordering.is_eq(),
        None => crate::eq::<F>(a, b, flags),
    }
}

/// `a < b`; see [`lt`](crate::lt).
#[inline]
pub fn lt<F: Native>(a: F::Bits, b: F::Bits, flags: &mut Flags) -> bool {
    match F::to_host(a).partial_cmp(&F::to_host(b)) {
        Some(ordering) => ordering.is_lt(),
        None => crate::lt::<F>(a, b, flags),
    }
}

/// `a <= b`; see [`le`](crate::le).
#[inline]
pub fn le<F: Native>(a: F::Bits, b: F::Bits, flags: &mut Flags) -> bool {
    match F::to_host(a).partial_cmp(&F::to_host(b)) {
        Some(ordering) => ordering.is_le(),
        None => crate::le::<F>(a, b, flags),
    }
}

/// The number in another format; see [`convert`](crate::convert).
#[inline]
pub fn convert<From: Native, To: Native>(
    a: From::Bits,
    rounding: Rounding,
    flags: &mut Flags,
) -> To::Bits {
    let wide = From::to_f64(From::to_host(a));
    let host = To::from_f64(wide);
    let bits = To::to_bits(host);
    if To::to_f64(host) == wide {
        return bits;
    }
    if rounding == Rounding::NearestEven && is_surely_normal::<To>(bits) {
        flags.insert(Flags::NX);
        return bits;
    }
    crate::convert::<From, To>(a, rounding, flags)
}
