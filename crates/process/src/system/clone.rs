//! Making threads and processes: `clone`, `clone3`, and what they share.

use super::{Arguments, Stop, Wait};
use crate::signals::{Action, AlternateStack, SIGNAL_COUNT};
use crate::task::{Alarm, NOBODY, State, THREAD_COUNT_MAX, Task, Thread};
use crate::{Errno, Limit, Process};
use machine::{Hart, VirtAddr};
use riscv::Reg;

// **Rule**: Linux `include/uapi/linux/sched.h`.
const EXIT_SIGNAL: u64 = 0xff;
const CLONE_VM: u64 = 0x100;
const CLONE_SIGHAND: u64 = 0x800;
const CLONE_VFORK: u64 = 0x4000;
const CLONE_PARENT: u64 = 0x8000;
const CLONE_THREAD: u64 = 0x1_0000;
const CLONE_SETTLS: u64 = 0x8_0000;
const CLONE_PARENT_SETTID: u64 = 0x10_0000;
const CLONE_CHILD_CLEARTID: u64 = 0x20_0000;
const CLONE_CHILD_SETTID: u64 = 0x100_0000;
const CLONE_CLEAR_SIGHAND: u64 = 0x1_0000_0000;

/// Flags that ask for namespaces, or for a descriptor of the process: there are none.
const REFUSED: u64 = 0x2_0000 | 0x80 | 0x1000 | 0x0200_0000 | 0x7c00_0000 | 0x2_0000_0000;

/// What `clone` is asked for.
struct Wish {
    flags: u64,
    exit_signal: u8,
    /// The stack pointer of the new thread; 0 for the same.
    sp: u64,
    parent_id: u64,
    child_id: u64,
    tls: u64,
}

pub(super) fn clone(process: &mut Process, arguments: Arguments) -> Result<u64, Stop> {
    let [flags, sp, parent_id, tls, child_id, _] = arguments;
    let exit_signal = (flags & EXIT_SIGNAL) as u8;
    // The low byte is the signal; 32 bits are looked at.
    let flags = u64::from(flags as u32) & !EXIT_SIGNAL;
    make(process, &Wish { flags, exit_signal, sp, parent_id, child_id, tls })
}

/// `struct clone_args`: flags, pidfd, child_tid, parent_tid, exit_signal, stack, stack_size, tls, then what only namespaces
/// and control groups need.
pub(super) fn clone3(process: &mut Process, [start, size, ..]: Arguments) -> Result<u64, Stop> {
    const SIZE_MIN: u64 = 64;
    if size < SIZE_MIN {
        return Err(Errno::Invalid.into());
    }
    let [flags, _, child_id, parent_id, exit_signal, stack, stack_size, tls] =
        process.copy_in_words(VirtAddr(start))?;
    if flags & EXIT_SIGNAL != 0
        || exit_signal >= SIGNAL_COUNT as u64
        || (stack == 0) != (stack_size == 0)
    {
        return Err(Errno::Invalid.into());
    }
    let sp = stack.wrapping_add(stack_size);
    let exit_signal = exit_signal as u8;
    make(process, &Wish { flags, exit_signal, sp, parent_id, child_id, tls })
}

fn make(process: &mut Process, wish: &Wish) -> Result<u64, Stop> {
    if let Some(child) = process.thread.call.as_ref().and_then(|call| call.child) {
        return wait_for_return(process, child);
    }
    check(wish.flags)?;
    if usize::from(wish.exit_signal) >= SIGNAL_COUNT {
        return Err(Errno::Invalid.into());
    }
    if process.counted_threads() >= THREAD_COUNT_MAX {
        return Err(process.limit_reached(Limit::Threads, Errno::TryAgain).into());
    }
    let id = if wish.flags & CLONE_THREAD != 0 {
        process.add_thread(wish)
    } else {
        process.add_task(wish)?
    };
    if wish.flags & CLONE_VFORK != 0 {
        if let Some(call) = &mut process.thread.call {
            call.child = Some(id);
        }
        return wait_for_return(process, id);
    }
    Ok(id)
}

fn check(flags: u64) -> Result<(), Errno> {
    let needs = |flag: u64, needed: u64| flags & flag == 0 || flags & needed != 0;
    let is_consistent = needs(CLONE_THREAD, CLONE_SIGHAND) && needs(CLONE_SIGHAND, CLONE_VM);
    match is_consistent && flags & REFUSED == 0 {
        true => Ok(()),
        false => Err(Errno::Invalid),
    }
}

/// The parent of a `vfork` sleeps until the child has ended or executes another program.
fn wait_for_return(process: &mut Process, child: u64) -> Result<u64, Stop> {
    let still_borrows = |task: &Task| task.is_alive() && !task.has_memory_of_its_own;
    match process.task_ref(child).is_some_and(still_borrows) {
        true => Err(Stop::Block(Wait::Returned(child))),
        false => Ok(child),
    }
}

