/* C17 6.2.6.1p6: structs with floating members may be passed, returned and copied half empty. */
struct mixed {
    float x;
    int n;
};

struct pair {
    double first;
    double second;
};

static struct mixed same(struct mixed it)
{
    return it;
}

static struct pair filled(struct pair it)
{
    it.second = it.first;
    return it;
}

int main(void)
{
    struct mixed mixed;
    struct pair pair;

    mixed.x = 1.5f;
    mixed = same(mixed);
    pair.first = mixed.x;
    pair = filled(pair);
    return pair.second != 1.5;
}
