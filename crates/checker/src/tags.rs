//! Tags and allocations: what a pointer was made from.
//!
//! Both are numbered by index, and an index is used again only when a collection has found that no tag in registers or
//! memory refers to it: so a dangling pointer never comes to mean another object, and memory stays bounded.

use crate::{FunctionId, When};
use image::access::ObjectIndex;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// What a pointer was made from, and how far it may reach; [`Tag::NONE`] when that is not known.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) struct Tag(u32);

impl Tag {
    /// Nothing is known of the pointer; it is then never a finding by bounds or lifetime.
    pub(crate) const NONE: Tag = Tag(0);

    #[cfg(test)]
    pub(crate) const fn new(index: u32) -> Tag {
        Tag(index)
    }
}

/// An allocation, by index.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) struct AllocationId(u32);

/// What a tag stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Node {
    pub(crate) allocation: AllocationId,
    /// The first byte that may be reached.
    pub(crate) low: u64,
    /// One past the last byte that may be reached.
    pub(crate) high: u64,
}

/// Which object it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Identity {
    /// An object of a call.
    Automatic { function: FunctionId, object: ObjectIndex },
    /// An object at the end of the stack: a variable length array with the object that keeps its address, or what `alloca`
    /// gave.
    Stack { function: FunctionId, array: Option<ObjectIndex> },
    /// The object with static storage duration at its start; `is_const` when it may not be written.
    Static { is_const: bool },
    /// What an allocator handed out.
    Allocated,
}

/// Whether it lives.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum State {
    Live,
    /// Its block was left.
    ScopeEnded(When),
    /// Its function returned.
    Returned(When),
    /// It was given back.
    Freed(When),
    /// It was given another size: another object is in its place.
    Resized(When),
}

/// The record of an object that pointers may refer to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Allocation {
    pub(crate) identity: Identity,
    pub(crate) start: u64,
    pub(crate) size: u64,
    pub(crate) state: State,
    pub(crate) born: When,
    /// Whether a pointer to it became an integer.
    is_exposed: bool,
    /// The tag of the whole object.
    whole: Tag,
}

impl Allocation {
    pub(crate) fn end(&self) -> u64 {
        self.start.wrapping_add(self.size)
    }

    pub(crate) fn is_live(&self) -> bool {
        self.state == State::Live
    }
}

/// The first threshold for a collection. **Units**: tags.
const COLLECTION_COUNT_MIN: usize = 1 << 16;

/// All tags and allocations.
#[derive(Clone, Debug)]
pub(crate) struct Tags {
    /// Index 0 is [`Tag::NONE`]'s and stands for nothing; `None` is free.
    nodes: Vec<Option<Node>>,
    free_nodes: Vec<u32>,
    allocations: Vec<Option<Allocation>>,
    free_allocations: Vec<u32>,
    /// Tags of parts of objects.
    parts: FxHashMap<(AllocationId, u64, u64), Tag>,
    /// Live exposed objects by their start.
    exposed: BTreeMap<u64, AllocationId>,
    /// Live allocated objects by their start.
    heap: BTreeMap<u64, AllocationId>,
    /// Objects with static storage duration that have a tag, by their start.
    statics: FxHashMap<u64, Tag>,
    collect_at_count: usize,
}

impl Default for Tags {
    fn default() -> Tags {
        Tags {
            nodes: vec![None],
            free_nodes: vec![],
            allocations: vec![],
            free_allocations: vec![],
            parts: FxHashMap::default(),
            exposed: BTreeMap::new(),
            heap: BTreeMap::new(),
            statics: FxHashMap::default(),
            collect_at_count: COLLECTION_COUNT_MIN,
        }
    }
}

impl Tags {
    /// What a tag stands for.
    #[inline]
    pub(crate) fn node(&self, tag: Tag) -> Option<Node> {
        self.nodes.get(tag.0 as usize).copied().flatten()
    }

    /// The record of an allocation.
    #[inline]
    pub(crate) fn allocation(&self, id: AllocationId) -> Option<&Allocation> {
        self.allocations.get(id.0 as usize)?.as_ref()
    }

    /// Whether an object lives and may be read, or written.
    #[inline]
    pub(crate) fn is_usable(&self, id: AllocationId, for_writing: bool) -> bool {
        self.allocation(id).is_some_and(|record| {
            record.is_live()
                && !(for_writing && record.identity == Identity::Static { is_const: true })
        })
    }

