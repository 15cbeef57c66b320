/* C17 6.2.4p2: while a call runs, the objects of its callers live. */
static int depth_below(const int *above, int depth)
{
    int here = *above + 1;

    return depth == 0 ? here : depth_below(&here, depth - 1);
}

int main(void)
{
    int start = 0;

    return depth_below(&start, 4) - 5;
}
