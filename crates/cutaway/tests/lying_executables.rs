//! Executables whose headers lie: each is refused with a sentence that says in what, before anything runs.

mod shared;

use shared::{finish, scratch};
use testkit::hostile_guest;

/// Where fields of the file header and of the second program header lie, and how wide they are.
/// **Rule**: ELF, "ELF Header", "Program Header". **Units**: bytes.
type Field = (usize, usize);
const CLASS: Field = (4, 1);
const BYTE_ORDER: Field = (5, 1);
const TYPE: Field = (16, 2);
const MACHINE: Field = (18, 2);
const ENTRY: Field = (24, 8);
const HEADERS: Field = (32, 8);
const HEADER_SIZE: Field = (54, 2);
const HEADER_COUNT: Field = (56, 2);
const SEGMENT: usize = 64 + 56;
const OFFSET: Field = (SEGMENT + 8, 8);
const ADDRESS: Field = (SEGMENT + 16, 8);
const FILE_SIZE: Field = (SEGMENT + 32, 8);
const MEMORY_SIZE: Field = (SEGMENT + 40, 8);
const ALIGN: Field = (SEGMENT + 48, 8);

/// What is written where, and a part of what must be said.
const LIES: [(&[(Field, u64)], &str); 21] = [
    (&[(CLASS, 1)], "32-bit"),
    (&[(CLASS, 7)], "damaged"),
    (&[(BYTE_ORDER, 2), (MACHINE, 0xf300)], "big-endian"),
    (&[(MACHINE, 183)], "AArch64"),
    (&[(MACHINE, 62)], "x86-64"),
    (&[(MACHINE, 0xfefe)], "another processor"),
    (&[(TYPE, 1)], "not linked"),
    (&[(TYPE, 4)], "core file"),
    (&[(TYPE, 9)], "not a program"),
    (&[(ENTRY, 0x2_0000)], "no code"),
    (&[(ENTRY, 0)], "no code"),
    (&[(HEADERS, 1 << 63)], "cut off"),
    (&[(HEADER_COUNT, 0xffff)], "cut off"),
    (&[(HEADER_COUNT, 0)], "nothing to load"),
    (&[(HEADER_SIZE, 55)], "damaged"),
    (&[(OFFSET, 1 << 40)], "cut off"),
    (&[(FILE_SIZE, 0x5000)], "damaged"),
    (&[(MEMORY_SIZE, 1 << 62)], "outside what a process can have"),
    (&[(ADDRESS, 1 << 63)], "outside what a process can have"),
    (&[(ADDRESS, 0x1_0010)], "overlap"),
    (&[(ALIGN, 1 << 60)], "damaged"),
];

#[test]
fn executables_that_lie_are_refused_with_a_sentence() {
    let directory = scratch("lying");
    for (index, (edits, said)) in LIES.iter().enumerate() {
        let mut bytes = hostile_guest(&[93; 64]);
        for &((at, width), value) in *edits {
            bytes[at..at + width].copy_from_slice(&value.to_le_bytes()[..width]);
        }
        let path = directory.join(format!("{index}.elf"));
        std::fs::write(&path, bytes).unwrap();
        let finished = finish(&["run", &path.to_string_lossy()]);
        let stderr = &finished.stderr;
        assert_eq!(finished.status, 2, "{edits:?}: {stderr}");
        assert!(stderr.contains(said), "{edits:?}: no `{said}` in: {stderr}");
        assert_eq!(stderr.trim().lines().count(), 1, "{edits:?}: {stderr}");
    }
}
