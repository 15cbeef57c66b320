/* C17 6.2.4p2: a struct is returned by value, what its member points to is not. */
struct view {
    const int *first;
    int count;
};

static struct view make(void)
{
    int numbers[3] = {1, 2, 3};
    struct view view = {numbers, 3};

    return view;
}

int main(void)
{
    struct view view = make();

    return view.first[0] == 12345; /* finds: use-after-return */
}
