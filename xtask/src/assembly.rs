//! Programs in assembly language, such as riscv-tests' and riscv-arch-test's, built as processes of Linux: with the headers
//! in `tests/isa` in place of the suites' environments, which want a bare machine.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use testkit::repository;

use crate::cross;

/// What our machine implements, and GCC may use.
const ARCHITECTURE: &str = "rv64imafdc_zicsr_zifencei_zba_zbb_zbs";
/// How programs are built that are at home on a bare machine: they write to their code, use `gp` for their own purposes, and
/// know where they are.
const OPTIONS: [&str; 6] =
    ["-nostdlib", "-fno-pic", "-Wl,--omagic", "-Wl,--no-relax", "-DXLEN=64", "-DFLEN=64"];
/// The extensions in it, as the suites name them.
const EXTENSIONS: [&str; 11] =
    ["I", "M", "A", "F", "D", "C", "Zicsr", "Zifencei", "Zba", "Zbb", "Zbs"];
/// What a test case defines that handles traps, in a mode that user programs are not in.
const PRIVILEGED: [&str; 2] = ["rvtest_mtrap_routine", "rvtest_strap_routine"];

/// The programs among some files, and the folders of the headers among them.
pub(crate) struct Sources {
    pub(crate) programs: Vec<PathBuf>,
    headers: BTreeSet<PathBuf>,
}

/// What came of a program.
pub(crate) enum Built {
    Executable(PathBuf),
    /// It is for another machine or mode than ours: why.
    NotOurs(String),
}

impl Sources {
    pub(crate) fn among(files: &[PathBuf]) -> Sources {
        let is =
            |path: &&PathBuf, extension: &str| path.extension().is_some_and(|is| is == extension);
        let headers = files.iter().filter(|path| is(path, "h")).filter_map(|path| path.parent());
        let headers = headers.map(Path::to_path_buf).collect();
        Sources { programs: files.iter().filter(|path| is(path, "S")).cloned().collect(), headers }
    }

    /// Assembles and links a program, unless it says that it is not for us.
    ///
    /// **Errors**: it cannot be read.
    pub(crate) fn build(&self, program: &Path) -> Result<Built, String> {
        let text = std::fs::read_to_string(program)
            .map_err(|error| format!("{}: {error}", program.display()))?;
        if let Some(wanted) = arguments(&text, "RVTEST_ISA(").next()
            && !wanted.split(',').any(is_ours)
        {
            return Ok(Built::NotOurs(format!("it wants {wanted}")));
        }
        let definitions = definitions(&text);
        if definitions
            .iter()
            .any(|definition| PRIVILEGED.iter().any(|name| definition.starts_with(name)))
        {
            return Ok(Built::NotOurs("it wants machine mode".into()));
        }
        let options = self.options(&definitions);
        Ok(cross::build(program, &options).map_or_else(Built::NotOurs, Built::Executable))
    }

    fn options(&self, definitions: &[String]) -> Vec<String> {
        let mut options = OPTIONS.map(String::from).to_vec();
        options.push(format!("-march={ARCHITECTURE}"));
        options.extend(definitions.iter().map(|definition| format!("-D{definition}")));
        let ours = repository().join("tests/isa");
        let folders = std::iter::once(&ours).chain(&self.headers);
        options.extend(folders.map(|folder| format!("-I{}", folder.display())));
        options
    }
}

/// The text between quotation marks after each occurrence of a macro's name.
fn arguments<'a>(text: &'a str, name: &'a str) -> impl Iterator<Item = &'a str> {
    text.split(name).skip(1).filter_map(|rest| rest.split('"').nth(1))
}

/// What the test cases want defined: `def NAME=VALUE;`.
fn definitions(text: &str) -> Vec<String> {
    let cases = arguments(text, "RVTEST_CASE(");
    let mut definitions: Vec<String> = cases
        .flat_map(|case| case.split(';'))
        .filter_map(|clause| clause.trim().strip_prefix("def "))
        .map(|definition| definition.trim().to_string())
        .collect();
    definitions.sort();
    definitions.dedup();
    definitions
}

/// Whether all extensions of an architecture, such as `RV64IFD_Zicsr`, are ours.
fn is_ours(architecture: &str) -> bool {
    let Some(names) = architecture.strip_prefix("RV64") else { return false };
    let mut rest = names;
    while let Some(first) = rest.chars().next() {
        let end = match first {
            '_' => 1,
            'Z' => rest[1..]
                .find(|next: char| !next.is_ascii_lowercase())
                .map_or(rest.len(), |end| end + 1),
            _ => first.len_utf8(),
        };
        if first != '_' && !EXTENSIONS.contains(&&rest[..end]) {
            return false;
        }
        rest = &rest[end..];
    }
    true
}

#[cfg(test)]
mod tests {
    use super::{definitions, is_ours};

    #[test]
    fn architectures_are_told_apart() {
        for ours in ["RV64I", "RV64IM", "RV64IFD_Zicsr", "RV64IZbb", "RV64I_Zifencei"] {
            assert!(is_ours(ours), "{ours}");
        }
        for other in ["RV32I", "RV64IPZicsr", "RV64IF_Zicsr_Zfa", "RV64I_Zca_Zcb", "RV64IZbkb"] {
            assert!(!is_ours(other), "{other}");
        }
    }

    #[test]
    fn test_cases_define() {
        let text =
            r#"RVTEST_CASE(0,"//check ISA:=regex(.*I.*);def TEST_CASE_1=True; def NO=1;",add)"#;
        assert_eq!(definitions(text), ["NO=1", "TEST_CASE_1=True"]);
    }
}
