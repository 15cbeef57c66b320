//! Debugging information that a file speaks of but that is not there, or cannot be read.

use crate::Image;
use crate::dwarf::read;
use crate::elf::compressed::{self, Compression};
use std::fmt;

/// How many compressed sections are asked; a program has about ten with debugging information.
const SECTION_COUNT_MAX: usize = 64;

/// A part of the debugging information that cannot be had from the file alone.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum DebugGap {
    /// A section is compressed in a way that is not supported, or its compression is damaged.
    Compressed {
        /// The name of the section.
        section: String,
        /// How it is compressed; `None` when it does not say.
        compression: Option<Compression>,
    },
    /// It is in another file, which a debugger looks for by this name (`.gnu_debuglink`).
    Linked(String),
    /// A part that several programs share is in another file (`.gnu_debugaltlink`).
    Shared(String),
    /// It was left in the object files or packed beside the program (DWARF 5 section 7.3.2, "Split
    /// DWARF Object Files"); the name of the first such file.
    Split(String),
}

impl fmt::Display for DebugGap {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            DebugGap::Compressed { section, compression: Some(Compression::Zlib) } => {
                write!(out, "`{section}` is compressed, and damaged")
            }
            DebugGap::Compressed { section, compression: Some(Compression::Zstd) } => write!(
                out,
                "`{section}` is compressed by Zstandard, which is not supported; \
                 `objcopy --decompress-debug-sections` makes it readable"
            ),
            DebugGap::Compressed { section, .. } => {
                write!(out, "`{section}` is compressed in a way that is not known")
            }
            DebugGap::Linked(file) => {
                write!(out, "the debugging information is in another file, `{file}`")
            }
            DebugGap::Shared(file) => {
                write!(out, "a part of the debugging information is in another file, `{file}`")
            }
            DebugGap::Split(file) => write!(
                out,
                "the debugging information was left in other files, such as `{file}`; build \
                 without `-gsplit-dwarf` to have it in the program"
            ),
        }
    }
}

impl Image {
    /// What the file says of debugging information that cannot be had from it; none when all that
    /// it speaks of is there, or it has none.
    pub fn debug_gaps(&self) -> Vec<DebugGap> {
        let mut gaps: Vec<_> = self.unreadable_sections().collect();
        if self.section(".debug_info").is_none() {
            gaps.extend(self.file_named_in(".gnu_debuglink").map(DebugGap::Linked));
        }
        gaps.extend(self.file_named_in(".gnu_debugaltlink").map(DebugGap::Shared));
        gaps.extend(read::split_file(self).map(DebugGap::Split));
        gaps
    }

    fn unreadable_sections(&self) -> impl Iterator<Item = DebugGap> {
        let compressed = self.sections().iter().filter(|section| section.compressed.is_some());
        let compressed = compressed.take(SECTION_COUNT_MAX);
        let unreadable = compressed.filter(|section| self.section_bytes(&section.name).is_empty());
        unreadable.map(|section| DebugGap::Compressed {
            section: section.name.clone(),
            compression: section
                .compressed
                .clone()
                .and_then(|range| compressed::compression(&self.bytes()[range])),
        })
    }

    /// The name with which a section of that kind begins.
    fn file_named_in(&self, section: &str) -> Option<String> {
        let name = self.section_bytes(section).split(|&byte| byte == 0).next()?;
        (!name.is_empty()).then(|| String::from_utf8_lossy(name).into_owned())
    }
}
