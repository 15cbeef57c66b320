//! The layout of files for any processor and system, against what binutils and LLVM say of them.

mod support;

use image::{BinaryKind, BinaryLayout, BinaryPart, binary_layouts};
use std::path::Path;
use support::{directory, run, said};

const TEXT: &str = "int data = 5; static int zero[100]; int *get(void) { return zero; } \
                    int start(void) { return data; }\n";

/// Runs a tool that makes a file, and gives its bytes; `None` when it is not there.
fn make(directory: &Path, tool: &str, arguments: &[&str], file: &str) -> Option<Vec<u8>> {
    let output = run(directory, tool, arguments)?;
    assert!(output.status.success(), "{tool}: {}", said(&output));
    Some(std::fs::read(directory.join(file)).unwrap())
}

fn only(bytes: &[u8]) -> BinaryLayout {
    let mut layouts = binary_layouts(bytes).unwrap();
    assert_eq!(layouts.len(), 1);
    layouts.remove(0)
}

/// An object file of Clang for a target.
fn object(name: &str, target: &str) -> Option<Vec<u8>> {
    let directory = directory(name);
    std::fs::write(directory.join("t.c"), TEXT).unwrap();
    let target = format!("--target={target}");
    make(&directory, "clang", &[&target, "-c", "t.c", "-o", "t.o"], "t.o")
}

#[track_caller]
fn check_object(target: &str, expected: &str) {
    let Some(bytes) = object(&format!("object-{target}"), target) else { return };
    let layout = only(&bytes);
    let order = if layout.is_big_endian { "big" } else { "little" };
    let BinaryLayout { format, architecture, bits, kind, .. } = &layout;
    assert_eq!(format!("{format} {architecture} {bits} {order} {kind:?}"), expected);
    let has = |name: &str| layout.sections.iter().any(|it| it.name.contains(name) && it.size > 0);
    assert!(has("text") && has("data") && has("bss"), "{layout:?}");
}

#[test]
fn objects_for_many_processors_and_systems() {
    check_object("riscv64-linux-gnu", "ELF RISC-V (64-bit) 64 little Object");
    check_object("riscv32-unknown-elf", "ELF RISC-V (32-bit) 32 little Object");
    check_object("x86_64-linux-gnu", "ELF x86-64 64 little Object");
    check_object("aarch64-linux-gnu", "ELF AArch64 (64-bit ARM) 64 little Object");
    check_object("powerpc64-linux-gnu", "ELF PowerPC (64-bit) 64 big Object");
    check_object("mips-linux-gnu", "ELF MIPS 32 big Object");
    check_object("s390x-linux-gnu", "ELF IBM S/390 64 big Object");
    check_object("i686-pc-windows-msvc", "COFF x86 (32-bit) 32 little Object");
    check_object("x86_64-apple-macos11", "Mach-O x86-64 64 little Object");
}

/// Name, address, size, and place in the file of each section, as `readelf -SW` writes them.
fn sections_by_readelf(text: &str) -> Vec<(String, u64, u64)> {
    let number = |text: &str| u64::from_str_radix(text, 16).unwrap();
    let rows = text.lines().filter_map(|line| line.split_once(']')).map(|(_, rest)| rest);
    let rows = rows.map(|rest| rest.split_whitespace().collect::<Vec<_>>());
    let rows = rows.filter(|words| words.len() > 6 && words[0].starts_with('.'));
    rows.map(|words| (words[0].into(), number(words[2]), number(words[4]))).collect()
}

