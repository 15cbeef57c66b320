//! The stack: active frames and the ghosts below them, every byte of each accounted for once.

use checker::{Frame, StackObject};
use image::access::{Event, UnitKind};
use image::debug::{self, Location};
use machine::Moment;
use timeline::{ActiveFrame, Ghost};

use super::typed::{PointerFound, Scribe, plain_row};
use super::types::size_of;
use super::viewer::{Look, variables};
use crate::{FrameState, FrameView, RowRole, RowView, StackView};

/// How many frames are shown beside the outermost one.
const FRAMES_MAX: usize = 10;
/// How many ghosts are shown.
const GHOSTS_MAX: usize = 8;

/// A part of a frame's layout.
pub(crate) struct Piece<'a> {
    pub(crate) start: u64,
    pub(crate) size: u64,
    pub(crate) role: RowRole,
    pub(crate) variable: Option<&'a debug::Variable>,
    pub(crate) name: String,
}

/// A stack and the pointers found in its active frames.
pub(crate) struct BuiltStack<'a> {
    pub(crate) view: StackView,
    pub(crate) pointers: Vec<PointerFound<'a>>,
}

/// What a frame is made of, highest address first.
pub(crate) fn laid_out<'a>(
    look: &Look<'_>,
    frame: &Frame,
    unit: &'a debug::Unit,
    pieces: &[Piece<'a>],
    scribe: &mut Scribe<'_, 'a>,
) -> Vec<RowView> {
    let mut rows = Vec::new();
    let mut top = frame.cfa;
    for piece in pieces {
        let end = piece.start.saturating_add(piece.size);
        if end > top || piece.start < frame.start {
            continue;
        }
        look.gap(frame, end, top, &mut rows);
        rows.push(match piece.variable {
            Some(variable) => {
                let name = if piece.name.is_empty() { &variable.name } else { &piece.name };
                scribe.object(unit, variable.ty, piece.start, piece.role, name)
            }
            None => {
                let mut row = plain_row(look, piece.start, piece.size, piece.role);
                row.name = piece.name.clone();
                row
            }
        });
        top = piece.start;
    }
    look.gap(frame, frame.start, top, &mut rows);
    rows
}

