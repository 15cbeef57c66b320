//! A small program made by hand, with everything that an object can carry, and tools to look at
//! what is made of it.
#![allow(dead_code)] // Each test program uses a part.
#![allow(clippy::single_range_in_vec_init)] // A range is what is meant.

use image::access::{self, Access, Event, ObjectIndex, TypeClass, TypeIndex, UnitKind};
use image::debug::{self, Encoding, FrameRecipe, Line, Location, Qualifier, Type, TypeRef};
use image::object::{
    Object, Relocation, RelocationKind, Section, SectionId, SectionKind, Symbol, SymbolDefinition,
    SymbolId, SymbolKind,
};
use image::{Archive, LinkOptions};
use riscv::{Insn, Op, Reg};
use std::path::PathBuf;
use std::process::{Command, Output};

/// An object under construction.
pub(crate) struct Maker {
    pub(crate) object: Object,
}

impl Maker {
    pub(crate) fn new(name: &str) -> Maker {
        let mut object = Object { name: name.into(), ..Object::default() };
        object.sections.push(Section::new(".text", SectionKind::Text, 4));
        Maker { object }
    }

    pub(crate) fn section(
        &mut self,
        name: &str,
        kind: SectionKind,
        bytes: &[u8],
        size: u64,
    ) -> SectionId {
        let mut section = Section::new(name, kind, 8);
        section.bytes = bytes.to_vec();
        section.size = size;
        self.object.sections.push(section);
        SectionId(self.object.sections.len() as u32 - 1)
    }

    pub(crate) fn symbol(
        &mut self,
        name: &str,
        place: Option<(u32, u64, u64)>,
        is_global: bool,
        kind: SymbolKind,
    ) -> SymbolId {
        let definition = place.map(|(section, offset, size)| SymbolDefinition {
            section: SectionId(section),
            offset,
            size,
        });
        self.object.symbols.push(Symbol {
            name: name.into(),
            definition,
            is_global,
            is_weak: false,
            kind,
        });
        SymbolId(self.object.symbols.len() as u32 - 1)
    }

    pub(crate) fn push(&mut self, insn: Insn) -> u64 {
        self.object.sections[0].push(&insn).into()
    }

    pub(crate) fn relocate(&mut self, offset: u64, kind: RelocationKind, symbol: SymbolId) {
        let relocation = Relocation { offset, kind, symbol, addend: 0 };
        self.object.sections[0].relocations.push(relocation);
    }

    /// `auipc ra; jalr ra`.
    pub(crate) fn call(&mut self, symbol: SymbolId) -> u64 {
        let at = self.push(Insn::u(Op::Auipc, Reg::RA, 0));
        self.push(Insn::i(Op::Jalr, Reg::RA, Reg::RA, 0));
        self.relocate(at, RelocationKind::Call, symbol);
        at
    }
}

/// `_start: call main; li a7, 93; ecall`.
pub(crate) fn start() -> Object {
    let mut maker = Maker::new("start");
    maker.symbol("_start", Some((0, 0, 16)), true, SymbolKind::Function);
    let main = maker.symbol("main", None, true, SymbolKind::Unknown);
    maker.call(main);
    maker.push(Insn::i(Op::Addi, Reg::A7, Reg::ZERO, 93));
    maker.push(Insn::system(Op::Ecall));
    maker.object
}

/// A library's function: `int twice(int x) { return x + x; }`, without a frame.
pub(crate) fn twice() -> Object {
    let mut maker = Maker::new("string/twice_is_a_long_name.c");
    maker.symbol("twice", Some((0, 0, 8)), true, SymbolKind::Function);
    maker.push(Insn::r(Op::Addw, Reg::A0, Reg::A0, Reg::A0));
    maker.push(Insn::i(Op::Jalr, Reg::ZERO, Reg::RA, 0));
    maker.object
}

