/* A deep recursion that ends in time. */
static int count(int depth)
{
    return depth == 0 ? 0 : 1 + count(depth - 1);
}

int main(void)
{
    return count(10000) - 10000;
}
