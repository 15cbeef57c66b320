//! Against RISC-V itself, as qemu has it: results and flags in every rounding mode.

mod support;

use float::{F32, F64, F128, Flags, Rounding};
use std::path::{Path, PathBuf};
use support::{Layout, Numbers};
use testkit::Tool;

/// How many operands each operation gets.
const OPERANDS: usize = 20_000;

/// The compiled oracle and what runs it.
struct Reference {
    qemu: Tool,
    program: PathBuf,
}

/// An operation on bits: those of the result, whatever its type.
type Operation = fn(u128, u128, u128, Rounding, &mut Flags) -> u128;

/// What the operands of an operation are.
#[derive(Clone, Copy)]
enum Operands {
    Numbers(Layout),
    Integer,
}

impl Reference {
    /// `name` is the test's, so that tests do not write each other's files.
    fn new(name: &str) -> Option<Reference> {
        let gcc = testkit::tool("riscv64-linux-gnu-gcc", "floating point against qemu")?;
        let qemu = testkit::tool("qemu-riscv64", "floating point against qemu")?;
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reference.c");
        let program = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        testkit::build_with_gcc(&gcc, &source, &program);
        Some(Reference { qemu, program })
    }

    /// The results and flags of an operation, five for each three operands.
    fn results(&self, name: &str, operands: &[[u128; 3]]) -> Vec<(u128, Flags)> {
        let input: Vec<u8> = operands.as_flattened().iter().flat_map(|n| n.to_le_bytes()).collect();
        let mut command = self.qemu.command();
        let finished = testkit::run(command.arg(&self.program).arg(name), &input);
        assert_eq!(finished.status, 0, "{name}: {}", finished.stderr);
        let (records, _) = finished.stdout.as_chunks::<24>();
        assert_eq!(records.len(), operands.len() * Rounding::ALL.len(), "{name}");
        records.iter().map(split).collect()
    }
}

fn split(record: &[u8; 24]) -> (u128, Flags) {
    let (result, flags) = record.split_at(16);
    (u128::from_le_bytes(result.try_into().expect("16 bytes")), Flags(flags[0]))
}

impl Operands {
    fn draw(self, name: &str) -> Vec<[u128; 3]> {
        let seed = name.bytes().fold(0, |seed, byte| seed * 31 + u64::from(byte));
        let mut numbers = Numbers::new(seed);
        (0..OPERANDS).map(|_| self.one(&mut numbers)).collect()
    }

    fn one(self, numbers: &mut Numbers) -> [u128; 3] {
        match self {
            Operands::Numbers(layout) => layout.operands(numbers),
            Operands::Integer => [numbers.integer().into(), 0, 0],
        }
    }
}

