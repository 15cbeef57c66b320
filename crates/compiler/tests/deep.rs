//! The deepest program that is accepted, on the stack that WebAssembly has. Without any optimization frames are larger;
//! the profiles of the workspace all optimize.

use compiler::{Options, compile};
use source::{MemoryFiles, Severity};

/// As deep as the parser accepts, less what stands around it.
const DEPTH: usize = 190;
const STACK_BYTES: usize = 1 << 20;

fn repeat(text: &str) -> String {
    text.repeat(DEPTH)
}

/// Every construct that is read, checked or translated by recursion.
fn texts() -> [String; 10] {
    [
        format!("void f(void) {{ {} {} }}", repeat("{"), repeat("}")),
        format!("void f(int x) {{ {} x++; }}", repeat("while (x) ")),
        format!("void f(int x) {{ {} x++; }}", repeat("if (x) ; else ")),
        format!("int x = {}1{};", repeat("("), repeat(")")),
        format!("int f(int x) {{ return {}x; }}", repeat("- ")),
        format!("int f(int x) {{ return {}x{}; }}", repeat("f("), repeat(")")),
        format!("int f(int x) {{ return {}x; }}", repeat("x + ")),
        format!("int f(int x) {{ return {}x{}; }}", "(x + ".repeat(90), ")".repeat(90)),
        format!("int f(int *p) {{ return {}0{}; }}", repeat("p["), repeat("]")),
        format!("int {}p;", repeat("*")),
    ]
}

#[test]
fn the_deepest_program_is_compiled_on_a_stack_of_1_mib() {
    for text in texts() {
        let compiled = std::thread::Builder::new().stack_size(STACK_BYTES).spawn(move || {
            let mut files = MemoryFiles::new();
            files.insert("deep.c", text.as_str());
            let unit = compile("deep.c", &files, &Options::default());
            let errors = unit.diagnostics.iter().filter(|it| it.severity == Severity::Error);
            errors.map(|it| format!("{}: {}\n", it.code, text)).collect::<String>()
        });
        let said = compiled.expect("a thread starts").join().expect("it does not panic");
        assert_eq!(said, "");
    }
}
