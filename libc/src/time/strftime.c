/*
 * strftime.c: a time as a format says, in the C locale. C17 7.27.3.5, POSIX.
 *
 * Weeks: U counts from the first Sunday, W from the first Monday, V as ISO 8601 does: the week that
 * has the year's first Thursday is its first, and may begin in the year before. Between the percent
 * sign and the letter may stand a flag and a width of GNU's, and E or O, which mean nothing here.
 */
#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "../internal/calendar.h"

/* Where the text goes. */
struct output {
    char *to;
    size_t size;
    size_t length; /* so far; more than size: it did not fit */
};

/* How a conversion is to be laid out. */
struct layout {
    char padding; /* '0', ' ' or '-' for none; '\0': the conversion's own */
    bool upper;   /* flag ^ */
    bool swapped; /* flag # */
    int width;    /* -1: the conversion's own */
};

static const char *const days[] = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                   "Thursday", "Friday", "Saturday"};
static const char *const months[] = {"January",   "February", "March",    "April",
                                     "May",       "June",     "July",     "August",
                                     "September", "October",  "November", "December"};

static void put(struct output *output, char c)
{
    if (output->length < output->size) {
        output->to[output->length] = c;
    }
    output->length++;
}

static void put_padding(struct output *output, int count, char padding)
{
    for (; count > 0; count--) {
        put(output, padding);
    }
}

static void put_text(struct output *output, const struct layout *layout, const char *text,
                     size_t length)
{
    put_padding(output, layout->width - (int)length, layout->padding == '0' ? '0' : ' ');
    for (size_t i = 0; i < length; i++) {
        put(output, layout->upper ? (char)toupper((unsigned char)text[i]) : text[i]);
    }
}

/* A name, in full or its first three characters. */
static void put_name(struct output *output, const struct layout *layout, const char *const *names,
                     int index, int count, bool in_full)
{
    struct layout own = *layout;
    const char *name = index >= 0 && index < count ? names[index] : "?";
    size_t length = strlen(name);

    own.upper = own.upper || own.swapped;
    put_text(output, &own, name, in_full || length < 3 ? length : 3);
}

/* A number, padded to a width of its own unless another was asked for. */
static void put_number(struct output *output, const struct layout *layout, long number, int width,
                       char padding)
{
    char digits[24];
    int length;
    unsigned long magnitude = number < 0 ? 0UL - (unsigned long)number : (unsigned long)number;

    width = layout->width >= 0 ? layout->width : width;
    padding = layout->padding != '\0' ? layout->padding : padding;
    length = snprintf(digits, sizeof digits, "%lu", magnitude);
    width -= number < 0;
    if (padding == ' ') {
        put_padding(output, width - length, ' ');
    }
    if (number < 0) {
        put(output, '-');
    }
    if (padding == '0') {
        put_padding(output, width - length, '0');
    }
    for (int i = 0; i < length; i++) {
        put(output, digits[i]);
    }
}

/* ---- Weeks ---- */

static int day_count(long year)
{
    return (int)(__cutaway_days_before(year + 1, 0) - __cutaway_days_before(year, 0));
}

/* The day of the year on which the ISO week 1 begins, counted from the first of January; it may be
 * negative. `weekday_of_first` is from Monday. */
static int first_week_start(int weekday_of_first)
{
    return weekday_of_first <= 3 ? -weekday_of_first : 7 - weekday_of_first;
}

/* The ISO week that a day is in, and the year that the week belongs to. */
static int iso_week(const struct tm *time, long *year)
{
    int from_monday = (time->tm_wday + 6) % 7;
    int start = first_week_start(((from_monday - time->tm_yday) % 7 + 7) % 7);

    *year = 1900L + time->tm_year;
    if (time->tm_yday < start) {
        int day = time->tm_yday + day_count(*year - 1);

        *year -= 1;
        return (day - first_week_start(((from_monday - day) % 7 + 7) % 7)) / 7 + 1;
    }
    if (time->tm_yday - from_monday + 3 >= day_count(*year)) {
        *year += 1;
        return 1;
    }
    return (time->tm_yday - start) / 7 + 1;
}

/* ---- Conversions ---- */

static void format_time(struct output *output, const char *format, const struct tm *time);

/* Those that stand for several others. */
static bool put_composed(struct output *output, const struct layout *layout, char letter,
                         const struct tm *time)
{
    static const char letters[] = "cDFrRTxX";
    static const char *const formats[] = {"%a %b %e %H:%M:%S %Y", "%m/%d/%y", "%Y-%m-%d",
                                          "%I:%M:%S %p",          "%H:%M",    "%H:%M:%S",
                                          "%m/%d/%y",             "%H:%M:%S"};
    const char *found = strchr(letters, letter);
    char text[128];
    struct output inner = {text, sizeof text, 0};

    if (found == NULL) {
        return false;
    }
    format_time(&inner, formats[found - letters], time);
    put_text(output, layout, text, inner.length < sizeof text ? inner.length : sizeof text);
    return true;
}

