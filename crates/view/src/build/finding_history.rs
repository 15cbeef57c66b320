//! The past of findings: whose garbage it is, where an access lands, when an object died.

use checker::{AccessRecord, Code, Lifetime, ObjectKind, ObjectRecord, When};

use super::finding::Telling;
use super::finding_words::{address, bytes, capital, decode, describe, distance, stack_shares};
use super::typed::Memory;
use crate::GarbageSource;

/// What lies where an access goes.
pub(crate) struct Landing {
    /// `` `x` of main``.
    pub(crate) words: String,
    /// ` (declared line 3)`.
    since: String,
    /// Its type, if it is a scalar that is hit as a whole.
    ty: Option<String>,
}

impl Telling<'_> {
    /// The sentences on bytes and on the past.
    pub(crate) fn history(&self) -> Vec<String> {
        let mut history = Vec::new();
        match self.finding.code {
            Code::UninitialisedRead => history.extend(self.garbage()),
            Code::OutOfBoundsRead | Code::OutOfBoundsWrite | Code::OutOfBoundsMember => {
                history.extend(self.where_it_lands());
            }
            Code::UseAfterFree
            | Code::UseAfterReturn
            | Code::UseAfterScope
            | Code::DoubleFree
            | Code::InvalidFree
            | Code::BadRealloc => history.extend(self.lifetime()),
            Code::NullDereference | Code::WildDereference => history.extend(self.target()),
            Code::StackOverflow => history.extend(self.finding.stack.as_ref().map(stack_shares)),
            _ => {}
        }
        let explanation = self.finding.code.class().explanation;
        if !explanation.is_empty() {
            history.push(explanation.into());
        }
        if self.finding.count > 1 {
            history.push(format!("It happens {} times at this place.", self.finding.count));
        }
        history
    }

    /// What an object without a value holds, and who left it there.
    fn garbage(&self) -> Option<String> {
        let access = self.access()?;
        if let Some(missing) = self.missing() {
            let (missing, size) = (bytes(missing), bytes(access.size));
            return Some(format!("Of its {size}, {missing} have no value."));
        }
        let found = self.look.replay.garbage(access.address, access.size.min(4096))?;
        let value = decode(&access.ty, &found.bytes);
        let holds = format!("Its {} hold {value}.", bytes(access.size));
        let from = self.look.garbage_source(&found.source, access.address);
        Some(match from {
            GarbageSource::Loader => format!(
                "{holds} Nothing has been written there yet: they are zeros that came with the page."
            ),
            GarbageSource::Object { name, function: Some(function), step, .. } => {
                let written = step.map_or(String::new(), |step| format!(" in step {step}"));
                let popped = self.look.replay.ghosts().iter().rev().find(|ghost| {
                    ghost.function == function && ghost.frame.contains(access.address)
                });
                match popped {
                    Some(ghost) => format!(
                        "{holds} That is garbage: `{name}` of `{function}` was at this address \
                         until {function} returned (step {}), and nothing has overwritten it \
                         since.",
                        ghost.popped.step
                    ),
                    None => format!(
                        "{holds} That is garbage: it was written{written}, when `{name}` of \
                         `{function}` was at this address; nothing has overwritten it since."
                    ),
                }
            }
            GarbageSource::Object { name, step, .. } => format!(
                "{holds} That is garbage, left by {name}{}.",
                step.map_or(String::new(), |step| format!(" in step {step}"))
            ),
            GarbageSource::Unnamed { function: Some(function), step } => format!(
                "{holds} That is garbage, left there by {function}{}; it never was a value of \
                 this object.",
                step.map_or(" before main began".into(), |step| format!(" in step {step}"))
            ),
            GarbageSource::Unnamed { function: None, .. } => {
                format!("{holds} That is garbage, left there before main began.")
            }
        })
    }

    /// How many bytes of a read have no value, if others have one.
    pub(crate) fn missing(&self) -> Option<u64> {
        let poison = &self.finding.indeterminate;
        let missing = poison.iter().filter(|&&bits| bits != 0).count();
        (missing > 0 && missing < poison.len()).then_some(missing as u64)
    }

    /// Where an access outside of its object goes, and what is there.
    fn where_it_lands(&self) -> Vec<String> {
        let (Some(access), Some(object)) = (self.access(), self.object()) else { return vec![] };
        let (low, _) = access.reach.unwrap_or((object.start, object.start));
        let offset = access.address.wrapping_sub(low) as i64;
        let verb = if access.is_write { "writes" } else { "reads" };
        let subject = match &self.finding.site.library {
            Some(library) => library.clone(),
            None => "It".into(),
        };
        let where_it_is = match self.finding.code {
            Code::OutOfBoundsMember => format!("still inside {}", self.object_words()),
            _ => format!("{} {}", distance(access, Some(object)), self.object_words()),
        };
        let size = match object.kind {
            ObjectKind::Allocated | ObjectKind::OnStack { .. } => String::new(),
            _ => format!("{} ", bytes(object.size)),
        };
        let mut sentence = format!(
            "{subject} {verb} {} at offset {offset}, {where_it_is} ({size}at {})",
            bytes(access.size),
            address(object.start)
        );
        if let Some(there) = self.lands_on(access) {
            let belongs =
                if access.size == 1 { "byte there belongs" } else { "bytes there belong" };
            sentence.push_str(&format!("; the {belongs} to {}{}", there.words, there.since));
            sentence.extend(self.overwritten(access, &there));
        }
        vec![format!("{sentence}.")]
    }

    /// What lies where an access goes that should not be there.
    pub(crate) fn lands_on(&self, access: &AccessRecord) -> Option<Landing> {
        let function = &self.finding.site.function;
        if let Some(there) = &access.lands_in {
            let verb = match there.kind {
                ObjectKind::Allocated | ObjectKind::OnStack { .. } => "allocated",
                _ => "declared",
            };
            let line = there.place.as_ref().map(|place| place.line).filter(|&line| line > 0);
            let is_whole = there.start == access.address && there.size == access.size;
            return Some(Landing {
                words: describe(there, function),
                since: line.map_or(String::new(), |line| format!(" ({verb} line {line})")),
                ty: is_whole.then(|| there.ty.clone()),
            });
        }
        let plain = |words: String| Landing { words, since: String::new(), ty: None };
        match self.finding.code {
            Code::OutOfBoundsMember => self.member_hit(access),
            Code::OutOfBoundsRead | Code::OutOfBoundsWrite => {
                self.header_hit(access.address).map(plain)
            }
            Code::UseAfterFree => {
                let block = self.look.replay.heap_history().block_around(access.address)?;
                let is_other = block.died.is_none();
                is_other.then(|| plain(format!("a newer block of {}", bytes(block.size))))
            }
            _ => None,
        }
    }

    /// The member or element of the object that an access beyond an inner array reaches.
    fn member_hit(&self, access: &AccessRecord) -> Option<Landing> {
        let object = self.object()?;
        let memory = self.look.objects();
        let frames = memory.stack.frames.iter().flat_map(|frame| &frame.rows);
        let blocks = memory.heap.chunks.iter().map(|chunk| &chunk.content);
        let mut rows = frames.chain(&memory.globals).chain(blocks);
        let mut row = rows.find(|row| {
            row.address == object.start && row.size == object.size && !row.name.is_empty()
        })?;
        let mut path = row.name.clone();
        while let Some(part) = row.elements.iter().find(|part| {
            access.address.wrapping_sub(part.address) < part.size && !part.name.is_empty()
        }) {
            path = super::typed::join(&path, &part.name);
            row = part;
        }
        let is_whole = row.address == access.address && row.size == access.size;
        let ty = is_whole.then(|| row.ty.clone());
        Some(Landing { words: format!("`{path}`"), since: String::new(), ty })
    }

    /// The allocator's header that an address is in.
    fn header_hit(&self, address: u64) -> Option<String> {
        let blocks = self.look.replay.heap_history().blocks();
        let next = blocks.filter(|block| block.start > address).min_by_key(|block| block.start)?;
        let is_header = next.start - address <= super::heap::HEADER_SIZE;
        is_header.then(|| {
            format!(
                "the header in which the allocator keeps the size of the next block ({})",
                bytes(next.size)
            )
        })
    }

    /// What a scalar that is hit becomes.
    fn overwritten(&self, access: &AccessRecord, there: &Landing) -> Option<String> {
        let ty = there.ty.as_ref()?;
        if !access.is_write || self.finding.site.library.is_some() {
            return None;
        }
        let mut old = vec![0; access.size.min(8) as usize];
        self.look.peek(access.address, &mut old);
        let new = self.stored()?.to_le_bytes();
        let (old, new) = (decode(ty, &old), decode(ty, new.get(..old.len())?));
        Some(format!(", which changes from {old} to {new}"))
    }

    /// The value that the instruction is about to store.
    fn stored(&self) -> Option<u64> {
        let mut word = [0; 4];
        self.look.peek(self.finding.pc, &mut word);
        let insn = riscv::decode(u32::from_le_bytes(word))?;
        let is_store =
            matches!(insn.op, riscv::Op::Sb | riscv::Op::Sh | riscv::Op::Sw | riscv::Op::Sd);
        let is_here = self.look.pc() == self.finding.pc;
        (is_store && is_here).then(|| self.look.process().machine().hart.get(insn.rs2))
    }

    /// How the object's lifetime ended.
    fn lifetime(&self) -> Vec<String> {
        let Some(object) = self.object() else { return vec![] };
        let words = capital(&self.object_words());
        let at = |when: &When| {
            let place = self.look.viewer.call(when.pc).filter(|place| place.line > 0);
            match (place, when.step) {
                (Some(place), 0) => format!("{}:{}", place.file, place.line),
                (Some(place), step) => format!("{}:{}, step {step}", place.file, place.line),
                (None, step) => format!("step {step}"),
            }
        };
        let what = match &object.lifetime {
            Lifetime::Live => return self.inside(object),
            Lifetime::Freed(when) => {
                let born = at(&object.born);
                let again = self.handed_out_again(object, when).unwrap_or_default();
                format!("{words} was allocated ({born}) and freed ({}).{again}", at(when))
            }
            Lifetime::Resized(when) => {
                format!("{words} was given another size by realloc ({}).", at(when))
            }
            Lifetime::Returned(when) => {
                let function = match &object.kind {
                    ObjectKind::Automatic { function } | ObjectKind::OnStack { function } => {
                        function.as_str()
                    }
                    _ => "its function",
                };
                format!(
                    "The pointer leads to {}, whose frame was popped when {function} returned \
                     (step {}).",
                    self.object_words(),
                    when.step
                )
            }
            Lifetime::ScopeEnded(when) => {
                format!("{words} lived until its block was left (step {}).", when.step)
            }
        };
        vec![what]
    }

    /// Who has the bytes of a freed block now.
    fn handed_out_again(&self, object: &ObjectRecord, freed: &When) -> Option<String> {
        let block = self.look.replay.heap_history().block_around(object.start)?;
        let is_again = block.died.is_none() && block.born.moment > freed.moment;
        let place = self.look.viewer.call(block.born.pc).filter(|_| is_again)?;
        Some(format!(
            " Since then its bytes were handed out again ({}:{}, step {}): two owners share them.",
            place.file, place.line, block.born.step
        ))
    }

    /// Where in a live object an invalid pointer leads.
    fn inside(&self, object: &ObjectRecord) -> Vec<String> {
        let words = self.object_words();
        match object.kind {
            ObjectKind::Allocated => {
                vec![format!("The pointer leads into the middle of {words}, not to its start.")]
            }
            _ => vec![format!("The pointer leads to {words}, which malloc did not make.")],
        }
    }

    /// What is at the address of an access that nothing allows.
    fn target(&self) -> Option<String> {
        let access = self.access()?;
        let at = address(access.address);
        let there = self.look.process().mapping_at(machine::VirtAddr(access.address));
        let act = if access.is_write { "written" } else { "read" };
        Some(match there {
            None => format!("Address {at} would be {act}; nothing is mapped there."),
            Some(mapping) => format!(
                "Address {at} would be {act}; it is in {}, which does not allow that.",
                mapping.kind.name()
            ),
        })
    }
}
