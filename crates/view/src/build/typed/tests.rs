use super::*;
use expect_test::{Expect, expect};

/// Some bytes at 0x1000, of which some bits are indeterminate.
struct Bytes {
    bytes: Vec<u8>,
    bits: Vec<u8>,
}

const START: u64 = 0x1000;

impl Memory for Bytes {
    fn peek(&self, address: u64, out: &mut [u8]) -> bool {
        let from = address.wrapping_sub(START) as usize;
        let found = from.checked_add(out.len()).and_then(|end| self.bytes.get(from..end));
        found.map(|found| out.copy_from_slice(found)).is_some()
    }

    fn indeterminate(&self, address: u64, bits: &mut [u8]) {
        for (index, bits) in bits.iter_mut().enumerate() {
            let at = address.wrapping_sub(START) as usize + index;
            *bits = self.bits.get(at).copied().unwrap_or(0);
        }
    }
}

fn unit(types: Vec<Type>) -> Unit {
    Unit { name: "t.c".into(), types, ..Unit::default() }
}

fn base(name: &str, size: u64, encoding: Encoding) -> Type {
    Type::Base { name: name.into(), size, encoding }
}

fn member(name: &str, ty: u32, offset: u64) -> Member {
    Member { name: Some(name.into()), ty: TypeRef(ty), offset, bits: None }
}

fn record(size: u64, members: Vec<Member>) -> Type {
    Type::Record { is_union: false, name: Some("s".into()), size: Some(size), members }
}

fn tell(row: &RowView, depth: usize, out: &mut String) {
    let gap = "  ".repeat(depth);
    let (name, ty, offset) = (&row.name, &row.ty, row.address.wrapping_sub(START));
    let (value, content) = (&row.value, row.content);
    out.push_str(&format!("{gap}+{offset} {} `{name}` `{ty}` {value:?} {content:?}\n", row.size));
    for element in &row.elements {
        tell(element, depth + 1, out);
    }
    if row.hidden_elements > 0 {
        out.push_str(&format!("{gap}  and {} more\n", row.hidden_elements));
    }
}

/// The row of the last type over the bytes.
#[track_caller]
fn check(types: Vec<Type>, bytes: &[u8], bits: &[u8], expected: Expect) {
    let unit = unit(types);
    let memory = Bytes { bytes: bytes.to_vec(), bits: bits.to_vec() };
    let mut scribe = Scribe::new(&memory);
    let last = TypeRef(unit.types.len() as u32 - 1);
    let row = scribe.object(&unit, last, START, RowRole::Local, "x");
    let mut out = String::new();
    tell(&row, 0, &mut out);
    expected.assert_eq(&out);
}

