//! Any 32 bits: what decodes must encode to itself and disassemble.

#![no_main]

libfuzzer_sys::fuzz_target!(|bits: u32| {
    let Some(insn) = riscv::decode(bits) else { return };
    let _ = riscv::disassemble(&insn, 0x10000);
    if insn.length == 4
        && let Ok(encoded) = riscv::encode(&insn)
    {
        assert_eq!(riscv::decode(encoded), Some(insn));
    }
});
