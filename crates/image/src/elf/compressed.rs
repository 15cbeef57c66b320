//! Compressed sections (System V ABI "Section Compression").

use super::format::{CompressionHeader, compression};
use miniz_oxide::inflate;

/// The largest section that is decompressed. **Units**: bytes.
const SIZE_MAX: u64 = 1 << 30;

/// How a section is compressed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Compression {
    /// `ELFCOMPRESS_ZLIB`.
    Zlib,
    /// `ELFCOMPRESS_ZSTD`.
    Zstd,
    /// Another number.
    Other(u32),
}

/// How a compressed section is compressed; `None` when it ends before it says so.
pub(crate) fn compression(bytes: &[u8]) -> Option<Compression> {
    Some(match CompressionHeader::read(bytes, 0)?.kind {
        compression::ZLIB => Compression::Zlib,
        compression::ZSTD => Compression::Zstd,
        other => Compression::Other(other),
    })
}

/// What a compressed section holds; `None` when it is damaged, larger than the limit, or not
/// compressed by zlib.
pub(crate) fn inflate(bytes: &[u8]) -> Option<Vec<u8>> {
    let header = CompressionHeader::read(bytes, 0)?;
    if header.kind != compression::ZLIB || header.size > SIZE_MAX {
        return None;
    }
    let stream = bytes.get(CompressionHeader::SIZE..)?;
    let size = usize::try_from(header.size).ok()?;
    let found = inflate::decompress_to_vec_zlib_with_limit(stream, size).ok()?;
    (found.len() == size).then_some(found)
}
