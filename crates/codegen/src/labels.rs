//! The code of one function before its layout: instructions, labels, and branches that do not know
//! their distance.
//!
//! Terms: an *item* is an instruction, a branch or a jump to a label, or a short sequence that is
//! filled in later; everything said about the code (rows, lines, scopes) names items by index, and
//! [`Layout`] turns an index into an offset in bytes.

use image::object::{Relocation, RelocationKind, Section, SymbolId};
use riscv::{Insn, Op, Reg};

/// The register that a far jump uses; no value of the program ever lives in it.
pub(crate) const SCRATCH: Reg = Reg::T6;

/// A place in the code, bound or not.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Label(u32);

/// A piece of code.
#[derive(Clone, Debug)]
pub(crate) enum Item {
    Insn(Insn),
    Branch {
        op: Op,
        left: Reg,
        right: Reg,
        target: Label,
    },
    Jump(Label),
    /// Instructions that are known only when the frame is.
    Sequence(Vec<Insn>),
}

/// An instruction's field that the linker fills in.
struct Fixup {
    item: u32,
    kind: RelocationKind,
    symbol: SymbolId,
}

/// The code of a function.
#[derive(Default)]
pub(crate) struct Code {
    items: Vec<Item>,
    /// The item before which each label stands.
    labels: Vec<Option<u32>>,
    fixups: Vec<Fixup>,
    /// Where a label was bound last.
    last_bound: u32,
}

/// How far a branch or jump reaches, and so how long its code is.
///
/// ```text
///           branch                             jump
///   Near    beq a,b,L                          j L
///   Middle  bne a,b,.+8;  j L                  auipc t6,hi; jr lo(t6)
///   Far     bne a,b,.+12; auipc t6,hi; jr lo(t6)
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Debug)]
enum Reach {
    Near,
    Middle,
    Far,
}

/// Where every item lies.
pub(crate) struct Layout {
    /// The offset of each item, and the size of the whole as the last.
    offsets: Vec<u32>,
    reaches: Vec<Reach>,
}

impl Layout {
    /// The offset in bytes of an item.
    pub(crate) fn offset(&self, item: u32) -> u32 {
        self.offsets[item as usize]
    }

    /// **Units**: bytes.
    pub(crate) fn size(&self) -> u32 {
        self.offsets.last().copied().unwrap_or(0)
    }
}

impl Code {
    /// The index of the next item.
    pub(crate) fn position(&self) -> u32 {
        self.items.len() as u32
    }

    /// Appends an item and gives its index.
    pub(crate) fn push(&mut self, item: Item) -> u32 {
        self.items.push(item);
        self.position() - 1
    }

    /// Appends an instruction whose immediate the linker fills in.
    pub(crate) fn push_fixup(&mut self, insn: Insn, kind: RelocationKind, symbol: SymbolId) -> u32 {
        let item = self.push(Item::Insn(insn));
        self.fixups.push(Fixup { item, kind, symbol });
        item
    }

    /// Fills in a sequence.
    pub(crate) fn fill(&mut self, item: u32, insns: Vec<Insn>) {
        self.items[item as usize] = Item::Sequence(insns);
    }

    /// A new label, bound nowhere yet.
    pub(crate) fn label(&mut self) -> Label {
        self.labels.push(None);
        Label(self.labels.len() as u32 - 1)
    }

    /// Binds a label here.
    pub(crate) fn bind(&mut self, label: Label) {
        self.labels[label.0 as usize] = Some(self.position());
        self.last_bound = self.position();
    }

    /// The item before which a label stands, if it is bound.
    pub(crate) fn bound(&self, label: Label) -> Option<u32> {
        self.labels[label.0 as usize]
    }

    /// The last instruction with its index, if nothing but it can have come before here.
    pub(crate) fn last(&mut self) -> Option<(u32, &mut Insn)> {
        let is_joined = self.last_bound == self.position();
        let index = self.position().checked_sub(1)?;
        match self.items.last_mut()? {
            Item::Insn(insn) if !is_joined => Some((index, insn)),
            _ => None,
        }
    }

    /// Takes the last item back; nothing has been said about it.
    pub(crate) fn pop(&mut self) {
        self.items.pop();
    }

    /// Chooses the shortest form of every branch and places every item.
    pub(crate) fn layout(&self) -> Layout {
        let mut layout = Layout { offsets: vec![], reaches: vec![Reach::Near; self.items.len()] };
        loop {
            layout.offsets = self.offsets(&layout.reaches);
            let mut grew = false;
            for index in 0..self.items.len() {
                let needed = self.reach(&layout, index);
                if needed > layout.reaches[index] {
                    layout.reaches[index] = needed;
                    grew = true;
                }
            }
            if !grew {
                return layout;
            }
        }
    }

