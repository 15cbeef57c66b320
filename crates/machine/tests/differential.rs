//! Every instruction against `qemu-riscv64`, by freestanding C programs.

mod support;

use machine::{Cause, Machine, Observer, Perm, Stop, VirtAddr};
use riscv::Reg;
use std::path::{Path, PathBuf};
use std::process::Command;
use support::{Watcher, map_range};

const LOAD_ADDRESS: VirtAddr = VirtAddr(0x1_0000);
const STACK: VirtAddr = VirtAddr(0x10_0000);
const STACK_SIZE: u64 = 0x1_0000;
const IMAGE_ROOM: u64 = 0x2_0000;
const INSTRUCTIONS_MAX: u64 = 100_000_000;

const GCC: &str = "riscv64-linux-gnu-gcc";
const OBJCOPY: &str = "riscv64-linux-gnu-objcopy";
const QEMU: &str = "qemu-riscv64";

fn is_installed(tool: &str) -> bool {
    Command::new(tool).arg("--version").output().is_ok_and(|output| output.status.success())
}

fn run(tool: &str, arguments: &[&str]) {
    let output = Command::new(tool).args(arguments).output().expect("the tool starts");
    assert!(output.status.success(), "{tool}: {}", String::from_utf8_lossy(&output.stderr));
}

/// Compiles a program; returns the ELF file for qemu and the flat image for our machine.
fn build(program: &str, march: &str, directory: &Path) -> (PathBuf, PathBuf) {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(program);
    let elf = directory.join(format!("{program}-{march}.elf"));
    let flat = elf.with_extension("bin");
    let [source, elf_name, flat_name] = [&source, &elf, &flat].map(|path| path.to_str().unwrap());
    let march_flag = format!("-march={march}");
    let flags = ["-mabi=lp64", "-O1", "-ffreestanding", "-nostdlib", "-static"];
    let place = ["-Wl,-Ttext=0x10000", "-Wl,--build-id=none", "-Wl,-e,_start"];
    let files = [march_flag.as_str(), "-o", elf_name, source];
    run(GCC, &[&flags[..], &place, &files].concat());
    run(OBJCOPY, &["-O", "binary", elf_name, flat_name]);
    (elf, flat)
}

/// The symbol's address is the ELF header's entry: offset 24, 8 bytes.
fn entry(elf: &[u8]) -> VirtAddr {
    VirtAddr(u64::from_le_bytes(elf[24..32].try_into().expect("8 bytes")))
}

/// Runs the image on our machine; returns what it wrote and its exit status.
fn run_here(elf: &Path, flat: &Path, observer: &mut impl Observer) -> (Vec<u8>, u64) {
    let mut machine = Machine::new(1 << 24).expect("16 MiB hold a root table");
    map_range(&mut machine, LOAD_ADDRESS, IMAGE_ROOM, Perm::RWX);
    map_range(&mut machine, STACK, STACK_SIZE, Perm::RW);
    machine.poke(LOAD_ADDRESS, &std::fs::read(flat).expect("built")).expect("it fits its room");
    machine.hart.pc = entry(&std::fs::read(elf).expect("built"));
    machine.hart.set(Reg::SP, STACK.0 + STACK_SIZE);
    let mut written = Vec::new();
    loop {
        match machine.run(observer, INSTRUCTIONS_MAX) {
            Stop::Trap(trap) if trap.cause == Cause::EnvironmentCallFromUMode => {}
            stop => panic!("{stop:?} after {} instructions", machine.hart.retired),
        }
        if machine.hart.get(Reg::A7) == 93 {
            return (written, machine.hart.get(Reg::A0) & 0xff);
        }
        let mut bytes = vec![0; machine.hart.get(Reg::A2) as usize];
        machine.peek(VirtAddr(machine.hart.get(Reg::A1)), &mut bytes).expect("it is mapped");
        written.extend(bytes);
        machine.retire_ecall();
    }
}

/// What a program writes about each instruction: its name and a checksum of its results.
fn records(bytes: &[u8]) -> Vec<(String, u64)> {
    let (records, _) = bytes.as_chunks::<32>();
    records.iter().map(record).collect()
}

fn record(bytes: &[u8; 32]) -> (String, u64) {
    let (name, sum) = bytes.split_at(24);
    let name = String::from_utf8_lossy(name).trim_end_matches('\0').to_string();
    (name, u64::from_le_bytes(sum.try_into().expect("8 bytes")))
}

fn check(program: &str, march: &str) {
    if let Some(missing) = [GCC, OBJCOPY, QEMU].into_iter().find(|tool| !is_installed(tool)) {
        eprintln!("skipped: {missing} is not installed");
        return;
    }
    let (elf, flat) = build(program, march, Path::new(env!("CARGO_TARGET_TMPDIR")));
    let there = Command::new(QEMU).arg(&elf).output().expect("qemu starts");
    let (written, status) = run_here(&elf, &flat, &mut ());
    let watched = run_here(&elf, &flat, &mut Watcher);
    assert!(watched == (written.clone(), status), "a run that is watched differs");
    assert_eq!(there.status.code(), Some(status as i32), "number of records");
    let (ours, theirs) = (records(&written), records(&there.stdout));
    assert_eq!((ours.len(), theirs.len()), (status as usize, status as usize));
    let differ = ours.iter().zip(&theirs).filter(|(ours, theirs)| ours != theirs);
    let differ: Vec<&str> = differ.map(|(ours, _)| ours.0.as_str()).collect();
    assert!(differ.is_empty(), "results that differ from qemu's: {differ:?}");
}

#[test]
#[cfg_attr(miri, ignore = "it starts compilers and qemu")]
fn long_encodings_agree_with_qemu() {
    check("differential.c", "rv64ima");
}

#[test]
#[cfg_attr(miri, ignore = "it starts compilers and qemu")]
fn compressed_encodings_agree_with_qemu() {
    check("differential.c", "rv64imac");
}

#[test]
#[cfg_attr(miri, ignore = "it starts compilers and qemu")]
fn bit_manipulation_agrees_with_qemu() {
    check("differential_bits.c", "rv64gc_zba_zbb_zbs");
}

#[test]
#[cfg_attr(miri, ignore = "it starts compilers and qemu")]
fn floating_point_agrees_with_qemu() {
    check("differential_float.c", "rv64gc");
}
