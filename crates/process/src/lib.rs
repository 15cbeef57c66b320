//! The kernel's side of a Linux user process: address space, demand paging, system calls, signals.
//!
//! A [`Process`] owns a [`Machine`](machine::Machine) and answers its traps as Linux on RV64 would. What only the
//! world outside can answer is a [`Request`] that the process returns to its driver; the [`Answer`]s
//! are the only way in. So a process's state is a function of image, configuration, answers and moment.
//!
//! Terms: a *mapping* is a range of the address space with one set of permissions and one purpose; a page of it is *resident*
//! when a physical frame backs it. The *break* is the heap's end.

mod address_space;
mod annotate;
mod config;
mod ending;
mod errno;
mod fault;
mod layout;
mod load;
mod mapping;
mod observe;
mod process;
mod request;
mod stack;
mod system;
mod user_memory;

pub use annotate::Notes;
pub use config::Config;
pub use ending::{Ending, Fault, signal_name};
pub use errno::Errno;
pub use layout::{STACK_GUARD_SIZE_BYTES, STACK_TOP};
pub use load::LoadError;
pub use mapping::{Mapping, MappingKind, Released};
pub use observe::{Both, KernelEvent, Observer};
pub use process::{Pause, Process};
pub use request::{
    Answer, DirectoryEntry, Driver, FileKind, FileRequest, FileStatus, GrantId, Handle, HostPath,
    OpenOptions, Request, Timestamp,
};
pub use system::system_call_name;
