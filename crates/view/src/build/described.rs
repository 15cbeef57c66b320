//! Frames of programs that another compiler made: what debugging information says of their
//! variables at an instruction, wherever they are.

use checker::Frame;
use image::access::UnitKind;
use image::debug::{self, Inlined, Scope, Variable};
use image::evaluate::{Context, Storage};
use image::unwind::{CfaRule, RegisterRule};
use machine::VirtAddr;
use riscv::Reg;
use timeline::{ActiveFrame, EntryRegisters, Ghost};

use super::frames::{Piece, laid_out};
use super::pointer::Target;
use super::typed::{Memory, PointerFound, Scribe, plain_row, scalar_value};
use super::types::size_of;
use super::viewer::Look;
use crate::{
    Content, FrameState, FrameView, GarbageSource, Holder, PlaceView, RowRole, RowView, Value,
};

/// The numbers of `ra`, `sp`, `s0` and of the first floating-point register (RISC-V psABI "DWARF
/// Register Numbers").
const RA: u16 = 1;
const SP: u16 = 2;
const S0: u16 = 8;
const F0: u16 = 32;

/// Where bytes are made to lie that are nowhere in memory: outside of every address space.
const NOWHERE: u64 = 0xffff_f000_0000_0000;

/// How deep scopes are nested.
const DEPTH_MAX: usize = 64;

/// The registers of a frame.
enum Registers<'a> {
    /// It runs.
    Hart,
    /// It waits for a call, which found these; some of them are kept, and the stack pointer is what
    /// it was.
    Kept(&'a EntryRegisters, u64),
    /// It has only been made, and found these.
    Found(&'a EntryRegisters),
    /// It is gone.
    Lost,
}

/// A frame as DWARF expressions see it.
struct InFrame<'a> {
    look: &'a Look<'a>,
    registers: Registers<'a>,
    /// Those that it found when it was made; `None` when it is gone.
    entry: Option<&'a EntryRegisters>,
    cfa: u64,
}

impl Context for InFrame<'_> {
    fn register(&self, number: u16) -> Option<u64> {
        let hart = &self.look.process().machine().hart;
        match (&self.registers, number) {
            (_, 0) => Some(0),
            (Registers::Hart, 0..F0) => hart.x.get(usize::from(number)).copied(),
            (Registers::Hart, _) => hart.f.get(usize::from(number - F0)).copied(),
            (Registers::Kept(_, sp), SP) => Some(*sp),
            (Registers::Kept(kept, _), _) => kept.kept(number),
            (Registers::Found(_), SP) => Some(self.cfa),
            (Registers::Found(found), _) => found.at_entry(number),
            // A frame pointer held the canonical frame address.
            (Registers::Lost, S0) => Some(self.cfa),
            (Registers::Lost, _) => None,
        }
    }

    fn read(&self, address: u64, bytes: &mut [u8]) -> bool {
        Memory::peek(self.look, address, bytes)
    }

    fn cfa(&self) -> Option<u64> {
        Some(self.cfa)
    }

    fn bias(&self) -> u64 {
        self.look.viewer.program.bias()
    }

    /// **Rule**: DWARF 5 section 2.5.1.7, `DW_OP_entry_value`.
    fn entry_value(&self, register: u16) -> Option<u64> {
        self.entry?.at_entry(register)
    }
}

/// Bytes that are nowhere in memory, beside memory.
struct Beside<'a> {
    look: &'a Look<'a>,
    bytes: Vec<u8>,
}

impl Memory for Beside<'_> {
    fn peek(&self, address: u64, bytes: &mut [u8]) -> bool {
        let Some(from) = address.checked_sub(NOWHERE) else {
            return Memory::peek(self.look, address, bytes);
        };
        let from = from as usize;
        let found = from.checked_add(bytes.len()).and_then(|end| self.bytes.get(from..end));
        found.map(|found| bytes.copy_from_slice(found)).is_some()
    }

    fn indeterminate(&self, address: u64, bits: &mut [u8]) {
        if address < NOWHERE {
            Memory::indeterminate(self.look, address, bits);
        }
    }
}

