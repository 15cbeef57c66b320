//! What is read of the programs of other compilers, against what other people's tools read of them.

mod foreign;
mod support;

use expect_test::expect;
use foreign::{Built, build, build_all};
use image::debug::{Function, Member, Place, Type, Unit, Variable};
use std::collections::BTreeMap;
use std::io::Write as _;
use std::process::{Command, Stdio};

/// The functions of the program's own source.
fn own(built: &Built) -> Vec<(&Unit, &Function)> {
    let is_own = |(unit, function): &(&Unit, &Function)| {
        let file = unit.files.get(function.place.file as usize);
        file.is_some_and(|file| file.contains("shapes."))
    };
    built.image.functions().filter(is_own).collect()
}

/// What a tool answers to lines of input.
fn ask(built: &Built, tool: &str, arguments: &[&str], input: &str) -> Option<String> {
    let mut child = Command::new(tool)
        .args(arguments)
        .current_dir(&built.directory)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .ok()?;
    let mut to = child.stdin.take()?;
    let input = input.to_owned();
    let writer = std::thread::spawn(move || to.write_all(input.as_bytes()));
    let output = child.wait_with_output().ok()?;
    writer.join().unwrap().unwrap();
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// `shapes.c:12`, as far as it is known.
fn spell(file: Option<&str>, line: u32) -> String {
    let file = file.map(|file| file.rsplit('/').next().unwrap_or(file));
    match (file, line) {
        (Some(file), 1..) => format!("{file}:{line}"),
        _ => "?".into(),
    }
}

/// The functions that an instruction is in and the places there, innermost first: inlined calls,
/// then the function that has the code.
fn chain(built: &Built, pc: u64) -> Vec<String> {
    let Some((unit, function)) = built.image.function(pc) else { return vec![] };
    let spell_place =
        |place: Place| spell(unit.files.get(place.file as usize).map(String::as_str), place.line);
    let mut place = built.image.line(pc).map_or("?".into(), |at| spell(Some(at.file), at.line));
    let mut found = vec![];
    for scope in function.scopes_at(pc).iter().rev() {
        if let Some(inlined) = &scope.inlined {
            found.push(format!("{} {place}", last_name(&inlined.function)));
            place = spell_place(inlined.call);
        }
    }
    found.push(format!("{} {place}", last_name(&function.name)));
    found
}

/// Whether chains are the same, but for names that cannot be demangled.
fn is_same(found: &[String], expected: &[String]) -> bool {
    let place = |at: &str| at.rsplit_once(' ').map(|(_, place)| place.to_owned());
    found.len() == expected.len()
        && found.iter().zip(expected).all(|(found, expected)| {
            found == expected || (expected.starts_with("_Z") && place(found) == place(expected))
        })
}

/// A name without namespaces, classes and template arguments, in which tools differ.
fn last_name(name: &str) -> String {
    // GCC's names of copies of functions.
    let copies = [".constprop.", ".isra.", ".part."];
    let end = copies.iter().filter_map(|it| name.find(it)).min().unwrap_or(name.len());
    let name = &name[..end];
    let mut depth = 0;
    let plain: String = image::demangle(name)
        .replace("->", "")
        .chars()
        .filter(|&c| {
            depth += i32::from(c == '<') - i32::from(c == '>');
            depth == 0 && c != '>'
        })
        .collect();
    let plain = plain.strip_suffix(" const").unwrap_or(&plain);
    let last = plain.rsplit("::").find(|part| !part.is_empty()).unwrap_or_default();
    // `{closure#0}` and `{{closure}}`.
    if last.starts_with('{') { "a closure".into() } else { last.to_owned() }
}

/// What `llvm-symbolizer` says in place of [`chain`], by address.
fn symbolized(built: &Built, pcs: &[u64]) -> Option<BTreeMap<u64, Vec<String>>> {
    let input: String = pcs.iter().map(|pc| format!("{pc:#x}\n")).collect();
    let arguments =
        ["--obj", built.file, "--output-style=GNU", "--addresses", "--basenames", "--no-demangle"];
    let said = ask(built, "llvm-symbolizer", &arguments, &input)?;
    let mut found = BTreeMap::new();
    let mut lines = said.lines().peekable();
    while let Some(address) = lines.next() {
        let Ok(pc) = u64::from_str_radix(address.trim_start_matches("0x"), 16) else { continue };
        let mut chain = vec![];
        while let Some(name) = lines.next_if(|line| !line.starts_with("0x")) {
            let Some(place) = lines.next() else { break };
            let (file, line) = place.split_once(':')?;
            let line = line.split([':', ' ']).next()?.parse().unwrap_or(0);
            chain.push(format!("{} {}", last_name(name), spell(Some(file), line)));
        }
        found.insert(pc, chain);
    }
    Some(found)
}

/// All instructions of the program's own functions: their lines and the calls that were inlined.
#[test]
fn lines_and_inlined_calls() {
    let mut wrong = vec![];
    let special = [
        ("riscv64-linux-gnu-gcc", ["-O2", "-g", "-flto"]),
        ("riscv64-linux-gnu-gcc", ["-O2", "-gdwarf-4", "-fdebug-types-section"]),
        ("riscv64-linux-gnu-g++", ["-O2", "-g", "-flto"]),
        ("riscv64-linux-gnu-g++", ["-O1", "-g", "-fdebug-types-section"]),
        ("riscv64-linux-gnu-g++", ["-O2", "-g", "-gz=zlib"]),
    ];
    let special =
        special.iter().filter_map(|(compiler, options)| build("lines", compiler, options));
    for built in build_all("lines").into_iter().chain(special) {
        let functions = own(&built);
        assert!(functions.len() >= 4, "{}: {} functions", built.how, functions.len());
        let pcs: Vec<u64> = functions
            .iter()
            .flat_map(|(_, function)| {
                let start = function.start;
                let ranges = function.scope.ranges.iter().cloned();
                ranges.flat_map(move |range| range.map(move |at| start.wrapping_add(at)).step_by(2))
            })
            .collect();
        let Some(expected) = symbolized(&built, &pcs) else { return };
        let before = wrong.len();
        for &pc in &pcs {
            let found = chain(&built, pc);
            if !expected.get(&pc).is_some_and(|expected| is_same(&found, expected)) {
                let expected = expected.get(&pc);
                wrong.push(format!("{} {pc:#x}: {found:?}, not {expected:?}", built.how));
            }
        }
        eprintln!("{}: {} places, {} differ", built.how, pcs.len(), wrong.len() - before);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A variable with its type, its size, and what the type is made of.
fn describe(unit: &Unit, variable: &Variable) -> String {
    let member = |member: &Member| {
        let name = member.name.as_deref().unwrap_or("(base)");
        let bits = member.bits.map(|(first, width)| format!(" bits {first}+{width}"));
        let declared = unit.declare(Some(member.ty), name);
        format!("{declared} @{}{}", member.offset, bits.unwrap_or_default())
    };
    let members = |members: &[Member]| members.iter().map(member).collect::<Vec<_>>().join("; ");
    let parts = match unit.stripped(variable.ty) {
        Some(Type::Record { members: all, .. }) => members(all),
        Some(Type::Enum { enumerators, .. }) => {
            let spelled = enumerators.iter().map(|(name, value)| format!("{name}={value}"));
            spelled.collect::<Vec<_>>().join(", ")
        }
        Some(Type::Variants { discriminant, variants, .. }) => {
            let by = discriminant.as_ref().map(member).unwrap_or_default();
            let spelled = variants.iter().map(|variant| {
                let value = variant.discriminant.map_or("else".into(), |it| it.to_string());
                format!("{value} => {}", members(&variant.members))
            });
            format!("by {by}: {}", spelled.collect::<Vec<_>>().join(" | "))
        }
        _ => String::new(),
    };
    let size = unit.size_of(variable.ty).map_or("?".into(), |size| size.to_string());
    let declared = unit.declare(Some(variable.ty), &variable.name);
    format!("{declared} [{size}] {{{parts}}}").replace(" {}", "")
}

/// The variables of a function, without those that compilers add.
fn variables_of(built: &Built, name: &str) -> String {
    let (unit, function) = built
        .image
        .functions()
        .find(|(_, function)| function.name.ends_with(name) && function.size > 0)
        .unwrap_or_else(|| panic!("{}: no {name}", built.how));
    let mut scopes = vec![&function.scope];
    let mut lines = vec![];
    while let Some(scope) = scopes.pop() {
        lines.extend(scope.variables.iter().map(|variable| describe(unit, variable)));
        scopes.extend(scope.scopes.iter().rev().filter(|scope| scope.inlined.is_none()));
    }
    lines.retain(|line| !line.contains("__for_"));
    lines.join("\n")
}

#[test]
fn types_of_c() {
    let Some(built) = build("types", "riscv64-linux-gnu-gcc", &["-O0", "-gdwarf-5"]) else {
        return;
    };
    let variables = variables_of(&built, "main");
    expect![[r#"
        int argc [4]
        char **argv [8]
        int values[4] [16]
        struct point p [8] {int x @0; int y @4}
        struct flags flags [4] {unsigned int a @0 bits 0+3; unsigned int b @0 bits 3+5; int c @1 bits 8+7}
        union number number [4] {int i @0; float f @0; unsigned char bytes[4] @0}
        enum color color [4] {RED=-1, GREEN=0, BLUE=7}
        int total [4]"#]].assert_eq(&variables);
    for (compiler, options) in [
        ("riscv64-linux-gnu-gcc", ["-O0", "-gdwarf-4"]),
        ("riscv64-linux-gnu-gcc", ["-g", "-fdebug-types-section"]),
        ("clang", ["-O0", "-gdwarf-4"]),
        ("clang", ["-g", "-fdebug-types-section"]),
    ] {
        let Some(built) = build("types", compiler, &options) else { continue };
        assert_eq!(variables_of(&built, "main"), variables, "{}", built.how);
    }
}

#[test]
fn types_of_cpp() {
    let Some(built) = build("types", "riscv64-linux-gnu-g++", &["-O0", "-gdwarf-5"]) else {
        return;
    };
    let functions = ["main", "take", "hidden", "Circle::area", "larger<int>"];
    let of = |built: &Built| {
        let spelled = functions.map(|name| format!("{name}:\n{}", variables_of(built, name)));
        spelled.join("\n")
    };
    let variables = of(&built);
    expect![[r#"
        main:
        int argc [4]
        char ** [8]
        geometry::Circle circle [48] {geometry::Shape (base) @0; double radius @40}
        std::vector<int, std::allocator<int> > numbers [24] {std::_Vector_base<int, std::allocator<int> > (base) @0}
        struct {...} adder [8] {int &__argc @0}
        Pair pair [16] {int first @0; int Pair::*which @8}
        Mode mode [2] {Mode::Off=-2, Mode::On=1}
        int total [4]
        int i [4]
        take:
        int &&moved [8]
        hidden:
        int &by [8]
        Circle::area:
        const geometry::Circle *const this [8]
        larger<int>:
        const int &a [8]
        const int &b [8]"#]].assert_eq(&variables);
    for (compiler, options) in [
        ("riscv64-linux-gnu-g++", ["-O0", "-gdwarf-4"]),
        ("riscv64-linux-gnu-g++", ["-gdwarf-4", "-fdebug-types-section"]),
        ("riscv64-linux-gnu-g++", ["-gdwarf-5", "-fdebug-types-section"]),
    ] {
        let Some(built) = build("types", compiler, &options) else { continue };
        assert_eq!(of(&built), variables, "{}", built.how);
    }
}

#[test]
fn types_of_rust() {
    let Some(built) = build("types", "rustc", &["-Copt-level=0"]) else { return };
    let functions = ["shapes::main", "shapes::sum", "geometry::area"];
    let spelled = functions.map(|name| format!("{name}:\n{}", variables_of(&built, name)));
    expect![[r#"
        shapes::main:
        shapes: alloc::vec::Vec<shapes::Shape, alloc::alloc::Global> [24] {buf: alloc::raw_vec::RawVec<shapes::Shape, alloc::alloc::Global> @0; len: usize @16}
        area: f64 [8]
        maybe: core::option::Option<alloc::string::String> [24] {by (base): u64 @0: 9223372036854775808 => None: core::option::Option<alloc::string::String>::None @0 | else => Some: core::option::Option<alloc::string::String>::Some @0}
        named: shapes::Named<i64> [24] {name: &str @0; value: i64 @16}
        args: (&alloc::string::String, &core::option::Option<alloc::string::String>, &shapes::Shape, &[u8; 3], &f64) [40] {__0: &alloc::string::String @0; __1: &core::option::Option<alloc::string::String> @8; __2: &shapes::Shape @16; __3: &[u8; 3] @24; __4: &f64 @32}
        args: [core::fmt::rt::Argument; 5] [80]
        shapes::sum:
        values: &[i32] [16] {data_ptr: *i32 @0; length: usize @8}
        wide: u128 [16]
        pair: (u8, char) [8] {__0: u8 @0; __1: char @4}
        total: i64 [8]
        iter: core::slice::iter::Iter<i32> [16] {ptr: core::ptr::non_null::NonNull<i32> @0; end_or_len: *const i32 @8; _marker: core::marker::PhantomData<&i32> @16}
        value: &i32 [8]
        geometry::area:
        shape: &shapes::Shape [8]
        radius: &f64 [8]
        width: &f64 [8]
        height: &f64 [8]"#]].assert_eq(&spelled.join("\n"));
}
