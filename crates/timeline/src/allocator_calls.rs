//! Calls of the allocator in a program that carries no rows: known by the names that C gives its
//! functions, from their arguments and what they return.

use checker::Program;
use machine::Machine;
use riscv::Reg;
use std::collections::BTreeMap;

/// A function of the allocator. **Rule**: C17 7.22.3.
#[derive(Clone, Copy, Debug)]
enum Routine {
    /// `malloc(size)`
    Malloc,
    /// `calloc(count, size)`
    Calloc,
    /// `aligned_alloc(alignment, size)`
    AlignedAlloc,
    /// `realloc(pointer, size)`
    Realloc,
    /// `free(pointer)`
    Free,
}

const ROUTINES: [(&str, Routine); 6] = [
    ("malloc", Routine::Malloc),
    ("calloc", Routine::Calloc),
    ("aligned_alloc", Routine::AlignedAlloc),
    ("memalign", Routine::AlignedAlloc),
    ("realloc", Routine::Realloc),
    ("free", Routine::Free),
];

/// What a call of the allocator did.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum HeapCall {
    /// A block was handed out.
    Born { start: u64, size: u64 },
    /// A block was given another size, here or elsewhere.
    Resized { from: u64, to: u64, size: u64 },
    /// A block was given back.
    Died { start: u64 },
}

/// A call that has not returned.
#[derive(Clone, Copy, Debug)]
pub(crate) struct OpenCall {
    /// Which of the active frames it is.
    index: usize,
    routine: Routine,
    arguments: [u64; 2],
    /// The user's instruction that led to it; `None` until that is looked for.
    user_pc: Option<u64>,
}

/// Follows the calls of the allocator; what it does inside, calling itself, is its own affair.
#[derive(Clone, Default, Debug)]
pub(crate) struct AllocatorCalls {
    routines: BTreeMap<u64, Routine>,
    open: Option<OpenCall>,
    done: Option<(HeapCall, u64)>,
}

impl AllocatorCalls {
    /// Those of a program whose functions have symbols. Of several allocators, the one that the
    /// program was linked to calls none of the others.
    pub(crate) fn new(program: &Program) -> AllocatorCalls {
        let known = |&(name, routine): &(&'static str, Routine)| {
            program.addresses_of(name).map(move |address| (address, routine))
        };
        let routines = ROUTINES.iter().flat_map(known).collect();
        AllocatorCalls { routines, open: None, done: None }
    }

    /// The frame of that index has begun to execute the function where the hart is.
    pub(crate) fn began(&mut self, machine: &Machine, index: usize) {
        let Some(&routine) = self.routines.get(&machine.hart.pc.0) else { return };
        if self.open.is_none() {
            let arguments = [Reg::A0, Reg::A1].map(|reg| machine.hart.get(reg));
            self.open = Some(OpenCall { index, routine, arguments, user_pc: None });
        }
    }

    /// Says who called, if a call has just begun.
    pub(crate) fn called_by(&mut self, user_pc: impl FnOnce() -> u64) {
        if let Some(open) = self.open.as_mut().filter(|open| open.user_pc.is_none()) {
            open.user_pc = Some(user_pc());
        }
    }

    /// The frame of that index was left.
    pub(crate) fn ended(&mut self, machine: &Machine, index: usize) {
        let Some(open) = self.open.filter(|open| open.index >= index) else { return };
        self.open = None;
        let result = machine.hart.get(Reg::A0);
        let [first, second] = open.arguments;
        let call = match open.routine {
            Routine::Free if first != 0 => HeapCall::Died { start: first },
            Routine::Realloc if result != 0 && first != 0 => {
                HeapCall::Resized { from: first, to: result, size: second }
            }
            Routine::Malloc if result != 0 => HeapCall::Born { start: result, size: first },
            Routine::Calloc if result != 0 => {
                HeapCall::Born { start: result, size: first.saturating_mul(second) }
            }
            Routine::AlignedAlloc | Routine::Realloc if result != 0 => {
                HeapCall::Born { start: result, size: second }
            }
            _ => return,
        };
        self.done = Some((call, open.user_pc.unwrap_or(0)));
    }

    /// Puts a call that has not returned aside for that of another thread.
    pub(crate) fn replace_open(&mut self, open: Option<OpenCall>) -> Option<OpenCall> {
        std::mem::replace(&mut self.open, open)
    }

    /// The call that has returned, once, and the user's instruction that led to it.
    pub(crate) fn take(&mut self) -> Option<(HeapCall, u64)> {
        self.done.take()
    }
}
