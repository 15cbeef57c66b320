/* wctype.c: classes of wide characters by their names. C17 7.30.2.2. */
#include <string.h>
#include <wctype.h>

static const struct {
    const char *name;
    int (*contains)(wint_t c);
} classes[] = {{"alnum", iswalnum}, {"alpha", iswalpha}, {"blank", iswblank},
               {"cntrl", iswcntrl}, {"digit", iswdigit}, {"graph", iswgraph},
               {"lower", iswlower}, {"print", iswprint}, {"punct", iswpunct},
               {"space", iswspace}, {"upper", iswupper}, {"xdigit", iswxdigit}};

wctype_t wctype(const char *name)
{
    for (wctype_t i = 0; i < sizeof classes / sizeof *classes; i++) {
        if (strcmp(classes[i].name, name) == 0) {
            return i + 1;
        }
    }
    return 0;
}

int iswctype(wint_t c, wctype_t class)
{
    return class >= 1 && class <= sizeof classes / sizeof *classes &&
           classes[class - 1].contains(c);
}
