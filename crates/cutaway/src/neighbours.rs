//! Where something that is missing is defined: in the files beside those that were given, and in those that a Makefile or a
//! compilation database beside them names. Only help rests on it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use compiler::{Options, Refused, Source};
use image::object::Object;
use source::Diagnostic;

use crate::compile_commands;
use crate::outside::RealFiles;

/// How many files are looked into.
const FILE_COUNT_MAX: usize = 200;

/// The largest file that is looked into. **Units**: bytes.
const FILE_SIZE_MAX: u64 = 1 << 20;

/// Says in the diagnostics of what is missing which file defines it, and what to type.
pub(crate) fn point_out(refused: &mut Refused, names: &[String], sources: &[Source]) {
    if refused.missing.is_empty() {
        return;
    }
    let mut search = Search::new(names, sources);
    let wanted: Vec<&String> = refused.missing.iter().map(|(symbol, _)| symbol).collect();
    let found: Vec<Option<String>> = wanted.iter().map(|symbol| search.definer(symbol)).collect();
    let needed = search.with_what_they_need(found.iter().flatten().cloned().collect());
    let way_out = search.way_out(names, &needed);
    for ((symbol, index), file) in refused.missing.iter().zip(found) {
        let Some(said) = refused.diagnostics.get_mut(*index) else { continue };
        if let Some(file) = file {
            let place = search.place(&file);
            *said = defined_elsewhere(said.clone(), &file, place, &way_out);
        } else if let Some(file) = search.with_main.get(symbol) {
            *said = defined_beside_main(said.clone(), file);
        }
    }
}

/// A file that is not among those given defines what is missing.
fn defined_elsewhere(said: Diagnostic, file: &str, place: &str, way_out: &str) -> Diagnostic {
    said.note(format!("`{file}`, {place}, defines it")).help(way_out)
}

/// A program of its own defines what is missing.
fn defined_beside_main(said: Diagnostic, file: &str) -> Diagnostic {
    said.note(format!("`{file}` defines it, but is a program of its own: it has a `main`"))
        .help("move the definition to a file without `main`, and give that file to both programs")
}

/// The files that may define something.
struct Search {
    /// Each with its options, and where it was found.
    candidates: BTreeMap<String, Candidate>,
    /// What has been compiled of them.
    objects: BTreeMap<String, Option<Object>>,
    /// Of what only a program of its own defines, that program.
    with_main: BTreeMap<String, String>,
    /// A database that lists all that were given.
    database: Option<PathBuf>,
    /// The directories for headers that were given.
    include_directories: Vec<String>,
}

#[derive(Clone)]
struct Candidate {
    options: Options,
    origin: Origin,
}

/// How a file was found.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Origin {
    Folder,
    Makefile,
    Database,
}

impl Search {
    fn new(names: &[String], sources: &[Source]) -> Search {
        let first = sources.first();
        let options = first.map(|source| source.options.clone()).unwrap_or_default();
        let begin = first.map(|source| &source.name).or(names.first());
        let folder = begin.and_then(|name| Path::new(name).parent()).unwrap_or(Path::new(""));
        let given: BTreeSet<PathBuf> = names.iter().map(|name| absolute(Path::new(name))).collect();
        let mut search = Search {
            candidates: BTreeMap::new(),
            objects: BTreeMap::new(),
            with_main: BTreeMap::new(),
            database: None,
            include_directories: options.include_directories.clone(),
        };
        let listed = compile_commands::beside(folder, &Options::default());
        if let Some((path, entries)) = listed {
            let known: BTreeSet<PathBuf> =
                entries.iter().map(|entry| absolute(Path::new(&entry.source.name))).collect();
            search.database = given.iter().all(|name| known.contains(name)).then_some(path);
            for entry in entries {
                search.add(&given, &entry.source.name, &entry.source.options, Origin::Database);
            }
        }
        for path in of_makefile(folder) {
            search.add(&given, &path, &options, Origin::Makefile);
        }
        for path in c_files(folder) {
            search.add(&given, &path, &options, Origin::Folder);
        }
        search
    }

    fn add(&mut self, given: &BTreeSet<PathBuf>, name: &str, options: &Options, origin: Origin) {
        let path = Path::new(name);
        let is_small =
            std::fs::metadata(path).is_ok_and(|it| it.is_file() && it.len() <= FILE_SIZE_MAX);
        let is_new = is_small && !given.contains(&absolute(path));
        if is_new && self.candidates.len() < FILE_COUNT_MAX {
            let candidate = Candidate { options: options.clone(), origin };
            self.candidates.entry(name.into()).or_insert(candidate);
        }
    }

