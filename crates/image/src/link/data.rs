//! Relocation of data: addresses, and the differences of addresses that debugging information and
//! tables of other compilers are made of.
//!
//! **Rule**: RISC-V psABI "Relocations".

use super::relocate::{Fault, OUTSIDE};
use crate::object::RelocationKind;

/// Puts a value into the field at the start of `field`.
pub(super) fn patch(field: &mut [u8], kind: RelocationKind, value: i64) -> Result<(), Fault> {
    use RelocationKind::*;
    match kind {
        Abs32 => {
            let value = u32::try_from(value).map_err(|_| Fault::Range)?;
            set(field, 4, i64::from(value))
        }
        PcRel32 | DtpRel32 => {
            let value = i32::try_from(value).map_err(|_| Fault::Range)?;
            set(field, 4, value.into())
        }
        Abs64 | DtpRel64 => set(field, 8, value),
        Set8 => set(field, 1, value),
        Set16 => set(field, 2, value),
        Set32 => set(field, 4, value),
        Set6 => low_bits(field, |_| value),
        Sub6 => low_bits(field, |old| old.wrapping_sub(value)),
        Add8 => add(field, 1, value),
        Add16 => add(field, 2, value),
        Add32 => add(field, 4, value),
        Add64 => add(field, 8, value),
        Sub8 => add(field, 1, value.wrapping_neg()),
        Sub16 => add(field, 2, value.wrapping_neg()),
        Sub32 => add(field, 4, value.wrapping_neg()),
        Sub64 => add(field, 8, value.wrapping_neg()),
        SetUleb128 => uleb128(field, |_| value as u64),
        SubUleb128 => uleb128(field, |old| old.wrapping_sub(value as u64)),
        _ => Err(Fault::Malformed("a relocation of code stands in data")),
    }
}

/// Stores the low bytes of a number.
fn set(field: &mut [u8], size: usize, value: i64) -> Result<(), Fault> {
    let field = field.get_mut(..size).ok_or(Fault::Malformed(OUTSIDE))?;
    field.iter_mut().zip(value.to_le_bytes()).for_each(|(byte, value)| *byte = value);
    Ok(())
}

/// Adds to a number.
fn add(field: &mut [u8], size: usize, value: i64) -> Result<(), Fault> {
    let mut old = [0; 8];
    let known = field.get(..size).ok_or(Fault::Malformed(OUTSIDE))?;
    old.iter_mut().zip(known).for_each(|(byte, &known)| *byte = known);
    set(field, size, i64::from_le_bytes(old).wrapping_add(value))
}

/// Changes the low 6 bits of a byte.
fn low_bits(field: &mut [u8], change: impl Fn(i64) -> i64) -> Result<(), Fault> {
    let byte = field.first_mut().ok_or(Fault::Malformed(OUTSIDE))?;
    *byte = *byte & 0xc0 | change(i64::from(*byte & 0x3f)) as u8 & 0x3f;
    Ok(())
}

/// Changes a number in LEB128, which keeps its length: it is set to one address and another is
/// subtracted, so only the bits that it has room for count.
fn uleb128(field: &mut [u8], change: impl Fn(u64) -> u64) -> Result<(), Fault> {
    let length = field.iter().position(|byte| byte & 0x80 == 0);
    let length = length.map(|last| last + 1).filter(|&length| length <= 10);
    let field = length.and_then(|length| field.get_mut(..length));
    let field = field.ok_or(Fault::Malformed(OUTSIDE))?;
    let digit = |(index, byte): (usize, &u8)| u64::from(byte & 0x7f).wrapping_shl(7 * index as u32);
    let old = field.iter().enumerate().map(digit).fold(0, |sum: u64, digit| sum | digit);
    let mut rest = change(old);
    for byte in field.iter_mut() {
        *byte = *byte & 0x80 | (rest & 0x7f) as u8;
        rest >>= 7;
    }
    Ok(())
}
