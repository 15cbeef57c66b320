//! Programs of several C files (C17 5.1.1.1, 6.2.2, 6.9.2), as users give them on the command line.

mod shared;

use std::path::{Path, PathBuf};

use shared::{cutaway, finish, scratch};
use testkit::{Finished, run};

const MAIN: &str = r#"
#include <stdio.h>
#include "count.h"

extern int limit;
static int helper(void) { return 1; }

int main(int argc, char **argv)
{
    printf("%d %d %d\n", count_up(), count_up(), helper() + limit);
    for (int i = 1; i < argc; i++) {
        printf("%s\n", argv[i]);
    }
    return SHOWN;
}
"#;

const COUNT: &str = r#"
#include "count.h"

int limit = 40;
static int count;
static int helper(void) { return 10; }

int count_up(void) { return count += helper(); }
"#;

fn files(name: &str, texts: &[(&str, &str)]) -> (PathBuf, Vec<String>) {
    let directory = scratch(name);
    std::fs::create_dir_all(directory.join("include")).unwrap();
    std::fs::write(directory.join("include/count.h"), "int count_up(void);\n").unwrap();
    let path = |(name, text): &(&str, &str)| {
        let path = directory.join(name);
        std::fs::write(&path, text).unwrap();
        path.to_string_lossy().into_owned()
    };
    let paths = texts.iter().map(path).collect();
    (directory, paths)
}

fn compile(directory: &Path, paths: &[String], rest: &[&str]) -> Finished {
    let include = format!("-I{}", directory.join("include").display());
    let mut command = cutaway(&["run", &include, "-DSHOWN=7", "-std=c11"]);
    run(command.args(paths).args(rest), b"")
}

#[test]
fn files_are_linked_and_what_follows_them_are_arguments() {
    let (directory, paths) = files("several", &[("main.c", MAIN), ("count.c", COUNT)]);
    for rest in [&["one", "two.c"][..], &["--", "one", "two.c"]] {
        let finished = compile(&directory, &paths, rest);
        let said = String::from_utf8_lossy(&finished.stdout);
        assert_eq!(finished.status, 7, "{}", finished.stderr);
        // The arguments of a call are evaluated in some order.
        assert!(
            ["10 20 41\n", "20 10 41\n"].iter().any(|counts| said.starts_with(counts)),
            "{said}"
        );
        assert!(said.ends_with("one\ntwo.c\n"), "{said}");
    }
}

#[test]
fn a_story_names_the_functions_of_each_file() {
    let (directory, paths) = files("several-told", &[("main.c", MAIN), ("count.c", COUNT)]);
    let include = format!("-I{}", directory.join("include").display());
    let arguments = ["explain", &include, "-DSHOWN=0", &paths[0], &paths[1]];
    let story = String::from_utf8_lossy(&finish(&arguments).stdout).into_owned();
    for expected in ["main calls count_up(", "count_up calls helper(", "count.c:"] {
        assert!(story.contains(expected), "no `{expected}` in:\n{story}");
    }
}

#[test]
fn what_is_missing_or_there_twice_is_said_at_its_place() {
    let (directory, paths) = files("several-wrong", &[("main.c", MAIN), ("count.c", COUNT)]);
    let missing = compile(&directory, &paths[..1], &[]);
    assert_eq!(missing.status, 1);
    assert!(
        missing.stderr.contains("`count_up` is called but defined nowhere"),
        "{}",
        missing.stderr
    );
    let twice = compile(&directory, &[&paths[..], &paths[1..]].concat(), &[]);
    assert_eq!(twice.status, 1);
    assert!(twice.stderr.contains("count_up"), "{}", twice.stderr);
}
