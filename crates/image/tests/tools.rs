//! What other people's tools say of the files we write. A tool that is not installed is skipped,
//! and says so.

mod support;

use image::write_object;
use std::path::Path;
use support::*;

/// Writes the linked program and its source into a directory.
fn prepare(test: &str) -> std::path::PathBuf {
    let directory = directory(test);
    write_program(&directory.join("p.elf"), &linked());
    std::fs::create_dir_all(directory.join("src")).unwrap();
    std::fs::write(directory.join("src/main.c"), MAIN_TEXT).unwrap();
    directory
}

fn exit_status(directory: &Path, program: &str) -> Option<i32> {
    run(directory, "qemu-riscv64", &[program])?.status.code()
}

#[test]
fn qemu_runs_it() {
    let directory = prepare("qemu");
    assert!(matches!(exit_status(&directory, "p.elf"), None | Some(42)));
}

#[test]
fn readelf_has_no_complaint() {
    let directory = prepare("readelf");
    let Some(output) = run(&directory, "riscv64-linux-gnu-readelf", &["-a", "-w", "p.elf"]) else {
        return;
    };
    let said = said(&output);
    assert!(!said.contains("arning") && !said.contains("rror"), "{said}");
}

#[test]
fn objdump_shows_our_source() {
    let directory = prepare("objdump");
    let Some(output) = run(&directory, "riscv64-linux-gnu-objdump", &["-dS", "p.elf"]) else {
        return;
    };
    assert!(said(&output).contains("int y = x + counter;"), "{}", said(&output));
}

#[test]
fn dwarfdump_verifies_it() {
    let directory = prepare("dwarfdump");
    let Some(output) = run(&directory, "llvm-dwarfdump", &["--verify", "p.elf"]) else { return };
    assert!(output.status.success(), "{}", said(&output));
}

#[test]
fn gdb_prints_types_and_lines() {
    let directory = prepare("gdb");
    let commands = [
        "-nx",
        "-batch",
        "-ex",
        "info line 7",
        "-ex",
        "ptype node_t",
        "-ex",
        "whatis table",
        "-ex",
        "print counter",
        "-ex",
        "info scope main",
        "p.elf",
    ];
    let Some(output) = run(&directory, "gdb-multiarch", &commands) else { return };
    let said = said(&output);
    for expected in [
        "Line 7 of \"./src/main.c\" starts at address 0x10148 <main+24>",
        "int flags : 3;\n    union {\n        int i;\n        void *p;\n    };\n}",
        "type = const char *[2][3]",
        "$1 = 12",
        "Symbol x is",
    ] {
        assert!(said.contains(expected), "no {expected:?} in:\n{said}");
    }
}

#[test]
fn gdb_walks_a_running_program() {
    let directory = prepare("gdb_remote");
    let socket = directory.join("socket");
    let socket = socket.to_str().unwrap();
    let spawned = std::process::Command::new("qemu-riscv64")
        .args(["-g", socket, "p.elf"])
        .current_dir(&directory)
        .spawn();
    let Ok(mut guest) = spawned else {
        eprintln!("skipped: qemu-riscv64 is not installed");
        return;
    };
    for _ in 0..100 {
        if Path::new(socket).exists() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    let target = format!("target remote {socket}");
    let commands = [
        "-nx",
        "-batch",
        "-ex",
        &target,
        "-ex",
        "break twice",
        "-ex",
        "continue",
        "-ex",
        "bt",
        "-ex",
        "up",
        "-ex",
        "info locals",
        "-ex",
        "kill",
        "p.elf",
    ];
    let output = run(&directory, "gdb-multiarch", &commands);
    let _ = guest.kill();
    let _ = guest.wait();
    let Some(output) = output else { return };
    let said = said(&output);
    for expected in ["in main () at ./src/main.c:8", "y = 42", "x = 30"] {
        assert!(said.contains(expected), "no {expected:?} in:\n{said}");
    }
}

#[test]
fn gnu_ld_links_our_objects_and_archive() {
    let directory = directory("gnu_ld");
    for (name, object) in [("start.o", start()), ("main.o", main_object())] {
        std::fs::write(directory.join(name), write_object(&object)).unwrap();
    }
    let archive = image::Archive::write(&[unneeded(), twice()]);
    std::fs::write(directory.join("libc.a"), archive).unwrap();
    let linker = "riscv64-linux-gnu-ld";
    let Some(output) = run(&directory, linker, &["start.o", "main.o", "libc.a", "-o", "p.elf"])
    else {
        return;
    };
    assert_eq!(said(&output), "");
    assert!(matches!(exit_status(&directory, "p.elf"), None | Some(42)));
    let image = image::Image::read(std::fs::read(directory.join("p.elf")).unwrap()).unwrap();
    let main = image.symbol("main").unwrap().address;
    let (_, function) = image.access().function_at(main + 4).unwrap();
    assert_eq!((function.name.as_str(), function.start), ("main", main));
    assert_eq!(image.line(main + 24).unwrap().line, 7);
    assert!(image.symbol("unneeded").is_none());
}

#[test]
fn gnu_ld_links_ours_with_those_of_gcc() {
    let directory = directory("gcc");
    std::fs::write(directory.join("main.o"), write_object(&main_object())).unwrap();
    std::fs::write(directory.join("twice.c"), "int twice(int x) { return 2 * x; }").unwrap();
    let arguments = ["-static", "main.o", "twice.c", "-o", "p.elf"];
    let Some(output) = run(&directory, "riscv64-linux-gnu-gcc", &arguments) else { return };
    assert_eq!(said(&output), "");
    assert!(matches!(exit_status(&directory, "p.elf"), None | Some(42)));
}
