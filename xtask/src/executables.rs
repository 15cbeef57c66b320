//! Finding files: those below folders, and which of them are RISC-V executables.

use std::io::Read;
use std::path::{Path, PathBuf};

/// The RISC-V executables below some paths, in the order of their names.
pub(crate) fn find(paths: &[PathBuf]) -> Result<Vec<PathBuf>, String> {
    let mut files = below(paths)?;
    files.retain(|path| is_riscv(path));
    Ok(files)
}

/// All files below some paths, in the order of their names.
pub(crate) fn below(paths: &[PathBuf]) -> Result<Vec<PathBuf>, String> {
    let mut files = Vec::new();
    for path in paths {
        collect(path, &mut files).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    files.sort();
    Ok(files)
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    if !std::fs::metadata(path)?.is_dir() {
        files.push(path.to_path_buf());
        return Ok(());
    }
    for entry in std::fs::read_dir(path)? {
        collect(&entry?.path(), files)?;
    }
    Ok(())
}

/// Whether a file is an ELF file for RISC-V; the machine is 243, EM_RISCV. **Rule**: RISC-V psABI "File Header".
fn is_riscv(path: &Path) -> bool {
    let mut head = [0; 20];
    let is_read = std::fs::File::open(path).and_then(|mut file| file.read_exact(&mut head));
    is_read.is_ok() && head.starts_with(b"\x7fELF") && head[18..20] == [243, 0]
}
