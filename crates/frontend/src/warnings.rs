//! The warnings, by their codes, and the names that other compilers have for them.

/// The code of every warning.
pub const WARNINGS: &[&str] = &[
    "argument-count",
    "arithmetic-on-void",
    "array-length-zero",
    "assignment-as-condition",
    "cast-of-record",
    "chained-comparison",
    "comparison-always",
    "deprecated",
    "discarded-qualifier",
    "division-by-zero",
    "empty-body",
    "empty-range",
    "extra-tokens",
    "format-argument",
    "implicit-function",
    "implicit-int",
    "incompatible-pointers",
    "index-out-of-bounds",
    "inner-qualifier",
    "integer-unsigned",
    "main-shape",
    "missing-break",
    "missing-return",
    "null-argument",
    "pointer-signedness",
    "raw-bytes",
    "returned-address-of-local",
    "several-characters",
    "shadowing",
    "size-of-void",
    "sizeof-array-parameter",
    "sizeof-pointer",
    "string-comparison",
    "string-too-long",
    "tentative-array",
    "uninitialised-use",
    "unknown-attribute",
    "unused-result",
    "unused-value",
    "va-arg-promoted",
    "va-start-not-last",
    "warning-directive",
];

/// The warnings that are told only to those who ask for them.
pub const ON_REQUEST: &[&str] = &["shadowing"];

/// The names of GCC and Clang, and ours.
const ELSEWHERE: &[(&str, &str)] = &[
    ("array-bounds", "index-out-of-bounds"),
    ("deprecated-declarations", "deprecated"),
    ("div-by-zero", "division-by-zero"),
    ("format", "format-argument"),
    ("implicit-fallthrough", "missing-break"),
    ("implicit-function-declaration", "implicit-function"),
    ("incompatible-pointer-types", "incompatible-pointers"),
    ("main", "main-shape"),
    ("maybe-uninitialized", "uninitialised-use"),
    ("multichar", "several-characters"),
    ("nonnull", "null-argument"),
    ("parentheses", "assignment-as-condition"),
    ("pointer-arith", "arithmetic-on-void"),
    ("pointer-sign", "pointer-signedness"),
    ("return-local-addr", "returned-address-of-local"),
    ("return-type", "missing-return"),
    ("shadow", "shadowing"),
    ("sizeof-array-argument", "sizeof-array-parameter"),
    ("sizeof-pointer-div", "sizeof-pointer"),
    ("sizeof-pointer-memaccess", "sizeof-pointer"),
    ("tautological-compare", "comparison-always"),
    ("type-limits", "comparison-always"),
    ("uninitialized", "uninitialised-use"),
];

/// The code of a warning, by that or by what GCC and Clang call it.
pub fn warning_named(name: &str) -> Option<&'static str> {
    let elsewhere = ELSEWHERE.iter().find(|(other, _)| *other == name).map(|(_, code)| *code);
    WARNINGS.iter().copied().find(|code| *code == name).or(elsewhere)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn each_warning_of_the_front_end_is_listed_once() {
        let listed: BTreeSet<&str> = WARNINGS.iter().copied().collect();
        assert_eq!(listed.len(), WARNINGS.len());
        let texts = texts("src".as_ref());
        let said: BTreeSet<&str> = texts.iter().flat_map(|text| codes(text)).collect();
        assert_eq!(said, listed);
    }

    #[test]
    fn every_name_of_others_stands_for_one_of_ours() {
        for (name, code) in ELSEWHERE {
            assert!(WARNINGS.contains(code), "{name} stands for {code}");
            assert_eq!(warning_named(name), Some(*code));
        }
    }

    fn texts(directory: &std::path::Path) -> Vec<String> {
        let entries = std::fs::read_dir(directory).expect("the sources are there");
        let paths = entries.map(|entry| entry.expect("a readable entry").path());
        let text = |path: std::path::PathBuf| match path.is_dir() {
            true => texts(&path),
            false => vec![std::fs::read_to_string(path).expect("a source is text")],
        };
        paths.flat_map(text).collect()
    }

    /// What stands in quotes behind each call that makes a warning.
    fn codes(text: &str) -> Vec<&str> {
        let calls = text.split(concat!("Diagnostic::", "warning(")).skip(1);
        calls.filter_map(|call| call.trim_start().strip_prefix('"')?.split('"').next()).collect()
    }
}