/// Compares an operation in the given modes, on the operands for which `is_defined`.
fn check_where(
    reference: &Reference,
    (name, operands, operation): (&str, Operands, Operation),
    modes: &[Rounding],
    is_defined: impl Fn([u128; 3]) -> bool,
) {
    let operands = operands.draw(name);
    let theirs = reference.results(name, &operands);
    let mut wrong = Vec::new();
    for (operands, theirs) in operands.into_iter().zip(theirs.chunks(Rounding::ALL.len())) {
        for (&rounding, &theirs) in Rounding::ALL.iter().zip(theirs) {
            if !modes.contains(&rounding) || !is_defined(operands) {
                continue;
            }
            let mut flags = Flags::NONE;
            let [a, b, c] = operands;
            let ours = (operation(a, b, c, rounding, &mut flags), flags);
            if ours != theirs {
                wrong.push(format!("{rounding:?} {a:#x} {b:#x} {c:#x}: {ours:x?} not {theirs:x?}"));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{name}: {}: {}",
        wrong.len(),
        wrong[..wrong.len().min(9)].join("\n")
    );
}

/// Compares an operation in every mode, on all operands.
fn check(reference: &Reference, row: (&str, Operands, Operation)) {
    check_where(reference, row, &Rounding::ALL, |_| true);
}

/// One row per operation of a format: the oracle's name, the operands, our function.
macro_rules! rows {
    ($format:ident $bits:ident $letter:literal) => {{
        let floats = Operands::Numbers(support::$format);
        let arithmetic: [(&str, Operands, Operation); _] = [
            (concat!("add_", $letter), floats, |a, b, _, rounding, flags| {
                float::add::<$format>(a as $bits, b as $bits, rounding, flags).into()
            }),
            (concat!("sub_", $letter), floats, |a, b, _, rounding, flags| {
                float::sub::<$format>(a as $bits, b as $bits, rounding, flags).into()
            }),
            (concat!("mul_", $letter), floats, |a, b, _, rounding, flags| {
                float::mul::<$format>(a as $bits, b as $bits, rounding, flags).into()
            }),
            (concat!("div_", $letter), floats, |a, b, _, rounding, flags| {
                float::div::<$format>(a as $bits, b as $bits, rounding, flags).into()
            }),
            (concat!("sqrt_", $letter), floats, |a, _, _, rounding, flags| {
                float::sqrt::<$format>(a as $bits, rounding, flags).into()
            }),
            (concat!("mul_add_", $letter), floats, |a, b, c, rounding, flags| {
                let [a, b, c] = [a, b, c].map(|bits| bits as $bits);
                float::mul_add::<$format>(a, b, c, rounding, flags).into()
            }),
            (concat!("eq_", $letter), floats, |a, b, _, _, flags| {
                float::eq::<$format>(a as $bits, b as $bits, flags).into()
            }),
            (concat!("lt_", $letter), floats, |a, b, _, _, flags| {
                float::lt::<$format>(a as $bits, b as $bits, flags).into()
            }),
            (concat!("le_", $letter), floats, |a, b, _, _, flags| {
                float::le::<$format>(a as $bits, b as $bits, flags).into()
            }),
            (concat!("from_i32_", $letter), Operands::Integer, |a, _, _, rounding, flags| {
                float::from_i32::<$format>(a as i32, rounding, flags).into()
            }),
            (concat!("from_u32_", $letter), Operands::Integer, |a, _, _, rounding, flags| {
                float::from_u32::<$format>(a as u32, rounding, flags).into()
            }),
            (concat!("from_i64_", $letter), Operands::Integer, |a, _, _, rounding, flags| {
                float::from_i64::<$format>(a as i64, rounding, flags).into()
            }),
            (concat!("from_u64_", $letter), Operands::Integer, |a, _, _, rounding, flags| {
                float::from_u64::<$format>(a as u64, rounding, flags).into()
            }),
        ];
        let integers: [(&str, Operands, Operation); _] = [
            (concat!("to_i32_", $letter), floats, |a, _, _, rounding, flags| {
                float::to_i32::<$format>(a as $bits, rounding, flags) as u64 as u128
            }),
            // An unsigned word is sign-extended in its register.
            (concat!("to_u32_", $letter), floats, |a, _, _, rounding, flags| {
                float::to_u32::<$format>(a as $bits, rounding, flags) as i32 as u64 as u128
            }),
            (concat!("to_i64_", $letter), floats, |a, _, _, rounding, flags| {
                float::to_i64::<$format>(a as $bits, rounding, flags) as u64 as u128
            }),
            (concat!("to_u64_", $letter), floats, |a, _, _, rounding, flags| {
                float::to_u64::<$format>(a as $bits, rounding, flags).into()
            }),
        ];
        (arithmetic, integers)
    }};
}

/// The operations that only the instructions have.
macro_rules! register_rows {
    ($format:ident $bits:ident $letter:literal) => {{
        let floats = Operands::Numbers(support::$format);
        let rows: [(&str, Operands, Operation); _] = [
            (concat!("min_", $letter), floats, |a, b, _, _, flags| {
                float::min::<$format>(a as $bits, b as $bits, flags).into()
            }),
            (concat!("max_", $letter), floats, |a, b, _, _, flags| {
                float::max::<$format>(a as $bits, b as $bits, flags).into()
            }),
            (concat!("classify_", $letter), floats, |a, _, _, _, _| {
                float::classify::<$format>(a as $bits).into()
            }),
        ];
        rows
    }};
}

macro_rules! conversion {
    ($name:literal $from:ident $bits:ident $to:ident) => {{
        let operation: Operation = |a, _, _, rounding, flags| {
            float::convert::<$from, $to>(a as $bits, rounding, flags).into()
        };
        ($name, Operands::Numbers(support::$from), operation)
    }};
}

#[test]
fn binary32_agrees_with_qemu() {
    let Some(reference) = Reference::new("reference-s") else { return };
    let (arithmetic, integers) = rows!(F32 u32 "s");
    for row in arithmetic.into_iter().chain(integers).chain(register_rows!(F32 u32 "s")) {
        check(&reference, row);
    }
    check(&reference, conversion!("to_d_s" F32 u32 F64));
}

#[test]
fn binary64_agrees_with_qemu() {
    let Some(reference) = Reference::new("reference-d") else { return };
    let (arithmetic, integers) = rows!(F64 u64 "d");
    for row in arithmetic.into_iter().chain(integers).chain(register_rows!(F64 u64 "d")) {
        check(&reference, row);
    }
    check(&reference, conversion!("to_s_d" F64 u64 F32));
}

/// gcc's functions know the modes that C knows, which are all but the last.
const MODES_OF_C: [Rounding; 4] =
    [Rounding::NearestEven, Rounding::TowardZero, Rounding::Down, Rounding::Up];

/// Whether the first operand is not a NaN.
fn is_number(layout: Layout, operands: [u128; 3]) -> bool {
    let magnitude = operands[0] & ((1 << (layout.exponent + layout.fraction)) - 1);
    magnitude <= ((1 << layout.exponent) - 1) << layout.fraction
}

#[test]
fn binary128_agrees_with_gcc() {
    let Some(reference) = Reference::new("reference-q") else { return };
    let (arithmetic, integers) = rows!(F128 u128 "q");
    let narrow = [conversion!("to_s_q" F128 u128 F32), conversion!("to_d_q" F128 u128 F64)];
    for row in arithmetic.into_iter().chain(narrow) {
        check_where(&reference, row, &MODES_OF_C, |_| true);
    }
    // gcc keeps a NaN's digits when it widens it.
    let row = conversion!("to_q_s" F32 u32 F128);
    check_where(&reference, row, &MODES_OF_C, |operands| is_number(support::F32, operands));
    let row = conversion!("to_q_d" F64 u64 F128);
    check_where(&reference, row, &MODES_OF_C, |operands| is_number(support::F64, operands));
    // C truncates; what it makes of a NaN is not defined.
    for row in integers {
        let modes = &[Rounding::TowardZero];
        check_where(&reference, row, modes, |operands| is_number(support::F128, operands));
    }
}
