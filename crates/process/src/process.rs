//! The guest processes on one machine, and the loop that answers their traps.

use crate::address_space::AddressSpace;
use crate::files::Files;
use crate::module::Module;
use crate::task::{Task, Thread};
use crate::{
    Config, Ending, KernelEvent, Limit, Mapping, MappingKind, Observer, Released, Request,
};
use image::Image;
use machine::{Cause, Machine, Moment, PhysAddr, Stop, Trap, VirtAddr};
use riscv::Reg;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

/// A Linux user process on the simulated machine, with the threads and processes that it makes.
///
/// What is asked of it is told of the *current* thread: the one whose registers are the hart's.
#[derive(Debug)]
pub struct Process {
    pub(crate) machine: Machine,
    pub(crate) config: Config,
    /// The address space in use, and the others by number.
    pub(crate) space: AddressSpace,
    pub(crate) spaces: BTreeMap<u64, AddressSpace>,
    /// How many pages are mapped to a frame, of those that several are.
    pub(crate) shared_frames: BTreeMap<PhysAddr, u64>,
    /// The current thread's task, and the others by number, those too that have ended and nobody has waited for.
    pub(crate) task: Task,
    pub(crate) tasks: BTreeMap<u64, Task>,
    /// The current thread, and the others by number.
    pub(crate) thread: Thread,
    pub(crate) threads: BTreeMap<u64, Thread>,
    /// What is known of files.
    pub(crate) files: Files,
    /// The number given last to a thread, a task or an address space.
    pub(crate) last_id: u64,
    /// How many times a thread has begun to sleep.
    pub(crate) sleep_count: u64,
    /// When the current thread's turn is over, if another can run.
    pub(crate) slice_end: Moment,
    /// How many random bytes have been given out.
    pub(crate) random_count: u64,
    /// What the current thread's system call asks of the world outside.
    pub(crate) asked: Option<Request>,
    /// How much virtual time has passed in which nothing ran. **Units**: nanoseconds.
    pub(crate) time_skipped: u64,
    pub(crate) ending: Option<Ending>,
    /// What has happened and the observer has not been told yet.
    pub(crate) events: Vec<KernelEvent>,
    pub(crate) unsupported: BTreeSet<u64>,
    pub(crate) limits_reached: BTreeSet<Limit>,
}

/// Why a run paused.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Pause {
    /// It waits for [`Process::answer`].
    Request(Request),
    /// It has ended; its memory stays to be looked at until [`Process::release`].
    Ended(Ending),
    /// The moment was reached.
    Limit,
    /// The observer broke off.
    Observer,
}

impl Process {
    /// Runs until the moment `until`, a request, the end, or the observer breaks off.
    pub fn run<O: Observer>(&mut self, observer: &mut O, until: Moment) -> Pause {
        loop {
            for event in std::mem::take(&mut self.events) {
                observer.kernel(self, event);
            }
            if let Some(ending) = &self.ending {
                return Pause::Ended(ending.clone());
            }
            if let Some(request) = &self.asked {
                return Pause::Request(request.clone());
            }
            if self.moment() >= until {
                return Pause::Limit;
            }
            if !self.proceed() {
                continue;
            }
            match self.machine.run(observer, until.min(self.turn_end())) {
                Stop::Limit => {}
                Stop::Observer => return Pause::Observer,
                Stop::Trap(trap) if trap.cause == Cause::EnvironmentCallFromUMode => {
                    if observer.before_call(self).is_break() {
                        return Pause::Observer;
                    }
                    let number = self.machine.hart.get(Reg::A7);
                    observer.kernel(self, KernelEvent::Called { number });
                    self.system_call(number);
                }
                Stop::Trap(trap) => self.fault(trap),
            }
        }
    }

    /// Finds a thread that can go on, and does what must be done before it executes its next instruction. Says whether it
    /// may; otherwise there is something to look at first.
    fn proceed(&mut self) -> bool {
        if !self.schedule() {
            return false;
        }
        if self.thread.call.is_some() {
            self.run_call();
            return false;
        }
        if self.has_signal() || self.thread.mask_to_restore.is_some() {
            self.deliver_signals();
        }
        self.events.is_empty() && self.ending.is_none() && self.thread.is_runnable()
    }

    /// Ends the run where it is: for its driver, to stop it at a limit or for the user.
    ///
    /// **Effects**: an input to the run like any other; whoever replays it must do so at the same moment.
    pub fn end(&mut self, ending: Ending) {
        if self.ending.is_none() {
            self.ending = Some(ending);
            self.asked = None;
            self.return_to_first();
            self.thread.call = None;
        }
    }

    /// What it waits for from the world outside, if it does.
    pub fn request(&self) -> Option<&Request> {
        self.asked.as_ref()
    }

    /// How it ended, if it has.
    pub fn ending(&self) -> Option<&Ending> {
        self.ending.as_ref()
    }

    /// Gives back all memory, and says what was released, lowest addresses first.
    pub fn release(&mut self) -> Vec<Released> {
        self.release_all()
    }

    /// The machine.
    pub fn machine(&self) -> &Machine {
        &self.machine
    }

    /// How many instructions have retired.
    pub fn moment(&self) -> Moment {
        self.machine.hart.retired
    }

    /// The program.
    pub fn image(&self) -> &Arc<Image> {
        &self.space.program().image
    }

    /// The program and, if it has one, its interpreter; each with the place where it was loaded.
    pub fn modules(&self) -> &[Module] {
        self.space.modules()
    }

    /// What it was started with.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// The number of the current process, and of its current thread.
    pub fn current(&self) -> (u64, u64) {
        (self.task.id, self.thread.id)
    }

    /// The mappings, lowest addresses first.
    pub fn mappings(&self) -> &[Mapping] {
        self.space.mappings()
    }

    /// The mapping that an address is in.
    pub fn mapping_at(&self, address: VirtAddr) -> Option<&Mapping> {
        self.space.find(address)
    }

    /// The heap: from the page after the image to the break.
    pub fn heap(&self) -> Range<VirtAddr> {
        self.space.heap.clone()
    }

    /// The stack's mapping, if it has not been released.
    pub fn stack(&self) -> Option<&Mapping> {
        self.space.of_kind(MappingKind::Stack)
    }

    /// The numbers of the system calls that were asked for and are not there.
    pub fn unsupported_calls(&self) -> &BTreeSet<u64> {
        &self.unsupported
    }

    /// The limits that the program has met, and got an error for.
    pub fn limits_reached(&self) -> &BTreeSet<Limit> {
        &self.limits_reached
    }

    /// A trap that is not a system call: a page becomes resident, or a signal is raised.
    fn fault(&mut self, trap: Trap) {
        let is_page_fault = matches!(
            trap.cause,
            Cause::InstructionPageFault | Cause::LoadPageFault | Cause::StorePageFault
        );
        if !(is_page_fault && self.demand(&trap)) {
            self.raise_for(trap);
        }
    }
}
