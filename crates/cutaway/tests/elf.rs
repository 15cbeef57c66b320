//! What `cutaway build` writes is honest: others' tools read it and find nothing wrong.

mod shared;

use std::path::Path;

use shared::{build, conforming_examples, scratch};
use testkit::{Finished, Program, Tool, programs, run, tool};

fn elves(name: &str) -> Vec<std::path::PathBuf> {
    let directory = scratch(name);
    conforming_examples().iter().map(|program| build(program, &directory)).collect()
}

fn output(tool: &Tool, arguments: &[&str], elf: &Path) -> Finished {
    run(tool.command().args(arguments).arg(elf), b"")
}

#[test]
fn readelf_has_nothing_to_complain_about() {
    let Some(readelf) = tool("riscv64-linux-gnu-readelf", "reading our ELF files") else { return };
    for elf in elves("readelf") {
        let finished = output(&readelf, &["-a", "-W"], &elf);
        assert_eq!((finished.status, finished.stderr.as_str()), (0, ""), "{}", elf.display());
        let text = String::from_utf8_lossy(&finished.stdout).to_lowercase();
        assert!(!text.contains("warning") && !text.contains("error:"), "{}", elf.display());
    }
}

#[test]
fn the_dwarf_verifier_is_content() {
    let Some(dwarfdump) = tool("llvm-dwarfdump", "verifying our DWARF") else { return };
    for elf in elves("dwarfdump") {
        let finished = output(&dwarfdump, &["--verify"], &elf);
        let text = String::from_utf8_lossy(&finished.stdout).into_owned();
        assert!(finished.status == 0 && text.contains("No errors."), "{}:\n{text}", elf.display());
    }
}

#[test]
fn objdump_interleaves_our_source() {
    let Some(objdump) = tool("riscv64-linux-gnu-objdump", "disassembling with source") else {
        return;
    };
    let directory = scratch("objdump");
    let program =
        &conforming_examples().into_iter().find(|p| p.name.ends_with("memory.c")).unwrap();
    let elf = build(program, &directory);
    let mut command = objdump.command();
    let finished = run(command.arg("-dS").arg(&elf).current_dir(testkit::repository()), b"");
    let text = String::from_utf8_lossy(&finished.stdout).into_owned();
    assert_eq!((finished.status, finished.stderr.as_str()), (0, ""));
    assert!(text.contains("int c = a + b;"), "{text}");
    assert!(!text.contains("unknown") && !text.contains(".word"), "{text}");
}

#[test]
fn gdb_prints_our_locals() {
    let program = conforming_examples().into_iter().find(|p| p.name.ends_with("memory.c"));
    let script = ["break foo", "continue", "next", "info args", "info locals", "backtrace"];
    let expected = ["a = 10", "b = 20", "c = 30", "#0  foo (a=10, b=20)", "in main ()"];
    debug(&program.unwrap(), 0, &script, &expected);
}

/// Every thread has its own, and gdb finds that of the one that runs without a library's help.
#[test]
fn gdb_prints_what_is_thread_local() {
    let program = programs("tests/c/run").into_iter().find(|p| p.name.ends_with("/thread_local.c"));
    let script =
        ["break next", "continue", "print counter", "print text", "print inner", "print zeros"];
    let expected = ["$1 = 43", "$2 = \"jello\"", "$3 = 5", "$4 = {0, 0, 42, 0}"];
    debug(&program.unwrap(), 1, &script, &expected);
}

/// What gdb says of a program under qemu has all that is expected.
fn debug(program: &Program, number: u32, script: &[&str], expected: &[&str]) {
    let Some(gdb) = tool("gdb-multiarch", "debugging our ELF files") else { return };
    let Some(qemu) = tool("qemu-riscv64", "debugging our ELF files") else { return };
    let directory = scratch(&format!("gdb-{number}"));
    let elf = build(program, &directory);
    let port = 20_000 + std::process::id() % 20_000 + number;
    let mut server = qemu.command().args(["-g", &port.to_string()]).arg(&elf).spawn().unwrap();
    let remote = format!("target remote :{port}");
    let mut command = gdb.command();
    command.args(["-batch", "-nx", "-ex", &remote]).current_dir(testkit::repository());
    for line in script.iter().chain(&["kill"]) {
        command.args(["-ex", line]);
    }
    let finished = run(command.arg(&elf), b"");
    let _ = server.kill();
    let _ = server.wait();
    let text = String::from_utf8_lossy(&finished.stdout).into_owned();
    for expected in expected {
        assert!(text.contains(expected), "no `{expected}` in:\n{text}\n{}", finished.stderr);
    }
}
