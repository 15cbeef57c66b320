//! Memory at a moment: stack with the garbage below it, globals, heap, code.

use serde::Serialize;

use crate::{LayoutView, RegionKind, Value};

/// A place in source text.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct PlaceView {
    /// The file's name as it was given.
    pub file: String,
    /// From 1.
    pub line: u32,
    /// From 1, in bytes; 0 when not known.
    pub column: u32,
    /// How many bytes of the line are meant; 0 when not known.
    pub length: u32,
    /// The line's text, without its line end; empty when there is no source.
    pub text: String,
    /// The function it is in.
    pub function: Option<String>,
}

/// Memory at a moment.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct MemoryView {
    /// The step about to run, from 1; `None` before the first and after the last.
    pub step: Option<u64>,
    /// The count of retired instructions.
    pub moment: u64,
    /// The statement about to run.
    pub place: Option<PlaceView>,
    /// The address space.
    pub layout: LayoutView,
    /// The stack.
    pub stack: StackView,
    /// The user's objects with static storage duration, by address.
    pub globals: Vec<RowView>,
    /// The heap.
    pub heap: HeapView,
    /// The code around the program counter.
    pub code: Option<CodeView>,
}

/// The stack.
#[derive(Clone, PartialEq, Default, Debug, Serialize)]
pub struct StackView {
    /// The stack pointer.
    pub stack_pointer: u64,
    /// Frames of active calls, outermost (highest addresses) first; the library's start code left
    /// out.
    pub frames: Vec<FrameView>,
    /// How many frames are left out between the outermost and the innermost ones shown (deep
    /// recursion).
    pub hidden_frames: u64,
    /// Frames that were popped and are not overwritten by newer ones, highest addresses first. They
    /// lie below the stack pointer.
    pub ghosts: Vec<FrameView>,
}

/// What became of a frame.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum FrameState {
    /// Its function is running.
    Running,
    /// It waits for a call to return.
    Calling,
    /// It was popped; what it held is garbage.
    Popped {
        /// The step that popped it.
        step: Option<u64>,
        /// Whether the event that this view belongs to popped it.
        just_now: bool,
    },
}

/// A frame, alive or popped.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct FrameView {
    /// Its function.
    pub function: String,
    /// Whether the function belongs to the C library.
    pub is_library: bool,
    /// Whether the function was not called but inlined, so that it has no frame of its own; the
    /// frame before this one is the one that it is part of.
    pub is_inlined: bool,
    /// What became of it.
    pub state: FrameState,
    /// Where it is now: the statement about to run, or the call that it waits for.
    pub place: Option<PlaceView>,
    /// Its lowest address.
    pub start: u64,
    /// One past its highest address: the canonical frame address.
    pub end: u64,
    /// Whether this event made it.
    pub is_new: bool,
    /// What it holds, highest address first, every byte of it.
    pub rows: Vec<RowView>,
}

/// What a row stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RowRole {
    /// Where the function returns to.
    ReturnAddress,
    /// The caller's frame pointer.
    SavedFramePointer,
    /// A parameter.
    Parameter,
    /// A local object.
    Local,
    /// A local object whose block is not being executed: its lifetime has not begun, or is over.
    OutOfScope,
    /// A global or static object.
    Static,
    /// The bytes of an allocated object.
    Allocated,
    /// A member or element of the row above it.
    Element,
    /// Space that the compiler uses for itself: spilled temporaries, saved registers.
    Temporary,
    /// Space that nothing uses.
    Padding,
}

/// How much of an object has a value of its own.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Content {
    /// All of it.
    Initialized,
    /// Some bytes are indeterminate.
    Partial,
    /// It is indeterminate: what it holds is garbage.
    Indeterminate,
    /// Its bytes belong to a popped frame or a freed block and are unchanged since.
    Stale,
    /// Its bytes belong to a popped frame or a freed block, and something else has been written
    /// there since.
    Overwritten,
}

/// Who left the garbage.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(tag = "source", rename_all = "kebab-case")]
pub enum GarbageSource {
    /// Nothing has written there: the zero bytes with which the loader made the page.
    Loader,
    /// An object that was there.
    Object {
        /// Its name.
        name: String,
        /// Its function; `None` for an allocated object.
        function: Option<String>,
        /// Where the value was written.
        place: Option<PlaceView>,
        /// The step in which it was.
        step: Option<u64>,
    },
    /// Something without a name: a saved register, a temporary, the library.
    Unnamed {
        /// The function whose code wrote it.
        function: Option<String>,
        /// The step in which it was.
        step: Option<u64>,
    },
}

/// The garbage that an indeterminate object holds.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Garbage {
    /// What its bytes mean in the object's type.
    pub value: Value,
    /// Who left them.
    pub from: GarbageSource,
}

