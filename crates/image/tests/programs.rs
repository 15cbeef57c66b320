//! Programs and libraries of other compilers, of every kind that a linker makes.

mod support;

use expect_test::{Expect, expect};
use image::Image;
use support::{directory, run, said};

const TEXT: &str = r#"
#include <stdio.h>
__thread int mine = 3;
int shared(int x) { return x + mine; }
int main(void) { printf("%d\n", shared(4)); return 0; }
"#;

/// What a program linked with those options says of itself; `None` when there is no compiler.
fn describe(name: &str, options: &[&str]) -> Option<String> {
    let image = Image::read(build(name, options)?).unwrap_or_else(|error| panic!("{error}"));
    let dynamic = image.dynamic();
    let is_code = |address| image.segment_at(address).is_some_and(|it| it.permissions.execute);
    let shared = image.symbol("shared").is_some_and(|symbol| is_code(symbol.address));
    let tls = image.thread_local().map(|tls| (tls.memory_size >= 4, tls.file.len() >= 4));
    let line = image.symbol("shared").and_then(|symbol| image.line(symbol.address));
    let gaps: Vec<_> = image.debug_gaps().iter().map(|gap| gap.to_string()).collect();
    Some(format!(
        "position independent {}, interpreter {:?}, needs {:?}, named {:?}, program {}\n\
         entry {}, thread-local {tls:?}, stack {:?}, shared {shared}, line {:?}, gaps {gaps:?}",
        image.is_position_independent(),
        image.interpreter(),
        dynamic.needed,
        dynamic.name,
        dynamic.is_program,
        is_code(image.entry()),
        image.is_stack_executable(),
        line.map(|line| line.line),
    ))
}

fn build(name: &str, options: &[&str]) -> Option<Vec<u8>> {
    let directory = directory(name);
    std::fs::write(directory.join("p.c"), TEXT).unwrap();
    let arguments: Vec<_> = ["p.c", "-o", "p"].into_iter().chain(options.iter().copied()).collect();
    let output = run(&directory, "riscv64-linux-gnu-gcc", &arguments)?;
    assert!(output.status.success(), "{}", said(&output));
    Some(std::fs::read(directory.join("p")).unwrap())
}

fn check(name: &str, options: &[&str], expect: Expect) {
    if let Some(description) = describe(name, options) {
        expect.assert_eq(&description);
    }
}

