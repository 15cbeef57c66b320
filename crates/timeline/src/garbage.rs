//! Whose garbage it is: the value that an object without a value of its own holds, and who left it there.

use crate::write_history::Written;
use crate::{Lenses, Session, WriteRecord};
use checker::{Finding, Program, SourcePlace, When};
use image::access::Event;
use machine::VirtAddr;
use process::LoadError;

/// The bytes of an object that has no value of its own, and who left them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Garbage {
    /// The bytes.
    pub bytes: Vec<u8>,
    /// Who wrote the last of them.
    pub source: GarbageSource,
}

/// Who left garbage.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum GarbageSource {
    /// Nobody has written there since the page was made: it holds zeros, or what the loader put there.
    Loader,
    /// The program wrote it.
    Written {
        /// The object that was there then, with its function; `None` for a saved register, a temporary, a block.
        object: Option<String>,
        /// The function whose frame was there then; `None` outside the stack.
        function: Option<String>,
        /// The expression of the user's code that wrote it, or his call that led to it.
        place: Option<SourcePlace>,
        /// When.
        when: When,
    },
}

impl Session {
    /// For an uninitialised read: what it would have read, and who left it there. Found by replay.
    ///
    /// **Errors**: none but those of loading, which came up when the session ran. `None` when the finding is no such read.
    pub fn garbage_of(&self, finding: &Finding) -> Result<Option<Garbage>, LoadError> {
        let Some(access) = finding.access.as_ref().filter(|_| !finding.indeterminate.is_empty())
        else {
            return Ok(None);
        };
        let range = access.address..access.address.saturating_add(access.size);
        let mut replay = self.replay(Lenses { checker: false, writes: Some(vec![range]) })?;
        replay.seek_moment(finding.moment)?;
        Ok(replay.garbage(access.address, finding.indeterminate.len() as u64))
    }
}

impl crate::Replay {
    /// What a range of memory holds here and who left it there, when it counts as garbage.
    ///
    /// `None` without the lens on writes, or where nothing is mapped.
    pub fn garbage(&self, address: u64, size: u64) -> Option<Garbage> {
        let writes = self.write_history()?;
        let mut bytes = vec![0; usize::try_from(size).ok()?];
        self.process().peek(VirtAddr(address), &mut bytes).ok()?;
        let records = (0..size).filter_map(|at| writes.last_write(address.wrapping_add(at)));
        let last = records.max_by_key(|record| record.when.moment);
        let source = last.map_or(GarbageSource::Loader, |record| source_of(self.program(), record));
        Some(Garbage { bytes, source })
    }
}

/// A write, in words that outlive the replay.
pub(crate) fn source_of(program: &Program, record: &WriteRecord) -> GarbageSource {
    let function = |written: &Written| {
        let name = &program.function(written.function).name;
        Some(name.clone()).filter(|name| !name.is_empty())
    };
    let object = |written: &Written| {
        let object = program.object(written.function, written.object?)?;
        Some(object.name.clone()).filter(|name| !name.is_empty())
    };
    GarbageSource::Written {
        object: record.written.as_ref().and_then(object),
        function: record.written.as_ref().and_then(function),
        place: write_place(program, record),
        when: record.when,
    }
}

/// The expression that wrote: the row of the write, of the call, or the statement.
fn write_place(program: &Program, record: &WriteRecord) -> Option<SourcePlace> {
    let pc = record.when.pc;
    let rows = program.rows_at(pc);
    let row = rows.iter().find(|row| matches!(row.event, Event::Write(_) | Event::Call));
    match (program.function_at(pc), row) {
        (Some(function), Some(row)) => Some(program.place(function, row.place)),
        _ => {
            let (function, place) = program.statement_place(pc)?;
            Some(program.place(function, place))
        }
    }
}
