//! One translation unit, from text to object, with the stages in between for those who want to
//! look.
//!
//! The build script compiles the library with this very file.

use std::mem::take;

use codegen::Generated;
use frontend::token::Token;
use frontend::{Define, Interner, PreprocessOptions, Standard, ast, source_text, tree};
use image::access::UnitKind;
use source::{Diagnostic, Files, LoadError, Severity, SourceFile, SourceMap, Span};

use crate::echo;
use crate::warnings::Warnings;

/// Where the library's headers are, as `#include` and diagnostics name it.
pub const LIBRARY_INCLUDE: &str = "/cutaway/include";

/// How to compile.
#[derive(Clone, Default, Debug)]
pub struct Options {
    /// `-std=`.
    pub standard: Standard,
    /// `-I`: directories for both forms of `#include`, in order.
    pub include_directories: Vec<String>,
    /// `-D` and `-U`, in order.
    pub defines: Vec<Define>,
    /// Which warnings are told.
    pub warnings: Warnings,
    /// Which stages stay in the result.
    pub keep: Keep,
}

/// Which stages of a compilation stay in its result.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Keep {
    /// The tokens.
    pub tokens: bool,
    /// The syntax tree.
    pub ast: bool,
    /// The typed tree.
    pub tree: bool,
}

/// What a translation unit became.
#[derive(Clone, Debug)]
pub struct Compilation {
    /// Every file that was read.
    pub sources: SourceMap,
    /// Every name.
    pub names: Interner,
    /// The tokens, if they are kept.
    pub tokens: Option<Vec<Token>>,
    /// The syntax tree, if it is kept.
    pub ast: Option<ast::TranslationUnit>,
    /// The typed tree, if it is kept.
    pub tree: Option<tree::Unit>,
    /// Code, debugging information and access table; `None` when something is wrong.
    pub generated: Option<Generated>,
    /// Everything there is to say, in the order of the stages.
    pub diagnostics: Vec<Diagnostic>,
}

/// Compiles one file into a source map that may hold other units' files already.
pub(crate) fn compile_unit(
    main_name: &str,
    kind: UnitKind,
    sources: SourceMap,
    files: &dyn Files,
    options: &Options,
) -> Compilation {
    let mut unit = Compilation {
        sources,
        names: Interner::new(),
        tokens: None,
        ast: None,
        tree: None,
        generated: None,
        diagnostics: vec![],
    };
    match files.load(main_name) {
        Ok(bytes) => {
            let text = source_text(source::decode(bytes), options.standard);
            let file = SourceFile::new(main_name, text, kind != UnitKind::User);
            let main = unit.sources.add(file);
            unit.run(main, main_name, kind, files, options);
        }
        Err(error) => {
            let main = unit.sources.add(SourceFile::new(main_name, "", false));
            unit.diagnostics.push(unreadable(Span::new(main, 0, 0), main_name, &error));
        }
    }
    unit
}

impl Compilation {
    /// Whether something is wrong with the program.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|it| it.severity == Severity::Error)
    }

    fn run(
        &mut self,
        main: source::FileId,
        main_name: &str,
        kind: UnitKind,
        files: &dyn Files,
        options: &Options,
    ) {
        let preprocess = PreprocessOptions {
            standard: options.standard,
            include_directories: options.include_directories.clone(),
            library_directories: vec![LIBRARY_INCLUDE.into()],
            defines: options.defines.clone(),
        };
        let (sources, names) = (&mut self.sources, &mut self.names);
        let (tokens, said) = frontend::preprocess(main, sources, names, &preprocess, files);
        let (ast, of_syntax) = frontend::parse(&tokens, names);
        // What nobody looks at makes room for the next stage.
        self.tokens = options.keep.tokens.then_some(tokens);
        let (tree, of_meaning) = frontend::check(&ast, names, options.standard);
        self.ast = options.keep.ast.then_some(ast);
        self.diagnostics = echo::without_echoes([said, of_syntax, of_meaning], sources);
        if !self.has_errors() && kind == UnitKind::User {
            let is_told = |code: &str| options.warnings.is_told(code);
            let slips = frontend::lint(&tree, &self.names, &self.sources, is_told);
            let slips = options.warnings.choose(slips);
            self.diagnostics = echo::with_slips(take(&mut self.diagnostics), slips, &self.sources);
        }
        self.diagnostics = options.warnings.choose(take(&mut self.diagnostics));
        if !self.has_errors() {
            self.generate(&tree, main_name, kind);
        }
        self.tree = options.keep.tree.then_some(tree);
    }

    fn generate(&mut self, tree: &tree::Unit, main_name: &str, kind: UnitKind) {
        let options = codegen::Options { kind, name: main_name.into() };
        match codegen::generate(tree, &self.names, &self.sources, &options) {
            Ok(mut generated) => {
                image::finish(&mut generated.object, &generated.debug, &generated.access);
                self.generated = Some(generated);
            }
            Err(said) => self.diagnostics.extend(said),
        }
    }
}

fn unreadable(span: Span, name: &str, error: &LoadError) -> Diagnostic {
    Diagnostic::error("unreadable-file", span, format!("`{name}` cannot be read: {error}"))
        .help("check the name; a program is a file of C text such as `hello.c`")
}
