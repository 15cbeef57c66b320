//! Decoded code: the pages that the hart has fetched from, and the cache that holds them.
//!
//! A page's instructions are decoded a *run* at a time: from where the hart arrives to the next
//! unconditional transfer of control, to code that is decoded already, or to the page's end. In a
//! page that the hart is often in, a run goes on into decoded code for a while: a loop is entered
//! at its condition, which would else stay apart from its body. A page is right as long as it is mapped to the same frame (checked when the hart comes from
//! elsewhere) and the frame's bytes have not changed (stores see to that).

use crate::engine::{Form, Op, View, form, fuse};
use crate::execute::{Handler, handler, illegal};
use crate::{Annotator, PAGE_SIZE, PhysAddr, VirtAddr};
use riscv::{Format, Insn, decode};
use rustc_hash::FxHashMap;

/// How many places an instruction can begin at in a page.
pub(crate) const PARCELS: usize = PAGE_SIZE as usize / 2;
/// The most instructions that one charge of the engine's fuel covers; the difference of two charges
/// must fit a signed byte.
const RUN_LIMIT: usize = 120;
/// How many instructions a run repeats, at most, of those that are decoded already.
const REPEATED_MAX: usize = 24;
/// With so many ops in a page, nothing is repeated any more; every op's number fits 16 bits.
const OPS_MAX: usize = 1 << 14;
/// How many pages are found without a search.
const RECENT: usize = 64;

/// A decoded instruction at its address.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Decoded {
    pub(crate) handler: Handler,
    pub(crate) pc: u64,
    pub(crate) insn: Insn,
    pub(crate) note: u32,
    pub(crate) region: u32,
}

impl Decoded {
    /// The address of the instruction after it.
    #[inline(always)]
    pub(crate) fn next_pc(&self) -> u64 {
        self.pc.wrapping_add(u64::from(self.insn.length))
    }
}

/// The decoded instructions of one page.
///
/// `ops` and `decoded` go together: the engine executes the former, everybody else reads the
/// latter. An op that is no instruction says where the code goes on, and has that address.
pub(crate) struct CodePage {
    /// Its number in the cache.
    pub(crate) id: u32,
    /// The page's virtual address.
    pub(crate) base: u64,
    frame: PhysAddr,
    /// The frame of the next page, when the last instruction reaches into it.
    second: Option<PhysAddr>,
    pub(crate) ops: Vec<Op>,
    pub(crate) decoded: Vec<Decoded>,
    /// For each parcel, the number of the instruction that begins there; 0 is none yet.
    pub(crate) index: [u16; PARCELS],
    /// Whether the hart was seen here often, so that fusing instructions pays.
    hot: bool,
}

/// What an instruction is decoded from.
pub(crate) struct Text<'a> {
    /// The page's bytes.
    pub(crate) bytes: &'a [u8],
    /// The next page's bytes; empty unless the run begins with an instruction across both.
    pub(crate) beyond: &'a [u8],
    pub(crate) annotator: &'a dyn Annotator,
}

impl CodePage {
    fn new(id: u32, base: u64, frame: PhysAddr) -> CodePage {
        CodePage {
            id,
            base,
            frame,
            second: None,
            ops: Vec::new(),
            decoded: Vec::new(),
            index: [0; PARCELS],
            hot: false,
        }
    }

    /// The op of the instruction that begins at an offset in the page, if it is decoded.
    #[inline(always)]
    pub(crate) fn op_at(&self, offset: u64) -> Option<usize> {
        let parcel = (offset / 2) as usize % PARCELS;
        usize::from(self.index[parcel]).checked_sub(1)
    }

    /// Decodes the run that begins at an offset.
    pub(crate) fn decode_run(&mut self, mut offset: u64, text: &Text) {
        let mut first = self.ops.len();
        let mut to_repeat = if self.hot && first < OPS_MAX { REPEATED_MAX } else { 0 };
        loop {
            let end = self.base.wrapping_add(offset);
            if offset >= PAGE_SIZE {
                self.push_link(end, Op::page_end());
                break;
            }
            let known = self.op_at(offset);
            if let Some(known) = known
                && to_repeat == 0
            {
                let distance = known as i32 - self.ops.len() as i32;
                self.push_link(end, Op::glue(distance));
                break;
            }
            if self.ops.len() - first >= RUN_LIMIT {
                self.push_link(end, Op::glue(1));
                self.finish_run(first);
                first = self.ops.len();
            }
            let Some(bits) = instruction_bits(text.bytes, text.beyond, offset as usize) else {
                self.push_link(end, Op::straddle());
                break;
            };
            let insn = self.push(offset, bits, text.annotator);
            offset += u64::from(insn.map_or(0, |insn| insn.length));
            let Some(insn) = insn.filter(|insn| !ends_run(insn)) else { break };
            if known.is_some() {
                let is_loop_end = insn.op.row().format == Format::B && insn.imm < 0;
                to_repeat = if is_loop_end { 0 } else { to_repeat - 1 };
            }
        }
        self.finish_run(first);
    }

