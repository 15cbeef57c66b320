//! Views: what there is to see at a moment of a run, as plain data.
//!
//! A view holds numbers, names and places; no sentence, no colour, no layout. Sentences and
//! pictures are made from it in the `figure` room; the JSON of `cutaway trace` is it. Making a view
//! changes nothing (the state hash of the run stays what it was).

mod binary;
mod build;
mod layout;
mod memory;
mod story;
mod value;

pub use binary::{BinaryView, FileKind, PartView, binary_views};
pub use build::{
    StoryOptions, TRACE_VERSION, TraceChange, TraceEvent, TraceFrame, ending_of, findings_of,
    layout_at_start, memory_at, memory_of, story, trace,
};
pub use layout::{LayoutView, NamedSize, RegionKind, RegionView};
pub use memory::{
    ChunkState, ChunkView, CodeLineView, CodeView, Content, FrameState, FrameView, Garbage,
    GarbageSource, HeapView, Holder, InsnView, MemoryView, ObjectView, PlaceView, PointerState,
    PointerView, RowRole, RowView, StackView,
};
pub use story::{
    Argument, Effect, Ending, Entry, EntryKind, Fault, FindingView, LabelView, Omission, Released,
    Story,
};
pub use value::Value;
