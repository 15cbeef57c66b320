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
        "sscanf", "fscanf", "fopen", "fclose", "fread", "fwrite", "fflush", "fgetc", "getc", "ungetc", "fputc", "putc",
        "perror", "feof", "ferror", "vprintf", "vfprintf", "vsprintf", "vsnprintf", "setvbuf", "FILE", "stdin",
        "stdout", "stderr", "EOF", "getline", "remove", "rename", "fseek", "ftell", "rewind", "getdelim", "fseeko",
        "ftello", "fgetpos", "fsetpos", "clearerr", "freopen", "fdopen", "fileno", "setbuf", "tmpfile", "tmpnam",
        "dprintf", "asprintf", "vasprintf", "vsscanf", "vfscanf", "popen", "pclose", "open_memstream", "fmemopen",
        "BUFSIZ", "SEEK_SET", "SEEK_CUR", "SEEK_END",
    ]),
    ("stdlib.h", &[
        "malloc", "calloc", "realloc", "free", "exit", "abort", "atoi", "atol", "atoll", "atof", "strtol", "strtoul",
        "strtoll", "strtoull", "strtod", "rand", "srand", "qsort", "bsearch", "abs", "labs", "llabs", "div", "getenv",
        "atexit", "aligned_alloc", "system", "EXIT_SUCCESS", "EXIT_FAILURE", "RAND_MAX", "quick_exit", "at_quick_exit",
        "setenv", "unsetenv", "putenv", "mbstowcs", "wcstombs", "mbtowc", "wctomb", "mkstemp", "realpath", "random",
        "srandom", "rand_r", "posix_memalign", "reallocarray", "qsort_r", "MB_CUR_MAX",
    ]),
    ("string.h", &[
        "strlen", "strcpy", "strncpy", "strcat", "strncat", "strcmp", "strncmp", "strchr", "strrchr", "strstr",
        "strspn", "strcspn", "strpbrk", "strtok", "strerror", "strdup", "memcpy", "memmove", "memset", "memcmp",
        "memchr", "strnlen", "strndup", "strsep", "strtok_r", "strlcpy", "strlcat", "stpcpy", "strsignal", "memmem",
        "memrchr", "mempcpy", "strcasestr", "strcoll", "strxfrm",
    ]),
    ("ctype.h", &[
        "isalpha", "isdigit", "isalnum", "isspace", "isupper", "islower", "ispunct", "isprint", "isxdigit", "toupper",
        "tolower", "isblank", "iscntrl", "isgraph",
    ]),
    ("math.h", &[
        "sqrt", "pow", "sin", "cos", "tan", "floor", "ceil", "fabs", "exp", "log", "log10", "fmod", "round",
    ]),
    ("complex.h", &["creal", "cimag", "cabs", "carg", "conj", "csqrt", "cexp", "clog", "cpow", "CMPLX"]),
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
    ("errno.h", &["errno", "ENOENT", "EINVAL", "ENOMEM", "ERANGE", "EINTR", "EEXIST", "EACCES"]),
    ("time.h", &[
        "time", "clock", "CLOCKS_PER_SEC", "mktime", "gmtime", "localtime", "strftime", "asctime", "ctime", "difftime",
        "nanosleep", "clock_gettime", "time_t", "CLOCK_REALTIME", "CLOCK_MONOTONIC",
    ]),
    ("signal.h", &[
        "signal", "raise", "SIGSEGV", "SIGINT", "SIGABRT", "sigaction", "sigprocmask", "sigemptyset", "sigaddset",
        "kill", "SIGTERM", "SIGUSR1", "SIGALRM", "SIG_DFL", "SIG_IGN", "sig_atomic_t",
    ]),
    ("unistd.h", &[
        "read", "write", "close", "getpid", "_exit", "sleep", "access", "alarm", "chdir", "dup", "dup2", "execvp",
        "execve", "fork", "getcwd", "getppid", "getuid", "isatty", "lseek", "pipe", "rmdir", "unlink", "usleep",
        "getopt", "optarg", "optind", "STDIN_FILENO", "STDOUT_FILENO", "STDERR_FILENO",
    ]),
    ("strings.h", &["strcasecmp", "strncasecmp", "bzero", "bcmp", "ffs"]),
    ("setjmp.h", &["setjmp", "longjmp", "jmp_buf", "sigsetjmp", "siglongjmp"]),
    ("locale.h", &["setlocale", "localeconv", "LC_ALL"]),
    ("wchar.h", &[
        "wprintf", "fwprintf", "swprintf", "wcslen", "wcscpy", "wcscmp", "fgetws", "fputws", "mbrtowc", "wcrtomb",
        "wint_t", "mbstate_t", "WEOF",
    ]),
    ("wctype.h", &["iswalpha", "iswdigit", "iswspace", "towlower", "towupper"]),
    ("fcntl.h", &["open", "creat", "fcntl", "O_RDONLY", "O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC", "O_APPEND"]),
    ("sys/stat.h", &["stat", "fstat", "lstat", "mkdir", "chmod", "S_ISDIR", "S_ISREG"]),
    ("sys/wait.h", &["wait", "waitpid", "WEXITSTATUS", "WIFEXITED"]),
    ("dirent.h", &["opendir", "readdir", "closedir", "DIR"]),
    ("sys/mman.h", &["mmap", "munmap", "mprotect", "MAP_FAILED", "PROT_READ", "MAP_PRIVATE"]),
    ("sys/types.h", &["pid_t", "off_t", "ssize_t", "uid_t", "mode_t"]),
    ("sys/time.h", &["gettimeofday"]),
    ("getopt.h", &["getopt_long"]),
    ("libgen.h", &["dirname", "basename"]),
    ("err.h", &["err", "errx", "warn", "warnx"]),
];
