//! Reading and writing what is open.

use super::description::{DescriptionNumber, O_APPEND, O_NONBLOCK, OpenFile};
use super::inode::{Content, Device, InodeNumber, PipeNumber};
use crate::signals::SIGPIPE;
use crate::system::{Stop, Wait};
use crate::{Answer, Errno, FileRequest, Process, Request};

/// The most that one system call moves. **Rule**: Linux allows 2 GiB less a page, and any call may move less.
pub(super) const TRANSFER_SIZE_MAX_BYTES: u64 = 32 << 20;

impl Process {
    /// Reads from what is open: at an offset, or where the description stands, which moves on. None at the end.
    pub(super) fn read_file(
        &mut self,
        number: DescriptionNumber,
        offset: Option<u64>,
        count_max: u64,
    ) -> Result<Vec<u8>, Stop> {
        let count_max = count_max.min(TRANSFER_SIZE_MAX_BYTES);
        let description = self.files.description(number)?;
        if !description.reads() {
            return Err(Errno::BadDescriptor.into());
        }
        let (at, waits) = (offset.unwrap_or(description.offset), !description.has(O_NONBLOCK));
        let bytes = match description.file.clone() {
            OpenFile::Pipe(pipe) | OpenFile::Socket(pipe, _) => {
                return self.read_pipe(pipe, count_max, waits);
            }
            OpenFile::Event(_) => return self.read_event(number, count_max),
            OpenFile::Stream(stream) => return self.read_stream(stream, count_max),
            OpenFile::Memory(inode) => self.read_memory(inode, at, count_max)?,
            OpenFile::Host(handle, _) => {
                self.ask_bytes(FileRequest::ReadAt { handle, offset: at, count_max }, count_max)?
            }
            OpenFile::Text(text) => {
                let start = usize::try_from(at).unwrap_or(usize::MAX).min(text.len());
                let end = start.saturating_add(count_max as usize).min(text.len());
                text[start..end].to_vec()
            }
            OpenFile::Directory(..) => return Err(Errno::IsDirectory.into()),
            OpenFile::Poll(_) | OpenFile::Place(_) => return Err(Errno::Invalid.into()),
        };
        if offset.is_none() {
            self.files.description_mut(number)?.offset = at + bytes.len() as u64;
        }
        Ok(bytes)
    }

    /// Asks for bytes; an empty wish needs no answer.
    fn ask_bytes(&mut self, request: FileRequest, count_max: u64) -> Result<Vec<u8>, Stop> {
        if count_max == 0 {
            return Ok(vec![]);
        }
        match self.ask(Request::File(request))? {
            Answer::Bytes(mut bytes) => {
                bytes.truncate(count_max as usize);
                Ok(bytes)
            }
            _ => Err(Errno::Io.into()),
        }
    }

    fn read_stream(&mut self, descriptor: u32, count_max: u64) -> Result<Vec<u8>, Stop> {
        if count_max == 0 {
            return Ok(vec![]);
        }
        match self.ask(Request::Read { descriptor, count_max })? {
            Answer::Bytes(mut bytes) => {
                bytes.truncate(count_max as usize);
                Ok(bytes)
            }
            _ => Err(Errno::Io.into()),
        }
    }

    fn read_memory(
        &mut self,
        number: InodeNumber,
        offset: u64,
        count_max: u64,
    ) -> Result<Vec<u8>, Stop> {
        match &self.files.tree.get(number)?.content {
            Content::Regular(bytes) => Ok(bytes.read(offset, count_max)),
            Content::Device(Device::Null) => Ok(vec![]),
            Content::Device(Device::Zero | Device::Full) => Ok(vec![0; count_max as usize]),
            Content::Device(Device::Random) => Ok(self.random_bytes(count_max)),
            _ => Err(Errno::Io.into()),
        }
    }

    fn read_pipe(
        &mut self,
        number: PipeNumber,
        count_max: u64,
        waits: bool,
    ) -> Result<Vec<u8>, Stop> {
        if count_max == 0 {
            return Ok(vec![]);
        }
        match self.files.pipe_mut(number)?.read(count_max as usize) {
            Some(bytes) => {
                self.wake_all(|wait| *wait == Wait::Writable(number));
                Ok(bytes)
            }
            None if waits => Err(Stop::Block(Wait::Readable(number))),
            None => Err(Errno::TryAgain.into()),
        }
    }

    /// **Rule**: `man 2 eventfd`.
    fn read_event(&mut self, number: DescriptionNumber, size: u64) -> Result<Vec<u8>, Stop> {
        if size < 8 {
            return Err(Errno::Invalid.into());
        }
        let description = self.files.description_mut(number)?;
        let waits = !description.has(O_NONBLOCK);
        let OpenFile::Event(event) = &mut description.file else { return Err(Errno::Io.into()) };
        if event.count == 0 {
            let wait = Stop::Block(Wait::Readable(number));
            return Err(if waits { wait } else { Errno::TryAgain.into() });
        }
        let taken = if event.is_semaphore { 1 } else { event.count };
        event.count -= taken;
        event.news[1] += 1;
        self.wake_all(|wait| *wait == Wait::Writable(number));
        Ok(taken.to_le_bytes().to_vec())
    }

