/* The attribute cleanup of GNU C: the function is called wherever the object's lifetime ends, the last object first. */
#include <stdio.h>

struct resource {
    const char *name;
    int uses;
};

static void close_resource(struct resource *resource)
{
    printf("  close %s, used %d times\n", resource->name, resource->uses);
}

static void say(const int *value)
{
    printf("  bye %d\n", *value);
}

static int loops(int n)
{
    __attribute__((cleanup(say))) int outer = n;
    for (int i = 0; i < 4; i++) {
        int inner __attribute__((cleanup(say))) = i * 10 + n;
        if (i == 1) {
            continue;
        }
        if (i == 2) {
            break;
        }
    }
    if (n > 1) {
        return outer++ + 100;
    }
    outer = 8;
    return outer;
}

static struct resource by_value(void)
{
    struct resource first __attribute__((cleanup(close_resource))) = {"first", 1};
    struct resource second __attribute__((cleanup(close_resource))) = {"second", 2};
    first.uses += second.uses;
    return first;
}

static void nothing(int n)
{
    int a __attribute__((cleanup(say))) = n;
    if (n == 0) {
        return;
    }
    switch (n) {
    case 1: {
        int b __attribute__((cleanup(say))) = 50;
        break;
    }
    default:
        a = -n;
    }
again:;
    int c __attribute__((cleanup(say))) = a++;
    if (a < 3 && a > -1) {
        goto again;
    }
}

static int forwards(int n)
{
    int outer __attribute__((cleanup(say))) = 1;
    while (n) {
        int middle __attribute__((cleanup(say))) = 2;
        {
            int inner __attribute__((cleanup(say))) = 3;
            if (n == 1) {
                goto next;
            }
            if (n == 2) {
                goto out;
            }
            inner = 4;
        }
    next:
        printf("next\n");
        n = n > 2 ? n - 2 : 0;
    }
out:
    printf("out\n");
    return n;
}

int main(void)
{
    for (int n = 1; n < 6; n++) {
        printf("%d\n", forwards(n));
    }
    printf("%d\n", loops(1));
    printf("%d\n", loops(2));
    struct resource got = by_value();
    printf("%s %d\n", got.name, got.uses);
    nothing(0);
    nothing(1);
    nothing(7);
    int last __attribute__((cleanup(say))) = ({
        int within __attribute__((cleanup(say))) = 4;
        within * 2;
    });
    return 0;
}