    /// The object of a tag.
    pub(crate) fn target(&self, tag: Tag) -> Option<(AllocationId, &Allocation)> {
        let id = self.node(tag)?.allocation;
        Some((id, self.allocation(id)?))
    }

    /// An object is born: returns the tag of pointers to it.
    pub(crate) fn born(&mut self, identity: Identity, start: u64, size: u64, born: When) -> Tag {
        let id = AllocationId(match self.free_allocations.pop() {
            Some(index) => index,
            None => {
                self.allocations.push(None);
                (self.allocations.len() - 1) as u32
            }
        });
        let node = Node { allocation: id, low: start, high: start.wrapping_add(size) };
        let whole = self.add_node(node);
        let state = State::Live;
        let record = Allocation { identity, start, size, state, born, is_exposed: false, whole };
        self.allocations[id.0 as usize] = Some(record);
        if identity == Identity::Allocated {
            self.heap.insert(start, id);
        }
        whole
    }

    /// An object dies.
    pub(crate) fn died(&mut self, id: AllocationId, state: State) {
        let Some(Some(record)) = self.allocations.get_mut(id.0 as usize) else { return };
        record.state = state;
        let start = record.start;
        for index in [&mut self.heap, &mut self.exposed] {
            if index.get(&start) == Some(&id) {
                index.remove(&start);
            }
        }
    }

    fn add_node(&mut self, node: Node) -> Tag {
        let index = self.free_nodes.pop().unwrap_or_else(|| {
            self.nodes.push(None);
            (self.nodes.len() - 1) as u32
        });
        self.nodes[index as usize] = Some(node);
        Tag(index)
    }

    /// The tag of a pointer to a part of what `base` may reach. A part of size 0 is one whose length is not known (C17
    /// 6.7.2.1p18): it reaches as far as `base` does.
    pub(crate) fn part(&mut self, base: Tag, low: u64, size: u64) -> Tag {
        let Some(whole) = self.node(base) else { return Tag::NONE };
        let high = if size == 0 { whole.high } else { low.wrapping_add(size).min(whole.high) };
        let low = low.max(whole.low).min(high);
        if low == whole.low && high == whole.high {
            return base;
        }
        let key = (whole.allocation, low, high);
        if let Some(&tag) = self.parts.get(&key) {
            return tag;
        }
        let tag = self.add_node(Node { allocation: whole.allocation, low, high });
        self.parts.insert(key, tag);
        tag
    }

    /// The tag of the whole object, if that of a pointer reaches so many bytes of it only; else the same tag.
    pub(crate) fn whole_of_scalar(&self, tag: Tag, size: u64) -> Tag {
        match (self.node(tag), self.target(tag)) {
            (Some(node), Some((_, record))) if node.high - node.low == size => record.whole,
            _ => tag,
        }
    }

    /// The tag of an object with static storage duration.
    pub(crate) fn of_static(&mut self, start: u64, size: u64, is_const: bool) -> Tag {
        if let Some(&tag) = self.statics.get(&start) {
            return tag;
        }
        let tag = self.born(Identity::Static { is_const }, start, size, When::default());
        self.statics.insert(start, tag);
        tag
    }

    /// A pointer became an integer: from now on integers may become pointers to its object.
    pub(crate) fn expose(&mut self, tag: Tag) {
        let Some(node) = self.node(tag) else { return };
        let Some(Some(record)) = self.allocations.get_mut(node.allocation.0 as usize) else {
            return;
        };
        if record.is_live() && !record.is_exposed {
            record.is_exposed = true;
            self.exposed.insert(record.start, node.allocation);
        }
    }

    /// The tag of a pointer that was made from an integer: of the exposed object that the address is in, or one past.
    pub(crate) fn of_integer(&self, address: u64) -> Tag {
        let below = self.exposed.range(..=address).rev().take(2);
        let records = below.filter_map(|(_, &id)| self.allocation(id));
        let candidates: Vec<&Allocation> =
            records.filter(|record| address <= record.end()).collect();
        let inside = candidates.iter().find(|record| address < record.end());
        inside.or(candidates.first()).map_or(Tag::NONE, |record| record.whole)
    }