impl<'a> Look<'a> {
    /// The stack as it is here.
    pub(crate) fn stack(&'a self) -> BuiltStack<'a> {
        let mut pointers = Vec::new();
        let (shown, hidden_frames) = self.shown_frames();
        let mut frames = Vec::new();
        for (active, is_innermost) in shown {
            match self.viewer.program.is_outlined() {
                true => self.described_frames(&active, is_innermost, &mut frames, &mut pointers),
                false => frames.push(self.active_frame(&active, is_innermost, &mut pointers)),
            }
        }
        let stack_pointer = self.process().machine().hart.get(riscv::Reg::SP);
        let ghosts = if self.is_brief { vec![] } else { self.ghost_views(stack_pointer) };
        BuiltStack { view: StackView { stack_pointer, frames, hidden_frames, ghosts }, pointers }
    }

    /// The frames to show, outermost first: the user's, and the library's when the hart is in them.
    fn shown_frames(&self) -> (Vec<(ActiveFrame, bool)>, u64) {
        let is_user = |frame: &ActiveFrame| frame.kind == UnitKind::User;
        let Some(outermost) = self.replay.frames().rfind(is_user) else { return (vec![], 0) };
        let mut frames = self.replay.frames().enumerate().peekable();
        let mut shown: Vec<(ActiveFrame, bool)> = Vec::new();
        while let Some((index, frame)) = frames.next_if(|(_, frame)| !is_user(frame)) {
            shown.push((frame, index == 0));
        }
        let count = self.replay.frame_history().depth() + shown.len() as u64;
        let room = FRAMES_MAX.saturating_sub(shown.len());
        let inner = frames.filter(|(_, frame)| is_user(frame)).take(room);
        shown.extend(inner.map(|(index, frame)| (frame, index == 0)));
        if shown.last().is_none_or(|(last, _)| last.frame != outermost.frame) {
            let is_innermost = shown.is_empty();
            shown.push((outermost, is_innermost));
        }
        let hidden = count - shown.len() as u64;
        shown.reverse();
        (shown, hidden)
    }

    fn active_frame(
        &'a self,
        active: &ActiveFrame,
        is_innermost: bool,
        pointers: &mut Vec<PointerFound<'a>>,
    ) -> FrameView {
        let mut scribe = Scribe::new(self);
        let mut rows = self.rows(&active.frame, Some(active.frame.region), &mut scribe);
        rows.extend(self.rows_below(active, &mut scribe));
        for row in &mut rows {
            self.finish(row);
        }
        pointers.append(&mut scribe.pointers);
        FrameView {
            function: active.function.clone(),
            is_library: active.kind != UnitKind::User,
            is_inlined: false,
            state: if is_innermost { FrameState::Running } else { FrameState::Calling },
            place: match is_innermost {
                true => self.viewer.statement(active.pc),
                false => self.viewer.call(active.pc),
            },
            start: active.below.last().map_or(active.frame.start, |object| object.start),
            end: active.frame.cfa,
            is_new: self.is_new(active.pushed.moment),
            rows,
        }
    }

    /// The rows of what lies below a frame at the end of the stack, highest address first.
    fn rows_below(&'a self, active: &ActiveFrame, scribe: &mut Scribe<'_, 'a>) -> Vec<RowView> {
        let mut rows = Vec::new();
        let mut top = active.frame.start;
        for object in &active.below {
            let end = object.start.saturating_add(object.size);
            self.gap(&active.frame, end, top, &mut rows);
            rows.push(self.stack_row(&active.frame, object, scribe));
            top = object.start;
        }
        rows
    }

    /// A variable length array as its elements; of what `alloca` gave, the bytes.
    fn stack_row(
        &'a self,
        frame: &Frame,
        object: &StackObject<Moment>,
        scribe: &mut Scribe<'_, 'a>,
    ) -> RowView {
        let (start, size) = (object.start, object.size);
        match self.array_elements(frame, object) {
            Some((unit, element, name)) => {
                let count = size / size_of(unit, element).unwrap_or(1).max(1);
                scribe.elements(unit, (element, count), start, RowRole::Local, name)
            }
            None => {
                let mut row = plain_row(self, start, size, RowRole::Local);
                row.name = "alloca".into();
                row
            }
        }
    }

    /// The type of a variable length array's elements, and its name.
    fn array_elements(
        &'a self,
        frame: &Frame,
        object: &StackObject<Moment>,
    ) -> Option<(&'a debug::Unit, debug::TypeRef, &'a str)> {
        let record = self.viewer.program.object(frame.function, object.array?)?;
        let (unit, variable) = self.variable_at(frame.function, record.cfa_offset)?;
        match unit.stripped(variable.ty)? {
            debug::Type::Pointer(Some(element)) => Some((unit, *element, &variable.name)),
            _ => None,
        }
    }

    /// Ghosts of the user's functions, as far as nothing lies over them, highest addresses first.
    fn ghost_views(&'a self, stack_pointer: u64) -> Vec<FrameView> {
        let mut limit = stack_pointer;
        let mut views = Vec::new();
        for ghost in self.replay.ghosts().iter().rev() {
            if views.len() == GHOSTS_MAX {
                break;
            }
            if ghost.frame.start >= limit || ghost.kind != UnitKind::User {
                continue;
            }
            let view = self.ghost_view(ghost, limit);
            if view.rows.iter().any(|row| row.role != RowRole::Padding) {
                limit = ghost.frame.start;
                views.push(view);
            }
        }
        views
    }

    /// The part of a ghost below an address.
    fn ghost_view(&'a self, ghost: &Ghost, limit: u64) -> FrameView {
        let mut scribe = Scribe::new(self);
        let mut rows = match self.viewer.program.is_outlined() {
            true => self.described_ghost(&ghost.frame, &mut scribe),
            false => self.rows(&ghost.frame, None, &mut scribe),
        };
        rows.retain(|row| row.address.saturating_add(row.size) <= limit);
        for row in &mut rows {
            self.age(row, ghost.popped.moment);
            if self.viewer.program.is_outlined() {
                self.own(row, ghost);
            }
        }
        FrameView {
            function: ghost.function.clone(),
            is_library: false,
            is_inlined: false,
            state: FrameState::Popped {
                step: Some(ghost.popped.step).filter(|&step| step > 0),
                just_now: self.is_new(ghost.popped.moment),
            },
            place: None,
            start: ghost.frame.start,
            end: ghost.frame.cfa.min(limit),
            is_new: false,
            rows,
        }
    }

    /// The rows of a frame, highest address first. Without a region, nothing is said to be out of
    /// scope.
    fn rows(
        &self,
        frame: &Frame,
        region: Option<u32>,
        scribe: &mut Scribe<'_, 'a>,
    ) -> Vec<RowView> {
        let start = self.viewer.program.function(frame.function).start;
        let Some((unit, function)) = self.viewer.debug_at(start) else {
            return vec![plain_row(
                self,
                frame.start,
                frame.cfa.saturating_sub(frame.start),
                RowRole::Temporary,
            )];
        };
        let found = variables(&function.scope);
        let pieces = self.pieces(frame, unit, function, &found, region);
        laid_out(self, frame, unit, &pieces, scribe)
    }

    /// What a frame is made of, highest address first.
    fn pieces<'v>(
        &self,
        frame: &Frame,
        unit: &debug::Unit,
        function: &debug::Function,
        found: &[&'v debug::Variable],
        region: Option<u32>,
    ) -> Vec<Piece<'v>> {
        let (ra_offset, fp_offset) =
            function.frame.map_or((-8, -16), |recipe| (recipe.ra_offset, recipe.fp_offset));
        let saved = |offset: i32, role: RowRole| Piece {
            start: frame.cfa.wrapping_add_signed(i64::from(offset)),
            size: 8,
            role,
            variable: None,
            name: String::new(),
        };
        let mut pieces = vec![
            saved(ra_offset, RowRole::ReturnAddress),
            saved(fp_offset, RowRole::SavedFramePointer),
        ];
        if ra_offset < -8 {
            let size = u64::from(ra_offset.unsigned_abs() - 8);
            let start = frame.cfa.wrapping_sub(size);
            let (role, name) = (RowRole::Temporary, "argument registers".into());
            pieces.push(Piece { start, size, role, variable: None, name });
        }
        let arrays = self.array_offsets(frame);
        for &variable in found {
            let Location::Frame(offset) = variable.location else { continue };
            let Some(size) = size_of(unit, variable.ty).filter(|&size| size > 0) else { continue };
            let start = frame.cfa.wrapping_add_signed(offset);
            let is_array = arrays.contains(&offset);
            let role = match () {
                () if variable.is_parameter => RowRole::Parameter,
                () if is_array => RowRole::Temporary,
                () if self.is_live(frame, region, offset) => RowRole::Local,
                () => RowRole::OutOfScope,
            };
            let name =
                if is_array { format!("address of {}", variable.name) } else { String::new() };
            pieces.push(Piece { start, size, role, variable: Some(variable), name });
        }
        pieces.sort_by_key(|piece| std::cmp::Reverse(piece.start));
        pieces
    }

