/* C17 7.22.5: sorting and searching, with elements of several sizes. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct record {
    char name[5];
    short age;
    const char *note;
};

static int by_int(const void *a, const void *b)
{
    int x = *(const int *)a, y = *(const int *)b;

    return (x > y) - (x < y);
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static int by_age(const void *a, const void *b)
{
    return ((const struct record *)b)->age - ((const struct record *)a)->age;
}

static int by_char(const void *a, const void *b)
{
    return *(const char *)a - *(const char *)b;
}

int main(void)
{
    int n[200], ok = 1, key;
    const char *words[] = {"pear", "apple", "fig", "cherry", "banana", "date"};
    struct record r[] = {{"ann", 30, "a"}, {"bob", 25, "b"}, {"cid", 41, "c"}, {"dan", 7, "d"}};
    char letters[] = "thequickbrownfox";
    unsigned seed = 42;

    for (int i = 0; i < 200; i++)
        n[i] = (int)((seed = seed * 69069 + 1) >> 20) - 2048;
    qsort(n, 200, sizeof *n, by_int);
    for (int i = 1; i < 200; i++)
        ok = ok && n[i - 1] <= n[i];
    printf("%d %d %d\n", ok, n[0], n[199]);
    key = n[77];
    int *found = bsearch(&key, n, 200, sizeof *n, by_int);
    printf("%d", found && *found == key);
    key = 99999;
    printf(" %d\n", bsearch(&key, n, 200, sizeof *n, by_int) == NULL);
    qsort(words, 6, sizeof *words, by_text);
    for (int i = 0; i < 6; i++)
        printf("%s ", words[i]);
    qsort(r, 4, sizeof *r, by_age);
    for (int i = 0; i < 4; i++)
        printf("%s%d%s ", r[i].name, r[i].age, r[i].note);
    qsort(letters, strlen(letters), 1, by_char);
    puts(letters);
    qsort(n, 0, sizeof *n, by_int);
    qsort(n, 1, sizeof *n, by_int);
    return 0;
}
