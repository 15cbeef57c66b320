/* C17 7.28, 7.29, 7.30: wide characters, their bytes, strings of them, and their classes. */
#define _GNU_SOURCE
#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <uchar.h>
#include <wchar.h>
#include <wctype.h>

static const wchar_t hello[] = {'h', 0xe9, 0x20ac, 0x1f600, 'o', 0};

static void conversions(void)
{
    static const char *const texts[] = {"a",        "\xc3\xa9",     "\xe2\x82\xac", "\xf0\x9f\x98\x80",
                                        "\x80",     "\xc0\x80",     "\xc3",         "\xc3(",
                                        "\xed\xa0\x80", "\xe2\x82", ""};
    char bytes[32];
    wchar_t wide[16];
    const wchar_t *from = hello;
    const char *narrow = "x\xc3\xa9y";
    mbstate_t state;

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        wchar_t c = 0x5555;

        memset(&state, 0, sizeof state);
        errno = 0;
        printf("%d", (int)mbrtowc(&c, texts[i], strlen(texts[i]) + (i == 10), &state));
        printf(" %x %d %d, ", (unsigned)c, errno == EILSEQ, mbsinit(&state) != 0);
    }
    printf("\n");
    memset(&state, 0, sizeof state);
    for (int i = 0; i < 3; i++) {
        wchar_t c = 0;

        printf("%d", (int)mbrtowc(&c, &"\xe2\x82\xac"[i], 1, &state));
        printf(" %x ", (unsigned)c);
    }
    printf("\n%zu %s\n", wcstombs(bytes, hello, sizeof bytes), bytes);
    printf("%zu", wcsrtombs(NULL, &from, 0, NULL));
    printf(" %zu", wcsrtombs(bytes, &from, 5, NULL));
    printf(" %d\n", (int)(from - hello));
    printf("%zu", mbstowcs(wide, bytes, 2));
    printf(" %zu", mbsrtowcs(wide, &narrow, 16, NULL));
    printf(" %d %x\n", narrow == NULL, (unsigned)wide[1]);
    printf("%d %d %d\n", mblen("\xe2\x82\xac", 3), mblen("\xe2\x82\xac", 2), (int)MB_CUR_MAX > 1);
    printf("%d %d %d\n", wctomb(bytes, 0x20ac), btowc('a') == 'a', btowc(0xe9) == WEOF);
    errno = 0;
    printf("%d", (int)wcrtomb(bytes, 0xd800, NULL));
    printf(" %d %d\n", errno == EILSEQ, wctob(0xe9));
}

static void utf16(void)
{
    mbstate_t state = {0};
    char16_t c = 0;
    char32_t d = 0;
    char bytes[8] = "";

    printf("%d", (int)mbrtoc16(&c, "\xf0\x9f\x98\x80z", 5, &state));
    printf(" %x", c);
    printf(" %d", (int)mbrtoc16(&c, "z", 1, &state));
    printf(" %x", c);
    printf(" %d", (int)mbrtoc32(&d, "\xf0\x9f\x98\x80", 4, &state));
    printf(" %x\n", (unsigned)d);
    memset(&state, 0, sizeof state);
    printf("%d", (int)c16rtomb(bytes, 0xd83d, &state));
    printf(" %d", (int)c16rtomb(bytes, 0xde00, &state));
    printf(" %.4s %d\n", bytes, (int)c32rtomb(bytes, 0x20ac, &state));
}

static void strings(void)
{
    wchar_t a[16];
    wchar_t b[16];
    wchar_t *rest;
    wchar_t *copy;
    static const wchar_t number[] = {' ', '-', '0', 'x', '1', 'f', 'g', 0};
    static const wchar_t list[] = {'a', ',', 'b', ';', ',', 'c', 0};
    static const wchar_t separators[] = {',', ';', 0};

    printf("%zu %zu\n", wcslen(hello), wcsnlen(hello, 3));
    wcscpy(a, hello);
    wcsncpy(b, a, 2);
    b[2] = 0;
    wcscat(b, hello + 3);
    wcsncat(b, hello, 1);
    printf("%zu %d %d\n", wcslen(b), wcscmp(a, b) > 0, wcsncmp(a, b, 2));
    printf("%d %d %d\n", (int)(wcschr(a, 0x20ac) - a), wcschr(a, 'z') == NULL,
           (int)(wcsrchr(a, 'o') - a));
    printf("%zu %zu %d\n", wcsspn(list, L"ab,"), wcscspn(list, separators),
           (int)(wcsstr(list, list + 3) - list));
    wcscpy(a, list);
    for (wchar_t *token = wcstok(a, separators, &rest); token != NULL;
         token = wcstok(NULL, separators, &rest)) {
        printf("%c", (char)token[0]);
    }
    printf("\n%ld", wcstol(number, &rest, 16));
    printf(" %d\n", (int)(rest - number));
    wmemset(a, 'q', 3);
    wmemcpy(a + 3, list, 3);
    wmemmove(a + 1, a, 5);
    printf("%c%c %d %d\n", (char)a[3], (char)a[5], wmemcmp(a, a + 1, 2), wmemchr(a, 'b', 6) == NULL);
    copy = wcsdup(hello);
    printf("%d %d\n", wcscasecmp(L"AbC", L"aBc"), wcscoll(copy, hello));
    free(copy);
}

