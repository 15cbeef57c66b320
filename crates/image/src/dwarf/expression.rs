//! Running DWARF expressions (DWARF 5 section 2.5).

use super::THREAD_POINTER;
use super::read::{ReadUnit, Reader};
use super::read_locations::register_of;
use crate::Image;
use crate::debug::{Encoding as BaseEncoding, FrameBase, Function, Type};
use crate::evaluate::{Context, Piece, Storage};
use crate::link::relocate::THREAD_OFFSET;
use gimli::{
    Encoding, Evaluation, EvaluationResult, Format, LittleEndian, UnitOffset, Value, ValueType,
};

/// How many operations one expression may take; real ones take some dozens at most.
const OPERATION_COUNT_MAX: u32 = 10_000;

/// How many pieces one variable may have.
const PIECE_COUNT_MAX: usize = 4096;

/// A frame in which expressions are evaluated.
pub(crate) struct Frame<'a> {
    context: &'a dyn Context,
    image: Option<&'a Image>,
    unit: Option<&'a ReadUnit>,
    function: Option<&'a Function>,
    pc: u64,
    /// Whether this is the evaluation of the frame base, which must not ask for itself.
    is_base: bool,
}

impl<'a> Frame<'a> {
    /// The frame of the function at `pc`.
    pub(crate) fn at(image: &'a Image, pc: u64, context: &'a dyn Context) -> Frame<'a> {
        let unit = image.unit_at(pc);
        let function = image.function(pc).map(|(_, function)| function);
        Frame { context, image: Some(image), unit, function, pc, is_base: false }
    }

    /// Where the offsets of the function's location lists count from.
    pub(crate) fn function_start(&self) -> u64 {
        self.function.map_or(0, |function| function.start)
    }

    fn encoding(&self) -> Encoding {
        let default = Encoding { address_size: 8, format: Format::Dwarf32, version: 5 };
        self.unit.and_then(|unit| unit.encoding).unwrap_or(default)
    }

    /// What `DW_AT_frame_base` gives (DWARF 5 section 3.3.5).
    fn base(&self) -> Option<u64> {
        let function = self.function.filter(|_| !self.is_base)?;
        let expressions = match &function.base {
            FrameBase::Cfa => return self.context.cfa(),
            FrameBase::Expressions(expressions) => expressions,
        };
        let offset = self.pc.wrapping_sub(function.start);
        let (_, bytes) = expressions.iter().find(|(range, _)| range.contains(&offset))?;
        let frame = Frame { is_base: true, ..*self };
        match storage(bytes, &frame)? {
            Storage::Memory(address) => Some(address),
            Storage::Register(number) => self.context.register(number),
            _ => None,
        }
    }

    /// The machine's type for a base type of the unit.
    fn value_type(&self, offset: UnitOffset<usize>) -> Option<ValueType> {
        if offset.0 == 0 {
            return Some(ValueType::Generic);
        }
        let unit = self.unit?;
        let index = unit.type_offsets.binary_search(&offset.0).ok()?;
        let Type::Base { size, encoding, .. } = unit.unit.types.get(index)? else { return None };
        Some(match (encoding, size) {
            (BaseEncoding::Float, 4) => ValueType::F32,
            (BaseEncoding::Float, 8) => ValueType::F64,
            (BaseEncoding::Signed | BaseEncoding::SignedChar, 1) => ValueType::I8,
            (BaseEncoding::Signed, 2) => ValueType::I16,
            (BaseEncoding::Signed, 4) => ValueType::I32,
            (BaseEncoding::Signed, 8) => ValueType::I64,
            (BaseEncoding::Float, _) => return None,
            (_, 1) => ValueType::U8,
            (_, 2) => ValueType::U16,
            (_, 4) => ValueType::U32,
            (_, 8) => ValueType::U64,
            _ => return None,
        })
    }

    fn value(&self, number: u64, base_type: UnitOffset<usize>) -> Option<Value> {
        let ty = self.value_type(base_type)?;
        Some(match ty {
            // A float in a register is boxed; its low bits are the value.
            ValueType::F32 => Value::F32(f32::from_bits(number as u32)),
            ValueType::F64 => Value::F64(f64::from_bits(number)),
            _ => Value::from_u64(ty, number).ok()?,
        })
    }

    fn memory(&self, address: u64, size: u8) -> Option<u64> {
        let mut bytes = [0; 8];
        let wanted = bytes.get_mut(..size.into())?;
        self.context.read(address, wanted).then(|| u64::from_le_bytes(bytes))
    }

    fn relocated(&self, address: u64) -> u64 {
        address.wrapping_add(self.context.bias())
    }

    /// Answers what an evaluation asks; `None` when it cannot be known.
    fn answer<'e>(
        &self,
        evaluation: &mut Evaluation<Reader<'e>>,
        question: EvaluationResult<Reader<'e>>,
    ) -> Option<EvaluationResult<Reader<'e>>> {
        let answered = match question {
            EvaluationResult::RequiresMemory { address, size, space: None, base_type } => {
                let number = self.memory(address, size)?;
                evaluation.resume_with_memory(self.value(number, base_type)?)
            }
            EvaluationResult::RequiresRegister { register, base_type } => {
                let number = self.context.register(register.0)?;
                evaluation.resume_with_register(self.value(number, base_type)?)
            }
            EvaluationResult::RequiresFrameBase => evaluation.resume_with_frame_base(self.base()?),
            EvaluationResult::RequiresCallFrameCfa => {
                evaluation.resume_with_call_frame_cfa(self.context.cfa()?)
            }
            EvaluationResult::RequiresTls(offset) => {
                let offset = offset.wrapping_add(THREAD_OFFSET);
                let address = self.context.register(THREAD_POINTER)?.wrapping_add(offset);
                evaluation.resume_with_tls(address)
            }
            EvaluationResult::RequiresRelocatedAddress(address) => {
                evaluation.resume_with_relocated_address(self.relocated(address))
            }
            EvaluationResult::RequiresIndexedAddress { index, relocate } => {
                let address = self.image?.indexed_address(self.unit?, index)?;
                let address = if relocate { self.relocated(address) } else { address };
                evaluation.resume_with_indexed_address(address)
            }
            EvaluationResult::RequiresBaseType(offset) => {
                evaluation.resume_with_base_type(self.value_type(offset)?)
            }
            EvaluationResult::RequiresEntryValue(expression) => {
                let register = register_of(expression.0.slice())?;
                let number = self.context.entry_value(register)?;
                evaluation.resume_with_entry_value(Value::Generic(number))
            }
            // The locations of other entries are not known.
            _ => return None,
        };
        answered.ok()
    }

    fn run<'e>(&self, bytes: &'e [u8]) -> Option<Evaluation<Reader<'e>>> {
        let reader = Reader::new(bytes, LittleEndian);
        let mut evaluation = Evaluation::new(reader, self.encoding());
        evaluation.set_max_iterations(OPERATION_COUNT_MAX);
        let mut state = evaluation.evaluate().ok()?;
        while !matches!(state, EvaluationResult::Complete) {
            state = self.answer(&mut evaluation, state)?;
        }
        Some(evaluation)
    }
}

