//! A guest that makes whatever system calls it is told to: an ELF file made of bytes that nobody meant.

/// Where its code is.
const CODE: u64 = 0x1_0000;
/// Where its table of calls is, and after it whatever bytes there were.
const TABLE: u64 = 0x2_0000;
/// How much memory its data has. **Units**: bytes.
const DATA_SIZE: u64 = 0x4000;
/// How many bytes stand for a call.
const CALL_SIZE: usize = 16;
/// A row of the table: the number, six arguments, and room for the result. **Units**: bytes.
const ROW_SIZE: usize = 64;
/// At most so many calls.
const CALL_COUNT_MAX: usize = 64;

/// Walks the table and makes its calls, until the table's memory ends.
const LOOP: [u32; 12] = [
    0x0002_0437, // lui  s0, 0x20
    0x0004_3883, // ld   a7, 0(s0)
    0x0084_3503, // ld   a0, 8(s0)
    0x0104_3583, // ld   a1, 16(s0)
    0x0184_3603, // ld   a2, 24(s0)
    0x0204_3683, // ld   a3, 32(s0)
    0x0284_3703, // ld   a4, 40(s0)
    0x0304_3783, // ld   a5, 48(s0)
    0x0000_0073, // ecall
    0x02a4_3c23, // sd   a0, 56(s0)
    0x0404_0413, // addi s0, s0, 64
    0xfd9f_f06f, // j    the load of a7
];

/// The guest that bytes stand for: a call each 16 of them, and the rest for its memory.
pub fn hostile_guest(bytes: &[u8]) -> Vec<u8> {
    let count = (bytes.len() / CALL_SIZE).min(CALL_COUNT_MAX);
    let (calls, rest) = bytes.split_at(count * CALL_SIZE);
    let mut data: Vec<u8> = calls.chunks_exact(CALL_SIZE).flat_map(row).collect();
    data.extend(rest);
    data.truncate(DATA_SIZE as usize);
    elf(&data)
}

/// A row of the table.
fn row(call: &[u8]) -> [u8; ROW_SIZE] {
    let mut row = [0; ROW_SIZE];
    let number = u64::from(u16::from_le_bytes([call[0], call[1]]) % 512);
    let arguments = call[2..14].chunks_exact(2).map(|pair| argument(pair[0], u64::from(pair[1])));
    let words = std::iter::once(number).chain(arguments);
    for (place, word) in row.chunks_exact_mut(8).zip(words) {
        place.copy_from_slice(&word.to_le_bytes());
    }
    row
}

/// An argument: numbers that mean something to some call, pointers into everything, and nonsense.
fn argument(kind: u8, value: u64) -> u64 {
    match kind % 10 {
        0 => value,
        1 => value.wrapping_neg(),
        2 => TABLE + value * 16,
        3 => TABLE + DATA_SIZE - value,
        4 => CODE + value,
        5 => 1u64.wrapping_shl(value as u32),
        6 => 1u64.wrapping_shl(value as u32).wrapping_neg(),
        7 => value << 12,
        8 => (-100i64) as u64, // AT_FDCWD
        _ => value.wrapping_mul(0x0101_0101_0101_0101),
    }
}

/// An executable of a segment of code and one of data. **Rule**: ELF, "ELF Header", "Program Header".
fn elf(data: &[u8]) -> Vec<u8> {
    let code: Vec<u8> = LOOP.iter().flat_map(|word| word.to_le_bytes()).collect();
    let code_at = 0x1000u64;
    let data_at = 0x2000u64;
    let mut file = b"\x7fELF\x02\x01\x01".to_vec();
    file.resize(16, 0);
    file.extend([2, 0, 243, 0, 1, 0, 0, 0]); // executable, RISC-V, version 1
    file.extend([CODE, 64, 0].iter().flat_map(|word| word.to_le_bytes()));
    file.extend([5, 0, 0, 0, 64, 0, 56, 0, 2, 0, 64, 0, 0, 0, 0, 0]); // compressed, double floats
    segment(&mut file, 5, code_at, CODE, (code.len() as u64, code.len() as u64));
    segment(&mut file, 6, data_at, TABLE, (data.len() as u64, DATA_SIZE));
    file.resize(code_at as usize, 0);
    file.extend(code);
    file.resize(data_at as usize, 0);
    file.extend(data);
    file
}

fn segment(file: &mut Vec<u8>, flags: u32, offset: u64, address: u64, (in_file, size): (u64, u64)) {
    file.extend(1u32.to_le_bytes());
    file.extend(flags.to_le_bytes());
    let words = [offset, address, address, in_file, size, 0x1000];
    file.extend(words.iter().flat_map(|word| word.to_le_bytes()));
}
