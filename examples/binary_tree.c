/* Lesson: a tree grows in the heap, while the recursion that walks it lives on the stack. */
#include <stdio.h>
#include <stdlib.h>

struct tree {
    int key;
    struct tree *left;
    struct tree *right;
};

struct tree *insert(struct tree *tree, int key)
{
    if (tree == NULL) {
        tree = malloc(sizeof *tree);
        if (tree == NULL) {
            exit(1);
        }
        tree->key = key;
        tree->left = NULL;
        tree->right = NULL;
    } else if (key < tree->key) {
        tree->left = insert(tree->left, key);
    } else if (key > tree->key) {
        tree->right = insert(tree->right, key);
    }
    return tree;
}

void print_in_order(const struct tree *tree)
{
    if (tree != NULL) {
        print_in_order(tree->left);
        printf("%d ", tree->key);
        print_in_order(tree->right);
    }
}

int height(const struct tree *tree)
{
    int left;
    int right;

    if (tree == NULL) {
        return 0;
    }
    left = height(tree->left);
    right = height(tree->right);
    return 1 + (left > right ? left : right);
}

void release(struct tree *tree)
{
    if (tree != NULL) {
        release(tree->left);
        release(tree->right);
        free(tree);
    }
}

int main(void)
{
    int keys[] = {50, 30, 70, 20, 40, 60, 80, 30};
    struct tree *root = NULL;

    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        root = insert(root, keys[i]);
    }
    print_in_order(root);
    printf("\nheight = %d\n", height(root));
    release(root);
    return 0;
}
