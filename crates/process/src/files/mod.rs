//! The guest's file system as the kernel sees it.
//!
//! Terms: an *inode* is a file apart from its names; a *place* is what a path leads to, in memory, in `/proc` or below a grant; an *open file
//! description* is what `open` makes; a *descriptor* is the number by which a process knows one. What is below a grant belongs
//! to the world outside and is asked for; everything else is here, and is part of the state.

mod bytes;
mod calls;
mod description;
mod descriptors;
mod epoll;
mod inode;
mod map;
mod mount;
mod pipe;
mod place;
mod proc;
mod proc_text;
mod program;
mod readiness;
mod resolve;
mod skeleton;
mod status;
mod transfer;
mod tree;

pub(crate) use calls::*;
pub(crate) use descriptors::{DESCRIPTOR_COUNT_MAX, Descriptors};
pub(crate) use map::MapWish;
pub(crate) use place::Place;
pub(crate) use program::Program;

use crate::system::{Stop, Wait};
use crate::{Answer, Errno, FileKind, FileRequest, Handle, Limit, Process, Request};
use description::{Description, DescriptionNumber, OpenFile};
use descriptors::Descriptor;
use inode::PipeNumber;
use mount::Mounts;
use pipe::{CAPACITY_BYTES, PIPE_ATOMIC_SIZE_BYTES, Pipe};
use status::Status;
use std::collections::BTreeMap;
use tree::Tree;

/// Everything about files that does not belong to one process.
#[derive(Clone, Debug)]
pub(crate) struct Files {
    tree: Tree,
    /// The program that everything began with.
    first_program: inode::InodeNumber,
    mounts: Mounts,
    descriptions: BTreeMap<DescriptionNumber, Description>,
    pipes: BTreeMap<PipeNumber, Pipe>,
    /// The number given last to a description or a pipe.
    last: u64,
    /// The handle given last to a file below a grant.
    last_handle: Handle,
    /// Handles that the world outside has not been told yet that they are closed.
    closed_handles: Vec<Handle>,
}

impl Files {
    /// Where the program is that everything began with.
    pub(crate) fn first_program(&self) -> Place {
        Place::Memory(self.first_program)
    }

    /// What is open.
    fn description(&self, number: DescriptionNumber) -> Result<&Description, Errno> {
        self.descriptions.get(&number).ok_or(Errno::BadDescriptor)
    }

    fn description_mut(&mut self, number: DescriptionNumber) -> Result<&mut Description, Errno> {
        self.descriptions.get_mut(&number).ok_or(Errno::BadDescriptor)
    }

    /// Adds a description; whoever gives it descriptors counts them.
    fn add(&mut self, description: Description) -> DescriptionNumber {
        if let OpenFile::Memory(inode) | OpenFile::Place(Place::Memory(inode)) = &description.file {
            self.tree.open(*inode);
        }
        self.last += 1;
        self.descriptions.insert(self.last, description);
        self.last
    }

    /// Adds a pipe with so many open ends.
    fn add_pipe(&mut self, readers: u32, writers: u32) -> PipeNumber {
        let capacity = self.new_pipe_capacity();
        self.last += 1;
        self.pipes.insert(self.last, Pipe::new(readers, writers, capacity));
        self.last
    }

    /// How many bytes may wait in a new pipe: fewer when there are many. **Rule**: `man 7 pipe`, `pipe-user-pages-soft`.
    fn new_pipe_capacity(&self) -> usize {
        const PIPE_COUNT_SOFT: usize = 1024;
        match self.pipes.len() {
            0..PIPE_COUNT_SOFT => CAPACITY_BYTES,
            _ => PIPE_ATOMIC_SIZE_BYTES,
        }
    }

    fn pipe(&self, number: PipeNumber) -> Result<&Pipe, Errno> {
        self.pipes.get(&number).ok_or(Errno::BadDescriptor)
    }

    fn pipe_mut(&mut self, number: PipeNumber) -> Result<&mut Pipe, Errno> {
        self.pipes.get_mut(&number).ok_or(Errno::BadDescriptor)
    }

    /// One more descriptor stands for a description.
    fn retain(&mut self, number: DescriptionNumber) {
        if let Some(description) = self.descriptions.get_mut(&number) {
            description.references += 1;
        }
    }

    /// All descriptors of a table stand for their descriptions once more: for a copy of it.
    pub(crate) fn retain_all(&mut self, descriptors: &Descriptors) {
        for (_, descriptor) in descriptors.iter() {
            self.retain(descriptor.description);
        }
    }

    /// The place that an open file has, or is.
    fn place_of(&self, number: DescriptionNumber) -> Place {
        match self.descriptions.get(&number).map(|description| &description.file) {
            Some(OpenFile::Directory(place, _) | OpenFile::Place(place)) => place.clone(),
            Some(OpenFile::Memory(inode)) => Place::Memory(*inode),
            Some(OpenFile::Host(_, path)) => Place::Host(path.clone()),
            _ => Place::Open(number),
        }
    }

    /// The path of an open file, as `/proc/self/fd` shows it.
    fn path_of(&self, number: DescriptionNumber) -> Vec<u8> {
        let Ok(description) = self.description(number) else { return vec![] };
        match &description.file {
            OpenFile::Stream(number) => format!("pipe:[{number}]").into(),
            OpenFile::Pipe(pipe) if description.path.is_empty() => format!("pipe:[{pipe}]").into(),
            OpenFile::Socket(..) => format!("socket:[{number}]").into(),
            OpenFile::Event(_) => b"anon_inode:[eventfd]".to_vec(),
            OpenFile::Poll(_) => b"anon_inode:[eventpoll]".to_vec(),
            OpenFile::Memory(inode) if self.tree.get(*inode).is_ok_and(|it| it.links == 0) => {
                [&description.path[..], b" (deleted)"].concat()
            }
            _ => description.path.clone(),
        }
    }
}

