//! Making views of a run.
//!
//! Terms: a *viewer* is what is known of a program before it runs; a *look* is a viewer at a moment
//! of a replay. Nothing here changes the replay that it looks at.

mod changes;
mod code;
mod described;
mod events;
mod finding;
mod finding_history;
mod finding_words;
mod finish;
mod frames;
mod heap;
mod layout;
mod memory;
mod moments;
mod pointer;
mod sources;
mod story;
mod trace;
mod typed;
mod types;
mod viewer;

pub use finding::findings_of;
pub use moments::{ending_of, layout_at_start, memory_at, memory_of};
pub use story::{StoryOptions, story};
pub use trace::{TRACE_VERSION, TraceChange, TraceEvent, TraceFrame, trace};
