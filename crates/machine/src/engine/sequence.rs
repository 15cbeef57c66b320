//! The handler of a sequence of instructions, made from a line of `super::sequences`.
//!
//! A sequence is written `{Lw . . 2} {Add . 0 .} …`, a brace for each instruction: what it does;
//! where rs1 and rs2 come from (`.` the register, a number the result of that instruction of the
//! sequence, which has the same register); and which later instruction overwrites its result, when
//! nobody reads it from the register before (`.` none).

use super::{Op, arrive, slow};
use crate::Machine;

/// What the macros' output names.
pub(super) mod parts {
    pub(in crate::engine) use super::{is_kept, is_owed, jump};
    pub(in crate::engine) use crate::Machine;
    pub(in crate::engine) use crate::engine::piece::{Kind, LONGEST, Operand, Piece};
    pub(in crate::engine) use crate::engine::step::{Flow, read, step, write};
    pub(in crate::engine) use crate::engine::{FastHandler, Op, dispatch, slow};
}

/// The kind of instruction with that name.
macro_rules! kind {
    (Nop) => {
        Kind::Nop
    };
    (Li) => {
        Kind::Li
    };
    (La) => {
        Kind::La
    };
    (J) => {
        Kind::J
    };
    (Jr) => {
        Kind::Jr
    };
    ($op:ident) => {
        Kind::Do(riscv::Op::$op)
    };
}

/// A sequence's operands, or who overwrites its results: a number or a point.
macro_rules! number {
    (.) => {
        None
    };
    ($number:literal) => {
        Some($number)
    };
}

/// The value of an operand.
macro_rules! value {
    ($results:ident [$number:literal] $($register:tt)*) => {
        $results[$number]
    };
    ($results:ident [.] $($register:tt)*) => {
        read($($register)*)
    };
}

/// The steps of a sequence: those that are done, the numbers of those to come, and what they are.
macro_rules! steps {
    (
        ($machine:ident $op:ident $fuel:ident $results:ident)
        [$(($earlier:literal $done:ident $undone:tt))*] [$($number:literal)*]
    ) => {
        // The last one ends no run here, so there is an op after it.
        dispatch($machine, $op.add([$($earlier),*].len()), $fuel)
    };
    (
        ($machine:ident $op:ident $fuel:ident $results:ident)
        [$(($earlier:literal $done:ident $undone:tt))*] [$number:literal $($more:literal)*]
        {$kind:ident $rs1:tt $rs2:tt $by:tt} $($rest:tt)*
    ) => {{
        const KIND: u8 = kind!($kind).number();
        let at = $op.add($number);
        let a = value!($results [$rs1] $machine, const { Kind::of(KIND).files().0 }, (*at).rs1);
        let b = value!($results [$rs2] $machine, const { Kind::of(KIND).files().1 }, (*at).rs2);
        let (flow, result) = step::<KIND>($machine, at, a, b);
        if let Flow::Exact = flow {
            // First the registers are brought to where they are before it.
            $(if const { is_owed(number!($undone), $number) } {
                let owed = $op.add($earlier);
                write::<{ kind!($done).number() }>($machine, owed, $results[$earlier]);
            })*
            return slow::exact($machine, at, $fuel);
        }
        $results[$number] = result;
        if const { is_kept(number!($by)) } {
            write::<KIND>($machine, at, result);
        }
        match flow {
            Flow::Jump => return jump($machine, at, $fuel),
            Flow::Go(target) => {
                let unused = $fuel + i64::from((*at).run) - 1;
                return slow::go($machine, target, unused);
            }
            Flow::Next | Flow::Exact => {}
        }
        steps!(
            ($machine $op $fuel $results)
            [$(($earlier $done $undone))* ($number $kind $by)] [$($more)*] $($rest)*
        )
    }};
}

/// The handler of a sequence.
macro_rules! sequence {
    ($($piece:tt)+) => {{
        use $crate::engine::sequence::parts::*;
        /// # Safety
        /// The sequence is at `op`, in the page that the machine's view shows.
        #[allow(unused_assignments, reason = "a result need not be used")]
        unsafe fn handler(machine: &mut Machine, op: *const Op, fuel: i64) {
            let mut results = [0_u64; LONGEST];
            // SAFETY: as above, for each op of the sequence.
            unsafe { steps!((machine op fuel results) [] [0 1 2 3 4 5 6 7] $($piece)+) }
        }
        handler as FastHandler
    }};
}

/// What a sequence is, to be compared with instructions.
macro_rules! pieces {
    ($({$kind:ident $rs1:tt $rs2:tt $by:tt})+) => {{
        use $crate::engine::sequence::parts::*;
        &[$(Piece {
            kind: kind!($kind),
            rs1: Operand::from_number(number!($rs1)),
            rs2: Operand::from_number(number!($rs2)),
            overwritten_by: number!($by),
        }),+]
    }};
}

/// Whether a result goes to its register at once.
pub(super) const fn is_kept(overwritten_by: Option<u8>) -> bool {
    overwritten_by.is_none()
}

/// Whether a result has not been overwritten yet before the instruction of that number, so that
/// its register still waits for it.
pub(super) const fn is_owed(overwritten_by: Option<u8>, number: u8) -> bool {
    match overwritten_by {
        Some(by) => by >= number,
        None => false,
    }
}

/// Takes a jump by its distance.
///
/// # Safety
/// `op` is in the page that the machine's view shows.
#[inline(always)]
pub(super) unsafe fn jump(machine: &mut Machine, op: *const Op, fuel: i64) {
    // SAFETY: as above; a linked jump's target is in the same page.
    unsafe {
        let target = (*op).imm;
        if target & 1 != 0 {
            return slow::link(machine, op, fuel);
        }
        let unused = fuel + i64::from((*op).run) - 1;
        arrive(machine, op.offset(target as isize >> 1), unused)
    }
}
