//! A process: the machine, its address space, and the loop that answers traps.

use crate::address_space::AddressSpace;
use crate::system::Call;
use crate::{Config, Ending, KernelEvent, Mapping, MappingKind, Observer, Released, Request};
use image::Image;
use machine::{Cause, Machine, Moment, Stop, Trap, VirtAddr};
use riscv::Reg;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

/// A Linux user process on the simulated machine.
#[derive(Debug)]
pub struct Process {
    pub(crate) machine: Machine,
    pub(crate) space: AddressSpace,
    pub(crate) image: Arc<Image>,
    pub(crate) config: Config,
    /// Where the heap begins, and the break.
    pub(crate) heap: Range<VirtAddr>,
    /// How many random bytes have been given out.
    pub(crate) random_count: u64,
    /// The signals that are ignored, a bit for each number.
    pub(crate) ignored_signals: u64,
    /// The system call that has begun and not returned.
    pub(crate) call: Option<Call>,
    /// What that call asks of the world outside.
    pub(crate) asked: Option<Request>,
    /// How much virtual time has passed in which nothing ran. **Units**: nanoseconds.
    pub(crate) time_skipped: u64,
    pub(crate) ending: Option<Ending>,
    /// What has happened and the observer has not been told yet.
    pub(crate) events: Vec<KernelEvent>,
    pub(crate) unsupported: BTreeSet<u64>,
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
            match self.machine.run(observer, until) {
                Stop::Limit => return Pause::Limit,
                Stop::Observer => return Pause::Observer,
                Stop::Trap(trap) if trap.cause == Cause::EnvironmentCallFromUMode => {
                    let number = self.machine.hart.get(Reg::A7);
                    observer.kernel(self, KernelEvent::Called { number });
                    self.system_call(number);
                }
                Stop::Trap(trap) => self.fault(trap),
            }
        }
    }

    /// Ends the process where it is: for its driver, to stop it at a limit or for the user.
    ///
    /// **Effects**: an input to the run like any other; whoever replays it must do so at the same moment.
    pub fn end(&mut self, ending: Ending) {
        if self.ending.is_none() {
            self.ending = Some(ending);
            self.asked = None;
            self.call = None;
        }
    }

    /// How it ended, if it has.
    pub fn ending(&self) -> Option<&Ending> {
        self.ending.as_ref()
    }

    /// Gives back all memory, and says what was released, lowest addresses first.
    pub fn release(&mut self) -> Vec<Released> {
        self.space.release(&mut self.machine)
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
        &self.image
    }

    /// What it was started with.
    pub fn config(&self) -> &Config {
        &self.config
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
        self.heap.clone()
    }

    /// The stack's mapping, if it has not been released.
    pub fn stack(&self) -> Option<&Mapping> {
        self.space.of_kind(MappingKind::Stack)
    }

    /// The numbers of the system calls that were asked for and are not there.
    pub fn unsupported_calls(&self) -> &BTreeSet<u64> {
        &self.unsupported
    }

    /// A hash of the whole state: the machine's, and what the kernel's side remembers.
    pub fn state_hash(&self) -> u64 {
        let words = [
            self.heap.start.0,
            self.heap.end.0,
            self.random_count,
            self.ignored_signals,
            self.time_skipped,
        ];
        let flags = [self.ending.is_some(), self.asked.is_some()].map(u64::from);
        let mappings = self.mappings().iter().flat_map(|mapping| {
            [mapping.start.0, mapping.end.0, mapping.kind as u64, mapping.resident_pages]
        });
        let mix = |hash: u64, word: u64| {
            (hash ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29)
        };
        words.into_iter().chain(flags).chain(mappings).fold(self.machine.state_hash(), mix)
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
