//! Reading where variables are (DWARF 5 section 2.6).

use super::read::{Budget, Reader};
use super::read_entries::Entry;
use crate::debug::{FrameBase, Location};
use gimli::constants as dw;
use gimli::{AttributeValue, DebugAddrIndex, UnitRef};
use std::ops::Range;

/// **Units**: bytes of an expression beside itself.
const EXPRESSION_SIZE: usize = 64;

/// The function that a variable is in.
pub(super) struct Around {
    pub(super) is_cfa_based: bool,
    /// Where its code begins.
    pub(super) start: u64,
}

/// Expressions with the code that each holds for.
type Expressions = Vec<(Range<u64>, Vec<u8>)>;

/// The location of a variable or parameter; outside of any function, `around` is `None`.
pub(super) fn location<'a>(
    unit: UnitRef<Reader<'a>>,
    entry: &Entry<'a>,
    around: Option<&Around>,
    budget: &mut Budget,
) -> Location {
    if let Some(value) = entry.attr_value(dw::DW_AT_const_value) {
        return constant(unit, value, budget);
    }
    let Some(value) = entry.attr_value(dw::DW_AT_location) else { return Location::None };
    if let AttributeValue::Exprloc(expression) = value {
        match simple_location(unit, expression.0.slice()) {
            Some(Location::Frame(_)) if around.is_some_and(|around| !around.is_cfa_based) => {}
            Some(location) => return location,
            None => {}
        }
    }
    match expressions(unit, value, around.map_or(0, |around| around.start), budget) {
        found if found.is_empty() => Location::None,
        found => Location::Expressions(found),
    }
}

/// What the frame base of a function is (DWARF 5 section 3.3.5).
pub(super) fn frame_base<'a>(
    unit: UnitRef<Reader<'a>>,
    entry: &Entry<'a>,
    start: u64,
    budget: &mut Budget,
) -> FrameBase {
    match entry.attr_value(dw::DW_AT_frame_base) {
        None => FrameBase::Cfa,
        Some(AttributeValue::Exprloc(base)) if base.0.slice() == [dw::DW_OP_call_frame_cfa.0] => {
            FrameBase::Cfa
        }
        Some(value) => FrameBase::Expressions(expressions(unit, value, start, budget)),
    }
}

/// The register that an expression of one operation stands for.
pub(super) fn register_of(bytes: &[u8]) -> Option<u16> {
    let (&operation, operand) = bytes.split_first()?;
    if gimli::DwOp(operation) == dw::DW_OP_regx {
        let mut reader = Reader::new(operand, gimli::LittleEndian);
        return u16::try_from(gimli::Reader::read_uleb128(&mut reader).ok()?).ok();
    }
    let number = operation.checked_sub(dw::DW_OP_reg0.0).filter(|&number| number < 32)?;
    operand.is_empty().then_some(number.into())
}

/// The expressions of an attribute: one that holds everywhere, or a list.
fn expressions<'a>(
    unit: UnitRef<Reader<'a>>,
    value: AttributeValue<Reader<'a>>,
    start: u64,
    budget: &mut Budget,
) -> Expressions {
    let mut found = vec![];
    let mut add = |range: Range<u64>, bytes: &[u8]| {
        let is_kept = !bytes.is_empty() && budget.take(EXPRESSION_SIZE + bytes.len());
        if is_kept {
            found.push((range, bytes.to_vec()));
        }
        is_kept || bytes.is_empty()
    };
    if let AttributeValue::Exprloc(expression) = value {
        add(0..u64::MAX, expression.0.slice());
        return found;
    }
    let Ok(Some(mut list)) = unit.attr_locations(value) else { return found };
    while let Ok(Some(item)) = list.next() {
        let range = relative(item.range.begin..item.range.end, start);
        if !add(range, item.data.0.slice()) {
            break;
        }
    }
    found
}

/// A range relative to an address. What lies before it (a part of the function elsewhere) wraps
/// around; of what includes it, the part before it is cut off. What holds everywhere still does.
pub(super) fn relative(range: Range<u64>, start: u64) -> Range<u64> {
    if range.start == 0 && range.end >= u64::MAX - 1 {
        return 0..u64::MAX;
    }
    let from = match range.contains(&start) {
        true => start,
        false => range.start,
    };
    from.wrapping_sub(start)..range.end.wrapping_sub(start)
}

/// The bytes of a variable that is a constant.
pub(super) fn constant<'a>(
    unit: UnitRef<Reader<'a>>,
    value: AttributeValue<Reader<'a>>,
    budget: &mut Budget,
) -> Location {
    let bytes = match value {
        AttributeValue::Block(block) => block.slice().to_vec(),
        AttributeValue::Sdata(value) => value.to_le_bytes().to_vec(),
        AttributeValue::Data1(value) => vec![value],
        AttributeValue::Data2(value) => value.to_le_bytes().to_vec(),
        AttributeValue::Data4(value) => value.to_le_bytes().to_vec(),
        AttributeValue::Data8(value) | AttributeValue::Udata(value) => value.to_le_bytes().to_vec(),
        other => match unit.attr_string(other) {
            Ok(string) => string.slice().iter().copied().chain([0]).collect(),
            Err(_) => return Location::None,
        },
    };
    if budget.take(bytes.len()) { Location::Value(bytes) } else { Location::None }
}

/// The location that an expression of one operation gives: `DW_OP_fbreg`, `DW_OP_addr` or
/// `DW_OP_addrx`; or that of something thread-local, as we write it.
fn simple_location(unit: UnitRef<Reader>, bytes: &[u8]) -> Option<Location> {
    let (&operation, operand) = bytes.split_first()?;
    let mut reader = Reader::new(operand, gimli::LittleEndian);
    let location = match gimli::DwOp(operation) {
        dw::DW_OP_breg4 => return thread_local(operand),
        dw::DW_OP_addr => {
            return Some(Location::Address(u64::from_le_bytes(operand.try_into().ok()?)));
        }
        dw::DW_OP_fbreg => Location::Frame(gimli::Reader::read_sleb128(&mut reader).ok()?),
        dw::DW_OP_addrx | dw::DW_OP_GNU_addr_index => {
            let index = usize::try_from(gimli::Reader::read_uleb128(&mut reader).ok()?).ok()?;
            Location::Address(unit.address(DebugAddrIndex(index)).ok()?)
        }
        _ => return None,
    };
    reader.is_empty().then_some(location)
}

/// What follows `DW_OP_breg4` where an address behind the thread pointer is added.
fn thread_local(operand: &[u8]) -> Option<Location> {
    let rest = operand.strip_prefix(&[0, dw::DW_OP_addr.0])?;
    let (offset, rest) = rest.split_first_chunk()?;
    let is_sum = rest == [dw::DW_OP_plus.0];
    is_sum.then_some(Location::ThreadLocal(u64::from_le_bytes(*offset)))
}
