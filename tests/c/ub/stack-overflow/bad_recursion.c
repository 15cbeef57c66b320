/* A recursion without an end; the standard is silent on the size of a stack. */
static int forever(int depth)
{
    int room[4000];

    room[0] = depth; /* finds: stack-overflow */
    return forever(depth + 1) + room[0];
}

int main(void)
{
    return forever(0);
}
