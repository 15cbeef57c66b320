/* C17 6.7.2.3: lists and trees from static objects and from the heap. */
#include <stdio.h>
#include <stdlib.h>

struct node {
    int key;
    struct node *left, *right;
};

static struct node *insert(struct node **where, int key)
{
    while (*where)
        where = key < (*where)->key ? &(*where)->left : &(*where)->right;
    *where = calloc(1, sizeof **where);
    (*where)->key = key;
    return *where;
}

static void walk(const struct node *n, int depth)
{
    if (!n)
        return;
    walk(n->left, depth + 1);
    printf("%d@%d ", n->key, depth);
    walk(n->right, depth + 1);
}

static void release(struct node *n)
{
    if (n) {
        release(n->left);
        release(n->right);
        free(n);
    }
}

struct item {
    int value;
    struct item *next;
};

static struct item *reverse(struct item *list)
{
    struct item *result = 0;

    while (list) {
        struct item *next = list->next;

        list->next = result;
        result = list;
        list = next;
    }
    return result;
}

int main(void)
{
    struct node *root = 0;
    struct item items[4] = {{1, items + 1}, {2, items + 2}, {3, items + 3}, {4, 0}};
    unsigned seed = 7;

    for (int i = 0; i < 15; i++) {
        seed = seed * 1103515245 + 12345;
        insert(&root, seed >> 16 & 63);
    }
    walk(root, 0);
    puts("");
    release(root);
    for (struct item *i = reverse(items); i; i = i->next)
        printf("%d ", i->value);
    puts("");
    return 0;
}