    /// The live allocated object that begins at an address.
    pub(crate) fn heap_object(&self, start: u64) -> Option<AllocationId> {
        self.heap.get(&start).copied()
    }

    /// The live allocated object that an address is in (for an empty one, its start).
    pub(crate) fn heap_object_around(&self, address: u64) -> Option<AllocationId> {
        let (&start, &id) = self.heap.range(..=address).next_back()?;
        let record = self.allocation(id)?;
        (address - start < record.size.max(1)).then_some(id)
    }

    /// The live allocated objects, by address.
    pub(crate) fn heap(&self) -> impl Iterator<Item = (AllocationId, &Allocation)> {
        self.heap.values().filter_map(|&id| Some((id, self.allocation(id)?)))
    }

    /// Whether enough was born to look for what is not needed any more.
    #[inline]
    pub(crate) fn wants_collection(&self) -> bool {
        self.nodes.len() - self.free_nodes.len() >= self.collect_at_count
    }

    /// Forgets dead allocations that none of the tags in use refers to, and parts that none of them is.
    pub(crate) fn collect(&mut self, in_use: impl Iterator<Item = Tag>) {
        let mut keep_node = vec![false; self.nodes.len()];
        let mut keep_allocation = vec![false; self.allocations.len()];
        for tag in in_use {
            if let Some(node) = self.node(tag) {
                keep_node[tag.0 as usize] = true;
                keep_allocation[node.allocation.0 as usize] = true;
            }
        }
        for (index, slot) in self.allocations.iter_mut().enumerate() {
            let Some(record) = slot else { continue };
            if record.is_live() || keep_allocation[index] {
                keep_node[record.whole.0 as usize] = true;
            } else {
                *slot = None;
                self.free_allocations.push(index as u32);
            }
        }
        for (index, slot) in self.nodes.iter_mut().enumerate().skip(1) {
            if slot.is_some() && !keep_node[index] {
                *slot = None;
                self.free_nodes.push(index as u32);
            }
        }
        self.parts.retain(|_, tag| keep_node[tag.0 as usize]);
        let in_use = self.nodes.len() - self.free_nodes.len();
        self.collect_at_count = (2 * in_use).max(COLLECTION_COUNT_MIN);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(tags: &mut Tags, start: u64, size: u64) -> Tag {
        tags.born(Identity::Allocated, start, size, When::default())
    }

    #[test]
    fn parts_are_interned_and_stay_within_their_base() {
        let mut tags = Tags::default();
        let whole = block(&mut tags, 100, 40);
        let part = tags.part(whole, 108, 8);
        assert_eq!(tags.part(whole, 108, 8), part);
        assert_eq!(tags.part(whole, 100, 40), whole);
        let inner = tags.node(tags.parts[&(AllocationId(0), 108, 116)]);
        assert_eq!(inner, tags.node(part));
        let beyond = tags.part(part, 112, 100);
        assert_eq!(tags.node(beyond).map(|node| (node.low, node.high)), Some((112, 116)));
    }

    #[test]
    fn a_dead_record_stays_while_a_tag_refers_to_it() {
        let mut tags = Tags::default();
        let kept = block(&mut tags, 100, 8);
        let lost = block(&mut tags, 200, 8);
        for tag in [kept, lost] {
            let (id, _) = tags.target(tag).unwrap();
            tags.died(id, State::Freed(When::default()));
        }
        tags.collect([kept].into_iter());
        assert!(tags.target(kept).is_some());
        assert!(tags.target(lost).is_none());
        let next = block(&mut tags, 100, 8);
        assert_eq!(next, lost, "the index is used again");
        assert_ne!(tags.target(next).unwrap().0, tags.target(kept).unwrap().0);
    }

    #[test]
    fn integers_find_exposed_live_objects_only() {
        let mut tags = Tags::default();
        let first = block(&mut tags, 96, 16);
        let second = block(&mut tags, 112, 16);
        assert_eq!(tags.of_integer(100), Tag::NONE);
        tags.expose(first);
        assert_eq!(tags.of_integer(112), first, "one past");
        tags.expose(second);
        assert_eq!(tags.of_integer(112), second, "inside comes before one past");
        let (id, _) = tags.target(second).unwrap();
        tags.died(id, State::Freed(When::default()));
        assert_eq!(tags.of_integer(120), Tag::NONE);
    }
}