    /// The file that defines a symbol; one that has a `main` of its own is only remembered. Where
    /// several have a `main`, none is meant more than the others.
    fn definer(&mut self, symbol: &str) -> Option<String> {
        let mut mains = vec![];
        let names: Vec<String> = self.candidates.keys().cloned().collect();
        for name in names {
            if !mentions(&name, symbol) {
                continue;
            }
            let Some(object) = self.object(&name) else { continue };
            if !defines(object, symbol) {
                continue;
            }
            if symbol == "main" {
                mains.push(name);
            } else if !defines(object, "main") {
                return Some(name);
            } else {
                self.with_main.entry(symbol.into()).or_insert(name);
            }
        }
        mains.pop().filter(|_| mains.is_empty())
    }

    /// What a file becomes, compiled quietly.
    fn object(&mut self, name: &str) -> Option<&Object> {
        if !self.objects.contains_key(name) {
            let options =
                self.candidates.get(name).map(|it| it.options.clone()).unwrap_or_default();
            let unit = compiler::compile(name, &RealFiles, &options);
            self.objects.insert(name.into(), unit.generated.map(|generated| generated.object));
        }
        self.objects.get(name)?.as_ref()
    }

    /// These files, and those that define what they need in turn.
    fn with_what_they_need(&mut self, mut files: BTreeSet<String>) -> BTreeSet<String> {
        let mut open: Vec<String> = files.iter().cloned().collect();
        while let Some(file) = open.pop() {
            let used: Vec<String> = match self.object(&file) {
                Some(object) => undefined(object).map(str::to_string).collect(),
                None => vec![],
            };
            for symbol in used {
                if let Some(found) = self.definer(&symbol)
                    && files.insert(found.clone())
                {
                    open.push(found);
                }
            }
        }
        files
    }

    /// What to type.
    fn way_out(&self, names: &[String], needed: &BTreeSet<String>) -> String {
        let is_listed = |file: &String| {
            self.candidates.get(file).is_some_and(|it| it.origin == Origin::Database)
        };
        match &self.database {
            Some(path) if needed.iter().all(is_listed) => {
                format!("let it say what to compile: `cutaway {}`", path.display())
            }
            _ => {
                let includes = self.include_directories.iter().map(|it| format!("-I{it}"));
                let files = names.iter().chain(needed).cloned();
                let words: Vec<String> = includes.chain(files).collect();
                let what = if needed.len() == 1 { "that file" } else { "those files" };
                format!("give {what} too: `cutaway {}`", words.join(" "))
            }
        }
    }

    /// Where a file was found, in words.
    fn place(&self, file: &str) -> &'static str {
        match self.candidates.get(file).map(|candidate| candidate.origin) {
            Some(Origin::Database) => "which `compile_commands.json` lists",
            Some(Origin::Makefile) => "which the Makefile names",
            _ => "in the same folder",
        }
    }
}

/// A path that two names of one file have in common.
fn absolute(path: &Path) -> PathBuf {
    std::fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf())
}

/// The C files of a folder, sorted.
fn c_files(folder: &Path) -> Vec<String> {
    let here = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let entries = std::fs::read_dir(here).into_iter().flatten().flatten();
    let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
    let mut names: Vec<String> = names.filter(|name| name.ends_with(".c")).collect();
    names.sort();
    names.iter().filter_map(|name| Some(folder.join(name).to_str()?.to_string())).collect()
}

/// The C files that a Makefile names, or names the objects of: those that are there.
fn of_makefile(folder: &Path) -> Vec<String> {
    let texts = ["GNUmakefile", "makefile", "Makefile"].iter();
    let Some(text) =
        texts.filter_map(|name| std::fs::read_to_string(folder.join(name)).ok()).next()
    else {
        return vec![];
    };
    let words = text.split(|it: char| it.is_whitespace() || matches!(it, ':' | '=' | '(' | ')'));
    let files = words.filter_map(|word| {
        let stem = word.strip_suffix(".o").or(word.strip_suffix(".c"))?;
        Some(folder.join(format!("{stem}.c")).to_str()?.to_string())
    });
    let files: BTreeSet<String> = files.filter(|path| Path::new(path).is_file()).collect();
    files.into_iter().collect()
}

/// Whether a file has a name in it at all, before it is compiled.
fn mentions(file: &str, symbol: &str) -> bool {
    std::fs::read(file).is_ok_and(|bytes| String::from_utf8_lossy(&bytes).contains(symbol))
}

fn defines(object: &Object, name: &str) -> bool {
    object.symbols.iter().any(|it| it.is_global && it.definition.is_some() && it.name == name)
}

fn undefined(object: &Object) -> impl Iterator<Item = &str> {
    object.symbols.iter().filter(|it| it.definition.is_none()).map(|it| it.name.as_str())
}
