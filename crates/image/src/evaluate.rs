//! Where a variable is at a moment: DWARF location descriptions, evaluated (DWARF 5 sections 2.5
//! and 2.6).

use crate::Image;
use crate::debug::{Location, Variable};
use crate::dwarf::THREAD_POINTER;
use crate::dwarf::expression::{self, Frame};

/// A frame whose variables are asked for: its registers, and memory.
///
/// **Effects**: none; it is only looked at.
pub trait Context {
    /// What a register holds, by its number in RISC-V psABI "DWARF Register Numbers"; `None` when
    /// the frame's value of it is lost.
    fn register(&self, number: u16) -> Option<u64>;

    /// Reads memory; says whether all of it can be read.
    fn read(&self, address: u64, bytes: &mut [u8]) -> bool;

    /// The frame's canonical frame address, as [`Image::unwind`] finds it.
    fn cfa(&self) -> Option<u64>;

    /// What a register held when the function was entered; `None` when it is not known.
    fn entry_value(&self, register: u16) -> Option<u64> {
        let _ = register;
        None
    }

    /// How many bytes behind its linked addresses the image was loaded.
    fn bias(&self) -> u64 {
        0
    }
}

/// Where a variable, or a part of one, is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Storage {
    /// In memory, at this address.
    Memory(u64),
    /// In a register, by its DWARF number.
    Register(u16),
    /// Nowhere, but its bytes are known. There may be more or fewer of them than the type has: the
    /// low ones count, and those that are not there are zero.
    Value(Vec<u8>),
    /// Its parts are in different places; they follow each other without gaps.
    Pieces(Vec<Piece>),
    /// It was optimized away here.
    OptimizedOut,
}

/// A part of a variable.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Piece {
    /// **Units**: bits.
    pub size_bits: u64,
    /// The first bit of it in its storage.
    pub offset_bits: u64,
    /// Where it is; never pieces again.
    pub storage: Storage,
}

impl Image {
    /// Where a variable of the function at `pc` is, or a variable at file scope.
    ///
    /// `pc` is as linked, as everywhere. In a frame that waits for a call to return, it is the
    /// return address minus 1.
    ///
    /// **Cost**: none to speak of for a fixed address or an offset from the frame; else one
    /// evaluation, of a limited number of operations.
    pub fn evaluate(&self, variable: &Variable, pc: u64, context: &dyn Context) -> Storage {
        match &variable.location {
            Location::Address(address) => Storage::Memory(address.wrapping_add(context.bias())),
            Location::ThreadLocal(offset) => match context.register(THREAD_POINTER) {
                Some(copy) => Storage::Memory(copy.wrapping_add(*offset)),
                None => Storage::OptimizedOut,
            },
            Location::Frame(offset) => match context.cfa() {
                Some(cfa) => Storage::Memory(cfa.wrapping_add_signed(*offset)),
                None => Storage::OptimizedOut,
            },
            Location::Value(bytes) => Storage::Value(bytes.clone()),
            Location::Expressions(expressions) => {
                let frame = Frame::at(self, pc, context);
                let offset = pc.wrapping_sub(frame.function_start());
                let holds = expressions.iter().find(|(range, _)| range.contains(&offset));
                let found = holds.and_then(|(_, bytes)| expression::storage(bytes, &frame));
                found.unwrap_or(Storage::OptimizedOut)
            }
            Location::None => Storage::OptimizedOut,
        }
    }

    /// The bytes of a variable of `size` bytes; `None` when it was optimized away, or memory cannot
    /// be read.
    pub fn contents(&self, storage: &Storage, size: u64, context: &dyn Context) -> Option<Vec<u8>> {
        contents(storage, usize::try_from(size).ok().filter(|&size| size <= SIZE_MAX)?, context)
    }
}

/// The largest variable whose bytes are gathered. **Units**: bytes.
const SIZE_MAX: usize = 1 << 24;

fn contents(storage: &Storage, size: usize, context: &dyn Context) -> Option<Vec<u8>> {
    let mut bytes = vec![0; size];
    match storage {
        Storage::Memory(address) => context.read(*address, &mut bytes).then_some(bytes),
        Storage::Register(number) => {
            let value = context.register(*number)?.to_le_bytes();
            bytes.iter_mut().zip(value).for_each(|(byte, value)| *byte = value);
            (size <= value.len()).then_some(bytes)
        }
        Storage::Value(value) => {
            bytes.iter_mut().zip(value).for_each(|(byte, &value)| *byte = value);
            Some(bytes)
        }
        Storage::Pieces(pieces) => {
            let mut at = 0;
            for piece in pieces {
                at = put_piece(&mut bytes, at, piece, context)?;
            }
            Some(bytes)
        }
        Storage::OptimizedOut => None,
    }
}

/// Puts the bits of a piece at bit `at`; says where the next one goes.
fn put_piece(bytes: &mut [u8], at: u64, piece: &Piece, context: &dyn Context) -> Option<u64> {
    let limit = 8 * bytes.len() as u64;
    let end = at.checked_add(piece.size_bits)?.min(limit);
    let count = end.saturating_sub(at);
    let needed = piece.offset_bits.checked_add(count)?.div_ceil(8);
    let needed = usize::try_from(needed).ok().filter(|&size| size <= SIZE_MAX)?;
    let part = contents(&piece.storage, needed, context)?;
    for index in 0..count {
        let (from, to) = (piece.offset_bits + index, at + index);
        let bit = part[(from / 8) as usize] >> (from % 8) & 1;
        bytes[(to / 8) as usize] |= bit << (to % 8);
    }
    Some(end)
}
