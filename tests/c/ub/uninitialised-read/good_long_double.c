/* C17 6.7.9: long doubles that have values, in members, arrays and arguments. */
struct holder {
    char unused;
    long double value;
};

static long double half(struct holder it)
{
    return it.value / 2;
}

int main(void)
{
    struct holder holder;
    long double list[2] = {1.5L};

    holder.value = list[0] + list[1];
    list[1] += half(holder);
    return list[1] != 0.75L;
}
