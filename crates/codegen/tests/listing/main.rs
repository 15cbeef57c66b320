//! C text in, listing out: instructions with the rows of the access table beside them.

mod print;

use codegen::{Generated, Options};
use expect_test::{Expect, expect};
use frontend::{Interner, PreprocessOptions};
use image::access::UnitKind;
use source::{Diagnostic, MemoryFiles, Severity, SourceFile, SourceMap};

/// Compiles one file named `a.c`.
fn compile(text: &str) -> Result<Generated, Vec<Diagnostic>> {
    let (mut sources, mut names) = (SourceMap::new(), Interner::new());
    let main = sources.add(SourceFile::new("a.c", text, false));
    let (options, files) = (PreprocessOptions::default(), MemoryFiles::new());
    let (tokens, mut diagnostics) =
        frontend::preprocess(main, &mut sources, &mut names, &options, &files);
    let (unit, more) = frontend::parse(&tokens, &names);
    diagnostics.extend(more);
    let (tree, more) = frontend::check(&unit, &mut names, frontend::Standard::default());
    diagnostics.extend(more);
    diagnostics.retain(|it| it.severity == Severity::Error);
    assert_eq!(diagnostics, [], "the test's program is correct");
    let options = Options { kind: UnitKind::User, name: "a.c".into() };
    codegen::generate(&tree, &names, &sources, &options)
}

fn check(text: &str, expected: Expect) {
    let generated = compile(text).expect("everything in it is supported");
    expected.assert_eq(&print::listing(&generated));
}

fn check_unsupported(text: &str, expected: Expect) {
    let diagnostics = compile(text).expect_err("something in it is not supported");
    let lines: Vec<_> = diagnostics
        .iter()
        .map(|it| format!("{} {}..{}", it.code, it.primary.span.start, it.primary.span.end))
        .collect();
    expected.assert_eq(&lines.join("\n"));
}

