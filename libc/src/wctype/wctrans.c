/* wctrans.c: mappings of wide characters by their names. C17 7.30.3.2. */
#include <string.h>
#include <wctype.h>

static const int lower;
static const int upper;

wctrans_t wctrans(const char *name)
{
    if (strcmp(name, "tolower") == 0) {
        return &lower;
    }
    return strcmp(name, "toupper") == 0 ? &upper : NULL;
}

wint_t towctrans(wint_t c, wctrans_t mapping)
{
    if (mapping == &lower) {
        return towlower(c);
    }
    return mapping == &upper ? towupper(c) : c;
}
