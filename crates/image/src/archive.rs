//! A library: objects of which the linker takes those that are needed.
//!
//! The format is that of `ar` with ELF members, which every tool of the platform reads (`nm`,
//! `objdump`, GNU ld can link our library), and which needs no second way to write an object. It
//! also serves speed: the index at its front maps each symbol to the offset of a member, so opening
//! an archive reads the index alone, and a member is decoded when a program needs it.
//!
//! ```text
//! "!<arch>\n"
//! "/"   member: count u32, count × offset u32 (big-endian), count × name and zero — sorted by name
//! "//"  member: the long member names, each ended by "/\n"
//! one member for each object, at even offsets:
//!       name ×16, date ×12, owner ×6, group ×6, mode ×8, size ×10, "`\n", the object
//! ```

use crate::elf::format::string;
use crate::elf::object_read::{ReadError, read_object};
use crate::elf::object_write::write_object;
use crate::object::Object;
use std::borrow::Cow;

const MAGIC: &[u8] = b"!<arch>\n";
const HEADER_SIZE: usize = 60;
const HEADER_END: &[u8] = b"`\n";
/// The longest name that fits a member's header, beside its closing slash.
const SHORT_NAME_SIZE_MAX: usize = 15;

/// A library of objects.
#[derive(Clone, Default, Debug)]
pub struct Archive {
    bytes: Cow<'static, [u8]>,
    /// Where each symbol's name starts and which member defines it; sorted by name.
    index: Vec<Entry>,
}

/// The offset of a member of an archive.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct MemberId(u32);

#[derive(Clone, Copy, Debug)]
struct Entry {
    name: u32,
    name_size: u32,
    member: u32,
}

impl Archive {
    /// The bytes of an archive of these objects.
    pub fn write(objects: &[Object]) -> Vec<u8> {
        let mut symbols: Vec<(&str, usize)> = vec![];
        for (index, object) in objects.iter().enumerate() {
            let defined = object.symbols.iter().filter(|s| s.is_global && s.definition.is_some());
            symbols.extend(defined.map(|symbol| (symbol.name.as_str(), index)));
        }
        symbols.sort();
        let (names, long_names) = member_names(objects);
        let names_size: usize = symbols.iter().map(|(name, _)| name.len() + 1).sum();
        let index_size = (4 + symbols.len() * 4 + names_size).next_multiple_of(2);

        let mut members = vec![];
        let mut offset = MAGIC.len() + HEADER_SIZE + index_size;
        if !long_names.is_empty() {
            offset += HEADER_SIZE + long_names.len();
        }
        let mut offsets = vec![];
        for (object, name) in objects.iter().zip(&names) {
            offsets.push((offset + members.len()) as u32);
            append_member(&mut members, name, &write_object(object));
        }

        let mut index = (symbols.len() as u32).to_be_bytes().to_vec();
        for (_, member) in &symbols {
            index.extend_from_slice(&offsets[*member].to_be_bytes());
        }
        for (name, _) in &symbols {
            index.extend_from_slice(name.as_bytes());
            index.push(0);
        }
        index.resize(index_size, 0);
        let mut bytes = MAGIC.to_vec();
        append_member(&mut bytes, "/", &index);
        if !long_names.is_empty() {
            append_member(&mut bytes, "//", long_names.as_bytes());
        }
        bytes.extend_from_slice(&members);
        bytes
    }

    /// Opens an archive; its members are decoded when they are asked for.
    ///
    /// **Errors**: the index is missing or damaged.
    pub fn read(bytes: Cow<'static, [u8]>) -> Result<Archive, ReadError> {
        if !bytes.starts_with(MAGIC) {
            return Err(ReadError::NotAnArchive);
        }
        let (name, range) = member_at(&bytes, MAGIC.len())?;
        if name.trim_ascii_end() != b"/" {
            return Err(ReadError::NotAnArchive);
        }
        let mut index = read_index(&bytes, range)?;
        let name = |entry: &Entry| name_of(&bytes, entry);
        if !index.is_sorted_by_key(name) {
            index.sort_by(|a, b| name(a).cmp(name(b)));
        }
        Ok(Archive { bytes, index })
    }

    /// The member that defines a symbol; the first if there are several.
    pub fn find(&self, symbol: &str) -> Option<MemberId> {
        let name = |entry: &Entry| name_of(&self.bytes, entry);
        let first = self.index.partition_point(|entry| name(entry) < symbol.as_bytes());
        let entry = self.index.get(first).filter(|entry| name(entry) == symbol.as_bytes())?;
        Some(MemberId(entry.member))
    }

