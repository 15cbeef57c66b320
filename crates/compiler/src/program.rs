//! A whole program: every file compiled, then linked with what it needs of the library.

use codegen::Generated;
use image::LinkError;
use image::access::UnitKind;
use image::object::{Object, Symbol, SymbolKind};
use source::{Diagnostic, FileId, Files, SourceMap, Span};

use crate::library::{WithLibrary, archive};
use crate::messages;
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
    let files = WithLibrary { user: files };
    let (mut sources, mut diagnostics) = (SourceMap::new(), vec![]);
    let (mut units, mut is_wrong) = (vec![], false);
    for input in inputs {
        let mut unit = compile_unit(input, UnitKind::User, sources, &files, options);
        is_wrong |= unit.generated.is_none();
        sources = std::mem::take(&mut unit.sources);
        diagnostics.append(&mut unit.diagnostics);
        units.extend(unit.generated);
    }
    if is_wrong {
        return Err(Refused { sources, diagnostics });
    }
    let mut objects = vec![codegen::start_object()];
    objects.extend(units.iter_mut().map(|unit| std::mem::take(&mut unit.object)));
    match image::link(&objects, &archive(), &image::link::Options::default()) {
        Ok(elf) => Ok(Built { elf, sources, diagnostics }),
        Err(errors) => {
            let begin = inputs.first().and_then(|input| sources.find(input)).unwrap_or(FileId(0));
            let program = Program { objects: &objects[1..], units: &units, begin };
            diagnostics.extend(errors.iter().map(|error| program.say(error)));
            Err(Refused { sources, diagnostics })
        }
    }
}

/// The user's objects, to find the places that the linker's errors mean.
struct Program<'a> {
    objects: &'a [Object],
    /// Beside each object, where its symbols are used.
    units: &'a [Generated],
    begin: FileId,
}

impl Program<'_> {
    fn say(&self, error: &LinkError) -> Diagnostic {
        let begin = Span::new(self.begin, 0, 0);
        match error {
            LinkError::Undefined { symbol, .. } => self.undefined(symbol, begin),
            LinkError::Duplicate { symbol, .. } => {
                let mut places = self.uses(symbol, true).map(|(_, span)| span);
                let first = places.next().unwrap_or(begin);
                messages::defined_twice(first, places.next(), symbol)
            }
            other => messages::link_failed(begin, &other.to_string()),
        }
    }

    fn undefined(&self, name: &str, begin: Span) -> Diagnostic {
        match self.uses(name, false).next() {
            Some((SymbolKind::Object, span)) => messages::undefined_object(span, name),
            Some((_, span)) => messages::undefined_function(span, name),
            None if name == "main" => messages::no_main(begin),
            None => messages::undefined_function(begin, name),
        }
    }

    /// What the user's objects say of a symbol, in those that define it or in those that do not.
    fn uses(&self, name: &str, is_defined: bool) -> impl Iterator<Item = (SymbolKind, Span)> {
        self.objects.iter().zip(self.units).filter_map(move |(object, unit)| {
            let says = |it: &Symbol| {
                it.is_global && it.name == name && it.definition.is_some() == is_defined
            };
            let index = object.symbols.iter().position(says)?;
            Some((object.symbols[index].kind, *unit.first_uses.get(index)?))
        })
    }
}
