//! Which source files are the user's own, and which come with a compiler, a library or a package.

/// Where systems and their compilers keep headers and the sources of their libraries.
const SYSTEM_ROOTS: [&str; 5] = ["/usr/", "/opt/", "/build/", "/rustc/", "/rust/deps/"];

/// Directories, anywhere in a path, that hold what others wrote.
const SYSTEM_PARTS: [&str; 6] =
    ["/.cargo/registry/", "/.cargo/git/", "/rustlib/src/", "/lib/gcc/", "/lib/clang/", "/sysdeps/"];

/// Whether a source file is the user's own.
///
/// `path` is as the compiler was given it, relative to `directory` unless it begins with `/`.
pub(crate) fn is_own(path: &str, directory: &str) -> bool {
    if path.is_empty() {
        return false;
    }
    let path = match path.starts_with('/') || directory.is_empty() {
        true => path.to_string(),
        false => format!("{directory}/{path}"),
    };
    let is_local = path.starts_with("/usr/src/") || path.starts_with("/usr/local/src/");
    let is_below_root = SYSTEM_ROOTS.iter().any(|root| path.starts_with(root));
    let is_in_part = SYSTEM_PARTS.iter().any(|part| path.contains(part));
    !path.contains('<') && (is_local || !is_below_root) && !is_in_part
}

#[cfg(test)]
mod tests {
    use super::is_own;

    #[test]
    fn headers_and_packages_are_not_the_users() {
        assert!(is_own("hello.c", "/home/me/src"));
        assert!(is_own("/home/me/src/hello.c", ""));
        assert!(is_own("src/main.rs", "/home/me"));
        assert!(!is_own("/usr/riscv64-linux-gnu/include/c++/12/bits/stl_vector.h", "/home/me"));
        assert!(!is_own("library/std/src/rt.rs", "/rustc/90b35a623"));
        assert!(!is_own("src/map.rs", "/rust/deps/hashbrown-0.16.1"));
        assert!(!is_own("../sysdeps/riscv/start.S", "/build/glibc-qK/csu"));
        assert!(!is_own("/home/me/.cargo/registry/src/x/lib.rs", ""));
        assert!(!is_own("<built-in>", "/home/me"));
        assert!(!is_own("", "/home/me"));
    }
}