    /// Decodes a member.
    ///
    /// **Errors**: it is not an object.
    pub fn member(&self, member: MemberId) -> Result<Object, ReadError> {
        let (_, range) = member_at(&self.bytes, member.0 as usize)?;
        read_object(&self.bytes[range])
    }

    /// All members that define something, decoded, in their order.
    pub fn members(&self) -> impl Iterator<Item = Result<Object, ReadError>> {
        let mut offsets: Vec<u32> = self.index.iter().map(|entry| entry.member).collect();
        offsets.sort_unstable();
        offsets.dedup();
        offsets.into_iter().map(|offset| self.member(MemberId(offset)))
    }

    /// The names of all symbols that its members define, sorted.
    pub fn symbols(&self) -> impl Iterator<Item = Cow<'_, str>> {
        self.index.iter().map(|entry| String::from_utf8_lossy(name_of(&self.bytes, entry)))
    }

    /// **Units**: bytes.
    pub fn size(&self) -> usize {
        self.bytes.len()
    }
}

fn name_of<'a>(bytes: &'a [u8], entry: &Entry) -> &'a [u8] {
    let start = entry.name as usize;
    bytes.get(start..start + entry.name_size as usize).unwrap_or_default()
}

/// The name and the bytes of the member whose header is at `offset`.
fn member_at(bytes: &[u8], offset: usize) -> Result<(&[u8], std::ops::Range<usize>), ReadError> {
    let truncated = ReadError::Truncated("archive members");
    let header = offset.checked_add(HEADER_SIZE).and_then(|end| bytes.get(offset..end));
    let header = header.ok_or(truncated.clone())?;
    let size = std::str::from_utf8(&header[48..58]).ok().and_then(|text| text.trim().parse().ok());
    let (true, Some(size)) = (header.ends_with(HEADER_END), size) else {
        return Err(ReadError::Index("archive member"));
    };
    let start = offset + HEADER_SIZE;
    let end = start.checked_add(size).filter(|&end| end <= bytes.len()).ok_or(truncated)?;
    Ok((&header[..16], start..end))
}

fn read_index(bytes: &[u8], range: std::ops::Range<usize>) -> Result<Vec<Entry>, ReadError> {
    let truncated = || ReadError::Truncated("archive index");
    let table = &bytes[range.clone()];
    let number = |index: usize| {
        let start = index.checked_mul(4)?;
        let field = table.get(start..start.checked_add(4)?)?;
        Some(u32::from_be_bytes(field.try_into().ok()?))
    };
    let count = number(0).ok_or_else(truncated)? as usize;
    let names_start = count.checked_add(1).and_then(|count| count.checked_mul(4));
    let mut name = names_start.filter(|&start| start <= table.len()).ok_or_else(truncated)?;
    let mut index = Vec::with_capacity(count);
    for position in 1..=count {
        let size = string(table, u32::try_from(name).map_err(|_| truncated())?).len();
        let member = number(position).ok_or_else(truncated)?;
        if name + size >= table.len() {
            return Err(truncated());
        }
        index.push(Entry { name: (range.start + name) as u32, name_size: size as u32, member });
        name += size + 1;
    }
    Ok(index)
}

/// For each object the name in its member's header; and the contents of the member `//`.
fn member_names(objects: &[Object]) -> (Vec<String>, String) {
    let mut long_names = String::new();
    let mut names = vec![];
    for object in objects {
        let base = object.name.rsplit('/').next().unwrap_or_default();
        let name = format!("{}.o", base.strip_suffix(".c").unwrap_or(base));
        if name.len() <= SHORT_NAME_SIZE_MAX {
            names.push(format!("{name}/"));
        } else {
            names.push(format!("/{}", long_names.len()));
            long_names.push_str(&name);
            long_names.push_str("/\n");
        }
    }
    if !long_names.len().is_multiple_of(2) {
        long_names.push('\n');
    }
    (names, long_names)
}

fn append_member(out: &mut Vec<u8>, name: &str, contents: &[u8]) {
    let size = contents.len();
    let header = format!("{name:<16}{:<12}{:<6}{:<6}{:<8}{size:<10}`\n", 0, 0, 0, 644);
    out.extend_from_slice(header.as_bytes());
    out.extend_from_slice(contents);
    if !size.is_multiple_of(2) {
        out.push(b'\n');
    }
}