/// Where an expression says that something is; `None` when it cannot be known.
pub(crate) fn storage(bytes: &[u8], frame: &Frame) -> Option<Storage> {
    let evaluation = frame.run(bytes)?;
    let pieces = evaluation.as_result();
    match pieces {
        [] => Some(Storage::OptimizedOut),
        [piece] if piece.size_in_bits.is_none() => location(&piece.location),
        pieces => {
            let pieces = pieces.iter().take(PIECE_COUNT_MAX).map(|piece| {
                Some(Piece {
                    size_bits: piece.size_in_bits?,
                    offset_bits: piece.bit_offset.unwrap_or(0),
                    storage: location(&piece.location)?,
                })
            });
            Some(Storage::Pieces(pieces.collect::<Option<_>>()?))
        }
    }
}

fn location(location: &gimli::Location<Reader>) -> Option<Storage> {
    Some(match location {
        gimli::Location::Empty | gimli::Location::ImplicitPointer { .. } => Storage::OptimizedOut,
        gimli::Location::Register { register } => Storage::Register(register.0),
        gimli::Location::Address { address } => Storage::Memory(*address),
        gimli::Location::Value { value } => Storage::Value(match *value {
            Value::F32(value) => value.to_le_bytes().to_vec(),
            Value::F64(value) => value.to_le_bytes().to_vec(),
            value => signed_bytes(value),
        }),
        gimli::Location::Bytes { value } => Storage::Value(value.slice().to_vec()),
    })
}

/// A number as 8 bytes: narrow ones are extended as their type says.
fn signed_bytes(value: Value) -> Vec<u8> {
    let number = match value {
        Value::I8(value) => i64::from(value) as u64,
        Value::I16(value) => i64::from(value) as u64,
        Value::I32(value) => i64::from(value) as u64,
        value => value.to_u64(u64::MAX).unwrap_or(0),
    };
    number.to_le_bytes().to_vec()
}
