//! Questions to an image, ours and another compiler's; errors of linking and reading.

mod support;

use expect_test::{Expect, expect};
use image::access::ObjectIndex;
use image::object::SymbolKind;
use image::{Image, LinkError, LinkOptions};
use support::*;

#[test]
fn addresses_lead_to_lines_functions_and_symbols() {
    let image = Image::read(linked()).unwrap();
    let main = image.symbol("main").unwrap();
    let at = |offset: u64| image.line(main.address + offset).map(|at| (at.line, at.column));
    assert_eq!(
        [at(0), at(20), at(24), at(80), at(84)],
        [Some((3, 5)), Some((5, 5)), Some((7, 9)), Some((11, 1)), None]
    );
    let line = image.line(main.address + 28).unwrap();
    assert_eq!(
        (line.file, line.start, line.end),
        ("src/main.c", main.address + 24, main.address + 44)
    );
    assert_eq!(image.function(main.address + 83).unwrap().1.name, "main");
    assert!(image.function(main.address + 84).is_none());
    assert_eq!(image.symbol_at(main.address + 84).unwrap().name, "twice");
    assert_eq!(image.find_function("main").unwrap().1.start, main.address);
    assert_eq!(image.statement_places("main.c", 7), [main.address + 24]);
    assert_eq!(image.statement_places("ain.c", 7), []);
    let names: Vec<_> = image.variables().map(|(_, variable)| &variable.name[..]).collect();
    assert_eq!(names, ["counter", "list", "table", "kind"]);
}

#[test]
fn notes_and_regions_lead_to_rows_and_live_objects() {
    let image = Image::read(linked()).unwrap();
    let table = image.access();
    let main = image.symbol("main").unwrap().address;
    assert_eq!(
        [0, 16, 20, 24, 32, 48, 84].map(|offset| table.note(main + offset)),
        [0, 1, 0, 2, 3, 4, 0]
    );
    assert_eq!([0, 1, 2, 4, 5].map(|note| table.rows(note).len()), [0, 1, 2, 1, 0]);
    assert_eq!(table.unit_of_note(2).unwrap().name, "src/main.c");
    assert_eq!(table.address_of_note(3), Some(main + 32));
    let alive = |offset: u64| {
        let live = table.live(table.region(main + offset));
        live.map(|live| live.objects.iter().map(|&ObjectIndex(index)| index).collect::<Vec<_>>())
    };
    let expected =
        [Some(vec![]), Some(vec![0]), Some(vec![0, 1]), Some(vec![0]), Some(vec![]), None];
    assert_eq!([0, 16, 24, 60, 68, 84].map(alive), expected);
    let counter = image.symbol("counter").unwrap();
    assert_eq!(table.static_at(counter.address + 3).unwrap().1.name, "counter");
    assert!(table.static_at(counter.address + 4).is_none());
    assert_eq!(counter.kind, SymbolKind::Object);
}

