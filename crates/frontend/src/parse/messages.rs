//! What the parser says: each message by a function of its own, the sentence first, then what to
//! do.

use source::{Diagnostic, Span};

use super::scope::TagKind;
use crate::Interner;
use crate::ast::RecordKind;
use crate::token::{Punctuator, TokenKind};

/// How a token is called in a message.
pub(super) fn token(token: &TokenKind, names: &Interner) -> String {
    match token {
        TokenKind::Identifier(name) => quoted(names.text(*name)),
        TokenKind::Keyword(keyword) => quoted(keyword.spelling()),
        TokenKind::Integer(_) | TokenKind::Floating(_) => "a number".to_owned(),
        TokenKind::Character(_) => "a character constant".to_owned(),
        TokenKind::String(_) => "a string".to_owned(),
        TokenKind::Punctuator(punctuator) => quoted(punctuator.spelling()),
        TokenKind::End => "the end of the file".to_owned(),
    }
}

pub(super) fn quoted(text: &str) -> String {
    format!("`{text}`")
}

pub(super) fn expected(span: Span, expected: &str, found: &str) -> Diagnostic {
    let code = match expected {
        "an expression" => "expected-expression",
        _ => "expected-token",
    };
    Diagnostic::error(code, span, format!("expected {expected}, found {found}"))
        .label(format!("{expected} should stand here"))
}

pub(super) fn missing_semicolon(span: Span, ends: &str) -> Diagnostic {
    Diagnostic::error("missing-semicolon", span, format!("a `;` is missing at the end of {ends}"))
        .label("here")
        .help("add `;`")
}

pub(super) fn help_semicolon(ends: &str) -> String {
    format!("{ends} ends with `;`")
}

pub(super) fn unclosed(span: Span, closing: &str, open: Span) -> Diagnostic {
    let message = format!("a `{closing}` is missing");
    Diagnostic::error("unclosed-bracket", span, message)
        .label(format!("`{closing}` should stand here"))
        .also(open, opened_here())
        .help(format!("add `{closing}`"))
}

pub(super) fn help_unclosed(closing: &str, is_list: bool) -> String {
    match is_list {
        true => format!("put `,` between two of a list; `{closing}` ends it"),
        false => format!("add `{closing}` before it, or an operator"),
    }
}

pub(super) fn missing_hash(span: Span) -> Diagnostic {
    Diagnostic::error("missing-hash", span, "the `#` before `include` is missing")
        .help("write `#include`: lines for the preprocessor begin with `#`")
}

pub(super) fn body_without_function(span: Span, semicolon: Option<Span>) -> Diagnostic {
    let message = "this `{` belongs to no function";
    let diagnostic = Diagnostic::error("body-without-function", span, message);
    match semicolon {
        Some(semicolon) => diagnostic
            .also(semicolon, "the declaration of the function ends here")
            .help("remove this `;`: the body follows the parentheses directly"),
        None => {
            diagnostic.help("write the head of the function before it, such as `int main(void)`")
        }
    }
}

pub(super) fn joined_else_if(span: Span, word: &str) -> Diagnostic {
    Diagnostic::error("joined-else-if", span, format!("C has no word `{word}`"))
        .help("write `else if`, in two words")
}

pub(super) fn then_word(span: Span) -> Diagnostic {
    Diagnostic::error("then-word", span, "C has no word `then`")
        .help("remove it: the statement follows the condition directly")
}

pub(super) fn empty_body(span: Span, statement: &str, is_error: bool) -> Diagnostic {
    let message = format!("this `;` is all that the `{statement}` governs");
    match is_error {
        true => Diagnostic::error("else-without-if", span, message)
            .label("the `if` ends here, so the `else` below belongs to no `if`"),
        false => Diagnostic::warning("empty-body", span, message)
            .label("what follows does not depend on the condition"),
    }
    .help("remove this `;`; if nothing is to be done, write `{ }`")
}