    /// Decodes one instruction; none when its bits are not one.
    fn push(&mut self, offset: u64, bits: u32, annotator: &dyn Annotator) -> Option<Insn> {
        let pc = self.base.wrapping_add(offset);
        let insn = decode(bits);
        let length = if bits & 3 == 3 { 4 } else { 2 };
        let shown = insn.unwrap_or(Insn { length, ..Insn::nop() });
        let index = &mut self.index[(offset / 2) as usize];
        if *index == 0 {
            *index = self.ops.len() as u16 + 1;
        }
        self.ops.push(match form(&shown) {
            Form::Fast(_) if insn.is_some() => Op::plain(&shown, offset as i32),
            _ => Op::exact(),
        });
        self.decoded.push(Decoded {
            handler: insn.map_or(illegal as Handler, |insn| handler(insn.op)),
            pc,
            insn: shown,
            note: annotator.note(VirtAddr(pc)),
            region: annotator.region(VirtAddr(pc)),
        });
        insn
    }

    /// Appends an op that is no instruction: the code goes on at `pc`.
    fn push_link(&mut self, pc: u64, op: Op) {
        self.ops.push(op);
        let insn = Insn { length: 0, ..Insn::nop() };
        self.decoded.push(Decoded { handler: illegal, pc, insn, note: 0, region: 0 });
    }

    /// Says at each op how many instructions the run has from there on, and fuses them.
    fn finish_run(&mut self, first: usize) {
        let mut run = 0;
        for (op, decoded) in self.ops[first..].iter_mut().zip(&self.decoded[first..]).rev() {
            run += u8::from(decoded.insn.length != 0);
            op.set_run(if decoded.insn.length == 0 { 0 } else { run });
        }
        if self.hot {
            self.fuse(first);
        }
    }

    /// Lets ops from `first` on execute several instructions at once, where the engine can.
    fn fuse(&mut self, first: usize) {
        let insns: Vec<&Insn> = self.decoded[first..].iter().map(|at| &at.insn).collect();
        fuse(&mut self.ops[first..], &insns);
    }

    fn is_from(&self, frame: PhysAddr) -> bool {
        self.frame == frame || self.second == Some(frame)
    }
}

/// The instruction's bits at an offset in its page; none when it reaches into a page that is not
/// given.
fn instruction_bits(bytes: &[u8], beyond: &[u8], offset: usize) -> Option<u32> {
    let parcel = |at: usize| {
        let parcel =
            if at < bytes.len() { bytes.get(at..) } else { beyond.get(at - bytes.len()..) };
        parcel.and_then(|rest| rest.first_chunk()).map(|parcel| u16::from_le_bytes(*parcel))
    };
    let low = u32::from(parcel(offset)?);
    if low & 3 != 3 {
        return Some(low);
    }
    Some(low | u32::from(parcel(offset + 2)?) << 16)
}

/// Whether the hart never goes on to the instruction after it, or not without being looked at.
fn ends_run(insn: &Insn) -> bool {
    matches!(insn.op.row().format, Format::J | Format::System) || is_jalr(insn)
}

fn is_jalr(insn: &Insn) -> bool {
    insn.op == riscv::Op::Jalr
}

/// Whether the instruction may go elsewhere than to the next one.
pub(crate) fn is_transfer(insn: &Insn) -> bool {
    insn.op.row().format == Format::B || ends_run(insn)
}

/// The pages decoded so far.
pub(crate) struct CodeCache {
    pages: Vec<Option<Box<CodePage>>>,
    by_place: FxHashMap<(u64, PhysAddr), u32>,
    vacant: Vec<u32>,
    /// Where the engine looks for a page, by its number.
    pub(crate) recent: [View; RECENT],
}

impl Default for CodeCache {
    fn default() -> CodeCache {
        CodeCache {
            pages: Vec::new(),
            by_place: FxHashMap::default(),
            vacant: Vec::new(),
            recent: [View::NONE; RECENT],
        }
    }
}

impl CodeCache {
    /// The slot of [`CodeCache::recent`] for an address.
    #[inline(always)]
    pub(crate) fn slot(address: u64) -> usize {
        (address / PAGE_SIZE) as usize % RECENT
    }

    pub(crate) fn page(&self, id: u32) -> Option<&CodePage> {
        self.pages.get(id as usize)?.as_deref()
    }

    pub(crate) fn page_mut(&mut self, id: u32) -> Option<&mut CodePage> {
        self.pages.get_mut(id as usize)?.as_deref_mut()
    }