impl Process {
    /// How many threads there are, with the processes that have ended and that nobody has waited for.
    /// **Rule**: `man 2 getrlimit`, `RLIMIT_NPROC`.
    fn counted_threads(&self) -> usize {
        1 + self.threads.len() + self.all_tasks().filter(|task| !task.is_alive()).count()
    }

    /// The thread that `clone` returns 0 in: as the current one, but for what was wished.
    fn new_thread(&mut self, wish: &Wish, task: u64, id: u64) -> Thread {
        let mut hart = Hart { reservation: None, ..self.machine.hart.clone() };
        hart.pc = hart.pc.offset(4);
        hart.set(Reg::A0, 0);
        if wish.sp != 0 {
            hart.set(Reg::SP, wish.sp);
        }
        if wish.flags & CLONE_SETTLS != 0 {
            hart.set(Reg::TP, wish.tls);
        }
        let keeps_stack = wish.flags & CLONE_VM == 0 || wish.flags & CLONE_VFORK != 0;
        let alternate_stack =
            if keeps_stack { self.thread.alternate_stack } else { AlternateStack::default() };
        let clears_id = wish.flags & CLONE_CHILD_CLEARTID != 0;
        Thread {
            id,
            task,
            hart,
            state: State::Runnable,
            call: None,
            mask: self.thread.mask,
            mask_to_restore: None,
            pending: vec![],
            alternate_stack,
            clear_child_id: if clears_id { wish.child_id } else { 0 },
            robust_list: 0,
            name: self.thread.name,
        }
    }

    fn add_thread(&mut self, wish: &Wish) -> u64 {
        let id = self.take_id();
        let thread = self.new_thread(wish, self.task.id, id);
        self.threads.insert(id, thread);
        self.tell_ids(wish, id);
        if wish.flags & CLONE_CHILD_SETTID != 0 {
            // As Linux does: an address that is not writable is no error.
            let _ = self.copy_out(VirtAddr(wish.child_id), &(id as u32).to_le_bytes());
        }
        id
    }

    /// Writes the new thread's number where the parent wants it; an address that is not writable is no error.
    fn tell_ids(&mut self, wish: &Wish, id: u64) {
        if wish.flags & CLONE_PARENT_SETTID != 0 {
            let _ = self.copy_out(VirtAddr(wish.parent_id), &(id as u32).to_le_bytes());
        }
    }

    fn add_task(&mut self, wish: &Wish) -> Result<u64, Errno> {
        let shares_memory = wish.flags & CLONE_VM != 0;
        let copy = match shares_memory {
            true => None,
            false => Some(
                self.duplicate_space()
                    .map_err(|_| self.limit_reached(Limit::Memory, Errno::NoMemory))?,
            ),
        };
        let id = self.take_id();
        let space = copy.as_ref().map_or(self.space.id, |copy| copy.id);
        let mut task = Task {
            id,
            space,
            parent: if wish.flags & CLONE_PARENT != 0 { self.task.parent } else { self.task.id },
            pending: vec![],
            alarm: Alarm::default(),
            exit_signal: wish.exit_signal,
            exit_status: None,
            has_memory_of_its_own: wish.flags & CLONE_VFORK == 0,
            ..self.task.clone()
        };
        if wish.flags & CLONE_CLEAR_SIGHAND != 0 {
            task.reset_handlers();
        }
        let thread = self.new_thread(wish, id, id);
        self.files.retain_all(&task.descriptors);
        self.tell_ids(wish, id);
        self.tasks.insert(id, task);
        self.threads.insert(id, thread);
        if wish.flags & CLONE_CHILD_SETTID != 0 {
            let word = (id as u32).to_le_bytes();
            match copy {
                Some(copy) => self.write_in_copy(copy, VirtAddr(wish.child_id), &word),
                None => drop(self.copy_out(VirtAddr(wish.child_id), &word)),
            }
        } else if let Some(copy) = copy {
            self.spaces.insert(copy.id, copy);
        }
        Ok(id)
    }

    /// Adds an address space, having written something in it.
    fn write_in_copy(
        &mut self,
        copy: crate::address_space::AddressSpace,
        at: VirtAddr,
        bytes: &[u8],
    ) {
        let (own, id) = (self.space.id, copy.id);
        self.spaces.insert(id, copy);
        self.enter_space(id);
        // The event is about another process than the one that is watched; there is no error, as in Linux.
        let event_count = self.events.len();
        let _ = self.copy_out(at, bytes);
        self.events.truncate(event_count);
        self.enter_space(own);
    }
}

impl Task {
    /// Handlers become defaults, as when another program is executed; what is ignored stays ignored.
    pub(crate) fn reset_handlers(&mut self) {
        for action in &mut self.actions {
            let handler =
                if action.handler == crate::signals::SIG_IGN { action.handler } else { 0 };
            *action = Action { handler, ..Action::default() };
        }
    }

    /// Whether somebody could wait for it.
    pub(crate) fn has_parent(&self) -> bool {
        self.parent != NOBODY
    }
}
