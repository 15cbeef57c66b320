//! Tokens (C17 6.4): what the preprocessor hands to the parser.
//!
//! A *preprocessing token* still has its spelling; a [`Token`] has its meaning: numbers have values and
//! types, adjacent string literals are one (translation phases 5 to 7, C17 5.1.1.2).

use source::Span;

use crate::Name;

/// A token and where its user sees it.
#[derive(Clone, PartialEq, Debug)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// Where it stands. For a token that a macro made, the macro's use in the outermost file text.
    pub span: Span,
    /// For a token that a macro made: where its spelling stands (in the macro's definition, or in an
    /// argument of its use).
    pub spelled: Option<Span>,
}

/// What a token is.
#[derive(Clone, PartialEq, Debug)]
pub enum TokenKind {
    /// An identifier that is not a keyword.
    Identifier(Name),
    /// A keyword.
    Keyword(Keyword),
    /// An integer constant (C17 6.4.4.1).
    Integer(IntegerConstant),
    /// A floating constant (C17 6.4.4.2).
    Floating(FloatingConstant),
    /// A character constant (C17 6.4.4.4); its value as its type has it.
    Character(CharacterConstant),
    /// One or more adjacent string literals (C17 6.4.5).
    String(StringLiteral),
    /// A punctuator (C17 6.4.6); digraphs have become what they stand for.
    Punctuator(Punctuator),
    /// The end of the translation unit; its span is just after the last byte of the main file.
    End,
}

/// The value of an integer constant and the type that C17 6.4.4.1p5 gives it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct IntegerConstant {
    /// The value.
    pub value: u64,
    /// Its type: one of int, unsigned, long, unsigned long, long long, unsigned long long.
    pub kind: IntegerConstantType,
    /// Whether it counts imaginary units (GNU C: suffix `i` or `j`).
    pub is_imaginary: bool,
}

/// The types that an integer constant can have.
#[allow(missing_docs)]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum IntegerConstantType {
    Int,
    UnsignedInt,
    Long,
    UnsignedLong,
    LongLong,
    UnsignedLongLong,
}

/// A floating constant: its spelling without suffix, and what the suffix said.
#[derive(Clone, PartialEq, Debug)]
pub struct FloatingConstant {
    /// Decimal or hexadecimal digits as spelled, without the suffix (converted exactly later, when
    /// its type is known).
    pub digits: String,
    /// The suffix.
    pub suffix: FloatingSuffix,
    /// Whether it counts imaginary units (GNU C: suffix `i` or `j`).
    pub is_imaginary: bool,
}

/// The suffix of a floating constant.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FloatingSuffix {
    /// None: `double`.
    Double,
    /// `f`: `float`.
    Float,
    /// `l`: `long double`.
    LongDouble,
}

/// The encoding prefix of a character constant or string literal.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Encoding {
    /// No prefix: elements of type `char`.
    Plain,
    /// `u8`: elements of type `char`, in UTF-8.
    Utf8,
    /// `u`: elements of type `char16_t` (`unsigned short`).
    Utf16,
    /// `U`: elements of type `char32_t` (`unsigned int`).
    Utf32,
    /// `L`: elements of type `wchar_t` (`int`).
    Wide,
}

/// A character constant.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct CharacterConstant {
    /// Its encoding; the type is `int` for a plain one.
    pub encoding: Encoding,
    /// Its value. A plain `'ab'` has the value `'a' << 8 | 'b'`, as GCC has it.
    pub value: u32,
}

/// A string literal after concatenation, without the terminating null character.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StringLiteral {
    /// Its encoding.
    pub encoding: Encoding,
    /// Its elements: bytes for plain and UTF-8, code units for the others.
    pub elements: Vec<u32>,
}

macro_rules! spelled_enum {
    ($(#[$meta:meta])* $name:ident { $($variant:ident = $spelling:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[allow(missing_docs)]
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum $name { $($variant),+ }

        impl $name {
            /// Every one of them, in the order of the table.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// How it is spelled in C.
            pub fn spelling(self) -> &'static str {
                match self { $($name::$variant => $spelling),+ }
            }
        }
    };
}

spelled_enum! {
    /// Keywords (C17 6.4.1, C23 6.4.1, GNU C), and the built-in operators that are spelled like functions.
    Keyword {
        Auto = "auto", Break = "break", Case = "case", Char = "char", Const = "const",
        Continue = "continue", Default = "default", Do = "do", Double = "double", Else = "else",
        Enum = "enum", Extern = "extern", Float = "float", For = "for", Goto = "goto", If = "if",
        Inline = "inline", Int = "int", Long = "long", Register = "register",
        Restrict = "restrict", Return = "return", Short = "short", Signed = "signed",
        Sizeof = "sizeof", Static = "static", Struct = "struct", Switch = "switch",
        Typedef = "typedef", Union = "union", Unsigned = "unsigned", Void = "void",
        Volatile = "volatile", While = "while", Alignas = "_Alignas", Alignof = "_Alignof",
        Atomic = "_Atomic", Bool = "_Bool", Complex = "_Complex", Generic = "_Generic",
        Imaginary = "_Imaginary", Noreturn = "_Noreturn", StaticAssert = "_Static_assert",
        ThreadLocal = "_Thread_local",
        Constexpr = "constexpr", False = "false", Nullptr = "nullptr", True = "true",
        Typeof = "typeof", TypeofUnqual = "typeof_unqual",
        Asm = "asm", Attribute = "__attribute__", AutoType = "__auto_type",
        BitInt = "_BitInt", Extension = "__extension__", Int128 = "__int128",
        LocalLabel = "__label__", RealPart = "__real__", ImaginaryPart = "__imag__",
        BuiltinChooseExpr = "__builtin_choose_expr",
        BuiltinTypesCompatible = "__builtin_types_compatible_p",
        BuiltinVaList = "__builtin_va_list", BuiltinVaStart = "__builtin_va_start",
        BuiltinVaArg = "__builtin_va_arg", BuiltinVaEnd = "__builtin_va_end",
        BuiltinVaCopy = "__builtin_va_copy", BuiltinOffsetof = "__builtin_offsetof",
    }
}

spelled_enum! {
    /// Punctuators (C17 6.4.6) that reach the parser.
    Punctuator {
        LeftBracket = "[", RightBracket = "]", LeftParen = "(", RightParen = ")",
        LeftBrace = "{", RightBrace = "}", Dot = ".", Arrow = "->", PlusPlus = "++",
        MinusMinus = "--", Ampersand = "&", Star = "*", Plus = "+", Minus = "-", Tilde = "~",
        Exclamation = "!", Slash = "/", Percent = "%", ShiftLeft = "<<", ShiftRight = ">>",
        Less = "<", Greater = ">", LessEqual = "<=", GreaterEqual = ">=", EqualEqual = "==",
        NotEqual = "!=", Caret = "^", Pipe = "|", AmpersandAmpersand = "&&", PipePipe = "||",
        Question = "?", Colon = ":", Semicolon = ";", Ellipsis = "...", Equal = "=",
        StarEqual = "*=", SlashEqual = "/=", PercentEqual = "%=", PlusEqual = "+=",
        MinusEqual = "-=", ShiftLeftEqual = "<<=", ShiftRightEqual = ">>=",
        AmpersandEqual = "&=", CaretEqual = "^=", PipeEqual = "|=", Comma = ",",
        Hash = "#", HashHash = "##",
    }
}
