//! The handler of a sequence of instructions, made from a line of `super::sequences`.
//!
//! A sequence is written `{Lw . . 2} {Add . 0 .} …`, a brace for each instruction: what it does;
//! where rs1 and rs2 come from (`.` the register, a number the result of that instruction of the
//! sequence, which has the same register, `s` the register that all such operands of the sequence
//! share, the base of accesses that are likely to be in one page); and which later instruction
//! overwrites its result, when nobody reads it from the register before (`.` none).

use super::piece::Kind;
use super::{Op, Pages, arrive, go_on, slow};
use crate::Machine;

/// What the macros' output names.
pub(super) mod parts {
    pub(in crate::engine) use super::{is_kept, is_owed, jump};
    pub(in crate::engine) use crate::Machine;
    pub(in crate::engine) use crate::engine::memory::Near;
    pub(in crate::engine) use crate::engine::piece::{Kind, LONGEST, Operand, Piece};
    pub(in crate::engine) use crate::engine::step::{Flow, alone, read, step, step_near, write};
    pub(in crate::engine) use crate::engine::{FastHandler, Op, Pages, dispatch, slow};
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

/// Who overwrites a result: a number or a point.
macro_rules! number {
    (.) => {
        None
    };
    ($number:literal) => {
        Some($number)
    };
}

/// A sequence's operand.
macro_rules! operand {
    (.) => {
        Operand::Register
    };
    (s) => {
        Operand::Shared
    };
    ($number:literal) => {
        Operand::Result($number)
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

/// What an instruction of a sequence comes to.
macro_rules! outcome {
    (($machine:ident $op:ident $pages:ident $near:ident $results:ident) $kind:expr; s $rs2:tt) => {{
        let b = value!($results [$rs2] $machine, const { Kind::of($kind).files().1 }, (*$op).rs2);
        let near = $near.unwrap_or_else(|| {
            let base = read($machine, const { Kind::of($kind).files().0 }, (*$op).rs1);
            Near::of($pages, base, (*$op).imm)
        });
        $near = Some(near);
        step_near::<{ $kind }>(near, $op, b)
    }};
    (
        ($machine:ident $op:ident $pages:ident $near:ident $results:ident)
        $kind:expr; $rs1:tt $rs2:tt
    ) => {{
        let a = value!($results [$rs1] $machine, const { Kind::of($kind).files().0 }, (*$op).rs1);
        let b = value!($results [$rs2] $machine, const { Kind::of($kind).files().1 }, (*$op).rs2);
        step::<{ $kind }>($machine, $op, a, b, $pages)
    }};
}

/// The steps of a sequence: those that are done, the numbers of those to come, and what they are.
macro_rules! steps {
    (
        ($machine:ident $op:ident $fuel:ident $pages:ident $near:ident $results:ident)
        [$(($earlier:literal $done:ident $undone:tt))*] [$($number:literal)*]
    ) => {
        // The last one ends no run here, so there is an op after it.
        dispatch($machine, $op.add([$($earlier),*].len()), $fuel, $pages)
    };
    (
        ($machine:ident $op:ident $fuel:ident $pages:ident $near:ident $results:ident)
        [$(($earlier:literal $done:ident $undone:tt))*] [$number:literal $($more:literal)*]
        {$kind:ident $rs1:tt $rs2:tt $by:tt} $($rest:tt)*
    ) => {{
        const KIND: u8 = kind!($kind).number();
        let at = $op.add($number);
        let (flow, result) =
            outcome!(($machine at $pages $near $results) kind!($kind).number(); $rs1 $rs2);
        if let Flow::Exact | Flow::Alone = flow {
            // First the registers are brought to where they are before it.
            $(if const { is_owed(number!($undone), $number) } {
                let owed = $op.add($earlier);
                write::<{ kind!($done).number() }>($machine, owed, $results[$earlier]);
            })*
            if let Flow::Alone = flow {
                return alone::<KIND>($machine, at, $fuel, $pages);
            }
            return slow::exact($machine, at, $fuel, $pages);
        }
        $results[$number] = result;
        if const { is_kept(number!($by)) } {
            write::<KIND>($machine, at, result);
        }
        match flow {
            Flow::Jump => return jump::<KIND>($machine, at, $fuel, $pages),
            Flow::Go(target) => {
                let unused = $fuel + i64::from((*at).run) - 1;
                return slow::go($machine, target, unused, $pages);
            }
            Flow::Next | Flow::Exact | Flow::Alone => {}
        }
        steps!(
            ($machine $op $fuel $pages $near $results)
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
        #[allow(unused_assignments, unused_variables, unused_mut, reason = "as the sequence is")]
        unsafe fn handler(machine: &mut Machine, op: *const Op, fuel: i64, pages: Pages) {
            let mut results = [0_u64; LONGEST];
            let mut near: Option<Near> = None;
            // SAFETY: as above, for each op of the sequence.
            unsafe {
                steps!((machine op fuel pages near results) [] [0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15] $($piece)+)
            }
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
            rs1: operand!($rs1),
            rs2: operand!($rs2),
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
/// `op` is of that kind, and in the page that the machine's view shows.
#[inline(always)]
pub(super) unsafe fn jump<const KIND: u8>(
    machine: &mut Machine,
    op: *const Op,
    fuel: i64,
    pages: Pages,
) {
    // SAFETY: as above; a linked jump's target is in the same page.
    unsafe {
        let distance = (*op).imm;
        if distance & 1 != 0 {
            return slow::leap(machine, op, fuel, pages);
        }
        let target = op.byte_offset(distance as isize);
        if const { Kind::of(KIND).files().2.is_none() } {
            return go_on(machine, target, fuel + (*op).change(), pages);
        }
        let unused = fuel + i64::from((*op).run) - 1;
        arrive(machine, target, unused, pages)
    }
}
