//! What is written is read back: objects, archives, debugging information, access tables.

mod support;

use image::access::{self, *};
use image::debug::{Function, Location, Scope, Variable};
use image::object::{Object, SymbolId, SymbolKind};
use image::{Archive, Image, ReadError, read_object, write_object};
use proptest::prelude::*;
use riscv::Reg;
use support::*;

#[test]
fn an_object_is_read_as_it_was_written() {
    for object in [start(), twice(), main_object()] {
        let mut expected = object.clone();
        // In the file local symbols come first.
        let order =
            |symbol: &image::object::Symbol| symbol.is_global || symbol.definition.is_none();
        let mut numbers: Vec<_> = (0..expected.symbols.len()).collect();
        numbers.sort_by_key(|&index| order(&object.symbols[index]));
        expected.symbols = numbers.iter().map(|&index| object.symbols[index].clone()).collect();
        for relocation in expected.sections.iter_mut().flat_map(|section| &mut section.relocations)
        {
            let old = relocation.symbol.0 as usize;
            let new = numbers.iter().position(|&index| index == old).unwrap();
            relocation.symbol = SymbolId(new as u32);
        }
        assert_eq!(read_object(&write_object(&object)), Ok(expected));
    }
}

#[test]
fn an_archive_gives_the_member_that_defines_a_symbol() {
    let archive = library();
    assert_eq!(archive.symbols().collect::<Vec<_>>(), ["twice", "unneeded"]);
    let member = archive.find("twice").unwrap();
    let object = archive.member(member).unwrap();
    assert_eq!(object.name, "string/twice_is_a_long_name.c");
    assert!(object.symbols.iter().any(|symbol| symbol.kind == SymbolKind::Function));
    assert_eq!(archive.find("thrice"), None);
    assert_eq!(
        Archive::read(b"!<arch>\nno".into()).unwrap_err(),
        ReadError::Truncated("archive members")
    );
    assert_eq!(Archive::read(Archive::write(&[]).into()).unwrap().symbols().count(), 0);
}

#[test]
fn debugging_information_is_read_as_it_was_written() {
    let image = Image::read(linked()).unwrap();
    let written = main_program().debug;
    let read = image.units().next().unwrap();
    assert_eq!(read.name, written.name);
    assert_eq!(read.producer, written.producer);
    assert_eq!(read.files, written.files);
    assert_eq!(read.types[..written.types.len()], written.types);
    let address = |symbol: &SymbolId| {
        let name = &main_object().symbols[symbol.0 as usize].name;
        image.symbol(name).unwrap().address
    };
    let variables: Vec<_> = written.variables.iter().map(|v| link_variable(v, &address)).collect();
    assert_eq!(read.variables, variables);
    let functions: Vec<_> = written.functions.iter().map(|f| link_function(f, &address)).collect();
    assert_eq!(read.functions, functions);
}

fn link_variable(variable: &Variable<SymbolId>, address: &impl Fn(&SymbolId) -> u64) -> Variable {
    let location = match &variable.location {
        Location::Address(symbol) => Location::Address(address(symbol)),
        Location::ThreadLocal(symbol) => Location::ThreadLocal(address(symbol)),
        Location::Frame(offset) => Location::Frame(*offset),
        Location::Expressions(list) => Location::Expressions(list.clone()),
        Location::Value(bytes) => Location::Value(bytes.clone()),
        Location::None => Location::None,
    };
    let Variable { name, ty, place, is_parameter, is_external, .. } = variable.clone();
    Variable { name, ty, place, is_parameter, is_external, location }
}

fn link_scope(scope: &Scope<SymbolId>, address: &impl Fn(&SymbolId) -> u64) -> Scope {
    Scope {
        ranges: scope.ranges.clone(),
        inlined: scope.inlined.clone(),
        variables: scope.variables.iter().map(|v| link_variable(v, address)).collect(),
        scopes: scope.scopes.iter().map(|inner| link_scope(inner, address)).collect(),
    }
}

fn link_function(function: &Function<SymbolId>, address: &impl Fn(&SymbolId) -> u64) -> Function {
    let Function { name, size, place, result, is_external, is_prototyped, base, lines, .. } =
        function.clone();
    let (start, scope) = (address(&function.start), link_scope(&function.scope, address));
    Function {
        name,
        start,
        size,
        place,
        result,
        is_external,
        is_prototyped,
        scope,
        base,
        lines,
        frame: None,
    }
}

#[test]
fn the_access_table_is_read_as_it_was_written() {
    let image = Image::read(linked()).unwrap();
    let written = main_program().access;
    let [read] = image.access().units() else { panic!("one unit") };
    assert_eq!(read.functions[0].rows, written.functions[0].rows);
    assert_eq!(read.functions[0].start, image.symbol("main").unwrap().address);
    assert_eq!(read.statics[0].start, image.symbol("counter").unwrap().address);
}

fn place() -> impl Strategy<Value = Place> {
    (any::<u32>(), any::<u16>(), any::<u16>()).prop_map(|(line, column, length)| Place {
        file: 0,
        line,
        column,
        length,
    })
}

fn reg() -> impl Strategy<Value = Reg> {
    (0..32u8).prop_map(|number| Reg::new(number).unwrap())
}

fn access() -> impl Strategy<Value = Access> {
    let bits = proptest::option::of(any::<(u8, u8)>());
    (reg(), any::<i32>(), any::<u64>(), any::<bool>(), bits).prop_map(
        |(base, offset, size, is_indirect, bits)| Access {
            base,
            offset,
            size,
            ty: TypeIndex(0),
            is_indirect,
            bits,
        },
    )
}