#[test]
fn statements_are_steps_and_accesses_have_rows() {
    check(
        "int f(int a) { int c = a + 1; int d; c += 2; return c; }",
        expect![[r#"
            f: framed 10..34
              live 10..34 a c d
               0  addi sp,sp,-32
               4  sd ra,24(sp)
               8  sd s0,16(sp)
               c  addi s0,sp,32
              10  sw a0,-20(s0)
              14  lw t0,-20(s0)  ; step  ; read -20(s0) int 4
              18  addiw t0,t0,1
              1c  sw t0,-24(s0)  ; write -24(s0) int 4
              20  nop  ; step  ; declare d
              24  lw t0,-24(s0)  ; step  ; read -24(s0) int 4
              28  addiw t0,t0,2
              2c  sw t0,-24(s0)  ; write -24(s0) int 4
              30  lw a0,-24(s0)  ; step  ; read -24(s0) int 4
              34  ld ra,24(sp)
              38  ld s0,16(sp)
              3c  addi sp,sp,32
              40  ret
        "#]],
    );
}

#[test]
fn pointers_carry_what_they_may_reach() {
    check(
        "struct s { int n; char t[6]; int m[2][3]; } g;
         int *f(struct s *p, int i) {
             p->t[i] = g.t[1];
             g.n = p->n;
             int *q = &p->m[1][2];
             q++;
             return q - i;
         }",
        expect![[r#"
            .bss size 36 align 4
              0x0 g 36
            f: framed 10..88
              live 10..88 p i q
               0  addi sp,sp,-48
               4  sd ra,40(sp)
               8  sd s0,32(sp)
               c  addi s0,sp,48
              10  sd a0,-24(s0)
              14  sw a1,-28(s0)
              18  ld t0,-24(s0)  ; step  ; read -24(s0) struct s * 8
              1c  addi t0,t0,4  ; t0 = member of t0, 6
              20  lw t1,-28(s0)  ; read -28(s0) int 4
              24  add t0,t0,t1  ; t0 = moved t0
              28  lui t1,0x0  <g>
              2c  mv t1,t1  <g>  ; t1 = static
              30  addi t1,t1,4  ; t1 = member of t1, 6
              34  addi t1,t1,1  ; t1 = moved t1
              38  lbu t1,0(t1)  ; read *0(t1) char 1
              3c  sb t1,0(t0)  ; write *0(t0) char 1
              40  ld t0,-24(s0)  ; step  ; read -24(s0) struct s * 8
              44  lw t0,0(t0)  ; read *0(t0) int 4
              48  lui t1,0x0  <g>
              4c  mv t1,t1  <g>
              50  sw t0,0(t1)  ; write 0(t1) int 4
              54  ld t0,-24(s0)  ; step  ; read -24(s0) struct s * 8
              58  addi t0,t0,12  ; t0 = member of t0, 24
              5c  addi t0,t0,12  ; t0 = moved t0
              60  mv t0,t0  ; t0 = member of t0, 12
              64  addi t0,t0,8  ; t0 = moved t0
              68  sd t0,-40(s0)  ; write -40(s0) int * 8
              6c  ld t0,-40(s0)  ; step  ; read -40(s0) int * 8
              70  addi t0,t0,4  ; t0 = moved t0
              74  sd t0,-40(s0)  ; write -40(s0) int * 8
              78  ld t0,-40(s0)  ; step  ; read -40(s0) int * 8
              7c  lw t1,-28(s0)  ; read -28(s0) int 4
              80  slli t1,t1,0x2
              84  sub a0,t0,t1  ; a0 = moved t0
              88  ld ra,40(sp)
              8c  ld s0,32(sp)
              90  addi sp,sp,48
              94  ret
        "#]],
    );
}

#[test]
fn an_iteration_passes_through_code_outside_its_body() {
    check(
        "void f(void) { for (;;) { int x; x = 1; } }",
        expect![[r#"
        f: framed 10..20
          live 10..1c x
           0  addi sp,sp,-32
           4  sd ra,24(sp)
           8  sd s0,16(sp)
           c  addi s0,sp,32
          10  nop  ; step  ; declare x
          14  li t0,1  ; step
          18  sw t0,-20(s0)  ; write -20(s0) int 4
          1c  j 10
          20  ld ra,24(sp)
          24  ld s0,16(sp)
          28  addi sp,sp,32
          2c  ret
    "#]],
    );
    check(
        "void f(void) { again: { int x; x = 1; if (x) goto again; } }",
        expect![[r#"
        f: framed 10..2c
          live 14..2c x
           0  addi sp,sp,-32
           4  sd ra,24(sp)
           8  sd s0,16(sp)
           c  addi s0,sp,32
          10  nop
          14  nop  ; step  ; declare x
          18  li t0,1  ; step
          1c  sw t0,-20(s0)  ; write -20(s0) int 4
          20  lw t0,-20(s0)  ; step  ; read -20(s0) int 4
          24  beqz t0,2c
          28  j 10  ; step
          2c  ld ra,24(sp)
          30  ld s0,16(sp)
          34  addi sp,sp,32
          38  ret
    "#]],
    );
}

#[test]
fn temporaries_survive_calls() {
    check(
        "int g(int, int); int f(int a) { return a + g(a, g(1, a ? 2 : 3)); }",
        expect![[r#"
            f: framed 10..64
              live 10..64 a
               0  addi sp,sp,-48
               4  sd ra,40(sp)
               8  sd s0,32(sp)
               c  addi s0,sp,48
              10  sw a0,-20(s0)
              14  lw t0,-20(s0)  ; step  ; read -20(s0) int 4
              18  lw t1,-20(s0)  ; read -20(s0) int 4
              1c  li a0,1
              20  sd t0,-32(s0)
              24  sd t1,-40(s0)
              28  lw t0,-20(s0)  ; read -20(s0) int 4
              2c  beqz t0,38
              30  li t0,2
              34  j 3c
              38  li t0,3
              3c  mv a1,t0
              40  auipc ra,0x0  <g>
              44  jalr ra  ; call
              48  mv a1,a0
              4c  ld a0,-40(s0)
              50  auipc ra,0x0  <g>
              54  jalr ra  ; call
              58  mv t0,a0
              5c  ld t1,-32(s0)
              60  addw a0,t1,t0
              64  ld ra,40(sp)
              68  ld s0,32(sp)
              6c  addi sp,sp,48
              70  ret
        "#]],
    );
}

#[test]
fn structs_are_copied_whole() {
    check(
        "struct p { long x; int y; }; struct b { long v[3]; };
         struct p f(struct p a, struct b b) { struct p c = a; c.y = b.v[2]; return c; }
         struct b g(struct b b) { f((struct p){1, 2}, b); return b; }",
        expect![[r#"
            f: framed 10..6c
              live 10..6c a b c
               0  addi sp,sp,-80
               4  sd ra,72(sp)
               8  sd s0,64(sp)
               c  addi s0,sp,80
              10  sd a0,-32(s0)
              14  sd a1,-24(s0)
              18  mv t0,a2
              1c  ld t1,0(t0)
              20  sd t1,-56(s0)
              24  ld t1,8(t0)
              28  sd t1,-48(s0)
              2c  ld t1,16(t0)
              30  sd t1,-40(s0)
              34  ld t0,-32(s0)  ; step  ; read -32(s0) struct p 16  ; write -72(s0) struct p 16
              38  sd t0,-72(s0)
              3c  ld t0,-24(s0)
              40  sd t0,-64(s0)
              44  addi t0,s0,-56  ; step  ; t0 = &b
              48  mv t0,t0  ; t0 = member of t0, 24
              4c  addi t0,t0,16  ; t0 = moved t0
              50  ld t0,0(t0)  ; read *0(t0) long 8
              54  sext.w t0,t0
              58  sw t0,-64(s0)  ; write -64(s0) int 4
              5c  ld t0,-72(s0)  ; step  ; read -72(s0) struct p 16
              60  ld t1,-64(s0)
              64  mv a0,t0
              68  mv a1,t1
              6c  ld ra,72(sp)
              70  ld s0,64(sp)
              74  addi sp,sp,80
              78  ret
            g: framed 10..9c
              live 10..9c b 
               0  addi sp,sp,-112
               4  sd ra,104(sp)
               8  sd s0,96(sp)
               c  addi s0,sp,112
              10  sd a0,-64(s0)
              14  mv t0,a1
              18  ld t1,0(t0)
              1c  sd t1,-40(s0)
              20  ld t1,8(t0)
              24  sd t1,-32(s0)
              28  ld t1,16(t0)
              2c  sd t1,-24(s0)
              30  li t0,1  ; step
              34  sd t0,-56(s0)  ; write -56(s0) long 8
              38  li t0,2
              3c  sw t0,-48(s0)  ; write -48(s0) int 4
              40  ld t0,-56(s0)  ; read -56(s0) struct p 16
              44  ld t1,-48(s0)
              48  mv a0,t0
              4c  mv a1,t1
              50  ld t0,-40(s0)  ; read -40(s0) struct b 24
              54  sd t0,-104(s0)
              58  ld t0,-32(s0)
              5c  sd t0,-96(s0)
              60  ld t0,-24(s0)
              64  sd t0,-88(s0)
              68  addi a2,s0,-104
              6c  auipc ra,0x0  <f>
              70  jalr ra  ; call
              74  sd a0,-80(s0)
              78  sd a1,-72(s0)
              7c  ld t0,-64(s0)  ; step
              80  ld t1,-40(s0)  ; read -40(s0) struct b 24
              84  sd t1,0(t0)
              88  ld t1,-32(s0)
              8c  sd t1,8(t0)
              90  ld t1,-24(s0)
              94  sd t1,16(t0)
              98  ld a0,-64(s0)
              9c  ld ra,104(sp)
              a0  ld s0,96(sp)
              a4  addi sp,sp,112
              a8  ret
        "#]],
    );
}

#[test]
fn bit_fields_are_put_in_among_their_neighbours() {
    check(
        "struct s { int a : 3; unsigned b : 5; } s; int f(void) { return s.b = s.a; }",
        expect![[r#"
            .bss size 4 align 4
              0x0 s 4
            f: framed 10..54
               0  addi sp,sp,-16
               4  sd ra,8(sp)
               8  sd s0,0(sp)
               c  addi s0,sp,16
              10  lui t0,0x0  <s>  ; step
              14  mv t0,t0  <s>
              18  lw t0,0(t0)  ; read 0(t0) int 4 bits 0+3
              1c  slli t0,t0,0x3d
              20  srai t0,t0,0x3d
              24  li t1,31
              28  and t1,t0,t1
              2c  slli t1,t1,0x3
              30  lui t2,0x0  <s>
              34  mv t2,t2  <s>
              38  lw t3,0(t2)
              3c  li t4,-249
              40  and t3,t3,t4
              44  or t3,t3,t1
              48  sw t3,0(t2)  ; write 0(t2) unsigned int 4 bits 3+5
              4c  slli t0,t0,0x3b
              50  srli a0,t0,0x3b
              54  ld ra,8(sp)
              58  ld s0,0(sp)
              5c  addi sp,sp,16
              60  ret
        "#]],
    );
}

#[test]
fn variable_arguments_lie_in_one_row() {
    check(
        "int f(int n, ...) {
             __builtin_va_list l; __builtin_va_start(l, n);
             return __builtin_va_arg(l, int);
         }",
        expect![[r#"
            f: framed 10..4c
              live 10..4c n l
               0  addi sp,sp,-96
               4  sd ra,24(sp)
               8  sd s0,16(sp)
               c  addi s0,sp,96
              10  sd a1,-56(s0)
              14  sd a2,-48(s0)
              18  sd a3,-40(s0)
              1c  sd a4,-32(s0)
              20  sd a5,-24(s0)
              24  sd a6,-16(s0)
              28  sd a7,-8(s0)
              2c  sw a0,-84(s0)
              30  nop  ; step  ; declare l
              34  addi t0,s0,-56  ; step
              38  sd t0,-96(s0)  ; write -96(s0) void * 8
              3c  ld t0,-96(s0)  ; step  ; read -96(s0) void * 8
              40  addi t1,t0,8
              44  sd t1,-96(s0)  ; write -96(s0) void * 8
              48  lw a0,0(t0)
              4c  ld ra,24(sp)
              50  ld s0,16(sp)
              54  addi sp,sp,96
              58  ret
        "#]],
    );
}

#[test]
fn intrinsics_are_one_instruction() {
    check(
        "void *__cutaway_born(void *, unsigned long); void __cutaway_died(void *);
         long __cutaway_syscall(long, long, long, long, long, long, long);
         void f(char *p) {
             p = __cutaway_born(p, 8);
             __cutaway_died(p);
             __cutaway_syscall(64, 1, (long)p, 8, 0, 0, 0);
         }",
        expect![[r#"
            f: framed 10..78
              live 10..78 p
               0  addi sp,sp,-48
               4  sd ra,40(sp)
               8  sd s0,32(sp)
               c  addi s0,sp,48
              10  sd a0,-24(s0)
              14  ld t0,-24(s0)  ; step  ; read -24(s0) char * 8
              18  li t1,8
              1c  nop  ; born t0, t1
              20  sd t0,-24(s0)  ; write -24(s0) char * 8
              24  ld t0,-24(s0)  ; step  ; read -24(s0) char * 8
              28  nop  ; died t0
              2c  li t0,64  ; step
              30  li t1,1
              34  ld t2,-24(s0)  ; read -24(s0) char * 8
              38  mv t2,t2  ; t2 = integer of t2
              3c  li t3,8
              40  li t4,0
              44  li t5,0
              48  sd t0,-32(s0)
              4c  li t0,0
              50  sd t1,-40(s0)
              54  ld a7,-32(s0)
              58  ld a0,-40(s0)
              5c  mv a1,t2
              60  mv a2,t3
              64  mv a3,t4
              68  mv a4,t5
              6c  mv a5,t0
              70  ecall
              74  mv t0,a0
              78  ld ra,40(sp)
              7c  ld s0,32(sp)
              80  addi sp,sp,48
              84  ret
        "#]],
    );
}

#[test]
fn conversions_are_explicit() {
    check(
        "char *f(char *p, unsigned u, signed char c) {
             long l = u; _Bool b = p; c = l; u = c; l = (long)p;
             return (char *)(l + b);
         }",
        expect![[r#"
            f: framed 10..6c
              live 10..6c p u c l b
               0  addi sp,sp,-48
               4  sd ra,40(sp)
               8  sd s0,32(sp)
               c  addi s0,sp,48
              10  sd a0,-24(s0)
              14  sw a1,-28(s0)
              18  sb a2,-29(s0)
              1c  lw t0,-28(s0)  ; step  ; read -28(s0) unsigned int 4
              20  slli t0,t0,0x20
              24  srli t0,t0,0x20
              28  sd t0,-40(s0)  ; write -40(s0) long 8
              2c  ld t0,-24(s0)  ; step  ; read -24(s0) char * 8
              30  snez t0,t0
              34  sb t0,-41(s0)  ; write -41(s0) _Bool 1
              38  ld t0,-40(s0)  ; step  ; read -40(s0) long 8
              3c  slli t0,t0,0x38
              40  srai t0,t0,0x38
              44  sb t0,-29(s0)  ; write -29(s0) signed char 1
              48  lb t0,-29(s0)  ; step  ; read -29(s0) signed char 1
              4c  sw t0,-28(s0)  ; write -28(s0) unsigned int 4
              50  ld t0,-24(s0)  ; step  ; read -24(s0) char * 8
              54  mv t0,t0  ; t0 = integer of t0
              58  sd t0,-40(s0)  ; write -40(s0) long 8
              5c  ld t0,-40(s0)  ; step  ; read -40(s0) long 8
              60  lbu t1,-41(s0)  ; read -41(s0) _Bool 1
              64  add t0,t0,t1
              68  mv a0,t0  ; a0 = pointer from integer
              6c  ld ra,40(sp)
              70  ld s0,32(sp)
              74  addi sp,sp,48
              78  ret
        "#]],
    );
}

#[test]
fn a_switch_compares_in_turn() {
    check(
        "int f(int x) { switch (x) { case 0: x = 1; case -5: break; default: return 2; } return x; }",
        expect![[r#"
            f: framed 10..40
              live 10..40 x
               0  addi sp,sp,-32
               4  sd ra,24(sp)
               8  sd s0,16(sp)
               c  addi s0,sp,32
              10  sw a0,-20(s0)
              14  lw t0,-20(s0)  ; step  ; read -20(s0) int 4
              18  beqz t0,28
              1c  li t1,-5
              20  beq t0,t1,30
              24  j 34
              28  li t0,1  ; step
              2c  sw t0,-20(s0)  ; write -20(s0) int 4
              30  j 3c  ; step
              34  li a0,2  ; step
              38  j 40
              3c  lw a0,-20(s0)  ; step  ; read -20(s0) int 4
              40  ld ra,24(sp)
              44  ld s0,16(sp)
              48  addi sp,sp,32
              4c  ret
        "#]],
    );
}

#[test]
fn objects_go_to_their_sections() {
    check(
        "int a = 1, b, *c = &a + 2; const char d[] = \"hi\"; static const int e = 3;
         void f(void) { static int n; n++; }",
        expect![[r#"
            .data size 16 align 8
              0x0 a 4
              0x8 c 8
              01 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
              0x8 Abs64 a+8
            .bss size 8 align 4
              0x0 b 4
              0x4 n.5 4
            .rodata size 8 align 4
              0x0 d 3
              0x4 e 4
              68 69 00 00 03 00 00 00
            f: framed 10..24
               0  addi sp,sp,-16
               4  sd ra,8(sp)
               8  sd s0,0(sp)
               c  addi s0,sp,16
              10  lui t0,0x0  <n.5>  ; step
              14  mv t0,t0  <n.5>
              18  lw t1,0(t0)  ; read 0(t0) int 4
              1c  addiw t1,t1,1
              20  sw t1,0(t0)  ; write 0(t0) int 4
              24  ld ra,8(sp)
              28  ld s0,0(sp)
              2c  addi sp,sp,16
              30  ret
        "#]],
    );
}

#[test]
fn a_large_frame_takes_two_steps() {
    check(
        "int f(void) { char a[5000]; a[0] = 1; return a[0]; }",
        expect![[r#"
            f: framed 1c..44
              live 1c..44 a
               0  addi sp,sp,-2032
               4  sd ra,2024(sp)
               8  sd s0,2016(sp)
               c  addi s0,sp,2032
              10  lui t6,0xfffff
              14  addiw t6,t6,1104
              18  add sp,sp,t6
              1c  nop  ; step  ; declare a
              20  lui t0,0xfffff  ; step
              24  addiw t0,t0,-920
              28  add t0,t0,s0  ; t0 = &a
              2c  li t1,1
              30  sb t1,0(t0)  ; write *0(t0) char 1
              34  lui t0,0xfffff  ; step
              38  addiw t0,t0,-920
              3c  add t0,t0,s0  ; t0 = &a
              40  lbu a0,0(t0)  ; read *0(t0) char 1
              44  addi sp,s0,-2032
              48  ld ra,2024(sp)
              4c  ld s0,2016(sp)
              50  addi sp,sp,2032
              54  ret
        "#]],
    );
}

#[test]
fn floating_values_are_computed_in_their_own_registers() {
    check(
        "double f(double x, float y, int n) { x += n; if (!(x < y)) return -x; return x * 0.5 != 0; }",
        expect![[r#"
            .rodata size 8 align 8
              0x0 .LF0 8
              00 00 00 00 00 00 e0 3f
            f: framed 10..70
              live 10..70 x y n
               0  addi sp,sp,-32
               4  sd ra,24(sp)
               8  sd s0,16(sp)
               c  addi s0,sp,32
              10  fsd fa0,-24(s0)
              14  fsw fa1,-28(s0)
              18  sw a0,-32(s0)
              1c  lw t0,-32(s0)  ; step  ; read -32(s0) int 4
              20  fcvt.d.w ft0,t0
              24  fld ft1,-24(s0)  ; read -24(s0) double 8
              28  fadd.d ft0,ft1,ft0
              2c  fsd ft0,-24(s0)  ; write -24(s0) double 8
              30  fld ft0,-24(s0)  ; step  ; read -24(s0) double 8
              34  flw ft1,-28(s0)  ; read -28(s0) float 4
              38  fcvt.d.s ft1,ft1
              3c  flt.d t0,ft0,ft1
              40  bnez t0,50
              44  fld ft0,-24(s0)  ; step  ; read -24(s0) double 8
              48  fneg.d fa0,ft0
              4c  j 70
              50  fld ft0,-24(s0)  ; step  ; read -24(s0) double 8
              54  lui t0,0x0  <.LF0>
              58  fld ft1,0(t0)  <.LF0>
              5c  fmul.d ft0,ft0,ft1
              60  fmv.d.x ft1,zero
              64  feq.d t0,ft0,ft1
              68  xori t0,t0,1
              6c  fcvt.d.w fa0,t0
              70  ld ra,24(sp)
              74  ld s0,16(sp)
              78  addi sp,sp,32
              7c  ret
        "#]],
    );
}

#[test]
fn structs_of_one_or_two_floating_members_travel_in_registers() {
    check(
        "struct point { float x, y; }; struct mixed { char c; double d; };
         struct point swapped(struct point p) { struct point q = {p.y, p.x}; return q; }
         struct mixed g(struct mixed, ...);
         double f(struct mixed m) { return g(m, 1.5).d; }",
        expect![[r#"
            .rodata size 8 align 8
              0x0 .LF2 8
              00 00 00 00 00 00 f8 3f
            swapped: framed 10..38
              live 10..38 p q
               0  addi sp,sp,-32
               4  sd ra,24(sp)
               8  sd s0,16(sp)
               c  addi s0,sp,32
              10  fsw fa0,-24(s0)
              14  fsw fa1,-20(s0)
              18  flw ft0,-20(s0)  ; step  ; read -20(s0) float 4
              1c  fsw ft0,-32(s0)  ; write -32(s0) float 4
              20  flw ft0,-24(s0)  ; read -24(s0) float 4
              24  fsw ft0,-28(s0)  ; write -28(s0) float 4
              28  flw ft0,-32(s0)  ; step  ; read -32(s0) struct point 8
              2c  flw ft1,-28(s0)
              30  fmv.d fa0,ft0
              34  fmv.d fa1,ft1
              38  ld ra,24(sp)
              3c  ld s0,16(sp)
              40  addi sp,sp,32
              44  ret
            f: framed 10..48
              live 10..48 m
               0  addi sp,sp,-48
               4  sd ra,40(sp)
               8  sd s0,32(sp)
               c  addi s0,sp,48
              10  sb a0,-32(s0)
              14  fsd fa0,-24(s0)
              18  lbu t0,-32(s0)  ; step  ; read -32(s0) struct mixed 16
              1c  fld ft0,-24(s0)
              20  mv a0,t0
              24  fmv.d fa0,ft0
              28  lui t0,0x0  <.LF2>
              2c  fld ft0,0(t0)  <.LF2>
              30  fmv.x.d a1,ft0
              34  auipc ra,0x0  <g>
              38  jalr ra  ; call
              3c  sb a0,-48(s0)
              40  fsd fa0,-40(s0)
              44  fld fa0,-40(s0)  ; read -40(s0) double 8
              48  ld ra,40(sp)
              4c  ld s0,32(sp)
              50  addi sp,sp,48
              54  ret
        "#]],
    );
}

#[test]
fn long_double_is_computed_by_the_library() {
    check(
        "int f(long double a, int n) { a = -a * n; return a < 1.5L && a; }",
        expect![[r#"
            .rodata size 16 align 16
              0x0 .LF2 16
              00 00 00 00 00 00 00 00 00 00 00 00 00 80 ff 3f
            f: framed 10..f0
              live 10..f0 a n
               0  addi sp,sp,-96
               4  sd ra,88(sp)
               8  sd s0,80(sp)
               c  addi s0,sp,96
              10  sd a0,-32(s0)
              14  sd a1,-24(s0)
              18  sw a2,-36(s0)
              1c  ld t0,-32(s0)  ; step  ; read -32(s0) long double 16
              20  ld t1,-24(s0)
              24  sd t0,-64(s0)
              28  li t0,-1
              2c  slli t0,t0,0x3f
              30  xor t0,t1,t0
              34  sd t0,-56(s0)
              38  lw a0,-36(s0)  ; read -36(s0) int 4
              3c  auipc ra,0x0  <__floatsitf>
              40  jalr ra  ; call
              44  sd a0,-80(s0)
              48  sd a1,-72(s0)
              4c  ld t0,-64(s0)
              50  ld t1,-56(s0)
              54  mv a0,t0
              58  mv a1,t1
              5c  ld t0,-80(s0)
              60  ld t1,-72(s0)
              64  mv a2,t0
              68  mv a3,t1
              6c  auipc ra,0x0  <__multf3>
              70  jalr ra  ; call
              74  sd a0,-96(s0)
              78  sd a1,-88(s0)
              7c  ld t0,-96(s0)  ; write -32(s0) long double 16
              80  sd t0,-32(s0)
              84  ld t0,-88(s0)
              88  sd t0,-24(s0)
              8c  ld t0,-32(s0)  ; step  ; read -32(s0) long double 16
              90  ld t1,-24(s0)
              94  mv a0,t0
              98  mv a1,t1
              9c  lui t0,0x0  <.LF2>
              a0  mv t0,t0  <.LF2>
              a4  ld t1,0(t0)
              a8  ld t2,8(t0)
              ac  mv a2,t1
              b0  mv a3,t2
              b4  auipc ra,0x0  <__lttf2>
              b8  jalr ra  ; call
              bc  mv t0,a0
              c0  sltz t0,t0
              c4  beqz t0,e8
              c8  ld t0,-32(s0)  ; read -32(s0) long double 16
              cc  ld t1,-24(s0)
              d0  slli t1,t1,0x1
              d4  or t0,t0,t1
              d8  seqz t0,t0
              dc  bnez t0,e8
              e0  li t0,1
              e4  j ec
              e8  li t0,0
              ec  mv a0,t0
              f0  ld ra,88(sp)
              f4  ld s0,80(sp)
              f8  addi sp,sp,96
              fc  ret
        "#]],
    );
}

#[test]
fn integers_of_128_bits_are_pairs() {
    check(
        "__int128 f(__int128 a, __int128 b) { return (a + b) >> 3; } int g(__int128 a) { return a < 5; }",
        expect![[r#"
            f: framed 10..5c
              live 10..5c a b
               0  addi sp,sp,-48
               4  sd ra,40(sp)
               8  sd s0,32(sp)
               c  addi s0,sp,48
              10  sd a0,-32(s0)
              14  sd a1,-24(s0)
              18  sd a2,-48(s0)
              1c  sd a3,-40(s0)
              20  ld t0,-32(s0)  ; step  ; read -32(s0) __int128 16
              24  ld t1,-24(s0)
              28  ld t2,-48(s0)  ; read -48(s0) __int128 16
              2c  ld t3,-40(s0)
              30  add t4,t0,t2
              34  sltu t5,t4,t2
              38  add t0,t1,t3
              3c  add t0,t0,t5
              40  mv t1,t0
              44  slli t1,t1,0x3d
              48  srli t2,t4,0x3
              4c  or t1,t2,t1
              50  srai t0,t0,0x3
              54  mv a0,t1
              58  mv a1,t0
              5c  ld ra,40(sp)
              60  ld s0,32(sp)
              64  addi sp,sp,48
              68  ret
            g: framed 10..44
              live 10..44 a
               0  addi sp,sp,-32
               4  sd ra,24(sp)
               8  sd s0,16(sp)
               c  addi s0,sp,32
              10  sd a0,-32(s0)
              14  sd a1,-24(s0)
              18  ld t0,-32(s0)  ; step  ; read -32(s0) __int128 16
              1c  ld t1,-24(s0)
              20  li t2,5
              24  mv t3,t2
              28  srai t3,t3,0x3f
              2c  sltu t0,t0,t2
              30  slt t2,t1,t3
              34  sub t1,t1,t3
              38  seqz t1,t1
              3c  and t0,t0,t1
              40  or a0,t0,t2
              44  ld ra,24(sp)
              48  ld s0,16(sp)
              4c  addi sp,sp,32
              50  ret
        "#]],
    );
}

#[test]
fn complex_numbers_are_computed_part_by_part_or_by_the_library() {
    check(
        "double _Complex f(double _Complex z, float x) { z += x; return z * ~z; } _Bool g(float _Complex *p) { __imag__ *p = 1; return *p; }",
        expect![[r#"
            .rodata size 4 align 4
              0x0 .LF2 4
              00 00 80 3f
            f: framed 10..ac
              live 10..ac z x
               0  addi sp,sp,-112
               4  sd ra,104(sp)
               8  sd s0,96(sp)
               c  addi s0,sp,112
              10  fsd fa0,-32(s0)
              14  fsd fa1,-24(s0)
              18  fsw fa2,-36(s0)
              1c  flw ft0,-36(s0)  ; step  ; read -36(s0) float 4
              20  fcvt.d.s ft0,ft0
              24  ld t0,-32(s0)  ; read -32(s0) double _Complex 16
              28  sd t0,-56(s0)
              2c  ld t0,-24(s0)
              30  sd t0,-48(s0)
              34  fld ft1,-56(s0)
              38  fld ft2,-48(s0)
              3c  fadd.d ft0,ft1,ft0
              40  fsd ft0,-72(s0)
              44  fsd ft2,-64(s0)
              48  ld t0,-72(s0)  ; write -32(s0) double _Complex 16
              4c  sd t0,-32(s0)
              50  ld t0,-64(s0)
              54  sd t0,-24(s0)
              58  fld ft0,-32(s0)  ; step  ; read -32(s0) double _Complex 16
              5c  fld ft1,-24(s0)
              60  fld ft2,-32(s0)  ; read -32(s0) double _Complex 16
              64  fld ft3,-24(s0)
              68  fneg.d ft3,ft3
              6c  fsd ft2,-88(s0)
              70  fsd ft3,-80(s0)
              74  fld ft2,-88(s0)
              78  fld ft3,-80(s0)
              7c  fmv.d fa0,ft0
              80  fmv.d fa1,ft1
              84  fmv.d fa2,ft2
              88  fmv.d fa3,ft3
              8c  auipc ra,0x0  <__muldc3>
              90  jalr ra  ; call
              94  fsd fa0,-104(s0)
              98  fsd fa1,-96(s0)
              9c  fld ft0,-104(s0)
              a0  fld ft1,-96(s0)
              a4  fmv.d fa0,ft0
              a8  fmv.d fa1,ft1
              ac  ld ra,104(sp)
              b0  ld s0,96(sp)
              b4  addi sp,sp,112
              b8  ret
            g: framed 10..48
              live 10..48 p
               0  addi sp,sp,-32
               4  sd ra,24(sp)
               8  sd s0,16(sp)
               c  addi s0,sp,32
              10  sd a0,-24(s0)
              14  ld t0,-24(s0)  ; step  ; read -24(s0) float _Complex * 8
              18  lui t1,0x0  <.LF2>
              1c  flw ft0,0(t1)  <.LF2>
              20  fsw ft0,4(t0)  ; write *4(t0) float 4
              24  ld t0,-24(s0)  ; step  ; read -24(s0) float _Complex * 8
              28  flw ft0,0(t0)  ; read *0(t0) float _Complex 8
              2c  flw ft1,4(t0)
              30  fmv.w.x ft2,zero
              34  feq.s t0,ft0,ft2
              38  fmv.w.x ft0,zero
              3c  feq.s t1,ft1,ft0
              40  and t0,t0,t1
              44  xori a0,t0,1
              48  ld ra,24(sp)
              4c  ld s0,16(sp)
              50  addi sp,sp,32
              54  ret
        "#]],
    );
}

#[test]
fn what_is_not_there_yet_is_said_at_its_place() {
    check_unsupported(
        "void f(void) { char a[1 << 29], b[1 << 29], c[1 << 29]; a[0] = 1; }",
        expect!["frame-too-large 5..6"],
    );
    check_unsupported(
        "struct s { _Alignas(64) int x; }; void f(struct s x) { x.x = 1; }",
        expect!["alignment-not-supported 50..51"],
    );
}

/// A test's thread has a stack of 2 MiB; the front end allows no deeper nesting than about this.
#[test]
fn the_deepest_nesting_fits_a_small_stack() {
    let shapes = [("(a?", ":0)"), ("g(a,", ")"), ("(a+", ")"), ("p[", "]"), ("(a&&", ")")];
    for (open, close) in shapes {
        let expression = format!("{}a{}", open.repeat(90), close.repeat(90));
        let text = format!("int g(int, int); int f(int a, int *p) {{ return {expression}; }}");
        assert!(compile(&text).is_ok(), "{open}");
    }
    let expression = format!("{}a{}", "(a*(z+".repeat(45), "))".repeat(45));
    assert!(
        compile(&format!("void f(int a, long double _Complex z) {{ z = {expression}; }}")).is_ok()
    );
    let (open, close) = ("if (a) { while (a) { int x; ".repeat(40), "}}".repeat(40));
    assert!(compile(&format!("void f(int a) {{ {open} a = 0; {close} }}")).is_ok());
}
