//! The function definition that is being checked: its locals, labels and the statements that enclose a place.

use rustc_hash::{FxHashMap, FxHashSet};
use source::Span;

use crate::Name;
use crate::tree::{FunctionId, GlobalId, Label, LabelId, Local, LocalId};
use crate::types::QualType;

use super::switch::SwitchState;

/// What `break` and `continue` may leave.
pub(super) enum Jump {
    Loop,
    Switch(SwitchState),
}

/// A label, met as `name:` or in a `goto`, whichever came first.
pub(super) struct LabelState {
    pub(super) id: LabelId,
    pub(super) used: Option<Span>,
    pub(super) is_defined: bool,
}

/// What is known while a function definition is checked.
pub(super) struct BodyState {
    pub(super) function: FunctionId,
    pub(super) result: QualType,
    pub(super) locals: Vec<Local>,
    /// Locals declared `register`.
    pub(super) registers: FxHashSet<LocalId>,
    /// The locals of each open block, innermost last.
    pub(super) blocks: Vec<Vec<LocalId>>,
    pub(super) labels: Vec<Label>,
    pub(super) label_states: FxHashMap<Name, LabelState>,
    /// The enclosing loops and switches, innermost last.
    pub(super) jumps: Vec<Jump>,
    /// The object `__func__`, once it is used (C17 6.4.2.2).
    pub(super) function_name: Option<GlobalId>,
    /// Whether a statement of it could not be parsed.
    pub(super) is_incomplete: bool,
}

impl BodyState {
    pub(super) fn new(function: FunctionId, result: QualType) -> BodyState {
        BodyState {
            function,
            result,
            locals: vec![],
            registers: FxHashSet::default(),
            blocks: vec![],
            labels: vec![],
            label_states: FxHashMap::default(),
            jumps: vec![],
            function_name: None,
            is_incomplete: false,
        }
    }

    /// Enters an automatic object that lives in the innermost open block; a parameter when none is open.
    pub(super) fn add_local(&mut self, local: Local) -> LocalId {
        let id = LocalId(self.locals.len() as u32);
        self.locals.push(local);
        if let Some(block) = self.blocks.last_mut() {
            block.push(id);
        }
        id
    }

    /// The object with that id.
    pub(super) fn local(&self, id: LocalId) -> &Local {
        &self.locals[id.0 as usize]
    }

    /// The object with that id, to change it.
    pub(super) fn local_mut(&mut self, id: LocalId) -> &mut Local {
        &mut self.locals[id.0 as usize]
    }

    /// The label of that name; it gets an entry when it is met first (labels have function scope, C17 6.2.1p3).
    pub(super) fn label(&mut self, name: Name, span: Span) -> &mut LabelState {
        let labels = &mut self.labels;
        self.label_states.entry(name).or_insert_with(|| {
            labels.push(Label { name, span });
            let id = LabelId(labels.len() as u32 - 1);
            LabelState { id, used: None, is_defined: false }
        })
    }

    /// The innermost enclosing `switch`.
    pub(super) fn switch(&mut self) -> Option<&mut SwitchState> {
        self.jumps.iter_mut().rev().find_map(|jump| match jump {
            Jump::Switch(switch) => Some(switch),
            Jump::Loop => None,
        })
    }

    /// Whether a loop encloses this place.
    pub(super) fn is_in_loop(&self) -> bool {
        self.jumps.iter().any(|jump| matches!(jump, Jump::Loop))
    }
}
