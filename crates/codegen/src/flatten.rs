//! What a type is made of, as far as the calling convention asks (RISC-V psABI "Hardware
//! Floating-point Calling Convention").

use frontend::ast::RecordKind;
use frontend::types::{BitRange, Field, Type, TypeId, Types};
use riscv::Kind;

/// How many members are told apart; with more, a struct travels as words.
const LEAF_COUNT_MAX: usize = 2;

/// The largest member that a register holds.
///
/// **Units**: bytes.
const REGISTER_SIZE: u64 = 8;

/// A member that is no struct or array itself.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Leaf {
    /// Which registers it can travel in.
    pub(crate) file: Kind,
    /// **Units**: bytes from the start of the whole.
    pub(crate) offset: u64,
    /// **Units**: bytes.
    pub(crate) size: u64,
}

/// The scalars that a value consists of, however deep in structs and arrays; `None` when they are
/// more than two, or one is a pointer, in a union or larger than a register.
pub(crate) fn flatten(types: &Types, ty: TypeId) -> Option<Vec<Leaf>> {
    let mut leaves = vec![];
    match collect(types, ty, 0, &mut leaves) {
        Some(()) => Some(leaves),
        None => only(types, ty).map(|leaf| vec![leaf]),
    }
}

/// The floating value that is all there is of a struct with members that have no size (GNU C); it travels by itself, as GCC
/// has it.
fn only(types: &Types, ty: TypeId) -> Option<Leaf> {
    match types.get(ty) {
        Type::Basic(basic) => {
            let is_held = basic.is_floating() && basic.size() <= REGISTER_SIZE;
            is_held.then(|| Leaf { file: Kind::Float, offset: 0, size: basic.size() })
        }
        Type::Array(of, Some(1)) => only(types, of.id),
        Type::Record(id) if types.record(*id).kind == RecordKind::Struct => {
            let fields = types.record(*id).layout.as_ref()?.fields.iter();
            let mut sized = fields.filter(|field| types.size(field.ty.id) > 0);
            let field = sized.next().filter(|field| field.bits.is_none())?;
            let is_whole = sized.next().is_none() && types.size(field.ty.id) == types.size(ty);
            if is_whole { only(types, field.ty.id) } else { None }
        }
        _ => None,
    }
}

fn collect(types: &Types, ty: TypeId, offset: u64, leaves: &mut Vec<Leaf>) -> Option<()> {
    match types.get(ty) {
        Type::Array(of, length) => {
            let of = of.id;
            let mut element = vec![];
            collect(types, of, offset, &mut element)?;
            // GCC gives up at an array of structs without members.
            if element.is_empty() {
                return None;
            }
            let count = length.unwrap_or(0);
            if count > LEAF_COUNT_MAX as u64 {
                return None;
            }
            let size = types.size(of);
            (0..count).try_for_each(|index| collect(types, of, offset + index * size, leaves))
        }
        Type::Record(id) => {
            let record = types.record(*id);
            if record.kind == RecordKind::Union {
                return None;
            }
            let layout = record.layout.as_ref()?;
            layout.fields.iter().try_for_each(|field| member(types, field, offset, leaves))?;
            let mut unnamed = layout.unnamed.iter();
            unnamed.try_for_each(|&(unit, bits)| bit_field(offset + unit, bits, leaves))
        }
        Type::Basic(_) | Type::Bits(..) | Type::Enum(_) => {
            let is_floating = types.as_basic(ty).is_some_and(|basic| basic.is_floating());
            let file = if is_floating { Kind::Float } else { Kind::Integer };
            push(leaves, Leaf { file, offset, size: types.size(ty) })
        }
        // As a struct of its two parts.
        Type::Complex(part) => [0, part.size()].into_iter().try_for_each(|at| {
            let file = if part.is_floating() { Kind::Float } else { Kind::Integer };
            push(leaves, Leaf { file, offset: offset + at, size: part.size() })
        }),
        // A pointer is no integer: GCC and Clang read the convention so.
        Type::Pointer(_)
        | Type::Void
        | Type::Function(_)
        | Type::VariableArray(..)
        | Type::Error => None,
    }
}

fn member(types: &Types, field: &Field, offset: u64, leaves: &mut Vec<Leaf>) -> Option<()> {
    let offset = offset + field.offset;
    match field.bits {
        Some(bits) => bit_field(offset, bits, leaves),
        None => collect(types, field.ty.id, offset, leaves),
    }
}

/// A bit-field, named or not, is an integer that begins at its first byte. `unit` is where its
/// storage unit begins.
fn bit_field(unit: u64, bits: BitRange, leaves: &mut Vec<Leaf>) -> Option<()> {
    let (first, width) = (u64::from(bits.offset), u64::from(bits.width));
    let size = (first % 8 + width).div_ceil(8).next_power_of_two();
    push(leaves, Leaf { file: Kind::Integer, offset: unit + first / 8, size })
}

fn push(leaves: &mut Vec<Leaf>, leaf: Leaf) -> Option<()> {
    let fits = leaves.len() < LEAF_COUNT_MAX && leaf.size <= REGISTER_SIZE;
    fits.then(|| leaves.push(leaf))
}
