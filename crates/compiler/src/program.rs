//! A whole program: every file compiled, then linked with what it needs of the library.

use codegen::{Generated, Start};
use image::LinkError;
use image::access::UnitKind;
use image::object::{Object, RelocationKind, Symbol, SymbolId, SymbolKind};
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
    let mut objects: Vec<Object> = units.iter_mut().map(|it| std::mem::take(&mut it.object)).collect();
    objects.insert(0, codegen::start_object(start(&objects)));
    match image::link(&objects, &[&archive()], &image::link::Options::default()) {
        Ok(elf) => Ok(Built { elf, sources, diagnostics }),
        Err(errors) => {
            let begin = inputs.first().and_then(|input| sources.find(input)).unwrap_or(FileId(0));
            let program = Program { objects: &objects[1..], units: &units, begin };
            diagnostics.extend(errors.iter().map(|error| program.say(error)));
            Err(Refused { sources, diagnostics })
        }
    }
}

/// How a program of these objects begins.
fn start(objects: &[Object]) -> Start {
    match objects.iter().any(image::link::needs_preparation) {
        true => Start::Prepared,
        false => Start::Plain,
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
                let mut places = self.uses(symbol, true).map(|found| found.span);
                let first = places.next().unwrap_or(begin);
                messages::defined_twice(first, places.next(), symbol)
            }
            other => messages::link_failed(begin, &other.to_string()),
        }
    }

    fn undefined(&self, name: &str, begin: Span) -> Diagnostic {
        match self.uses(name, false).next() {
            Some(found) if found.kind == SymbolKind::Object => {
                messages::undefined_object(found.span, name)
            }
            Some(found) => messages::undefined_function(found.span, name, found.is_called),
            None if name == "main" => self.no_main(begin),
            None => messages::undefined_function(begin, name, false),
        }
    }

    fn no_main(&self, begin: Span) -> Diagnostic {
        for (object, unit) in self.objects.iter().zip(self.units) {
            let near = object.symbols.iter().position(|symbol| {
                let is_function = symbol.kind == SymbolKind::Function;
                is_function && symbol.definition.is_some() && is_like_main(&symbol.name)
            });
            let place = near.and_then(|index| unit.first_uses.get(index));
            if let (Some(index), Some(&span)) = (near, place) {
                return messages::misspelled_main(span, &object.symbols[index].name);
            }
        }
        messages::no_main(begin)
    }

    /// What the user's objects say of a symbol, in those that define it or in those that do not.
    fn uses(&self, name: &str, is_defined: bool) -> impl Iterator<Item = Use> {
        self.objects.iter().zip(self.units).filter_map(move |(object, unit)| {
            let says = |it: &Symbol| {
                it.is_global && it.name == name && it.definition.is_some() == is_defined
            };
            let index = object.symbols.iter().position(says)?;
            Some(Use {
                kind: object.symbols[index].kind,
                span: *unit.first_uses.get(index)?,
                is_called: is_only_called(object, SymbolId(index as u32)),
            })
        })
    }
}

/// How an object file uses a symbol.
struct Use {
    kind: SymbolKind,
    /// Where first.
    span: Span,
    /// Whether by calls alone.
    is_called: bool,
}

/// Whether a name has the letters of `main`, in any order and of either case.
fn is_like_main(name: &str) -> bool {
    let mut letters = name.to_ascii_lowercase().into_bytes();
    letters.sort_unstable();
    letters == b"aimn"
}

fn is_only_called(object: &Object, symbol: SymbolId) -> bool {
    let relocations = object.sections.iter().flat_map(|section| &section.relocations);
    let mut of_symbol = relocations.filter(|relocation| relocation.symbol == symbol);
    of_symbol.all(|relocation| relocation.kind == RelocationKind::Call)
}
