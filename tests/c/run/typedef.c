/* C17 6.7.8: typedef names and their scopes. */
#include <stdio.h>

typedef int number, *pointer, vector[3];
typedef struct node node;
struct node {
    number n;
    node *next;
};
typedef number (*callback)(pointer);

static number get(pointer p)
{
    return *p;
}

int main(void)
{
    number a = 5;
    pointer p = &a;
    vector v = {1, 2, 3};
    node n = {4, &n};
    callback f = get;

    printf("%d %d %d %d\n", a, *p, v[2], n.next->next->n);
    printf("%d %zu\n", f(p), sizeof(vector));
    {
        number number = 7;
        typedef char vector;
        vector w = 'w';

        printf("%d %c %zu\n", number, w, sizeof(vector));
    }
    unsigned long int typedef odd;
    odd o = 9;
    printf("%lu\n", o);
    return 0;
}
