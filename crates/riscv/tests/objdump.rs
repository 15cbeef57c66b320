//! The disassembler against GNU objdump, over every row of both tables.

use riscv::{COMPRESSED, Format, Insn, Op, Reg, Row, TABLE, decode, disassemble};
use std::path::Path;
use std::process::Command;

const AS: &str = "riscv64-linux-gnu-as";
const OBJDUMP: &str = "riscv64-linux-gnu-objdump";
/// objdump knows the instructions of the architecture that the object file names.
const ARCHITECTURE: &str = "rv64gc_zba_zbb_zbs_zihintpause";
/// How many operand patterns are tried per row.
const PATTERNS: u64 = 40;
/// Where the code is said to be, so that backward branches have an address.
const BASE: u64 = 0x20_0000;

/// Well-spread bits that depend on `seed` alone.
fn spread(seed: u64) -> u64 {
    let mixed = (seed + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (mixed ^ mixed >> 29).wrapping_mul(0xbf58_476d_1ce4_e5b9) >> 16
}

/// Instructions of every row with varied operands; every other pattern has zero registers.
fn samples() -> Vec<(u32, u8)> {
    let mut samples = Vec::new();
    for pattern in 0..PATTERNS {
        for (index, row) in TABLE.iter().enumerate() {
            let fill = spread(pattern * 1000 + index as u64) as u32;
            let fill = if pattern % 4 == 1 { fill & 0xfff0_7fff } else { fill };
            let fill = if pattern % 4 == 2 { fill & 0xffff_f07f } else { fill };
            samples.push((row.bits | known_operands(row, fill) & !row.mask(), 4));
        }
        for (index, row) in COMPRESSED.iter().enumerate() {
            let fill = spread(pattern * 1000 + 500 + index as u64) as u16;
            samples.push((u32::from(row.bits | fill & !row.mask), 2));
        }
    }
    samples.extend([0x8330_000f, 0x0100_000f, 0x0ff0_000f].map(|fence| (fence, 4)));
    samples.retain(|&(bits, _)| decode(bits).is_some_and(|insn| !is_hint(&insn)));
    samples
}

/// Compressed encodings without effect, for which objdump keeps the name `c.li` and the like.
fn is_hint(insn: &Insn) -> bool {
    let shifts = matches!(insn.op, Op::Slli | Op::Srli | Op::Srai);
    let computes = shifts || matches!(insn.op, Op::Addi | Op::Lui | Op::Add);
    let writes_nothing = insn.rd == Reg::ZERO && computes;
    let changes_nothing = (shifts || insn.op == Op::Addi) && insn.rd == insn.rs1 && insn.imm == 0;
    insn.length == 2 && (writes_nothing || changes_nothing)
}

/// Keeps operands within what objdump has text for: fences without reserved fields, exact
/// conversions without rounding mode, CSRs whose names we know too or that have none.
fn known_operands(row: &Row, fill: u32) -> u32 {
    let number = [0x001, 0x002, 0x003, 0xc00, 0xc01, 0xc02, 0x5c0, 0x8ff][fill as usize >> 29];
    match row.format {
        Format::Fence if row.op == Op::FenceI => 0,
        Format::Fence => fill & 0x0ff0_0000,
        Format::Csr | Format::CsrImmediate => fill & 0x000f_ffff | number << 20,
        Format::FloatUnary if matches!(row.op, Op::FcvtDS | Op::FcvtDW | Op::FcvtDWu) => {
            fill & !0x7000
        }
        _ => fill,
    }
}

/// Binutils before 2.42 print `addi` as `add`, and so on for every immediate form.
fn without_immediate_suffix(text: &str) -> String {
    let (mnemonic, operands) = text.split_once(' ').unwrap_or((text, ""));
    let name = match mnemonic.strip_suffix("iw") {
        Some(name) => format!("{name}w"),
        None => mnemonic.strip_suffix('i').unwrap_or(mnemonic).to_string(),
    };
    format!("{name} {operands}").trim().to_string()
}

/// What objdump prints of an object file with these instructions, a line each.
fn objdump(samples: &[(u32, u8)]) -> Vec<String> {
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let [source, object] = ["s", "o"].map(|end| directory.join("objdump").with_extension(end));
    let lines: Vec<String> =
        samples.iter().map(|(bits, length)| format!(".insn {length}, {bits:#x}\n")).collect();
    std::fs::write(&source, lines.concat()).expect("the directory is for this");
    let march = format!("-march={ARCHITECTURE}");
    let mut assembler = Command::new(AS);
    let assembled = assembler.arg(march).arg(&source).arg("-o").arg(&object).status();
    assert!(assembled.expect("the assembler starts").success());
    let base = format!("--adjust-vma={BASE:#x}");
    let output =
        Command::new(OBJDUMP).args(["-d", &base]).arg(&object).output().expect("objdump starts");
    String::from_utf8_lossy(&output.stdout).lines().filter_map(instruction_text).collect()
}

/// The third column of `address: bits mnemonic operands # comment`.
fn instruction_text(line: &str) -> Option<String> {
    let mut columns = line.split('\t').skip(2);
    let mnemonic = columns.next()?.trim();
    let operands = columns.next().unwrap_or("").split([' ', '#', '<']).next().unwrap_or("");
    Some(format!("{mnemonic} {operands}").trim().to_string())
}

#[test]
fn text_agrees_with_objdump() {
    let runs = |tool: &str| Command::new(tool).arg("--version").output().is_ok();
    if let Some(missing) = [AS, OBJDUMP].into_iter().find(|tool| !runs(tool)) {
        eprintln!("skipped: {missing} is not installed");
        return;
    }
    let samples = samples();
    let mut address = BASE;
    let mut ours = Vec::new();
    for &(bits, length) in &samples {
        let insn = decode(bits).expect("only decodable samples are kept");
        ours.push(disassemble(&insn, address));
        address += u64::from(length);
    }
    let theirs = objdump(&samples);
    assert_eq!(ours.len(), theirs.len(), "instructions");
    let differences: Vec<String> = samples
        .iter()
        .zip(ours.iter().zip(&theirs))
        .filter(|(_, (ours, theirs))| ours != theirs && without_immediate_suffix(ours) != **theirs)
        .map(|((bits, _), (ours, theirs))| format!("{bits:#010x}: `{ours}`, objdump `{theirs}`"))
        .collect();
    assert!(differences.is_empty(), "{}\n{}", differences.len(), differences.join("\n"));
}
