//! What a program is made of on the command line: C files, objects of our compiler and of GCC, libraries, compilation databases; and
//! what is said when a part is missing.

mod shared;

use std::path::{Path, PathBuf};

use expect_test::{Expect, expect};
use shared::{cutaway, scratch};
use testkit::{Finished, Tool, run, tool};

const MAIN: &str = r#"
#include <stdio.h>
double area(double radius);
int twice(int number);
extern _Thread_local int uses;
int main(int argc, char **argv)
{
    printf("%g %d\n", area(1.5), twice(4));
    for (int i = 1; i < argc; i++) {
        puts(argv[i]);
    }
    return uses;
}
"#;

const SHAPES: &str = r#"
double square(double x);
extern double scale __attribute__((weak));
extern int begun;
double area(double radius) { return begun * square(radius) * (&scale ? scale : 1); }
"#;

const SQUARE: &str = r#"
_Thread_local int uses = 1;
int common;
int begun;
__attribute__((constructor)) static void begin(void) { begun = 4; }
double square(double x) { uses++; common++; return x * x; }
"#;

const TWICE: &str = "static int factor = 2;\nint *where = &factor;\nint twice(int number) { return *where * number; }\n";

/// A folder with these files, and folders for them.
fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let directory = scratch(name);
    for (path, text) in files {
        let path = directory.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    directory
}

fn sources(name: &str) -> PathBuf {
    let files = [("main.c", MAIN), ("shapes.c", SHAPES), ("square.c", SQUARE), ("twice.c", TWICE)];
    folder(name, &files)
}

/// Runs `cutaway` in a folder, so that what it says has no paths of this machine.
fn cutaway_in(directory: &Path, arguments: &[&str]) -> Finished {
    run(cutaway(arguments).current_dir(directory), b"")
}

fn works(directory: &Path, arguments: &[&str]) {
    let finished = cutaway_in(directory, arguments);
    let said = String::from_utf8_lossy(&finished.stdout);
    assert_eq!(finished.status, 2, "{arguments:?}: {said}{}", finished.stderr);
    assert!(said.starts_with("9 8\n"), "{arguments:?}: {said}");
}

fn gcc_in(gcc: &Tool, directory: &Path, arguments: &[&str]) {
    let finished = run(gcc.command().current_dir(directory).args(arguments), b"");
    assert_eq!(finished.status, 0, "{arguments:?}: {}", finished.stderr);
}

#[test]
fn objects_of_gcc_are_linked_with_c_files_and_with_ours() {
    let Some(gcc) = tool("riscv64-linux-gnu-gcc", "linking objects of GCC") else { return };
    let directory = sources("inputs-gcc");
    for flags in [
        &["-O0"][..],
        &["-O2", "-g"],
        &["-O2", "-fno-pie", "-ffunction-sections"],
        &["-O1", "-fcommon"],
    ] {
        for name in ["main", "shapes", "square", "twice"] {
            let (source, object) = (format!("{name}.c"), format!("{name}.o"));
            let rest = ["-c", &source, "-o", &object];
            gcc_in(&gcc, &directory, &[flags, &rest[..]].concat());
        }
        works(&directory, &["run", "main.o", "shapes.o", "square.o", "twice.o"]);
        works(&directory, &["run", "main.c", "shapes.o", "square.o", "twice.c"]);
        let run = ["build", "-c", "square.c", "-o", "ours.o"];
        assert_eq!(cutaway_in(&directory, &run).status, 0);
        works(&directory, &["run", "main.o", "shapes.o", "ours.o", "twice.o"]);
    }
}

