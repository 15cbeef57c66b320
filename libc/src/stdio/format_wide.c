/* format_wide.c: how long wide characters and characters of several bytes are. C17 7.21.6.1p8. */
#include "../internal/format_wide.h"

struct wide_extent __cutaway_measure_one(wchar_t c)
{
    char bytes[4];

    if (!__cutaway_is_character((unsigned int)c)) {
        return (struct wide_extent){0, 0, false};
    }
    return (struct wide_extent){1, __cutaway_encode(bytes, (unsigned int)c), true};
}

struct wide_extent __cutaway_measure_wide(const wchar_t *string, size_t limit, bool by_characters)
{
    struct wide_extent extent = {0, 0, true};

    while ((by_characters ? extent.count : extent.size) < limit && string[extent.count] != 0) {
        struct wide_extent one = __cutaway_measure_one(string[extent.count]);

        if (!one.valid) {
            extent.valid = false;
            break;
        }
        if (!by_characters && extent.size + one.size > limit) {
            break;
        }
        extent.size += one.size;
        extent.count++;
    }
    return extent;
}

static bool begins_character(char byte)
{
    return ((unsigned char)byte & 0xc0) != 0x80;
}

size_t __cutaway_count_characters(const char *bytes, size_t count)
{
    size_t characters = 0;

    for (size_t i = 0; i < count; i++) {
        characters += begins_character(bytes[i]);
    }
    return characters;
}

size_t __cutaway_measure_characters(const char *string, size_t limit)
{
    size_t size = 0;

    for (; string[size] != '\0'; size++) {
        if (begins_character(string[size]) && limit-- == 0) {
            break;
        }
    }
    return size;
}
