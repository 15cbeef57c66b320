//! Compiles the C library with the compiler's own rooms, and embeds it: an archive of its objects,
//! and the text of its headers and sources.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

use image::access::UnitKind;
use image::object::Object;
use source::{Files, LoadError, SourceMap};

#[path = "src/echo.rs"]
mod echo;
#[allow(dead_code, unreachable_pub)]
#[path = "src/pipeline.rs"]
mod pipeline;
#[allow(dead_code, unreachable_pub)]
#[path = "src/warnings.rs"]
mod warnings;

/// The unit that handles the headers of heap blocks.
const ALLOCATOR: &str = "stdlib/malloc.c";

/// Where the library is in the repository, and what it is called everywhere else.
const LIBRARY: &str = "../../libc";
const VIRTUAL: &str = "/cutaway";

fn main() {
    println!("cargo::rerun-if-changed={LIBRARY}");
    let root = fs::canonicalize(LIBRARY).expect("the library is in the repository");
    let mut paths = vec![];
    collect(&root, &mut paths);
    paths.sort();
    let objects = match compile_all(&root, &paths) {
        Ok(objects) => objects,
        Err(said) => {
            eprintln!("the C library does not compile:\n{said}");
            std::process::exit(1);
        }
    };
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    write(&out.join("library.archive"), &image::Archive::write(&objects));
    write(&out.join("library.rs"), embedded(&root, &paths).as_bytes());
}

fn write(path: &Path, bytes: &[u8]) {
    fs::write(path, bytes).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
}

/// Every file below a directory.
fn collect(directory: &Path, paths: &mut Vec<PathBuf>) {
    let entries =
        fs::read_dir(directory).unwrap_or_else(|error| panic!("{}: {error}", directory.display()));
    for entry in entries {
        let path = entry.expect("the directory can be read").path();
        match path.extension().and_then(|it| it.to_str()) {
            _ if path.is_dir() => collect(&path, paths),
            Some("c" | "h") => paths.push(path),
            _ => {}
        }
    }
}

/// The library's own files under their virtual names.
struct LibraryOnDisk {
    root: PathBuf,
}

impl Files for LibraryOnDisk {
    fn load(&self, path: &str) -> Result<Vec<u8>, LoadError> {
        let inner = path.strip_prefix(VIRTUAL).ok_or(LoadError::NotFound)?;
        fs::read(self.root.join(inner.trim_start_matches('/'))).map_err(|_| LoadError::NotFound)
    }
}

/// The name of a file of the library outside of the repository.
fn virtual_name(root: &Path, path: &Path) -> String {
    let inner = path.strip_prefix(root).expect("it was found below the root");
    let parts: Vec<_> = inner.iter().map(|part| part.to_string_lossy()).collect();
    format!("{VIRTUAL}/{}", parts.join("/"))
}

/// **Errors**: `file:line:column: message` for everything that is wrong.
fn compile_all(root: &Path, paths: &[PathBuf]) -> Result<Vec<Object>, String> {
    let files = LibraryOnDisk { root: root.to_path_buf() };
    let (mut objects, mut said) =
        (vec![codegen::start_object(codegen::Start::Plain)], String::new());
    objects.extend(codegen::jump_objects());
    for path in paths.iter().filter(|path| path.extension().is_some_and(|it| it == "c")) {
        let name = virtual_name(root, path);
        let is_allocator = name.ends_with(ALLOCATOR);
        let kind = if is_allocator { UnitKind::Allocator } else { UnitKind::Library };
        let options = pipeline::Options::default();
        let unit = pipeline::compile_unit(&name, kind, SourceMap::new(), &files, &options);
        for it in unit.diagnostics {
            let (file, at) = (unit.sources.file(it.primary.span.file), it.primary.span);
            let at = unit.sources.position(at);
            let _ = writeln!(said, "{}:{}:{}: {}", file.name, at.line, at.column, it.message);
        }
        objects.extend(unit.generated.map(|it| it.object));
    }
    if said.is_empty() { Ok(objects) } else { Err(said) }
}

/// Rust text: the table of the library's files.
fn embedded(root: &Path, paths: &[PathBuf]) -> String {
    let rows = paths.iter().map(|path| {
        let (name, path) = (virtual_name(root, path), path.to_string_lossy());
        format!("    ({name:?}, include_str!({path:?})),\n")
    });
    format!("&[\n{}]\n", rows.collect::<String>())
}
