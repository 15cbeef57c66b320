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
    {Lw . . .} {Lw . . 4} {Addi . . .} {Addi . . .} {Mulw 1 0 .} {Addw 4 . .} {Bne 2 . .};
    {Lw . . .} {Lw . . .} {Add . 0 .} {Add . 1 .} {Ld . . .} {Jal . . .};
    {Lw . . 4} {Lw . . .} {Li . . 3} {Mul 1 2 .} {Add 0 3 5} {Slli 4 . 6} {Add 5 . .};
    {Lw . . 4} {Lw . . .} {Li . . 3} {Mul 1 2 .} {Add 0 3 5} {Slli 4 . 6} {Add 5 . .} {Lw 6 . .};
    {Lw . . 4} {Lw . . .} {Li . . 3} {Mul 1 2 .} {Add 0 3 5} {Slli 4 . 6} {Add 5 . .} {Fld 6 . .};
    {Lw . . 2} {Sw . 0 .} {Lw . . 3} {Slli 2 . .} {Ld . . 5} {Add 4 3 .};
    {Lw . . 4} {Sw . 0 .} {Lw . . 3} {Slli 2 . 5} {Ld . . 6} {Add 3 4 .} {Lw . . .} {Sw 5 6 .};
    {Lw . . .} {Addi . . .} {Bne 0 . .};
    {Lw . . 1} {Slli 0 . 3} {Ld . . .} {Add 1 2 .};
    {Lw . . 1} {Slli 0 . 3} {Ld . . 4} {Add 1 2 5} {Lw 3 . .} {Lw . . 6} {Addiw 5 . .};
    {Lw . . 1} {Slli 0 . 3} {Ld . . 4} {Add 1 2 5} {Lw 3 . .} {Lw . . 6} {Addiw 5 . .} {Blt 4 6 .};
    {Lw . . 1} {Slli 0 . 3} {Ld . . 4} {Add 1 2 5} {Lw 3 . .} {Lw . . 6} {Addiw 5 . .} {Blt 6 4 .};
    {Lw . . 1} {Slli 0 . 3} {Ld . . 5} {Add 1 2 4} {Lw 3 . .} {Add . . .} {Bge 4 5 .};
    {Lw . . 1} {Slli 0 . 2} {Addi 1 . 4} {Ld . . .} {Add 2 3 .} {Lw 4 . .};
    {Lw . . 1} {Addiw 0 . .};
    {Lw . . 1} {Addiw 0 . .} {Beq 1 . .};
    {Lw . . 1} {Addiw 0 . .} {Bne 1 . .};
    {Lw . . 1} {Addiw 0 . .} {Bge . 1 .};
    {Lw . . 1} {Addiw 0 . .} {Sw . 1 .};
    {Lw . . 1} {Addiw 0 . 3} {Sw . 1 .} {Lw . . 4} {Addiw 3 . .} {Sw . 4 .};
    {Lw . . 1} {Addiw 0 . 3} {Sw . 1 .} {Lw . . 5} {Addiw 3 . .} {Li . . .};
    {Lw . . 1} {Addiw 0 . 3} {Sw . 1 .} {Lw . . 5} {Addiw 3 . .} {Li . . .} {Bge 5 4 .};
    {Lw . . 1} {Addiw 0 . 3} {Sw . 1 .} {Lw . . 5} {Addiw 3 . .} {Li . . 6} {Addi 5 . .}
        {Bge 6 4 .};
    {Lw . . 1} {Addiw 0 . .} {Sw . 1 .} {Addiw . . .} {Blt 3 . .};
    {Lw . . 1} {Addiw 0 . 2} {Slli 1 . 3} {Srli 2 . 4} {Add 3 . 6} {Sd . 4 .} {Lw . . 7}
        {Addiw 6 . .};
    {Lw . . 1} {Addiw 0 . 2} {Addiw 1 . .} {Add . 2 .} {Jal . . .};
    {Lw . . 2} {Addiw 0 . .} {Li . . .} {Bge 2 1 .};
    {Lw . . 2} {Addiw 0 . .} {Li . . .} {Bgeu 2 1 .};
    {Lw . . .} {Add . . .} {Bne 0 . .};
    {Lw . . 2} {Add . 0 3} {Lw . . 4} {Addiw 1 . .} {Addiw 2 . .};
    {Lw . . 2} {Add . 0 3} {Lw . . 4} {Addiw 1 . .} {Addiw 2 . .} {Blt 4 3 .};
    {Lw . . 2} {Add . 0 3} {Lw . . 4} {Addiw 1 . .} {Addiw 2 . .} {Bge 3 4 .};
    {Lw . . 2} {Add . 0 3} {Lw . . 4} {Addiw 1 . .} {Addiw 2 . .} {Bge 4 3 .};
    {Lw . . 2} {Add . 0 6} {Lw . . 3} {Addw 2 1 5} {Sw . 3 .} {Lw . . 7} {Addiw 5 . .} {Li . . .};
    {Lw . . 2} {Add . 0 5} {Lw . . 3} {Subw 1 2 4} {Addiw 3 . 6} {Srliw 4 . .} {Addw 4 5 7}
        {Sraiw 6 . .};
    {Lw . . .} {Add . 0 .} {Ld . . .} {Addi . . .} {Jr . . .};
    {Lw . . 5} {Add . 0 2} {Slli 1 . 3} {Sub 2 0 4} {Slli 3 . 7} {La . . 6} {Addi 5 . .}
        {Add 4 6 .};
    {Lw . . .} {Add . . .} {Addiw . . .} {Addi . . .};
    {Lw . . .} {Add . . .} {Addiw . . .} {Addi . . .} {Blt . 0 .};
    {Lw . . .} {Add . . .} {Addiw . . .} {Addi . . .} {Blt 0 . .};
    {Lw . . 2} {Add . 0 .} {Add . 1 3} {Slliw 2 . 4} {Addw 3 1 .};
    {Lw . . 2} {Add . 0 .} {Li . . 3} {Addiw 2 . 4} {Mulw 1 3 6} {Sw . 4 .} {Ld . . 7} {Lbu 6 . .};
    {Lw . . 2} {Add . 0 5} {Li . . 3} {Remuw 1 2 4} {Addiw 3 . 6} {Andi 4 . .} {Ld . . .}
        {Addi 6 . .};
    {Lw . . 1} {Mulw . 0 2} {Addiw 1 . 4} {Lw . . .} {Addw 2 3 .} {Sw . 4 .};
    {Lw . . 2} {FcvtDW 0 . .} {La . . 3} {Addi 2 . .} {Fld 3 . 5} {FdivD 1 4 .} {La . . .};
    {Lw . . 4} {Li . . 2} {Addiw 1 . 3} {Mulw 0 2 5} {Addiw 3 . .} {Li . . 6} {Addiw 5 . 7}
        {Addw 6 4 .};
    {Lw . . .} {Li . . .} {Add . . .} {La . . 4} {Addi 3 . .} {Addw . . .} {Srliw 5 . 7}
        {Remuw 6 0 .};
    {Lw . . .} {La . . .};
    {Ld . . .} {Jal . . .};
    {Ld . . .} {Beq 0 . .};
    {Ld . . .} {Bne 0 . .};
    {Ld . . .} {Bltu 0 . .};
    {Ld . . .} {Ld 0 . .} {Beq 1 . .};
    {Ld . . .} {Ld . . .} {Ld . . .};
    {Ld . . .} {Ld . . .} {Ld . . .} {Ld . . .} {Ld . . .};
    {Ld . . .} {Ld . . .} {Ld . . .} {Ld . . .} {Ld . . .} {Ld . . .};
    {Ld . . .} {Ld . . .} {Ld . . .} {Ld . . .} {Addi . . .} {Jr 0 . .};
    {Ld . . .} {Ld . . .} {Ld . . .} {Ld . . .} {Add . . .} {Addi . . .} {Jr . . .};
    {Ld . . .} {Ld . . .} {Ld . . .} {Addi . . .} {Beq 1 0 .};
    {Ld . . 1} {Ld 0 . .} {Ld . . .} {Add . 1 .} {Jal . . .};
    {Ld . . 1} {Ld 0 . .} {Sd . 1 .};
    {Ld . . .} {Ld . . .} {Addi . . .} {Jr 0 . .};
    {Ld . . 1} {Ld 0 . .} {Add . 1 .} {Jal . . .};
    {Ld . . 2} {Ld . . 3} {Sub 0 1 7} {Li . . 4} {Rem 2 3 5} {Andi 4 . 6} {Addiw 5 . .}
        {Andi 6 . .};
    {Ld . . 3} {Ld . . 2} {Xor 1 0 .} {Li . . .} {Bne 2 . .};
    {Ld . . 1} {Lbu 0 . .} {Bne 1 . .};
    {Ld . . 2} {Sb 0 . .} {Ld . . 3} {Addi 2 . 5} {Sd . 3 .} {Lw . . 6} {Addiw 5 . .} {Sw . 6 .};
    {Ld . . .} {Sb 0 . .} {Nop . . .} {Ld . . .} {Ld . . .} {Addi . . .} {Jr 3 . .};
    {Ld . . 2} {Sd 0 . .} {Ld . . .} {Sd 2 . .};
    {Ld . . 6} {Addi 0 . 3} {Sd . 1 .} {Ld . . .} {Addi 3 . .} {Sd . 4 .} {Lbu 0 . .} {Sb 3 6 .};
    {Ld . . 3} {Addi 0 . 5} {Sd . 1 .} {Lbu 0 . 4} {Addiw 3 . 6} {Lw . . .} {Xor 4 5 .} {Sw . 6 .};
    {Ld . . .} {Addi . . .} {Sd . . .} {Addi . . .} {Add . 1 .} {Addi . . .} {Beq 3 . .};
    {Ld . . .} {Addi 0 . 3} {Sd . 1 .} {Li . . .} {Sb 0 3 .} {Sw . . .} {J . . .};
    {Ld . . 3} {Addi . . .} {Srli 1 . .} {Xor 0 2 5} {Sd . 3 .} {Ld . . .} {Ld . . .} {Ld . . .};
    {Ld . . 3} {Addi . . .} {Srli 1 . .} {Xor 0 2 .} {Sd . 3 .} {Ld . . 6} {Srliw 5 . .}
        {Bne 6 . .};
    {Ld . . 3} {Addi . . .} {Add 0 . 4} {Xori 0 . .} {And 2 3 5} {And 4 . .} {Beq 5 . .};
    {Ld . . .} {Addi . . .} {Jr . . .};
    {Ld . . .} {Andi 0 . .} {Bne 1 . .};
    {Ld . . 3} {Srli . . .} {Addiw . . .} {Xor 0 1 .} {Sd . 3 .} {Sh . 2 .} {Ld . . .} {Sd . . .};
    {Ld . . .} {Add . . .};
    {Ld . . .} {Add . . .} {Jal . . .};
    {Ld . . .} {Add . . .} {Ld 0 . .} {Bne 2 . .};
    {Ld . . .} {Add . . .} {Ld . . .} {Ld . . .} {Ld . . .} {Addi . . .} {Jr 0 . .};
    {Ld . . .} {Add . 0 .} {Ld . . .} {Ld . . .} {Addi . . .} {Jr 2 . .};
    {Ld . . .} {Add . . 3} {Sw 1 . .} {Ld . . .} {Ld . . .} {Addi . . .} {Jr 0 . .};
    {Ld . . 3} {Add . 0 2} {Slli 1 . 4} {Sub 2 0 .} {Lw . . 5} {Slli 4 . 7} {Ld . . .} {Add 5 6 .};
    {Ld . . 2} {Fld 0 . .} {Ld . . .} {Fld 2 . 5} {Fld . . 6} {FmulD 3 4 .} {Fld . . 7}
        {FmulD 5 6 .};
    {Ld . . 2} {Fld 0 . .} {Ld . . .} {Fld 2 . 4} {FsubD 1 3 .} {Fsd . 4 .};
    {Ld . . .} {Li . . .} {Beq 0 . .};
    {Ld . . .} {Li . . 2} {Add 1 . 4} {Ld 0 . 5} {Ld 2 . .} {Andi 3 . .} {Bltu 4 5 .};
    {Ld . . .} {J . . .};
    {Lbu . . .} {Beq 0 . .};
    {Lbu . . .} {Bne 0 . .};
    {Lbu . . .} {Sb . . .} {Beq 0 . .};
    {Lbu . . .} {Addi . . .} {Addi . . .} {Lbu 1 . .} {Beq 0 . .};
    {Sb . . .} {Addw . . .} {Add . . .} {Bge . 1 .};
    {Sh . . .} {Bgeu . . .};
    {Sw . . .} {Lw . . 3} {Sw . 1 .} {Lw . . .} {Sw . 3 .} {J . . .};
    {Sw . . .} {Lw . . 3} {Add . 1 4} {Lw . . 5} {Addiw 2 . .} {Addiw 3 . .} {Blt 4 5 .};
    {Sw . . .} {Sw . . .} {Addiw . . .} {Addiw . . .};
    {Sw . . .} {Sw . . .} {Addiw . . .} {Addiw . . .} {J . . .};
    {Sd . . .} {Lw . . 2} {Addiw 1 . .} {Sw . 2 .} {J . . .};
    {Sd . . .} {Ld . . .} {Add . . .} {Ld . . .} {Ld . . .} {Addi . . .} {Jr 1 . .};
    {Sd . . .} {Ld . . 3} {Fld 1 . .} {Ld . . .} {Fld 3 . 5} {FsubD 2 4 .} {Fsd . 5 .};
    {Sd . . .} {Sd . . .};
    {Sd . . .} {Sd . . .} {Sd . . .} {Sd . . .};
    {Sd . . .} {Sd . . .} {Sd . . .} {Sd . . .} {Sd . . .} {Sd . . .};
    {Sd . . .} {Sd . . .} {Sd . . .} {Sd . . .} {Sd . . .} {Sd . . .} {Addi . . .} {Bne 6 . .};
    {Sd . . .} {Sd . . .} {Sd . . .} {Sd . . .} {Sd . . .} {Sub . . .} {Sd . . .} {Bltu 5 . .};
    {Sd . . .} {Sd . . .} {Addi . . .} {Sd 2 . .} {Ld 2 . 5} {Ld 4 . .} {Beq 5 . .};
    {Sd . . .} {Addi . . .} {Sd 1 . .} {Add . . 6} {Add . . .} {Sw 1 3 .} {Add . 4 .} {Sw 1 6 .};
    {Sd . . .} {Ori . . .} {Addi . . .} {Sd . 1 .} {Add . 2 .} {Add . . .} {Sd . 2 .} {Jal . . .};
    {Sd . . .} {La . . 2} {Addi 1 . .} {Sd . 2 .} {J . . .};
    {Addi . . .} {Bge 0 . .};
    {Addi . . .} {Lw . . 5} {Lw . . .} {Li . . 4} {Mul 2 3 .} {Add 1 4 6} {Slli 5 . 7} {Add 6 0 .};
    {Addi . . 1} {Lw 0 . 2} {Srliw 1 . 3} {Addiw 2 . .} {Add . 3 .} {Ld . . .} {Addi . . .}
        {Jr . . .};
    {Addi . . .} {Ld 0 . .} {Beq 1 . .};
    {Addi . . .} {Ld . . .} {Sd 0 . .} {La . . 4} {Ld 3 . .} {Sd 0 . .} {Sd 0 . .} {Add 4 . .};
    {Addi . . 1} {Ld 0 . .} {Addi . . 3} {Srli 2 . .};
    {Addi . . 1} {Ld 0 . .} {Addi . . 3} {Srli 2 . .} {Li . . .} {Beq 1 . .};
    {Addi . . .} {Ld 0 . .} {Add . . .} {La . . 4} {Addi 3 . .} {Beq 1 . .};
    {Addi . . .} {Sb . . .} {Lbu 0 . .} {Addi . . .} {Bne 2 . .};
    {Addi . . .} {Sd 0 . .};
    {Addi . . .} {Sd 0 . .} {Sd 0 . .} {Sd 0 . .} {Sd 0 . .} {Sd 0 . .} {Sd 0 . .} {Sd 0 . .};
    {Addi . . .} {Sd 0 . .} {Sd 0 . .} {Sd 0 . .} {Sd 0 . .} {Add . . .} {Add . . .};
    {Addi . . .} {Sd 0 . .} {Sd 0 . .} {Sd 0 . .} {Sd 0 . .} {La . . 6} {Lbu 5 . .} {Add . . .};
    {Addi . . .} {Sd 0 . .} {Sd 0 . .} {Addi 0 . .} {Sd 3 . .};
    {Addi . . .} {Sd 0 . .} {Sd 0 . .} {Addi 0 . .} {Sd 3 . .} {Jal . . .};
    {Addi . . .} {Sd 0 . .} {Sd 0 . .} {Addi 0 . .} {Sd 3 . .} {Ld 3 . .} {Jal . . .};
    {Addi . . .} {Sd 0 . .} {Sd 0 . .} {Addi 0 . .} {Sd 3 . .} {Ld 3 . 6} {Ld 5 . .} {Beq 6 . .};
    {Addi . . .} {Sd 0 . .} {Sd 0 . .} {Addi 0 . .} {Add . . .} {Sw 3 4 .} {Li . . .} {Jal . . .};
    {Addi . . .} {Sd 0 . .} {Sd 0 . .} {Addi 0 . .} {Fsd 3 . .} {Sw 3 . .} {J . . .};
    {Addi . . .} {Sd 0 . .} {Addi 0 . .} {Sd 2 . .} {Li . . 5} {Addi 4 . .} {Sw 2 5 .} {J . . .};
    {Addi . . .} {Sd 0 . .} {Addi 0 . .} {Addi . . .};
    {Addi . . .} {Sd 0 . .} {Addi 0 . .} {La . . 4} {Addi 3 . .};
    {Addi . . .} {Sd 0 . .} {Add . . .} {Li . . .} {Sd 0 . .} {Sd 0 . .} {Jal . . .};
    {Addi . . .} {Sd 0 . .} {La . . 3} {Ld 2 . .} {Sd 0 . .} {Ld 3 . 7} {Sd 0 5 .} {Li . . .};
    {Addi . . .} {Addi . . .};
    {Addi . . .} {Addi . . .} {Beq 0 . .};
    {Addi . . 1} {Slli 0 . 2} {Add 1 . .};
    {Addi . . .} {Slli . . .} {J . . .};
    {Addi . . 1} {Srli 0 . 2} {Xor 1 . 5} {Sd . 2 .} {Sd . . .} {Ld . . .} {Beq 5 . .};
    {Addi . . .} {Add . 0 .} {Jal . . .};
    {Addi . . .} {Li . . .};
    {Addi . . .} {Li . . .} {Add . . .} {Add . . .} {Bgeu 1 0 .};
    {Addi . . .} {Li . . .} {Li . . .} {Bgeu 1 0 .};
    {Andi . . .} {Beq . . .};
    {Andi . . .} {Beq 0 . .};
    {Andi . . .} {Bne 0 . .};
    {Andi . . .} {Lw . . .} {Addi . . .} {Bne 0 . .};
    {Andi . . .} {Sd . . .} {Sd . . .} {Sd . . .} {Sd . . .} {Sd . . .} {Sd . . .};
    {Andi . . 1} {Addi 0 . 4} {Srli 1 . .} {Addi . . .} {Ld 3 . .} {Beq 4 . .};
    {Andi . . .} {Add . . .} {Bne 0 . .};
    {Andi . . 3} {Add . 0 .} {Andi . . .} {Add 0 . 4} {Addi 3 . 7} {Add . 1 .} {Add 2 1 .}
        {Sub 4 1 .};
    {Andi . . .} {La . . 2} {Addi 1 . .} {Beq 0 . .};
    {Slli . . 2} {Lw . . .} {Addi 0 . 4} {Li . . 6} {Add 2 . .} {Srliw . . .} {Sllw 3 . .}
        {Li . . .};
    {Slli . . 1} {Srli 0 . 2} {Slli 1 . 3} {Srli 2 . .} {Slli 3 . 5} {Add 4 . .} {Ld 5 . .}
        {Beq 6 . .};
    {Slli . . 1} {Add 0 . .};
    {Slli . . 5} {Add . 0 .} {Lw 1 . .} {Slli . . 4} {Add 3 . .} {Addi 0 . 7} {Lw 4 . .}
        {Add 5 . .};
    {Slli . . .} {Add . 0 .} {Ld 1 . .} {Andi 2 . .} {Bne 3 . .};
    {Slli . . 2} {Add . 0 .} {Ld 1 . 5} {Srli . . .} {Sd . . .} {Xor 2 3 .} {Sd . 5 .} {Sd 1 . .};
    {Slli . . 1} {Add 0 . .} {Lhu 1 . .} {Beq 2 . .};
    {Slli . . 1} {Add 0 . .} {Lhu 1 . .} {Bltu 2 . .};
    {Slli . . .} {Add . 0 3} {Lhu 1 . .} {Ld . . .} {Bgeu 2 3 .};
    {Addiw . . .} {Bne . 0 .};
    {Addiw . . .} {Bne 0 . .};
    {Addiw . . 2} {Lw . . 5} {Addw 0 1 3} {Addiw 2 . 4} {Slli 3 . 6} {Ld . . .} {Add 4 5 7}
        {Lw 6 . .};
    {Addiw . . .} {Addi . . .} {Bne 0 . .};
    {Addiw . . .} {Addi . . 3} {Sw 1 0 .} {Addi . . 4} {Lw 3 . 5} {Srliw 4 . 6} {Addiw 5 . .}
        {Add . 6 .};
    {Addiw . . 1} {Andi 0 . 4} {Sb . 1 .} {Lw . . 5} {Add . 3 .} {Li . . 6} {Divuw 4 5 .}
        {Sw . 6 .};
    {Addiw . . 2} {Slli 0 . .} {Srli 1 . 3} {Add 2 . .} {J . . .};
    {Addiw . . .} {Add . . .};
    {Addiw . . .} {Add . 0 .} {Jal . . .};
    {Addiw . . .} {La . . 2} {Addi 1 . 4} {Sw 2 0 .} {La . . .};
    {Slliw . . 1} {Addiw 0 . 2} {Slli 1 . 3} {Srli 2 . .} {J . . .};
    {Slliw . . 2} {Srliw . . 3} {Addiw 0 . 4} {Addi 1 . 5} {Slli 2 . 6} {Slli 3 . 7} {Srli 4 . .}
        {Add 5 . .};
    {Srliw . . .} {Slli . . .} {Beq . . .};
    {Srliw . . 2} {Slli 0 . 7} {Addiw 0 . 4} {Slli 2 . .} {Srli 3 . 6} {Add . 4 .} {Ld 5 . .}
        {Srli 1 . .};
    {Srliw . . .} {Addiw 0 . 4} {Slli 1 . 6} {Lw . . .} {Srli 2 . 5} {Add 4 . .} {Ld 5 . .}
        {Srliw . . .};
    {Add . . .} {Jal . . .};
    {Add . . .} {Beq . . .};
    {Add . . .} {Bne 0 . .};
    {Add . . .} {Blt . . .};
    {Add . . 5} {Lw 0 . 2} {Addiw 1 . 3} {Addiw 2 . .} {Sw 0 3 .} {Lw . . 6} {Addiw 5 . .};
    {Add . . .} {Ld . . .};
    {Add . . .} {Ld . . .} {Ld . . .} {Ld . . .} {Addi . . .} {Jr . . .};
    {Add . . .} {Ld . . .} {Ld . . .} {Ld . . .} {Addi . . .} {Jr 1 . .};
    {Add . . .} {Ld . . .} {Ld . . .} {Addi . . .} {Jr 1 . .};
    {Add . . .} {Ld 0 . .} {Sd . . .};
    {Add . . .} {Ld . . 3} {Sd 1 0 .} {Lw . . 4} {Addiw 3 . 5} {Addiw 4 . .} {Add . 5 .}
        {Jal . . .};
    {Add . . .} {Ld . . .} {Sd 1 0 .} {J . . .};
    {Add . . .} {Ld 0 . .} {Addi 0 . .} {Beq 2 1 .};
    {Add . . .} {Ld 0 . .} {Li . . .} {Bgeu 2 1 .};
    {Add . . 2} {Sd . 0 .} {Ld . . .} {Bne 2 . .};
    {Add . . .} {Sd . 0 .} {Add . . .} {Jal . . .};
    {Add . . 2} {Addi 0 . .} {Ld . . 3} {Ld 2 . .} {Add . 3 .} {Jal . . .};
    {Add . . .} {Addi . . .} {Addiw . . .} {Remuw . . 4} {Addiw 3 . .} {Sb 1 4 .} {Divuw . . .}
        {Bltu . 2 .};
    {Add . . 2} {Addiw 0 . .} {Lw . . 3} {Slli 2 . 5} {Ld . . 6} {Add 3 4 .} {Addiw 1 . .}
        {Sw 5 6 .};
    {Add . . 1} {Addiw 0 . 3} {Add . 1 .} {Li . . 4} {Addi 3 . 5} {And 4 2 .} {Sw . 5 .};
    {Add . . 1} {Addiw 0 . 3} {Add . 1 .} {Li . . 4} {Addiw 3 . 5} {Remuw 2 4 7} {Sw . 5 .}
        {Ld . . .};
    {Add . . .} {Add . . .};
    {Add . . 1} {Add 0 . .} {J . . .};
    {Add . . .} {Xor . . .} {Sd . 1 .} {Sd . . .} {Lhu 0 . 5} {Addiw 4 . 6} {Slli 5 . 7}
        {Srli 6 . .};
    {Add . . .} {La . . 2} {Addi 1 . .} {Jal . . .};
    {Add . . .} {J . . .};
    {Sub . . 2} {Addi . . .} {Rem 0 . 3} {Addiw 2 . .} {Sb 1 3 .} {Bne 1 . .};
    {Sub . . 1} {Sltu . 0 2} {Slli 1 . 4} {Add . . .} {Or 2 . 6} {Sd . 3 .} {Ori 4 . .} {Sub . . .};
    {Xor . . 2} {Mulw . 0 .} {Lbu . . .} {Addi . . .} {Addiw 1 . .} {Bne 2 . .};
    {Addw . . 1} {Addiw 0 . 3} {Lw . . 5} {Addw 1 2 4} {Addiw 3 . 6} {Add . 4 .} {Li . . 7}
        {Remw 5 6 .};
    {Subw . . 1} {Sraiw 0 . 2} {Addw 1 . 3} {Slli 2 . 4} {Add 3 . .} {Lw 4 . .} {Add . . .}
        {Add . . .};
    {Subw . . .} {Jr . . .};
    {Mulw . . 4} {Addi . . .} {Addiw . . .} {Addw 0 . .} {Srliw 3 . 6} {Sw 1 4 .} {Addiw 3 . .}
        {Blt 2 . .};
    {Divw . . .} {Addiw . . .} {Addiw . . .} {Blt 0 1 .};
    {Remw . . .} {Addi . . .} {Addi . . .} {Addi . . .} {Addi . . .} {Addiw . . .};
    {Remw . . 7} {Addiw . . .} {FcvtDW 1 . 5} {Sw . 1 .} {Addiw . . .} {FmulD 2 . .} {Fsd . 5 .}
        {Addiw 0 . .};
    {Fld . . .} {Fld . . .} {Addi . . .} {Addi . . .} {FmaddD 0 1 .} {Bne . 2 .};
    {Fld . . .} {Fld . . .} {Fld . . .};
    {Fld . . .} {Fld . . .} {Fld . . .} {Fld . . .} {Fld . . .} {Fld . . .};
    {Fld . . .} {Fld . . 2} {FmulD 0 1 3} {FaddD . 2 .};
    {Fld . . 3} {FsubD . . .} {Fld . . 5} {FsubD 0 . .} {Fld . . .} {FsubD 2 4 .} {FmulD 1 1 .}
        {FmaddD 3 3 .};
    {Fld . . 1} {FmulD . 0 3} {Fld . . .} {FaddD 2 1 .} {Fsd . 3 .};
    {Fld . . 2} {FmulD 0 0 4} {Fld . . 3} {FmulD 2 2 5} {FaddD 1 3 .} {Fld . . 6} {FmulD 5 5 7}
        {FaddD 4 6 .};
    {Fsd . . .} {Lw . . 2} {Addiw 1 . .} {Sw . 2 .};
    {Fsd . . .} {Fld . . .} {Jal . . .};
    {FmaddD . . .} {FmaddD . . .} {FmaddD . . .} {Addi . . .} {Fsd 3 0 .} {Fsd 3 1 .} {Fsd 3 2 .}
        {Bne . 3 .};
    {FmaddD . . .} {FmaddD . . .} {FmaddD . . .} {Fsd . 0 .} {Fsd . 1 .} {Fsd . 2 .} {Bne . . .};
    {FaddD . . .} {Ld . . .} {Fsd 1 0 .};
    {FaddD . . .} {Ld . . 3} {Fsd 1 0 .} {Lw . . 4} {Addiw 3 . .} {Sw . 4 .};
    {FsubD . . .} {Ld . . .} {Fsd 1 0 .};
    {FmulD . . .} {FmulD . . .} {Fld . . .} {Fld . . .} {Addi . . .} {Addiw . . .} {FmulD . 3 .}
        {FmulD . 3 .};
    {FmulD . . .} {FdivD . . .} {FnmsubD 1 . .} {FnmsubD 1 . .} {FnmsubD 1 . .} {Fsd . 2 .}
        {Fsd . 3 .} {Fsd . 4 .};
    {FsqrtD . . 1} {FmulD 0 . .} {Fld . . .} {Fld . . .} {Fld . . .} {FmulD . 2 .};
    {FsqrtD . . .} {Jr . . .};
    {FsgnjD . . 3} {Fld . . 2} {FmulD 0 1 4} {Fld . . .} {FdivD 3 2 .} {Fsd . 4 .};
    {FcvtDW . . 2} {Sw . . .} {FmulD 0 . .} {Fsd . 2 .} {Bne . . .};
    {Nop . . .} {Ld . . .} {Ld . . .} {Addi . . .} {Jr 1 . .};
    {Li . . .} {Jal . . .};
    {Li . . .} {Bgeu 0 . .};
    {Li . . 3} {Sd . 0 .} {Ld . . .} {Add . . .} {Ld . . .} {Ld . . .} {Addi . . .} {Jr 2 . .};
    {Li . . .} {Addi . . .};
    {Li . . .} {Addi . . .} {Sb . 0 .} {Addi . . .} {Li . . .};
    {Li . . 1} {Addiw 0 . 3} {Lw . . 4} {Divw 1 2 5} {Addiw 3 . .} {Lw . . 6} {Addiw 5 . .}
        {Blt 4 6 .};
    {Li . . 1} {Add 0 . 2} {Ld 1 . .} {Andi . . .} {Bgeu 3 2 .};
    {Li . . .} {Add . . .} {Li . . .} {Ld . . .} {Beq 3 . .};
    {Li . . .} {Li . . .};
    {La . . 1} {Ld 0 . .} {Bltu . 1 .};
    {La . . 1} {Ld 0 . 2} {Sltu . 1 3} {Sub . 2 .} {And . 3 .} {Li . . .} {Addi . . .} {Li . . .};
    {La . . 1} {Addi 0 . .};
    {La . . 1} {Addi 0 . .} {Lw . . 3} {Add 2 1 .};
    {La . . 1} {Addi 0 . .} {Lw . . 3} {Add 2 1 4} {Lbu 3 . .} {Bne 4 . .};
    {La . . 1} {Addi 0 . .} {Lw . . 3} {Add 2 1 .} {Sb 3 . .};
    {La . . 1} {Addi 0 . .} {Lw . . .} {Add . 2 4} {Slli 3 . 5} {Sub 4 2 6} {Slli 5 . 7}
        {Add 6 1 .};
    {La . . 1} {Addi 0 . 4} {Lw . . 3} {Add 2 1 .} {Li . . .} {Sb 3 4 .};
    {La . . 1} {Addi 0 . .} {Ld 1 . .} {Bltu 2 . .};
    {La . . 1} {Addi 0 . .} {Ld 1 . .} {Bgeu . 2 .};
    {La . . 1} {Addi 0 . .} {Ld 1 . .} {Addi . . 4} {Srli 3 . .} {La . . 6} {Addi 5 . .}
        {Bgeu 4 2 .};
    {La . . 1} {Addi 0 . .} {Lwu . . 3} {Slli 2 . 4} {Add 3 1 5} {Ld 4 . .} {Sd . 5 .} {J . . .};
    {La . . 1} {Addi 0 . .} {Fld 1 . .} {FsgnjD 2 2 .} {Jal . . .};
}
