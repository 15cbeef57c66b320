//! Fused sequences: frequent runs of instructions, each executed by one handler.
//!
//! A sequence saves the jumps between its instructions, and hands results on without going
//! through the registers. Which sequences there are is data: `super::sequences`.

use super::piece::{Class, Form, Kind, LONGEST, Operand, Piece, class, form};
use super::sequences::SEQUENCES;
use super::{FastHandler, Op};
use riscv::{Insn, Kind as File, Reg};

/// Gives each op of a run the sequence that makes the way from it to the run's end shortest.
pub(crate) fn fuse(ops: &mut [Op], insns: &[&Insn]) {
    let mut costs = vec![0; ops.len() + 1];
    for (number, op) in ops.iter_mut().enumerate().rev() {
        let alone = costs[number + 1] + cost_alone(insns[number]);
        let choice = candidates(&insns[number..])
            .map(|sequence| {
                let (pieces, _) = SEQUENCES[sequence];
                (costs[number + pieces.len()] + cost(pieces), sequence)
            })
            .min()
            .filter(|&(cost, _)| cost < alone);
        costs[number] = choice.map_or(alone, |(cost, _)| cost);
        if let Some((_, sequence)) = choice {
            op.handler = SEQUENCES[sequence].1;
        }
    }
}

/// What a sequence costs, in instructions of the host, roughly: two for each register that is read
/// or written, what each of its instructions does, and the jump to the next handler.
pub(super) fn cost(pieces: &[Piece]) -> usize {
    let mut has_page = false;
    let mut cost = 3;
    for piece in pieces {
        let (rs1, rs2, rd) = piece.kind.files();
        let is_read = |operand, file: Option<File>| operand == Operand::Register && file.is_some();
        cost += 2 * usize::from(is_read(piece.rs1, rs1));
        cost += 2 * usize::from(is_read(piece.rs2, rs2));
        cost += 2 * usize::from(piece.overwritten_by.is_none() && rd.is_some());
        cost += match piece.rs1 {
            Operand::Shared if has_page => 5,
            Operand::Shared => 15,
            _ => cost_of_action(piece.kind),
        };
        has_page |= piece.rs1 == Operand::Shared;
    }
    cost
}

fn cost_of_action(kind: Kind) -> usize {
    let Kind::Do(op) = kind else {
        return match kind {
            Kind::Nop => 0,
            Kind::J => 6,
            Kind::Jr => 12,
            _ => 2,
        };
    };
    match class(op) {
        Class::Register | Class::Immediate => 2,
        Class::Load | Class::LoadFloat | Class::Store | Class::StoreFloat => 12,
        Class::Branch => 7,
        Class::Jump => 12,
        Class::Float => 13,
        Class::Compare | Class::ToInteger | Class::ToFloat | Class::Sign | Class::None => 4,
    }
}

/// What an instruction costs by itself; one without a fast form is called from its exact handler.
pub(super) fn cost_alone(insn: &Insn) -> usize {
    match form(insn) {
        Form::Fast(kind) => cost(&[Piece::alone(kind)]),
        Form::Exact => 80,
    }
}

/// The sequences that the instructions begin with, by their numbers.
fn candidates(insns: &[&Insn]) -> impl Iterator<Item = usize> {
    let window = Window::new(insns);
    (2..=window.length).flat_map(move |length| {
        let kinds = window.kinds;
        let order = |(pieces, _): &(&[Piece], FastHandler)| {
            pieces.iter().map(|piece| piece.kind).cmp(kinds[..length].iter().copied())
        };
        let first = SEQUENCES.partition_point(|pieces| order(pieces).is_lt());
        let same = SEQUENCES[first..].iter().take_while(|pieces| order(pieces).is_eq());
        let fitting = same.enumerate().filter(|(_, (pieces, _))| window.fits(pieces));
        fitting.map(|(number, _)| first + number).collect::<Vec<_>>()
    })
}

/// Whether a sequence may stand for these instructions.
#[cfg(test)]
pub(super) fn fits(pieces: &[Piece], insns: &[Insn]) -> bool {
    let insns: Vec<&Insn> = insns.iter().collect();
    let window = Window::new(&insns);
    let kinds = pieces.iter().map(|piece| piece.kind);
    window.length == pieces.len()
        && kinds.eq(window.kinds[..window.length].iter().copied())
        && window.fits(pieces)
}

