//! Text in; typed tree or diagnostics out.

mod attributes;
mod complex;
mod corpus;
mod declarations;
mod errors;
mod expressions;
mod extensions;
mod initializers;
mod layout;
mod limits;
mod statements;

use expect_test::Expect;
use source::{Diagnostic, MemoryFiles, Severity, SourceFile, SourceMap};

use super::{check as analyse, dump};
use crate::tree::Unit;
use crate::{Interner, PreprocessOptions, parse, preprocess};

/// The typed tree of a text, and everything that was said on the way.
fn analysed(text: &str) -> (Unit, Interner, SourceMap, Vec<Diagnostic>) {
    analysed_as(text, crate::Standard::default())
}

fn analysed_as(
    text: &str,
    standard: crate::Standard,
) -> (Unit, Interner, SourceMap, Vec<Diagnostic>) {
    let mut map = SourceMap::new();
    let main = map.add(SourceFile::new("main.c", text, false));
    let mut names = Interner::new();
    let options = PreprocessOptions::default();
    let files = MemoryFiles::new();
    let (tokens, mut said) = preprocess(main, &mut map, &mut names, &options, &files);
    let (tree, parsed) = parse(&tokens, &names);
    said.extend(parsed);
    let (unit, checked) = analyse(&tree, &mut names, standard);
    said.extend(checked);
    (unit, names, map, said)
}

fn render(diagnostic: &Diagnostic, map: &SourceMap) -> String {
    let at = map.position(diagnostic.primary.span);
    let word = match diagnostic.severity {
        Severity::Error => "",
        Severity::Warning => "warning ",
    };
    let (code, message) = (diagnostic.code, &diagnostic.message);
    let mut text = format!("{}:{} {word}{code}: {message}\n", at.line, at.column);
    for label in &diagnostic.secondary {
        let at = map.position(label.span);
        text.push_str(&format!("  {}:{} {}\n", at.line, at.column, label.text));
    }
    for line in diagnostic.help.iter() {
        text.push_str(&format!("  help: {line}\n"));
    }
    text
}

/// A text that is right, and its tree.
fn check(text: &str, expect: Expect) {
    let (unit, names, map, said) = analysed(text);
    let said: String = said.iter().map(|diagnostic| render(diagnostic, &map)).collect();
    assert_eq!(said, "", "{text}");
    expect.assert_eq(&dump(&unit, &names));
}

/// The statements of a function.
fn check_body(body: &str, expect: Expect) {
    check(&format!("void test(void) {{ {body} }}"), expect);
}

/// A text that is wrong or suspicious, and what is said of it.
fn check_errors(text: &str, expect: Expect) {
    let (_, _, map, said) = analysed(text);
    let said: String = said.iter().map(|diagnostic| render(diagnostic, &map)).collect();
    expect.assert_eq(&said);
}

/// What is said of a text in GNU C89, and its tree.
fn check_c89(text: &str, expect: Expect) {
    let standard = crate::Standard::named("gnu89").expect("it is a standard");
    let (unit, names, map, said) = analysed_as(text, standard);
    let said: String = said.iter().map(|diagnostic| render(diagnostic, &map)).collect();
    expect.assert_eq(&(said + &dump(&unit, &names)));
}
