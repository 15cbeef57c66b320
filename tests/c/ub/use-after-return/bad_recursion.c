/* C17 6.2.4p2: the pointer into the innermost call comes back to the outermost. */
static int *deepest(int depth)
{
    int here = depth;
    int *p = &here;

    return depth == 0 ? p : deepest(depth - 1);
}

int main(void)
{
    int *p = deepest(3);

    return *p == 12345; /* finds: use-after-return */
}
