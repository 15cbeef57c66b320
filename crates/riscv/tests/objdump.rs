//! The disassembler against GNU objdump, over every row of both tables.

use riscv::{COMPRESSED, Format, Insn, Op, Reg, Row, TABLE, decode, disassemble};
use std::path::Path;
use std::process::Command;

const OBJDUMP: &str = "riscv64-linux-gnu-objdump";
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
    samples.retain(|&(bits, _)| decode(bits).is_some_and(|insn| !is_hint(&insn)));
    samples
}

/// Compressed encodings without effect, for which objdump keeps the name `c.li` and the like.
fn is_hint(insn: &Insn) -> bool {
    let writes_nothing = insn.rd == Reg::ZERO && matches!(insn.op, Op::Addi | Op::Lui | Op::Add);
    let adds_nothing = insn.op == Op::Addi && insn.rd == insn.rs1 && insn.imm == 0;
    insn.length == 2 && (writes_nothing || adds_nothing)
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

/// One line of objdump per instruction: `address: bits mnemonic operands # comment`.
fn objdump(code: &[u8]) -> Vec<String> {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("objdump.bin");
    std::fs::write(&file, code).expect("the directory is for this");
    let base = format!("--adjust-vma={BASE:#x}");
    let output = Command::new(OBJDUMP)
        .args(["-D", "-b", "binary", "-m", "riscv:rv64", &base])
        .arg(&file)
        .output()
        .expect("objdump starts");
    String::from_utf8_lossy(&output.stdout).lines().filter_map(instruction_text).collect()
}

fn instruction_text(line: &str) -> Option<String> {
    let mut columns = line.split('\t').skip(2);
    let mnemonic = columns.next()?.trim();
    let operands = columns.next().unwrap_or("").split([' ', '#', '<']).next().unwrap_or("");
    Some(format!("{mnemonic} {operands}").trim().to_string())
}

/// objdump prints targets in a flat file as `0x20fffc`.
fn without_target_prefix(text: &str) -> String {
    match text.rsplit_once("0x") {
        Some((before, digits)) if is_branch(before) => format!("{before}{digits}"),
        _ => text.to_string(),
    }
}

fn is_branch(text: &str) -> bool {
    let mnemonic = text.split(' ').next().unwrap_or("");
    mnemonic == "j" || mnemonic == "jal" || mnemonic.starts_with('b')
}

#[test]
fn text_agrees_with_objdump() {
    if !Command::new(OBJDUMP).arg("--version").output().is_ok_and(|out| out.status.success()) {
        eprintln!("skipped: {OBJDUMP} is not installed");
        return;
    }
    let samples = samples();
    let mut code = Vec::new();
    let mut ours = Vec::new();
    for &(bits, length) in &samples {
        let insn = decode(bits).expect("only decodable samples are kept");
        ours.push(disassemble(&insn, BASE + code.len() as u64));
        code.extend(&bits.to_le_bytes()[..usize::from(length)]);
    }
    let theirs: Vec<String> =
        objdump(&code).iter().map(|text| without_target_prefix(text)).collect();
    assert_eq!(ours.len(), theirs.len(), "instructions");
    let differences: Vec<String> = samples
        .iter()
        .zip(ours.iter().zip(&theirs))
        .filter(|(_, (ours, theirs))| ours != theirs && without_immediate_suffix(ours) != **theirs)
        .map(|((bits, _), (ours, theirs))| format!("{bits:#010x}: `{ours}`, objdump `{theirs}`"))
        .collect();
    assert!(differences.is_empty(), "{}\n{}", differences.len(), differences.join("\n"));
}
