//! The loader: from an image to a process about to execute its first instruction.

use crate::address_space::{AddressSpace, Overlap};
use crate::files::Files;
use crate::layout::{
    PROGRAM_BASE, STACK_GUARD_SIZE_BYTES, STACK_LIMIT_MAXIMUM_BYTES, STACK_LIMIT_MINIMUM_BYTES,
    STACK_TOP, USER_END,
};
use crate::module::Module;
use crate::stack::Start;
use crate::task::{FIRST, Task, Thread};
use crate::{Config, Errno, MappingKind, Notes, Process};
use image::{Image, Segment};
use machine::{Machine, MapError, PAGE_SIZE, Perm, VirtAddr};
use std::collections::{BTreeMap, BTreeSet};
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
    /// The program is dynamic, and the interpreter that it names was not given.
    NoInterpreter,
    /// A directory is granted where none can be, or the limits of files leave no room.
    Files(Errno),
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
            LoadError::NoInterpreter => {
                out.write_str("the program is dynamic, and its interpreter is not there")
            }
            LoadError::Files(_) => out.write_str(
                "the program's files cannot be laid out: a directory is granted where none can be",
            ),
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
        let machine = Machine::new(config.memory_limit_bytes)?;
        let space = AddressSpace::new(FIRST, machine.root(), Module::new(image));
        let (files, descriptors, directory) =
            Files::new(config, image.bytes()).map_err(LoadError::Files)?;
        let mut process = Process {
            machine,
            config: config.clone(),
            space,
            spaces: BTreeMap::new(),
            shared_frames: BTreeMap::new(),
            files,
            task: Task::first(FIRST, descriptors, directory),
            tasks: BTreeMap::new(),
            thread: Thread::first(FIRST),
            threads: BTreeMap::new(),
            last_id: FIRST,
            sleep_count: 0,
            slice_end: 0,
            random_count: 0,
            asked: None,
            time_skipped: 0,
            ending: None,
            events: vec![],
            unsupported: BTreeSet::new(),
            limits_reached: BTreeSet::new(),
        };
        let interpreter = config.interpreter.as_ref().map(|interpreter| &interpreter.0);
        process.space.executable = Some(process.files.first_program());
        process.load_program(interpreter, &Start::from_config(config))?;
        process.events.clear();
        process.limits_reached.clear();
        Ok(process)
    }

    /// Fills the address space in use, which is empty, with its program, and points the registers at its start.
    pub(crate) fn load_program(
        &mut self,
        interpreter: Option<&Arc<Image>>,
        start: &Start,
    ) -> Result<(), LoadError> {
        let program = self.space.program().clone();
        self.map_stack(program.image.is_stack_executable() == Some(true))?;
        self.load_segments(&program)?;
        self.place_heap();
        let interpreter = match (program.image.interpreter(), interpreter) {
            (None, _) => None,
            (Some(_), None) => return Err(LoadError::NoInterpreter),
            (Some(_), Some(image)) => Some(self.load_interpreter(image)?),
        };
        self.machine.hart = machine::Hart { retired: self.moment(), ..Default::default() };
        self.build_stack(start, interpreter.as_ref()).map_err(|errno| match errno {
            Errno::BadAddress => LoadError::ArgumentsTooLong,
            _ => LoadError::OutOfMemory,
        })?;
        self.machine.hart.pc = VirtAddr(interpreter.unwrap_or(program).entry());
        self.annotate();
        Ok(())
    }

    /// Tells the machine what the program in use says of its instructions.
    pub(crate) fn annotate(&mut self) {
        let image = &self.space.program().image;
        let notes = (!image.access().is_empty()).then(|| Notes(Arc::clone(image)));
        self.machine.set_annotator(notes.map(|notes| Arc::new(notes) as _));
    }

    fn map_stack(&mut self, is_executable: bool) -> Result<(), LoadError> {
        let limit = self.config.stack_limit_bytes;
        let limit = limit.clamp(STACK_LIMIT_MINIMUM_BYTES, STACK_LIMIT_MAXIMUM_BYTES);
        let start = VirtAddr(STACK_TOP.0 - limit / PAGE_SIZE * PAGE_SIZE);
        let guard = VirtAddr(start.0 - STACK_GUARD_SIZE_BYTES);
        let perm = Perm { x: is_executable, ..Perm::RW };
        self.add(start, STACK_TOP, perm, MappingKind::Stack)?;
        self.add(guard, start, Perm { u: true, ..Perm::default() }, MappingKind::Guard)
    }

    fn add(
        &mut self,
        start: VirtAddr,
        end: VirtAddr,
        perm: Perm,
        kind: MappingKind,
    ) -> Result<(), LoadError> {
        let added = self.map_range(start, end, perm, kind);
        added.map_err(|Overlap| LoadError::Overlap { address: start.0 })
    }

    fn load_segments(&mut self, module: &Module) -> Result<(), LoadError> {
        let mut loaded_end = 0;
        for segment in module.image.segments() {
            loaded_end = self.load_segment(module, segment, loaded_end)?;
        }
        Ok(())
    }

    /// Maps a segment and copies its bytes; returns where its pages end. Whole pages that start as zero are a mapping of their
    /// own, not resident yet.
    fn load_segment(
        &mut self,
        module: &Module,
        segment: &Segment,
        loaded_end: u64,
    ) -> Result<u64, LoadError> {
        let overlap = LoadError::Overlap { address: segment.address };
        let address = segment.address.checked_add(module.bias).ok_or(overlap)?;
        let mut file = segment.file.clone();
        let mut start = VirtAddr(address);
        if start.page().0 < loaded_end {
            // The last page of the segment before: what it has there is mapped again from the file, as Linux does.
            let before = start.page_offset() as usize;
            file.start = file.start.checked_sub(before).ok_or(overlap)?;
            start = start.page();
            if !(file.start as u64).is_multiple_of(PAGE_SIZE)
                || start.offset(PAGE_SIZE).0 < loaded_end
            {
                return Err(overlap);
            }
            self.unmap_range(start, VirtAddr(loaded_end));
        }
        let bytes = module.image.bytes().get(file).unwrap_or_default();
        let memory_end = address.checked_add(segment.memory_size).ok_or(overlap)?;
        let page_up = |address: u64| address.checked_next_multiple_of(PAGE_SIZE).ok_or(overlap);
        let perm = segment_perm(segment);
        let kind = match (perm.x, perm.w) {
            (true, _) => MappingKind::Text,
            (false, true) => MappingKind::Data,
            (false, false) => MappingKind::ReadOnlyData,
        };
        let bytes_end = match bytes.len() as u64 {
            0 => start.page().0,
            size => page_up(start.0.checked_add(size).ok_or(overlap)?)?,
        };
        let end = page_up(memory_end)?.max(bytes_end);
        self.add(start.page(), VirtAddr(bytes_end), perm, kind)?;
        self.add(VirtAddr(bytes_end), VirtAddr(end), perm, MappingKind::Bss)?;
        if !self.populate_range(start.page(), VirtAddr(bytes_end)) {
            return Err(LoadError::OutOfMemory);
        }
        self.machine.poke(start, bytes).map_err(|_| LoadError::OutOfMemory)?;
        Ok(end)
    }

    /// Loads the interpreter of a dynamic program below the stack.
    fn load_interpreter(&mut self, image: &Arc<Image>) -> Result<Module, LoadError> {
        let mut module = Module { image: Arc::clone(image), bias: 0 };
        if image.is_position_independent() {
            let (start, end, align) = extent(image);
            let size = end.checked_sub(start).ok_or(LoadError::Overlap { address: start })?;
            let place =
                self.free_range(size, align).ok_or(LoadError::Overlap { address: start })?;
            module.bias = place.0.wrapping_sub(start);
        }
        self.load_segments(&module)?;
        self.space.add_module(module.clone());
        Ok(module)
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
        self.space.heap = start..start;
    }
}