    /// Where in a frame the addresses of variable length arrays are kept.
    fn array_offsets(&self, frame: &Frame) -> Vec<i64> {
        let program = &self.viewer.program;
        let rows = program.function(frame.function).rows.iter();
        let arrays = rows.filter_map(|row| match row.event {
            Event::StackBorn { array, .. } => program.object(frame.function, array?),
            _ => None,
        });
        arrays.map(|object| i64::from(object.cfa_offset)).collect()
    }

    /// Whether the object at an offset lives in a region; without a region, every object did.
    fn is_live(&self, frame: &Frame, region: Option<u32>, offset: i64) -> bool {
        let Some(region) = region else { return true };
        let Some((_, live)) = self.viewer.program.region(region) else { return true };
        live.iter().any(|&index| {
            let object = self.viewer.program.object(frame.function, index);
            object.is_some_and(|object| i64::from(object.cfa_offset) == offset)
        })
    }

    /// The space between two pieces: the compiler's own if the frame has written there, padding
    /// otherwise.
    fn gap(&self, frame: &Frame, start: u64, end: u64, rows: &mut Vec<RowView>) {
        if start >= end {
            return;
        }
        let is_used = self.replay.write_history().is_some_and(|writes| {
            (start..end).take(4096).any(|address| {
                writes.last_write(address).is_some_and(|write| {
                    write.written.is_some_and(|written| {
                        written.cfa == frame.cfa
                            && written.function == frame.function
                            && write.when.moment > frame.moment
                    })
                })
            })
        });
        let role = if is_used { RowRole::Temporary } else { RowRole::Padding };
        rows.push(plain_row(self, start, end - start, role));
    }
}
