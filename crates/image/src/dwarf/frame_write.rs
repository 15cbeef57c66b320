//! Call frame information: how a debugger finds a caller's registers (DWARF 5 section 6.4).
//!
//! Before the prologue the CFA is the stack pointer itself and nothing is saved; then as
//! [`FrameRecipe`](crate::debug::FrameRecipe) says. Return address and registers keep the columns
//! of RISC-V psABI "DWARF Register Numbers".

use super::write::{ADDRESS_SIZE, address_of};
use crate::debug::{FrameRecipe, Unit};
use crate::object::SymbolId;
use gimli::write::{
    CallFrameInstruction, CommonInformationEntry, FrameDescriptionEntry, FrameTable,
};
use gimli::{Encoding, Format, Register};
use riscv::Reg;

/// The version of call frame information that goes with DWARF 5.
const VERSION: u16 = 4;

const RA: Register = column(Reg::RA);
const SP: Register = column(Reg::SP);
const FP: Register = column(Reg::S0);

const fn column(reg: Reg) -> Register {
    Register(reg.index() as u16)
}

/// An entry for each function that has a recipe.
pub(super) fn frames(unit: &Unit<SymbolId>) -> FrameTable {
    let encoding =
        Encoding { format: Format::Dwarf32, version: VERSION, address_size: ADDRESS_SIZE };
    let mut table = FrameTable::default();
    let mut common = CommonInformationEntry::new(encoding, 4, -8, RA);
    common.add_instruction(CallFrameInstruction::Cfa(SP, 0));
    let common = table.add_cie(common);
    for function in &unit.functions {
        let Some(recipe) = &function.frame else { continue };
        let size = u32::try_from(function.size).unwrap_or(u32::MAX);
        let mut entry = FrameDescriptionEntry::new(address_of(function.start), size);
        for (offset, instruction) in instructions(recipe) {
            entry.add_instruction(offset, instruction);
        }
        table.add_fde(common, entry);
    }
    table
}

fn instructions(recipe: &FrameRecipe) -> [(u32, CallFrameInstruction); 8] {
    let size = i32::try_from(recipe.size).unwrap_or(i32::MAX);
    [
        (recipe.allocated, CallFrameInstruction::CfaOffset(size)),
        (recipe.saved, CallFrameInstruction::Offset(RA, recipe.ra_offset)),
        (recipe.saved, CallFrameInstruction::Offset(FP, recipe.fp_offset)),
        (recipe.framed, CallFrameInstruction::Cfa(FP, 0)),
        (recipe.restored, CallFrameInstruction::Cfa(SP, size)),
        (recipe.restored, CallFrameInstruction::Restore(RA)),
        (recipe.restored, CallFrameInstruction::Restore(FP)),
        (recipe.released, CallFrameInstruction::CfaOffset(0)),
    ]
}
