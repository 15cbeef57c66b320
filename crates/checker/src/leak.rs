//! Leaks: blocks that nothing refers to when the program ends.

use crate::tags::AllocationId;
use crate::{AfterFinding, Checker, Code, Finding, Site, SourcePlace};
use machine::{PAGE_SIZE, VirtAddr};
use process::{Ending, MappingKind, Process};
use riscv::psabi;
use std::collections::BTreeSet;

impl Checker {
    /// The process has ended: finds the blocks that were lost, and why a fault came. Called once, before its memory
    /// is released.
    ///
    /// **Effects**: appends to [`Checker::findings`]; nothing stops any more.
    pub fn finish(&mut self, process: &Process) {
        self.config.after_finding = AfterFinding::Continue;
        match process.ending() {
            Some(Ending::Exited { .. }) if self.config.finds_leaks => self.find_leaks(process),
            Some(Ending::Signal { fault: Some(fault), .. }) => self.explain_fault(process, fault),
            _ => {}
        }
    }

    fn find_leaks(&mut self, process: &Process) {
        let reached = self.reachable(process);
        let lost: Vec<AllocationId> =
            self.objects.tags.heap().map(|(id, _)| id).filter(|id| !reached.contains(id)).collect();
        for id in lost {
            let Some(allocation) = self.objects.tags.allocation(id).copied() else { continue };
            // What the library allocates for itself is no affair of the user's.
            if allocation.born.pc == 0 {
                continue;
            }
            let object = self.describe(&allocation);
            let program = self.program();
            let function = program.function_at(allocation.born.pc);
            let site = Site {
                pc: allocation.born.pc,
                function: function.map_or(String::new(), |id| program.function(id).name.clone()),
                place: object.place.clone().unwrap_or_default(),
                library: None,
            };
            self.report_once(Finding {
                code: Code::Leak,
                moment: process.moment(),
                step: self.step(),
                pc: allocation.born.pc,
                site,
                access: None,
                object: Some(object),
                indeterminate: vec![],
                stack: None,
                calls: vec![],
                count: 1,
            });
        }
    }

    /// Reports a finding, or counts it when the same was found at the same place.
    fn report_once(&mut self, finding: Finding) {
        let same =
            |known: &&mut Finding| known.code == finding.code && known.site.pc == finding.site.pc;
        match self.findings.iter_mut().find(same) {
            Some(known) => known.count += 1,
            None => self.findings.push(finding),
        }
    }

    /// The live blocks that can be reached from registers that survive calls, static objects and active frames, through
    /// words that have a value. A pointer into the middle of a block counts, so does one past its end.
    fn reachable(&self, process: &Process) -> BTreeSet<AllocationId> {
        let hart = &process.machine().hart;
        let saved = psabi::CALLEE_SAVED.iter().map(|&reg| hart.get(reg));
        let mut reached = BTreeSet::new();
        let mut new: Vec<AllocationId> =
            saved.filter_map(|word| self.block_of_word(word)).collect();
        for mapping in process.mappings() {
            let start = match mapping.kind {
                MappingKind::Data | MappingKind::Bss | MappingKind::Anonymous => mapping.start.0,
                MappingKind::Stack => hart.get(riscv::Reg::SP),
                _ => continue,
            };
            self.scan(process, start.max(mapping.start.0), mapping.end.0, &mut new);
        }
        while let Some(id) = new.pop() {
            if reached.insert(id)
                && let Some(record) = self.objects.tags.allocation(id)
            {
                self.scan(process, record.start, record.end(), &mut new);
            }
        }
        reached
    }

    /// Adds the blocks that the aligned words of a range refer to. Pages that are not resident are zeros.
    fn scan(&self, process: &Process, start: u64, end: u64, found: &mut Vec<AllocationId>) {
        let mut at = start.next_multiple_of(8);
        let mut bytes = [0; PAGE_SIZE as usize];
        while at < end {
            let page_end = (at | (PAGE_SIZE - 1)).saturating_add(1).min(end);
            let count = ((page_end - at) / 8 * 8) as usize;
            if process.machine().peek(VirtAddr(at), &mut bytes[..count]).is_ok() {
                for (index, word) in bytes[..count].chunks_exact(8).enumerate() {
                    let word = word.try_into().map_or(0, u64::from_le_bytes);
                    let address = at + 8 * index as u64;
                    if let Some(id) = self.block_of_word(word)
                        && !self.is_indeterminate(VirtAddr(address), 8)
                    {
                        found.push(id);
                    }
                }
            }
            at = page_end.max(at + 8);
        }
    }

    /// The live block that a word, taken as an address, refers to.
    fn block_of_word(&self, word: u64) -> Option<AllocationId> {
        let tags = &self.objects.tags;
        let one_past = || {
            let id = tags.heap_object_around(word.checked_sub(1)?)?;
            Some(id).filter(|&id| tags.allocation(id).is_some_and(|record| record.end() == word))
        };
        tags.heap_object_around(word).or_else(one_past)
    }

    /// A fault ended the process, and nothing was found at its instruction: a pointer of which nothing was known, or a
    /// full stack.
    fn explain_fault(&mut self, process: &Process, fault: &process::Fault) {
        if self.findings.iter().any(|known| known.moment == process.moment()) {
            return;
        }
        let code = match () {
            () if self.is_stack_full(process, fault) => Code::StackOverflow,
            () if fault.address.0 < PAGE_SIZE => Code::NullDereference,
            () => Code::WildDereference,
        };
        let pc = fault.pc.0;
        let place = match self.program().statement_place(pc) {
            Some((id, place)) => self.program().place(id, place),
            None => SourcePlace::default(),
        };
        let Some(site) = self.site(pc, place, crate::site::Allocators::Reporting) else { return };
        let is_write = fault.access == machine::Access::Store;
        let access = crate::AccessRecord {
            is_write,
            address: fault.address.0,
            size: 1,
            ty: String::new(),
            reach: None,
            lands_in: None,
        };
        self.report_once(Finding {
            code,
            moment: process.moment(),
            step: self.step(),
            pc,
            site,
            access: Some(access),
            object: None,
            indeterminate: vec![],
            stack: (code == Code::StackOverflow).then(|| self.stack_use(process)),
            calls: self.calls(process.machine(), pc),
            count: 1,
        });
    }
}