/// The same function in another object, to be in the way.
pub(crate) fn unneeded() -> Object {
    let mut maker = Maker::new("unneeded.c");
    maker.symbol("unneeded", Some((0, 0, 4)), true, SymbolKind::Function);
    maker.push(Insn::i(Op::Jalr, Reg::ZERO, Reg::RA, 0));
    maker.object
}

pub(crate) const MAIN_TEXT: &str = "\
int twice(int);
int counter = 12;
int main(void)
{
    int x = 30;
    {
        int y = x + counter;
        x = twice(y);
    }
    return x / 2;
}
";

/// The object of [`MAIN_TEXT`] and what is known about it.
pub(crate) struct Program {
    pub(crate) object: Object,
    pub debug: debug::Unit<SymbolId>,
    pub access: access::Unit<SymbolId>,
}

const MAIN_SIZE: u64 = 84;

/// The code of [`MAIN_TEXT`]: `x` at CFA−20, `y` at CFA−24.
pub(crate) fn main_program() -> Program {
    let mut maker = Maker::new("src/main.c");
    let main = maker.symbol("main", Some((0, 0, MAIN_SIZE)), true, SymbolKind::Function);
    let data = maker.section(".data", SectionKind::Data, &12u32.to_le_bytes(), 4);
    let counter = maker.symbol("counter", Some((data.0, 0, 4)), true, SymbolKind::Object);
    maker.section(".rodata", SectionKind::ReadOnlyData, b"hello\0", 6);
    maker.section(".bss", SectionKind::Bss, b"", 100);
    let twice = maker.symbol("twice", None, true, SymbolKind::Unknown);
    let label = maker.symbol(".Lhi", Some((0, 24, 0)), false, SymbolKind::Section);
    let (sp, s0, ra) = (Reg::SP, Reg::S0, Reg::RA);
    let (t0, t1, a0) = (Reg::T0, Reg::T1, Reg::A0);
    maker.push(Insn::i(Op::Addi, sp, sp, -32));
    maker.push(Insn::s(Op::Sd, ra, sp, 24));
    maker.push(Insn::s(Op::Sd, s0, sp, 16));
    maker.push(Insn::i(Op::Addi, s0, sp, 32));
    maker.push(Insn::i(Op::Addi, t0, Reg::ZERO, 30)); // 16
    maker.push(Insn::s(Op::Sw, t0, s0, -20));
    let high = maker.push(Insn::u(Op::Auipc, t1, 0)); // 24
    maker.relocate(high, RelocationKind::PcrelHi20, counter);
    let low = maker.push(Insn::i(Op::Lw, t1, t1, 0)); // 28
    maker.relocate(low, RelocationKind::PcrelLo12I, label);
    maker.push(Insn::i(Op::Lw, t0, s0, -20));
    maker.push(Insn::r(Op::Addw, t0, t0, t1));
    maker.push(Insn::s(Op::Sw, t0, s0, -24)); // 40
    maker.push(Insn::i(Op::Lw, a0, s0, -24)); // 44
    maker.call(twice); // 48
    maker.push(Insn::s(Op::Sw, a0, s0, -20)); // 56
    maker.push(Insn::i(Op::Lw, a0, s0, -20)); // 60
    maker.push(Insn::i(Op::Sraiw, a0, a0, 1)); // 64
    maker.push(Insn::i(Op::Ld, ra, sp, 24)); // 68
    maker.push(Insn::i(Op::Ld, s0, sp, 16)); // 72
    maker.push(Insn::i(Op::Addi, sp, sp, 32)); // 76
    let end = maker.push(Insn::i(Op::Jalr, Reg::ZERO, ra, 0)); // 80
    assert_eq!(end + 4, MAIN_SIZE);
    Program {
        object: maker.object,
        debug: main_debug(main, counter),
        access: main_access(main, counter),
    }
}

