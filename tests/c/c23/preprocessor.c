/* C23: the preprocessor. */
#define CHECK(condition) do { if (!(condition)) return __LINE__; } while (0)

#define CALL(function, ...) function(__VA_OPT__((long)__VA_ARGS__ +) 1)
#define COUNT(...) (0 __VA_OPT__(+ 1))
#define JOIN(a, ...) a ## __VA_OPT__(_more)
#define EMPTY
#define FEATURE 1

#ifdef MISSING
#define CHOSEN 1
#elifdef FEATURE
#define CHOSEN 2
#else
#define CHOSEN 3
#endif

#ifndef FEATURE
#define OTHER 1
#elifndef MISSING
#define OTHER 2
#endif

#ifdef FEATURE
#define TAKEN 1
#elifdef FEATURE
#error "a group was taken before"
#elifndef MISSING
#error "a group was taken before"
#endif

static const unsigned char self[] = {
#embed "preprocessor.c" limit(5)
};
static const int framed[] = {
#embed "preprocessor.c" limit(2) prefix(1, ) suffix(, 2)
};
static const int none[] = {
#embed "preprocessor.c" limit(0) if_empty(7)
};

static long identity(long value) {
    return value;
}

int main(void) {
    int value = 3, value_more = 4;
    CHECK(CALL(identity) == 1 && CALL(identity, 5) == 6);
    CHECK(COUNT() == 0 && COUNT(x) == 1 && COUNT(EMPTY) == 0);
    CHECK(JOIN(value) == 3 && JOIN(value, x) == 4);
    CHECK(CHOSEN == 2 && OTHER == 2 && TAKEN == 1);
    CHECK(sizeof self == 5 && self[0] == '/' && self[1] == '*' && self[3] == 'C');
    CHECK(sizeof framed / sizeof *framed == 4 && framed[0] == 1 && framed[1] == '/' && framed[3] == 2);
    CHECK(sizeof none / sizeof *none == 1 && none[0] == 7);
    CHECK(__STDC_VERSION__ == 202311L);
#if true && !false
    (void)value_more;
    return 0;
#else
    return 1;
#endif
}
