//! The story: what happened between two moments, as events that sentences can be made of.

use serde::Serialize;

use crate::{Garbage, LayoutView, MemoryView, ObjectView, PlaceView, Value};

/// A whole run, told.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Story {
    /// The main source file.
    pub program: String,
    /// The address space just after loading.
    pub layout: LayoutView,
    /// The entries, numbered from 1 by their place here.
    pub entries: Vec<Entry>,
    /// How many steps the run had, as far as it was followed.
    pub step_count: u64,
    /// What was left out, and how to see it.
    pub omissions: Vec<Omission>,
    /// What the checker found, in order.
    pub findings: Vec<FindingView>,
    /// What the program wrote to standard output and standard error.
    pub output: String,
}

/// Something that the story leaves out.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Omission {
    /// Statements were not told, only calls and returns.
    Statements {
        /// How many.
        count: u64,
    },
    /// Entries after the limit were not told.
    Entries {
        /// How many steps are not told.
        steps: u64,
        /// The first step that is not told.
        first: u64,
    },
    /// The run was stopped by a limit.
    Run {
        /// The step at which it was.
        step: u64,
    },
    /// Output beyond the limit is not shown.
    Output {
        /// **Units**: bytes.
        bytes: u64,
    },
}

/// One entry: one figure.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Entry {
    /// What happened.
    pub kind: EntryKind,
    /// The step that did it; `None` for loading, and for an end after what was told before.
    pub step: Option<u64>,
    /// Where.
    pub place: Option<PlaceView>,
    /// What changed by it, in order.
    pub effects: Vec<Effect>,
    /// Memory after it.
    pub memory: MemoryView,
}

/// An argument of a call.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Argument {
    /// The parameter's name.
    pub name: String,
    /// Its value.
    pub value: Value,
}

/// What happened.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(tag = "event", rename_all = "kebab-case")]
pub enum EntryKind {
    /// The program was loaded; nothing has run.
    Loaded,
    /// `main` was entered: space for its objects is reserved.
    Started {
        /// Its objects, parameters included.
        objects: Vec<ObjectView>,
        /// **Units**: bytes of its frame.
        frame_size: u64,
    },
    /// A statement ran to its end within its function (calls of library functions included).
    Statement,
    /// A function of the user's was called; its frame is reserved, its arguments have arrived.
    Called {
        /// Who called; `None` when the library did.
        caller: Option<String>,
        /// Who was called.
        callee: String,
        /// With what.
        arguments: Vec<Argument>,
        /// Its objects that are not parameters.
        locals: Vec<ObjectView>,
        /// **Units**: bytes of its frame.
        frame_size: u64,
        /// How many calls of the user's functions are active now, `main` counted.
        depth: u64,
    },
    /// A function of the user's returned; its frame is released.
    Returned {
        /// Who returned.
        function: String,
        /// What it returned; `None` for void.
        value: Option<Value>,
        /// To whom.
        to: Option<String>,
        /// What its popped frame still holds, named.
        garbage: Vec<ObjectView>,
        /// **Units**: bytes of its frame.
        frame_size: u64,
    },
    /// Functions of the user's were left without a return, by `longjmp` or an exception; their
    /// frames are released.
    Left {
        /// Which, innermost first.
        functions: Vec<String>,
        /// The function that goes on.
        to: Option<String>,
        /// **Units**: bytes of their frames.
        frame_size: u64,
    },
    /// The run ended and all memory was released.
    Ended {
        /// How.
        ending: Ending,
        /// What was released, highest addresses first.
        released: Vec<Released>,
    },
}

/// How a run ended.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(tag = "by", rename_all = "kebab-case")]
pub enum Ending {
    /// `main` returned or `exit` was called.
    Exit {
        /// The exit status as the parent process sees it, 0 to 255.
        status: u8,
        /// Whether `main` returned, rather than `exit` being called.
        main_returned: bool,
    },
    /// A signal ended it.
    Signal {
        /// Its number.
        number: u8,
        /// Its name: `SIGSEGV`.
        name: String,
        /// For a fault: the address, and what was tried: `read`, `write`, `execute`.
        fault: Option<Fault>,
    },
    /// Every thread waits for another, for ever.
    Deadlock,
    /// The user stopped it with Ctrl-C.
    Interrupted,
    /// It reached the step or instruction limit.
    StepLimit,
    /// It reached the output limit.
    OutputLimit,
    /// The checker stopped it at a finding.
    Finding,
}

/// A memory fault.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Fault {
    /// The address.
    pub address: u64,
    /// `read`, `write` or `execute`.
    pub access: &'static str,
    /// The region that is there.
    pub region: crate::RegionKind,
}

/// Memory that was released at the end.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Released {
    /// Which region.
    pub kind: crate::RegionKind,
    /// **Units**: bytes of address space.
    pub size: u64,
    /// How many pages of physical memory.
    pub pages: u64,
}

/// One thing that changed.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(tag = "effect", rename_all = "kebab-case")]
pub enum Effect {
    /// An object received a value.
    Wrote {
        /// The object, with its new value.
        object: ObjectView,
        /// The value before; `None` when it was indeterminate.
        before: Option<Value>,
    },
    /// Objects came to life: their block was entered, or their declaration reached.
    Born {
        /// The object.
        object: ObjectView,
        /// The garbage that it starts with.
        garbage: Option<Garbage>,
    },
    /// An object's block was left.
    Died {
        /// The object.
        object: ObjectView,
    },
    /// The allocator handed out a block.
    Allocated {
        /// Its address.
        address: u64,
        /// **Units**: bytes asked for.
        size: u64,
    },
    /// A block was given back.
    Freed {
        /// Its address.
        address: u64,
        /// **Units**: bytes.
        size: u64,
    },
    /// A block was resized in place, or moved.
    Reallocated {
        /// Where it was.
        from: u64,
        /// Where it is.
        to: u64,
        /// **Units**: bytes before.
        size_before: u64,
        /// **Units**: bytes now.
        size: u64,
    },
    /// The heap's end moved.
    BreakMoved {
        /// Where it was.
        from: u64,
        /// Where it is.
        to: u64,
    },
    /// The program wrote to a file descriptor.
    Output {
        /// 1 or 2.
        descriptor: u32,
        /// What; not UTF-8 bytes replaced.
        text: String,
    },
    /// Another thread goes on.
    Switched {
        /// Its number.
        thread: u64,
        /// Whether it is the one that executes `main`.
        is_main: bool,
    },
    /// The checker found something.
    Found {
        /// The finding, by its index in [`Story::findings`].
        finding: usize,
    },
}

/// A place with something to say about it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct LabelView {
    /// The place.
    pub place: PlaceView,
    /// What is said there.
    pub text: String,
    /// Whether it is the place of the finding itself.
    pub is_primary: bool,
}

/// A finding, ready to be told: the one view that holds sentences, since they belong to the
/// finding's class.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct FindingView {
    /// Its code: `uninitialised-read`.
    pub code: String,
    /// The first sentence: "`total` is used before it has a value."
    pub message: String,
    /// The places, in the order in which they happened.
    pub labels: Vec<LabelView>,
    /// Further sentences: the bytes, since when, whose garbage it is.
    pub history: Vec<String>,
    /// What to do about it.
    pub repair: String,
    /// The clause of C17.
    pub clause: String,
    /// What this machine does next.
    pub consequence: String,
    /// The step in which it happened.
    pub step: Option<u64>,
    /// The moment: the finding's instruction is the next to retire.
    pub moment: u64,
    /// Active calls, innermost first: `foo (memory.c:3)`.
    pub calls: Vec<PlaceView>,
}