/// A function, or an inlined one, at an instruction: its variables, and whether each is in scope.
struct Body<'a> {
    inlined: Option<&'a Inlined>,
    variables: Vec<(&'a Variable, bool)>,
}

/// The function itself and the calls inlined at an instruction, outermost first.
fn bodies(scope: &Scope, offset: u64) -> Vec<Body<'_>> {
    let mut bodies = vec![Body { inlined: None, variables: vec![] }];
    let mut open = vec![(scope, true, 0, 0)];
    while let Some((scope, is_active, depth, mut body)) = open.pop() {
        if let Some(inlined) = &scope.inlined {
            if !is_active {
                continue;
            }
            body = bodies.len();
            bodies.push(Body { inlined: Some(inlined), variables: vec![] });
        }
        let variables = scope.variables.iter().map(|variable| (variable, is_active));
        bodies[body].variables.extend(variables);
        if depth < DEPTH_MAX {
            open.extend(scope.scopes.iter().rev().map(|inner| {
                let is_inside = inner.ranges.iter().any(|range| range.contains(&offset));
                (inner, is_active && is_inside, depth + 1, body)
            }));
        }
    }
    bodies
}

impl<'a> Look<'a> {
    /// An active frame, and after it the calls that are inlined where it is.
    pub(crate) fn described_frames(
        &'a self,
        active: &ActiveFrame,
        is_innermost: bool,
        views: &mut Vec<FrameView>,
        pointers: &mut Vec<PointerFound<'a>>,
    ) {
        let place = match is_innermost {
            true => self.viewer.statement(active.pc),
            false => self.viewer.call(active.pc),
        };
        let mut view = FrameView {
            function: active.function.clone(),
            is_library: active.kind != UnitKind::User,
            is_inlined: false,
            state: if is_innermost { FrameState::Running } else { FrameState::Calling },
            place,
            start: active.frame.start,
            end: active.frame.cfa,
            is_new: self.is_new(active.pushed.moment),
            rows: vec![],
        };
        let Some((unit, function)) = self.viewer.debug_at(active.pc) else {
            view.rows = vec![self.words(&active.frame)];
            return views.push(view);
        };
        let context = self.context(active, is_innermost);
        let offset = self.linked(active.pc).wrapping_sub(function.start);
        let bodies = bodies(&function.scope, offset);
        let mut describing = Describing { look: self, unit, context, pc: active.pc, pointers };
        view.rows = describing.frame(&active.frame, &bodies);
        let inner = bodies.iter().skip(1).filter_map(|body| Some((body.inlined?, body)));
        let mut frames = vec![view];
        for (inlined, body) in inner {
            let outer = frames.last_mut().map(|outer| {
                let place = self.inlined_place(unit, inlined, &outer.function);
                let state = std::mem::replace(&mut outer.state, FrameState::Calling);
                (state, std::mem::replace(&mut outer.place, place))
            });
            let Some((state, place)) = outer else { continue };
            frames.push(FrameView {
                function: image::abbreviate(&inlined.function),
                is_library: false,
                is_inlined: true,
                state,
                place,
                start: active.frame.start,
                end: active.frame.start,
                is_new: false,
                rows: describing.held(&active.frame, body),
            });
        }
        views.append(&mut frames);
    }

    /// What is left of a popped frame: what lay in memory.
    pub(crate) fn described_ghost(
        &'a self,
        frame: &Frame,
        scribe: &mut Scribe<'_, 'a>,
    ) -> Vec<RowView> {
        let program = &self.viewer.program;
        let function = program.function(frame.function);
        let body = function.rows.first().map_or(0, |row| u64::from(row.offset));
        let pc = function.start.wrapping_add(body);
        let Some((unit, described)) = self.viewer.debug_at(pc) else {
            return vec![self.words(frame)];
        };
        let context = self.gone(frame);
        let found = super::viewer::variables(&described.scope);
        let found: Vec<_> = found.into_iter().map(|variable| (variable, true)).collect();
        let mut pieces = self.saved(frame, pc);
        pieces.extend(self.in_memory(unit, &found, frame, pc, &context));
        pieces.sort_by_key(|piece| std::cmp::Reverse(piece.start));
        laid_out(self, frame, unit, &pieces, scribe)
    }

