//! IEEE 754 arithmetic as RISC-V defines it, in integers: the same bits on every host.
//!
//! The formats are binary32, binary64 and binary128 ([`F32`], [`F64`], [`F128`]); values are their
//! bits. Every operation takes a [`Rounding`] mode where the result may need it, and adds to the
//! accrued exception [`Flags`]. A NaN result is the canonical NaN; underflow means tiny *after*
//! rounding. [`fast`] has the same operations by the host's arithmetic, where that gives the same.
//!
//! ```
//! use float::{F64, Flags, Rounding};
//!
//! let mut flags = Flags::default();
//! let third = float::div::<F64>(1f64.to_bits(), 3f64.to_bits(), Rounding::Up, &mut flags);
//! assert_eq!((f64::from_bits(third), flags), (0.33333333333333337, Flags::NX));
//! ```
//!
//! Sources: *IEEE Std 754-2008* ("IEEE 754" below) and *The RISC-V Instruction Set Manual,
//! Volume I*, chapters F, D and Q ("RISC-V unprivileged").
//!
//! Words: a *significand* is the digits of a number with its leading one; a *subnormal* number has
//! the least exponent and no leading one; *tiny* is a magnitude below the least normal number.

mod arithmetic;
mod compare;
mod convert;
pub mod fast;
mod format;
mod integer;
mod real;
mod round;
mod status;
mod text;
mod word;

pub use arithmetic::{add, div, mul, mul_add, sqrt, sub};
pub use compare::{classify, eq, le, lt, max, min};
pub use convert::convert;
pub use format::{F32, F64, F128, Format};
pub use integer::{from_i32, from_i64, from_u32, from_u64, to_i32, to_i64, to_u32, to_u64};
pub use status::{Flags, Rounding};
pub use text::{nearest, shortest};
