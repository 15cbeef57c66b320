//! The definitions that stand before the first line: the built-in macros (C17 6.10.8) and `-D`,
//! `-U`.
//!
//! Both are texts of `#define` lines, read as any file is, so that a diagnostic can show them.

use source::{FileId, SourceFile, SourceMap};

use super::{Define, PreprocessOptions};
use crate::Standard;

/// The name under which the built-in definitions are shown.
const BUILTIN_NAME: &str = "<built-in>";

/// The name under which the command line's definitions are shown.
const COMMAND_LINE_NAME: &str = "<command line>";

/// The macros that every translation unit begins with. Date and time are fixed: the same text gives
/// the same program on every day.
const BUILTIN: &str = "\
#define __STDC__ 1
#define __STDC_HOSTED__ 1
#define __STDC_UTF_16__ 1
#define __STDC_UTF_32__ 1
#define __STDC_NO_THREADS__ 1
#define __DATE__ \"Jan  1 1970\"
#define __TIME__ \"00:00:00\"
#define __CUTAWAY__ 1
#define __riscv 1
#define __riscv_xlen 64
#define __riscv_flen 64
#define __riscv_float_abi_double 1
#define __riscv_cmodel_medany 1
#define __linux__ 1
#define __unix__ 1
#define __ELF__ 1
#define __LP64__ 1
#define _LP64 1
#define __CHAR_UNSIGNED__ 1
#define __CHAR_BIT__ 8
#define __ORDER_LITTLE_ENDIAN__ 1234
#define __ORDER_BIG_ENDIAN__ 4321
#define __BYTE_ORDER__ __ORDER_LITTLE_ENDIAN__
#define __SIZEOF_SHORT__ 2
#define __SIZEOF_INT__ 4
#define __SIZEOF_LONG__ 8
#define __SIZEOF_LONG_LONG__ 8
#define __SIZEOF_INT128__ 16
#define __SIZEOF_POINTER__ 8
#define __SIZEOF_FLOAT__ 4
#define __SIZEOF_DOUBLE__ 8
#define __SIZEOF_LONG_DOUBLE__ 16
#define __SIZEOF_SIZE_T__ 8
#define __SIZEOF_PTRDIFF_T__ 8
#define __SIZEOF_WCHAR_T__ 4
#define __SIZE_TYPE__ unsigned long
#define __PTRDIFF_TYPE__ long
#define __WCHAR_TYPE__ int
#define __WINT_TYPE__ unsigned int
#define __CHAR16_TYPE__ unsigned short
#define __CHAR32_TYPE__ unsigned int
#define __INTMAX_TYPE__ long
#define __UINTMAX_TYPE__ unsigned long
#define __INTPTR_TYPE__ long
#define __UINTPTR_TYPE__ unsigned long
#define __INT8_TYPE__ signed char
#define __INT16_TYPE__ short
#define __INT32_TYPE__ int
#define __INT64_TYPE__ long
#define __UINT8_TYPE__ unsigned char
#define __UINT16_TYPE__ unsigned short
#define __UINT32_TYPE__ unsigned int
#define __UINT64_TYPE__ unsigned long
#define __SCHAR_MAX__ 127
#define __SHRT_MAX__ 32767
#define __INT_MAX__ 2147483647
#define __LONG_MAX__ 9223372036854775807L
#define __LONG_LONG_MAX__ 9223372036854775807LL
#define __SIZE_MAX__ 18446744073709551615UL
#define __FLT_MANT_DIG__ 24
#define __FLT_DECIMAL_DIG__ 9
#define __FLT_DIG__ 6
#define __FLT_MIN_EXP__ (-125)
#define __FLT_MIN_10_EXP__ (-37)
#define __FLT_MAX_EXP__ 128
#define __FLT_MAX_10_EXP__ 38
#define __FLT_MAX__ 3.40282347e+38F
#define __FLT_EPSILON__ 1.19209290e-07F
#define __FLT_MIN__ 1.17549435e-38F
#define __FLT_DENORM_MIN__ 1.40129846e-45F
#define __DBL_MANT_DIG__ 53
#define __DBL_DECIMAL_DIG__ 17
#define __DBL_DIG__ 15
#define __DBL_MIN_EXP__ (-1021)
#define __DBL_MIN_10_EXP__ (-307)
#define __DBL_MAX_EXP__ 1024
#define __DBL_MAX_10_EXP__ 308
#define __DBL_MAX__ 1.7976931348623157e+308
#define __DBL_EPSILON__ 2.2204460492503131e-16
#define __DBL_MIN__ 2.2250738585072014e-308
#define __DBL_DENORM_MIN__ 4.9406564584124654e-324
#define __LDBL_MANT_DIG__ 113
#define __LDBL_DECIMAL_DIG__ 36
#define __LDBL_DIG__ 33
#define __LDBL_MIN_EXP__ (-16381)
#define __LDBL_MIN_10_EXP__ (-4931)
#define __LDBL_MAX_EXP__ 16384
#define __LDBL_MAX_10_EXP__ 4932
#define __LDBL_MAX__ 1.18973149535723176508575932662800702e+4932L
#define __LDBL_EPSILON__ 1.92592994438723585305597794258492732e-34L
#define __LDBL_MIN__ 3.36210314311209350626267781732175260e-4932L
#define __LDBL_DENORM_MIN__ 6.47517511943802511092443895822764655e-4966L
";

/// The file of the built-in definitions.
pub(super) fn builtin(map: &mut SourceMap, standard: Standard) -> FileId {
    let version = standard.version().map(|version| format!("#define __STDC_VERSION__ {version}\n"));
    let strict = if standard.is_gnu { "" } else { "#define __STRICT_ANSI__ 1\n" };
    let text = [BUILTIN, version.as_deref().unwrap_or_default(), strict].concat();
    file_of(map, BUILTIN_NAME, &text, true)
}

/// The file of the command line's definitions, if there are any.
pub(super) fn command_line(map: &mut SourceMap, options: &PreprocessOptions) -> Option<FileId> {
    let text: String = options.defines.iter().map(directive).collect();
    (!text.is_empty()).then(|| file_of(map, COMMAND_LINE_NAME, &text, false))
}

/// Several translation units share the file when it says the same for them.
fn file_of(map: &mut SourceMap, name: &str, text: &str, is_library: bool) -> FileId {
    let known = map.files().find(|(_, file)| file.name == name && file.text == text);
    match known.map(|(id, _)| id) {
        Some(id) => id,
        None => map.add(SourceFile::new(name, text, is_library)),
    }
}

/// The line that does what an option asks for.
fn directive(define: &Define) -> String {
    let first_line = |text: &str| text.lines().next().unwrap_or("").to_string();
    match define {
        Define::Undefine(name) => format!("#undef {}\n", first_line(name)),
        Define::Define(text) => match first_line(text).split_once('=') {
            Some((name, value)) => format!("#define {name} {value}\n"),
            None => format!("#define {} 1\n", first_line(text)),
        },
    }
}
