/*
 * tsearch.c: binary search trees, balanced. POSIX.
 *
 * AA trees: a node has a level; a left child is one level below its parent, a right child on the
 * same level or one below, a right child's right child is below both. `skew` and `split` restore
 * that.
 */
#include <search.h>
#include <stdlib.h>

struct node {
    const void *key; /* first: what users read through a pointer to the node */
    struct node *left;
    struct node *right;
    int level;
};

/* Turns a left child on the same level into the parent. */
static struct node *skew(struct node *node)
{
    struct node *left = node->left;

    if (left == NULL || left->level != node->level) {
        return node;
    }
    node->left = left->right;
    left->right = node;
    return left;
}

/* Lifts the middle one of three on the same level. */
static struct node *split(struct node *node)
{
    struct node *right = node->right;

    if (right == NULL || right->right == NULL || right->right->level != node->level) {
        return node;
    }
    node->right = right->left;
    right->left = node;
    right->level++;
    return right;
}

/* A search or change under way. */
struct change {
    const void *key;
    int (*compare)(const void *key, const void *element);
    struct node *found; /* the node with that key; of a deletion: the parent of what was deleted */
    int deleted;
};

static struct node *insert(struct change *change, struct node *node)
{
    int order;

    if (node == NULL) {
        node = calloc(1, sizeof *node);
        if (node != NULL) {
            node->key = change->key;
            node->level = 1;
        }
        change->found = node;
        return node;
    }
    order = change->compare(change->key, node->key);
    if (order < 0) {
        node->left = insert(change, node->left);
    } else if (order > 0) {
        node->right = insert(change, node->right);
    } else {
        change->found = node;
        return node;
    }
    return split(skew(node));
}

void *tsearch(const void *key, void **root, int (*compare)(const void *key, const void *element))
{
    struct change change = {key, compare, NULL, 0};

    if (root == NULL) {
        return NULL;
    }
    *root = insert(&change, *root);
    return change.found;
}

void *tfind(const void *key, void *const *root,
            int (*compare)(const void *key, const void *element))
{
    struct node *node = root != NULL ? *root : NULL;

    while (node != NULL) {
        int order = compare(key, node->key);

        if (order == 0) {
            return node;
        }
        node = order < 0 ? node->left : node->right;
    }
    return NULL;
}

static int level_of(const struct node *node)
{
    return node != NULL ? node->level : 0;
}

/* After a deletion below: lowers the level and puts the children right. */
static struct node *rebalance(struct node *node)
{
    int left = level_of(node->left);
    int right = level_of(node->right);
    int wanted = (left < right ? left : right) + 1;

    if (wanted < node->level) {
        node->level = wanted;
        if (wanted < right) {
            node->right->level = wanted;
        }
    }
    node = skew(node);
    if (node->right != NULL) {
        node->right = skew(node->right);
        if (node->right->right != NULL) {
            node->right->right = skew(node->right->right);
        }
    }
    node = split(node);
    if (node->right != NULL) {
        node->right = split(node->right);
    }
    return node;
}

/* Takes the least node out of a tree, into `least`. */
static struct node *take_least(struct node *node, struct node **least)
{
    if (node->left == NULL) {
        *least = node;
        return node->right;
    }
    node->left = take_least(node->left, least);
    return rebalance(node);
}

static struct node *delete(struct change *change, struct node *node, struct node *parent)
{
    int order;

    if (node == NULL) {
        return NULL;
    }
    order = change->compare(change->key, node->key);
    if (order < 0) {
        node->left = delete(change, node->left, node);
    } else if (order > 0) {
        node->right = delete(change, node->right, node);
    } else {
        struct node *next = node->right;

        change->found = parent;
        change->deleted = 1;
        if (next == NULL) {
            next = node->left;
        } else {
            struct node *rest = take_least(node->right, &next);

            next->left = node->left;
            next->right = rest;
            next->level = node->level;
        }
        free(node);
        return next != NULL ? rebalance(next) : NULL;
    }
    return change->deleted ? rebalance(node) : node;
}

void *tdelete(const void *restrict key, void **restrict root,
              int (*compare)(const void *key, const void *element))
{
    struct change change = {key, compare, NULL, 0};

    if (root == NULL || *root == NULL) {
        return NULL;
    }
    *root = delete(&change, *root, NULL);
    if (!change.deleted) {
        return NULL;
    }
    return change.found != NULL ? (void *)change.found : (void *)root;
}

static void walk(const struct node *node, void (*visit)(const void *node, VISIT when, int depth),
                 int depth)
{
    if (node->left == NULL && node->right == NULL) {
        visit(node, leaf, depth);
        return;
    }
    visit(node, preorder, depth);
    if (node->left != NULL) {
        walk(node->left, visit, depth + 1);
    }
    visit(node, postorder, depth);
    if (node->right != NULL) {
        walk(node->right, visit, depth + 1);
    }
    visit(node, endorder, depth);
}

void twalk(const void *root, void (*visit)(const void *node, VISIT when, int depth))
{
    if (root != NULL && visit != NULL) {
        walk(root, visit, 0);
    }
}

void tdestroy(void *root, void (*release)(void *element))
{
    struct node *node = root;

    if (node != NULL) {
        tdestroy(node->left, release);
        tdestroy(node->right, release);
        release((void *)node->key);
        free(node);
    }
}
