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
    let mut starts = starts(image, |symbol| !is_covered(symbol.address));
    if starts.is_empty() && covered.is_empty() {
        starts = unnamed(image);
    }
    let mut units = [unit(UnitKind::User), unit(UnitKind::Library)];
    for (index, start) in starts.iter().enumerate() {
        let next = starts.get(index + 1).map(|next| next.address);
        let is_users = !is_described && !start.is_reserved;
        let target = &mut units[usize::from(!is_users)];
        target.functions.push(function(image, start, next, is_users));
    }
    units.into_iter().filter(|unit| !unit.functions.is_empty()).collect()
}

/// The functions of a shared library that symbols name.
pub(crate) fn library(image: &Image) -> Unit {
    let starts = starts(image, |_| true);
    let nexts = starts.iter().skip(1).map(|next| Some(next.address)).chain([None]);
    let functions = starts.iter().zip(nexts);
    let functions = functions.map(|(start, next)| function(image, start, next, false)).collect();
    Unit { functions, ..unit(UnitKind::Library) }
}

/// Where the functions begin that symbols name, by address.
fn starts(image: &Image, is_wanted: impl Fn(&Symbol) -> bool) -> Vec<Start> {
    let mut starts: Vec<Start> = functions(image)
        .filter(|symbol| is_wanted(symbol))
        .map(|symbol| Start {
            address: symbol.address,
            size: symbol.size,
            is_reserved: is_reserved(&symbol.name),
            name: symbol.name.clone(),
        })
        .collect();
    // Of several names at one address, a user's is better than one that the library has for itself.
    starts.sort_by_key(|start| (start.address, start.is_reserved));
    starts.dedup_by_key(|start| start.address);
    starts
}

/// Where a function begins.
struct Start {
    address: u64,
    /// 0 where that is not known.
    size: u64,
    name: String,
    is_reserved: bool,
}

/// The functions of a program without symbols: they bear their addresses, but for `main`.
fn unnamed(image: &Image) -> Vec<Start> {
    let main = code::main_address(image);
    let mut addresses = code::call_targets(image);
    addresses.extend(main);
    let start = |address| {
        let name = match main == Some(address) {
            true => "main".into(),
            false => format!("{address:#x}"),
        };
        Start { address, size: 0, name, is_reserved: false }
    };
    addresses.into_iter().map(start).collect()
}

/// The symbols of functions, by address.
fn functions(image: &Image) -> impl Iterator<Item = &Symbol> {
    let is_code = |symbol: &&Symbol| {
        symbol.kind == SymbolKind::Function
            && image.segment_at(symbol.address).is_some_and(|segment| segment.permissions.execute)
    };
    image.symbols().iter().filter(is_code)
}

/// The namespaces and crates of the standard libraries of C++ and Rust, and of what these bring.
const LIBRARY_ROOTS: [&str; 15] = [
    "std",
    "__gnu_cxx",
    "__cxxabiv1",
    "core",
    "alloc",
    "compiler_builtins",
    "panic_unwind",
    "unwind",
    "hashbrown",
    "gimli",
    "addr2line",
    "object",
    "memchr",
    "miniz_oxide",
    "rustc_demangle",
];

/// Whether a name is not a user's: it is reserved for the implementation, or of a standard library.
///
/// **Rule**: C17 7.1.3p1: a name that begins with an underscore, here of a function; names of C++
/// and Rust (Itanium C++ ABI "External Names", Rust RFC 2603) are mangled so.
fn is_reserved(name: &str) -> bool {
    if !name.starts_with("_Z") && !name.starts_with("_R") {
        return name.starts_with('_');
    }
    // Adjusters of virtual calls, and the operators that a program need not define itself.
    const MADE: [&str; 7] = ["_ZTh", "_ZTv", "_ZTc", "_Znw", "_Zna", "_Zdl", "_Zda"];
    let plain = image::demangle(name);
    // Of `<bank::Shape as core::fmt::Display>::fmt` the type is what counts.
    let path = plain.trim_start_matches(['<', '&', '*', '[']).trim_start_matches("mut ");
    let root = path.split([':', '<', ' ']).next().unwrap_or_default();
    MADE.iter().any(|made| name.starts_with(made)) || LIBRARY_ROOTS.contains(&root)
}

fn unit(kind: UnitKind) -> Unit {
    let (name, files) = (String::new(), vec![String::new()]);
    Unit { name, kind, files, types: vec![], functions: vec![], statics: vec![] }
}

/// A function; one without a size reaches to the next. Its body is a step if it is the user's.
fn function(image: &Image, start: &Start, next: Option<u64>, is_users: bool) -> Function {
    let &Start { address, size, .. } = start;
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
    let name = image::abbreviate(&image::demangle(&start.name));
    code::function(name, address, size, body.map(row).into_iter().collect())
}