pub(super) fn brackets_before_name(span: Span) -> Diagnostic {
    let message = "the brackets of an array stand behind its name";
    Diagnostic::error("brackets-before-name", span, message)
        .label("here the name should stand")
        .help("write the type, the name, then the brackets, such as `int a[3];`")
}

pub(super) fn second_type(span: Span, word: &str) -> Diagnostic {
    let message = format!("a type stands only once in a declaration: `{word}` is too much");
    Diagnostic::error("second-type", span, message)
        .label("a name should stand here")
        .help("remove this type, or end the declaration before it with `;` instead of `,`")
}

pub(super) fn opened_here() -> &'static str {
    "opened here"
}

pub(super) fn never_closed(open: Span, opening: &str) -> Diagnostic {
    Diagnostic::error("unclosed-bracket", open, format!("this `{opening}` is never closed"))
        .label("opened here; the file ends before its `}`")
        .help("add `}` where the block ends; the indentation often shows which one is missing")
}

pub(super) fn function_in_record(span: Span, open: Span) -> Diagnostic {
    Diagnostic::error("unclosed-bracket", span, "a function is defined among the members of a type")
        .label("C has no functions there")
        .also(open, "opened here")
        .help("add the `};` that ends the type, or move this function out")
}

pub(super) fn semicolon_in_macro(span: Span, spelled: Span) -> Diagnostic {
    Diagnostic::error("semicolon-in-macro", span, "a macro puts a `;` here, where none can stand")
        .label("used here")
        .also(spelled, "the `;` of the macro")
        .help("remove the `;` from the `#define` line: a macro is text, not a statement")
}

pub(super) fn missing_parameter_type(span: Span, name: &str) -> Diagnostic {
    Diagnostic::error("missing-parameter-type", span, format!("the parameter `{name}` has no type"))
        .note("C17 6.7.6.3: each parameter is declared by itself")
        .help(format!("write a type before it, such as `int {name}`"))
}

pub(super) fn unmatched(span: Span, closing: Punctuator) -> Diagnostic {
    let closing = closing.spelling();
    let opening = match closing {
        ")" => "(",
        "]" => "[",
        _ => "{",
    };
    let message = format!("this `{closing}` closes nothing");
    let diagnostic = Diagnostic::error("unmatched-bracket", span, message)
        .label(format!("there is no `{opening}` that it could close"));
    match closing {
        "}" => diagnostic.help("remove it, or look above for a block that ends one `}` too early"),
        _ => diagnostic.help("remove it, or add the one that opens it"),
    }
}

pub(super) fn missing_parentheses(span: Span, statement: &str) -> Diagnostic {
    let message = format!("the condition of `{statement}` must stand in parentheses");
    let example = match statement {
        "for" => "for (start; condition; step)".to_owned(),
        _ => format!("{statement} (condition)"),
    };
    Diagnostic::error("missing-parentheses", span, message)
        .label("a `(` should stand here")
        .help(format!("write `{example}`"))
}

pub(super) fn missing_colon(span: Span, label: &str) -> Diagnostic {
    Diagnostic::error("missing-colon", span, format!("a `:` is missing after {label}"))
        .label("here")
        .help("add `:`")
}

pub(super) fn for_parts(span: Span, found: &str) -> Diagnostic {
    let message = format!("expected `;` between the three parts of `for`, found {found}");
    Diagnostic::error("for-parts", span, message)
        .label("`;` should stand here")
        .help("write `for (start; condition; step)`: two `;`, also where a part is empty")
}

pub(super) fn do_without_while(span: Span, place: Span) -> Diagnostic {
    Diagnostic::error("do-without-while", span, "the `while` of this `do` loop is missing")
        .label("`while (condition);` should stand here")
        .also(place, "the loop begins here")
}

pub(super) fn else_without_if(span: Span) -> Diagnostic {
    Diagnostic::error("else-without-if", span, "this `else` belongs to no `if`")
        .label("no `if` ends just before it")
        .note("an `if` without braces governs one statement; a second one ends it")
        .help("put braces around everything that the `if` governs")
}