fn main_debug(main: SymbolId, counter: SymbolId) -> debug::Unit<SymbolId> {
    let place = |line, column| debug::Place { file: 0, line, column };
    let variable = |name: &str, line, location| debug::Variable {
        name: name.into(),
        ty: TypeRef(0),
        place: place(line, 9),
        is_parameter: false,
        is_external: false,
        location,
    };
    let line = |offset, line, column| Line {
        offset,
        place: place(line, column),
        is_statement: true,
        is_prologue_end: offset == 16,
    };
    let block = debug::Scope {
        ranges: vec![24..60],
        inlined: None,
        variables: vec![variable("y", 7, Location::Frame(-24))],
        scopes: vec![debug::Scope {
            ranges: vec![24..28, 32..36],
            inlined: None,
            variables: vec![],
            scopes: vec![],
        }],
    };
    let function = debug::Function {
        name: "main".into(),
        start: main,
        size: MAIN_SIZE,
        place: place(3, 5),
        result: Some(TypeRef(0)),
        is_external: true,
        is_prototyped: true,
        scope: debug::Scope {
            ranges: vec![0..MAIN_SIZE],
            inlined: None,
            variables: vec![variable("x", 5, Location::Frame(-20))],
            scopes: vec![block],
        },
        base: debug::FrameBase::Cfa,
        lines: vec![
            line(0, 3, 5),
            line(16, 5, 5),
            line(24, 7, 9),
            line(44, 8, 9),
            line(60, 10, 5),
            line(68, 11, 1),
        ],
        frame: Some(FrameRecipe {
            allocated: 4,
            size: 32,
            ra_offset: -8,
            fp_offset: -16,
            saved: 12,
            framed: 16,
            restored: 76,
            released: 80,
        }),
    };
    let counter =
        debug::Variable { is_external: true, ..variable("counter", 2, Location::Address(counter)) };
    debug::Unit {
        name: "src/main.c".into(),
        producer: "cutaway test".into(),
        directory: ".".into(),
        language: debug::Language::C,
        files: vec!["src/main.c".into(), "include/list.h".into()],
        types: types(),
        functions: vec![function],
        variables: vec![
            counter,
            debug::Variable { ty: TypeRef(7), ..variable("list", 2, Location::None) },
            debug::Variable { ty: TypeRef(11), ..variable("table", 2, Location::None) },
            debug::Variable { ty: TypeRef(12), ..variable("kind", 2, Location::None) },
        ],
    }
}

/// One of each kind; the list node refers to itself.
fn types() -> Vec<Type> {
    let base = |name: &str, size, encoding| Type::Base { name: name.into(), size, encoding };
    let member = |name: &str, ty, offset, bits| debug::Member {
        name: (!name.is_empty()).then(|| name.into()),
        ty: TypeRef(ty),
        offset,
        bits,
    };
    vec![
        base("int", 4, Encoding::Signed),
        base("char", 1, Encoding::UnsignedChar),
        Type::Record {
            is_union: false,
            name: Some("node".into()),
            size: Some(24),
            members: vec![
                member("next", 3, 0, None),
                member("flags", 0, 8, Some((64, 3))),
                member("", 4, 16, None),
            ],
        },
        Type::Pointer(Some(TypeRef(2))),
        Type::Record {
            is_union: true,
            name: None,
            size: Some(8),
            members: vec![member("i", 0, 0, None), member("p", 5, 0, None)],
        },
        Type::Pointer(None),
        Type::Record { is_union: false, name: Some("opaque".into()), size: None, members: vec![] },
        Type::Typedef { name: "node_t".into(), target: Some(TypeRef(2)) },
        Type::Qualified(Qualifier::Const, Some(TypeRef(1))),
        Type::Pointer(Some(TypeRef(8))),
        Type::Array { element: TypeRef(9), length: Some(3) },
        Type::Array { element: TypeRef(10), length: Some(2) },
        Type::Enum {
            name: Some("kind".into()),
            size: 4,
            is_signed: true,
            enumerators: vec![("A".into(), -1), ("B".into(), 5)],
        },
        Type::Function {
            result: Some(TypeRef(0)),
            parameters: vec![TypeRef(9), TypeRef(0)],
            is_variadic: true,
        },
        Type::Pointer(Some(TypeRef(13))),
        Type::Array { element: TypeRef(14), length: None },
        Type::Qualified(Qualifier::Const, Some(TypeRef(14))),
        Type::Qualified(Qualifier::Volatile, None),
    ]
}