impl Module {
    /// A program, at the place where programs like it are loaded.
    pub(crate) fn new(image: &Arc<Image>) -> Module {
        let (_, _, align) = extent(image);
        let bias = match image.is_position_independent() {
            true => PROGRAM_BASE / align * align,
            false => 0,
        };
        Module { image: Arc::clone(image), bias }
    }
}

/// The first and last page of an image, and what it is to be aligned to.
pub(crate) fn extent(image: &Image) -> (u64, u64, u64) {
    let segments = image.segments();
    let start = segments.first().map_or(0, |segment| VirtAddr(segment.address).page().0);
    let end = segments.last().map_or(0, |last| last.address.saturating_add(last.memory_size));
    let align = segments.iter().map(|segment| segment.align).filter(|&align| align <= USER_END / 8);
    let align = align.max().unwrap_or(PAGE_SIZE).checked_next_power_of_two();
    let end = end.checked_next_multiple_of(PAGE_SIZE).unwrap_or(end);
    (start, end, align.unwrap_or(PAGE_SIZE).max(PAGE_SIZE))
}

/// A segment's permissions. Write without read is reserved in Sv39; Linux grants both.
fn segment_perm(segment: &Segment) -> Perm {
    let image::Permissions { read, write, execute } = segment.permissions;
    Perm { r: read || write, w: write, x: execute, u: true }
}
