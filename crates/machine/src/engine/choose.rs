//! Chooses sequences from a profile: `cargo xtask sequences` writes `super::sequences` with it.
//!
//! Every window of every line that a program ran is a candidate. The cheapest cover of all lines
//! uses some of them; of those the ones that save least are dropped until few enough are left,
//! and the lines are covered anew each time.

use super::fused::{Window, cost, cost_alone};
use super::piece::{Class, Kind, LONGEST, Operand, Piece, class};
use riscv::{Insn, Kind as File, Reg};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::fmt::Write;

/// Straight-line code that a program ran: from where it came by a jump, or by a branch that was not
/// taken, to the next transfer of control.
#[derive(Clone, Debug)]
pub struct Line {
    /// Its instructions.
    pub insns: Vec<Insn>,
    /// How often it ran, in whatever unit.
    pub weight: f64,
}

/// The best `count` sequences for these lines, as the text of `super::sequences` has them.
pub fn choose_sequences(lines: &[Line], count: usize) -> String {
    let candidates = Candidates::new(lines);
    let mut allowed: Vec<bool> = vec![true; candidates.patterns.len()];
    loop {
        let mut saved: Vec<(usize, f64)> = candidates.cover(&allowed).into_iter().collect();
        saved.sort_by(|a, b| b.1.total_cmp(&a.1));
        if saved.len() <= count {
            return text(saved.iter().map(|(pattern, _)| &candidates.patterns[*pattern]));
        }
        let kept = (saved.len() * 7 / 8).max(count);
        allowed.fill(false);
        saved[..kept].iter().for_each(|(pattern, _)| allowed[*pattern] = true);
    }
}

/// What may stand where.
struct Candidates<'a> {
    lines: &'a [Line],
    patterns: Vec<Vec<Piece>>,
    /// For each instruction of each line, the patterns that the line goes on with from there.
    at: Vec<Vec<Vec<usize>>>,
}

impl<'a> Candidates<'a> {
    fn new(lines: &'a [Line]) -> Candidates<'a> {
        let mut candidates = Candidates { lines, patterns: Vec::new(), at: Vec::new() };
        let mut known = FxHashMap::default();
        for line in lines {
            let starts = 0..line.insns.len();
            let at = starts.map(|start| candidates.windows(&line.insns[start..], &mut known));
            let at = at.collect();
            candidates.at.push(at);
        }
        candidates
    }

    /// The patterns of the windows that begin where `insns` do.
    fn windows(&mut self, insns: &[Insn], known: &mut FxHashMap<Vec<Piece>, usize>) -> Vec<usize> {
        let insns: Vec<&Insn> = insns.iter().take(LONGEST).collect();
        let window = Window::new(&insns);
        let mut found = Vec::new();
        for length in 2..=window.length {
            for forwarding in [Forwarding::All, Forwarding::Kept, Forwarding::None] {
                let pattern = pattern(&window, length, forwarding);
                let number = *known.entry(pattern.clone()).or_insert(self.patterns.len());
                if number == self.patterns.len() {
                    self.patterns.push(pattern);
                }
                found.push(number);
            }
        }
        found
    }

    /// What each allowed pattern saves in the cheapest cover of all lines.
    fn cover(&self, allowed: &[bool]) -> BTreeMap<usize, f64> {
        let mut saved = BTreeMap::new();
        for (line, at) in self.lines.iter().zip(&self.at) {
            let alone: Vec<usize> = line.insns.iter().map(cost_alone).collect();
            let choices = self.cover_line(&alone, at, allowed);
            let mut start = 0;
            while start < alone.len() {
                let Some(choice) = choices[start] else {
                    start += 1;
                    continue;
                };
                let pattern = &self.patterns[choice];
                let end = start + pattern.len();
                let gain = alone[start..end].iter().sum::<usize>() - cost(pattern);
                *saved.entry(choice).or_default() += gain as f64 * line.weight;
                start = end;
            }
        }
        saved
    }

    /// The patterns of the cheapest cover of a line, by where they begin.
    fn cover_line(
        &self,
        alone: &[usize],
        at: &[Vec<usize>],
        allowed: &[bool],
    ) -> Vec<Option<usize>> {
        let mut costs = vec![0; alone.len() + 1];
        let mut choices = vec![None; alone.len()];
        for start in (0..alone.len()).rev() {
            costs[start] = alone[start] + costs[start + 1];
            for &pattern in at[start].iter().filter(|&&pattern| allowed[pattern]) {
                let pieces = &self.patterns[pattern];
                let total = cost(pieces) + costs[start + pieces.len()];
                if total < costs[start] {
                    (costs[start], choices[start]) = (total, Some(pattern));
                }
            }
        }
        choices
    }
}

/// How much of what is known of a window's registers a pattern demands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Forwarding {
    /// All.
    All,
    /// Where operands come from; every result is written to its register.
    Kept,
    /// Nothing but the shared base register.
    None,
}

