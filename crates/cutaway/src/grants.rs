//! What of this machine's files the program may use: `--root` and `--dir`.

use std::path::{Path, PathBuf};

use host::Host;
use process::Grant;

use crate::arguments::{GrantArgs, ProgramArgs};
use crate::failure::Failure;

/// Where a directory lies that is granted without saying where: below the program's current directory.
const HOME: &str = "/home/user";

/// The interpreter of a dynamic program is no larger. **Units**: bytes.
const INTERPRETER_SIZE_MAX: u64 = 64 << 20;

/// A directory of this machine, and where the program finds it.
struct Granted {
    host: PathBuf,
    guest: String,
    is_read_only: bool,
}

/// The directories that the command line grants, in the order of their numbers.
fn granted(arguments: &GrantArgs) -> Result<Vec<Granted>, Failure> {
    let root = arguments
        .root
        .iter()
        .map(|host| Ok(Granted { host: host.clone(), guest: "/".into(), is_read_only: true }));
    root.chain(arguments.dir.iter().map(|text| directory(text))).collect()
}

/// `HOST[:GUEST][:ro]`.
fn directory(text: &str) -> Result<Granted, Failure> {
    let (text, is_read_only) = match text.strip_suffix(":ro") {
        Some(text) => (text, true),
        None => (text, false),
    };
    let (host, guest) = text.split_once(':').unwrap_or((text, text));
    let guest = match guest {
        "." => HOME.into(),
        guest if guest.starts_with('/') => guest.to_string(),
        guest => format!("{HOME}/{}", guest.strip_prefix("./").unwrap_or(guest)),
    };
    if host.is_empty() || guest.split('/').any(|name| name == "..") {
        return Err(Failure::Usage(format!(
            "--dir {text} does not say where the program finds the directory. \
             Write --dir HOST:GUEST, with GUEST an absolute path without `..`."
        )));
    }
    Ok(Granted { host: host.into(), guest, is_read_only })
}

/// The grants as the program's kernel knows them.
pub(crate) fn of_guest(arguments: &GrantArgs) -> Result<Vec<Grant>, Failure> {
    let grant = |it: Granted| Grant { path: it.guest.into(), is_read_only: it.is_read_only };
    Ok(granted(arguments)?.into_iter().map(grant).collect())
}

/// Grants the directories to a host.
pub(crate) fn to_host(arguments: &GrantArgs, host: &mut Host) -> Result<(), Failure> {
    for it in granted(arguments)? {
        host.grant(&it.host, it.is_read_only).map_err(|error| {
            Failure::Usage(format!("cannot grant the directory {}: {error}", it.host.display()))
        })?;
    }
    Ok(())
}

/// The bytes of the interpreter that a dynamic program names, from below the root that is granted.
pub(crate) fn interpreter(program: &ProgramArgs, path: &str) -> Result<Vec<u8>, Failure> {
    let name = program.file.display();
    let Some(root) = program.root.as_ref() else {
        return Err(Failure::Usage(format!(
            "{name} is linked dynamically: it needs {path} and its libraries, which are not there. \
             Give the directory that has them, as --root /usr/riscv64-linux-gnu, or link with `-static`."
        )));
    };
    read_below(root, path).map_err(|error| {
        Failure::Usage(format!(
            "{name} needs {path}, which cannot be read below {}: {error}. \
             Give the root directory of a RISC-V system with --root.",
            root.display()
        ))
    })
}

fn read_below(root: &Path, path: &str) -> std::io::Result<Vec<u8>> {
    host::read_below(root, Path::new(path), INTERPRETER_SIZE_MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Option<(String, String, bool)> {
        let it = directory(text).ok()?;
        Some((it.host.display().to_string(), it.guest, it.is_read_only))
    }

    fn some(host: &str, guest: &str, is_read_only: bool) -> Option<(String, String, bool)> {
        Some((host.into(), guest.into(), is_read_only))
    }

    #[test]
    fn a_directory_is_found_where_it_is_said_to_be() {
        assert_eq!(parts("data"), some("data", "/home/user/data", false));
        assert_eq!(parts("."), some(".", "/home/user", false));
        assert_eq!(parts("./a/b:ro"), some("./a/b", "/home/user/a/b", true));
        assert_eq!(parts("/srv"), some("/srv", "/srv", false));
        assert_eq!(parts("../x:/y:ro"), some("../x", "/y", true));
        assert_eq!(parts("x:y"), some("x", "/home/user/y", false));
        assert_eq!((parts("../x"), parts(""), parts(":/x")), (None, None, None));
    }
}
