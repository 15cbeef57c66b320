//! Making pipes and counters.

use crate::files::description::{
    Description, Event, O_CLOEXEC, O_DIRECT, O_NONBLOCK, O_RDONLY, O_RDWR, O_WRONLY, OpenFile,
};
use crate::system::{Arguments, Stop};
use crate::{Errno, Process};
use machine::VirtAddr;

/// **Rule**: `man 2 pipe2`.
pub(crate) fn pipe2(process: &mut Process, [target, flags, ..]: Arguments) -> Result<u64, Stop> {
    let flags = flags as u32;
    if flags & !(O_CLOEXEC | O_DIRECT | O_NONBLOCK) != 0 {
        return Err(Errno::Invalid.into());
    }
    process.install_pair(target, flags, |process| {
        let pipe = process.files.add_pipe(1, 1);
        let end =
            |access| Description::new(OpenFile::Pipe(pipe), access | flags & !O_CLOEXEC, vec![]);
        [end(O_RDONLY), end(O_WRONLY)]
    })
}

impl Process {
    /// Gives two new descriptions descriptors, and writes those to the program.
    pub(super) fn install_pair(
        &mut self,
        target: u64,
        flags: u32,
        make: impl FnOnce(&mut Process) -> [Description; 2],
    ) -> Result<u64, Stop> {
        self.can_copy_out(VirtAddr(target), 8)?;
        self.check_descriptor_free()?;
        let first = self.task.descriptors.free_from(0)?;
        if let Err(errno) = self.task.descriptors.free_from(first + 1) {
            return Err(self.limit_reached(crate::Limit::Descriptors, errno).into());
        }
        let mut numbers = vec![];
        for description in make(self) {
            let number = self.install_new(description, flags & O_CLOEXEC != 0)?;
            numbers.extend((number as u32).to_le_bytes());
        }
        self.copy_out(VirtAddr(target), &numbers)?;
        Ok(0)
    }
}

/// **Rule**: `man 2 eventfd`.
pub(crate) fn eventfd2(process: &mut Process, [count, flags, ..]: Arguments) -> Result<u64, Stop> {
    const EFD_SEMAPHORE: u32 = 1;
    let (count, flags) = (u64::from(count as u32), flags as u32);
    if flags & !(O_CLOEXEC | O_NONBLOCK | EFD_SEMAPHORE) != 0 {
        return Err(Errno::Invalid.into());
    }
    process.check_descriptor_free()?;
    let event = Event { count, is_semaphore: flags & EFD_SEMAPHORE != 0, news: [0; 2] };
    let description = Description::new(OpenFile::Event(event), O_RDWR | flags & O_NONBLOCK, vec![]);
    Ok(process.install_new(description, flags & O_CLOEXEC != 0)?)
}
