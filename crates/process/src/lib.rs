//! The kernel's side of a Linux user process: address space, demand paging, system calls, signals, files.
//!
//! A [`Process`] owns a [`Machine`](machine::Machine) and answers its traps as Linux on RV64 would. What only the
//! world outside can answer is a [`Request`] that the process returns to its driver; the [`Answer`]s
//! are the only way in. So a process's state is a function of image, configuration, answers and moment.
//!
//! The first program may make threads, and other processes, each with an address space on the same machine and hart. They
//! take turns in an order that only the state decides. When the first process ends, so does the run.
//!
//! Terms: a *mapping* is a range of the address space with one set of permissions and one purpose; a page of it is *resident*
//! when a physical frame backs it. The *break* is the heap's end.

mod address_space;
mod annotate;
mod config;
mod ending;
mod errno;
mod exit;
mod fault;
mod files;
mod hash;
mod intervene;
mod layout;
mod libraries;
mod load;
mod mapping;
mod module;
mod observe;
mod paging;
mod process;
mod request;
mod scheduler;
mod signals;
mod stack;
mod system;
mod task;
mod user_memory;

pub use annotate::Notes;
pub use config::{Config, Grant, Interpreter};
pub use ending::{Ending, Fault, Limit, signal_name};
pub use errno::Errno;
pub use layout::{STACK_GUARD_SIZE_BYTES, STACK_TOP};
pub use load::LoadError;
pub use mapping::{Mapping, MappingKind, Released};
pub use module::Module;
pub use observe::{Both, KernelEvent, Observer};
pub use process::{Pause, Process};
pub use request::{
    Answer, DirectoryEntry, Driver, FileKind, FileRequest, FileStatus, GrantId, Handle, HostPath,
    OpenOptions, Request, Timestamp,
};
pub use system::system_call_name;