    /// Writes to what is open: at an offset, or where the description stands, which moves on. Says how much.
    pub(super) fn write_file(
        &mut self,
        number: DescriptionNumber,
        offset: Option<u64>,
        bytes: &[u8],
    ) -> Result<u64, Stop> {
        let description = self.files.description(number)?;
        if !description.writes() {
            return Err(Errno::BadDescriptor.into());
        }
        let (mut at, waits) = (offset.unwrap_or(description.offset), !description.has(O_NONBLOCK));
        let appends = description.has(O_APPEND);
        let count = match description.file.clone() {
            OpenFile::Pipe(pipe) | OpenFile::Socket(_, pipe) => {
                return self.write_pipe(pipe, bytes, waits);
            }
            OpenFile::Event(_) => return self.write_event(number, bytes),
            OpenFile::Stream(stream) => return self.write_stream(stream, bytes),
            OpenFile::Memory(inode) => {
                if appends && let Ok(file) = self.files.tree.bytes(inode) {
                    at = file.size();
                }
                self.write_memory(inode, at, bytes)?
            }
            OpenFile::Host(handle, _) => {
                if appends {
                    at = self.description_status(number)?.size;
                }
                self.write_host(handle, at, bytes)?
            }
            _ => return Err(Errno::Invalid.into()),
        };
        if offset.is_none() {
            self.files.description_mut(number)?.offset = at + count;
        }
        Ok(count)
    }

    fn write_host(&mut self, handle: u64, offset: u64, bytes: &[u8]) -> Result<u64, Stop> {
        if bytes.is_empty() {
            return Ok(0);
        }
        let size = bytes.len() as u64;
        let request = FileRequest::WriteAt { handle, offset, bytes: bytes.to_vec() };
        match self.ask(Request::File(request))? {
            Answer::Count(count) => Ok(count.min(size)),
            _ => Err(Errno::Io.into()),
        }
    }

    /// Writes to a standard stream; the driver may write less.
    fn write_stream(&mut self, descriptor: u32, bytes: &[u8]) -> Result<u64, Stop> {
        if bytes.is_empty() {
            return Ok(0);
        }
        let size = bytes.len() as u64;
        match self.ask(Request::Write { descriptor, bytes: bytes.to_vec() }) {
            Ok(Answer::Count(count)) => Ok(count.min(size)),
            Ok(_) => Err(Errno::Io.into()),
            Err(stop) => {
                if stop == Stop::Errno(Errno::BrokenPipe) {
                    self.send_to_self(SIGPIPE);
                }
                Err(stop)
            }
        }
    }

    fn write_memory(
        &mut self,
        number: InodeNumber,
        offset: u64,
        bytes: &[u8],
    ) -> Result<u64, Stop> {
        let time = self.wall_time();
        match &self.files.tree.get(number)?.content {
            Content::Regular(_) => {
                let written = self.files.tree.write(number, offset, bytes, time);
                written.map_err(|errno| self.tell_if_full(errno))
            }
            Content::Device(Device::Full) if bytes.is_empty() => Ok(0),
            Content::Device(Device::Full) => Err(Errno::NoSpace.into()),
            Content::Device(Device::Terminal) => Err(Errno::Io.into()),
            Content::Device(_) => Ok(bytes.len() as u64),
            _ => Err(Errno::Invalid.into()),
        }
    }

    /// Writes all to a pipe, waiting as often as it must. What has been written before a wait, the call remembers.
    fn write_pipe(&mut self, number: PipeNumber, bytes: &[u8], waits: bool) -> Result<u64, Stop> {
        let before = self.moved().min(bytes.len() as u64);
        let rest = &bytes[before as usize..];
        if rest.is_empty() {
            return Ok(before);
        }
        let pipe = self.files.pipe_mut(number)?;
        if pipe.is_broken() {
            self.send_to_self(SIGPIPE);
            return if before > 0 { Ok(before) } else { Err(Errno::BrokenPipe.into()) };
        }
        let count = pipe.accepts(rest.len());
        if count > 0 {
            pipe.write(&rest[..count]);
            self.wake_all(|wait| *wait == Wait::Readable(number));
        }
        let written = before + count as u64;
        if written == bytes.len() as u64 || !waits && written > 0 {
            return Ok(written);
        }
        if !waits {
            return Err(Errno::TryAgain.into());
        }
        self.set_moved(written);
        Err(Stop::Block(Wait::Writable(number)))
    }

    /// **Rule**: `man 2 eventfd`.
    fn write_event(&mut self, number: DescriptionNumber, bytes: &[u8]) -> Result<u64, Stop> {
        let Some(value) = bytes.first_chunk().copied().map(u64::from_le_bytes) else {
            return Err(Errno::Invalid.into());
        };
        let description = self.files.description_mut(number)?;
        let waits = !description.has(O_NONBLOCK);
        let OpenFile::Event(event) = &mut description.file else { return Err(Errno::Io.into()) };
        if value == u64::MAX {
            return Err(Errno::Invalid.into());
        }
        match event.count.checked_add(value).filter(|&count| count < u64::MAX) {
            Some(count) => event.count = count,
            None if waits => return Err(Stop::Block(Wait::Writable(number))),
            None => return Err(Errno::TryAgain.into()),
        }
        event.news[0] += 1;
        self.wake_all(|wait| *wait == Wait::Readable(number));
        Ok(8)
    }
}
