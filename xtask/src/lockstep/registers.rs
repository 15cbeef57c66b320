//! The registers that both machines show.

use machine::Hart;
use riscv::Reg;

/// Integer and floating-point registers, and where the next instruction is.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) struct Registers {
    pub(super) pc: u64,
    pub(super) x: [u64; 32],
    pub(super) f: [u64; 32],
}

impl Registers {
    pub(super) fn of(hart: &Hart) -> Registers {
        Registers { pc: hart.pc.0, x: hart.x, f: hart.f }
    }

    /// The first register in which ours differ from qemu's, in words.
    pub(super) fn difference(&self, theirs: &Registers) -> Option<String> {
        if self.pc != theirs.pc {
            return Some(differs("pc", self.pc, theirs.pc));
        }
        let names = (0..32).filter_map(Reg::new);
        let integer = names.clone().zip(self.x.iter().zip(&theirs.x));
        let float = names.zip(self.f.iter().zip(&theirs.f));
        let integer = integer.map(|(reg, values)| (reg.name(), values));
        let float = float.map(|(reg, values)| (reg.float_name(), values));
        let (name, (ours, theirs)) =
            integer.chain(float).find(|(_, (ours, theirs))| ours != theirs)?;
        Some(differs(name, *ours, *theirs))
    }
}

/// That a register differs.
pub(super) fn differs(name: &str, ours: u64, theirs: u64) -> String {
    format!("{name} is {ours:#x}, under qemu {theirs:#x}")
}

#[cfg(test)]
mod tests {
    use super::Registers;

    #[test]
    fn the_first_register_that_differs_is_named() {
        let ours = Registers::default();
        assert_eq!(ours.difference(&ours), None);
        let mut theirs = ours;
        theirs.f[10] = 1 << 63;
        assert_eq!(
            ours.difference(&theirs).as_deref(),
            Some("fa0 is 0x0, under qemu 0x8000000000000000")
        );
        theirs.x[2] = 16;
        assert_eq!(ours.difference(&theirs).as_deref(), Some("sp is 0x0, under qemu 0x10"));
        theirs.pc = 4;
        assert_eq!(ours.difference(&theirs).as_deref(), Some("pc is 0x0, under qemu 0x4"));
    }
}
