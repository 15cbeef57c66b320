//! The timeline: a run as something to go back and forth in.
//!
//! A [`Session`] runs a program once and records its inputs. A [`Replay`] is a cursor in that run: it starts at zero, gives
//! the same answers again, and so reaches every moment exactly as it was. Deeper questions are answered by *lenses*, observers
//! that ride along a replay: who wrote a byte last, which frames were there, which blocks.
//!
//! Terms: a *moment* is a count of retired instructions; a *step* a statement of the user's code about to run, from 1.

mod allocator_calls;
mod frame_history;
mod garbage;
mod heap_history;
mod log;
mod place;
mod replay;
mod session;
mod steps;
mod watch;
mod write_history;

pub use frame_history::{ActiveFrame, EntryRegisters, FrameHistory, Ghost};
pub use garbage::{Garbage, GarbageSource};
pub use heap_history::{Block, HeapHistory};
pub use log::{InputLog, LoggedAnswer, LoggedInterrupt};
pub use place::{Place, PlaceError, PlaceParseError};
pub use replay::{Output, Replay, Step, Stop};
pub use session::{Config, Limits, Outcome, Session};
pub use watch::{Lenses, ReturnRegisters};
pub use write_history::{WriteHistory, WriteRecord, Written};