/// What a pointer points to.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum PointerState {
    /// Null.
    Null,
    /// An object that lives.
    Valid {
        /// `x of main`, `numbers[2]`, `block at 0x…`.
        target: String,
    },
    /// One past an object's last byte, or beyond its bounds.
    OnePast {
        /// The object.
        target: String,
    },
    /// A function or other code.
    Code {
        /// `into main, line 9`, `foo`.
        target: String,
    },
    /// An object whose lifetime is over.
    Dangling {
        /// What was there.
        target: String,
    },
    /// Memory that the program has, of which nothing more is known.
    Memory {
        /// Which.
        region: RegionKind,
    },
    /// Nothing is there.
    Wild,
}

/// A pointer's target.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct PointerView {
    /// The address that it holds.
    pub address: u64,
    /// What is there.
    pub state: PointerState,
}

/// Where an object's bytes are.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(tag = "holder", rename_all = "kebab-case")]
pub enum Holder {
    /// In memory, at the row's address.
    Memory,
    /// In a register; the row's address is 0, and so in the others.
    Register {
        /// Its name: `s1`.
        name: String,
    },
    /// Nowhere as a whole: its value follows from registers and constants.
    Computed,
    /// Nowhere: the compiler optimised it out here.
    OptimisedOut,
}

/// One thing in memory, and its elements if it is a struct or an array.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct RowView {
    /// Its first byte.
    pub address: u64,
    /// **Units**: bytes.
    pub size: u64,
    /// What it stands for.
    pub role: RowRole,
    /// Where its bytes are.
    pub holder: Holder,
    /// Its name; `[2]` or `.next` for elements; empty for padding.
    pub name: String,
    /// Its type as C spells it; empty where there is none.
    pub ty: String,
    /// What its bytes mean.
    pub value: Value,
    /// How much of it has a value of its own.
    pub content: Content,
    /// The garbage in it, when it has no value of its own.
    pub garbage: Option<Garbage>,
    /// The value that it had before this event, when this event changed it; `None` inside when it
    /// was indeterminate.
    pub changed_from: Option<Option<Value>>,
    /// What it points to, when it is a pointer with a value.
    pub pointer: Option<PointerView>,
    /// Its bytes (the first 4096 of them).
    pub bytes: Vec<u8>,
    /// Its members or elements (the first 256 of them), padding included.
    pub elements: Vec<RowView>,
    /// How many elements are left out.
    pub hidden_elements: u64,
}

/// A named object with its row: what the story talks of.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct ObjectView {
    /// `z`, `list->next`, `numbers[2]`.
    pub path: String,
    /// The function that it is local to.
    pub function: Option<String>,
    /// Its row.
    pub row: RowView,
}

/// What state a heap chunk is in.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChunkState {
    /// Handed out.
    InUse,
    /// Given back.
    Freed,
    /// Handed out, and nothing points to it any more.
    Leaked,
}

/// A chunk of the heap.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct ChunkView {
    /// Its header's first byte.
    pub header: u64,
    /// The first byte that the program may use.
    pub address: u64,
    /// **Units**: bytes that the program asked for; for a freed chunk, what it had asked for, or
    /// all it can hold.
    pub size: u64,
    /// **Units**: bytes with header and rounding.
    pub chunk_size: u64,
    /// Its state.
    pub state: ChunkState,
    /// The user's call that allocated it.
    pub allocated: Option<PlaceView>,
    /// The step of that call.
    pub allocated_step: Option<u64>,
    /// The user's call that freed it.
    pub freed: Option<PlaceView>,
    /// The step of that call.
    pub freed_step: Option<u64>,
    /// What is in it, typed by a pointer that points to it when there is one.
    pub content: RowView,
    /// Whether this event made, freed or changed it.
    pub is_changed: bool,
}

/// The heap.
#[derive(Clone, PartialEq, Default, Debug, Serialize)]
pub struct HeapView {
    /// Its first byte.
    pub start: u64,
    /// The break: one past its last byte.
    pub end: u64,
    /// Its chunks by address; the allocator's unused rest left out.
    pub chunks: Vec<ChunkView>,
    /// How many chunks are left out.
    pub hidden_chunks: u64,
}

/// A machine instruction.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct InsnView {
    /// Its address.
    pub address: u64,
    /// Its encoding.
    pub bits: u32,
    /// As an assembler would read it.
    pub text: String,
    /// Whether the program counter is here.
    pub is_current: bool,
}

/// A source line and its instructions.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct CodeLineView {
    /// The line number, from 1.
    pub line: u32,
    /// Its text.
    pub text: String,
    /// The instructions made from it.
    pub insns: Vec<InsnView>,
}

/// The code of the running function.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct CodeView {
    /// The function.
    pub function: String,
    /// The file.
    pub file: String,
    /// Its lines that have code, in order of address.
    pub lines: Vec<CodeLineView>,
}
