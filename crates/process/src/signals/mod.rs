//! Signals: what is sent, what a process does about it, and how a handler is called.

mod deliver;
mod frame;
mod send;

pub(crate) use frame::{SIGNAL_STACK_SIZE_MIN, SS_AUTODISARM, SS_DISABLE};

use crate::Fault;

/// One more than the highest signal number. **Rule**: Linux `_NSIG`.
pub(crate) const SIGNAL_COUNT: usize = 65;

pub(crate) const SIGINT: u8 = 2;
pub(crate) const SIGILL: u8 = 4;
pub(crate) const SIGTRAP: u8 = 5;
pub(crate) const SIGBUS: u8 = 7;
pub(crate) const SIGKILL: u8 = 9;
pub(crate) const SIGSEGV: u8 = 11;
pub(crate) const SIGPIPE: u8 = 13;
pub(crate) const SIGALRM: u8 = 14;
pub(crate) const SIGCHLD: u8 = 17;
const SIGCONT: u8 = 18;
pub(crate) const SIGSTOP: u8 = 19;
const SIGTTOU: u8 = 22;
const SIGURG: u8 = 23;
const SIGWINCH: u8 = 28;

/// The first of the real-time signals, which queue.
const SIGNAL_REAL_TIME_FIRST: u8 = 32;

// `si_code`. **Rule**: Linux `include/uapi/asm-generic/siginfo.h`.
pub(crate) const SI_USER: i32 = 0;
pub(crate) const SI_KERNEL: i32 = 0x80;
pub(crate) const SI_TKILL: i32 = -6;
pub(crate) const SEGV_MAPERR: i32 = 1;
pub(crate) const SEGV_ACCERR: i32 = 2;
pub(crate) const ILL_ILLOPC: i32 = 1;
pub(crate) const BUS_ADRALN: i32 = 1;
pub(crate) const TRAP_BRKPT: i32 = 1;
pub(crate) const CLD_EXITED: i32 = 1;
pub(crate) const CLD_KILLED: i32 = 2;

pub(crate) const SIG_DFL: u64 = 0;
pub(crate) const SIG_IGN: u64 = 1;

// `sa_flags`. **Rule**: Linux `include/uapi/asm-generic/signal-defs.h`.
pub(crate) const SA_NOCLDWAIT: u64 = 2;
pub(crate) const SA_ONSTACK: u64 = 0x0800_0000;
pub(crate) const SA_RESTART: u64 = 0x1000_0000;
pub(crate) const SA_NODEFER: u64 = 0x4000_0000;
pub(crate) const SA_RESETHAND: u64 = 0x8000_0000;

/// A signal that was sent, and what its handler is told.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct SignalInfo {
    pub(crate) number: u8,
    /// `si_code`.
    pub(crate) code: i32,
    pub(crate) cause: SignalCause,
}

/// Why a signal was sent.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum SignalCause {
    /// By the kernel, for no reason that has fields.
    Kernel,
    /// By a process; with a value, if it was queued.
    Sender {
        /// Who.
        process: u64,
        /// `si_value`.
        value: u64,
    },
    /// By an instruction.
    Fault(Fault),
    /// Since a child has ended.
    Child {
        /// Which.
        process: u64,
        /// Its exit status, or the signal that ended it.
        status: u32,
    },
    /// The very bytes that `rt_sigqueueinfo` was given.
    Raw(Box<[u8; SIGNAL_INFO_SIZE]>),
}

/// The size of `siginfo_t`. **Rule**: Linux `SI_MAX_SIZE`.
pub(crate) const SIGNAL_INFO_SIZE: usize = 128;

/// What a process does about a signal. **Rule**: Linux `struct sigaction`, in its order.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(crate) struct Action {
    pub(crate) handler: u64,
    pub(crate) flags: u64,
    pub(crate) mask: u64,
}

/// Where handlers with `SA_ONSTACK` run. **Rule**: `man 2 sigaltstack`.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(crate) struct AlternateStack {
    pub(crate) start: u64,
    /// 0 when there is none.
    pub(crate) size: u64,
    pub(crate) is_disarmed_in_handlers: bool,
}

impl AlternateStack {
    /// Whether a stack pointer is in it. **Rule**: Linux `__on_sig_stack`: one past its first byte to its end.
    pub(crate) fn contains(&self, sp: u64) -> bool {
        sp > self.start && sp - self.start <= self.size
    }
}

impl SignalInfo {
    /// A signal from the kernel.
    pub(crate) fn from_kernel(number: u8) -> SignalInfo {
        SignalInfo { number, code: SI_KERNEL, cause: SignalCause::Kernel }
    }

    /// Its bit in a mask.
    pub(crate) fn bit(&self) -> u64 {
        mask_bit(self.number)
    }

    /// What raised it, if an instruction did.
    pub(crate) fn fault(&self) -> Option<Fault> {
        match self.cause {
            SignalCause::Fault(fault) => Some(fault),
            _ => None,
        }
    }

    /// `siginfo_t`.
    ///
    /// ```text
    ///   0  si_signo   4  si_errno   8  si_code   16  by si_code:
    ///      16 si_addr                         a fault
    ///      16 si_pid   20 si_uid   24 si_value (a sender) or si_status (a child)
    /// ```
    /// **Rule**: Linux `include/uapi/asm-generic/siginfo.h`.
    pub(crate) fn bytes(&self) -> [u8; SIGNAL_INFO_SIZE] {
        let mut bytes = [0; SIGNAL_INFO_SIZE];
        let mut put = |at: usize, field: &[u8]| bytes[at..at + field.len()].copy_from_slice(field);
        match &self.cause {
            SignalCause::Raw(raw) => return **raw,
            SignalCause::Kernel => {}
            SignalCause::Fault(fault) => put(16, &fault.address.0.to_le_bytes()),
            SignalCause::Sender { process, value } => {
                put(16, &(*process as u32).to_le_bytes());
                put(20, &USER_ID.to_le_bytes());
                put(24, &value.to_le_bytes());
            }
            SignalCause::Child { process, status } => {
                put(16, &(*process as u32).to_le_bytes());
                put(20, &USER_ID.to_le_bytes());
                put(24, &status.to_le_bytes());
            }
        }
        put(0, &u32::from(self.number).to_le_bytes());
        put(8, &self.code.to_le_bytes());
        bytes
    }
}

/// The user whom all processes belong to.
pub(crate) const USER_ID: u32 = 1000;

/// The bit of a signal in a mask.
pub(crate) fn mask_bit(number: u8) -> u64 {
    1u64.checked_shl(u32::from(number).wrapping_sub(1)).unwrap_or(0)
}

/// The signals that cannot be blocked.
pub(crate) const UNBLOCKABLE: u64 = 1 << (SIGKILL - 1) | 1 << (SIGSTOP - 1);

/// Whether the default action of a signal leaves the process alive: ignored, or (since nobody could continue it)
/// stopped. **Rule**: POSIX `<signal.h>`.
pub(crate) fn is_ignored_by_default(number: u8) -> bool {
    matches!(number, SIGCHLD | SIGCONT | SIGSTOP..=SIGTTOU | SIGURG | SIGWINCH)
}