/// The instructions that a sequence may stand for.
pub(super) struct Window<'a> {
    pub(super) insns: &'a [&'a Insn],
    pub(super) kinds: [Kind; LONGEST],
    /// How many of them have fast forms and follow each other; a transfer may be the last.
    pub(super) length: usize,
}

impl Window<'_> {
    pub(super) fn new<'a>(insns: &'a [&'a Insn]) -> Window<'a> {
        let mut window = Window { insns, kinds: [Kind::Nop; LONGEST], length: 0 };
        for (slot, insn) in window.kinds.iter_mut().zip(insns) {
            let Form::Fast(kind) = form(insn) else { break };
            if insn.length == 0 {
                break;
            }
            *slot = kind;
            window.length += 1;
            if kind.is_transfer() {
                break;
            }
        }
        window
    }

    /// Whether what the sequence says of its operands is so here; the kinds are.
    fn fits(&self, pieces: &[Piece]) -> bool {
        pieces.iter().enumerate().all(|(number, piece)| {
            let (rs1, rs2, _) = piece.kind.files();
            let insn = self.insns[number];
            (piece.rs1 != Operand::Shared || self.is_shared(pieces, number))
                && self.is_right(piece.rs1, number, rs1, insn.rs1)
                && self.is_right(piece.rs2, number, rs2, insn.rs2)
                && piece.overwritten_by.is_none_or(|by| self.is_free(pieces, number, by.into()))
        })
    }

    /// Whether a result has a register of that file for its destination, and nobody in between.
    fn is_right(&self, from: Operand, reader: usize, file: Option<File>, reg: Reg) -> bool {
        let Operand::Result(writer) = from else { return true };
        file.is_some_and(|file| self.last_writer(reader, file, reg) == Some(writer.into()))
    }

    /// Whether the base register of an access is that of the sequence's first shared one, and
    /// nobody has written it.
    fn is_shared(&self, pieces: &[Piece], reader: usize) -> bool {
        let base = self.insns[reader].rs1;
        let first = pieces.iter().position(|piece| piece.rs1 == Operand::Shared);
        first.is_some_and(|first| self.insns[first].rs1 == base)
            && self.last_writer(reader, File::Integer, base).is_none()
    }

    /// The last instruction before `reader` that writes the register.
    pub(super) fn last_writer(&self, reader: usize, file: File, reg: Reg) -> Option<usize> {
        (0..reader).rev().find(|&number| self.writes(number, file, reg))
    }

    fn writes(&self, number: usize, file: File, reg: Reg) -> bool {
        self.kinds[number].files().2 == Some(file) && self.insns[number].rd == reg
    }

    /// Whether `by` overwrites the result of `number`, which nobody reads from the register.
    pub(super) fn is_free(&self, pieces: &[Piece], number: usize, by: usize) -> bool {
        let Some(file) = self.kinds[number].files().2 else { return false };
        let reg = self.insns[number].rd;
        let is_read = |reader: usize| {
            let (rs1, rs2, _) = self.kinds[reader].files();
            let insn = self.insns[reader];
            let by_register = |operand, of, from| {
                !matches!(operand, Operand::Result(_)) && of == Some(file) && from == reg
            };
            by_register(pieces[reader].rs1, rs1, insn.rs1)
                || by_register(pieces[reader].rs2, rs2, insn.rs2)
                || (file == File::Float && super::piece::third_register(insn) == Some(reg))
        };
        by < pieces.len() && self.writes(by, file, reg) && !(number + 1..=by).any(is_read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sequences_are_sorted_and_can_occur() {
        let kinds = |pieces: &[Piece]| pieces.iter().map(|piece| piece.kind).collect::<Vec<_>>();
        assert!(SEQUENCES.windows(2).all(|pair| kinds(pair[0].0) <= kinds(pair[1].0)));
        for (pieces, _) in SEQUENCES {
            assert!((2..=LONGEST).contains(&pieces.len()));
            let (_, straight) = pieces.split_last().expect("two pieces at least");
            assert!(straight.iter().all(|piece| !piece.kind.is_transfer()), "{pieces:?}");
        }
    }
}
