//! Random signatures: calls with arguments and results of random types, where our compiler and GCC are caller and
//! callee in all four ways. Each side checks every scalar that it gets (RISC-V psABI, the calling conventions).

mod function;
mod types;

use std::path::{Path, PathBuf};
use std::process::Command;

use testkit::run;

use crate::binary::Profile;
use crate::setup;
use function::Function;
use types::{Random, Types};

/// How many functions one program has.
const FUNCTION_COUNT: usize = 12;

/// Who compiles one side of a call.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Compiler {
    Ours,
    Gcc,
}

impl Compiler {
    const BOTH: [Compiler; 2] = [Compiler::Ours, Compiler::Gcc];

    fn name(self) -> &'static str {
        match self {
            Compiler::Ours => "cutaway",
            Compiler::Gcc => "gcc",
        }
    }
}

/// Compares `count` programs, of the seeds from `first` on.
pub(crate) fn run_seeds(first: u64, count: u64, profile: Profile) -> Result<(), String> {
    setup::tools()?;
    let directory = std::env::temp_dir().join("cutaway-signatures");
    std::fs::create_dir_all(&directory)
        .map_err(|error| format!("{}: {error}", directory.display()))?;
    let trial = Trial { cutaway: profile.cutaway()?, directory };
    let mut wrong = 0;
    for seed in first..first + count {
        match trial.seed(seed) {
            // GCC 12 does so on some calls with complex arguments.
            Err(said) if said.contains("internal compiler error") => {
                println!("seed {seed}: GCC breaks down, not compared");
            }
            Err(said) => {
                wrong += 1;
                println!("seed {seed}: {said}");
            }
            Ok(()) => {}
        }
    }
    println!("{count} programs of {FUNCTION_COUNT} functions: {wrong} differ");
    match wrong {
        0 => Ok(()),
        _ => Err(format!("the programs are in {}", trial.directory.display())),
    }
}

/// The binary under test, and where programs are put.
struct Trial {
    cutaway: PathBuf,
    directory: PathBuf,
}

impl Trial {
    fn seed(&self, seed: u64) -> Result<(), String> {
        let (caller, callee) = program(seed);
        let sides = [("caller", caller), ("callee", callee)];
        for (name, text) in &sides {
            let source = self.path(seed, name, "c");
            std::fs::write(&source, text)
                .map_err(|error| format!("{}: {error}", source.display()))?;
            for compiler in Compiler::BOTH {
                self.compile(compiler, &source, &self.path(seed, name, compiler.name()))?;
            }
        }
        for caller in Compiler::BOTH {
            for callee in Compiler::BOTH {
                self.call(seed, caller, callee)?;
            }
        }
        for (name, _) in &sides {
            let files = ["c", "cutaway", "gcc"].map(|extension| self.path(seed, name, extension));
            files.iter().for_each(|file| drop(std::fs::remove_file(file)));
        }
        Ok(())
    }

    fn path(&self, seed: u64, name: &str, extension: &str) -> PathBuf {
        self.directory.join(format!("{name}{seed}.{extension}"))
    }

    fn compile(&self, compiler: Compiler, source: &Path, object: &Path) -> Result<(), String> {
        let mut command = match compiler {
            Compiler::Ours => {
                let mut command = Command::new(&self.cutaway);
                command.arg("build");
                command
            }
            Compiler::Gcc => {
                let mut command = Command::new("riscv64-linux-gnu-gcc");
                command.args(["-O1", "-w"]);
                command
            }
        };
        let finished = run(command.arg("-c").arg(source).arg("-o").arg(object), b"");
        match finished.status {
            0 => Ok(()),
            _ => Err(format!("{} refuses it:\n{}", compiler.name(), finished.stderr)),
        }
    }

    fn call(&self, seed: u64, caller: Compiler, callee: Compiler) -> Result<(), String> {
        let executable = self.path(seed, "program", "elf");
        let mut link = Command::new("riscv64-linux-gnu-gcc");
        link.args(["-static", "-o"]).arg(&executable);
        link.arg(self.path(seed, "caller", caller.name()));
        link.arg(self.path(seed, "callee", callee.name()));
        let way = format!("{} calls {}", caller.name(), callee.name());
        let linked = run(&mut link, b"");
        if linked.status != 0 {
            return Err(format!("{way}: it does not link:\n{}", linked.stderr));
        }
        let finished = run(Command::new("qemu-riscv64").arg(&executable), b"");
        let _ = std::fs::remove_file(&executable);
        let said = String::from_utf8_lossy(&finished.stdout);
        match finished.status {
            0 => Ok(()),
            status => Err(format!("{way}: status {status}\n{said}")),
        }
    }
}

/// The texts of the two sides of a program.
fn program(seed: u64) -> (String, String) {
    let mut random = Random::new(seed);
    let types = Types::random(&mut random);
    let functions: Vec<Function> =
        (0..FUNCTION_COUNT).map(|number| Function::random(number, &types, &mut random)).collect();
    let head = format!(
        "#include <stdarg.h>\n#include <stdio.h>\n{}extern int wrong;\nvoid fail(int function, const char *what);\n",
        types.definitions()
    );
    let (mut caller, mut callee) = (head.clone(), head);
    callee.push_str(
        "int wrong;\nvoid fail(int function, const char *what) { printf(\"f%d: %s\\n\", function, what); wrong = 1; }\n",
    );
    for function in &functions {
        caller.push_str(&format!("{};\n", function.declaration()));
        callee.push_str(&function.definition(&types));
    }
    caller.push_str("int main(void)\n{\n");
    functions.iter().for_each(|function| caller.push_str(&function.call(&types)));
    caller.push_str("    return wrong;\n}\n");
    (caller, callee)
}