/// The pattern of a window's first instructions, which demands as much of their registers as is said.
fn pattern(window: &Window, length: usize, forwarding: Forwarding) -> Vec<Piece> {
    let kinds = &window.kinds[..length];
    let mut pieces: Vec<Piece> = kinds.iter().map(|kind| Piece::alone(*kind)).collect();
    if forwarding != Forwarding::None {
        for (number, piece) in pieces.iter_mut().enumerate() {
            let ((rs1, rs2, _), insn) = (piece.kind.files(), window.insns[number]);
            piece.rs1 = source(window, number, rs1, insn.rs1);
            piece.rs2 = source(window, number, rs2, insn.rs2);
        }
    }
    share_base(window, &mut pieces);
    if forwarding == Forwarding::All {
        for number in 0..length {
            let by = (number + 1..length).find(|&by| window.is_free(&pieces, number, by));
            pieces[number].overwritten_by = by.map(|by| by as u8);
        }
    }
    pieces
}

fn source(window: &Window, reader: usize, file: Option<File>, reg: Reg) -> Operand {
    let writer = file.and_then(|file| window.last_writer(reader, file, reg));
    writer.map_or(Operand::Register, |writer| Operand::Result(writer as u8))
}

/// Lets the accesses by the base register that most of them have share its page.
fn share_base(window: &Window, pieces: &mut [Piece]) {
    let base = |number: usize| {
        let (piece, reg): (&Piece, Reg) = (&pieces[number], window.insns[number].rs1);
        let is_access = matches!(piece.kind, Kind::Do(op) if is_access(class(op)));
        let is_old = window.last_writer(number, File::Integer, reg).is_none();
        (is_access && piece.rs1 == Operand::Register && is_old).then_some(reg)
    };
    let bases: Vec<Option<Reg>> = (0..pieces.len()).map(base).collect();
    let count = |of: Reg| bases.iter().filter(|base| **base == Some(of)).count();
    let Some(most) = bases.iter().flatten().copied().rev().max_by_key(|base| count(*base)) else {
        return;
    };
    if count(most) > 1 {
        let shared = pieces.iter_mut().zip(&bases).filter(|(_, base)| **base == Some(most));
        shared.for_each(|(piece, _)| piece.rs1 = Operand::Shared);
    }
}

fn is_access(class: Class) -> bool {
    matches!(class, Class::Load | Class::LoadFloat | Class::Store | Class::StoreFloat)
}

/// The widest line of the text.
const WIDTH: usize = 100;

fn text<'a>(patterns: impl Iterator<Item = &'a Vec<Piece>>) -> String {
    let mut patterns: Vec<&Vec<Piece>> = patterns.collect();
    patterns.sort_by_key(|pieces| {
        let kinds: Vec<Kind> = pieces.iter().map(|piece| piece.kind).collect();
        (kinds, pieces.iter().map(piece_text).collect::<String>())
    });
    let mut text = String::new();
    for pieces in patterns {
        let mut line = "   ".to_string();
        for (number, piece) in pieces.iter().enumerate() {
            let end = if number + 1 == pieces.len() { ";" } else { "" };
            let piece = piece_text(piece) + end;
            if line.len() + 1 + piece.len() > WIDTH {
                let _ = writeln!(text, "{line}");
                line = "       ".into();
            }
            let _ = write!(line, " {piece}");
        }
        let _ = writeln!(text, "{line}");
    }
    text
}

fn piece_text(piece: &Piece) -> String {
    let operand = |operand| match operand {
        Operand::Register => ".".into(),
        Operand::Shared => "s".into(),
        Operand::Result(number) => format!("{number}"),
    };
    let kind = match piece.kind {
        Kind::Do(op) => format!("{op:?}"),
        kind => format!("{kind:?}"),
    };
    let by = piece.overwritten_by.map_or(".".into(), |by| by.to_string());
    format!("{{{kind} {} {} {by}}}", operand(piece.rs1), operand(piece.rs2))
}