#[test]
fn types_are_spelled_as_c_does() {
    let image = Image::read(linked()).unwrap();
    let unit = image.units().next().unwrap();
    let types = 0..main_program().debug.types.len() as u32;
    let spelled: Vec<_> = types
        .map(image::debug::TypeRef)
        .map(|ty| match unit.size_of(ty) {
            Some(size) => format!("{}: {size}", unit.declare(Some(ty), "x")),
            None => unit.declare(Some(ty), "x"),
        })
        .collect();
    expect![[r#"
        int x: 4
        char x: 1
        struct node x: 24
        struct node *x: 8
        union {...} x: 8
        void *x: 8
        struct opaque x
        node_t x: 24
        const char x: 1
        const char *x: 8
        const char *x[3]: 24
        const char *x[2][3]: 48
        enum kind x: 4
        int x(const char *, int, ...)
        int (*x)(const char *, int, ...): 8
        int (*x[])(const char *, int, ...)
        int (*const x)(const char *, int, ...): 8
        volatile void x"#]]
    .assert_eq(&spelled.join("\n"));
}

/// What is loaded, and the sections.
#[test]
fn the_layout_is_the_one_drawn() {
    let image = Image::read(linked()).unwrap();
    let mut text = String::new();
    for segment in image.segments() {
        let file = segment.file.len();
        let (start, end) = (segment.address, segment.address + segment.memory_size);
        text += &format!("{start:#x}..{end:#x} {} file {file}\n", segment.permissions);
    }
    for section in image.sections().iter().filter(|section| section.is_loaded) {
        text += &format!("{} {:#x} {}\n", section.name, section.address, section.size);
    }
    expect![[r#"
        0x10000..0x1018c r-x file 396
        0x11000..0x11006 r-- file 6
        0x12000..0x1206c rw- file 4
        .text 0x10120 108
        .rodata 0x11000 6
        .data 0x12000 4
        .bss 0x12008 100
    "#]]
    .assert_eq(&text);
    assert_eq!(image.program_headers().address, Some(0x10040));
    assert_eq!(linked(), linked());
}

fn check_link(objects: &[image::object::Object], expect: Expect) {
    let errors = image::link(objects, &[], &LinkOptions::default());
    let errors: Vec<_> =
        errors.err().unwrap_or_default().iter().map(LinkError::to_string).collect();
    expect.assert_eq(&errors.join("\n"));
}

#[test]
fn link_errors_name_symbol_and_objects() {
    check_link(&[start()], expect!["undefined reference to `main` in start"]);
    check_link(&[twice()], expect!["undefined reference to `_start`"]);
    check_link(
        &[start(), main_object(), main_object(), twice()],
        expect![[r#"
            `main` is defined in src/main.c and again in src/main.c
            `counter` is defined in src/main.c and again in src/main.c"#]],
    );
    let mut far = main_object();
    far.sections[3].size = 1 << 37;
    let mut bss_user = twice();
    bss_user.sections[0].relocations = main_object().sections[0].relocations[..1].to_vec();
    bss_user.symbols.resize(
        2,
        image::object::Symbol {
            name: "_end".into(),
            definition: None,
            is_global: true,
            is_weak: false,
            kind: SymbolKind::Unknown,
        },
    );
    bss_user.sections[0].relocations[0].offset = 0;
    bss_user.sections[0].relocations[0].symbol = image::object::SymbolId(1);
    check_link(
        &[start(), far, bss_user],
        expect!["string/twice_is_a_long_name.c: `_end` is too far away from .text+0x0 (PcrelHi20)"],
    );
}

fn check_error(bytes: Vec<u8>, expect: Expect) {
    expect.assert_eq(&Image::read(bytes).map(|_| ()).unwrap_err().to_string());
}

#[test]
fn a_file_that_is_no_program_says_what_it_is() {
    let changed = |at: usize, to: u8| {
        let mut bytes = linked();
        bytes[at] = to;
        bytes
    };
    check_error(vec![], expect!["the file is empty"]);
    check_error(
        b"int main(void) { return 0; }\n".to_vec(),
        expect!["this is text, not a program; C source needs a name that ends in `.c`"],
    );
    check_error(
        changed(18, 62),
        expect![
            "this is an x86-64 program; cutaway runs RISC-V ones (RV64): build it with `cutaway build`, or with `riscv64-linux-gnu-gcc -static`; `cutaway layout` shows it without running it"
        ],
    );
    check_error(
        changed(4, 1),
        expect![
            "this is a 32-bit RISC-V program; cutaway runs 64-bit ones: build it with `cutaway build`, or with `riscv64-linux-gnu-gcc -static`; `cutaway layout` shows it without running it"
        ],
    );
    check_error(
        changed(16, 4),
        expect!["this is a core file, the memory of a program that crashed, not the program"],
    );
    check_error(
        changed(26, 5),
        expect!["the program would start at 0x50120, where it has no code"],
    );
    check_error(
        linked()[..100].to_vec(),
        expect!["the file is cut off: it ends before its program headers"],
    );
    check_error(
        linked()[..300].to_vec(),
        expect!["the file is cut off: it ends before its segments"],
    );
    check_error(
        changed(64 + 56 + 16 + 1, 0x01),
        expect!["the file is damaged: its segments at 0x10000 and 0x10100 overlap"],
    );
    check_error(
        image::write_object(&start()),
        expect!["this is an object file, which is not linked yet; link it to a program first"],
    );
}

const FOREIGN: &str = r#"
#include <stdio.h>
struct point { int x : 5; unsigned y : 3; struct point *next; };
enum color { RED, GREEN = 7 };
static struct point origin;
int table[2][3];
enum color shade;
static int add(int a, int b)
{
    int sum = a + b;
    return sum;
}
int main(int argc, char **argv)
{
    for (int i = 0; i < 3; i++) {
        int square = i * i;
        table[0][i] = add(square, argc);
    }
    printf("%d %s\n", table[0][2], argv[0]);
    return origin.x;
}
"#;

/// A program of another compiler, with the given options.
fn foreign(name: &str, options: &[&str]) -> Option<Image> {
    let directory = directory(name);
    std::fs::write(directory.join("p.c"), FOREIGN).unwrap();
    let arguments: Vec<_> =
        ["-static", "p.c", "-o", "p"].into_iter().chain(options.iter().copied()).collect();
    let output = run(&directory, "riscv64-linux-gnu-gcc", &arguments)?;
    assert!(output.status.success(), "{}", support::said(&output));
    Some(Image::read(std::fs::read(directory.join("p")).unwrap()).unwrap())
}

fn check_foreign(name: &str, options: &[&str]) {
    let Some(image) = foreign(name, options) else { return };
    let (unit, add) = image.find_function("add").unwrap();
    assert_eq!(unit.name, "p.c");
    let names: Vec<_> = add.scope.variables.iter().map(|variable| &variable.name[..]).collect();
    assert_eq!(names, ["a", "b", "sum"]);
    assert!(matches!(add.scope.variables[2].location, image::debug::Location::Frame(-20)));
    assert_eq!(unit.spell(add.result), "int");
    assert!(add.lines.iter().any(|line| line.place.line == 10 && line.is_statement));
    let place = image.statement_places("p.c", 10);
    assert_eq!(image.line(place[0]).unwrap().line, 10);
    let (_, main) = image.find_function("main").unwrap();
    assert_eq!(main.scope.scopes[0].variables[0].name, "i");
    assert_eq!(main.scope.scopes[0].scopes[0].variables[0].name, "square");
    let declared = |name: &str| {
        let variable = unit.variables.iter().find(|variable| variable.name == name).unwrap();
        format!("{} {:?}", unit.declare(Some(variable.ty), name), unit.size_of(variable.ty))
    };
    assert_eq!(declared("table"), "int table[2][3] Some(24)");
    assert_eq!(declared("origin"), "struct point origin Some(16)");
    assert_eq!(declared("shade"), "enum color shade Some(4)");
    let point = unit.types.iter().find_map(|ty| match ty {
        image::debug::Type::Record { name: Some(name), members, .. } if name == "point" => {
            Some(members)
        }
        _ => None,
    });
    assert_eq!(point.unwrap()[1].bits, Some((5, 3)));
    assert!(image.access().is_empty());
    let printf = image.symbol("printf").unwrap();
    assert!(image.symbol_at(printf.address + 2).unwrap().size > 0);
}

#[test]
fn dwarf_5_of_gcc_is_read() {
    check_foreign("gcc_dwarf5", &["-g", "-O0"]);
}

#[test]
fn dwarf_4_of_gcc_is_read() {
    check_foreign("gcc_dwarf4", &["-gdwarf-4", "-O0"]);
}

#[test]
fn optimized_code_is_read_as_far_as_it_goes() {
    let Some(image) = foreign("gcc_optimized", &["-g", "-O2"]) else { return };
    let (_, main) = image.find_function("main").unwrap();
    assert_eq!(main.scope.variables.len(), 2);
    assert!(main.scope.variables.iter().all(|variable| variable.is_parameter));
}
