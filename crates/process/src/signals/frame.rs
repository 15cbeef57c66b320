//! The frame on the stack that a signal handler returns through.
//!
//! ```text
//!      sp →    0  siginfo_t                              128 bytes
//!            128  ucontext: uc_flags, uc_link              8 + 8
//!            144            uc_stack: sp, flags, size     24
//!            168            uc_sigmask, and room         128
//!            304            sc_regs: pc, x1 … x31        256      aligned to 16
//!            560            sc_fpregs: f0 … f31, fcsr    528      as large as the Q extension's
//!           1088  end
//! ```
//! **Rule**: Linux `arch/riscv/kernel/signal.c`, `arch/riscv/include/uapi/asm/{sigcontext,ucontext,ptrace}.h`.

use super::{
    Action, AlternateStack, SA_ONSTACK, SIGNAL_INFO_SIZE, SIGSEGV, SignalInfo, UNBLOCKABLE,
};
use crate::layout::TRAMPOLINE;
use crate::{Errno, MappingKind, Process};
use machine::{PAGE_SIZE, Perm, VirtAddr};
use riscv::Reg;

const CONTEXT: usize = SIGNAL_INFO_SIZE;
const STACK: usize = CONTEXT + 16;
const MASK: usize = STACK + 24;
const REGISTERS: usize = CONTEXT + 176;
const FLOATS: usize = REGISTERS + 256;
const FLOAT_STATUS: usize = FLOATS + 256;
const FRAME_SIZE: usize = FLOATS + 528;

/// The least alternate stack. **Rule**: Linux `MINSIGSTKSZ`.
pub(crate) const SIGNAL_STACK_SIZE_MIN: u64 = 2048;

const SS_ONSTACK: u32 = 1;
pub(crate) const SS_DISABLE: u32 = 2;
pub(crate) const SS_AUTODISARM: u32 = 1 << 31;

/// `li a7, 139` (`rt_sigreturn`), `ecall`.
const TRAMPOLINE_CODE: [u8; 8] = [0x93, 0x08, 0xb0, 0x08, 0x73, 0x00, 0x00, 0x00];

fn put(frame: &mut [u8], at: usize, word: u64) {
    frame[at..at + 8].copy_from_slice(&word.to_le_bytes());
}

fn get(frame: &[u8], at: usize) -> u64 {
    frame[at..at + 8].try_into().map_or(0, u64::from_le_bytes)
}

impl Process {
    /// Maps the page of the instructions that handlers return to, if it is not there yet.
    pub(crate) fn map_trampoline(&mut self) -> Result<(), Errno> {
        if self.space.find(TRAMPOLINE).is_some() {
            return Ok(());
        }
        let end = TRAMPOLINE.offset(PAGE_SIZE);
        let mapped = self.map_range(TRAMPOLINE, end, Perm::RX, MappingKind::Trampoline);
        mapped.map_err(|_| Errno::NoMemory)?;
        if !self.populate(TRAMPOLINE) {
            return Err(Errno::NoMemory);
        }
        self.machine.poke(TRAMPOLINE, &TRAMPOLINE_CODE).map_err(|_| Errno::NoMemory)
    }

    /// Pushes the frame of a handler, and points the registers at it: `a0` the signal's number, `a1` and `a2` what else it
    /// is told, `ra` the trampoline. `mask` is the one that the return restores.
    pub(super) fn push_signal_frame(
        &mut self,
        info: &SignalInfo,
        action: Action,
        mask: u64,
    ) -> Result<(), Errno> {
        self.map_trampoline()?;
        let start = self.signal_frame_start(action)?;
        let mut frame = vec![0; FRAME_SIZE];
        frame[..SIGNAL_INFO_SIZE].copy_from_slice(&info.bytes());
        frame[STACK..STACK + 24].copy_from_slice(&self.alternate_stack_bytes());
        put(&mut frame, MASK, mask);
        let hart = &self.machine.hart;
        put(&mut frame, REGISTERS, hart.pc.0);
        for number in 1..32 {
            put(&mut frame, REGISTERS + 8 * number, hart.x[number]);
        }
        for (number, value) in hart.f.iter().enumerate() {
            put(&mut frame, FLOATS + 8 * number, *value);
        }
        frame[FLOAT_STATUS..FLOAT_STATUS + 4].copy_from_slice(&hart.fcsr.to_le_bytes());
        self.copy_out(VirtAddr(start), &frame)?;
        if self.thread.alternate_stack.is_disarmed_in_handlers {
            self.thread.alternate_stack = AlternateStack::default();
        }
        let hart = &mut self.machine.hart;
        hart.pc = VirtAddr(action.handler);
        hart.set(Reg::RA, TRAMPOLINE.0);
        hart.set(Reg::SP, start);
        hart.set(Reg::A0, u64::from(info.number));
        hart.set(Reg::A1, start);
        hart.set(Reg::A2, start + CONTEXT as u64);
        self.tell_switched();
        Ok(())
    }

