//! Text in; tokens, text or diagnostics out.

use std::fmt::Write as _;

use expect_test::{Expect, expect};
use proptest::prelude::*;
use source::{Diagnostic, Files, LoadError, MemoryFiles, SourceFile, SourceMap};

use super::{Define, PreprocessOptions, expand_to_text, preprocess};
use crate::Interner;
use crate::token::{Encoding, Token, TokenKind};

mod conditions;
mod errors;
mod extensions;
mod files;
mod literals;
mod replacement;
mod spans;

/// The files that includes find: `/lib` is the library.
struct TestFiles(MemoryFiles);

impl Files for TestFiles {
    fn load(&self, path: &str) -> Result<Vec<u8>, LoadError> {
        match path {
            "directory" => Err(LoadError::Directory),
            _ => self.0.load(path),
        }
    }
}

fn test_files() -> TestFiles {
    let mut files = MemoryFiles::new();
    files.insert("/lib/stdio.h", "#pragma once\nint printf(const char *, ...);\n");
    files.insert("/lib/string.h", "int strlen;\n");
    files.insert("own.h", "#ifndef OWN\n#define OWN 7\n#endif\n");
    files.insert("deep/a.h", "#include \"b.h\"\n");
    files.insert("deep/b.h", "int b;\n");
    files.insert("open.h", "#if 1\n");
    files.insert("circle.h", "#include \"other.h\"\n");
    files.insert("other.h", "#include \"circle.h\"\n");
    files.insert("more/own.h", "int more;\n");
    TestFiles(files)
}

fn options() -> PreprocessOptions {
    PreprocessOptions {
        standard: crate::Standard::default(),
        include_directories: vec!["more".into()],
        library_directories: vec!["/lib".into()],
        defines: vec![Define::Define("GIVEN=2".into()), Define::Undefine("__ELF__".into())],
    }
}

fn main_map(text: &str) -> (SourceMap, source::FileId) {
    let mut map = SourceMap::new();
    let main = map.add(SourceFile::new("main.c", text, false));
    (map, main)
}

fn shown_diagnostics(map: &SourceMap, diagnostics: &[Diagnostic]) -> String {
    let mut shown = String::new();
    for diagnostic in diagnostics {
        let at = map.position(diagnostic.primary.span);
        let file = &map.file(diagnostic.primary.span.file).name;
        let (code, message) = (diagnostic.code, &diagnostic.message);
        writeln!(shown, "{file}:{}:{} {code}: {message}", at.line, at.column).unwrap();
    }
    shown
}

fn shown_elements(encoding: Encoding, elements: &[u32]) -> String {
    let prefix = match encoding {
        Encoding::Plain => "",
        Encoding::Utf8 => "u8",
        Encoding::Utf16 => "u",
        Encoding::Utf32 => "U",
        Encoding::Wide => "L",
    };
    let is_text = elements.iter().all(|element| (0x20..0x7f).contains(element));
    if is_text {
        let text: String = elements.iter().filter_map(|&element| char::from_u32(element)).collect();
        return format!("{prefix}{text:?}");
    }
    format!("{prefix}{elements:?}")
}

fn shown_token(names: &Interner, token: &Token) -> String {
    match &token.kind {
        TokenKind::Identifier(name) => names.text(*name).to_string(),
        TokenKind::Keyword(keyword) => format!("'{}", keyword.spelling()),
        TokenKind::Integer(constant) => format!("{}:{:?}", constant.value, constant.kind),
        TokenKind::Floating(constant) => format!("{}:{:?}", constant.digits, constant.suffix),
        TokenKind::Character(constant) => {
            format!("{:?}({})", constant.encoding, constant.value)
        }
        TokenKind::String(literal) => shown_elements(literal.encoding, &literal.elements),
        TokenKind::Punctuator(punctuator) => punctuator.spelling().to_string(),
        TokenKind::End => "END".to_string(),
    }
}

