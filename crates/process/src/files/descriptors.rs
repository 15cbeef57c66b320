//! Descriptors: the numbers by which a process knows its open files.

use super::description::DescriptionNumber;
use crate::Errno;
use std::collections::BTreeMap;

/// How many descriptors a process may have. **Rule**: `RLIMIT_NOFILE` as Linux sets it, for which programs are written.
pub(crate) const DESCRIPTOR_COUNT_MAX: u32 = 1024;

/// What a descriptor stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Descriptor {
    pub(crate) description: DescriptionNumber,
    /// **Rule**: `FD_CLOEXEC`.
    pub(crate) closes_on_exec: bool,
}

/// The descriptors of a process. Who changes the table also counts the references of descriptions.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub(crate) struct Descriptors {
    table: BTreeMap<u32, Descriptor>,
}

impl Descriptors {
    /// What a descriptor stands for. The argument is an `int`: the upper half of the register does not count.
    pub(crate) fn get(&self, argument: u64) -> Result<Descriptor, Errno> {
        self.table.get(&(argument as u32)).copied().ok_or(Errno::BadDescriptor)
    }

    /// The same, to be changed.
    pub(crate) fn get_mut(&mut self, argument: u64) -> Result<&mut Descriptor, Errno> {
        self.table.get_mut(&(argument as u32)).ok_or(Errno::BadDescriptor)
    }

    /// The lowest number from `first` that is free.
    pub(crate) fn free_from(&self, first: u32) -> Result<u32, Errno> {
        let mut free = first;
        for (&number, _) in self.table.range(first..) {
            if number != free {
                break;
            }
            free += 1;
        }
        if free < DESCRIPTOR_COUNT_MAX { Ok(free) } else { Err(Errno::TooManyFiles) }
    }

    /// Sets a descriptor; says what it stood for before.
    pub(crate) fn set(&mut self, number: u32, descriptor: Descriptor) -> Option<Descriptor> {
        self.table.insert(number, descriptor)
    }

    /// Takes a descriptor away.
    pub(crate) fn remove(&mut self, argument: u64) -> Result<Descriptor, Errno> {
        self.table.remove(&(argument as u32)).ok_or(Errno::BadDescriptor)
    }

    /// All of them, by number.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (u32, Descriptor)> {
        self.table.iter().map(|(number, descriptor)| (*number, *descriptor))
    }

    /// The numbers of a range that are in use.
    pub(crate) fn numbers_in(&self, first: u32, last: u32) -> Vec<u32> {
        self.iter().map(|(number, _)| number).filter(|n| (first..=last).contains(n)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lowest_free_number_is_taken() {
        let mut table = Descriptors::default();
        let descriptor = |description| Descriptor { description, closes_on_exec: false };
        for number in [0, 1, 2, 4] {
            assert_eq!(table.set(number, descriptor(u64::from(number))), None);
        }
        assert_eq!((table.free_from(0), table.free_from(4)), (Ok(3), Ok(5)));
        assert_eq!(table.set(4, descriptor(9)), Some(descriptor(4)));
        assert_eq!(table.free_from(DESCRIPTOR_COUNT_MAX), Err(Errno::TooManyFiles));
        assert_eq!(table.remove(1 << 32 | 4), Ok(descriptor(9)));
        assert_eq!(table.remove(4), Err(Errno::BadDescriptor));
        assert_eq!(table.numbers_in(1, 9), [1, 2]);
    }
}
