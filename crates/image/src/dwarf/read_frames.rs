//! Reading call frame information (DWARF 5 section 6.4; `.eh_frame`: Linux Standard Base
//! "Exception Frames"): an index from addresses to entries, and rows where they are asked for.

use super::read::Reader;
use crate::Image;
use crate::unwind::{CfaRule, RegisterRule, UnwindRow};
use gimli::{
    BaseAddresses, CieOrFde, DebugFrame, EhFrame, LittleEndian, UnwindContext, UnwindSection,
};

/// **Units**: bytes of an address.
const ADDRESS_SIZE: u8 = 8;

/// Which section an entry is in.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Source {
    DebugFrame,
    EhFrame,
}

/// An entry: first byte of its code, one past the last, where it is described.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
struct Indexed {
    start: u64,
    end: u64,
    source: Source,
    offset: usize,
}

/// The entries of an image, sorted by address.
#[derive(Default, Debug)]
pub(crate) struct FrameIndex(Vec<Indexed>);

impl FrameIndex {
    pub(crate) fn read(image: &Image) -> FrameIndex {
        let mut entries = vec![];
        index(&debug_frame(image), &bases(image), Source::DebugFrame, &mut entries);
        index(&eh_frame(image), &bases(image), Source::EhFrame, &mut entries);
        entries.sort_unstable();
        FrameIndex(entries)
    }

    /// The row for an instruction. Of several entries for it, the one that begins last counts.
    pub(crate) fn row(&self, image: &Image, pc: u64) -> Option<UnwindRow> {
        let next = self.0.partition_point(|entry| entry.start <= pc);
        let entry = self.0.get(next.checked_sub(1)?).filter(|entry| pc < entry.end)?;
        let bases = bases(image);
        match entry.source {
            Source::DebugFrame => row(&debug_frame(image), &bases, entry.offset, pc),
            Source::EhFrame => row(&eh_frame(image), &bases, entry.offset, pc),
        }
    }
}

fn debug_frame(image: &Image) -> DebugFrame<Reader<'_>> {
    let mut section = DebugFrame::new(image.section_bytes(".debug_frame"), LittleEndian);
    section.set_address_size(ADDRESS_SIZE);
    section
}

fn eh_frame(image: &Image) -> EhFrame<Reader<'_>> {
    let mut section = EhFrame::new(image.section_bytes(".eh_frame"), LittleEndian);
    section.set_address_size(ADDRESS_SIZE);
    section
}

fn bases(image: &Image) -> BaseAddresses {
    let address = |name: &str| image.section(name).map_or(0, |section| section.address);
    BaseAddresses::default()
        .set_eh_frame(address(".eh_frame"))
        .set_eh_frame_hdr(address(".eh_frame_hdr"))
        .set_text(address(".text"))
        .set_got(address(".got"))
}

/// Appends the entries of a section; what is damaged ends it.
fn index<'a, S: UnwindSection<Reader<'a>>>(
    section: &S,
    bases: &BaseAddresses,
    source: Source,
    found: &mut Vec<Indexed>,
) {
    let mut entries = section.entries(bases);
    while let Ok(Some(entry)) = entries.next() {
        let CieOrFde::Fde(partial) = entry else { continue };
        let Ok(entry) = partial.parse(S::cie_from_offset) else { continue };
        let (start, size) = (entry.initial_address(), entry.len());
        // What begins at 0 is of code that the linker left out.
        if let Some(end) = start.checked_add(size).filter(|_| start > 0 && size > 0) {
            found.push(Indexed { start, end, source, offset: entry.offset() });
        }
    }
}

fn row<'a, S: UnwindSection<Reader<'a>>>(
    section: &S,
    bases: &BaseAddresses,
    offset: usize,
    pc: u64,
) -> Option<UnwindRow> {
    let offset = <S::Offset as From<usize>>::from(offset);
    let entry = section.fde_from_offset(bases, offset, S::cie_from_offset).ok()?;
    let mut context = UnwindContext::new();
    let found = entry.unwind_info_for_address(section, bases, &mut context, pc).ok()?;
    let bytes = |expression: &gimli::UnwindExpression<usize>| {
        expression.get(section).map(|expression| expression.0.slice().to_vec()).ok()
    };
    let cfa = match found.cfa() {
        gimli::CfaRule::RegisterAndOffset { register, offset } => {
            CfaRule::Register { register: register.0, offset: *offset }
        }
        gimli::CfaRule::Expression(expression) => CfaRule::Expression(bytes(expression)?),
    };
    let mut registers: Vec<_> = found
        .registers()
        .map(|(register, rule)| {
            let rule = match rule {
                gimli::RegisterRule::SameValue => Some(RegisterRule::Same),
                gimli::RegisterRule::Offset(offset) => Some(RegisterRule::SavedAt(*offset)),
                gimli::RegisterRule::ValOffset(offset) => Some(RegisterRule::CfaPlus(*offset)),
                gimli::RegisterRule::Register(other) => Some(RegisterRule::InRegister(other.0)),
                gimli::RegisterRule::Expression(expression) => {
                    bytes(expression).map(RegisterRule::SavedAtExpression)
                }
                gimli::RegisterRule::ValExpression(expression) => {
                    bytes(expression).map(RegisterRule::Expression)
                }
                _ => None,
            };
            (register.0, rule.unwrap_or(RegisterRule::Undefined))
        })
        .collect();
    registers.sort_unstable_by_key(|(register, _)| *register);
    Some(UnwindRow {
        start: found.start_address(),
        end: found.end_address(),
        cfa,
        return_address: entry.cie().return_address_register().0,
        registers,
        is_signal_frame: entry.is_signal_trampoline(),
    })
}
