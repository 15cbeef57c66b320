//! The planes beside memory: poison bits for each byte, and a tag for each aligned word.
//!
//! A page is there only when something in it is poisoned or tagged; a plane that is the same all over a page is one value.

use crate::tags::Tag;
use machine::PAGE_SIZE;
use rustc_hash::FxHashMap;

const BYTES: usize = PAGE_SIZE as usize;
const WORDS: usize = BYTES / 8;

/// The poison bits of a page's bytes: a bit is set where memory's bit is indeterminate.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Poison {
    Uniform(u8),
    Bytes(Box<[u8; BYTES]>),
}

#[derive(Clone, PartialEq, Eq, Debug)]
struct Page {
    poison: Poison,
    tags: Option<Box<[Tag; WORDS]>>,
}

const CLEAN: Page = Page { poison: Poison::Uniform(0), tags: None };

impl Page {
    /// The poison plane, byte by byte.
    fn poison_bytes(&mut self) -> &mut [u8; BYTES] {
        if let Poison::Uniform(value) = self.poison {
            self.poison = Poison::Bytes(Box::new([value; BYTES]));
        }
        match &mut self.poison {
            Poison::Bytes(bytes) => bytes,
            Poison::Uniform(_) => unreachable!("it was made into bytes above"),
        }
    }

    /// Poison of `size` bytes, at most 8, from the lowest byte up.
    #[inline]
    fn load_poison(&self, offset: usize, size: usize) -> u64 {
        match &self.poison {
            Poison::Uniform(0) => 0,
            Poison::Uniform(value) => u64::from_le_bytes([*value; 8]) & low_bytes(size),
            Poison::Bytes(bytes) => match bytes.get(offset..).and_then(|rest| rest.first_chunk()) {
                Some(word) => u64::from_le_bytes(*word) & low_bytes(size),
                None => bytes[offset..offset + size]
                    .iter()
                    .rev()
                    .fold(0, |mask, &byte| mask << 8 | u64::from(byte)),
            },
        }
    }

    #[inline]
    fn store(&mut self, offset: usize, size: usize, poison: u64, tag: Tag) {
        if poison != 0 || !matches!(self.poison, Poison::Uniform(0)) {
            let bytes = &mut self.poison_bytes()[offset..];
            match bytes.first_chunk_mut() {
                Some(word) => {
                    let kept = u64::from_le_bytes(*word) & !low_bytes(size);
                    *word = (kept | poison & low_bytes(size)).to_le_bytes();
                }
                None => bytes[..size].copy_from_slice(&poison.to_le_bytes()[..size]),
            }
        }
        if size == 8 && offset.is_multiple_of(8) {
            self.set_tag(offset / 8, tag);
        } else if let Some(tags) = &mut self.tags {
            tags[offset / 8] = Tag::NONE;
            tags[(offset + size - 1) / 8] = Tag::NONE;
        }
    }

    #[inline]
    fn set_tag(&mut self, word: usize, tag: Tag) {
        match &mut self.tags {
            Some(tags) => tags[word] = tag,
            None if tag == Tag::NONE => {}
            None => {
                let mut tags = Box::new([Tag::NONE; WORDS]);
                tags[word] = tag;
                self.tags = Some(tags);
            }
        }
    }
}

/// A mask of the low `size` bytes of a word, 1 to 8 of them.
#[inline]
pub(crate) fn low_bytes(size: usize) -> u64 {
    u64::MAX >> (64 - 8 * size.clamp(1, 8))
}

/// How many recently used pages are found without hashing.
const CACHE_SIZE: usize = 64;

/// No page: nothing there is poisoned or tagged.
const ABSENT: u32 = u32::MAX;

/// The planes of the whole address space.
#[derive(Clone, Debug)]
pub(crate) struct Planes {
    pages: Vec<Page>,
    by_number: FxHashMap<u64, u32>,
    /// Page number and index, by the number's low bits. Not state: it only saves time.
    cache: [(u64, u32); CACHE_SIZE],
}

impl Default for Planes {
    fn default() -> Planes {
        let cache = [(u64::MAX, ABSENT); CACHE_SIZE];
        Planes { pages: vec![], by_number: FxHashMap::default(), cache }
    }
}

impl Planes {
    #[inline]
    fn find(&mut self, address: u64) -> u32 {
        let number = address / PAGE_SIZE;
        let slot = number as usize % CACHE_SIZE;
        if self.cache[slot].0 != number {
            let index = self.by_number.get(&number).copied().unwrap_or(ABSENT);
            self.cache[slot] = (number, index);
        }
        self.cache[slot].1
    }

    fn page_mut(&mut self, address: u64) -> &mut Page {
        let mut index = self.find(address);
        if index == ABSENT {
            let number = address / PAGE_SIZE;
            index = self.pages.len() as u32;
            self.pages.push(CLEAN);
            self.by_number.insert(number, index);
            self.cache[number as usize % CACHE_SIZE] = (number, index);
        }
        &mut self.pages[index as usize]
    }

    /// Poison and tag of what an instruction loads: at most 8 bytes.
    #[inline]
    pub(crate) fn load(&mut self, address: u64, size: usize) -> (u64, Tag) {
        let offset = (address % PAGE_SIZE) as usize;
        if offset + size > BYTES {
            return (self.poison_of(address, size), Tag::NONE);
        }
        let index = self.find(address);
        let Some(page) = self.pages.get(index as usize) else { return (0, Tag::NONE) };
        let poison = page.load_poison(offset, size);
        let is_word = size == 8 && offset.is_multiple_of(8);
        let tag = page.tags.as_ref().filter(|_| is_word).map_or(Tag::NONE, |tags| tags[offset / 8]);
        (poison, tag)
    }

