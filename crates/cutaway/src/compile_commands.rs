//! A compilation database, `compile_commands.json`, as CMake, Meson, Bear and others write it: which C files there are, and how each
//! is compiled.
//!
//! **Rule**: Clang documentation, "JSON Compilation Database Format Specification".

use std::path::{Path, PathBuf};

use compiler::{Define, Options, Source, Standard};
use serde_json::Value;

use crate::failure::Failure;
use crate::outside;

/// What the file is called.
pub(crate) const DATABASE: &str = "compile_commands.json";

/// A C file of the database.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// Its name, as seen from here, and how it is compiled.
    pub(crate) source: Source,
}

/// Reads a database, or that of a directory. What the command line asks for is added to each file's options.
///
/// **Errors**: wrong use: it cannot be read, or is no such list, or lists no C file.
pub(crate) fn read(path: &Path, asked: &Options) -> Result<Vec<Entry>, Failure> {
    let path = find(path)?;
    let name = path.display();
    let bytes = outside::bytes(&path)?;
    let wrong = |why: &str| {
        Failure::Usage(format!(
            "{name} is not a list of compile commands: {why}. See the manual of your build tool for how it writes one."
        ))
    };
    let json: Value = serde_json::from_slice(&bytes).map_err(|error| wrong(&error.to_string()))?;
    let list = json.as_array().ok_or_else(|| wrong("it holds no list"))?;
    let base = path.parent().unwrap_or(Path::new(""));
    let mut entries: Vec<Entry> = vec![];
    for item in list {
        let entry = entry(item, base, asked).ok_or_else(|| wrong("an entry has no `file`"))?;
        let is_c = Path::new(&entry.source.name).extension().is_some_and(|it| it == "c");
        let is_known = entries.iter().any(|known| known.source.name == entry.source.name);
        if is_c && !is_known {
            entries.push(entry);
        }
    }
    if entries.is_empty() {
        return Err(Failure::Usage(format!(
            "{name} lists no C file, so there is nothing to compile. Give the C source files."
        )));
    }
    Ok(entries)
}

/// The database of a folder, or of its directory `build`, if there is a sound one.
pub(crate) fn beside(folder: &Path, asked: &Options) -> Option<(PathBuf, Vec<Entry>)> {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let path = find(folder).ok()?;
    let path = path.strip_prefix(".").unwrap_or(&path).to_path_buf();
    let entries = read(&path, asked).ok()?;
    Some((path, entries))
}

/// The database that a path means: itself, or the one in a directory, or in its directory `build`.
fn find(path: &Path) -> Result<PathBuf, Failure> {
    if !path.is_dir() {
        return Ok(path.to_path_buf());
    }
    let places = [path.join(DATABASE), path.join("build").join(DATABASE)];
    places.into_iter().find(|place| place.is_file()).ok_or_else(|| {
        Failure::Usage(format!(
            "{} is a directory without {DATABASE}. Give the C source files in it, or let your build tool write that file \
             (`cmake -DCMAKE_EXPORT_COMPILE_COMMANDS=ON`, or `bear -- make`).",
            path.display()
        ))
    })
}

fn entry(item: &Value, base: &Path, asked: &Options) -> Option<Entry> {
    let text = |key: &str| item.get(key).and_then(Value::as_str);
    let directory = base.join(text("directory").unwrap_or(""));
    let name = near(&directory.join(text("file")?));
    let words: Vec<String> =
        match (item.get("arguments").and_then(Value::as_array), text("command")) {
            (Some(list), _) => list.iter().filter_map(Value::as_str).map(str::to_string).collect(),
            (None, Some(command)) => split(command),
            (None, None) => vec![],
        };
    Some(Entry { source: Source { name, options: options(&words, &directory, asked) } })
}

/// A path as seen from the current directory, where it is below that.
fn near(path: &Path) -> String {
    let here = std::env::current_dir().unwrap_or_default();
    let path = path.strip_prefix(&here).unwrap_or(path);
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            std::path::Component::CurDir => {}
            std::path::Component::ParentDir if plain.file_name().is_some() => {
                plain.pop();
            }
            part => plain.push(part),
        }
    }
    plain.to_string_lossy().into_owned()
}

/// The options among the words of a command; those that ask for warnings, speed or outputs say nothing here.
fn options(words: &[String], directory: &Path, asked: &Options) -> Options {
    let mut options = Options::default();
    let mut rest = words.iter().skip(1);
    while let Some(word) = rest.next() {
        let mut value = |flag: &str| match word.strip_prefix(flag)? {
            "" => rest.next().cloned(),
            joined => Some(joined.to_string()),
        };
        if let Some(path) = value("-isystem").or_else(|| value("-iquote")).or_else(|| value("-I")) {
            options.include_directories.push(near(&directory.join(path)));
        } else if let Some(define) = value("-D") {
            options.defines.push(Define::Define(define));
        } else if let Some(name) = value("-U") {
            options.defines.push(Define::Undefine(name));
        } else if let Some(standard) = word.strip_prefix("-std=").and_then(Standard::named) {
            options.standard = standard;
        } else if word == "-ansi" {
            options.standard = Standard::named("c89").unwrap_or_default();
        }
    }
    options.include_directories.extend(asked.include_directories.iter().cloned());
    options.defines.extend(asked.defines.iter().cloned());
    options
}

/// The words of a command, as a shell splits them: at blanks, but for those in quotes or behind a backslash.
fn split(command: &str) -> Vec<String> {
    let (mut words, mut word, mut is_open, mut quote) = (vec![], String::new(), false, None);
    let mut letters = command.chars();
    while let Some(letter) = letters.next() {
        match (quote, letter) {
            (None, ' ' | '\t' | '\n') => {
                if std::mem::take(&mut is_open) {
                    words.push(std::mem::take(&mut word));
                }
                continue;
            }
            (None, '"' | '\'') => quote = Some(letter),
            (Some(open), letter) if open == letter => quote = None,
            (None | Some('"'), '\\') => word.extend(letters.next()),
            (_, letter) => word.push(letter),
        }
        is_open = true;
    }
    if is_open {
        words.push(word);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_split_as_a_shell_does_it() {
        let words = split(r#"cc -DNAME=\"x y\" '-DA=1 2' -I "some dir" "" -c a.c"#);
        let expected = ["cc", "-DNAME=\"x", "y\"", "-DA=1 2", "-I", "some dir", "", "-c", "a.c"];
        assert_eq!(words, expected);
    }

    #[test]
    fn options_are_found_joined_and_apart() {
        let words = split("cc -Iinc -I ../other -D A -DB=2 -UC -std=gnu11 -O2 -Wall -o x.o -c x.c");
        let options = options(&words, Path::new("/p/src"), &Options::default());
        assert_eq!(options.include_directories, ["/p/src/inc", "/p/other"]);
        assert_eq!(options.defines.len(), 3);
        assert_eq!(Some(options.standard), Standard::named("gnu11"));
    }
}
