//! The loader: from an image to a process about to execute its first instruction.

use crate::address_space::{AddressSpace, Overlap};
use crate::layout::{
    STACK_GUARD_SIZE_BYTES, STACK_LIMIT_MAXIMUM_BYTES, STACK_LIMIT_MINIMUM_BYTES, STACK_TOP,
};
use crate::{Config, Errno, MappingKind, Notes, Process};
use image::{Image, Segment};
use machine::{Machine, MapError, PAGE_SIZE, Perm, VirtAddr};
use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;

/// Why an image cannot be loaded.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LoadError {
    /// A segment, the heap or the stack does not fit the address space beside the others.
    Overlap {
        /// The address at which it begins.
        address: u64,
    },
    /// The image, the arguments and the environment need more physical memory than the machine has.
    OutOfMemory,
    /// The arguments and the environment do not fit the stack's limit.
    ArgumentsTooLong,
    /// Writable and executable, which is not granted, or without any permission.
    Permissions {
        /// The address at which the segment begins.
        address: u64,
    },
}

impl fmt::Display for LoadError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            LoadError::Overlap { address } => {
                write!(out, "what is to be loaded at {address:#x} does not fit the address space")
            }
            LoadError::OutOfMemory => out.write_str("the program needs more memory than its limit"),
            LoadError::ArgumentsTooLong => {
                out.write_str("arguments and environment do not fit the stack")
            }
            LoadError::Permissions { address } => {
                write!(out, "the segment at {address:#x} has permissions that are not granted")
            }
        }
    }
}

impl std::error::Error for LoadError {}

impl From<MapError> for LoadError {
    fn from(_: MapError) -> LoadError {
        LoadError::OutOfMemory
    }
}

impl Process {
    /// Loads an image: maps its segments, each with its own permissions; makes the stack and builds what is on it at
    /// the start; puts the heap after the image.
    pub fn load(image: &Arc<Image>, config: &Config) -> Result<Process, LoadError> {
        let mut process = Process {
            machine: Machine::new(config.memory_limit_bytes)?,
            space: AddressSpace::default(),
            image: Arc::clone(image),
            config: config.clone(),
            heap: VirtAddr(0)..VirtAddr(0),
            random_count: 0,
            ignored_signals: 0,
            call: None,
            asked: None,
            time_skipped: 0,
            ending: None,
            events: vec![],
            unsupported: BTreeSet::new(),
        };
        process.map_stack()?;
        for segment in image.segments() {
            process.load_segment(segment)?;
        }
        process.place_heap();
        let headers = image.program_headers();
        process.build_stack(headers, image.entry()).map_err(|errno| match errno {
            Errno::BadAddress => LoadError::ArgumentsTooLong,
            _ => LoadError::OutOfMemory,
        })?;
        process.machine.hart.pc = VirtAddr(image.entry());
        process.machine.set_annotator(Some(Arc::new(Notes(Arc::clone(image)))));
        process.events.clear();
        Ok(process)
    }

    fn map_stack(&mut self) -> Result<(), LoadError> {
        let limit = self.config.stack_limit_bytes;
        let limit = limit.clamp(STACK_LIMIT_MINIMUM_BYTES, STACK_LIMIT_MAXIMUM_BYTES);
        let start = VirtAddr(STACK_TOP.0 - limit / PAGE_SIZE * PAGE_SIZE);
        let guard = VirtAddr(start.0 - STACK_GUARD_SIZE_BYTES);
        self.add(start, STACK_TOP, Perm::RW, MappingKind::Stack)?;
        self.add(guard, start, Perm { u: true, ..Perm::default() }, MappingKind::Guard)
    }

    fn add(
        &mut self,
        start: VirtAddr,
        end: VirtAddr,
        perm: Perm,
        kind: MappingKind,
    ) -> Result<(), LoadError> {
        let added = self.space.add(start, end, perm, kind);
        added.map_err(|Overlap| LoadError::Overlap { address: start.0 })
    }

    /// Maps a segment and copies its bytes. Whole pages that start as zero are a mapping of their own, not resident yet.
    fn load_segment(&mut self, segment: &Segment) -> Result<(), LoadError> {
        let overlap = LoadError::Overlap { address: segment.address };
        let bytes = self.image.segment_bytes(segment).to_vec();
        let file_end = segment.address.checked_add(bytes.len() as u64).ok_or(overlap)?;
        let memory_end = segment.address.checked_add(segment.memory_size).ok_or(overlap)?;
        let page_up = |address: u64| address.checked_next_multiple_of(PAGE_SIZE).ok_or(overlap);
        let start = VirtAddr(segment.address).page();
        let perm = segment_perm(segment)?;
        let kind = match (perm.x, perm.w) {
            (true, _) => MappingKind::Text,
            (false, true) => MappingKind::Data,
            (false, false) => MappingKind::ReadOnlyData,
        };
        let bytes_end = VirtAddr(if bytes.is_empty() { start.0 } else { page_up(file_end)? });
        self.add(start, bytes_end, perm, kind)?;
        self.add(
            bytes_end,
            VirtAddr(page_up(memory_end)?.max(bytes_end.0)),
            perm,
            MappingKind::Bss,
        )?;
        for page in (start.0..bytes_end.0).step_by(PAGE_SIZE as usize) {
            if !self.space.populate(&mut self.machine, VirtAddr(page)) {
                return Err(LoadError::OutOfMemory);
            }
        }
        self.machine.poke(VirtAddr(segment.address), &bytes).map_err(|_| LoadError::OutOfMemory)
    }

    /// The heap begins at the page after the image.
    fn place_heap(&mut self) {
        let below_stack = self
            .space
            .mappings()
            .iter()
            .rev()
            .find(|mapping| !matches!(mapping.kind, MappingKind::Stack | MappingKind::Guard));
        let start = below_stack.map_or(VirtAddr(PAGE_SIZE), |mapping| mapping.end);
        self.heap = start..start;
    }
}

fn segment_perm(segment: &Segment) -> Result<Perm, LoadError> {
    let permissions = segment.permissions;
    let perm = Perm { r: permissions.read, w: permissions.write, x: permissions.execute, u: true };
    match perm.w && perm.x || !(perm.r || perm.x) {
        true => Err(LoadError::Permissions { address: segment.address }),
        // Write without read is reserved in Sv39.
        false => Ok(Perm { r: perm.r || perm.w, ..perm }),
    }
}
