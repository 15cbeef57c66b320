//! What the names that linkers see mean in C++ and Rust.

use cpp_demangle::{DemangleOptions, Symbol};
use std::fmt::{self, Write};

/// The longest name that is looked into, and the longest that comes of one: a short name can stand
/// for one of any length. **Units**: bytes.
const SIZE_MAX: usize = 1 << 14;

/// The function or variable that a linker's name stands for, without the types of parameters:
/// `std::string::size` for `_ZNKSs4sizeEv`. Another name is given back as it is.
///
/// **Rule**: Itanium C++ ABI "External Names (a.k.a. Mangling)"; Rust RFC 2603.
pub fn demangle(name: &str) -> String {
    let found = if name.len() > SIZE_MAX { None } else { rust(name).or_else(|| cpp(name)) };
    found.unwrap_or_else(|| name.to_owned())
}

/// The longest name that is given in full, and the longest arguments of a template in one that is
/// not. **Units**: bytes.
const FULL_SIZE_MAX: usize = 48;
const ARGUMENTS_SIZE_MAX: usize = 12;

/// A function's name as people can read it: of a long one, the long arguments of templates are left
/// out, as in `std::vector<…>::push_back`.
pub fn abbreviate(name: &str) -> String {
    if name.len() <= FULL_SIZE_MAX {
        return name.to_owned();
    }
    let mut out = String::new();
    let mut rest = name;
    while let Some(open) = rest.find('<') {
        let Some(close) = closing(&rest[open..]).map(|close| open + close) else { break };
        let inner = &rest[open + 1..close];
        // `<Shape as Display>::fmt` says what it is a function of; an operator is no bracket.
        let is_argument = open > 0 || !out.is_empty();
        out.push_str(&rest[..=open]);
        match is_argument && inner.len() > ARGUMENTS_SIZE_MAX {
            true => out.push('…'),
            false => out.push_str(&abbreviate(inner)),
        }
        out.push('>');
        rest = &rest[close + 1..];
    }
    out + rest
}

/// Where the bracket closes that a text begins with.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0;
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        match c {
            '<' => depth += 1,
            '>' if before != '-' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(at);
        }
        before = c;
    }
    None
}

/// A name of Rust, without the hash that makes it unique.
fn rust(name: &str) -> Option<String> {
    let name = rustc_demangle::try_demangle(name).ok()?;
    let mut out = Limited(String::new());
    write!(out, "{name:#}").ok()?;
    Some(out.0)
}

fn cpp(name: &str) -> Option<String> {
    if !name.starts_with("_Z") && !name.starts_with("___Z") {
        return None;
    }
    let symbol = Symbol::new(name).ok()?;
    let options = DemangleOptions::new().no_params().no_return_type();
    let mut out = Limited(String::new());
    symbol.structured_demangle(&mut out, &options).ok()?;
    Some(out.0)
}

/// Text that refuses to grow beyond the limit.
struct Limited(String);

impl Write for Limited {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        if self.0.len() + text.len() > SIZE_MAX {
            return Err(fmt::Error);
        }
        self.0.push_str(text);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{abbreviate, demangle};

    #[track_caller]
    fn check(name: &str, expected: &str) {
        assert_eq!(demangle(name), expected);
    }

    #[test]
    fn names_of_cpp() {
        check("_ZN5shape6Circle4areaEv", "shape::Circle::area");
        check("_Z3maxIiET_S0_S0_", "max<int>");
        check(
            "_ZNSt6vectorIiSaIiEE9push_backERKi",
            "std::vector<int, std::allocator<int> >::push_back",
        );
    }

    #[test]
    fn names_of_rust() {
        check("_ZN4core3fmt9Formatter3pad17h0123456789abcdefE", "core::fmt::Formatter::pad");
        check("_RNvC6_123foo3bar", "123foo::bar");
    }

    #[test]
    fn long_names_leave_arguments_out() {
        let check = |name: &str, expected: &str| assert_eq!(abbreviate(name), expected);
        check("largest<int>", "largest<int>");
        check(
            "std::vector<std::unique_ptr<Account>, std::allocator<int> >::push_back",
            "std::vector<…>::push_back",
        );
        check(
            "<hashbrown::raw::RawTable<(&str, u32), alloc::Global> as core::ops::Drop>::drop",
            "<hashbrown::raw::RawTable<…> as core::ops::Drop>::drop",
        );
        check(
            "operator<<(std::basic_ostream<char>&, std::basic_string<char>)",
            "operator<<(std::basic_ostream<char>&, std::basic_string<char>)",
        );
        check(&format!("f<{}>", "->".repeat(40)), "f<…>");
    }

    #[test]
    fn other_names_stay() {
        check("main", "main");
        check("_Zx1", "_Zx1");
        check("_ZN", "_ZN");
    }

    /// Each level names the one before it twice, so that the text doubles.
    #[test]
    fn a_name_that_would_be_endless_stays() {
        let mut name = String::from("_Z1fI1aS_E");
        for level in 0..60 {
            let previous = base36(level);
            name = format!("_Z1f{}S{previous}_S{previous}_E", "1aI".repeat(level + 1));
        }
        assert!(demangle(&name).len() <= super::SIZE_MAX);
    }

    fn base36(number: usize) -> String {
        char::from_digit(number as u32 % 36, 36).unwrap_or('0').to_ascii_uppercase().to_string()
    }
}
