//! The sequences that are fused, chosen by how much time programs spend in them.
//!
//! `cargo xtask sequences` writes the list; `super::sequence` says how to read it.

use super::FastHandler;
use super::piece::Piece;

macro_rules! sequences {
    ($($({$kind:ident $rs1:tt $rs2:tt $by:tt})+;)*) => {
        /// The sequences with their handlers, sorted by the kinds of their instructions.
        pub(super) static SEQUENCES: &[(&[Piece], FastHandler)] =
            &[$((
                pieces!($({$kind $rs1 $rs2 $by})+),
                sequence!($({$kind $rs1 $rs2 $by})+),
            )),*];
    };
}

sequences! {
    {Lw . . .} {Beq 0 . .};
    {Lw . . .} {Bne 0 . .};
    {Lw s . .} {Lw s . .} {Blt 0 1 .};
    {Lw . . .} {Lw . . 4} {Addi . . .} {Addi . . .} {Mulw 1 0 .} {Addw 4 . .} {Bne 2 . .};
    {Lw s . .} {Lw s . .} {Add . 0 .} {Add . 1 .} {Ld s . .} {Jal . . .};
    {Lw s . 4} {Lw s . .} {Li . . 3} {Mul 1 2 .} {Add 0 3 5} {Slli 4 . 6} {Add 5 . 9} {Lw s . 13}
        {Sw 6 7 .} {Lw s . 10} {Addiw 9 . 12} {Sw s 10 .} {Lw s . 14} {Addiw 12 . .} {Li . . .}
        {Bge 14 13 .};
    {Lw s . 4} {Lw s . .} {Li . . 3} {Mul 1 2 .} {Add 0 3 5} {Slli 4 . 6} {Add 5 . 9} {Fld s . .}
        {Fsd 6 7 .} {Lw s . 10} {Addiw 9 . 12} {Sw s 10 .} {Lw s . 14} {Addiw 12 . .} {Li . . .}
        {Bge 14 13 .};
    {Lw . . 2} {Sw s 0 .} {Lw s . 4} {Sw s 2 .} {Lw s . .} {Sw s 4 .} {J . . .};
    {Lw . . .} {Addi . . .} {Bne 0 . .};
    {Lw s . 1} {Slli 0 . 3} {Ld s . 4} {Add 1 2 5} {Lw 3 . .} {Lw s . 6} {Addiw 5 . .} {Blt 4 6 .};
    {Lw s . 1} {Slli 0 . 3} {Ld s . 4} {Add 1 2 5} {Lw 3 . .} {Lw s . 6} {Addiw 5 . .} {Blt 6 4 .};
    {Lw s . 1} {Slli 0 . 3} {Ld s . 8} {Add 1 2 4} {Lw 3 . 6} {Sw s 4 .} {Lw s . 7} {Slli 6 . 10}
        {Ld s . 9} {Add 8 7 14} {Lw s . 11} {Slli 10 . 13} {Ld s . .} {Add 11 12 .} {Lw 9 . .}
        {Sw 13 14 .};
    {Lw s . 1} {Slli 0 . 3} {Ld s . 4} {Add 1 2 6} {Lw s . 13} {Sw 3 4 .} {Lw s . 7} {Addiw 6 . 9}
        {Sw s 7 .} {Lw s . 10} {Addiw 9 . 12} {Sw s 10 .} {Lw s . 14} {Add . 12 15} {Lw s . .}
        {Addiw 13 . .};
    {Lw s . 1} {Slli 0 . 2} {Addi 1 . 4} {Ld s . 8} {Add 2 3 6} {Lw 4 . .} {Lw s . 7} {Slli 6 . 9}
        {Ld s . 11} {Add 7 8 10} {Lw 9 . .} {Add . 5 .} {Bge 10 11 .};
    {Lw . . 1} {Addiw 0 . .} {Beq 1 . .};
    {Lw . . 1} {Addiw 0 . .} {Bge . 1 .};
    {Lw s . 1} {Addiw 0 . 3} {Sw s 1 .} {Lw s . 4} {Slli 3 . 6} {Ld s . 7} {Add 4 5 8} {Lw 6 . .}
        {Lw s . 9} {Addiw 8 . .} {Blt 7 9 .};
    {Lw s . 1} {Addiw 0 . 3} {Sw s 1 .} {Lw s . 4} {Slli 3 . 6} {Ld s . 7} {Add 4 5 8} {Lw 6 . .}
        {Lw s . 9} {Addiw 8 . .} {Blt 9 7 .};
    {Lw s . 1} {Addiw 0 . 3} {Sw s 1 .} {Lw s . 5} {Addiw 3 . .} {Li . . .} {Bge 5 4 .};
    {Lw s . 1} {Addiw 0 . 3} {Sw s 1 .} {Lw s . 5} {Addiw 3 . .} {Li . . 6} {Addi 5 . .}
        {Bge 6 4 .};
    {Lw s . 1} {Addiw 0 . 3} {Sw s 1 .} {Lw s . 5} {Add . 3 6} {Lw s . 7} {Addiw 4 . .}
        {Addiw 5 . .} {Blt 6 7 .};
    {Lw s . 1} {Addiw 0 . .} {Sw s 1 .} {Addiw . . .} {Blt 3 . .};
    {Lw s . 1} {Addiw 0 . 3} {Sw s 1 .} {Li . . 4} {Addiw 3 . 6} {Lw s . 7} {Divw 4 5 8}
        {Addiw 6 . .} {Lw s . 9} {Addiw 8 . .} {Blt 7 9 .};
    {Lw . . 1} {Addiw 0 . 2} {Addiw 1 . .} {Add . 2 .} {Jal . . .};
    {Lw . . 2} {Addiw 0 . .} {Li . . .} {Bge 2 1 .};
    {Lw . . 2} {Addiw 0 . .} {Li . . .} {Bgeu 2 1 .};
    {Lw . . 2} {Addiw 0 . .} {Li . . 3} {Addi 2 . .} {Bge 3 1 .};
    {Lw . . .} {Add . 0 .} {Jal . . .};
    {Lw . . .} {Add . . .} {Beq 0 . .};
    {Lw . . .} {Add . . .} {Bne 0 . .};
    {Lw s . 2} {Add . 0 3} {Lw s . 4} {Addiw 1 . .} {Addiw 2 . .} {Blt 4 3 .};
    {Lw s . 2} {Add . 0 3} {Lw s . 4} {Addiw 1 . .} {Addiw 2 . .} {Bge 4 3 .};
    {Lw s . 2} {Add . 0 5} {Lw s . 3} {Subw 1 2 4} {Addiw 3 . 6} {Srliw 4 . 9} {Addw 4 5 7}
        {Sraiw 6 . 8} {Addiw 7 . 10} {Lw s . 13} {Addw 8 9 11} {Addiw 10 . 12} {Slli 11 . 14}
        {Ld s . .} {Add 12 13 .};
    {Lw . . .} {Add . 0 .} {Ld . . .} {Addi . . .} {Jr . . .};
    {Lw s . 15} {Add . 0 2} {Slli 1 . 3} {Sub 2 0 4} {Slli 3 . 5} {Add 4 . 11} {Fld 5 . 7}
        {FmulD . 6 9} {Fld s . .} {FaddD 8 7 .} {Fsd s 9 .} {Lw s . 12} {Addiw 11 . 14} {Sw s 12 .}
        {Lw s . .} {Addiw 14 . .};
    {Lw s . .} {Add . 0 2} {Slli 1 . 3} {Sub 2 0 4} {Slli 3 . 5} {Add 4 . 13} {Fld 5 . 7}
        {FmulD . 6 8} {FaddD . 7 9} {FmulD . 8 11} {Fld s . .} {FaddD 10 9 .} {Fsd s 11 .}
        {Lw s . 14} {Addiw 13 . .} {Sw s 14 .};
    {Lw s . 9} {Add . 0 2} {Slli 1 . 3} {Sub 2 0 4} {Slli 3 . 5} {Add 4 . 10} {Fld 5 . .} {La . . 8}
        {Addi 7 . .} {Lw s . .} {Add . 9 11} {Slli 10 . 12} {Sub 11 9 13} {Slli 12 . 14}
        {Add 13 8 .} {Fld 14 . .};
    {Lw s . 5} {Add . 0 2} {Slli 1 . 3} {Sub 2 0 4} {Slli 3 . 7} {La . . 6} {Addi 5 . .} {Add 4 6 .}
        {Sd s 7 .};
    {Lw s . 5} {Add . 0 2} {Slli 1 . 3} {Sub 2 0 4} {Slli 3 . 7} {La . . 6} {Addi 5 . .} {Add 4 6 9}
        {Sd s 7 .} {Lw s . 10} {Addiw 9 . .} {Sw s 10 .} {J . . .};
    {Lw . . .} {Add . . .} {Addiw . . .} {Addi . . .} {Blt . 0 .};
    {Lw . . .} {Add . . .} {Addiw . . .} {Addi . . .} {Blt 0 . .};
    {Lw s . 2} {Add . 0 5} {Add . 1 3} {Slliw 2 . 4} {Subw 3 1 6} {Addiw 4 . 14} {Lw s . 8}
        {Add . 6 .} {Add . 7 9} {Slliw 8 . 10} {Addw 9 7 11} {Addiw 10 . 12} {Addw 11 5 13}
        {Addiw 12 . 15} {Lw s . .} {Addw 13 14 .};
    {Lw s . 2} {Add . 0 .} {Li . . 3} {Divuw 1 2 5} {Sw s 3 .} {Lw s . 6} {Addiw 5 . .} {Bne 6 . .};
    {Lw s . 2} {Add . 0 5} {Li . . 3} {Remuw 1 2 4} {Addiw 3 . 6} {Andi 4 . 9} {Ld s . .}
        {Addi 6 . .} {Sd s 7 .} {Addiw 5 . 10} {Andi 9 . .} {Sb 6 10 .};
    {Lw s . 1} {Mulw 0 0 .} {Sw s 1 .} {J . . .};
    {Ld . . .} {Jal . . .};
    {Ld . . .} {Beq 0 . .};
    {Ld . . .} {Bne . 0 .};
    {Ld . . .} {Bne 0 . .};
    {Ld . . .} {Bltu 0 . .};
    {Ld . . .} {Ld 0 . .} {Jal . . .};
    {Ld . . .} {Ld 0 . .} {Beq 1 . .};
    {Ld s . .} {Ld s . .} {Ld 0 . .} {Bne . 2 .};
    {Ld s . .} {Ld s . .} {Ld s . .} {Ld s . .} {Ld s . .} {Ld s . .} {Ld s . .} {Ld s . .}
        {Ld s . .} {Ld s . .} {Ld s . .} {Ld s . .} {Ld s . .} {Addi . . .} {Jr 0 . .};
    {Ld s . .} {Ld s . .} {Ld s . .} {Ld s . .} {Ld s . .} {Ld s . .} {Ld s . .} {Ld s . .}
        {Ld s . .} {Ld s . .} {Ld s . .} {Ld s . .} {Ld s . .} {Add . . .} {Addi . . .} {Jr 0 . .};
    {Ld s . .} {Ld s . .} {Ld s . .} {Ld s . .} {Addi . . .} {Jr 0 . .};
    {Ld s . 1} {Ld 0 . .} {Ld s . .} {Ld s . .} {Add . 1 .} {Jal . . .};
    {Ld s . .} {Ld s . .} {Ld s . .} {Ld s . .} {Add . . .} {Ld s . .} {Addi . . .} {Jr 0 . .};
    {Ld . . .} {Ld . . .} {Ld . . .} {Addi . . .} {Beq 1 0 .};
    {Ld s . 1} {Ld 0 . .} {Ld s . .} {Add . 1 .} {Jal . . .};
    {Ld s . 1} {Ld 0 . 3} {Sd s 1 .} {Ld s . .} {Bne 3 . .};
    {Ld s . 1} {Ld 0 . 4} {Sd s 1 .} {Ld s . .} {Add . 3 5} {Slli 4 . 7} {Sub 5 3 .} {Ld s . 8}
        {Ld 7 . .} {Add . 8 .} {Jal . . .};
    {Ld s . 3} {Ld . . .} {Addi . . 4} {Add 0 2 .} {Ld 1 . .} {Ld s . .} {Ld s . .} {Ld s . .}
        {Ld s . .} {Ld s . .} {Bne 4 . .};
    {Ld s . .} {Ld s . .} {Addi . . .} {Jr 0 . .};
    {Ld . . 1} {Ld 0 . .} {Add . 1 .} {Jal . . .};
    {Ld s . 2} {Ld s . 3} {Sub 0 1 7} {Li . . 4} {Rem 2 3 5} {Andi 4 . 6} {Addiw 5 . 8} {Andi 6 . .}
        {Ld s . 10} {Sb 8 7 .} {Ld s . 11} {Addi 10 . 13} {Sd s 11 .} {Lw s . 14} {Addiw 13 . .}
        {Sw s 14 .};
    {Ld . . 3} {Ld . . 2} {Xor 1 0 .} {Li . . .} {Bne 2 . .};
    {Ld . . 1} {Lbu 0 . .} {Bne 1 . .};
    {Ld . . .} {Sb 0 . .} {Nop . . .} {Ld s . .} {Ld s . .} {Addi . . .} {Jr 3 . .};
    {Ld s . 4} {Sw 0 . .} {La . . 3} {Addi 2 . 7} {Lwu s . 5} {Slli 4 . 6} {Add 5 3 8} {Ld 6 . 10}
        {Ld s . 12} {Sd 8 7 .} {La . . 11} {Addi 10 . 15} {Lwu s . 13} {Slli 12 . 14} {Add 13 11 .}
        {Ld s . .};
    {Ld s . 2} {Sd s 0 .} {Ld s . .} {Bne 2 . .};
    {Ld s . 2} {Sd 0 . .} {Ld s . 4} {Sd 2 . .} {Ld s . .} {Add . 4 .};
    {Ld s . 2} {Sd . 0 .} {Ld s . .} {Addi . . .} {Bne 2 . .};
    {Ld s . .} {Sd s . .} {Li . . .} {Sd 0 . .} {Bgeu 2 . .};
    {Ld . . .} {Sd s . .} {La . . 3} {Ld 2 . .} {Sd s . .} {Sd s . .} {Add 3 . .} {Andi 0 . .}
        {Lw 6 . .} {Addi . . .} {Bne 7 . .};
    {Ld . . .} {Addi . . .};
    {Ld s . 1} {Addi 0 . 4} {Sd s 1 .} {Ld s . .} {Ld s . .} {Blt 3 4 .};
    {Ld s . 6} {Addi 0 . 3} {Sd s 1 .} {Ld s . 8} {Addi 3 . .} {Sd s 4 .} {Lbu 0 . .} {Sb 3 6 .}
        {Ld s . 9} {Lbu 8 . .} {Bne 9 . .};
    {Ld s . 3} {Addi 0 . 5} {Sd s 1 .} {Lbu 0 . 4} {Addiw 3 . 6} {Lw s . 9} {Xor 4 5 8} {Sw s 6 .}
        {Lw s . 10} {Add . 8 .} {Li . . 11} {Addiw 10 . 12} {Mulw 9 11 14} {Sw s 12 .} {Ld s . 15}
        {Lbu 14 . .};
    {Ld . . .} {Addi . . .} {Sd . . .} {Addi . . .} {Add . 1 .} {Addi . . .} {Beq 3 . .};
    {Ld . . .} {Addi . . .} {Sd 1 . .} {Andi 0 . .} {Add . 3 5} {Ld 4 . .} {Bne 3 5 .};
    {Ld s . .} {Addi 0 . 3} {Sd s 1 .} {Li . . .} {Sb 0 3 .} {Sw s . .} {J . . .};
    {Ld s . 3} {Addi . . .} {Srli 1 . 12} {Xor 0 2 5} {Sd . 3 .} {Ld . . 11} {Ld . . .} {Ld . . .}
        {Add 5 . .} {Ld 8 . .} {Sd s 6 .} {Add 5 . .} {Xor 2 9 .} {Sd s 12 .} {Sd 8 1 .};
    {Ld s . 3} {Addi . . .} {Srli 1 . .} {Xor 0 2 .} {Sd . 3 .} {Ld s . 6} {Srliw 5 . .}
        {Bne 6 . .};
    {Ld . . .} {Addi . . 3} {Add . 1 .} {Ld 0 . .} {Bne 3 . .};
    {Ld . . 3} {Addi . . .} {Add 0 . 4} {Xori 0 . .} {And 2 3 5} {And 4 . .} {Beq 5 . .};
    {Ld . . .} {Addi . . .} {Jr 0 . .};
    {Ld . . .} {Andi 0 . .} {Bne 1 . .};
    {Ld s . .} {Slli . . 5} {Add . . .} {Lbu 0 . .} {Ld s . .} {Sub 1 . .} {Beq 3 . .};
    {Ld . . 3} {Srli . . .} {Addiw . . .} {Xor 0 1 .} {Sd . 3 .} {Sh . 2 .} {Ld s . .} {Sd . . .}
        {Add . . .} {Ld s . .} {Ld s . .} {Ld s . .} {Addi . . .} {Jr 6 . .};
    {Ld . . .} {Srliw 0 . 2} {Addiw 1 . 4} {Slli 2 . .} {Srli 3 . 5} {Addi 4 . 6} {Add 5 . .}
        {Bne . 6 .};
    {Ld . . .} {Add . . .} {Jal . . .};
    {Ld . . .} {Add . 0 .} {Jal . . .};
    {Ld . . .} {Add . . .} {Beq 0 . .};
    {Ld . . .} {Add . . .} {Ld 0 . .} {Bne 2 . .};
    {Ld s . .} {Add . . .} {Ld s . .} {Ld s . .} {Ld s . .} {Ld s . .} {Ld s . .} {Ld s . .}
        {Ld s . .} {Addi . . .} {Jr 0 . .};
    {Ld s . .} {Add . . .} {Ld s . .} {Ld s . .} {Ld s . .} {Addi . . .} {Jr 0 . .};
    {Ld . . .} {Add . 0 .} {Ld s . .} {Ld s . .} {Addi . . .} {Jr 2 . .};
    {Ld s . .} {Add . . 3} {Sw 1 . .} {Ld s . .} {Ld s . .} {Addi . . .} {Jr 0 . .};
    {Ld . . .} {Add . . .} {Addi . . .} {Addi . . .} {Addi . . .} {J . . .};
    {Ld s . 3} {Add . 0 2} {Slli 1 . 4} {Sub 2 0 .} {Lw s . 5} {Slli 4 . 7} {Ld s . .} {Add 5 6 8}
        {Lw 7 . 9} {Addiw 8 . 10} {Slli 9 . 11} {Srli 10 . 12} {Add 11 3 .} {Sd s 12 .};
    {Ld s . 3} {Add . 0 2} {Slli 1 . 6} {Sub 2 0 .} {La . . 5} {Addi 4 . .} {Lw s . 10} {Lw s . .}
        {Li . . 9} {Mul 7 8 .} {Add 6 9 11} {Slli 10 . 12} {Add 11 5 13} {Lw 12 . 14}
        {Addiw 13 . 15} {Slli 14 . .};
    {Ld . . 6} {Add . . 5} {Xor . 0 4} {Mulw . 2 .} {Lbu 1 . .} {Addi 1 . .} {Addiw 3 . .}
        {Bne 4 . .};
    {Ld . . .} {Sub . 0 .} {Ld 1 . 4} {Add . 0 .} {Andi 2 . .} {Bne 4 0 .};
    {Ld s . 2} {Fld 0 . 7} {Ld s . 6} {Fld 2 . 4} {FsubD 1 3 9} {Fsd s 4 .} {Ld s . 8} {Fld 6 . .}
        {Ld s . 12} {Fld 8 . 10} {FsubD 7 9 .} {Fsd s 10 .} {Ld s . .};
    {Ld s . 7} {Fld 0 . 3} {Fld s . 4} {FmulD 1 2 .} {Fld s . 5} {FmulD 3 4 6} {FaddD . 5 .}
        {Ld s . 9} {Fsd 7 6 .} {Lw s . 10} {Addiw 9 . 12} {Sw s 10 .} {Lw s . 14} {Addiw 12 . .}
        {Li . . .} {Bge 14 13 .};
    {Ld s . 2} {Fsd 0 . .} {Ld s . 4} {Fld 2 . 14} {Ld s . 11} {Fld 4 . 7} {Fld s . 8} {FmulD 5 6 .}
        {Fld s . 9} {FmulD 7 8 10} {FsubD 3 9 .} {Ld s . 13} {Fsd 11 10 .} {Ld s . 15} {Fld 13 . .}
        {Ld s . .};
    {Ld . . .} {Li . . .} {Beq 0 . .};
    {Ld . . .} {Li . . 2} {Add 1 . 4} {Ld 0 . 5} {Ld 2 . .} {Andi 3 . .} {Bltu 4 5 .};
    {Ld . . .} {J . . .};
    {Lbu . . .} {Beq 0 . .};
    {Lbu . . .} {Bne 0 . .};
    {Lbu s . 3} {Lbu s . .} {Addi . . .} {Slli 0 . 4} {Or 3 1 .} {Bne 4 . .};
    {Lbu . . .} {Sb . . .} {Beq 0 . .};
    {Lbu . . .} {Addi . . .} {Addi . . .} {Lbu 1 . .} {Beq 0 . .};
    {Lbu . . .} {Addi . . .} {Add . 1 .} {Sb 2 0 .} {Bne . 1 .};
    {Lhu s . 1} {Addiw 0 . 2} {Slli 1 . 3} {Srli 2 . .} {Sh s 3 .} {Bgeu 3 . .};
    {Sb . . .} {Addw . . .} {Add . . .} {Bge . 1 .};
    {Sw . . .} {Sw . . .} {Addiw . . .} {Addiw . . .} {Bge 3 2 .};
    {Sw . . .} {Sw . . .} {Addiw . . .} {Addiw . . .} {J . . .};
    {Sw s . .} {Sw s . .} {J . . .};
    {Sw . . .} {Addi . . .} {Addi . . .} {Bne 1 . .};
    {Sw . . .} {Addiw . . .} {Blt 1 . .};
    {Sw . . .} {J . . .};
    {Sd . . .} {Jal . . .};
    {Sd . . .} {Beq . . .};
    {Sd s . .} {Ld s . .} {Jal . . .};
    {Sd s . .} {Ld s . 2} {Ld 1 . .} {Beq 2 . .};
    {Sd s . .} {Ld . . .} {Sd s . .} {Sd s . .} {Sd s . .} {Sd s . .} {Sd s . .} {Sd s . .}
        {Sd s . .} {Sd s . .} {Sd s . .} {Sd s . .} {Sd s . .} {Sd s . .} {Beq 1 . .};
    {Sd s . .} {Ld . . .} {Sd s . .} {Sd s . .} {Sd s . .} {Sd s . .} {Add . . .} {Beq 1 . .};
    {Sd . . .} {Ld . . .} {Add . 1 .} {Ld s . .} {Ld s . .} {Addi . . .} {Jr 3 . .};
    {Sd . . .} {Ld s . .} {Add . . .} {Ld s . .} {Ld s . .} {Addi . . .} {Jr 1 . .};
    {Sd s . .} {Sw s . .} {J . . .};
    {Sd s . .} {Sd s . .} {Sd s . .} {Sd s . .} {Sd s . .} {Sd s . .} {Jal . . .};
    {Sd s . .} {Sd s . .} {Sd s . .} {Sd s . .} {Sd s . .} {Sd s . .} {Sd s . .} {Sd s . .}
        {Sd s . .} {Sd s . .} {Sd s . .} {Sd s . .} {Sd s . .};
    {Sd s . .} {Sd s . .} {Sd s . .} {Sd s . .} {Sd s . .} {Sd s . .} {Sd s . .} {Sd s . .}
        {Addi . . .} {Bne 8 . .};
    {Sd s . .} {Sd s . .} {Sd s . .} {Sd s . .} {Sd s . .} {Li . . .} {Add . . .} {Add . . .}
        {Add . . .} {Bgeu 5 . .};
    {Sd s . .} {Sd s . .} {Sd s . .} {Sd s . .} {Add . . .} {Add . . .} {Subw 4 . 7} {Sraiw 6 . 8}
        {Addw 7 . 9} {Slli 8 . 10} {Add 9 5 .} {Lw 10 . .} {Add . 4 .} {Add . . .} {Blt 12 13 .};
    {Sd s . .} {Sd s . .} {Sd s . .} {Sd s . .} {La . . 5} {Ld 4 . .} {Sd s . .} {Sd s . .}
        {Sd s . .} {Sd s . .} {Sd s . .} {Sd s . .} {Sd s . .} {Sd s . .} {Ld . . .} {Sd s 14 .};
    {Sd s . .} {Sd s . .} {Sd s . .} {Sd s . .} {La . . 5} {Lbu 4 . .} {Add . . .} {Beq 5 . .};
    {Sd s . .} {Sd s . .} {Sd s . .} {Addi . . .};
    {Sd s . .} {Sd s . .} {Addi . . .} {Bne 2 . .};
    {Sd s . .} {Sd s . .} {Ori . . .} {Sd s 2 .} {Sd s . .} {Sd s . .} {Add . . .} {Sd 6 . .}
        {J . . .};
    {Sd . . .} {Sd . . .} {Li . . .} {Bgeu 2 . .};
    {Sd . . .} {Addi . . .} {Bne . 1 .};
    {Sd . . .} {Addi . . .} {Bne 1 . .};
    {Sd s . .} {Add . . 4} {Add . . 7} {Sw s 1 .} {Add . 2 6} {Sw s 4 .} {Lw s . 8} {Add . 6 9}
        {Lw s . 10} {Addiw 7 . .} {Addiw 8 . .} {Bge 9 10 .};
    {Sd s . .} {Add . . .} {Li . . .} {Sd s . .} {Sd s . .} {Jal . . .};
    {Sd . . .} {Li . . 4} {Sd . 1 .} {Ld s . .} {Add . . .} {Ld s . .} {Ld s . .} {Addi . . .}
        {Jr 3 . .};
    {Sd s . .} {Li . . 2} {Addi 1 . .} {Sw s 2 .} {J . . .};
    {Sd s . .} {La . . 2} {Ld 1 . .} {Sd s . .} {Ld 2 . .} {Sd s 4 .};
    {Sd s . .} {La . . 2} {Addi 1 . .} {Sd s . .} {Ld 2 . .} {Sd s . .} {Sd s . .} {Add . . .}
        {Beq 4 . .};
    {Sd . . .} {Jr . . .};
    {Addi . . .} {Bgeu . 0 .};
    {Addi . . 14} {Lw s . 5} {Lw s . .} {Li . . 4} {Mul 2 3 .} {Add 1 4 6} {Slli 5 . 7} {Add 6 0 9}
        {Sw 7 . .} {Lw s . 11} {Add . 9 .} {Add . 10 12} {Slliw 11 . 13} {Addw 12 10 15}
        {Addiw 13 . .} {Lw s . .};
    {Addi . . 13} {Lw s . 5} {Lw s . .} {Li . . 4} {Mul 2 3 .} {Add 1 4 6} {Slli 5 . 7} {Add 6 0 9}
        {Fsd 7 . .} {Lw s . 10} {Addiw 9 . 12} {Sw s 10 .} {Lw s . 14} {Addiw 12 . .} {Li . . .}
        {Bge 14 13 .};
    {Addi . . 1} {Lw 0 . 2} {Srliw 1 . 3} {Addiw 2 . .} {Add . 3 .} {Ld . . .} {Addi . . .}
        {Jr . . .};
    {Addi . . 8} {Lw s . 10} {Add . 1 3} {Slli 2 . 4} {Sub 3 1 5} {Slli 4 . 6} {Add 5 0 11}
        {Fld 6 . .} {La . . 9} {Addi 8 . .} {Lw s . .} {Add . 10 12} {Slli 11 . 13} {Sub 12 10 14}
        {Slli 13 . 15} {Add 14 9 .};
    {Addi . . .} {Ld 0 . .} {Beq 1 . .};
    {Addi . . .} {Ld s . .} {Ld s . .} {Ld s . .} {Ld s . .} {Ld s . .} {Ld s . .} {Ld s . .}
        {Ld s . .} {Ld s . .} {Ld s . .} {Ld s . .} {Ld s . .} {Ld s . .} {Addi . . .} {Jr 1 . .};
    {Addi . . 1} {Ld 0 . .} {Addi . . 3} {Srli 2 . .} {Beq 1 . .};
    {Addi . . 1} {Ld 0 . .} {Addi . . 3} {Srli 2 . .} {Li . . .} {Beq 1 . .};
    {Addi . . .} {Ld . . .} {Add . 0 .} {Ld 1 . .} {Bne 3 . .};
    {Addi . . .} {Ld 0 . .} {Add . . .} {La . . 4} {Addi 3 . .} {Beq 1 . .};
    {Addi . . .} {Sb . . .} {Lbu 0 . .} {Addi . . .} {Bne 2 . .};
    {Addi . . .} {Sd s . .} {Sd s . .} {Sd s . .} {Sd s . .} {Sd s . .} {Sd s . .} {And . 0 .}
        {Add . . .} {Add . . .} {Ld . . .} {Add . . .} {Beq 7 0 .};
    {Addi . . .} {Sd 0 . .} {Sd 0 . .} {Addi 0 . .};
    {Addi . . .} {Sd 0 . .} {Sd 0 . .} {Addi 0 . .} {Sd 3 . .} {Jal . . .};
    {Addi . . .} {Sd 0 . .} {Sd 0 . .} {Addi 0 . .} {Add . . .} {Sw 3 4 .} {Li . . .} {Jal . . .};
    {Addi . . .} {Sd 0 . .} {Addi 0 . .};
    {Addi . . .} {Sd 0 . .} {Addi 0 . .} {Addi . . 5} {Lw 3 . 8} {Li . . 6} {Addiw 5 . 7}
        {Mulw 4 6 9} {Addiw 7 . 12} {Li . . 10} {Addiw 9 . 11} {Addw 10 8 13} {Addiw 11 . .}
        {Addi . . .} {Sw 13 12 .};
    {Addi . . .} {Sd 0 . .} {Addi 0 . .} {La . . 4} {Addi 3 . 6} {Lw 4 . 9} {Li . . 7} {Addiw 6 . 8}
        {Mulw 5 7 10} {Addiw 8 . 13} {Li . . 11} {Addiw 10 . 12} {Addw 11 9 .} {Addiw 12 . .};
    {Addi . . .} {Addi . . .} {Beq 0 . .};
    {Addi . . .} {Addi . . .} {Addiw . . .} {Remw . . 10} {Addiw . . .} {FcvtDW 4 . 8} {Sw . 4 .}
        {Addiw . . .} {FmulD 5 . 11} {Fsd . 8 .} {Addiw 3 . .} {FcvtDW 10 . 13} {Sw 0 10 .}
        {FmulD 11 . .} {Fsd 1 13 .} {Bne 2 . .};
    {Addi . . .} {Addi . . .} {J . . .};
    {Addi . . 1} {Slli 0 . 2} {Add 1 . 6} {Lw 2 . .} {Add . 2 .} {Addiw . . .} {Addi 2 . .}
        {Blt . 3 .};
    {Addi . . .} {Slli . . .} {J . . .};
    {Addi . . 1} {Srli 0 . 2} {Xor 1 . 5} {Sd . 2 .} {Sd . . .} {Ld . . .} {Beq 5 . .};
    {Addi . . .} {Add . . .} {Jal . . .};
    {Addi . . .} {Add . 0 .} {Jal . . .};
    {Addi . . .} {Add . 0 .} {Sd . 0 .} {Jal . . .};
    {Addi . . .} {Add . . .} {Add . 0 .} {Jal . . .};
    {Addi . . 3} {Add . . .} {Add . . .} {Sub 0 . .} {Beq . . .};
    {Addi . . 7} {Add . . 8} {Fld 1 . 5} {Slli . . .} {Lwu 0 . .} {FmulD 2 . .} {Sub 3 . .}
        {Addi 0 . .} {Addi 1 . .};
    {Addi . . .} {Li . . .} {Add . . .} {Add . . .} {Bgeu 1 0 .};
    {Addi . . .} {Li . . .} {Li . . .} {Bgeu 1 0 .};
    {Ori . . .} {Sd s 0 .} {Sd s . .} {Sd s . .} {Add . . .} {Sd 4 . .} {J . . .};
    {Andi . . .} {Beq . . .};
    {Andi . . .} {Beq 0 . .};
    {Andi . . .} {Bne 0 . .};
    {Andi . . .} {Sd . 0 .} {Ld s . .} {Sd s . .} {Li . . .} {Sd 2 . .} {Bgeu 4 . .};
    {Andi . . 1} {Addi 0 . 4} {Srli 1 . .} {Addi . . .} {Ld 3 . .} {Beq 4 . .};
    {Andi . . .} {Srli . . .} {Add . . .} {Add . . .} {Bne 0 . .};
    {Andi . . .} {Add . . .} {Bne 0 . .};
    {Andi . . .} {Add . 0 .} {Ld . . .} {Ld 1 . .} {Addi . . 5} {Srli 4 . .} {Andi . . .}
        {Xor 2 5 .} {Andi 3 . .} {Bne 6 . .};
    {Andi . . 3} {Add . 0 .} {Andi . . .} {Add 0 . 4} {Addi 3 . 7} {Add . 1 .} {Add 2 1 .}
        {Sub 4 1 .} {Beq 2 . .};
    {Andi . . .} {La . . 2} {Addi 1 . .} {Beq 0 . .};
    {Andi . . 3} {La . . 2} {Addi 1 . .} {Slli 0 . 4} {Add 3 2 5} {Lw 4 . 6} {Add 5 2 .} {Jr 6 . .};
    {Slli . . 1} {Addi 0 . 2} {Add 1 . .} {Bltu . . .};
    {Slli . . .} {Slli . . 2} {Srli 1 . .} {Sub 0 . 6} {Addiw . . .} {Addi . . .} {Add 3 2 .}
        {Bne 4 . .};
    {Slli . . 1} {Srli 0 . .} {Lwu . . 4} {Addi . . .} {Add 2 . 5} {Add 4 1 .} {Jal . . .};
    {Slli . . 1} {Srli 0 . 2} {Slli 1 . 3} {Srli 2 . .} {Slli 3 . 5} {Add 4 . .} {Ld 5 . .}
        {Beq 6 . .};
    {Slli . . 1} {Srli 0 . .} {Slli 1 . 3} {Sub 2 1 6} {La . . 5} {Addi 4 . .} {Slli 3 . 7}
        {Add 6 5 10} {Lw 7 . .} {Li . . .} {Ld 7 . .} {Bltu 9 8 .};
    {Slli . . 5} {Add . 0 .} {Lw 1 . .} {Slli . . 4} {Add 3 . .} {Addi 0 . 7} {Lw 4 . .} {Add 5 . .}
        {Bge 2 . .};
    {Slli . . .} {Add . 0 .} {Ld 1 . .} {Andi 2 . .} {Bne 3 . .};
    {Slli . . 2} {Add . 0 .} {Ld 1 . 5} {Srli . . .} {Sd s . .} {Xor 2 3 .} {Sd s 5 .} {Sd 1 . .}
        {Addiw . . .} {Sh . 8 .} {J . . .};
    {Slli . . 1} {Add 0 . .} {Lhu 1 . .} {Beq 2 . .};
    {Slli . . 1} {Add 0 . .} {Lhu 1 . .} {Bltu 2 . .};
    {Slli . . .} {Add . 0 3} {Lhu 1 . .} {Ld . . .} {Bgeu 2 3 .};
    {Slli . . 1} {Add 0 . 5} {Sd 1 . .} {Sw s . .} {Sd s . .} {Li . . .} {J . . .};
    {Slli . . 1} {Add 0 . 9} {Fld 1 . .} {Fld s . 4} {FmulD 2 3 5} {FaddD . 4 .} {La . . 7}
        {Addi 6 . .} {Lw s . .} {Add . 8 10} {Slli 9 . 11} {Sub 10 8 12} {Slli 11 . 13} {Add 12 7 .}
        {Fsd 13 5 .};
    {Slli . . 1} {Add 0 . 8} {Fld 1 . 3} {FsubD . 2 .} {Fsd s 3 .} {La . . 6} {Addi 5 . .}
        {Lw s . .} {Add . 7 9} {Slli 8 . 10} {Sub 9 7 11} {Slli 10 . 12} {Add 11 6 .} {Fld 12 . .};
    {Slli . . 1} {Add 0 . 10} {Fld 1 . 3} {FmulD . 2 5} {Fld s . 15} {FaddD 4 3 .} {Fsd s 5 .}
        {La . . 8} {Addi 7 . .} {Lw s . .} {Add . 9 11} {Slli 10 . 12} {Sub 11 9 13} {Slli 12 . 14}
        {Add 13 8 .} {Fld 14 . .};
    {Slli . . 1} {Sub 0 . 2} {Slli 1 . .} {Add . 2 4} {Lbu 3 . .} {Beq 4 . .};
    {Srli . . 1} {Add 0 . .} {La . . 3} {Addi 2 . .} {Lw s . 8} {Lw s . .} {Li . . 7} {Mul 5 6 .}
        {Add 4 7 9} {Slli 8 . 10} {Add 9 3 12} {Fld 10 . .} {La . . 13} {Addi 12 . .} {Fld 13 . 15}
        {FmulD 11 14 .};
    {Addiw . . .} {Bne . 0 .};
    {Addiw . . .} {Bne 0 . .};
    {Addiw . . .} {Bge 0 . .};
    {Addiw . . .} {Lw s . 2} {Slli 1 . 4} {Ld s . 5} {Add 2 3 7} {Addiw 0 . 11} {Sw 4 5 .}
        {Lw s . 8} {Addiw 7 . 10} {Sw s 8 .} {Lw s . 12} {Add . 10 13} {Lw s . 14} {Addiw 11 . .}
        {Addiw 12 . .} {Blt 13 14 .};
    {Addiw . . .} {Ld s . .} {Slli . . 6} {Add . . .} {Lbu 1 . .} {Ld s . .} {Sub 2 . .}
        {Beq 4 . .};
    {Addiw . . .} {Addi . . .} {Beq 0 . .};
    {Addiw . . .} {Addi . . .} {Bne 0 . .};
    {Addiw . . 2} {Slli 0 . .} {Srli 1 . 3} {Add 2 . .} {J . . .};
    {Addiw . . 4} {Addiw 0 . 12} {La . . 3} {Addi 2 . .} {Lw s . 8} {Lw s . .} {Li . . 7}
        {Mul 5 6 15} {Add 4 7 9} {Slli 8 . 10} {Add 9 3 14} {Sw 10 1 .} {La . . 13} {Addi 12 . .}
        {Lw s . .} {Lw s . .};
    {Addiw . . .} {Slliw . . 3} {Srliw 0 . 4} {Addiw 1 . 5} {Addi 2 . 6} {Slli 3 . 7} {Slli 4 . 8}
        {Srli 5 . 9} {Add 6 . 12} {Slli 7 . 11} {Lw 8 . .} {Addi 9 . 13} {Li . . 15} {Add 11 . .}
        {Srliw 0 . .} {Sllw 12 0 .};
    {Addiw . . .} {Add . 0 .} {Jal . . .};
    {Addiw . . .} {Add . . .} {Fld 1 . 9} {Fld s . 6} {Fld 1 . .} {Fld s . 8} {FsubD 3 2 .}
        {Fld s . 10} {FsubD 5 4 .} {Fld 1 . .} {FsubD 7 9 .} {FmulD 6 6 .} {FmaddD 8 8 .}
        {FmaddD 10 10 .};
    {Addiw . . 2} {Add . 0 6} {Li . . 3} {Remw 1 2 4} {Addiw 3 . 5} {Addiw 4 . .} {Addiw 5 . .}
        {La . . .};
    {Addiw . . 11} {Addw . . .} {Add . . 10} {Add . . 7} {Add . . 9} {Add . . 8} {Remw 0 . .}
        {Addi 3 . .} {Addi 5 . .} {Addi 4 . .} {Addi 2 . .} {Addiw 0 . .};
    {Addiw . . .} {Li . . .} {Bge 1 0 .};
    {Addiw . . .} {Li . . .} {Addi . . .} {Addi . . .} {Addi . . .} {Addi . . .} {Addiw . . .}
        {Bne 0 1 .};
    {Slliw . . 1} {Addiw 0 . 2} {Slli 1 . 3} {Srli 2 . .} {J . . .};
    {Srliw . . 2} {Slli 0 . 7} {Addiw 0 . 4} {Slli 2 . .} {Srli 3 . 6} {Add . 4 .} {Ld 5 . .}
        {Srli 1 . 9} {Srliw . . .} {Slli 7 . .} {Beq 6 . .};
    {Srliw . . .} {Addiw 0 . 4} {Slli 1 . 6} {Lw . . .} {Srli 2 . 5} {Add 4 . .} {Ld 5 . .}
        {Srliw . . .} {Bne 3 . .};
    {Add . . .} {Jal . . .};
    {Add . . .} {Beq . . .};
    {Add . . .} {Bne 0 . .};
    {Add . . .} {Blt . . .};
    {Add . . 5} {Lw 0 . 2} {Addiw 1 . 3} {Addiw 2 . 9} {Sw 0 3 .} {Lw s . 6} {Addiw 5 . 8}
        {Sw s 6 .} {Lw s . 10} {Add . 8 11} {Lw s . 12} {Addiw 9 . .} {Addiw 10 . .} {Blt 11 12 .};
    {Add . . .} {Ld s . .} {Ld s . .} {Ld s . .} {Ld s . .} {Ld s . .} {Addi . . .} {J . . .};
    {Add . . .} {Ld s . .} {Ld s . .} {Ld s . .} {Addi . . .} {Jr 1 . .};
    {Add . . .} {Ld s . .} {Ld s . .} {Addi . . .} {Jr 1 . .};
    {Add . . .} {Ld s . 3} {Sd 1 0 .} {Lw s . 4} {Addiw 3 . 5} {Addiw 4 . .} {Add . 5 .}
        {Jal . . .};
    {Add . . .} {Ld . . .} {Sd 1 0 .} {J . . .};
    {Add . . .} {Ld 0 . .} {Addi 0 . .} {Beq 2 1 .};
    {Add . . 1} {Ld 0 . 2} {Andi 1 . .} {Beq 2 . .};
    {Add . . .} {Ld s . 2} {Add 1 0 .} {Sd s 2 .} {Ld s . .} {Jal . . .};
    {Add . . .} {Ld 0 . .} {Li . . .} {Bgeu 2 1 .};
    {Add . . 1} {Lbu 0 . .} {Beq 1 . .};
    {Add . . .} {Sd . . .} {Jal . . .};
    {Add . . 2} {Sd s 0 .} {Lw s . 3} {Addiw 2 . 5} {Sw s 3 .} {Lw s . 7} {Addiw 5 . .} {Li . . .}
        {Bge 7 6 .};
    {Add . . 2} {Sd s 0 .} {Ld s . .} {Bne 2 . .};
    {Add . . .} {Sd . 0 .} {Add . . .} {Jal . . .};
    {Add . . 2} {Addi 0 . .} {Ld . . 3} {Ld 2 . .} {Add . 3 .} {Jal . . .};
    {Add . . 1} {Addi 0 . .} {Sd s 1 .} {Ld s . .} {Jal . . .};
    {Add . . .} {Addi . . .} {Addiw . . .} {Remuw . . 4} {Addiw 3 . .} {Sb 1 4 .} {Divuw . . .}
        {Bltu . 2 .};
    {Add . . .} {Andi 0 . .} {Bne 1 . .};
    {Add . . 1} {Slli 0 . 2} {Add 1 . 3} {Lw 2 . 4} {Mulw . 3 5} {Addiw 4 . 7} {Lw s . 13}
        {Addw 5 6 9} {Sw s 7 .} {Lw s . 10} {Addiw 9 . 12} {Sw s 10 .} {Lw s . 14} {Addiw 12 . .}
        {Li . . .} {Bge 14 13 .};
    {Add . . 1} {Slli 0 . 2} {Add 1 . 3} {Lw 2 . 5} {FcvtDW 3 . .} {La . . 6} {Addi 5 . .}
        {Fld 6 . 8} {FdivD 4 7 .} {La . . .};
    {Add . . 1} {Slli 0 . 2} {Add 1 . 8} {Fld 2 . 4} {FmulD . 3 6} {Fld s . .} {FaddD 5 4 .}
        {Fsd s 6 .} {Lw s . 9} {Addiw 8 . 11} {Sw s 9 .} {Lw s . 13} {Addiw 11 . .} {Li . . .}
        {Bge 13 12 .};
    {Add . . 1} {Slli 0 . 2} {Sub 1 . 3} {Slli 2 . 4} {Add 3 . 9} {Fld 4 . 15} {La . . 7}
        {Addi 6 . .} {Lw . . .} {Add . 8 10} {Slli 9 . 11} {Sub 10 8 12} {Slli 11 . 13} {Add 12 7 .}
        {Fld 13 . .} {FmulD 5 14 .};
    {Add . . 1} {Addiw 0 . 2} {Slli 1 . 3} {Srli 2 . 5} {Add . 3 .} {Ld s . 6} {Lw 5 . 7}
        {Slli 6 . 8} {Srli 7 . 9} {Add 8 4 11} {Sd s 9 .} {Ld s . 12} {Addi 11 . 14} {Sd s 12 .}
        {Ld s . 15} {Ld 14 . .};
    {Add . . 1} {Addiw 0 . 3} {Add . 1 7} {Li . . 4} {Addi 3 . 5} {And 4 2 9} {Sw s 5 .} {La . . 8}
        {Addi 7 . .} {Lwu s . 10} {Slli 9 . 11} {Add 10 8 12} {Ld 11 . .} {Sd s 12 .} {J . . .};
    {Add . . 1} {Addiw 0 . 3} {Add . 1 .} {Li . . 4} {Addiw 3 . 5} {Remuw 2 4 7} {Sw s 5 .}
        {Ld s . 9} {Sd s 7 .} {La . . 10} {Addi 9 . .} {Sd s 10 .} {J . . .};
    {Add . . .} {Add . . .} {Jal . . .};
    {Add . . .} {Add . 0 .} {Bne . . .};
    {Add . . 2} {Add . 0 .} {Ld s . 4} {Sd 2 1 .} {Ld s . 5} {Ld 4 . .} {Bne 5 . .};
    {Add . . 9} {Add . 0 2} {Slliw 1 . 3} {Addw 2 0 4} {Slliw 3 . 5} {Subw 4 0 6} {Addiw 5 . 7}
        {Addw 6 . 8} {Addiw 7 . 10} {Lw . . 12} {Addw 8 9 11} {Addiw 10 . 13} {Add . 11 .}
        {Li . . 14} {Remw 12 13 15} {Addiw 14 . .};
    {Add . . .} {Add . . .} {Add . . .} {Lbu 1 . .} {Beq 3 . .};
    {Add . . 5} {Add . . 6} {Xor . 1 4} {Mulw . 2 .} {Lbu 0 . .} {Addi 0 . .} {Addiw 3 . .}
        {Bne 4 . .};
    {Add . . .} {Add . . .} {Li . . .} {Jal . . .};
    {Add . . 5} {Add . . 6} {Li . . 8} {Lw 1 . .} {Lw 0 . 7} {Addi 0 . .} {Addi 1 . .} {Mulw 4 3 .}
        {Addw 7 2 .} {Bne 5 . .};
    {Add . . 1} {Add 0 . .} {J . . .};
    {Add . . 8} {Fld 0 . .} {Fld s . 3} {FmulD 1 2 4} {FaddD . 3 .} {La . . 6} {Addi 5 . 14}
        {Lw s . .} {Add . 7 9} {Slli 8 . 10} {Sub 9 7 11} {Slli 10 . 12} {Add 11 6 .} {Fsd 12 4 .}
        {La . . 15} {Addi 14 . .};
    {Add . . 6} {Fld s . 11} {Fsd 0 1 .} {La . . 4} {Addi 3 . 13} {Lw s . 15} {Add . 5 7}
        {Slli 6 . 8} {Sub 7 5 9} {Slli 8 . 10} {Add 9 4 .} {Fld s . .} {Fsd 10 11 .} {La . . 14}
        {Addi 13 . .} {Lw s . .};
    {Add . . 12} {Fsd s . .} {Fsd s . .} {Fsd s . .} {Fsd s . .} {Fsd s . .} {Fsd s . .} {Fsd s . .}
        {Sw s 0 .} {La . . 10} {Addi 9 . .} {Lw s . .} {Add . 11 13} {Slli 12 . 14} {Sub 13 11 15}
        {Slli 14 . .};
    {Add . . .} {Li . . .} {Ld . . .} {Li . . .} {Beq 2 . .};
    {Add . . .} {La . . 2} {Ld 1 . .} {La . . 4} {Ld 3 . .} {Ld 0 . 8} {Addi 0 . .} {Add 5 2 9}
        {Xori 5 . .} {And 7 8 10} {And 9 4 .} {Beq 10 . .};
    {Add . . .} {La . . 2} {Addi 1 . .} {Jal . . .};
    {Add . . .} {J . . .};
    {Sub . . .} {Ld s . .} {Ld s . .} {Ld s . .} {Ld s . .} {Ld s . .} {Ld s . .} {Addi . . .}
        {Jr 1 . .};
    {Sub . . 2} {Addi . . .} {Rem 0 . 3} {Addiw 2 . .} {Sb 1 3 .} {Bne 1 . .};
    {Sub . . .} {Addi 0 . .} {Jr . . .};
    {Sub . . 1} {Andi 0 . .} {Sub . 1 .} {Beq 1 . .};
    {Sub . . 1} {Slli 0 . 2} {Add 1 . 7} {Fld 2 . .} {La . . 5} {Addi 4 . 15} {Lw s . .} {Add . 6 8}
        {Slli 7 . 9} {Sub 8 6 10} {Slli 9 . 11} {Add 10 5 .} {Fld 11 . 13} {FsubD 3 12 .}
        {Fsd s 13 .} {La . . .};
    {Sub . . 1} {Sltu . 0 2} {Slli 1 . 4} {Add . . .} {Or 2 . 6} {Sd . 3 .} {Ori 4 . 13} {Sub . . 9}
        {Sd . 6 .} {Ori 7 . 12} {Sd 3 9 .} {Addi . . .} {Ld . . 15} {Ld . . 14} {Xor 13 12 .}
        {Li . . .};
    {Sub . . .} {Jr . . .};
    {Xor . . 2} {Mulw . 0 .} {Lbu . . .} {Addi . . .} {Addiw 1 . .} {Bne 2 . .};
    {Subw . . 1} {Sraiw 0 . 2} {Addw 1 . 3} {Slli 2 . 4} {Add 3 . .} {Lw 4 . .} {Add . . .}
        {Add . . .} {Blt 6 7 .};
    {Subw . . .} {Jr . . .};
    {Mul . . 3} {Add . . .} {Add . . .} {Add 0 . .} {Add 1 . 9} {Add . 3 10} {Li . . 12} {Lw 5 . .}
        {Lw 4 . 11} {Addi 4 . .} {Addi 5 . .} {Mulw 8 7 .} {Addw 11 6 .} {Bne 9 1 .};
    {Mul . . 3} {Add . . .} {Add . . .} {Add 0 . .} {FmvDX . . .} {Add 1 . 9} {Add . 3 10}
        {Fld 6 . .} {Fld 5 . .} {Addi 5 . .} {Addi 6 . .} {FmaddD 7 8 .} {Bne 1 9 .};
    {Remu . . 3} {Addi . . .} {Add . . .} {Add 0 . 4} {Lbu 3 . .} {Divu . . .} {Sb 1 4 .}
        {Bltu . 2 .};
    {Mulw . . .} {Lw . . .} {Li . . 12} {Add . . 13} {La . . 5} {Addi 4 . 10} {Addw 0 . .}
        {Srliw 6 . 8} {Remuw 7 1 .} {Sw . 6 .} {Addi 5 . .} {Sb 3 2 .} {Lbu 10 . .} {Addi 3 . .}
        {Bne 12 . .};
    {Mulw . . 4} {Addi . . .} {Addiw . . .} {Addw 0 . .} {Srliw 3 . 6} {Sw 1 4 .} {Addiw 3 . .}
        {Blt 2 . .};
    {Mulw . . .} {Add 0 . .} {Blt . 0 .};
    {Divw . . .} {Addiw . . .} {Addiw . . .} {Blt 0 1 .};
    {Remw . . .} {Addi . . .} {Addi . . .};
    {Remw . . 7} {Addiw . . .} {FcvtDW 1 . 5} {Sw . 1 .} {Addiw . . .} {FmulD 2 . 8} {Fsd . 5 .}
        {Addiw 0 . .} {FcvtDW 7 . 10} {Sw . 7 .} {FmulD 8 . .} {Fsd . 10 .} {Bne . . .};
    {Fld . . 6} {Ld s . .} {Fld 1 . 3} {FsubD 0 2 5} {Fsd s 3 .} {Fld s . 7} {FmulD 5 5 9}
        {Fld s . 8} {FmulD 7 7 10} {FaddD 6 8 .} {Fld s . 11} {FmulD 10 10 12} {FaddD 9 11 .}
        {Fsd s 12 .} {Fld s . .} {Jal . . .};
    {Fld . . 3} {Slli . . .} {Lwu . . .} {FmulD 0 . .} {Sub 1 . .} {Addi . . .} {Addi . . .};
    {Fld . . .} {Fld . . .} {Addi . . .} {Addi . . .} {FmaddD 0 1 .} {Bne . 2 .};
    {Fld s . .} {Fld s . .} {Fld s . .} {Fld s . 6} {Fld s . 7} {Fld s . 8} {FmaddD 3 . .}
        {FmaddD 4 . .} {FmaddD 5 . .} {Addi . . .};
    {Fld s . 7} {Fld . . 4} {Fld s . .} {Fld . . 6} {FsubD 1 0 .} {Fld . . 8} {FsubD 3 2 .}
        {Fld s . .} {FsubD 5 7 .} {FmulD 4 4 .} {FmaddD 6 6 .} {FmaddD 8 8 .};
    {Fld s . .} {Fld s . .} {Fld s . .} {FmaddD . . .} {FmaddD . . .} {FmaddD . . .} {Fsd s 3 .}
        {Fsd s 4 .} {Fsd s 5 .} {Bne . . .};
    {Fld s . 3} {Fld s . 4} {Fld s . 5} {FsubD . 0 8} {FsubD . 1 9} {FsubD . 2 10} {Fld s . 7}
        {FmulD . 6 .} {FmulD 3 3 .} {FmaddD 4 4 .} {FmaddD 5 5 .};
    {Fld . . 2} {Fld s . 3} {FmulD 0 1 11} {Fld s . 4} {FmulD 2 3 5} {FsubD . 4 12} {Ld s . 8}
        {Fsd 6 5 .} {Ld s . 10} {Fld 8 . .} {Ld s . .} {Fld 10 . 13} {Fld s . 14} {FmulD 11 12 .}
        {Fld s . 15} {FmulD 13 14 .};
    {Fld s . 5} {Fsd . 0 .} {Fld s . .} {La . . 4} {Addi 3 . 10} {Fld 4 . 6} {FmulD 2 5 .}
        {La . . 8} {Addi 7 . .} {Lw s . .} {Add . 9 11} {Slli 10 . 12} {Sub 11 9 13} {Slli 12 . 14}
        {Add 13 8 .} {Fsd 14 6 .};
    {Fld . . 2} {FmulD . 0 .} {Fld s . 4} {FmulD 2 2 6} {Fld s . 5} {FmulD 4 4 7} {FaddD 3 5 .}
        {Fld s . 8} {FmulD 7 7 9} {FaddD 6 8 .} {FsgnjD 9 9 .} {Jal . . .};
    {Fld s . 1} {FmulD . 0 2} {FaddD . 1 .} {La . . 4} {Addi 3 . .} {Lw s . .} {Add . 5 7}
        {Slli 6 . 8} {Sub 7 5 9} {Slli 8 . 10} {Add 9 4 12} {Fsd 10 2 .} {Lw s . 13} {Addiw 12 . 15}
        {Sw s 13 .} {Lw s . .};
    {Fld s . 14} {La . . 2} {Addi 1 . 8} {Fld 2 . 4} {FmulD 0 3 .} {La . . 6} {Addi 5 . .}
        {Lw s . .} {Add . 7 9} {Slli 8 . 10} {Sub 9 7 11} {Slli 10 . 12} {Add 11 6 .} {Fsd 12 4 .}
        {Fld s . .};
    {Fsd s . .} {Sw s . .} {J . . .};
    {Fsd . . .} {Addi . . .} {Addi . . .} {Bne . 1 .};
    {Fsd s . .} {Fsd s . .} {Fsd s . .} {Bne . . .};
    {FaddD . . 7} {Ld s . 3} {Fsd 1 0 .} {Ld s . 5} {Fld 3 . 15} {Ld s . 12} {Fld 5 . 8} {Fld s . 9}
        {FmulD 6 7 .} {Fld s . 10} {FmulD 8 9 11} {FaddD 4 10 .} {Ld s . 14} {Fsd 12 11 .}
        {Ld s . .} {Fld 14 . .};
    {FmulD . . 11} {FmulD . . 12} {Fld s . .} {Fld s . .} {Addi . . .} {Addiw . . .} {FmulD . 3 .}
        {FmulD . 3 .} {FmulD . 3 .} {FdivD . . .} {FnmsubD 9 . .} {FnmsubD 9 0 .} {FnmsubD 9 1 .}
        {Fsd s 10 .} {Fsd s 11 .} {Fsd s 12 .};
    {FsqrtD . . 1} {FmulD 0 . .} {Fld . . .} {Fld s . .} {Fld s . .} {FmulD . 2 .};
    {FsqrtD . . .} {Jr . . .};
    {FsgnjD . . 3} {Fld s . 2} {FmulD 0 1 4} {Fld s . 7} {FdivD 3 2 10} {Fsd s 4 .} {Ld s . 8}
        {Fld 6 . .} {Ld s . .} {Fld 8 . 11} {Fld s . 12} {FmulD 9 10 .} {Fld s . 13}
        {FmulD 11 12 14} {FsubD 7 13 .};
    {FsgnjD . . 1} {FdivD . 0 3} {Fld s . .} {FsubD 2 1 .} {Fsd s 3 .} {Lw s . 6} {Addiw 5 . 8}
        {Sw s 6 .} {Lw s . 10} {Addiw 8 . .} {Li . . .} {Bge 10 9 .};
    {FmvDX . . .} {Add . . 5} {Add . . 6} {Fld 2 . .} {Fld 1 . .} {Addi 1 . .} {Addi 2 . .}
        {FmaddD 3 4 .} {Bne . 5 .};
    {Nop . . .} {Ld s . .} {Ld s . .} {Addi . . .} {Jr 1 . .};
    {Nop . . .} {Nop . . .} {Ld s . .} {Ld s . .} {Addi . . .} {Jr 2 . .};
    {Li . . .} {Jal . . .};
    {Li . . .} {Bltu . . .};
    {Li . . .} {Bgeu 0 . .};
    {Li . . .} {Ld . . .} {Li . . .} {Beq 1 . .};
    {Li . . .} {Sd s . .} {Sd s 0 .} {Sd s . .} {Sd s . .} {Sd s . .} {Sd s . .} {Jal . . .};
    {Li . . .} {Addi . . .};
    {Li . . 5} {Addi . . 6} {Sb . 0 .} {Addi . . .} {Li . . .} {Sub 1 . 7} {Addi 1 . .} {Rem 5 4 8}
        {Addiw 7 . .} {Sb 6 8 .} {Bne 6 3 .};
    {Li . . 13} {Andi . . .} {Sd s . .} {Sd s . .} {Sd s . .} {Sd s . .} {Sd s . .} {Sd s . .}
        {Sd s . .} {Sd s . .} {Sd s . .} {Sd s . .} {Sd s . .} {Sub . 1 .} {Sd s . .} {Bltu 13 . .};
    {Li . . .} {Addiw 0 . .} {Add . . .} {Fld 2 . 10} {Fld s . 7} {Fld 2 . .} {Fld s . 9}
        {FsubD 4 3 .} {Fld s . 11} {FsubD 6 5 .} {Fld 2 . .} {FsubD 8 10 .} {FmulD 7 7 .}
        {FmaddD 9 9 .} {FmaddD 11 11 .};
    {Li . . .} {Add . 0 .} {Ld s . .} {Ld s . .} {Ld s . .} {Addi . . .} {Jr 2 . .};
    {Li . . 1} {Add 0 . 2} {Ld 1 . .} {Andi . . .} {Bgeu 3 2 .};
    {Li . . 1} {Mul . 0 .} {Add . 1 3} {Slli 2 . 4} {Add 3 . 5} {Lw 4 . 7} {FcvtDW 5 . .} {La . . 8}
        {Addi 7 . .} {Fld 8 . 10} {FdivD 6 9 .};
    {Li . . .} {Li . . .} {Add . . .} {Addi . . .} {Addiw . . .} {Remuw . 0 6} {Addiw 5 . .}
        {Sb 3 6 .} {Divuw . 0 .} {Bltu 1 4 .};
    {Li . . .} {J . . .};
    {La . . 1} {Lw 0 . .} {Bne 1 . .};
    {La . . 1} {Ld 0 . .} {Bltu . 1 .};
    {La . . 1} {Ld 0 . .} {Sd s . .} {Ld 1 . .} {Sd s . .} {Sd s . .} {Sd s . .} {Sd s . .}
        {Sd s . .} {Sd s . .} {Sd s . .} {Beq 3 . .};
    {La . . 1} {Ld 0 . 2} {Sltu . 1 3} {Sub . 2 .} {And . 3 .} {Li . . 9} {Addi . . .} {Li . . .}
        {Li . . .} {Add 5 . .} {Li . . .} {Ld . . .} {Beq 11 6 .};
    {La . . 1} {Addi 0 . .};
    {La . . 1} {Addi 0 . 9} {Lw s . 6} {Lw s . 14} {Li . . 5} {Mul 3 4 10} {Add 2 5 7} {Slli 6 . 8}
        {Add 7 1 12} {Lw 8 . .} {La . . 11} {Addi 10 . .} {Lw s . .} {Lw s . .} {Li . . 15}
        {Mul 13 14 .};
    {La . . 1} {Addi 0 . 10} {Lw s . 6} {Lw s . 13} {Li . . 5} {Mul 3 4 14} {Add 2 5 7} {Slli 6 . 8}
        {Add 7 1 12} {Fld 8 . .} {La . . 11} {Addi 10 . .} {Lw s . .} {Lw s . .} {Li . . 15}
        {Mul 13 14 .};
    {La . . 1} {Addi 0 . 10} {Lw s . 6} {Lw s . 13} {Li . . 5} {Mul 3 4 14} {Add 2 5 7} {Slli 6 . 8}
        {Add 7 1 12} {Fsd 8 . .} {La . . 11} {Addi 10 . .} {Lw s . .} {Lw s . .} {Li . . 15}
        {Mul 13 14 .};
    {La . . 1} {Addi 0 . .} {Lw s . 3} {Slli 2 . 4} {Add 3 1 5} {Ld 4 . .} {Sd s 5 .} {J . . .};
    {La . . 1} {Addi 0 . 10} {Lw s . 3} {Slli 2 . 4} {Add 3 1 6} {Sd 4 . .} {Lw s . 7} {Addiw 6 . 9}
        {Sw s 7 .} {Lw s . 11} {Addiw 9 . .} {Li . . .} {Blt 10 11 .};
    {La . . 1} {Addi 0 . .} {Lw . . 3} {Add 2 1 4} {Lbu 3 . .} {Bne 4 . .};
    {La . . 1} {Addi 0 . 9} {Lw s . 3} {Add 2 1 5} {Sb 3 . .} {Lw s . 6} {Addiw 5 . 8} {Sw s 6 .}
        {Lw s . 10} {Addiw 8 . .} {Li . . 11} {Addi 10 . .} {Bge 11 9 .};
    {La . . 1} {Addi 0 . 11} {Lw s . 13} {Add . 2 4} {Slli 3 . 5} {Sub 4 2 6} {Slli 5 . 7}
        {Add 6 1 14} {Fld 7 . 9} {FsubD . 8 .} {Fsd s 9 .} {La . . 12} {Addi 11 . .} {Lw s . .}
        {Add . 13 15} {Slli 14 . .};
    {La . . 1} {Addi 0 . 9} {Lw s . 11} {Add . 2 4} {Slli 3 . 5} {Sub 4 2 6} {Slli 5 . 7}
        {Add 6 1 12} {Fld 7 . .} {La . . 10} {Addi 9 . .} {Lw s . .} {Add . 11 13} {Slli 12 . 14}
        {Sub 13 11 .};
    {La . . 1} {Addi 0 . 9} {Lw s . 11} {Add . 2 4} {Slli 3 . 5} {Sub 4 2 6} {Slli 5 . 7}
        {Add 6 1 12} {Fld 7 . .} {La . . 10} {Addi 9 . .} {Lw s . .} {Add . 11 13} {Slli 12 . 14}
        {Sub 13 11 15} {Slli 14 . .};
    {La . . 1} {Addi 0 . 13} {Lw s . 15} {Add . 2 4} {Slli 3 . 5} {Sub 4 2 6} {Slli 5 . 7}
        {Add 6 1 9} {Fld 7 . 12} {La . . 10} {Addi 9 . .} {Fld 10 . .} {FmulD 8 11 .} {La . . 14}
        {Addi 13 . .} {Lw s . .};
    {La . . 1} {Addi 0 . 4} {Lw s . 3} {Add 2 1 6} {Li . . 7} {Sb 3 4 .} {Lw s . 8} {Add . 6 12}
        {Lw s . 9} {Addw 8 7 11} {Sw s 9 .} {Lw s . 13} {Addiw 11 . .} {Li . . 14} {Addi 13 . .}
        {Bge 14 12 .};
    {La . . 1} {Addi 0 . .} {Ld 1 . .} {Bltu 2 . .};
    {La . . 1} {Addi 0 . .} {Ld 1 . .} {Bgeu . 2 .};
    {La . . 1} {Addi 0 . .} {Ld 1 . .} {Addi . . 4} {Srli 3 . .} {La . . 6} {Addi 5 . .}
        {Bgeu 4 2 .};
    {La . . 1} {Addi 0 . 3} {Sw 1 . .} {La . . 4} {Addi 3 . 5} {Lw 4 . 6} {Srliw 5 . 7}
        {Addiw 6 . .} {Add . 7 .} {Ld . . .} {Addi . . .} {Jr . . .};
    {La . . 1} {Addi 0 . 2} {Sub . 1 3} {Sltu . 2 4} {Slli 3 . 6} {Add . . .} {Or 4 . 8} {Sd . 5 .}
        {Ori 6 . .} {Sub . . 11} {Sd . 8 .} {Ori 9 . .} {Addi . . .} {Sd 5 11 .} {Add . 12 .};
    {La . . 1} {Addi 0 . .} {Fld 1 . .} {FsgnjD 2 2 .} {Jal . . .};
}
