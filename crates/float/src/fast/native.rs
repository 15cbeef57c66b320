//! The formats that the host computes with.

use crate::format::{F32, F64, Format};
use std::ops::{Add, Div, Mul, Neg, Sub};

/// A format that is one of the host's types.
pub trait Native: Format {
    /// The host's type.
    type Host: Copy
        + PartialOrd
        + Add<Output = Self::Host>
        + Sub<Output = Self::Host>
        + Mul<Output = Self::Host>
        + Div<Output = Self::Host>
        + Neg<Output = Self::Host>;

    /// The number as the host's.
    fn to_host(bits: Self::Bits) -> Self::Host;

    /// The bits of the host's number.
    fn to_bits(host: Self::Host) -> Self::Bits;

    /// Exact, but for NaNs.
    fn to_f64(host: Self::Host) -> f64;

    /// Rounded to nearest-even.
    fn from_f64(wide: f64) -> Self::Host;

    /// The square root, rounded to nearest-even.
    fn square_root(host: Self::Host) -> Self::Host;

    /// `x * y + z` rounded once to nearest-even, if the host does it well; the result is only
    /// right if it is normal and not next to a subnormal one.
    fn fused(x: Self::Host, y: Self::Host, z: Self::Host) -> Option<Self::Host>;

    /// The integer, rounded to nearest-even.
    fn from_i64(integer: i64) -> Self::Host;

    /// The integer, rounded to nearest-even.
    fn from_u64(integer: u64) -> Self::Host;

    /// The integer part of a number below 2^63 in magnitude.
    fn to_i64(host: Self::Host) -> i64;
}

macro_rules! native {
    ($format:ident $host:ident $fused:ident) => {
        impl Native for $format {
            type Host = $host;

            #[inline]
            fn to_host(bits: Self::Bits) -> $host {
                $host::from_bits(bits)
            }

            #[inline]
            fn to_bits(host: $host) -> Self::Bits {
                host.to_bits()
            }

            #[inline]
            fn to_f64(host: $host) -> f64 {
                f64::from(host)
            }

            #[inline]
            fn from_f64(wide: f64) -> $host {
                wide as $host
            }

            #[inline]
            fn square_root(host: $host) -> $host {
                host.sqrt()
            }

            #[inline]
            fn fused(x: $host, y: $host, z: $host) -> Option<$host> {
                $fused(x, y, z)
            }

            #[inline]
            fn from_i64(integer: i64) -> $host {
                integer as $host
            }

            #[inline]
            fn from_u64(integer: u64) -> $host {
                integer as $host
            }

            #[inline]
            fn to_i64(host: $host) -> i64 {
                host as i64
            }
        }
    };
}

native!(F32 f32 fused_in_f64);
native!(F64 f64 fused_by_host);

/// Whether the host has an instruction for it, or glibc, whose function uses it where the processor
/// has it; any other library's function would be slower than ours.
const HAS_FUSED: bool = cfg!(any(
    target_arch = "aarch64",
    target_feature = "fma",
    all(target_arch = "x86_64", target_env = "gnu")
));

#[inline]
fn fused_by_host(x: f64, y: f64, z: f64) -> Option<f64> {
    HAS_FUSED.then(|| x.mul_add(y, z))
}

/// The product of two binary32 is exact in binary64; the sum is rounded to odd, so that rounding
/// it again to binary32 gives what rounding once would.
///
/// **Source**: S. Boldo, G. Melquiond, *Emulation of FMA and Correctly Rounded Sums: Proved
/// Algorithms Using Rounding to Odd*, 2008.
#[inline]
fn fused_in_f64(x: f32, y: f32, z: f32) -> Option<f32> {
    let (product, term) = (f64::from(x) * f64::from(y), f64::from(z));
    let sum = product + term;
    let term_in_sum = sum - product;
    let error = (product - (sum - term_in_sum)) + (term - term_in_sum);
    let bits = sum.to_bits();
    let odd = match (error == 0.0 || bits & 1 == 1, (error > 0.0) == (sum > 0.0)) {
        (true, _) => bits,
        (false, true) => bits + 1,
        (false, false) => bits - 1,
    };
    Some(f64::from_bits(odd) as f32)
}