    /// The page with that virtual address in that frame; empty when it is new.
    pub(crate) fn find(&mut self, base: u64, frame: PhysAddr) -> u32 {
        if let Some(&id) = self.by_place.get(&(base, frame)) {
            return id;
        }
        let id = self.vacant.pop().unwrap_or_else(|| {
            self.pages.push(None);
            self.pages.len() as u32 - 1
        });
        self.pages[id as usize] = Some(Box::new(CodePage::new(id, base, frame)));
        self.by_place.insert((base, frame), id);
        id
    }

    /// Makes a page the one that the engine finds for its address.
    pub(crate) fn show(&mut self, id: u32) -> View {
        let Some(page) = self.page(id) else { return View::NONE };
        let view = View::of(page);
        self.recent[CodeCache::slot(view.base)] = view;
        view
    }

    /// Lets a page be decoded anew, now that the hart is seen there often: its instructions are
    /// fused, and its runs begin where loops do.
    pub(crate) fn heat(&mut self, id: u32) {
        if let Some(page) = self.page_mut(id).filter(|page| !page.hot) {
            *page = CodePage {
                hot: true,
                second: page.second,
                ..CodePage::new(id, page.base, page.frame)
            };
            self.show(id);
        }
    }

    /// Stops showing a page whose ops move: whoever goes there finds it anew.
    fn hide(&mut self, id: u32) {
        let shown = self.recent.iter_mut().filter(|view| view.id() == id);
        shown.for_each(|view| *view = View::NONE);
    }

    /// Decodes the run at an offset in a page, which is not shown any more.
    pub(crate) fn decode(&mut self, id: u32, offset: u64, text: &Text) {
        self.hide(id);
        if let Some(page) = self.page_mut(id) {
            page.decode_run(offset, text);
        }
    }

    /// Decodes the last instruction of a page, which reaches into the frame `second`. The page is
    /// not shown any more.
    pub(crate) fn decode_straddling(&mut self, id: u32, second: PhysAddr, text: &Text) {
        const OFFSET: u64 = PAGE_SIZE - 2;
        self.hide(id);
        let Some(page) = self.page_mut(id) else { return };
        page.second = Some(second);
        let waiting = page.decoded.len();
        page.decode_run(OFFSET, text);
        let end = page.base.wrapping_add(OFFSET);
        let ops = page.ops.iter_mut().zip(&page.decoded).take(waiting).enumerate();
        for (number, (op, decoded)) in ops {
            if decoded.insn.length == 0 && decoded.pc == end && op.is_straddle() {
                *op = Op::glue(waiting as i32 - number as i32);
            }
        }
    }

    /// Drops the pages that were decoded from a frame.
    pub(crate) fn drop_frame(&mut self, frame: PhysAddr) {
        self.drop_where(|page| page.is_from(frame));
    }

    /// Forgets what was found by the translation of an address, or of all.
    pub(crate) fn forget_translation(&mut self, address: Option<VirtAddr>) {
        self.recent = [View::NONE; RECENT];
        self.drop_where(|page| {
            let next = VirtAddr(page.base).offset(PAGE_SIZE);
            page.second.is_some() && address.is_none_or(|address| address.page() == next)
        });
    }

    fn drop_where(&mut self, is_dropped: impl Fn(&CodePage) -> bool) {
        for (id, slot) in self.pages.iter_mut().enumerate() {
            if let Some(page) = slot.take_if(|page| is_dropped(page)) {
                self.by_place.remove(&(page.base, page.frame));
                self.vacant.push(id as u32);
                self.recent = [View::NONE; RECENT];
            }
        }
    }

    /// Drops every page; returns the frames that they were decoded from.
    pub(crate) fn clear(&mut self) -> Vec<PhysAddr> {
        let pages = self.pages.iter().flatten();
        let frames = pages.flat_map(|page| [Some(page.frame), page.second]).flatten().collect();
        *self = CodeCache::default();
        frames
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Decoding moves a page's ops, and going there may leave a mark, so that it is not shown then.
    #[test]
    fn a_page_is_not_shown_while_its_ops_move() {
        let bytes = [0x13, 0, 0, 0].repeat(PARCELS / 2);
        let text = |beyond| Text { bytes: &bytes, beyond, annotator: &() };
        let mut cache = CodeCache::default();
        let id = cache.find(PAGE_SIZE, PhysAddr(0));
        let slot = CodeCache::slot(PAGE_SIZE);
        cache.decode(id, PAGE_SIZE - 8, &text(&[]));
        assert_eq!(cache.show(id).base, PAGE_SIZE);
        cache.decode(id, 0, &text(&[]));
        assert_eq!(cache.recent[slot].base, View::NONE.base);
        cache.show(id);
        cache.decode_straddling(id, PhysAddr(PAGE_SIZE), &text(&bytes));
        assert_eq!(cache.recent[slot].base, View::NONE.base);
    }
}
