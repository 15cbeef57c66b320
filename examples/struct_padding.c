/* Lesson: a struct may be larger than its members, because each wants its own alignment. */
#include <stddef.h>
#include <stdio.h>

struct careless {
    char initial;
    long salary;
    char grade;
};

struct careful {
    long salary;
    char initial;
    char grade;
};

int main(void)
{
    struct careless a = {'A', 1000, 'x'};
    struct careful b = {1000, 'A', 'x'};

    printf("careless: %zu bytes, salary at %zu\n", sizeof a, offsetof(struct careless, salary));
    printf("careful:  %zu bytes, salary at %zu\n", sizeof b, offsetof(struct careful, salary));
    return a.salary == b.salary ? 0 : 1;
}
