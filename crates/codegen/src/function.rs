//! One function: homes, prologue, body, epilogue.

use frontend::tree::{Body, Function, FunctionId, GlobalId, Local, LocalId, StatementKind};
use frontend::types::Types;
use image::access::{self, Event};
use image::debug::{self, FrameRecipe, Location, Scope, Variable};
use image::object::{SectionKind, SymbolDefinition, SymbolId};
use riscv::{Insn, Op, Reg};
use source::Span;

use crate::abi;
use crate::extension::DynamicStack;
use crate::frame::{FRAME_SIZE_MAX, Frame};
use crate::immediate;
use crate::labels::{Code, Item, Label, Layout, SCRATCH};
use crate::messages;
use crate::registers::Temps;
use crate::rows::{self, BlockScope, Rows};
use crate::statement::Jumps;
use crate::unit::UnitGenerator;

/// The largest frame that one `addi` makes: larger ones are made in two steps, of which the first
/// has this size.
///
/// **Units**: bytes; a multiple of 16 that fits the immediate.
const FIRST_STEP_MAX: i32 = 2032;

/// The function that the call of `main` returns from with 0 when `}` is reached (C17 5.1.2.2.3).
const MAIN: &str = "main";

/// What one function becomes, beside its code.
pub(crate) struct Made {
    pub(crate) access: access::Function<SymbolId>,
    pub(crate) debug: debug::Function<SymbolId>,
}

/// A function on its way to code.
pub(crate) struct FunctionGenerator<'u, 'a> {
    pub(crate) unit: &'u mut UnitGenerator<'a>,
    id: FunctionId,
    pub(crate) function: &'a Function,
    pub(crate) body: &'a Body,
    pub(crate) code: Code,
    pub(crate) rows: Rows,
    pub(crate) frame: Frame,
    pub(crate) temps: Temps,
    pub(crate) jumps: Jumps,
    /// **Units**: bytes from the CFA to each local.
    pub(crate) homes: Vec<i32>,
    /// Where the address for a result by reference is kept.
    pub(crate) result_pointer: Option<i32>,
    /// **Units**: bytes from the CFA to the first variable argument.
    pub(crate) variable_arguments: i32,
    /// Where `return` goes.
    pub(crate) exit: Label,
    pub(crate) dynamic: DynamicStack,
}

/// The items of the prologue, in order.
struct Prologue {
    allocate: u32,
    save: u32,
    point: u32,
    extend: u32,
}

/// The items of the epilogue, in order; `ret` follows.
struct Epilogue {
    shrink: u32,
    restore: u32,
    release: u32,
}

impl<'u, 'a> FunctionGenerator<'u, 'a> {
    /// A function that is not generated yet.
    pub(crate) fn new(
        unit: &'u mut UnitGenerator<'a>,
        id: FunctionId,
        function: &'a Function,
        body: &'a Body,
    ) -> FunctionGenerator<'u, 'a> {
        let mut code = Code::default();
        let jumps = Jumps::new(&mut code, body.labels.len());
        FunctionGenerator {
            unit,
            id,
            function,
            body,
            exit: code.label(),
            code,
            rows: Rows::default(),
            frame: Frame::new(function.ty.is_variadic),
            temps: Temps::default(),
            jumps,
            homes: vec![],
            result_pointer: None,
            variable_arguments: 0,
            dynamic: DynamicStack::default(),
        }
    }

