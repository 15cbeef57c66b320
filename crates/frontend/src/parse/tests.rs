//! Snapshots of syntax trees and of what the parser says.

use expect_test::{Expect, expect};
use source::{Diagnostic, MemoryFiles, SourceFile, SourceMap};

use super::{NESTING_MAX, parse};
use crate::ast::dump;
use crate::{Interner, PreprocessOptions, preprocess};

/// The tree as text, and what was said, a line each.
fn parsed(text: &str) -> (String, Vec<String>) {
    let mut map = SourceMap::new();
    let main = map.add(SourceFile::new("main.c", text, false));
    let mut names = Interner::new();
    let options = PreprocessOptions::default();
    let (tokens, said) = preprocess(main, &mut map, &mut names, &options, &MemoryFiles::new());
    assert_eq!(said, [], "the preprocessor has nothing to say about these tests");
    let (unit, said) = parse(&tokens, &names);
    let said = said.iter().map(|diagnostic| render(diagnostic, &map)).collect();
    (dump(&unit, &names), said)
}

fn render(diagnostic: &Diagnostic, map: &SourceMap) -> String {
    let at = map.position(diagnostic.primary.span);
    let mut line = format!("{}:{} {}: {}", at.line, at.column, diagnostic.code, diagnostic.message);
    for label in &diagnostic.secondary {
        let at = map.position(label.span);
        line.push_str(&format!(" [{}:{} {}]", at.line, at.column, label.text));
    }
    if let Some(help) = &diagnostic.help {
        line.push_str(&format!(" ({help})"));
    }
    line
}

fn check(text: &str, expect: Expect) {
    let (tree, said) = parsed(text);
    assert_eq!(said, Vec::<String>::new(), "{text}");
    expect.assert_eq(&tree);
}

fn check_errors(text: &str, expect: Expect) {
    let said = parsed(text).1;
    expect.assert_eq(&said.join("\n"));
}

/// Both, where the tree shows how the parser went on.
fn check_recovery(text: &str, expect: Expect) {
    let (tree, said) = parsed(text);
    expect.assert_eq(&format!("{tree}{}", said.join("\n")));
}

mod errors;
mod grammar;
mod limits;
