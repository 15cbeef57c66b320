//! RISC-V as tables: the instruction set RV64GC with Zba, Zbb and Zbs, and the facts of the
//! psABI, in reading order.
//!
//! One row per instruction ([`TABLE`]) is the only place that knows an encoding; [`decode`],
//! [`encode`] and [`disassemble`] are derived from it.
//!
//! ```
//! use riscv::{Insn, Op, Reg, decode, disassemble, encode};
//!
//! let insn = Insn::i(Op::Addi, Reg::SP, Reg::SP, -16);
//! let bits = encode(&insn).unwrap();
//! assert_eq!((bits, decode(bits)), (0xff01_0113, Some(insn)));
//! assert_eq!(disassemble(&insn, 0x1_0000), "addi sp,sp,-16");
//! ```
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
pub use compressed::{COMPRESSED, CompressedFormat, CompressedRow};
pub use disassemble::{csr_name, disassemble};
pub use format::{Format, Kind};
pub use insn::{EncodeError, Insn};
pub use register::Reg;
pub use table::{Extension, Op, Row, TABLE};
