//! Where a header that was not found lies: in the folders beside the files that were given. Only help rests on it.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};

use compiler::Refused;

/// How many folders are looked into, and how deep they lie at most.
const FOLDER_COUNT_MAX: usize = 500;
const DEPTH_MAX: usize = 4;

/// Says in the diagnostics of headers that were not found in which folder they are.
pub(crate) fn point_out(refused: &mut Refused, names: &[String]) {
    let first = names.first().and_then(|name| Path::new(name).parent()).unwrap_or(Path::new(""));
    for said in &mut refused.diagnostics {
        if said.code != "header-not-found" {
            continue;
        }
        let header = refused.sources.text(said.primary.span).trim_matches(['"', '<', '>']);
        let found = folder_of(Path::new(""), header).or_else(|| folder_of(first, header));
        if let Some(folder) = found {
            let path = folder.join(header);
            let help = format!(
                "`{}` is there: say where with `-I{}`",
                path.display(),
                if folder == Path::new("") { Path::new(".") } else { &folder }.display()
            );
            *said = said.clone().help(help);
        }
    }
}

/// The folder in which a header is, at or below another: the one that lies least deep.
fn folder_of(top: &Path, header: &str) -> Option<PathBuf> {
    if header.is_empty() || Path::new(header).is_absolute() {
        return None;
    }
    let mut waiting = VecDeque::from([(top.to_path_buf(), 0)]);
    for _ in 0..FOLDER_COUNT_MAX {
        let (folder, depth) = waiting.pop_front()?;
        if folder.join(header).is_file() {
            return Some(folder);
        }
        if depth < DEPTH_MAX {
            waiting.extend(folders_in(&folder).into_iter().map(|inner| (inner, depth + 1)));
        }
    }
    None
}

/// The folders in a folder, sorted; none that is hidden, or leads elsewhere.
fn folders_in(folder: &Path) -> Vec<PathBuf> {
    let here = if folder == Path::new("") { Path::new(".") } else { folder };
    let entries = std::fs::read_dir(here).into_iter().flatten().flatten();
    let is_folder = |entry: &std::fs::DirEntry| entry.file_type().is_ok_and(|it| it.is_dir());
    let names = entries.filter(is_folder).filter_map(|entry| entry.file_name().into_string().ok());
    let mut names: Vec<String> = names.filter(|name| !name.starts_with('.')).collect();
    names.sort();
    names.iter().map(|name| folder.join(name)).collect()
}