    /// Says of an object of a popped frame that it left its own value there, if anybody has
    /// written it while the frame was active.
    pub(crate) fn own(&self, row: &mut RowView, ghost: &Ghost) {
        let Some(writes) = self.replay.write_history() else { return };
        let is_own = !writes.is_unchanged_since(row.address, row.size, ghost.frame.moment);
        if let Some(garbage) = row.garbage.as_mut().filter(|_| is_own) {
            garbage.from = GarbageSource::Object {
                name: row.name.clone(),
                function: Some(ghost.function.clone()),
                place: None,
                step: None,
            };
        }
    }

    fn context(&'a self, active: &ActiveFrame, is_innermost: bool) -> InFrame<'a> {
        let history = self.replay.frame_history();
        let frames = history.call_stack().frames();
        let index = frames.iter().rposition(|frame| *frame == active.frame).unwrap_or(0);
        let kept = history.entry_registers(index + 1).filter(|_| !is_innermost);
        let registers = match (kept, frames.get(index + 1)) {
            (Some(kept), Some(inner)) => Registers::Kept(kept, inner.cfa),
            _ => Registers::Hart,
        };
        let entry = history.entry_registers(index);
        InFrame { look: self, registers, entry, cfa: active.frame.cfa }
    }

    /// A frame of which no register is known.
    fn gone(&'a self, frame: &Frame) -> InFrame<'a> {
        InFrame { look: self, registers: Registers::Lost, entry: None, cfa: frame.cfa }
    }

    /// What a parameter of the innermost frame held when its function was called, if it came in a
    /// register: optimised code may have done with it since.
    pub(crate) fn argument(&'a self, name: &str) -> Option<Value> {
        let history = self.replay.frame_history();
        let frames = history.call_stack().frames();
        let frame = frames.last()?;
        let entry = history.entry_registers(frames.len() - 1)?;
        let start = self.viewer.program.function(frame.function).start;
        let (unit, function) = self.viewer.debug_at(start)?;
        let mut variables = function.scope.variables.iter();
        let parameter =
            variables.find(|variable| variable.is_parameter && variable.name == name)?;
        let registers = Registers::Found(entry);
        let context = InFrame { look: self, registers, entry: Some(entry), cfa: frame.cfa };
        let storage = self.viewer.image.evaluate(parameter, self.linked(start), &context);
        let size = size_of(unit, parameter.ty)?;
        let Storage::Register(_) = storage else { return None };
        let bytes = self.viewer.image.contents(&storage, size, &context)?;
        Some(scalar_value(unit.stripped(parameter.ty)?, &bytes))
    }

    /// Whether an address is below a frame, where the frame may grow to.
    fn is_below(&self, frame: &Frame, address: u64) -> bool {
        let stack = self.process().mapping_at(VirtAddr(frame.start));
        address < frame.start && stack.is_some_and(|stack| stack.start.0 <= address)
    }

    /// An address as it was linked.
    fn linked(&self, address: u64) -> u64 {
        address.wrapping_sub(self.viewer.program.bias())
    }

    /// A frame of which only the bytes are known.
    fn words(&self, frame: &Frame) -> RowView {
        let size = frame.cfa.saturating_sub(frame.start);
        plain_row(self, frame.start, size, RowRole::Temporary)
    }

    /// Where an inlined call is written.
    fn inlined_place(&self, unit: &debug::Unit, call: &Inlined, within: &str) -> Option<PlaceView> {
        let place = checker::SourcePlace {
            file: unit.files.get(call.call.file as usize)?.clone(),
            line: call.call.line,
            column: call.call.column,
            length: 0,
        };
        (place.line > 0).then(|| self.viewer.place(&place, within))
    }

    /// Where call frame information says that the caller's registers are saved.
    fn saved(&self, frame: &Frame, pc: u64) -> Vec<Piece<'static>> {
        let Some(row) = self.viewer.image.unwind(self.linked(pc)) else { return vec![] };
        let has_pointer = matches!(row.cfa, CfaRule::Register { register: S0, .. });
        let piece = |(register, rule): &(u16, RegisterRule)| {
            let RegisterRule::SavedAt(offset) = rule else { return None };
            let (role, name) = match *register {
                RA => (RowRole::ReturnAddress, String::new()),
                S0 if has_pointer => (RowRole::SavedFramePointer, String::new()),
                other => (RowRole::Temporary, format!("saved {}", register_name(other))),
            };
            let start = frame.cfa.wrapping_add_signed(*offset);
            Some(Piece { start, size: 8, role, variable: None, name })
        };
        row.registers.iter().filter_map(piece).collect()
    }

    /// The variables that lie in a frame's memory.
    fn in_memory<'v>(
        &self,
        unit: &debug::Unit,
        found: &[(&'v Variable, bool)],
        frame: &Frame,
        pc: u64,
        context: &InFrame<'_>,
    ) -> Vec<Piece<'v>> {
        let piece = |&(variable, is_active): &(&'v Variable, bool)| {
            let size = size_of(unit, variable.ty).filter(|&size| size > 0)?;
            let storage = self.viewer.image.evaluate(variable, self.linked(pc), context);
            let Storage::Memory(start) = storage else { return None };
            let role = match (is_active, variable.is_parameter) {
                (false, _) => RowRole::OutOfScope,
                (true, true) => RowRole::Parameter,
                (true, false) => RowRole::Local,
            };
            let name = String::new();
            let is_inside = frame.contains(start) && start.checked_add(size)? <= frame.cfa;
            is_inside.then_some(Piece { start, size, role, variable: Some(variable), name })
        };
        found.iter().filter_map(piece).collect()
    }

    /// Which bytes of active frames nobody has written since these were made: what lies there is
    /// not the function's.
    pub(crate) fn unwritten(&self, address: u64, bits: &mut [u8]) {
        let stack = self.replay.frame_history().call_stack();
        let (Some(frame), Some(writes)) =
            (stack.frame_around(address), self.replay.write_history())
        else {
            return;
        };
        for (index, bits) in bits.iter_mut().enumerate() {
            let at = address.wrapping_add(index as u64);
            if frame.contains(at) && writes.is_unchanged_since(at, 1, frame.moment) {
                *bits = 0xff;
            }
        }
    }

    /// The variable of an active frame that an address is in; else the frame.
    pub(crate) fn described_target(&self, frame: &Frame, address: u64) -> Option<Target> {
        let program = &self.viewer.program;
        let name = &program.function(frame.function).name;
        let start = program.function(frame.function).start;
        let whole = Target {
            name: format!("the frame of {name}"),
            range: frame.start..frame.cfa,
            element_size: None,
        };
        let Some((unit, function)) = self.viewer.debug_at(start) else { return Some(whole) };
        let context = self.gone(frame);
        let found = super::viewer::variables(&function.scope);
        let found: Vec<_> = found.into_iter().map(|variable| (variable, true)).collect();
        let pieces = self.in_memory(unit, &found, frame, start, &context);
        let around = pieces.iter().find(|piece| address.wrapping_sub(piece.start) < piece.size);
        let target = around.and_then(|piece| {
            let variable = piece.variable?;
            Some(Target {
                name: format!("{} of {name}", variable.name),
                range: piece.start..piece.start.checked_add(piece.size)?,
                element_size: super::pointer::array_element_size(unit, variable.ty),
            })
        });
        Some(target.unwrap_or(whole))
    }
}

/// Rows being made of one frame.
struct Describing<'a, 'p> {
    look: &'a Look<'a>,
    unit: &'a debug::Unit,
    context: InFrame<'a>,
    pc: u64,
    pointers: &'p mut Vec<PointerFound<'a>>,
}

impl<'a> Describing<'a, '_> {
    /// Every byte of a frame, and after it what the function holds elsewhere.
    fn frame(&mut self, frame: &Frame, bodies: &[Body<'a>]) -> Vec<RowView> {
        let (look, unit) = (self.look, self.unit);
        let all: Vec<_> = bodies.iter().flat_map(|body| body.variables.iter().copied()).collect();
        let mut pieces = look.saved(frame, self.pc);
        pieces.extend(look.in_memory(unit, &all, frame, self.pc, &self.context));
        pieces.sort_by_key(|piece| std::cmp::Reverse(piece.start));
        let mut scribe = Scribe::new(look);
        let mut rows = laid_out(look, frame, unit, &pieces, &mut scribe);
        for row in &mut rows {
            look.finish(row);
        }
        self.pointers.append(&mut scribe.pointers);
        if let Some(own) = bodies.first() {
            rows.append(&mut self.held(frame, own));
        }
        rows
    }

    /// What a function holds that is not in its frame, in the order of declaration.
    fn held(&mut self, frame: &Frame, body: &Body<'a>) -> Vec<RowView> {
        let in_scope = body.variables.iter().filter(|(_, is_active)| *is_active);
        in_scope.filter_map(|(variable, _)| self.held_row(frame, variable)).collect()
    }

    fn held_row(&mut self, frame: &Frame, variable: &'a Variable) -> Option<RowView> {
        let (look, unit) = (self.look, self.unit);
        let role = if variable.is_parameter { RowRole::Parameter } else { RowRole::Local };
        let storage = look.viewer.image.evaluate(variable, look.linked(self.pc), &self.context);
        let size = size_of(unit, variable.ty).filter(|&size| size > 0)?;
        let holder = match &storage {
            Storage::Memory(address) if frame.contains(*address) => return None,
            // Its room is not reserved yet.
            Storage::Memory(address) if look.is_below(frame, *address) => return None,
            // An object with static storage duration is told of with the others.
            Storage::Memory(address) if look.viewer.program.static_at(*address).is_some() => {
                return None;
            }
            Storage::Memory(_) => Holder::Memory,
            Storage::Register(number) => Holder::Register { name: register_name(*number) },
            Storage::Value(_) | Storage::Pieces(_) => Holder::Computed,
            Storage::OptimizedOut => Holder::OptimisedOut,
        };
        let bytes = look.viewer.image.contents(&storage, size, &self.context);
        let holder = if bytes.is_none() { Holder::OptimisedOut } else { holder };
        let address = match (&holder, &storage) {
            (Holder::Memory, Storage::Memory(address)) => *address,
            _ => NOWHERE,
        };
        let beside = Beside { look, bytes: bytes.unwrap_or_default() };
        let mut scribe = Scribe::new(&beside);
        let mut row = scribe.object(unit, variable.ty, address, role, &variable.name);
        look.finish(&mut row);
        self.pointers.append(&mut scribe.pointers);
        mark_holder(&mut row, &holder);
        Some(row)
    }
}

/// Says of a row and its parts where they are.
fn mark_holder(row: &mut RowView, holder: &Holder) {
    if *holder == Holder::Memory {
        return;
    }
    row.address = 0;
    row.holder = holder.clone();
    if *holder == Holder::OptimisedOut {
        row.content = Content::Indeterminate;
        row.garbage = None;
    }
    for element in &mut row.elements {
        mark_holder(element, holder);
    }
}

/// A register's name, by its DWARF number.
fn register_name(number: u16) -> String {
    let reg = |number: u16| u8::try_from(number).ok().and_then(Reg::new);
    match number.checked_sub(F0) {
        Some(float) => reg(float).map_or(String::new(), |reg| reg.float_name().to_string()),
        None => reg(number).map_or(String::new(), |reg| reg.name().to_string()),
    }
}