fn event() -> impl Strategy<Value = Event> {
    let object = ObjectIndex(0);
    prop_oneof![
        Just(Event::Statement),
        Just(Event::Declare { object }),
        access().prop_map(Event::Read),
        access().prop_map(Event::Write),
        reg().prop_map(move |target| Event::Local { target, object }),
        reg().prop_map(|target| Event::Static { target }),
        (reg(), reg(), any::<u64>()).prop_map(|(target, base, size)| Event::Member {
            target,
            base,
            size
        }),
        (reg(), reg()).prop_map(|(target, base)| Event::Arithmetic { target, base }),
        (reg(), reg(), any::<u64>()).prop_map(|(target, base, size)| Event::Characters {
            target,
            base,
            size
        }),
        (reg(), reg()).prop_map(|(target, source)| Event::ToInteger { target, source }),
        reg().prop_map(|target| Event::FromInteger { target }),
        Just(Event::Call),
        (reg(), reg()).prop_map(|(pointer, size)| Event::Born { pointer, size }),
        (reg(), reg()).prop_map(|(pointer, size)| Event::Resized { pointer, size }),
        reg().prop_map(|pointer| Event::Died { pointer }),
        (reg(), reg(), any::<bool>()).prop_map(move |(pointer, size, has_name)| {
            Event::StackBorn { pointer, size, array: has_name.then_some(object) }
        }),
        Just(Event::StackCut),
    ]
}

fn function() -> impl Strategy<Value = access::Function> {
    let rows = proptest::collection::vec((0..1000u32, event(), place()), 0..20);
    let cuts = proptest::collection::btree_set(0..1000u32, 0..8);
    let object = (".{0,6}", any::<i32>(), any::<u64>(), any::<bool>(), place());
    (".{0,9}", any::<u64>(), place(), object, rows, cuts).prop_map(
        |(name, start, place, object, rows, cuts)| {
            let mut rows: Vec<_> = rows
                .into_iter()
                .map(|(offset, event, place)| Row { offset, event, place })
                .collect();
            rows.sort_by_key(|row| row.offset);
            let cuts: Vec<_> = cuts.into_iter().collect();
            let live = cuts.chunks_exact(2).map(|cut| LiveRange {
                start: cut[0],
                end: cut[1],
                objects: vec![ObjectIndex(0); (cut[0] % 3) as usize],
            });
            access::Function {
                name,
                start,
                size: 1000,
                place,
                framed: 8..900,
                objects: vec![access::Object {
                    name: object.0,
                    cfa_offset: object.1,
                    size: object.2,
                    ty: TypeIndex(0),
                    place: object.4,
                    is_address_taken: object.3,
                }],
                parameter_count: 1,
                live: live.collect(),
                rows,
            }
        },
    )
}

fn unit() -> impl Strategy<Value = Unit> {
    let kind =
        prop_oneof![Just(UnitKind::User), Just(UnitKind::Library), Just(UnitKind::Allocator)];
    let class = prop_oneof![
        Just(TypeClass::Character),
        Just(TypeClass::Scalar),
        Just(TypeClass::Pointer),
        Just(TypeClass::Aggregate),
    ];
    let statics =
        (".{0,5}", any::<(u64, u64, bool, bool, bool)>(), place(), proptest::option::of(".{0,5}"));
    let functions = proptest::collection::vec(function(), 0..4);
    let statics = proptest::collection::vec(statics, 0..4);
    (".{0,9}", kind, ".{0,9}", class, functions, statics).prop_map(
        |(name, kind, text, class, functions, statics)| Unit {
            name,
            kind,
            files: vec![text.clone(), "b.h".into()],
            types: vec![TypeRecord { name: text, size: 8, class }],
            functions,
            statics: statics
                .into_iter()
                .map(
                    |(
                        name,
                        (start, size, is_const, is_literal, is_thread_local),
                        place,
                        function,
                    )| {
                        Static {
                            name,
                            start,
                            is_thread_local,
                            size,
                            ty: TypeIndex(0),
                            place,
                            is_const,
                            is_literal,
                            function,
                        }
                    },
                )
                .collect(),
        },
    )
}

proptest! {
    #[test]
    fn decode_is_the_inverse_of_encode(units in proptest::collection::vec(unit(), 0..3)) {
        let bytes: Vec<_> = units.iter().map(|unit| encode(unit, |_, &start| start)).collect();
        prop_assert_eq!(decode(&bytes.concat()), Ok(units));
    }

    #[test]
    fn decode_survives_damage(
        unit in unit(),
        at in any::<prop::sample::Index>(),
        to in any::<u32>(),
    ) {
        let mut bytes = encode(&unit, |_, &start| start);
        let at = at.index(bytes.len() - 3);
        bytes[at..at + 4].copy_from_slice(&to.to_le_bytes());
        let table = AccessTable::decode(&bytes, None);
        for note in 0..=table.note_count() + 1 {
            let address = table.address_of_note(note).unwrap_or(u64::MAX);
            prop_assert_eq!(table.rows(note).is_empty(), table.note(address) != note || note == 0);
            let _ = (table.region(address), table.static_at(address));
        }
        for region in 0..=table.region_count() + 1 {
            let _ = table.live(region);
        }
    }
}

#[test]
fn an_empty_object_is_an_object() {
    let empty = Object { name: "empty.c".into(), ..Object::default() };
    assert_eq!(read_object(&write_object(&empty)), Ok(empty));
}
