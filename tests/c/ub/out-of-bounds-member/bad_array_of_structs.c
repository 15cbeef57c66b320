/* C17 6.5.6p8: from one struct of an array into the next. */
struct slot {
    char text[4];
};

int main(void)
{
    struct slot slots[2] = {{"a"}, {"b"}};
    int at = 4;

    slots[0].text[at] = 'x'; /* finds: out-of-bounds-member */
    return 0;
}