    /// Where the frame goes. **Rule**: Linux `get_sigframe`: a frame that would leave the alternate stack is an error.
    fn signal_frame_start(&self, action: Action) -> Result<u64, Errno> {
        let sp = self.machine.hart.get(Reg::SP);
        let stack = self.thread.alternate_stack;
        let start = |top: u64| top.checked_sub(FRAME_SIZE as u64).map(|start| start & !15);
        let is_there = stack.contains(sp);
        let top = match action.flags & SA_ONSTACK != 0 && stack.size > 0 && !is_there {
            true => stack.start.saturating_add(stack.size),
            false => sp,
        };
        let start = start(top).ok_or(Errno::BadAddress)?;
        match is_there && !stack.contains(start) {
            true => Err(Errno::BadAddress),
            false => Ok(start),
        }
    }

    /// `stack_t` of the alternate stack, as it is now.
    pub(crate) fn alternate_stack_bytes(&self) -> [u8; 24] {
        let stack = self.thread.alternate_stack;
        let disarm = if stack.is_disarmed_in_handlers { SS_AUTODISARM } else { 0 };
        let flags = match stack.contains(self.machine.hart.get(Reg::SP)) {
            _ if stack.size == 0 => SS_DISABLE,
            true => SS_ONSTACK,
            false => 0,
        };
        let mut bytes = [0; 24];
        put(&mut bytes, 0, stack.start);
        bytes[8..12].copy_from_slice(&(flags | disarm).to_le_bytes());
        put(&mut bytes, 16, stack.size);
        bytes
    }

    /// Goes back to what the handler interrupted: registers, mask and alternate stack are taken from the frame at `sp`,
    /// as the handler has left them. When there is none, `SIGSEGV` is forced.
    pub(crate) fn return_from_handler(&mut self) {
        let start = VirtAddr(self.machine.hart.get(Reg::SP));
        let Ok(frame) = self.copy_in(start, FRAME_SIZE as u64) else {
            return self.force(SignalInfo::from_kernel(SIGSEGV));
        };
        let hart = &mut self.machine.hart;
        hart.pc = VirtAddr(get(&frame, REGISTERS) & !1);
        for number in 1..32 {
            hart.x[number] = get(&frame, REGISTERS + 8 * number);
        }
        for number in 0..32 {
            hart.f[number] = get(&frame, FLOATS + 8 * number);
        }
        hart.fcsr = get(&frame, FLOAT_STATUS) as u32 & 0xff;
        hart.reservation = None;
        self.thread.mask = get(&frame, MASK) & !UNBLOCKABLE;
        let flags = get(&frame, STACK + 8) as u32;
        self.thread.alternate_stack = match flags & SS_DISABLE {
            0 => AlternateStack {
                start: get(&frame, STACK),
                size: get(&frame, STACK + 16),
                is_disarmed_in_handlers: flags & SS_AUTODISARM != 0,
            },
            _ => AlternateStack::default(),
        };
        self.tell_switched();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `sizeof(struct rt_sigframe)` of Linux, and the offset of `uc_mcontext` that glibc's `ucontext_t` has.
    #[test]
    fn the_frame_is_laid_out_as_linux_does() {
        assert_eq!((FRAME_SIZE, REGISTERS - CONTEXT, FLOAT_STATUS - FLOATS), (1088, 176, 256));
    }
}