/// GNU ld takes our objects, and qemu what it makes of them.
#[test]
fn our_objects_are_linked_by_gnu_ld() {
    let Some(gcc) = tool("riscv64-linux-gnu-gcc", "linking our objects") else { return };
    let Some(qemu) = tool("qemu-riscv64", "running what GNU ld links") else { return };
    let directory = sources("inputs-ld");
    let names = ["main", "shapes", "square", "twice"];
    for (index, name) in names.iter().enumerate() {
        let (source, ours, theirs) =
            (format!("{name}.c"), format!("{name}.o"), format!("{name}.g.o"));
        assert_eq!(cutaway_in(&directory, &["build", "-c", &source, "-o", &ours]).status, 0);
        gcc_in(&gcc, &directory, &["-c", &source, "-o", &theirs]);
        let mut parts: Vec<String> = names[..=index].iter().map(|it| format!("{it}.o")).collect();
        for rest in &names[index + 1..] {
            gcc_in(&gcc, &directory, &["-c", &format!("{rest}.c"), "-o", &format!("{rest}.g.o")]);
            parts.push(format!("{rest}.g.o"));
        }
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        gcc_in(&gcc, &directory, &[&["-static", "-o", "program"], &parts[..]].concat());
        let finished = run(qemu.command().arg(directory.join("program")), b"");
        assert_eq!((finished.status, &finished.stdout[..]), (2, &b"9 8\n"[..]), "{parts:?}");
    }
}

#[test]
fn libraries_give_what_is_needed_and_arguments_follow_the_files() {
    let Some(gcc) = tool("riscv64-linux-gnu-gcc", "linking libraries of GCC") else { return };
    let Some(ar) = tool("riscv64-linux-gnu-ar", "making libraries") else { return };
    let directory = sources("inputs-archive");
    for name in ["shapes", "square", "twice"] {
        gcc_in(&gcc, &directory, &["-O1", "-c", &format!("{name}.c"), "-o", &format!("{name}.o")]);
    }
    let made = ["rcs", "libshapes.a", "shapes.o", "square.o", "twice.o"];
    assert_eq!(run(ar.command().current_dir(&directory).args(made), b"").status, 0);
    works(&directory, &["run", "main.c", "libshapes.a"]);
    works(&directory, &["run", "libshapes.a", "main.c"]);
    let finished = cutaway_in(&directory, &["run", "main.c", "libshapes.a", "one", "two.o"]);
    assert_eq!(finished.stdout, b"9 8\none\ntwo.o\n");
}

#[test]
fn a_compilation_database_says_what_to_compile_and_how() {
    let directory = folder(
        "inputs-database",
        &[
            (
                "src/main.c",
                "#include \"scale.h\"\n#include <stdio.h>\nint helper(int);\nint main(void) { printf(\"%d %s\\n\", helper(SCALE), NAME); return 0; }\n",
            ),
            ("src/helper.c", "int helper(int x) { return x + EXTRA; }\n"),
            ("include/scale.h", "#define SCALE 5\n"),
            (
                "build/compile_commands.json",
                r#"[
                {"directory": ".", "file": "../src/main.c",
                 "command": "/usr/bin/cc -I../include -DNAME=\\\"here\\\" -std=gnu11 -O2 -Wall -o main.o -c ../src/main.c"},
                {"directory": "", "file": "../src/helper.c",
                 "arguments": ["cc", "-D", "EXTRA=1", "-c", "../src/helper.c", "-o", "helper.o"]},
                {"directory": "", "file": "../src/other.cpp", "arguments": ["c++"]}]"#,
            ),
        ],
    );
    let ways: [&[&str]; 4] = [
        &["run", "."],
        &["run", "build"],
        &["run", "build/compile_commands.json"],
        &["run", "--compile-commands", "build", "src/main.c", "src/helper.c"],
    ];
    for arguments in ways {
        let finished = cutaway_in(&directory, arguments);
        assert_eq!(finished.stdout, b"6 here\n", "{arguments:?}: {}", finished.stderr);
    }
}

