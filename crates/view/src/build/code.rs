//! The code of the running function: source lines with the instructions made from them.

use image::debug::Function;

use super::typed::{Memory, unsigned};
use super::viewer::Look;
use crate::{CodeLineView, CodeView, InsnView};

/// How many bytes of a function are shown around the program counter.
const SIZE_MAX: u64 = 2048;

impl Look<'_> {
    /// The function at the program counter; `None` where no debugging information is.
    pub(crate) fn code(&self) -> Option<CodeView> {
        let pc = self.pc();
        let (unit, function) = self.viewer.debug_at(pc)?;
        let file = unit.files.get(function.place.file as usize).cloned().unwrap_or_default();
        let source = self.viewer.sources.lines(&file);
        let mut lines: Vec<CodeLineView> = Vec::new();
        let end = function.start.saturating_add(function.size);
        let mut at = match pc - function.start > SIZE_MAX / 2 && function.size > SIZE_MAX {
            true => self.line_start(function, pc - SIZE_MAX / 2),
            false => function.start,
        };
        let stop = at.saturating_add(SIZE_MAX).min(end);
        while at < stop {
            let insn = self.insn(at, pc);
            let size = if insn.bits & 3 == 3 { 4 } else { 2 };
            let line = line_at(function, at - function.start);
            match lines.last_mut() {
                Some(last) if last.line == line => last.insns.push(insn),
                _ => {
                    let index = (line as usize).wrapping_sub(1);
                    let text = source.get(index).cloned().unwrap_or_default();
                    lines.push(CodeLineView { line, text, insns: vec![insn] });
                }
            }
            at += size;
        }
        Some(CodeView { function: function.name.clone(), file, lines })
    }

    /// The last start of a line at or before an address, so that instructions are not cut in two.
    fn line_start(&self, function: &Function, address: u64) -> u64 {
        let offset = address - function.start;
        let rows = function.lines.iter().rev();
        let start = rows.map(|line| line.offset).find(|&start| start <= offset);
        function.start + start.unwrap_or(0)
    }

    fn insn(&self, address: u64, pc: u64) -> InsnView {
        let mut bytes = [0; 4];
        if !self.peek(address, &mut bytes) {
            self.peek(address, &mut bytes[..2]);
        }
        let word = unsigned(&bytes) as u32;
        let bits = if word & 3 == 3 { word } else { word & 0xffff };
        let text = match riscv::decode(bits) {
            Some(insn) => riscv::disassemble(&insn, address),
            None if bits == word => format!(".word {bits:#010x}"),
            None => format!(".half {bits:#06x}"),
        };
        InsnView { address, bits, text, is_current: address == pc }
    }
}

/// The source line of an offset in a function; 0 when there is none.
fn line_at(function: &Function, offset: u64) -> u32 {
    let index = function.lines.partition_point(|line| line.offset <= offset);
    let row = index.checked_sub(1).and_then(|index| function.lines.get(index));
    row.map_or(0, |row| row.place.line)
}
