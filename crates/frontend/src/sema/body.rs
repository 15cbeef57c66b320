//! The function definition that is being checked: its locals, labels and the statements that enclose a place.

use rustc_hash::{FxHashMap, FxHashSet};
use source::Span;

use crate::Name;
use crate::tree::{ExprKind, FunctionId, GlobalId, Label, LabelId, Local, LocalId};
use crate::types::QualType;

use super::cleanup::Cleanup;
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
    /// The jumps to it before it is defined.
    pub(super) uses: Vec<LabelUse>,
    /// The variable length arrays that exist where it is defined.
    pub(super) scope: Option<Vec<LocalId>>,
    /// The objects that wait to be cleaned up where it is defined.
    pub(super) cleanups: Option<Vec<Cleanup>>,
    /// Those at each jump to it before it is defined.
    pub(super) cleanup_uses: Vec<(Vec<Cleanup>, Span)>,
}

/// A jump to a label.
pub(super) struct LabelUse {
    /// The variable length arrays that exist there.
    pub(super) scope: Vec<LocalId>,
    pub(super) span: Span,
}

/// What is known while a function definition is checked.
pub(super) struct BodyState {
    pub(super) function: FunctionId,
    pub(super) result: QualType,
    pub(super) locals: Vec<Local>,
    /// Locals declared `register`.
    pub(super) registers: FxHashSet<LocalId>,
    /// Parameters declared as arrays, which are pointers (C17 6.7.6.3p7).
    pub(super) array_parameters: FxHashSet<LocalId>,
    /// The locals of each open block, innermost last.
    pub(super) blocks: Vec<Vec<LocalId>>,
    pub(super) labels: Vec<Label>,
    pub(super) label_states: FxHashMap<Name, LabelState>,
    /// Which of the labels have been defined.
    pub(super) defined_labels: Vec<bool>,
    /// What `__label__` hides: how many blocks were open, the name, and what it meant outside.
    hidden_labels: Vec<(usize, Name, Option<LabelState>)>,
    /// The enclosing loops and switches, innermost last.
    pub(super) jumps: Vec<Jump>,
    /// The objects that point to variable length arrays, with the types of these.
    pub(super) variable_arrays: FxHashMap<LocalId, QualType>,
    /// The variable length arrays that exist here, in the order of their declarations.
    pub(super) variable_scope: Vec<LocalId>,
    /// How many of them exist outside each enclosing loop and switch, innermost last.
    pub(super) jump_scopes: Vec<usize>,
    /// The objects that wait to be cleaned up, in the order of their declarations.
    pub(super) cleanups: Vec<Cleanup>,
    /// How many of them are outside each enclosing loop and switch, innermost last.
    pub(super) jump_cleanups: Vec<usize>,
    /// Of each jump to a later label, how many are cleaned up before it.
    pub(super) cleanup_counts: Vec<(Span, usize)>,
    /// The values of `constexpr` objects.
    pub(super) constants: FxHashMap<LocalId, ExprKind>,
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
            array_parameters: FxHashSet::default(),
            blocks: vec![],
            labels: vec![],
            label_states: FxHashMap::default(),
            defined_labels: vec![],
            hidden_labels: vec![],
            jumps: vec![],
            variable_arrays: FxHashMap::default(),
            variable_scope: vec![],
            jump_scopes: vec![],
            cleanups: vec![],
            jump_cleanups: vec![],
            cleanup_counts: vec![],
            constants: FxHashMap::default(),
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
        let (labels, defined) = (&mut self.labels, &mut self.defined_labels);
        self.label_states.entry(name).or_insert_with(|| {
            labels.push(Label { name, span });
            defined.push(false);
            let id = LabelId(labels.len() as u32 - 1);
            let (used, scope, cleanups) = (None, None, None);
            LabelState { id, used, uses: vec![], scope, cleanups, cleanup_uses: vec![] }
        })
    }

    /// From here to the end of the innermost block, the name is another label.
    pub(super) fn hide_label(&mut self, name: Name) {
        let outer = self.label_states.remove(&name);
        self.hidden_labels.push((self.blocks.len(), name, outer));
    }

    /// The innermost block ends: what it hid comes back.
    pub(super) fn close_labels(&mut self) {
        let depth = self.blocks.len();
        while let Some((_, name, outer)) = self.hidden_labels.pop_if(|hidden| hidden.0 >= depth) {
            match outer {
                Some(outer) => self.label_states.insert(name, outer),
                None => self.label_states.remove(&name),
            };
        }
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