pub(super) fn declaration_without_braces(span: Span) -> Diagnostic {
    let message = "a declaration cannot be all that an `if`, `else` or loop governs";
    Diagnostic::error("declaration-without-braces", span, message)
        .label("what is declared here could never be used")
        .note("C17 6.8.4, 6.8.5: a statement must stand here")
        .help("put braces around it and the statements that use it")
}

pub(super) fn declaration_after_label(span: Span, label: Span) -> Diagnostic {
    Diagnostic::error("declaration-after-label", span, "a declaration cannot follow a label")
        .label("a statement must stand here")
        .also(label, "the label")
        .note("C17 6.8.1: a label is part of a statement")
        .help("put the declaration and what uses it in braces: `case 1: { int x; … }`")
}

pub(super) fn label_without_statement(label: Span) -> Diagnostic {
    Diagnostic::error("label-without-statement", label, "a label must be followed by a statement")
        .label("the block ends right after this label")
        .note("C17 6.8.1: a label is part of a statement")
        .help("add `;` (or `break;`) after the `:`")
}

pub(super) fn statement_outside_function(span: Span) -> Diagnostic {
    Diagnostic::error("statement-outside-function", span, "a statement stands outside any function")
        .label("only declarations and functions can stand here")
        .help("move it into a function; a `}` above may have closed the function too early")
}

pub(super) fn nested_function(span: Span, name: &str) -> Diagnostic {
    let message = format!("`{name}` is defined inside another function");
    Diagnostic::error("nested-function", span, message)
        .label("C has no functions inside functions")
        .help("add the `}` that is missing above, or move this function out")
}

pub(super) fn unknown_type(span: Span, word: &str, help: Option<String>) -> Diagnostic {
    let diagnostic = Diagnostic::error("unknown-type", span, format!("unknown type name `{word}`"))
        .label("no type of this name is declared before this line");
    match help {
        Some(help) => diagnostic.help(help),
        None => diagnostic,
    }
}

pub(super) fn help_meant(word: &str) -> String {
    format!("did you mean `{word}`?")
}

pub(super) fn help_tag(word: &str, kind: TagKind) -> String {
    let keyword = match kind {
        TagKind::Record(RecordKind::Struct) => "struct",
        TagKind::Record(RecordKind::Union) => "union",
        TagKind::Enum => "enum",
    };
    format!("write `{keyword} {word}`: in C the keyword is part of the type's name")
}

pub(super) fn help_header(header: &str) -> String {
    format!("add `#include <{header}>`, which declares it")
}

pub(super) fn help_string() -> String {
    "C has no string type: use `char *`, or an array of `char`".to_owned()
}

pub(super) fn misspelled_keyword(span: Span, word: &str, keyword: &str) -> Diagnostic {
    Diagnostic::error("misspelled-keyword", span, format!("unknown word `{word}`"))
        .help(help_meant(keyword))
}

pub(super) fn help_operator_word(word: &str, operator: &str) -> String {
    format!("C spells `{word}` as `{operator}`")
}

pub(super) fn help_operator(written: &str, meant: &str) -> String {
    format!("C has no operator `{written}`; did you mean `{meant}`?")
}

pub(super) fn keyword_as_name(span: Span, keyword: &str, expected: &str) -> Diagnostic {
    let message = format!("expected {expected}, found the keyword `{keyword}`");
    Diagnostic::error("keyword-as-name", span, message)
        .label("a keyword cannot be a name")
        .help("choose another name")
}

pub(super) fn type_as_expression(span: Span, word: &str) -> Diagnostic {
    let message = format!("expected an expression, found the type word `{word}`");
    Diagnostic::error("type-as-expression", span, message)
        .label("a value should stand here")
        .help("to use a variable, write its name alone; its type stands only in its declaration")
}

pub(super) fn equality_initializer(span: Span) -> Diagnostic {
    Diagnostic::error("equality-initializer", span, "`==` compares; it cannot give a first value")
        .help("write `=`")
}

