//! A whole program: every file compiled, then linked with objects and libraries that are given, and with what it needs
//! of the C library.

use codegen::{Generated, Start};
use image::Archive;
use image::access::UnitKind;
use image::object::Object;
use source::{Diagnostic, FileId, Files, SourceFile, SourceMap};

use crate::library::{WithLibrary, archive};
use crate::link_errors::Program;
use crate::pipeline::{Compilation, Options, compile_unit};

/// A program, ready to run.
#[derive(Clone, Debug)]
pub struct Built {
    /// The executable.
    pub elf: Vec<u8>,
    /// Every file that was read, of all its translation units.
    pub sources: SourceMap,
    /// Warnings.
    pub diagnostics: Vec<Diagnostic>,
}

/// Why there is no program.
#[derive(Clone, Debug)]
pub struct Refused {
    /// Every file that was read.
    pub sources: SourceMap,
    /// Everything there is to say; at least one is an error.
    pub diagnostics: Vec<Diagnostic>,
    /// What nobody defines: the symbol, and the diagnostic that says it, by its index.
    pub missing: Vec<(String, usize)>,
}

/// What a program is made of.
#[derive(Clone, Default, Debug)]
pub struct Parts {
    /// Files to compile.
    pub sources: Vec<Source>,
    /// Objects that are compiled already, by any compiler, with the names of their files.
    pub objects: Vec<(String, Object)>,
    /// Libraries, of which the members are taken that are needed, with the names of their files.
    pub archives: Vec<(String, Archive)>,
}

/// A file to compile.
#[derive(Clone, Debug)]
pub struct Source {
    /// Its name.
    pub name: String,
    /// How.
    pub options: Options,
}

/// Compiles one file of the user's, found through `files`.
pub fn compile(main_name: &str, files: &dyn Files, options: &Options) -> Compilation {
    let files = WithLibrary { user: files };
    compile_unit(main_name, UnitKind::User, SourceMap::new(), &files, options)
}

/// Compiles the files of a program and links them with the library.
///
/// **Errors**: what is wrong in any of the files; when nothing is, what is missing or defined
/// twice.
pub fn build(inputs: &[&str], files: &dyn Files, options: &Options) -> Result<Built, Refused> {
    let source = |name: &&str| Source { name: name.to_string(), options: options.clone() };
    build_parts(Parts { sources: inputs.iter().map(source).collect(), ..Parts::default() }, files)
}

/// Compiles the files of a program and links them with its objects, its libraries and the C library.
///
/// **Errors**: as [`build`].
pub fn build_parts(parts: Parts, files: &dyn Files) -> Result<Built, Refused> {
    let files = WithLibrary { user: files };
    let (mut sources, mut diagnostics) = (SourceMap::new(), vec![]);
    let (mut units, mut is_wrong) = (vec![], false);
    for Source { name, options } in &parts.sources {
        let mut unit = compile_unit(name, UnitKind::User, sources, &files, options);
        is_wrong |= unit.generated.is_none();
        sources = std::mem::take(&mut unit.sources);
        diagnostics.append(&mut unit.diagnostics);
        units.extend(unit.generated);
    }
    if is_wrong {
        return Err(Refused { sources, diagnostics, missing: vec![] });
    }
    let begin = parts.sources.first().and_then(|first| sources.find(&first.name));
    // What is said of an object stands at the beginning of its file, whose text is not shown.
    let mut enter = |name: &str| sources.add(SourceFile::new(name, "", false));
    let given: Vec<FileId> = parts.objects.iter().map(|(name, _)| enter(name)).collect();
    let libraries: Vec<FileId> = parts.archives.iter().map(|(name, _)| enter(name)).collect();
    let begin = begin.or(given.first().copied()).or(libraries.first().copied());
    let mut objects: Vec<Object> =
        units.iter_mut().map(|it: &mut Generated| std::mem::take(&mut it.object)).collect();
    objects.extend(parts.objects.into_iter().map(|(_, object)| object));
    objects.insert(0, codegen::start_object(start(&objects, &parts.archives)));
    let library = archive();
    let archives: Vec<&Archive> =
        parts.archives.iter().map(|(_, archive)| archive).chain([&library]).collect();
    match image::link(&objects, &archives, &image::link::Options::default()) {
        Ok(elf) => Ok(Built { elf, sources, diagnostics }),
        Err(errors) => {
            let begin = begin.unwrap_or(FileId(0));
            let program = Program { objects: &objects[1..], units: &units, given: &given, begin };
            let mut missing = vec![];
            for error in &errors {
                missing.extend(error.undefined().map(|name| (name.into(), diagnostics.len())));
                diagnostics.push(program.say(error));
            }
            Err(Refused { sources, diagnostics, missing })
        }
    }
}

/// How a program begins. Of libraries every member counts: whether one is taken is not known yet.
fn start(objects: &[Object], archives: &[(String, Archive)]) -> Start {
    let members = archives.iter().flat_map(|(_, archive)| archive.members());
    let is_needed = objects.iter().any(image::link::needs_preparation)
        || members.flatten().any(|member| image::link::needs_preparation(&member));
    if is_needed { Start::Prepared } else { Start::Plain }
}