fn main_access(main: SymbolId, counter: SymbolId) -> access::Unit<SymbolId> {
    let place = |line| access::Place { file: 0, line, column: 5, length: 3 };
    let row = |offset, line, event| access::Row { offset, event, place: place(line) };
    let object = |name: &str, cfa_offset| access::Object {
        name: name.into(),
        cfa_offset,
        size: 4,
        ty: TypeIndex(0),
        place: place(5),
        is_address_taken: false,
    };
    let read = Access {
        base: Reg::S0,
        offset: -20,
        size: 4,
        ty: TypeIndex(0),
        is_indirect: false,
        bits: None,
    };
    let live = |start, end, objects: &[u16]| access::LiveRange {
        start,
        end,
        objects: objects.iter().map(|&index| ObjectIndex(index)).collect(),
    };
    access::Unit {
        name: "src/main.c".into(),
        kind: UnitKind::User,
        files: vec!["src/main.c".into()],
        types: vec![access::TypeRecord { name: "int".into(), size: 4, class: TypeClass::Scalar }],
        functions: vec![access::Function {
            name: "main".into(),
            start: main,
            size: MAIN_SIZE as u32,
            place: place(3),
            framed: 16..76,
            objects: vec![object("x", -20), object("y", -24)],
            parameter_count: 0,
            live: vec![live(16, 24, &[0]), live(24, 60, &[0, 1]), live(60, 68, &[0])],
            rows: vec![
                row(16, 5, Event::Statement),
                row(24, 7, Event::Statement),
                row(24, 7, Event::Static { target: Reg::T1 }),
                row(32, 7, Event::Read(read)),
                row(48, 8, Event::Call),
            ],
        }],
        statics: vec![access::Static {
            name: "counter".into(),
            start: counter,
            size: 4,
            ty: TypeIndex(0),
            place: place(2),
            is_const: false,
            is_literal: false,
            is_thread_local: false,
            function: None,
        }],
    }
}

/// The finished object of [`main_program`].
pub(crate) fn main_object() -> Object {
    let mut program = main_program();
    image::finish(&mut program.object, &program.debug, &program.access);
    program.object
}

pub(crate) fn library() -> Archive {
    let bytes = Archive::write(&[unneeded(), twice()]);
    Archive::read(bytes.into()).expect("it was just written")
}

/// The whole program, linked by us.
pub(crate) fn linked() -> Vec<u8> {
    image::link(&[start(), main_object()], &[&library()], &LinkOptions::default())
        .unwrap_or_else(|errors| panic!("{errors:?}"))
}

/// A fresh directory for one test, below cargo's own.
pub(crate) fn directory(test: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(test);
    let _ = std::fs::remove_dir_all(&path);
    std::fs::create_dir_all(&path).expect("cargo's directory is writable");
    path
}

/// Runs a tool in a directory; `None`, and a word about it, when it is not installed.
pub(crate) fn run(directory: &std::path::Path, tool: &str, arguments: &[&str]) -> Option<Output> {
    match Command::new(tool).args(arguments).current_dir(directory).output() {
        Ok(output) => Some(output),
        Err(_) => {
            eprintln!("skipped: {tool} is not installed");
            None
        }
    }
}

/// What a tool said, both ways.
pub(crate) fn said(output: &Output) -> String {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    text(&output.stdout) + &text(&output.stderr)
}

/// Writes an executable file.
pub(crate) fn write_program(path: &std::path::Path, bytes: &[u8]) {
    use std::os::unix::fs::PermissionsExt;
    std::fs::write(path, bytes).expect("the directory is writable");
    let executable = std::fs::Permissions::from_mode(0o755);
    std::fs::set_permissions(path, executable).expect("the file is ours");
}
