//! The layout: mappings, cut where sections end, with the gaps between them.

use image::access::UnitKind;
use process::{Mapping, MappingKind};

use super::viewer::Look;
use crate::{LayoutView, NamedSize, RegionKind, RegionView};

/// How many of the library's things are named in a region.
const LIBRARY_MAX: usize = 12;
/// How many of the user's are.
const USER_MAX: usize = 200;

/// What a mapping is for, as views name it.
pub(crate) fn region_kind(kind: MappingKind) -> RegionKind {
    match kind {
        MappingKind::Text => RegionKind::Code,
        MappingKind::ReadOnlyData => RegionKind::ReadOnlyData,
        MappingKind::Data => RegionKind::Data,
        MappingKind::Bss => RegionKind::Bss,
        MappingKind::Heap => RegionKind::Heap,
        MappingKind::Anonymous
        | MappingKind::File
        | MappingKind::Shared
        | MappingKind::Trampoline => RegionKind::Mapped,
        MappingKind::Stack => RegionKind::Stack,
        MappingKind::Guard => RegionKind::Guard,
    }
}

impl Look<'_> {
    /// The address space as it is here, with the largest of the library's things.
    pub(crate) fn layout(&self) -> LayoutView {
        self.layout_with(USER_MAX, LIBRARY_MAX)
    }

    /// The address space as it is here, with everything that is named.
    pub(crate) fn whole_layout(&self) -> LayoutView {
        self.layout_with(usize::MAX, usize::MAX)
    }

    fn layout_with(&self, user_max: usize, library_max: usize) -> LayoutView {
        let mut regions = Vec::new();
        for mapping in self.process().mappings() {
            self.regions_of(mapping, &mut regions);
        }
        if !regions.iter().any(|region| region.kind == RegionKind::Heap) {
            regions.push(self.empty_heap());
        }
        regions.sort_by_key(|region| (region.start, region.end));
        merge_bss(&mut regions);
        let named = self.named();
        for region in &mut regions {
            region.contents = contents(&named, region, user_max, library_max);
        }
        let mut all = with_gaps(regions);
        all.reverse();
        LayoutView { regions: all }
    }

    /// The regions of a mapping: the zeros at the end of the data's last page are bss.
    fn regions_of(&self, mapping: &Mapping, regions: &mut Vec<RegionView>) {
        let library = self.viewer.library_at(mapping.start.0);
        let region = |kind, start, end, used| RegionView {
            kind,
            library: library.clone(),
            start,
            end,
            readable: mapping.perm.r,
            writable: mapping.perm.w,
            executable: mapping.perm.x,
            used,
            limit: end - start,
            resident_pages: mapping.resident_pages,
            contents: vec![],
        };
        let (start, end) = (mapping.start.0, mapping.end.0);
        let kind = match &library {
            Some(_) => RegionKind::Library,
            None => region_kind(mapping.kind),
        };
        let bss = self.bss_start().filter(|bss| (start..end).contains(bss));
        match (kind, bss) {
            (RegionKind::Data, Some(bss)) => {
                if bss > start {
                    regions.push(region(RegionKind::Data, start, bss, self.used(start, bss)));
                }
                let mut zeros = region(RegionKind::Bss, bss, end, self.used(bss, end));
                zeros.resident_pages = u64::from(bss == start) * mapping.resident_pages;
                regions.push(zeros);
            }
            (RegionKind::Stack, _) => {
                let sp = self.process().machine().hart.get(riscv::Reg::SP);
                let used = if (start..=end).contains(&sp) { end - sp } else { 0 };
                regions.push(region(kind, start, end, used));
            }
            (RegionKind::Heap, _) => {
                let used = self.process().heap().end.0.saturating_sub(start);
                regions.push(region(kind, start, end, used));
            }
            (RegionKind::Mapped | RegionKind::Library, _) => {
                regions.push(region(kind, start, end, end - start))
            }
            (RegionKind::Guard, _) => regions.push(region(kind, start, end, 0)),
            _ => regions.push(region(kind, start, end, self.used(start, end))),
        }
    }

    fn empty_heap(&self) -> RegionView {
        let start = self.process().heap().start.0;
        RegionView {
            kind: RegionKind::Heap,
            library: None,
            start,
            end: start,
            readable: true,
            writable: true,
            executable: false,
            used: 0,
            limit: 0,
            resident_pages: 0,
            contents: vec![],
        }
    }

    /// Where the first section of zeros begins; what each thread gets its own copy of is no part of
    /// memory.
    fn bss_start(&self) -> Option<u64> {
        let is_bss = |section: &&image::Section| matches!(&*section.name, ".bss" | ".sbss");
        let sections = self.viewer.image.sections().iter().filter(is_bss);
        let start = sections.filter(|section| section.size > 0).map(|section| section.address);
        Some(start.min()?.wrapping_add(self.viewer.program.bias()))
    }

    /// How many bytes of a range belong to sections.
    fn used(&self, start: u64, end: u64) -> u64 {
        let sections = self.viewer.image.sections().iter();
        let inside = sections.filter(|section| section.is_loaded);
        let covered = inside.map(|section| {
            let section_start = section.address.wrapping_add(self.viewer.program.bias());
            let section_end = section_start.saturating_add(section.size);
            section_end.min(end).saturating_sub(section_start.max(start))
        });
        covered.sum::<u64>().min(end - start)
    }

    /// Everything that has a name and a fixed address: the user's things by address, then the
    /// library's, largest first.
    fn named(&self) -> Vec<NamedSize> {
        let mut all = Vec::new();
        for unit in self.viewer.program.units() {
            let is_library = unit.kind != UnitKind::User;
            let place = |place: image::access::Place| {
                let file = unit.files.get(usize::from(place.file))?;
                (!is_library && place.line > 0).then(|| format!("{file}:{}", place.line))
            };
            for function in &unit.functions {
                all.push(NamedSize {
                    name: function.name.clone(),
                    address: function.start,
                    size: u64::from(function.size),
                    is_library,
                    place: place(function.place),
                });
            }
            for object in &unit.statics {
                let end = object.start.saturating_add(object.size);
                let name = match (&object.function, object.is_literal) {
                    (_, true) if object.name.is_empty() => self.literal(&(object.start..end)),
                    (_, true) => object.name.clone(),
                    _ if object.is_thread_local => format!("{} (thread-local)", object.name),
                    (Some(function), _) => format!("{} of {function}", object.name),
                    (None, _) => object.name.clone(),
                };
                all.push(NamedSize {
                    name,
                    address: object.start,
                    size: object.size,
                    is_library,
                    place: place(object.place),
                });
            }
        }
        all.sort_by_key(|named| {
            let order = if named.is_library { u64::MAX - named.size } else { named.address };
            (named.is_library, order, named.address)
        });
        all
    }
}

