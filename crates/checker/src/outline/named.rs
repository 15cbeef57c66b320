//! The functions that only symbols name, and those of a stripped program, which calls lead to.

use super::code;
use image::access::{Event, Function, Place, Row, Unit, UnitKind};
use image::object::SymbolKind;
use image::{Image, Symbol};

/// The functions that debugging information does not describe.
///
/// When it describes none of the user's, all that bear a user's name are taken for the user's.
pub(crate) fn units(image: &Image, described: &[Unit], is_described: bool) -> Vec<Unit> {
    let mut covered: Vec<(u64, u64)> = described
        .iter()
        .flat_map(|unit| &unit.functions)
        .map(|function| (function.start, function.start + u64::from(function.size)))
        .collect();
    covered.sort_unstable();
    let is_covered = |address: u64| {
        let next = covered.partition_point(|(start, _)| *start <= address);
        next.checked_sub(1).is_some_and(|index| address < covered[index].1)
    };
    let mut starts: Vec<(u64, u64, String)> = functions(image)
        .filter(|symbol| !is_covered(symbol.address))
        .map(|symbol| (symbol.address, symbol.size, symbol.name.clone()))
        .collect();
    if starts.is_empty() && covered.is_empty() {
        let found = code::call_targets(image).into_iter();
        starts = found.map(|address| (address, 0, format!("{address:#x}"))).collect();
    }
    // Of several names at one address, a user's is better than one that the library has for itself.
    starts.sort_by_key(|(address, _, name)| (*address, is_reserved(name)));
    starts.dedup_by_key(|(address, ..)| *address);
    let mut units = [unit(UnitKind::User), unit(UnitKind::Library)];
    for (index, (address, size, name)) in starts.iter().enumerate() {
        let next = starts.get(index + 1).map(|(next, ..)| *next);
        let is_users = !is_described && !is_reserved(name);
        let target = &mut units[usize::from(!is_users)];
        target.functions.push(function(image, name, *address, *size, next, is_users));
    }
    units.into_iter().filter(|unit| !unit.functions.is_empty()).collect()
}

/// The symbols of functions, by address.
fn functions(image: &Image) -> impl Iterator<Item = &Symbol> {
    let is_code = |symbol: &&Symbol| {
        symbol.kind == SymbolKind::Function
            && image.segment_at(symbol.address).is_some_and(|segment| segment.permissions.execute)
    };
    image.symbols().iter().filter(is_code)
}

/// Whether a name is not a user's: it is reserved for the implementation.
///
/// **Rule**: C17 7.1.3p1: a name that begins with an underscore, here of a function; names of C++
/// and Rust (Itanium C++ ABI "External Names", Rust RFC 2603) are mangled so.
fn is_reserved(name: &str) -> bool {
    name.starts_with('_') && !name.starts_with("_Z") && !name.starts_with("_R")
}

fn unit(kind: UnitKind) -> Unit {
    let (name, files) = (String::new(), vec![String::new()]);
    Unit { name, kind, files, types: vec![], functions: vec![], statics: vec![] }
}

/// A function; one without a size reaches to the next. Its body is a step if it is the user's.
fn function(
    image: &Image,
    name: &str,
    address: u64,
    size: u64,
    next: Option<u64>,
    is_users: bool,
) -> Function {
    let end = image
        .segment_at(address)
        .map_or(address, |segment| segment.address.saturating_add(segment.memory_size));
    let rest = next.unwrap_or(end).min(end).saturating_sub(address);
    let size = if size == 0 { rest } else { size.min(rest.max(1)) };
    let row = |offset| Row {
        offset,
        event: Event::Statement,
        place: Place { file: 0, line: 0, column: 0, length: 0 },
    };
    let body = is_users.then(|| code::body_offset(image, address, size));
    code::function(image::demangle(name), address, size, body.map(row).into_iter().collect())
}
