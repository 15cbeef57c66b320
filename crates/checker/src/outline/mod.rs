//! The outline of a program that carries no access table: what debugging information, symbols and
//! the code itself tell of its functions, in the access table's shape.
//!
//! A *step* is then where the line table says that a statement of the user's begins. In a program
//! without lines it is the body of a function: calls are all that can be told.

mod code;
mod described;
mod named;
mod own;

use image::Image;
use image::access::{AccessTable, Event, Function, Unit, UnitKind};
use process::Module;
use rustc_hash::FxHashSet;

/// What is known of a program that carries no access table.
#[derive(Debug)]
pub(crate) struct Outline {
    /// Its functions, statements and static objects.
    pub(crate) table: AccessTable,
    /// The first instructions of the user's statements.
    steps: FxHashSet<u64>,
    /// The lowest and the highest of them: most instructions are outside.
    bounds: (u64, u64),
    /// Where the steps begin to count, in a program without lines that has a `main`: nobody can
    /// tell what runs before from the user's code.
    pub(crate) begins_at: Option<u64>,
}

impl Outline {
    /// `libraries` are what its code calls besides: the interpreter, and shared libraries.
    ///
    /// **Cost**: reads all debugging information of the program.
    pub(crate) fn of(image: &Image, bias: u64, libraries: &[Module]) -> Outline {
        let mut units = described::units(image);
        let is_described = units.iter().any(|unit| unit.kind == UnitKind::User);
        units.extend(named::units(image, &units, is_described));
        for unit in &mut units {
            move_by(unit, bias);
        }
        units.extend(libraries.iter().map(library));
        units.push(nameless());
        let mut steps = FxHashSet::default();
        for unit in units.iter().filter(|unit| unit.kind == UnitKind::User) {
            steps.extend(unit.functions.iter().flat_map(statements));
        }
        let bounds = (steps.iter().min(), steps.iter().max());
        let bounds = (bounds.0.copied().unwrap_or(1), bounds.1.copied().unwrap_or(0));
        let begins_at = match is_described {
            true => None,
            false => {
                let symbol = image.symbol("main").map(|main| main.address);
                let main = symbol.or_else(|| code::main_address(image));
                main.map(|main| main.wrapping_add(bias))
            }
        };
        Outline { table: AccessTable::new(units), steps, bounds, begins_at }
    }

    /// Whether a statement of the user's begins at an instruction.
    #[inline]
    pub(crate) fn is_step(&self, pc: u64) -> bool {
        self.bounds.0 <= pc && pc <= self.bounds.1 && self.steps.contains(&pc)
    }
}

/// The first instructions of a function's statements.
fn statements(function: &Function) -> impl Iterator<Item = u64> {
    let rows = function.rows.iter().filter(|row| row.event == Event::Statement);
    rows.map(|row| function.start + u64::from(row.offset))
}

/// The functions of a shared library that its symbols name; it bears the name that programs ask for
/// it by.
fn library(module: &Module) -> Unit {
    let mut unit = named::library(&module.image);
    unit.name = module.image.dynamic().name.clone().unwrap_or_default();
    move_by(&mut unit, module.bias);
    unit
}

fn move_by(unit: &mut Unit, bias: u64) {
    for function in &mut unit.functions {
        function.start = function.start.wrapping_add(bias);
    }
    for object in &mut unit.statics {
        object.start = object.start.wrapping_add(bias);
    }
}

/// The function that stands for all code of which nothing is known.
fn nameless() -> Unit {
    let function = code::function(String::new(), 0, 1, vec![]);
    Unit {
        name: String::new(),
        kind: UnitKind::Library,
        files: vec![],
        types: vec![],
        functions: vec![function],
        statics: vec![],
    }
}