    /// What an instruction stores: at most 8 bytes with their poison; the tag holds if it is an aligned word.
    #[inline]
    pub(crate) fn store(&mut self, address: u64, size: usize, poison: u64, tag: Tag) {
        let offset = (address % PAGE_SIZE) as usize;
        if offset + size > BYTES {
            let first = BYTES - offset;
            self.store(address, first, poison, Tag::NONE);
            let rest = address.wrapping_add(first as u64);
            return self.store(rest, size - first, poison >> (8 * first), Tag::NONE);
        }
        let index = self.find(address);
        match self.pages.get_mut(index as usize) {
            Some(page) => page.store(offset, size, poison, tag),
            None if poison == 0 && tag == Tag::NONE => {}
            None => self.page_mut(address).store(offset, size, poison, tag),
        }
    }

    /// Poison of at most 8 bytes, from the lowest up.
    pub(crate) fn poison_of(&mut self, address: u64, size: usize) -> u64 {
        let offset = (address % PAGE_SIZE) as usize;
        let first = size.min(BYTES - offset);
        let mut poison = self.load(address, first).0;
        if first < size {
            poison |= self.load(address.wrapping_add(first as u64), size - first).0 << (8 * first);
        }
        poison
    }

    /// The poison bits of each byte of a range; looking changes nothing.
    pub(crate) fn peek_poison(&self, address: u64, bytes: &mut [u8]) {
        for (at, byte) in bytes.iter_mut().enumerate() {
            let address = address.wrapping_add(at as u64);
            let page = self
                .by_number
                .get(&(address / PAGE_SIZE))
                .map(|&index| &self.pages[index as usize]);
            let offset = (address % PAGE_SIZE) as usize;
            *byte = page.map_or(0, |page| page.load_poison(offset, 1) as u8);
        }
    }

    /// The tag of the aligned word at an address; looking changes nothing.
    pub(crate) fn peek_tag(&self, address: u64) -> Tag {
        let index =
            self.by_number.get(&(address / PAGE_SIZE)).filter(|_| address.is_multiple_of(8));
        let tags = index.and_then(|&index| self.pages[index as usize].tags.as_deref());
        tags.map_or(Tag::NONE, |tags| tags[(address % PAGE_SIZE) as usize / 8])
    }

    /// Gives a whole range the same poison and no tags.
    pub(crate) fn fill(&mut self, address: u64, size: u64, poison: u8) {
        let mut done = 0;
        while done < size {
            let at = address.wrapping_add(done);
            let offset = (at % PAGE_SIZE) as usize;
            let count = (size - done).min((BYTES - offset) as u64) as usize;
            done += count as u64;
            let index = self.find(at);
            if index == ABSENT && poison == 0 {
                continue;
            }
            let page = self.page_mut(at);
            if count == BYTES {
                *page = Page { poison: Poison::Uniform(poison), tags: None };
                continue;
            }
            if page.poison != Poison::Uniform(poison) {
                page.poison_bytes()[offset..offset + count].fill(poison);
            }
            if let Some(tags) = &mut page.tags {
                tags[offset / 8..(offset + count).div_ceil(8)].fill(Tag::NONE);
            }
        }
    }

    /// Every tag in memory.
    pub(crate) fn tags(&self) -> impl Iterator<Item = Tag> {
        let planes = self.pages.iter().filter_map(|page| page.tags.as_deref());
        planes.flat_map(|tags| tags.iter().copied()).filter(|&tag| tag != Tag::NONE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const AT: u64 = 0x10_0000;

    #[test]
    fn poison_is_kept_per_bit_and_across_pages() {
        let mut planes = Planes::default();
        planes.store(AT + 4092, 8, 0x8000_0000_0000_0001, Tag::NONE);
        assert_eq!(planes.load(AT + 4092, 8).0, 0x8000_0000_0000_0001);
        assert_eq!(planes.load(AT + 4099, 1).0, 0x80);
        planes.store(AT + 4099, 1, 0, Tag::NONE);
        assert_eq!(planes.load(AT + 4092, 8).0, 1);
    }

    #[test]
    fn a_filled_page_is_one_value_until_it_is_stored_to() {
        let mut planes = Planes::default();
        planes.fill(AT, 3 * PAGE_SIZE, 0xff);
        assert!(planes.pages.iter().all(|page| page.poison == Poison::Uniform(0xff)));
        planes.store(AT + 8, 4, 0, Tag::NONE);
        assert_eq!(planes.load(AT + 8, 8).0, 0xffff_ffff_0000_0000);
        assert_eq!(planes.load(AT + 2 * PAGE_SIZE, 2).0, 0xffff);
    }

    #[test]
    fn a_tag_lives_in_an_aligned_word_and_dies_with_any_byte_of_it() {
        let mut planes = Planes::default();
        let tag = Tag::new(7);
        planes.store(AT, 8, 0, tag);
        assert_eq!(planes.load(AT, 8), (0, tag));
        assert_eq!(planes.load(AT, 4).1, Tag::NONE);
        planes.store(AT + 7, 1, 0, Tag::NONE);
        assert_eq!(planes.load(AT, 8).1, Tag::NONE);
        planes.store(AT + 4, 8, 0, tag);
        assert_eq!(planes.load(AT + 4, 8).1, Tag::NONE);
    }
}
