/* GNU C: attributes, empty and zero-length types, old and range designators, alternate keywords. */
#include <stddef.h>
#include <stdio.h>
#include <string.h>

struct __attribute__((packed)) header {
    char kind;
    int length;
    short code;
    long long stamp;
};

struct mixed {
    char a;
    int b __attribute__((packed));
    char c;
    int d __attribute__((aligned(8)));
} __attribute__((aligned(32)));

union packed_union {
    char c;
    long l;
} __attribute__((__packed__));

struct packed_bits {
    unsigned a : 3;
    unsigned b : 7;
    unsigned c : 6;
    int d : 16;
} __attribute__((packed));

struct empty {};

struct buffer {
    int count;
    char bytes[0];
};

struct holder {
    struct empty nothing;
    int value;
};

static int array[10] = {[0 ... 3] = 1, [5 ... 7] = 2, [9] = 3};
static struct { int x, y; } points[4] = {[1 ... 2] = {.x = 4, .y = 5}};
static struct { int first, second; } old = {second: 2, first: 1};

static __inline__ int twice(int x) __attribute__((always_inline, unused));
static __inline__ int twice(int x) {
    return 2 * x;
}

__attribute__((noinline)) static int add(int a __attribute__((unused)), const int *__restrict b) {
    return *b + twice(3);
}

static void stop(int) __attribute__((noreturn, cold));
static void stop(int status) {
    __builtin_exit(status);
}

static int __attribute__((format(printf, 1, 2))) say(const char *format, ...) {
    return format[0];
}

enum __attribute__((unused)) color { RED, GREEN __attribute__((unused)), BLUE };

int main(void) {
    __extension__ struct header h = {1, 2, 3, 4};
    printf("%zu %zu %zu\n", sizeof h, offsetof(struct header, length), offsetof(struct header, stamp));
    h.length = 0x01020304;
    h.stamp = -1;
    struct header *p = &h;
    p->length += 1;
    printf("%d %d %d %lld\n", p->kind, p->length, p->code, p->stamp);
    unsigned char bytes[sizeof h];
    memcpy(bytes, &h, sizeof h);
    for (size_t i = 0; i < sizeof h; i++)
        printf("%02x ", bytes[i]);
    printf("\n");
    printf("%zu %zu %zu %zu\n", sizeof(struct mixed), offsetof(struct mixed, b), offsetof(struct mixed, d),
           __alignof__(struct mixed));
    printf("%zu %zu\n", sizeof(union packed_union), __alignof__(union packed_union));
    struct packed_bits bits = {5, 100, 33, -7};
    printf("%zu %u %u %u %d\n", sizeof bits, bits.a, bits.b, bits.c, bits.d);

    struct empty e, f;
    e = f;
    (void)e;
    struct holder holder = {.value = 3};
    printf("%zu %zu %zu %d\n", sizeof e, sizeof(struct buffer), sizeof holder, holder.value);

    for (int i = 0; i < 10; i++)
        printf("%d ", array[i]);
    for (int i = 0; i < 4; i++)
        printf("%d,%d ", points[i].x, points[i].y);
    printf("%d %d\n", old.first, old.second);
    int local[6] = {[1 ... 4] = 7, 8};
    printf("%d %d %d %d\n", local[0], local[1], local[4], local[5]);

    int seven __attribute__((aligned(16))) = 7;
    printf("%d %d\n", add(1, &seven), (int)((unsigned long)&seven % 16));
    __const int c = 1;
    __signed__ char s = -1;
    __volatile__ int v = 2;
    printf("%d %d %d %zu\n", c, s, v, __alignof__(long));
    printf("%d %s\n", say("x%d", 1), __FUNCTION__);
    enum color color = BLUE;
    switch (color) {
    case RED:
        printf("red\n");
        __attribute__((fallthrough));
    default:
        printf("other\n");
    }
    __asm__ __volatile__("" ::: "memory");
    goto out;
out: __attribute__((unused));
    struct {} none = {};
    (void)none;
    printf("%d\n", __builtin_types_compatible_p(int, const int) + __builtin_types_compatible_p(long, int) * 2);
    printf("%d\n", __builtin_choose_expr(sizeof(long) == 8, 64, "no"));
    stop(0);
}
