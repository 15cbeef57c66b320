//! Guest programs that use files, pipes and epoll (`tests/guest/files/*.c`): what they print is what they print under
//! qemu-riscv64, once with their files in memory and once below a grant.

use host::Host;
use image::Image;
use process::{Answer, Config, Driver, Ending, Grant, Limit, Pause, Process, Request};
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use testkit::tool;

/// A host whose standard output is kept.
struct Kept {
    host: Host,
    output: Vec<u8>,
}

impl Driver for Kept {
    fn answer(&mut self, request: &Request) -> Answer {
        match request {
            Request::Write { bytes, .. } => {
                self.output.extend(bytes);
                Answer::Count(bytes.len() as u64)
            }
            Request::Read { .. } => Answer::Bytes(vec![]),
            Request::File(_) => self.host.answer(request),
        }
    }
}

fn run(program: &Path, config: &Config, host: Host) -> (String, Process) {
    let image = Arc::new(Image::read(fs::read(program).unwrap()).unwrap());
    let mut driver = Kept { host, output: vec![] };
    let mut process = Process::load(&image, config).unwrap();
    loop {
        match process.run(&mut (), 2_000_000_000) {
            Pause::Request(request) => process.answer(driver.answer(&request)),
            Pause::Ended(_) => return (text(&driver.output), process),
            pause => panic!("{}: {pause:?}", program.display()),
        }
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn config() -> Config {
    Config { program: "/usr/bin/program".into(), ..Config::default() }
}

/// A new empty directory of a test, and the program in it.
fn build(name: &str) -> Option<(PathBuf, PathBuf)> {
    let gcc = tool("riscv64-linux-gnu-gcc", "guest programs with files")?;
    let place = std::env::temp_dir().join(format!("cutaway-{}-{name}", std::process::id()));
    let _ = fs::remove_dir_all(&place);
    fs::create_dir_all(&place).unwrap();
    let source = testkit::repository().join(format!("tests/guest/files/{name}.c"));
    let program = place.join("program");
    let mut build = gcc.command();
    build.args(["-std=gnu17", "-O1", "-w", "-static", "-o"]).arg(&program).arg(source);
    let built = testkit::run(&mut build, b"");
    assert_eq!(built.status, 0, "{}", built.stderr);
    Some((place, program))
}

const EXITED: Option<&Ending> = Some(&Ending::Exited { status: 0 });

/// Builds a program, runs it under qemu and here, and compares.
fn check(name: &str, is_grantable: bool) {
    let Some(qemu) = tool("qemu-riscv64", "guest programs with files") else { return };
    let Some((place, program)) = build(name) else { return };
    let (of_qemu, granted) = (place.join("qemu"), place.join("granted"));
    fs::create_dir(&of_qemu).unwrap();
    fs::create_dir(&granted).unwrap();
    let mut command = qemu.command();
    command.arg(&program).current_dir(&of_qemu).env("HOME", &of_qemu);
    let expected = String::from_utf8(testkit::run(&mut command, b"").stdout).unwrap();
    let (output, process) = run(&program, &config(), Host::default());
    assert_eq!((&output, process.ending()), (&expected, EXITED), "{name}, in memory");
    if is_grantable {
        let (mut config, mut host) = (config(), Host::default());
        host.grant(&granted, false).unwrap();
        config.grants.push(Grant { path: b"/home/user".to_vec(), is_read_only: false });
        let (output, process) = run(&program, &config, host);
        assert_eq!((&output, process.ending()), (&expected, EXITED), "{name}, granted");
    }
    fs::remove_dir_all(&place).unwrap();
}

#[test]
fn bytes_are_read_and_written() {
    check("bytes", true);
}

#[test]
fn names_are_made_moved_removed_and_resolved() {
    check("names", true);
}

#[test]
fn pipes_join_processes() {
    check("pipes", false);
}

#[test]
fn counters_and_epoll_tell_what_is_ready() {
    check("epoll", false);
}

#[test]
fn the_c_library_finds_what_it_needs() {
    check("library", true);
}

/// qemu would need the kernel's help to execute a RISC-V program from one; so what is printed is compared with what was read
/// once and found right.
fn check_text(
    name: &str,
    config: &Config,
    host: Host,
    expected: expect_test::Expect,
) -> Option<Process> {
    let (place, program) = build(name)?;
    let (output, process) = run(&program, config, host);
    expected.assert_eq(&output);
    fs::remove_dir_all(&place).unwrap();
    Some(process)
}

#[test]
fn a_program_executes_others() {
    check_text(
        "programs",
        &config(),
        Host::default(),
        expect_test::expect![[r#"
        [own name][descriptors][3][4] me
        /proc/self/cmdline: own name|descriptors|3|4|
        /proc/self/environ: WHO=me|
        /proc/self/comm: program

        kept 0, closed -1
        handler 0
        ignored 1
        5
        [/usr/bin/program][one argument][script][first][second] me
        /proc/self/cmdline: /usr/bin/program|one argument|script|first|second|
        /proc/self/environ: WHO=me|
        /proc/self/comm: script

        5
        ./none: ENOENT
        9
        /etc: EACCES
        9
        plain: EACCES
        9
        text: ENOEXEC
        9
        loop: ELOOP
        9
        text/x: ENOTDIR
        9
        /usr/bin/program
        [by descriptor] descriptor
        /proc/self/cmdline: by descriptor|
        /proc/self/environ: WHO=descriptor|
        /proc/self/comm: program

    "#]],
    );
}

#[test]
fn there_are_only_so_many_files_bytes_and_descriptors() {
    let config = Config { file_count_max: 200, file_limit_bytes: 4 << 20, ..config() };
    let expected = expect_test::expect![[r#"
        1021 descriptors, EMFILE
        1 files, ENOSPC
        3 MiB, ENOSPC
        0
        1048576
    "#]];
    let Some(process) = check_text("limits", &config, Host::default(), expected) else { return };
    let limits: Vec<Limit> = process.limits_reached().iter().copied().collect();
    assert_eq!(limits, [Limit::Descriptors, Limit::Files]);
}

/// Whatever it asks for, nothing panics, the run ends, and what was not granted stays as it is.
#[test]
fn a_hostile_guest_is_withstood() {
    let Some((place, program)) = build("noise") else { return };
    fs::write(place.join("secret"), "nobody changes this").unwrap();
    let granted = place.join("granted");
    for seed in 1..=8 {
        let _ = fs::remove_dir_all(&granted);
        fs::create_dir(&granted).unwrap();
        for is_granted in [false, true] {
            let arguments = vec![seed.to_string(), "1500".to_string()];
            let (mut config, mut host) = (Config { arguments, ..config() }, Host::default());
            if is_granted {
                host.grant(&granted, false).unwrap();
                config.grants.push(Grant { path: b"/home/user".to_vec(), is_read_only: false });
            }
            let (_, process) = run(&program, &config, host);
            assert!(process.ending().is_some(), "seed {seed}");
        }
    }
    assert_eq!(fs::read(place.join("secret")).unwrap(), b"nobody changes this");
    fs::remove_dir_all(&place).unwrap();
}

#[test]
fn a_guest_sees_what_was_granted_and_nothing_else() {
    let name = format!("cutaway-{}-granted", std::process::id());
    let place = std::env::temp_dir().join(name);
    let _ = fs::remove_dir_all(&place);
    for directory in ["root/etc", "root/tmp", "data", "fixed", "outside"] {
        fs::create_dir_all(place.join(directory)).unwrap();
    }
    for (path, text) in [
        ("root/hello", "hello of the root"),
        ("root/etc/passwd", "users of the root"),
        ("root/tmp/hidden", ""),
        ("data/one", "one of the data"),
        ("data/new", ""),
        ("fixed/one", "one that is fixed"),
        ("outside/secret", "nobody sees this"),
    ] {
        fs::write(place.join(path), text).unwrap();
    }
    symlink("/hello", place.join("root/absolute")).unwrap();
    symlink("../../../hello", place.join("root/up")).unwrap();
    symlink(place.join("outside/secret"), place.join("data/out")).unwrap();
    let fifo = place.join("data/host-fifo");
    assert!(std::process::Command::new("mkfifo").arg(fifo).status().unwrap().success());
    let (mut config, mut host) = (config(), Host::default());
    for (directory, path, is_read_only) in [
        ("root", "/", true),
        ("data", "/data", false),
        ("fixed", "/data/fixed", true),
        ("fixed", "/way/to/data", true),
    ] {
        host.grant(&place.join(directory), is_read_only).unwrap();
        config.grants.push(Grant { path: path.into(), is_read_only });
    }
    check_text(
        "grants",
        &config,
        host,
        expect_test::expect![[r#"
        /: absolute data dev etc hello home proc sys tmp up way
        /data: fixed host-fifo new one out
        /way: to
        /way/to: data
        /hello: hello of the root
        /absolute: hello of the root
        /up: hello of the root
        /proc/self/root/hello: hello of the root
        /data/../hello: hello of the root
        /data/out: ENOENT
        /data/fixed/one: one that is fixed
        /way/to/data/one: one that is fixed
        open("/hello", O_WRONLY) = -1 EROFS
        open("/new", O_WRONLY | O_CREAT, 0600) = -1 EROFS
        open("/hello", O_RDONLY | O_TRUNC) = -1 EROFS
        unlink("/hello") = -1 EROFS
        mkdir("/new", 0700) = -1 EROFS
        chmod("/hello", 0777) = -1 EROFS
        truncate("/hello", 1) = -1 EROFS
        rename("/hello", "/data/hello") = -1 EROFS
        link("/hello", "/data/hello") = -1 EXDEV
        access("/hello", W_OK) = -1 EROFS
        access("/hello", R_OK) = 0
        open("/data/fixed/one", O_RDWR) = -1 EROFS
        rename("/data/new", "/data/fixed/new") = -1 EROFS
        rename("/data/one", "/data/fixed/one") = -1 EROFS
        link("/data/one", "/data/fixed/two") = -1 EROFS
        rename("/data/fixed", "/data/loose") = -1 EBUSY
        rmdir("/data/fixed") = -1 EBUSY
        rmdir("/tmp") = -1 EBUSY
        rename("/data/one", "/tmp/one") = -1 EXDEV
        symlink("/etc/passwd", "/data/passwd") = 0
        symlink("../../../../../../etc/passwd", "/data/climb") = 0
        /data/passwd: users of the root
        /data/climb: users of the root
        open("/data/made", O_WRONLY | O_CREAT | O_EXCL, 0640) = 0
        mkdir("/data/directory", 0700) = 0
        chdir("/data/directory") = 0
        /data/directory
        rename("/data/made", "inside") = 0
        chdir("../../../..") = 0
        /
        /data/directory: inside
        open("/tmp/own", O_WRONLY | O_CREAT, 0600) = 0
        /tmp: own
        mkfifo("/data/fifo", 0600) = -1 EPERM
        open("/data/host-fifo", O_RDONLY) = -1 ENXIO
        open("/dev/tty", O_RDWR) = -1 ENXIO
    "#]],
    );
    assert_eq!(fs::read(place.join("outside/secret")).unwrap(), b"nobody sees this");
    assert_eq!(fs::read(place.join("root/hello")).unwrap(), b"hello of the root");
    assert_eq!(fs::read_dir(place.join("fixed")).unwrap().count(), 1);
    fs::remove_dir_all(&place).unwrap();
}
