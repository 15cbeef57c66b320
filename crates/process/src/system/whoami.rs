//! Who and where the process is: fixed answers, the same everywhere.

use super::{Arguments, Stop};
use crate::Process;
use machine::VirtAddr;

/// The process's number, and its only thread's.
pub(super) const PROCESS_ID: u64 = 2;

pub(super) fn process_id(_: &mut Process, _: Arguments) -> Result<u64, Stop> {
    Ok(PROCESS_ID)
}

pub(super) fn parent_id(_: &mut Process, _: Arguments) -> Result<u64, Stop> {
    Ok(1)
}

pub(super) fn user_id(_: &mut Process, _: Arguments) -> Result<u64, Stop> {
    Ok(1000)
}

/// Granted without effect.
pub(super) fn zero(_: &mut Process, _: Arguments) -> Result<u64, Stop> {
    Ok(0)
}

/// `struct utsname`: six strings of 65 bytes.
pub(super) fn uname(process: &mut Process, [target, ..]: Arguments) -> Result<u64, Stop> {
    const FIELD_SIZE: usize = 65;
    let fields = ["Linux", "cutaway", "6.12.0", "#1", "riscv64", "(none)"];
    let mut bytes = vec![0; FIELD_SIZE * fields.len()];
    for (slot, field) in bytes.chunks_exact_mut(FIELD_SIZE).zip(fields) {
        slot[..field.len()].copy_from_slice(field.as_bytes());
    }
    process.copy_out(VirtAddr(target), &bytes)?;
    Ok(0)
}
