/* POSIX search.h: tables, trees, lists and arrays. */
#define _GNU_SOURCE
#include <byteswap.h>
#include <endian.h>
#include <errno.h>
#include <search.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int compare(const void *left, const void *right)
{
    int a = *(const int *)left;
    int b = *(const int *)right;

    return (a > b) - (a < b);
}

static int in_order[200];
static int visited;

static void visit(const void *node, VISIT when, int depth)
{
    (void)depth;
    if (when == postorder || when == leaf) {
        in_order[visited++] = **(int *const *)node;
    }
}

static void keep(void *element)
{
    (void)element;
}

static void trees(void)
{
    static int numbers[200];
    void *root = NULL;
    int wanted = 77;
    int missing = 1000;

    for (int i = 0; i < 200; i++) {
        numbers[i] = i * 37 % 200;
        tsearch(&numbers[i], &root, compare);
    }
    printf("%d %d\n", **(int **)tfind(&wanted, &root, compare),
           tfind(&missing, &root, compare) == NULL);
    for (int i = 0; i < 200; i += 2) {
        tdelete(&i, &root, compare);
    }
    printf("%d\n", tdelete(&missing, &root, compare) == NULL);
    twalk(root, visit);
    for (int i = 0; i < visited; i++) {
        printf("%d ", in_order[i]);
    }
    printf("%d\n", visited);
    tdestroy(root, keep);
}

static void tables(void)
{
    static char *const words[] = {"one", "two", "three", "four"};
    ENTRY entry;

    printf("%d\n", hcreate(10) != 0);
    for (long i = 0; i < 4; i++) {
        entry.key = words[i];
        entry.data = (void *)(i + 1);
        printf("%d", hsearch(entry, ENTER) != NULL);
    }
    entry.key = "three";
    printf(" %ld", (long)hsearch(entry, FIND)->data);
    entry.key = "five";
    errno = 0;
    printf(" %d %d\n", hsearch(entry, FIND) == NULL, errno == ESRCH);
    hdestroy();
}

struct link {
    struct link *next;
    struct link *previous;
    int value;
};

static void lists(void)
{
    struct link links[3] = {{NULL, NULL, 1}, {NULL, NULL, 2}, {NULL, NULL, 3}};
    int array[5] = {5, 3};
    size_t count = 2;
    int key = 3;

    insque(&links[0], NULL);
    insque(&links[2], &links[0]);
    insque(&links[1], &links[0]);
    for (struct link *each = links; each != NULL; each = each->next) {
        printf("%d", each->value);
    }
    remque(&links[1]);
    printf(" %d %d", links[0].next->value, links[2].previous->value);
    printf(" %d", (int)((int *)lfind(&key, array, &count, sizeof key, compare) - array));
    key = 9;
    printf(" %d", lfind(&key, array, &count, sizeof key, compare) == NULL);
    printf(" %d", (int)((int *)lsearch(&key, array, &count, sizeof key, compare) - array));
    printf(" %zu %d\n", count, array[2]);
}

int main(void)
{
    trees();
    tables();
    lists();
    printf("%x %x %lx\n", bswap_16(0x1234), bswap_32(0x12345678), (long)bswap_64(0x123456789abcdef0));
    printf("%x %x\n", htobe16(0x1234), le32toh(0x12345678));
    return 0;
}
