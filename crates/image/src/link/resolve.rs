//! Symbol resolution: which objects take part, and which definition each global name means.
//!
//! **Rule**: System V ABI "Symbol Table"; a member of an archive takes part when it defines a
//! symbol that is still undefined.

use super::LinkError;
use crate::archive::Archive;
use crate::object::{Object, SymbolId};
use rustc_hash::FxHashMap;
use std::borrow::Cow;

/// Symbols that the linker itself defines where they are used: the ends of the program's parts.
pub(super) const PROVIDED: [&str; 3] = ["_edata", "__bss_start", "_end"];

/// The objects of a program, and what their symbols mean.
#[derive(Default, Debug)]
pub(super) struct Program<'a> {
    /// Those given, then the library's, in the order in which they were needed.
    pub(super) objects: Vec<Cow<'a, Object>>,
    /// The names that objects share, in the order in which they were first met; the entry point is
    /// the first.
    pub(super) globals: Vec<Global>,
    /// For each object, for each symbol, its index in `globals` if it is shared.
    pub(super) global_of: Vec<Vec<Option<u32>>>,
}

/// A name that objects share.
#[derive(Debug)]
pub(super) struct Global {
    pub(super) name: String,
    /// The object and symbol that define it.
    pub(super) definition: Option<(usize, SymbolId)>,
    /// The objects that use it without defining it.
    users: Vec<usize>,
}

/// Resolves all names.
///
/// **Errors**: every duplicate and undefined symbol.
pub(super) fn resolve<'a>(
    objects: &'a [Object],
    archive: &Archive,
    entry: &str,
) -> Result<Program<'a>, Vec<LinkError>> {
    let mut resolver = Resolver::default();
    resolver.intern(entry);
    for object in objects {
        resolver.add(Cow::Borrowed(object));
    }
    resolver.take_members(archive);
    resolver.report_undefined();
    if resolver.errors.is_empty() { Ok(resolver.program) } else { Err(resolver.errors) }
}

#[derive(Default)]
struct Resolver<'a> {
    program: Program<'a>,
    by_name: FxHashMap<String, u32>,
    errors: Vec<LinkError>,
}

impl<'a> Resolver<'a> {
    fn intern(&mut self, name: &str) -> u32 {
        if let Some(&index) = self.by_name.get(name) {
            return index;
        }
        let index = self.program.globals.len() as u32;
        self.by_name.insert(name.into(), index);
        self.program.globals.push(Global { name: name.into(), definition: None, users: vec![] });
        index
    }

    fn add(&mut self, object: Cow<'a, Object>) {
        let number = self.program.objects.len();
        let mut globals = Vec::with_capacity(object.symbols.len());
        for (index, symbol) in object.symbols.iter().enumerate() {
            if !symbol.is_global && symbol.definition.is_some() {
                globals.push(None);
                continue;
            }
            let global = self.intern(&symbol.name);
            globals.push(Some(global));
            let entry = &mut self.program.globals[global as usize];
            match (symbol.definition, entry.definition) {
                (None, _) => entry.users.push(number),
                (Some(_), None) => entry.definition = Some((number, SymbolId(index as u32))),
                (Some(_), Some((first, _))) => self.errors.push(LinkError::Duplicate {
                    symbol: symbol.name.clone(),
                    first: self.program.objects.get(first).unwrap_or(&object).name.clone(),
                    second: object.name.clone(),
                }),
            }
        }
        self.program.global_of.push(globals);
        self.program.objects.push(object);
    }

    /// Adds members until each name has a definition or no member has one. Names that members bring
    /// in are appended, so one walk over the growing list meets them all.
    fn take_members(&mut self, archive: &Archive) {
        let mut next = 0;
        while let Some(global) = self.program.globals.get(next) {
            next += 1;
            if global.definition.is_some() {
                continue;
            }
            let Some(member) = archive.find(&global.name) else { continue };
            match archive.member(member) {
                Ok(object) => self.add(Cow::Owned(object)),
                Err(error) => {
                    let symbol = global.name.clone();
                    self.errors.push(LinkError::Member { symbol, error });
                }
            }
        }
    }

    fn report_undefined(&mut self) {
        for global in &self.program.globals {
            if global.definition.is_none() && !PROVIDED.contains(&global.name.as_str()) {
                let name = |&user: &usize| self.program.objects[user].name.clone();
                self.errors.push(LinkError::Undefined {
                    symbol: global.name.clone(),
                    objects: global.users.iter().map(name).collect(),
                });
            }
        }
    }
}