/// The tokens of a text, then what is said about it.
fn check(text: &str, expect: Expect) {
    let (mut map, main) = main_map(text);
    let mut names = Interner::new();
    let (tokens, diagnostics) = preprocess(main, &mut map, &mut names, &options(), &test_files());
    let shown: Vec<String> = tokens.iter().map(|token| shown_token(&names, token)).collect();
    expect.assert_eq(&format!("{}\n{}", shown.join(" "), shown_diagnostics(&map, &diagnostics)));
}

/// The text after phase 4, then what is said about it.
fn check_text(text: &str, expect: Expect) {
    let (mut map, main) = main_map(text);
    let mut names = Interner::new();
    let (shown, diagnostics) =
        expand_to_text(main, &mut map, &mut names, &options(), &test_files());
    expect.assert_eq(&(shown + &shown_diagnostics(&map, &diagnostics)));
}

/// What is said about a text, in full.
fn check_diagnostics(text: &str, expect: Expect) {
    let (mut map, main) = main_map(text);
    let mut names = Interner::new();
    let (_, diagnostics) = preprocess(main, &mut map, &mut names, &options(), &test_files());
    let mut shown = String::new();
    for diagnostic in &diagnostics {
        shown += &shown_diagnostics(&map, std::slice::from_ref(diagnostic));
        for label in &diagnostic.secondary {
            let at = map.position(label.span);
            let file = &map.file(label.span.file).name;
            writeln!(shown, "  {file}:{}:{} {}", at.line, at.column, label.text).unwrap();
        }
        for note in &diagnostic.notes {
            writeln!(shown, "  note: {note}").unwrap();
        }
        if let Some(help) = &diagnostic.help {
            writeln!(shown, "  help: {help}").unwrap();
        }
    }
    expect.assert_eq(&shown);
}

fn survives(text: &str) {
    let (mut map, main) = main_map(text);
    let mut names = Interner::new();
    let (tokens, diagnostics) = preprocess(main, &mut map, &mut names, &options(), &test_files());
    assert_eq!(tokens.last().map(|token| &token.kind), Some(&TokenKind::End));
    let spans = tokens.iter().flat_map(|token| [Some(token.span), token.spelled]).flatten();
    let places = diagnostics.iter().flat_map(|diagnostic| {
        diagnostic.secondary.iter().chain([&diagnostic.primary]).map(|label| label.span)
    });
    for span in spans.chain(places) {
        let text = &map.file(span.file).text;
        assert!(text.get(span.start as usize..span.end as usize).is_some(), "{span:?}");
    }
}

/// Pieces from which soup is made that looks like C.
const PIECES: &[&str] = &[
    "#define ",
    "#undef ",
    "#if ",
    "#ifdef ",
    "#elif ",
    "#else",
    "#endif",
    "#include ",
    "#line ",
    "#error ",
    "#pragma once",
    "\n",
    "\n",
    "\n",
    " ",
    " ",
    "A",
    "B",
    "f",
    "g",
    "f(",
    "g(",
    "(",
    ")",
    ",",
    "#",
    "##",
    "...",
    "__VA_ARGS__",
    "defined",
    "__has_include",
    "_Pragma",
    "__LINE__",
    "__FILE__",
    "<stdio.h>",
    "\"own.h\"",
    "\"circle.h\"",
    "0x",
    "1",
    "08",
    "1e",
    "'",
    "\"",
    "\\",
    "\\\n",
    "/*",
    "*/",
    "//",
    "u8",
    "L",
    "\u{e9}",
    "\\u00e9",
    "?",
    ":",
    "&&",
    "/",
    "0",
    "\0",
    "<",
    ">",
    "-",
];

proptest! {
    #[test]
    fn any_bytes_give_tokens(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        survives(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn any_soup_gives_tokens(picks in proptest::collection::vec(0..PIECES.len(), 0..200)) {
        let text: String = picks.iter().map(|&pick| PIECES[pick]).collect();
        survives(&text);
    }
}

#[test]
fn an_empty_file_has_only_its_end() {
    check(
        "",
        expect![[r#"
        END
    "#]],
    );
}
