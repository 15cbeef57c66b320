/* Bit-fields of packed structs, which begin at the next bit and may lie in more bytes than their types have. */
#include <stdio.h>
#include <string.h>

#pragma pack(push, 1)
struct tight {
    int low : 15;
    int middle : 29;
    unsigned high : 31;
    signed char c;
    long wide : 50;
    unsigned long last : 13;
};
union both {
    struct tight tight;
    unsigned char bytes[sizeof(struct tight)];
};
#pragma pack(pop)

struct __attribute__((packed)) attribute {
    char c;
    int i : 30;
    int j : 30;
    short s;
};

static struct tight constant = {-3, 123456789, 0x7ffffffe, 'x', -1000000000000L, 8191};
static struct attribute list[3] = {{'a', -5, 6, 7}, {'b', 1 << 28, -(1 << 28), -1}};

static void show(const void *object, size_t size)
{
    const unsigned char *bytes = object;
    for (size_t i = 0; i < size; i++) {
        printf("%02x", bytes[i]);
    }
    putchar('\n');
}

static struct tight change(struct tight t, int by)
{
    t.middle += by;
    t.high--;
    t.wide <<= 1;
    t.last ^= 0x155;
    return t;
}

int main(void)
{
    union both both;
    memset(&both, 0xa5, sizeof both);
    both.tight.middle = -1;
    show(&both, sizeof both);
    both.tight.middle = 0;
    both.tight.wide = 5;
    show(&both, sizeof both);
    printf("%d %u %d %ld %lu\n", both.tight.middle, both.tight.high, both.tight.c, (long)both.tight.wide, both.tight.last + 0UL);
    show(&constant, sizeof constant);
    struct tight local = change(constant, 11);
    show(&local, sizeof local);
    printf("%d %d %u %ld\n", local.low++, ++local.middle, local.high, (long)(local.wide = 77));
    for (int i = 0; i < 3; i++) {
        list[i].j += list[i].i;
        list[i].i = list[i].j - i;
        printf("%c %d %d %d\n", list[i].c ? list[i].c : '-', list[i].i, list[i].j, list[i].s);
    }
    show(list, sizeof list);
    printf("%zu %zu\n", sizeof(struct tight), sizeof(struct attribute));
    return 0;
}
