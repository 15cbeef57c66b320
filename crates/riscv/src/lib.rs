//! RISC-V as tables: the instruction set RV64GC and the facts of the psABI, in reading order.
//!
//! One row per instruction ([`TABLE`]) is the only place that knows an encoding; [`decode`],
//! [`encode`] and [`disassemble`] are derived from it.
//!
//! Sources: *The RISC-V Instruction Set Manual, Volume I* ("RISC-V unprivileged" below) and the
//! *RISC-V ELF psABI specification* ("RISC-V psABI").

mod codec;
mod compressed;
mod disassemble;
mod format;
mod insn;
pub mod psabi;
mod register;
mod table;

pub use codec::{decode, encode};
pub use compressed::{COMPRESSED, CompressedRow, Quadrant};
pub use disassemble::{csr_name, disassemble};
pub use format::{Format, Kind};
pub use insn::{EncodeError, Insn};
pub use register::Reg;
pub use table::{Extension, Op, Row, TABLE};
