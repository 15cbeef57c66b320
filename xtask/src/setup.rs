//! Setting up: the tools of others that the tests compare with.

use crate::call;

/// A command that tests use, and the Debian package that brings it.
const TOOLS: [(&str, &str); 10] = [
    ("qemu-riscv64", "qemu-user"),
    ("riscv64-linux-gnu-gcc", "gcc-riscv64-linux-gnu"),
    ("riscv64-linux-gnu-g++", "g++-riscv64-linux-gnu"),
    ("clang", "clang"),
    ("riscv64-linux-gnu-readelf", "binutils-riscv64-linux-gnu"),
    ("gdb-multiarch", "gdb-multiarch"),
    ("llvm-dwarfdump", "llvm"),
    ("rsvg-convert", "librsvg2-bin"),
    ("tcc", "tcc"),
    ("csmith", "csmith"),
];

/// What tests compile Rust for.
const RUST_TARGET: &str = "riscv64gc-unknown-linux-gnu";

/// Installs what is missing where it can, and says what is missing where it cannot.
pub(crate) fn tools() -> Result<(), String> {
    if !has_target(RUST_TARGET) {
        eprintln!("{RUST_TARGET} is not installed (rustup); tests that need it are skipped");
    }
    let missing: Vec<&(&str, &str)> =
        TOOLS.iter().filter(|(name, _)| !is_installed(name)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    if !is_installed("apt-get") || !is_root() {
        for (name, package) in missing {
            eprintln!(
                "{name} is not installed (Debian: {package}); tests that need it are skipped"
            );
        }
        return Ok(());
    }
    let mut packages: Vec<&str> = missing.iter().map(|(_, package)| *package).collect();
    packages.extend(["libc6-dev-riscv64-cross", "libcsmith-dev"]);
    call("apt-get", &["update", "-qq"])?;
    let mut arguments = vec!["install", "-y", "-qq", "--no-install-recommends"];
    arguments.extend(packages);
    call("apt-get", &arguments)
}

/// Whether a compilation target is installed, or could be now.
pub(crate) fn has_target(target: &str) -> bool {
    is_installed("rustup") && call("rustup", &["target", "add", target]).is_ok()
}

/// Something that is not here and could not be brought: said, and a failure only where every tool is required.
pub(crate) fn missing(what: &str) -> Result<(), String> {
    eprintln!("skipped: {what} is not installed");
    match std::env::var_os("CUTAWAY_REQUIRE_TOOLS") {
        Some(_) => Err(format!("{what} is missing, and CUTAWAY_REQUIRE_TOOLS asks for every tool")),
        None => Ok(()),
    }
}

fn is_root() -> bool {
    let output = std::process::Command::new("id").arg("-u").output();
    output.is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

/// Whether a command is on `PATH`.
pub(crate) fn is_installed(name: &str) -> bool {
    let paths = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&paths).any(|path| path.join(name).is_file())
}