impl Process {
    /// The description that a descriptor of the current process stands for.
    fn opened(&self, descriptor: u64) -> Result<DescriptionNumber, Errno> {
        Ok(self.task.descriptors.get(descriptor)?.description)
    }

    /// Fails if the current process cannot have another descriptor; the limit is remembered.
    fn check_descriptor_free(&mut self) -> Result<(), Errno> {
        match self.task.descriptors.free_from(0) {
            Ok(_) => Ok(()),
            Err(errno) => Err(self.limit_reached(Limit::Descriptors, errno)),
        }
    }

    /// Gives a description the lowest free descriptor from `first`.
    fn install(
        &mut self,
        description: DescriptionNumber,
        closes_on_exec: bool,
        first: u32,
    ) -> Result<u64, Errno> {
        match self.task.descriptors.free_from(first) {
            Ok(number) => {
                self.files.retain(description);
                let descriptor = Descriptor { description, closes_on_exec };
                self.task.descriptors.set(number, descriptor);
                Ok(number.into())
            }
            Err(errno) => Err(self.limit_reached(Limit::Descriptors, errno)),
        }
    }

    /// Adds a description and gives it a descriptor, which [`Process::check_descriptor_free`] has found to be there.
    fn install_new(
        &mut self,
        description: Description,
        closes_on_exec: bool,
    ) -> Result<u64, Errno> {
        let number = self.files.add(description);
        self.install(number, closes_on_exec, 0)
    }

    /// A descriptor does not stand for a description any more; when it was the last one, the file is closed.
    fn release_description(&mut self, number: DescriptionNumber) {
        let Ok(description) = self.files.description_mut(number) else { return };
        description.references = description.references.saturating_sub(1);
        if description.references == 0
            && let Some(description) = self.files.descriptions.remove(&number)
        {
            self.close_file(description);
            for other in self.files.descriptions.values_mut() {
                if let OpenFile::Poll(interests) = &mut other.file {
                    interests.forget(number);
                }
            }
        }
    }

    fn close_file(&mut self, description: Description) {
        let (reads, writes) = (description.reads(), description.writes());
        match description.file {
            OpenFile::Memory(inode) | OpenFile::Place(Place::Memory(inode)) => {
                self.files.tree.close(inode);
            }
            OpenFile::Host(handle, _) => self.files.closed_handles.push(handle),
            OpenFile::Pipe(pipe) => self.close_ends(pipe, reads, writes),
            OpenFile::Socket(from, to) => {
                self.close_ends(from, true, false);
                self.close_ends(to, false, true);
            }
            _ => {}
        }
    }

    /// Closes ends of a pipe, and wakes those who wait at the others.
    fn close_ends(&mut self, number: PipeNumber, reads: bool, writes: bool) {
        let Ok(pipe) = self.files.pipe_mut(number) else { return };
        pipe.readers -= u32::from(reads);
        pipe.writers -= u32::from(writes);
        pipe.news[0] += u64::from(writes);
        pipe.news[1] += u64::from(reads);
        if pipe.readers + pipe.writers + pipe.coming[0] + pipe.coming[1] == 0 {
            self.files.pipes.remove(&number);
        }
        self.wake_all(|wait| *wait == Wait::Readable(number) || *wait == Wait::Writable(number));
    }

    /// Closes every descriptor of the current process: it ends.
    pub(crate) fn close_all(&mut self) {
        let descriptors = std::mem::take(&mut self.task.descriptors);
        for (_, descriptor) in descriptors.iter() {
            self.release_description(descriptor.description);
        }
    }

    /// Closes the descriptors that another program does not inherit.
    pub(crate) fn close_on_exec(&mut self) {
        let all = self.task.descriptors.iter();
        let closing: Vec<u32> =
            all.filter(|(_, it)| it.closes_on_exec).map(|(number, _)| number).collect();
        for number in closing {
            if let Ok(descriptor) = self.task.descriptors.remove(number.into()) {
                self.release_description(descriptor.description);
            }
        }
    }

    /// What is known of what is open.
    fn description_status(&mut self, number: DescriptionNumber) -> Result<Status, Stop> {
        let (start, now) = (self.start_time(), self.wall_time());
        let description = self.files.description(number)?;
        match description.file.clone() {
            OpenFile::Stream(stream) => {
                Ok(Status::nameless(FileKind::Pipe, u64::from(stream) + 1, start))
            }
            OpenFile::Memory(inode) => Ok(Status::memory(inode, self.files.tree.get(inode)?)),
            OpenFile::Host(handle, path) => {
                match self.ask(Request::File(FileRequest::HandleStatus(handle)))? {
                    Answer::Status(status) => Ok(Status::host(path.grant, &status)),
                    _ => Err(Errno::Io.into()),
                }
            }
            OpenFile::Directory(place, _) | OpenFile::Place(place) => self.status_of(&place),
            OpenFile::Text(_) => Ok(Status::proc(FileKind::Regular, number, now)),
            OpenFile::Pipe(pipe) => Ok(Status::nameless(FileKind::Pipe, pipe, start)),
            OpenFile::Socket(..) => Ok(Status::nameless(FileKind::Socket, number, start)),
            OpenFile::Event(_) | OpenFile::Poll(_) => {
                Ok(Status::nameless(FileKind::Other, number, start))
            }
        }
    }

    /// An error of the file system in memory; when it is full, that is remembered for the user.
    fn tell_if_full(&mut self, errno: Errno) -> Stop {
        if errno == Errno::NoSpace && self.files.tree.is_full {
            return self.limit_reached(Limit::Files, errno).into();
        }
        errno.into()
    }
}