#[test]
fn a_program_of_this_machine_as_readelf_sees_it() {
    let directory = directory("readelf-layout");
    std::fs::write(directory.join("t.c"), "int main(void) { return 0; }\n").unwrap();
    let Some(bytes) = make(&directory, "gcc", &["t.c", "-o", "t"], "t") else { return };
    let layout = only(&bytes);
    let Some(output) = run(&directory, "readelf", &["-SW", "t"]) else { return };
    let expected = sections_by_readelf(&said(&output));
    let of = |part: &BinaryPart| (part.name.clone(), part.address, part.size);
    let found: Vec<_> = layout.sections.iter().map(of).filter(|it| !it.0.is_empty()).collect();
    assert_eq!(found, expected);
    let text = layout.sections.iter().find(|section| section.name == ".text").unwrap();
    assert_eq!(text.permissions.to_string(), "r-x");
    let entry = layout.entry.unwrap();
    assert!(
        layout.segments.iter().any(|segment| {
            segment.permissions.execute && entry - segment.address < segment.size
        })
    );
}

#[test]
fn a_program_for_windows() {
    let Some(object) = object("windows", "x86_64-pc-windows-msvc") else { return };
    let directory = directory("windows-link");
    std::fs::write(directory.join("t.o"), object).unwrap();
    let arguments = ["/entry:start", "/subsystem:console", "/nodefaultlib", "t.o", "/out:t.exe"];
    let Some(bytes) = make(&directory, "lld-link", &arguments, "t.exe") else { return };
    let layout = only(&bytes);
    assert_eq!((layout.format, layout.kind, layout.bits), ("PE", BinaryKind::Program, 64));
    let text = layout.sections.iter().find(|section| section.name == ".text").unwrap();
    assert_eq!((text.address, text.permissions.to_string()), (0x1_4000_1000, "r-x".into()));
    let entry = layout.entry.unwrap();
    assert!(entry.wrapping_sub(text.address) < text.size, "{layout:x?}");
}

#[test]
fn a_program_for_two_kinds_of_macs() {
    let directory = directory("mac-link");
    for (architecture, target) in
        [("arm64", "arm64-apple-macos11"), ("x86_64", "x86_64-apple-macos11")]
    {
        let Some(object) = object(&format!("mac-{architecture}"), target) else { return };
        std::fs::write(directory.join("t.o"), object).unwrap();
        let arguments = [
            &["-arch", architecture, "-platform_version", "macos", "11.0", "11.0"][..],
            &["-e", "_start", "t.o", "-o", architecture, "-undefined", "dynamic_lookup"],
        ];
        let bytes = make(&directory, "ld64.lld-14", &arguments.concat(), architecture);
        let Some(bytes) = bytes else { return };
        let layout = only(&bytes);
        assert_eq!((layout.format, layout.kind), ("Mach-O", BinaryKind::Program));
        let text = layout.sections.iter().find(|section| section.name == "__text").unwrap();
        assert_eq!(text.permissions.to_string(), "r-x");
        let entry = layout.entry.unwrap();
        assert!(entry.wrapping_sub(text.address) < text.size, "{layout:x?}");
    }
    let arguments = ["-create", "arm64", "x86_64", "-output", "both"];
    let Some(bytes) = make(&directory, "llvm-lipo-14", &arguments, "both") else { return };
    let layouts = binary_layouts(&bytes).unwrap();
    assert_eq!(layouts.len(), 2);
    for layout in layouts {
        let part = layout.segments.iter().find(|segment| segment.name == "__TEXT").unwrap();
        let start = part.file.start as usize;
        // Each program begins, in the file, with the magic number of Mach-O.
        assert_eq!(bytes[start..start + 4], [0xcf, 0xfa, 0xed, 0xfe]);
    }
}

#[test]
fn what_is_no_program_says_so() {
    let said = |bytes: &[u8]| binary_layouts(bytes).unwrap_err().to_string();
    assert!(said(b"int main(void);\n").starts_with("this is text"));
    assert!(said(b"!<arch>\n").starts_with("this is a library"));
    assert_eq!(said(b""), "the file is empty");
    assert!(said(b"\x01\x02\x03").starts_with("this is no ELF"));
    let object = image::write_object(&support::start());
    assert!(said(&object[..64]).starts_with("the file is damaged"), "{}", said(&object[..64]));
}
