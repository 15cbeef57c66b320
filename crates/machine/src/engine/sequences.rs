//! The sequences that are fused, chosen by how much time programs spend in them.
//!
//! `super::sequence` says how they are written.

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
    {Lw s . 4} {Lw s . .} {Li . . 3} {Mul 1 2 11} {Add 0 3 5} {Slli 4 . 6} {Add 5 . 10} {Sw 6 . .}
        {La . . 9} {Addi 8 . .} {Lw s . .} {Lw s . .};
    {Lw s . 4} {Lw s . .} {Li . . 3} {Mul 1 2 .} {Add 0 3 5} {Slli 4 . 6} {Add 5 . .} {Fld 6 . 8}
        {FmulD . 7 10} {Fld s . .} {FaddD 9 8 .} {Fsd s 10 .};
    {Lw s . 4} {Lw s . .} {Li . . 3} {Mul 1 2 .} {Add 0 3 5} {Slli 4 . 6} {Add 5 . 8} {Fld 6 . .}
        {La . . 9} {Addi 8 . .} {Fld 9 . 11} {FmulD 7 10 .};
    {Lw s . 4} {Lw s . 11} {Li . . 3} {Mul 1 2 .} {Add 0 3 5} {Slli 4 . 6} {Add 5 . 10} {Fsd 6 . .}
        {La . . 9} {Addi 8 . .} {Lw s . .} {Lw s . .};
    {Lw . . .} {Addi . . .} {Bne 0 . .};
    {Lw s . 1} {Slli 0 . 3} {Ld s . 4} {Add 1 2 5} {Lw 3 . .} {Lw s . 6} {Addiw 5 . .} {Blt 4 6 .};
    {Lw s . 1} {Slli 0 . 3} {Ld s . 4} {Add 1 2 5} {Lw 3 . .} {Lw s . 6} {Addiw 5 . .} {Blt 6 4 .};
    {Lw s . 1} {Slli 0 . 3} {Ld s . 8} {Add 1 2 4} {Lw 3 . 6} {Sw s 4 .} {Lw s . 7} {Slli 6 . .}
        {Ld s . 9} {Add 8 7 .};
    {Lw s . 1} {Slli 0 . 3} {Ld s . .} {Add 1 2 6} {Lw . . 8} {Sw 3 4 .} {Lw s . 7} {Slli 6 . 9}
        {Ld s . 10} {Add 7 8 .} {Lw s . .} {Sw 9 10 .};
    {Lw s . 1} {Slli 0 . 2} {Addi 1 . 4} {Ld s . 8} {Add 2 3 6} {Lw 4 . .} {Lw s . 7} {Slli 6 . 9}
        {Ld s . 11} {Add 7 8 10} {Lw 9 . .} {Add . 5 .};
    {Lw . . 1} {Addiw 0 . .} {Beq 1 . .};
    {Lw . . 1} {Addiw 0 . .} {Bge . 1 .};
    {Lw s . 1} {Addiw 0 . 3} {Sw s 1 .} {Lw s . 4} {Slli 3 . 6} {Ld s . 7} {Add 4 5 8} {Lw 6 . .}
        {Lw s . 9} {Addiw 8 . .} {Blt 7 9 .};
    {Lw s . 1} {Addiw 0 . 3} {Sw s 1 .} {Lw s . 4} {Slli 3 . 6} {Ld s . 7} {Add 4 5 8} {Lw 6 . .}
        {Lw s . 9} {Addiw 8 . .} {Blt 9 7 .};
    {Lw s . 1} {Addiw 0 . 3} {Sw s 1 .} {Lw s . 4} {Addiw 3 . 6} {Sw s 4 .} {Lw s . 8} {Add . 6 9}
        {Lw s . 10} {Addiw 7 . .} {Addiw 8 . .} {Bge 10 9 .};
    {Lw s . 1} {Addiw 0 . 3} {Sw s 1 .} {Lw s . 5} {Addiw 3 . .} {Li . . .} {Bge 5 4 .};
    {Lw s . 1} {Addiw 0 . 3} {Sw s 1 .} {Lw s . 5} {Addiw 3 . .} {Li . . 6} {Addi 5 . .}
        {Bge 6 4 .};
    {Lw s . 1} {Addiw 0 . 3} {Sw s 1 .} {Lw s . 5} {Add . 3 6} {Lw s . 7} {Addiw 4 . .}
        {Addiw 5 . .} {Blt 6 7 .};
    {Lw s . 1} {Addiw 0 . .} {Sw s 1 .} {Addiw . . .} {Blt 3 . .};
    {Lw s . 1} {Addiw 0 . 3} {Sw s 1 .} {Li . . 4} {Addiw 3 . 6} {Lw s . 7} {Divw 4 5 8}
        {Addiw 6 . .} {Lw s . 9} {Addiw 8 . .} {Blt 7 9 .};
    {Lw s . 1} {Addiw 0 . 2} {Addiw 1 . .} {Sw s 2 .};
    {Lw . . 1} {Addiw 0 . 2} {Addiw 1 . .} {Add . 2 .} {Jal . . .};
    {Lw . . 2} {Addiw 0 . .} {Li . . .} {Bge 2 1 .};
    {Lw . . 2} {Addiw 0 . .} {Li . . .} {Bgeu 2 1 .};
    {Lw . . .} {Add . 0 .} {Jal . . .};
    {Lw . . .} {Add . . .} {Beq 0 . .};
    {Lw . . .} {Add . . .} {Bne 0 . .};
    {Lw s . 2} {Add . 0 3} {Lw s . 4} {Addiw 1 . .} {Addiw 2 . .} {Blt 4 3 .};
    {Lw s . 2} {Add . 0 3} {Lw s . 4} {Addiw 1 . .} {Addiw 2 . .} {Bge 4 3 .};
    {Lw s . 2} {Add . 0 5} {Lw s . 3} {Subw 1 2 4} {Addiw 3 . 6} {Srliw 4 . 9} {Addw 4 5 7}
        {Sraiw 6 . 8} {Addiw 7 . 10} {Lw s . .} {Addw 8 9 .};
    {Lw . . .} {Add . 0 .} {Ld . . .} {Addi . . .} {Jr . . .};
    {Lw s . .} {Add . 0 2} {Slli 1 . 3} {Sub 2 0 4} {Slli 3 . 5} {Add 4 . .} {Fld 5 . .} {Fld s . 8}
        {FmulD 6 7 9} {FaddD . 8 .} {La . . 11} {Addi 10 . .};
    {Lw s . 11} {Add . 0 2} {Slli 1 . 3} {Sub 2 0 4} {Slli 3 . 5} {Add 4 . 7} {Fsd 5 . .} {Lw s . 8}
        {Addiw 7 . 10} {Sw s 8 .} {Lw s . .} {Addiw 10 . .};
    {Lw s . 5} {Add . 0 2} {Slli 1 . 3} {Sub 2 0 4} {Slli 3 . 7} {La . . 6} {Addi 5 . .} {Add 4 6 9}
        {Sd s 7 .} {Lw s . 10} {Addiw 9 . .} {Sw s 10 .};
    {Lw s . 5} {Add . 0 2} {Slli 1 . 3} {Sub 2 0 4} {Slli 3 . 7} {La . . 6} {Addi 5 . .} {Add 4 6 9}
        {Sd s 7 .} {Ld s . 11} {Fld 9 . .} {Ld s . .};
    {Lw . . .} {Add . . .} {Addiw . . .} {Addi . . .} {Blt . 0 .};
    {Lw . . .} {Add . . .} {Addiw . . .} {Addi . . .} {Blt 0 . .};
    {Lw s . 2} {Add . 0 10} {Add . 1 3} {Slliw 2 . 4} {Addw 3 1 5} {Slliw 4 . 6} {Subw 5 1 7}
        {Addiw 6 . 8} {Addw 7 . 9} {Addiw 8 . 11} {Lw s . .} {Addw 9 10 .};
    {Lw s . 2} {Add . 0 5} {Add . 1 3} {Slliw 2 . 4} {Subw 3 1 6} {Addiw 4 . .} {Lw s . 8}
        {Add . 6 .} {Add . 7 9} {Slliw 8 . 10} {Addw 9 7 .};
    {Lw s . 2} {Add . 0 .} {Li . . 3} {Addiw 2 . 4} {Mulw 1 3 6} {Sw s 4 .} {Ld s . 7} {Lbu 6 . .}
        {Bne 7 . .};
    {Lw s . 2} {Add . 0 .} {Li . . 3} {Divuw 1 2 5} {Sw s 3 .} {Lw s . 6} {Addiw 5 . .} {Bne 6 . .};
    {Lw s . 2} {Add . 0 5} {Li . . 3} {Remuw 1 2 4} {Addiw 3 . 6} {Andi 4 . 9} {Ld s . .}
        {Addi 6 . .} {Sd s 7 .} {Addiw 5 . 10} {Andi 9 . .} {Sb 6 10 .};
    {Ld . . .} {Jal . . .};
    {Ld . . .} {Beq 0 . .};
    {Ld . . .} {Bne . 0 .};
    {Ld . . .} {Bne 0 . .};
    {Ld . . .} {Bltu 0 . .};
    {Ld s . 1} {Lw 0 . 2} {Slli 1 . 3} {Srli 2 . 4} {Add 3 . 6} {Sd s 4 .} {Ld s . 7} {Addi 6 . 9}
        {Sd s 7 .} {Ld s . 10} {Ld 9 . .} {Add . 10 .};
    {Ld . . .} {Ld 0 . .} {Jal . . .};
    {Ld . . .} {Ld 0 . .} {Beq 1 . .};
    {Ld s . .} {Ld s . .} {Ld 0 . .} {Bne . 2 .};
    {Ld s . .} {Ld s . .} {Ld s . .} {Ld s . .} {Ld s . .} {Ld s . .} {Ld s . .} {Ld s . .}
        {Ld s . .} {Ld s . .} {Ld s . .} {Ld s . .};
    {Ld s . .} {Ld s . .} {Ld s . .} {Ld s . .} {Ld s . .} {Ld s . .} {Ld s . .} {Ld s . .}
        {Ld s . .} {Ld s . .} {Addi . . .} {Jr . . .};
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
        {Ld s . .} {Sb 8 7 .};
    {Ld . . 3} {Ld . . 2} {Xor 1 0 .} {Li . . .} {Bne 2 . .};
    {Ld . . 1} {Lbu 0 . .} {Bne 1 . .};
    {Ld . . .} {Sb 0 . .} {Nop . . .} {Ld s . .} {Ld s . .} {Addi . . .} {Jr 3 . .};
    {Ld s . 4} {Sw 0 . .} {La . . 3} {Addi 2 . 7} {Lwu s . 5} {Slli 4 . 6} {Add 5 3 8} {Ld 6 . .}
        {Ld s . .} {Sd 8 7 .};
    {Ld s . 2} {Sd s 0 .} {Ld s . .} {Bne 2 . .};
    {Ld s . 2} {Sd 0 . .} {Ld s . 4} {Sd 2 . .} {Ld s . .} {Add . 4 .};
    {Ld s . .} {Sd . . .} {Add . . .} {Ld s . .} {Ld s . .} {Ld s . .} {Addi . . .} {Jr 0 . .};
    {Ld s . .} {Sd s . .} {Li . . .} {Sd 0 . .} {Bgeu 2 . .};
    {Ld . . .} {Sd s . .} {La . . 3} {Ld 2 . .} {Sd s . .} {Sd s . .} {Add 3 . .} {Andi 0 . .}
        {Lw 6 . .} {Addi . . .} {Bne 7 . .};
    {Ld . . .} {Addi . . .};
    {Ld s . 1} {Addi 0 . 3} {Sd s 1 .} {Lw s . 4} {Addiw 3 . 6} {Sw s 4 .} {Lw s . 8} {Addiw 6 . .}
        {Li . . .} {Bgeu 8 7 .};
    {Ld s . 1} {Addi 0 . 4} {Sd s 1 .} {Ld s . .} {Ld s . .} {Blt 3 4 .};
    {Ld s . 6} {Addi 0 . 3} {Sd s 1 .} {Ld s . 8} {Addi 3 . .} {Sd s 4 .} {Lbu 0 . .} {Sb 3 6 .}
        {Ld s . 9} {Lbu 8 . .} {Bne 9 . .};
    {Ld s . 3} {Addi 0 . 5} {Sd s 1 .} {Lbu 0 . 4} {Addiw 3 . 6} {Lw s . .} {Xor 4 5 .} {Sw s 6 .};
    {Ld . . .} {Addi . . .} {Sd . . .} {Addi . . .} {Add . 1 .} {Addi . . .} {Beq 3 . .};
    {Ld . . .} {Addi . . .} {Sd 1 . .} {Andi 0 . .} {Add . 3 5} {Ld 4 . .} {Bne 3 5 .};
    {Ld s . .} {Addi 0 . 3} {Sd s 1 .} {Li . . .} {Sb 0 3 .} {Sw s . .} {J . . .};
    {Ld s . 3} {Addi . . .} {Srli 1 . .} {Xor 0 2 5} {Sd . 3 .} {Ld . . 11} {Ld . . .} {Ld . . .}
        {Add 5 . .} {Ld 8 . .} {Sd s 6 .} {Add 5 . .};
    {Ld s . 3} {Addi . . .} {Srli 1 . .} {Xor 0 2 .} {Sd . 3 .} {Ld s . 6} {Srliw 5 . .}
        {Bne 6 . .};
    {Ld . . .} {Addi . . 3} {Add . 1 .} {Ld 0 . .} {Bne 3 . .};
    {Ld . . 3} {Addi . . .} {Add 0 . 4} {Xori 0 . .} {And 2 3 5} {And 4 . .} {Beq 5 . .};
    {Ld . . .} {Addi . . .} {Jr . . .};
    {Ld . . .} {Addi . . .} {Jr 0 . .};
    {Ld . . .} {Andi 0 . .} {Bne 1 . .};
    {Ld s . .} {Slli . . 5} {Add . . .} {Lbu 0 . .} {Ld s . .} {Sub 1 . .} {Beq 3 . .};
    {Ld . . 3} {Srli . . .} {Addiw . . .} {Xor 0 1 .} {Sd . 3 .} {Sh . 2 .};
    {Ld . . .} {Srliw 0 . 2} {Addiw 1 . 4} {Slli 2 . .} {Srli 3 . 5} {Addi 4 . 6} {Add 5 . .}
        {Bne . 6 .};
    {Ld . . .} {Add . . .} {Jal . . .};
    {Ld . . .} {Add . 0 .} {Jal . . .};
    {Ld . . .} {Add . . .} {Ld 0 . .} {Bne 2 . .};
    {Ld s . .} {Add . . .} {Ld s . .} {Ld s . .} {Ld s . .} {Addi . . .} {Jr 0 . .};
    {Ld . . .} {Add . 0 .} {Ld s . .} {Ld s . .} {Addi . . .} {Jr 2 . .};
    {Ld s . .} {Add . . 3} {Sw 1 . .} {Ld s . .} {Ld s . .} {Addi . . .} {Jr 0 . .};
    {Ld . . .} {Add . . .} {Addi . . .} {Addi . . .} {Addi . . .} {J . . .};
    {Ld . . .} {Add . . .} {Addi . . .} {Jr . . .};
    {Ld s . 3} {Add . 0 2} {Slli 1 . 4} {Sub 2 0 .} {Lw s . 5} {Slli 4 . 7} {Ld s . .} {Add 5 6 8}
        {Lw 7 . 9} {Addiw 8 . 10} {Slli 9 . .};
    {Ld s . 3} {Add . 0 2} {Slli 1 . 6} {Sub 2 0 .} {La . . 5} {Addi 4 . .} {Lw s . 10} {Lw s . .}
        {Li . . 9} {Mul 7 8 .} {Add 6 9 .};
    {Ld . . 6} {Add . . 5} {Xor . 0 4} {Mulw . 2 .} {Lbu 1 . .} {Addi 1 . .} {Addiw 3 . .}
        {Bne 4 . .};
    {Ld . . .} {Sub . 0 .} {Ld 1 . 4} {Add . 0 .} {Andi 2 . .} {Bne 4 0 .};
    {Ld s . 2} {Fld 0 . .} {Ld s . 9} {Fld 2 . 5} {Fld s . 6} {FmulD 3 4 .} {Fld s . 7}
        {FmulD 5 6 8} {FsubD 1 7 .} {Ld s . .} {Fsd 9 8 .};
    {Ld s . 2} {Fld 0 . .} {Ld s . 9} {Fld 2 . 5} {Fld s . 6} {FmulD 3 4 .} {Fld s . 7}
        {FmulD 5 6 8} {FsubD 1 7 .} {Ld s . 11} {Fsd 9 8 .} {Ld s . .};
    {Ld s . 7} {Fld 0 . 3} {Fld s . 4} {FmulD 1 2 .} {Fld s . 5} {FmulD 3 4 6} {FaddD . 5 .}
        {Ld s . 9} {Fsd 7 6 .} {Ld s . 11} {Fld 9 . .} {Ld s . .};
    {Ld . . .} {Li . . .} {Beq 0 . .};
    {Ld . . .} {Li . . 2} {Add 1 . 4} {Ld 0 . 5} {Ld 2 . .} {Andi 3 . .} {Bltu 4 5 .};
    {Ld . . .} {J . . .};
    {Lbu . . .} {Beq 0 . .};
    {Lbu . . .} {Bne 0 . .};
    {Lbu . . .} {Sb . . .} {Beq 0 . .};
    {Lbu . . .} {Addi . . .} {Addi . . .} {Lbu 1 . .} {Beq 0 . .};
    {Lbu . . .} {Addi . . .} {Add . 1 .} {Sb 2 0 .} {Bne . 1 .};
    {Sb . . .} {Addw . . .} {Add . . .} {Bge . 1 .};
    {Sw s . .} {Lw s . 3} {Addiw 1 . .} {Li . . .} {Bge 3 2 .};
    {Sw . . .} {Sw . . .} {Addiw . . .} {Addiw . . .} {Bge 3 2 .};
    {Sw . . .} {Sw . . .} {Addiw . . .} {Addiw . . .} {J . . .};
    {Sw s . .} {Sw s . .} {J . . .};
    {Sw . . .} {Addi . . .} {Addi . . .} {Bne 1 . .};
    {Sw . . .} {Addiw . . .} {Blt 1 . .};
    {Sw . . .} {J . . .};
    {Sd . . .} {Beq . . .};
    {Sd s . .} {Ld s . .} {Jal . . .};
    {Sd s . .} {Ld s . 2} {Ld 1 . .} {Beq 2 . .};
    {Sd s . .} {Ld . . .} {Sd s . .} {Sd s . .} {Sd s . .} {Sd s . .} {Add . . .} {Beq 1 . .};
    {Sd . . .} {Ld s . .} {Add . . .} {Ld s . .} {Ld s . .} {Addi . . .} {Jr 1 . .};
    {Sd s . .} {Sw s . .} {J . . .};
    {Sd s . .} {Sd s . .} {Sd s . .} {Sd s . .};
    {Sd s . .} {Sd s . .} {Sd s . .} {Sd s . .} {Sd s . .} {Sd s . .} {Sd s . .} {Sd s . .}
        {Sd s . .} {Sd s . .} {Sd s . .} {Sd s . .};
    {Sd s . .} {Sd s . .} {Sd s . .} {Sd s . .} {Sd s . .} {Sd s . .} {Sd s . .} {Sd s . .}
        {Sd s . .} {Sub . . .} {Sd s . .} {Bltu 9 . .};
    {Sd s . .} {Sd s . .} {Sd s . .} {Sd s . .} {Sd s . .} {Sd s . .} {Sd s . .} {Sd s . .}
        {Addi . . .} {Bne 8 . .};
    {Sd s . .} {Sd s . .} {Sd s . .} {Sd s . .} {Sd s . .} {Li . . .} {Add . . .} {Add . . .}
        {Add . . .} {Bgeu 5 . .};
    {Sd s . .} {Sd s . .} {Sd s . .} {Sd s . .} {La . . 5} {Lbu 4 . .} {Add . . .} {Beq 5 . .};
    {Sd s . .} {Sd s . .} {Sd s . .} {Addi . . .};
    {Sd s . .} {Sd s . .} {Addi . . .} {Bne 2 . .};
    {Sd s . .} {Sd s . .} {Ori . . .} {Sd s 2 .} {Sd s . .} {Sd s . .} {Add . . .} {Sd 6 . .}
        {J . . .};
    {Sd . . .} {Sd . . .} {Li . . .} {Bgeu 2 . .};
    {Sd . . .} {Addi . . .} {Bne 1 . .};
    {Sd s . .} {Add . . 4} {Add . . 7} {Sw s 1 .} {Add . 2 6} {Sw s 4 .} {Lw s . 8} {Add . 6 9}
        {Lw s . 10} {Addiw 7 . .} {Addiw 8 . .} {Bge 9 10 .};
    {Sd s . .} {Add . . .} {Li . . .} {Sd s . .} {Sd s . .} {Jal . . .};
    {Sd . . .} {Li . . 4} {Sd . 1 .} {Ld s . .} {Add . . .} {Ld s . .} {Ld s . .} {Addi . . .}
        {Jr 3 . .};
    {Sd s . .} {Li . . 2} {Addi 1 . .} {Sw s 2 .} {J . . .};
    {Sd s . .} {La . . 2} {Ld 1 . .} {Sd s . .} {Ld 2 . 6} {Sd s 4 .} {Li . . .} {Andi . . .}
        {Sd s . .} {Sd s . .};
    {Sd . . .} {Jr . . .};
    {Addi . . .} {Bgeu . 0 .};
    {Addi . . 9} {Lw s . 2} {Slli 1 . 3} {Add 2 0 5} {Sd 3 . .} {Lw s . 6} {Addiw 5 . 8} {Sw s 6 .}
        {Lw s . 10} {Addiw 8 . .} {Li . . .} {Blt 9 10 .};
    {Addi . . 1} {Lw 0 . 2} {Srliw 1 . 3} {Addiw 2 . .} {Add . 3 .} {Ld . . .} {Addi . . .}
        {Jr . . .};
    {Addi . . 8} {Lw s . 2} {Add 1 0 4} {Sb 2 . .} {Lw s . 5} {Addiw 4 . 7} {Sw s 5 .} {Lw s . 9}
        {Addiw 7 . .} {Li . . 10} {Addi 9 . .} {Bge 10 8 .};
    {Addi . . 2} {Lw 0 . 5} {Li . . 3} {Addiw 2 . 4} {Mulw 1 3 6} {Addiw 4 . 9} {Li . . 7}
        {Addiw 6 . 8} {Addw 7 5 10} {Addiw 8 . .} {Addi . . .} {Sw 10 9 .};
    {Addi . . .} {Ld 0 . .} {Beq 1 . .};
    {Addi . . .} {Ld s . .} {Ld s . .} {Ld s . .};
    {Addi . . 1} {Ld 0 . .} {Addi . . 3} {Srli 2 . .} {Beq 1 . .};
    {Addi . . 1} {Ld 0 . .} {Addi . . 3} {Srli 2 . .} {Li . . .} {Beq 1 . .};
    {Addi . . .} {Ld . . .} {Add . 0 .} {Ld 1 . .} {Bne 3 . .};
    {Addi . . .} {Ld 0 . .} {Add . . .} {La . . 4} {Addi 3 . .} {Beq 1 . .};
    {Addi . . .} {Sb . . .} {Lbu 0 . .} {Addi . . .} {Bne 2 . .};
    {Addi . . .} {Sd 0 . .};
    {Addi . . .} {Sd 0 . .} {Ld . . .};
    {Addi . . .} {Sd 0 . .} {Sd 0 . .} {Addi 0 . .};
    {Addi . . .} {Sd 0 . .} {Sd 0 . .} {Addi 0 . .} {Sd 3 . .} {Jal . . .};
    {Addi . . .} {Sd 0 . .} {Sd 0 . .} {Addi 0 . .} {Add . . .} {Sw 3 4 .} {Li . . .} {Jal . . .};
    {Addi . . .} {Sd 0 . .} {Addi 0 . .};
    {Addi . . .} {Addi . . .} {Beq 0 . .};
    {Addi . . 1} {Slli 0 . 2} {Add 1 . 6} {Lw 2 . .} {Add . 2 .} {Addiw . . .} {Addi 2 . .}
        {Blt . 3 .};
    {Addi . . .} {Slli . . .} {J . . .};
    {Addi . . 1} {Srli 0 . 2} {Xor 1 . 5} {Sd . 2 .} {Sd . . .} {Ld . . .} {Beq 5 . .};
    {Addi . . .} {Add . 0 .} {Jal . . .};
    {Addi . . .} {Add . 0 .} {Sd . 0 .} {Jal . . .};
    {Addi . . 3} {Add . . .} {Add . . .} {Sub 0 . .} {Beq . . .};
    {Addi . . .} {Li . . .} {Addiw 1 . .} {Add . 0 .};
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
    {Slli . . .} {Slli . . 2} {Srli 1 . .} {Sub 0 . 6} {Addiw . . .} {Addi . . .} {Add 3 2 .}
        {Bne 4 . .};
    {Slli . . 1} {Srli 0 . .} {Lwu . . 4} {Addi . . .} {Add 2 . 5} {Add 4 1 .} {Jal . . .};
    {Slli . . 1} {Srli 0 . 2} {Slli 1 . 3} {Srli 2 . .} {Slli 3 . 5} {Add 4 . .} {Ld 5 . .}
        {Beq 6 . .};
    {Slli . . 2} {Srli . . 3} {Add 0 . 6} {Slli 1 . 5} {Lw 2 . .} {Addi 3 . 7} {Li . . 9}
        {Add 5 . .} {Srliw . . .} {Sllw 6 . .} {Li . . .} {Bltu 4 9 .};
    {Slli . . 5} {Add . 0 .} {Lw 1 . .} {Slli . . 4} {Add 3 . .} {Addi 0 . 7} {Lw 4 . .} {Add 5 . .}
        {Bge 2 . .};
    {Slli . . 1} {Add 0 . 2} {Lw 1 . 3} {Addiw 2 . 4} {Slli 3 . 5} {Srli 4 . 6} {Add 5 . .}
        {La . . 8} {Addi 7 . .};
    {Slli . . .} {Add . 0 .} {Ld 1 . .} {Andi 2 . .} {Bne 3 . .};
    {Slli . . 2} {Add . 0 .} {Ld 1 . 5} {Srli . . .} {Sd s . .} {Xor 2 3 .} {Sd s 5 .} {Sd 1 . .}
        {Addiw . . .} {Sh . 8 .} {J . . .};
    {Slli . . 1} {Add 0 . .} {Lhu 1 . .} {Beq 2 . .};
    {Slli . . 1} {Add 0 . .} {Lhu 1 . .} {Bltu 2 . .};
    {Slli . . .} {Add . 0 3} {Lhu 1 . .} {Ld . . .} {Bgeu 2 3 .};
    {Slli . . 1} {Add 0 . 5} {Sd 1 . .} {Sw s . .} {Sd s . .} {Li . . .} {J . . .};
    {Srli . . 1} {Add 0 . 3} {Sd s 1 .} {Lw s . 4} {Addiw 3 . 6} {Sw s 4 .} {Lw s . 8} {Add . 6 9}
        {Lw s . 10} {Addiw 7 . .} {Addiw 8 . .} {Blt 9 10 .};
    {Addiw . . .} {Bne . 0 .};
    {Addiw . . .} {Bne 0 . .};
    {Addiw . . .} {Ld s . .} {Slli . . 6} {Add . . .} {Lbu 1 . .} {Ld s . .} {Sub 2 . .}
        {Beq 4 . .};
    {Addiw . . .} {Addi . . .} {Bne 0 . .};
    {Addiw . . 1} {Slli 0 . 3} {Ld s . .} {Add 1 2 4} {Lw 3 . 6} {Sw s 4 .} {Lw s . 8} {Sw s 6 .}
        {Lw s . .} {Sw s 8 .} {J . . .};
    {Addiw . . 2} {Slli 0 . .} {Srli 1 . 3} {Add 2 . .} {J . . .};
    {Addiw . . .} {Slliw . . 3} {Srliw 0 . 4} {Addiw 1 . 5} {Addi 2 . .} {Slli 3 . .};
    {Addiw . . .} {Add . . .};
    {Addiw . . .} {Add . 0 .} {Jal . . .};
    {Addiw . . 2} {Add . 0 6} {Li . . 3} {Remw 1 2 4} {Addiw 3 . 5} {Addiw 4 . .} {Addiw 5 . .}
        {La . . 8} {Addi 7 . .};
    {Addiw . . 1} {Addw 0 . 2} {Addiw 1 . 4} {Lw . . 6} {Addw 2 3 5} {Addiw 4 . 7} {Add . 5 11}
        {Li . . 8} {Remw 6 7 9} {Addiw 8 . 10} {Addiw 9 . .} {Addiw 10 . .};
    {Addiw . . .} {FmulD . . 4} {Fsd . 1 .} {Addiw . . .} {FcvtDW 3 . 6} {Sw . 3 .} {FmulD 4 . .}
        {Fsd . 6 .} {Bne . . .};
    {Addiw . . .} {Li . . .} {Bge 1 0 .};
    {Addiw . . .} {Li . . 2} {Addi 1 . .} {Bge 2 0 .};
    {Slliw . . 1} {Addiw 0 . 2} {Slli 1 . 3} {Srli 2 . .} {J . . .};
    {Srliw . . 2} {Slli 0 . 7} {Addiw 0 . 4} {Slli 2 . .} {Srli 3 . 6} {Add . 4 .} {Ld 5 . .}
        {Srli 1 . 9} {Srliw . . .} {Slli 7 . .} {Beq 6 . .};
    {Srliw . . .} {Addiw 0 . 4} {Slli 1 . 6} {Lw . . .} {Srli 2 . 5} {Add 4 . .} {Ld 5 . .}
        {Srliw . . .} {Bne 3 . .};
    {Add . . .} {Jal . . .};
    {Add . . .} {Beq . . .};
    {Add . . .} {Bne 0 . .};
    {Add . . .} {Blt . . .};
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
    {Add . . 2} {Sd s 0 .} {Lw s . 3} {Addiw 2 . 5} {Sw s 3 .} {Lw s . 7} {Addiw 5 . .} {Li . . .}
        {Bge 7 6 .};
    {Add . . 2} {Sd s 0 .} {Ld s . .} {Bne 2 . .};
    {Add . . .} {Sd . 0 .} {Add . . .} {Jal . . .};
    {Add . . 2} {Addi 0 . .} {Ld . . 3} {Ld 2 . .} {Add . 3 .} {Jal . . .};
    {Add . . 1} {Addi 0 . .} {Sd s 1 .} {Ld s . .} {Jal . . .};
    {Add . . .} {Addi . . .} {Addiw . . .} {Remuw . . 4} {Addiw 3 . .} {Sb 1 4 .} {Divuw . . .}
        {Bltu . 2 .};
    {Add . . .} {Andi 0 . .} {Bne 1 . .};
    {Add . . 1} {Slli 0 . 2} {Sub 1 . 3} {Slli 2 . 4} {Add 3 . .} {Fld 4 . .};
    {Add . . 2} {Addiw 0 . .} {Lw s . 3} {Slli 2 . 5} {Ld s . 6} {Add 3 4 .} {Addiw 1 . .}
        {Sw 5 6 .};
    {Add . . 1} {Addiw 0 . 2} {Slli 1 . 3} {Srli 2 . .} {Add . 3 .};
    {Add . . 1} {Addiw 0 . .} {Add . 1 .};
    {Add . . 1} {Addiw 0 . 3} {Add . 1 .} {Li . . 4} {Addiw 3 . 5} {Remuw 2 4 7} {Sw s 5 .}
        {Ld s . 9} {Sd s 7 .} {La . . 10} {Addi 9 . .} {Sd s 10 .};
    {Add . . .} {Add . . .} {Jal . . .};
    {Add . . .} {Add . 0 .} {Bne . . .};
    {Add . . 2} {Add . 0 .} {Ld s . 4} {Sd 2 1 .} {Ld s . 5} {Ld 4 . .} {Bne 5 . .};
    {Add . . .} {Add . 0 2} {Slliw 1 . 3} {Addw 2 0 .} {Addiw 3 . .};
    {Add . . 5} {Add . . 6} {Xor . 1 4} {Mulw . 2 .} {Lbu 0 . .} {Addi 0 . .} {Addiw 3 . .}
        {Bne 4 . .};
    {Add . . .} {Add . . .} {Subw 0 . 3} {Sraiw 2 . 4} {Addw 3 . 5} {Slli 4 . 6} {Add 5 1 .}
        {Lw 6 . .} {Add . 0 .} {Add . . .} {Blt 8 9 .};
    {Add . . 5} {Add . . 6} {Li . . 8} {Lw 1 . .} {Lw 0 . 7} {Addi 0 . .} {Addi 1 . .} {Mulw 4 3 .}
        {Addw 7 2 .} {Bne 5 . .};
    {Add . . 1} {Add 0 . .} {J . . .};
    {Add . . .} {Li . . .} {Ld . . .} {Li . . .} {Beq 2 . .};
    {Add . . .} {La . . 2} {Ld 1 . .} {La . . 4} {Ld 3 . .} {Ld 0 . 8} {Addi 0 . .} {Add 5 2 9}
        {Xori 5 . .} {And 7 8 10} {And 9 4 .} {Beq 10 . .};
    {Add . . .} {La . . 2} {Addi 1 . .} {Jal . . .};
    {Add . . 10} {La . . 2} {Addi 1 . 7} {Addw . . .} {Srliw 3 . 5} {Remuw 4 . .} {Sw . 3 .}
        {Addi 2 . .} {Sb 0 . .} {Lbu 7 . .} {Addi 0 . .} {Bne 9 . .};
    {Add . . .} {J . . .};
    {Sub . . 2} {Sd . . .} {Ori 0 . .} {Addi . . .} {Sd . 2 .} {Add . 3 .} {Add . . .} {Sd . 3 .}
        {Jal . . .};
    {Sub . . 2} {Addi . . .} {Rem 0 . 3} {Addiw 2 . .} {Sb 1 3 .} {Bne 1 . .};
    {Sub . . .} {Addi 0 . .} {Jr . . .};
    {Sub . . 1} {Andi 0 . .} {Sub . 1 .} {Beq 1 . .};
    {Xor . . .} {Sd . 0 .} {Sd . . .} {Lhu s . 4} {Addiw 3 . 5} {Slli 4 . 6} {Srli 5 . .} {Sh s 6 .}
        {Bgeu 6 . .};
    {Xor . . 2} {Mulw . 0 .} {Lbu . . .} {Addi . . .} {Addiw 1 . .} {Bne 2 . .};
    {Subw . . 1} {Sraiw 0 . 2} {Addw 1 . 3} {Slli 2 . 4} {Add 3 . .} {Lw 4 . .} {Add . . .}
        {Add . . .} {Blt 6 7 .};
    {Subw . . .} {Jr . . .};
    {Mulw . . .} {Lw . . .} {Li . . .};
    {Mulw . . 4} {Addi . . .} {Addiw . . .} {Addw 0 . .} {Srliw 3 . 6} {Sw 1 4 .} {Addiw 3 . .}
        {Blt 2 . .};
    {Mulw . . 1} {Addiw 0 . 3} {Lw s . 9} {Addw 1 2 5} {Sw s 3 .} {Lw s . 6} {Addiw 5 . 8}
        {Sw s 6 .} {Lw s . 10} {Addiw 8 . .} {Li . . .} {Bge 10 9 .};
    {Divw . . .} {Addiw . . .} {Addiw . . .} {Blt 0 1 .};
    {Remw . . 7} {Addi . . .} {Addi . . .} {Addi . . .} {Addi . . .} {Addiw . . .} {Remw . . .}
        {Addiw 0 . .} {FcvtDW 7 . .} {Sw 2 7 .};
    {Fld . . 11} {Ld s . 8} {Fld 1 . 4} {Fld s . 5} {FmulD 2 3 .} {Fld s . 6} {FmulD 4 5 7}
        {FaddD 0 6 .} {Ld s . 10} {Fsd 8 7 .} {Ld s . .} {Fld 10 . .};
    {Fld . . 3} {Slli . . .} {Lwu . . .} {FmulD 0 . .} {Sub 1 . .} {Addi . . .} {Addi . . .};
    {Fld . . .} {Fld . . .} {Addi . . .} {Addi . . .} {FmaddD 0 1 .} {Bne . 2 .};
    {Fld s . .} {Fld s . .} {Fld s . .} {Fld s . 6} {Fld s . 7} {Fld s . 8} {FmaddD 3 . .}
        {FmaddD 4 . .} {FmaddD 5 . .} {Addi . . .};
    {Fld s . 7} {Fld . . 4} {Fld s . .} {Fld . . 6} {FsubD 1 0 .} {Fld . . 8} {FsubD 3 2 .}
        {Fld s . .} {FsubD 5 7 .} {FmulD 4 4 .} {FmaddD 6 6 .} {FmaddD 8 8 .};
    {Fld s . .} {Fld s . .} {Fld s . .} {FmaddD . . .} {FmaddD . . .} {FmaddD . . .} {Fsd s 3 .}
        {Fsd s 4 .} {Fsd s 5 .} {Bne . . .};
    {Fld . . 5} {Fld s . .} {Fld s . .} {FmulD . 0 .} {FmulD . 0 .} {FmulD . 0 .} {Fld s . .}
        {Fld s . .} {Addi . . .} {Addiw . . .} {FmulD . 7 .} {FmulD . 7 .};
    {Fld . . 2} {Fld s . 3} {FmulD 0 1 .} {Fld s . 4} {FmulD 2 3 5} {FaddD . 4 .} {Ld s . 8}
        {Fsd 6 5 .} {Lw s . 9} {Addiw 8 . 11} {Sw s 9 .} {Lw s . .};
    {Fld . . 1} {FsubD . 0 .};
    {Fld s . 1} {FmulD . 0 2} {FaddD . 1 .} {La . . 4} {Addi 3 . .} {Lw s . .} {Add . 5 7}
        {Slli 6 . 8} {Sub 7 5 9} {Slli 8 . 10} {Add 9 4 .} {Fsd 10 2 .};
    {Fsd s . .} {Ld s . 3} {Fld 1 . 8} {Ld s . 7} {Fld 3 . 5} {FsubD 2 4 10} {Fsd s 5 .} {Ld s . 9}
        {Fld 7 . .} {Ld s . .} {Fld 9 . 11} {FsubD 8 10 .};
    {Fsd s . .} {Sw s . .} {J . . .};
    {Fsd . . .} {Addi . . .} {Addi . . .} {Bne . 1 .};
    {Fsd s . .} {Fld s . 3} {FmulD 1 1 5} {Fld s . 4} {FmulD 3 3 6} {FaddD 2 4 .} {Fld s . 7}
        {FmulD 6 6 8} {FaddD 5 7 .} {Fsd s 8 .} {Fld s . .} {Jal . . .};
    {Fsd s . .} {Fsd s . .} {Fsd s . .} {Bne . . .};
    {FmulD . . .} {FdivD . . .} {FnmsubD 1 . .} {FnmsubD 1 . .} {FnmsubD 1 . .} {Fsd s 2 .}
        {Fsd s 3 .} {Fsd s 4 .};
    {FsqrtD . . 1} {FmulD 0 . .};
    {FsqrtD . . .} {Jr . . .};
    {FsgnjD . . 3} {Fld s . 2} {FmulD 0 1 4} {Fld s . .} {FdivD 3 2 .} {Fsd s 4 .};
    {FmvDX . . .} {Add . . 5} {Add . . 6} {Fld 2 . .} {Fld 1 . .} {Addi 1 . .} {Addi 2 . .}
        {FmaddD 3 4 .} {Bne . 5 .};
    {Nop . . .} {Ld s . .} {Ld s . .} {Addi . . .} {Jr 1 . .};
    {Nop . . .} {Nop . . .} {Ld s . .} {Ld s . .} {Addi . . .} {Jr 2 . .};
    {Li . . .} {Jal . . .};
    {Li . . .} {Bge 0 . .};
    {Li . . .} {Bgeu 0 . .};
    {Li . . .} {Ld . . .} {Li . . .} {Beq 1 . .};
    {Li . . .} {Sd s . .} {Sd s 0 .} {Sd s . .} {Sd s . .} {Sd s . .} {Sd s . .} {Jal . . .};
    {Li . . .} {Addi . . .};
    {Li . . 5} {Addi . . 6} {Sb . 0 .} {Addi . . .} {Li . . .} {Sub 1 . 7} {Addi 1 . .} {Rem 5 4 8}
        {Addiw 7 . .} {Sb 6 8 .} {Bne 6 3 .};
    {Li . . 1} {Addi 0 . 2} {And 1 . 6} {Sw s 2 .} {La . . 5} {Addi 4 . .} {Lwu s . 7} {Slli 6 . 8}
        {Add 7 5 9} {Ld 8 . .} {Sd s 9 .} {J . . .};
    {Li . . 4} {Addi . . .} {Li . . .} {Li . . .} {Add 0 . .} {Li . . .} {Ld . . .} {Beq 6 1 .};
    {Li . . .} {Add . 0 .} {Ld s . .} {Ld s . .} {Ld s . .} {Addi . . .} {Jr 2 . .};
    {Li . . 1} {Add 0 . 2} {Ld 1 . .} {Andi . . .} {Bgeu 3 2 .};
    {Li . . 1} {Mul . 0 .} {Add . 1 3} {Slli 2 . 4} {Add 3 . 5} {Lw 4 . 7} {FcvtDW 5 . .} {La . . 8}
        {Addi 7 . .} {Fld 8 . 10} {FdivD 6 9 .};
    {Li . . .} {Li . . .} {Add . . .} {Addi . . .} {Addiw . . .} {Remuw . 0 6} {Addiw 5 . .}
        {Sb 3 6 .} {Divuw . 0 .} {Bltu 1 4 .};
    {La . . 1} {Lw 0 . .} {Bne 1 . .};
    {La . . 1} {Ld 0 . .} {Bltu . 1 .};
    {La . . 1} {Ld 0 . 2} {Sltu . 1 3} {Sub . 2 .} {And . 3 .};
    {La . . 1} {Addi 0 . .};
    {La . . 1} {Addi 0 . .} {Lw s . 6} {Lw s . .} {Li . . 5} {Mul 3 4 .} {Add 2 5 7} {Slli 6 . 8}
        {Add 7 1 9} {Lw 8 . .};
    {La . . 1} {Addi 0 . 9} {Lw s . 6} {Lw s . .} {Li . . 5} {Mul 3 4 .} {Add 2 5 7} {Slli 6 . 8}
        {Add 7 1 .} {Lw 8 . .};
    {La . . 1} {Addi 0 . 9} {Lw s . 6} {Lw s . .} {Li . . 5} {Mul 3 4 .} {Add 2 5 7} {Slli 6 . 8}
        {Add 7 1 .} {Lw s . .} {Sw 8 9 .};
    {La . . 1} {Addi 0 . .} {Lw s . 6} {Lw s . .} {Li . . 5} {Mul 3 4 .} {Add 2 5 7} {Slli 6 . 8}
        {Add 7 1 10} {Sw 8 . .} {Lw s . .};
    {La . . 1} {Addi 0 . .} {Lw s . 6} {Lw s . .} {Li . . 5} {Mul 3 4 .} {Add 2 5 7} {Slli 6 . 8}
        {Add 7 1 .} {Fld s . .} {Fsd 8 9 .};
    {La . . 1} {Addi 0 . 10} {Lw s . 6} {Lw s . .} {Li . . 5} {Mul 3 4 .} {Add 2 5 7} {Slli 6 . 8}
        {Add 7 1 .} {Fld 8 . .} {La . . 11} {Addi 10 . .};
    {La . . 1} {Addi 0 . .} {Lw s . 6} {Lw s . .} {Li . . 5} {Mul 3 4 .} {Add 2 5 7} {Slli 6 . 8}
        {Add 7 1 10} {Fsd 8 . .} {Lw s . 11} {Addiw 10 . .};
    {La . . 1} {Addi 0 . .} {Lw s . 3} {Slli 2 . 4} {Add 3 1 5} {Ld 4 . .} {Sd s 5 .} {J . . .};
    {La . . 1} {Addi 0 . .} {Lw . . 3} {Add 2 1 4} {Lbu 3 . .} {Bne 4 . .};
    {La . . 1} {Addi 0 . 9} {Lw . . .} {Add . 2 4} {Slli 3 . 5} {Sub 4 2 6} {Slli 5 . 7} {Add 6 1 .}
        {Fld 7 . .} {La . . 10} {Addi 9 . .};
    {La . . 1} {Addi 0 . 9} {Lw s . 11} {Add . 2 4} {Slli 3 . 5} {Sub 4 2 6} {Slli 5 . 7}
        {Add 6 1 .} {Fld 7 . .} {La . . 10} {Addi 9 . .} {Lw s . .};
    {La . . 1} {Addi 0 . 4} {Lw s . 3} {Add 2 1 6} {Li . . 7} {Sb 3 4 .} {Lw s . 8} {Add . 6 .}
        {Lw s . 9} {Addw 8 7 11} {Sw s 9 .} {Lw s . .};
    {La . . 1} {Addi 0 . 3} {Lw 1 . 6} {Li . . 4} {Addiw 3 . 5} {Mulw 2 4 7} {Addiw 5 . 10}
        {Li . . 8} {Addiw 7 . 9} {Addw 8 6 .} {Addiw 9 . .};
    {La . . 1} {Addi 0 . .} {Ld 1 . .} {Bltu 2 . .};
    {La . . 1} {Addi 0 . .} {Ld 1 . .} {Bgeu . 2 .};
    {La . . 1} {Addi 0 . .} {Ld 1 . .} {Addi . . 4} {Srli 3 . .} {La . . 6} {Addi 5 . .}
        {Bgeu 4 2 .};
    {La . . 1} {Addi 0 . 5} {Lwu s . 3} {Slli 2 . 4} {Add 3 1 7} {Ld s . .} {Sd 4 5 .} {Ld s . .}
        {Add . 7 .};
    {La . . 1} {Addi 0 . 3} {Sw 1 . .} {La . . 4} {Addi 3 . 5} {Lw 4 . 6} {Srliw 5 . 7}
        {Addiw 6 . .} {Add . 7 .} {Ld . . .} {Addi . . .} {Jr . . .};
    {La . . 1} {Addi 0 . 2} {Sub . 1 3} {Sltu . 2 4} {Slli 3 . 6} {Add . . .} {Or 4 . 8} {Sd . 5 .}
        {Ori 6 . .};
    {La . . 1} {Addi 0 . .} {Fld 1 . .} {FsgnjD 2 2 .} {Jal . . .};
}
