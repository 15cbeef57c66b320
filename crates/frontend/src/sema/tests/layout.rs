//! Where members lie: compared with what riscv64 GCC does with the same text.

use expect_test::{Expect, expect};

use super::analysed;
use crate::types::Type;

/// Size, alignment, and offset (with bits) of each member of the struct or union `s`.
fn check_layout(text: &str, expect: Expect) {
    let (unit, names, _, said) = analysed(&format!("{text} s;"));
    assert_eq!(said, [], "{text}");
    let Some(Type::Record(id)) = unit.globals.first().map(|global| unit.types.get(global.ty.id))
    else {
        panic!("{text} declares a record");
    };
    let layout = unit.types.record(*id).layout.clone().unwrap();
    let mut shown = format!("size {} align {}:", layout.size, layout.align);
    for field in &layout.fields {
        let name = field.name.map_or("-", |name| names.text(name));
        shown.push_str(&format!(" {name}@{}", field.offset));
        if let Some(bits) = field.bits {
            shown.push_str(&format!(".{}:{}", bits.offset, bits.width));
        }
    }
    expect.assert_eq(&shown);
}

#[test]
fn members_are_padded_to_their_alignment() {
    check_layout(
        "struct { char a; int b; char c; long d; char e; }",
        expect!["size 32 align 8: a@0 b@4 c@8 d@16 e@24"],
    );
    check_layout(
        "struct { char a; struct { short b; char c; } d; char e[3]; }",
        expect!["size 10 align 2: a@0 d@2 e@6"],
    );
    check_layout("union { char a[5]; int b; }", expect!["size 8 align 4: a@0 b@0"]);
    check_layout("struct { char a; _Alignas(16) char b; }", expect!["size 32 align 16: a@0 b@16"]);
    check_layout("struct { int n; long tail[]; }", expect!["size 8 align 8: n@0 tail@8"]);
    check_layout(
        "struct { char a; struct { char b; long c; }; union { int d; char e; }; }",
        expect!["size 32 align 8: a@0 -@8 -@24"],
    );
}

#[test]
fn bit_fields_do_not_cross_units_of_their_type() {
    check_layout(
        "struct { int a : 3, b : 4; unsigned c : 25; int d : 1; }",
        expect!["size 8 align 4: a@0.0:3 b@0.3:4 c@0.7:25 d@4.0:1"],
    );
    check_layout(
        "struct { char a; int b : 4; int c : 21; }",
        expect!["size 8 align 4: a@0 b@0.8:4 c@4.0:21"],
    );
    check_layout(
        "struct { char a : 3; int b : 30; char c : 2; }",
        expect!["size 8 align 4: a@0.0:3 b@4.0:30 c@7.6:2"],
    );
    check_layout(
        "struct { int a : 3; int : 0; int b : 2; }",
        expect!["size 8 align 4: a@0.0:3 b@4.0:2"],
    );
    check_layout(
        "struct { char a : 3; long b : 40; short c : 9; }",
        expect!["size 8 align 8: a@0.0:3 b@0.3:40 c@6.0:9"],
    );
    check_layout("union { int a : 3; char b; }", expect!["size 4 align 4: a@0.0:3 b@0"]);
    check_layout("struct { char a; int : 5; char b : 1; }", expect!["size 2 align 1: a@0 b@1.5:1"]);
}