static void classes(void)
{
    static const wint_t some[] = {'a', 'Z', '5', ' ', '!', '\n', 0xe9, 0xc9, 0x3b1, 0x416,
                                  0x4e2d, 0x20ac, 0x3000, 0x7f, 0x378};

    for (size_t i = 0; i < sizeof some / sizeof *some; i++) {
        wint_t c = some[i];

        printf("%x:%d%d%d%d%d%d%d%d %x %x, ", c, iswalpha(c) != 0, iswupper(c) != 0,
               iswlower(c) != 0, iswdigit(c) != 0, iswspace(c) != 0, iswpunct(c) != 0,
               iswprint(c) != 0, iswcntrl(c) != 0, towlower(c), towupper(c));
    }
    printf("\n%d %d %d\n", iswctype('a', wctype("alpha")) != 0, wctype("none") == 0,
           towctrans('a', wctrans("toupper")) == 'A');
    printf("%d %d %d\n", wcwidth('a'), wcwidth(0x4e2d), wcwidth(0x301));
}

static void formatted(void)
{
    wchar_t room[32];
    wchar_t word[8];
    int number = 0;
    char bytes[64];

    printf("[%ls] [%10ls] [%-4lc] [%.3ls]\n", hello, hello, (wint_t)0x20ac, hello);
    printf("[%S] [%C] [%'d]\n", hello, (wint_t)0xe9, 1234567);
    printf("%d", swprintf(room, 32, L"%d|%ls|%5s|%.2s|%c", 42, hello, "\xc3\xa9", "\xc3\xa9xy", 'z'));
    printf(" %ls\n", room);
    printf("%d\n", swprintf(room, 4, L"%d", 12345) < 0);
    printf("%d", swscanf(L"12 \x20ac" L"uro", L"%d %ls", &number, word));
    printf(" %d %ls\n", number, word);
    printf("%d", sscanf("7 \xc3\xa9\xc3\xa8x", "%d %2ls", &number, word));
    printf(" %d %zu\n", number, wcslen(word));
    snprintf(bytes, sizeof bytes, "%lc%ls", (wint_t)0xe9, L"nd");
    printf("%s\n", bytes);
}

static void streams(void)
{
    FILE *file = tmpfile();
    wchar_t line[16];

    printf("%d\n", fwide(file, 0));
    fwprintf(file, L"%ls %d\n", hello, 5);
    fputws(L"next\n", file);
    fputwc(0x20ac, file);
    printf("%d\n", fwide(file, 0) > 0);
    rewind(file);
    printf("%d", fgetws(line, 16, file) == line);
    printf(" %zu %x\n", wcslen(line), (unsigned)line[3]);
    printf("%x ", (unsigned)fgetwc(file));
    ungetwc('N', file);
    printf("%x ", (unsigned)fgetwc(file));
    printf("%d ", fwscanf(file, L"%ls", line));
    printf("%ls ", line);
    fgetwc(file);
    printf("%x %d\n", (unsigned)fgetwc(file), fgetwc(file) == WEOF);
    fclose(file);
}

int main(void)
{
    printf("%s\n", setlocale(LC_ALL, NULL));
    printf("%s\n", setlocale(LC_ALL, "C.UTF-8"));
    printf("%d\n", setlocale(LC_ALL, "xx_YY") == NULL);
    printf("%s %s\n", localeconv()->decimal_point, localeconv()->thousands_sep);
    conversions();
    utf16();
    strings();
    classes();
    formatted();
    streams();
    return 0;
}
