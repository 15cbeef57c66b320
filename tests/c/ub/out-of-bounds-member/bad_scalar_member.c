/* C17 6.5.6p7: a pointer to one member is not a pointer to the next. */
struct pair {
    int a;
    int b;
};

int main(void)
{
    struct pair pair = {1, 2};
    int *p = &pair.a;

    p[1] = 3; /* finds: out-of-bounds-member */
    return 0;
}