#[test]
fn a_header_that_is_not_found_is_looked_for_in_the_folders_below() {
    let directory = folder(
        "inputs-header",
        &[
            ("main.c", "#include \"deep/scale.h\"\nint main(void) { return SCALE; }\n"),
            ("lib/include/deep/scale.h", "#define SCALE 0\n"),
        ],
    );
    says(
        &directory,
        &["run", "main.c"],
        expect![[r#"
        error[header-not-found]: there is no header `"deep/scale.h"`
         --> main.c:1:10
          |
        1 | #include "deep/scale.h"
          |          ^^^^^^^^^^^^^^
          |
          = note: it was looked for in the current directory, then in `/cutaway/include`
          = help: `lib/include/deep/scale.h` is there: say where with `-Ilib/include`

        main.c was not compiled: 1 error.
    "#]],
    );
    assert_eq!(cutaway_in(&directory, &["run", "main.c", "-Ilib/include"]).status, 0);
}

fn says(directory: &Path, arguments: &[&str], expected: Expect) {
    expected.assert_eq(&cutaway_in(directory, arguments).stderr);
}

#[test]
fn a_missing_definition_is_looked_for_beside_the_files() {
    let directory = sources("inputs-missing");
    says(
        &directory,
        &["run", "main.c", "shapes.c"],
        expect![[r#"
            error[undefined-function]: `twice` is called but defined nowhere
             --> main.c:8:34
              |
            8 |     printf("%g %d\n", area(1.5), twice(4));
              |                                  ^^^^^^^^
              |
              = note: it is declared, but neither the files given nor the C library define it
              = note: `twice.c`, in the same folder, defines it
              = help: give those files too: `cutaway main.c shapes.c square.c twice.c`

            error[undefined-object]: `uses` is declared `extern` but defined nowhere
              --> main.c:12:12
               |
            12 |     return uses;
               |            ^^^^
               |
               = note: `square.c`, in the same folder, defines it
               = help: give those files too: `cutaway main.c shapes.c square.c twice.c`

            error[undefined-object]: `begun` is declared `extern` but defined nowhere
             --> shapes.c:5:37
              |
            5 | double area(double radius) { return begun * square(radius) * (&scale ? scale : 1); }
              |                                     ^^^^^
              |
              = note: `square.c`, in the same folder, defines it
              = help: give those files too: `cutaway main.c shapes.c square.c twice.c`

            error[undefined-function]: `square` is called but defined nowhere
             --> shapes.c:5:45
              |
            5 | double area(double radius) { return begun * square(radius) * (&scale ? scale : 1); }
              |                                             ^^^^^^^^^^^^^^
              |
              = note: it is declared, but neither the files given nor the C library define it
              = note: `square.c`, in the same folder, defines it
              = help: give those files too: `cutaway main.c shapes.c square.c twice.c`

            main.c, shapes.c were not compiled: 4 errors.
        "#]],
    );
    std::fs::write(directory.join("Makefile"), "program: main.o lib/extra.o\n\tcc -o $@ $^\n")
        .unwrap();
    std::fs::create_dir_all(directory.join("lib")).unwrap();
    std::fs::write(directory.join("lib/extra.c"), "int extra(void) { return 1; }\n").unwrap();
    std::fs::write(
        directory.join("own.c"),
        "int own(void) { return 1; }\nint main(void) { return own(); }\n",
    )
    .unwrap();
    let uses = "int extra(void);\nint own(void);\nint nowhere(void);\nint main(void) { return extra() + own() + nowhere(); }\n";
    std::fs::write(directory.join("uses.c"), uses).unwrap();
    says(
        &directory,
        &["run", "uses.c"],
        expect![[r#"
        error[undefined-function]: `extra` is called but defined nowhere
         --> uses.c:4:25
          |
        4 | int main(void) { return extra() + own() + nowhere(); }
          |                         ^^^^^^^
          |
          = note: it is declared, but neither the files given nor the C library define it
          = note: `lib/extra.c`, which the Makefile names, defines it
          = help: give that file too: `cutaway uses.c lib/extra.c`

        error[undefined-function]: `own` is called but defined nowhere
         --> uses.c:4:35
          |
        4 | int main(void) { return extra() + own() + nowhere(); }
          |                                   ^^^^^
          |
          = note: it is declared, but neither the files given nor the C library define it
          = note: `own.c` defines it, but is a program of its own: it has a `main`
          = help: move the definition to a file without `main`, and give that file to both programs

        error[undefined-function]: `nowhere` is called but defined nowhere
         --> uses.c:4:43
          |
        4 | int main(void) { return extra() + own() + nowhere(); }
          |                                           ^^^^^^^^^
          |
          = note: it is declared, but neither the files given nor the C library define it
          = help: define `nowhere`, or give the file that defines it too

        uses.c was not compiled: 3 errors.
    "#]],
    );
}

#[test]
fn a_database_beside_the_files_is_the_way_out() {
    let directory = folder(
        "inputs-listed",
        &[
            ("main.c", "int helper(void);\nint main(void) { return helper(); }\n"),
            ("helper.c", "int helper(void) { return EXTRA; }\n"),
            (
                "compile_commands.json",
                r#"[{"directory": "", "file": "main.c", "command": "cc -c main.c"},
                {"directory": "", "file": "helper.c", "command": "cc -DEXTRA=7 -c helper.c"}]"#,
            ),
        ],
    );
    says(
        &directory,
        &["run", "main.c"],
        expect![[r#"
        error[undefined-function]: `helper` is called but defined nowhere
         --> main.c:2:25
          |
        2 | int main(void) { return helper(); }
          |                         ^^^^^^^^
          |
          = note: it is declared, but neither the files given nor the C library define it
          = note: `helper.c`, which `compile_commands.json` lists, defines it
          = help: let it say what to compile: `cutaway compile_commands.json`

        main.c was not compiled: 1 error.
    "#]],
    );
    assert_eq!(cutaway_in(&directory, &["run", "compile_commands.json"]).status, 7);
}

#[test]
fn what_is_wrong_with_objects_is_said() {
    let Some(gcc) = tool("riscv64-linux-gnu-gcc", "linking objects of GCC") else { return };
    let directory = folder(
        "inputs-wrong",
        &[
            ("main.c", "int f(void);\nint main(void) { return f(); }\n"),
            ("f.c", "int f(void) { return 1; }\n"),
            ("g.c", "int missing(void);\nint f(void) { return missing(); }\n"),
            ("text.c", "#include <ctype.h>\nint f(void) { return isalpha('a') != 0; }\n"),
        ],
    );
    for name in ["f", "g", "text"] {
        let rest = ["-c", &format!("{name}.c"), "-o", &format!("{name}.o")];
        gcc_in(&gcc, &directory, &rest);
    }
    says(
        &directory,
        &["run", "main.c", "g.o"],
        expect![[r#"
        error[undefined-in-object]: `missing` is used in this object file, but defined nowhere
        --> g.o
         = note: neither the files given nor the C library define it
         = help: give the file that defines it too

        main.c, g.o were not compiled: 1 error.
    "#]],
    );
    says(
        &directory,
        &["run", "main.c", "f.o", "f.c"],
        expect![[r#"
        error[defined-twice]: `f` is defined twice
         --> f.o
          |
         ::: f.c:1:5
          |
        1 | int f(void) { return 1; }
          |     - it is defined here too
          |
          = note: what several files share has one definition among them (C17 6.9p5)
          = help: keep one definition and declare it in the other file, or make both `static`

        main.c, f.c, f.o were not compiled: 1 error.
    "#]],
    );
    says(
        &directory,
        &["run", "main.c", "text.o"],
        expect![[r#"
        error[undefined-in-object]: `__ctype_b_loc` is used in this object file, but defined nowhere
        --> text.o
         = note: the file was compiled with the headers of another C library, which has this
         = help: compile its source with `cutaway build -c`, or link all of it with the other compiler, statically, and give cutaway the program

        main.c, text.o were not compiled: 1 error.
    "#]],
    );
    // The header of an object for x86-64: the linker looks no further.
    let mut bytes = std::fs::read(directory.join("f.o")).unwrap();
    bytes[18] = 62;
    bytes[19] = 0;
    std::fs::write(directory.join("other.o"), bytes).unwrap();
    says(
        &directory,
        &["run", "main.c", "other.o"],
        expect![[r#"
        cutaway: other.o: this is an x86-64 object file; cutaway links RISC-V ones (RV64): compile its source with `cutaway build -c` or `riscv64-linux-gnu-gcc -c`, or give the C source file in its place.
    "#]],
    );
    std::fs::write(directory.join("program.c"), "int main(void) { return 0; }\n").unwrap();
    assert_eq!(cutaway_in(&directory, &["build", "program.c", "-o", "program.o"]).status, 0);
    says(
        &directory,
        &["run", "main.c", "program.o"],
        expect![[r#"
        cutaway: program.o is compiled already, and linked: it cannot be part of another program. Give it alone to run it, or give the C source files or object files that it was made of.
    "#]],
    );
    says(
        &directory,
        &["run", "."],
        expect![[r#"
        cutaway: . is a directory without compile_commands.json. Give the C source files in it, or let your build tool write that file (`cmake -DCMAKE_EXPORT_COMPILE_COMMANDS=ON`, or `bear -- make`).
    "#]],
    );
}
