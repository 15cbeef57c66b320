//! Conversions between the host's formats and integers.

use super::Native;
use crate::{Flags, Rounding};

/// The number without its fraction, and whether there was none; `None` unless it is in an
/// `int64_t`.
#[inline]
fn truncate<F: Native>(a: F::Bits) -> Option<(i64, bool)> {
    let host = F::to_host(a);
    let least = F::from_i64(i64::MIN);
    if !(host >= least && host < -least) {
        return None;
    }
    let integer = F::to_i64(host);
    Some((integer, F::from_i64(integer) == host))
}

/// Whether an integer of this magnitude has no more digits than the format.
#[inline]
fn is_exact<F: Native>(magnitude: u64) -> bool {
    magnitude.leading_zeros() + magnitude.trailing_zeros() >= 64 - F::PRECISION
}

macro_rules! integers {
    ($($type:ident as $wide:ident: $to:ident, $from:ident by $host_from:ident;)*) => {
        $(
            #[doc = concat!("The number as `", stringify!($type), "`; see [`", stringify!($to),
                "`](crate::", stringify!($to), ").")]
            #[inline]
            pub fn $to<F: Native>(a: F::Bits, rounding: Rounding, flags: &mut Flags) -> $type {
                if let Some((integer, is_exact)) = truncate::<F>(a)
                    && (is_exact || rounding == Rounding::TowardZero)
                    && let Ok(integer) = $type::try_from(integer)
                {
                    if !is_exact {
                        flags.insert(Flags::NX);
                    }
                    return integer;
                }
                crate::$to::<F>(a, rounding, flags)
            }

            #[doc = concat!("The `", stringify!($type), "` as a number; see [`", stringify!($from),
                "`](crate::", stringify!($from), ").")]
            #[inline]
            pub fn $from<F: Native>(
                integer: $type,
                rounding: Rounding,
                flags: &mut Flags,
            ) -> F::Bits {
                let wide = $wide::from(integer);
                let is_exact = is_exact::<F>(magnitude::$wide(wide));
                if !is_exact && rounding != Rounding::NearestEven {
                    return crate::$from::<F>(integer, rounding, flags);
                }
                if !is_exact {
                    flags.insert(Flags::NX);
                }
                F::to_bits(F::$host_from(wide))
            }
        )*
    };
}

/// Magnitudes, by type.
mod magnitude {
    #[inline]
    pub(super) fn i64(integer: i64) -> u64 {
        integer.unsigned_abs()
    }

    #[inline]
    pub(super) fn u64(integer: u64) -> u64 {
        integer
    }
}

integers! {
    i32 as i64: to_i32, from_i32 by from_i64;
    u32 as i64: to_u32, from_u32 by from_i64;
    i64 as i64: to_i64, from_i64 by from_i64;
    u64 as u64: to_u64, from_u64 by from_u64;
}
