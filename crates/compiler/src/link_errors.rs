//! What the linker's errors mean in the user's text: each at the place that it speaks of.

use codegen::Generated;
use image::LinkError;
use image::object::{Object, RelocationKind, Symbol, SymbolId, SymbolKind};
use source::{Diagnostic, FileId, Span};

use crate::messages;

/// The user's objects, to find the places that the linker's errors mean.
pub(crate) struct Program<'a> {
    /// Those that were compiled, then those that were given.
    pub(crate) objects: &'a [Object],
    /// Beside each that was compiled, where its symbols are used.
    pub(crate) units: &'a [Generated],
    /// Beside each that was given, its file.
    pub(crate) given: &'a [FileId],
    pub(crate) begin: FileId,
}

impl Program<'_> {
    pub(crate) fn say(&self, error: &LinkError) -> Diagnostic {
        let begin = Span::new(self.begin, 0, 0);
        match error {
            LinkError::Undefined { symbol, .. } => self.undefined(error, symbol, begin),
            LinkError::Duplicate { symbol, second, .. } => {
                let mut places = self.uses(symbol, true).map(|found| found.span);
                let first = places.next().unwrap_or(begin);
                match places.next() {
                    Some(again) => messages::defined_twice(first, again, symbol),
                    None => messages::defined_in_library(first, symbol, second),
                }
            }
            other => messages::link_failed(begin, &other.to_string()),
        }
    }

    fn undefined(&self, error: &LinkError, name: &str, begin: Span) -> Diagnostic {
        match self.uses(name, false).next() {
            Some(found) if found.is_given => {
                messages::undefined_in_object(found.span, name, is_of_glibc(name))
            }
            Some(found) if matches!(found.kind, SymbolKind::Object | SymbolKind::ThreadLocal) => {
                messages::undefined_object(found.span, name)
            }
            Some(found) => messages::undefined_function(found.span, name, found.is_called),
            None if name == "main" => self.no_main(begin),
            None => messages::link_failed(begin, &error.to_string()),
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
        self.objects.iter().enumerate().filter_map(move |(number, object)| {
            let says = |it: &Symbol| {
                let is_shared = it.is_global || it.definition.is_none();
                is_shared && it.name == name && it.definition.is_some() == is_defined
            };
            let index = object.symbols.iter().position(says)?;
            let given = number.checked_sub(self.units.len());
            let span = match (self.units.get(number), given) {
                (Some(unit), _) => *unit.first_uses.get(index)?,
                (None, given) => Span::new(*self.given.get(given?)?, 0, 0),
            };
            Some(Use {
                kind: object.symbols[index].kind,
                span,
                is_called: is_only_called(object, SymbolId(index as u32)),
                is_given: given.is_some(),
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
    /// Whether it was compiled before.
    is_given: bool,
}

/// Whether a name is one that only the headers of glibc use.
fn is_of_glibc(name: &str) -> bool {
    let starts = ["__isoc99_", "__isoc23_", "__ctype_", "_IO_", "__libc_", "__errno_location"];
    name.ends_with("_chk") || starts.iter().any(|start| name.starts_with(start))
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
