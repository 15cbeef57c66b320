//! The checker: what C says of each access, watched on the running machine.
//!
//! A [`Checker`] observes a process and never changes it. It keeps, beside memory and registers, two *planes*: which bits are
//! indeterminate, and which object each pointer was made from (its *tag*). The image's access table tells it where C
//! reads, writes, forms pointers, calls, and which objects live; what C does not allow becomes a [`Finding`].
//!
//! Terms: an *allocation* is the record of an object that pointers may refer to; it stays, dead, as long as a tag refers to
//! it. A *tag* names an allocation and the part of it that a pointer may reach. A bit is *poisoned* when it is
//! indeterminate; the value that it happens to have is the garbage.
//!
//! In reading order:

mod outline;

mod program;

mod call_stack;

mod follow;

mod planes;

mod tags;

mod registers;

mod births;

mod code;

mod finding;

mod site;

mod quick;

mod judge;

mod allocator;

mod leak;

mod stack_objects;
mod stack_use;

mod checker;

pub use call_stack::{CallStack, Frame, FrameSink};
pub use checker::{AfterFinding, Checker, Config};
pub use code::{CLASSES, Class, Code};
pub use finding::{
    AccessRecord, CallRecord, Finding, Lifetime, ObjectKind, ObjectRecord, Site, SourcePlace, When,
};
pub use follow::Arrival;
pub use program::{FunctionId, Program, Steps};
pub use stack_objects::{StackObject, StackObjects};
pub use stack_use::{FunctionUse, StackUse};