#[test]
fn scalars_have_their_values() {
    let int = || base("int", 4, Encoding::Signed);
    check(
        vec![int()],
        &[0xfe, 0xff, 0xff, 0xff],
        &[],
        expect![[r#"
        +0 4 `x` `int` Signed(-2) Initialized
    "#]],
    );
    check(
        vec![int()],
        &[30, 0, 0, 0],
        &[0xff; 4],
        expect![[r#"
        +0 4 `x` `int` Signed(30) Indeterminate
    "#]],
    );
    check(
        vec![base("_Bool", 1, Encoding::Boolean)],
        &[1],
        &[],
        expect![[r#"
        +0 1 `x` `_Bool` Boolean(true) Initialized
    "#]],
    );
    let color = Type::Enum {
        name: Some("color".into()),
        size: 4,
        is_signed: false,
        enumerators: vec![("RED".into(), 0), ("BLUE".into(), 2)],
    };
    check(
        vec![color],
        &[2, 0, 0, 0],
        &[],
        expect![[r#"
        +0 4 `x` `enum color` Enum { name: Some("BLUE"), value: 2 } Initialized
    "#]],
    );
    check(
        vec![base("double", 8, Encoding::Float)],
        &1.5f64.to_le_bytes(),
        &[],
        expect![[r#"
        +0 8 `x` `double` Floating("1.5") Initialized
    "#]],
    );
    check(
        vec![base("complex float", 8, Encoding::ComplexFloat)],
        &[1.5f32.to_le_bytes(), (-2f32).to_le_bytes()].concat(),
        &[],
        expect![[r#"
        +0 8 `x` `complex float` Floating("1.5 - 2.0i") Initialized
    "#]],
    );
}

#[test]
fn structs_show_their_padding_and_bit_fields() {
    let bits = |name: &str, first, width| Member {
        name: Some(name.into()),
        ty: TypeRef(1),
        offset: 8,
        bits: Some((first, width)),
    };
    let types = vec![
        base("char", 1, Encoding::UnsignedChar),
        base("unsigned int", 4, Encoding::Unsigned),
        record(
            16,
            vec![member("c", 0, 0), member("n", 1, 4), bits("low", 64, 3), bits("high", 67, 7)],
        ),
    ];
    let bytes = [b'a', 0, 0, 0, 7, 0, 0, 0, 0b1010_1101, 0b11, 0, 0, 0, 0, 0, 0];
    let poison = [0, 0xff, 0xff, 0xff, 0, 0, 0, 0, 0b1111_1000, 0b11, 0, 0, 0, 0, 0, 0];
    check(
        types,
        &bytes,
        &poison,
        expect![[r#"
            +0 16 `x` `struct s` Aggregate Partial
              +0 1 `.c` `char` Character(97) Initialized
              +1 3 `` `` Aggregate Initialized
              +4 4 `.n` `unsigned int` Unsigned(7) Initialized
              +8 1 `.low` `unsigned int : 3` Unsigned(5) Initialized
              +8 2 `.high` `unsigned int : 7` Unsigned(117) Indeterminate
              +10 6 `` `` Aggregate Initialized
        "#]],
    );
}

#[test]
fn char_arrays_are_text_and_others_have_elements() {
    let array = |length| Type::Array { element: TypeRef(0), length: Some(length) };
    let char_type = || base("char", 1, Encoding::UnsignedChar);
    check(
        vec![char_type(), array(5)],
        b"hi\n\0?",
        &[],
        expect![[r#"
        +0 5 `x` `char [5]` Text { text: "hi\\n", is_terminated: true } Initialized
    "#]],
    );
    check(
        vec![char_type(), array(2)],
        b"hi",
        &[],
        expect![[r#"
        +0 2 `x` `char [2]` Text { text: "hi", is_terminated: false } Initialized
    "#]],
    );
    let short = base("short", 2, Encoding::Signed);
    check(
        vec![short, array(2)],
        &[1, 0, 2, 0],
        &[0, 0, 0xff, 0xff],
        expect![[r#"
        +0 4 `x` `short [2]` Aggregate Partial
          +0 2 `[0]` `short` Signed(1) Initialized
          +2 2 `[1]` `short` Signed(2) Indeterminate
    "#]],
    );
}

#[test]
fn broken_debugging_information_ends() {
    let looped = record(8, vec![member("again", 0, 0), member("far", 0, 1 << 50)]);
    check(
        vec![looped],
        &[0; 8],
        &[],
        expect![[r#"
        +0 8 `x` `struct s` Aggregate Initialized
          +0 8 `.again` `struct s` Aggregate Initialized
            +0 8 `.again` `struct s` Aggregate Initialized
              +0 8 `.again` `struct s` Aggregate Initialized
                +0 8 `.again` `struct s` Aggregate Initialized
                  +0 8 `.again` `struct s` Aggregate Initialized
                    +0 8 `.again` `struct s` Aggregate Initialized
                      +0 8 `.again` `struct s` Aggregate Initialized
                        +0 8 `.again` `struct s` Aggregate Initialized
    "#]],
    );
    let endless = Type::Array { element: TypeRef(9), length: Some(2) };
    check(
        vec![endless],
        &[],
        &[],
        expect![[r#"
        +0 0 `x` `unknown [2]` Aggregate Initialized
          and 2 more
    "#]],
    );
}

#[test]
fn what_is_not_mapped_cannot_be_read() {
    check(
        vec![base("int", 4, Encoding::Signed)],
        &[1, 2],
        &[],
        expect![[r#"
        +0 4 `x` `int` Unreadable Initialized
    "#]],
    );
}

#[test]
fn paths_are_written_as_c_does() {
    assert_eq!(join("p", ".x"), "p.x");
    assert_eq!(join("*list", ".next"), "list->next");
    assert_eq!(join("numbers", "[2]"), "numbers[2]");
}
