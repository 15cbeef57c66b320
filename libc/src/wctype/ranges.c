/* ranges.c: look a character up among ranges. */
#include "../internal/unicode.h"

bool __cutaway_in_ranges(wint_t c, const struct character_range *ranges, size_t count)
{
    while (count > 0) {
        size_t middle = count / 2;

        if (c < ranges[middle].first) {
            count = middle;
        } else if (c > ranges[middle].last) {
            ranges += middle + 1;
            count -= middle + 1;
        } else {
            return true;
        }
    }
    return false;
}

wint_t __cutaway_map_case(wint_t c, const struct case_range *ranges, size_t count)
{
    for (size_t i = 0; i < count && c >= ranges[i].first; i++) {
        if (c <= ranges[i].last && (c - ranges[i].first) % (unsigned int)ranges[i].step == 0) {
            return c + (wint_t)ranges[i].distance;
        }
    }
    return c;
}