pub(super) fn initializer_in_brackets(span: Span) -> Diagnostic {
    Diagnostic::error("initializer-brackets", span, "an array's first values stand in braces")
        .label("a `{` should stand here")
        .help("write `{1, 2, 3}`")
}

pub(super) fn member_initializer(span: Span) -> Diagnostic {
    Diagnostic::error("member-initializer", span, "a member cannot have a first value in its type")
        .label("this declares a type, not yet an object")
        .help("give the value where an object is declared: `struct s x = { .member = 1 };`")
}

pub(super) fn default_argument(span: Span) -> Diagnostic {
    Diagnostic::error("default-argument", span, "a parameter cannot have a default value in C")
        .help("remove it, and pass the value in each call")
}

pub(super) fn stray_member_semicolon(span: Span) -> Diagnostic {
    Diagnostic::error("stray-semicolon", span, "a `;` without a member stands here")
        .help("remove this `;`")
}

pub(super) fn storage_in_type(span: Span) -> Diagnostic {
    let message = "a storage class or function specifier cannot stand in a member or type name";
    Diagnostic::error("misplaced-specifier", span, message)
        .note("C17 6.7.2.1, 6.7.7")
        .help("remove it")
}

pub(super) fn tag_or_brace(keyword: &str) -> String {
    format!("a name or `{{` after `{keyword}`")
}

pub(super) fn empty_enum(span: Span) -> Diagnostic {
    Diagnostic::error("empty-record", span, "`enum` without any enumerator is not C")
        .help("add an enumerator")
}

pub(super) fn imaginary(span: Span) -> Diagnostic {
    Diagnostic::error("not-supported", span, "`_Imaginary` is not supported")
        .note("C17 6.7.2 reserves the word; Annex G makes imaginary types optional")
}

pub(super) fn attribute_string(span: Span) -> Diagnostic {
    Diagnostic::error(
        "attribute-argument",
        span,
        "a name in quotes should stand here in parentheses",
    )
    .help("write it as in `(\"name\")`")
}

pub(super) fn attribute_word(span: Span) -> Diagnostic {
    Diagnostic::error("attribute-argument", span, "this attribute wants a word in parentheses")
        .help("write it as in `mode(DI)`")
}

pub(super) fn refused_attribute(span: Span, name: &str) -> Diagnostic {
    let message = format!("the attribute `{name}` is not supported yet");
    Diagnostic::error("not-supported-yet", span, message)
        .note("it changes what the program does, so it cannot be ignored")
        .help("leave it out, and write what it does in C")
}

pub(super) fn unknown_attribute(span: Span, name: &str) -> Diagnostic {
    let message = format!("the attribute `{name}` is not known, and ignored");
    Diagnostic::warning("unknown-attribute", span, message).help("check its spelling")
}

pub(super) fn inline_assembly(span: Span) -> Diagnostic {
    Diagnostic::error("inline-assembly", span, "assembly language in C is not supported")
        .note("what it reads and writes could not be shown or checked")
        .help("write it in C, or link an object file that another compiler made")
}

pub(super) fn too_deeply_nested(span: Span, levels_max: usize) -> Diagnostic {
    let message = format!("this is nested deeper than {levels_max} levels");
    Diagnostic::error("nested-too-deep", span, message)
        .label("here the limit is passed")
        .note("C17 5.2.4.1 asks for 63 levels of parentheses and 127 of blocks")
        .help("split it into several statements or functions")
}

pub(super) fn too_long_expression(span: Span, levels_max: usize) -> Diagnostic {
    let message = format!("this expression has more than {levels_max} operators in a row");
    Diagnostic::error("nested-too-deep", span, message).help("split it into several statements")
}

pub(super) fn too_many_errors(span: Span, count: usize) -> Diagnostic {
    Diagnostic::error(
        "too-many-errors",
        span,
        format!("that makes {count} errors; the rest is not read"),
    )
    .help("correct the first ones; the others are often their consequences")
}
