//! What the C library has, so that a missing `#include` can be named.

/// The header that declares a well-known function, macro or type of the C library (C17 7).
pub(super) fn header_of(name: &str) -> Option<&'static str> {
    HEADERS.iter().find(|(_, names)| names.contains(&name)).map(|&(header, _)| header)
}

/// The names of all functions in the table.
pub(super) fn names<'a>() -> impl Iterator<Item = &'a str> {
    HEADERS.iter().flat_map(|(_, names)| names.iter().copied())
}

#[rustfmt::skip]
const HEADERS: &[(&str, &[&str])] = &[
    ("stdio.h", &[
        "printf", "scanf", "puts", "putchar", "getchar", "gets", "fgets", "fputs", "fprintf", "sprintf", "snprintf",
        "sscanf", "fscanf", "fopen", "fclose", "fread", "fwrite", "fflush", "fgetc", "getc", "ungetc", "fputc",
        "putc", "perror", "feof", "ferror", "vprintf", "vfprintf", "vsprintf", "vsnprintf", "setvbuf", "FILE",
        "stdin", "stdout", "stderr", "EOF", "getline", "remove", "rename", "fseek", "ftell", "rewind",
    ]),
    ("stdlib.h", &[
        "malloc", "calloc", "realloc", "free", "exit", "abort", "atoi", "atol", "atoll", "atof", "strtol",
        "strtoul", "strtoll", "strtoull", "strtod", "rand", "srand", "qsort", "bsearch", "abs", "labs", "llabs", "div",
        "getenv", "atexit", "aligned_alloc", "system", "EXIT_SUCCESS", "EXIT_FAILURE", "RAND_MAX",
    ]),
    ("string.h", &[
        "strlen", "strcpy", "strncpy", "strcat", "strncat", "strcmp", "strncmp", "strchr", "strrchr", "strstr",
        "strspn", "strcspn", "strpbrk", "strtok", "strerror", "strdup", "memcpy", "memmove", "memset", "memcmp",
        "memchr",
    ]),
    ("ctype.h", &[
        "isalpha", "isdigit", "isalnum", "isspace", "isupper", "islower", "ispunct", "isprint", "isxdigit",
        "toupper", "tolower",
    ]),
    ("math.h", &[
        "sqrt", "pow", "sin", "cos", "tan", "floor", "ceil", "fabs", "exp", "log", "log10", "fmod", "round",
    ]),
    ("assert.h", &["assert"]),
    ("stddef.h", &["NULL", "size_t", "ptrdiff_t", "offsetof", "wchar_t"]),
    ("stdbool.h", &["bool", "true", "false"]),
    ("stdint.h", &[
        "int8_t", "int16_t", "int32_t", "int64_t", "uint8_t", "uint16_t", "uint32_t", "uint64_t", "intptr_t",
        "uintptr_t", "INT32_MAX", "INT64_MAX", "UINT32_MAX", "UINT64_MAX", "SIZE_MAX",
    ]),
    ("limits.h", &[
        "INT_MAX", "INT_MIN", "UINT_MAX", "LONG_MAX", "LONG_MIN", "ULONG_MAX", "CHAR_BIT", "CHAR_MAX", "CHAR_MIN",
        "SCHAR_MAX", "SCHAR_MIN", "UCHAR_MAX", "SHRT_MAX", "SHRT_MIN", "LLONG_MAX", "LLONG_MIN",
    ]),
    ("stdarg.h", &["va_list", "va_start", "va_arg", "va_end", "va_copy"]),
    ("errno.h", &["errno"]),
    ("time.h", &["time", "clock", "CLOCKS_PER_SEC"]),
    ("signal.h", &["signal", "raise", "SIGSEGV", "SIGINT", "SIGABRT"]),
    ("unistd.h", &["read", "write", "close", "getpid", "_exit", "sleep"]),
];