#[test]
fn static_program() {
    check(
        "static",
        &["-static", "-g"],
        expect![[r#"
        position independent false, interpreter None, needs [], named None, program false
        entry true, thread-local Some((true, true)), stack Some(false), shared true, line Some(4), gaps []"#]],
    );
}

#[test]
fn dynamic_program() {
    check(
        "dynamic",
        &["-g", "-no-pie"],
        expect![[r#"
        position independent false, interpreter Some("/lib/ld-linux-riscv64-lp64d.so.1"), needs ["libc.so.6"], named None, program false
        entry true, thread-local Some((true, true)), stack Some(false), shared true, line Some(4), gaps []"#]],
    );
}

#[test]
fn position_independent_program() {
    check(
        "pie",
        &["-g", "-pie", "-fPIE", "-Wl,-rpath,/opt/lib"],
        expect![[r#"
        position independent true, interpreter Some("/lib/ld-linux-riscv64-lp64d.so.1"), needs ["libc.so.6"], named None, program true
        entry true, thread-local Some((true, true)), stack Some(false), shared true, line Some(4), gaps []"#]],
    );
}

#[test]
fn static_position_independent_program() {
    check(
        "static_pie",
        &["-pie", "-fPIE", "-Wl,--no-dynamic-linker"],
        expect![[r#"
        position independent true, interpreter None, needs ["libc.so.6"], named None, program true
        entry true, thread-local Some((true, true)), stack Some(false), shared true, line None, gaps []"#]],
    );
}

#[test]
fn shared_library() {
    check(
        "library",
        &["-shared", "-fPIC", "-Wl,-soname,libp.so.1", "-s"],
        expect![[r#"
        position independent true, interpreter None, needs ["libc.so.6", "ld-linux-riscv64-lp64d.so.1"], named Some("libp.so.1"), program false
        entry true, thread-local Some((true, true)), stack Some(false), shared true, line None, gaps []"#]],
    );
}

#[test]
fn compressed_debugging_information_is_read() {
    check(
        "zlib",
        &["-static", "-g", "-gz=zlib"],
        expect![[r#"
        position independent false, interpreter None, needs [], named None, program false
        entry true, thread-local Some((true, true)), stack Some(false), shared true, line Some(4), gaps []"#]],
    );
}

#[test]
fn split_debugging_information_is_told() {
    check(
        "split",
        &["-static", "-g", "-gsplit-dwarf"],
        expect![[r#"
        position independent false, interpreter None, needs [], named None, program false
        entry true, thread-local Some((true, true)), stack Some(false), shared true, line Some(4), gaps ["the debugging information was left in other files, such as `p.dwo`; build without `-gsplit-dwarf` to have it in the program"]"#]],
    );
}

/// The entries of the procedure linkage table have the names that objdump gives them.
#[test]
fn calls_into_libraries_are_named() {
    for (name, options) in [("plt", &["-no-pie"][..]), ("plt_stripped", &["-pie", "-fPIE", "-s"])] {
        let Some(bytes) = build(name, options) else { return };
        let image = Image::read(bytes).unwrap();
        let directory = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let Some(output) = run(&directory, "riscv64-linux-gnu-objdump", &["-d", "p"]) else {
            return;
        };
        let text = said(&output);
        let expected: Vec<_> = text
            .lines()
            .filter_map(|line| line.strip_suffix("@plt>:")?.split_once(" <"))
            .map(|(address, name)| {
                (u64::from_str_radix(address, 16).unwrap(), format!("{name}@plt"))
            })
            .collect();
        let is_entry = |symbol: &&image::Symbol| symbol.name.ends_with("@plt");
        let found = image.symbols().iter().filter(is_entry);
        let found: Vec<_> = found.map(|symbol| (symbol.address, symbol.name.clone())).collect();
        assert!(expected.iter().any(|(_, name)| name == "printf@plt"), "{text}");
        assert_eq!(found, expected);
    }
}

/// A program whose debugging information is in another file names that file.
#[test]
fn linked_debugging_information_is_told() {
    if build("debuglink", &["-static", "-g"]).is_none() {
        return;
    }
    let directory = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("debuglink");
    let objcopy = "riscv64-linux-gnu-objcopy";
    for arguments in [
        &["--only-keep-debug", "p", "p.debug"][..],
        &["--strip-debug", "--add-gnu-debuglink=p.debug", "p", "q"][..],
    ] {
        let output = run(&directory, objcopy, arguments).unwrap();
        assert_eq!(said(&output), "");
    }
    let image = Image::read(std::fs::read(directory.join("q")).unwrap()).unwrap();
    let gaps: Vec<_> = image.debug_gaps().iter().map(|gap| gap.to_string()).collect();
    expect!["the debugging information is in another file, `p.debug`"].assert_eq(&gaps.join("\n"));
}

/// The interpreter and the C library of the cross compiler, which nobody built for a test.
#[test]
fn interpreter_and_library_of_the_system() {
    for (path, symbol) in [
        ("/usr/riscv64-linux-gnu/lib/ld-linux-riscv64-lp64d.so.1", "_dl_debug_state"),
        ("/usr/riscv64-linux-gnu/lib/libc.so.6", "printf"),
    ] {
        let Ok(bytes) = std::fs::read(path) else {
            eprintln!("skipped: {path} is not installed");
            continue;
        };
        let image = Image::read(bytes).unwrap();
        assert!(image.is_position_independent());
        let symbol = image.symbol(symbol).unwrap();
        assert!(image.segment_at(symbol.address).unwrap().permissions.execute);
    }
}

/// Memory in which a file is loaded, its addresses moved by so much.
fn memory_of(image: &Image, bias: u64) -> impl Fn(u64, &mut [u8]) -> bool {
    move |address, bytes| {
        let loaded = image.loaded_bytes(address.wrapping_sub(bias), bytes.len());
        loaded.map(|loaded| bytes.copy_from_slice(loaded)).is_some()
    }
}

#[test]
fn a_library_in_memory_has_the_names_that_programs_see() {
    let options = ["-shared", "-fPIC", "-Wl,-soname,libshared.so.1", "-s"];
    for separate in ["-Wl,-z,noseparate-code", "-Wl,-z,separate-code"] {
        let options: Vec<_> = options.iter().copied().chain([separate]).collect();
        let Some(bytes) = build("in-memory", &options) else { return };
        let file = Image::read(bytes).unwrap();
        let bias = 0x3f_0000_0000;
        let (image, moved_by) = Image::from_memory(bias, &memory_of(&file, bias)).unwrap();
        assert_eq!(moved_by, bias);
        // Which code leads to other libraries only sections tell.
        let is_own = |symbol: &&image::Symbol| !symbol.name.ends_with("@plt");
        let own: Vec<_> = file.symbols().iter().filter(is_own).collect();
        assert_eq!(image.symbols().iter().collect::<Vec<_>>(), own);
        assert!(image.symbol("shared").is_some());
        assert_eq!(image.segments(), file.segments());
        assert_eq!(image.dynamic().name.as_deref(), Some("libshared.so.1"));
    }
}

proptest::proptest! {
    #[test]
    fn damaged_headers_in_memory_are_refused_or_bounded(
        changes in proptest::collection::vec((0usize..400, proptest::num::u8::ANY), 1..8),
    ) {
        let Some(file) = LIBRARY.get_or_init(|| build("in-memory-damaged", &["-shared", "-fPIC"])) else {
            return Ok(());
        };
        let mut bytes = file.clone();
        for (at, byte) in changes {
            bytes[at] = byte;
        }
        // Every address leads somewhere, so that only the headers' own limits hold.
        let read = |address: u64, part: &mut [u8]| {
            part.iter_mut().enumerate().for_each(|(index, byte)| {
                let at = (address as usize).wrapping_add(index);
                *byte = bytes.get(at % bytes.len()).copied().unwrap_or(0);
            });
            true
        };
        if let Some((image, _)) = Image::from_memory(0, &read) {
            let _ = (image.symbols().len(), image.dynamic().name.as_deref());
        }
    }
}

static LIBRARY: std::sync::OnceLock<Option<Vec<u8>>> = std::sync::OnceLock::new();