    fn offsets(&self, reaches: &[Reach]) -> Vec<u32> {
        let mut offsets = Vec::with_capacity(self.items.len() + 1);
        let mut at = 0;
        for (item, reach) in self.items.iter().zip(reaches) {
            offsets.push(at);
            at += size(item, *reach);
        }
        offsets.push(at);
        offsets
    }

    /// The distance in bytes from an item to a label.
    fn distance(&self, layout: &Layout, index: usize, target: Label) -> i32 {
        let item = self.labels[target.0 as usize].unwrap_or(self.position());
        layout.offset(item) as i32 - layout.offsets[index] as i32
    }

    fn reach(&self, layout: &Layout, index: usize) -> Reach {
        let within = |distance: i32, limit: i32| -limit <= distance && distance < limit;
        match &self.items[index] {
            Item::Insn(_) | Item::Sequence(_) => Reach::Near,
            Item::Branch { target, .. } => {
                let distance = self.distance(layout, index, *target);
                match () {
                    () if within(distance, 1 << 12) => Reach::Near,
                    () if within(distance - 4, 1 << 20) => Reach::Middle,
                    () => Reach::Far,
                }
            }
            Item::Jump(target) => match self.distance(layout, index, *target) {
                distance if within(distance, 1 << 20) => Reach::Near,
                _ => Reach::Middle,
            },
        }
    }

    /// Appends the bytes and relocations to a section.
    pub(crate) fn write(&self, layout: &Layout, section: &mut Section) {
        let start = section.bytes.len() as u64;
        for (index, item) in self.items.iter().enumerate() {
            for insn in self.expand(layout, index, item) {
                section.push(&insn);
            }
        }
        for fixup in &self.fixups {
            section.relocations.push(Relocation {
                offset: start + u64::from(layout.offset(fixup.item)),
                kind: fixup.kind,
                symbol: fixup.symbol,
                addend: 0,
            });
        }
    }

    fn expand(&self, layout: &Layout, index: usize, item: &Item) -> Vec<Insn> {
        let reach = layout.reaches[index];
        match *item {
            Item::Insn(insn) => vec![insn],
            Item::Sequence(ref insns) => insns.clone(),
            Item::Branch { op, left, right, target } => {
                let distance = self.distance(layout, index, target);
                if reach == Reach::Near {
                    return vec![Insn::b(op, left, right, distance)];
                }
                let is_far = reach == Reach::Far;
                let over = if is_far { 12 } else { 8 };
                let mut insns = vec![Insn::b(inverse(op), left, right, over)];
                insns.extend(jump(distance - 4, is_far));
                insns
            }
            Item::Jump(target) => jump(self.distance(layout, index, target), reach != Reach::Near),
        }
    }
}

fn size(item: &Item, reach: Reach) -> u32 {
    match (item, reach) {
        (Item::Sequence(insns), _) => 4 * insns.len() as u32,
        (_, Reach::Near) => 4,
        (_, Reach::Middle) => 8,
        (_, Reach::Far) => 12,
    }
}

fn jump(distance: i32, is_far: bool) -> Vec<Insn> {
    if !is_far {
        return vec![Insn::j(Op::Jal, Reg::ZERO, distance)];
    }
    let high = distance.wrapping_add(0x800) & !0xfff;
    vec![
        Insn::u(Op::Auipc, SCRATCH, high),
        Insn::i(Op::Jalr, Reg::ZERO, SCRATCH, distance.wrapping_sub(high)),
    ]
}

/// The branch that is taken exactly when `op` is not.
pub(crate) fn inverse(op: Op) -> Op {
    match op {
        Op::Beq => Op::Bne,
        Op::Bne => Op::Beq,
        Op::Blt => Op::Bge,
        Op::Bge => Op::Blt,
        Op::Bltu => Op::Bgeu,
        Op::Bgeu => Op::Bltu,
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn distance_of_branch_over(nops: usize) -> u32 {
        let mut code = Code::default();
        let label = code.label();
        code.push(Item::Branch { op: Op::Beq, left: Reg::T0, right: Reg::T1, target: label });
        for _ in 0..nops {
            code.push(Item::Insn(Insn::nop()));
        }
        code.bind(label);
        code.push(Item::Jump(label));
        let layout = code.layout();
        let mut section = Section::new(".text", image::object::SectionKind::Text, 4);
        code.write(&layout, &mut section);
        assert_eq!(section.bytes.len() as u32, layout.size());
        layout.offset(1)
    }

    #[test]
    fn a_branch_is_as_long_as_its_distance_asks() {
        assert_eq!(distance_of_branch_over(1), 4);
        assert_eq!(distance_of_branch_over(1022), 4);
        assert_eq!(distance_of_branch_over(1023), 8);
        assert_eq!(distance_of_branch_over(300_000), 12);
    }
}
