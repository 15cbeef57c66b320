//! Symbol resolution: which objects take part, and which definition each global name means.
//!
//! **Rule**: System V ABI "Symbol Table"; a member of an archive takes part when it defines a
//! symbol that is still undefined.

use super::{LinkError, provided};
use crate::ReadError;
use crate::archive::Archive;
use crate::object::{Object, SymbolId};
use rustc_hash::FxHashMap;
use std::borrow::Cow;

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
    /// Whether it is weak: its definition, or without one all its uses.
    pub(super) is_weak: bool,
    /// The objects that use it without defining it.
    users: Vec<usize>,
}

/// Resolves all names.
///
/// **Errors**: every duplicate and undefined symbol.
pub(super) fn resolve<'a>(
    objects: &'a [Object],
    archives: &[&Archive],
    entry: &str,
) -> Result<Program<'a>, Vec<LinkError>> {
    let mut resolver = Resolver::default();
    let entry = resolver.intern(entry);
    resolver.program.globals[entry as usize].is_weak = false;
    for object in objects {
        resolver.add(Cow::Borrowed(object));
    }
    resolver.take_members(archives);
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
        let name = name.into();
        self.program.globals.push(Global { name, definition: None, is_weak: true, users: vec![] });
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
            self.enter(global, number, SymbolId(index as u32), &object);
        }
        self.program.global_of.push(globals);
        self.program.objects.push(object);
    }

    /// Enters a use or a definition of a name: a weak definition yields to another one, and of
    /// several weak ones the first counts.
    fn enter(&mut self, global: u32, number: usize, id: SymbolId, object: &Object) {
        let symbol = &object.symbols[id.0 as usize];
        let entry = &mut self.program.globals[global as usize];
        match (symbol.definition, entry.definition) {
            (None, None) => {
                entry.users.push(number);
                entry.is_weak &= symbol.is_weak;
            }
            (None, Some(_)) => entry.users.push(number),
            (Some(_), Some(_)) if symbol.is_weak => {}
            (Some(_), Some((first, _))) if !entry.is_weak => {
                self.errors.push(LinkError::Duplicate {
                    symbol: symbol.name.clone(),
                    first: self
                        .program
                        .objects
                        .get(first)
                        .map_or(&object.name, |it| &it.name)
                        .clone(),
                    second: object.name.clone(),
                });
            }
            (Some(_), _) => {
                entry.definition = Some((number, id));
                entry.is_weak = symbol.is_weak;
            }
        }
    }

    /// Adds members until each name has a definition or no member has one; what is only used weakly
    /// brings none in. Names that members bring in are appended, so one walk over the growing list
    /// meets them all, but for those that turn out to be needed behind it.
    fn take_members(&mut self, archives: &[&Archive]) {
        loop {
            let before = self.program.objects.len();
            let mut next = 0;
            while let Some(global) = self.program.globals.get(next) {
                next += 1;
                if global.definition.is_none() && !global.is_weak {
                    self.take_member(archives, next - 1);
                }
            }
            if self.program.objects.len() == before {
                return;
            }
        }
    }

    /// Adds the member that defines a name, of the first archive that has one.
    fn take_member(&mut self, archives: &[&Archive], global: usize) {
        let symbol = self.program.globals[global].name.clone();
        let mut members = archives.iter();
        let found = members.find_map(|archive| Some((archive, archive.find(&symbol)?)));
        let Some((archive, member)) = found else { return };
        let error = match archive.member(member) {
            Ok(object) => {
                self.add(Cow::Owned(object));
                let is_defined = self.program.globals[global].definition.is_some();
                (!is_defined).then_some(ReadError::Index("symbol of the archive's index"))
            }
            Err(error) => Some(error),
        };
        if let Some(error) = error {
            self.errors.push(LinkError::Member { symbol, error });
            // It is looked for once.
            self.program.globals[global].is_weak = true;
        }
    }

    fn report_undefined(&mut self) {
        for global in &self.program.globals {
            let is_missing = global.definition.is_none() && !global.is_weak;
            if is_missing && !provided::is_provided(&global.name, &self.program.objects) {
                let name = |&user: &usize| self.program.objects[user].name.clone();
                self.errors.push(LinkError::Undefined {
                    symbol: global.name.clone(),
                    objects: global.users.iter().map(name).collect(),
                });
            }
        }
    }
}