static bool put_date(struct output *output, const struct layout *layout, char letter,
                     const struct tm *time)
{
    long year = 1900L + time->tm_year;
    long iso_year;

    switch (letter) {
    case 'C':
        put_number(output, layout, year / 100 - (year % 100 < 0), 2, '0');
        return true;
    case 'd':
        put_number(output, layout, time->tm_mday, 2, '0');
        return true;
    case 'e':
        put_number(output, layout, time->tm_mday, 2, ' ');
        return true;
    case 'j':
        put_number(output, layout, time->tm_yday + 1, 3, '0');
        return true;
    case 'm':
        put_number(output, layout, time->tm_mon + 1, 2, '0');
        return true;
    case 'y':
        put_number(output, layout, (year % 100 + 100) % 100, 2, '0');
        return true;
    case 'Y':
        put_number(output, layout, year, 0, '0');
        return true;
    case 'u':
        put_number(output, layout, (time->tm_wday + 6) % 7 + 1, 1, '0');
        return true;
    case 'w':
        put_number(output, layout, time->tm_wday, 1, '0');
        return true;
    case 'U':
        put_number(output, layout, (time->tm_yday + 7 - time->tm_wday) / 7, 2, '0');
        return true;
    case 'W':
        put_number(output, layout, (time->tm_yday + 7 - (time->tm_wday + 6) % 7) / 7, 2, '0');
        return true;
    case 'V':
        put_number(output, layout, iso_week(time, &iso_year), 2, '0');
        return true;
    case 'g':
        iso_week(time, &iso_year);
        put_number(output, layout, (iso_year % 100 + 100) % 100, 2, '0');
        return true;
    case 'G':
        iso_week(time, &iso_year);
        put_number(output, layout, iso_year, 0, '0');
        return true;
    default:
        return false;
    }
}

static bool put_clock(struct output *output, const struct layout *layout, char letter,
                      const struct tm *time)
{
    struct layout own = *layout;
    int hour = (time->tm_hour + 11) % 12 + 1;
    struct tm copy;

    switch (letter) {
    case 'H':
        put_number(output, layout, time->tm_hour, 2, '0');
        return true;
    case 'I':
        put_number(output, layout, hour, 2, '0');
        return true;
    case 'k':
        put_number(output, layout, time->tm_hour, 2, ' ');
        return true;
    case 'l':
        put_number(output, layout, hour, 2, ' ');
        return true;
    case 'M':
        put_number(output, layout, time->tm_min, 2, '0');
        return true;
    case 'S':
        put_number(output, layout, time->tm_sec, 2, '0');
        return true;
    case 'p':
        put_text(output, &own, own.swapped ? (time->tm_hour < 12 ? "am" : "pm")
                               : time->tm_hour < 12 ? "AM" : "PM", 2);
        return true;
    case 'P':
        put_text(output, &own, time->tm_hour < 12 ? "am" : "pm", 2);
        return true;
    case 's':
        copy = *time;
        put_number(output, layout, __cutaway_make_time(&copy), 1, '0');
        return true;
    case 'z':
        put_text(output, &own, "+0000", 5);
        return true;
    case 'Z':
        put_text(output, &own, time->tm_zone != NULL ? time->tm_zone : "",
                 time->tm_zone != NULL ? strlen(time->tm_zone) : 0);
        return true;
    default:
        return false;
    }
}

static bool put_conversion(struct output *output, const struct layout *layout, char letter,
                           const struct tm *time)
{
    switch (letter) {
    case 'a':
    case 'A':
        put_name(output, layout, days, time->tm_wday, 7, letter == 'A');
        return true;
    case 'b':
    case 'B':
    case 'h':
        put_name(output, layout, months, time->tm_mon, 12, letter == 'B');
        return true;
    case 'n':
        put(output, '\n');
        return true;
    case 't':
        put(output, '\t');
        return true;
    case '%':
        put(output, '%');
        return true;
    default:
        return put_date(output, layout, letter, time) || put_clock(output, layout, letter, time) ||
               put_composed(output, layout, letter, time);
    }
}

/* Reads flags, width and a modifier. Returns the place of the letter. */
static const char *read_layout(const char *format, struct layout *layout)
{
    for (;; format++) {
        if (*format == '_') {
            layout->padding = ' ';
        } else if (*format == '-' || *format == '0') {
            layout->padding = *format;
        } else if (*format == '^') {
            layout->upper = true;
        } else if (*format == '#') {
            layout->swapped = true;
        } else {
            break;
        }
    }
    while (isdigit((unsigned char)*format)) {
        int width = layout->width < 0 ? 0 : layout->width;

        layout->width = width < 10000 ? width * 10 + (*format - '0') : width;
        format++;
    }
    return *format == 'E' || *format == 'O' ? format + 1 : format;
}

static void format_time(struct output *output, const char *format, const struct tm *time)
{
    while (*format != '\0') {
        struct layout layout = {.width = -1};
        const char *letter;

        if (*format != '%') {
            put(output, *format++);
            continue;
        }
        letter = read_layout(format + 1, &layout);
        if (!put_conversion(output, &layout, *letter, time)) {
            while (format < letter) { /* undefined in C: it is shown as it was written */
                put(output, *format++);
            }
            continue;
        }
        format = letter + 1;
    }
}

size_t strftime(char *restrict to, size_t size, const char *restrict format,
                const struct tm *restrict time)
{
    struct output output = {to, size, 0};

    format_time(&output, format, time);
    put(&output, '\0');
    return output.length <= size ? output.length - 1 : 0;
}
