//! `#include` (C17 6.10.2).

use super::*;

#[test]
fn c17_6_10_2_both_forms_and_expanded_names() {
    check_text(
        "#include <stdio.h>
#include <stdio.h>
#include \"own.h\"
OWN
#include \"deep/a.h\"
#include <own.h>
#define NAME <string.h>
#include NAME
#define OTHER \"deep/b.h\"
#include OTHER
end
",
        expect![[r#"
            int printf(const char *, ...);
            7
            int b;
            int more;
            int strlen;
            int b;
            end
        "#]],
    );
}

#[test]
fn a_missing_header_is_named_with_places_and_a_near_name() {
    check_diagnostics(
        "#include <stido.h>
#include <nowhere.h>
#include \"nope.h\"
#include <deep/b.h>
#include \"directory\"
#include stdio
#include \"\"
#include <x
",
        expect![[r#"
            main.c:1:10 header-not-found: there is no header `<stido.h>`
              note: it was looked for in `more`, then in `/lib`
              help: write `#include <stdio.h>`
            main.c:2:10 header-not-found: there is no header `<nowhere.h>`
              note: it was looked for in `more`, then in `/lib`
              help: the library has stdio.h, string.h
            main.c:3:10 header-not-found: there is no header `"nope.h"`
              note: it was looked for in the current directory, then in `more`, then in `/lib`
              help: check the name; another directory to look in is given with `-I DIRECTORY`
            main.c:4:10 header-not-found: there is no header `<deep/b.h>`
              note: it was looked for in `more`, then in `/lib`
              help: it is beside this file: write `#include "deep/b.h"`
            main.c:5:10 header-is-directory: `directory` cannot be included: it is a directory
              help: name a file in that directory
            main.c:6:1 header-expected: `#include` needs the name of a header
              note: C17 6.10.2
              help: write `#include <stdio.h>` or `#include "stdio.h"`
            main.c:7:10 header-expected: the name of the header is empty
              note: C17 6.10.2
              help: write `#include <stdio.h>` or `#include "my.h"`
            main.c:8:1 header-expected: `#include` needs the name of a header
              note: C17 6.10.2
              help: the closing `>` is missing on this line
        "#]],
    );
}

#[test]
fn files_that_include_each_other_in_a_circle() {
    check_diagnostics(
        "#include \"circle.h\"\n",
        expect![[r#"
        other.h:1:10 include-depth-limit: `#include "circle.h"` is 200 files deep: files include each other in a circle
          note: the circle is `circle.h` → `other.h` → `circle.h`
          help: put `#pragma once` at the top of each header, or leave out one of the includes
    "#]],
    );
}

#[test]
fn a_conditional_ends_in_its_file() {
    check_diagnostics(
        "#include \"open.h\"\nx\n#endif\n",
        expect![[r#"
        open.h:1:1 open-conditional: this conditional never ends: its `#endif` is missing
          note: C17 6.10.1
          help: add `#endif` where the conditional part ends
        main.c:3:1 conditional-expected: this `#endif` has no `#if` before it
          note: C17 6.10.1
          help: remove it, or add the `#if` that it belongs to
    "#]],
    );
}