/// Bss is one region, though its whole pages are a mapping of their own.
fn merge_bss(regions: &mut Vec<RegionView>) {
    regions.dedup_by(|next, region| {
        let is_one = region.kind == RegionKind::Bss
            && next.kind == RegionKind::Bss
            && region.end == next.start;
        if is_one {
            region.end = next.end;
            region.used += next.used;
            region.limit += next.limit;
            region.resident_pages += next.resident_pages;
        }
        is_one
    });
}

fn contents(
    named: &[NamedSize],
    region: &RegionView,
    user_max: usize,
    library_max: usize,
) -> Vec<NamedSize> {
    let inside = |named: &&NamedSize| (region.start..region.end).contains(&named.address);
    let user = named.iter().filter(inside).filter(|named| !named.is_library).take(user_max);
    let library = named.iter().filter(inside).filter(|named| named.is_library).take(library_max);
    user.chain(library).cloned().collect()
}

/// Puts unmapped regions between regions that are not neighbours; lowest addresses first.
fn with_gaps(regions: Vec<RegionView>) -> Vec<RegionView> {
    let mut all: Vec<RegionView> = Vec::new();
    let mut end = 0;
    for region in regions {
        if region.start > end {
            all.push(RegionView {
                kind: RegionKind::Unmapped,
                library: None,
                start: end,
                end: region.start,
                readable: false,
                writable: false,
                executable: false,
                used: 0,
                limit: 0,
                resident_pages: 0,
                contents: vec![],
            });
        }
        end = end.max(region.end);
        all.push(region);
    }
    all
}