    /// The types of the unit.
    pub(crate) fn types(&self) -> &'a Types {
        &self.unit.tree.types
    }

    /// A local.
    pub(crate) fn local(&self, id: LocalId) -> &'a Local {
        &self.body.locals[id.0 as usize]
    }

    /// Appends an instruction.
    pub(crate) fn emit(&mut self, insn: Insn) -> u32 {
        self.push(Item::Insn(insn))
    }

    /// Appends an item.
    pub(crate) fn push(&mut self, item: Item) -> u32 {
        self.rows.reach(self.code.position());
        self.code.push(item)
    }

    /// Appends an instruction with a row.
    pub(crate) fn emit_row(&mut self, insn: Insn, event: Event, span: Span) {
        let item = self.emit(insn);
        self.rows.event(item, event, span);
    }

    /// `li target,value`.
    pub(crate) fn load_immediate(&mut self, target: Reg, value: i64) {
        for insn in immediate::load(target, value) {
            self.emit(insn);
        }
    }

    /// A base register and an offset that fits an instruction, for a place in the frame; uses the
    /// scratch register for what is far away.
    pub(crate) fn frame_base(&mut self, offset: i32) -> (Reg, i32) {
        if immediate::fits(i64::from(offset)) {
            return (Reg::S0, offset);
        }
        self.load_immediate(SCRATCH, i64::from(offset));
        self.emit(Insn::r(Op::Add, SCRATCH, SCRATCH, Reg::S0));
        (SCRATCH, 0)
    }

    /// Generates the function and appends its code to the text section.
    pub(crate) fn generate(mut self) -> Made {
        self.place_locals();
        let locals = self.outermost_locals();
        let prologue = self.prologue();
        self.rows.enter(prologue.extend + 1, &locals);
        self.receive_parameters();
        self.rows.end_prologue();
        let body = self.body;
        self.statements(&body.block.statements);
        self.end_of_body();
        self.join(self.exit);
        let scope = self.rows.leave(self.code.position());
        let epilogue = self.epilogue();
        self.fill_frame(&prologue, &epilogue);
        self.finish(&prologue, &epilogue, scope)
    }

    /// Gives every local its home, first declared highest.
    fn place_locals(&mut self) {
        let body = self.body;
        if body.locals.len() > usize::from(u16::MAX) {
            self.unit.report(messages::too_many(self.function.span, "local objects"));
        }
        for local in &body.locals {
            let size = self.types().size(local.ty.id);
            if local.align > riscv::psabi::STACK_ALIGNMENT {
                self.unit.report(messages::alignment(local.span, local.align));
            }
            let home = self.frame.allocate(size, local.align);
            self.homes.push(home);
        }
        if abi::returns_by_reference(self.types(), self.function.ty.result.id) {
            self.result_pointer = Some(self.frame.allocate(8, 8));
        }
    }

    /// The parameters and the objects of the outermost block, which live while the frame does.
    fn outermost_locals(&self) -> Vec<LocalId> {
        let parameters = (0..self.body.parameter_count).map(|index| LocalId(index as u32));
        parameters.chain(self.body.block.locals.iter().copied()).collect()
    }

    /// The prologue's items; their instructions are filled in when the frame's size is known.
    fn prologue(&mut self) -> Prologue {
        self.rows.line(self.code.position(), self.function.span);
        let mut item = || self.code.push(Item::Sequence(vec![]));
        Prologue { allocate: item(), save: item(), point: item(), extend: item() }
    }

    /// What stands before the closing brace: nothing, or what reaching it means.
    fn end_of_body(&mut self) {
        self.rows.line(self.code.position(), self.body.end);
        let returned = self.body.block.statements.last();
        let is_after_return =
            returned.is_some_and(|it| matches!(it.kind, StatementKind::Return(_)));
        if self.unit.names.text(self.function.name) == MAIN && !is_after_return {
            self.load_immediate(Reg::A0, 0);
        }
    }

    fn epilogue(&mut self) -> Epilogue {
        let mut item = || self.code.push(Item::Sequence(vec![]));
        let items = Epilogue { shrink: item(), restore: item(), release: item() };
        self.emit(Insn::i(Op::Jalr, Reg::ZERO, Reg::RA, 0));
        items
    }

    /// Fills in the prologue and the epilogue.
    ///
    /// ```text
    ///   addi sp,sp,-N                    (N at most 2032)
    ///   sd ra,N-8(sp)
    ///   sd s0,N-16(sp)
    ///   addi s0,sp,N
    ///   li t6,-rest; add sp,sp,t6        (a larger frame)
    ///   …
    ///   addi sp,s0,-N                    (a larger frame)
    ///   ld ra,N-8(sp); ld s0,N-16(sp)
    ///   addi sp,sp,N
    ///   ret
    /// ```
    fn fill_frame(&mut self, prologue: &Prologue, epilogue: &Epilogue) {
        if self.frame.is_too_large {
            self.unit.report(messages::frame_too_large(self.function.span, FRAME_SIZE_MAX));
        }
        let first = self.first_step();
        let rest = self.frame.size() - first;
        let (ra, fp) = (first + self.frame.ra_offset, first + self.frame.fp_offset);
        let (sp, s0) = (Reg::SP, Reg::S0);
        self.code.fill(prologue.allocate, vec![Insn::i(Op::Addi, sp, sp, -first)]);
        let saves = vec![Insn::s(Op::Sd, Reg::RA, sp, ra), Insn::s(Op::Sd, s0, sp, fp)];
        self.code.fill(prologue.save, saves);
        self.code.fill(prologue.point, vec![Insn::i(Op::Addi, s0, sp, first)]);
        if rest > 0 {
            let mut insns = immediate::load(SCRATCH, -i64::from(rest));
            insns.push(Insn::r(Op::Add, sp, sp, SCRATCH));
            self.code.fill(prologue.extend, insns);
        }
        if rest > 0 || self.dynamic.is_used() {
            self.code.fill(epilogue.shrink, vec![Insn::i(Op::Addi, sp, s0, -first)]);
        }
        self.fill_dynamic_stack();
        let loads = vec![Insn::i(Op::Ld, Reg::RA, sp, ra), Insn::i(Op::Ld, s0, sp, fp)];
        self.code.fill(epilogue.restore, loads);
        self.code.fill(epilogue.release, vec![Insn::i(Op::Addi, sp, sp, first)]);
    }

    /// **Units**: bytes.
    fn first_step(&self) -> i32 {
        self.frame.size().min(FIRST_STEP_MAX)
    }

    /// Lays the code out, writes it, and says what was said about it in offsets.
    fn finish(
        mut self,
        prologue: &Prologue,
        epilogue: &Epilogue,
        scope: Option<BlockScope>,
    ) -> Made {
        let layout = self.code.layout();
        let name = self.function.symbol.section.as_deref();
        let text = self.unit.section(SectionKind::Text, name);
        let section = &mut self.unit.sections[text.0 as usize];
        let offset = section.size;
        self.code.write(&layout, section);
        let size = u64::from(layout.size());
        let symbol = self.unit.symbols.function(self.id, self.function.span);
        self.unit.symbols.define(symbol, SymbolDefinition { section: text, offset, size });
        for (label, item) in self.label_items() {
            let at = offset + u64::from(layout.offset(item));
            let definition = SymbolDefinition { section: text, offset: at, size: 0 };
            self.unit.symbols.define_label(self.id, label, definition);
        }
        let recipe = self.recipe(prologue, epilogue, &layout);
        let framed = layout.offset(prologue.extend + 1)..layout.offset(epilogue.shrink);
        Made {
            access: self.access_rows(symbol, &layout, framed),
            debug: self.debug_function(symbol, &layout, recipe, scope),
        }
    }

    fn recipe(&self, prologue: &Prologue, epilogue: &Epilogue, layout: &Layout) -> FrameRecipe {
        FrameRecipe {
            allocated: layout.offset(prologue.save),
            size: self.first_step() as u64,
            ra_offset: self.frame.ra_offset,
            fp_offset: self.frame.fp_offset,
            saved: layout.offset(prologue.point),
            framed: layout.offset(prologue.extend),
            restored: layout.offset(epilogue.release),
            released: layout.offset(epilogue.release + 1),
        }
    }

    fn access_rows(
        &mut self,
        symbol: SymbolId,
        layout: &Layout,
        framed: std::ops::Range<u32>,
    ) -> access::Function<SymbolId> {
        let body = self.body;
        let objects = body.locals.iter().zip(self.homes.clone()).map(|(local, home)| {
            let name = local.name.map_or("", |name| self.unit.names.text(name));
            access::Object {
                name: name.to_string(),
                cfa_offset: home,
                size: self.unit.tree.types.size(local.ty.id),
                ty: self.unit.types.index(local.ty.id),
                place: self.unit.places.access(local.span),
                is_address_taken: local.is_address_taken,
            }
        });
        let objects = objects.collect();
        access::Function {
            name: self.unit.names.text(self.function.name).to_string(),
            start: symbol,
            size: layout.size(),
            place: self.unit.places.access(self.function.span),
            framed,
            objects,
            parameter_count: body.parameter_count.min(usize::from(u16::MAX)) as u16,
            live: self.rows.live_ranges(layout),
            rows: self.rows.access(layout, &mut self.unit.places),
        }
    }

    fn debug_function(
        &mut self,
        symbol: SymbolId,
        layout: &Layout,
        recipe: FrameRecipe,
        scope: Option<BlockScope>,
    ) -> debug::Function<SymbolId> {
        let lines = self.rows.lines(layout, &mut self.unit.places);
        let function = self.function;
        debug::Function {
            name: self.unit.names.text(function.name).to_string(),
            start: symbol,
            size: u64::from(layout.size()),
            place: self.unit.places.debug(function.span),
            result: self.unit.debug_types.optional(function.ty.result),
            is_external: function.linkage == frontend::tree::Linkage::External,
            is_prototyped: function.ty.parameters.is_some(),
            scope: self.scope(layout, scope),
            base: debug::FrameBase::Cfa,
            lines,
            frame: Some(recipe),
        }
    }

    /// The function's scope: its whole code, with parameters, outermost locals and `static` locals.
    fn scope(&mut self, layout: &Layout, block: Option<BlockScope>) -> Scope<SymbolId> {
        let blocks = block.as_ref().map_or(&[][..], |block| &block.blocks);
        let inner = rows::scopes(blocks, layout, &mut |local| self.variable(local));
        let locals = self.outermost_locals();
        let mut variables: Vec<_> =
            locals.into_iter().filter_map(|local| self.variable(local)).collect();
        let tree = self.unit.tree;
        for (index, global) in tree.globals.iter().enumerate() {
            if global.function == Some(self.id) && global.definition.is_some() {
                let symbol = self.unit.symbols.global(GlobalId(index as u32), global.span);
                variables.push(self.unit.static_variable(global, symbol));
            }
        }
        let ranges = std::iter::once(0..u64::from(layout.size())).collect();
        Scope { ranges, inlined: None, variables, scopes: inner }
    }

    /// A local as debuggers see it; `None` when it has no name.
    fn variable(&mut self, id: LocalId) -> Option<Variable<SymbolId>> {
        let local = self.local(id);
        Some(Variable {
            name: self.unit.names.text(local.name?).to_string(),
            ty: self.unit.debug_types.reference(local.ty),
            place: self.unit.places.debug(local.span),
            is_parameter: (id.0 as usize) < self.body.parameter_count,
            is_external: false,
            location: Location::Frame(i64::from(self.homes[id.0 as usize])),
        })
    }
}
